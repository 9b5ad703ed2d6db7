//! JSON lines: what the scan finds, one line per fact, as soon as each job has finished.

mod line;

use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use crate::model::{Event, JobOutcome, Listener, ScanReport, Warning};
use line::Line;

/// Writes one JSON object per line while the scan runs, and flushes after every job.
///
/// Lines of type `scan` (first), then for every job its `asset`, `result` and `warning` lines and at last its own `job` line, then the
/// warnings that belong to no job, and `summary` (last). An asset line says what the listing said; facets that were read for it later
/// stand in the JSON report. A reader that goes away early is not an error.
pub struct JsonLines {
    state: Mutex<State>,
}

struct State {
    out: Box<dyn Write + Send>,
    /// The first write error; nothing is written after it.
    error: Option<io::Error>,
    /// Warnings that were told with their job, by code, action and region.
    told: HashSet<(String, String, String)>,
}

impl JsonLines {
    /// Writes to `out`, which needs no buffer of its own.
    #[must_use]
    pub fn new(out: Box<dyn Write + Send>) -> Self {
        let out = Box::new(io::BufWriter::with_capacity(64 * 1024, out));
        Self { state: Mutex::new(State { out, error: None, told: HashSet::new() }) }
    }

    /// Flushes, and tells whether everything could be written.
    ///
    /// # Errors
    /// The first write error, unless it was a broken pipe.
    pub fn finish(&self) -> io::Result<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.flush();
        match state.error.take() {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}

impl Listener for JsonLines {
    fn hear(&self, event: &Event) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.error.is_some() {
            return;
        }
        match event {
            Event::ScanStarted { header, jobs } => state.line(&Line::scan(header, jobs)),
            Event::JobFinished { outcome } => state.job(outcome),
            Event::ScanFinished { report } => state.end(report),
            Event::JobStarted { .. } | Event::JobProgressed { .. } | Event::CancellationRequested => return,
        }
        state.flush();
    }
}

impl State {
    fn job(&mut self, outcome: &JobOutcome) {
        let job_id = outcome.job.id.as_str();
        for asset in &outcome.assets {
            self.line(&Line::Asset { job_id, asset: asset.into() });
        }
        for result in &outcome.results {
            self.line(&Line::Result { job_id, result: result.into() });
        }
        let gaps = outcome.gaps.iter().map(|record| Warning::of_gap(&record.gap, record.checks.clone()));
        for warning in outcome.warnings.iter().cloned().chain(gaps) {
            self.line(&Line::Warning { job_id: Some(job_id), warning: (&warning).into() });
            self.told.insert((warning.code, warning.action, warning.region));
        }
        self.line(&Line::Job { job: (&outcome.job).into() });
    }

    fn end(&mut self, report: &ScanReport) {
        for warning in &report.warnings {
            if !self.told.contains(&(warning.code.clone(), warning.action.clone(), warning.region.clone())) {
                self.line(&Line::Warning { job_id: None, warning: warning.into() });
            }
        }
        self.line(&Line::summary(report));
    }

    fn line(&mut self, line: &impl Serialize) {
        if self.error.is_none() {
            let written = serde_json::to_writer(&mut self.out, line).map_err(io::Error::from);
            self.error = written.and_then(|()| self.out.write_all(b"\n")).err();
        }
    }

    fn flush(&mut self) {
        if self.error.is_none() {
            self.error = self.out.flush().err();
        }
    }
}
