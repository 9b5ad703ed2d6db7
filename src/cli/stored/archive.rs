//! The stored scans as these commands find them: perhaps none, perhaps in a folder that may only be read.

use std::path::PathBuf;

use jiff::Timestamp;

use super::picture::Picture;
use crate::cli::arguments::SharedArguments;
use crate::cli::exit_code::Failure;
use crate::cli::settings::state_directory;
use crate::model::ScanStatus;
use crate::report::stored::Glance;
use crate::store::{ScanRecord, Store, StoreError};

/// What stands for the newest scan.
const LAST: &str = "last";

/// The stored scans of one folder.
pub(super) struct Archive {
    directory: PathBuf,
    store: Option<Store>,
}

impl Archive {
    /// Opens what there is. Scans whose process died are settled first, where the folder may be written to.
    ///
    /// # Errors
    /// There is a store that cannot be read.
    pub(super) fn open(shared: &SharedArguments) -> Result<Self, Failure> {
        let directory = state_directory(shared).map_err(failure)?;
        let store = match Store::open_read_only(&directory) {
            Ok(reading) => Some(writable(&directory).unwrap_or(reading)),
            Err(StoreError::Absent { .. }) => None,
            Err(error) => return Err(failure(error)),
        };
        Ok(Self { directory, store })
    }

    /// The store, where there is one.
    pub(super) const fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// The one scan that a person means, and the store that has it.
    ///
    /// # Errors
    /// No scan or several are called so.
    pub(super) fn find(&self, reference: &str) -> Result<(&Store, ScanRecord), Failure> {
        let absent = || StoreError::Absent { directory: self.directory.clone() };
        let store = self.store.as_ref().ok_or_else(|| failure(absent()))?;
        Ok((store, store.find(reference).map_err(failure)?))
    }

    /// The same for a list, of which there is none while no scan is stored.
    ///
    /// # Errors
    /// No scan or several are called so.
    pub(super) fn find_for_list(&self, reference: &str) -> Result<Option<(&Store, ScanRecord)>, Failure> {
        let Some(store) = self.store.as_ref() else {
            return if reference == LAST { Ok(None) } else { self.find(reference).map(Some) };
        };
        match store.find(reference) {
            Ok(record) => Ok(Some((store, record))),
            Err(StoreError::Absent { .. }) if reference == LAST => Ok(None),
            Err(error) => Err(failure(error)),
        }
    }

    /// Says that nothing is stored, and what to do.
    pub(super) fn empty(&self) -> String {
        format!("no scan is stored in {} yet; `scan --mock` makes a first one of a mock account", self.directory.display())
    }
}

/// The store for writing, with every scan settled whose process died; `None` where that is not possible, which is no reason not to read.
fn writable(directory: &std::path::Path) -> Option<Store> {
    let store = Store::open(directory).ok()?;
    store.settle_interrupted().ok()?;
    Some(store)
}

/// A failure of the store.
pub(super) fn failure(error: StoreError) -> Failure {
    error.into()
}

/// A stored scan as reports show it.
///
/// # Errors
/// The store cannot be read.
pub(super) fn glance(store: &Store, record: &ScanRecord) -> Result<Glance, Failure> {
    let percent = match record.status {
        // The same judgement as in the picture of the running scan.
        ScanStatus::Running => Picture::of(record, &store.jobs(&record.header.id).map_err(failure)?).percent(),
        _ => record.percent,
    };
    Ok(Glance {
        header: record.header.clone(),
        status: record.status,
        reason: record.reason.clone(),
        percent,
        ended_at: record.ended_at,
        until: record.ended_at.unwrap_or_else(Timestamp::now),
        is_stopping: record.cancel_requested,
        assets: record.assets,
        findings: record.findings.clone(),
    })
}
