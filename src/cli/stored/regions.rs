//! Which regions of a scan are meant.

use std::collections::BTreeSet;

use crate::cli::exit_code::Failure;
use crate::model::ScanReport;
use crate::model::nearest::suggestion;

/// Refuses a region that the scan knows nothing of.
///
/// # Errors
/// The scan did not look at one of the regions, and found nothing there.
pub(super) fn check(asked: &[String], report: &ScanReport) -> Result<(), Failure> {
    let mut known: BTreeSet<&str> = report.header.regions.iter().map(String::as_str).collect();
    known.extend(report.assets.iter().map(|asset| asset.region.as_str()));
    known.extend(report.results.iter().map(|result| result.reported().region.as_str()));
    match asked.iter().find(|region| !known.contains(region.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            let regions = format!("its regions are {}", report.header.regions.join(", "));
            let hint = suggestion(unknown, known, &regions);
            Err(Failure::usage(format!("scan {} did not look at region {unknown}{hint}", report.header.id)))
        }
    }
}
