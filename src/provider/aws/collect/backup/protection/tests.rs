//! What plans select, by tags, conditions and names.

use super::super::super::super::scripted::{Answer, Scripted, json};
use super::super::super::tests::resource_type;
use super::super::super::{dynamodb, rds};
use super::*;

const BY_TAG: &str = r#"{"BackupSelection":{"SelectionName":"s","IamRoleArn":"r","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"daily"}]}}"#;
const DENIED: &str = r#"{"__type":"AccessDeniedException","message":"no"}"#;

fn plans(selection: &str) -> Vec<(&'static str, Answer)> {
    vec![
        ("/selections/one", json(200, selection)),
        ("/selections", json(200, r#"{"BackupSelectionsList":[{"SelectionId":"one"}]}"#)),
        ("/backup/plans", json(200, r#"{"BackupPlansList":[{"BackupPlanId":"plan"}]}"#)),
    ]
}

fn instance(tags: &[(&str, &str)]) -> Asset {
    let tags = tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Asset {
        resource_type: "aws.rds.instance",
        id: "orders".to_owned(),
        arn: "arn:aws:rds:eu-west-1:123456789012:db:orders".to_owned(),
        name: "orders".to_owned(),
        region: "eu-west-1".to_owned(),
        tags,
        properties: crate::model::Properties::default(),
        evidence_read_at: std::collections::BTreeMap::new(),
    }
}

fn is_protected(property: &Property) -> Option<&Property> {
    property.at("protected")
}

#[tokio::test]
async fn an_instance_is_protected_by_a_tag_of_its_listing() {
    let service = Scripted::by_sign(plans(BY_TAG));
    let facet = resource_type("aws.rds.instance").facet("backup").expect("a facet");
    let assets = [instance(&[("backup", "daily")]), instance(&[("backup", "never")]), instance(&[])];
    let told = rds::read_facet(&service.session(), facet, "eu-west-1", &assets).await;
    let told: Vec<_> = told.iter().map(is_protected).collect();
    assert_eq!(told, [Some(&Property::Bool(true)), Some(&Property::Bool(false)), Some(&Property::Bool(false))]);
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn a_table_is_asked_for_its_tags_where_they_decide() {
    let tables = json(200, r#"{"TableNames":["orders"]}"#);
    let tags = json(200, r#"{"Tags":[{"Key":"backup","Value":"daily"}]}"#);
    for (selection, tags, expected, asked) in [
        (BY_TAG, tags.clone(), Some(true), true),
        (BY_TAG, json(200, r#"{"Tags":[]}"#), Some(false), true),
        (BY_TAG, json(400, DENIED), None, true),
        (
            r#"{"BackupSelection":{"SelectionName":"s","IamRoleArn":"r","Resources":["arn:aws:dynamodb:*:*:table/*"]}}"#,
            tags,
            Some(true),
            false,
        ),
    ] {
        let calls = [(".ListTables", tables.clone()), (".ListTagsOfResource", tags)];
        let service = Scripted::by_sign(calls.into_iter().chain(plans(selection)).collect());
        let (session, of_tables) = (service.session(), resource_type("aws.dynamodb.table"));
        let assets = dynamodb::list(&session, of_tables, "eu-west-1").await.assets;
        let facet = of_tables.facet("backup").expect("a facet");
        let told = dynamodb::read_facet(&session, facet, "eu-west-1", &assets).await.remove(0);
        assert_eq!(is_protected(&told), expected.map(Property::Bool).as_ref(), "{selection}");
        assert_eq!(told.first_gap().map(|gap| gap.action.as_str()), expected.is_none().then_some("dynamodb:ListTagsOfResource"));
        assert_eq!(service.requests().iter().any(|request| request.contains(".ListTagsOfResource")), asked, "{selection}");
    }
}
