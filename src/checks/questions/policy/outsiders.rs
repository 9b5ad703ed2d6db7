//! Questions about who outside the account a resource's policy lets in, and what it lets them do.

use super::super::{Answer, Function, all_of, any_item, any_of, field, not, text};
use super::narrowing::{are_fixed, narrows};
use super::pattern;
use super::{any_statement, any_text, entries, has_effect, is_everyone, is_present, names_everyone};
use crate::model::Property;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "allows_outsiders",
        parameters: "document, account_id, trusted_account_ids",
        returns: "bool",
        description: "whether a policy document lets in anyone, or an account that is neither this one nor trusted, without a condition that \
                      narrows it to those; null lets nobody in",
        answer: |arguments, _| allows_outsiders(&arguments[0], &arguments[1], &arguments[2]).into_property(),
    },
    Function {
        name: "endpoint_allows_outsiders",
        parameters: "document, account_id, trusted_account_ids",
        returns: "bool",
        description: "what allows_outsiders asks, of the policy of a VPC endpoint, where a condition may also narrow whose resources are \
                      reached",
        answer: |arguments, _| endpoint_allows_outsiders(&arguments[0], &arguments[1], &arguments[2]).into_property(),
    },
    Function {
        name: "allows_action",
        parameters: "document, action",
        returns: "bool",
        description: "whether a statement of a policy document allows an action, wildcards considered, on whatever resource and condition",
        answer: |arguments, _| allows_action(&arguments[0], &arguments[1]).into_property(),
    },
];

/// Condition keys whose values name accounts, alone or within an ARN.
const ACCOUNT_KEYS: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceowner",
    "aws:userid",
    "kms:calleraccount",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
];

/// Condition keys that say whose network a request comes from. Their values with accounts in them are compared too.
const ENDPOINT_ACCOUNT_KEYS: &[&str] = &["aws:sourcevpcarn", "aws:vpceaccount"];

/// Condition keys that say to which organisation the caller belongs: with [`ACCOUNT_KEYS`] those by which a condition can take a named
/// principal for no outsider. A network or a mail address makes no other account of it.
const ORGANISATION_KEYS: &[&str] = &["aws:principalorgid", "aws:principalorgpaths", "aws:sourceorgid", "aws:sourceorgpaths"];

/// Condition keys that say whose resources are reached. In the policy of a resource they are always true; in that of a VPC endpoint they
/// keep data from being carried out: "Building a data perimeter on AWS", an AWS whitepaper.
const RESOURCE_ACCOUNT_KEYS: &[&str] = &["aws:resourceaccount", "s3:resourceaccount"];
const RESOURCE_ORGANISATION_KEYS: &[&str] = &["aws:resourceorgid", "aws:resourceorgpaths"];

/// Whether the document lets in anyone, or an AWS principal of an account that is neither `account_id` nor one of
/// `trusted_account_ids`, and no condition narrows that to those accounts or to an organisation or network.
#[must_use]
pub fn allows_outsiders(document: &Property, account_id: &Property, trusted_account_ids: &Property) -> Answer<bool> {
    lets_outsiders(document, account_id, trusted_account_ids, narrows_caller)
}

/// What [`allows_outsiders`] asks, of the policy of a VPC endpoint: there a condition may also narrow whose resources are reached.
#[must_use]
pub fn endpoint_allows_outsiders(document: &Property, account_id: &Property, trusted_account_ids: &Property) -> Answer<bool> {
    lets_outsiders(document, account_id, trusted_account_ids, |condition, own| {
        any_of([narrows_caller(condition, own), narrows_resources(condition, own)])
    })
}

/// One comparison of a statement's conditions, and whom the statement names.
#[derive(Clone, Copy)]
struct Condition<'a> {
    operator: &'a str,
    key: &'a str,
    values: &'a Property,
    caller: Caller,
}

/// Whom a statement lets in before its conditions are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Caller {
    /// The star, or all but some.
    Everyone,
    /// An account that is neither this one nor trusted.
    Stranger,
}

fn lets_outsiders(
    document: &Property,
    account_id: &Property,
    trusted_account_ids: &Property,
    narrows: impl Fn(Condition<'_>, &[String]) -> Answer<bool>,
) -> Answer<bool> {
    let own = match own_accounts(account_id, trusted_account_ids) {
        Ok(own) => own,
        Err(answer) => return answer,
    };
    let is_narrowed_for = |statement: &Property, caller: Caller| {
        field(statement, "conditions", |conditions| {
            any_of(entries(conditions, "conditions", |operator, keys| {
                any_of(entries(keys, "a condition", |key, values| narrows(Condition { operator, key, values, caller }, &own)))
            }))
        })
    };
    any_statement(document, |statement| {
        all_of([
            has_effect(statement, "Allow"),
            any_of([
                all_of([
                    any_of([names_everyone(statement), field(statement, "not_principals", is_present)]),
                    not(is_narrowed_for(statement, Caller::Everyone)),
                ]),
                all_of([
                    field(statement, "principals", |principals| names_a_stranger(principals, &own)),
                    not(is_narrowed_for(statement, Caller::Stranger)),
                ]),
            ]),
        ])
    })
}

/// Whether a statement of the document allows `action`, whatever its resources and conditions.
#[must_use]
pub fn allows_action(document: &Property, action: &Property) -> Answer<bool> {
    let Property::Text(action) = action else { return Answer::Invalid("an action must be text".to_owned()) };
    let matches = |written: &str| pattern::covers(&written.to_ascii_lowercase(), &action.to_ascii_lowercase());
    any_statement(document, |statement| {
        let all_but = field(statement, "not_actions", |list| match list {
            Property::Null => Answer::Known(false),
            list => not(any_item(list, "not_actions", |item| text(item, "an action", matches))),
        });
        all_of([has_effect(statement, "Allow"), any_of([any_text(statement, "actions", matches), all_but])])
    })
}

/// The accounts that are no outsiders, or why that cannot be told.
fn own_accounts(account_id: &Property, trusted: &Property) -> Result<Vec<String>, Answer<bool>> {
    let mut own = Vec::new();
    let items = match trusted {
        Property::List(items) => items.as_slice(),
        Property::Null => &[],
        _ => return Err(Answer::Invalid("trusted_account_ids must be a list".to_owned())),
    };
    for account in std::iter::once(account_id).chain(items) {
        match account {
            Property::Text(id) => own.push(id.clone()),
            Property::Unknown(gap) => return Err(Answer::Unknown(std::sync::Arc::clone(gap))),
            _ => return Err(Answer::Invalid("an account id must be text".to_owned())),
        }
    }
    Ok(own)
}

/// Whether an AWS principal belongs to an account that is not among `own`.
fn names_a_stranger(principals: &Property, own: &[String]) -> Answer<bool> {
    match principals {
        Property::Null => Answer::Known(false),
        Property::Map(kinds) => kinds.get("AWS").map_or(Answer::Known(false), |names| {
            any_item(names, "principals", |name| text(name, "a principal", |name| is_stranger(name, own)))
        }),
        _ => Answer::Invalid("principals must be a map by kind, or null".to_owned()),
    }
}

/// Principals are ARNs, account numbers, `*`, or ids such as `AROA…` of users and roles that are gone and let nobody in. Everyone is no
/// stranger: that is asked for by itself.
fn is_stranger(principal: &str, own: &[String]) -> bool {
    if is_everyone(principal) {
        return false;
    }
    let account = match principal.split(':').nth(4) {
        Some(account) => account,
        None => principal,
    };
    if is_account(account) { !own.iter().any(|id| id == account) } else { principal.starts_with("arn:") || principal.contains('*') }
}

/// Whether a condition narrows the statement to accounts among `own`, or to an organisation or network that its owner chose.
fn narrows_caller(condition: Condition<'_>, own: &[String]) -> Answer<bool> {
    let Condition { operator, key, values, caller } = condition;
    let names_accounts = ACCOUNT_KEYS.contains(&key);
    if caller == Caller::Stranger && !names_accounts && !ORGANISATION_KEYS.contains(&key) {
        return Answer::Known(false);
    }
    let compares = names_accounts || ENDPOINT_ACCOUNT_KEYS.contains(&key);
    all_of([narrows(operator, key, values), if compares { of_own(values, own) } else { Answer::Known(true) }])
}

/// Whether a condition narrows whose resources a request reaches to accounts among `own`, or to an organisation.
fn narrows_resources(condition: Condition<'_>, own: &[String]) -> Answer<bool> {
    let Condition { operator, key, values, .. } = condition;
    if RESOURCE_ORGANISATION_KEYS.contains(&key) {
        return are_fixed(operator, key, values);
    }
    if RESOURCE_ACCOUNT_KEYS.contains(&key) {
        all_of([are_fixed(operator, key, values), of_own(values, own)])
    } else {
        Answer::Known(false)
    }
}

/// Whether every value of a condition names an account among `own`.
fn of_own(values: &Property, own: &[String]) -> Answer<bool> {
    not(any_item(values, "condition values", |value| text(value, "a condition value", |value| !names_one_of(value, own))))
}

/// Whether a condition's value is of one of the accounts: by the account of its ARN where it is one, otherwise by what it holds
/// (`AIDA…:*` and account numbers).
fn names_one_of(value: &str, own: &[String]) -> bool {
    match value.split(':').nth(4) {
        Some(account) if is_account(account) => own.iter().any(|id| id == account),
        _ => own.iter().any(|id| value.contains(id.as_str())),
    }
}

fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const OWN: &str = "111122223333";
    const PARTNER: &str = "444455556666";
    const STRANGER: &str = "999900001111";

    fn document(principals: &Value, conditions: &Value) -> Property {
        Property::from(json!({"statements": [{
            "id": "", "effect": "Allow", "principals": principals, "not_principals": null, "actions": ["sqs:Send*"],
            "not_actions": null, "resources": ["*"], "not_resources": null, "conditions": conditions,
        }]}))
    }

    fn lets_in(principals: &Value, conditions: &Value) -> bool {
        let trusted = Property::from(json!([PARTNER]));
        match allows_outsiders(&document(principals, conditions), &Property::Text(OWN.to_owned()), &trusted) {
            Answer::Known(answer) => answer,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn strangers_are_accounts_that_are_neither_own_nor_trusted() {
        let table = [
            (json!({"AWS": ["*"]}), true),
            (json!({"AWS": [OWN]}), false),
            (json!({"AWS": [format!("arn:aws:iam::{OWN}:role/a")]}), false),
            (json!({"AWS": [PARTNER, format!("arn:aws-cn:iam::{PARTNER}:root")]}), false),
            (json!({"AWS": [OWN, STRANGER]}), true),
            (json!({"AWS": [format!("arn:aws:sts::{STRANGER}:assumed-role/a/b")]}), true),
            (json!({"AWS": ["AROAIOSFODNN7EXAMPLE"]}), false),
            (json!({"Service": ["events.amazonaws.com"]}), false),
            (json!({"Federated": ["cognito-identity.amazonaws.com"]}), false),
            (json!(null), false),
        ];
        for (principals, expected) in table {
            assert_eq!(lets_in(&principals, &json!({})), expected, "{principals}");
        }
    }

    #[test]
    fn a_condition_counts_where_it_names_own_accounts_an_organisation_or_a_network() {
        let everyone = json!({"AWS": ["*"]});
        let table = [
            (json!({"StringEquals": {"aws:sourceaccount": [OWN]}}), false),
            (json!({"StringEquals": {"aws:sourceaccount": [OWN, PARTNER]}}), false),
            (json!({"StringEquals": {"aws:sourceaccount": [OWN, STRANGER]}}), true),
            (json!({"ArnLike": {"aws:sourcearn": [format!("arn:aws:sns:*:{OWN}:*")]}}), false),
            (json!({"ArnLike": {"aws:sourcearn": [format!("arn:aws:sns:*:{STRANGER}:*")]}}), true),
            (json!({"StringEquals": {"aws:principalorgid": ["o-abc"]}}), false),
            (json!({"StringNotEquals": {"aws:sourceaccount": [OWN]}}), true),
            (json!({"StringEquals": {"aws:sourcevpce": ["vpce-1"]}}), false),
            (json!({"ArnLike": {"aws:principalarn": [format!("arn:aws:iam::{STRANGER}:role/for-{OWN}")]}}), true),
            (json!({"StringEquals": {"aws:vpceaccount": [OWN]}}), false),
            (json!({"StringEquals": {"aws:vpceaccount": [STRANGER]}}), true),
            (json!({"StringEquals": {"aws:vpceorgid": ["o-abc"]}}), false),
            (json!({"StringEquals": {"aws:resourceaccount": [OWN]}}), true),
            (json!({"Bool": {"aws:securetransport": ["true"]}}), true),
        ];
        for (conditions, expected) in table {
            assert_eq!(lets_in(&everyone, &conditions), expected, "{conditions}");
        }
    }

    #[test]
    fn a_named_stranger_stays_one_whatever_network_it_comes_from() {
        let stranger = json!({"AWS": [format!("arn:aws:iam::{STRANGER}:root")]});
        let table = [
            (json!({"IpAddress": {"aws:sourceip": ["52.1.2.0/24"]}}), true),
            (json!({"StringEquals": {"aws:sourcevpce": ["vpce-1"]}}), true),
            (json!({"StringEquals": {"aws:principalorgid": ["o-abc"]}}), false),
            (json!({"StringEquals": {"aws:principalaccount": [OWN]}}), false),
        ];
        for (conditions, expected) in table {
            assert_eq!(lets_in(&stranger, &conditions), expected, "{conditions}");
        }
    }

    #[test]
    fn an_endpoint_may_also_be_narrowed_to_own_resources() {
        let trusted = Property::from(json!([PARTNER]));
        let table = [
            (json!({}), true),
            (json!({"StringEquals": {"aws:resourceaccount": [OWN, PARTNER]}}), false),
            (json!({"StringEquals": {"aws:resourceaccount": [OWN, STRANGER]}}), true),
            (json!({"StringEquals": {"s3:resourceaccount": [OWN]}}), false),
            (json!({"StringEquals": {"aws:resourceorgid": ["o-abc"]}}), false),
            (json!({"ForAnyValue:StringEquals": {"aws:resourceaccount": [OWN]}}), false),
            (json!({"ForAnyValue:StringLike": {"aws:resourceorgpaths": ["o-abc/*"]}}), false),
            (json!({"ForAnyValue:StringLike": {"aws:resourceorgpaths": ["o-*/*"]}}), true),
            (json!({"ForAllValues:StringLike": {"aws:resourceorgpaths": ["o-abc/*"]}}), true),
            (json!({"StringNotEquals": {"aws:resourceaccount": [OWN]}}), true),
            (json!({"StringLike": {"aws:resourceaccount": ["*"]}}), true),
            (json!({"StringEquals": {"aws:principalaccount": [OWN]}}), false),
        ];
        for (conditions, expected) in table {
            let document = document(&json!({"AWS": ["*"]}), &conditions);
            let answer = endpoint_allows_outsiders(&document, &Property::Text(OWN.to_owned()), &trusted);
            assert_eq!(answer, Answer::Known(expected), "{conditions}");
        }
    }

    #[test]
    fn a_policy_that_is_not_there_lets_nobody_in() {
        let own = Property::Text(OWN.to_owned());
        assert_eq!(allows_outsiders(&Property::Null, &own, &Property::Null), Answer::Known(false));
    }

    #[test]
    fn actions_match_by_wildcard_in_any_case_and_by_exclusion() {
        let own = json!({"AWS": [OWN]});
        let asks = |action: &str| allows_action(&document(&own, &json!({})), &Property::Text(action.to_owned()));
        assert_eq!(asks("SQS:sendMessage"), Answer::Known(true));
        assert_eq!(asks("sqs:ReceiveMessage"), Answer::Known(false));
        let mut statement = document(&own, &json!({}));
        if let Property::Map(map) = &mut statement {
            let all_but = json!([{
                "id": "", "effect": "Allow", "principals": null, "not_principals": null, "actions": null, "not_actions": ["iam:*"],
                "resources": ["*"], "not_resources": null, "conditions": {},
            }]);
            map.insert("statements", Property::from(all_but));
        }
        let asks = |action: &str| allows_action(&statement, &Property::Text(action.to_owned()));
        assert_eq!((asks("s3:GetObject"), asks("iam:PassRole")), (Answer::Known(true), Answer::Known(false)));
    }
}
