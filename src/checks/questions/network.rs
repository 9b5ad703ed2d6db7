//! Questions about address ranges, the rules of security groups and the entries of network ACLs.

use std::sync::Arc;

use super::{Answer, Function, all_of, any_item, any_of, field, not, text};
use crate::model::{Gap, GapKind, Property};

mod acl;
mod ranges;

pub use acl::{network_acl_opens_every_port_to_world, network_acl_opens_port_to_world};
pub use ranges::{covers_range, is_public_range, is_world, names_wide_public_range};

/// The API action that tells the ranges of a managed prefix list.
const PREFIX_LIST_ACTION: &str = "ec2:GetManagedPrefixListEntries";

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "covers_range",
        parameters: "cidr, other",
        returns: "bool",
        description: "whether an address range holds every address of another one",
        answer: |arguments, _| covers_range(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "is_public_range",
        parameters: "cidr",
        returns: "bool",
        description: "whether an address range belongs to the internet and not to a private or reserved network",
        answer: |arguments, _| is_public_range(&arguments[0]).into_property(),
    },
    Function {
        name: "is_world",
        parameters: "cidr",
        returns: "bool",
        description: "whether an address range is the whole internet, IPv4 or IPv6",
        answer: |arguments, _| is_world(&arguments[0]).into_property(),
    },
    Function {
        name: "names_wide_public_range",
        parameters: "rules, prefix_length",
        returns: "bool",
        description: "whether a security group's rules name a public IPv4 range that is wider than the prefix length allows, the whole internet left aside",
        answer: |arguments, _| names_wide_public_range(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "network_acl_opens_every_port_to_world",
        parameters: "entries",
        returns: "bool",
        description: "whether a network ACL lets the whole internet in with every protocol, by the first entry that concerns all of it",
        answer: |arguments, _| network_acl_opens_every_port_to_world(&arguments[0]).into_property(),
    },
    Function {
        name: "network_acl_opens_port_to_world",
        parameters: "entries, protocol, port",
        returns: "bool",
        description: "whether a network ACL lets the whole internet in to a port, by the first entry that concerns the whole internet and the port",
        answer: |arguments, _| network_acl_opens_port_to_world(&arguments[0], &arguments[1], &arguments[2]).into_property(),
    },
    Function {
        name: "opens_any_port_to_public_range",
        parameters: "rules",
        returns: "bool",
        description: "whether a security group's rules let in public addresses, though not the whole internet",
        answer: |arguments, _| opens_any_port_to_public_range(&arguments[0]).into_property(),
    },
    Function {
        name: "opens_any_port_to_world",
        parameters: "rules, prefix_lists",
        returns: "bool",
        description: "whether a security group's rules let the whole internet reach anything, ICMP included",
        answer: |arguments, _| opens_any_port_to_world(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "opens_every_port_to_world",
        parameters: "rules, prefix_lists",
        returns: "bool",
        description: "whether one rule of a security group lets the whole internet reach every port",
        answer: |arguments, _| opens_every_port_to_world(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "opens_port_to_world",
        parameters: "rules, prefix_lists, protocol, port",
        returns: "bool",
        description: "whether a security group's rules let the whole internet reach a port, the ranges of prefix lists included",
        answer: |arguments, _| opens_port_to_world(&arguments[0], &arguments[1], &arguments[2], &arguments[3]).into_property(),
    },
];

/// Whether security group `rules` let the whole internet reach `port` with `protocol` (`tcp` or `udp`).
///
/// `prefix_lists` hold the ranges of the lists that rules refer to. Where only a list that is not among them could decide, the answer is
/// unknown.
#[must_use]
pub fn opens_port_to_world(rules: &Property, prefix_lists: &Property, protocol: &Property, port: &Property) -> Answer<bool> {
    let (Property::Text(protocol), Property::Integer(port)) = (protocol, port) else {
        return Answer::Invalid("opens_port_to_world takes rules, prefix lists, a protocol and a port number".to_owned());
    };
    any_item(rules, GROUP_RULES, |rule| all_of([covers_port(rule, protocol, *port), reaches_world(rule, prefix_lists)]))
}

/// Whether security group `rules` let the whole internet reach something: any port, or ICMP. Protocols that have no ports, such as GRE,
/// do not count.
#[must_use]
pub fn opens_any_port_to_world(rules: &Property, prefix_lists: &Property) -> Answer<bool> {
    any_item(rules, GROUP_RULES, |rule| all_of([covers_any_port(rule), reaches_world(rule, prefix_lists)]))
}

/// Whether one of security group `rules` lets the whole internet reach every port, with every protocol or with one that has ports.
#[must_use]
pub fn opens_every_port_to_world(rules: &Property, prefix_lists: &Property) -> Answer<bool> {
    any_item(rules, GROUP_RULES, |rule| all_of([covers_every_port(rule), reaches_world(rule, prefix_lists)]))
}

/// Whether security group `rules` let in a range of public addresses that is not the whole internet. Prefix lists are left aside: those
/// of AWS's own hold public addresses, and have a purpose.
#[must_use]
pub fn opens_any_port_to_public_range(rules: &Property) -> Answer<bool> {
    let part_of_internet = |range: &Property| all_of([is_public_range(range), not(is_world(range))]);
    any_item(rules, GROUP_RULES, |rule| {
        let [ipv4, ipv6] =
            ["ipv4_ranges", "ipv6_ranges"].map(|name| field(rule, name, |ranges| any_item(ranges, name, part_of_internet)));
        all_of([covers_any_port(rule), any_of([ipv4, ipv6])])
    })
}

/// What the first parameter of most questions is.
const GROUP_RULES: &str = "the rules of a security group";

fn reaches_world(rule: &Property, prefix_lists: &Property) -> Answer<bool> {
    let [ipv4, ipv6] = ["ipv4_ranges", "ipv6_ranges"].map(|name| field(rule, name, |ranges| any_item(ranges, name, is_world)));
    let by_list = field(rule, "prefix_list_ids", |ids| {
        any_item(ids, "prefix_list_ids", |id| match id {
            Property::Text(id) => holds_world(id, prefix_lists),
            _ => Answer::Invalid("the id of a prefix list must be text".to_owned()),
        })
    });
    any_of([ipv4, ipv6, by_list])
}

/// Whether the prefix list called `id` holds the whole internet; unknown where it is not among `prefix_lists`.
fn holds_world(id: &str, prefix_lists: &Property) -> Answer<bool> {
    let is_it = |list: &Property| field(list, "id", |other| text(other, "the id of a prefix list", |other| other == id));
    let holds = |list: &Property| field(list, "ranges", |ranges| any_item(ranges, "ranges", is_world));
    match any_item(prefix_lists, "prefix_lists", is_it) {
        Answer::Known(true) => any_item(prefix_lists, "prefix_lists", |list| all_of([is_it(list), holds(list)])),
        Answer::Known(false) => Answer::Unknown(Arc::new(Gap {
            kind: GapKind::NotCollected,
            action: PREFIX_LIST_ACTION.to_owned(),
            region: String::new(),
            detail: format!("a rule lets in whatever stands in {id}"),
        })),
        other => other,
    }
}

/// The IANA numbers by which EC2 may name a protocol.
fn protocol_number(protocol: &str) -> Option<&'static str> {
    match protocol {
        "tcp" => Some("6"),
        "udp" => Some("17"),
        _ => None,
    }
}

/// Whether a rule's or an entry's protocol satisfies `question`.
fn has_protocol(rule: &Property, question: impl Fn(&str) -> bool) -> Answer<bool> {
    field(rule, "protocol", |protocol| text(protocol, "a protocol", question))
}

fn covers_every_protocol(rule: &Property) -> Answer<bool> {
    has_protocol(rule, |protocol| protocol == "-1" || protocol == "all")
}

fn covers_port(rule: &Property, protocol: &str, port: i64) -> Answer<bool> {
    let same_protocol = has_protocol(rule, |of_rule| is_protocol(of_rule, protocol));
    let in_range = all_of([
        field(rule, "from_port", |from| bound(from, |from| from <= port)),
        field(rule, "to_port", |to| bound(to, |to| port <= to || to == -1)),
    ]);
    any_of([covers_every_protocol(rule), all_of([same_protocol, in_range])])
}

/// Whether a rule names ports or ICMP types, or needs none because it is for every protocol, or for every port of one that has ports.
fn covers_any_port(rule: &Property) -> Answer<bool> {
    let is_bounded = field(rule, "from_port", |from| all_of([bound(from, |_| true), Answer::Known(*from != Property::Null)]));
    any_of([covers_every_protocol(rule), is_bounded, has_protocol(rule, has_ports)])
}

fn covers_every_port(rule: &Property) -> Answer<bool> {
    let whole_range = all_of([
        field(rule, "from_port", |from| bound(from, |from| from <= 0)),
        field(rule, "to_port", |to| bound(to, |to| to >= LAST_PORT || to == -1)),
    ]);
    any_of([covers_every_protocol(rule), all_of([has_protocol(rule, has_ports), whole_range])])
}

/// The highest port of TCP and UDP.
const LAST_PORT: i64 = 65_535;

fn has_ports(protocol: &str) -> bool {
    is_protocol(protocol, "tcp") || is_protocol(protocol, "udp")
}

/// Whether `of_rule` is the name or the number of `protocol`.
fn is_protocol(of_rule: &str, protocol: &str) -> bool {
    of_rule.eq_ignore_ascii_case(protocol) || protocol_number(protocol) == Some(of_rule)
}

/// Whether a port's bound allows it; no bound allows every port.
fn bound(property: &Property, question: impl Fn(i64) -> bool) -> Answer<bool> {
    match property {
        Property::Integer(port) => Answer::Known(question(*port)),
        Property::Null => Answer::Known(true),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("a port must be a whole number or null".to_owned()),
    }
}

#[cfg(test)]
mod tests;
