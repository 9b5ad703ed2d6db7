//! Networks and what guards them: VPCs, subnets, routes, gateways, addresses, groups and lists.

use aws_sdk_ec2::types as sdk;
use serde::Serialize;
use serde_json::json;

use super::super::super::errors::gap;
use super::super::super::pages::{Page, Pages, pages};
use super::super::asset::time;
use super::super::strict::listed;
use super::{PAGE, Place, owned_by, rules};
use crate::model::Asset;
use crate::model::resource::ec2::groups::SecurityGroupRule;
use crate::model::resource::ec2::network::{Address, InternetGateway, NatGateway, NetworkAcl, RouteTable};
use crate::provider::Listing;

/// The properties of a security group that its listing gives.
#[derive(Serialize)]
struct ListedGroup {
    name: String,
    description: String,
    vpc_id: Option<String>,
    ingress: Vec<SecurityGroupRule>,
    egress: Vec<SecurityGroupRule>,
}

/// DescribeSecurityGroups.
pub(super) async fn security_groups(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeSecurityGroups", place.region, |token| {
        let request = client.describe_security_groups().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.security_groups), next: answer.next_token }) }
    });
    place.listing("securityGroupInfo", pages.await, security_group)
}

fn security_group(place: &Place<'_>, group: sdk::SecurityGroup) -> Asset {
    let ingress = rules::of_group(group.ip_permissions);
    let egress = rules::of_group(group.ip_permissions_egress);
    let properties = ListedGroup {
        name: group.group_name.clone().unwrap_or_default(),
        description: group.description.unwrap_or_default(),
        vpc_id: group.vpc_id,
        ingress: ingress.clone().unwrap_or_default(),
        egress: egress.clone().unwrap_or_default(),
    };
    let id = group.group_id.unwrap_or_default();
    let arn = super::arn(place.session, "ec2", place.region, &format!("security-group/{id}"));
    let name = group.group_name.unwrap_or_else(|| id.clone());
    let asset = owned_by(place.named(arn, id, name, group.tags, &properties), group.owner_id);
    place.requiring(place.requiring(asset, "ingress", ingress), "egress", egress)
}

/// DescribeNetworkAcls.
pub(super) async fn network_acls(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeNetworkAcls", place.region, |token| {
        let request = client.describe_network_acls().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.network_acls), next: answer.next_token }) }
    });
    place.listing("networkAclSet", pages.await, network_acl)
}

fn network_acl(place: &Place<'_>, acl: sdk::NetworkAcl) -> Asset {
    let entries = rules::of_acl(acl.entries);
    let told = acl.associations.as_ref().map(|_| ());
    let properties = NetworkAcl {
        vpc_id: acl.vpc_id,
        is_default: acl.is_default.unwrap_or_default(),
        subnet_ids: acl.associations.unwrap_or_default().into_iter().filter_map(|association| association.subnet_id).collect(),
        entries: entries.clone().unwrap_or_default(),
    };
    let asset = place.asset("network-acl", acl.network_acl_id, acl.tags, &properties);
    let asset = place.requiring(place.requiring(asset, "subnet_ids", told), "is_default", acl.is_default);
    place.requiring(owned_by(asset, acl.owner_id), "entries", entries)
}

/// DescribeVpcs.
pub(super) async fn vpcs(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeVpcs", place.region, |token| {
        let request = client.describe_vpcs().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.vpcs), next: answer.next_token }) }
    });
    place.listing("vpcSet", pages.await, vpc)
}

fn vpc(place: &Place<'_>, vpc: sdk::Vpc) -> Asset {
    let ipv4 = vpc.cidr_block_association_set.unwrap_or_default().into_iter().filter_map(|association| association.cidr_block);
    let ipv6 =
        vpc.ipv6_cidr_block_association_set.unwrap_or_default().into_iter().filter_map(|association| association.ipv6_cidr_block);
    let mut ipv4_ranges: Vec<String> = ipv4.collect();
    if let Some(first) = vpc.cidr_block.filter(|first| !ipv4_ranges.contains(first)) {
        ipv4_ranges.insert(0, first);
    }
    let properties = json!({
        "state": vpc.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        "is_default": vpc.is_default.unwrap_or_default(),
        "ipv4_ranges": ipv4_ranges,
        "ipv6_ranges": ipv6.collect::<Vec<_>>(),
        "dhcp_options_id": vpc.dhcp_options_id,
    });
    let asset = place.asset("vpc", vpc.vpc_id, vpc.tags, &properties);
    place.requiring(owned_by(asset, vpc.owner_id), "is_default", vpc.is_default)
}

/// DescribeSubnets.
pub(super) async fn subnets(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeSubnets", place.region, |token| {
        let request = client.describe_subnets().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.subnets), next: answer.next_token }) }
    });
    place.listing("subnetSet", pages.await, subnet)
}

fn subnet(place: &Place<'_>, subnet: sdk::Subnet) -> Asset {
    let ipv6 = subnet
        .ipv6_cidr_block_association_set
        .unwrap_or_default()
        .into_iter()
        .filter_map(|association| association.ipv6_cidr_block);
    let properties = json!({
        "vpc_id": subnet.vpc_id,
        "availability_zone": subnet.availability_zone.unwrap_or_default(),
        "ipv4_range": subnet.cidr_block,
        "ipv6_ranges": ipv6.collect::<Vec<_>>(),
        "auto_assign_public_ip": subnet.map_public_ip_on_launch.unwrap_or_default(),
        "is_default": subnet.default_for_az.unwrap_or_default(),
    });
    let asset = place.asset("subnet", subnet.subnet_id, subnet.tags, &properties);
    place.requiring(owned_by(asset, subnet.owner_id), "auto_assign_public_ip", subnet.map_public_ip_on_launch)
}

/// The largest page of DescribeRouteTables.
const ROUTE_TABLES_PAGE: i32 = 100;

/// DescribeRouteTables.
pub(super) async fn route_tables(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeRouteTables", place.region, |token| {
        let request = client.describe_route_tables().max_results(ROUTE_TABLES_PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.route_tables), next: answer.next_token }) }
    });
    place.listing("routeTableSet", pages.await, route_table)
}

fn route_table(place: &Place<'_>, table: sdk::RouteTable) -> Asset {
    let (served, routed) = (table.associations.as_ref().map(|_| ()), table.routes.as_ref().map(|_| ()));
    let associations = table.associations.unwrap_or_default();
    let properties = RouteTable {
        vpc_id: table.vpc_id,
        is_main: associations.iter().any(|association| association.main == Some(true)),
        subnet_ids: associations.into_iter().filter_map(|association| association.subnet_id).collect(),
        routes: table.routes.unwrap_or_default().into_iter().map(rules::route).collect(),
    };
    let asset = place.asset("route-table", table.route_table_id, table.tags, &properties);
    let asset = place.requiring(place.requiring(asset, "subnet_ids", served), "is_main", served);
    place.requiring(owned_by(asset, table.owner_id), "routes", routed)
}

/// DescribeInternetGateways.
pub(super) async fn internet_gateways(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeInternetGateways", place.region, |token| {
        let request = client.describe_internet_gateways().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.internet_gateways), next: answer.next_token }) }
    });
    place.listing("internetGatewaySet", pages.await, |place, gateway| {
        let attachments = gateway.attachments.unwrap_or_default();
        let properties = InternetGateway { vpc_ids: attachments.into_iter().filter_map(|attachment| attachment.vpc_id).collect() };
        place.asset("internet-gateway", gateway.internet_gateway_id, gateway.tags, &properties)
    })
}

/// DescribeNatGateways.
pub(super) async fn nat_gateways(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeNatGateways", place.region, |token| {
        let request = client.describe_nat_gateways().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.nat_gateways), next: answer.next_token }) }
    });
    place.listing("natGatewaySet", pages.await, nat_gateway)
}

fn nat_gateway(place: &Place<'_>, gateway: sdk::NatGateway) -> Asset {
    let addresses = gateway.nat_gateway_addresses.unwrap_or_default();
    let properties = NatGateway {
        state: gateway.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        vpc_id: gateway.vpc_id,
        subnet_id: gateway.subnet_id,
        connectivity: gateway.connectivity_type.map_or_else(|| "public".to_owned(), |kind| kind.as_str().to_owned()),
        public_ips: addresses.into_iter().filter_map(|address| address.public_ip).collect(),
        created_at: time(gateway.create_time.as_ref()),
    };
    place.asset("natgateway", gateway.nat_gateway_id, gateway.tags, &properties)
}

/// DescribeAddresses, which has no pages.
pub(super) async fn addresses(place: &Place<'_>) -> Listing {
    match place.session.ec2(place.region).describe_addresses().send().await {
        Err(error) => Listing { gaps: vec![gap("ec2:DescribeAddresses", place.region, &error)], ..Listing::default() },
        Ok(answer) => place.listing("addressesSet", Pages { items: listed(answer.addresses), gap: None }, address),
    }
}

fn address(place: &Place<'_>, address: sdk::Address) -> Asset {
    let public_ip = address.public_ip.unwrap_or_default();
    let instance_id = address.instance_id.filter(|id| !id.is_empty());
    let network_interface_id = address.network_interface_id.filter(|id| !id.is_empty());
    let properties = Address {
        associated: address.association_id.is_some() || instance_id.is_some() || network_interface_id.is_some(),
        public_ip: public_ip.clone(),
        instance_id,
        network_interface_id,
    };
    let id = address.allocation_id.unwrap_or_else(|| public_ip.clone());
    let arn = super::arn(place.session, "ec2", place.region, &format!("elastic-ip/{id}"));
    place.named(arn, id, public_ip, address.tags, &properties)
}
