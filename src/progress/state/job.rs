//! One job in the view model.

use jiff::Timestamp;

use crate::model::{Job, JobKind, JobStatus};

/// One job as its listeners see it.
#[derive(Debug, Clone, PartialEq)]
pub struct JobView {
    /// What it does.
    pub kind: JobKind,
    /// Its region; `None` for the jobs that sweep every region.
    pub region: Option<String>,
    /// Where it stands.
    pub status: JobStatus,
    /// When it left the queue.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Steps that it knows of; 0 while it knows none.
    pub steps: u64,
    /// How much of it is done, 0.0 to 1.0; never falls, though its steps may grow. A job that failed or was cancelled stays where it was.
    pub fraction: f64,
    /// Assets that it listed so far.
    pub assets: u64,
    /// Findings that it made so far.
    pub findings: u64,
}

/// What one job contributes to a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Where it stands.
    pub status: JobStatus,
    /// How much of it is done, 0.0 to 1.0.
    pub fraction: f64,
}

/// The largest fraction of a job that has not ended.
const ALMOST: f64 = 0.99;

impl JobView {
    /// How much of it lies behind the scan, 0.0 to 1.0: all of it once it has ended, whichever way.
    #[must_use]
    pub const fn behind(&self) -> f64 {
        if self.status.is_final() { 1.0 } else { self.fraction }
    }

    /// What it contributes to a line.
    #[must_use]
    pub const fn share(&self) -> Share {
        Share { status: self.status, fraction: self.fraction }
    }

    pub(super) fn of(job: &Job) -> Self {
        Self {
            kind: job.kind,
            region: job.region.clone(),
            status: job.status,
            started_at: job.started_at,
            ended_at: job.ended_at,
            steps: 0,
            fraction: if matches!(job.status, JobStatus::Succeeded | JobStatus::Partial) { 1.0 } else { 0.0 },
            assets: job.assets,
            findings: job.findings,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a job has far fewer than 2^52 steps")]
    pub(super) fn progress(&mut self, done: u64, total: u64) {
        self.steps = self.steps.max(total);
        if total > 0 {
            self.fraction = self.fraction.max((done as f64 / total as f64).min(ALMOST));
        }
    }

    pub(super) fn finish(&mut self, job: &Job) {
        self.status = job.status;
        self.started_at = job.started_at.or(self.started_at);
        self.ended_at = job.ended_at;
        if matches!(job.status, JobStatus::Succeeded | JobStatus::Partial) {
            self.fraction = 1.0;
        }
        self.assets = job.assets;
        self.findings = job.findings;
    }
}
