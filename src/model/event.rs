//! What the engine tells its listeners: bars, line output, JSON lines, later a store.

use std::sync::Arc;

use jiff::Timestamp;

use super::job::{Job, JobOutcome};
use super::report::ScanReport;
use super::scan::ScanHeader;
use super::summary::CallCounts;

/// Something that happened in a scan, told in the past tense and in order per job.
#[derive(Debug, Clone)]
pub enum Event {
    /// The plan stands; every job is queued, but for those that finished in an earlier run of the scan: these are told no more.
    ScanStarted {
        /// The scan.
        header: Arc<ScanHeader>,
        /// All jobs of the plan, in its order.
        jobs: Vec<Job>,
        /// When this run began: the scan's start, or the moment at which it was taken up again.
        at: Timestamp,
    },
    /// A job left the queue.
    JobStarted {
        /// The job's id.
        job_id: String,
        /// When.
        at: Timestamp,
    },
    /// A job came a step further. Counts are totals of the job so far, not differences.
    JobProgressed {
        /// The job's id.
        job_id: String,
        /// Steps done.
        done: u64,
        /// Steps known of; may grow while the job runs.
        total: u64,
        /// Assets listed so far.
        assets: u64,
        /// Findings made so far.
        findings: u64,
        /// API calls of the whole scan so far.
        calls: Arc<CallCounts>,
    },
    /// Calls were made since they were last told of; told now and then while jobs run, however long their steps take.
    CallsCounted {
        /// API calls of the whole scan so far.
        calls: Arc<CallCounts>,
    },
    /// A job ended, whichever way. Told in the order of the ends.
    JobFinished {
        /// All that it leaves behind.
        outcome: Arc<JobOutcome>,
    },
    /// The user asked the scan to stop; running calls get a moment to finish.
    CancellationRequested,
    /// Everything has ended.
    ScanFinished {
        /// The report.
        report: Arc<ScanReport>,
    },
}

/// Hears every event, from several threads, and must return quickly.
pub trait Listener: Send + Sync {
    /// One event.
    fn hear(&self, event: &Event);
}

impl Listener for Vec<Arc<dyn Listener>> {
    fn hear(&self, event: &Event) {
        for listener in self {
            listener.hear(event);
        }
    }
}
