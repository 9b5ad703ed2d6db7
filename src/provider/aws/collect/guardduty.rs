//! GuardDuty in a region: the detector, what it looks at and has found, and who runs it.

use std::sync::Arc;

use aws_sdk_guardduty::operation::get_detector::GetDetectorOutput;
use aws_sdk_guardduty::types::{Condition, DataSourceConfigurationsResult, DataSourceStatus, FeatureStatus, FindingCriteria};
use futures_util::FutureExt;

use super::super::errors::{code, gap};
use super::super::session::Session;
use super::administration::administration;
use super::asset::region_settings;
use super::strict::Asked;
use super::unserved_facet;
use crate::model::resource::guardduty::{Detector, Membership};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Items of a page of any of its lists: "ListDetectors" in the GuardDuty API reference.
const PAGE: i32 = 50;
/// Where high severity begins: "Severity levels for GuardDuty findings" in the GuardDuty user guide.
const HIGH_SEVERITY: i64 = 7;
/// What GuardDuty answers to an account that does not run it for its organisation.
const NOT_ADMINISTRATOR: &str = "BadRequestException";

/// GuardDuty in the region, known without a call.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    region_settings(session, resource_type, region)
}

/// Reads a facet of a region's settings.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    let id = detector_id(session, region).await;
    let id = match id.as_ref() {
        Ok(id) => id.as_deref(),
        Err(gap) => return vec![Property::unknown(gap.clone()); assets.len()],
    };
    let reading = match (facet.name, id) {
        ("detector" | "membership" | "high_severity_findings", None) => std::future::ready(Ok(Property::Null)).boxed(),
        ("detector", Some(id)) => detector(session, region, id).boxed(),
        ("membership", Some(id)) => membership(session, region, id).boxed(),
        ("high_severity_findings", Some(id)) => findings(session, region, id).boxed(),
        ("administration", id) => {
            let (listed, configured) = (administrators(session, region).boxed(), auto_enable(session, region, id).boxed());
            administration(session, listed, configured).boxed()
        }
        _ => return unserved_facet("aws.guardduty.region_settings", facet, region, assets),
    };
    vec![reading.await.unwrap_or_else(Property::unknown); assets.len()]
}

/// The region's detector: an account has one at most. Read once per region.
async fn detector_id(session: &Session, region: &str) -> Arc<Result<Option<String>, Gap>> {
    let reading = async move {
        let asked = Asked { action: "guardduty:ListDetectors", region };
        let answer = session.guardduty(region).list_detectors().max_results(PAGE).send().await;
        let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
        Ok(asked.required("detectorIds", answer.detector_ids)?.into_iter().next())
    }
    .boxed();
    session.memo().read(("guardduty_detector", region), reading).await
}

async fn detector(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "guardduty:GetDetector", region };
    let answer = session.guardduty(region).get_detector().detector_id(id).send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let enabled = asked.required("status", answer.status())?.as_str() == "ENABLED";
    asked.required("features", answer.features.as_ref().map(|_| ()).or(older_sources(&answer).map(|_| ())))?;
    Ok(Property::from_typed(&Detector { id: id.to_owned(), enabled, features: features(&answer) }))
}

/// What is on, by the names of the newer list; the older one tells of three in its own words.
fn features(answer: &GetDetectorOutput) -> Vec<String> {
    let listed = answer.features().iter().filter(|feature| feature.status() == Some(&FeatureStatus::Enabled));
    let mut features: Vec<String> = listed.filter_map(|feature| feature.name()).map(|name| name.as_str().to_owned()).collect();
    let sources = older_sources(answer);
    let older = [
        ("S3_DATA_EVENTS", sources.and_then(|sources| sources.s3_logs()?.status())),
        ("EKS_AUDIT_LOGS", sources.and_then(|sources| sources.kubernetes()?.audit_logs()?.status())),
        (
            "EBS_MALWARE_PROTECTION",
            sources.and_then(|sources| sources.malware_protection()?.scan_ec2_instance_with_findings()?.ebs_volumes()?.status()),
        ),
    ];
    for (name, status) in older {
        if status == Some(&DataSourceStatus::Enabled) && !features.iter().any(|feature| feature == name) {
            features.push(name.to_owned());
        }
    }
    features.sort();
    features
}

/// Where the answer tells of what the newer list tells too.
#[expect(deprecated, reason = "an answer with nothing else still tells what is on")]
fn older_sources(answer: &GetDetectorOutput) -> Option<&DataSourceConfigurationsResult> {
    answer.data_sources()
}

async fn membership(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    let client = session.guardduty(region);
    let asked = Asked { action: "guardduty:GetAdministratorAccount", region };
    let answer = client.get_administrator_account().detector_id(id).send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let administrator = answer.administrator.and_then(|administrator| administrator.account_id).filter(|id| !id.is_empty());
    if administrator.is_some() {
        // An account that is managed manages none.
        return Ok(Property::from_typed(&Membership { administrator, members: 0 }));
    }
    let asked = Asked { action: "guardduty:ListMembers", region };
    // Some or none is what matters: one page.
    let members = match client.list_members().detector_id(id).max_results(PAGE).send().await {
        Ok(answer) => Property::Integer(answer.members.map_or(0, |members| i64::try_from(members.len()).unwrap_or(i64::MAX))),
        Err(error) => Property::unknown(gap(asked.action, region, &error)),
    };
    Ok(Property::Map([("administrator", Property::Null), ("members", members)].into()))
}

async fn findings(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "guardduty:ListFindings", region };
    let criteria = FindingCriteria::builder()
        .criterion("severity", Condition::builder().greater_than_or_equal(HIGH_SEVERITY).build())
        .criterion("service.archived", Condition::builder().equals("false").build())
        .build();
    // Some or none is what matters: one page.
    let request = session.guardduty(region).list_findings().detector_id(id).finding_criteria(criteria).max_results(PAGE);
    let answer = request.send().await.map_err(|error| gap(asked.action, region, &error))?;
    let ids = asked.required("findingIds", answer.finding_ids)?;
    Ok(Property::List(ids.into_iter().map(Property::Text).collect()))
}

/// Only the management account is told.
async fn administrators(session: &Session, region: &str) -> Result<Vec<String>, Gap> {
    let asked = Asked { action: "guardduty:ListOrganizationAdminAccounts", region };
    // A service has one administrator, seldom a second one that is on its way out: one page.
    let answer = session.guardduty(region).list_organization_admin_accounts().max_results(PAGE).send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let accounts = asked.required("adminAccounts", answer.admin_accounts)?;
    let enabled =
        accounts.into_iter().filter(|account| account.admin_status.as_ref().is_some_and(|status| status.as_str() == "ENABLED"));
    Ok(enabled.filter_map(|account| account.admin_account_id).collect())
}

/// Whether accounts that join are taken in; `None` for an account that is not the administrator, as one without a detector isn't.
async fn auto_enable(session: &Session, region: &str, id: Option<&str>) -> Result<Option<bool>, Gap> {
    let Some(id) = id else { return Ok(None) };
    let asked = Asked { action: "guardduty:DescribeOrganizationConfiguration", region };
    // What concerns the joining accounts is on every page.
    let request = session.guardduty(region).describe_organization_configuration().detector_id(id).max_results(PAGE);
    match request.send().await {
        Ok(answer) => {
            let members = answer.auto_enable_organization_members.as_ref().map(|members| members.as_str() != "NONE");
            asked.required("autoEnableOrganizationMembers", members).map(Some)
        }
        Err(error) if code(&error) == Some(NOT_ADMINISTRATOR) => Ok(None),
        Err(error) => Err(gap(asked.action, region, &error)),
    }
}
