//! Shapes of EBS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::resource::backup::Backup;

/// An EBS volume.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Volume {
    /// `in-use`, `available`, ….
    pub state: String,
    /// `gp3`, `io2`, ….
    pub volume_type: String,
    /// GiB.
    pub size_gib: i64,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// The KMS key.
    pub kms_key: Option<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// The availability zone.
    pub availability_zone: String,
    /// The snapshot that it was made from.
    pub snapshot_id: Option<String>,
    /// The instances that it is attached to.
    pub instance_ids: Vec<String>,
    /// Facet: whether AWS Backup takes care of it.
    pub backup: Backup,
    /// Facet: the account's snapshots of it, by their ids.
    pub snapshots: Vec<String>,
}

/// An EBS snapshot of the account's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// `pending`, `completed`, `error`, ….
    pub state: String,
    /// The volume that it was made of.
    pub volume_id: Option<String>,
    /// GiB.
    pub size_gib: i64,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// The KMS key.
    pub kms_key: Option<String>,
    /// RFC 3339.
    pub started_at: Option<String>,
    /// The user's description.
    pub description: String,
    /// Facet: who may restore it.
    pub sharing: Sharing,
}

/// Who may restore a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Whether everyone may.
    pub public: bool,
}
