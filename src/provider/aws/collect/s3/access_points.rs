//! Access points: those of a region, each asked for its block, and those of several regions, whose listing tells it.

use std::collections::BTreeMap;

use aws_sdk_s3control::types as sdk;
use serde_json::json;

use super::super::super::errors::gap_of_listed;
use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{Identity, arn, asset};
use super::super::strict::{Asked, listed};
use crate::model::resource::ResourceType;
use crate::model::resource::s3::{MultiRegionAccessPoint, PublicAccessBlock};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const LIST: &str = "s3:ListAccessPoints";
const BLOCK: &str = "s3:GetAccessPoint";
const LIST_MULTI_REGION: &str = "s3:ListMultiRegionAccessPoints";

/// Access points of a page: "ListAccessPoints" in the S3 Control API reference.
const PAGE: i32 = 1000;
/// The region that answers for multi-region access points, and the only partition that has them ("Making requests" in the chapter on
/// them in the S3 user guide).
const MULTI_REGION_HOME: &str = "us-west-2";
const MULTI_REGION_PARTITION: &str = "aws";

/// ListAccessPoints.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.s3control(region);
    let account = &session.account().id;
    let pages = pages(LIST, region, |token| {
        let request = client.list_access_points().account_id(account).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.access_point_list), next: answer.next_token }) }
    })
    .await;
    let pages = Asked { action: LIST, region }.all_listed("AccessPointList", pages);
    let assets = pages.items.into_iter().map(|point| access_point(session, resource_type, region, point)).collect();
    Listing { assets, gaps: pages.gap.into_iter().collect(), ..Listing::default() }
}

fn access_point(session: &Session, resource_type: &'static ResourceType, region: &str, point: sdk::AccessPoint) -> Asset {
    let properties = json!({
        "name": point.name,
        "bucket": point.bucket,
        "network_origin": point.network_origin.as_str(),
        "vpc_id": point.vpc_configuration.map(|configuration| configuration.vpc_id),
    });
    let made = || arn(session, "s3", region, &format!("accesspoint/{}", point.name));
    let arn = point.access_point_arn.unwrap_or_else(made);
    let identity = Identity { id: point.name.clone(), arn, name: point.name, region, tags: BTreeMap::new() };
    asset(resource_type, identity, &properties)
}

/// GetAccessPoint.
pub(super) async fn public_access_block(session: &Session, point: &Asset) -> Result<Property, Gap> {
    let region = &point.region;
    let request = session.s3control(region).get_access_point().account_id(&session.account().id).name(&point.id);
    let answer = request.send().await.map_err(|error| gap_of_listed(BLOCK, region, &error))?;
    // Proves that the answer is one: a block that is not set is not sent.
    Asked { action: BLOCK, region }.required("Name", answer.name)?;
    Ok(Property::from_typed(&answer.public_access_block_configuration.as_ref().map(block)))
}

fn block(block: &sdk::PublicAccessBlockConfiguration) -> PublicAccessBlock {
    PublicAccessBlock {
        block_public_acls: block.block_public_acls.unwrap_or_default(),
        ignore_public_acls: block.ignore_public_acls.unwrap_or_default(),
        block_public_policy: block.block_public_policy.unwrap_or_default(),
        restrict_public_buckets: block.restrict_public_buckets.unwrap_or_default(),
    }
}

/// The region that is asked for multi-region access points; other partitions have none.
pub(in crate::provider::aws) fn multi_region_home(session: &Session) -> Option<&'static str> {
    (session.account().partition == MULTI_REGION_PARTITION).then_some(MULTI_REGION_HOME)
}

/// ListMultiRegionAccessPoints.
pub(super) async fn list_multi_region(session: &Session, resource_type: &'static ResourceType) -> Listing {
    let Some(region) = multi_region_home(session) else { return Listing::default() };
    let client = session.s3control(region);
    let account = &session.account().id;
    let pages = pages(LIST_MULTI_REGION, region, |token| {
        let request = client.list_multi_region_access_points().account_id(account).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.access_points), next: answer.next_token }) }
    })
    .await;
    let asked = Asked { action: LIST_MULTI_REGION, region };
    let pages = asked.all_listed("AccessPoints", pages);
    let (named, nameless): (Vec<_>, Vec<_>) = pages.items.into_iter().partition(|point| point.name.is_some());
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    if !nameless.is_empty() {
        gaps.push(asked.malformed(format!("{} of the {} have no name", nameless.len(), resource_type.plural)));
    }
    let assets = named.into_iter().map(|point| multi_region(session, resource_type, point)).collect();
    Listing { assets, gaps, ..Listing::default() }
}

fn multi_region(session: &Session, resource_type: &'static ResourceType, point: sdk::MultiRegionAccessPointReport) -> Asset {
    let name = point.name.unwrap_or_default();
    let properties = MultiRegionAccessPoint {
        name: name.clone(),
        alias: point.alias.clone(),
        status: point.status.map(|status| status.as_str().to_owned()).unwrap_or_default(),
        buckets: point.regions.unwrap_or_default().into_iter().filter_map(|region| region.bucket).collect(),
        public_access_block: point.public_access_block.as_ref().map(block),
    };
    let resource = format!("accesspoint/{}", point.alias.as_ref().unwrap_or(&name));
    let identity = Identity {
        id: name.clone(),
        arn: arn(session, "s3", "", &resource),
        name,
        region: session.global_region(),
        tags: BTreeMap::new(),
    };
    asset(resource_type, identity, &properties)
}
