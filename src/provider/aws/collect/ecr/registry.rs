//! The registry of a region: one asset, known without a call, and how it scans images.

use futures_util::FutureExt;

use super::super::super::errors::gap;
use super::super::super::session::Session;
use super::super::asset::region_settings;
use super::super::strict::Asked;
use super::super::{listing, unserved, unserved_facet};
use crate::model::resource::ecr::{RegistryScanning, RegistryScanningRule};
use crate::model::resource::{Facet, ResourceType, by_name};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const SCANNING: &str = "ecr:GetRegistryScanningConfiguration";
const REPOSITORIES: &str = "aws.ecr.repository";

/// The registry as the only asset.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    region_settings(session, resource_type, region)
}

/// Reads a facet of registries.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    let reading = match facet.name {
        "has_repositories" => has_repositories(session, region).boxed(),
        "scanning_configuration" => scanning_configuration(session, region).boxed(),
        _ => return unserved_facet("aws.ecr.registry", facet, region, assets),
    };
    vec![reading.await.unwrap_or_else(Property::unknown); assets.len()]
}

async fn has_repositories(session: &Session, region: &str) -> Result<Property, Gap> {
    let resource_type = by_name(REPOSITORIES).ok_or_else(|| unserved(REPOSITORIES, region))?;
    let repositories = listing(session, resource_type, region).await;
    match repositories.gaps.first() {
        Some(gap) if repositories.assets.is_empty() => Err(gap.clone()),
        _ => Ok(Property::Bool(!repositories.assets.is_empty())),
    }
}

async fn scanning_configuration(session: &Session, region: &str) -> Result<Property, Gap> {
    let answer = session.ecr(region).get_registry_scanning_configuration().send().await;
    let answer = answer.map_err(|error| gap(SCANNING, region, &error))?;
    let asked = Asked { action: SCANNING, region };
    let configuration = asked.required("scanningConfiguration", answer.scanning_configuration)?;
    let rules = asked.required("rules", configuration.rules)?.into_iter().map(|rule| RegistryScanningRule {
        scan_frequency: rule.scan_frequency.as_str().to_owned(),
        filters: rule.repository_filters.into_iter().map(|filter| filter.filter).collect(),
    });
    let rules = rules.collect();
    // "RegistryScanningConfiguration" in the ECR API reference: BASIC unless said otherwise.
    let scan_type = configuration.scan_type.map_or_else(|| "BASIC".to_owned(), |kind| kind.as_str().to_owned());
    Ok(Property::from_typed(&RegistryScanning { scan_type, rules }))
}
