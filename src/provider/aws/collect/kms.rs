//! KMS: the keys of a region, what they are, whether they rotate, and who may use them.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_kms::types as sdk;
use futures_util::FutureExt;
use serde_json::json;

use super::super::errors::{code, gap_of_listed};
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, time};
use super::strict::{Asked, known, listed};
use super::unserved_facet;
use crate::model::resource::kms::KeyMetadata;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Keys of a page: "ListKeys" in the KMS API reference.
const PAGE: i32 = 1000;
const LIST: &str = "kms:ListKeys";

/// ListKeys.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.kms(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.list_keys().limit(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.keys), next: answer.next_marker }) }
    })
    .await;
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("Keys", pages);
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    let mut assets = Vec::with_capacity(pages.items.len());
    for key in pages.items {
        match (key.key_id, key.key_arn) {
            (Some(id), Some(arn)) => {
                let properties = json!({ "key_id": id });
                let identity = Identity { name: id.clone(), id, arn, region, tags: BTreeMap::new() };
                assets.push(asset(resource_type, identity, &properties));
            }
            _ => gaps.push(asked.malformed("a key has no id or no ARN")),
        }
    }
    Listing { assets, gaps, warnings: Vec::new() }
}

/// Reads a facet of keys.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "metadata" => for_each(assets, |key| described(session, region, &key.id)).await,
        "rotation_enabled" => for_each(assets, |key| rotation_enabled(session, region, &key.id)).await,
        "policy" => for_each(assets, |key| policy(session, region, &key.id)).await,
        _ => unserved_facet("aws.kms.key", facet, region, assets),
    }
}

async fn described(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    Ok(known(metadata(session, region, id).await.as_ref().as_ref()))
}

/// What kind of key it is. Read once per key.
async fn metadata(session: &Session, region: &str, id: &str) -> Arc<Result<KeyMetadata, Gap>> {
    let reading = async move {
        let asked = Asked { action: "kms:DescribeKey", region };
        let answer = session.kms(region).describe_key().key_id(id).send().await;
        let answer = answer.map_err(|error| gap_of_listed(asked.action, region, &error))?;
        key_metadata(asked, asked.required("KeyMetadata", answer.key_metadata)?)
    }
    .boxed();
    session.memo().read(("kms_key", format!("{region}/{id}")), reading).await
}

fn key_metadata(asked: Asked<'_>, key: sdk::KeyMetadata) -> Result<KeyMetadata, Gap> {
    Ok(KeyMetadata {
        manager: asked.required("KeyManager", key.key_manager)?.as_str().to_owned(),
        state: asked.required("KeyState", key.key_state)?.as_str().to_owned(),
        spec: asked.required("KeySpec", key.key_spec)?.as_str().to_owned(),
        usage: key.key_usage.map(|usage| usage.as_str().to_owned()),
        origin: key.origin.map(|origin| origin.as_str().to_owned()),
        // "Multi-Region keys" in the KMS developer guide: only their ids begin so.
        multi_region: key.multi_region.unwrap_or_else(|| key.key_id.starts_with("mrk-")),
        description: key.description.filter(|description| !description.is_empty()),
        created_at: time(key.creation_date.as_ref()),
        deletion_at: time(key.deletion_date.as_ref()),
    })
}

/// Costs a call only for keys that KMS can rotate: "GetKeyRotationStatus" in the KMS API reference.
async fn rotation_enabled(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    let metadata = metadata(session, region, id).await;
    let key = metadata.as_ref().as_ref().map_err(Clone::clone)?;
    let rotates = key.manager == "CUSTOMER"
        && key.spec == sdk::KeySpec::SymmetricDefault.as_str()
        && key.origin.as_deref().is_none_or(|origin| origin == sdk::OriginType::AwsKms.as_str());
    if !rotates {
        return Ok(Property::Null);
    }
    let asked = Asked { action: "kms:GetKeyRotationStatus", region };
    match session.kms(region).get_key_rotation_status().key_id(id).send().await {
        Ok(answer) => Ok(Property::Bool(answer.key_rotation_enabled)),
        // What cannot be rotated is not.
        Err(error) if code(&error) == Some("UnsupportedOperationException") => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(asked.action, region, &error)),
    }
}

/// Nobody but AWS can change the policy of a key of AWS's own.
async fn policy(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    let metadata = metadata(session, region, id).await;
    if metadata.as_ref().as_ref().map_err(Clone::clone)?.manager != "CUSTOMER" {
        return Ok(Property::Null);
    }
    let asked = Asked { action: "kms:GetKeyPolicy", region };
    let answer = session.kms(region).get_key_policy().key_id(id).policy_name("default").send().await;
    let answer = answer.map_err(|error| gap_of_listed(asked.action, region, &error))?;
    asked.required("Policy", answer.policy()).map(|text| asked.policy_document(text))
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::super::tests::resource_type;
    use super::*;

    const LISTED: &str = r#"{"Keys":[{"KeyId":"k-1","KeyArn":"arn:aws:kms:eu-west-1:123456789012:key/k-1"}]}"#;

    /// What the facet is of a key that is described with `details`.
    async fn facet(name: &str, details: &str) -> (Property, usize) {
        let described = format!(r#"{{"KeyMetadata":{{"KeyId":"k-1","KeyState":"Enabled","MultiRegion":false,{details}}}}}"#);
        let service = Scripted::by_sign(vec![
            (".ListKeys", json(200, LISTED)),
            (".DescribeKey", json(200, &described)),
            (".GetKeyRotationStatus", json(200, r#"{"KeyRotationEnabled":true}"#)),
            (".GetKeyPolicy", json(200, r#"{"Policy":"{\"Statement\":[]}"}"#)),
        ]);
        let (session, keys) = (service.session(), resource_type("aws.kms.key"));
        let assets = list(&session, keys, "eu-west-1").await.assets;
        let value = read_facet(&session, keys.facet(name).expect("a facet"), "eu-west-1", &assets).await.remove(0);
        (value, service.requests().len())
    }

    #[tokio::test]
    async fn only_a_key_that_can_rotate_is_asked_whether_it_does() {
        let own = r#""KeyManager":"CUSTOMER","KeySpec":"SYMMETRIC_DEFAULT","Origin":"AWS_KMS""#;
        assert_eq!(facet("rotation_enabled", own).await, (Property::Bool(true), 3));
        for other in [
            r#""KeyManager":"AWS","KeySpec":"SYMMETRIC_DEFAULT","Origin":"AWS_KMS""#,
            r#""KeyManager":"CUSTOMER","KeySpec":"RSA_2048","Origin":"AWS_KMS""#,
            r#""KeyManager":"CUSTOMER","KeySpec":"SYMMETRIC_DEFAULT","Origin":"EXTERNAL""#,
        ] {
            assert_eq!(facet("rotation_enabled", other).await, (Property::Null, 2), "{other}");
        }
    }

    #[tokio::test]
    async fn a_key_that_does_not_tell_its_manager_is_unknown() {
        for name in ["metadata", "rotation_enabled", "policy"] {
            let (value, _) = facet(name, r#""KeySpec":"SYMMETRIC_DEFAULT""#).await;
            assert_eq!(value.first_gap().map(|gap| gap.detail.as_str()), Some("the answer lacks KeyManager"), "{name}");
        }
    }
}
