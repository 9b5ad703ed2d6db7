//! A database in a folder that this process may not write to. SQLite reads a database with a write-ahead log only where it may make
//! or find the log's index, unless it is told that nobody writes.

use std::fmt::Write;
use std::path::Path;

use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use super::settled;
use crate::store::error::Fault;
use crate::store::folder;

/// Whether an error of a first look may mean this, and whether all that was stored is in the database: nothing waits in a log.
pub(super) fn may_be(error: &Error, path: &Path) -> bool {
    is_refused(error) && !has_beside(path, "-wal") && !has_beside(path, "-journal")
}

/// Whether an error of a first look may mean that a process died while it wrote into the database itself: who may write puts it right.
pub(super) fn is_half_written(error: &Error, path: &Path) -> bool {
    is_refused(error) && has_beside(path, "-journal")
}

fn is_refused(error: &Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied))
}

/// Whether there is something in the file of that ending beside the database.
fn has_beside(path: &Path, ending: &str) -> bool {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ending);
    std::fs::metadata(beside).is_ok_and(|found| found.len() > 0)
}

/// Opens it as something that does not change while this process reads. Who writes after all, its owner perhaps, makes single answers
/// wrong or fail; nothing is lost.
pub(super) fn open(path: &Path) -> Result<Connection, Fault> {
    let absolute = std::path::absolute(path).map_err(|source| folder::unusable(path, source))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    settled(Connection::open_with_flags(address(&absolute), flags)?)
}

/// The path as a URI that says so (<https://www.sqlite.org/uri.html>).
fn address(absolute: &Path) -> String {
    let path = absolute.to_string_lossy().replace('\\', "/");
    let mut address = String::from(if path.starts_with('/') { "file:" } else { "file:/" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => address.push(char::from(byte)),
            // Writing into a string cannot fail.
            _ => drop(write!(address, "%{byte:02X}")),
        }
    }
    address + "?immutable=1"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address_that_sqlite_understands() {
        assert_eq!(address(Path::new("/a b/100%/c?d#é")), "file:/a%20b/100%25/c%3Fd%23%C3%A9?immutable=1");
    }

    #[test]
    fn what_waits_in_a_log_is_not_passed_over() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("scans.db");
        let refused = Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_READONLY), None);
        assert!(may_be(&refused, &path));
        std::fs::write(home.path().join("scans.db-wal"), "").unwrap();
        assert!(may_be(&refused, &path));
        std::fs::write(home.path().join("scans.db-wal"), "x").unwrap();
        assert!(!may_be(&refused, &path));
        assert!(!may_be(&Error::QueryReturnedNoRows, &home.path().join("other.db")));
    }

    #[test]
    fn a_database_is_read_whatever_its_path() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("100% ä?#&'.db");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (7)").unwrap();
        let connection = open(&path).unwrap();
        assert_eq!(connection.query_row("SELECT b FROM a", (), |row| row.get::<_, i64>(0)).unwrap(), 7);
        assert!(connection.execute("INSERT INTO a VALUES (8)", ()).is_err());
    }
}
