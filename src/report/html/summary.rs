//! The first section: what was found, in numbers and bars.

use std::cmp::Reverse;
use std::io::{self, Write};

use super::Page;
use super::chart::{Bar, Part, put_bars, put_whole};
use super::markup::Text;
use crate::model::summary::{FindingCounts, ResultCounts};
use crate::model::{ScanStatus, ScanType, Severity};
use crate::report::layout::words::{count, number};

/// Services with a bar of their own; the others share one.
const SHOWN_SERVICES: usize = 10;

/// Puts the section.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>"#)?;
    put_tiles(page, out)?;
    put_notes(page, out)?;
    writeln!(out, r#"<div class="columns">"#)?;
    put_severities(page, out)?;
    put_services(page, out)?;
    writeln!(out, "</div></section>")
}

fn put_tiles(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let summary = &page.report.summary;
    let (results, checks, regions) = (&summary.results, &summary.checks, page.report.header.regions.len() as u64);
    let worst = summary.findings.critical + summary.findings.high;
    let calls = &summary.api_calls;
    let tiles = [
        ("bad", "Findings", results.fail, format!("{} critical or high", number(worst))),
        ("caution", "Unknown", results.unknown, "results whose evidence could not be read".to_owned()),
        ("quiet", "Muted", results.muted, "accepted findings, not counted as findings".to_owned()),
        ("good", "Passed", results.pass, format!("{} not applicable", number(results.not_applicable))),
        ("quiet", "Checks", checks.selected, format!("{} of them unknown somewhere", number(checks.unknown))),
        ("quiet", "Assets", summary.assets, format!("in {}", count(regions, "region", "regions"))),
        ("quiet", "API calls", calls.total, format!("{} throttled, {} retried", number(calls.throttled), number(calls.retried))),
    ];
    writeln!(out, r#"<dl class="tiles">"#)?;
    for (tone, name, total, about) in tiles {
        if page.report.evaluated_nothing() && matches!(name, "Findings" | "Unknown" | "Muted" | "Passed") {
            writeln!(out, r#"<div class="quiet"><dt>{name}</dt><dd><b>–</b> <span>not evaluated</span></dd></div>"#)?;
            continue;
        }
        let tone = if total == 0 { "quiet" } else { tone };
        writeln!(out, r#"<div class="{tone}"><dt>{name}</dt><dd><b>{}</b> <span>{about}</span></dd></div>"#, number(total))?;
    }
    writeln!(out, "</dl>")
}

/// What one must know before one believes the numbers.
fn put_notes(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = page.report;
    if !report.warnings.is_empty() {
        let warnings = count(report.warnings.len() as u64, "warning", "warnings");
        writeln!(
            out,
            r##"<p class="note"><a href="#warnings">{warnings}</a> about what could not be read or must be known.</p>"##
        )?;
    }
    if let (Some(known), Some(new)) = (&report.known, page.new) {
        let (new, id) = (count(new, "finding is", "findings are"), Text(&known.scan_id));
        let started = known.started_at.strftime("%Y-%m-%d %H:%M UTC");
        writeln!(out, r#"<p class="note">{new} new since scan {id} of {started}.</p>"#)?;
    }
    let evidence = &report.summary.evidence;
    if report.header.scan_type == ScanType::Incremental || evidence.reused > 0 {
        let since = evidence.since.map(|since| format!(", the oldest read at {}", since.strftime("%Y-%m-%d %H:%M UTC")));
        let (read, reused) = (count(evidence.read, "detail was read", "details were read"), number(evidence.reused));
        let since = since.unwrap_or_default();
        writeln!(out, r#"<p class="note">{read}, {reused} had not changed since an earlier scan{since}.</p>"#)?;
    }
    Ok(())
}

fn put_severities(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let findings = &page.report.summary.findings;
    writeln!(out, r#"<div class="card"><h3>Findings by severity</h3>"#)?;
    if findings.total == 0 {
        put_nothing(page, out)?;
    } else {
        let bar = |severity: Severity| Bar { label: severity.as_str(), parts: parts_of(findings, &[severity]) };
        put_bars(&format!("Findings by severity: {}", in_words(findings)), &Severity::ALL.map(bar), out)?;
    }
    put_outcomes(&page.report.summary.results, out)?;
    writeln!(out, "</div>")
}

fn put_outcomes(results: &ResultCounts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h3>Results by outcome</h3>")?;
    let parts = [
        Part { class: "pass", size: results.pass },
        Part { class: "fail", size: results.fail },
        Part { class: "unknown", size: results.unknown },
        Part { class: "not-applicable", size: results.not_applicable },
        Part { class: "muted", size: results.muted },
    ];
    put_whole("Results by outcome, as the list below says", &parts, out)
}

fn put_services(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<div class="card"><h3>Findings by service</h3>"#)?;
    if page.services.is_empty() {
        put_nothing(page, out)?;
        return writeln!(out, "</div>");
    }
    let mut services: Vec<(&str, &FindingCounts)> = page.services.iter().map(|(service, counts)| (*service, counts)).collect();
    services.sort_by_key(|(service, counts)| (Reverse(counts.total), *service));
    let (shown, others) = services.split_at(services.len().min(SHOWN_SERVICES));
    let mut rest = FindingCounts::default();
    for (_, counts) in others {
        rest.total += counts.total;
        rest.critical += counts.critical;
        rest.high += counts.high;
        rest.medium += counts.medium;
        rest.low += counts.low;
        rest.informational += counts.informational;
    }
    let label = count(others.len() as u64, "other", "others");
    let others = (!others.is_empty()).then_some((label.as_str(), &rest));
    let told: Vec<(&str, &FindingCounts)> = shown.iter().copied().chain(others).collect();
    let bars: Vec<Bar<'_>> = told.iter().map(|(label, counts)| Bar { label, parts: parts_of(counts, &Severity::ALL) }).collect();
    let about: Vec<String> = told.iter().map(|(service, counts)| format!("{service}: {}", in_words(counts))).collect();
    put_bars(&format!("Findings by service. {}", about.join("; ")), &bars, out)?;
    writeln!(out, "</div>")
}

fn put_nothing(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let text = match page.report.status {
        ScanStatus::Completed => "None.",
        _ if page.report.evaluated_nothing() => "Not evaluated.",
        _ => "None in what could be read.",
    };
    writeln!(out, r#"<p class="nothing">{text}</p>"#)
}

fn parts_of(counts: &FindingCounts, severities: &[Severity]) -> Vec<Part> {
    severities.iter().map(|severity| Part { class: severity.as_str(), size: counts.of(*severity) }).collect()
}

/// `12 (3 critical, 9 high)`.
fn in_words(counts: &FindingCounts) -> String {
    let shares = Severity::ALL.into_iter().filter(|severity| counts.of(*severity) > 0);
    let shares: Vec<String> = shares.map(|severity| format!("{} {severity}", number(counts.of(severity)))).collect();
    format!("{} ({})", number(counts.total), shares.join(", "))
}
