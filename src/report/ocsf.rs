//! OCSF compliance findings (class 2003), an event on each line: for security lakes and what reads from them.
//!
//! The schema's version is 1.5.0, which later ones of the same major version can read. What is unknown has the compliance status
//! `Warning`, which the schema gives to checks that came to no result because information is missing, with the reason beside it.
//! What a check does not concern is `Other`. A finding that the user has accepted is `Suppressed`. Where there is an earlier scan,
//! the activity tells what was created, seen again or closed. Source: schema.ocsf.io.

mod event;
mod object;
pub mod parquet;
#[cfg(test)]
mod schema;

use std::io::{self, Write};

use super::escaped_json;
use super::evaluation::evaluation;
use super::format::Extent;
use crate::model::{CheckResult, ScanReport};
use event::Event;

/// The version of the schema.
const VERSION: &str = "1.5.0";

/// Writes an event for each result that the extent holds, the worst first, and one that says whether the scan came to any, and why not.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, extent: Extent, out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let evaluation = evaluation(report);
    for result in told(report, extent, evaluation.as_ref()) {
        escaped_json::write(&Event::of(report, result), &mut out)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// The results that have an event: those that the extent holds, the worst first, and the one about the account.
fn told<'a>(report: &'a ScanReport, extent: Extent, evaluation: Option<&'a CheckResult>) -> impl Iterator<Item = &'a CheckResult> {
    report.results.iter().chain(evaluation).filter(move |result| extent.holds(result))
}

#[cfg(test)]
mod tests;
