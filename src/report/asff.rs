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
use super::format::Extent;
use crate::model::ScanReport;
use finding::Finding;

/// How much one call takes.
struct Limits {
    /// Findings.
    findings: usize,
    /// Bytes.
    bytes: usize,
}

const BATCH_IMPORT_FINDINGS: Limits = Limits { findings: 100, bytes: 6_000_000 };

/// Writes the results that the extent holds, region by region, the worst first in each.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, extent: Extent, out: &mut dyn Write) -> io::Result<()> {
    write_within(report, extent, &BATCH_IMPORT_FINDINGS, out)
}

fn write_within(report: &ScanReport, extent: Extent, limits: &Limits, out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut finding = Vec::new();
    let regions: BTreeSet<&str> = report.results.iter().map(|result| result.resource.region.as_str()).collect();
    for region in regions {
        let mut chunk = Chunk::default();
        for result in report.results.iter().filter(|result| result.resource.region == region && extent.holds(result)) {
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
