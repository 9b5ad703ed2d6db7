//! The scan as a whole: header, counts, jobs, ledger and warnings.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::model::summary::{CheckCounts, FindingCounts, ResultCounts};
use crate::model::{self, LedgerEntry, ScanHeader, ScanReport, Warning};

/// A point in time, RFC 3339 in UTC.
#[derive(Debug)]
pub struct Time(pub Timestamp);

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for Time {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date-time", "description": "RFC 3339 in UTC" })
    }
}

/// What made the report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tool<'a> {
    /// `posture-scan`.
    pub name: &'static str,
    /// Its version.
    pub version: &'a str,
}

impl Tool<'static> {
    /// This program.
    pub const THIS: Self = Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

impl<'a> Tool<'a> {
    /// The version of this program that made a scan.
    #[must_use]
    pub fn of(scan: &'a ScanHeader) -> Self {
        Self { version: &scan.tool_version, ..Tool::THIS }
    }
}

/// The scan itself.
#[derive(Serialize, JsonSchema)]
pub struct Scan<'a> {
    /// Unique, sortable by start.
    pub id: &'a str,
    /// The user's name for it.
    pub name: Option<&'a str>,
    /// `aws` or `mock`.
    pub provider: &'a str,
    /// The account's id.
    pub account_id: &'a str,
    /// The account's partition, the second part of every ARN.
    pub partition: &'a str,
    /// The profile's name; empty where checks were named one by one.
    pub profile: &'a str,
    /// How far it reached: `quick`, `standard`, `full`, `incremental` or `custom`.
    #[serde(rename = "type")]
    pub scan_type: &'static str,
    /// How it ended: `completed`, `partial`, `failed` or `cancelled`.
    pub status: &'static str,
    /// Why it ended so, in one sentence.
    pub status_reason: &'a str,
    /// The regions, in the order of the plan; the first is the primary one.
    pub regions: &'a [String],
    /// When it started.
    pub started_at: Time,
    /// When it ended.
    pub ended_at: Time,
    /// How long it ran, in milliseconds.
    pub duration_ms: i64,
}

impl<'a> From<&'a ScanReport> for Scan<'a> {
    fn from(report: &'a ScanReport) -> Self {
        let header = &report.header;
        Self {
            id: &header.id,
            name: header.name.as_deref(),
            provider: &header.provider,
            account_id: &header.account_id,
            partition: &header.partition,
            profile: &header.profile,
            scan_type: header.scan_type.as_str(),
            status: report.status.as_str(),
            status_reason: &report.status_reason,
            regions: &header.regions,
            started_at: Time(header.started_at),
            ended_at: Time(report.ended_at),
            duration_ms: report.duration_ms(),
        }
    }
}

/// The counts.
#[derive(Serialize, JsonSchema)]
pub struct Summary<'a> {
    /// Assets found.
    pub assets: u64,
    /// Assets by resource type.
    pub assets_by_type: &'a BTreeMap<String, u64>,
    /// Results by outcome.
    pub results: Results,
    /// Findings by severity.
    pub findings: Findings,
    /// Checks by how far they came.
    pub checks: Checks,
    /// Facets of assets by where their evidence comes from.
    pub evidence: Evidence,
    /// API calls, each attempt counted.
    pub api_calls: ApiCalls<'a>,
}

/// Results by outcome.
#[derive(Serialize, JsonSchema)]
pub struct Results {
    /// Assets that passed a check.
    pub pass: u64,
    /// Findings.
    pub fail: u64,
    /// Results whose evidence could not be read.
    pub unknown: u64,
    /// Assets that a check does not concern.
    pub not_applicable: u64,
    /// Findings that the user has accepted.
    pub muted: u64,
}

/// Findings by severity.
#[derive(Serialize, JsonSchema)]
pub struct Findings {
    /// All findings.
    pub total: u64,
    /// Critical ones.
    pub critical: u64,
    /// High ones.
    pub high: u64,
    /// Medium ones.
    pub medium: u64,
    /// Low ones.
    pub low: u64,
    /// Informational ones.
    pub informational: u64,
}

impl From<ResultCounts> for Results {
    fn from(counts: ResultCounts) -> Self {
        let ResultCounts { pass, fail, unknown, not_applicable, muted } = counts;
        Self { pass, fail, unknown, not_applicable, muted }
    }
}

impl From<&FindingCounts> for Findings {
    fn from(counts: &FindingCounts) -> Self {
        let FindingCounts { total, critical, high, medium, low, informational } = *counts;
        Self { total, critical, high, medium, low, informational }
    }
}

/// Checks by how far they came.
#[derive(Serialize, JsonSchema)]
pub struct Checks {
    /// Checks that were selected.
    pub selected: u64,
    /// Checks that came to pass, fail or not applicable wherever they looked.
    pub evaluated: u64,
    /// Checks that came to unknown somewhere.
    pub unknown: u64,
}

/// Facets of assets by where their evidence comes from.
#[derive(Serialize, JsonSchema)]
pub struct Evidence {
    /// Facets that this scan asked the cloud for.
    pub read: u64,
    /// Facets that did not change since an earlier scan read them: only incremental scans have any.
    pub reused: u64,
    /// When the oldest of the reused ones was read; null where none was reused.
    pub since: Option<Time>,
}

/// API calls, each attempt counted.
#[derive(Serialize, JsonSchema)]
pub struct ApiCalls<'a> {
    /// All attempts.
    pub total: u64,
    /// Attempts that the cloud refused for rate.
    pub throttled: u64,
    /// Attempts that repeated an earlier one.
    pub retried: u64,
    /// Attempts by service.
    pub by_service: &'a BTreeMap<String, u64>,
}

impl<'a> From<&'a model::Summary> for Summary<'a> {
    fn from(summary: &'a model::Summary) -> Self {
        let model::Summary { assets, assets_by_type, results, findings, checks, evidence, api_calls } = summary;
        let CheckCounts { selected, evaluated, unknown: checks_unknown } = *checks;
        Self {
            assets: *assets,
            assets_by_type,
            results: results.clone().into(),
            findings: findings.into(),
            checks: Checks { selected, evaluated, unknown: checks_unknown },
            evidence: Evidence { read: evidence.read, reused: evidence.reused, since: evidence.since.map(Time) },
            api_calls: ApiCalls {
                total: api_calls.total,
                throttled: api_calls.throttled,
                retried: api_calls.retried,
                by_service: &api_calls.by_service,
            },
        }
    }
}

/// One unit of the plan.
#[derive(Serialize, JsonSchema)]
pub struct Job<'a> {
    /// `discovery:eu-west-1`, `clusters`.
    pub id: &'a str,
    /// `discovery`, `compliance`, `clusters` or `registries`.
    pub kind: &'static str,
    /// Its region; null for the jobs that sweep every region.
    pub region: Option<&'a str>,
    /// How it ended: `succeeded`, `partial`, `failed` or `cancelled`.
    pub status: &'static str,
    /// When it left the queue.
    pub started_at: Option<Time>,
    /// When it ended.
    pub ended_at: Option<Time>,
    /// How long it ran, in milliseconds.
    pub duration_ms: Option<i64>,
    /// Assets that it listed.
    pub assets: u64,
    /// Findings that it made.
    pub findings: u64,
    /// What ended it, where something did.
    pub error: Option<&'a str>,
}

impl<'a> From<&'a model::Job> for Job<'a> {
    fn from(job: &'a model::Job) -> Self {
        Self {
            id: &job.id,
            kind: job.kind.as_str(),
            region: job.region.as_deref(),
            status: job.status.as_str(),
            started_at: job.started_at.map(Time),
            ended_at: job.ended_at.map(Time),
            duration_ms: job.duration_ms(),
            assets: job.assets,
            findings: job.findings,
            error: job.error.as_deref(),
        }
    }
}

/// What the user must know besides the results.
#[derive(Serialize, JsonSchema)]
pub struct WarningNote<'a> {
    /// A stable code: `denied`, `throttled`, `region_skipped`, ….
    pub code: &'a str,
    /// The service concerned; empty for the scan as a whole.
    pub service: &'a str,
    /// The region concerned; empty for the scan as a whole.
    pub region: &'a str,
    /// The API action concerned, in IAM's spelling; may be empty.
    pub action: &'a str,
    /// What happened and what to do.
    pub message: &'a str,
    /// The ids of the checks that it leaves unknown.
    pub checks: &'a [String],
}

impl<'a> From<&'a Warning> for WarningNote<'a> {
    fn from(warning: &'a Warning) -> Self {
        let Warning { code, service, region, action, message, checks } = warning;
        Self { code, service, region, action, message, checks }
    }
}

/// How often one check came to each outcome in one region. All counts are 0 where the region has nothing that it looks at.
#[derive(Serialize, JsonSchema)]
pub struct Ledger<'a> {
    /// The check.
    pub check_id: &'a str,
    /// The region.
    pub region: &'a str,
    /// Assets that passed.
    pub pass: u64,
    /// Findings.
    pub fail: u64,
    /// Assets whose evidence could not be read; 1 where they could not even be listed.
    pub unknown: u64,
    /// Assets that the check does not concern.
    pub not_applicable: u64,
    /// Findings that the user has accepted.
    pub muted: u64,
}

impl<'a> From<&'a LedgerEntry> for Ledger<'a> {
    fn from(entry: &'a LedgerEntry) -> Self {
        let LedgerEntry { check_id, region, pass, fail, unknown, not_applicable, muted } = entry;
        Self { check_id, region, pass: *pass, fail: *fail, unknown: *unknown, not_applicable: *not_applicable, muted: *muted }
    }
}
