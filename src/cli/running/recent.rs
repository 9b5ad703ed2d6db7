//! A complete scan that is recent enough to make another one needless.

use jiff::{SignedDuration, Timestamp};

use crate::cli::settings::{Destination, OutputSettings};
use crate::cli::terminal::say;
use crate::engine::PreparedScan;
use crate::model::{ScanStatus, ScanType};
use crate::store::{Filter, ScanRecord, Store};

use super::rival::account;

/// The newest complete scan of the same account, with the same checks as they are now and at least the same regions, that began less than
/// `age` ago. What cannot be read is as good as not there: then the scan runs.
pub(in crate::cli) fn find(store: &Store, prepared: &PreparedScan, age: SignedDuration) -> Option<ScanRecord> {
    let (header, checks) = (prepared.header(), prepared.checks());
    let filter = Filter { account_id: Some(header.account_id.clone()), limit: None };
    let is_the_same = |record: &ScanRecord| {
        let other = &record.header;
        record.status == ScanStatus::Completed
            && (SignedDuration::ZERO..age).contains(&Timestamp::now().duration_since(other.started_at))
            && (&other.provider, &other.partition) == (&header.provider, &header.partition)
            // What an incremental scan did not read anew makes no full one needless.
            && (other.scan_type != ScanType::Incremental || header.scan_type == ScanType::Incremental)
            && header.regions.iter().all(|region| other.regions.contains(region))
            && store.checks(&other.id).is_ok_and(|others| others == checks)
    };
    store.list(&filter).ok()?.into_iter().find(is_the_same)
}

/// How long ago a scan began.
pub(in crate::cli) fn begun_ago(scan: &ScanRecord) -> String {
    let minutes = Timestamp::now().duration_since(scan.header.started_at).as_mins();
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes:02} min"),
    }
}

/// Says why nothing is scanned, and which reports are therefore not written.
pub(in crate::cli) fn say_why(recent: &ScanRecord, output: &OutputSettings) {
    let (header, ago) = (&recent.header, begun_ago(recent));
    say(&format!("nothing to do: scan {} of {} is complete and began {ago} ago", header.id, account(header)));
    let files: Vec<String> = output
        .outputs
        .iter()
        .filter_map(|(_, destination)| match destination {
            Destination::File(path) | Destination::Folder(path) => Some(path.display().to_string()),
            Destination::Stdout => None,
        })
        .collect();
    if !files.is_empty() {
        say(&format!("not written: {}", files.join(", ")));
    }
}
