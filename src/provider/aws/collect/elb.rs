//! Classic load balancers: one listing with their listeners; attributes and the users' own TLS policies by a call for each.

use std::collections::BTreeMap;

use aws_sdk_elasticloadbalancing::types as sdk;
use serde::Serialize;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each, time};
use super::strict::{Asked, listed};
use super::{told, unserved_facet};
use crate::model::resource::elb::{Attributes, TlsPolicy};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Load balancers of a page, the most that the API gives.
const PAGE: i32 = 400;

const LIST: &str = "elasticloadbalancing:DescribeLoadBalancers";
const ATTRIBUTES: &str = "elasticloadbalancing:DescribeLoadBalancerAttributes";
const POLICIES: &str = "elasticloadbalancing:DescribeLoadBalancerPolicies";

/// How the names of AWS's own TLS policies begin.
const PREDEFINED: &str = "ELBSecurityPolicy-";
/// The attribute of a policy that names the one of AWS's that it follows.
const FOLLOWS: &str = "Reference-Security-Policy";
/// The attribute that tells what becomes of requests that servers may understand differently.
const DESYNC: &str = "elb.http.desyncmitigationmode";

/// The properties of a load balancer that its listing gives.
#[derive(Serialize)]
struct LoadBalancer {
    dns_name: Option<String>,
    scheme: String,
    vpc_id: Option<String>,
    availability_zones: Vec<String>,
    security_group_ids: Vec<String>,
    listeners: Vec<Listener>,
    created_at: Option<String>,
}

#[derive(Serialize)]
struct Listener {
    protocol: String,
    port: i32,
    certificate_arn: Option<String>,
    policy_names: Vec<String>,
}

/// DescribeLoadBalancers.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.elb(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.describe_load_balancers().page_size(PAGE).set_marker(marker);
        async move {
            request.send().await.map(|answer| Page { items: listed(answer.load_balancer_descriptions), next: answer.next_marker })
        }
    });
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("LoadBalancerDescriptions", pages.await);
    let (assets, nameless): (Vec<_>, Vec<_>) = pages
        .items
        .into_iter()
        .map(|balancer| of_load_balancer(session, resource_type, asked, balancer))
        .partition(|asset| !asset.id.is_empty());
    let lacking = asked.lacking("LoadBalancerName", nameless.len());
    Listing { assets, gaps: lacking.into_iter().chain(pages.gap).collect(), ..Listing::default() }
}

fn of_load_balancer(
    session: &Session,
    resource_type: &'static ResourceType,
    asked: Asked<'_>,
    balancer: sdk::LoadBalancerDescription,
) -> Asset {
    let scheme = asked.required("Scheme", balancer.scheme);
    let listeners = asked.required("ListenerDescriptions", balancer.listener_descriptions);
    let zones = asked.required("AvailabilityZones", balancer.availability_zones);
    let lacking: Vec<(&'static str, Gap)> =
        [("scheme", scheme.as_ref().err()), ("listeners", listeners.as_ref().err()), ("availability_zones", zones.as_ref().err())]
            .into_iter()
            .filter_map(|(name, gap)| Some((name, gap?.clone())))
            .collect();
    let properties = LoadBalancer {
        dns_name: balancer.dns_name,
        scheme: scheme.unwrap_or_default(),
        vpc_id: balancer.vpc_id,
        availability_zones: zones.unwrap_or_default(),
        security_group_ids: balancer.security_groups.unwrap_or_default(),
        listeners: listeners.unwrap_or_default().into_iter().filter_map(of_listener).collect(),
        created_at: time(balancer.created_time.as_ref()),
    };
    let name = balancer.load_balancer_name.unwrap_or_default();
    let arn = arn(session, "elasticloadbalancing", asked.region, &format!("loadbalancer/{name}"));
    let identity = Identity { id: name.clone(), arn, name, region: asked.region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &properties);
    for (name, gap) in lacking {
        asset.properties.insert(name, Property::unknown(gap));
    }
    asset
}

fn of_listener(description: sdk::ListenerDescription) -> Option<Listener> {
    let listener = description.listener?;
    Some(Listener {
        protocol: listener.protocol.to_uppercase(),
        port: listener.load_balancer_port,
        certificate_arn: listener.ssl_certificate_id,
        policy_names: description.policy_names.unwrap_or_default(),
    })
}

/// Reads a facet of classic load balancers.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "attributes" => for_each(assets, |balancer| attributes(session, region, &balancer.id)).await,
        "policies" => for_each(assets, |balancer| policies(session, region, balancer)).await,
        _ => unserved_facet("aws.elb.load_balancer", facet, region, assets),
    }
}

async fn attributes(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    let answer = session.elb(region).describe_load_balancer_attributes().load_balancer_name(name).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ATTRIBUTES, region, &error))?;
    let asked = Asked { action: ATTRIBUTES, region };
    let attributes = asked.required("LoadBalancerAttributes", answer.load_balancer_attributes)?;
    let additional = attributes.additional_attributes.unwrap_or_default();
    let mode = additional.into_iter().find(|attribute| attribute.key.as_deref() == Some(DESYNC)).and_then(|found| found.value);
    let known = Property::from_typed(&Attributes {
        access_logs: asked.required("AccessLog", attributes.access_log)?.enabled,
        connection_draining: asked.required("ConnectionDraining", attributes.connection_draining)?.enabled,
        cross_zone: asked.required("CrossZoneLoadBalancing", attributes.cross_zone_load_balancing)?.enabled,
        desync_mitigation_mode: mode.clone(),
    });
    let Property::Map(mut known) = known else { return Ok(known) };
    if let Err(gap) = asked.required(DESYNC, mode) {
        known.insert("desync_mitigation_mode", Property::unknown(gap));
    }
    Ok(Property::Map(known))
}

/// The TLS policies of the HTTPS and SSL listeners. AWS's own are known by their names; only for the others AWS is asked.
async fn policies(session: &Session, region: &str, balancer: &Asset) -> Result<Property, Gap> {
    let names = policy_names(balancer)?;
    if names.iter().all(|name| name.starts_with(PREDEFINED)) {
        let own = |name: String| TlsPolicy { follows: Some(name.clone()), name };
        return Ok(Property::from_typed(&names.into_iter().map(own).collect::<Vec<_>>()));
    }
    let answer = session.elb(region).describe_load_balancer_policies().load_balancer_name(&balancer.id).send().await;
    let answer = answer.map_err(|error| gap_of_listed(POLICIES, region, &error))?;
    let asked = Asked { action: POLICIES, region };
    let described = asked.required("PolicyDescriptions", answer.policy_descriptions)?;
    let policy = |name: String| {
        if name.starts_with(PREDEFINED) {
            return Property::from_typed(&TlsPolicy { follows: Some(name.clone()), name });
        }
        match described.iter().find(|policy| policy.policy_name() == Some(name.as_str())) {
            Some(policy) => Property::from_typed(&TlsPolicy { follows: follows(policy), name }),
            None => Property::unknown(asked.malformed(format!("the answer lacks the policy {name}"))),
        }
    };
    Ok(Property::List(names.into_iter().map(policy).collect()))
}

fn follows(policy: &sdk::PolicyDescription) -> Option<String> {
    let attributes = policy.policy_attribute_descriptions();
    let followed = attributes.iter().find(|attribute| attribute.attribute_name() == Some(FOLLOWS))?;
    followed.attribute_value().filter(|value| !value.is_empty()).map(str::to_owned)
}

fn policy_names(balancer: &Asset) -> Result<Vec<String>, Gap> {
    let listeners = told::items(balancer, "listeners", POLICIES)?;
    let is_encrypted = |listener: &&Property| matches!(listener.at("protocol"), Some(Property::Text(protocol)) if protocol == "HTTPS" || protocol == "SSL");
    let names = listeners.iter().filter(is_encrypted).filter_map(|listener| match listener.at("policy_names") {
        Some(Property::List(names)) => Some(names),
        _ => None,
    });
    let text = |name: &Property| if let Property::Text(name) = name { Some(name.clone()) } else { None };
    let mut names: Vec<String> = names.flatten().filter_map(text).collect();
    names.sort();
    names.dedup();
    Ok(names)
}
