//! A run that is stored while it goes on, as far as it can be.

use std::sync::{Arc, Mutex, PoisonError};

use crate::cli::terminal::say;
use crate::model::{Event, Listener, ScanReport, Warning};
use crate::store::Recorder;

/// The code of the warning that tells that a scan is not stored.
pub(in crate::cli) const NOT_STORED: &str = "not_stored";

/// The warning of a scan that is not stored; `why` says what is missing and the reason.
pub(super) fn not_stored(why: &str) -> Warning {
    Warning::note(NOT_STORED, why.to_owned())
}

/// Passes on what the engine tells: to the store, and to everyone else.
pub(super) struct Recording {
    recorder: Recorder,
    others: Arc<dyn Listener>,
    end: Mutex<Option<End>>,
}

/// How a recorded run ended.
#[derive(Clone)]
pub(super) struct End {
    /// The report, with a warning where not all of it is stored.
    pub(super) report: Arc<ScanReport>,
    /// Why not all of it is stored.
    pub(super) problem: Option<String>,
}

impl End {
    /// The report, once the user knows what is missing of it in the store.
    pub(super) fn told(self) -> Arc<ScanReport> {
        if let Some(problem) = self.problem {
            say(&format!("warning: {problem}"));
        }
        self.report
    }
}

impl Recording {
    pub(super) fn new(recorder: Recorder, others: Arc<dyn Listener>) -> Self {
        Self { recorder, others, end: Mutex::new(None) }
    }

    /// How the run ended, once it has.
    pub(super) fn end(&self) -> Option<End> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until all is stored: only then it is known what the reports have to say of that.
    fn close(&self, report: &Arc<ScanReport>) -> End {
        let Err(error) = self.recorder.finish() else { return End { report: Arc::clone(report), problem: None } };
        let problem = format!("this scan is not stored in full: {error}");
        let mut told = ScanReport::clone(report);
        told.warnings.insert(0, not_stored(&problem));
        End { report: Arc::new(told), problem: Some(problem) }
    }
}

impl Listener for Recording {
    fn hear(&self, event: &Event) {
        self.recorder.hear(event);
        let Event::ScanFinished { report } = event else { return self.others.hear(event) };
        let end = self.close(report);
        self.others.hear(&Event::ScanFinished { report: Arc::clone(&end.report) });
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = Some(end);
    }
}
