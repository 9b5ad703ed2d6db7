//! The bucket that a trail writes to, where it is the account's own.

use super::super::super::session::Session;
use super::super::s3::{facet_of_bucket, region_of_bucket};
use super::super::strict::Asked;
use super::DESCRIBE;
use crate::model::resource::cloudtrail::TrailBucket;
use crate::model::{Asset, Gap, Property};

/// The bucket; null where it is another account's.
pub(super) async fn of_trail(session: &Session, region: &str, trail: &Asset) -> Result<Property, Gap> {
    let name = name(region, trail)?;
    let lives_in = region_of_bucket(session, name).await?;
    Ok(Property::from_typed(&lives_in.map(|region| TrailBucket { name: name.to_owned(), region })))
}

/// The facet of the bucket that is called `facet`; null where it is another account's.
pub(super) async fn facet(session: &Session, region: &str, trail: &Asset, facet: &'static str) -> Result<Property, Gap> {
    Ok(facet_of_bucket(session, name(region, trail)?, facet).await?.unwrap_or(Property::Null))
}

/// Every trail has a bucket.
fn name<'a>(region: &str, trail: &'a Asset) -> Result<&'a str, Gap> {
    let name = match trail.properties.get("s3_bucket") {
        Some(Property::Text(name)) => Some(name.as_str()),
        _ => None,
    };
    Asked { action: DESCRIBE, region }.required("S3BucketName", name)
}
