//! One line per finished job, for logs and for terminals that cannot do more. A stderr that has gone away is ignored.

use std::io::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::line::{BAD, BARE, BOLD, DIM, Line, WARN, style_of};
use super::quantity::{counted, took};
use super::state::View;
use crate::model::Colour;
use crate::model::{Event, Job, JobKind, JobOutcome, JobStatus, Listener, Outcome, ScanHeader};

/// Writes one line per finished job.
pub(super) struct Lines<W> {
    state: Mutex<(View, W)>,
    colour: Colour,
}

impl<W: Write + Send> Lines<W> {
    /// Lines that go to `writer`.
    pub(super) fn new(writer: W, colour: Colour) -> Self {
        Self { state: Mutex::new((View::default(), writer)), colour }
    }
}

impl<W: Write + Send> Listener for Lines<W> {
    fn hear(&self, event: &Event) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (view, writer) = &mut *state;
        view.apply(event);
        let line = match event {
            Event::ScanStarted { header, .. } => first(header, view.ended(), view.jobs.len()),
            Event::JobFinished { outcome } => finished(outcome, view.ended(), view.jobs.len()),
            Event::CancellationRequested => Line::default().text(WARN, "stopping… (ctrl-c again to abort)"),
            Event::JobStarted { .. } | Event::JobProgressed { .. } | Event::CallsCounted { .. } | Event::ScanFinished { .. } => {
                return;
            }
        };
        let text = line.paint(usize::MAX, self.colour) + "\n";
        // Nobody may be reading any more, and a scan does not end for that.
        let _ = writer.write_all(text.as_bytes()).and_then(|()| writer.flush());
    }
}

/// What is about to be scanned; `ended` of the `jobs` ended in an earlier run.
fn first(header: &ScanHeader, ended: usize, jobs: usize) -> Line {
    let regions = match header.regions.as_slice() {
        [] => "no region".to_owned(),
        regions => format!("{}: {}", counted(regions.len() as u64, "region"), regions.join(", ")),
    };
    let profile = if header.profile.is_empty() { String::new() } else { format!("profile {} · ", header.profile) };
    let (scanning, earlier) = match ended {
        0 => ("scanning ", String::new()),
        _ => ("resuming the scan of ", format!(" · {ended} of {jobs} jobs have ended")),
    };
    Line::default()
        .text(BARE, scanning)
        .text(BOLD, &format!("{} account {}", header.provider, header.account_id))
        .text(BARE, &format!(" · {profile}{} · {regions}{earlier}", counted(header.checks_selected, "check")))
}

/// What came of a job; it is the `place`-th of `jobs` to end.
fn finished(outcome: &JobOutcome, place: usize, jobs: usize) -> Line {
    let job = &outcome.job;
    let digits = jobs.to_string().len();
    let name = job.region.as_ref().map_or_else(|| job.kind.as_str().to_owned(), |region| format!("{} {region}", job.kind.as_str()));
    let mut line = Line::default().text(DIM, &format!("[{place:>digits$}/{jobs}] ")).text(BARE, &name).text(BARE, " ");
    line = line.text(style_of(job.status), job.status.as_str());
    if let Some(millis) = job.duration_ms() {
        line = line.text(BARE, &format!(" in {}", took(Duration::from_millis(millis.try_into().unwrap_or(0)))));
    }
    if let (JobStatus::Failed, Some(error)) = (job.status, &job.error) {
        return line.text(BAD, &format!(": {error}"));
    }
    line.text(BARE, &yield_of(job, outcome))
}

/// What a job brought home: ` · 143 assets`, ` · 7 findings · 2 unknown · 1 gap`.
fn yield_of(job: &Job, outcome: &JobOutcome) -> String {
    if job.status == JobStatus::Cancelled {
        return String::new();
    }
    let mut parts = vec![String::new()];
    if job.kind != JobKind::Compliance {
        parts.push(counted(job.assets, "asset"));
    }
    if job.kind != JobKind::Discovery {
        parts.push(counted(job.findings, "finding"));
        match outcome.results.iter().filter(|result| result.outcome == Outcome::Unknown).count() {
            0 => {}
            unknown => parts.push(format!("{unknown} unknown")),
        }
    }
    if !outcome.gaps.is_empty() {
        parts.push(counted(outcome.gaps.len() as u64, "gap"));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests;
