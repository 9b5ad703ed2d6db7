//! The table of regions: which columns fit the width, and how its lines are set.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::fold::{Folded, Row};
use super::line::{BARE, DIM, LIVE, Line, WARN, style_of};
use super::quantity::grouped;
use super::state::{JobView, RegionView, Share};
use crate::model::{JobKind, JobStatus};

/// Columns of the symbol and the blanks around it.
const SYMBOL: usize = 3;
/// Columns of blank between cells.
const GAP: usize = 2;
/// The name column is as wide as the longest name, but not wider.
const LONGEST_NAME: usize = 20;
const STATUS: usize = 9;
const ASSETS: usize = 7;
const FINDINGS: usize = 8;
/// Columns of `100%`.
const PERCENT: usize = 4;
/// A bar that is shorter shows nothing that the percentage beside it does not.
const SHORTEST_BAR: usize = 4;

/// The columns of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Table {
    name: usize,
    /// 0 where there is no room for it.
    status: usize,
    /// The cell of one job: a bar with a percentage, or the percentage alone.
    job: usize,
}

impl Table {
    /// Settles the columns for so many columns of terminal and these names of regions.
    #[must_use]
    pub(super) fn new<'a>(width: usize, names: impl Iterator<Item = &'a str>) -> Self {
        let name = names.map(UnicodeWidthStr::width).max().unwrap_or(0).clamp(JobKind::Registries.as_str().len(), LONGEST_NAME);
        let fixed = SYMBOL + name + GAP + GAP + GAP + ASSETS + GAP + FINDINGS;
        let bare = fixed + 2 * PERCENT;
        let status = if width >= bare + GAP + STATUS { STATUS } else { 0 };
        let cells = width.saturating_sub(fixed + if status > 0 { GAP + status } else { 0 });
        Self { name, status, job: (cells / 2).max(PERCENT) }
    }

    /// The column in which the names end.
    #[must_use]
    pub(super) const fn name_end(&self) -> usize {
        SYMBOL + self.name
    }

    /// The line above the table.
    #[must_use]
    pub(super) fn heading(&self) -> Line {
        let title = |kind: JobKind| if self.job < kind.as_str().len() { &kind.as_str()[..PERCENT] } else { kind.as_str() };
        let mut line = Line::default().left(DIM, "   region", SYMBOL + self.name);
        if self.status > 0 {
            line = line.gap().left(DIM, "state", self.status);
        }
        line.gap()
            .left(DIM, title(JobKind::Discovery), self.job)
            .gap()
            .left(DIM, title(JobKind::Compliance), self.job)
            .gap()
            .right(DIM, "assets", ASSETS)
            .gap()
            .right(DIM, "findings", FINDINGS)
    }

    /// One line of regions.
    #[must_use]
    pub(super) fn row(&self, row: &Row) -> Line {
        match row {
            Row::Region(region) => self.region(region),
            Row::Folded(folded) => self.folded(folded),
        }
    }

    /// The line of a job that sweeps every region: one bar in the place of two.
    #[must_use]
    pub(super) fn sweep(&self, job: &JobView) -> Line {
        let line = self.start(job.status, job.kind.as_str()).gap();
        let line = job_cell(line, job.share(), self.job + GAP + self.job);
        counts(line, job.status, job.assets, job.findings)
    }

    fn region(&self, region: &RegionView) -> Line {
        let line = self.start(region.status, &region.name).gap();
        let line = job_cell(line, region.discovery, self.job).gap();
        let line = job_cell(line, region.compliance, self.job);
        counts(line, region.status, region.assets, region.findings)
    }

    fn folded(&self, folded: &Folded) -> Line {
        let room = self.name + if self.status > 0 { GAP + self.status } else { 0 } + GAP + self.job + GAP + self.job;
        let style = if folded.status == JobStatus::Succeeded { BARE } else { style_of(folded.status) };
        let line = symbol(folded.status).left(style, &folded.label, room);
        counts(line, folded.status, folded.assets, folded.findings)
    }

    fn start(&self, status: JobStatus, name: &str) -> Line {
        let line = symbol(status).left(if status == JobStatus::Queued { DIM } else { BARE }, name, self.name);
        if self.status == 0 { line } else { line.gap().left(style_of(status), status.as_str(), self.status) }
    }
}

/// The columns of the bar in a job's cell; 0 where only the percentage fits.
const fn bar_of(cell: usize) -> usize {
    let bar = cell.saturating_sub(1 + PERCENT);
    if bar < SHORTEST_BAR { 0 } else { bar }
}

/// The sign of a status.
const fn mark(status: JobStatus) -> &'static str {
    match status {
        JobStatus::Queued => "·",
        JobStatus::Running => "●",
        JobStatus::Succeeded => "✓",
        JobStatus::Partial => "!",
        JobStatus::Failed => "✗",
        JobStatus::Cancelled => "–",
    }
}

fn symbol(status: JobStatus) -> Line {
    Line::default().text(style_of(status), &format!(" {} ", mark(status)))
}

/// A bar with its percentage, or the percentage alone, in `width` columns.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fraction is 0.0 to 1.0")]
fn job_cell(line: Line, share: Share, width: usize) -> Line {
    let percent = format!("{}%", (share.fraction * 100.0) as u8);
    let (bar_style, note_style, note) = match share.status {
        JobStatus::Queued => (DIM, DIM, String::new()),
        JobStatus::Running => (LIVE, BARE, percent),
        JobStatus::Succeeded | JobStatus::Partial => (style_of(share.status), DIM, percent),
        JobStatus::Failed | JobStatus::Cancelled => (style_of(share.status), style_of(share.status), mark(share.status).to_owned()),
    };
    match bar_of(width) {
        0 => line.right(note_style, &note, width),
        bar => line.bar(bar_style, share.fraction, bar).right(note_style, &note, width - bar),
    }
}

/// The counts at the end of a line.
fn counts(line: Line, status: JobStatus, assets: u64, findings: u64) -> Line {
    let shown = |number: u64| if status == JobStatus::Queued { String::new() } else { grouped(number) };
    let style = |number: u64, found: Style| if number == 0 { DIM } else { found };
    line.gap().right(style(assets, BARE), &shown(assets), ASSETS).gap().right(style(findings, WARN), &shown(findings), FINDINGS)
}
