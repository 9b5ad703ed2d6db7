//! Shapes of EC2, EBS and VPC.

pub mod compute;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use compute::{Exposure, InstanceInterface, LaunchTemplate, ManagedInstance, SourceImage, UserData};

use super::backup::{BACKUP, Backup};
use super::table::{facet, on_demand, regional, schema};
use super::{Nature, ResourceType};
use crate::model::{Asset, Property};

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
    ResourceType {
        nature: Nature::Setting,
        facets: &[
            facet("ebs_encryption", &["ec2:GetEbsEncryptionByDefault"]),
            facet("image_sharing", &["ec2:GetImageBlockPublicAccessState"]),
            facet("instance_metadata", &["ec2:GetInstanceMetadataDefaults"]),
            facet("snapshot_sharing", &["ec2:GetSnapshotBlockPublicAccessState"]),
        ],
        ..regional("aws.ec2.region_settings", "EC2 region settings", &[], schema::<RegionSettings>)
    },
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

/// What a region's settings are called, which have neither name nor id of their own.
pub const EC2_SETTINGS: &str = "EC2 settings";

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

/// A virtual machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// `pending`, `running`, `stopping`, `stopped`, `shutting-down` or `terminated`.
    pub state: String,
    /// `t3.micro`.
    pub instance_type: String,
    /// The AMI that it was started from.
    pub image_id: String,
    /// RFC 3339.
    pub launched_at: Option<String>,
    /// `windows`; `null` for everything else.
    pub platform: Option<String>,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// The subnet.
    pub subnet_id: Option<String>,
    /// The first private IPv4 address.
    pub private_ip: Option<String>,
    /// The public IPv4 address.
    pub public_ip: Option<String>,
    /// Every IPv6 address.
    pub ipv6_addresses: Vec<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
    /// ARN of the instance profile.
    pub instance_profile_arn: Option<String>,
    /// Name of the key pair.
    pub key_pair: Option<String>,
    /// The instance metadata service.
    pub metadata_options: MetadataOptions,
    /// Whether detailed monitoring is on.
    pub detailed_monitoring: bool,
    /// The volumes attached.
    pub volume_ids: Vec<String>,
    /// The network interfaces; empty for a terminated instance.
    pub network_interfaces: Vec<InstanceInterface>,
    /// `hvm` or `paravirtual`.
    pub virtualization: String,
    /// Whether it may start Nitro enclaves.
    pub enclaves_enabled: bool,
    /// When it was stopped or terminated, RFC 3339; `null` while it runs, and where EC2 does not tell.
    pub stopped_at: Option<String>,
    /// Facet: what of it faces the internet.
    pub exposure: Exposure,
    /// Facet: the AMI that it was started from; `null` where that is there no more or is not shared with the account any longer.
    pub source_image: Option<SourceImage>,
    /// Facet: what Systems Manager knows of it; `null` where it does not manage it.
    pub systems_manager: Option<ManagedInstance>,
    /// Facet: its user data; `null` where it has none.
    pub user_data: Option<UserData>,
}

/// The instance metadata service of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MetadataOptions {
    /// `enabled` or `disabled`.
    pub http_endpoint: String,
    /// `required` for version 2 only, `optional` for both versions.
    pub http_tokens: String,
    /// How many hops an answer may take.
    pub hop_limit: i64,
}

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

/// An AMI of the account's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// The AMI's name.
    pub name: String,
    /// `available`, `pending`, ….
    pub state: String,
    /// Whether everyone may start it.
    pub public: bool,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// `x86_64`, `arm64`.
    pub architecture: String,
    /// `v2.0` where instances started from it default to metadata version 2.
    pub imds_support: Option<String>,
    /// The snapshots that it is made of.
    pub snapshot_ids: Vec<String>,
}

/// A security group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroup {
    /// The group's name; `default` for the VPC's own.
    pub name: String,
    /// The user's description.
    pub description: String,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// What may come in, one entry per permission.
    pub ingress: Vec<SecurityGroupRule>,
    /// What may go out.
    pub egress: Vec<SecurityGroupRule>,
    /// Facet: the managed prefix lists that the rules for what may come in refer to.
    pub prefix_lists: Vec<PrefixList>,
    /// Facet: who refers to the group besides the interfaces that carry it.
    pub references: GroupReferences,
    /// Facet: where the group is in force.
    pub usage: GroupUsage,
}

/// Where a security group is in force: nowhere where it has no network interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupUsage {
    /// The network interfaces that carry it.
    pub network_interfaces: Vec<NetworkInterface>,
}

/// A network interface, as far as security groups are concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkInterface {
    /// `eni-0123456789abcdef0`.
    pub id: String,
    /// `interface`, `lambda`, `network_load_balancer`, `vpc_endpoint`, ….
    pub interface_type: String,
    /// Who owns what it is attached to: an account, or AWS under a name such as `amazon-elb`; `null` where it is attached to nothing.
    pub instance_owner: Option<String>,
}

/// What names a security group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupReferences {
    /// Lambda functions that run with it, by name.
    pub functions: Vec<String>,
    /// Security groups whose rules name it, by id; perhaps itself.
    pub security_group_ids: Vec<String>,
}

/// A managed prefix list: address ranges under one name, the account's own or AWS's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrefixList {
    /// `pl-0123456789abcdef0`.
    pub id: String,
    /// Its address ranges, IPv4 or IPv6.
    pub ranges: Vec<String>,
}

/// The ids of the managed prefix lists that a security group's rules for what comes in name.
#[must_use]
pub fn prefix_lists_let_in(group: &Asset) -> BTreeSet<&str> {
    let rules = group.properties.get("ingress").map_or(&[][..], Property::items);
    let named = rules.iter().filter_map(|rule| rule.at("prefix_list_ids")).flat_map(Property::items);
    named.filter_map(Property::as_text).collect()
}

/// One permission of a security group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupRule {
    /// `tcp`, `udp`, `icmp`, `icmpv6`, a protocol number, or `-1` for every protocol.
    pub protocol: String,
    /// The first port, or the ICMP type; `null` for every port. -1 means every ICMP type.
    pub from_port: Option<i64>,
    /// The last port, or the ICMP code; `null` for every port.
    pub to_port: Option<i64>,
    /// IPv4 ranges.
    pub ipv4_ranges: Vec<String>,
    /// IPv6 ranges.
    pub ipv6_ranges: Vec<String>,
    /// Managed prefix lists; what may come in by them stands in the group's `prefix_lists`.
    pub prefix_list_ids: Vec<String>,
    /// Security groups.
    pub security_group_ids: Vec<String>,
}

/// A network access control list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkAcl {
    /// The VPC.
    pub vpc_id: Option<String>,
    /// Whether it is the VPC's own.
    pub is_default: bool,
    /// The subnets that it guards.
    pub subnet_ids: Vec<String>,
    /// The entries, by direction and number.
    pub entries: Vec<NetworkAclEntry>,
}

/// An entry of a network access control list; the lowest number that matches decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkAclEntry {
    /// The entry's number; 32767 is the final deny.
    pub number: i64,
    /// Whether it concerns what goes out.
    pub egress: bool,
    /// `allow` or `deny`.
    pub action: String,
    /// A protocol number, or `-1` for every protocol.
    pub protocol: String,
    /// The IPv4 range.
    pub ipv4_range: Option<String>,
    /// The IPv6 range.
    pub ipv6_range: Option<String>,
    /// The first port; `null` for every port.
    pub from_port: Option<i64>,
    /// The last port.
    pub to_port: Option<i64>,
}

/// A virtual network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vpc {
    /// `available` or `pending`.
    pub state: String,
    /// Whether AWS made it.
    pub is_default: bool,
    /// IPv4 ranges.
    pub ipv4_ranges: Vec<String>,
    /// IPv6 ranges.
    pub ipv6_ranges: Vec<String>,
    /// The DHCP options.
    pub dhcp_options_id: Option<String>,
    /// Facet: its endpoints.
    pub endpoints: Vec<Endpoint>,
    /// Facet: the flow logs of the VPC as a whole; those of single subnets and interfaces are not among them.
    pub flow_logs: Vec<FlowLog>,
    /// Facet: its subnets.
    pub subnets: Vec<SubnetOfVpc>,
}

/// An endpoint as its VPC sees it; `aws.ec2.vpc_endpoint` has more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// `vpce-0123456789abcdef0`.
    pub id: String,
    /// `com.amazonaws.eu-west-1.s3`; `null` for what is no service.
    pub service_name: Option<String>,
}

/// A flow log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowLog {
    /// `fl-0123456789abcdef0`.
    pub id: String,
    /// `ACTIVE`.
    pub status: String,
    /// `ACCEPT`, `REJECT` or `ALL`; `null` where AWS does not say.
    pub traffic: Option<String>,
    /// `cloud-watch-logs`, `s3` or `kinesis-data-firehose`.
    pub destination_type: Option<String>,
    /// Where it goes: an ARN, or the name of a log group.
    pub destination: Option<String>,
    /// Why it could not be delivered last; `null` where it could.
    pub delivery_error: Option<String>,
}

/// A subnet as its VPC sees it; `aws.ec2.subnet` has more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubnetOfVpc {
    /// `subnet-0123456789abcdef0`.
    pub id: String,
    /// The availability zone.
    pub availability_zone: String,
    /// Whether it has a route to the internet through an internet gateway.
    pub is_public: bool,
}

/// A subnet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subnet {
    /// The VPC.
    pub vpc_id: Option<String>,
    /// The availability zone.
    pub availability_zone: String,
    /// The IPv4 range.
    pub ipv4_range: Option<String>,
    /// IPv6 ranges.
    pub ipv6_ranges: Vec<String>,
    /// Whether instances get a public address unless said otherwise.
    pub auto_assign_public_ip: bool,
    /// Whether it is the zone's default.
    pub is_default: bool,
    /// Facet: whether it has a route to the internet through an internet gateway.
    pub is_public: bool,
}

/// A route table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteTable {
    /// The VPC.
    pub vpc_id: Option<String>,
    /// Whether it serves the subnets that have none of their own.
    pub is_main: bool,
    /// The subnets that it serves by name.
    pub subnet_ids: Vec<String>,
    /// The routes.
    pub routes: Vec<Route>,
}

/// A route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// An IPv4 range, an IPv6 range or a prefix list.
    pub destination: String,
    /// A gateway, interface, peering connection, …; `local` for the VPC itself.
    pub target: String,
    /// `active` or `blackhole`.
    pub state: String,
}

/// An internet gateway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InternetGateway {
    /// The VPCs that it is attached to: none or one.
    pub vpc_ids: Vec<String>,
}

/// A NAT gateway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NatGateway {
    /// `available`, `pending`, `deleting`, `deleted` or `failed`.
    pub state: String,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// The subnet.
    pub subnet_id: Option<String>,
    /// `public` or `private`.
    pub connectivity: String,
    /// Its public IPv4 addresses.
    pub public_ips: Vec<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
}

/// An elastic IP address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The address.
    pub public_ip: String,
    /// The instance that holds it.
    pub instance_id: Option<String>,
    /// The network interface that holds it.
    pub network_interface_id: Option<String>,
    /// Whether something holds it.
    pub associated: bool,
}

/// A key pair for signing in to instances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyPair {
    /// The key pair's name.
    pub name: String,
    /// `rsa` or `ed25519`.
    pub key_type: String,
    /// The public key's fingerprint.
    pub fingerprint: String,
    /// RFC 3339.
    pub created_at: Option<String>,
}
