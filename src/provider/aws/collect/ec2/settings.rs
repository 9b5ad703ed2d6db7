//! What is set for the account in all regions, or in one.

use std::collections::BTreeMap;

use futures_util::FutureExt;
use serde_json::json;

use super::super::super::errors::gap;
use super::super::super::session::Session;
use super::super::asset::{Identity, asset};
use super::super::strict::Asked;
use super::super::unserved;
use super::Place;
use crate::model::resource::Facet;
use crate::model::resource::ec2::settings::{EbsEncryption, ImageSharing, InstanceMetadataDefaults, SnapshotSharing};
use crate::model::{Gap, Property};
use crate::provider::Listing;

/// The settings of the account as its only asset.
pub(super) fn of_account(place: &Place<'_>) -> Listing {
    let account = place.session.account();
    let identity = Identity {
        id: account.id.clone(),
        arn: account.root_arn(),
        name: place.resource_type.plural.to_owned(),
        region: place.region,
        tags: BTreeMap::new(),
    };
    Listing { assets: vec![asset(place.resource_type, identity, &json!({ "id": account.id }))], ..Listing::default() }
}

/// Reads one setting of a region.
pub(super) async fn read(session: &Session, facet: &Facet, region: &str) -> Property {
    // Boxed: a request's future is large.
    let reading = match facet.name {
        "ebs_encryption" => ebs_encryption(session, region).boxed(),
        "image_sharing" => image_sharing(session, region).boxed(),
        "instance_metadata" => instance_metadata(session, region).boxed(),
        "snapshot_sharing" => snapshot_sharing(session, region).boxed(),
        name => return Property::unknown(unserved(name, region)),
    };
    reading.await.unwrap_or_else(Property::unknown)
}

async fn ebs_encryption(session: &Session, region: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "ec2:GetEbsEncryptionByDefault", region };
    let answer = session.ec2(region).get_ebs_encryption_by_default().send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let enabled_by_default = asked.required("EbsEncryptionByDefault", answer.ebs_encryption_by_default)?;
    Ok(Property::from_typed(&EbsEncryption { enabled_by_default }))
}

async fn image_sharing(session: &Session, region: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "ec2:GetImageBlockPublicAccessState", region };
    let answer = session.ec2(region).get_image_block_public_access_state().send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let public_access = asked.required("ImageBlockPublicAccessState", answer.image_block_public_access_state)?;
    Ok(Property::from_typed(&ImageSharing { public_access }))
}

async fn snapshot_sharing(session: &Session, region: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "ec2:GetSnapshotBlockPublicAccessState", region };
    let answer = session.ec2(region).get_snapshot_block_public_access_state().send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let state = asked.required("State", answer.state)?;
    Ok(Property::from_typed(&SnapshotSharing { public_access: state.as_str().to_owned() }))
}

async fn instance_metadata(session: &Session, region: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "ec2:GetInstanceMetadataDefaults", region };
    let answer = session.ec2(region).get_instance_metadata_defaults().send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    // Present without a word in it where the account has set nothing ("GetInstanceMetadataDefaults" in the EC2 API reference).
    let defaults = asked.required("AccountLevel", answer.account_level)?;
    Ok(Property::from_typed(&InstanceMetadataDefaults {
        http_tokens: defaults.http_tokens.map(|tokens| tokens.as_str().to_owned()),
        http_endpoint: defaults.http_endpoint.map(|endpoint| endpoint.as_str().to_owned()),
    }))
}
