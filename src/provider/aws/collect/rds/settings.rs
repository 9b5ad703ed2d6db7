//! What a region's databases have in common: their number, and who is told of what happens to them.

use futures_util::future::join;

use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::region_settings;
use super::super::listing;
use super::super::strict::{Asked, listed};
use super::PAGE;
use crate::model::Property;
use crate::model::resource::rds::EventSubscription;
use crate::model::resource::{ResourceType, by_name};
use crate::provider::Listing;

const SUBSCRIPTIONS: &str = "rds:DescribeEventSubscriptions";

/// The region's settings: one asset, without a call.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    region_settings(session, resource_type, region)
}

/// The facet `databases`: how many instances and clusters the region has.
pub(super) async fn databases(session: &Session, region: &str) -> Property {
    let (instances, clusters) = join(number(session, "aws.rds.instance", region), number(session, "aws.rds.cluster", region)).await;
    Property::Map([("instances", instances), ("clusters", clusters)].into())
}

async fn number(session: &Session, name: &str, region: &str) -> Property {
    let Some(resource_type) = by_name(name) else { return Property::Null };
    let listing = listing(session, resource_type, region).await;
    match listing.gaps.first() {
        Some(gap) => Property::unknown(gap.clone()),
        None => Property::Integer(i64::try_from(listing.assets.len()).unwrap_or(i64::MAX)),
    }
}

/// The facet `event_subscriptions`: DescribeEventSubscriptions once for the region. What could be read stays beside what could not.
pub(super) async fn event_subscriptions(session: &Session, region: &str) -> Property {
    let client = session.rds(region);
    let pages = pages(SUBSCRIPTIONS, region, |marker| {
        let request = client.describe_event_subscriptions().max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.event_subscriptions_list), next: answer.marker }) }
    });
    let asked = Asked { action: SUBSCRIPTIONS, region };
    let pages = asked.all_listed("EventSubscriptionsList", pages.await);
    let subscription = |subscription: aws_sdk_rds::types::EventSubscription| {
        // "EventSubscription" in the RDS API reference: with these RDS cannot send, whatever the switch says.
        let is_broken = matches!(subscription.status.as_deref(), Some("no-permission" | "topic-not-exist"));
        let enabled = match asked.required("Enabled", subscription.enabled) {
            Ok(enabled) => enabled && !is_broken,
            Err(gap) => return Property::unknown(gap),
        };
        Property::from_typed(&EventSubscription {
            name: subscription.cust_subscription_id.unwrap_or_default(),
            enabled,
            source_type: subscription.source_type.filter(|source| !source.is_empty()),
            categories: subscription.event_categories_list.unwrap_or_default(),
        })
    };
    let subscriptions = pages.items.into_iter().map(subscription);
    Property::List(subscriptions.chain(pages.gap.map(Property::unknown)).collect())
}
