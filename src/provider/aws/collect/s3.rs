//! S3: the account's buckets, listed once and sorted by region, and each bucket's own configuration.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::super::session::Session;
use super::asset::{Identity, asset, for_each, time};
use super::unserved;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, GapKind, Property, Warning};
use crate::provider::Listing;

mod access_points;
mod buckets;
mod configuration;
mod names;
mod purposes;

pub(in crate::provider::aws) use access_points::multi_region_home;

/// Lists a type of S3.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.s3.access_point" => access_points::list(session, resource_type, region).await,
        "aws.s3.bucket" => buckets_of(session, resource_type, region).await,
        "aws.s3.bucket_name" => names::list(session, resource_type, region).await,
        "aws.s3.multi_region_access_point" => access_points::list_multi_region(session, resource_type).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Lists the buckets that live in the region.
async fn buckets_of(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let buckets = buckets::of_account(session).await;
    let here = buckets.located.iter().filter(|located| located.region == region);
    let assets = here.map(|located| {
        let name = located.bucket.name().unwrap_or_default().to_owned();
        let own = located.bucket.bucket_arn().map(str::to_owned);
        let arn = own.unwrap_or_else(|| format!("arn:{}:s3:::{name}", session.account().partition));
        let properties = json!({ "name": name, "created_at": time(located.bucket.creation_date()) });
        asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties)
    });
    // A bucket that could not be located may live in any region, and a page that could not be read may hold any bucket.
    Listing { assets: assets.collect(), gaps: buckets.gaps.clone(), ..Listing::default() }
}

/// A note on buckets that were deleted before anyone could say where they lived.
pub(super) fn gone(session: &Session) -> Option<Warning> {
    let buckets = buckets::known(session)?;
    let names: BTreeSet<&str> = buckets.gone.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| Warning::gone("aws.s3.bucket", "", &names))
}

/// Reads a facet of buckets, each asked in its own region, or of access points.
pub(super) async fn read_facet(
    session: &Session,
    resource_type: &'static ResourceType,
    facet: &'static Facet,
    assets: &[Asset],
) -> Vec<Property> {
    if resource_type.name == "aws.s3.access_point" {
        return for_each(assets, |point| access_points::public_access_block(session, point)).await;
    }
    for_each(assets, |bucket| {
        configuration::facet(session, facet.name, configuration::Place { bucket: &bucket.id, region: &bucket.region })
    })
    .await
}

/// Where the bucket called `name` lives; `None` where the account has no such bucket.
///
/// Asks with s3:ListAllMyBuckets and s3:GetBucketLocation, which whoever needs the answer declares.
pub(super) async fn region_of_bucket(session: &Session, name: &str) -> Result<Option<String>, Gap> {
    let buckets = buckets::of_account(session).await;
    match buckets.located.iter().find(|located| located.bucket.name() == Some(name)) {
        Some(located) => Ok(Some(located.region.clone())),
        // A listing with a hole may have lost it there.
        None => buckets.gaps.first().map_or(Ok(None), |gap| Err(gap.clone())),
    }
}

/// Whether a bucket of the account lives in the region. Asks with s3:ListAllMyBuckets and s3:GetBucketLocation.
pub(super) async fn has_buckets(session: &Session, region: &str) -> Result<bool, Gap> {
    has_bucket(session, |lives_in| lives_in == region).await
}

/// Whether the account has a bucket, wherever it lives. Asks with s3:ListAllMyBuckets and s3:GetBucketLocation.
pub(super) async fn has_any_bucket(session: &Session) -> Result<bool, Gap> {
    has_bucket(session, |_| true).await
}

async fn has_bucket(session: &Session, meant: impl Fn(&str) -> bool) -> Result<bool, Gap> {
    let buckets = buckets::of_account(session).await;
    match buckets.gaps.first() {
        _ if buckets.located.iter().any(|located| meant(&located.region)) => Ok(true),
        Some(gap) => Err(gap.clone()),
        None => Ok(false),
    }
}

/// The facet called `facet` of the bucket called `name` (`logging`, `versioning`, `acl`, `policy`, `policy_status`,
/// `public_access_block`, …), for collectors of what stores something in a bucket; `None` where the account has no such bucket, and
/// then nothing is known of it.
///
/// Asks with s3:ListAllMyBuckets, s3:GetBucketLocation and the facet's own action; whoever needs the answer declares them.
pub(super) async fn facet_of_bucket(session: &Session, name: &str, facet: &'static str) -> Result<Option<Property>, Gap> {
    let Some(region) = region_of_bucket(session, name).await? else { return Ok(None) };
    match configuration::facet(session, facet, configuration::Place { bucket: name, region: &region }).await {
        // Deleted since it was listed: the bucket is gone, and not what stores something in it.
        Err(gap) if gap.kind == GapKind::Gone => Ok(None),
        read => read.map(Some),
    }
}

/// What the listing met outside `regions`; `None` where nothing, or where buckets were never listed.
pub(super) fn outside(session: &Session, regions: &[String]) -> Option<Warning> {
    let buckets = buckets::known(session)?;
    let elsewhere = buckets.located.iter().map(|located| located.region.as_str());
    note(elsewhere.filter(|region| !regions.iter().any(|scanned| scanned == region)))
}

/// A note on buckets, given the region of each.
fn note<'a>(elsewhere: impl Iterator<Item = &'a str>) -> Option<Warning> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for region in elsewhere {
        *counts.entry(region).or_default() += 1;
    }
    let subject = match counts.values().sum::<usize>() {
        0 => return None,
        1 => "1 bucket lives".to_owned(),
        several => format!("{several} buckets live"),
    };
    let mut regions: Vec<(&str, usize)> = counts.into_iter().collect();
    regions.sort_by_key(|(region, count)| (std::cmp::Reverse(*count), *region));
    let regions: Vec<String> = regions.iter().map(|(region, count)| format!("{region} ({count})")).collect();
    let message = format!("{subject} in regions outside this scan: {}; name these with --region to check them", regions.join(", "));
    Some(Warning { service: "s3".to_owned(), ..Warning::note("buckets_elsewhere", message) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_elsewhere_are_counted_by_region_most_first() {
        let note = note(["sa-east-1", "eu-north-1", "eu-north-1"].into_iter()).expect("a note");
        assert_eq!((note.code.as_str(), note.service.as_str()), ("buckets_elsewhere", "s3"));
        assert_eq!(
            note.message,
            "3 buckets live in regions outside this scan: eu-north-1 (2), sa-east-1 (1); name these with --region to check them"
        );
    }

    #[test]
    fn one_bucket_elsewhere_is_told_in_the_singular_and_none_not_at_all() {
        let one = note(["sa-east-1"].into_iter()).expect("a note");
        assert!(one.message.starts_with("1 bucket lives in regions"), "{}", one.message);
        assert_eq!(note(std::iter::empty()), None);
    }
}
