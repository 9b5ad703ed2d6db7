//! Shapes of RDS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::backup::{BACKUP, Backup};
use super::ec2::EXPOSURE_ACTIONS;
use super::ec2::groups::{PrefixList, SecurityGroupRule};
use super::table::{facet, on_demand, regional, schema, setting};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(ResourceType {
        facets: &[BACKUP, facet("parameters", &["rds:DescribeDBClusterParameters"])],
        ..regional("aws.rds.cluster", "RDS clusters", &["rds:DescribeDBClusters"], schema::<Cluster>)
    }),
    on_demand(ResourceType {
        facets: &[
            BACKUP,
            facet("ca_certificate", &["rds:DescribeCertificates"]),
            facet("cluster", &["rds:DescribeDBClusters"]),
            facet("engine_release", &["rds:DescribeDBEngineVersions"]),
            facet("exposure", EXPOSURE_ACTIONS),
            facet("parameters", &["rds:DescribeDBParameters"]),
        ],
        ..regional("aws.rds.instance", "RDS instances", &["rds:DescribeDBInstances"], schema::<Instance>)
    }),
    setting(ResourceType {
        facets: &[
            facet("databases", &["rds:DescribeDBInstances", "rds:DescribeDBClusters"]),
            facet("event_subscriptions", &["rds:DescribeEventSubscriptions"]),
        ],
        ..regional("aws.rds.region_settings", "RDS settings", &[], schema::<RegionSettings>)
    }),
    on_demand(ResourceType {
        facets: &[facet("sharing", &["rds:DescribeDBSnapshotAttributes", "rds:DescribeDBClusterSnapshotAttributes"])],
        ..regional(
            "aws.rds.snapshot",
            "RDS snapshots",
            &["rds:DescribeDBSnapshots", "rds:DescribeDBClusterSnapshots"],
            schema::<Snapshot>,
        )
    }),
];

/// A database instance, alone or in a cluster. Those of DocumentDB are none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// `postgres`, `mysql`, `aurora-mysql`, `sqlserver-ex`, `neptune`, ….
    pub engine: String,
    /// `16.3`.
    pub engine_version: Option<String>,
    /// `available`, `stopped`, ….
    pub status: Option<String>,
    /// `db.t3.micro`.
    pub instance_class: Option<String>,
    /// The name of the administrator that it was made with.
    pub master_username: Option<String>,
    /// The cluster that it belongs to; `null` for none.
    pub cluster_id: Option<String>,
    /// The port that it listens on; `null` while it is being made.
    pub port: Option<i64>,
    /// Whether its name resolves to a public address.
    pub publicly_accessible: bool,
    /// The VPC; `null` for none.
    pub vpc_id: Option<String>,
    /// The subnets that it may stand in.
    pub subnet_ids: Vec<String>,
    /// The security groups in force.
    pub security_group_ids: Vec<String>,
    /// Whether its storage is encrypted.
    pub storage_encrypted: bool,
    /// The KMS key.
    pub kms_key: Option<String>,
    /// Whether it stands by in a second zone.
    pub multi_az: bool,
    /// Whether it takes minor versions of its engine by itself.
    pub auto_minor_version_upgrade: bool,
    /// For how many days automated backups are kept; 0 for none.
    pub backup_retention_days: i64,
    /// The logs that it sends to CloudWatch Logs.
    pub log_exports: Vec<String>,
    /// Whether it cannot be deleted before this is off.
    pub deletion_protection: bool,
    /// Whether it reports what goes on in its operating system.
    pub enhanced_monitoring: bool,
    /// Whether users may sign in as IAM principals.
    pub iam_authentication: bool,
    /// Whether snapshots get its tags.
    pub copies_tags_to_snapshots: bool,
    /// The parameter groups.
    pub parameter_groups: Vec<String>,
    /// The certificate authority of its server certificate: `rds-ca-rsa2048-g1`.
    pub ca_certificate_id: Option<String>,
    /// `open-source-rds-extended-support` or `open-source-rds-extended-support-disabled`; `null` where the engine has no such thing.
    pub engine_lifecycle_support: Option<String>,
    /// Facet: whether a plan of AWS Backup takes care of it.
    pub backup: Backup,
    /// Facet: its certificate authority; `null` where RDS does not list it any more.
    pub ca_certificate: Option<CaCertificate>,
    /// Facet: what its cluster sets for all of its instances; `null` where it belongs to none.
    pub cluster: Option<ClusterSettings>,
    /// Facet: what RDS says of its engine's version.
    pub engine_release: EngineRelease,
    /// Facet: what of it faces the internet.
    pub exposure: Exposure,
    /// Facet: the parameters by which it demands encrypted connections, `rds.force_ssl` and `require_secure_transport`.
    pub parameters: Vec<Parameter>,
}

/// What of an instance faces the internet once it has a public address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// Whether one of its subnets has a route to an internet gateway.
    pub in_public_subnet: bool,
    /// The rules of its security groups that let in the whole internet, or what stands in a prefix list.
    pub open_rules: Vec<SecurityGroupRule>,
    /// The prefix lists that these rules name.
    pub prefix_lists: Vec<PrefixList>,
}

/// A certificate authority of RDS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaCertificate {
    /// RFC 3339; where the account has put its own default in force, that one's.
    pub valid_until: String,
}

/// What a cluster sets for its instances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterSettings {
    /// The name of the administrator that it was made with.
    pub master_username: Option<String>,
    /// Whether it cannot be deleted before this is off.
    pub deletion_protection: bool,
    /// Whether it has instances in several zones.
    pub multi_az: bool,
    /// Whether users may sign in as IAM principals.
    pub iam_authentication: bool,
}

/// What RDS says of an engine's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EngineRelease {
    /// Whether RDS offers the engine, but not this version any more.
    pub deprecated: bool,
}

/// A parameter of a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// `rds.force_ssl`.
    pub name: String,
    /// `1`, `ON`, …; `null` where the engine's own default holds.
    pub value: Option<String>,
}

/// A database cluster, Aurora's or one with readable standbys. Those of DocumentDB are none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// `aurora-mysql`, `aurora-postgresql`, `mysql`, `postgres`, `neptune`.
    pub engine: String,
    /// `16.3`.
    pub engine_version: Option<String>,
    /// `available`, `stopped`, ….
    pub status: Option<String>,
    /// The name of the administrator that it was made with.
    pub master_username: Option<String>,
    /// The port that it listens on.
    pub port: Option<i64>,
    /// Whether its storage is encrypted.
    pub storage_encrypted: bool,
    /// The KMS key.
    pub kms_key: Option<String>,
    /// Whether it has instances in several zones.
    pub multi_az: bool,
    /// Whether it takes minor versions of its engine by itself; `null` where only its instances say so.
    pub auto_minor_version_upgrade: Option<bool>,
    /// For how many days automated backups are kept.
    pub backup_retention_days: Option<i64>,
    /// How far it can be wound back, in seconds; 0 or `null` for not at all.
    pub backtrack_seconds: Option<i64>,
    /// The logs that it sends to CloudWatch Logs.
    pub log_exports: Vec<String>,
    /// Whether it cannot be deleted before this is off.
    pub deletion_protection: bool,
    /// Whether users may sign in as IAM principals.
    pub iam_authentication: bool,
    /// Whether snapshots get its tags.
    pub copies_tags_to_snapshots: bool,
    /// The parameter group.
    pub parameter_group: Option<String>,
    /// Facet: whether a plan of AWS Backup takes care of it.
    pub backup: Backup,
    /// Facet: the parameters by which it demands encrypted connections, `rds.force_ssl` and `require_secure_transport`.
    pub parameters: Vec<Parameter>,
}

/// A snapshot of an instance or of a cluster. Those of DocumentDB are none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// `instance` or `cluster`.
    pub of: String,
    /// The instance or cluster that it was made of.
    pub source_id: Option<String>,
    /// `postgres`, `aurora-mysql`, ….
    pub engine: String,
    /// `automated`, `manual` or `awsbackup`.
    pub snapshot_type: Option<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// The KMS key.
    pub kms_key: Option<String>,
    /// Facet: who else may restore it.
    pub sharing: Sharing,
}

/// Who may restore a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Whether every AWS account may.
    pub public: bool,
}

/// Settings that hold for one region of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSettings {
    /// The region.
    pub region: String,
    /// Facet: how many databases the region has.
    pub databases: Databases,
    /// Facet: who is told of what happens to databases.
    pub event_subscriptions: Vec<EventSubscription>,
}

/// How many databases a region has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Databases {
    /// The instances' number.
    pub instances: i64,
    /// The clusters' number.
    pub clusters: i64,
}

/// A subscription to events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventSubscription {
    /// What it is called.
    pub name: String,
    /// Whether it is on.
    pub enabled: bool,
    /// `db-instance`, `db-cluster`, `db-parameter-group`, `db-security-group`, …; `null` for all of them.
    pub source_type: Option<String>,
    /// `failure`, `maintenance`, …; none for all of them.
    pub categories: Vec<String>,
}
