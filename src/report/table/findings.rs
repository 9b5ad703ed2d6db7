//! The findings, by severity and check.

use crate::model::{CheckResult, ScanReport, ScanStatus};
use crate::report::layout::findings::{self, Finding, Nouns};
use crate::report::layout::ink::Ink;
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, number};

const NOUNS: Nouns = Nouns { one: "finding", several: "findings", elsewhere: Some("--json and --sarif hold them all") };

/// Puts the findings section.
pub(in crate::report) fn put(report: &ScanReport, page: &mut Page) {
    let found: Vec<Finding<'_>> = report.findings().map(finding).collect();
    page.heading("Findings");
    if found.is_empty() {
        put_none(report, page);
        return;
    }
    findings::put(&found, NOUNS, page);
    page.blank();
    page.wrapped("", 0, "scan checks show ID explains a check and how to mend what it found", Some(Ink::Faint));
}

fn finding(result: &CheckResult) -> Finding<'_> {
    let CheckResult { check, resource, message, .. } = result;
    Finding { check_id: &check.id, title: &check.title, severity: check.severity, resource, message, uid: "" }
}

/// Says that there is no finding, and what that is worth: silence about what could not be read would sound like a pass.
fn put_none(report: &ScanReport, page: &mut Page) {
    let results = &report.summary.results;
    let passed = format!("{} passed", count(results.pass, "result", "results"));
    let (text, ink) = match report.status {
        ScanStatus::Failed => ("no findings, because nothing could be read".to_owned(), Ink::Bad),
        ScanStatus::Completed if results.pass == 0 && results.muted == 0 => {
            ("no findings: there was nothing that the checks look at".to_owned(), Ink::Caution)
        }
        ScanStatus::Completed => (format!("no findings: {passed}"), Ink::Good),
        _ => (format!("no findings in what could be read: {passed}, {} unknown", number(results.unknown)), Ink::Caution),
    };
    page.wrapped("  ", 2, &text, Some(ink));
}
