//! One account in the view of several.

use std::time::{Duration, Instant};

use super::AccountLine;
use crate::model::{Event, JobStatus, ScanStatus};
use crate::progress::state::View;

/// One account.
pub(super) struct Row {
    /// Its number; may be empty until it is reached.
    pub(super) account_id: String,
    /// What it is called; may be empty.
    pub(super) name: String,
    /// Where it stands.
    pub(super) stage: Stage,
    /// Regions of the scan; 0 before its plan stands.
    pub(super) regions: usize,
    /// Regions that have ended.
    pub(super) ended_regions: usize,
    /// How much of it is done, 0.0 to 1.0.
    pub(super) fraction: f64,
    /// Assets so far.
    pub(super) assets: u64,
    /// Findings so far.
    pub(super) findings: u64,
    /// API calls so far.
    pub(super) calls: u64,
    /// Calls that were refused for rate.
    pub(super) throttled: u64,
    /// How long it took; zero until it has ended.
    pub(super) elapsed: Duration,
    begun: Option<Instant>,
}

/// Where an account stands.
pub(super) enum Stage {
    /// Its turn has not come.
    Waiting,
    /// Somebody is coming to it; there is no plan yet.
    Connecting,
    /// Its jobs run.
    Running(Box<View>),
    /// It has ended.
    Ended { status: ScanStatus },
}

impl Row {
    pub(super) fn new(account: AccountLine) -> Self {
        Self {
            account_id: account.account_id,
            name: account.name,
            stage: Stage::Waiting,
            regions: 0,
            ended_regions: 0,
            fraction: 0.0,
            assets: 0,
            findings: 0,
            calls: 0,
            throttled: 0,
            elapsed: Duration::ZERO,
            begun: None,
        }
    }

    pub(super) fn begin(&mut self) {
        self.stage = Stage::Connecting;
        self.begun = Some(Instant::now());
    }

    pub(super) fn hear(&mut self, event: &Event) {
        if let Event::ScanStarted { header, .. } = event {
            self.account_id.clone_from(&header.account_id);
            self.stage = Stage::Running(Box::default());
        }
        if let Event::ScanFinished { report } = event {
            self.assets = report.summary.assets;
            self.findings = report.summary.findings.total;
            self.calls = report.summary.api_calls.total;
            self.throttled = report.summary.api_calls.throttled;
            return;
        }
        let Stage::Running(view) = &mut self.stage else { return };
        view.apply(event);
        (self.calls, self.throttled) = (view.calls.total, view.calls.throttled);
        // What follows is counted anew over all jobs: only when it may have changed.
        if matches!(event, Event::CallsCounted { .. } | Event::JobStarted { .. }) {
            return;
        }
        let regions = view.regions();
        self.regions = regions.len();
        self.ended_regions = regions.iter().filter(|region| region.status.is_final()).count();
        self.assets = view.jobs.iter().map(|job| job.assets).sum();
        self.findings = view.jobs.iter().map(|job| job.findings).sum();
        let behind: f64 = view.jobs.iter().map(crate::progress::state::JobView::behind).sum();
        #[expect(clippy::cast_precision_loss, reason = "a plan has far fewer than 2^52 jobs")]
        let jobs = view.jobs.len().max(1) as f64;
        self.fraction = behind / jobs;
    }

    pub(super) fn end(&mut self, status: ScanStatus) {
        self.elapsed = self.begun.map_or(Duration::ZERO, |begun| begun.elapsed());
        self.stage = Stage::Ended { status };
    }

    /// What a job's status would be.
    pub(super) const fn status(&self) -> JobStatus {
        match &self.stage {
            Stage::Waiting => JobStatus::Queued,
            Stage::Connecting | Stage::Running(_) => JobStatus::Running,
            Stage::Ended { status } => match status {
                ScanStatus::Completed => JobStatus::Succeeded,
                ScanStatus::Partial => JobStatus::Partial,
                ScanStatus::Cancelled => JobStatus::Cancelled,
                _ => JobStatus::Failed,
            },
        }
    }

    /// `111111111111 payments`, or what of it is known.
    pub(super) fn label(&self) -> String {
        match (self.account_id.as_str(), self.name.as_str()) {
            ("", "") => "account".to_owned(),
            (id, "") => id.to_owned(),
            ("", name) => name.to_owned(),
            (id, name) => format!("{id} {name}"),
        }
    }
}
