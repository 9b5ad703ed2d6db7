//! RDS's collectors on scripted answers.

use super::super::super::scripted::{Answer, Scripted, xml};
use super::super::tests::{asset, resource_type};
use super::*;

const REGION: &str = "eu-west-1";

fn found(resource_type: &str, properties: serde_json::Value) -> Asset {
    let Property::Map(properties) = Property::from(properties) else { panic!("a map") };
    Asset { properties, ..asset(resource_type) }
}

async fn facet(service: &Scripted, name: &str, assets: &[Asset]) -> Vec<Property> {
    let facet = resource_type(assets[0].resource_type).facet(name).expect("a facet");
    read_facet(&service.session(), facet, REGION, assets).await
}

fn answer(operation: &str, body: &str) -> Answer {
    xml(200, &format!("<{operation}Response><{operation}Result>{body}</{operation}Result></{operation}Response>"))
}

#[tokio::test]
async fn what_the_answer_lacks_of_an_instance_is_unknown() {
    let arn = "<DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:a</DBInstanceArn>";
    let body = format!("<DBInstances><DBInstance>{arn}<MultiAZ>true</MultiAZ></DBInstance></DBInstances>");
    let service = Scripted::new(vec![answer("DescribeDBInstances", &body)]);
    let listing = list(&service.session(), resource_type("aws.rds.instance"), REGION).await;
    let properties = &listing.assets[0].properties;
    assert_eq!(properties.get("multi_az"), Some(&Property::Bool(true)));
    assert!(properties.get("storage_encrypted").is_some_and(|property| property.first_gap().is_some()));
}

#[tokio::test]
async fn databases_of_documentdb_are_left_out() {
    let body = "<DBClusters><DBCluster><Engine>docdb</Engine></DBCluster></DBClusters>";
    let service = Scripted::new(vec![answer("DescribeDBClusters", body)]);
    assert_eq!(list(&service.session(), resource_type("aws.rds.cluster"), REGION).await, Listing::default());
}

#[tokio::test]
async fn only_manual_snapshots_that_are_not_encrypted_are_asked_for_who_may_restore_them() {
    let body = "<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName>\
        <AttributeValues><AttributeValue>all</AttributeValue></AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes>\
        </DBSnapshotAttributesResult>";
    let service = Scripted::new(vec![answer("DescribeDBSnapshotAttributes", body)]);
    let snapshots = [
        found("aws.rds.snapshot", serde_json::json!({"of": "instance", "encrypted": true, "snapshot_type": "manual"})),
        found("aws.rds.snapshot", serde_json::json!({"of": "instance", "encrypted": false, "snapshot_type": "automated"})),
        found("aws.rds.snapshot", serde_json::json!({"of": "instance", "encrypted": false, "snapshot_type": "manual"})),
    ];
    let values = facet(&service, "sharing", &snapshots).await;
    let public: Vec<Option<&Property>> = values.iter().map(|value| value.at("public")).collect();
    assert_eq!(public, [Some(&Property::Bool(false)), Some(&Property::Bool(false)), Some(&Property::Bool(true))]);
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn a_version_that_rds_does_not_offer_is_deprecated_where_it_offers_another() {
    let offered = "<DBEngineVersions><DBEngineVersion><EngineVersion>16.3</EngineVersion></DBEngineVersion></DBEngineVersions>";
    for (body, expected) in [(offered, [false, true]), ("<DBEngineVersions/>", [false, false])] {
        let service = Scripted::new(vec![answer("DescribeDBEngineVersions", body)]);
        let instances = ["16.3", "9.6"]
            .map(|version| found("aws.rds.instance", serde_json::json!({"engine": "postgres", "engine_version": version})));
        let values = facet(&service, "engine_release", &instances).await;
        assert_eq!(
            values.iter().map(|value| value.at("deprecated")).collect::<Vec<_>>(),
            expected.map(Property::Bool).iter().map(Some).collect::<Vec<_>>()
        );
        assert_eq!(service.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_parameter_group_is_read_once_and_only_for_what_counts() {
    let body = "<Parameters><Parameter><ParameterName>rds.force_ssl</ParameterName><ParameterValue>1</ParameterValue></Parameter>\
        <Parameter><ParameterName>port</ParameterName></Parameter></Parameters>";
    let service = Scripted::new(vec![answer("DescribeDBParameters", body)]);
    let instance = found("aws.rds.instance", serde_json::json!({"parameter_groups": ["ours"]}));
    let values = facet(&service, "parameters", &[instance.clone(), instance]).await;
    let expected = serde_json::json!([{"name": "rds.force_ssl", "value": "1"}]);
    assert_eq!(values, [Property::from(expected.clone()), Property::from(expected)]);
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn a_subscription_that_cannot_send_is_off() {
    let subscription = |status: &str| {
        format!(
            "<EventSubscription><CustSubscriptionId>s</CustSubscriptionId><Enabled>true</Enabled><Status>{status}</Status></EventSubscription>"
        )
    };
    for (status, enabled) in [("active", true), ("no-permission", false), ("topic-not-exist", false)] {
        let body = format!("<EventSubscriptionsList>{}</EventSubscriptionsList>", subscription(status));
        let service = Scripted::new(vec![answer("DescribeEventSubscriptions", &body)]);
        let found = settings::event_subscriptions(&service.session(), "eu-west-1").await;
        assert_eq!(found.items()[0].at("enabled"), Some(&Property::Bool(enabled)), "{status}");
    }
}
