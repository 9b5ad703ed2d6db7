//! Written next.
use super::super::session::Session;
use super::unserved_facet;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Property};
use crate::provider::Listing;
pub(super) fn list(_session: &Session, _resource_type: &'static ResourceType) -> Listing {
    Listing::default()
}
pub(super) async fn read_facet(_session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    unserved_facet("", facet, region, assets)
}
