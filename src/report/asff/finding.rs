//! A result as a finding of Security Hub.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::resource::Resource;
use super::text::{identifier, within};
use crate::model::{CheckMetadata, CheckResult, Mute, Novelty, Outcome, Requirement, ScanReport, Severity};
use crate::report::evaluation::{is_evaluation, reason};

/// Characters of texts, by field (API reference of Security Hub, "AwsSecurityFinding"). Where it names no limit, one that is enough.
const GENERATOR_LIMIT: usize = 512;
const TITLE_LIMIT: usize = 256;
const DESCRIPTION_LIMIT: usize = 1_024;
const RECOMMENDATION_LIMIT: usize = 512;
const URL_LIMIT: usize = 2_048;
const NOTE_LIMIT: usize = 512;
const REASON_LIMIT: usize = 512;
const REQUIREMENT_LIMIT: usize = 64;
const PRODUCT_FIELD_LIMIT: usize = 2_048;
/// Requirements of a finding.
const REQUIREMENTS: usize = 32;

/// A finding. Security Hub keeps one for each `Id`, and takes a later one of that id as news of it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Finding<'a> {
    schema_version: &'static str,
    id: String,
    product_arn: String,
    product_name: &'static str,
    company_name: &'static str,
    generator_id: String,
    aws_account_id: &'a str,
    types: Vec<&'static str>,
    created_at: Time,
    updated_at: Time,
    last_observed_at: Time,
    severity: SeverityLabel,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remediation: Option<Remediation>,
    product_fields: BTreeMap<&'static str, String>,
    resources: [Resource<'a>; 1],
    compliance: Compliance,
    workflow: Workflow,
    record_state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Note>,
    /// What Security Hub takes news of severity and types from.
    #[serde(rename = "FindingProviderFields")]
    provider_fields: FindingProviderFields,
}

/// A point in time, RFC 3339 in UTC with milliseconds.
#[derive(Clone, Copy)]
struct Time(Timestamp);

impl Serialize for Time {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:.3}", self.0))
    }
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "PascalCase")]
struct SeverityLabel {
    label: &'static str,
    original: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct FindingProviderFields {
    severity: SeverityLabel,
    types: Vec<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Remediation {
    recommendation: Recommendation,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Recommendation {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Compliance {
    status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_requirements: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    status_reasons: Vec<StatusReason>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StatusReason {
    reason_code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Workflow {
    status: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Note {
    text: String,
    updated_by: &'static str,
    updated_at: Time,
}

const PRODUCT: &str = env!("CARGO_PKG_NAME");

impl<'a> Finding<'a> {
    pub(super) fn of(report: &'a ScanReport, result: &'a CheckResult) -> Self {
        let (header, check) = (&report.header, result.check.as_ref());
        let ended_at = Time(report.ended_at);
        let (severity, types) = (severity(result), types(check));
        Self {
            schema_version: "2018-10-08",
            id: result.uid(&header.account_id),
            product_arn: format!(
                "arn:{}:securityhub:{}:{account}:product/{account}/default",
                header.partition,
                result.resource.region,
                account = header.account_id
            ),
            product_name: PRODUCT,
            company_name: PRODUCT,
            generator_id: identifier(&format!("{PRODUCT}/{}", check.id), GENERATOR_LIMIT).unwrap_or_default(),
            aws_account_id: &header.account_id,
            types: types.clone(),
            created_at: Time(header.started_at),
            updated_at: ended_at,
            last_observed_at: ended_at,
            severity,
            title: within(&check.title, TITLE_LIMIT).unwrap_or_else(|| PRODUCT.to_owned()),
            description: description(result),
            remediation: remediation(check),
            product_fields: product_fields(report, result),
            resources: [Resource::of(report, result)],
            compliance: compliance(report, result),
            workflow: Workflow { status: workflow(result.outcome) },
            record_state: record_state(result),
            note: result.mute.as_deref().and_then(|mute| note(mute, ended_at)),
            provider_fields: FindingProviderFields { severity, types },
        }
    }
}

/// Security Hub calls it informational where no issue was found.
fn severity(result: &CheckResult) -> SeverityLabel {
    let label = match (result.outcome, result.check.severity) {
        (Outcome::Pass | Outcome::NotApplicable, _) | (_, Severity::Informational) => "INFORMATIONAL",
        (_, Severity::Low) => "LOW",
        (_, Severity::Medium) => "MEDIUM",
        (_, Severity::High) => "HIGH",
        (_, Severity::Critical) => "CRITICAL",
    };
    SeverityLabel { label, original: result.check.severity.as_str() }
}

fn types(check: &CheckMetadata) -> Vec<&'static str> {
    let mut types = vec!["Software and Configuration Checks/AWS Security Best Practices"];
    if check.requirements.iter().any(|asked| asked.framework.starts_with("cis-aws-")) {
        types.push("Software and Configuration Checks/Industry and Regulatory Standards/CIS AWS Foundations Benchmark");
    }
    types
}

/// What is so, and why that matters where it is not as it should be.
fn description(result: &CheckResult) -> String {
    let message = result.message.trim().trim_end_matches('.');
    let risk = match result.outcome {
        Outcome::Fail | Outcome::Muted | Outcome::Unknown => result.check.risk.trim(),
        Outcome::Pass | Outcome::NotApplicable => "",
    };
    within(&format!("{message}. {risk}"), DESCRIPTION_LIMIT).unwrap_or_else(|| PRODUCT.to_owned())
}

fn remediation(check: &CheckMetadata) -> Option<Remediation> {
    let text = within(&check.remediation.text, RECOMMENDATION_LIMIT);
    let is_taken = |url: &&str| url.starts_with("https://") && url.len() <= URL_LIMIT;
    let url = check.remediation.url.as_deref().filter(is_taken).map(str::to_owned);
    (text.is_some() || url.is_some()).then_some(Remediation { recommendation: Recommendation { text, url } })
}

fn product_fields(report: &ScanReport, result: &CheckResult) -> BTreeMap<&'static str, String> {
    let mute = result.mute.as_deref();
    let expires = mute.and_then(|mute| mute.expires).map(|date| date.to_string()).unwrap_or_default();
    let fields = [
        ("posture-scan/check_id", result.check.id.as_str()),
        ("posture-scan/status", result.outcome.as_str()),
        ("posture-scan/service", &result.check.service),
        ("posture-scan/resource_type", &result.reported().resource_type),
        ("posture-scan/resource_name", &result.reported().name),
        ("posture-scan/scan_id", &report.header.id),
        ("posture-scan/version", &report.header.tool_version),
        ("posture-scan/baseline", report.novelty(result).map_or("", Novelty::as_str)),
        // The workflow is the users' own after the first time; these are always news.
        ("posture-scan/mute_reason", mute.map_or("", |mute| &mute.reason)),
        ("posture-scan/mute_owner", mute.map_or("", |mute| &mute.owner)),
        ("posture-scan/mute_expires", &expires),
    ];
    fields.into_iter().filter_map(|(name, value)| Some((name, within(value, PRODUCT_FIELD_LIMIT)?))).collect()
}

fn compliance(report: &ScanReport, result: &CheckResult) -> Compliance {
    let asked = result.check.requirements.iter().map(Requirement::reference);
    let reason = reason(report, result)
        .map(|(code, why)| StatusReason { reason_code: code.to_ascii_uppercase(), description: within(&why, REASON_LIMIT) });
    Compliance {
        status: match result.outcome {
            Outcome::Fail | Outcome::Muted => "FAILED",
            Outcome::Pass => "PASSED",
            Outcome::Unknown => "WARNING",
            Outcome::NotApplicable => "NOT_AVAILABLE",
        },
        related_requirements: asked.filter_map(|asked| identifier(&asked, REQUIREMENT_LIMIT)).take(REQUIREMENTS).collect(),
        status_reasons: reason.into_iter().collect(),
    }
}

/// What Security Hub begins with; afterwards the status of the workflow is its users'.
const fn workflow(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Muted => "SUPPRESSED",
        Outcome::Pass | Outcome::NotApplicable => "RESOLVED",
        Outcome::Fail | Outcome::Unknown => "NEW",
    }
}

/// Whether there is something to look at, now or as proof: neither what a check does not concern nor that a scan evaluated the account.
fn record_state(result: &CheckResult) -> &'static str {
    match result.outcome {
        Outcome::NotApplicable => "ARCHIVED",
        Outcome::Pass if is_evaluation(result) => "ARCHIVED",
        Outcome::Pass | Outcome::Fail | Outcome::Muted | Outcome::Unknown => "ACTIVE",
    }
}

fn note(mute: &Mute, updated_at: Time) -> Option<Note> {
    let text = within(&mute.sentence(), NOTE_LIMIT)?;
    Some(Note { text, updated_by: PRODUCT, updated_at })
}
