//! Shapes of EC2 Auto Scaling.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::ec2::compute::{TemplateMetadataOptions, UserData};
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(ResourceType {
        facets: &[facet("launch_configuration", &["autoscaling:DescribeLaunchConfigurations"])],
        ..regional("aws.autoscaling.group", "Auto Scaling groups", &["autoscaling:DescribeAutoScalingGroups"], schema::<Group>)
    }),
    on_demand(regional(
        "aws.autoscaling.launch_configuration",
        "launch configurations",
        &["autoscaling:DescribeLaunchConfigurations"],
        schema::<LaunchConfiguration>,
    )),
];

/// An Auto Scaling group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The group's name.
    pub name: String,
    /// The availability zones that it may use.
    pub availability_zones: Vec<String>,
    /// The zones in which it has instances now.
    pub zones_in_use: Vec<ZoneInUse>,
    /// How it learns that an instance is ill: `EC2`, `ELB`, `VPC_LATTICE`, `EBS`.
    pub health_checks: Vec<String>,
    /// The classic load balancers before it.
    pub load_balancers: Vec<String>,
    /// The target groups of other load balancers that it fills.
    pub target_group_arns: Vec<String>,
    /// Whether it replaces a spot instance before that is interrupted.
    pub capacity_rebalance: bool,
    /// Whether it starts instances from a launch template, alone or in a mixed instances policy.
    pub uses_launch_template: bool,
    /// The launch configuration that it starts instances from; `null` for none.
    pub launch_configuration_name: Option<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Facet: that launch configuration; `null` for none.
    pub launch_configuration: Option<LaunchConfiguration>,
}

/// The instances of a group in one availability zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ZoneInUse {
    /// `eu-west-1a`.
    pub name: String,
    /// Their instance types, each once.
    pub instance_types: Vec<String>,
}

/// A launch configuration, the older kind of launch template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaunchConfiguration {
    /// Its name.
    pub name: String,
    /// The AMI.
    pub image_id: String,
    /// `t3.micro`.
    pub instance_type: String,
    /// Whether instances get a public IPv4 address; `null` where the subnet decides.
    pub assigns_public_ip: Option<bool>,
    /// The instance metadata service; `null` where it says nothing of it.
    pub metadata_options: Option<TemplateMetadataOptions>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// The user data; `null` where it has none.
    pub user_data: Option<UserData>,
}
