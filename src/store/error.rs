//! What can go wrong with the store, in words that name the thing and the next step.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::types::FromSqlError;

/// Why something could not be stored or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Nothing says where the store is.
    #[error("there is no home folder to keep scans in; name a folder with --state-dir")]
    NoPlace,
    /// A folder or a file of the store cannot be used.
    #[error("cannot use {}: {source}; make it readable and writable, or name another folder with --state-dir", path.display())]
    Unusable {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing was ever stored here.
    #[error("no scan is stored in {}; run one first, or name another folder with --state-dir", directory.display())]
    Absent {
        /// The folder.
        directory: PathBuf,
    },
    /// The database has a later version than this program knows.
    #[error("{} was made by a newer posture-scan; update, or name another --state-dir", path.display())]
    Newer {
        /// The database.
        path: PathBuf,
    },
    /// The file is the database of another program.
    #[error("{} is a database, but not one of posture-scan; move it away, or name another --state-dir", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file is no database, or a damaged one.
    #[error("{} is damaged or no database ({detail}); move it away to begin a new one, or name another --state-dir", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// A database that came from elsewhere is not as this version of the program makes one.
    #[error("{} is no store as this posture-scan makes them: {detail}", path.display())]
    Unlike {
        /// The file.
        path: PathBuf,
        /// What is otherwise.
        detail: String,
    },
    /// Another process kept the database locked.
    #[error("cannot {doing}: {} is locked by another process; try again when that has ended", path.display())]
    Busy {
        /// What was tried.
        doing: String,
        /// The database.
        path: PathBuf,
    },
    /// No room is left.
    #[error("cannot {doing}: the disk of {} is full; make room, or name another --state-dir", path.display())]
    Full {
        /// What was tried.
        doing: String,
        /// The database.
        path: PathBuf,
    },
    /// Something that is stored makes no sense to this program.
    #[error("cannot {doing}: {} holds what this posture-scan does not understand ({detail}); update posture-scan", path.display())]
    Unreadable {
        /// What was tried.
        doing: String,
        /// The database.
        path: PathBuf,
        /// What it was.
        detail: String,
    },
    /// Something cannot be written down.
    #[error("cannot {doing}: {detail}")]
    Unwritable {
        /// What was tried.
        doing: String,
        /// What it was.
        detail: String,
    },
    /// Anything else that the database refuses.
    #[error("cannot {doing} in {}: {source}; check the folder's permissions and free space", path.display())]
    Refused {
        /// What was tried.
        doing: String,
        /// The database.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// No scan goes by that name.
    #[error("no stored scan is called {reference}{suggestion}")]
    UnknownScan {
        /// What was asked for.
        reference: String,
        /// What was perhaps meant, as the end of the sentence.
        suggestion: String,
    },
    /// Several scans begin like that.
    #[error("{reference} could be {}; type more of the id", candidates.join(" or "))]
    AmbiguousScan {
        /// What was asked for.
        reference: String,
        /// The first scans that it could be.
        candidates: Vec<String>,
    },
    /// The scan's plan has no such job.
    #[error("scan {scan_id} has no job {job_id}; store the scan with its whole plan")]
    UnknownJob {
        /// The scan.
        scan_id: String,
        /// The job.
        job_id: String,
    },
    /// A query that is not possible.
    #[error("{message}")]
    Query {
        /// What is wrong with it, and what is possible.
        message: String,
    },
    /// The thread that writes could not start, or ended before its time.
    #[error("the scan is not stored: {detail}; its reports are not affected")]
    NoWriter {
        /// What happened.
        detail: String,
    },
}

impl StoreError {
    /// Whether the same may succeed later: somebody else has the lock, the disk or the memory is full, a mount is gone for a while.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Busy { .. } | Self::Full { .. } | Self::Unusable { .. } => true,
            Self::Refused { source, .. } => matches!(
                source.sqlite_error_code(),
                Some(
                    ErrorCode::ReadOnly
                        | ErrorCode::SystemIoFailure
                        | ErrorCode::CannotOpen
                        | ErrorCode::PermissionDenied
                        | ErrorCode::OutOfMemory
                )
            ),
            _ => false,
        }
    }
}

/// What goes wrong inside, before it is known where and in the course of what.
#[derive(Debug)]
pub(super) enum Fault {
    /// SQLite refuses.
    Sql(rusqlite::Error),
    /// A stored value makes no sense.
    Unreadable(String),
    /// A value cannot be written down.
    Unwritable(String),
    /// All is said.
    Said(StoreError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match error {
            Sql::QueryReturnedNoRows => Self::Unreadable("a value is missing".to_owned()),
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::Utf8Error(..)
            | Sql::InvalidColumnType(..) => Self::Unreadable(error.to_string()),
            error => Self::Sql(error),
        }
    }
}

impl From<FromSqlError> for Fault {
    fn from(error: FromSqlError) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Said(error)
    }
}

impl Fault {
    /// The error for the user; `doing` continues "cannot".
    pub(super) fn told(self, path: &Path, doing: &str) -> StoreError {
        let (doing, path) = (doing.to_owned(), path.to_owned());
        match self {
            Self::Said(error) => error,
            Self::Unreadable(detail) => StoreError::Unreadable { doing, path, detail },
            Self::Unwritable(detail) => StoreError::Unwritable { doing, detail },
            Self::Sql(error) => match error.sqlite_error_code() {
                // The last one: many began to read or write at the same moment.
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                    StoreError::Busy { doing, path }
                }
                // Such as a scan of the same id: no fault of the folder.
                Some(ErrorCode::ConstraintViolation) => StoreError::Unwritable { doing, detail: error.to_string() },
                Some(ErrorCode::DiskFull) => StoreError::Full { doing, path },
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                    StoreError::Damaged { path, detail: error.to_string() }
                }
                _ => StoreError::Refused { doing, path, source: error },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_tried_again_and_nothing_else() {
        use rusqlite::ffi;

        let told = |code| {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            Fault::from(error).told(Path::new("/state/scans.db"), "store job a")
        };
        for code in
            [ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED, ffi::SQLITE_PROTOCOL, ffi::SQLITE_NOMEM, ffi::SQLITE_FULL, ffi::SQLITE_IOERR]
        {
            assert!(told(code).is_passing(), "{code}: {:?}", told(code));
        }
        for code in [ffi::SQLITE_ERROR, ffi::SQLITE_CORRUPT, ffi::SQLITE_CONSTRAINT, ffi::SQLITE_TOOBIG] {
            assert!(!told(code).is_passing(), "{code}: {:?}", told(code));
        }
    }
}
