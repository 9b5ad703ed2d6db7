//! What plans select, by tags, conditions and names.

use super::super::super::super::scripted::{Answer, Scripted, json};
use super::super::super::tests::resource_type;
use super::super::super::{dynamodb, rds};
use super::*;

const BY_TAG: &str = r#"{"BackupSelection":{"SelectionName":"s","IamRoleArn":"r","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"daily"}]}}"#;
const OF_FILE_SYSTEMS: &str = r#"{"BackupSelection":{"SelectionName":"s","IamRoleArn":"r","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"aws:elasticfilesystem:default-backup","ConditionValue":"enabled"}]}}"#;
const DENIED: &str = r#"{"__type":"AccessDeniedException","message":"no"}"#;

const SETTINGS: &str = r#"{"ResourceTypeOptInPreference":{"DynamoDB":true,"EBS":true,"RDS":true}}"#;

fn plans(selection: &str) -> Vec<(&'static str, Answer)> {
    vec![
        ("/account-settings", json(200, SETTINGS)),
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
        evidence_read_at: BTreeMap::new(),
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
    assert_eq!(service.requests().len(), 4);
}

#[tokio::test]
async fn a_region_that_has_a_service_switched_off_protects_what_is_named_only() {
    let facet = resource_type("aws.rds.instance").facet("backup").expect("a facet");
    let off = r#"{"ResourceTypeOptInPreference":{"DynamoDB":true,"RDS":false}}"#;
    let named = r#"{"BackupSelection":{"SelectionName":"s","IamRoleArn":"r","Resources":["arn:aws:rds:*:*:db:*"]}}"#;
    for (selection, settings, expected) in [
        (BY_TAG, json(200, off), Some(false)),
        (named, json(200, off), Some(true)),
        (BY_TAG, json(403, DENIED), None),
        (named, json(403, DENIED), Some(true)),
    ] {
        let mut answers = plans(selection);
        answers[0].1 = settings;
        let service = Scripted::by_sign(answers);
        let told = rds::read_facet(&service.session(), facet, "eu-west-1", &[instance(&[("backup", "daily")])]).await.remove(0);
        assert_eq!(is_protected(&told), expected.map(Property::Bool).as_ref(), "{selection}");
        let gap = told.first_gap().map(|gap| gap.action.as_str());
        assert_eq!(gap, expected.is_none().then_some("backup:DescribeRegionSettings"));
    }
}

#[tokio::test]
async fn a_region_without_selections_is_not_asked_for_its_settings() {
    let service = Scripted::by_sign(vec![("/backup/plans", json(200, r#"{"BackupPlansList":[]}"#))]);
    let facet = resource_type("aws.rds.instance").facet("backup").expect("a facet");
    let told = rds::read_facet(&service.session(), facet, "eu-west-1", &[instance(&[])]).await.remove(0);
    assert_eq!((is_protected(&told), service.requests().len()), (Some(&Property::Bool(false)), 1));
}

#[tokio::test]
async fn a_table_is_asked_for_its_tags_where_they_decide() {
    let tables = json(200, r#"{"TableNames":["orders"]}"#);
    let tags = json(200, r#"{"Tags":[{"Key":"backup","Value":"daily"}]}"#);
    for (selection, tags, expected, asked) in [
        (BY_TAG, tags.clone(), Some(true), true),
        (BY_TAG, json(200, r#"{"Tags":[]}"#), Some(false), true),
        (BY_TAG, json(400, DENIED), None, true),
        (OF_FILE_SYSTEMS, tags.clone(), Some(false), false),
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
