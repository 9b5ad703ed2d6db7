//! Tables: what each question answers, and that an unknown part matters only where nothing else decides.

#![expect(clippy::needless_pass_by_value, reason = "tables read better without borrows")]

use serde_json::json;

use super::network::{is_world, opens_port_to_world};
use super::policy::{allows_everyone, denies_plaintext_transport, grants_everything};
use super::*;
use crate::model::GapKind;

pub(super) fn gap() -> Arc<Gap> {
    Arc::new(Gap { kind: GapKind::Denied, action: "ec2:X".into(), region: "r".into(), detail: String::new() })
}

pub(super) fn property(value: serde_json::Value) -> Property {
    unmask(Property::from(value))
}

/// Writes `"?"` for a property that could not be read.
fn unmask(property: Property) -> Property {
    match property {
        Property::Text(text) if text == "?" => Property::Unknown(gap()),
        Property::List(items) => Property::List(items.into_iter().map(unmask).collect()),
        Property::Map(map) => Property::Map(map.into_iter().map(|(key, value)| (key, unmask(value))).collect()),
        other => other,
    }
}

const YES: Answer<bool> = Answer::Known(true);
const NO: Answer<bool> = Answer::Known(false);

fn unknown() -> Answer<bool> {
    Answer::Unknown(gap())
}

#[test]
fn days_are_whole_and_counted_to_now() {
    let now: Timestamp = "2026-01-15T12:00:00Z".parse().unwrap();
    let days = |text: &str| days_since(&Property::Text(text.to_owned()), now);
    assert_eq!(days("2026-01-15T11:59:59Z"), Answer::Known(0));
    assert_eq!(days("2026-01-14T12:00:00Z"), Answer::Known(1));
    assert_eq!(days("2025-10-17T12:00:00+00:00"), Answer::Known(90));
    assert_eq!(days("2026-01-16T12:00:00Z"), Answer::Known(-1));
    let left = |text: &str| days_until(&Property::Text(text.to_owned()), now);
    assert_eq!(left("2026-01-23T12:00:00Z"), Answer::Known(8));
    assert_eq!(left("2026-01-23T11:59:59Z"), Answer::Known(7));
    assert_eq!(left("2026-01-15T11:59:59Z"), Answer::Known(-1));
    assert!(matches!(days("yesterday"), Answer::Invalid(_)));
    assert!(matches!(days_since(&Property::Null, now), Answer::Invalid(_)));
    assert_eq!(days_since(&Property::Unknown(gap()), now), Answer::Unknown(gap()));
}

#[test]
fn the_world_is_a_range_without_prefix() {
    for world in ["0.0.0.0/0", "::/0", "0:0:0:0:0:0:0:0/0", "1.2.3.4/0"] {
        assert_eq!(is_world(&property(json!(world))), YES, "{world}");
    }
    for part in ["10.0.0.0/8", "0.0.0.0/1", "0.0.0.0/32", "2000::/3"] {
        assert_eq!(is_world(&property(json!(part))), NO, "{part}");
    }
}

#[test]
fn what_does_not_fit_a_question_is_invalid_not_no() {
    for misfit in [json!(5), json!(null), json!(""), json!("pl-123"), json!("0.0.0.0"), json!("0.0.0.0/33")] {
        assert!(matches!(is_world(&property(misfit.clone())), Answer::Invalid(_)), "{misfit}");
    }
    for misfit in [json!(true), json!("text"), json!([]), json!({}), json!({"statements": [{}]}), json!({"statements": [7]})] {
        let document = property(misfit.clone());
        for answer in [
            allows_everyone(&document),
            denies_plaintext_transport(&document, &property(json!("arn:aws:s3:::b"))),
            grants_everything(&document),
        ] {
            assert!(matches!(answer, Answer::Invalid(_)), "{misfit}: {answer:?}");
        }
    }
    for changes in [
        json!({"effect": 1}),
        json!({"principals": "*"}),
        json!({"conditions": null}),
        json!({"principals": null, "not_principals": 1}),
        json!({"principals": {"AWS": [7]}}),
        json!({"conditions": {"Bool": ["false"]}}),
    ] {
        let answer = allows_everyone(&statement(changes.clone()));
        assert!(matches!(answer, Answer::Invalid(_)), "{changes}: {answer:?}");
    }
    let nameless = json!([{"protocol": 6, "from_port": 22, "to_port": 22, "ipv4_ranges": ["0.0.0.0/0"], "ipv6_ranges": []}]);
    for rules in [nameless, json!([{"protocol": "tcp", "ipv4_ranges": ["0.0.0.0/0"], "ipv6_ranges": []}]), json!([5]), json!("x")] {
        let answer =
            opens_port_to_world(&property(rules.clone()), &property(json!([])), &property(json!("tcp")), &property(json!(22)));
        assert!(matches!(answer, Answer::Invalid(_)), "{rules}: {answer:?}");
    }
}

#[test]
fn a_port_is_open_where_protocol_range_and_source_all_say_so() {
    let rule = |protocol: &str, from: serde_json::Value, to: serde_json::Value, source: serde_json::Value| json!([{"protocol": protocol, "from_port": from, "to_port": to, "ipv4_ranges": source, "ipv6_ranges": [], "prefix_list_ids": []}]);
    let world = json!(["10.0.0.0/8", "0.0.0.0/0"]);
    let table = [
        (rule("tcp", json!(22), json!(22), world.clone()), YES),
        (rule("6", json!(22), json!(22), world.clone()), YES),
        (rule("tcp", json!(20), json!(25), world.clone()), YES),
        (rule("tcp", json!(0), json!(65535), world.clone()), YES),
        (rule("tcp", json!(null), json!(null), world.clone()), YES),
        (rule("-1", json!(null), json!(null), world.clone()), YES),
        (rule("tcp", json!(0), json!(21), world.clone()), NO),
        (rule("tcp", json!(23), json!(65535), world.clone()), NO),
        (rule("udp", json!(22), json!(22), world.clone()), NO),
        (rule("icmp", json!(-1), json!(-1), world.clone()), NO),
        (rule("tcp", json!(22), json!(22), json!(["10.0.0.0/8"])), NO),
        (rule("tcp", json!(22), json!(22), json!([])), NO),
        (rule("tcp", json!(22), json!(22), json!("?")), unknown()),
        (rule("udp", json!(22), json!(22), json!("?")), NO),
        (rule("?", json!(22), json!(22), world.clone()), unknown()),
        (rule("?", json!(443), json!(443), json!(["10.0.0.0/8"])), NO),
        (rule("tcp", json!("?"), json!(22), world), unknown()),
        (json!(["?", {"protocol": "-1", "ipv4_ranges": [], "ipv6_ranges": ["::/0"], "prefix_list_ids": []}]), YES),
        (json!(["?", {"protocol": "-1", "ipv4_ranges": [], "ipv6_ranges": [], "prefix_list_ids": []}]), unknown()),
        (json!([]), NO),
    ];
    for (rules, expected) in table {
        let answer =
            opens_port_to_world(&property(rules.clone()), &property(json!([])), &property(json!("tcp")), &property(json!(22)));
        assert_eq!(answer, expected, "{rules}");
    }
}

/// Whether a rule for `port` that names pl-1 opens port 22, given what is known of prefix lists.
fn opens_by_list(port: i64, ranges: serde_json::Value, lists: serde_json::Value) -> Answer<bool> {
    let rule = json!({"protocol": "tcp", "from_port": port, "to_port": port, "ipv4_ranges": ranges, "ipv6_ranges": [], "prefix_list_ids": ["pl-1"]});
    opens_port_to_world(&property(json!([rule])), &property(lists), &property(json!("tcp")), &property(json!(22)))
}

#[test]
fn the_ranges_of_a_prefix_list_decide() {
    let list = |id: &str, ranges: serde_json::Value| json!({"id": id, "ranges": ranges});
    let table = [
        (json!([list("pl-1", json!(["10.0.0.0/8", "0.0.0.0/0"]))]), YES),
        (json!([list("pl-1", json!(["::/0"]))]), YES),
        (json!([list("pl-1", json!(["10.0.0.0/8"]))]), NO),
        (json!([list("pl-1", json!([]))]), NO),
        (json!([list("pl-2", json!(["0.0.0.0/0"])), list("pl-1", json!([]))]), NO),
        (json!([list("pl-1", json!("?"))]), unknown()),
        (json!([list("pl-1", json!(["10.0.0.0/8", "?"]))]), unknown()),
        (json!([list("pl-1", json!(["0.0.0.0/0", "?"]))]), YES),
        (json!([list("?", json!(["0.0.0.0/0"]))]), unknown()),
        (json!("?"), unknown()),
    ];
    for (lists, expected) in table {
        assert_eq!(opens_by_list(22, json!([]), lists.clone()), expected, "{lists}");
    }
}

#[test]
fn a_prefix_list_that_nobody_read_leaves_unknown_what_only_it_could_open() {
    let Answer::Unknown(gap) = opens_by_list(22, json!(["10.0.0.0/8"]), json!([])) else {
        panic!("a list without ranges decides nothing")
    };
    assert_eq!((gap.kind, gap.action.as_str()), (GapKind::NotCollected, "ec2:GetManagedPrefixListEntries"));
    assert!(gap.detail.ends_with("pl-1"), "{gap:?}");
    assert_eq!(opens_by_list(443, json!([]), json!("?")), NO);
    assert_eq!(opens_by_list(22, json!(["0.0.0.0/0"]), json!("?")), YES);
}

fn statement(changes: serde_json::Value) -> Property {
    let mut statement = json!({
        "id": "", "effect": "Allow", "principals": {"AWS": ["*"]}, "not_principals": null, "actions": ["s3:GetObject"],
        "not_actions": null, "resources": ["arn:aws:s3:::b/*"], "not_resources": null, "conditions": {}
    });
    for (key, value) in changes.as_object().unwrap() {
        statement[key] = value.clone();
    }
    property(json!({ "statements": [statement] }))
}

#[test]
fn everyone_is_let_in_unless_a_condition_narrows() {
    let when = |operator: &str, key: &str, values: serde_json::Value| statement(json!({"conditions": {operator: {key: values}}}));
    assert_eq!(allows_everyone(&Property::Null), NO);
    assert_eq!(allows_everyone(&statement(json!({}))), YES);
    assert_eq!(allows_everyone(&statement(json!({"principals": {"AWS": ["arn:aws:iam::1:root"]}}))), NO);
    assert_eq!(allows_everyone(&statement(json!({"principals": {"Service": ["*"]}}))), NO);
    assert_eq!(allows_everyone(&statement(json!({"principals": null, "not_principals": {"AWS": ["x"]}}))), YES);
    assert_eq!(allows_everyone(&statement(json!({"effect": "Deny"}))), NO);
    assert_eq!(allows_everyone(&when("StringEquals", "aws:sourceaccount", json!(["1"]))), NO);
    assert_eq!(allows_everyone(&when("StringEquals", "aws:sourceaccount", json!(["1", "*"]))), YES);
    assert_eq!(allows_everyone(&when("StringNotEquals", "aws:sourceaccount", json!(["1"]))), YES);
    assert_eq!(allows_everyone(&when("StringEqualsIfExists", "aws:sourceaccount", json!(["1"]))), YES);
    assert_eq!(allows_everyone(&when("IpAddress", "aws:sourceip", json!(["0.0.0.0/0"]))), YES);
    assert_eq!(allows_everyone(&when("IpAddress", "aws:sourceip", json!(["10.0.0.0/8"]))), NO);
    assert_eq!(allows_everyone(&when("Bool", "aws:securetransport", json!(["true"]))), YES);
    assert_eq!(allows_everyone(&statement(json!({"conditions": "?"}))), unknown());
    assert_eq!(allows_everyone(&statement(json!({"conditions": "?", "effect": "Deny"}))), NO);
    assert_eq!(allows_everyone(&statement(json!({"principals": "?"}))), unknown());
}

#[test]
fn only_fixed_values_narrow_who_is_let_in() {
    let halves = json!(["0.0.0.0/1", "128.0.0.0/1"]);
    let eighths: Vec<String> = (0..=255).map(|first| format!("{first}.0.0.0/8")).collect();
    let table = [
        ("ForAllValues:StringEquals", "aws:sourceaccount", json!(["111122223333"]), YES),
        ("ForAnyValue:StringEquals", "aws:sourceaccount", json!(["111122223333"]), NO),
        ("ForAllValues:StringLike", "aws:principalorgpaths", json!(["o-a1b2/*"]), YES),
        ("ForAnyValue:StringLike", "aws:principalorgpaths", json!(["o-a1b2/*"]), NO),
        ("ForAnyValue:StringLike", "aws:principalorgpaths", json!(["o-*/r-1/*"]), YES),
        ("ForAnyValue:StringLike", "aws:principalorgpaths", json!(["*/r-1/*"]), YES),
        ("StringLike", "aws:principalorgid", json!(["o-*"]), YES),
        ("StringLike", "aws:sourceaccount", json!(["11112222333?"]), YES),
        ("StringLike", "aws:sourceaccount", json!(["111122223333"]), NO),
        ("StringEquals", "aws:userid", json!(["${aws:userid}"]), YES),
        ("StringEquals", "aws:sourcevpce", json!(["vpce-1", "vpce-2"]), NO),
        ("StringLike", "aws:sourcevpce", json!(["vpce-1", "vpce-*"]), YES),
        ("StringEquals", "aws:sourcevpce", json!(["vpce-1", "?"]), unknown()),
        ("StringLike", "aws:sourcevpce", json!(["vpce-*", "?"]), YES),
        ("ArnLike", "aws:principalarn", json!(["arn:aws:iam::111122223333:role/*"]), NO),
        ("ArnLike", "aws:principalarn", json!(["arn:aws:iam::*:role/admin"]), YES),
        ("ArnLike", "aws:principalarn", json!(["arn:aws:iam::1111*:role/admin"]), YES),
        ("ArnEquals", "aws:sourcearn", json!(["arn:aws:lambda:*:111122223333:function:*"]), NO),
        ("StringLike", "aws:sourcearn", json!(["arn:aws:lambda:*:111122223333:*"]), YES),
        ("StringLike", "aws:sourcearn", json!(["arn:aws:sns:eu-west-1:111122223333:*"]), NO),
        ("ArnLike", "aws:sourcearn", json!(["arn:aws:s3:::*"]), YES),
        ("ArnLike", "aws:sourcearn", json!(["arn:aws:s3:::photos"]), NO),
        ("ArnLike", "aws:sourcearn", json!(["*"]), YES),
        ("IpAddress", "aws:sourceip", halves, YES),
        ("IpAddress", "aws:sourceip", json!(["203.0.113.0/24", "0.0.0.0/7"]), YES),
        ("IpAddress", "aws:sourceip", json!(["203.0.113.0/24", "198.51.100.7"]), NO),
        ("IpAddress", "aws:sourceip", json!(eighths), YES),
        ("IpAddress", "aws:sourceip", json!(["2000::/3"]), YES),
        ("IpAddress", "aws:sourceip", json!(["2001:db8::/32", "2001:db8::1"]), NO),
    ];
    for (operator, key, values, expected) in table {
        let document = statement(json!({"conditions": {operator: {key: values}}}));
        assert_eq!(allows_everyone(&document), expected, "{operator} {key} {values}");
    }
}

#[test]
fn plaintext_is_denied_by_a_deny_for_everyone_on_everything() {
    let deny = |changes: serde_json::Value| {
        let mut base = json!({"effect": "Deny", "actions": ["s3:*"], "resources": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], "conditions": {"Bool": {"aws:securetransport": ["false"]}}});
        for (key, value) in changes.as_object().unwrap() {
            base[key] = value.clone();
        }
        denies_plaintext_transport(&statement(base), &property(json!("arn:aws:s3:::b")))
    };
    assert_eq!(deny(json!({})), YES);
    assert_eq!(deny(json!({"effect": "Allow"})), NO);
    assert_eq!(deny(json!({"actions": ["s3:GetObject"]})), NO);
    assert_eq!(deny(json!({"actions": ["*"]})), YES);
    assert_eq!(deny(json!({"principals": {"AWS": ["arn:aws:iam::1:root"]}})), NO);
    assert_eq!(deny(json!({"resources": ["arn:aws:s3:::b"]})), NO);
    assert_eq!(deny(json!({"conditions": {"Bool": {"aws:securetransport": ["true"]}}})), NO);
    assert_eq!(deny(json!({"conditions": {"BoolIfExists": {"aws:securetransport": ["False"]}}})), YES);
    assert_eq!(
        deny(json!({"conditions": {"Bool": {"aws:securetransport": ["false"]}, "IpAddress": {"aws:sourceip": ["1.2.3.4/32"]}}})),
        NO
    );
    assert_eq!(deny(json!({"conditions": "?"})), unknown());
    assert_eq!(deny(json!({"principals": null, "not_principals": {"AWS": ["x"]}})), NO);
    assert_eq!(deny(json!({"conditions": {"Bool": {"aws:securetransport": ["false"], "aws:viaawsservice": ["false"]}}})), YES);
    assert_eq!(deny(json!({"conditions": {"Bool": {"aws:viaawsservice": ["false"]}}})), NO);
    assert_eq!(deny(json!({"conditions": {"Bool": {"aws:securetransport": ["false"], "aws:viaawsservice": ["true"]}}})), NO);
    assert_eq!(
        deny(json!({"conditions": {"Bool": {"aws:securetransport": ["false"], "aws:principalisawsservice": ["false"]}}})),
        NO
    );
    assert_eq!(deny(json!({"conditions": {"StringEquals": {"aws:securetransport": ["false"]}}})), NO);
    assert_eq!(deny(json!({"conditions": {"NumericLessThan": {"s3:tlsversion": ["1.2"]}}})), NO);
    assert_eq!(deny(json!({"conditions": {}})), NO);
    assert_eq!(denies_plaintext_transport(&Property::Null, &property(json!("arn:aws:s3:::b"))), NO);
    assert_eq!(denies_plaintext_transport(&Property::Null, &Property::Unknown(gap())), NO);
}

#[test]
fn plaintext_is_denied_only_where_the_bucket_and_all_its_objects_are_covered() {
    let of_statements = |of_each: &[&[&str]], arn: &str| {
        let statement = |resources: &&[&str]| json!({"effect": "Deny", "principals": {"AWS": ["*"]}, "actions": ["s3:*"], "resources": resources, "conditions": {"Bool": {"aws:securetransport": ["false"]}}});
        let statements: Vec<_> = of_each.iter().map(statement).collect();
        denies_plaintext_transport(&property(json!({ "statements": statements })), &property(json!(arn)))
    };
    let bucket = "arn:aws:s3:::b";
    for resources in [
        &["arn:aws:s3:::b", "arn:aws:s3:::b/*"][..],
        &["*"],
        &["arn:aws:s3:::*"],
        &["arn:aws:s3:::b*"],
        &["arn:*:s3:::b", "arn:*:s3:::b/*"],
    ] {
        assert_eq!(of_statements(&[resources], bucket), YES, "{resources:?}");
    }
    for resources in [
        &["arn:aws:s3:::b"][..],
        &["arn:aws:s3:::b/*"],
        &["arn:aws:s3:::b", "arn:aws:s3:::b/logs/*"],
        &["arn:aws:s3:::b", "arn:aws:s3:::b/?"],
        &["arn:aws:s3:::other", "arn:aws:s3:::other/*"],
        &["arn:aws:s3:::bb*"],
        &[],
    ] {
        assert_eq!(of_statements(&[resources], bucket), NO, "{resources:?}");
    }
    assert_eq!(of_statements(&[&["arn:aws:s3:::b"], &["arn:aws:s3:::b/*"]], bucket), YES);
    assert_eq!(of_statements(&[&["arn:aws:s3:::b"], &["arn:aws:s3:::other/*"]], bucket), NO);
    assert_eq!(of_statements(&[&["arn:aws:s3:::b", "arn:aws:s3:::b/*"]], "?"), unknown());
    assert_eq!(of_statements(&[&["*"]], "?"), YES);
}

#[test]
fn everything_is_granted_by_star_on_star() {
    let allow = |changes: serde_json::Value| grants_everything(&statement(changes));
    assert_eq!(allow(json!({"actions": ["*"], "resources": ["*"]})), YES);
    assert_eq!(allow(json!({"actions": ["s3:*", "*:*"], "resources": ["x", "*"]})), YES);
    assert_eq!(allow(json!({"actions": ["*"], "resources": ["arn:aws:s3:::b"]})), NO);
    assert_eq!(allow(json!({"actions": ["s3:*"], "resources": ["*"]})), NO);
    assert_eq!(allow(json!({"actions": null, "not_actions": ["iam:*"], "resources": ["*"]})), NO);
    assert_eq!(allow(json!({"effect": "Deny", "actions": ["*"], "resources": ["*"]})), NO);
    assert_eq!(allow(json!({"actions": ["?"], "resources": ["*"]})), unknown());
}
