//! Every collector: served, declared, and honest about what it could not read.

use std::collections::BTreeMap;

use super::super::scripted::{Answer, Scripted, xml};
use super::*;
use crate::model::resource::{AWS, Scope};

const REGION: &str = "us-east-1";

pub(super) fn resource_type(name: &str) -> &'static ResourceType {
    AWS.iter().find(|resource_type| resource_type.name == name).expect("a resource type")
}

/// An asset of a type, with names that fit every collector.
pub(super) fn asset(resource_type: &str) -> Asset {
    Asset {
        resource_type: self::resource_type(resource_type).name,
        id: "cluster/part".to_owned(),
        arn: "arn:aws:cloudtrail:us-east-1:123456789012:trail/main".to_owned(),
        name: "part".to_owned(),
        region: REGION.to_owned(),
        tags: BTreeMap::new(),
        properties: [
            ("ingress", Property::List(vec![lets_in_a_prefix_list()])),
            ("image_id", Property::Text("ami-0123456789abcdef0".to_owned())),
            ("launch_configuration_name", Property::Text("web".to_owned())),
            ("s3_bucket", Property::Text("logs".to_owned())),
            ("security_group_ids", Property::List(vec![Property::Text("sg-0123456789abcdef0".to_owned())])),
        ]
        .into(),
        evidence_read_at: BTreeMap::new(),
    }
}

/// A rule of a security group for which there is something to read.
fn lets_in_a_prefix_list() -> Property {
    let ids = Property::List(vec![Property::Text("pl-0123456789abcdef0".to_owned())]);
    Property::Map([("prefix_list_ids", ids)].into())
}

fn denied() -> Answer {
    let error = "<Code>AccessDenied</Code><Message>no</Message>";
    xml(403, &format!("<Response><Errors><Error>{error}</Error></Errors><Error>{error}</Error>{error}</Response>"))
}

#[tokio::test]
async fn every_type_is_listed_with_a_declared_action_or_without_a_call() {
    for resource_type in AWS.iter() {
        let service = Scripted::new(vec![denied()]);
        let listing = listing(&service.session(), resource_type, REGION).await;
        if resource_type.list_actions.is_empty() {
            assert_eq!((listing.assets.len(), listing.gaps.len()), (1, 0), "{}", resource_type.name);
            assert!(service.requests().is_empty(), "{}", resource_type.name);
            continue;
        }
        assert!(!listing.gaps.is_empty() && listing.assets.is_empty(), "{}: {listing:?}", resource_type.name);
        for gap in &listing.gaps {
            assert!(resource_type.list_actions.contains(&gap.action.as_str()), "{}: {gap:?}", resource_type.name);
        }
    }
}

#[tokio::test]
async fn every_facet_is_read_with_a_declared_action_and_unknown_when_denied() {
    for resource_type in AWS.iter() {
        for facet in resource_type.facets {
            let service = Scripted::new(vec![denied()]);
            let assets = [asset(resource_type.name), asset(resource_type.name)];
            let values = read_facet(&service.session(), resource_type, facet, REGION, &assets).await;
            assert_eq!(values.len(), assets.len(), "{} {}", resource_type.name, facet.name);
            for value in values {
                let gap = value.first_gap().unwrap_or_else(|| panic!("{} {} is {value:?}", resource_type.name, facet.name));
                assert!(facet.actions.contains(&gap.action.as_str()), "{} {}: {gap:?}", resource_type.name, facet.name);
            }
        }
    }
}

#[tokio::test]
async fn an_empty_answer_is_never_a_fact_about_a_bucket() {
    let buckets = resource_type("aws.s3.bucket");
    assert_eq!(buckets.scope, Scope::Regional);
    for facet in buckets.facets {
        let service = Scripted::new(vec![xml(200, "")]);
        let values = read_facet(&service.session(), buckets, facet, REGION, &[asset(buckets.name)]).await;
        assert!(values[0].first_gap().is_some(), "{}: {values:?}", facet.name);
    }
}
