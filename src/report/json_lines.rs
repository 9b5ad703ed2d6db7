//! JSON lines: what the scan finds, one line per fact, as soon as each job has finished.

mod line;

use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::json::v1;
use crate::model::{Event, Job, JobOutcome, Listener, ScanHeader, ScanReport, Warning};
use line::Line;

/// Writes one JSON object per line while the scan runs, and flushes after every job.
///
/// Lines of type `scan` (first), then for every job its `asset`, `result` and `warning` lines and at last its own `job` line, then the
/// warnings that belong to no job, and `summary` (last). An asset line says what the listing said; facets that were read for it later
/// stand in the JSON report. Of a scan that is resumed, jobs that finished before stand in the JSON report too, not here. A reader that
/// goes away early is not an error.
pub struct JsonLines {
    state: Mutex<State<Box<dyn Write + Send>>>,
}

struct State<W: Write> {
    out: io::BufWriter<W>,
    /// The first write error; nothing is written after it.
    error: Option<io::Error>,
    /// The account's id, as the first line tells it.
    account_id: String,
    /// Warnings that were told with their job, by code, action and region.
    told: HashSet<(String, String, String)>,
}

impl JsonLines {
    /// Writes to `out`, which needs no buffer of its own.
    #[must_use]
    pub fn new(out: Box<dyn Write + Send>) -> Self {
        Self { state: Mutex::new(State::new(out)) }
    }

    /// Flushes, and tells whether everything could be written.
    ///
    /// # Errors
    /// The first write error, unless it was a broken pipe.
    pub fn finish(&self) -> io::Result<()> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).finish()
    }
}

impl Listener for JsonLines {
    fn hear(&self, event: &Event) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.error.is_some() {
            return;
        }
        match event {
            Event::ScanStarted { header, jobs, .. } => state.scan(header, jobs),
            Event::JobFinished { outcome } => state.job(outcome),
            Event::ScanFinished { report } => state.end(report),
            Event::JobStarted { .. } | Event::JobProgressed { .. } | Event::CallsCounted { .. } | Event::CancellationRequested => {
                return;
            }
        }
        state.flush();
    }
}

/// Writes the lines of a scan that has run already; `outcomes` are what its jobs left behind, in the order in which they ended.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, outcomes: &[Arc<JobOutcome>], out: &mut dyn Write) -> io::Result<()> {
    let mut state = State::new(out);
    // A scan of which nothing could run has no plan to tell.
    if !report.jobs.is_empty() {
        state.scan(&report.header, &report.jobs);
    }
    for outcome in outcomes {
        state.job(outcome);
    }
    state.end(report);
    state.flush();
    state.error.take().map_or(Ok(()), Err)
}

impl<W: Write> State<W> {
    fn new(out: W) -> Self {
        Self { out: io::BufWriter::with_capacity(64 * 1024, out), error: None, told: HashSet::new(), account_id: String::new() }
    }

    /// The first error that was not a broken pipe.
    fn finish(&mut self) -> io::Result<()> {
        self.flush();
        match self.error.take() {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }

    fn scan(&mut self, header: &ScanHeader, jobs: &[Job]) {
        self.account_id.clone_from(&header.account_id);
        self.line(&Line::scan(header, jobs));
    }

    fn job(&mut self, outcome: &JobOutcome) {
        let job_id = outcome.job.id.as_str();
        let account_id = self.account_id.clone();
        for asset in &outcome.assets {
            self.line(&Line::Asset { job_id, asset: asset.into() });
        }
        for result in &outcome.results {
            self.line(&Line::Result { job_id, result: v1::CheckResult::of(result, &account_id) });
        }
        let gaps = outcome.gaps.iter().map(|record| Warning::of_gap(&record.gap, record.count, record.checks.clone()));
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::Value;

    use super::*;
    use crate::report::sample::{self, Sample};

    /// What a test wrote; from the given byte on, every write fails.
    #[derive(Clone, Default)]
    struct Shared {
        written: Arc<Mutex<Vec<u8>>>,
        fails: Option<(usize, io::ErrorKind)>,
    }

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let mut written = self.written.lock().unwrap();
            match self.fails {
                Some((limit, kind)) if written.len() + bytes.len() > limit => Err(kind.into()),
                _ => written.write(bytes),
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Shared {
        fn text(&self) -> String {
            String::from_utf8(self.written.lock().unwrap().clone()).unwrap()
        }
    }

    fn told(sample: &Sample, out: &Shared) -> io::Result<()> {
        let lines = JsonLines::new(Box::new(out.clone()));
        for event in &sample.events {
            lines.hear(event);
        }
        lines.finish()
    }

    fn values(text: &str) -> Vec<Value> {
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn a_partial_scan_reads_so() {
        let out = Shared::default();
        told(&sample::partial(), &out).unwrap();
        insta::assert_snapshot!(out.text().replace(env!("CARGO_PKG_VERSION"), "[version]"));
    }

    #[test]
    fn every_fact_of_the_report_has_its_line() {
        for sample in sample::all() {
            let out = Shared::default();
            told(&sample, &out).unwrap();
            let lines = values(&out.text());
            let count = |wanted: &str| lines.iter().filter(|line| line["type"] == wanted).count();
            assert_eq!(lines.first().unwrap()["type"], "scan");
            assert_eq!(lines.last().unwrap()["type"], "summary");
            let report = &sample.report;
            assert_eq!(
                (count("asset"), count("result"), count("job"), count("warning")),
                (report.assets.len(), report.results.len(), report.jobs.len(), report.warnings.len())
            );
        }
    }

    #[test]
    fn lines_are_out_as_soon_as_their_job_has_finished() {
        let (out, sample) = (Shared::default(), sample::completed());
        let lines = JsonLines::new(Box::new(out.clone()));
        for event in &sample.events[..2] {
            lines.hear(event);
        }
        assert_eq!(values(&out.text()).last().unwrap()["id"], sample.report.jobs[0].id.as_str());
    }

    #[test]
    fn a_write_error_is_kept_until_the_end() {
        let out = Shared { fails: Some((600, io::ErrorKind::StorageFull)), ..Shared::default() };
        let error = told(&sample::completed(), &out).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }

    #[test]
    fn a_reader_that_went_away_is_no_error() {
        let out = Shared { fails: Some((600, io::ErrorKind::BrokenPipe)), ..Shared::default() };
        told(&sample::completed(), &out).unwrap();
    }
}
