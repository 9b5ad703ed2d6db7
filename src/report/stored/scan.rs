//! One stored scan: how it went, region by region and job by job.

mod jobs;

use serde::Serialize;

use super::{Glance, ScanNote};
use crate::model::plain_text::neutralise;
use crate::model::{ScanReport, ScanStatus};
use crate::report::json::v1::{self, SCHEMA_VERSION};
use crate::report::layout::TableStyle;
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{clock, count, moment};
use crate::report::table::{findings, jobs as failed_jobs, regions, summary};

/// What to show of a scan besides its head and its regions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// Every job.
    pub jobs: bool,
    /// What ended the jobs that failed.
    pub errors: bool,
    /// The findings.
    pub findings: bool,
}

/// The scan as text. `whole` gives the head; `part` is the same report, or what it says of one region.
#[must_use]
pub fn render(glance: &Glance, whole: &ScanReport, part: &ScanReport, parts: Parts, style: &TableStyle) -> String {
    let mut page = style.page();
    put_head(glance, whole, &mut page);
    if !part.jobs.is_empty() {
        regions::put(part, &mut page);
    }
    if parts.jobs {
        jobs::put(part, &mut page);
    }
    if parts.errors {
        failed_jobs::put(part, &mut page);
    }
    if parts.findings {
        findings::put(part, &mut page);
    }
    put_hints(whole, part, parts, &mut page);
    style.print(&page)
}

/// Puts the head of a scan: which it is, how it stands and why.
pub(super) fn put_head(glance: &Glance, report: &ScanReport, page: &mut Page) {
    page.heading("Scan");
    if glance.status == ScanStatus::NotStarted {
        return put_plan(glance, report, page);
    }
    let mut put = |label, text: &str| page.wrapped(&format!("  {}", paint(Ink::Faint, label)), summary::INDENT, text, None);
    for (label, text) in summary::lines(report) {
        put(label, &if label == "status" { standing(glance, &text) } else { text });
        if label == "scan" {
            put("started", &started(glance));
        }
    }
}

/// Puts the head of a scan that is only planned: nobody knows yet what it finds.
fn put_plan(glance: &Glance, report: &ScanReport, page: &mut Page) {
    let header = &glance.header;
    let mut put = |label, text: &str| page.wrapped(&format!("  {}", paint(Ink::Faint, label)), summary::INDENT, text, None);
    if let Some((label, text)) = summary::lines(report).next() {
        put(label, &text);
    }
    put("planned", &format!("{}, a {} scan", moment(header.started_at), header.scan_type.as_str()));
    let (regions, checks) = (header.regions.len() as u64, header.checks_selected);
    put("covers", &format!("{} with {}", count(regions, "region", "regions"), count(checks, "check", "checks")));
    put("status", &format!("{}: `scan run {}` starts it", glance.painted_status(), neutralise(&header.id)));
}

fn started(glance: &Glance) -> String {
    let started = moment(glance.header.started_at);
    let kind = glance.header.scan_type.as_str();
    match glance.ended_at {
        Some(ended) => format!("{started}, ended {}, a {kind} scan", clock(ended, glance.header.started_at)),
        None => format!("{started}, a {kind} scan"),
    }
}

/// The status as the summary tells it; of a scan that has not ended, how far it is.
fn standing(glance: &Glance, told: &str) -> String {
    if glance.is_over() {
        return told.to_owned();
    }
    let reason = told.split_once(": ").map_or("", |(_, reason)| reason);
    format!("{}: {reason}", glance.painted_progress())
}

/// Says what else there is to see.
fn put_hints(whole: &ScanReport, part: &ScanReport, parts: Parts, page: &mut Page) {
    let mut hints: Vec<String> = Vec::new();
    let failed = part.jobs.iter().filter(|job| job.error.is_some()).count() as u64;
    if failed > 0 && !parts.errors {
        hints.push(format!("--errors tells what ended {}", count(failed, "job", "jobs")));
    }
    let others = [(parts.jobs, "--jobs"), (parts.findings, "--findings")];
    let others: Vec<&str> = others.into_iter().filter(|(shown, _)| !shown).map(|(_, flag)| flag).collect();
    if !others.is_empty() && !part.jobs.is_empty() {
        let verb = if others.len() == 1 { "tells" } else { "tell" };
        hints.push(format!("{} {verb} more", others.join(" and ")));
    }
    if !whole.warnings.is_empty() {
        let warnings = count(whole.warnings.len() as u64, "warning", "warnings");
        hints.push(format!("scan report {} has {warnings}", neutralise(&whole.header.id)));
    }
    if !hints.is_empty() {
        page.blank();
        page.wrapped("", 0, &hints.join("; "), Some(Ink::Faint));
    }
}

/// The scan for programs: the JSON report without its long lists, but with the findings where they were asked for.
#[derive(Serialize)]
pub struct Document<'a> {
    schema_version: &'static str,
    scan: ScanNote<'a>,
    summary: v1::Summary<'a>,
    jobs: Vec<v1::Job<'a>>,
    warnings: Vec<v1::WarningNote<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<Vec<v1::CheckResult<'a>>>,
}

impl<'a> Document<'a> {
    /// What [`render`] shows, and all errors of jobs.
    #[must_use]
    pub fn new(glance: &'a Glance, part: &'a ScanReport, parts: Parts) -> Self {
        let findings = || part.findings().map(|finding| v1::CheckResult::of(finding, &part.header.account_id)).collect();
        Self {
            schema_version: SCHEMA_VERSION,
            scan: glance.into(),
            summary: (&part.summary).into(),
            jobs: part.jobs.iter().map(v1::Job::from).collect(),
            warnings: part.warnings.iter().map(v1::WarningNote::from).collect(),
            results: parts.findings.then(findings),
        }
    }
}
