//! The jobs of a scan, one line each.

use jiff::Timestamp;

use crate::model::plain_text::neutralise;
use crate::model::{Job, ScanReport};
use crate::report::layout::grid::{Side, lay_some};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{clock, duration, number};

/// Columns of a page from which on there is room for the ends too.
const WITH_ENDS: usize = 80;
/// Columns of a page from which on there is room for the counts too.
const WITH_COUNTS: usize = 92;

/// The columns and the sides on which their cells stand.
const COLUMNS: [(&str, Side); 7] = [
    ("job", Side::Left),
    ("state", Side::Left),
    ("began (UTC)", Side::Left),
    ("ended", Side::Left),
    ("took", Side::Right),
    ("assets", Side::Right),
    ("findings", Side::Right),
];

/// Puts the section of the jobs, where there are any.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    if report.jobs.is_empty() {
        return;
    }
    let mut rows = vec![COLUMNS.map(|(name, _)| paint(Ink::Faint, name))];
    rows.extend(report.jobs.iter().map(|job| row(job, report.header.started_at)));
    page.heading("Jobs");
    let shown: &[usize] = match page.width() {
        ..WITH_ENDS => &[0, 1, 2, 4],
        WITH_ENDS..WITH_COUNTS => &[0, 1, 2, 3, 4],
        _ => &[0, 1, 2, 3, 4, 5, 6],
    };
    let lines = lay_some(shown, COLUMNS.map(|(_, side)| side), &rows);
    for line in lines.iter().flatten() {
        page.line(&format!("  {line}"));
    }
}

fn row(job: &Job, scan_started: Timestamp) -> [String; 7] {
    let nothing = || "–".to_owned();
    let time = |time: Option<Timestamp>| time.map_or_else(nothing, |time| clock(time, scan_started));
    [
        neutralise(&job.id).into_owned(),
        paint(Ink::of_job(job.status), job.status.as_str()),
        time(job.started_at),
        time(job.ended_at),
        job.duration_ms().map_or_else(nothing, duration),
        number(job.assets),
        number(job.findings),
    ]
}
