//! One check on one asset.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::asset::ResourceReference;
use super::check::CheckMetadata;
use super::gap::Gap;
use super::hexadecimal::hexadecimal;
use super::outcome::Outcome;
use super::suppression::Mute;

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
    /// What a pass is reported on, where that is not the asset itself: the metric filter that does what the account should.
    pub satisfied_by: Option<ResourceReference>,
    /// Who has accepted the finding and why; set exactly when the outcome is muted.
    pub mute: Option<Arc<Mute>>,
}

/// What tells a finding from every other, in any scan: the first 32 hexadecimal digits of SHA-256 over the check's id, the account's id,
/// the region, the resource type and the ARN (the id where there is none), a line feed after each.
#[must_use]
pub fn finding_uid(check_id: &str, account_id: &str, resource: &ResourceReference) -> String {
    let ResourceReference { resource_type, id, arn, region, .. } = resource;
    let mut hasher = Sha256::new();
    for part in [check_id, account_id, region, resource_type, if arn.is_empty() { id } else { arn }] {
        hasher.update(part);
        hasher.update("\n");
    }
    hexadecimal(&hasher.finalize()[..16])
}

impl CheckResult {
    /// What tells it from the other results of the account, the same in every scan: [`finding_uid`].
    #[must_use]
    pub fn uid(&self, account_id: &str) -> String {
        finding_uid(&self.check.id, account_id, &self.resource)
    }

    /// What a person is shown as the result's resource. The asset alone tells one result from another.
    #[must_use]
    pub fn reported(&self) -> &ResourceReference {
        self.satisfied_by.as_ref().unwrap_or(&self.resource)
    }

    /// The order of every report: severity, check, region, ARN.
    #[must_use]
    pub fn sort_key(&self) -> impl Ord + use<'_> {
        let resource = &self.resource;
        (self.check.severity, &self.check.id, &resource.region, &resource.arn, &resource.id)
    }
}
