//! Whether a resource's policy refuses everyone whom it does not name.

use super::super::{Answer, Function, all_of, any_item, field, not, text};
use super::{any_statement, any_text, covers, entries, has_effect, names_everyone};
use crate::model::{Property, pattern};

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[Function {
    name: "denies_all_but_named",
    parameters: "document, service, arn",
    returns: "bool",
    description: "whether a statement of a policy document denies every action of a service on the resource to everyone but \
                  principals that it names",
    answer: |arguments, _| denies_all_but_named(&arguments[0], &arguments[1], &arguments[2]).into_property(),
}];

/// Condition keys that say which principal calls. An account or an organisation is no principal: everyone of it would be let through.
const CALLER_KEYS: &[&str] = &["aws:principalarn", "aws:userid", "aws:username"];

/// Operators by which a statement holds for all but those that it names.
const EXCEPTING_OPERATORS: &[&str] =
    &["arnnotequals", "arnnotlike", "stringnotequals", "stringnotequalsignorecase", "stringnotlike"];

/// Whether one statement denies every action of `service` (`secretsmanager`) on the resource with that ARN to everyone except callers
/// whom its conditions name.
#[must_use]
pub fn denies_all_but_named(document: &Property, service: &Property, arn: &Property) -> Answer<bool> {
    let Property::Text(service) = service else { return Answer::Invalid("a service must be text".to_owned()) };
    let every_action = format!("{service}:*");
    any_statement(document, |statement| {
        all_of([
            has_effect(statement, "Deny"),
            names_everyone(statement),
            any_text(statement, "actions", |action| action == "*" || action.eq_ignore_ascii_case(&every_action)),
            covers(statement, arn, ""),
            field(statement, "conditions", excepts_only_callers),
        ])
    })
}

/// Whether there are conditions and each of them only takes out callers by name: all hold together, so any other one weakens the refusal.
fn excepts_only_callers(conditions: &Property) -> Answer<bool> {
    let exceptions = entries(conditions, "conditions", |operator, keys| {
        let operator = operator.to_ascii_lowercase();
        let operator = operator.strip_suffix("ifexists").unwrap_or(&operator).to_owned();
        all_of(entries(keys, "a condition", |key, values| match key {
            key if CALLER_KEYS.contains(&key) && EXCEPTING_OPERATORS.contains(&operator.as_str()) => {
                not(any_item(values, "condition values", |value| text(value, "a condition value", |value| is_anyone(key, value))))
            }
            _ => Answer::Known(false),
        }))
    });
    if exceptions.is_empty() { Answer::Known(false) } else { all_of(exceptions) }
}

/// Whether a value of a caller's key takes everybody, all of an account or all of a kind.
fn is_anyone(key: &str, value: &str) -> bool {
    match key {
        "aws:principalarn" => match value.splitn(6, ':').collect::<Vec<_>>()[..] {
            [_, _, _, _, account, resource] => has_wildcard(account) || is_any_resource(resource),
            // A wildcard that runs over colons: `*`, `arn:aws:iam::*`.
            _ => has_wildcard(value),
        },
        // `AROA…:session`: what stands behind the colon is the caller's choice.
        "aws:userid" => {
            let id = value.split(':').next().unwrap_or_default();
            let unique = KINDS_OF_IDS.iter().find_map(|kind| id.strip_prefix(kind)).unwrap_or(id);
            let all_of_a_kind = KINDS_OF_IDS.iter().any(|kind| pattern::covers(id, &format!("{kind}*")));
            all_of_a_kind || unique.is_empty() || unique.starts_with(['*', '?'])
        }
        _ => value.chars().all(|character| matches!(character, '*' | '?')),
    }
}

/// Whether the last part of an ARN names none of the principals of a kind.
fn is_any_resource(resource: &str) -> bool {
    KINDS_OF_PRINCIPALS.iter().any(|kind| {
        let unnamed = |rest: &str| rest.chars().all(|character| matches!(character, '*' | '?' | '/'));
        pattern::covers(resource, &format!("{kind}/*")) || resource.strip_prefix(kind).is_some_and(unnamed)
    })
}

fn has_wildcard(text: &str) -> bool {
    text.contains(['*', '?'])
}

/// How the ARNs of callers tell their kind ("IAM identifiers" in the IAM user guide).
const KINDS_OF_PRINCIPALS: &[&str] = &["assumed-role", "federated-user", "role", "user"];

/// How the unique ids of roles and users begin (the same page).
const KINDS_OF_IDS: &[&str] = &["AIDA", "AROA"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::policy::PolicyDocument;

    const ARN: &str = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf";

    fn asked(statement: &str) -> Answer<bool> {
        let document = PolicyDocument::parse(&format!(r#"{{"Statement":[{statement}]}}"#)).expect("a policy");
        let text = |text: &str| Property::Text(text.to_owned());
        denies_all_but_named(&Property::from_typed(&document), &text("secretsmanager"), &text(ARN))
    }

    fn deny(action: &str, resource: &str, condition: &str) -> String {
        format!(r#"{{"Effect":"Deny","Principal":"*","Action":"{action}","Resource":"{resource}","Condition":{condition}}}"#)
    }

    fn all_but(key: &str, value: &str) -> String {
        format!(r#"{{"StringNotLike":{{"{key}":"{value}"}}}}"#)
    }

    #[test]
    fn everyone_but_the_named_is_refused() {
        for operator in ["StringNotEquals", "ArnNotLike", "StringNotLikeIfExists"] {
            let condition = format!(r#"{{"{operator}":{{"aws:PrincipalArn":["arn:aws:iam::111122223333:role/app"]}}}}"#);
            for (action, resource) in [("*", "*"), ("secretsmanager:*", ARN)] {
                assert_eq!(asked(&deny(action, resource, &condition)), Answer::Known(true), "{operator} {action}");
            }
        }
    }

    #[test]
    fn the_sessions_of_one_role_are_named() {
        for value in ["AROAEXAMPLEEXAMPLE:*", "AIDAEXAMPLEEXAMPLE"] {
            assert_eq!(asked(&deny("*", "*", &all_but("aws:userId", value))), Answer::Known(true), "{value}");
        }
        for value in ["arn:aws:sts::111122223333:assumed-role/app/*", "arn:aws:iam::111122223333:root"] {
            assert_eq!(asked(&deny("*", "*", &all_but("aws:PrincipalArn", value))), Answer::Known(true), "{value}");
        }
    }

    #[test]
    fn a_pattern_that_names_nobody_refuses_nobody() {
        for (key, value) in [
            ("aws:PrincipalArn", "*"),
            ("aws:PrincipalArn", "*/*"),
            ("aws:PrincipalArn", "?*"),
            ("aws:PrincipalArn", "*:role/app"),
            ("aws:PrincipalArn", "arn:*"),
            ("aws:PrincipalArn", "arn:aws:iam::111122223333*"),
            ("aws:PrincipalArn", "arn:aws:iam::11112222333?:role/app"),
            ("aws:PrincipalArn", "arn:aws:iam::111122223333:*/*"),
            ("aws:PrincipalArn", "arn:aws:iam::111122223333:r*"),
            ("aws:PrincipalArn", "arn:aws:iam::111122223333:role*"),
            ("aws:PrincipalArn", "arn:aws:iam::111122223333:role/?*"),
            ("aws:PrincipalArn", "arn:aws:sts::111122223333:assumed-role/*/*"),
            ("aws:userId", "*"),
            ("aws:userId", "A*"),
            ("aws:userId", "AROA*"),
            ("aws:userId", "*:alice"),
            ("aws:userId", "AROA*:alice"),
            ("aws:username", "*"),
        ] {
            assert_eq!(asked(&deny("*", "*", &all_but(key, value))), Answer::Known(false), "{key} {value}");
        }
    }

    #[test]
    fn a_weaker_refusal_does_not_count() {
        let named = r#"{"StringNotEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app"}}"#;
        let anyone = r#"{"StringNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/app"}}"#;
        let of_account = r#"{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}"#;
        let of_organisation =
            r#"{"StringNotEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app","aws:PrincipalOrgID":"o-abc"}}"#;
        let whole_account = r#"{"StringNotLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:*"}}"#;
        let every_role = r#"{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}"#;
        let plaintext = r#"{"StringNotEquals":{"aws:PrincipalArn":"a"},"Bool":{"aws:SecureTransport":"false"}}"#;
        let only = r#"{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app"}}"#;
        for statement in [
            deny("secretsmanager:GetSecretValue", "*", named),
            deny("*", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-AbCdEf", named),
            deny("*", "*", anyone),
            deny("*", "*", of_account),
            deny("*", "*", of_organisation),
            deny("*", "*", whole_account),
            deny("*", "*", every_role),
            deny("*", "*", plaintext),
            deny("*", "*", only),
            deny("*", "*", "{}"),
            deny("*", "*", named).replace("Deny", "Allow"),
        ] {
            assert_eq!(asked(&statement), Answer::Known(false), "{statement}");
        }
    }

    #[test]
    fn no_policy_refuses_nobody() {
        let text = Property::Text(ARN.to_owned());
        assert_eq!(
            denies_all_but_named(&Property::Null, &Property::Text("secretsmanager".to_owned()), &text),
            Answer::Known(false)
        );
    }
}
