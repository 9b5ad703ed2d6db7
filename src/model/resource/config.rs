//! Shapes of AWS Config.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, regional, schema, setting};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[setting(ResourceType {
    facets: &[facet("recorders", &["config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus"])],
    ..regional("aws.config.region_settings", "AWS Config settings", &[], schema::<RegionSettings>)
})];

/// AWS Config in one region of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSettings {
    /// The region.
    pub region: String,
    /// Facet: the configuration recorders, those of other AWS services left out.
    pub recorders: Vec<Recorder>,
}

/// A configuration recorder and its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recorder {
    /// The recorder's name.
    pub name: String,
    /// The role that it works with.
    pub role_arn: Option<String>,
    /// Whether it is recording now.
    pub recording: bool,
    /// How its last delivery went: `Pending`, `Success`, `Failure`, `NotApplicable`; `null` before the first one.
    pub last_status: Option<String>,
    /// Whether it records every type of resource that AWS Config supports in the region.
    pub all_supported: bool,
    /// Whether that includes IAM's users, groups, roles and policies.
    pub global_resources: bool,
}

/// How an organisation gathers what AWS Config records in its accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfigAggregation {
    /// The accounts that AWS Config is delegated to; empty as well where the account belongs to no organisation.
    pub delegated_administrators: Vec<String>,
    /// The aggregators of every region that the account has enabled; `null` where AWS Config is not delegated to it, so that they are
    /// another account's.
    pub aggregators: Option<Vec<Aggregator>>,
}

/// An aggregator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aggregator {
    /// The aggregator's name.
    pub name: String,
    /// Where it was made.
    pub region: String,
    /// Whether it gathers from the whole organisation.
    pub organization: bool,
    /// Whether it gathers from every region.
    pub all_regions: bool,
}
