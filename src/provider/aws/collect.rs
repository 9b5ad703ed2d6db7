//! What each resource type's listing and facets ask of the API, and what the answers become.
//!
//! A collector turns the SDK's types into the shapes of [`crate::model::resource`]; errors become gaps, each where it happened.

mod account;
mod asset;
mod cloudtrail;
mod credential_report;
mod ec2;
mod ecr;
mod eks;
mod iam;
mod s3;
pub(super) mod strict;

use super::session::Session;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, GapKind, Property, Warning};
use crate::provider::Listing;

/// Lists every asset of a type in a region.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.service() {
        "account" => account::list(session, resource_type),
        "cloudtrail" => cloudtrail::list(session, resource_type, region).await,
        "ec2" => ec2::list(session, resource_type, region).await,
        "ecr" => ecr::list(session, resource_type, region).await,
        "eks" => eks::list(session, resource_type, region).await,
        "iam" => iam::list(session, resource_type).await,
        "s3" => s3::list(session, resource_type, region).await,
        _ => Listing { gaps: vec![unserved(resource_type.name, region)], ..Listing::default() },
    }
}

/// Reads one facet for all `assets` of a type in a region, in their order.
pub(super) async fn read_facet(
    session: &Session,
    resource_type: &'static ResourceType,
    facet: &'static Facet,
    region: &str,
    assets: &[Asset],
) -> Vec<Property> {
    match resource_type.service() {
        "account" => account::read_facet(session, facet, region, assets).await,
        "cloudtrail" => cloudtrail::read_facet(session, facet, region, assets).await,
        "ec2" => ec2::read_facet(session, facet, region, assets).await,
        "ecr" => ecr::read_facet(session, facet, region, assets).await,
        "eks" => eks::read_facet(session, resource_type, region, assets).await,
        "iam" => iam::read_facet(session, facet, region, assets).await,
        "s3" => s3::read_facet(session, facet, assets).await,
        _ => unserved_facet(resource_type.name, facet, region, assets),
    }
}

/// What listings met outside `regions`, and the buckets and trails that are gone.
pub(super) fn outside(session: &Session, regions: &[String]) -> Vec<Warning> {
    s3::outside(session, regions).into_iter().chain(s3::gone(session)).chain(cloudtrail::gone(session)).collect()
}

/// The gap of a type that no collector serves: a defect that a test keeps out.
fn unserved(name: &str, region: &str) -> Gap {
    Gap {
        kind: GapKind::NotCollected,
        action: name.to_owned(),
        region: region.to_owned(),
        detail: "no collector serves it".to_owned(),
    }
}

/// The same for a facet, for each of `assets`.
fn unserved_facet(name: &str, facet: &Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    let gap = unserved(&format!("{name}.{}", facet.name), region);
    vec![Property::unknown(gap); assets.len()]
}

#[cfg(test)]
mod tests;
