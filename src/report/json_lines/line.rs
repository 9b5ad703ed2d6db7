//! The lines, one variant per type. The facts in them have the shape of the JSON report's version 1.

use serde::Serialize;

use crate::model::{self, ScanHeader, ScanReport};
use crate::report::json::v1;

/// One line.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a line lives while it is written, and there is one at a time")]
pub(super) enum Line<'a> {
    /// The scan as planned.
    Scan {
        schema_version: &'static str,
        tool: v1::Tool<'a>,
        id: &'a str,
        name: Option<&'a str>,
        provider: &'a str,
        account_id: &'a str,
        partition: &'a str,
        profile: &'a str,
        scan_type: &'static str,
        regions: &'a [String],
        checks_selected: u64,
        jobs: usize,
        started_at: v1::Time,
    },
    /// A resource that a job listed.
    Asset {
        job_id: &'a str,
        /// Within the line as an object: its own `type` is the resource type.
        asset: v1::Asset<'a>,
    },
    /// One check on one resource.
    Result {
        job_id: &'a str,
        #[serde(flatten)]
        result: v1::CheckResult<'a>,
    },
    /// What the user must know.
    Warning {
        job_id: Option<&'a str>,
        #[serde(flatten)]
        warning: v1::WarningNote<'a>,
    },
    /// A job that has ended.
    Job {
        #[serde(flatten)]
        job: v1::Job<'a>,
    },
    /// How the scan ended.
    Summary {
        status: &'static str,
        status_reason: &'a str,
        ended_at: v1::Time,
        duration_ms: i64,
        #[serde(flatten)]
        summary: v1::Summary<'a>,
    },
}

impl<'a> Line<'a> {
    /// The first line.
    pub(super) fn scan(header: &'a ScanHeader, jobs: &[model::Job]) -> Self {
        Self::Scan {
            schema_version: v1::SCHEMA_VERSION,
            tool: v1::Tool::of(header),
            id: &header.id,
            name: header.name.as_deref(),
            provider: &header.provider,
            account_id: &header.account_id,
            partition: &header.partition,
            profile: &header.profile,
            scan_type: header.scan_type.as_str(),
            regions: &header.regions,
            checks_selected: header.checks_selected,
            jobs: jobs.len(),
            started_at: v1::Time(header.started_at),
        }
    }

    /// The last line.
    pub(super) fn summary(report: &'a ScanReport) -> Self {
        Self::Summary {
            status: report.status.as_str(),
            status_reason: &report.status_reason,
            ended_at: v1::Time(report.ended_at),
            duration_ms: report.duration_ms(),
            summary: (&report.summary).into(),
        }
    }
}
