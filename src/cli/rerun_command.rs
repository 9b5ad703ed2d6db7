//! `scan rerun`: a new scan with the request of a stored one, of everything or of what did not succeed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::arguments::{RerunArguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::running::open_existing;
use super::scan_command;
use super::settings::{self, Keeping, OutputSettings, ScanSettings, Settings};
use super::suppressions;
use super::terminal::say;
use crate::model::{JobOutcome, JobStatus, ScanType};

/// Runs a stored scan's request again.
pub(super) fn run(arguments: &RerunArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let output = OutputSettings::resolve(&arguments.output, shared)?;
    let store = open_existing(shared)?;
    let header = store.find(&arguments.id).map_err(Failure::from)?.header;
    let mut scan = ScanSettings::of_stored(store.request(&header.id).map_err(Failure::from)?, shared);
    if arguments.failed {
        let outcomes = store.outcomes(&header.id).map_err(Failure::from)?;
        let regions = regions_to_repeat(&header.regions, &outcomes);
        if regions.is_empty() {
            say(&format!("nothing to run again: no job of scan {} failed or missed anything", header.id));
            return Ok(Ending::Success);
        }
        (scan.scan_type, scan.regions) = (ScanType::Custom, regions);
    }
    // A new scan holds to what is accepted now.
    let named = arguments.suppressions.as_deref();
    match &scan.suppressions {
        _ if named.is_some() => scan.suppressions = suppressions::read(named)?,
        Some((path, _)) if path.is_file() => scan.suppressions = suppressions::read(Some(path.as_path()))?,
        Some(_) => {}
        None => scan.suppressions = suppressions::read(None)?,
    }
    drop(store);
    let keeping = Keeping::resolve(arguments.wait, shared).waiting(&scan.beforehand);
    // Whoever asks for it again wants it again, however recent it is.
    scan.beforehand.if_older_than = None;
    let preflight = settings::preflight(&scan, &output);
    scan_command::run(&Settings { scan, output, keeping, preflight, sharding: None })
}

/// The regions of the jobs that did not succeed, in the scan's order. A job that sweeps all regions counts for those of its gaps; without
/// any it counts for all.
fn regions_to_repeat(regions: &[String], outcomes: &[Arc<JobOutcome>]) -> Vec<String> {
    let mut repeated: BTreeSet<&str> = BTreeSet::new();
    let missed = [JobStatus::Failed, JobStatus::Partial, JobStatus::Cancelled];
    for outcome in outcomes.iter().filter(|outcome| missed.contains(&outcome.job.status)) {
        let of_gaps: Vec<&str> = outcome.gaps.iter().map(|record| record.gap.region.as_str()).collect();
        match &outcome.job.region {
            Some(region) => _ = repeated.insert(region),
            None if of_gaps.is_empty() => repeated.extend(regions.iter().map(String::as_str)),
            None => repeated.extend(of_gaps),
        }
    }
    regions.iter().filter(|region| repeated.contains(region.as_str())).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::job::GapRecord;
    use crate::model::{Gap, GapKind, Job, JobKind};

    fn outcome(kind: JobKind, region: Option<&str>, status: JobStatus, gaps: &[&str]) -> Arc<JobOutcome> {
        let gap = |region: &&str| {
            let gap = Gap {
                kind: GapKind::Denied,
                action: "eks:ListClusters".to_owned(),
                region: (*region).to_owned(),
                detail: "no".to_owned(),
            };
            GapRecord { gap: Arc::new(gap), checks: Vec::new(), count: 1 }
        };
        Arc::new(JobOutcome {
            gaps: gaps.iter().map(gap).collect(),
            ..JobOutcome::empty(Job { status, ..Job::queued(kind, region) })
        })
    }

    #[test]
    fn regions_are_repeated_where_something_is_missing() {
        use JobKind::{Clusters, Compliance, Discovery};
        use JobStatus::{Cancelled, Failed, Partial, Succeeded};
        let regions = ["us-east-1", "eu-west-1", "ap-south-1"].map(str::to_owned);
        let repeated = |outcomes: &[Arc<JobOutcome>]| regions_to_repeat(&regions, outcomes).join(" ");
        assert_eq!(repeated(&[outcome(Discovery, Some("eu-west-1"), Succeeded, &[]), outcome(Clusters, None, Succeeded, &[])]), "");
        assert_eq!(
            repeated(&[
                outcome(Compliance, Some("ap-south-1"), Failed, &["us-east-1"]),
                outcome(Discovery, Some("us-east-1"), Cancelled, &[]),
                outcome(Compliance, Some("us-east-1"), Partial, &[])
            ]),
            "us-east-1 ap-south-1"
        );
        assert_eq!(repeated(&[outcome(Clusters, None, Partial, &["eu-west-1"])]), "eu-west-1");
        assert_eq!(repeated(&[outcome(Clusters, None, Cancelled, &[])]), "us-east-1 eu-west-1 ap-south-1");
    }
}
