//! Shapes of EKS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::table::{logged, regional, schema};
use super::{ChangeLog, LogPlace, ResourceType, Sweep};

/// "Log API calls as AWS CloudTrail events" in the EKS user guide; the API calls a cluster's name `name` or `clusterName`. Updates go
/// on for a while after their call.
const EKS_LOG: ChangeLog = ChangeLog {
    sources: &["eks.amazonaws.com"],
    naming: &["name", "clusterName"],
    place: LogPlace::OwnRegion,
    settled: Some("ACTIVE"),
};
/// The size of a node group is also changed through its Auto Scaling group.
const NODE_GROUP_LOG: ChangeLog = ChangeLog {
    sources: &["eks.amazonaws.com", "autoscaling.amazonaws.com"],
    naming: EKS_LOG.naming,
    place: EKS_LOG.place,
    settled: EKS_LOG.settled,
};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[logged("configuration", &["eks:DescribeAddon"], &EKS_LOG)],
        ..regional("aws.eks.add_on", "EKS add-ons", &["eks:ListClusters", "eks:ListAddons"], schema::<AddOn>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[logged("configuration", &["eks:DescribeCluster"], &EKS_LOG)],
        ..regional("aws.eks.cluster", "EKS clusters", &["eks:ListClusters"], schema::<Cluster>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[logged("configuration", &["eks:DescribeNodegroup"], &NODE_GROUP_LOG)],
        ..regional("aws.eks.node_group", "EKS node groups", &["eks:ListClusters", "eks:ListNodegroups"], schema::<NodeGroup>)
    },
];

/// A Kubernetes cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// The cluster's name.
    pub name: String,
    /// Facet: all that DescribeCluster says.
    pub configuration: ClusterConfiguration,
}

/// How a cluster is set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterConfiguration {
    /// Kubernetes version: `1.32`.
    pub version: String,
    /// EKS platform version.
    pub platform_version: String,
    /// `ACTIVE`, `CREATING`, ….
    pub status: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// The cluster's role.
    pub role_arn: String,
    /// Whether the API endpoint answers from the internet.
    pub endpoint_public_access: bool,
    /// Whether the API endpoint answers inside the VPC.
    pub endpoint_private_access: bool,
    /// Which addresses reach the public endpoint; counts only where it is on.
    pub public_access_cidrs: Vec<String>,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// The subnets.
    pub subnet_ids: Vec<String>,
    /// Security groups besides the cluster's own.
    pub security_group_ids: Vec<String>,
    /// The security group that EKS made.
    pub cluster_security_group_id: Option<String>,
    /// Control plane logs that are on: `api`, `audit`, `authenticator`, `controllerManager`, `scheduler`.
    pub enabled_log_types: Vec<String>,
    /// The KMS key that encrypts Kubernetes secrets; `null` for none of the user's own.
    pub secrets_kms_key: Option<String>,
    /// The OpenID Connect issuer; `null` for none.
    pub oidc_issuer: Option<String>,
    /// `API`, `API_AND_CONFIG_MAP` or `CONFIG_MAP`.
    pub authentication_mode: Option<String>,
    /// Whether the cluster may not be deleted.
    pub deletion_protection: bool,
    /// Tags, as the cluster carries them.
    pub tags: std::collections::BTreeMap<String, String>,
}

/// A managed node group of a cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NodeGroup {
    /// The node group's name.
    pub name: String,
    /// The cluster's name.
    pub cluster: String,
    /// Facet: all that DescribeNodegroup says.
    pub configuration: NodeGroupConfiguration,
}

/// How a node group is set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NodeGroupConfiguration {
    /// The node group's ARN, which its listing does not tell.
    pub arn: Option<String>,
    /// `ACTIVE`, `CREATING`, ….
    pub status: String,
    /// Kubernetes version.
    pub version: Option<String>,
    /// `AL2023_x86_64_STANDARD`, `BOTTLEROCKET_ARM_64`, ….
    pub ami_type: Option<String>,
    /// The AMI's release.
    pub release_version: Option<String>,
    /// `ON_DEMAND` or `SPOT`.
    pub capacity_type: Option<String>,
    /// The instance types.
    pub instance_types: Vec<String>,
    /// The nodes' role.
    pub node_role_arn: Option<String>,
    /// The subnets.
    pub subnet_ids: Vec<String>,
    /// The key pair for remote access; `null` for none.
    pub remote_access_key_pair: Option<String>,
    /// The security groups that may reach the nodes; empty for the whole internet where remote access is on.
    pub remote_access_security_group_ids: Vec<String>,
    /// Nodes that are wanted.
    pub desired_size: Option<i64>,
}

/// An add-on of a cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddOn {
    /// The add-on's name: `vpc-cni`.
    pub name: String,
    /// The cluster's name.
    pub cluster: String,
    /// Facet: all that DescribeAddon says.
    pub configuration: AddOnConfiguration,
}

/// How an add-on is set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddOnConfiguration {
    /// The add-on's ARN, which its listing does not tell.
    pub arn: Option<String>,
    /// The add-on's version.
    pub version: Option<String>,
    /// `ACTIVE`, `DEGRADED`, ….
    pub status: String,
    /// The role of its service account; `null` for the nodes' own.
    pub service_account_role_arn: Option<String>,
}
