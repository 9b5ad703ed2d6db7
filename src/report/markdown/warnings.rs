//! What failed or could not be read, and what to grant or do.

use std::collections::BTreeSet;

use super::page::Page;
use super::text::{code, prose};
use crate::model::{GapKind, Job, ScanReport, Warning};
use crate::report::layout::words::{count, number};

/// Actions to grant that are named; the others are counted.
const NAMED: usize = 40;

/// Puts it.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    let failed: Vec<(&Job, &str)> = report.jobs.iter().filter_map(|job| Some((job, job.error.as_deref()?))).collect();
    if !failed.is_empty() {
        page.block("### Jobs that failed");
        page.line("| job | why |\n| --- | --- |");
        let keep = page.room() / 2;
        page.rows(failed.iter().map(|(job, error)| format!("| {} | {} |", code(&job.id), prose(error))), "jobs", keep);
    }
    if report.warnings.is_empty() {
        return;
    }
    page.block("### Warnings");
    put_grants(&report.warnings, page);
    let total = count(report.warnings.len() as u64, "warning", "warnings");
    let head = "| what | region | what to know and to do | checks left unknown |\n| --- | --- | --- | ---: |";
    page.fold(&total, head, report.warnings.iter().map(row), "warnings", 300);
}

/// Puts the API actions that the scanning role lacks.
fn put_grants(warnings: &[Warning], page: &mut Page) {
    let actions: BTreeSet<&str> =
        warnings.iter().filter(|warning| is_to_be_granted(warning)).map(|warning| warning.action.as_str()).collect();
    if actions.is_empty() {
        return;
    }
    let mut named: Vec<String> = actions.iter().take(NAMED).map(|action| code(action)).collect();
    named.extend((actions.len() > NAMED).then(|| format!("and {} more", number((actions.len() - NAMED) as u64))));
    page.block(format_args!("Grant to the scanning role: {}", named.join(", ")));
}

/// No grant beats an explicit denial.
fn is_to_be_granted(warning: &Warning) -> bool {
    warning.code == GapKind::Denied.as_str() && !warning.message.contains("explicit deny")
}

fn row(warning: &Warning) -> String {
    let region = if warning.region.is_empty() { "–".to_owned() } else { prose(&warning.region) };
    let what = if warning.action.is_empty() { &warning.code } else { &warning.action };
    let checks = if warning.checks.is_empty() { "–".to_owned() } else { number(warning.checks.len() as u64) };
    format!("| {} | {region} | {} | {checks} |", code(what), prose(&warning.message))
}
