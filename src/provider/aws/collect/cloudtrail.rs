//! CloudTrail: the trails of each region, whether they record, and what; the account reads its trails through here too.

use std::sync::Arc;

use aws_sdk_cloudtrail::types::Trail;
use futures_util::FutureExt;
use serde_json::json;

use super::super::errors::gap;
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, time};
use super::strict::{Asked, known};
use super::unserved_facet;
use crate::model::resource::cloudtrail::{EventSelectors, TrailStatus};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

mod selectors;

pub(super) const DESCRIBE: &str = "cloudtrail:DescribeTrails";
const STATUS: &str = "cloudtrail:GetTrailStatus";
const SELECTORS: &str = "cloudtrail:GetEventSelectors";

/// Lists the trails whose home is the region.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match trails(session, region).await.as_ref() {
        Ok(trails) => {
            let home = trails.iter().filter(|trail| trail.home_region() == Some(region));
            // Nobody knows which region's listing such a trail belongs to.
            let homeless = trails.iter().filter(|trail| trail.home_region().is_none()).map(|trail| {
                let name = trail.trail_arn().or(trail.name()).unwrap_or("without a name");
                Asked { action: DESCRIBE, region }.malformed(format!("the answer lacks HomeRegion of the trail {name}"))
            });
            Listing {
                assets: home.map(|trail| of_trail(resource_type, trail, region)).collect(),
                gaps: homeless.collect(),
                ..Listing::default()
            }
        }
        Err(gap) => Listing { gaps: vec![gap.clone()], ..Listing::default() },
    }
}

/// Reads a facet of trails.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "status" => for_each(assets, |trail| status_of(session, region, trail)).await,
        "selectors" => for_each(assets, |trail| selectors_of(session, region, trail)).await,
        _ => unserved_facet("aws.cloudtrail.trail", facet, region, assets),
    }
}

async fn status_of(session: &Session, region: &str, trail: &Asset) -> Result<Property, Gap> {
    Ok(known(status(session, region, &trail.arn).await.as_ref().as_ref()))
}

async fn selectors_of(session: &Session, region: &str, trail: &Asset) -> Result<Property, Gap> {
    Ok(known(selectors(session, region, &trail.arn).await.as_ref().as_ref()))
}

fn of_trail(resource_type: &'static ResourceType, trail: &Trail, region: &str) -> Asset {
    let properties = json!({
        "name": trail.name(),
        "home_region": region,
        "multi_region": trail.is_multi_region_trail().unwrap_or_default(),
        "organization": trail.is_organization_trail().unwrap_or_default(),
        "global_service_events": trail.include_global_service_events().unwrap_or_default(),
        "log_file_validation": trail.log_file_validation_enabled().unwrap_or_default(),
        "s3_bucket": trail.s3_bucket_name(),
        "kms_key": trail.kms_key_id(),
        "log_group_arn": trail.cloud_watch_logs_log_group_arn(),
    });
    let name = trail.name().unwrap_or_default().to_owned();
    let arn = trail.trail_arn().unwrap_or_default().to_owned();
    asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: [].into() }, &properties)
}

/// The trails visible from a region, multi-region trails of other regions included. Read once per region.
pub(super) async fn trails(session: &Session, region: &str) -> Arc<Result<Vec<Trail>, Gap>> {
    let reading = async move {
        let answer = session.cloudtrail(region).describe_trails().include_shadow_trails(true).send().await;
        let answer = answer.map_err(|error| gap(DESCRIBE, region, &error))?;
        Asked { action: DESCRIBE, region }.required("trailList", answer.trail_list)
    }
    .boxed();
    session.memo().read(("trails", region), reading).await
}

/// Whether the trail records, asked in its home region. Read once per trail.
pub(super) async fn status(session: &Session, region: &str, arn: &str) -> Arc<Result<TrailStatus, Gap>> {
    let reading = async move {
        let answer = session.cloudtrail(region).get_trail_status().name(arn).send().await;
        let answer = answer.map_err(|error| gap(STATUS, region, &error))?;
        Ok(TrailStatus {
            logging: Asked { action: STATUS, region }.required("IsLogging", answer.is_logging())?,
            last_delivered_at: time(answer.latest_delivery_time()),
            last_delivered_to_log_group_at: time(answer.latest_cloud_watch_logs_delivery_time()),
            last_delivery_error: answer.latest_delivery_error.filter(|error| !error.is_empty()),
        })
    }
    .boxed();
    session.memo().read(("trail_status", arn), reading).await
}

/// Which events the trail records, asked in its home region. Read once per trail.
pub(super) async fn selectors(session: &Session, region: &str, arn: &str) -> Arc<Result<EventSelectors, Gap>> {
    let reading = async move {
        let answer = session.cloudtrail(region).get_event_selectors().trail_name(arn).send().await;
        let answer = answer.map_err(|error| gap(SELECTORS, region, &error))?;
        Ok(selectors::event_selectors(answer.event_selectors(), answer.advanced_event_selectors()))
    }
    .boxed();
    session.memo().read(("trail_selectors", arn), reading).await
}

#[cfg(test)]
mod tests;
