//! Shapes of backup.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Facet;
use super::table::facet;

/// The facet that tells whether AWS Backup takes care of a resource, for every type that it may take care of.
pub(super) const BACKUP: Facet = facet(
    "backup",
    &["backup:GetBackupSelection", "backup:ListBackupPlans", "backup:ListBackupSelections", "backup:ListProtectedResources"],
);

/// What AWS Backup does for a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// Whether a backup plan takes care of the resource: it names it, with or without a wildcard, or it selects by tags and AWS Backup
    /// has backed the resource up.
    pub protected: bool,
}
