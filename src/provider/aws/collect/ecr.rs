//! ECR: repositories, how their images are scanned, who may pull them and what deletes old ones.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_ecr::types as sdk;
use futures_util::FutureExt;
use serde::Serialize;

use super::super::errors::{gap, gap_of_listed, is_absent};
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, several, time};
use super::strict::{Asked, known, listed};
use super::unserved_facet;
use crate::model::resource::ecr::{LifecyclePolicy, ScanningConfiguration};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

/// Repositories of a page: "DescribeRepositories" in the ECR API reference.
const PAGE: i32 = 1000;
/// Repositories of one BatchGetRepositoryScanningConfiguration, by its API reference.
const BATCH: usize = 25;
/// Batches under way at once.
const AT_ONCE: usize = 8;

const LIST: &str = "ecr:DescribeRepositories";
const SCANNING: &str = "ecr:BatchGetRepositoryScanningConfiguration";

/// The properties of a repository that its listing gives.
#[derive(Serialize)]
struct Repository {
    name: String,
    uri: String,
    created_at: Option<String>,
    scan_on_push: bool,
    mutable_tags: bool,
    encryption: String,
    kms_key: Option<String>,
}

mod images;
mod registry;

/// Lists a type of ECR.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.ecr.registry" => registry::list(session, resource_type, region),
        _ => repositories(session, resource_type, region).await,
    }
}

/// DescribeRepositories.
async fn repositories(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.ecr(region);
    let pages = pages(LIST, region, |token| {
        let request = client.describe_repositories().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.repositories), next: answer.next_token }) }
    })
    .await;
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("repositories", pages);
    let (assets, nameless): (Vec<_>, Vec<_>) = pages
        .items
        .into_iter()
        .map(|item| repository(resource_type, region, item))
        .partition(|asset| !asset.id.is_empty() && !asset.arn.is_empty());
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    if !nameless.is_empty() {
        gaps.push(asked.malformed(format!("{} of the {} have no name or no ARN", nameless.len(), resource_type.plural)));
    }
    Listing { assets, gaps, warnings: Vec::new() }
}

fn repository(resource_type: &'static ResourceType, region: &str, repository: sdk::Repository) -> Asset {
    let encryption = repository.encryption_configuration;
    let name = repository.repository_name.unwrap_or_default();
    let properties = Repository {
        name: name.clone(),
        uri: repository.repository_uri.unwrap_or_default(),
        created_at: time(repository.created_at.as_ref()),
        scan_on_push: repository.image_scanning_configuration.is_some_and(|configuration| configuration.scan_on_push),
        mutable_tags: repository.image_tag_mutability.is_none_or(|mutability| mutability != sdk::ImageTagMutability::Immutable),
        // "EncryptionConfiguration" in the ECR API reference: AES256 unless said otherwise.
        encryption: encryption
            .as_ref()
            .map_or_else(|| "AES256".to_owned(), |configuration| configuration.encryption_type.as_str().to_owned()),
        kms_key: encryption.and_then(|configuration| configuration.kms_key),
    };
    let identity =
        Identity { id: name.clone(), arn: repository.repository_arn.unwrap_or_default(), name, region, tags: BTreeMap::new() };
    asset(resource_type, identity, &properties)
}

/// Reads a facet of registries or repositories.
pub(super) async fn read_facet(
    session: &Session,
    resource_type: &'static ResourceType,
    facet: &'static Facet,
    region: &str,
    assets: &[Asset],
) -> Vec<Property> {
    if resource_type.name == "aws.ecr.registry" {
        return registry::read_facet(session, facet, region, assets).await;
    }
    match facet.name {
        "latest_image" => for_each(assets, |asset| images::latest(session, region, &asset.id)).await,
        "policy" => for_each(assets, |asset| policy(session, region, &asset.id)).await,
        "lifecycle_policy" => for_each(assets, |asset| lifecycle_policy(session, region, &asset.id)).await,
        "scanning_configuration" => scanning_configurations(session, region, assets).await,
        _ => unserved_facet("aws.ecr.repository", facet, region, assets),
    }
}

async fn policy(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "ecr:GetRepositoryPolicy";
    match session.ecr(region).get_repository_policy().repository_name(name).send().await {
        Err(error) if is_absent(&error) => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(ACTION, region, &error)),
        Ok(answer) => {
            let asked = Asked { action: ACTION, region };
            asked.required("policyText", answer.policy_text()).map(|text| asked.policy_document(text))
        }
    }
}

async fn lifecycle_policy(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "ecr:GetLifecyclePolicy";
    let answer = match session.ecr(region).get_lifecycle_policy().repository_name(name).send().await {
        Err(error) if is_absent(&error) => return Ok(Property::Null),
        Err(error) => return Err(gap_of_listed(ACTION, region, &error)),
        Ok(answer) => answer,
    };
    let asked = Asked { action: ACTION, region };
    let text = asked.required("lifecyclePolicyText", answer.lifecycle_policy_text)?;
    let parsed: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| asked.malformed(format!("the policy is not JSON: {error}")))?;
    let rules = parsed.get("rules").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    Ok(Property::from_typed(&LifecyclePolicy { rules: i64::try_from(rules).unwrap_or(i64::MAX), text }))
}

/// One call for each 25 repositories.
async fn scanning_configurations(session: &Session, region: &str, assets: &[Asset]) -> Vec<Property> {
    let batches = assets.chunks(BATCH).map(|batch| scanning_batch(session, region, batch).boxed()).collect();
    several(batches, AT_ONCE).await.into_iter().flatten().collect()
}

async fn scanning_batch(session: &Session, region: &str, batch: &[Asset]) -> Vec<Property> {
    let asked = Asked { action: SCANNING, region };
    let names = batch.iter().map(|asset| asset.id.clone()).collect();
    let request = session.ecr(region).batch_get_repository_scanning_configuration().set_repository_names(Some(names));
    let answer = match request.send().await {
        Ok(answer) => answer,
        Err(error) => return vec![Property::unknown(gap(SCANNING, region, &error)); batch.len()],
    };
    let mut values: HashMap<String, Property> = HashMap::new();
    for configuration in answer.scanning_configurations.unwrap_or_default() {
        let frequency = asked.required("scanFrequency", configuration.scan_frequency);
        let value = frequency.map(|frequency| ScanningConfiguration {
            scan_on_push: configuration.scan_on_push,
            scan_frequency: frequency.as_str().to_owned(),
        });
        values.insert(configuration.repository_name.unwrap_or_default(), known(value.as_ref()));
    }
    for failure in answer.failures.unwrap_or_default() {
        let reason = failure.failure_reason.unwrap_or_else(|| "the repository was not answered for".to_owned());
        let gap = match failure.failure_code {
            Some(sdk::ScanningConfigurationFailureCode::RepositoryNotFound) => {
                Gap { kind: GapKind::Gone, ..asked.malformed(reason) }
            }
            _ => asked.malformed(reason),
        };
        values.insert(failure.repository_name.unwrap_or_default(), Property::unknown(gap));
    }
    let missing = || Property::unknown(asked.malformed("the repository was not answered for"));
    batch.iter().map(|asset| values.remove(&asset.id).unwrap_or_else(missing)).collect()
}

#[cfg(test)]
mod tests;
