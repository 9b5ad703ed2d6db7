//! Shapes of backup.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Facet;
use super::table::facet;

/// The facet that tells whether AWS Backup takes care of a resource, for every type whose listing tells tags.
pub(super) const BACKUP: Facet = facet(
    "backup",
    &["backup:DescribeRegionSettings", "backup:GetBackupSelection", "backup:ListBackupPlans", "backup:ListBackupSelections"],
);

/// The same for tables, whose listing does not tell them.
pub(super) const BACKUP_OF_TABLES: Facet = facet(
    "backup",
    &[
        "backup:DescribeRegionSettings",
        "backup:GetBackupSelection",
        "backup:ListBackupPlans",
        "backup:ListBackupSelections",
        "dynamodb:ListTagsOfResource",
    ],
);

/// What AWS Backup does for a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// Whether a selection of a backup plan takes care of the resource: it names it, with or without a wildcard, or knows it by its tags;
    /// where it names neither it nor its service, the region must have AWS Backup take care of that service.
    pub protected: bool,
}
