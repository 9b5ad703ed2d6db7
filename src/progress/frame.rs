//! One picture of a scan that runs, as lines of text: pure, whatever paints them.

use std::time::Duration;

use super::estimate::Estimate;
use super::fold::fold;
use super::line::{BARE, BOLD, DIM, LIVE, Line, WARN};
use super::quantity::{clock, grouped, roughly};
use super::state::{Phase, View};
use super::table::Table;
use crate::model::Colour;
use crate::model::{CallCounts, JobKind, JobStatus};

/// The part of the terminal that a picture may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub rows: usize,
}

/// A picture never grows wider: bars that are longer say no more.
const WIDEST: usize = 118;
/// Regions keep at least so many rows before anything else but the first line gets one.
const REGION_ROWS: usize = 3;
/// The rows of the regions that fold: those that have ended and those in the queue.
const FOLDS: usize = 2;
/// The pictures of what is under way.
pub(super) const SPINNER: [&str; 10] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/// How long each picture of the spinner stays, in milliseconds.
const SPIN: u128 = 100;

/// The picture of a scan `elapsed` after this run of it began, `pace` being its calls a second: at most `area.rows` lines of at most
/// `area.width` columns, none before the scan starts and none after its end.
#[must_use]
pub fn render(view: &View, estimate: Estimate, pace: Option<u64>, elapsed: Duration, area: Area, colour: Colour) -> Vec<String> {
    if matches!(view.phase, Phase::Waiting | Phase::Finished) {
        return Vec::new();
    }
    let width = area.width.saturating_sub(1).min(WIDEST);
    let regions = view.regions();
    let table = Table::new(width, regions.iter().map(|region| region.name.as_str()));
    let sweeps: Vec<Line> = view.sweeps().map(|job| table.sweep(job)).collect();
    let rows = area.rows.saturating_sub(1);
    let running = regions.iter().filter(|region| region.status == JobStatus::Running).count();
    let reserved = (running + FOLDS).min(rows / 2).max(REGION_ROWS).min(regions.len());
    let mut budget = Budget::new(rows, reserved);
    let mut lines = vec![first(view, estimate, pace, elapsed, width)];
    if budget.grant(2) {
        lines.extend([JobKind::Discovery, JobKind::Compliance].map(|kind| stage(view, kind, width, table.name_end())));
    }
    let has_sweeps = budget.grant(sweeps.len());
    let has_heading = budget.grant(1);
    if budget.grant(1) {
        lines.push(Line::default());
    }
    if has_heading {
        lines.push(table.heading());
    }
    lines.extend(fold(regions, budget.rest()).iter().map(|row| table.row(row)));
    if has_sweeps {
        lines.extend(sweeps);
    }
    lines.truncate(area.rows);
    lines.iter().map(|line| line.paint(area.width, colour)).collect()
}

/// Rows to give away.
struct Budget {
    reserved: usize,
    free: usize,
}

impl Budget {
    /// So many rows, some of them reserved for the rest.
    fn new(rows: usize, reserved: usize) -> Self {
        let reserved = reserved.min(rows);
        Self { reserved, free: rows - reserved }
    }

    /// Gives rows away where so many are free.
    const fn grant(&mut self, rows: usize) -> bool {
        let granted = self.free >= rows;
        if granted {
            self.free -= rows;
        }
        granted
    }

    /// What is left, with what was reserved.
    const fn rest(&self) -> usize {
        self.reserved + self.free
    }
}

/// `⠹ 42%  4 s · about 6 s left            1,204 calls · 96/s · 3 throttled`
fn first(view: &View, estimate: Estimate, pace: Option<u64>, elapsed: Duration, width: usize) -> Line {
    let spinner = SPINNER[usize::try_from(elapsed.as_millis() / SPIN).unwrap_or(0) % SPINNER.len()];
    let line = Line::default().text(LIVE, &format!(" {spinner} ")).text(BOLD, &format!("{:>3}%", estimate.percent));
    let line = line.text(BARE, &format!("  {}", clock(elapsed)));
    let line = match (view.phase, estimate.remaining) {
        (Phase::Stopping, _) => line.text(DIM, " · ").text(WARN, "stopping… (ctrl-c again to abort)"),
        (_, Some(remaining)) => line.text(DIM, " · ").text(BARE, &format!("about {} left", roughly(remaining))),
        (_, None) => line,
    };
    let room = width.saturating_sub(line.width() + 2);
    match calls(&view.calls, pace).into_iter().find(|calls| calls.width() <= room) {
        Some(calls) => {
            let blank = width - line.width() - calls.width();
            line.text(BARE, &" ".repeat(blank)).append(calls)
        }
        None => line,
    }
}

/// What to say of the API calls, the fullest first.
fn calls(calls: &CallCounts, pace: Option<u64>) -> Vec<Line> {
    if calls.total == 0 {
        return Vec::new();
    }
    let total = Line::default().text(BARE, &format!("{} call{}", grouped(calls.total), if calls.total == 1 { "" } else { "s" }));
    let with_throttled = |line: Line| match calls.throttled {
        0 => line,
        throttled => line.text(DIM, " · ").text(WARN, &format!("{} throttled", grouped(throttled))),
    };
    let with_pace = pace.map(|pace| total.clone().text(DIM, " · ").text(BARE, &format!("{}/s", grouped(pace)))).map(with_throttled);
    with_pace.into_iter().chain([with_throttled(total.clone()), total]).collect()
}

/// One stage: its name, its bar, how many of its jobs have ended.
fn stage(view: &View, kind: JobKind, width: usize, name_end: usize) -> Line {
    let stage = view.stage(kind);
    let digits = stage.jobs.to_string().len();
    let count = format!("{:>digits$}/{}", stage.ended, stage.jobs);
    let line = Line::default().left(BARE, &format!("   {}", kind.as_str()), name_end).text(BARE, "  ");
    let bar = width.saturating_sub(line.width() + count.len() + 2);
    line.bar(LIVE, stage.fraction, bar).text(BARE, &format!("  {count}"))
}

#[cfg(test)]
mod tests;
