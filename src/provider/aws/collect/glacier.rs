//! S3 Glacier: vaults, and who may reach them.

use std::collections::BTreeMap;

use aws_sdk_glacier::types as sdk;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use serde_json::json;

use super::super::errors::{code, gap_of_listed};
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each};
use super::strict::{Asked, listed};
use super::unserved_facet;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const LIST: &str = "glacier:ListVaults";
const POLICY: &str = "glacier:GetVaultAccessPolicy";

/// The account of the credentials: "ListVaults" in the Glacier developer guide.
const OWN_ACCOUNT: &str = "-";

/// ListVaults.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.glacier(region);
    let pages = pages(LIST, region, |token| {
        let request = client.list_vaults().account_id(OWN_ACCOUNT).set_marker(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.vault_list), next: answer.marker }) }
    })
    .await;
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("VaultList", pages);
    let (named, nameless): (Vec<_>, Vec<_>) = pages.items.into_iter().partition(|vault| vault.vault_name.is_some());
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    if !nameless.is_empty() {
        gaps.push(asked.malformed(format!("{} of the {} have no name", nameless.len(), resource_type.plural)));
    }
    let assets = named.into_iter().map(|item| vault(session, resource_type, region, item)).collect();
    Listing { assets, gaps, ..Listing::default() }
}

fn vault(session: &Session, resource_type: &'static ResourceType, region: &str, vault: sdk::DescribeVaultOutput) -> Asset {
    let name = vault.vault_name.unwrap_or_default();
    let properties = json!({ "name": name, "created_at": vault.creation_date, "archives": vault.number_of_archives });
    let made = || arn(session, "glacier", region, &format!("vaults/{name}"));
    let arn = vault.vault_arn.unwrap_or_else(made);
    asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties)
}

/// Reads a facet of vaults.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "policy" => for_each(assets, |vault| policy(session, region, &vault.id)).await,
        _ => unserved_facet("aws.glacier.vault", facet, region, assets),
    }
}

/// GetVaultAccessPolicy. A vault without a policy and a vault that is not there have one error code; only the words differ.
async fn policy(session: &Session, region: &str, vault: &str) -> Result<Property, Gap> {
    match session.glacier(region).get_vault_access_policy().account_id(OWN_ACCOUNT).vault_name(vault).send().await {
        Ok(answer) => {
            let asked = Asked { action: POLICY, region };
            let policy = asked.required("policy", answer.policy)?;
            asked.required("Policy", policy.policy()).map(|text| asked.policy_document(text))
        }
        Err(error) => {
            let message = error.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or_default();
            let no_policy = code(&error) == Some("ResourceNotFoundException") && message.to_lowercase().contains("policy");
            if no_policy { Ok(Property::Null) } else { Err(gap_of_listed(POLICY, region, &error)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::*;

    async fn answered(message: &str) -> Result<Property, Gap> {
        let body = format!(r#"{{"code":"ResourceNotFoundException","type":"Client","message":"{message}"}}"#);
        policy(&Scripted::new(vec![json(404, &body)]).session(), "eu-west-1", "papers").await
    }

    #[tokio::test]
    async fn a_vault_without_a_policy_is_told_from_a_vault_that_is_not_there() {
        assert_eq!(
            answered("No vault access policy is set for: arn:aws:glacier:eu-west-1:1:vaults/papers").await,
            Ok(Property::Null)
        );
        let gone = answered("Vault not found for ARN: arn:aws:glacier:eu-west-1:1:vaults/papers").await.expect_err("it is gone");
        assert_eq!(gone.kind, crate::model::GapKind::Gone);
    }
}
