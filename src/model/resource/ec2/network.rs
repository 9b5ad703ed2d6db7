//! Shapes of networks: VPCs, subnets, routes, gateways, addresses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
