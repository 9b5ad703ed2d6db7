//! Questions about policy documents, in the shape of [`crate::model::resource::policy::PolicyDocument`].

use std::sync::Arc;

use super::{Answer, all_of, any_item, any_of, field, not, text};
use crate::model::Property;

/// Condition keys that narrow who may call to something the policy's owner chose.
///
/// Source: IAM User Guide, "AWS global condition context keys", and S3 User Guide, "The meaning of public", which lists the keys that
/// make a policy non-public when they hold fixed values.
const NARROWING_KEYS: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceip",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:userid",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
];

/// Whether the document lets anyone in: an Allow for every principal without a condition that narrows it.
#[must_use]
pub fn allows_everyone(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        all_of([
            text(field(statement, "effect"), |effect| effect == "Allow"),
            any_of([names_everyone(statement), is_present(field(statement, "not_principals"))]),
            not(is_narrowed(statement)),
        ])
    })
}

/// Whether the document refuses every request without encryption in transit: a Deny for everyone on every action of S3 where
/// `aws:SecureTransport` is false.
#[must_use]
pub fn denies_plaintext_transport(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        all_of([
            text(field(statement, "effect"), |effect| effect == "Deny"),
            names_everyone(statement),
            any_item(field(statement, "actions"), "actions", |action| {
                text(action, |action| matches!(action, "*" | "s3:*" | "S3:*"))
            }),
            covers_objects(statement),
            only_plaintext(field(statement, "conditions")),
        ])
    })
}

/// Whether the document allows every action on every resource.
#[must_use]
pub fn grants_everything(document: &Property) -> Answer<bool> {
    let is_star = |item: &Property| text(item, |text| matches!(text, "*" | "*:*"));
    any_statement(document, |statement| {
        all_of([
            text(field(statement, "effect"), |effect| effect == "Allow"),
            any_item(field(statement, "actions"), "actions", is_star),
            any_item(field(statement, "resources"), "resources", is_star),
        ])
    })
}

fn any_statement(document: &Property, question: impl Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    match document {
        Property::Null => Answer::Known(false),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        document => any_item(field(document, "statements"), "the statements of a policy", question),
    }
}

fn is_present(property: &Property) -> Answer<bool> {
    match property {
        Property::Null => Answer::Known(false),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Known(true),
    }
}

fn names_everyone(statement: &Property) -> Answer<bool> {
    match field(statement, "principals") {
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        principals => any_item(field(principals, "AWS"), "principals", |name| text(name, |name| name == "*")),
    }
}

/// Whether a Deny also covers the objects: a resource that ends in `*`, or none named apart.
fn covers_objects(statement: &Property) -> Answer<bool> {
    any_item(field(statement, "resources"), "resources", |resource| text(resource, |resource| resource.ends_with('*')))
}

/// Whether the conditions are met exactly by requests without encryption in transit.
fn only_plaintext(conditions: &Property) -> Answer<bool> {
    match conditions {
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        Property::Map(operators) if operators.len() == 1 => any_of(operators.iter().map(|(operator, keys)| {
            let boolean = matches!(operator.to_ascii_lowercase().as_str(), "bool" | "boolifexists");
            match keys {
                Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
                Property::Map(keys) if boolean && keys.len() == 1 => any_of(keys.iter().map(|(key, values)| {
                    if key == "aws:securetransport" {
                        any_item(values, "condition values", |value| text(value, |value| value.eq_ignore_ascii_case("false")))
                    } else {
                        Answer::Known(false)
                    }
                })),
                _ => Answer::Known(false),
            }
        })),
        _ => Answer::Known(false),
    }
}

/// Whether a condition narrows the statement to principals, networks or sources that its owner chose.
fn is_narrowed(statement: &Property) -> Answer<bool> {
    match field(statement, "conditions") {
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        Property::Map(operators) => any_of(operators.iter().map(|(operator, keys)| match keys {
            Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
            Property::Map(keys) => any_of(keys.iter().map(|(key, values)| narrows(operator, key, values))),
            _ => Answer::Known(false),
        })),
        _ => Answer::Known(false),
    }
}

fn narrows(operator: &str, key: &str, values: &Property) -> Answer<bool> {
    let operator = operator.to_ascii_lowercase();
    let positive = !operator.contains("not") && !operator.ends_with("ifexists") && operator != "null";
    if !positive || !NARROWING_KEYS.contains(&key) {
        return Answer::Known(false);
    }
    // A value such as "*" or 0.0.0.0/0 narrows nothing, and one such value undoes the others.
    not(any_item(values, "condition values", |value| text(value, |value| matches!(value, "*" | "0.0.0.0/0" | "::/0" | ""))))
}
