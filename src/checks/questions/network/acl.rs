//! Questions about network ACLs, whose entries are gone through by number until one fits.

use std::sync::Arc;

use super::{covers_every_protocol, covers_port, is_world};
use crate::checks::questions::{Answer, all_of, any_of, field, not};
use crate::model::{Gap, Property};

/// Whether the `entries` of a network ACL let the whole internet in to `port` with `protocol` (`tcp` or `udp`).
///
/// Of IPv4 and of IPv6, the first entry decides that is for the whole internet and for the port. Entries for a part of the internet are
/// left aside: they neither open nor close it to everyone.
#[must_use]
pub fn network_acl_opens_port_to_world(entries: &Property, protocol: &Property, port: &Property) -> Answer<bool> {
    let (Property::Text(protocol), Property::Integer(port)) = (protocol, port) else {
        return Answer::Invalid("network_acl_opens_port_to_world takes entries, a protocol and a port number".to_owned());
    };
    opens_to_world(entries, |entry| covers_port(entry, protocol, *port))
}

/// Whether the `entries` of a network ACL let the whole internet in with every protocol, and so to every port.
#[must_use]
pub fn network_acl_opens_every_port_to_world(entries: &Property) -> Answer<bool> {
    opens_to_world(entries, covers_every_protocol)
}

fn opens_to_world(entries: &Property, concerns: impl Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    match entries {
        Property::List(entries) => any_of(["ipv4_range", "ipv6_range"].map(|family| first_allows(entries, family, &concerns))),
        Property::Null => Answer::Known(false),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("the entries of a network ACL must be a list".to_owned()),
    }
}

/// Whether the first of the entries that are relevant allows. One that may be relevant, or whose place or effect is not known, leaves it
/// open, as every other one may come after it.
fn first_allows(entries: &[Property], family: &str, concerns: &dyn Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    let mut first: Option<(i64, bool)> = None;
    let mut gap: Option<Arc<Gap>> = None;
    for entry in entries {
        match is_relevant(entry, family, concerns) {
            Answer::Known(false) => continue,
            Answer::Known(true) => {}
            Answer::Unknown(unread) => {
                gap.get_or_insert(unread);
                continue;
            }
            invalid @ Answer::Invalid(_) => return invalid,
        }
        match (number(entry), allows(entry)) {
            (invalid @ Answer::Invalid(_), _) => return invalid.map(|_| false),
            (_, invalid @ Answer::Invalid(_)) => return invalid,
            (Answer::Unknown(unread), _) | (_, Answer::Unknown(unread)) => {
                gap.get_or_insert(unread);
            }
            (Answer::Known(number), Answer::Known(allows)) => {
                if first.is_none_or(|(lowest, _)| number < lowest) {
                    first = Some((number, allows));
                }
            }
        }
    }
    gap.map_or_else(|| Answer::Known(first.is_some_and(|(_, allows)| allows)), Answer::Unknown)
}

/// Whether an entry is for what comes in from the whole internet, of one family, and for what is asked about.
fn is_relevant(entry: &Property, family: &str, concerns: &dyn Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    let goes_out = field(entry, "egress", |egress| match egress {
        Property::Bool(egress) => Answer::Known(*egress),
        _ => Answer::Invalid("the direction of an entry must be true or false".to_owned()),
    });
    let from_world = field(entry, family, |range| if *range == Property::Null { Answer::Known(false) } else { is_world(range) });
    all_of([not(goes_out), from_world, concerns(entry)])
}

fn allows(entry: &Property) -> Answer<bool> {
    field(entry, "action", |action| super::text(action, "the action of an entry", |action| action == "allow"))
}

fn number(entry: &Property) -> Answer<i64> {
    let mut number = 0;
    let is_number = field(entry, "number", |property| match property {
        Property::Integer(value) => {
            number = *value;
            Answer::Known(true)
        }
        _ => Answer::Invalid("the number of an entry must be a whole number".to_owned()),
    });
    is_number.map(|_| number)
}
