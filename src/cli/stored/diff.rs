//! `scan diff`: two stored scans compared.

use super::archive::{Archive, failure};
use crate::cli::arguments::stored::DiffArguments;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::outputs::to_stdout;
use crate::cli::terminal::write_stdout;
use crate::model::ScanStatus;
use crate::model::comparison::{Comparison, ScanSide};
use crate::report::comparison::{json, table};
use crate::report::stored::TableStyle;
use crate::store::{Filter, ScanRecord, Store};

/// Runs `scan diff`.
pub(super) fn run(arguments: &DiffArguments, archive: &Archive, style: &TableStyle) -> anyhow::Result<Ending> {
    let (store, before, after) = pair(arguments, archive)?;
    let side = |record: &ScanRecord| store.report(&record.header.id).map(|report| ScanSide::from(&report)).map_err(failure);
    let comparison = Comparison::of(&side(&before)?, &side(&after)?).map_err(Failure::usage)?;
    if arguments.json {
        to_stdout(|out| json::write(&comparison, out)).map_err(|message| Failure { ending: Ending::Failed, message })?;
        return Ok(Ending::Success);
    }
    write_stdout(table::render(&comparison, style).as_bytes())
}

/// The two scans to compare, the earlier one first.
fn pair<'a>(arguments: &DiffArguments, archive: &'a Archive) -> Result<(&'a Store, ScanRecord, ScanRecord), Failure> {
    let (store, newest) = archive.find("last")?;
    match (&arguments.before, &arguments.after) {
        (Some(before), Some(after)) => Ok((store, archive.find(before)?.1, archive.find(after)?.1)),
        (Some(before), None) => {
            let before = archive.find(before)?.1;
            let after = ended(store, &before)?.into_iter().next().filter(|newest| newest.header.id != before.header.id);
            let after = after.ok_or_else(|| {
                Failure::usage(format!("no scan of the same account ended after {}; name two scans", before.header.id))
            })?;
            Ok((store, before, after))
        }
        (None, _) => {
            let mut scans = ended(store, &newest)?.into_iter();
            match (scans.next(), scans.next()) {
                (Some(after), Some(before)) => Ok((store, before, after)),
                _ => Err(Failure::usage(format!(
                    "there are no two scans of {} account {} that have ended, so there is nothing to compare; scan again, or name two scans",
                    newest.header.provider, newest.header.account_id
                ))),
            }
        }
    }
}

/// The scans of the same account that have ended and saw something, the newest first.
fn ended(store: &Store, like: &ScanRecord) -> Result<Vec<ScanRecord>, Failure> {
    let filter = Filter { account_id: Some(like.header.account_id.clone()), limit: None };
    let mut records = store.list(&filter).map_err(failure)?;
    records.retain(|record| {
        let has_ended =
            matches!(record.status, ScanStatus::Completed | ScanStatus::Partial | ScanStatus::Failed | ScanStatus::Cancelled);
        has_ended && record.header.provider == like.header.provider
    });
    Ok(records)
}
