//! Shapes of API Gateway.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(regional("aws.apigateway.http_stage", "stages of HTTP and WebSocket APIs", &["apigateway:GET"], schema::<HttpStage>)),
    on_demand(regional("aws.apigateway.stage", "stages of REST APIs", &["apigateway:GET"], schema::<Stage>)),
];

/// A stage of a REST API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The API.
    pub api_id: String,
    /// The API's name.
    pub api_name: Option<String>,
    /// The stage's name.
    pub stage: String,
    /// How much of what its methods do is logged, by method; `*/*` for all of them. `ERROR`, `INFO` or `OFF`.
    pub logging_levels: Vec<LoggingLevel>,
    /// Where requests are logged; `null` for nowhere.
    pub access_log_destination: Option<String>,
    /// The web ACL of AWS WAF that watches over it.
    pub web_acl_arn: Option<String>,
}

/// How much of what a method does is logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoggingLevel {
    /// `*/*`, `~1orders/GET`.
    pub method: String,
    /// `ERROR`, `INFO` or `OFF`; `null` where nothing was set.
    pub level: Option<String>,
}

/// A stage of an HTTP or WebSocket API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HttpStage {
    /// The API.
    pub api_id: String,
    /// The API's name.
    pub api_name: Option<String>,
    /// `HTTP` or `WEBSOCKET`.
    pub protocol: Option<String>,
    /// The stage's name; `$default` for the one without.
    pub stage: String,
    /// Where requests are logged; `null` for nowhere.
    pub access_log_destination: Option<String>,
}
