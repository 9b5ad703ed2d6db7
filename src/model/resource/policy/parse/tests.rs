//! Documents as AWS takes them: one value or several, any case, and those that are refused.

use super::*;

fn parse(text: &str) -> PolicyDocument {
    PolicyDocument::parse(text).expect("a readable document")
}

fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|&value| value.to_owned()).collect()
}

#[test]
fn a_statement_as_an_object_equals_a_list_of_one() {
    let object = parse(r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}"#);
    let list = parse(r#"{"Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}"#);
    assert_eq!(object, list);
    assert_eq!(list.statements[0].actions, Some(strings(&["s3:GetObject"])));
    assert_eq!(list.statements[0].principals, None);
    assert_eq!(list.statements[0].id, "");
}

#[test]
fn everyone_is_kind_aws_however_it_is_written() {
    for principal in [r#""*""#, r#"{"AWS":"*"}"#, r#"{"AWS":["*"]}"#] {
        let document =
            parse(&format!(r#"{{"Statement":[{{"Effect":"Deny","Principal":{principal},"Action":"s3:*","Resource":"x"}}]}}"#));
        assert_eq!(document.statements[0].principals, Some(BTreeMap::from([("AWS".to_owned(), strings(&["*"]))])), "{principal}");
    }
}

#[test]
fn principals_keep_their_kinds_and_numbers_become_text() {
    let document = parse(
        r#"{"Statement":[{"Effect":"Allow","NotPrincipal":{"AWS":123456789012,"Service":["a.amazonaws.com","b.amazonaws.com"]},
            "NotAction":"iam:*","NotResource":"*"}]}"#,
    );
    let statement = &document.statements[0];
    let expected = BTreeMap::from([
        ("AWS".to_owned(), strings(&["123456789012"])),
        ("Service".to_owned(), strings(&["a.amazonaws.com", "b.amazonaws.com"])),
    ]);
    assert_eq!((&statement.principals, &statement.not_principals), (&None, &Some(expected)));
    assert_eq!((&statement.actions, &statement.not_actions), (&None, &Some(strings(&["iam:*"]))));
    assert_eq!((&statement.resources, &statement.not_resources), (&None, &Some(strings(&["*"]))));
}

#[test]
fn condition_keys_are_lower_case_and_their_values_are_lists_of_text() {
    let document = parse(
        r#"{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{
            "Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:TlsVersion":[1.2,2]},"StringLike":{"AWS:SourceArn":"x"}}}]}"#,
    );
    let conditions = &document.statements[0].conditions;
    assert_eq!(conditions["Bool"]["aws:securetransport"], strings(&["false"]));
    assert_eq!(conditions["NumericLessThan"]["s3:tlsversion"], strings(&["1.2", "2"]));
    assert_eq!(conditions["StringLike"]["aws:sourcearn"], strings(&["x"]));
}

#[test]
fn element_names_count_in_any_case_and_escapes_are_read() {
    let document =
        parse(r#"{"version":"2012-10-17","statement":[{"sid":"\u0061","EFFECT":"Allow","action":[],"resource":"\u002a"}]}"#);
    assert_eq!(document.statements[0].id, "a");
    assert_eq!(document.statements[0].resources, Some(strings(&["*"])));
    assert_eq!(document.statements[0].actions, Some(Vec::new()));
}

#[test]
fn a_policy_without_statements_grants_nothing() {
    assert_eq!(parse(r#"{"Version":"2012-10-17","Statement":[]}"#), PolicyDocument::default());
}

#[test]
fn what_is_no_policy_is_an_error_that_says_why() {
    let cases = [
        ("", "not readable JSON"),
        ("%7B%22Statement%22%3A%5B%5D%7D", "not readable JSON"),
        ("{\"Statement\":[]} x", "trailing characters"),
        ("[]", "the document is a list"),
        ("null", "the document is null"),
        ("{}", "it has no Statement"),
        (r#"{"Statement":"x"}"#, "Statement is a single value"),
        (r#"{"Statement":[],"statement":[]}"#, "has Statement twice"),
        (r#"{"Statement":[],"Statement":[]}"#, "\"Statement\" comes twice"),
        (r#"{"Statement":[[]]}"#, "statement 1 is a list"),
        (r#"{"Statement":[{"Action":"*"}]}"#, "statement 1 has no Effect"),
        (r#"{"Statement":[{"Effect":"allow","Action":"*"}]}"#, "the Effect \"allow\""),
        (r#"{"Statement":[{"Effect":"Allow","Resource":"*"}]}"#, "needs Action or NotAction"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","NotAction":"*"}]}"#, "not both"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Principal":"*","NotPrincipal":"*"}]}"#, "Principal and NotPrincipal"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}]}"#, "Resource and NotResource"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Principal":"arn:aws:iam::1:root"}]}"#, "other than \"*\""),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Principal":["*"]}]}"#, "Principal is a list"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Principal":{"AWS":{}}}]}"#, "Principal is an object"),
        (r#"{"Statement":[{"Effect":"Allow","Action":[["*"]]}]}"#, "Action is a list"),
        (r#"{"Statement":[{"Effect":"Allow","Action":null}]}"#, "Action is null"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Condition":[]}]}"#, "Condition is a list"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a:B":"1","A:b":"2"}}}]}"#, "\"a:b\" twice"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a":1,"a":2}}}]}"#, "\"a\" comes twice"),
        (r#"{"Statement":[{"Effect":"Allow","Action":"*","Resources":"*"}]}"#, "unknown element \"Resources\""),
    ];
    for (text, reason) in cases {
        let error = PolicyDocument::parse(text).expect_err(text).to_string();
        assert!(error.contains(reason), "{text}: {error}");
    }
    let deep = "[".repeat(100_000);
    assert!(PolicyDocument::parse(&deep).expect_err("too deep").to_string().contains("recursion"));
}

/// Random documents, most of them nearly right.
mod random {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "[*?a-z0-9:/${}]{0,12}".prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            let word = prop_oneof!["AWS|Service|Federated|CanonicalUser|StringEquals|Bool|aws:SourceArn", ".{0,4}"];
            prop_oneof![
                vec(inner.clone(), 0..4).prop_map(Value::from),
                vec((word, inner), 0..4).prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    fn statement() -> impl Strategy<Value = Value> {
        let element = "Sid|Effect|Principal|NotPrincipal|Action|NotAction|Resource|NotResource|Condition|condition";
        let odd = (element, value());
        let right = (prop_oneof![Just("Allow"), Just("Deny")], vec("[a-z*:]{1,6}", 1..3));
        (right, vec(odd, 0..4)).prop_map(|((effect, actions), odd)| {
            let mut statement = json!({ "Effect": effect, "Action": actions, "Resource": "*" });
            for (key, value) in odd {
                statement[key] = value;
            }
            statement
        })
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_fall_over(text in ".{0,200}") {
            let _ = PolicyDocument::parse(&text);
        }

        #[test]
        fn what_is_read_keeps_every_statement_and_is_read_the_same_again(statements in vec(statement(), 0..4)) {
            let text = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
            if let Ok(document) = PolicyDocument::parse(&text) {
                prop_assert_eq!(document.statements.len(), statements.len());
                prop_assert!(document.statements.iter().all(|one| one.actions.is_some() != one.not_actions.is_some()));
                let again = PolicyDocument::parse(&text);
                prop_assert_eq!(again, Ok(document));
            }
        }

        #[test]
        fn one_statement_alone_is_a_list_of_one(statement in statement()) {
            let alone = PolicyDocument::parse(&json!({ "Statement": statement }).to_string());
            let listed = PolicyDocument::parse(&json!({ "Statement": [statement] }).to_string());
            prop_assert_eq!(alone, listed);
        }
    }
}
