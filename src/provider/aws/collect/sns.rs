//! SNS: topics, their attributes and their subscriptions by a call each.

use std::collections::BTreeMap;

use aws_sdk_sns::types as sdk;
use futures_util::FutureExt;
use serde_json::json;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages, pages_of_listed};
use super::super::session::Session;
use super::asset::{AT_ONCE, Identity, asset, for_each, several};
use super::strict::{Asked, listed};
use super::{unserved, unserved_facet};
use crate::model::resource::{Facet, ResourceType, by_name};
use crate::model::{Asset, Gap, GapKind, Property};
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

/// ListSubscriptionsByTopic for each topic: the one call for all, ListSubscriptions, tells the account's own subscriptions only, and another
/// account's plain HTTP endpoint at a topic of this one is what matters most. It takes no page size.
async fn subscriptions(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let Some(type_of_topics) = by_name("aws.sns.topic") else { return Listing::default() };
    // What `listing` does; a listing that asks for another one would be a future of endless size.
    let reading = topics(session, type_of_topics, region).boxed();
    let topics = session.memo().read((type_of_topics.name, region), reading).await;
    let readings = topics.assets.iter().map(|topic| of_topic(session, resource_type, region, &topic.arn).boxed()).collect();
    let mut all = Listing { gaps: topics.gaps.clone(), ..Listing::default() };
    for of_topic in several(readings, AT_ONCE).await {
        all.assets.extend(of_topic.assets);
        // A topic that was deleted after it was listed has none any more.
        all.gaps.extend(of_topic.gaps.into_iter().filter(|gap| gap.kind != GapKind::Gone));
    }
    all
}

async fn of_topic(session: &Session, resource_type: &'static ResourceType, region: &str, topic: &str) -> Listing {
    const ACTION: &str = "sns:ListSubscriptionsByTopic";
    let client = session.sns(region);
    let pages = pages_of_listed(ACTION, region, |token| {
        let request = client.list_subscriptions_by_topic().topic_arn(topic).set_next_token(token);
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

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, xml};
    use super::super::tests::resource_type;
    use super::*;

    const TOPIC: &str = "arn:aws:sns:eu-west-1:123456789012:orders";

    fn topics() -> crate::provider::aws::scripted::Answer {
        let list = format!("<Topics><member><TopicArn>{TOPIC}</TopicArn></member></Topics>");
        xml(200, &format!("<ListTopicsResponse><ListTopicsResult>{list}</ListTopicsResult></ListTopicsResponse>"))
    }

    async fn listed_with(subscriptions: crate::provider::aws::scripted::Answer) -> Listing {
        let service = Scripted::new(vec![topics(), subscriptions]);
        list(&service.session(), resource_type("aws.sns.subscription"), "eu-west-1").await
    }

    #[tokio::test]
    async fn a_subscription_of_another_account_to_an_own_topic_is_listed() {
        let member = format!(
            "<member><TopicArn>{TOPIC}</TopicArn><Protocol>http</Protocol><SubscriptionArn>{TOPIC}:0f1e</SubscriptionArn>\
             <Owner>999900001111</Owner><Endpoint>http://example.com</Endpoint></member>"
        );
        let result =
            format!("<ListSubscriptionsByTopicResult><Subscriptions>{member}</Subscriptions></ListSubscriptionsByTopicResult>");
        let body = format!("<ListSubscriptionsByTopicResponse>{result}</ListSubscriptionsByTopicResponse>");
        let listing = listed_with(xml(200, &body)).await;
        assert!(listing.gaps.is_empty(), "{:?}", listing.gaps);
        assert_eq!(listing.assets[0].properties["protocol"], Property::Text("http".to_owned()));
    }

    #[tokio::test]
    async fn a_topic_that_is_gone_has_none_and_one_that_is_denied_leaves_a_gap() {
        let error = |status, code: &str| {
            xml(status, &format!("<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>"))
        };
        assert_eq!(listed_with(error(404, "NotFound")).await, Listing::default());
        let denied = listed_with(error(403, "AuthorizationError")).await;
        assert_eq!(denied.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>(), [GapKind::Denied]);
    }
}
