//! The thread that writes.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::model::{CallCounts, Event, Job, JobOutcome, ScanReport};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::life::{Ending, JobProgress};
use crate::store::lock::ScanLock;

/// How often progress is written and the wish to stop is looked for.
const TICK: Duration = Duration::from_millis(250);

/// The pause before what could not be written is tried again.
const RETRY: Duration = Duration::from_secs(2);

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
    retry_at: Option<Instant>,
}

impl Writer {
    pub(super) fn new(store: Store, lock: ScanLock, on_cancel: Box<dyn FnOnce() + Send>) -> Self {
        Self {
            store,
            lock,
            on_cancel: Some(on_cancel),
            deeds: VecDeque::new(),
            progress: BTreeMap::new(),
            calls: None,
            first_error: None,
            incomplete: false,
            retry_at: None,
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
        self.retry_at = None;
        self.write(Instant::now());
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

    /// Writes what is due, as far as it goes.
    fn write(&mut self, now: Instant) {
        if self.retry_at.is_some_and(|at| now < at) {
            return;
        }
        self.retry_at = None;
        while let Some(deed) = self.deeds.front() {
            let Err(error) = self.done(deed) else {
                self.deeds.pop_front();
                continue;
            };
            let is_passing = error.is_passing();
            self.first_error.get_or_insert(error);
            if is_passing {
                self.retry_at = Some(Instant::now() + RETRY);
                return;
            }
            // What will never be written must not hold up the rest.
            self.incomplete = true;
            self.deeds.pop_front();
        }
    }

    fn done(&self, deed: &Deed) -> Result<(), StoreError> {
        let scan_id = self.lock.scan_id();
        match deed {
            Deed::Begin(jobs) => self.store.begin(&self.lock, jobs),
            Deed::JobStarted(job_id, at) => self.store.job_started(scan_id, job_id, *at),
            Deed::JobFinished(outcome) => self.store.job_finished(scan_id, outcome),
            Deed::Finish(report) => self.store.finish(scan_id, &Ending::from(report.as_ref())),
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
