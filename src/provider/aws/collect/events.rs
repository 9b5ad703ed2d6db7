//! EventBridge: buses with their policies, and global endpoints.

use std::collections::BTreeMap;

use aws_sdk_eventbridge::types as sdk;
use serde_json::json;

use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset};
use super::strict::{Asked, known, listed};
use super::unserved;
use crate::model::resource::ResourceType;
use crate::model::{Asset, Property};
use crate::provider::Listing;

/// Items of a page: "ListEventBuses" and "ListEndpoints" in the EventBridge API reference.
const PAGE: i32 = 100;

const BUSES: &str = "events:ListEventBuses";
const ENDPOINTS: &str = "events:ListEndpoints";

/// Lists a type of EventBridge.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.eventbridge(region);
    match resource_type.name {
        "aws.events.bus" => {
            let pages = pages(BUSES, region, |token| {
                let request = client.list_event_buses().limit(PAGE).set_next_token(token);
                async move { request.send().await.map(|answer| Page { items: listed(answer.event_buses), next: answer.next_token }) }
            });
            let asked = Asked { action: BUSES, region };
            asked.assets("EventBuses", resource_type.plural, pages.await, |bus| of_bus(resource_type, region, bus))
        }
        "aws.events.endpoint" => {
            let pages = pages(ENDPOINTS, region, |token| {
                let request = client.list_endpoints().max_results(PAGE).set_next_token(token);
                async move { request.send().await.map(|answer| Page { items: listed(answer.endpoints), next: answer.next_token }) }
            });
            let asked = Asked { action: ENDPOINTS, region };
            asked.assets("Endpoints", resource_type.plural, pages.await, |endpoint| of_endpoint(resource_type, region, endpoint))
        }
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

fn of_bus(resource_type: &'static ResourceType, region: &str, bus: sdk::EventBus) -> Asset {
    let name = bus.name.unwrap_or_default();
    let identity =
        Identity { id: name.clone(), arn: bus.arn.unwrap_or_default(), name: name.clone(), region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &json!({ "name": name }));
    let policy = bus.policy.filter(|text| !text.is_empty());
    let policy = policy.map_or(Property::Null, |text| Asked { action: BUSES, region }.policy_document(&text));
    asset.properties.insert("policy", policy);
    asset
}

fn of_endpoint(resource_type: &'static ResourceType, region: &str, endpoint: sdk::Endpoint) -> Asset {
    let name = endpoint.name.unwrap_or_default();
    let identity =
        Identity { id: name.clone(), arn: endpoint.arn.unwrap_or_default(), name: name.clone(), region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &json!({ "name": name }));
    let state = endpoint.replication_config.and_then(|replication| replication.state);
    let replicates = Asked { action: ENDPOINTS, region }
        .required("ReplicationConfig", state)
        .map(|state| state == sdk::ReplicationState::Enabled);
    asset.properties.insert("replicates_events", known(replicates.as_ref()));
    asset
}
