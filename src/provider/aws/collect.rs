//! What each resource type's listing and facets ask of the API.

use super::session::Session;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

fn not_collected(name: &str, region: &str) -> Gap {
    Gap { kind: GapKind::NotCollected, action: name.to_owned(), region: region.to_owned(), detail: String::new() }
}

/// Lists every asset of a type in a region.
#[expect(clippy::unused_async, reason = "the collectors that await arrive with the next change")]
pub(super) async fn list(_session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    Listing { gaps: vec![not_collected(resource_type.name, region)], ..Listing::default() }
}

/// Reads one facet for all `assets` of a type in a region, in their order.
#[expect(clippy::unused_async, reason = "the collectors that await arrive with the next change")]
pub(super) async fn read_facet(
    _session: &Session,
    resource_type: &'static ResourceType,
    _facet: &'static Facet,
    region: &str,
    assets: &[Asset],
) -> Vec<Property> {
    assets.iter().map(|_| Property::unknown(not_collected(resource_type.name, region))).collect()
}
