//! Questions about key policies that let Nitro Enclaves in by what they attest of themselves.
//!
//! "Condition keys for AWS Nitro Enclaves" in the KMS developer guide: a request carries an attestation document, and the policy compares
//! its measurements, `kms:RecipientAttestation:ImageSha384` and `kms:RecipientAttestation:PCRn`, with those of the images that it trusts.

use super::super::{Answer, Function, all_of, any_item, any_of, field, not, text};
use super::{any_statement, any_text, entries, has_effect, pattern};
use crate::model::Property;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "asks_for_attestation",
        parameters: "document",
        returns: "bool",
        description: "whether a key policy mentions what an enclave attests of itself",
        answer: |arguments, _| asks_for_attestation(&arguments[0]).into_property(),
    },
    Function {
        name: "enforces_attestation",
        parameters: "document",
        returns: "bool",
        description: "whether a key policy lets an enclave use the key by measurements that no other enclave has",
        answer: |arguments, _| enforces_attestation(&arguments[0]).into_property(),
    },
    Function {
        name: "allows_use_without_attestation",
        parameters: "document",
        returns: "bool",
        description: "whether a key policy lets someone use the key who attests nothing",
        answer: |arguments, _| allows_use_without_attestation(&arguments[0]).into_property(),
    },
    Function {
        name: "binds_attestation_to_deployment",
        parameters: "document",
        returns: "bool",
        description: "whether a key policy also compares the enclave's signer, its instance or that instance's role",
        answer: |arguments, _| binds_attestation_to_deployment(&arguments[0]).into_property(),
    },
];

/// The actions that answer to an enclave ("How AWS Nitro Enclaves uses AWS KMS" in the KMS developer guide) and give plaintext away.
const USES: &[&str] = &["kms:Decrypt", "kms:DeriveSharedSecret", "kms:GenerateDataKey", "kms:GenerateDataKeyPair"];
/// What the keys of the conditions begin with, in lower case.
const ATTESTATION: &str = "kms:recipientattestation:";
/// The parent instance's role, the instance, and the certificate that signed the image ("Cryptographic attestation" in the Nitro
/// Enclaves user guide).
const OF_DEPLOYMENT: &[&str] = &["kms:recipientattestation:pcr3", "kms:recipientattestation:pcr4", "kms:recipientattestation:pcr8"];

fn asks_for_attestation(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| any_condition(statement, |_, key, _| Answer::Known(key.starts_with(ATTESTATION))))
}

fn enforces_attestation(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        let allows = all_of([has_effect(statement, "Allow"), has_condition(statement, ATTESTATION, is_strict)]);
        any_of([allows, denies_others(statement)])
    })
}

fn allows_use_without_attestation(document: &Property) -> Answer<bool> {
    let open = any_statement(document, |statement| {
        all_of([
            has_effect(statement, "Allow"),
            covers_use(statement),
            not(has_condition(statement, ATTESTATION, |operator, values| all_of([positive(operator), is_something(values)]))),
        ])
    });
    all_of([open, not(any_statement(document, denies_others))])
}

fn binds_attestation_to_deployment(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        any_of(OF_DEPLOYMENT.iter().map(|key| {
            let allows = all_of([has_effect(statement, "Allow"), has_condition(statement, key, is_strict)]);
            let denies = all_of([has_effect(statement, "Deny"), has_condition(statement, key, |operator, _| negative(operator))]);
            any_of([allows, denies])
        }))
    })
}

/// Whether the statement refuses everyone who does not attest what it names.
fn denies_others(statement: &Property) -> Answer<bool> {
    all_of([
        has_effect(statement, "Deny"),
        super::names_everyone(statement),
        any_text(statement, "actions", |action| ["*", "kms:*", "kms:Decrypt"].iter().any(|all| action.eq_ignore_ascii_case(all))),
        has_condition(statement, ATTESTATION, |operator, values| all_of([negative(operator), is_something(values)])),
    ])
}

/// Whether the statement covers one of the uses.
fn covers_use(statement: &Property) -> Answer<bool> {
    let covers =
        |pattern: &str| USES.iter().any(|action| pattern::covers(&pattern.to_ascii_lowercase(), &action.to_ascii_lowercase()));
    let named = any_text(statement, "actions", covers);
    let not_excepted = field(statement, "not_actions", |actions| match actions {
        Property::Null => Answer::Known(false),
        _ => not(any_text(statement, "not_actions", covers)),
    });
    any_of([named, not_excepted])
}

fn any_condition(statement: &Property, question: impl Fn(&str, &str, &Property) -> Answer<bool>) -> Answer<bool> {
    field(statement, "conditions", |conditions| {
        any_of(entries(conditions, "conditions", |operator, keys| {
            any_of(entries(keys, "a condition", |key, values| question(operator, key, values)))
        }))
    })
}

/// Whether one of the statement's conditions is on a key that begins so and satisfies `question`.
fn has_condition(statement: &Property, key: &str, question: impl Fn(&str, &Property) -> Answer<bool>) -> Answer<bool> {
    // pcr1 is not pcr16: a full key stands alone.
    let fits = |name: &str| if key.ends_with(':') { name.starts_with(key) } else { name == key };
    any_condition(statement, |operator, name, values| if fits(name) { question(operator, values) } else { Answer::Known(false) })
}

/// Whether the operator holds only where the measurement is there and is one of the values.
fn positive(operator: &str) -> Answer<bool> {
    let operator = operator.to_ascii_lowercase();
    Answer::Known(matches!(operator.as_str(), "stringequals" | "stringequalsignorecase" | "stringlike"))
}

/// Whether the operator holds where the measurement is missing or is none of the values.
fn negative(operator: &str) -> Answer<bool> {
    let operator = operator.to_ascii_lowercase();
    let operator = operator.strip_suffix("ifexists").unwrap_or(&operator);
    Answer::Known(matches!(operator, "stringnotequals" | "stringnotequalsignorecase" | "stringnotlike"))
}

/// Whether the condition names measurements that a trusted image alone has.
fn is_strict(operator: &str, values: &Property) -> Answer<bool> {
    all_of([positive(operator), is_something(values)])
}

/// Whether every value is a measurement: no wildcard, and not the zeros that an enclave in debug mode attests.
fn is_something(values: &Property) -> Answer<bool> {
    not(any_item(values, "condition values", |value| {
        text(value, "a condition value", |value| value.contains(['*', '?']) || value.bytes().all(|byte| byte == b'0'))
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::property;
    use super::*;
    use serde_json::{Value, json};

    fn statement(effect: &str, actions: &[&str], conditions: &Value) -> Value {
        json!({"id": "", "effect": effect, "principals": {"AWS": ["*"]}, "not_principals": null, "actions": actions, "not_actions": null,
               "resources": ["*"], "not_resources": null, "conditions": conditions})
    }

    fn attested(operator: &str, key: &str, value: &str) -> Value {
        statement("Allow", &["kms:Decrypt"], &json!({operator: {key: [value]}}))
    }

    fn answers(statements: &[Value]) -> [bool; 4] {
        let document = property(json!({ "statements": statements }));
        let questions =
            [asks_for_attestation, enforces_attestation, allows_use_without_attestation, binds_attestation_to_deployment];
        questions.map(|question| match question(&document) {
            Answer::Known(answer) => answer,
            other => panic!("{other:?}"),
        })
    }

    const IMAGE: &str = "kms:recipientattestation:imagesha384";

    #[test]
    fn a_measurement_is_enforced_by_a_strict_comparison() {
        assert_eq!(answers(&[attested("StringEqualsIgnoreCase", IMAGE, "9fed")]), [true, true, false, false]);
        assert_eq!(answers(&[attested("StringEquals", "kms:recipientattestation:pcr8", "9fed")]), [true, true, false, true]);
        assert_eq!(answers(&[attested("StringEqualsIfExists", IMAGE, "9fed")]), [true, false, true, false]);
        assert_eq!(answers(&[attested("StringLike", IMAGE, "*")]), [true, false, true, false]);
        assert_eq!(answers(&[attested("StringEquals", "kms:recipientattestation:pcr0", "0000")]), [true, false, true, false]);
        assert_eq!(answers(&[]), [false, false, false, false]);
    }

    #[test]
    fn another_statement_is_a_way_around() {
        let enclave = attested("StringEquals", IMAGE, "9fed");
        let way = |actions: &[&str]| answers(&[enclave.clone(), statement("Allow", actions, &json!({}))])[2];
        assert!(way(&["kms:*"]) && way(&["*"]) && way(&["kms:Dec*"]) && way(&["kms:GenerateDataKey"]));
        assert!(!way(&["kms:DescribeKey", "kms:PutKeyPolicy", "kms:Encrypt"]));
        let deny = statement("Deny", &["kms:Decrypt"], &json!({"StringNotEquals": {IMAGE: ["9fed"]}}));
        assert_eq!(answers(&[statement("Allow", &["kms:*"], &json!({})), deny]), [true, true, false, false]);
    }
}
