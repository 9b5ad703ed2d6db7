//! Questions about policy documents, in the shape of [`crate::model::resource::policy::PolicyDocument`].

pub mod bucket;
pub mod confining;
pub mod enclave;
pub mod identity;
mod narrowing;
pub mod outsiders;

use std::sync::Arc;

use super::{Answer, Function, all_of, any_item, any_of, field, not, text};
use crate::model::{Property, pattern};

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "allows_everyone",
        parameters: "document",
        returns: "bool",
        description: "whether a policy document lets anyone in without a condition that narrows it; null lets nobody in",
        answer: |arguments, _| allows_everyone(&arguments[0]).into_property(),
    },
    Function {
        name: "denies_plaintext_transport",
        parameters: "document, bucket_arn",
        returns: "bool",
        description: "whether a bucket's policy refuses every request to it and its objects that is not encrypted in transit",
        answer: |arguments, _| denies_plaintext_transport(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "grants_everything",
        parameters: "document",
        returns: "bool",
        description: "whether a policy document allows every action on every resource",
        answer: |arguments, _| grants_everything(&arguments[0]).into_property(),
    },
];

/// Whether the document lets anyone in: an Allow for every principal without a condition that narrows it.
#[must_use]
pub fn allows_everyone(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        all_of([
            has_effect(statement, "Allow"),
            any_of([names_everyone(statement), field(statement, "not_principals", is_present)]),
            not(is_narrowed(statement)),
        ])
    })
}

/// Whether the document of the bucket with that ARN refuses every request without encryption in transit: for everyone, every action of
/// S3 is denied where `aws:SecureTransport` is false, on the bucket and on all its objects, in one statement or in several.
#[must_use]
pub fn denies_plaintext_transport(document: &Property, bucket_arn: &Property) -> Answer<bool> {
    let denies = |suffix: &str| {
        any_statement(document, |statement| {
            all_of([
                has_effect(statement, "Deny"),
                names_everyone(statement),
                any_text(statement, "actions", |action| action == "*" || action.eq_ignore_ascii_case("s3:*")),
                field(statement, "conditions", only_plaintext),
                covers(statement, bucket_arn, suffix),
            ])
        })
    };
    all_of([denies(""), denies("/*")])
}

/// Whether the document allows every action on every resource.
#[must_use]
pub fn grants_everything(document: &Property) -> Answer<bool> {
    let is_star = |text: &str| matches!(text, "*" | "*:*");
    any_statement(document, |statement| {
        all_of([has_effect(statement, "Allow"), any_text(statement, "actions", is_star), any_text(statement, "resources", is_star)])
    })
}

fn any_statement(document: &Property, question: impl Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    match document {
        Property::Null => Answer::Known(false),
        document => field(document, "statements", |statements| any_item(statements, "the statements of a policy", question)),
    }
}

fn has_effect(statement: &Property, effect: &str) -> Answer<bool> {
    field(statement, "effect", |of_statement| text(of_statement, "an effect", |of_statement| of_statement == effect))
}

/// Whether a text in the statement's list called `name` satisfies `question`; a list that the statement does not use is null.
fn any_text(statement: &Property, name: &str, question: impl Fn(&str) -> bool) -> Answer<bool> {
    field(statement, name, |list| any_item(list, name, |item| text(item, name, &question)))
}

fn is_present(property: &Property) -> Answer<bool> {
    match property {
        Property::Null => Answer::Known(false),
        Property::Map(_) => Answer::Known(true),
        _ => Answer::Invalid("principals must be a map by kind, or null".to_owned()),
    }
}

/// Whether the statement's principals are everyone; identity policies name none, and then it is whoever holds the policy.
fn names_everyone(statement: &Property) -> Answer<bool> {
    field(statement, "principals", |principals| match principals {
        Property::Null => Answer::Known(false),
        Property::Map(kinds) => kinds
            .get("AWS")
            .map_or(Answer::Known(false), |names| any_item(names, "principals", |name| text(name, "a principal", is_everyone))),
        _ => Answer::Invalid("principals must be a map by kind, or null".to_owned()),
    })
}

/// Whether a principal stands for everyone: the star, or the root of every account.
fn is_everyone(principal: &str) -> bool {
    principal == "*" || principal.ends_with(":iam::*:root")
}

/// Whether one of the statement's resources covers the bucket's ARN with `suffix`.
fn covers(statement: &Property, bucket_arn: &Property, suffix: &str) -> Answer<bool> {
    let everything = any_text(statement, "resources", |pattern| pattern == "*");
    let of_bucket = match bucket_arn {
        Property::Text(arn) => any_text(statement, "resources", |pattern| pattern::covers(pattern, &format!("{arn}{suffix}"))),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("the ARN of a bucket must be text".to_owned()),
    };
    any_of([everything, of_bucket])
}

/// The answers of `question` on every entry of `map`; an entry that could not be read answers unknown.
fn entries(map: &Property, what: &str, question: impl Fn(&str, &Property) -> Answer<bool>) -> Vec<Answer<bool>> {
    let Property::Map(entries) = map else { return vec![Answer::Invalid(format!("{what} must be a map"))] };
    let answer = |(key, value): (&str, &Property)| match value {
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        value => question(key, value),
    };
    entries.iter().map(answer).collect()
}

/// Whether the conditions are met exactly by requests without encryption in transit, those that AWS's services make among themselves left
/// aside. Several conditions hold together, so each further one lets some requests through.
fn only_plaintext(conditions: &Property) -> Answer<bool> {
    let of_each = entries(conditions, "conditions", |operator, keys| {
        let operator = operator.to_ascii_lowercase();
        all_of(entries(keys, "a condition", |key, values| {
            any_of([takes_plaintext(&operator, key, values), spares_services(&operator, key, values)])
        }))
    });
    let of_one = entries(conditions, "conditions", |operator, keys| {
        let operator = operator.to_ascii_lowercase();
        any_of(entries(keys, "a condition", |key, values| takes_plaintext(&operator, key, values)))
    });
    all_of([any_of(of_one), all_of(of_each)])
}

fn takes_plaintext(operator: &str, key: &str, values: &Property) -> Answer<bool> {
    if key == "aws:securetransport" && matches!(operator, "bool" | "boolifexists") {
        is_false(values)
    } else {
        Answer::Known(false)
    }
}

/// Whether a condition spares only what AWS's services do by themselves or on a caller's behalf ("AWS global condition context keys" in the
/// IAM user guide). Anonymous requests do not say whether a service makes them: without `IfExists` they would be spared too.
fn spares_services(operator: &str, key: &str, values: &Property) -> Answer<bool> {
    match (key, operator) {
        ("aws:principalisawsservice", "boolifexists") | ("aws:viaawsservice", "bool" | "boolifexists") => is_false(values),
        _ => Answer::Known(false),
    }
}

fn is_false(values: &Property) -> Answer<bool> {
    any_item(values, "condition values", |value| text(value, "a condition value", |value| value.eq_ignore_ascii_case("false")))
}

/// Whether a condition narrows the statement to principals, networks or sources that its owner chose.
fn is_narrowed(statement: &Property) -> Answer<bool> {
    field(statement, "conditions", |conditions| {
        any_of(entries(conditions, "conditions", |operator, keys| {
            any_of(entries(keys, "a condition", |key, values| narrowing::narrows(operator, key, values)))
        }))
    })
}
