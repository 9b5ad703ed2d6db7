//! IAM Access Analyzer: analyzers, and whether they found something.

use std::sync::Arc;

use aws_sdk_accessanalyzer::types::{AnalyzerSummary, Criterion};
use serde_json::json;

use super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, region_settings, time};
use super::{unserved, unserved_facet};
use crate::model::resource::accessanalyzer::AnalyzerState;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const LIST: &str = "access-analyzer:ListAnalyzers";
/// ListFindingsV2 is allowed by the same action ("ListFindingsV2" in the Access Analyzer reference).
const FINDINGS: &str = "access-analyzer:ListFindings";

/// The largest page of both listings.
const PAGE: i32 = 100;

/// Lists a type of the service.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.accessanalyzer.analyzer" => {
            let analyzers = analyzers(session, region).await;
            let assets = analyzers.items.iter().map(|analyzer| of(resource_type, region, analyzer)).collect();
            Listing { assets, gaps: analyzers.gap.iter().cloned().collect(), ..Listing::default() }
        }
        "aws.accessanalyzer.region_settings" => region_settings(session, resource_type, region),
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Reads a facet of the service's assets.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "analyzers" => vec![states(&*analyzers(session, region).await); assets.len()],
        "has_active_findings" => for_each(assets, |analyzer| has_active_findings(session, region, analyzer)).await,
        _ => unserved_facet("aws.accessanalyzer", facet, region, assets),
    }
}

async fn analyzers(session: &Session, region: &str) -> Arc<Pages<AnalyzerSummary>> {
    let fetch = |token| {
        let request = session.accessanalyzer(region).list_analyzers().max_results(PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: answer.analyzers, next: answer.next_token })
        }
    };
    session.memo().read(("analyzers", region), pages(LIST, region, fetch)).await
}

fn of(resource_type: &'static ResourceType, region: &str, analyzer: &AnalyzerSummary) -> Asset {
    let properties = json!({
        "name": analyzer.name(),
        "kind": analyzer.r#type().as_str(),
        "status": analyzer.status().as_str(),
        "created_at": time(Some(analyzer.created_at())),
    });
    let identity = Identity {
        id: analyzer.name().to_owned(),
        arn: analyzer.arn().to_owned(),
        name: analyzer.name().to_owned(),
        region,
        tags: analyzer.tags().cloned().unwrap_or_default().into_iter().collect(),
    };
    asset(resource_type, identity, &properties)
}

/// The analyzers' states; an unknown one stands for those beyond a gap.
fn states(analyzers: &Pages<AnalyzerSummary>) -> Property {
    let states = analyzers.items.iter().map(|analyzer| {
        Property::from_typed(&AnalyzerState {
            name: analyzer.name().to_owned(),
            kind: analyzer.r#type().as_str().to_owned(),
            status: analyzer.status().as_str().to_owned(),
        })
    });
    Property::List(states.chain(analyzers.gap.clone().map(Property::unknown)).collect())
}

/// Whether one finding is active: asked for one page after the other until one is there. A page may be empty before the last.
async fn has_active_findings(session: &Session, region: &str, analyzer: &Asset) -> Result<Property, Gap> {
    if analyzer.properties.get("status").is_some_and(|status| *status != Property::Text("ACTIVE".to_owned())) {
        return Ok(Property::Null);
    }
    let active = Criterion::builder().eq("ACTIVE").build();
    let fetch = |token| {
        let request = session
            .accessanalyzer(region)
            .list_findings_v2()
            .analyzer_arn(&analyzer.arn)
            .filter("status", active.clone())
            .max_results(PAGE)
            .set_next_token(token);
        async move {
            let answer = request.send().await?;
            let next = answer.next_token.filter(|_| answer.findings.is_empty());
            Ok(Page { items: answer.findings, next })
        }
    };
    let findings = pages_of_listed(FINDINGS, region, fetch).await;
    match (findings.items.is_empty(), findings.gap) {
        (false, _) => Ok(Property::Bool(true)),
        (true, Some(gap)) => Err(gap),
        (true, None) => Ok(Property::Bool(false)),
    }
}
