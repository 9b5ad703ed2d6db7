//! SNS: topics, their attributes by a call each, and all subscriptions by one listing.

use std::collections::BTreeMap;

use aws_sdk_sns::types as sdk;
use serde_json::json;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each};
use super::strict::{Asked, listed};
use super::{unserved, unserved_facet};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Lists a type of SNS.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.sns.subscription" => subscriptions(session, resource_type, region).await,
        "aws.sns.topic" => topics(session, resource_type, region).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// ListTopics; it takes no page size.
async fn topics(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    const ACTION: &str = "sns:ListTopics";
    let client = session.sns(region);
    let pages = pages(ACTION, region, |token| {
        let request = client.list_topics().set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.topics), next: answer.next_token }) }
    });
    Asked { action: ACTION, region }.assets("Topics", resource_type.plural, pages.await, |topic: sdk::Topic| {
        let arn = topic.topic_arn.unwrap_or_default();
        let name = last_part(&arn);
        let properties = json!({ "name": name });
        asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties)
    })
}

/// ListSubscriptions; it takes no page size.
async fn subscriptions(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    const ACTION: &str = "sns:ListSubscriptions";
    let client = session.sns(region);
    let pages = pages(ACTION, region, |token| {
        let request = client.list_subscriptions().set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.subscriptions), next: answer.next_token }) }
    });
    let asked = Asked { action: ACTION, region };
    asked.assets("Subscriptions", resource_type.plural, pages.await, |subscription| {
        of_subscription(resource_type, region, subscription)
    })
}

/// One that nobody has confirmed has a word in the place of its ARN; its topic and endpoint tell it from others.
fn of_subscription(resource_type: &'static ResourceType, region: &str, subscription: sdk::Subscription) -> Asset {
    let topic_arn = subscription.topic_arn.unwrap_or_default();
    let arn = subscription.subscription_arn.unwrap_or_default();
    let protocol = subscription.protocol.unwrap_or_default();
    let confirmed = arn.starts_with("arn:");
    let properties = json!({ "topic_arn": topic_arn, "protocol": protocol, "confirmed": confirmed });
    let (id, arn) = if confirmed {
        (last_part(&arn), arn)
    } else {
        let endpoint = subscription.endpoint.unwrap_or_default();
        (format!("{}/{protocol}/{endpoint}", last_part(&topic_arn)), format!("{topic_arn}:{arn}"))
    };
    let name = if confirmed { format!("{}/{id}", last_part(&topic_arn)) } else { id.clone() };
    asset(resource_type, Identity { id, arn, name, region, tags: BTreeMap::new() }, &properties)
}

fn last_part(arn: &str) -> String {
    arn.rsplit(':').next().unwrap_or_default().to_owned()
}

/// Reads a facet of topics.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "attributes" => for_each(assets, |topic| attributes(session, region, &topic.arn)).await,
        _ => unserved_facet("aws.sns.topic", facet, region, assets),
    }
}

async fn attributes(session: &Session, region: &str, arn: &str) -> Result<Property, Gap> {
    const ACTION: &str = "sns:GetTopicAttributes";
    let asked = Asked { action: ACTION, region };
    let answer = session.sns(region).get_topic_attributes().topic_arn(arn).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ACTION, region, &error))?;
    let attributes = asked.required("Attributes", answer.attributes)?;
    // It stands in every complete answer; the others are left out where a topic does not have them.
    asked.required("TopicArn", attributes.get("TopicArn"))?;
    let text = |name: &str| attributes.get(name).filter(|text| !text.is_empty());
    let kms_key = text("KmsMasterKeyId").map_or(Property::Null, |key| Property::Text(key.clone()));
    let policy = text("Policy").map_or(Property::Null, |text| asked.policy_document(text));
    Ok(Property::Map([("kms_key", kms_key), ("policy", policy)].into()))
}
