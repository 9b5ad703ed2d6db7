//! Application, network and gateway load balancers: one listing; attributes and listeners by a call for each; the web ACLs of a region
//! with what they watch over.

mod listeners;
mod web_acls;

use std::collections::BTreeMap;

use aws_sdk_elasticloadbalancingv2::types as sdk;
use serde::Serialize;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, time};
use super::ec2::exposure::Groups;
use super::strict::{Asked, listed};
use super::{told, unserved_facet};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Properties, Property};
use crate::provider::Listing;

/// Load balancers of a page, the most that the API gives; listeners and rules likewise.
const PAGE: i32 = 400;

const LIST: &str = "elasticloadbalancing:DescribeLoadBalancers";
const ATTRIBUTES: &str = "elasticloadbalancing:DescribeLoadBalancerAttributes";

/// The attributes that are read, by property, and the types that always have them ("Load balancer attributes" in the user guides of
/// application, network and gateway load balancers).
const KEYS: &[(&str, &str, &[&str])] = &[
    ("access_logs", "access_logs.s3.enabled", &["application", "network"]),
    ("cross_zone", "load_balancing.cross_zone.enabled", &["network", "gateway"]),
    ("deletion_protection", "deletion_protection.enabled", &["application", "network", "gateway"]),
    ("desync_mitigation_mode", "routing.http.desync_mitigation_mode", &["application"]),
    ("drop_invalid_header_fields", "routing.http.drop_invalid_header_fields.enabled", &["application"]),
];

/// The properties of a load balancer that its listing gives.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are called what check authors write")]
struct LoadBalancer {
    load_balancer_type: String,
    scheme: Option<String>,
    dns_name: Option<String>,
    state: Option<String>,
    vpc_id: Option<String>,
    availability_zones: Vec<String>,
    security_group_ids: Vec<String>,
    created_at: Option<String>,
}

/// DescribeLoadBalancers.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.elbv2(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.describe_load_balancers().page_size(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.load_balancers), next: answer.next_marker }) }
    });
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("LoadBalancers", pages.await);
    let (assets, nameless): (Vec<_>, Vec<_>) = pages
        .items
        .into_iter()
        .map(|balancer| of_load_balancer(resource_type, asked, balancer))
        .partition(|asset| !asset.arn.is_empty());
    let lacking = asked.lacking("LoadBalancerArn", nameless.len());
    Listing { assets, gaps: lacking.into_iter().chain(pages.gap).collect(), ..Listing::default() }
}

fn of_load_balancer(resource_type: &'static ResourceType, asked: Asked<'_>, balancer: sdk::LoadBalancer) -> Asset {
    let untyped = asked.required("Type", balancer.r#type.as_ref().map(|_| ())).err();
    // Gateway load balancers have no scheme.
    let is_gateway = balancer.r#type == Some(sdk::LoadBalancerTypeEnum::Gateway);
    let unscoped = asked.required("Scheme", balancer.scheme.as_ref().map(|_| ())).err().filter(|_| !is_gateway);
    let zoneless = asked.required("AvailabilityZones", balancer.availability_zones.as_ref().map(|_| ())).err();
    let properties = LoadBalancer {
        load_balancer_type: balancer.r#type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        scheme: balancer.scheme.map(|scheme| scheme.as_str().to_owned()),
        dns_name: balancer.dns_name,
        state: balancer.state.and_then(|state| state.code).map(|code| code.as_str().to_owned()),
        vpc_id: balancer.vpc_id,
        availability_zones: balancer.availability_zones.unwrap_or_default().into_iter().filter_map(|zone| zone.zone_name).collect(),
        security_group_ids: balancer.security_groups.unwrap_or_default(),
        created_at: time(balancer.created_time.as_ref()),
    };
    let name = balancer.load_balancer_name.unwrap_or_default();
    let arn = balancer.load_balancer_arn.unwrap_or_default();
    let identity = Identity { id: name.clone(), arn, name, region: asked.region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &properties);
    for (name, gap) in [("load_balancer_type", untyped), ("scheme", unscoped), ("availability_zones", zoneless)] {
        if let Some(gap) = gap {
            asset.properties.insert(name, Property::unknown(gap));
        }
    }
    asset
}

/// Reads a facet of load balancers.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "attributes" => for_each(assets, |balancer| attributes(session, region, balancer)).await,
        "exposure" => exposures(session, region, assets).await,
        "listeners" => for_each(assets, |balancer| listeners::all(session, region, balancer)).await,
        "plaintext_listeners" => for_each(assets, |balancer| listeners::plaintext(session, region, balancer)).await,
        "web_acl" => web_acls::of_load_balancers(session, region, assets).await,
        _ => unserved_facet("aws.elbv2.load_balancer", facet, region, assets),
    }
}

async fn attributes(session: &Session, region: &str, balancer: &Asset) -> Result<Property, Gap> {
    let answer = session.elbv2(region).describe_load_balancer_attributes().load_balancer_arn(&balancer.arn).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ATTRIBUTES, region, &error))?;
    let asked = Asked { action: ATTRIBUTES, region };
    let attributes = asked.required("Attributes", answer.attributes)?;
    let mut properties = Properties::new();
    for (name, key, types) in KEYS {
        let found = attributes.iter().find(|attribute| attribute.key() == Some(*key)).and_then(|attribute| attribute.value());
        let is_expected = types.iter().any(|kind| told::is_text(balancer, "load_balancer_type", kind));
        let property = match found {
            Some("true") => Property::Bool(true),
            Some("false") => Property::Bool(false),
            Some(text) => Property::Text(text.to_owned()),
            None if is_expected => Property::unknown(asked.malformed(format!("the answer lacks {key}"))),
            None => Property::Null,
        };
        properties.insert(*name, property);
    }
    Ok(Property::Map(properties))
}

async fn exposures(session: &Session, region: &str, balancers: &[Asset]) -> Vec<Property> {
    let groups = Groups::of(session, region).await;
    let exposure = |balancer: &Asset| {
        let ids = told::texts(balancer, "security_group_ids", "ec2:DescribeSecurityGroups")?;
        let parts = [("open_rules", groups.rules(ids.iter().copied())), ("prefix_lists", groups.prefix_lists(ids))];
        Ok(Property::Map(parts.into()))
    };
    balancers.iter().map(|balancer| exposure(balancer).unwrap_or_else(Property::unknown)).collect()
}

#[cfg(test)]
mod tests;
