//! CloudTrail: the trails of each region, whether they record, and what; the account reads its trails through here too.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aws_sdk_cloudtrail::types::Trail;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::FutureExt;
use serde_json::json;

use super::super::errors::{gap, gap_of_listed, is_absent};
use super::super::regions;
use super::super::session::Session;
use super::asset::{AT_ONCE, Identity, asset, for_each, several, time};
use super::strict::{Asked, known};
use super::unserved_facet;
use crate::model::resource::cloudtrail::{EventSelectors, TrailStatus};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, GapKind, Property, Warning};
use crate::provider::Listing;

mod bucket;
mod selectors;

pub(super) const DESCRIBE: &str = "cloudtrail:DescribeTrails";
const STATUS: &str = "cloudtrail:GetTrailStatus";
const SELECTORS: &str = "cloudtrail:GetEventSelectors";
const INSIGHTS: &str = "cloudtrail:GetInsightSelectors";

const TRAILS_MEMO: &str = "trails";
const STATUS_MEMO: &str = "trail_status";
const SELECTORS_MEMO: &str = "trail_selectors";

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
        "insights" => for_each(assets, |trail| insights(session, region, &trail.arn)).await,
        "bucket" => for_each(assets, |trail| bucket::of_trail(session, region, trail)).await,
        "bucket_versioning" => for_each(assets, |trail| bucket::facet(session, region, trail, "versioning")).await,
        "bucket_logging" => for_each(assets, |trail| bucket::facet(session, region, trail, "logging")).await,
        "bucket_acl" => for_each(assets, |trail| bucket::facet(session, region, trail, "acl")).await,
        "bucket_policy" => for_each(assets, |trail| bucket::facet(session, region, trail, "policy")).await,
        "bucket_public_access_block" => {
            for_each(assets, |trail| bucket::facet(session, region, trail, "public_access_block")).await
        }
        _ => unserved_facet("aws.cloudtrail.trail", facet, region, assets),
    }
}

async fn status_of(session: &Session, region: &str, trail: &Asset) -> Result<Property, Gap> {
    Ok(known(status(session, region, &trail.arn).await.as_ref().as_ref()))
}

async fn selectors_of(session: &Session, region: &str, trail: &Asset) -> Result<Property, Gap> {
    Ok(known(selectors(session, region, &trail.arn).await.as_ref().as_ref()))
}

/// What unusual activity the trail looks for, asked in its home region.
async fn insights(session: &Session, region: &str, arn: &str) -> Result<Property, Gap> {
    match session.cloudtrail(region).get_insight_selectors().trail_name(arn).send().await {
        Ok(answer) => {
            let kinds = answer.insight_selectors().iter().filter_map(|selector| selector.insight_type());
            Ok(Property::List(kinds.map(|kind| Property::Text(kind.as_str().to_owned())).collect()))
        }
        Err(error) if is_absent(&error) => Ok(Property::List(Vec::new())),
        Err(error) => Err(gap_of_trail(session, INSIGHTS, region, arn, &error)),
    }
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
    session.memo().read((TRAILS_MEMO, region), reading).await
}

/// The trails visible from the scan's regions, each once with the region that told of it, and why some regions told nothing.
#[derive(Debug, Default)]
pub(super) struct Visible {
    /// Trails, by the region that told of them first.
    pub(super) trails: Vec<(String, Trail)>,
    /// The regions that could not be asked, but those that the account has not enabled: they have no trails. A multi-region trail is visible from all the others: they hide single-region trails only.
    pub(super) gaps: Vec<Gap>,
}

/// The trails visible from the scan's regions.
///
/// # Errors
/// The first region's gap where no region told of its trails.
pub(super) async fn visible(session: &Session) -> Result<Visible, Gap> {
    let regions = session.regions();
    let readings = regions.iter().map(|region| trails(session, region).boxed()).collect();
    let answers = several(readings, AT_ONCE).await;
    let (mut visible, mut seen, mut answered) = (Visible::default(), BTreeSet::new(), false);
    let mut first_gap = None;
    for (region, answer) in regions.iter().zip(&answers) {
        match answer.as_ref() {
            Ok(trails) => {
                answered = true;
                let new = trails.iter().filter(|trail| seen.insert((trail.trail_arn(), trail.name())));
                visible.trails.extend(new.map(|trail| (region.clone(), trail.clone())));
            }
            Err(gap) => {
                first_gap = first_gap.or_else(|| Some(gap.clone()));
                if !is_disabled(session, region, gap.kind).await {
                    visible.gaps.push(gap.clone());
                }
            }
        }
    }
    match first_gap {
        Some(gap) if !answered => Err(gap),
        _ => Ok(visible),
    }
}

/// Whether a region gave no answer because the account has not enabled it; such a region may say only that it does not know the credentials.
async fn is_disabled(session: &Session, region: &str, kind: GapKind) -> bool {
    match kind {
        GapKind::RegionDisabled => true,
        GapKind::CredentialsRejected => !regions::recognises(session, region).await,
        _ => false,
    }
}

/// Whether the trail records, asked in its home region. Read once per trail.
pub(super) async fn status(session: &Session, region: &str, arn: &str) -> Arc<Result<TrailStatus, Gap>> {
    let reading = async move {
        let answer = session.cloudtrail(region).get_trail_status().name(arn).send().await;
        let answer = answer.map_err(|error| gap_of_trail(session, STATUS, region, arn, &error))?;
        Ok(TrailStatus {
            logging: Asked { action: STATUS, region }.required("IsLogging", answer.is_logging())?,
            last_delivered_at: time(answer.latest_delivery_time()),
            last_delivered_to_log_group_at: time(answer.latest_cloud_watch_logs_delivery_time()),
            last_delivery_error: answer.latest_delivery_error.filter(|error| !error.is_empty()),
        })
    }
    .boxed();
    session.memo().read((STATUS_MEMO, arn), reading).await
}

/// Which events the trail records, asked in its home region. Read once per trail.
pub(super) async fn selectors(session: &Session, region: &str, arn: &str) -> Arc<Result<EventSelectors, Gap>> {
    let reading = async move {
        let answer = session.cloudtrail(region).get_event_selectors().trail_name(arn).send().await;
        let answer = answer.map_err(|error| gap_of_trail(session, SELECTORS, region, arn, &error))?;
        Ok(selectors::event_selectors(answer.event_selectors(), answer.advanced_event_selectors()))
    }
    .boxed();
    session.memo().read((SELECTORS_MEMO, arn), reading).await
}

/// The gap that a failed call about one trail leaves. CloudTrail tells the members of an organisation that its trail is not there,
/// though it is: only a trail of the account's own can be gone.
fn gap_of_trail<E>(session: &Session, action: &str, region: &str, arn: &str, error: &SdkError<E, HttpResponse>) -> Gap
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
{
    let is_own = arn.split(':').nth(4) == Some(&session.account().id);
    if is_own { gap_of_listed(action, region, error) } else { gap(action, region, error) }
}

/// Notes on trails that the account's list told of and that were deleted before their state was read, by home region.
pub(super) fn gone(session: &Session) -> Vec<Warning> {
    let known = |region: &String| session.memo().known::<Result<Vec<Trail>, Gap>>((TRAILS_MEMO, region));
    let answers: Vec<_> = session.regions().iter().filter_map(known).collect();
    let mut gone: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for trail in answers.iter().filter_map(|answer| answer.as_ref().as_ref().ok()).flatten() {
        let arn = trail.trail_arn().unwrap_or_default();
        let status = session.memo().known::<Result<TrailStatus, Gap>>((STATUS_MEMO, arn));
        let selectors = session.memo().known::<Result<EventSelectors, Gap>>((SELECTORS_MEMO, arn));
        let status_gap = status.as_deref().and_then(|status| status.as_ref().err());
        let selectors_gap = selectors.as_deref().and_then(|selectors| selectors.as_ref().err());
        if status_gap.into_iter().chain(selectors_gap).any(|gap| gap.kind == GapKind::Gone) {
            gone.entry(trail.home_region().unwrap_or_default()).or_default().insert(trail.name().unwrap_or(arn));
        }
    }
    gone.into_iter().map(|(region, names)| Warning::gone("aws.cloudtrail.trail", region, &names)).collect()
}

#[cfg(test)]
mod tests;
