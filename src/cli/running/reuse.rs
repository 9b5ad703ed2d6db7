//! What an incremental scan may use again: the evidence of the last scan of the account that read everything it looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::rival::account;
use crate::cli::settings::Keeping;
use crate::engine::PreparedScan;
use crate::model::plain_text::neutralise;
use crate::model::regions::Partition;
use crate::model::{ScanHeader, ScanStatus, ScanType, Warning};
use crate::provider::{EarlierEvidence, Provider, Reusing};
use crate::store::{Filter, ScanRecord, Store};

/// The provider and the plan of a scan; where it is an incremental one, so that only what has changed is read. Where nothing can be used
/// again, everything is read and a warning says why.
pub(in crate::cli) fn spared(
    provider: Arc<dyn Provider>,
    mut prepared: PreparedScan,
    max_age: SignedDuration,
    keeping: &Keeping,
) -> (Arc<dyn Provider>, PreparedScan) {
    let header = Arc::clone(prepared.header());
    if header.scan_type != ScanType::Incremental {
        return (provider, prepared);
    }
    let oldest = Timestamp::now().saturating_sub(max_age).unwrap_or(Timestamp::MIN);
    match earlier(&prepared, oldest, keeping) {
        Ok((scan, evidence)) => {
            for region in header.regions.iter().filter(|region| !scan.regions.contains(region)) {
                prepared = prepared.noting(uncovered(region, &scan));
            }
            let global = Partition::named(&header.partition).global_region;
            (Arc::new(Reusing::new(provider, evidence, global)), prepared)
        }
        Err(why) => {
            let message = format!("everything was read again, for {why}; the next incremental scan can build on this one");
            (provider, prepared.noting(Warning::note(Warning::FULL_READING, message)))
        }
    }
}

/// The evidence to use again and the scan that it comes from, or why there is none.
fn earlier(prepared: &PreparedScan, oldest: Timestamp, keeping: &Keeping) -> Result<(ScanHeader, EarlierEvidence), String> {
    let header = prepared.header();
    let directory = keeping.directory().ok_or("there is no store with earlier scans")?;
    let store = Store::open_read_only(directory).map_err(|error| error.to_string())?;
    let filter = Filter { account_id: Some(header.account_id.clone()), limit: None };
    let records = store.list(&filter).map_err(|error| error.to_string())?;
    let wanted: BTreeSet<String> = prepared.checks().iter().map(|check| check.id.clone()).collect();
    let has_the_checks = |id: &str| {
        let checks = store.checks(id).unwrap_or_default();
        wanted.iter().all(|id| checks.iter().any(|check| &check.id == id))
    };
    let record = last(&records, header, has_the_checks)
        .ok_or_else(|| format!("no earlier scan of {} with these checks is stored", account(header)))?;
    let scan = &record.header;
    let version = store.request(&scan.id).map_err(|error| error.to_string())?.version;
    unusable(record, &version, oldest).map_or(Ok(()), Err)?;
    let outcomes = store.outcomes(&scan.id).map_err(|error| error.to_string())?;
    Ok((scan.clone(), EarlierEvidence::new(scan, &outcomes, oldest)))
}

/// The newest of `records` that came to its end with at least the same checks: one that covers all regions, else any.
fn last<'a>(records: &'a [ScanRecord], own: &ScanHeader, has_the_checks: impl Fn(&str) -> bool) -> Option<&'a ScanRecord> {
    let is_like_it = |record: &&ScanRecord| {
        let other = &record.header;
        matches!(record.status, ScanStatus::Completed | ScanStatus::Partial)
            && (&other.provider, &other.partition) == (&own.provider, &own.partition)
            && other.id != own.id
            && has_the_checks(&other.id)
    };
    let covers = |record: &&&ScanRecord| own.regions.iter().all(|region| record.header.regions.contains(region));
    let alike: Vec<&ScanRecord> = records.iter().filter(is_like_it).collect();
    alike.iter().find(covers).or(alike.first()).copied()
}

/// Why the scan that came before cannot be built on, where it cannot; `version` is that of the program that made it.
fn unusable(record: &ScanRecord, version: &str, oldest: Timestamp) -> Option<String> {
    let scan = &record.header;
    if record.status == ScanStatus::Partial {
        return Some(format!("scan {}, the last one, could not read everything: mend what its warnings name", scan.id));
    }
    if scan.started_at < oldest {
        let began = scan.started_at.strftime("%Y-%m-%d %H:%M UTC");
        return Some(format!("scan {}, the last one, began at {began}, which is longer ago than --max-evidence-age", scan.id));
    }
    let own = env!("CARGO_PKG_VERSION");
    (version != own).then(|| format!("scan {}, the last one, was made by version {} of this program", scan.id, neutralise(version)))
}

/// The note that everything in a region was read.
fn uncovered(region: &str, scan: &ScanHeader) -> Warning {
    let message = format!(
        "everything in {region} was read, for scan {} did not cover it; the next incremental scan can build on this one",
        scan.id
    );
    Warning { region: region.to_owned(), ..Warning::note(Warning::FULL_READING, message) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CallCounts;
    use crate::model::summary::FindingCounts;
    use crate::store::JobCounts;

    const BEGAN: Timestamp = Timestamp::constant(1_768_469_400, 0);

    fn record(id: &str, status: ScanStatus, regions: &[&str]) -> ScanRecord {
        let header = ScanHeader {
            id: id.to_owned(),
            name: None,
            provider: "aws".to_owned(),
            account_id: "111122223333".to_owned(),
            partition: "aws".to_owned(),
            profile: "mvp15".to_owned(),
            scan_type: ScanType::Full,
            regions: regions.iter().map(|region| (*region).to_owned()).collect(),
            checks_selected: 15,
            started_at: BEGAN,
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        ScanRecord {
            header,
            status,
            reason: String::new(),
            begun_at: None,
            ended_at: None,
            seen_at: BEGAN,
            pid: None,
            cancel_requested: false,
            jobs: JobCounts::default(),
            percent: 100,
            assets: 0,
            findings: FindingCounts::default(),
            calls: CallCounts::default(),
        }
    }

    #[test]
    fn the_newest_scan_that_came_to_its_end_with_the_checks_is_built_on() {
        use ScanStatus::{Cancelled, Completed, Failed, Partial, Running};
        let own = record("own", Running, &["a-1", "b-1"]).header;
        let chosen =
            |records: &[ScanRecord]| last(records, &own, |id| !id.starts_with("other-checks")).map(|it| it.header.id.clone());
        let both = ["a-1", "b-1", "c-1"];
        assert_eq!(chosen(&[]), None);
        assert_eq!(
            chosen(&[record("own", Running, &both), record("cancelled", Cancelled, &both), record("failed", Failed, &both)]),
            None
        );
        assert_eq!(chosen(&[record("other-checks", Completed, &both)]), None);
        let elsewhere = ScanHeader { provider: "mock".to_owned(), ..record("mock", Completed, &both).header };
        assert_eq!(chosen(&[ScanRecord { header: elsewhere, ..record("", Completed, &both) }]), None);
        let newer_first = [record("partial", Partial, &both), record("completed", Completed, &both)];
        assert_eq!(chosen(&newer_first).as_deref(), Some("partial"), "what is missing there is not to be looked for in older ones");
        let narrower_first = [record("narrow", Completed, &["a-1"]), record("wide", Completed, &both)];
        assert_eq!(chosen(&narrower_first).as_deref(), Some("wide"));
        assert_eq!(chosen(&narrower_first[..1]).as_deref(), Some("narrow"));
    }

    #[test]
    fn a_scan_that_is_partial_old_or_of_another_version_is_not_built_on() {
        let version = env!("CARGO_PKG_VERSION");
        let why = |status, version: &str, oldest| unusable(&record("x", status, &[]), version, oldest);
        assert_eq!(why(ScanStatus::Completed, version, BEGAN), None);
        let said = why(ScanStatus::Partial, version, BEGAN).unwrap();
        assert_eq!(said, "scan x, the last one, could not read everything: mend what its warnings name");
        let said = why(ScanStatus::Completed, version, BEGAN + SignedDuration::from_secs(1)).unwrap();
        assert!(said.contains("began at 2026-01-15 09:30 UTC, which is longer ago than --max-evidence-age"), "{said}");
        let said = why(ScanStatus::Completed, "0.0.1", BEGAN).unwrap();
        assert!(said.ends_with("was made by version 0.0.1 of this program"), "{said}");
    }
}
