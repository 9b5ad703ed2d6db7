//! Scans on disk, in SQLite: what was asked for, how far it came, and everything that its jobs left behind.
//!
//! It knows the model and nothing else of ours: who runs scans, and how they are shown, are not its business. The life of a scan:
//!
//! ```text
//! ScanLock::try_acquire    this process looks after the scan, from before it is stored until all is written
//! Store::create            the plan: header, request, jobs, checks; not started, or queued
//! AccountLock::acquire     one scan of an account at a time
//! Recorder::start          a listener that writes what the engine tells: begin, jobs, progress, the end
//! Recorder::finish         all is on disk, or why not
//! ```
//!
//! A process may die at any moment: every job is one transaction, and [`Store::settle_interrupted`] finds the scans that nobody looks
//! after any more.

mod blob;
mod connection;
mod content;
mod error;
mod find;
mod folder;
mod life;
pub mod location;
mod lock;
mod names;
mod outcome;
mod plan;
mod prune;
mod query;
mod reading;
mod record;
mod recorder;
mod request;
mod scan_record;
mod settle;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

pub use error::StoreError;
pub use find::Filter;
pub use life::{Ending, JobProgress};
pub use lock::{AccountLock, ScanLock};
pub use plan::{Launch, NewScan};
pub use prune::{Pruned, Retention};
pub use query::{Cell, Rows, VIEWS, View};
pub use reading::StoredJob;
pub use recorder::Recorder;
pub use request::StoredRequest;
pub use scan_record::{JobCounts, ScanRecord};

use error::Fault;

/// The stored scans of one folder. A store is one connection: each thread opens its own.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    directory: PathBuf,
}

impl Store {
    /// The name of the database in its folder.
    pub const FILE: &str = folder::DATABASE;

    /// Opens the store in a folder; both are made where they are missing, for their owner alone.
    ///
    /// # Errors
    /// The folder cannot be used, or what is there is no store that this program can read.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: connection::open(directory)?, directory: directory.to_owned() })
    }

    /// Opens the store in a folder for reading. Everything that writes is then refused.
    ///
    /// # Errors
    /// Nothing was ever stored there ([`StoreError::Absent`]), or what is there is no store that this program can read.
    pub fn open_read_only(directory: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: connection::open_read_only(directory)?, directory: directory.to_owned() })
    }

    /// Opens a copy, in a folder of its own, of a store that came from elsewhere, for reading. Nothing of it is believed that could make
    /// reading it endless.
    ///
    /// # Errors
    /// It is not exactly what this version of the program writes.
    pub fn open_foreign(directory: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: connection::open_foreign(directory)?, directory: directory.to_owned() })
    }

    /// The folder.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Writes everything that is stored into one file, a database of its own that is not there yet: in a folder of its own and called as
    /// [`Store::FILE`] says, it is a store again.
    ///
    /// # Errors
    /// The file is there already or cannot be written.
    pub fn write_to(&self, path: &Path) -> Result<(), StoreError> {
        let doing = format!("write {}", path.display());
        let path_text = path
            .to_str()
            .ok_or_else(|| StoreError::Unwritable { doing: doing.clone(), detail: "its name is not UTF-8".to_owned() })?;
        let written = self.connection.execute("VACUUM INTO ?1", [path_text]).map_err(Fault::from);
        written.map(drop).map_err(|fault| fault.told(&folder::database(&self.directory), &doing))
    }

    /// Does `work` in one transaction that writes: all of it or nothing. `doing` continues "cannot".
    fn write<T>(&self, doing: &str, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        self.transaction(TransactionBehavior::Immediate, doing, work)
    }

    /// Does `work` on one state of the database, whoever writes meanwhile. `doing` continues "cannot".
    fn read<T>(&self, doing: &str, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        self.transaction(TransactionBehavior::Deferred, doing, work)
    }

    fn transaction<T>(
        &self,
        behavior: TransactionBehavior,
        doing: &str,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let done = || {
            let transaction = Transaction::new_unchecked(&self.connection, behavior)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        done().map_err(|fault: Fault| fault.told(&folder::database(&self.directory), doing))
    }
}

/// The key of the scan with an id.
fn scan_key(connection: &Connection, scan_id: &str) -> Result<i64, Fault> {
    let mut statement = connection.prepare_cached("SELECT scan_key FROM t_scan WHERE id = ?1")?;
    let key = statement.query_row([scan_id], |row| row.get(0)).optional()?;
    let unknown = || StoreError::UnknownScan { reference: scan_id.to_owned(), suggestion: String::new() };
    key.ok_or_else(|| unknown().into())
}

/// The key of a scan's job.
fn job_key(connection: &Connection, scan_id: &str, scan_key: i64, job_id: &str) -> Result<i64, Fault> {
    let mut statement = connection.prepare_cached("SELECT job_key FROM t_job WHERE scan_key = ?1 AND id = ?2")?;
    let key = statement.query_row(rusqlite::params![scan_key, job_id], |row| row.get(0)).optional()?;
    key.ok_or_else(|| StoreError::UnknownJob { scan_id: scan_id.to_owned(), job_id: job_id.to_owned() }.into())
}

#[cfg(test)]
mod tests;
