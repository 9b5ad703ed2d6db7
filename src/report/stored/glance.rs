//! A stored scan at a glance, for people and for programs.

use jiff::Timestamp;
use serde::Serialize;

use crate::model::summary::FindingCounts;
use crate::model::{ScanHeader, ScanStatus};
use crate::report::json::v1::{Findings, Time};
use crate::report::layout::ink::{Ink, paint};

/// A stored scan at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// What was known at its start.
    pub header: ScanHeader,
    /// Where it stands.
    pub status: ScanStatus,
    /// Why, in one sentence; empty before its end.
    pub reason: String,
    /// How much of it is done, in per cent.
    pub percent: u8,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Until when it is known to have run: its end, or now.
    pub until: Timestamp,
    /// Whether somebody asked it to stop.
    pub is_stopping: bool,
    /// The assets found so far.
    pub assets: u64,
    /// The findings made so far.
    pub findings: FindingCounts,
}

impl Glance {
    /// Whether it has ended, whichever way.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        !matches!(self.status, ScanStatus::NotStarted | ScanStatus::Queued | ScanStatus::Running)
    }

    /// How long it ran, or has run so far, in milliseconds; `None` where it has not run yet.
    #[must_use]
    pub fn duration_ms(&self) -> Option<i64> {
        let has_run = self.is_over() || self.status == ScanStatus::Running;
        has_run.then(|| self.until.duration_since(self.header.started_at).as_millis().try_into().unwrap_or(i64::MAX))
    }

    /// The status in words and in its colour: `completed`, `running`, `stopping`.
    pub(super) fn painted_status(&self) -> String {
        let is_running = self.status == ScanStatus::Running;
        let word = if is_running && self.is_stopping { "stopping".to_owned() } else { self.status.as_str().replace('_', " ") };
        paint(if is_running { Ink::Strong } else { Ink::of_scan(self.status) }, &word)
    }

    /// The same, with how far the scan is while it runs: `running 42%`.
    pub(super) fn painted_progress(&self) -> String {
        let status = self.painted_status();
        if self.status == ScanStatus::Running { format!("{status} {}%", self.percent) } else { status }
    }
}

/// A stored scan at a glance, as JSON. Fields that the JSON report has too have the same names and meanings.
#[derive(Serialize)]
pub struct ScanNote<'a> {
    id: &'a str,
    name: Option<&'a str>,
    provider: &'a str,
    account_id: &'a str,
    partition: &'a str,
    profile: &'a str,
    #[serde(rename = "type")]
    scan_type: &'static str,
    status: &'static str,
    status_reason: &'a str,
    regions: &'a [String],
    started_at: Time,
    ended_at: Option<Time>,
    duration_ms: Option<i64>,
    percent: u8,
    assets: u64,
    findings: Findings,
}

impl<'a> From<&'a Glance> for ScanNote<'a> {
    fn from(glance: &'a Glance) -> Self {
        let header = &glance.header;
        Self {
            id: &header.id,
            name: header.name.as_deref(),
            provider: &header.provider,
            account_id: &header.account_id,
            partition: &header.partition,
            profile: &header.profile,
            scan_type: header.scan_type.as_str(),
            status: glance.status.as_str(),
            status_reason: &glance.reason,
            regions: &header.regions,
            started_at: Time(header.started_at),
            ended_at: glance.ended_at.map(Time),
            duration_ms: glance.duration_ms(),
            percent: glance.percent,
            assets: glance.assets,
            findings: (&glance.findings).into(),
        }
    }
}
