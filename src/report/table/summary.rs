//! The summary: last, because that is where the eye is.

use std::cmp::Reverse;

use crate::model::plain_text::neutralise;
use crate::model::{ScanReport, ScanStatus, ScanType, Severity};

use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, duration, known, number};

/// Columns before the values.
pub(in crate::report) const INDENT: usize = 13;

/// Puts the summary section.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    page.heading("Summary");
    for (label, text) in lines(report) {
        page.wrapped(&format!("  {}", paint(Ink::Faint, label)), INDENT, &text, None);
    }
}

/// What the summary says, line by line, each with its label.
pub(in crate::report) fn lines(report: &ScanReport) -> impl Iterator<Item = (&'static str, String)> {
    let lines = [
        ("scan", scan(report)),
        ("looked at", looked_at(report)),
        ("took", duration(report.duration_ms())),
        ("API calls", calls(report)),
        ("evidence", evidence(report)),
        ("results", results(report)),
        ("findings", findings(report)),
        ("framework", super::frameworks::in_a_line(report)),
        ("status", status(report)),
    ];
    lines.into_iter().filter(|(_, text)| !text.is_empty())
}

fn scan(report: &ScanReport) -> String {
    let header = &report.header;
    let mut parts = vec![neutralise(&header.id).into_owned()];
    parts.extend(header.name.as_deref().map(|name| format!("“{}”", neutralise(name))));
    parts.push(format!("{} account {}", neutralise(&header.provider), neutralise(known(&header.account_id))));
    if !header.profile.is_empty() {
        parts.push(format!("profile {}", neutralise(&header.profile)));
    }
    parts.join(", ")
}

fn looked_at(report: &ScanReport) -> String {
    let (summary, regions) = (&report.summary, report.header.regions.len() as u64);
    let (assets, regions) = (count(summary.assets, "asset", "assets"), count(regions, "region", "regions"));
    let checks = count(summary.checks.selected, "check", "checks");
    match summary.checks.unknown {
        0 => format!("{assets} in {regions} with {checks}"),
        unknown => format!("{assets} in {regions} with {checks}, {} of them left unknown somewhere", number(unknown)),
    }
}

fn calls(report: &ScanReport) -> String {
    let calls = &report.summary.api_calls;
    if calls.total == 0 {
        return "none".to_owned();
    }
    let mut services: Vec<(&str, u64)> = calls.by_service.iter().map(|(service, count)| (service.as_str(), *count)).collect();
    services.sort_by_key(|(service, count)| (Reverse(*count), *service));
    let shares: Vec<String> =
        services.iter().map(|(service, count)| format!("{} {}", number(*count), neutralise(service))).collect();
    let by_service = if shares.is_empty() { String::new() } else { format!(" ({})", shares.join(", ")) };
    let throttled = format!("{} throttled", number(calls.throttled));
    let throttled = if calls.throttled > 0 { paint(Ink::Caution, &throttled) } else { throttled };
    format!("{}{by_service}, {throttled}, {} retried", number(calls.total), number(calls.retried))
}

/// Where the evidence comes from; empty for a scan that reads everything.
fn evidence(report: &ScanReport) -> String {
    let evidence = &report.summary.evidence;
    if report.header.scan_type != ScanType::Incremental && evidence.reused == 0 {
        return String::new();
    }
    let read = count(evidence.read, "detail read", "details read");
    let oldest = evidence.since.map(|since| format!(", the oldest read at {}", since.strftime("%Y-%m-%d %H:%M UTC")));
    format!("{read}, {} unchanged since an earlier scan{}", number(evidence.reused), oldest.unwrap_or_default())
}

fn results(report: &ScanReport) -> String {
    let results = &report.summary.results;
    let unknown = format!("{} unknown", number(results.unknown));
    let mut parts = vec![
        format!("{} pass", number(results.pass)),
        format!("{} fail", number(results.fail)),
        if results.unknown > 0 { paint(Ink::Caution, &unknown) } else { unknown },
        format!("{} not applicable", number(results.not_applicable)),
    ];
    if results.muted > 0 {
        parts.push(format!("{} muted (scan findings --status muted)", number(results.muted)));
    }
    parts.join(", ")
}

fn findings(report: &ScanReport) -> String {
    let findings = &report.summary.findings;
    let shares: Vec<String> = Severity::ALL
        .into_iter()
        .filter(|severity| findings.of(*severity) > 0)
        .map(|severity| paint(Ink::of_severity(severity), &format!("{} {severity}", number(findings.of(severity)))))
        .collect();
    match report.status {
        _ if !shares.is_empty() => shares.join(", "),
        ScanStatus::Completed => "none".to_owned(),
        _ => "none in what could be read".to_owned(),
    }
}

fn status(report: &ScanReport) -> String {
    let word = paint(Ink::of_scan(report.status), &report.status.as_str().replace('_', " "));
    format!("{word}: {}", neutralise(&report.status_reason))
}
