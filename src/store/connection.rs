//! Opening the database: settings, versions, and what is said of a file that is none.

mod foreign;
mod frozen;

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::error::{Fault, StoreError};
use super::folder;

/// The steps from each version of the database to the next; step 0 makes it. A released step never changes.
const STEPS: &[&str] = &[include_str!("schema/001_scans.sql"), include_str!("schema/002_reports.sql")];

/// SQLite's mark for the program that a database belongs to: "pscn".
const APPLICATION: i32 = 0x7073_636e;

/// How long to wait for another process that writes, in milliseconds.
const PATIENCE_MS: u64 = 5_000;

/// Opens the database of a folder for reading and writing, makes it where it is missing and brings it up to date.
pub(super) fn open(directory: &Path) -> Result<Connection, StoreError> {
    folder::make(directory)?;
    let path = folder::database(directory);
    folder::make_file(&path)?;
    let opened = || -> Result<Connection, Fault> {
        let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if !is_current(&connection, &path)? {
            // Two processes that make the database at once would see each other's halves.
            let lock_path = folder::locks(directory).join("schema.lock");
            folder::make(&folder::locks(directory))?;
            let lock = folder::open_file(&lock_path)?;
            lock.lock().map_err(|source| folder::unusable(&lock_path, source))?;
            bring_up_to_date(&mut connection, &path)?;
        }
        Ok(connection)
    };
    opened().map_err(|fault| fault.told(&path, "open the store"))
}

/// Opens the database of a folder for reading.
pub(super) fn open_read_only(directory: &Path) -> Result<Connection, StoreError> {
    let path = folder::database(directory);
    match std::fs::metadata(&path) {
        Ok(found) if found.len() > 0 => {}
        Ok(_) => return Err(StoreError::Absent { directory: directory.to_owned() }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::Absent { directory: directory.to_owned() });
        }
        Err(error) => return Err(folder::unusable(&path, error)),
    }
    let opened = || -> Result<Connection, Fault> {
        let looked = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(|connection| looked_at(connection, &path));
        let looked = match looked {
            Err(Fault::Sql(error)) if frozen::may_be(&error, &path) => looked_at(frozen::open(&path)?, &path),
            looked => looked,
        };
        match looked {
            Ok((connection, true)) => return Ok(connection),
            Err(Fault::Sql(error)) if frozen::is_half_written(&error, &path) => {}
            looked => drop(looked?),
        }
        drop(open(directory)?);
        // What was opened before may show the database for ever as it was then.
        connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    };
    opened().map_err(|fault| fault.told(&path, "open the store"))
}

/// Opens the database of a folder that came from elsewhere: for reading, exactly as this program makes one, and never brought up to date.
pub(super) fn open_foreign(directory: &Path) -> Result<Connection, StoreError> {
    let path = folder::database(directory);
    foreign::open(&path).map_err(|fault| fault.told(&path, "open the store"))
}

/// A connection, and whether its database needs nothing done.
fn looked_at(connection: Connection, path: &Path) -> Result<(Connection, bool), Fault> {
    let is_current = is_current(&connection, path)?;
    Ok((connection, is_current))
}

/// A connection to the database at a path.
fn connect(path: &Path, access: OpenFlags) -> Result<Connection, Fault> {
    // SQLite would take a relative path that begins with "file:" for a URI.
    let absolute = std::path::absolute(path).map_err(|source| folder::unusable(path, source))?;
    settled(Connection::open_with_flags(absolute, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// The settings that every connection has.
fn settled(connection: Connection) -> Result<Connection, Fault> {
    connection.busy_timeout(std::time::Duration::from_millis(PATIENCE_MS))?;
    connection.set_prepared_statement_cache_capacity(64);
    // With a write-ahead log, NORMAL leaves the flushing to the checkpoints: what is committed survives the death of the process,
    // `kill -9` included, for it is the kernel that holds it. A power cut may cost the last jobs, never the database; those are
    // scanned again.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -2 * 1024)?;
    connection.pragma_update(None, "journal_size_limit", 4 * 1024 * 1024)?;
    Ok(connection)
}

/// Whether the database needs nothing done.
fn is_current(connection: &Connection, path: &Path) -> Result<bool, Fault> {
    // One state of it: another process may be making it just now.
    let connection = Transaction::new_unchecked(connection, TransactionBehavior::Deferred)?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    if application != APPLICATION {
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
        if application != 0 || tables > 0 {
            return Err(StoreError::Foreign { path: path.to_owned() }.into());
        }
    }
    match usize::try_from(version) {
        Ok(version) if version > STEPS.len() => Err(StoreError::Newer { path: path.to_owned() }.into()),
        Ok(version) => Ok(version == STEPS.len()),
        Err(_) => Err(StoreError::Foreign { path: path.to_owned() }.into()),
    }
}

/// Takes the steps that the database lacks.
fn bring_up_to_date(connection: &mut Connection, path: &Path) -> Result<(), Fault> {
    // Only an empty database can learn to give pages back, and it has to before anything else is written.
    connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    if is_current(connection, path)? {
        return Ok(());
    }
    let transaction = Transaction::new(connection, TransactionBehavior::Immediate)?;
    let version: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for step in STEPS.iter().skip(usize::try_from(version).unwrap_or_default()) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", i32::try_from(STEPS.len()).unwrap_or(i32::MAX))?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests;
