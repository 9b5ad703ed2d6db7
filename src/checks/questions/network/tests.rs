//! Tables and laws of the questions about networks.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const YES: Answer<bool> = Answer::Known(true);
const NO: Answer<bool> = Answer::Known(false);

fn gap() -> Arc<Gap> {
    Arc::new(Gap { kind: GapKind::Denied, action: "ec2:X".into(), region: "r".into(), detail: String::new() })
}

/// `"?"` stands for a property that could not be read.
fn property(value: &Value) -> Property {
    fn unmask(property: Property) -> Property {
        match property {
            Property::Text(text) if text == "?" => Property::Unknown(gap()),
            Property::List(items) => Property::List(items.into_iter().map(unmask).collect()),
            Property::Map(map) => Property::Map(map.into_iter().map(|(key, value)| (key, unmask(value))).collect()),
            other => other,
        }
    }
    unmask(Property::from(value.clone()))
}

fn rule(protocol: &str, from: Option<i64>, to: Option<i64>, range: &str) -> Value {
    let (ipv4, ipv6) = if range.contains(':') { (json!([]), json!([range])) } else { (json!([range]), json!([])) };
    json!({
        "protocol": protocol, "from_port": from, "to_port": to, "ipv4_ranges": ipv4, "ipv6_ranges": ipv6,
        "prefix_list_ids": [], "security_group_ids": []
    })
}

fn entry(number: i64, action: &str, protocol: &str, ports: Option<(i64, i64)>, range: &str) -> Value {
    let (ipv4, ipv6) = if range.contains(':') { (None, Some(range)) } else { (Some(range), None) };
    json!({
        "number": number, "egress": false, "action": action, "protocol": protocol, "ipv4_range": ipv4, "ipv6_range": ipv6,
        "from_port": ports.map(|ports| ports.0), "to_port": ports.map(|ports| ports.1)
    })
}

#[test]
fn public_ranges_are_those_of_the_internet() {
    for range in ["8.8.8.0/24", "0.0.0.0/0", "::/0", "100.0.0.0/8", "192.0.0.9/32", "2600::/16", "2001:4:112::/48", "172.0.0.0/8"] {
        assert_eq!(is_public_range(&property(&json!(range))), YES, "{range}");
    }
    let reserved = ["10.1.2.0/24", "172.31.0.0/16", "192.168.0.0/16", "100.64.1.0/24", "203.0.113.0/24", "127.0.0.1/32"];
    for range in reserved.into_iter().chain(["fd00::/8", "fe80::/64", "2001:db8::/48", "::1/128"]) {
        assert_eq!(is_public_range(&property(&json!(range))), NO, "{range}");
    }
}

#[test]
fn a_wide_public_range_is_shorter_than_asked_and_not_the_world() {
    let wide =
        |range: &str| names_wide_public_range(&property(&json!([rule("tcp", Some(1), Some(1), range)])), &Property::Integer(24));
    for range in ["8.8.8.0/23", "8.0.0.0/8", "8.0.0.0/1"] {
        assert_eq!(wide(range), YES, "{range}");
    }
    for range in ["8.8.8.0/24", "8.8.8.8/32", "0.0.0.0/0", "10.0.0.0/8", "2600::/16"] {
        assert_eq!(wide(range), NO, "{range}");
    }
}

#[test]
fn every_port_needs_the_whole_range_and_any_port_only_one() {
    let table = [
        (rule("-1", None, None, "0.0.0.0/0"), YES, YES),
        (rule("tcp", Some(0), Some(65_535), "::/0"), YES, YES),
        (rule("17", Some(0), Some(65_535), "0.0.0.0/0"), YES, YES),
        (rule("tcp", None, None, "0.0.0.0/0"), YES, YES),
        (rule("tcp", Some(1), Some(65_535), "0.0.0.0/0"), NO, YES),
        (rule("tcp", Some(0), Some(65_534), "0.0.0.0/0"), NO, YES),
        (rule("udp", Some(53), Some(53), "0.0.0.0/0"), NO, YES),
        (rule("icmp", Some(-1), Some(-1), "0.0.0.0/0"), NO, YES),
        (rule("47", None, None, "0.0.0.0/0"), NO, NO),
        (rule("-1", None, None, "10.0.0.0/8"), NO, NO),
        (rule("-1", None, None, "8.8.8.8/32"), NO, NO),
    ];
    let none = Property::List(Vec::new());
    for (rule, every, any) in table {
        let rules = property(&json!([rule.clone()]));
        assert_eq!(opens_every_port_to_world(&rules, &none), every, "{rule}");
        assert_eq!(opens_any_port_to_world(&rules, &none), any, "{rule}");
    }
}

#[test]
fn public_addresses_are_a_part_of_the_internet() {
    let table = [
        (rule("tcp", Some(22), Some(22), "8.8.8.8/32"), YES),
        (rule("-1", None, None, "2600::/32"), YES),
        (rule("tcp", Some(22), Some(22), "0.0.0.0/0"), NO),
        (rule("tcp", Some(22), Some(22), "10.0.0.0/8"), NO),
        (rule("47", None, None, "8.8.8.8/32"), NO),
        (rule("?", Some(22), Some(22), "8.8.8.8/32"), YES),
        (rule("?", None, None, "8.8.8.8/32"), Answer::Unknown(gap())),
    ];
    for (rule, expected) in table {
        assert_eq!(opens_any_port_to_public_range(&property(&json!([rule.clone()]))), expected, "{rule}");
    }
}

#[test]
fn the_first_entry_that_fits_decides() {
    let ssh = Some((22, 22));
    let closed = || entry(32_767, "deny", "-1", None, "0.0.0.0/0");
    let table = [
        (json!([closed()]), NO),
        (json!([entry(100, "allow", "-1", None, "0.0.0.0/0"), closed()]), YES),
        (json!([closed(), entry(100, "allow", "6", ssh, "0.0.0.0/0")]), YES),
        (json!([entry(100, "allow", "6", Some((0, 65_535)), "0.0.0.0/0")]), YES),
        (json!([entry(90, "deny", "6", ssh, "0.0.0.0/0"), entry(100, "allow", "-1", None, "0.0.0.0/0")]), NO),
        (json!([entry(100, "deny", "6", ssh, "0.0.0.0/0"), entry(90, "allow", "-1", None, "0.0.0.0/0")]), YES),
        (json!([entry(90, "deny", "6", ssh, "10.0.0.0/8"), entry(100, "allow", "-1", None, "0.0.0.0/0")]), YES),
        (json!([entry(90, "deny", "17", ssh, "0.0.0.0/0"), entry(100, "allow", "-1", None, "0.0.0.0/0")]), YES),
        (json!([entry(90, "deny", "-1", None, "0.0.0.0/0"), entry(100, "allow", "6", ssh, "::/0")]), YES),
        (json!([entry(90, "deny", "-1", None, "::/0"), entry(100, "allow", "6", ssh, "::/0")]), NO),
        (json!([entry(100, "allow", "6", Some((23, 80)), "0.0.0.0/0")]), NO),
        (json!(["?", entry(100, "allow", "-1", None, "0.0.0.0/0")]), Answer::Unknown(gap())),
        (json!([entry(90, "?", "6", ssh, "0.0.0.0/0"), entry(100, "allow", "-1", None, "0.0.0.0/0")]), Answer::Unknown(gap())),
        (json!([entry(90, "?", "6", ssh, "0.0.0.0/0"), entry(100, "allow", "-1", None, "::/0")]), YES),
        (json!([entry(90, "?", "6", Some((80, 80)), "0.0.0.0/0")]), NO),
        (json!("?"), Answer::Unknown(gap())),
    ];
    for (entries, expected) in table {
        let answer =
            network_acl_opens_port_to_world(&property(&entries), &Property::Text("tcp".to_owned()), &Property::Integer(22));
        assert_eq!(answer, expected, "{entries}");
    }
}

#[test]
fn every_port_of_a_network_acl_is_open_where_an_entry_for_every_protocol_allows() {
    let table = [
        (json!([entry(100, "allow", "-1", None, "0.0.0.0/0")]), YES),
        (json!([entry(100, "allow", "-1", None, "::/0")]), YES),
        (json!([entry(100, "allow", "6", Some((0, 65_535)), "0.0.0.0/0")]), NO),
        (json!([entry(90, "deny", "-1", None, "0.0.0.0/0"), entry(100, "allow", "-1", None, "0.0.0.0/0")]), NO),
        (json!([entry(90, "deny", "6", None, "0.0.0.0/0"), entry(100, "allow", "-1", None, "0.0.0.0/0")]), YES),
    ];
    for (entries, expected) in table {
        assert_eq!(network_acl_opens_every_port_to_world(&property(&entries)), expected, "{entries}");
    }
    let mut out = entry(100, "allow", "-1", None, "0.0.0.0/0");
    out["egress"] = json!(true);
    assert_eq!(network_acl_opens_every_port_to_world(&property(&json!([out]))), NO);
}

#[test]
fn what_does_not_fit_is_invalid() {
    for entries in [json!(5), json!([5]), json!([{ "number": "x" }]), json!([{}])] {
        let answer = network_acl_opens_every_port_to_world(&property(&entries));
        assert!(matches!(answer, Answer::Invalid(_)), "{entries}: {answer:?}");
    }
    assert!(matches!(covers_range(&property(&json!("x")), &property(&json!("10.0.0.0/8"))), Answer::Invalid(_)));
    assert!(matches!(names_wide_public_range(&property(&json!([])), &property(&json!("24"))), Answer::Invalid(_)));
}

#[test]
fn a_range_covers_what_lies_inside_it() {
    let covers = |range: &str, other: &str| covers_range(&property(&json!(range)), &property(&json!(other)));
    assert_eq!(covers("10.0.0.0/8", "10.1.0.0/16"), YES);
    assert_eq!(covers("10.1.0.0/16", "10.1.0.0/16"), YES);
    assert_eq!(covers("10.1.2.0/24", "10.1.0.0/16"), NO);
    assert_eq!(covers("0.0.0.0/0", "2001:db8::/32"), NO);
    assert_eq!(covers("?", "10.1.0.0/16"), Answer::Unknown(gap()));
}

fn ranges() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("0.0.0.0/0".to_owned()),
        Just("::/0".to_owned()),
        (any::<u32>(), 0_u8..=32).prop_map(|(bits, length)| format!("{}/{length}", std::net::Ipv4Addr::from(bits))),
        (any::<u128>(), 0_u8..=128).prop_map(|(bits, length)| format!("{}/{length}", std::net::Ipv6Addr::from(bits))),
    ]
}

fn ports() -> impl Strategy<Value = Option<(i64, i64)>> {
    prop::option::of((0_i64..=65_535, 0_i64..=65_535).prop_map(|(one, other)| (one.min(other), one.max(other))))
}

fn protocols() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["-1", "6", "17", "1", "tcp", "udp", "icmp", "47"])
}

proptest! {
    #[test]
    fn questions_about_ranges_never_panic(text in ".*", other in ".*") {
        let (range, other) = (Property::Text(text), Property::Text(other));
        let _ = (is_world(&range), is_public_range(&range), covers_range(&range, &other));
    }

    #[test]
    fn every_range_is_known_and_covers_itself(range in ranges()) {
        let range = Property::Text(range);
        prop_assert_eq!(covers_range(&range, &range), YES);
        prop_assert!(matches!(is_public_range(&range), Answer::Known(_)));
    }

    #[test]
    fn what_opens_every_port_opens_each_and_what_opens_one_opens_any(
        (protocol, ports, range, port) in (protocols(), ports(), ranges(), 0_i64..=65_535)
    ) {
        let rules = property(&json!([rule(protocol, ports.map(|ports| ports.0), ports.map(|ports| ports.1), &range)]));
        let none = Property::List(Vec::new());
        let tcp_or_udp = ["tcp", "udp"]
            .map(|name| opens_port_to_world(&rules, &none, &Property::Text(name.to_owned()), &Property::Integer(port)) == YES);
        let (every, any) = (opens_every_port_to_world(&rules, &none) == YES, opens_any_port_to_world(&rules, &none) == YES);
        prop_assert!(!every || tcp_or_udp.contains(&true));
        prop_assert!(!tcp_or_udp.contains(&true) || any);
    }

    #[test]
    fn a_network_acl_decides_whatever_the_order_it_is_told_in(
        (entries, port) in (
            prop::collection::vec((any::<bool>(), protocols(), ports(), ranges()), 0..6),
            0_i64..=65_535,
        )
    ) {
        let mut entries: Vec<Value> = (1_i64..)
            .zip(entries)
            .map(|(number, (allow, protocol, ports, range))| {
                entry(number, if allow { "allow" } else { "deny" }, protocol, ports, &range)
            })
            .collect();
        let ask = |entries: &[Value]| {
            network_acl_opens_port_to_world(&property(&json!(entries)), &Property::Text("tcp".to_owned()), &Property::Integer(port))
        };
        let answer = ask(&entries);
        entries.reverse();
        prop_assert_eq!(&ask(&entries), &answer);
        // Hiding an entry may leave it open, but never says the opposite.
        for hidden in 0..entries.len() {
            let mut masked = entries.clone();
            masked[hidden] = json!("?");
            let less = ask(&masked);
            prop_assert!(less == answer || matches!(less, Answer::Unknown(_)), "{:?} became {:?}", answer, less);
        }
    }
}
