//! Macie: whether it looks for sensitive data in a region's buckets.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::FutureExt;

use super::super::errors::{code, gap};
use super::super::session::Session;
use super::asset::region_settings;
use super::s3;
use super::strict::{Asked, known};
use super::unserved_facet;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const SESSION: &str = "macie2:GetMacieSession";
const DISCOVERY: &str = "macie2:GetAutomatedDiscoveryConfiguration";

/// What is said of a region in which the account does not use Macie.
const OFF: &str = "DISABLED";

/// The words with which Macie refuses whoever has not turned it on; the code is that of a missing permission ("GetMacieSession" in the
/// Macie API reference).
const NOT_ENABLED: &str = "macie is not enabled";

/// The code where the account has no session that could be told.
const NO_SESSION: &str = "ResourceNotFoundException";

/// One asset for each region, known without a call.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    region_settings(session, resource_type, region)
}

/// Reads a facet of regions' settings.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    let reading = match facet.name {
        "automated_discovery" => automated_discovery(session, region).boxed(),
        "has_buckets" => s3::has_buckets(session, region).map(|truth| truth.map(Property::Bool)).boxed(),
        "status" => status(session, region).map(|status| Ok(known(status.as_ref()))).boxed(),
        _ => return unserved_facet("aws.macie.region_settings", facet, region, assets),
    };
    vec![reading.await.unwrap_or_else(Property::unknown); assets.len()]
}

/// GetMacieSession, once per region.
pub(in crate::provider::aws) async fn status(session: &Session, region: &str) -> Result<String, Gap> {
    let reading = async {
        match session.macie(region).get_macie_session().send().await {
            Ok(answer) => {
                let status = Asked { action: SESSION, region }.required("status", answer.status)?;
                Ok(status.as_str().to_owned())
            }
            Err(error) => {
                let message = error.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or_default();
                let off = message.to_lowercase().contains(NOT_ENABLED) || code(&error) == Some(NO_SESSION);
                if off { Ok(OFF.to_owned()) } else { Err(gap(SESSION, region, &error)) }
            }
        }
    };
    session.memo().read(("macie_session", region), reading).await.as_ref().clone()
}

async fn automated_discovery(session: &Session, region: &str) -> Result<Property, Gap> {
    if status(session, region).await? == OFF {
        return Ok(Property::Null);
    }
    let answer = session.macie(region).get_automated_discovery_configuration().send().await;
    let answer = answer.map_err(|error| gap(DISCOVERY, region, &error))?;
    let status = Asked { action: DISCOVERY, region }.required("status", answer.status)?;
    Ok(Property::from_typed(&status.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::*;

    #[tokio::test]
    async fn a_region_without_macie_is_a_fact_and_a_missing_permission_is_none() {
        let refused = |message: &str| {
            let body = format!(r#"{{"__type":"AccessDeniedException","message":"{message}"}}"#);
            Scripted::new(vec![json(403, &body)])
        };
        let off = refused("Macie is not enabled");
        assert_eq!(status(&off.session(), "eu-west-1").await, Ok("DISABLED".to_owned()));
        assert_eq!(automated_discovery(&off.session(), "eu-west-1").await, Ok(Property::Null));
        let denied = refused("User is not authorized to perform: macie2:GetMacieSession");
        assert!(status(&denied.session(), "eu-west-1").await.is_err());
    }
}
