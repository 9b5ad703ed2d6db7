//! The beginning: how the scan ended and why, what it looked at, and the counts.

use super::page::Page;
use super::text::{code, prose};
use crate::model::{Novelty, ScanReport, Severity};
use crate::report::layout::words::{count, duration, known, moment, number};

/// Puts it.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    let header = report.header.as_ref();
    page.block(format_args!("### Posture scan of account {}: {}", prose(known(&header.account_id)), report.status));
    page.block(format_args!("**{}**: {}.", report.status, prose(report.status_reason.trim_end_matches('.'))));
    page.block(scope(report));
    let results = &report.summary.results;
    let counts = [
        (results.fail, "findings"),
        (results.pass, "passed"),
        (results.unknown, "unknown"),
        (results.muted, "muted"),
        (results.not_applicable, "not applicable"),
    ];
    if !report.evaluated_nothing() {
        put_counts(&counts, page);
    }
    let findings = &report.summary.findings;
    if findings.total > 0 {
        put_counts(&Severity::ALL.map(|severity| (findings.of(severity), severity.as_str())), page);
    }
    if let Some(known) = &report.known {
        let new = report.findings().filter(|finding| report.novelty(finding) == Some(Novelty::New)).count() as u64;
        let (new, rest) = (number(new), number(findings.total - new));
        let earlier = format!("scan {} of {}", code(&known.scan_id), moment(known.started_at));
        page.block(format_args!("**{new} new**, {rest} that {earlier} had already."));
    }
}

/// What the scan looked at, in a line.
fn scope(report: &ScanReport) -> String {
    let (header, summary) = (report.header.as_ref(), &report.summary);
    let mut parts = vec![
        count(summary.assets, "asset", "assets"),
        count(header.regions.len() as u64, "region", "regions"),
        count(summary.checks.selected, "check", "checks"),
    ];
    parts.extend((!header.profile.is_empty()).then(|| format!("profile {}", code(&header.profile))));
    parts.extend(header.name.as_deref().map(|name| format!("name {}", code(name))));
    parts.extend([moment(header.started_at), duration(report.duration_ms()), format!("scan {}", code(&header.id))]);
    parts.join(" · ")
}

/// Puts a table of one row.
fn put_counts(counts: &[(u64, &str)], page: &mut Page) {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = row(counts.iter().map(|(_, name)| (*name).to_owned()).collect());
    let rule = row(vec!["---:".to_owned(); counts.len()]);
    page.block(format_args!("{head}\n{rule}\n{}", row(counts.iter().map(|(count, _)| number(*count)).collect())));
}
