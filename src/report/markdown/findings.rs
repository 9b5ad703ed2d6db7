//! The findings, folded by severity, the worst first; new ones are marked.

use super::page::Page;
use super::text::{code, prose};
use crate::model::{CheckResult, Novelty, ResourceReference, ScanReport, ScanStatus, Severity};
use crate::report::layout::words::{count, number};

/// Bytes that each less severe group keeps, so that it is at least counted.
const KEPT_PER_GROUP: usize = 600;

/// Puts them; gives back how many had to be left out.
pub(super) fn put(report: &ScanReport, page: &mut Page) -> usize {
    page.block("### Findings");
    let findings: Vec<&CheckResult> = report.findings().collect();
    if findings.is_empty() {
        page.block(none(report));
        return 0;
    }
    let groups: Vec<&[&CheckResult]> = findings.chunk_by(|one, other| one.check.severity == other.check.severity).collect();
    let mut left_out = 0;
    for (place, group) in groups.iter().enumerate() {
        let keep = (groups.len() - place - 1) * KEPT_PER_GROUP;
        let Some(first) = group.first() else { continue };
        left_out += put_group(report, first.check.severity, group, keep, page);
    }
    left_out
}

fn put_group(report: &ScanReport, severity: Severity, group: &[&CheckResult], keep: usize, page: &mut Page) -> usize {
    let total = count(group.len() as u64, "finding", "findings");
    let new = group.iter().filter(|finding| is_new(report, finding)).count() as u64;
    let new = if new > 0 { format!(", {} new", number(new)) } else { String::new() };
    let (mark, rule) = if report.known.is_some() { ("| ", "| --- ") } else { ("", "") };
    let head = format!("{mark}| check | resource | region | what is wrong |\n{rule}| --- | --- | --- | --- |");
    let rows = group.iter().map(|finding| row(report, finding));
    page.fold(&format!("<b>{severity}</b>: {total}{new}"), &head, rows, "of this severity", keep + KEPT_PER_GROUP / 2)
}

fn row(report: &ScanReport, finding: &CheckResult) -> String {
    let mark = match (&report.known, is_new(report, finding)) {
        (None, _) => "",
        (Some(_), true) => "| **new** ",
        (Some(_), false) => "| ",
    };
    let ResourceReference { id, name, region, .. } = finding.reported();
    let resource = if name.is_empty() || name == id { code(id) } else { format!("{} {}", code(name), code(id)) };
    format!("{mark}| {} | {resource} | {} | {} |", code(&finding.check.id), prose(region), prose(&finding.message))
}

fn is_new(report: &ScanReport, finding: &CheckResult) -> bool {
    report.novelty(finding) == Some(Novelty::New)
}

/// Says that there is no finding, and what that is worth: silence about what could not be read would sound like a pass.
fn none(report: &ScanReport) -> String {
    let results = &report.summary.results;
    let passed = format!("{} passed", count(results.pass, "result", "results"));
    match report.status {
        ScanStatus::Failed | ScanStatus::SubmissionError => "No findings, because nothing could be read.".to_owned(),
        ScanStatus::Completed if results.pass == 0 && results.muted == 0 => {
            "No findings: there was nothing that the checks look at.".to_owned()
        }
        ScanStatus::Completed => format!("No findings: {passed}."),
        _ if report.evaluated_nothing() => "No findings, because nothing was evaluated.".to_owned(),
        _ => format!("No findings in what could be read: {passed}, {} unknown.", number(results.unknown)),
    }
}
