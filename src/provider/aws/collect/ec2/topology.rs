//! What a VPC or a subnet is made of beyond its own description: flow logs, subnets, routes, endpoints. Read once per region, joined
//! here.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_ec2::types as sdk;
use futures_util::FutureExt;
use futures_util::future::join;

use super::super::super::pages::{Page, Pages, pages};
use super::super::super::regions::catalogue;
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use super::PAGE;
use super::exposure::{self, Subnets};
use crate::model::resource::ec2::network::FlowLog;
use crate::model::resource::vpc::VpcRegion;
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

const FLOW_LOGS: &str = "ec2:DescribeFlowLogs";

/// DescribeFlowLogs. Read once per region.
async fn all_flow_logs(session: &Session, region: &str) -> Arc<Pages<sdk::FlowLog>> {
    let reading = async move {
        let client = session.ec2(region);
        let pages = pages(FLOW_LOGS, region, |token| {
            let request = client.describe_flow_logs().max_results(PAGE).set_next_token(token);
            async move { request.send().await.map(|answer| Page { items: listed(answer.flow_logs), next: answer.next_token }) }
        });
        Asked { action: FLOW_LOGS, region }.all_listed("flowLogSet", pages.await)
    }
    .boxed();
    session.memo().read(("flow_logs", region), reading).await
}

/// The flow logs of each VPC.
pub(super) async fn flow_logs(session: &Session, region: &str, vpcs: &[Asset]) -> Vec<Property> {
    let logs = all_flow_logs(session, region).await;
    let asked = Asked { action: FLOW_LOGS, region };
    // Any VPC may be the one that such a log belongs to.
    let homeless =
        logs.items.iter().filter(|log| log.resource_id.is_none()).map(|_| asked.malformed("the answer lacks resourceId"));
    let gaps: Vec<Gap> = homeless.take(1).chain(logs.gap.clone()).collect();
    let of_vpc = |vpc: &Asset| {
        let own = logs.items.iter().filter(|log| log.resource_id() == Some(&vpc.id));
        let own = own.map(|log| Property::from_typed(&flow_log(log)));
        Property::List(own.chain(gaps.iter().cloned().map(Property::unknown)).collect())
    };
    vpcs.iter().map(of_vpc).collect()
}

fn flow_log(log: &sdk::FlowLog) -> FlowLog {
    FlowLog {
        id: log.flow_log_id().unwrap_or_default().to_owned(),
        status: log.flow_log_status().unwrap_or_default().to_owned(),
        traffic: log.traffic_type().map(|traffic| traffic.as_str().to_owned()),
        destination_type: log.log_destination_type().map(|kind| kind.as_str().to_owned()),
        destination: log.log_destination().or(log.log_group_name()).map(str::to_owned),
        delivery_error: log.deliver_logs_error_message().map(str::to_owned),
    }
}

/// The subnets of each VPC.
pub(super) async fn subnets(session: &Session, region: &str, vpcs: &[Asset]) -> Vec<Property> {
    let (subnets, view) = join(exposure::listed(session, "aws.ec2.subnet", region), Subnets::of(session, region)).await;
    let of_vpc = |vpc: &Asset| {
        let own = subnets.assets.iter().filter(|subnet| text(subnet, "vpc_id") == Some(&vpc.id));
        let own = own.map(|subnet| {
            let zone = subnet.properties.get("availability_zone").cloned().unwrap_or(Property::Null);
            let is_public = view.is_public(&subnet.id);
            let parts = [("id", Property::Text(subnet.id.clone())), ("availability_zone", zone), ("is_public", is_public)];
            Property::Map(parts.into())
        });
        Property::List(own.chain(subnets.gaps.iter().cloned().map(Property::unknown)).collect())
    };
    vpcs.iter().map(of_vpc).collect()
}

/// Whether each subnet has a route to the internet.
pub(super) async fn public_subnets(session: &Session, region: &str, subnets: &[Asset]) -> Vec<Property> {
    let view = Subnets::of(session, region).await;
    subnets.iter().map(|subnet| view.is_public(&subnet.id)).collect()
}

/// The endpoints of each VPC.
pub(super) async fn endpoints(session: &Session, region: &str, vpcs: &[Asset]) -> Vec<Property> {
    let endpoints = exposure::listed(session, "aws.ec2.vpc_endpoint", region).await;
    let of_vpc = |vpc: &Asset| {
        let own = endpoints.assets.iter().filter(|endpoint| text(endpoint, "vpc_id") == Some(&vpc.id));
        let own = own.map(|endpoint| {
            let service = endpoint.properties.get("service_name").cloned().unwrap_or(Property::Null);
            Property::Map([("id", Property::Text(endpoint.id.clone())), ("service_name", service)].into())
        });
        Property::List(own.chain(endpoints.gaps.iter().cloned().map(Property::unknown)).collect())
    };
    vpcs.iter().map(of_vpc).collect()
}

/// The VPCs of every region that the account has enabled. A region that says itself that it is disabled holds none.
pub(super) async fn vpc_regions(session: &Session) -> Property {
    let regions = catalogue(session).await.regions;
    let enabled: Vec<String> = regions.into_iter().filter(|region| region.enabled).map(|region| region.name).collect();
    let readings = enabled.iter().map(|region| exposure::listed(session, "aws.ec2.vpc", region).boxed()).collect();
    let listings: BTreeMap<&String, Arc<Listing>> = enabled.iter().zip(several(readings, AT_ONCE).await).collect();
    let mut told = Vec::with_capacity(listings.len());
    for (region, listing) in listings {
        match listing.gaps.first() {
            Some(gap) if gap.kind == GapKind::RegionDisabled => {}
            // What was read of a region may decide; what was not leaves its numbers open.
            gap if listing.assets.iter().all(|vpc| !is_own(vpc)) && (gap.is_some() || untold(&listing).is_some()) => {
                let gap = gap.or_else(|| untold(&listing));
                told.extend(gap.cloned().map(Property::unknown));
            }
            _ => {
                let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
                let own = listing.assets.iter().filter(|vpc| is_own(vpc)).count();
                let region = VpcRegion { region: region.clone(), vpcs: count(listing.assets.len()), own_vpcs: count(own) };
                told.push(Property::from_typed(&region));
            }
        }
    }
    Property::List(told)
}

fn is_own(vpc: &Asset) -> bool {
    vpc.properties.get("is_default") == Some(&Property::Bool(false))
}

/// Why it cannot be told whose choice one of the VPCs was.
fn untold(listing: &Listing) -> Option<&Gap> {
    listing.assets.iter().find_map(|vpc| vpc.properties.get("is_default")?.first_gap()).map(Arc::as_ref)
}

/// A property that is text.
fn text<'a>(asset: &'a Asset, name: &str) -> Option<&'a String> {
    if let Some(Property::Text(text)) = asset.properties.get(name) { Some(text) } else { None }
}

#[cfg(test)]
mod tests;
