//! Rules of security groups, entries of network ACLs, and routes.

use aws_sdk_ec2::types as sdk;

use crate::model::resource::ec2::groups::SecurityGroupRule;
use crate::model::resource::ec2::network::{NetworkAclEntry, Route};

/// The permissions of a security group; none where they are missing (a group without any has an empty list), or where one of them
/// lacks its protocol, one of its lists of sources, or one of the sources that it opens to.
pub(super) fn of_group(permissions: Option<Vec<sdk::IpPermission>>) -> Option<Vec<SecurityGroupRule>> {
    permissions?.into_iter().map(permission).collect()
}

fn permission(permission: sdk::IpPermission) -> Option<SecurityGroupRule> {
    Some(SecurityGroupRule {
        protocol: permission.ip_protocol?,
        from_port: permission.from_port.map(i64::from),
        to_port: permission.to_port.map(i64::from),
        ipv4_ranges: sources(permission.ip_ranges, |range| range.cidr_ip)?,
        ipv6_ranges: sources(permission.ipv6_ranges, |range| range.cidr_ipv6)?,
        prefix_list_ids: sources(permission.prefix_list_ids, |list| list.prefix_list_id)?,
        security_group_ids: sources(permission.user_id_group_pairs, |pair| pair.group_id)?,
    })
}

/// The names of a permission's sources of one kind; none where the list is missing (a permission without any has an empty one) or one
/// of them has no name.
fn sources<T>(list: Option<Vec<T>>, name: impl Fn(T) -> Option<String>) -> Option<Vec<String>> {
    list?.into_iter().map(name).collect()
}

/// The entries of a network ACL by direction and number; none where they are missing or one of them lacks what decides
/// its effect.
pub(super) fn of_acl(entries: Option<Vec<sdk::NetworkAclEntry>>) -> Option<Vec<NetworkAclEntry>> {
    let mut entries: Vec<_> = entries?.into_iter().map(entry).collect::<Option<_>>()?;
    entries.sort_by_key(|entry| (entry.egress, entry.number));
    Some(entries)
}

fn entry(entry: sdk::NetworkAclEntry) -> Option<NetworkAclEntry> {
    let ports = entry.port_range;
    Some(NetworkAclEntry {
        number: entry.rule_number?.into(),
        egress: entry.egress?,
        action: entry.rule_action?.as_str().to_owned(),
        protocol: entry.protocol?,
        ipv4_range: entry.cidr_block,
        ipv6_range: entry.ipv6_cidr_block,
        from_port: ports.as_ref().and_then(|ports| ports.from).map(i64::from),
        to_port: ports.as_ref().and_then(|ports| ports.to).map(i64::from),
    })
}

/// One route; of the many kinds of target a route has exactly one.
pub(super) fn route(route: sdk::Route) -> Route {
    let destination = [route.destination_cidr_block, route.destination_ipv6_cidr_block, route.destination_prefix_list_id];
    let target = [
        route.gateway_id,
        route.nat_gateway_id,
        route.transit_gateway_id,
        route.vpc_peering_connection_id,
        route.egress_only_internet_gateway_id,
        route.network_interface_id,
        route.instance_id,
        route.local_gateway_id,
        route.carrier_gateway_id,
        route.core_network_arn,
    ];
    let first =
        |candidates: &[Option<String>]| candidates.iter().flatten().find(|text| !text.is_empty()).cloned().unwrap_or_default();
    Route {
        destination: first(&destination),
        target: first(&target),
        state: route.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
    }
}
