//! Scans that are stored: one at a time for each account, stopped from elsewhere, killed, gone on with, compared.

mod comparing;
mod forecasting;
mod killing;
mod planning;
mod resuming;
mod starting;
mod stopping;
mod turns;
mod unstored;

use std::path::{Path, PathBuf};

use posture_scan::model::ScanStatus;
use posture_scan::store::{Filter, ScanRecord, Store};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::run::Scan;
use crate::support::scan;

/// A folder with mock accounts and the scans of them.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// Writes a mock account; the path to name it by.
    fn account(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// A run that keeps its scans here.
    fn run(&self, arguments: &str) -> Scan {
        scan().state(&self.state()).args(arguments)
    }

    /// A scan of a mock account, as slow as that says, with the report on stdout.
    fn scan(&self, account: &str) -> Scan {
        self.run("--format json --mock-speed 1 --mock").arg(account)
    }

    /// The stored scans, the newest first.
    fn scans(&self) -> Vec<ScanRecord> {
        Store::open_read_only(&self.state()).unwrap().list(&Filter::default()).unwrap()
    }

    fn newest(&self) -> ScanRecord {
        self.scans().remove(0)
    }

    /// Waits until the newest scan has that status.
    fn until(&self, status: ScanStatus) -> ScanRecord {
        let stored = || Store::open_read_only(&self.state()).and_then(|store| store.list(&Filter::default()));
        for _ in 0..2_000 {
            let newest = stored().ok().and_then(|records| records.into_iter().next());
            if let Some(record) = newest.filter(|record| record.status == status) {
                return record;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("no scan is ever {status}: {:?}", stored().map(|records| records.into_iter().next()));
    }
}

/// A report without ids, times and what depends on how often a scan was begun.
fn comparable(mut report: Value) -> Value {
    let without = |value: &mut Value, keys: &[&str]| {
        let entries = value.as_object_mut().unwrap();
        for key in keys {
            assert!(entries.remove(*key).is_some(), "no {key} in {entries:?}");
        }
    };
    without(&mut report["scan"], &["id", "started_at", "ended_at", "duration_ms"]);
    without(&mut report["summary"], &["api_calls"]);
    for job in report["jobs"].as_array_mut().unwrap() {
        without(job, &["started_at", "ended_at", "duration_ms"]);
    }
    // What an earlier scan had found already depends on whether there is one.
    for result in report["results"].as_array_mut().unwrap() {
        result.as_object_mut().unwrap().remove("baseline");
    }
    report
}

/// When each job of a scan began, by id.
fn beginnings(directory: &Path, id: &str) -> std::collections::BTreeMap<String, String> {
    let jobs = Store::open_read_only(directory).unwrap().jobs(id).unwrap();
    let began = |job: posture_scan::model::Job| Some((job.id, job.started_at?.to_string()));
    jobs.into_iter().filter_map(|stored| began(stored.job)).collect()
}
