//! From what an API answers to assets: names, ARNs, tags, times.

use std::collections::BTreeMap;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesOrdered;
use futures_util::{FutureExt, StreamExt};
use serde::Serialize;

use super::super::session::Session;
use crate::model::resource::ResourceType;
use crate::model::{Asset, Gap, Properties, Property};
use crate::provider::Listing;

/// Calls that a collector has under way at once; the lane of the service and region bounds them further.
pub(super) const AT_ONCE: usize = 8;

/// What is told of an asset beside its properties.
pub(super) struct Identity<'a> {
    /// The id that the service itself uses.
    pub(super) id: String,
    /// The ARN.
    pub(super) arn: String,
    /// What it is called where it has no `Name` tag.
    pub(super) name: String,
    /// Where it lives.
    pub(super) region: &'a str,
    /// Its tags.
    pub(super) tags: BTreeMap<String, String>,
}

/// The asset with `properties`, a shape of its resource type without the facets.
pub(super) fn asset<T: Serialize>(resource_type: &'static ResourceType, identity: Identity<'_>, properties: &T) -> Asset {
    let properties = match Property::from_typed(properties) {
        Property::Map(map) => map,
        _ => Properties::new(),
    };
    let named = identity.tags.get("Name").filter(|name| !name.is_empty()).cloned();
    Asset {
        resource_type: resource_type.name,
        name: named.unwrap_or(identity.name),
        id: identity.id,
        arn: identity.arn,
        region: identity.region.to_owned(),
        tags: identity.tags,
        properties,
        evidence_read_at: BTreeMap::new(),
    }
}

/// The settings of a service in a region as their type's only asset there, which stands for the account, is called what
/// they are called, and costs no call.
pub(super) fn region_settings(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let account = session.account();
    let name = resource_type.plural.to_owned();
    let identity = Identity { id: account.id.clone(), arn: account.root_arn(), name, region, tags: BTreeMap::new() };
    let asset = asset(resource_type, identity, &BTreeMap::from([("region", region)]));
    Listing { assets: vec![asset], ..Listing::default() }
}

/// `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE` in the session's partition and account.
pub(super) fn arn(session: &Session, service: &str, region: &str, resource: &str) -> String {
    let account = session.account();
    format!("arn:{}:{service}:{region}:{}:{resource}", account.partition, account.id)
}

/// A time as RFC 3339 in UTC; `None` where there is none or it is beyond the calendar.
pub(super) fn time(time: Option<&DateTime>) -> Option<String> {
    time.and_then(|time| time.fmt(Format::DateTime).ok())
}

/// Reads something for each asset, several at once, in the assets' order. A reading is not made before its turn: thousands of them would
/// cost more memory than what they read.
pub(super) async fn for_each<'a, F>(assets: &'a [Asset], read: impl Fn(&'a Asset) -> F) -> Vec<Property>
where
    F: Future<Output = Result<Property, Gap>> + Send + 'a,
{
    let mut properties = Vec::with_capacity(assets.len());
    let mut readings = FuturesOrdered::new();
    for asset in assets {
        if readings.len() == AT_ONCE {
            properties.extend(readings.next().await);
        }
        let reading = read(asset);
        readings.push_back(async move { reading.await.unwrap_or_else(Property::unknown) }.boxed());
    }
    properties.extend(readings.collect::<Vec<_>>().await);
    properties
}

/// The outputs of `readings` in their order, at most `at_once` of them under way.
///
/// Takes boxed futures: the compiler cannot see that a stream of closures' futures may be sent to another thread.
pub(in crate::provider::aws) async fn several<T>(readings: Vec<BoxFuture<'_, T>>, at_once: usize) -> Vec<T> {
    futures_util::stream::iter(readings).buffered(at_once).collect().await
}
