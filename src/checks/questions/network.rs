//! Questions about address ranges and the rules of security groups.

use std::sync::Arc;

use ipnet::IpNet;

use super::{Answer, Function, all_of, any_item, any_of, field, text};
use crate::model::{Gap, GapKind, Property};

/// The API action that tells the ranges of a managed prefix list.
const PREFIX_LIST_ACTION: &str = "ec2:GetManagedPrefixListEntries";

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "is_world",
        parameters: "cidr",
        returns: "bool",
        description: "whether an address range is the whole internet, IPv4 or IPv6",
        answer: |arguments, _| is_world(&arguments[0]).into_property(),
    },
    Function {
        name: "opens_port_to_world",
        parameters: "rules, prefix_lists, protocol, port",
        returns: "bool",
        description: "whether a security group's rules let the whole internet reach a port, the ranges of prefix lists included",
        answer: |arguments, _| opens_port_to_world(&arguments[0], &arguments[1], &arguments[2], &arguments[3]).into_property(),
    },
];

/// Whether an address range is the whole of IPv4 or of IPv6.
#[must_use]
pub fn is_world(range: &Property) -> Answer<bool> {
    match range {
        Property::Text(text) => match text.trim().parse::<IpNet>() {
            Ok(network) => Answer::Known(network.prefix_len() == 0),
            Err(_) => Answer::Invalid(format!("{text:?} is not an address range such as 203.0.113.0/24")),
        },
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("an address range must be text".to_owned()),
    }
}

/// Whether security group `rules` let the whole internet reach `port` with `protocol` (`tcp` or `udp`).
///
/// `prefix_lists` hold the ranges of the lists that rules refer to. Where only a list that is not among them could decide, the answer is
/// unknown.
#[must_use]
pub fn opens_port_to_world(rules: &Property, prefix_lists: &Property, protocol: &Property, port: &Property) -> Answer<bool> {
    let (Property::Text(protocol), Property::Integer(port)) = (protocol, port) else {
        return Answer::Invalid("opens_port_to_world takes rules, prefix lists, a protocol and a port number".to_owned());
    };
    any_item(rules, "the rules of a security group", |rule| {
        all_of([covers_port(rule, protocol, *port), reaches_world(rule, prefix_lists)])
    })
}

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

fn covers_port(rule: &Property, protocol: &str, port: i64) -> Answer<bool> {
    let is_protocol = |question: &dyn Fn(&str) -> bool| {
        field(rule, "protocol", |of_rule| text(of_rule, "a protocol", |of_rule| question(of_rule)))
    };
    let every_protocol = is_protocol(&|of_rule| of_rule == "-1" || of_rule == "all");
    let same_protocol =
        is_protocol(&|of_rule| of_rule.eq_ignore_ascii_case(protocol) || protocol_number(protocol) == Some(of_rule));
    let in_range = all_of([
        field(rule, "from_port", |from| bound(from, |from| from <= port)),
        field(rule, "to_port", |to| bound(to, |to| port <= to || to == -1)),
    ]);
    any_of([every_protocol, all_of([same_protocol, in_range])])
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
