//! SQS: queues by their URLs, and the attributes of each where a check asks.

use std::collections::BTreeMap;

use aws_sdk_sqs::types::QueueAttributeName as Attribute;
use serde_json::json;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each};
use super::strict::{Asked, known};
use super::unserved_facet;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Queues of a page: "ListQueues" in the SQS API reference.
const PAGE: i32 = 1000;

const LIST: &str = "sqs:ListQueues";
const ATTRIBUTES: &str = "sqs:GetQueueAttributes";

/// ListQueues, which leaves its list out where there are no queues.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.sqs(region);
    let pages = pages(LIST, region, |token| {
        let request = client.list_queues().max_results(PAGE).set_next_token(token);
        async move {
            request.send().await.map(|answer| {
                let urls = answer.queue_urls.unwrap_or_default().into_iter().map(Some).collect();
                Page { items: urls, next: answer.next_token }
            })
        }
    });
    Asked { action: LIST, region }.assets("QueueUrls", resource_type.plural, pages.await, |url: String| {
        let name = url.rsplit('/').next().unwrap_or_default().to_owned();
        let properties = json!({ "name": name, "url": url });
        let arn = arn(session, "sqs", region, &name);
        asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties)
    })
}

/// Reads a facet of queues.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "attributes" => for_each(assets, |queue| attributes(session, region, queue)).await,
        _ => unserved_facet("aws.sqs.queue", facet, region, assets),
    }
}

async fn attributes(session: &Session, region: &str, queue: &Asset) -> Result<Property, Gap> {
    let asked = Asked { action: ATTRIBUTES, region };
    let url = match queue.properties.get("url") {
        Some(Property::Text(url)) => url.as_str(),
        _ => &queue.id,
    };
    let names = vec![Attribute::QueueArn, Attribute::KmsMasterKeyId, Attribute::SqsManagedSseEnabled, Attribute::Policy];
    let answer = session.sqs(region).get_queue_attributes().queue_url(url).set_attribute_names(Some(names)).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ATTRIBUTES, region, &error))?;
    let attributes = asked.required("Attributes", answer.attributes)?;
    // It stands in every complete answer; the others are left out where a queue does not have them.
    asked.required("QueueArn", attributes.get(&Attribute::QueueArn))?;
    let text = |name: &Attribute| attributes.get(name).filter(|text| !text.is_empty());
    let kms_key = text(&Attribute::KmsMasterKeyId).cloned();
    let managed = match text(&Attribute::SqsManagedSseEnabled) {
        // The two exclude each other.
        None if kms_key.is_some() => Ok(false),
        managed => asked.required("SqsManagedSseEnabled", managed.map(|managed| managed.eq_ignore_ascii_case("true"))),
    };
    let policy = text(&Attribute::Policy).map_or(Property::Null, |text| asked.policy_document(text));
    let kms_key = kms_key.map_or(Property::Null, Property::Text);
    Ok(Property::Map([("kms_key", kms_key), ("managed_encryption", known(managed.as_ref())), ("policy", policy)].into()))
}
