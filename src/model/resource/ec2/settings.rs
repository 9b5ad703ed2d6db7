//! Shapes of EC2's settings of a region.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Settings that hold for one region of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSettings {
    /// The region.
    pub region: String,
    /// Facet: whether new EBS volumes are encrypted unless said otherwise.
    pub ebs_encryption: EbsEncryption,
    /// Facet: whether AMIs may be made public.
    pub image_sharing: ImageSharing,
    /// Facet: how new instances serve metadata unless said otherwise.
    pub instance_metadata: InstanceMetadataDefaults,
    /// Facet: whether snapshots may be made public.
    pub snapshot_sharing: SnapshotSharing,
}

/// Encryption of new EBS volumes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EbsEncryption {
    /// Whether new volumes are encrypted.
    pub enabled_by_default: bool,
}

/// The region's guard against public AMIs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImageSharing {
    /// `block-new-sharing` or `unblocked`.
    pub public_access: String,
}

/// The region's guard against public snapshots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SnapshotSharing {
    /// `block-all-sharing`, `block-new-sharing` or `unblocked`.
    pub public_access: String,
}

/// What the account sets for the metadata service of new instances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstanceMetadataDefaults {
    /// `required` for version 2 only, `optional` for both versions; `null` where the account has no preference.
    pub http_tokens: Option<String>,
    /// `enabled` or `disabled`; `null` where the account has no preference.
    pub http_endpoint: Option<String>,
}
