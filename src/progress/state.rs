//! The view model: a pure fold of events into what there is to show.
//!
//! It knows nothing of terminals, clocks or drawing, so that whoever has the events, live or stored, can show the same picture.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::model::{CallCounts, Event, Job, JobKind, JobOutcome, JobStatus, Outcome, ScanHeader};

/// How far the scan as a whole has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// No plan yet.
    #[default]
    Waiting,
    /// Jobs are queued or running.
    Running,
    /// The user asked to stop.
    Stopping,
    /// Everything has ended.
    Finished,
}

/// A scan as its listeners see it.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The scan; `None` before it starts.
    pub header: Option<Arc<ScanHeader>>,
    /// How far it has come.
    pub phase: Phase,
    /// All jobs, in the plan's order.
    pub jobs: Vec<JobView>,
    /// API calls of the whole scan so far.
    pub calls: Arc<CallCounts>,
    places: HashMap<String, usize>,
}

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

/// A region: its two jobs in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionView {
    /// The region's name.
    pub name: String,
    /// Where its two jobs stand together.
    pub status: JobStatus,
    /// Its discovery.
    pub discovery: Share,
    /// Its compliance.
    pub compliance: Share,
    /// Assets listed so far.
    pub assets: u64,
    /// Findings made so far.
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

/// All jobs of one kind in one line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageView {
    /// Jobs that have ended.
    pub ended: usize,
    /// All of its jobs.
    pub jobs: usize,
    /// How much of it is done, 0.0 to 1.0, the steps of running jobs counted.
    pub fraction: f64,
}

/// The largest fraction of a job that has not ended.
const ALMOST: f64 = 0.99;

impl View {
    /// Takes in one event. One that names an unknown job changes nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::ScanStarted { header, jobs } => self.start(header, jobs),
            Event::JobStarted { job_id, at } => {
                if let Some(job) = self.job_mut(job_id).filter(|job| !job.status.is_final()) {
                    job.status = JobStatus::Running;
                    job.started_at = Some(*at);
                }
            }
            Event::JobProgressed { job_id, done, total, assets, findings, calls } => {
                // Jobs report side by side: an older total may arrive after a newer one.
                if calls.total > self.calls.total {
                    self.calls = Arc::clone(calls);
                }
                if let Some(job) = self.job_mut(job_id).filter(|job| !job.status.is_final()) {
                    job.progress(*done, *total);
                    job.assets = job.assets.max(*assets);
                    job.findings = job.findings.max(*findings);
                }
            }
            Event::JobFinished { outcome } => {
                if let Some(job) = self.job_mut(&outcome.job.id) {
                    job.finish(&outcome.job);
                }
            }
            Event::CancellationRequested => {
                if self.phase != Phase::Finished {
                    self.phase = Phase::Stopping;
                }
            }
            Event::ScanFinished { report } => {
                self.phase = Phase::Finished;
                self.calls = Arc::new(report.summary.api_calls.clone());
            }
        }
    }

    /// Jobs that have ended, whichever way.
    #[must_use]
    pub fn ended(&self) -> usize {
        self.jobs.iter().filter(|job| job.status.is_final()).count()
    }

    /// All jobs of one kind together.
    #[must_use]
    pub fn stage(&self, kind: JobKind) -> StageView {
        let jobs = || self.jobs.iter().filter(|job| job.kind == kind);
        let count = jobs().count();
        let sum: f64 = jobs().map(JobView::behind).sum();
        StageView {
            ended: jobs().filter(|job| job.status.is_final()).count(),
            jobs: count,
            #[expect(clippy::cast_precision_loss, reason = "a plan has far fewer than 2^52 jobs")]
            fraction: if count == 0 { 0.0 } else { sum / count as f64 },
        }
    }

    /// The regions, in the plan's order.
    #[must_use]
    pub fn regions(&self) -> Vec<RegionView> {
        let mut regions: Vec<RegionView> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for job in &self.jobs {
            let Some(name) = job.region.as_deref() else { continue };
            if let Some(place) = places.get(name) {
                regions[*place].add(job);
            } else {
                places.insert(name, regions.len());
                regions.push(RegionView::of(name, job));
            }
        }
        regions
    }

    /// The jobs that sweep every region, in the plan's order.
    pub fn sweeps(&self) -> impl Iterator<Item = &JobView> {
        self.jobs.iter().filter(|job| job.region.is_none())
    }

    fn start(&mut self, header: &Arc<ScanHeader>, jobs: &[Job]) {
        *self = Self {
            header: Some(Arc::clone(header)),
            phase: Phase::Running,
            jobs: jobs.iter().map(JobView::of).collect(),
            calls: Arc::default(),
            places: jobs.iter().enumerate().map(|(place, job)| (job.id.clone(), place)).collect(),
        };
    }

    fn job_mut(&mut self, id: &str) -> Option<&mut JobView> {
        self.places.get(id).and_then(|place| self.jobs.get_mut(*place))
    }
}

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

    fn of(job: &Job) -> Self {
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
    fn progress(&mut self, done: u64, total: u64) {
        self.steps = self.steps.max(total);
        if total > 0 {
            self.fraction = self.fraction.max((done as f64 / total as f64).min(ALMOST));
        }
    }

    fn finish(&mut self, job: &Job) {
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

impl RegionView {
    fn of(name: &str, job: &JobView) -> Self {
        let none = Share { status: JobStatus::Queued, fraction: 0.0 };
        let mut region =
            Self { name: name.to_owned(), status: job.status, discovery: none, compliance: none, assets: 0, findings: 0 };
        region.add(job);
        region
    }

    fn add(&mut self, job: &JobView) {
        self.status = together(self.status, job.status);
        self.findings += job.findings;
        match job.kind {
            JobKind::Compliance => self.compliance = job.share(),
            JobKind::Discovery | JobKind::Clusters | JobKind::Registries => {
                self.discovery = job.share();
                self.assets += job.assets;
            }
        }
    }
}

/// Where two jobs of a region stand together: under way unless both wait or both have ended; then the worse of the two, where a failed job
/// beside one that did something makes the region partial.
#[must_use]
pub fn together(one: JobStatus, other: JobStatus) -> JobStatus {
    use JobStatus::{Cancelled, Failed, Partial, Queued, Running, Succeeded};
    match (one, other) {
        (Queued, Queued) => Queued,
        (Queued | Running, _) | (_, Queued | Running) => Running,
        (Cancelled, _) | (_, Cancelled) => Cancelled,
        (Failed, Failed) => Failed,
        (Succeeded, Succeeded) => Succeeded,
        (Failed | Partial | Succeeded, Failed | Partial | Succeeded) => Partial,
    }
}

/// How many results of a job came to unknown.
#[must_use]
pub fn unknown_results(outcome: &JobOutcome) -> usize {
    outcome.results.iter().filter(|result| result.outcome == Outcome::Unknown).count()
}
