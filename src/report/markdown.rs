//! The Markdown report, for step summaries of CI systems and for comments.
//!
//! It begins at headings of the third level, so that it fits below a page's own. GitHub shows at most 1 MiB of a step's summary and
//! refuses more, so the report never grows beyond that: findings are left out, the least severe first, and it says how many and where
//! they are. Texts that somebody else chose stay texts: [`text`].
//!
//! Sources: GitHub Docs, "Workflow commands for GitHub Actions" (job summaries); GitHub Flavored Markdown Spec.

mod findings;
mod frameworks;
mod others;
mod overview;
mod page;
pub(in crate::report) mod text;
mod warnings;

use std::io;

use self::page::Page;
use crate::model::ScanReport;
use crate::report::layout::words::count;

/// Bytes of the whole report: what GitHub takes, less some room for what else the step writes.
const LIMIT: usize = 1_000_000;

/// Bytes of the parts before and after the findings.
const SHARE: usize = 150_000;

/// Where everything is that has been left out.
const ELSEWHERE: &str = "the JSON report (`--json`) holds them all";

/// Writes the report. Where findings had to be left out, the warning to show is returned.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, out: &mut dyn io::Write) -> io::Result<Option<String>> {
    let (text, left_out) = render(report, LIMIT);
    out.write_all(text.as_bytes())?;
    let warning = || {
        let total = count(report.summary.findings.total, "finding", "findings");
        format!(
            "the Markdown report leaves out {left_out} of {total}, because GitHub takes at most 1 MiB; the JSON report holds them all"
        )
    };
    Ok((left_out > 0).then(warning))
}

/// The report in at most `limit` bytes, and how many findings it leaves out.
fn render(report: &ScanReport, limit: usize) -> (String, usize) {
    let share = SHARE.min(limit / 5);
    let mut page = Page::within(share);
    overview::put(report, &mut page);
    let mut frameworks = Page::within(share);
    frameworks::put(report, &mut frameworks);
    let mut warnings = Page::within(share);
    warnings::put(report, &mut warnings);
    let mut others = Page::within(share);
    others::put(report, &mut others);
    page.widen_to(limit.saturating_sub(others.len() + frameworks.len() + warnings.len()));
    let left_out = findings::put(report, &mut page);
    (page.into_text() + &others.into_text() + &frameworks.into_text() + &warnings.into_text(), left_out)
}

#[cfg(test)]
mod tests;
