//! The view model: a pure fold of events into what there is to show.
//!
//! It knows nothing of terminals, clocks or drawing, so that whoever has the events, live or stored, can show the same picture.

mod job;
mod region;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

pub use job::{JobView, Share};
pub use region::RegionView;

use crate::model::{CallCounts, Event, Job, JobKind, JobStatus, ScanHeader};

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
    /// When this run of it began; `None` before it starts.
    pub begun_at: Option<Timestamp>,
    /// How far it has come.
    pub phase: Phase,
    /// All jobs, in the plan's order.
    pub jobs: Vec<JobView>,
    /// API calls of the whole scan so far.
    pub calls: Arc<CallCounts>,
    places: HashMap<String, usize>,
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

impl View {
    /// Takes in one event. One that names an unknown job changes nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::ScanStarted { header, jobs, at } => self.start(header, jobs, *at),
            Event::JobStarted { job_id, at } => {
                if let Some(job) = self.job_mut(job_id).filter(|job| !job.status.is_final()) {
                    job.status = JobStatus::Running;
                    job.started_at = Some(*at);
                }
            }
            Event::JobProgressed { job_id, done, total, assets, findings, calls } => {
                self.count(calls);
                if let Some(job) = self.job_mut(job_id).filter(|job| !job.status.is_final()) {
                    job.progress(*done, *total);
                    job.assets = job.assets.max(*assets);
                    job.findings = job.findings.max(*findings);
                }
            }
            Event::CallsCounted { calls } => self.count(calls),
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

    fn start(&mut self, header: &Arc<ScanHeader>, jobs: &[Job], begun_at: Timestamp) {
        *self = Self {
            header: Some(Arc::clone(header)),
            begun_at: Some(begun_at),
            phase: Phase::Running,
            jobs: jobs.iter().map(JobView::of).collect(),
            calls: Arc::default(),
            places: jobs.iter().enumerate().map(|(place, job)| (job.id.clone(), place)).collect(),
        };
    }

    /// Jobs report side by side: an older total may arrive after a newer one.
    fn count(&mut self, calls: &Arc<CallCounts>) {
        if calls.total > self.calls.total {
            self.calls = Arc::clone(calls);
        }
    }

    fn job_mut(&mut self, id: &str) -> Option<&mut JobView> {
        self.places.get(id).and_then(|place| self.jobs.get_mut(*place))
    }
}

#[cfg(test)]
mod tests;
