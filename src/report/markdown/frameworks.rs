//! How far the account meets each framework of the scan.

use super::page::Page;
use super::text::prose;
use crate::model::ScanReport;
use crate::model::compliance::Compliance;
use crate::report::layout::words::number;

/// Puts a table with a row for each.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    let all = report.compliance();
    if all.is_empty() {
        return;
    }
    page.block("### Frameworks");
    page.line("| framework | score | met | not met | unknown | not applicable | manual |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    page.rows(all.iter().map(row), "frameworks", 0);
    page.block("The score is what is met of what is met or not met; what is unknown counts as neither.");
}

fn row(compliance: &Compliance<'_>) -> String {
    let (framework, counts) = (compliance.framework, &compliance.counts);
    let score = counts.score().map_or_else(|| "–".to_owned(), |score| format!("{score} %"));
    let counts = [counts.met, counts.not_met, counts.unknown, counts.not_applicable, counts.manual].map(number).join(" | ");
    format!("| {} {} | {score} | {counts} |", prose(&framework.title), prose(&framework.version))
}
