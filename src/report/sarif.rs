//! The SARIF 2.1.0 report, for code scanning services: GitHub's above all, whose limits and habits it respects.
//!
//! Only findings become results, the worst first; those that the user has accepted come after all others, as suppressed ones. A cloud
//! resource is no file, so each gets a relative URI made of its account, region, type and id, and its ARN as logical location. What could
//! not be read stands among the notifications, and the invocation is then not successful. Frameworks are taxonomies.
//!
//! Sources: GitHub Docs, "SARIF support for code scanning" and "SARIF results exceed one or more limits"; OASIS SARIF 2.1.0.

mod invocation;
mod log;
mod result;
mod rule;
mod taxonomy;
mod text;

use std::collections::BTreeMap;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use self::log::Log;
use crate::model::{CheckMetadata, CheckResult, Outcome, ScanReport};

/// How much a code scanning service takes.
struct Limits {
    /// Results per run.
    results: usize,
    /// Rules per run.
    rules: usize,
    /// Bytes of the file after gzip.
    gzip_bytes: u64,
}

/// GitHub's limits (GitHub Docs, "SARIF support for code scanning", "File size limits" and "Data limits").
const GITHUB: Limits = Limits { results: 25_000, rules: 25_000, gzip_bytes: 10_000_000 };

/// Writes the findings as SARIF 2.1.0. Where GitHub's limits force a cut, accepted findings and then the least severe ones are left out,
/// the file says so, and the warning to show is returned.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, out: &mut dyn Write) -> io::Result<Option<String>> {
    write_within(report, &GITHUB, out)
}

/// What stands before the runs of a log that [`write_run`] wrote, and after them.
pub const BEFORE_RUNS: &str = log::BEFORE_RUNS;
/// See [`BEFORE_RUNS`].
pub const AFTER_RUNS: &str = log::AFTER_RUNS;

/// Writes the one run of a log without the log: several of them, separated by commas, make a log of several accounts. `label` stands for
/// the account in the run's category, where it is not empty: GitHub takes each category once.
///
/// # Errors
/// Those of `out`.
pub fn write_run(report: &ScanReport, label: &str, out: &mut dyn Write) -> io::Result<Option<String>> {
    fitting(report, &GITHUB, |log| {
        log.name_run(report, label);
        serde_json::to_writer(&mut *out, log.run())?;
        out.flush()
    })
}

fn write_within(report: &ScanReport, limits: &Limits, out: &mut dyn Write) -> io::Result<Option<String>> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    fitting(report, limits, |log| {
        serde_json::to_writer(&mut out, log)?;
        out.write_all(b"\n")?;
        out.flush()
    })
}

/// Hands on the log with as many findings as the limits allow; gives back what had to be left out.
fn fitting(report: &ScanReport, limits: &Limits, write: impl FnOnce(&mut Log<'_>) -> io::Result<()>) -> io::Result<Option<String>> {
    let muted = report.results.iter().filter(|result| result.outcome == Outcome::Muted);
    // A finding that is not in the next report counts as mended, so one that could not be looked at stays.
    let unseen = report.results.iter().filter(|result| report.is_out_of_sight(result));
    let findings: Vec<&CheckResult> = report.findings().chain(unseen).chain(muted).collect();
    let rules = rules(report, &findings, limits.rules);
    let reported: Vec<&CheckResult> =
        findings.iter().copied().filter(|finding| rules.contains_key(finding.check.id.as_str())).take(limits.results).collect();
    let mut kept = reported.len();
    loop {
        let cut = (kept < findings.len()).then(|| cut_warning(&reported[..kept], &findings, limits));
        let mut log = Log::of(report, &rules, &reported[..kept], cut.as_deref());
        let size = gzip_size(&log)?;
        if size <= limits.gzip_bytes || kept == 0 {
            write(&mut log)?;
            return Ok(cut);
        }
        kept = fewer(kept, size, limits.gzip_bytes);
    }
}

/// How many results to try next: as many as should fit, with a margin of a twentieth, and always fewer than before.
fn fewer(kept: usize, size: u64, limit: u64) -> usize {
    let fitting = kept as u128 * u128::from(limit) * 19 / (u128::from(size) * 20);
    usize::try_from(fitting).unwrap_or(0).min(kept - 1)
}

fn cut_warning(kept: &[&CheckResult], all: &[&CheckResult], limits: &Limits) -> String {
    let muted = |results: &[&CheckResult]| results.iter().filter(|result| result.outcome == Outcome::Muted).count();
    let (kept_muted, all_muted) = (muted(kept), muted(all));
    let findings = match (kept.len() - kept_muted, all.len() - all_muted) {
        (kept, all) if kept == all => format!("all {all} findings"),
        (kept, all) => format!("the worst {kept} of {all} findings"),
    };
    let muted = if all_muted > 0 { format!(" and {kept_muted} of {all_muted} muted ones") } else { String::new() };
    format!(
        "the SARIF report holds {findings}{muted}, because GitHub takes at most {} results and {} MB of gzip in one file; the JSON \
         report holds them all",
        limits.results,
        limits.gzip_bytes / 1_000_000
    )
}

/// The rules by id, each with its index.
type Rules<'a> = BTreeMap<&'a str, (usize, &'a CheckMetadata)>;

/// Every selected check, and where these are too many only those with findings.
fn rules<'a>(report: &'a ScanReport, findings: &[&'a CheckResult], limit: usize) -> Rules<'a> {
    let found = findings.iter().map(|finding| (finding.check.id.as_str(), finding.check.as_ref()));
    let mut rules: BTreeMap<&str, &CheckMetadata> = found.collect();
    if report.checks.len() <= limit {
        rules.extend(report.checks.iter().map(|check| (check.id.as_str(), check.as_ref())));
    }
    rules.into_iter().take(limit).enumerate().map(|(index, (id, check))| (id, (index, check))).collect()
}

/// Bytes of the log after gzip, a little more than GitHub's own tools need.
fn gzip_size(log: &Log<'_>) -> io::Result<u64> {
    let mut encoder = io::BufWriter::new(GzEncoder::new(Counted(0), Compression::fast()));
    serde_json::to_writer(&mut encoder, log)?;
    let encoder = encoder.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(encoder.finish()?.0)
}

/// Counts bytes and forgets them.
struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
