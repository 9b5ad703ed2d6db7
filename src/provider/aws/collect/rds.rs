//! RDS: instances, clusters, their snapshots, and who is told of what happens to them. DocumentDB answers through the same API and is left
//! out.

mod clusters;
mod instances;
mod parameters;
mod settings;
mod snapshots;

use std::collections::BTreeMap;

use aws_sdk_rds::types::Tag;

use super::super::session::Session;
use super::strict::Asked;
use super::{backup, unserved, unserved_facet};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Property};
use crate::provider::Listing;

/// Records of a page, the most that every Describe of RDS gives.
const PAGE: i32 = 100;
/// The engine of DocumentDB.
const DOCUMENTS: &str = "docdb";

/// Lists a type of RDS.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.rds.cluster" => clusters::list(session, resource_type, region).await,
        "aws.rds.instance" => instances::list(session, resource_type, region).await,
        "aws.rds.region_settings" => settings::list(session, resource_type, region),
        "aws.rds.snapshot" => snapshots::list(session, resource_type, region).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Reads a facet of RDS.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "backup" => backup::protections(session, region, assets).await,
        "ca_certificate" => instances::ca_certificates(session, region, assets).await,
        "cluster" => instances::clusters(session, region, assets).await,
        "databases" => vec![settings::databases(session, region).await; assets.len()],
        "engine_release" => instances::engine_releases(session, region, assets).await,
        "event_subscriptions" => vec![settings::event_subscriptions(session, region).await; assets.len()],
        "exposure" => instances::exposures(session, region, assets).await,
        "parameters" => parameters::read(session, region, facet, assets).await,
        "sharing" => snapshots::sharing(session, region, assets).await,
        _ => unserved_facet("aws.rds", facet, region, assets),
    }
}

fn tags(list: Option<Vec<Tag>>) -> BTreeMap<String, String> {
    list.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect()
}

/// The asset with each property unknown whose part the answer lacks: a default could turn a verdict.
fn requiring(mut asset: Asset, asked: Asked<'_>, parts: &[(&'static str, bool)]) -> Asset {
    for (name, is_there) in parts {
        if let Err(gap) = asked.required(name, is_there.then_some(())) {
            asset.properties.insert(*name, Property::unknown(gap));
        }
    }
    asset
}

#[cfg(test)]
mod tests;
