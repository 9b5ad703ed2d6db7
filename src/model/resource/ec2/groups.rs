//! Shapes of security groups.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Asset, Property};

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
