//! CloudFront: its distributions, and where they log requests: to a bucket, in real time, or by a delivery of CloudWatch Logs.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_cloudfront::types as sdk;
use aws_sdk_cloudwatchlogs::types as logs;
use futures_util::future::join;
use serde::Serialize;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each};
use super::strict::{Asked, listed};
use super::unserved_facet;
use crate::model::resource::cloudfront::StandardLogging;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Distributions of a page: "ListDistributions" in the CloudFront API reference.
const PAGE: i32 = 100;
/// Deliveries of a page: "DescribeDeliveries" in the CloudWatch Logs API reference.
const DELIVERIES_PAGE: i32 = 50;

const LIST: &str = "cloudfront:ListDistributions";
const CONFIG: &str = "cloudfront:GetDistributionConfig";
const SOURCES: &str = "logs:DescribeDeliverySources";
const DELIVERIES: &str = "logs:DescribeDeliveries";

/// The kind of log that has every request.
const ACCESS_LOGS: &str = "ACCESS_LOGS";

/// The properties of a distribution that its listing gives.
#[derive(Serialize)]
struct Distribution {
    domain_name: String,
    aliases: Vec<String>,
    enabled: bool,
    status: String,
    web_acl_id: Option<String>,
    realtime_log_arn: Option<String>,
}

/// ListDistributions.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, _region: &str) -> Listing {
    let region = session.global_region();
    let client = session.cloudfront(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.list_distributions().max_items(PAGE).set_marker(marker);
        async move {
            request.send().await.map(|answer| match answer.distribution_list {
                // The list tells its length, so that one without items is empty.
                Some(list) => Page { items: listed(Some(list.items.unwrap_or_default())), next: list.next_marker },
                None => Page { items: listed(None), next: None },
            })
        }
    });
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("DistributionList", pages.await);
    let assets = pages.items.into_iter().map(|distribution| of_distribution(resource_type, asked, distribution)).collect();
    Listing { assets, gaps: pages.gap.into_iter().collect(), ..Listing::default() }
}

fn of_distribution(resource_type: &'static ResourceType, asked: Asked<'_>, distribution: sdk::DistributionSummary) -> Asset {
    let unlogged = asked.required("DefaultCacheBehavior", distribution.default_cache_behavior.as_ref().map(|_| ())).err();
    let behaviour = distribution.default_cache_behavior;
    let properties = Distribution {
        domain_name: distribution.domain_name.clone(),
        aliases: distribution.aliases.and_then(|aliases| aliases.items).unwrap_or_default(),
        enabled: distribution.enabled,
        status: distribution.status,
        web_acl_id: Some(distribution.web_acl_id).filter(|acl| !acl.is_empty()),
        realtime_log_arn: behaviour.and_then(|behaviour| behaviour.realtime_log_config_arn).filter(|arn| !arn.is_empty()),
    };
    let identity = Identity {
        name: distribution.id.clone(),
        id: distribution.id,
        arn: distribution.arn,
        region: asked.region,
        tags: BTreeMap::new(),
    };
    let mut asset = asset(resource_type, identity, &properties);
    if let Some(gap) = unlogged {
        asset.properties.insert("realtime_log_arn", Property::unknown(gap));
    }
    asset
}

/// Reads a facet of distributions.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "log_deliveries" => log_deliveries(session, assets).await,
        "standard_logging" => for_each(assets, |distribution| standard_logging(session, &distribution.id)).await,
        _ => unserved_facet("aws.cloudfront.distribution", facet, region, assets),
    }
}

async fn standard_logging(session: &Session, id: &str) -> Result<Property, Gap> {
    let region = session.global_region();
    let answer = session.cloudfront(region).get_distribution_config().id(id).send().await;
    let answer = answer.map_err(|error| gap_of_listed(CONFIG, region, &error))?;
    let asked = Asked { action: CONFIG, region };
    let config = asked.required("DistributionConfig", answer.distribution_config)?;
    let logging = asked.required("Logging", config.logging)?;
    let bucket = Some(logging.bucket).filter(|bucket| !bucket.is_empty());
    Ok(Property::from_typed(&StandardLogging { enabled: logging.enabled, bucket }))
}

/// DescribeDeliverySources and DescribeDeliveries, once for the account: those of CloudFront stand in the region of global services. What
/// could be read stays beside what could not.
async fn log_deliveries(session: &Session, distributions: &[Asset]) -> Vec<Property> {
    let (sources, deliveries) = join(sources(session), deliveries(session)).await;
    let (sources, of_sources) = sources;
    let (deliveries, of_deliveries) = deliveries;
    let names: HashMap<&str, &logs::DeliverySource> = sources.iter().filter_map(|source| Some((source.name()?, source))).collect();
    let delivers = |delivery: &logs::Delivery, arn: &str| {
        let source = delivery.delivery_source_name().and_then(|name| names.get(name));
        source.is_some_and(|source| {
            source.log_type() == Some(ACCESS_LOGS) && source.resource_arns().iter().any(|resource| resource == arn)
        })
    };
    let of_distribution = |distribution: &Asset| {
        let found = deliveries.iter().filter(|delivery| delivers(delivery, &distribution.arn));
        let arns = found.map(|delivery| Property::Text(delivery.arn().unwrap_or_default().to_owned()));
        let gaps = [&of_sources, &of_deliveries].into_iter().flatten().cloned().map(Property::unknown);
        Property::List(arns.chain(gaps).collect())
    };
    distributions.iter().map(of_distribution).collect()
}

async fn sources(session: &Session) -> (Vec<logs::DeliverySource>, Option<Gap>) {
    let region = session.global_region();
    let client = session.logs(region);
    let pages = pages(SOURCES, region, |token| {
        let request = client.describe_delivery_sources().limit(DELIVERIES_PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.delivery_sources), next: answer.next_token }) }
    });
    let pages = Asked { action: SOURCES, region }.all_listed("deliverySources", pages.await);
    (pages.items, pages.gap)
}

async fn deliveries(session: &Session) -> (Vec<logs::Delivery>, Option<Gap>) {
    let region = session.global_region();
    let client = session.logs(region);
    let pages = pages(DELIVERIES, region, |token| {
        let request = client.describe_deliveries().limit(DELIVERIES_PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.deliveries), next: answer.next_token }) }
    });
    let pages = Asked { action: DELIVERIES, region }.all_listed("deliveries", pages.await);
    (pages.items, pages.gap)
}
