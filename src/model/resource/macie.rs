//! Shapes of Macie.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, regional, schema, setting};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    facets: &[
        facet("automated_discovery", &["macie2:GetMacieSession", "macie2:GetAutomatedDiscoveryConfiguration"]),
        facet("has_buckets", super::s3::BUCKETS),
        facet("status", &["macie2:GetMacieSession"]),
    ],
    ..setting(regional("aws.macie.region_settings", "Macie settings", &[], schema::<RegionSettings>))
}];

/// What Macie does in one region of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSettings {
    /// The region.
    pub region: String,
    /// Facet: whether Macie samples buckets for sensitive data by itself: `ENABLED` or `DISABLED`; `null` where Macie is off.
    pub automated_discovery: Option<String>,
    /// Facet: whether a bucket of the account lives in the region.
    pub has_buckets: bool,
    /// Facet: `ENABLED`, `PAUSED`, or `DISABLED` where the account does not use Macie.
    pub status: String,
}
