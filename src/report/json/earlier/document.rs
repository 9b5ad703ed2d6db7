//! The parts of version 1 of the report that a comparison needs.

use jiff::Timestamp;
use serde::Deserialize;

use crate::model::comparison::{ScanSide, SideResult, SideScan};
use crate::model::resource::AWS;
use crate::model::{Gap, JobKind, JobStatus, Outcome, ResourceReference, ScanStatus, Severity};

/// The report.
#[derive(Deserialize)]
pub(super) struct Report {
    tool: Tool,
    scan: Scan,
    jobs: Vec<Job>,
    warnings: Vec<Warning>,
    ledger: Vec<Ledger>,
    assets: Vec<ResourceReference>,
    results: Vec<CheckResult>,
}

#[derive(Deserialize)]
struct Tool {
    version: String,
}

#[derive(Deserialize)]
struct Scan {
    id: String,
    provider: String,
    account_id: String,
    profile: String,
    status: ScanStatus,
    status_reason: String,
    regions: Vec<String>,
    started_at: Timestamp,
}

#[derive(Deserialize)]
struct Job {
    kind: JobKind,
    region: Option<String>,
    status: JobStatus,
}

#[derive(Deserialize)]
struct Warning {
    code: String,
    region: String,
    action: String,
}

#[derive(Deserialize)]
struct Ledger {
    check_id: String,
    region: String,
}

#[derive(Deserialize)]
struct CheckResult {
    check_id: String,
    title: String,
    status: Outcome,
    severity: Severity,
    resource: ResourceReference,
    asset: Option<ResourceReference>,
    message: String,
    gap: Option<Gap>,
}

impl From<Report> for ScanSide {
    fn from(report: Report) -> Self {
        let Report { tool, scan, jobs, warnings, ledger, assets, results } = report;
        let Scan { id, provider, account_id, profile, status, status_reason, regions, started_at } = scan;
        let mut side =
            Self::new(SideScan { id, provider, account_id, profile: profile.clone(), status, status_reason, started_at, regions });
        let coverage = &mut side.coverage;
        // Another version may not have listed what this one lists; what it did list is sure.
        // A scan of checks that were named one by one lists only what they look at.
        if tool.version == env!("CARGO_PKG_VERSION") && !profile.is_empty() {
            for resource_type in AWS.iter().filter(|resource_type| resource_type.is_always_listed()) {
                coverage.knows_type(resource_type.name);
            }
        }
        for asset in &assets {
            coverage.knows_type(&asset.resource_type);
        }
        for entry in &ledger {
            coverage.look(&entry.check_id, &entry.region);
        }
        for job in &jobs {
            coverage.job_ended(job.kind, job.region.as_deref(), job.status);
        }
        for warning in &warnings {
            coverage.warn(&warning.code, &warning.action, &warning.region);
        }
        for result in &results {
            coverage.knows_type(&result.asset.as_ref().unwrap_or(&result.resource).resource_type);
        }
        for CheckResult { check_id, title, status, severity, resource, asset, message, gap } in results {
            let resource = asset.unwrap_or(resource);
            let gap = gap.map(|gap| gap.sentence());
            side.add_result(&check_id, SideResult { outcome: status, severity, title, resource, message, gap });
        }
        for asset in assets {
            side.add_asset(asset);
        }
        side
    }
}
