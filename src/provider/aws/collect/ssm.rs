//! Systems Manager: the account's own documents, and how the nodes that it manages comply.

use std::collections::BTreeMap;

use aws_sdk_ssm::types as sdk;
use serde_json::json;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages, pages_of_listed};
use super::super::secrets::search;
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each};
use super::strict::{Asked, known, list_of, listed};
use super::{unserved, unserved_facet};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Items of a page: "ListDocuments" and "ListResourceComplianceSummaries" in the Systems Manager API reference.
const PAGE: i32 = 50;
/// Accounts of a page: "DescribeDocumentPermission" there.
const ACCOUNTS_PAGE: i32 = 200;

const DOCUMENTS: &str = "ssm:ListDocuments";
const COMPLIANCE: &str = "ssm:ListResourceComplianceSummaries";
const DOCUMENT: &str = "ssm:GetDocument";
const PERMISSION: &str = "ssm:DescribeDocumentPermission";

/// Lists a type of Systems Manager.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.ssm.document" => documents(session, resource_type, region).await,
        "aws.ssm.managed_node" => managed_nodes(session, resource_type, region).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

async fn documents(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.ssm(region);
    let own = sdk::DocumentKeyValuesFilter::builder().key("Owner").values("Self").build();
    let pages = pages(DOCUMENTS, region, |token| {
        let request = client.list_documents().filters(own.clone()).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.document_identifiers), next: answer.next_token }) }
    });
    let asked = Asked { action: DOCUMENTS, region };
    asked.assets("DocumentIdentifiers", resource_type.plural, pages.await, |document: sdk::DocumentIdentifier| {
        let name = document.name.unwrap_or_default();
        let properties = json!({ "name": name, "document_type": document.document_type.as_ref().map(sdk::DocumentType::as_str) });
        let arn = arn(session, "ssm", region, &format!("document/{name}"));
        asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties)
    })
}

/// What the summaries say of one node.
#[derive(Default)]
struct Compliance {
    patch: Option<Result<String, Gap>>,
    association: Option<Result<String, Gap>>,
}

/// ListResourceComplianceSummaries, which has an entry for each node and kind of compliance.
async fn managed_nodes(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.ssm(region);
    let asked = Asked { action: COMPLIANCE, region };
    let pages = pages(COMPLIANCE, region, |token| {
        let request = client.list_resource_compliance_summaries().max_results(PAGE).set_next_token(token);
        async move {
            request
                .send()
                .await
                .map(|answer| Page { items: listed(answer.resource_compliance_summary_items), next: answer.next_token })
        }
    });
    let pages = asked.all_listed("ResourceComplianceSummaryItems", pages.await);
    let mut nodes: BTreeMap<String, Compliance> = BTreeMap::new();
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    for item in pages.items {
        let Some(id) = item.resource_id.filter(|id| !id.is_empty()) else {
            gaps.push(asked.malformed("a summary lacks ResourceId"));
            continue;
        };
        let status = asked.required("Status", item.status).map(|status| status.as_str().to_owned());
        let node = nodes.entry(id).or_default();
        match item.compliance_type.as_deref() {
            Some("Patch") => node.patch = Some(status),
            Some("Association") => node.association = Some(status),
            _ => {}
        }
    }
    let assets = nodes.into_iter().map(|(id, compliance)| node(session, resource_type, region, id, &compliance)).collect();
    Listing { assets, gaps, ..Listing::default() }
}

/// Machines outside EC2 have ids of their own.
fn node(session: &Session, resource_type: &'static ResourceType, region: &str, id: String, compliance: &Compliance) -> Asset {
    let arn = if id.starts_with("i-") {
        arn(session, "ec2", region, &format!("instance/{id}"))
    } else {
        arn(session, "ssm", region, &format!("managed-instance/{id}"))
    };
    let mut asset = asset(resource_type, Identity { name: id.clone(), id, arn, region, tags: BTreeMap::new() }, &json!({}));
    let property = |status: &Option<Result<String, Gap>>| status.as_ref().map_or(Property::Null, |status| known(status.as_ref()));
    asset.properties.insert("patch_compliance", property(&compliance.patch));
    asset.properties.insert("association_compliance", property(&compliance.association));
    asset
}

/// Reads a facet of documents.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "secrets" => for_each(assets, |document| secrets(session, region, &document.id)).await,
        "shared_with" => for_each(assets, |document| shared_with(session, region, &document.id)).await,
        _ => unserved_facet("aws.ssm.document", facet, region, assets),
    }
}

/// The default version's text is searched here and not kept.
async fn secrets(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    let answer = session.ssm(region).get_document().name(name).send().await;
    let answer = answer.map_err(|error| gap_of_listed(DOCUMENT, region, &error))?;
    let asked = Asked { action: DOCUMENT, region };
    let text = asked.required("Content", answer.content())?;
    Ok(search(text).property(asked))
}

async fn shared_with(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    let client = session.ssm(region);
    let pages = pages_of_listed(PERMISSION, region, |token| {
        let request = client
            .describe_document_permission()
            .name(name)
            .permission_type(sdk::DocumentPermissionType::Share)
            .max_results(ACCOUNTS_PAGE)
            .set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.account_ids), next: answer.next_token }) }
    });
    let pages = Asked { action: PERMISSION, region }.all_listed("AccountIds", pages.await);
    let accounts = pages.items.into_iter().map(Property::Text);
    list_of(accounts, pages.gap)
}
