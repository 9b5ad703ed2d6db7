//! Tables of documents, and laws that hold for all of them.

#![expect(clippy::needless_pass_by_value, reason = "tables read better without borrows")]

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::model::{Gap, GapKind};

const YES: Answer<bool> = Answer::Known(true);
const NO: Answer<bool> = Answer::Known(false);

fn gap() -> Arc<Gap> {
    Arc::new(Gap { kind: GapKind::Denied, action: "iam:X".into(), region: "r".into(), detail: String::new() })
}

/// A statement of an identity's policy; `"?"` stands for what could not be read.
fn statement(changes: &Value) -> Value {
    let mut statement = json!({
        "id": "", "effect": "Allow", "principals": null, "not_principals": null, "actions": null, "not_actions": null,
        "resources": ["*"], "not_resources": null, "conditions": {}
    });
    for (key, value) in changes.as_object().expect("a map") {
        statement[key] = value.clone();
    }
    statement
}

fn document(statements: &[Value]) -> Property {
    let statements: Vec<Value> = statements.iter().map(statement).collect();
    unmask(Property::from(json!({ "statements": statements })))
}

fn unmask(property: Property) -> Property {
    match property {
        Property::Text(text) if text == "?" => Property::Unknown(gap()),
        Property::List(items) => Property::List(items.into_iter().map(unmask).collect()),
        Property::Map(map) => Property::Map(map.into_iter().map(|(key, value)| (key, unmask(value))).collect()),
        other => other,
    }
}

fn name(name: &str) -> Property {
    Property::Text(name.to_owned())
}

fn allow(actions: Value) -> Value {
    json!({ "actions": actions })
}

fn deny(actions: Value) -> Value {
    json!({ "effect": "Deny", "actions": actions })
}

#[test]
fn a_whole_service_is_every_action_on_every_resource() {
    let table = [
        (vec![allow(json!(["kms:*"]))], YES),
        (vec![allow(json!(["KMS:*"]))], YES),
        (vec![allow(json!(["*"]))], YES),
        (vec![allow(json!(["*:*"]))], YES),
        (vec![allow(json!(["s3:*", "k*"]))], YES),
        (vec![allow(json!(["kms:Describe*"]))], NO),
        (vec![allow(json!(["kmsx:*"]))], NO),
        (vec![json!({"actions": ["kms:*"], "resources": ["arn:aws:kms:*:*:key/*"]})], NO),
        (vec![json!({"not_actions": ["iam:*"]})], YES),
        (vec![json!({"not_actions": ["kms:*"]})], NO),
        (vec![json!({"not_actions": ["kms:ScheduleKeyDeletion"]})], NO),
        (vec![json!({"not_actions": ["*"]})], NO),
        (vec![deny(json!(["kms:*"]))], NO),
        (vec![allow(json!(["kms:*"])), deny(json!(["kms:*"]))], NO),
        (vec![allow(json!(["*"])), deny(json!(["kms:Decrypt"]))], NO),
        (vec![allow(json!(["kms:*"])), deny(json!(["s3:*"]))], YES),
        (vec![allow(json!(["kms:*"])), json!({"effect": "Deny", "not_actions": ["kms:*"]})], YES),
        (vec![allow(json!(["kms:*"])), json!({"effect": "Deny", "not_actions": ["s3:*"]})], NO),
        (vec![allow(json!(["kms:*"])), json!({"effect": "Deny", "actions": ["kms:*"], "conditions": {"Bool": {"a": ["b"]}}})], YES),
        (vec![allow(json!(["kms:*"])), json!({"effect": "Deny", "actions": ["kms:*"], "resources": ["arn:x"]})], YES),
        (vec![], NO),
        (vec![allow(json!("?"))], Answer::Unknown(gap())),
        (vec![allow(json!("?")), deny(json!(["kms:*"]))], NO),
        (vec![allow(json!(["kms:*"])), deny(json!("?"))], Answer::Unknown(gap())),
    ];
    for (statements, expected) in table {
        assert_eq!(grants_whole_service(&document(&statements), &name("kms")), expected, "{statements:?}");
    }
    assert_eq!(grants_whole_service(&Property::Null, &name("kms")), NO);
    assert!(matches!(grants_whole_service(&document(&[]), &Property::Null), Answer::Invalid(_)));
}

#[test]
fn rights_grow_where_every_action_of_a_combination_is_allowed() {
    let table = [
        (vec![allow(json!(["iam:CreatePolicyVersion"]))], YES),
        (vec![allow(json!(["iam:*"]))], YES),
        (vec![allow(json!(["iam:Put*"]))], YES),
        (vec![allow(json!(["*"]))], YES),
        (vec![allow(json!(["iam:PassRole"]))], YES),
        (vec![json!({"actions": ["iam:PassRole"], "resources": ["arn:aws:iam::1:role/x"]})], YES),
        (vec![allow(json!(["ec2:RunInstances"]))], NO),
        (vec![allow(json!(["cloudformation:CreateChangeSet"]))], NO),
        (vec![allow(json!(["cloudformation:CreateChangeSet"])), allow(json!(["cloudformation:Execute*"]))], YES),
        (vec![allow(json!(["cloudformation:UpdateStack"]))], YES),
        (vec![allow(json!(["ec2:StartInstances", "ec2:StopInstances"]))], NO),
        (vec![allow(json!(["ec2:*"])), deny(json!(["ec2:ModifyInstanceAttribute"]))], YES),
        (vec![allow(json!(["ec2:*"])), deny(json!(["ec2:Modify*"]))], NO),
        (vec![allow(json!(["iam:Get*", "iam:List*", "s3:*"]))], NO),
        (vec![json!({"not_actions": ["s3:*"]})], YES),
        (vec![json!({"not_actions": ["iam:*", "lambda:*", "glue:*"]})], YES),
        (vec![json!({"not_actions": ["iam:*", "lambda:*", "glue:*", "cloudformation:*", "ec2:*", "sagemaker:*"]})], NO),
        (vec![allow(json!(["iam:PassRole", "ec2:RunInstances"])), deny(json!(["iam:PassRole"]))], NO),
        (vec![allow(json!(["iam:PutUserPolicy"])), deny(json!(["iam:*"]))], NO),
        (vec![allow(json!(["iam:PutUserPolicy"])), json!({"effect": "Deny", "not_actions": ["iam:*"]})], YES),
        (vec![deny(json!(["*"]))], NO),
        (vec![allow(json!(["iam:PutUserPolicy", "?"]))], YES),
        (vec![allow(json!(["cloudformation:CreateChangeSet", "?"]))], Answer::Unknown(gap())),
    ];
    for (statements, expected) in table {
        assert_eq!(allows_privilege_escalation(&document(&statements)), expected, "{statements:?}");
    }
    assert_eq!(allows_privilege_escalation(&Property::Null), NO);
}

#[test]
fn roles_are_assumed_freely_where_a_resource_has_a_wildcard() {
    let of = |actions: Value, resources: Value| json!({"actions": actions, "resources": resources});
    let deny_of = |changes: Value| {
        let mut statement = deny(json!(["sts:AssumeRole"]));
        for (key, value) in changes.as_object().expect("a map") {
            statement[key] = value.clone();
        }
        statement
    };
    let table = [
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"]))], YES),
        (vec![of(json!(["sts:*"]), json!(["arn:aws:iam::*:role/admin"]))], YES),
        (vec![of(json!(["*"]), json!(["arn:aws:iam::1:role/a", "arn:aws:iam::1:role/team-*"]))], YES),
        (vec![of(json!(["sts:AssumeRole"]), json!(["arn:aws:iam::1:role/a"]))], NO),
        (vec![of(json!(["sts:GetCallerIdentity"]), json!(["*"]))], NO),
        (vec![of(json!(["sts:AssumeRoleWithSAML"]), json!(["*"]))], NO),
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"])), deny(json!(["sts:AssumeRole"]))], NO),
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"])), deny_of(json!({"resources": ["arn:aws:iam::1:role/a"]}))], YES),
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"])), deny_of(json!({"conditions": {"Bool": {"a": ["b"]}}}))], YES),
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"])), deny_of(json!({"conditions": "?"}))], Answer::Unknown(gap())),
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"])), deny_of(json!({"resources": ["arn:aws:iam::*:role/*"]}))], NO),
        (
            vec![
                of(json!(["sts:AssumeRole"]), json!(["arn:aws:iam::*"])),
                deny_of(json!({"resources": ["arn:aws:iam::*:role/*"]})),
            ],
            NO,
        ),
        (vec![of(json!(["sts:AssumeRole"]), json!(["*"])), deny_of(json!({"resources": ["arn:aws:iam::1:role/*"]}))], YES),
        (
            vec![of(json!(["sts:*"]), json!(["arn:aws:iam::1:role/*"])), deny_of(json!({"resources": ["arn:aws:iam::1:role/*"]}))],
            NO,
        ),
        (
            vec![of(json!(["sts:*"]), json!(["arn:aws:iam::1:role/*"])), deny_of(json!({"resources": ["arn:aws:iam::2:role/*"]}))],
            YES,
        ),
        (
            vec![of(json!(["sts:*"]), json!(["arn:aws:iam::1:role/*"])), deny_of(json!({"resources": ["?"]}))],
            Answer::Unknown(gap()),
        ),
        (vec![json!({"not_actions": ["iam:*"]})], YES),
        (vec![json!({"actions": ["sts:AssumeRole"], "resources": null, "not_resources": ["arn:x"]})], YES),
        (vec![json!({"actions": ["sts:AssumeRole"], "resources": null, "not_resources": ["arn:x"]}), deny(json!(["sts:*"]))], NO),
    ];
    for (statements, expected) in table {
        assert_eq!(allows_assuming_roles_freely(&document(&statements)), expected, "{statements:?}");
    }
}

#[test]
fn an_action_is_allowed_everywhere_on_the_resource_star_alone() {
    let subscribe = name("aws-marketplace:Subscribe");
    let table = [
        (vec![allow(json!(["aws-marketplace:Subscribe"]))], YES),
        (vec![allow(json!(["aws-marketplace:*"]))], YES),
        (vec![allow(json!(["aws-marketplace:ViewSubscriptions"]))], NO),
        (vec![json!({"actions": ["aws-marketplace:Subscribe"], "resources": ["arn:aws:aws-marketplace:us-east-1:aws:x"]})], NO),
        (vec![allow(json!(["*"])), deny(json!(["aws-marketplace:*"]))], NO),
        (vec![allow(json!(["*"])), json!({"effect": "Deny", "actions": ["aws-marketplace:*"], "resources": ["arn:x"]})], YES),
    ];
    for (statements, expected) in table {
        assert_eq!(allows_action_everywhere(&document(&statements), &subscribe), expected, "{statements:?}");
    }
}

fn trust(principals: Value, conditions: Value) -> Value {
    json!({"principals": principals, "actions": ["sts:AssumeRole"], "resources": null, "conditions": conditions})
}

#[test]
fn a_service_is_confined_where_each_of_its_statements_names_the_account() {
    let service = json!({"Service": ["sns.amazonaws.com"]});
    let on = |operator: &str, key: &str, values: Value| trust(service.clone(), json!({operator: {key: values}}));
    let table = [
        (vec![on("StringEquals", "aws:sourceaccount", json!(["111122223333"]))], YES),
        (vec![on("ArnLike", "aws:sourcearn", json!(["arn:aws:sns:*:111122223333:*"]))], YES),
        (vec![on("StringEquals", "aws:sourceorgid", json!(["o-abc"]))], YES),
        (vec![on("StringLike", "aws:sourceorgid", json!(["*"]))], NO),
        (vec![on("StringEquals", "aws:sourceaccount", json!(["111122223333", "444455556666"]))], NO),
        (vec![on("StringEqualsIfExists", "aws:sourceaccount", json!(["111122223333"]))], NO),
        (vec![on("StringNotEquals", "aws:sourceaccount", json!(["111122223333"]))], NO),
        (vec![on("StringEquals", "sts:externalid", json!(["111122223333"]))], NO),
        (vec![on("StringEquals", "aws:sourceaccount", json!([]))], NO),
        (vec![trust(service.clone(), json!({}))], NO),
        (vec![on("StringEquals", "aws:sourceaccount", json!(["111122223333"])), trust(service.clone(), json!({}))], NO),
        (vec![on("StringEquals", "aws:sourceaccount", json!("?"))], Answer::Unknown(gap())),
        (vec![trust(json!({"AWS": ["*"]}), json!({}))], YES),
    ];
    for (statements, expected) in table {
        assert_eq!(confines_services(&document(&statements), &name("111122223333")), expected, "{statements:?}");
    }
    assert_eq!(lets_services_assume(&document(&[trust(service.clone(), json!({}))])), YES);
    assert_eq!(lets_services_assume(&document(&[trust(json!({"AWS": ["*"]}), json!({}))])), NO);
    let tagged = json!({"principals": service, "actions": ["sts:TagSession"], "resources": null});
    assert_eq!(lets_services_assume(&document(&[tagged])), NO);
}

#[test]
fn another_account_is_trusted_whatever_the_conditions() {
    let of = |names: Value| vec![trust(json!({ "AWS": names }), json!({"StringEquals": {"sts:externalid": ["x"]}}))];
    let table = [
        (of(json!(["arn:aws:iam::444455556666:root"])), YES),
        (of(json!(["*"])), YES),
        (of(json!(["444455556666"])), YES),
        (of(json!(["arn:aws:iam::111122223333:role/a", "arn:aws:iam::444455556666:root"])), YES),
        (of(json!(["arn:aws:iam::111122223333:root"])), NO),
        (vec![trust(json!({"Service": ["ec2.amazonaws.com"]}), json!({}))], NO),
        (vec![trust(json!({"Federated": ["accounts.google.com"]}), json!({}))], NO),
        (of(json!(["?"])), Answer::Unknown(gap())),
    ];
    for (statements, expected) in table {
        assert_eq!(trusts_other_account(&document(&statements), &name("111122223333")), expected, "{statements:?}");
    }
}

#[test]
fn regions_are_restricted_by_a_list_that_has_all_of_them() {
    let rule = |effect: &str, operator: &str, regions: Value| {
        vec![json!({"effect": effect, "actions": ["*"], "conditions": {operator: {"aws:requestedregion": regions}}})]
    };
    let both = json!(["eu-west-1", "eu-central-1"]);
    let wanted = |regions: &[&str]| Property::List(regions.iter().map(|region| name(region)).collect());
    let table = [
        (rule("Deny", "StringNotEquals", both.clone()), wanted(&["eu-west-1"]), YES),
        (rule("Deny", "StringNotEquals", both.clone()), wanted(&[]), YES),
        (rule("Allow", "StringEquals", both.clone()), wanted(&["eu-west-1", "eu-central-1"]), YES),
        (rule("Deny", "StringNotEquals", both.clone()), wanted(&["us-east-1"]), NO),
        (rule("Deny", "StringEquals", both.clone()), wanted(&[]), NO),
        (rule("Allow", "StringNotEquals", both), wanted(&[]), NO),
        (vec![allow(json!(["*"]))], wanted(&[]), NO),
    ];
    for (statements, regions, expected) in table {
        assert_eq!(restricts_regions(&document(&statements), &regions), expected, "{statements:?}");
    }
}

fn any_actions() -> impl Strategy<Value = Vec<String>> {
    let action = prop_oneof![
        Just("*"),
        Just("iam:*"),
        Just("iam:PassRole"),
        Just("ec2:RunInstances"),
        Just("iam:Put*"),
        Just("kms:*"),
        Just("kms:Decrypt"),
        Just("sts:AssumeRole"),
        Just("s3:GetObject"),
        Just("lambda:*"),
    ];
    prop::collection::vec(action.prop_map(str::to_owned), 1..4)
}

fn any_statements() -> impl Strategy<Value = Vec<Value>> {
    let statement = (any_actions(), any::<bool>(), prop::bool::weighted(0.2), any::<bool>()).prop_map(
        |(actions, allows, inverted, everywhere)| {
            json!({
                "effect": if allows { "Allow" } else { "Deny" },
                "actions": if inverted { Value::Null } else { json!(actions) },
                "not_actions": if inverted { json!(actions) } else { Value::Null },
                "resources": [if everywhere { "*" } else { "arn:aws:s3:::example" }],
            })
        },
    );
    prop::collection::vec(statement, 0..5)
}

type Question = fn(&Property) -> Answer<bool>;

const GRANTS: [Question; 4] = [
    allows_privilege_escalation,
    allows_assuming_roles_freely,
    |document| grants_whole_service(document, &Property::Text("kms".to_owned())),
    |document| allows_action_everywhere(document, &Property::Text("kms:Decrypt".to_owned())),
];

proptest! {
    #[test]
    fn a_further_permission_takes_nothing_away(mut statements in any_statements(), actions in any_actions()) {
        let before = GRANTS.map(|grants| grants(&document(&statements)));
        statements.push(json!({ "actions": actions }));
        for (before, grants) in before.into_iter().zip(GRANTS) {
            prop_assert!(before == NO || grants(&document(&statements)) == YES);
        }
    }

    #[test]
    fn a_denial_of_everything_leaves_nothing(mut statements in any_statements()) {
        statements.push(json!({ "effect": "Deny", "actions": ["*"] }));
        for grants in GRANTS {
            prop_assert_eq!(grants(&document(&statements)), NO);
        }
    }

    #[test]
    fn the_order_of_statements_does_not_matter(statements in any_statements()) {
        let reversed: Vec<Value> = statements.iter().rev().cloned().collect();
        for grants in GRANTS {
            prop_assert_eq!(grants(&document(&statements)), grants(&document(&reversed)));
        }
    }

    #[test]
    fn what_could_not_be_read_never_turns_an_answer(statements in any_statements(), place in 0usize..5, part in 0usize..4) {
        let mut masked = statements.clone();
        if let Some(statement) = masked.get_mut(place) {
            statement[["effect", "actions", "not_actions", "resources"][part]] = json!("?");
        }
        for grants in GRANTS {
            let (whole, part) = (grants(&document(&statements)), grants(&document(&masked)));
            prop_assert!(part == whole || part == Answer::Unknown(gap()), "{whole:?} became {part:?}");
        }
    }
}
