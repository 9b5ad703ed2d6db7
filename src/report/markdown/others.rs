//! What is no finding and yet worth a look: results that are unknown, and findings that are muted. Each folded.

use super::page::Page;
use super::text::{code, prose};
use crate::model::{CheckResult, Gap, Mute, Outcome, ResourceReference, ScanReport};
use crate::report::layout::words::count;

/// Puts both lists.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    let results = &report.summary.results;
    if results.unknown > 0 {
        let total = count(results.unknown, "result", "results");
        let why = |result: &CheckResult| prose(&result.gap.as_deref().map(Gap::advice).unwrap_or_default());
        let half = page.room() / 2;
        put_list(
            report,
            Outcome::Unknown,
            &format!("<b>unknown</b>: {total}"),
            ["what could not be told", "what to do"],
            why,
            half,
            page,
        );
    }
    if results.muted > 0 {
        let total = format!("<b>muted</b>: {}", count(results.muted, "finding", "findings"));
        let why = |result: &CheckResult| prose(&result.mute.as_deref().map(Mute::sentence).unwrap_or_default());
        put_list(report, Outcome::Muted, &total, ["what is wrong", "why it is accepted"], why, 0, page);
    }
}

fn put_list(
    report: &ScanReport,
    outcome: Outcome,
    summary: &str,
    [what, why]: [&str; 2],
    besides: impl Fn(&CheckResult) -> String,
    keep: usize,
    page: &mut Page,
) {
    let head = format!("| severity | check | resource | region | {what} | {why} |\n| --- | --- | --- | --- | --- | --- |");
    let results: Vec<&CheckResult> = report.results.iter().filter(|result| result.outcome == outcome).collect();
    let row = |result: &&CheckResult| {
        let ResourceReference { id, region, .. } = result.reported();
        let check = &result.check;
        format!(
            "| {} | {} | {} | {} | {} | {} |",
            check.severity,
            code(&check.id),
            code(id),
            prose(region),
            prose(&result.message),
            besides(result)
        )
    };
    page.fold(summary, &head, results.iter().map(row), "of these", keep + 100);
}
