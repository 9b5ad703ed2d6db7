//! Shapes of EventBridge.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(regional("aws.events.bus", "event buses", &["events:ListEventBuses"], schema::<EventBus>)),
    on_demand(regional("aws.events.endpoint", "global endpoints of EventBridge", &["events:ListEndpoints"], schema::<Endpoint>)),
];

/// An event bus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventBus {
    /// The bus's name.
    pub name: String,
    /// Who may send events; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
}

/// A global endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// The endpoint's name.
    pub name: String,
    /// Whether events are copied to the buses of both regions.
    pub replicates_events: bool,
}
