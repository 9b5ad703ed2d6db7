//! The thread that writes.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::model::{CallCounts, Event, Job, JobOutcome, JobStatus, ScanReport, ScanStatus, Warning};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::life::{Ending, JobProgress};
use crate::store::lock::ScanLock;

/// How often progress is written and the wish to stop is looked for.
const TICK: Duration = Duration::from_millis(250);

/// The pause before what could not be written is tried again.
const RETRY: Duration = Duration::from_secs(2);

/// The pause between two tries when nothing more will come.
const LAST_RETRY: Duration = Duration::from_millis(200);

/// What the thread is sent.
pub(super) enum Message {
    /// Something happened.
    Heard(Event),
    /// Nothing more will come.
    End,
}

/// What must be written, in the order in which it came.
enum Deed {
    Begin(Vec<Job>),
    JobStarted(String, Timestamp),
    JobFinished(Arc<JobOutcome>),
    Finish(Arc<ScanReport>),
}

/// The thread's state.
pub(super) struct Writer {
    store: Store,
    lock: ScanLock,
    on_cancel: Option<Box<dyn FnOnce() + Send>>,
    /// What is not written yet. Outcomes are shared with the engine, which keeps them anyway.
    deeds: VecDeque<Deed>,
    /// Only the latest of each job is worth writing.
    progress: BTreeMap<String, JobProgress>,
    calls: Option<Arc<CallCounts>>,
    first_error: Option<StoreError>,
    /// Whether something was given up, so that the store lacks it for good.
    incomplete: bool,
    /// The jobs among that, by id, and what the stored scan must say of them.
    lost: BTreeSet<String>,
    warnings: Vec<Warning>,
    retry_at: Option<Instant>,
    /// Whether what is due waits for another process.
    held_up: bool,
    /// How long to wait for other processes when nothing more will come.
    last_patience: Duration,
}

impl Writer {
    pub(super) fn new(store: Store, lock: ScanLock, on_cancel: Box<dyn FnOnce() + Send>, last_patience: Duration) -> Self {
        Self {
            store,
            lock,
            on_cancel: Some(on_cancel),
            deeds: VecDeque::new(),
            progress: BTreeMap::new(),
            calls: None,
            first_error: None,
            incomplete: false,
            lost: BTreeSet::new(),
            warnings: Vec::new(),
            retry_at: None,
            held_up: false,
            last_patience,
        }
    }

    /// Writes until the end is sent; the first error, where something is not stored.
    pub(super) fn run(mut self, messages: &Receiver<Message>) -> Result<(), StoreError> {
        let mut next_tick = Instant::now() + TICK;
        loop {
            match messages.recv_timeout(next_tick.saturating_duration_since(Instant::now())) {
                Ok(Message::Heard(event)) => self.hear(event),
                Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.write(Instant::now());
            // Also while events come thick and fast.
            if Instant::now() >= next_tick {
                self.tick();
                next_tick = Instant::now() + TICK;
            }
        }
        self.write_last();
        let all_written = self.deeds.is_empty() && !self.incomplete;
        self.first_error.filter(|_| !all_written).map_or(Ok(()), Err)
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::ScanStarted { header, jobs, .. } if header.id == self.lock.scan_id() => self.deeds.push_back(Deed::Begin(jobs)),
            Event::JobStarted { job_id, at } => self.deeds.push_back(Deed::JobStarted(job_id, at)),
            Event::JobProgressed { job_id, done, total, assets, findings, calls } => {
                self.progress.insert(job_id.clone(), JobProgress { job_id, done, total, assets, findings });
                self.calls = Some(calls);
            }
            Event::CallsCounted { calls } => self.calls = Some(calls),
            Event::JobFinished { outcome } => {
                self.progress.remove(&outcome.job.id);
                self.deeds.push_back(Deed::JobFinished(outcome));
            }
            Event::ScanFinished { report } if report.header.id == self.lock.scan_id() => {
                self.progress.clear();
                self.calls = None;
                self.deeds.push_back(Deed::Finish(report));
            }
            // Another scan's, or nothing to store.
            Event::ScanStarted { .. } | Event::ScanFinished { .. } | Event::CancellationRequested => {}
        }
    }

    /// Writes what is left. Nobody will do so later: another process that writes just now is waited for.
    fn write_last(&mut self) {
        let until = Instant::now() + self.last_patience;
        loop {
            self.retry_at = None;
            self.write(Instant::now());
            if !self.held_up || Instant::now() >= until {
                return;
            }
            std::thread::sleep(LAST_RETRY);
        }
    }

    /// Writes what is due, as far as it goes.
    fn write(&mut self, now: Instant) {
        if self.retry_at.is_some_and(|at| now < at) {
            return;
        }
        self.retry_at = None;
        self.held_up = false;
        while let Some(deed) = self.deeds.front() {
            let Err(error) = self.done(deed) else {
                self.deeds.pop_front();
                continue;
            };
            if error.is_passing() {
                self.held_up = matches!(error, StoreError::Busy { .. });
                self.first_error.get_or_insert(error);
                self.retry_at = Some(Instant::now() + RETRY);
                return;
            }
            // What will never be written must not hold up the rest.
            self.give_up(&error);
            self.first_error.get_or_insert(error);
        }
    }

    /// Gives up the first deed. In place of a job that cannot be stored, it is stored that the job is lost: the scan must never look as
    /// if it had seen everything.
    fn give_up(&mut self, error: &StoreError) {
        self.incomplete = true;
        let Some(Deed::JobFinished(outcome)) = self.deeds.pop_front() else { return };
        let job = &outcome.job;
        if !self.lost.insert(job.id.clone()) {
            return;
        }
        self.warnings.push(lost(&job.id, error));
        let error = Some(format!("its outcome is not stored: {error}"));
        let job = Job { status: JobStatus::Failed, assets: 0, findings: 0, error, ..job.clone() };
        let nothing = JobOutcome::empty(job);
        self.deeds.push_front(Deed::JobFinished(Arc::new(nothing)));
    }

    /// The end of the scan as far as the store knows it.
    fn ending(&self, report: &ScanReport) -> Ending {
        let mut ending = Ending::from(report);
        if self.lost.is_empty() {
            return ending;
        }
        if ending.status == ScanStatus::Completed {
            ending.status = ScanStatus::Partial;
            ending.reason = format!("{} of {} jobs could not be stored", self.lost.len(), report.jobs.len());
        }
        ending.warnings.extend(self.warnings.iter().cloned());
        ending
    }

    fn done(&self, deed: &Deed) -> Result<(), StoreError> {
        let scan_id = self.lock.scan_id();
        match deed {
            Deed::Begin(jobs) => self.store.begin(&self.lock, jobs),
            Deed::JobStarted(job_id, at) => self.store.job_started(scan_id, job_id, *at),
            Deed::JobFinished(outcome) => self.store.job_finished(scan_id, outcome),
            Deed::Finish(report) => self.store.finish(scan_id, &self.ending(report)),
        }
    }

    fn tick(&mut self) {
        // Progress that cannot be written is out of date when it could: only what lasts is tried again.
        if self.deeds.is_empty() && (!self.progress.is_empty() || self.calls.is_some()) {
            let progress: Vec<JobProgress> = std::mem::take(&mut self.progress).into_values().collect();
            let calls = self.calls.take();
            drop(self.store.progressed(self.lock.scan_id(), &progress, calls.as_deref()));
        }
        if self.on_cancel.is_some()
            && matches!(self.store.cancel_requested(self.lock.scan_id()), Ok(true))
            && let Some(on_cancel) = self.on_cancel.take()
        {
            on_cancel();
        }
    }
}

/// What the user must know of a job whose outcome is not stored.
fn lost(job_id: &str, error: &StoreError) -> Warning {
    Warning::note(
        "not_stored",
        format!("what job {job_id} found is not stored: {error}; only the reports that the scan wrote have it"),
    )
}
