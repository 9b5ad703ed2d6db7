//! Every collector: served, declared, and honest about what it could not read.

use std::collections::BTreeMap;

use super::super::scripted::{Answer, Scripted, xml};
use super::super::settings::Timeouts;
use super::*;
use crate::model::Account;
use crate::model::resource::{AWS, Scope};

const REGION: &str = "us-east-1";

fn session(service: &Scripted) -> Session {
    let account = Account { id: "123456789012".to_owned(), partition: "aws".to_owned(), caller: String::new(), as_of: None };
    Session::new(service.clients(Timeouts::default()).0, account, REGION.to_owned(), REGION)
}

fn asset(resource_type: &'static ResourceType) -> Asset {
    Asset {
        resource_type: resource_type.name,
        id: "cluster/part".to_owned(),
        arn: "arn:aws:cloudtrail:us-east-1:123456789012:trail/main".to_owned(),
        name: "part".to_owned(),
        region: REGION.to_owned(),
        tags: BTreeMap::new(),
        properties: crate::model::Properties::new(),
    }
}

fn denied() -> Answer {
    let error = "<Code>AccessDenied</Code><Message>no</Message>";
    xml(403, &format!("<Response><Errors><Error>{error}</Error></Errors><Error>{error}</Error>{error}</Response>"))
}

#[tokio::test]
async fn every_type_is_listed_with_a_declared_action_or_without_a_call() {
    for resource_type in AWS {
        let service = Scripted::new(vec![denied()]);
        let listing = list(&session(&service), resource_type, REGION).await;
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
    for resource_type in AWS {
        for facet in resource_type.facets {
            let service = Scripted::new(vec![denied()]);
            let assets = [asset(resource_type), asset(resource_type)];
            let values = read_facet(&session(&service), resource_type, facet, REGION, &assets).await;
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
    let buckets = AWS.iter().find(|resource_type| resource_type.name == "aws.s3.bucket").expect("buckets");
    assert_eq!(buckets.scope, Scope::Regional);
    for facet in buckets.facets {
        let service = Scripted::new(vec![xml(200, "")]);
        let values = read_facet(&session(&service), buckets, facet, REGION, &[asset(buckets)]).await;
        assert!(values[0].first_gap().is_some(), "{}: {values:?}", facet.name);
    }
}
