//! Questions about address ranges alone, and about the ranges that rules name.

use std::sync::{Arc, LazyLock};

use ipnet::IpNet;

use crate::checks::questions::{Answer, any_item, field};
use crate::model::Property;

/// Ranges that belong to no one on the internet ("IANA IPv4 Special-Purpose Address Registry" and its IPv6 sibling: not globally
/// reachable). Python's `ipaddress` draws the line in the same place.
static RESERVED: LazyLock<Vec<IpNet>> = LazyLock::new(|| {
    let ranges = [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "240.0.0.0/4",
        "::/128",
        "::1/128",
        "::ffff:0:0/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "fc00::/7",
        "fe80::/10",
    ];
    ranges.iter().filter_map(|range| range.parse().ok()).collect()
});

/// Parts of the reserved ranges that are globally reachable nevertheless, by the same registries.
static REACHABLE: LazyLock<Vec<IpNet>> = LazyLock::new(|| {
    let ranges = [
        "192.0.0.9/32",
        "192.0.0.10/32",
        "2001:1::1/128",
        "2001:1::2/128",
        "2001:3::/32",
        "2001:4:112::/48",
        "2001:20::/28",
        "2001:30::/28",
    ];
    ranges.iter().filter_map(|range| range.parse().ok()).collect()
});

/// What `question` answers on an address range.
fn on_range(range: &Property, question: impl FnOnce(IpNet) -> Answer<bool>) -> Answer<bool> {
    match range {
        Property::Text(text) => match text.trim().parse::<IpNet>() {
            Ok(network) => question(network.trunc()),
            Err(_) => Answer::Invalid(format!("{text:?} is not an address range such as 203.0.113.0/24")),
        },
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("an address range must be text".to_owned()),
    }
}

/// Whether an address range is the whole of IPv4 or of IPv6.
#[must_use]
pub fn is_world(range: &Property) -> Answer<bool> {
    on_range(range, |network| Answer::Known(network.prefix_len() == 0))
}

/// Whether an address range is the internet's: not wholly inside a private or otherwise reserved network.
#[must_use]
pub fn is_public_range(range: &Property) -> Answer<bool> {
    on_range(range, |network| Answer::Known(is_public(&network)))
}

fn is_public(network: &IpNet) -> bool {
    let inside = |ranges: &[IpNet]| ranges.iter().any(|range| range.contains(network));
    !inside(&RESERVED) || inside(&REACHABLE)
}

/// Whether `range` holds every address of `other`.
#[must_use]
pub fn covers_range(range: &Property, other: &Property) -> Answer<bool> {
    on_range(range, |network| on_range(other, |other| Answer::Known(network.contains(&other))))
}

/// Whether security group `rules` name a public IPv4 range whose prefix is shorter than `prefix_length`, but not the whole internet.
#[must_use]
pub fn names_wide_public_range(rules: &Property, prefix_length: &Property) -> Answer<bool> {
    let Property::Integer(prefix_length) = prefix_length else {
        return Answer::Invalid("names_wide_public_range takes rules and a prefix length".to_owned());
    };
    let is_wide = |range: &Property| {
        on_range(range, |network| {
            let length = i64::from(network.prefix_len());
            Answer::Known(length > 0 && length < *prefix_length && is_public(&network))
        })
    };
    any_item(rules, super::GROUP_RULES, |rule| field(rule, "ipv4_ranges", |ranges| any_item(ranges, "ipv4_ranges", is_wide)))
}
