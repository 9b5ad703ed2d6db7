//! Shapes of EC2, EBS and VPC.

pub mod compute;
pub mod groups;
pub mod network;
pub mod settings;
pub mod storage;

use compute::{Image, Instance, KeyPair, LaunchTemplate};
use groups::SecurityGroup;
use network::{Address, InternetGateway, NatGateway, NetworkAcl, RouteTable, Subnet, Vpc};
use settings::RegionSettings;
use storage::{Snapshot, Volume};

use super::ResourceType;
use super::backup::BACKUP;
use super::table::{facet, on_demand, regional, schema, setting};

/// What is called to know which subnets are public.
pub const SUBNET_ACTIONS: &[&str] = &["ec2:DescribeSubnets", "ec2:DescribeRouteTables"];

/// What is called to know what security groups let in.
pub const GROUP_ACTIONS: &[&str] = &["ec2:DescribeSecurityGroups", "ec2:GetManagedPrefixListEntries"];

/// Both: what is called to know how something faces the internet.
pub const EXPOSURE_ACTIONS: &[&str] =
    &["ec2:DescribeSubnets", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:GetManagedPrefixListEntries"];

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    regional("aws.ec2.address", "elastic IPs", &["ec2:DescribeAddresses"], schema::<Address>),
    regional("aws.ec2.image", "AMIs", &["ec2:DescribeImages"], schema::<Image>),
    ResourceType {
        facets: &[
            facet("exposure", EXPOSURE_ACTIONS),
            facet("source_image", &["ec2:DescribeImages"]),
            facet("systems_manager", &["ssm:DescribeInstanceInformation"]),
            facet("user_data", &["ec2:DescribeInstanceAttribute"]),
        ],
        ..regional("aws.ec2.instance", "EC2 instances", &["ec2:DescribeInstances"], schema::<Instance>)
    },
    regional("aws.ec2.internet_gateway", "internet gateways", &["ec2:DescribeInternetGateways"], schema::<InternetGateway>),
    regional("aws.ec2.key_pair", "key pairs", &["ec2:DescribeKeyPairs"], schema::<KeyPair>),
    on_demand(ResourceType {
        facets: &[facet("versions", &["ec2:DescribeLaunchTemplateVersions", "ec2:DescribeNetworkInterfaces"])],
        ..regional("aws.ec2.launch_template", "launch templates", &["ec2:DescribeLaunchTemplates"], schema::<LaunchTemplate>)
    }),
    regional("aws.ec2.nat_gateway", "NAT gateways", &["ec2:DescribeNatGateways"], schema::<NatGateway>),
    regional("aws.ec2.network_acl", "network ACLs", &["ec2:DescribeNetworkAcls"], schema::<NetworkAcl>),
    setting(ResourceType {
        facets: &[
            facet("ebs_encryption", &["ec2:GetEbsEncryptionByDefault"]),
            facet("image_sharing", &["ec2:GetImageBlockPublicAccessState"]),
            facet("instance_metadata", &["ec2:GetInstanceMetadataDefaults"]),
            facet("snapshot_sharing", &["ec2:GetSnapshotBlockPublicAccessState"]),
        ],
        ..regional("aws.ec2.region_settings", "EC2 settings", &[], schema::<RegionSettings>)
    }),
    regional("aws.ec2.route_table", "route tables", &["ec2:DescribeRouteTables"], schema::<RouteTable>),
    ResourceType {
        facets: &[
            facet("prefix_lists", &["ec2:GetManagedPrefixListEntries"]),
            facet("references", &["ec2:DescribeSecurityGroups", "lambda:ListFunctions"]),
            facet("usage", &["ec2:DescribeNetworkInterfaces"]),
        ],
        ..regional("aws.ec2.security_group", "security groups", &["ec2:DescribeSecurityGroups"], schema::<SecurityGroup>)
    },
    ResourceType {
        facets: &[facet("sharing", &["ec2:DescribeSnapshots"])],
        ..regional("aws.ec2.snapshot", "EBS snapshots", &["ec2:DescribeSnapshots"], schema::<Snapshot>)
    },
    ResourceType {
        facets: &[facet("is_public", &["ec2:DescribeRouteTables"])],
        ..regional("aws.ec2.subnet", "subnets", &["ec2:DescribeSubnets"], schema::<Subnet>)
    },
    ResourceType {
        facets: &[BACKUP, facet("snapshots", &["ec2:DescribeSnapshots"])],
        ..regional("aws.ec2.volume", "EBS volumes", &["ec2:DescribeVolumes"], schema::<Volume>)
    },
    ResourceType {
        facets: &[
            facet("endpoints", &["ec2:DescribeVpcEndpoints"]),
            facet("flow_logs", &["ec2:DescribeFlowLogs"]),
            facet("subnets", &["ec2:DescribeRouteTables", "ec2:DescribeSubnets"]),
        ],
        ..regional("aws.ec2.vpc", "VPCs", &["ec2:DescribeVpcs"], schema::<Vpc>)
    },
];
