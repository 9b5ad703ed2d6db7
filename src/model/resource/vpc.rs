//! Shapes of EC2's networking that is listed only where a check looks at it: endpoints, connections between networks, VPNs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, global, on_demand, regional, schema, setting};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    setting(ResourceType {
        facets: &[facet("vpc_regions", &["ec2:DescribeVpcs"])],
        ..global("aws.ec2.account_settings", "EC2 account settings", &[], schema::<AccountSettings>)
    }),
    on_demand(regional(
        "aws.ec2.client_vpn_endpoint",
        "Client VPN endpoints",
        &["ec2:DescribeClientVpnEndpoints"],
        schema::<ClientVpnEndpoint>,
    )),
    on_demand(regional("aws.ec2.transit_gateway", "transit gateways", &["ec2:DescribeTransitGateways"], schema::<TransitGateway>)),
    on_demand(regional("aws.ec2.vpc_endpoint", "VPC endpoints", &["ec2:DescribeVpcEndpoints"], schema::<VpcEndpoint>)),
    on_demand(ResourceType {
        facets: &[facet("allowed_principals", &["ec2:DescribeVpcEndpointServicePermissions"])],
        ..regional(
            "aws.ec2.vpc_endpoint_service",
            "VPC endpoint services",
            &["ec2:DescribeVpcEndpointServiceConfigurations"],
            schema::<VpcEndpointService>,
        )
    }),
    on_demand(ResourceType {
        facets: &[facet("routes", &["ec2:DescribeRouteTables"])],
        ..regional(
            "aws.ec2.vpc_peering_connection",
            "VPC peering connections",
            &["ec2:DescribeVpcPeeringConnections"],
            schema::<VpcPeeringConnection>,
        )
    }),
    on_demand(regional("aws.ec2.vpn_connection", "VPN connections", &["ec2:DescribeVpnConnections"], schema::<VpnConnection>)),
];

/// What EC2 holds of the account as a whole, every region of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountSettings {
    /// The account's id, twelve digits.
    pub id: String,
    /// Facet: the VPCs of each region that the account has enabled, whichever regions are scanned.
    pub vpc_regions: Vec<VpcRegion>,
}

/// The VPCs of one region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VpcRegion {
    /// The region.
    pub region: String,
    /// The VPCs, AWS's own included.
    pub vpcs: i64,
    /// Those among them that AWS did not make.
    pub own_vpcs: i64,
}

/// Where people's computers enter a network by OpenVPN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientVpnEndpoint {
    /// The user's description.
    pub description: String,
    /// `pending-associate`, `available`, `deleting` or `deleted`.
    pub state: String,
    /// The VPC; `null` while it has none.
    pub vpc_id: Option<String>,
    /// Whether connections are logged.
    pub connection_logging: bool,
    /// Where they are logged.
    pub log_group: Option<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
}

/// A hub that joins networks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TransitGateway {
    /// The user's description.
    pub description: String,
    /// `pending`, `available`, `modifying`, `deleting` or `deleted`.
    pub state: String,
    /// The account that owns it; another one where it is shared.
    pub owner_id: String,
    /// Whether networks of other accounts may join without being asked.
    pub auto_accept_shared_attachments: bool,
}

/// A private way from a VPC to a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VpcEndpoint {
    /// `Interface`, `Gateway`, `GatewayLoadBalancer`, `Resource` or `ServiceNetwork`.
    pub endpoint_type: String,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// `com.amazonaws.eu-west-1.s3`; `null` for what is no service.
    pub service_name: Option<String>,
    /// `available`, `pending`, `deleting`, …, in lower case.
    pub state: String,
    /// Who may do what through it; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
    /// The subnets that it is in, at most one of each availability zone.
    pub subnet_ids: Vec<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
    /// Whether the service's own name leads to it.
    pub private_dns: bool,
}

/// A service of the account's own that others reach through endpoints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VpcEndpointService {
    /// `com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0`.
    pub service_name: String,
    /// `Available`, `Pending`, `Deleting`, `Deleted` or `Failed`.
    pub state: String,
    /// Whether each endpoint has to be accepted.
    pub acceptance_required: bool,
    /// Facet: who may make an endpoint to it.
    pub allowed_principals: Vec<AllowedPrincipal>,
}

/// Someone who may make an endpoint to a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllowedPrincipal {
    /// The ARN, or `*` for everyone.
    pub principal: String,
    /// `Account`, `User`, `Role`, `OrganizationUnit`, `Service` or `All`; empty where AWS does not say.
    pub kind: String,
    /// The account; `null` for what belongs to none, such as everyone.
    pub account_id: Option<String>,
}

/// A connection between two VPCs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VpcPeeringConnection {
    /// `active`, `pending-acceptance`, `deleted`, ….
    pub state: String,
    /// The side that asked for it.
    pub requester: PeeredVpc,
    /// The side that accepted it.
    pub accepter: PeeredVpc,
    /// Facet: the routes of the region that lead into it.
    pub routes: Vec<PeeringRoute>,
}

/// One side of a peering connection.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeeredVpc {
    /// The VPC.
    pub vpc_id: String,
    /// Whose it is.
    pub account_id: String,
    /// Where it is.
    pub region: String,
    /// Its address ranges, IPv4 and IPv6; none are told before the connection is active.
    pub ranges: Vec<String>,
}

/// A route into a peering connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeeringRoute {
    /// The route table.
    pub route_table_id: String,
    /// The address range that it leads to.
    pub destination: String,
}

/// A VPN to a network outside AWS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VpnConnection {
    /// `pending`, `available`, `deleting` or `deleted`.
    pub state: String,
    /// The customer's side.
    pub customer_gateway_id: Option<String>,
    /// AWS's side, a virtual private gateway or a transit gateway.
    pub gateway_id: Option<String>,
    /// The tunnels, two as a rule.
    pub tunnels: Vec<VpnTunnel>,
}

/// One tunnel of a VPN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VpnTunnel {
    /// AWS's address.
    pub address: String,
    /// `UP` or `DOWN`.
    pub status: String,
}
