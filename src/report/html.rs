//! The HTML report: the whole scan on one page for people, in a browser, by mail or on paper.
//!
//! One file that asks the network for nothing: style and script stand in it, and its Content-Security-Policy lets nothing else in or out.
//! Everything that matters is markup; the script adds the findings table and the lists of assets, from data that is written row by
//! row. Every text is neutralised for the reader's eyes and escaped for the place where it stands.

mod assets;
mod chart;
mod checks;
mod coverage;
mod data;
mod findings;
mod frameworks;
mod head;
mod markup;
mod regions;
mod summary;
#[cfg(test)]
mod tests;
mod warnings;

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::format::Extent;
use crate::model::summary::{FindingCounts, ResultCounts};
use crate::model::{CheckMetadata, CheckResult, Novelty, Outcome, ScanReport};

/// Writes the report. It is written as it is made, never held as a whole.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, extent: Extent, out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let page = &Page::of(report);
    head::put(page, &mut out)?;
    summary::put(page, &mut out)?;
    frameworks::put(page, &mut out)?;
    findings::put(page, &mut out)?;
    warnings::put(page, &mut out)?;
    regions::put(page, &mut out)?;
    coverage::put(page, &mut out)?;
    checks::put(page, &mut out)?;
    assets::put(page, extent, &mut out)?;
    head::put_end(page, &mut out)?;
    out.flush()
}

/// A scan and what several sections want to know of it. It grows with the checks and the regions, not with the results.
struct Page<'a> {
    report: &'a ScanReport,
    /// Every check that was selected or has a result, by id.
    checks: BTreeMap<&'a str, Fared<'a>>,
    /// Findings by service and severity.
    services: BTreeMap<&'a str, FindingCounts>,
    /// Findings that an earlier scan had not; `None` where there is nothing to compare with.
    new: Option<u64>,
}

/// A check and how it fared.
struct Fared<'a> {
    check: &'a CheckMetadata,
    /// Its place among the checks.
    number: usize,
    counts: ResultCounts,
    /// The regions where it looked.
    looked: u64,
    /// The regions where something about it is unknown.
    unknown: Vec<&'a str>,
}

impl<'a> Page<'a> {
    fn of(report: &'a ScanReport) -> Self {
        let of_results = report.results.iter().map(|result| result.check.as_ref());
        let all = report.checks.iter().map(AsRef::as_ref).chain(of_results);
        let fared =
            |check: &'a CheckMetadata| Fared { check, number: 0, counts: ResultCounts::default(), looked: 0, unknown: Vec::new() };
        let mut checks: BTreeMap<&str, Fared<'_>> = BTreeMap::new();
        for check in all {
            checks.entry(check.id.as_str()).or_insert_with(|| fared(check));
        }
        for (number, entry) in checks.values_mut().enumerate() {
            entry.number = number;
        }
        for entry in &report.ledger {
            let Some(fared) = checks.get_mut(entry.check_id.as_str()) else { continue };
            fared.counts.pass += entry.pass;
            fared.counts.fail += entry.fail;
            fared.counts.unknown += entry.unknown;
            fared.counts.not_applicable += entry.not_applicable;
            fared.counts.muted += entry.muted;
            fared.looked += 1;
            if entry.unknown > 0 {
                fared.unknown.push(&entry.region);
            }
        }
        let mut services: BTreeMap<&str, FindingCounts> = BTreeMap::new();
        for result in report.findings() {
            services.entry(&result.check.service).or_default().count(result.check.severity);
        }
        let is_new = |result: &&CheckResult| report.novelty(result) == Some(Novelty::New);
        let new = report.known.as_ref().map(|_| report.findings().filter(is_new).count() as u64);
        Self { report, checks, services, new }
    }

    /// The results that a person has to look at, in the order of the report.
    fn to_look_at(&self) -> impl Iterator<Item = &'a CheckResult> + use<'a> {
        let wanted = |result: &&CheckResult| matches!(result.outcome, Outcome::Fail | Outcome::Unknown | Outcome::Muted);
        self.report.results.iter().filter(wanted)
    }
}
