//! A database that came from elsewhere, and that somebody may have made up: what could run on and on, or read more than it holds, is
//! found before anything is read ("Defense Against The Dark Arts" on sqlite.org).

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{STEPS, frozen, is_current, settled};
use crate::store::error::{Fault, StoreError};

/// One thing in a database: its type, its name, its table and the statement that makes it.
type Part = (String, String, String, Option<String>);

/// Opens the database, which nobody writes to.
pub(super) fn open(path: &Path) -> Result<Connection, Fault> {
    let connection = frozen::open(path)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    let unlike = |detail: &str| Fault::from(StoreError::Unlike { path: path.to_owned(), detail: detail.to_owned() });
    if !is_current(&connection, path)? {
        return Err(unlike("it was made by an older one"));
    }
    let known = settled(Connection::open_with_flags(":memory:", OpenFlags::SQLITE_OPEN_READ_WRITE)?)?;
    STEPS.iter().try_for_each(|step| known.execute_batch(step))?;
    // A view called like a table would be asked in the table's place.
    if schema(&connection)? != schema(&known)? {
        return Err(unlike("its tables are other ones"));
    }
    // Pages that are their own children would be read for ever.
    let found: String = connection.query_row("PRAGMA quick_check(1)", (), |row| row.get(0))?;
    if found == "ok" { Ok(connection) } else { Err(StoreError::Damaged { path: path.to_owned(), detail: found }.into()) }
}

fn schema(connection: &Connection) -> Result<Vec<Part>, Fault> {
    // One more than any store has is enough to tell.
    let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name LIMIT 1000")?;
    let parts =
        statement.query_map((), |row| -> rusqlite::Result<Part> { Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)) })?;
    Ok(parts.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn altered(statements: &str) -> (tempfile::TempDir, Result<Connection, Fault>) {
        let home = tempfile::tempdir().unwrap();
        drop(Store::open(home.path()).unwrap());
        let path = home.path().join(Store::FILE);
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch("PRAGMA journal_mode = DELETE").unwrap();
        connection.execute_batch(statements).unwrap();
        drop(connection);
        let opened = open(&path);
        (home, opened)
    }

    #[test]
    fn a_store_as_this_program_makes_it_is_read_and_not_written() {
        let (_home, opened) = altered("");
        let connection = opened.unwrap();
        assert_eq!(connection.query_row("SELECT count(*) FROM t_scan", (), |row| row.get::<_, i64>(0)).unwrap(), 0);
        assert!(connection.execute("DELETE FROM t_scan", ()).is_err());
    }

    #[test]
    fn what_is_otherwise_is_refused_and_left_alone() {
        let endless = "DROP TABLE t_ledger; CREATE VIEW t_ledger AS \
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
        for (statements, why) in [
            (endless, "its tables are other ones"),
            ("CREATE TRIGGER t AFTER INSERT ON t_scan BEGIN SELECT 1; END", "its tables are other ones"),
            ("CREATE TABLE other (a)", "its tables are other ones"),
            ("PRAGMA user_version = 1", "made by an older one"),
            ("PRAGMA user_version = 99", "made by a newer"),
            ("PRAGMA application_id = 7", "not one of posture-scan"),
        ] {
            let (home, opened) = altered(statements);
            let path = home.path().join(Store::FILE);
            let message = opened.unwrap_err().told(&path, "open the store").to_string();
            assert!(message.contains(why), "{statements}: {message}");
        }
    }

    #[test]
    fn a_page_that_is_none_is_found() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(Store::FILE);
        drop(Store::open(home.path()).unwrap());
        Connection::open(&path).unwrap().execute_batch("PRAGMA journal_mode = DELETE").unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
        let page = size..2 * size;
        bytes[page].fill(5);
        std::fs::write(&path, bytes).unwrap();
        assert!(open(&path).is_err());
    }
}
