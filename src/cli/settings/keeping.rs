//! Where a scan is kept, and what happens where another one of the account is running.

use std::path::PathBuf;

use super::scan::Beforehand;
use crate::cli::arguments::{ScanArguments, SharedArguments};
use crate::store::{StoreError, location};

/// Where a scan is kept.
#[derive(Debug)]
pub(in crate::cli) enum Keeping {
    /// Nowhere: the user does not want it.
    Nowhere,
    /// In the store of a folder.
    Stored {
        /// The folder, or why there is none.
        directory: Result<PathBuf, StoreError>,
        /// What to do where the account is being scanned.
        turn: Turn,
    },
}

/// What to do where another scan of the account is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Turn {
    /// Give up.
    AtOnce,
    /// Wait until it has ended.
    Awaited,
}

impl Keeping {
    /// Where a scan's own options want it.
    pub(in crate::cli) fn of_scan(scan: &ScanArguments, shared: &SharedArguments) -> Self {
        if scan.no_store { Self::Nowhere } else { Self::resolve(scan.wait, shared) }
    }

    /// In the folder that the user or the environment names.
    pub(in crate::cli) fn resolve(wait: bool, shared: &SharedArguments) -> Self {
        Self::Stored { directory: state_directory(shared), turn: if wait { Turn::Awaited } else { Turn::AtOnce } }
    }

    /// The same, and where it is stored it waits for its turn if `beforehand` says so.
    pub(in crate::cli) fn waiting(self, beforehand: &Beforehand) -> Self {
        match self {
            Self::Stored { directory, .. } if beforehand.wait => Self::Stored { directory, turn: Turn::Awaited },
            other => other,
        }
    }

    /// The folder, where there is one.
    pub(in crate::cli) fn directory(&self) -> Option<&PathBuf> {
        match self {
            Self::Stored { directory: Ok(directory), .. } => Some(directory),
            Self::Stored { directory: Err(_), .. } | Self::Nowhere => None,
        }
    }
}

/// The folder of the stored scans.
///
/// # Errors
/// Nothing says where it is.
pub(in crate::cli) fn state_directory(shared: &SharedArguments) -> Result<PathBuf, StoreError> {
    location::resolve(shared.state_dir.as_deref(), |variable| std::env::var_os(variable))
}
