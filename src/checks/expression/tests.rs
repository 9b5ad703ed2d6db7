//! How unknown travels, which references are seen, and what the language refuses.

use serde_json::json;

use super::*;
use crate::model::GapKind;

fn gap(action: &str) -> Arc<Gap> {
    Arc::new(Gap { kind: GapKind::Denied, action: action.into(), region: "r".into(), detail: String::new() })
}

fn subject(resource: serde_json::Value) -> Subject {
    fn unmask(property: Property) -> Property {
        match property {
            Property::Text(text) if text.starts_with('?') => Property::Unknown(gap(&text)),
            Property::List(items) => Property::List(items.into_iter().map(unmask).collect()),
            Property::Map(map) => Property::Map(map.into_iter().map(|(key, value)| (key, unmask(value))).collect()),
            other => other,
        }
    }
    let Property::Map(map) = unmask(Property::from(resource)) else { panic!("a map") };
    let now = "2026-01-15T00:00:00Z".parse().unwrap();
    Subject::new(Evidence::new(&map), Evidence::new(&Properties::new()), now)
}

fn run(source: &str, resource: serde_json::Value) -> Evaluated<bool> {
    Expression::compile(source)
        .unwrap()
        .evaluate(Scene { subject: &subject(resource), parameters: &Evidence::new(&Properties::new()) })
}

#[test]
fn and_and_or_absorb_an_unknown_where_the_other_side_decides() {
    let masked = || json!({"open": "?a", "yes": true, "no": false});
    for (source, expected) in [
        ("resource.open && resource.no", Evaluated::Known(false)),
        ("resource.no && resource.open", Evaluated::Known(false)),
        ("resource.open || resource.yes", Evaluated::Known(true)),
        ("resource.yes || resource.open", Evaluated::Known(true)),
        ("resource.open && resource.yes", Evaluated::Unknown(gap("?a"))),
        ("resource.no || resource.open", Evaluated::Unknown(gap("?a"))),
        ("!resource.open", Evaluated::Unknown(gap("?a"))),
        ("resource.open ? true : true", Evaluated::Unknown(gap("?a"))),
        ("resource.open == null", Evaluated::Unknown(gap("?a"))),
        ("null != resource.open", Evaluated::Unknown(gap("?a"))),
        ("has(resource.open)", Evaluated::Unknown(gap("?a"))),
        ("resource.open.deep.deeper", Evaluated::Unknown(gap("?a"))),
        ("resource.open in [true]", Evaluated::Unknown(gap("?a"))),
    ] {
        assert_eq!(run(source, masked()), expected, "{source}");
    }
}

#[test]
fn loops_absorb_an_unknown_element_where_another_decides() {
    let masked = || json!({"rules": [{"port": "?b"}, {"port": 22}], "names": ["a", "?c"], "none": "?d"});
    for (source, expected) in [
        ("resource.rules.exists(r, r.port == 22)", Evaluated::Known(true)),
        ("resource.rules.exists(r, r.port == 23)", Evaluated::Unknown(gap("?b"))),
        ("resource.rules.all(r, r.port == 23)", Evaluated::Known(false)),
        ("resource.rules.all(r, r.port == 22)", Evaluated::Unknown(gap("?b"))),
        ("resource.rules.map(r, r.port) == [1, 2]", Evaluated::Unknown(gap("?b"))),
        ("resource.rules.filter(r, r.port == 22).size() == 1", Evaluated::Unknown(gap("?b"))),
        ("resource.none.exists(n, true)", Evaluated::Unknown(gap("?d"))),
        ("size(resource.rules) == 2", Evaluated::Known(true)),
    ] {
        assert_eq!(run(source, masked()), expected, "{source}");
    }
}

#[test]
fn whatever_looks_at_an_unknown_from_outside_is_unknown() {
    let masked = || json!({"names": ["a", "?c"], "left": {"x": 1, "y": "?e"}, "right": {"x": 1, "y": 2}});
    for source in [
        "'b' in resource.names",
        "resource.names == ['a', 'b']",
        "resource.names.exists(n, n == 'b')",
        "resource.names.exists(n, 'b' == n)",
        "resource.left == resource.right",
        "resource.right != resource.left",
        "resource.names[1] == 'b'",
        "resource.names.exists_one(n, n == 'a')",
        "is_world(resource.names[1])",
    ] {
        assert!(matches!(run(source, masked()), Evaluated::Unknown(_)), "{source}: {:?}", run(source, masked()));
    }
}

#[test]
fn known_evidence_behaves_like_any_value() {
    let known = || json!({"n": 3, "t": "x", "list": ["a"], "map": {"k": "v"}, "none": null, "days": "2026-01-01T00:00:00Z"});
    for source in [
        "resource.n + 1 == 4 && resource.t.startsWith('x') && resource.t.matches('^x$')",
        "'a' in resource.list && 'k' in resource.map && resource.map.k == 'v' && size(resource.map) == 1",
        "resource.none == null && resource.t != null && has(resource.map.k) && !has(resource.map.z)",
        "resource.map.exists(key, resource.map[key] == 'v')",
        "days_since(resource.days) == 14 && now == '2026-01-15T00:00:00Z'",
        "resource.list == ['a']",
    ] {
        assert_eq!(run(source, known()), Evaluated::Known(true), "{source}");
    }
}

#[test]
fn a_defect_of_the_expression_is_neither_true_nor_false() {
    for source in
        ["resource.missing", "resource.n", "resource.n.deep", "days_since(resource.none) > 1", "resource.n < 'x'", "undeclared(1)"]
    {
        assert!(matches!(run(source, json!({"n": 3, "none": null})), Evaluated::Broken(_)), "{source}");
    }
}

#[test]
fn references_are_the_first_fields_behind_the_roots() {
    let expression = Expression::compile(
        "resource.policy != null && resource.rules.exists(r, r.port == 22) || has(resource.acl.grants) || account.trails.size() > 0",
    )
    .unwrap();
    let references = expression.references();
    assert_eq!(references.resource.iter().collect::<Vec<_>>(), ["acl", "policy", "rules"]);
    assert_eq!(references.account.iter().collect::<Vec<_>>(), ["trails"]);
    assert!(references.chains.contains(&["resource", "acl", "grants"].map(String::from)[..]));
}

#[test]
fn what_would_hide_an_unknown_does_not_compile() {
    for source in [
        "resource.?policy.orValue(true)",
        "resource[?'policy'] == null",
        "optional.of(resource.x).hasValue()",
        "resource == null",
        "resource['policy'] == null",
        "[1].exists(resource, resource == 1)",
        "size(account) > 0",
        "resource.x &&",
        "resource.versioning == {'enabled': true}",
        "resource.tags != {}",
        "resource.rules.exists(rule, rule == {'port': 22})",
        "[{'port': 22}] == resource.rules",
    ] {
        assert!(Expression::compile(source).is_err(), "{source}");
    }
}
