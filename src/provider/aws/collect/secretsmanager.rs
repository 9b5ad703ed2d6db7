//! Secrets Manager: everything about a secret but its value and its policy is in the listing; values are never read.

use std::collections::BTreeMap;

use aws_sdk_secretsmanager::types as sdk;
use serde_json::json;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, time};
use super::strict::{Asked, listed};
use super::unserved_facet;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Secrets of a page: "ListSecrets" in the Secrets Manager API reference.
const PAGE: i32 = 100;

const LIST: &str = "secretsmanager:ListSecrets";
const POLICY: &str = "secretsmanager:GetResourcePolicy";

/// ListSecrets, without those that are about to be deleted.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.secretsmanager(region);
    let pages = pages(LIST, region, |token| {
        let request = client.list_secrets().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.secret_list), next: answer.next_token }) }
    });
    let asked = Asked { action: LIST, region };
    asked.assets("SecretList", resource_type.plural, pages.await, |secret| of_secret(resource_type, region, secret))
}

fn of_secret(resource_type: &'static ResourceType, region: &str, secret: sdk::SecretListEntry) -> Asset {
    let name = secret.name.unwrap_or_default();
    let properties = json!({
        "name": name,
        "kms_key": secret.kms_key_id,
        // It is left out for a secret whose rotation was never set up.
        "rotation_enabled": secret.rotation_enabled.unwrap_or_default(),
        "created_at": time(secret.created_date.as_ref()),
        "last_rotated_at": time(secret.last_rotated_date.as_ref()),
        "last_changed_at": time(secret.last_changed_date.as_ref()),
        "last_accessed_at": time(secret.last_accessed_date.as_ref()),
        "owning_service": secret.owning_service,
    });
    let tags: BTreeMap<String, String> =
        secret.tags.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect();
    let identity = Identity { id: name.clone(), arn: secret.arn.unwrap_or_default(), name, region, tags };
    asset(resource_type, identity, &properties)
}

/// Reads a facet of secrets.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "policy" => for_each(assets, |secret| policy(session, region, &secret.arn)).await,
        _ => unserved_facet("aws.secretsmanager.secret", facet, region, assets),
    }
}

async fn policy(session: &Session, region: &str, arn: &str) -> Result<Property, Gap> {
    let asked = Asked { action: POLICY, region };
    let answer = session.secretsmanager(region).get_resource_policy().secret_id(arn).send().await;
    let answer = answer.map_err(|error| gap_of_listed(POLICY, region, &error))?;
    // The name stands in every complete answer; the policy is left out where there is none.
    asked.required("Name", answer.name())?;
    Ok(answer.resource_policy().filter(|text| !text.is_empty()).map_or(Property::Null, |text| asked.policy_document(text)))
}
