//! Classic load balancers: one listing with their listeners; attributes and the users' own TLS policies by a call for each;
//! their certificates from ACM's listing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aws_sdk_elasticloadbalancing::types as sdk;
use serde::Serialize;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each, time};
use super::strict::{Asked, listed};
use super::{listing, told, unserved_facet};
use crate::model::resource::elb::{Attributes, Listener, TlsPolicy};
use crate::model::resource::{Facet, ResourceType, by_name};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Load balancers of a page, the most that the API gives.
const PAGE: i32 = 400;

const LIST: &str = "elasticloadbalancing:DescribeLoadBalancers";
const ATTRIBUTES: &str = "elasticloadbalancing:DescribeLoadBalancerAttributes";
const CERTIFICATES: &str = "acm:ListCertificates";
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
    created_at: Option<String>,
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
    let lacking: Vec<(&'static str, Gap)> = [("scheme", scheme.as_ref().err()), ("availability_zones", zones.as_ref().err())]
        .into_iter()
        .filter_map(|(name, gap)| Some((name, gap?.clone())))
        .collect();
    let listeners = listeners.map(|listeners| listeners.into_iter().map(|listener| of_listener(asked, listener)).collect());
    let properties = LoadBalancer {
        dns_name: balancer.dns_name,
        scheme: scheme.unwrap_or_default(),
        vpc_id: balancer.vpc_id,
        availability_zones: zones.unwrap_or_default(),
        security_group_ids: balancer.security_groups.unwrap_or_default(),
        created_at: time(balancer.created_time.as_ref()),
    };
    let name = balancer.load_balancer_name.unwrap_or_default();
    let arn = arn(session, "elasticloadbalancing", asked.region, &format!("loadbalancer/{name}"));
    let identity = Identity { id: name.clone(), arn, name, region: asked.region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &properties);
    asset.properties.insert("listeners", listeners.map_or_else(Property::unknown, Property::List));
    for (name, gap) in lacking {
        asset.properties.insert(name, Property::unknown(gap));
    }
    asset
}

fn of_listener(asked: Asked<'_>, description: sdk::ListenerDescription) -> Property {
    let listener = match asked.required("Listener", description.listener) {
        Ok(listener) => listener,
        Err(gap) => return Property::unknown(gap),
    };
    let known = Property::from_typed(&Listener {
        protocol: listener.protocol.to_uppercase(),
        port: i64::from(listener.load_balancer_port),
        certificate_arn: listener.ssl_certificate_id,
        policy_names: description.policy_names.clone().unwrap_or_default(),
    });
    let Property::Map(mut known) = known else { return known };
    if let Err(gap) = asked.required("PolicyNames", description.policy_names) {
        known.insert("policy_names", Property::unknown(gap));
    }
    Property::Map(known)
}

/// Reads a facet of classic load balancers.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "attributes" => for_each(assets, |balancer| attributes(session, region, &balancer.id)).await,
        "certificates" => certificates(session, region, assets).await,
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

/// Of each load balancer the certificates that ACM lists, whose listing is not read where no listener has one of ACM's.
async fn certificates(session: &Session, region: &str, balancers: &[Asset]) -> Vec<Property> {
    let of_acm = |listener: &&Property| certificate_of(listener).is_some_and(|arn| arn.split(':').nth(2) == Some("acm"));
    let names_acm = |balancer: &Asset| match balancer.properties.get("listeners") {
        Some(Property::List(listeners)) => listeners.iter().any(|listener| of_acm(&listener) || listener.first_gap().is_some()),
        _ => true,
    };
    let certificates = by_name("aws.acm.certificate").filter(|_| balancers.iter().any(names_acm));
    let Some(resource_type) = certificates else { return vec![Property::List(Vec::new()); balancers.len()] };
    let listing = listing(session, resource_type, region).await;
    let of_balancer = |balancer: &Asset| {
        let listeners = match told::items(balancer, "listeners", CERTIFICATES) {
            Ok(listeners) => listeners,
            Err(gap) => return Property::unknown(gap),
        };
        let arns: BTreeSet<&str> = listeners.iter().filter_map(certificate_of).collect();
        let known = listing.assets.iter().filter(|certificate| arns.contains(certificate.arn.as_str())).map(|certificate| {
            let kind = certificate.properties.get("certificate_type").cloned().unwrap_or(Property::Null);
            Property::Map([("arn", Property::Text(certificate.arn.clone())), ("certificate_type", kind)].into())
        });
        Property::List(known.chain(listing.gaps.iter().cloned().map(Property::unknown)).collect())
    };
    balancers.iter().map(of_balancer).collect()
}

fn certificate_of(listener: &Property) -> Option<&str> {
    listener.at("certificate_arn").and_then(Property::as_text)
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
    let mut names = Vec::new();
    for listener in told::items(balancer, "listeners", POLICIES)? {
        if let Property::Unknown(gap) = listener {
            return Err(Arc::unwrap_or_clone(Arc::clone(gap)));
        }
        let is_encrypted = matches!(listener.at("protocol").and_then(Property::as_text), Some("HTTPS" | "SSL"));
        match listener.at("policy_names").filter(|_| is_encrypted) {
            Some(Property::Unknown(gap)) => return Err(Arc::unwrap_or_clone(Arc::clone(gap))),
            Some(of_listener) => names.extend(of_listener.items().iter().filter_map(Property::as_text).map(str::to_owned)),
            None => {}
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}

#[cfg(test)]
mod tests;
