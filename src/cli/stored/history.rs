//! `scan history`: which scans are stored.

use super::archive::{Archive, failure, glance};
use super::{show, show_nothing};
use crate::cli::arguments::stored::HistoryArguments;
use crate::cli::exit_code::Ending;
use crate::report::stored::history::{Document, Older, render};
use crate::report::stored::{Glance, TableStyle};
use crate::store::Filter;

/// Runs `scan history`.
pub(super) fn run(arguments: &HistoryArguments, archive: &Archive, style: &TableStyle) -> anyhow::Result<Ending> {
    // One more than are shown tells whether there are more.
    let filter = Filter { account_id: arguments.account.clone(), limit: Some(arguments.limit.saturating_add(1)) };
    let most = usize::try_from(arguments.limit).unwrap_or(usize::MAX);
    let (mut scans, mut older) = (Vec::<Glance>::new(), Older::None);
    if let Some(store) = archive.store() {
        let records = store.list(&filter).map_err(failure)?;
        older = if records.len() > most { Older::LeftOut } else { Older::None };
        scans = records.iter().take(most).map(|record| glance(store, record)).collect::<Result<_, _>>()?;
    }
    show(
        arguments.json,
        || Document::from(scans.as_slice()),
        || match (&arguments.account, scans.is_empty()) {
            (Some(account), true) => crate::report::stored::nothing(&format!("no scan of account {account} is stored"), style),
            (None, true) => show_nothing(archive, style),
            (_, false) => render(&scans, older, style),
        },
    )
}
