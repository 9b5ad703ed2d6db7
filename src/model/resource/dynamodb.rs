//! Shapes of DynamoDB and its accelerator, DAX.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::backup::{BACKUP_OF_TABLES, Backup};
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(regional("aws.dynamodb.accelerator", "DAX clusters", &["dax:DescribeClusters"], schema::<Accelerator>)),
    on_demand(ResourceType {
        facets: &[
            BACKUP_OF_TABLES,
            facet("description", &["dynamodb:DescribeTable"]),
            facet("point_in_time_recovery", &["dynamodb:DescribeContinuousBackups"]),
            facet("policy", &["dynamodb:GetResourcePolicy"]),
            facet("scaled_dimensions", &["application-autoscaling:DescribeScalableTargets"]),
        ],
        ..regional("aws.dynamodb.table", "DynamoDB tables", &["dynamodb:ListTables"], schema::<Table>)
    }),
];

/// A DAX cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accelerator {
    /// The cluster's name.
    pub name: String,
    /// `available`, ….
    pub status: Option<String>,
    /// `ENABLED`, `ENABLING`, `DISABLING` or `DISABLED`: encryption at rest.
    pub encryption_at_rest: String,
    /// `TLS` or `NONE`: encryption in transit.
    pub encryption_in_transit: String,
    /// The availability zones of its nodes, each once.
    pub availability_zones: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The table's name.
    pub name: String,
    /// Facet: whether AWS Backup takes care of it.
    pub backup: Backup,
    /// Facet: what DescribeTable says.
    pub description: TableDescription,
    /// Facet: whether it can be restored to any moment of the last days.
    pub point_in_time_recovery: PointInTimeRecovery,
    /// Facet: who may use it; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
    /// Facet: the capacities of the table that Application Auto Scaling looks after: `ReadCapacityUnits`, `WriteCapacityUnits`.
    pub scaled_dimensions: Vec<String>,
}

/// What DescribeTable says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableDescription {
    /// `ACTIVE`, `CREATING`, ….
    pub status: Option<String>,
    /// `PROVISIONED` or `PAY_PER_REQUEST`.
    pub billing_mode: String,
    /// Whether it is protected against deletion.
    pub deletion_protection: bool,
    /// `KMS`; `null` for the key that DynamoDB itself owns.
    pub encryption: Option<String>,
    /// The KMS key; `null` for the one that DynamoDB itself owns.
    pub kms_key: Option<String>,
}

/// Whether a table can be restored to any moment of the last days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointInTimeRecovery {
    /// Whether it can.
    pub enabled: bool,
}
