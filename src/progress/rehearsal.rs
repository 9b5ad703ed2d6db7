//! Events of scans that never ran, for the tests of this module.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::model::{CallCounts, Event, Job, JobKind, JobOutcome, JobStatus, ScanHeader, ScanReport, ScanType};

/// When every rehearsed scan starts.
const START: Timestamp = Timestamp::constant(1_768_469_400, 0);

/// The regions of a plan, the first of them the primary one.
pub(super) fn regions(count: usize) -> Vec<String> {
    let known = ["us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-1"];
    (0..count).map(|place| known.get(place).map_or_else(|| format!("xx-region-{place}"), |name| (*name).to_owned())).collect()
}

/// The plan of so many regions.
pub(super) fn plan(count: usize) -> Vec<Job> {
    let names = regions(count);
    let of = |kind| names.iter().map(move |name| Job::queued(kind, Some(name)));
    of(JobKind::Discovery)
        .chain(of(JobKind::Compliance))
        .chain([Job::queued(JobKind::Clusters, None), Job::queued(JobKind::Registries, None)])
        .collect()
}

pub(super) fn header(count: usize) -> Arc<ScanHeader> {
    Arc::new(ScanHeader {
        id: "20260115T093000Z-4f1c".to_owned(),
        name: None,
        provider: "aws".to_owned(),
        account_id: "111122223333".to_owned(),
        partition: "aws".to_owned(),
        profile: "mvp15".to_owned(),
        scan_type: ScanType::Standard,
        regions: regions(count),
        checks_selected: 15,
        started_at: START,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

pub(super) fn scan_started(count: usize) -> Event {
    Event::ScanStarted { header: header(count), jobs: plan(count), at: START }
}

/// A scan that is taken up `seconds` after its start, with some jobs as an earlier run left them.
pub(super) fn scan_resumed(count: usize, finished: &[JobOutcome], seconds: f64) -> Event {
    let mut jobs = plan(count);
    for job in &mut jobs {
        if let Some(outcome) = finished.iter().find(|outcome| outcome.job.id == job.id) {
            *job = outcome.job.clone();
        }
    }
    Event::ScanStarted { header: header(count), jobs, at: at(seconds) }
}

/// `seconds` after the scan's start.
pub(super) fn at(seconds: f64) -> Timestamp {
    START + SignedDuration::from_secs_f64(seconds)
}

pub(super) fn job_started(id: &str, seconds: f64) -> Event {
    Event::JobStarted { job_id: id.to_owned(), at: at(seconds) }
}

/// `steps` are those done and all; `found` are assets and findings.
pub(super) fn job_progressed(id: &str, steps: (u64, u64), found: (u64, u64), calls: u64) -> Event {
    Event::JobProgressed {
        job_id: id.to_owned(),
        done: steps.0,
        total: steps.1,
        assets: found.0,
        findings: found.1,
        calls: Arc::new(CallCounts { total: calls, throttled: calls / 400, retried: 0, by_service: BTreeMap::new() }),
    }
}

/// What a job leaves behind; `ran` are the seconds of its start and end, `found` are assets and findings.
pub(super) fn outcome(id: &str, status: JobStatus, ran: (f64, f64), found: (u64, u64)) -> JobOutcome {
    let mut job = plan(40).into_iter().find(|job| job.id == id).expect("a job of the largest plan");
    job.status = status;
    (job.started_at, job.ended_at) = (Some(at(ran.0)), Some(at(ran.1)));
    (job.assets, job.findings) = found;
    JobOutcome::empty(job)
}

pub(super) fn job_finished(id: &str, status: JobStatus, ran: (f64, f64), found: (u64, u64)) -> Event {
    Event::JobFinished { outcome: Arc::new(outcome(id, status, ran, found)) }
}

pub(super) fn scan_finished(count: usize, calls: u64) -> Event {
    let calls = CallCounts { total: calls, ..CallCounts::default() };
    let report = ScanReport::fold(header(count), vec![], vec![], vec![], &plan(count), calls, at(10.0));
    Event::ScanFinished { report: Arc::new(report) }
}
