//! Shapes of CloudFront.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, global, on_demand, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[
        facet("log_deliveries", &["logs:DescribeDeliveries", "logs:DescribeDeliverySources"]),
        facet("standard_logging", &["cloudfront:GetDistributionConfig"]),
    ],
    ..global("aws.cloudfront.distribution", "CloudFront distributions", &["cloudfront:ListDistributions"], schema::<Distribution>)
})];

/// A distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Distribution {
    /// `d111111abcdef8.cloudfront.net`.
    pub domain_name: String,
    /// The names that it answers to beside that one.
    pub aliases: Vec<String>,
    /// Whether it answers.
    pub enabled: bool,
    /// `Deployed` or `InProgress`.
    pub status: String,
    /// The web ACL of AWS WAF that watches over it.
    pub web_acl_id: Option<String>,
    /// What logs the requests of its default behaviour in real time; `null` for nothing.
    pub realtime_log_arn: Option<String>,
    /// Facet: the ARNs of the deliveries that take its access logs somewhere ("standard logging v2").
    pub log_deliveries: Vec<String>,
    /// Facet: whether requests are logged to a bucket ("standard logging").
    pub standard_logging: StandardLogging,
}

/// Whether requests are logged to a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandardLogging {
    /// Whether they are.
    pub enabled: bool,
    /// The bucket's domain name.
    pub bucket: Option<String>,
}
