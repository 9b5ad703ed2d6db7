//! `scan history prune`: deletes old scans.

use jiff::Timestamp;

use super::archive::{Archive, failure};
use crate::cli::arguments::stored::PruneArguments;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::terminal::write_stdout;
use crate::report::stored::history::pruned;
use crate::store::{Filter, Retention, Store};

/// Runs `scan history prune`.
pub(super) fn run(arguments: &PruneArguments, archive: &Archive) -> anyhow::Result<Ending> {
    let Some(store) = archive.store() else {
        return write_stdout(format!("{}\n", archive.empty()).as_bytes());
    };
    // The archive may have been opened for reading only; this says why it cannot be written to.
    let store = Store::open(store.directory()).map_err(failure)?;
    let deleted = store.prune(retention(arguments)?).map_err(failure)?;
    let left = store.list(&Filter::default()).map_err(failure)?.len();
    write_stdout(pruned(&deleted.scans, deleted.bytes_freed, left).as_bytes())
}

/// What stays. The two ways exclude each other, and one of them is required.
fn retention(arguments: &PruneArguments) -> Result<Retention, Failure> {
    match (arguments.keep, arguments.older_than) {
        (Some(newest), _) => Ok(Retention::Newest(newest)),
        (None, Some(age)) => Timestamp::now()
            .checked_sub(age)
            .map(Retention::Since)
            .map_err(|_| Failure::usage("--older-than goes back before the calendar; name a shorter time")),
        (None, None) => Err(Failure::usage("say which scans to delete with --keep or --older-than")),
    }
}
