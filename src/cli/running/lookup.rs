//! Finding the scan that a command is about.

use crate::cli::arguments::SharedArguments;
use crate::cli::exit_code::Failure;
use crate::cli::settings::state_directory;
use crate::store::Store;

/// Opens the store that is there; scans whose process has died are settled.
///
/// # Errors
/// Nothing is stored, or it cannot be read or written.
pub(in crate::cli) fn open_existing(shared: &SharedArguments) -> Result<Store, Failure> {
    let directory = state_directory(shared).map_err(Failure::from)?;
    // Where nothing is stored, nothing shall be made.
    drop(Store::open_read_only(&directory).map_err(Failure::from)?);
    let store = Store::open(&directory).map_err(Failure::from)?;
    store.settle_interrupted().map_err(Failure::from)?;
    Ok(store)
}
