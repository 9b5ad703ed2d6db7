//! The events that a scan in another process must have told, made from what it has stored.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{CallCounts, Event, Job, JobOutcome, JobStatus};
use crate::store::{ScanRecord, StoredJob};

/// Tells each change once.
#[derive(Debug, Default)]
pub(super) struct Feed {
    has_begun: bool,
    told: HashMap<String, StoredJob>,
    calls: Arc<CallCounts>,
}

impl Feed {
    /// What has happened since the last time.
    pub(super) fn events(&mut self, record: &ScanRecord, jobs: &[StoredJob]) -> Vec<Event> {
        let mut events = Vec::new();
        if !self.has_begun {
            self.has_begun = true;
            let header = Arc::new(record.header.clone());
            let at = record.begun_at.unwrap_or(header.started_at);
            events.push(Event::ScanStarted { header, jobs: jobs.iter().map(|stored| queued(&stored.job)).collect(), at });
        }
        if record.calls != *self.calls {
            self.calls = Arc::new(record.calls.clone());
            events.push(Event::CallsCounted { calls: Arc::clone(&self.calls) });
        }
        for stored in jobs {
            self.changed(stored, &mut events);
        }
        events
    }

    fn changed(&mut self, stored: &StoredJob, events: &mut Vec<Event>) {
        let StoredJob { job, done, total } = stored;
        let before = self.told.insert(job.id.clone(), stored.clone());
        if before.as_ref() == Some(stored) || before.as_ref().is_some_and(|before| before.job.status.is_final()) {
            return;
        }
        let was_queued = before.is_none_or(|before| before.job.status == JobStatus::Queued);
        if let (true, Some(at)) = (was_queued && job.status != JobStatus::Queued, job.started_at) {
            events.push(Event::JobStarted { job_id: job.id.clone(), at });
        }
        if *total > 0 {
            events.push(Event::JobProgressed {
                job_id: job.id.clone(),
                done: *done,
                total: *total,
                assets: job.assets,
                findings: job.findings,
                calls: Arc::clone(&self.calls),
            });
        }
        if job.status.is_final() {
            events.push(Event::JobFinished { outcome: Arc::new(JobOutcome::empty(job.clone())) });
        }
    }
}

/// The job as it was before it began.
fn queued(job: &Job) -> Job {
    Job { assignments: job.assignments, ..Job::queued(job.kind, job.region.as_deref()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::summary::FindingCounts;
    use crate::model::{JobKind, ScanHeader, ScanStatus};
    use crate::report::sample;
    use crate::store::JobCounts;

    fn record(calls: u64) -> ScanRecord {
        let header: ScanHeader = sample::completed().report.header.as_ref().clone();
        ScanRecord {
            seen_at: header.started_at,
            header,
            status: ScanStatus::Running,
            reason: String::new(),
            begun_at: None,
            ended_at: None,
            pid: None,
            cancel_requested: false,
            jobs: JobCounts::default(),
            percent: 0,
            assets: 0,
            findings: FindingCounts::default(),
            calls: CallCounts { total: calls, ..CallCounts::default() },
        }
    }

    fn stored(status: JobStatus, done: u64, total: u64) -> StoredJob {
        let started_at = (status != JobStatus::Queued).then_some(record(0).header.started_at);
        let ended_at = started_at.filter(|_| status.is_final());
        StoredJob { job: Job { status, started_at, ended_at, ..Job::queued(JobKind::Clusters, None) }, done, total }
    }

    /// What was told, in short.
    fn told(feed: &mut Feed, calls: u64, job: StoredJob) -> Vec<String> {
        let short = |event| match event {
            Event::ScanStarted { jobs, .. } => format!("scan of {} {}", jobs.len(), jobs[0].status),
            Event::JobStarted { .. } => "job".to_owned(),
            Event::JobProgressed { done, total, .. } => format!("{done}/{total}"),
            Event::JobFinished { outcome } => outcome.job.status.to_string(),
            Event::CallsCounted { calls } => format!("{} calls", calls.total),
            other => panic!("{other:?}"),
        };
        feed.events(&record(calls), &[job]).into_iter().map(short).collect()
    }

    #[test]
    fn every_change_is_told_once() {
        let mut feed = Feed::default();
        assert_eq!(told(&mut feed, 0, stored(JobStatus::Queued, 0, 0)), ["scan of 1 queued"]);
        assert_eq!(told(&mut feed, 0, stored(JobStatus::Queued, 0, 0)), [""; 0]);
        assert_eq!(told(&mut feed, 1, stored(JobStatus::Running, 0, 0)), ["1 calls", "job"]);
        assert_eq!(told(&mut feed, 1, stored(JobStatus::Running, 1, 3)), ["1/3"]);
        assert_eq!(told(&mut feed, 1, stored(JobStatus::Running, 1, 3)), [""; 0]);
        assert_eq!(told(&mut feed, 2, stored(JobStatus::Succeeded, 3, 3)), ["2 calls", "3/3", "succeeded"]);
        assert_eq!(told(&mut feed, 2, stored(JobStatus::Succeeded, 3, 3)), [""; 0]);
    }

    #[test]
    fn whoever_comes_late_hears_the_whole_story() {
        let late = told(&mut Feed::default(), 5, stored(JobStatus::Partial, 2, 3));
        assert_eq!(late, ["scan of 1 queued", "5 calls", "job", "2/3", "partial"]);
    }

    #[test]
    fn a_scan_that_was_resumed_began_when_its_last_run_did() {
        let resumed = |begun_at| {
            let events = Feed::default().events(&ScanRecord { begun_at, ..record(0) }, &[]);
            let Some(Event::ScanStarted { at, .. }) = events.into_iter().next() else { panic!("it never started") };
            at
        };
        let started_at = record(0).header.started_at;
        let later = started_at + jiff::SignedDuration::from_hours(3);
        assert_eq!((resumed(None), resumed(Some(later))), (started_at, later));
    }

    #[test]
    fn a_job_that_was_stopped_in_the_queue_never_began() {
        let stopped = StoredJob { job: Job { started_at: None, ..stored(JobStatus::Cancelled, 0, 0).job }, done: 0, total: 0 };
        assert_eq!(told(&mut Feed::default(), 0, stopped), ["scan of 1 queued", "cancelled"]);
    }
}
