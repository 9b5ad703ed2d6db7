//! Questions about the policies of identities: what they grant, and whom a role trusts.

mod escalation;

use std::sync::Arc;

use super::super::{Answer, Function, all_of, any_item, any_of, field, not, text};
use super::{any_statement, any_text, entries, has_effect, narrowing, pattern};
use crate::model::Property;

pub use escalation::allows_privilege_escalation;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "allows_action_everywhere",
        parameters: "document, action",
        returns: "bool",
        description: "whether an identity's policy allows the action on every resource, and nowhere denies it for all of them at all times",
        answer: |arguments, _| allows_action_everywhere(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "allows_assuming_roles_freely",
        parameters: "document",
        returns: "bool",
        description: "whether an identity's policy lets it assume roles that it does not name one by one",
        answer: |arguments, _| allows_assuming_roles_freely(&arguments[0]).into_property(),
    },
    Function {
        name: "allows_privilege_escalation",
        parameters: "document",
        returns: "bool",
        description: "whether an identity's policy allows actions by which its holder can give itself more rights",
        answer: |arguments, _| allows_privilege_escalation(&arguments[0]).into_property(),
    },
    Function {
        name: "confines_services",
        parameters: "trust_policy, account_id",
        returns: "bool",
        description: "whether services assume the role on behalf of that account, or of a named organisation, only",
        answer: |arguments, _| confines_services(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "grants_whole_service",
        parameters: "document, service",
        returns: "bool",
        description: "whether an identity's policy allows every action of the service (`kms`) on every resource",
        answer: |arguments, _| grants_whole_service(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "lets_services_assume",
        parameters: "trust_policy",
        returns: "bool",
        description: "whether a role is there for an AWS service to assume",
        answer: |arguments, _| lets_services_assume(&arguments[0]).into_property(),
    },
    Function {
        name: "restricts_regions",
        parameters: "document, regions",
        returns: "bool",
        description: "whether a service control policy names the regions that may be used, and all of `regions` among them",
        answer: |arguments, _| restricts_regions(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "trusts_other_account",
        parameters: "trust_policy, account_id",
        returns: "bool",
        description: "whether a role may be assumed from an account other than that one, whatever the conditions",
        answer: |arguments, _| trusts_other_account(&arguments[0], &arguments[1]).into_property(),
    },
];

/// Whether the document allows `action` on every resource, and takes it back nowhere for good.
#[must_use]
pub fn allows_action_everywhere(document: &Property, action: &Property) -> Answer<bool> {
    with_text(action, "an action", |action| {
        let action = action.to_ascii_lowercase();
        let allowed = any_statement(document, |statement| {
            all_of([has_effect(statement, "Allow"), covers_action(statement, &action), is_about_everything(statement)])
        });
        all_of([allowed, not(denies_always(document, &action, |resource| resource == "*"))])
    })
}

/// Whether the document allows `sts:AssumeRole` on resources with a wildcard, and takes it back for good nowhere or for some of them only.
#[must_use]
pub fn allows_assuming_roles_freely(document: &Property) -> Answer<bool> {
    const ACTION: &str = "sts:assumerole";
    any_statement(document, |statement| {
        let left = |resource: &str| not(denies_always(document, ACTION, |denied| covers_roles(denied, resource)));
        let is_wide = |resource: &str| if resource.contains('*') { left(resource) } else { Answer::Known(false) };
        let wide = any_of([
            field(statement, "resources", |list| any_item(list, "resources", |item| with_text(item, "a resource", is_wide))),
            all_of([field(statement, "not_resources", is_list), left("*")]),
        ]);
        all_of([has_effect(statement, "Allow"), covers_action(statement, ACTION), wide])
    })
}

/// Patterns of all the roles that there are, by partition.
const EVERY_ROLE: &[&str] = &["arn:aws:iam::*:role/*", "arn:aws-cn:iam::*:role/*", "arn:aws-us-gov:iam::*:role/*"];

/// Whether `pattern` covers all the roles that `narrower` covers, whatever else that covers.
fn covers_roles(pattern: &str, narrower: &str) -> bool {
    let both_have_all = |roles: &str| pattern::covers(narrower, roles) && pattern::covers(pattern, roles);
    pattern::covers(pattern, narrower) || EVERY_ROLE.iter().any(|roles| both_have_all(roles))
}

/// Whether the document allows every action of `service` on every resource.
///
/// A denial of some of them on every resource and without a condition leaves less than the whole.
#[must_use]
pub fn grants_whole_service(document: &Property, service: &Property) -> Answer<bool> {
    with_text(service, "a service", |service| {
        let whole = format!("{}:*", service.to_ascii_lowercase());
        let allowed = any_statement(document, |statement| {
            let but_none = all_of([
                field(statement, "not_actions", is_list),
                not(any_text(statement, "not_actions", |action| touches(action, service))),
            ]);
            let all = any_text(statement, "actions", |action| pattern::covers(&action.to_ascii_lowercase(), &whole));
            all_of([has_effect(statement, "Allow"), is_about_everything(statement), any_of([all, but_none])])
        });
        let denied = any_statement(document, |statement| {
            let some = any_text(statement, "actions", |action| touches(action, service));
            let all_but_others = all_of([
                field(statement, "not_actions", is_list),
                not(any_text(statement, "not_actions", |action| pattern::covers(&action.to_ascii_lowercase(), &whole))),
            ]);
            let always = field(statement, "conditions", is_empty_map);
            all_of([has_effect(statement, "Deny"), is_about_everything(statement), always, any_of([some, all_but_others])])
        });
        all_of([allowed, not(denied)])
    })
}

/// Whether a trust policy lets AWS services assume the role.
#[must_use]
pub fn lets_services_assume(trust_policy: &Property) -> Answer<bool> {
    any_statement(trust_policy, serves)
}

/// Whether every statement that lets a service assume the role holds for requests on behalf of the account alone, or of a named
/// organisation ("The confused deputy problem" in the IAM user guide).
#[must_use]
pub fn confines_services(trust_policy: &Property, account_id: &Property) -> Answer<bool> {
    with_text(account_id, "an account's id", |account| {
        not(any_statement(trust_policy, |statement| {
            let confined = field(statement, "conditions", |conditions| {
                any_of(entries(conditions, "conditions", |operator, keys| {
                    any_of(entries(keys, "a condition", |key, values| confines(operator, key, values, account)))
                }))
            });
            all_of([serves(statement), not(confined)])
        }))
    })
}

/// Whether a trust policy names a principal of another account, or everyone. Conditions, such as an external id, do not count.
#[must_use]
pub fn trusts_other_account(trust_policy: &Property, account_id: &Property) -> Answer<bool> {
    with_text(account_id, "an account's id", |account| {
        any_statement(trust_policy, |statement| {
            all_of([has_effect(statement, "Allow"), any_principal(statement, "AWS", |name| !name.contains(account))])
        })
    })
}

/// Whether a service control policy denies what is outside a list of regions, or allows what is inside, and the list has all of
/// `regions`.
#[must_use]
pub fn restricts_regions(document: &Property, regions: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        any_of([("Deny", "StringNotEquals"), ("Allow", "StringEquals")].map(|(effect, comparison)| {
            let listed = field(statement, "conditions", |conditions| {
                any_of(entries(conditions, "conditions", |operator, keys| {
                    if !operator.eq_ignore_ascii_case(comparison) {
                        return Answer::Known(false);
                    }
                    any_of(entries(keys, "a condition", |key, listed| match key {
                        "aws:requestedregion" => has_all(listed, regions),
                        _ => Answer::Known(false),
                    }))
                }))
            });
            all_of([has_effect(statement, effect), listed])
        }))
    })
}

/// Keys that say on whose behalf a service acts; they confine it where they name the account.
const ACCOUNT_KEYS: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:resourceaccount",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceowner",
    "s3:resourceaccount",
];

/// Keys that confine it to an organisation.
const ORGANIZATION_KEYS: &[&str] = &["aws:principalorgid", "aws:principalorgpaths", "aws:sourceorgid", "aws:sourceorgpaths"];

/// Operators that compare with what the policy names, and do not hold where the key is absent.
const COMPARISONS: &[&str] = &["arnequals", "arnlike", "stringequals", "stringequalsignorecase", "stringlike"];

fn confines(operator: &str, key: &str, values: &Property, account: &str) -> Answer<bool> {
    if ORGANIZATION_KEYS.contains(&key) {
        return narrowing::narrows(operator, key, values);
    }
    if !ACCOUNT_KEYS.contains(&key) || !COMPARISONS.contains(&operator.to_ascii_lowercase().as_str()) {
        return Answer::Known(false);
    }
    let foreign = any_item(values, "condition values", |value| text(value, "a condition value", |value| !value.contains(account)));
    all_of([any_item(values, "condition values", |_| Answer::Known(true)), not(foreign)])
}

/// Whether a statement of a trust policy lets a service assume the role.
fn serves(statement: &Property) -> Answer<bool> {
    all_of([
        has_effect(statement, "Allow"),
        any_principal(statement, "Service", |_| true),
        covers_action(statement, "sts:assumerole"),
    ])
}

/// Whether one of the statement's principals of a kind satisfies `question`.
fn any_principal(statement: &Property, kind: &str, question: impl Fn(&str) -> bool) -> Answer<bool> {
    field(statement, "principals", |principals| match principals {
        Property::Null => Answer::Known(false),
        principals => any_of(entries(principals, "principals", |of_kind, names| {
            if of_kind != kind {
                return Answer::Known(false);
            }
            any_item(names, "principals", |name| text(name, "a principal", &question))
        })),
    })
}

/// Whether a statement speaks of `action`, which is in lower case: among its actions, or not among those it leaves out.
fn covers_action(statement: &Property, action: &str) -> Answer<bool> {
    let matches = |pattern: &str| pattern::covers(&pattern.to_ascii_lowercase(), action);
    let not_left_out = all_of([field(statement, "not_actions", is_list), not(any_text(statement, "not_actions", matches))]);
    any_of([any_text(statement, "actions", matches), not_left_out])
}

/// Whether a statement denies `action`, on whatever resource and under whatever condition.
fn denies(document: &Property, action: &str) -> Answer<bool> {
    any_statement(document, |statement| all_of([has_effect(statement, "Deny"), covers_action(statement, action)]))
}

/// Whether a statement denies `action` without a condition on a resource that is `wide` enough, so that nothing is left of it.
fn denies_always(document: &Property, action: &str, wide: impl Fn(&str) -> bool) -> Answer<bool> {
    any_statement(document, |statement| {
        let always = field(statement, "conditions", is_empty_map);
        let wide = any_text(statement, "resources", &wide);
        all_of([has_effect(statement, "Deny"), covers_action(statement, action), wide, always])
    })
}

fn is_about_everything(statement: &Property) -> Answer<bool> {
    any_text(statement, "resources", |resource| resource == "*")
}

/// Whether an action's pattern matches some action of the service.
fn touches(action: &str, service: &str) -> bool {
    let prefix = action.split(':').next().unwrap_or(action).to_ascii_lowercase();
    pattern::covers(&prefix, &service.to_ascii_lowercase())
}

fn is_list(property: &Property) -> Answer<bool> {
    match property {
        Property::Null => Answer::Known(false),
        Property::List(_) => Answer::Known(true),
        _ => Answer::Invalid("actions and resources must be lists, or null".to_owned()),
    }
}

fn is_empty_map(property: &Property) -> Answer<bool> {
    match property {
        Property::Map(map) => Answer::Known(map.iter().next().is_none()),
        _ => Answer::Invalid("conditions must be a map".to_owned()),
    }
}

/// Whether all of `wanted` are in `list`.
fn has_all(list: &Property, wanted: &Property) -> Answer<bool> {
    not(any_item(wanted, "regions", |wanted| {
        with_text(wanted, "a region", |wanted| {
            not(any_item(list, "condition values", |item| text(item, "a condition value", |item| item == wanted)))
        })
    }))
}

/// What `question` answers on a text.
fn with_text(property: &Property, what: &str, question: impl FnOnce(&str) -> Answer<bool>) -> Answer<bool> {
    match property {
        Property::Text(text) => question(text),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid(format!("{what} must be text")),
    }
}

#[cfg(test)]
mod tests;
