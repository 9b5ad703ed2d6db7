//! Collectors of backup.

mod protection;

use super::super::session::Session;
use super::{unserved, unserved_facet};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Property};
use crate::provider::Listing;

pub(super) use protection::protections;

/// Lists a type of the service.
pub(super) async fn list(_session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    Listing { gaps: vec![unserved(resource_type.name, region)], ..Listing::default() }
}

/// Reads a facet of the service's assets.
pub(super) async fn read_facet(_session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    unserved_facet("aws.backup", facet, region, assets)
}
