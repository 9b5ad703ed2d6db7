//! Shapes of EFS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    facets: &[
        facet("access_points", &["elasticfilesystem:DescribeAccessPoints"]),
        facet("backup_policy", &["elasticfilesystem:DescribeBackupPolicy"]),
        facet("mount_targets", &["elasticfilesystem:DescribeMountTargets", "ec2:DescribeSubnets", "ec2:DescribeRouteTables"]),
        facet("policy", &["elasticfilesystem:DescribeFileSystemPolicy"]),
    ],
    ..on_demand(regional(
        "aws.efs.file_system",
        "EFS file systems",
        &["elasticfilesystem:DescribeFileSystems"],
        schema::<FileSystem>,
    ))
}];

/// A file system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileSystem {
    /// `available`, `creating`, ….
    pub state: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Whether it is encrypted at rest.
    pub encrypted: bool,
    /// The KMS key; `null` where it is not encrypted.
    pub kms_key: Option<String>,
    /// The only availability zone of a One Zone file system; `null` for a regional one.
    pub availability_zone: Option<String>,
    /// In how many availability zones it can be mounted.
    pub mount_target_count: i64,
    /// Facet: its access points.
    pub access_points: Vec<AccessPoint>,
    /// Facet: whether AWS Backup copies it by itself: `ENABLED`, `ENABLING`, `DISABLED` or `DISABLING`; `null` where nothing is set.
    pub backup_policy: Option<String>,
    /// Facet: where it can be mounted.
    pub mount_targets: Vec<MountTarget>,
    /// Facet: the file system policy; `null` where it has none, and then every client that reaches it may use it.
    pub policy: Option<PolicyDocument>,
}

/// A way into a file system for an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessPoint {
    /// The access point's id.
    pub id: String,
    /// The directory that clients take for the root: `/` for the file system's own.
    pub root_directory: String,
    /// Whether clients act as a POSIX user that the access point names, whoever they say they are.
    pub enforces_user: bool,
}

/// A network address at which a file system is mounted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MountTarget {
    /// The mount target's id.
    pub id: String,
    /// Its subnet.
    pub subnet_id: String,
    /// Whether the subnet has a route to an internet gateway.
    pub in_public_subnet: bool,
}
