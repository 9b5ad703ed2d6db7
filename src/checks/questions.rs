//! The questions that the expression language would ask clumsily: ages, address ranges, ports, policies.
//!
//! Pure functions over properties. Each answers by what is known: an unknown part matters only where nothing else decides.

pub mod policy;

use std::sync::Arc;

use ipnet::IpNet;
use jiff::Timestamp;

use crate::model::{Gap, Property};

/// What a question came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// Decided by what was read.
    Known(T),
    /// Depends on evidence that could not be read.
    Unknown(Arc<Gap>),
    /// The question does not fit the value: a defect of the check, or of the evidence.
    Invalid(String),
}

/// Collects the answers about parts of which one "yes" is enough.
#[derive(Default)]
struct AnyOf {
    gap: Option<Arc<Gap>>,
    invalid: Option<String>,
    yes: bool,
}

impl AnyOf {
    fn add(&mut self, answer: Answer<bool>) {
        match answer {
            Answer::Known(truth) => self.yes |= truth,
            Answer::Unknown(gap) => {
                self.gap.get_or_insert(gap);
            }
            Answer::Invalid(reason) => {
                self.invalid.get_or_insert(reason);
            }
        }
    }

    fn answer(self) -> Answer<bool> {
        match (self.yes, self.invalid, self.gap) {
            (true, _, _) => Answer::Known(true),
            (false, Some(reason), _) => Answer::Invalid(reason),
            (false, None, Some(gap)) => Answer::Unknown(gap),
            (false, None, None) => Answer::Known(false),
        }
    }
}

/// Yes where one of `answers` is yes, whatever the others.
fn any_of(answers: impl IntoIterator<Item = Answer<bool>>) -> Answer<bool> {
    let mut any = AnyOf::default();
    answers.into_iter().for_each(|answer| any.add(answer));
    any.answer()
}

/// Yes where all of `answers` are yes; one no is enough, whatever the others.
fn all_of(answers: impl IntoIterator<Item = Answer<bool>>) -> Answer<bool> {
    not(any_of(answers.into_iter().map(not)))
}

fn not(answer: Answer<bool>) -> Answer<bool> {
    match answer {
        Answer::Known(truth) => Answer::Known(!truth),
        other => other,
    }
}

/// Whether one of a list's items satisfies `question`; null is an empty list.
fn any_item(list: &Property, what: &str, question: impl Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    match list {
        Property::List(items) => any_of(items.iter().map(|item| match item {
            Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
            item => question(item),
        })),
        Property::Null => Answer::Known(false),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid(format!("{what} must be a list")),
    }
}

/// A field of a map, `Null` where the map lacks it.
fn field<'a>(map: &'a Property, name: &str) -> &'a Property {
    map.at(name).unwrap_or(&Property::Null)
}

/// Whether `property` is a text that satisfies `question`.
fn text(property: &Property, question: impl Fn(&str) -> bool) -> Answer<bool> {
    match property {
        Property::Text(text) => Answer::Known(question(text)),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Known(false),
    }
}

/// Whole days from `time` (RFC 3339) to `now`; negative where `time` is yet to come.
#[must_use]
pub fn days_since(time: &Property, now: Timestamp) -> Answer<i64> {
    match time {
        Property::Text(text) => match text.parse::<Timestamp>() {
            Ok(time) => Answer::Known(now.duration_since(time).as_secs().div_euclid(86_400)),
            Err(_) => Answer::Invalid(format!("{text:?} is not a time such as 2026-01-15T09:30:00Z")),
        },
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("a time must be text; compare with null first".to_owned()),
    }
}

/// Whether an address range is the whole of IPv4 or of IPv6.
#[must_use]
pub fn is_world(range: &Property) -> Answer<bool> {
    text(range, |range| range.trim().parse::<IpNet>().is_ok_and(|network| network.prefix_len() == 0))
}

/// Whether security group `rules` let the whole internet reach `port` with `protocol` (`tcp` or `udp`).
#[must_use]
pub fn opens_port_to_world(rules: &Property, protocol: &Property, port: &Property) -> Answer<bool> {
    let (Property::Text(protocol), Property::Integer(port)) = (protocol, port) else {
        return Answer::Invalid("opens_port_to_world takes rules, a protocol and a port number".to_owned());
    };
    any_item(rules, "the rules of a security group", |rule| {
        let reaches_world = any_of([
            any_item(field(rule, "ipv4_ranges"), "ipv4_ranges", is_world),
            any_item(field(rule, "ipv6_ranges"), "ipv6_ranges", is_world),
        ]);
        all_of([covers_port(rule, protocol, *port), reaches_world])
    })
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
    let every_protocol = text(field(rule, "protocol"), |of_rule| of_rule == "-1" || of_rule == "all");
    let same_protocol = text(field(rule, "protocol"), |of_rule| {
        of_rule.eq_ignore_ascii_case(protocol) || protocol_number(protocol) == Some(of_rule)
    });
    let in_range =
        all_of([bound(field(rule, "from_port"), |from| from <= port), bound(field(rule, "to_port"), |to| port <= to || to == -1)]);
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

#[cfg(test)]
mod tests;
