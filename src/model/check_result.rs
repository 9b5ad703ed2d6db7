//! One check on one asset.

use std::sync::Arc;

use super::asset::ResourceReference;
use super::check::CheckMetadata;
use super::gap::Gap;
use super::outcome::Outcome;

/// What one check found on one asset.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    /// The check.
    pub check: Arc<CheckMetadata>,
    /// What it found.
    pub outcome: Outcome,
    /// The asset, or `*` where a region's assets could not be listed.
    pub resource: ResourceReference,
    /// One sentence about this asset.
    pub message: String,
    /// Why the outcome is unknown; set exactly when it is.
    pub gap: Option<Arc<Gap>>,
}

impl CheckResult {
    /// The order of every report: severity, check, region, ARN.
    #[must_use]
    pub fn sort_key(&self) -> impl Ord + use<'_> {
        let resource = &self.resource;
        (self.check.severity, &self.check.id, &resource.region, &resource.arn, &resource.id)
    }
}
