//! The AWS Security Finding Format, for Security Hub's BatchImportFindings: written only, sent by nobody here.
//!
//! On each line stands a JSON array of findings as `aws securityhub batch-import-findings --findings file://…` takes it: at most as many
//! as one call may have, and all of one region, since Security Hub takes findings in the region that their product's ARN names.
//! Passes and what a check does not concern are written too: that is how Security Hub learns that an earlier finding is none any more.
//!
//! Sources: the API reference of Security Hub, "BatchImportFindings" and "AwsSecurityFinding", and its user guide, "BatchImportFindings
//! for finding providers" and "AWS Security Finding Format".

mod finding;
mod resource;
mod text;

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::escaped_json;
use super::evaluation::evaluation;
use super::format::Extent;
use crate::model::{CheckResult, ScanReport};
use finding::Finding;

/// How much one call takes.
struct Limits {
    /// Findings.
    findings: usize,
    /// Bytes.
    bytes: usize,
}

const BATCH_IMPORT_FINDINGS: Limits = Limits { findings: 100, bytes: 6_000_000 };

/// Writes the results that the extent holds, region by region, the worst first in each, and a finding about the account, which says that a
/// scan came to none and why, and is archived by the next one that came to some. Where there is nothing at all to write, because the
/// account is not known or the scan has not ended, the warning to show is returned.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, extent: Extent, out: &mut dyn Write) -> io::Result<Option<String>> {
    write_within(report, extent, &BATCH_IMPORT_FINDINGS, out)?;
    let is_empty = report.evaluated_nothing() && account_finding(report).is_none();
    Ok(is_empty.then(|| {
        let why = match report.header.account_id.as_str() {
            "" => "Security Hub takes no finding without an account".to_owned(),
            _ => format!("the scan is {}", report.status),
        };
        format!("the ASFF report is empty: nothing was evaluated, and {why}")
    }))
}

/// The finding about the account.
fn account_finding(report: &ScanReport) -> Option<CheckResult> {
    evaluation(report).filter(|_| !report.header.account_id.is_empty())
}

fn write_within(report: &ScanReport, extent: Extent, limits: &Limits, out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut finding = Vec::new();
    let account = account_finding(report);
    let results = || report.results.iter().chain(&account).filter(|result| extent.holds(result));
    let regions: BTreeSet<&str> = results().map(|result| result.resource.region.as_str()).collect();
    for region in regions {
        let mut chunk = Chunk::default();
        for result in results().filter(|result| result.resource.region == region) {
            finding.clear();
            escaped_json::write(&Finding::of(report, result), &mut finding)?;
            if !chunk.has_room(finding.len(), limits) {
                chunk.end(&mut out)?;
            }
            chunk.add(&finding, &mut out)?;
        }
        chunk.end(&mut out)?;
    }
    out.flush()
}

/// The line that is being written.
#[derive(Default)]
struct Chunk {
    findings: usize,
    bytes: usize,
}

impl Chunk {
    /// Whether a finding of so many bytes fits in; the first always does.
    fn has_room(&self, bytes: usize, limits: &Limits) -> bool {
        self.findings == 0 || (self.findings < limits.findings && self.bytes + bytes + "[,]".len() <= limits.bytes)
    }

    fn add(&mut self, finding: &[u8], out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.findings == 0 { b"[" } else { b"," })?;
        out.write_all(finding)?;
        self.findings += 1;
        self.bytes += finding.len() + 1;
        Ok(())
    }

    /// Ends the line, where there is one, and begins the next.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.findings > 0 {
            out.write_all(b"]\n")?;
        }
        *self = Self::default();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
