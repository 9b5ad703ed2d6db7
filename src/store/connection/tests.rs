//! Opening what is there, what is not, and what is something else.

use super::*;
use crate::store::Store;
use rusqlite::Connection;

#[cfg(unix)]
#[test]
fn the_folder_and_every_file_belong_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let home = tempfile::tempdir().unwrap();
    let directory = home.path().join("a/b");
    let store = Store::open(&directory).unwrap();
    store.settle_interrupted().unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&home.path().join("a")), mode(&directory)), (0o700, 0o700));
    let files: Vec<_> = std::fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        assert_eq!(mode(&file) & 0o077, 0, "{file:?}");
    }
}

#[test]
fn a_new_store_survives_being_opened_by_many_at_once() {
    let home = tempfile::tempdir().unwrap();
    let directory = home.path().join("state");
    std::thread::scope(|scope| {
        let openings: Vec<_> = (0..8).map(|_| scope.spawn(|| Store::open(&directory).map(drop))).collect();
        for opening in openings {
            opening.join().unwrap().unwrap();
        }
    });
    let connection = Connection::open(folder::database(&directory)).unwrap();
    let pragma = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| {
                row.get::<_, String>(0).or_else(|_| row.get::<_, i64>(0).map(|it| it.to_string()))
            })
            .unwrap()
    };
    assert_eq!([pragma("user_version"), pragma("journal_mode"), pragma("auto_vacuum")], ["2", "wal", "2"]);
    assert_eq!(pragma("integrity_check"), "ok");
}

#[test]
fn a_store_that_is_just_being_made_is_not_taken_for_another_programs() {
    let home = tempfile::tempdir().unwrap();
    let path = folder::database(home.path());
    let made = "BEGIN IMMEDIATE; CREATE TABLE t_scan (x); PRAGMA application_id = 0x7073636e; PRAGMA user_version = 1; COMMIT";
    let unmade = "BEGIN IMMEDIATE; DROP TABLE t_scan; PRAGMA application_id = 0; PRAGMA user_version = 0; COMMIT";
    let maker = Connection::open(&path).unwrap();
    maker.pragma_update(None, "journal_mode", "WAL").unwrap();
    let looker = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let stop = &stop;
        scope.spawn(move || {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                maker.execute_batch(made).unwrap();
                maker.execute_batch(unmade).unwrap();
            }
        });
        let looks: Vec<_> = (0..3_000).map(|_| is_current(&looker, &path)).collect();
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        for look in looks {
            look.unwrap();
        }
    });
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    drop(Store::open(home.path()).unwrap());
    let database = folder::database(home.path());
    Connection::open(&database).unwrap().pragma_update(None, "user_version", 99).unwrap();
    for opened in [Store::open(home.path()), Store::open_read_only(home.path())] {
        let error = opened.unwrap_err();
        assert!(matches!(error, StoreError::Newer { .. }), "{error:?}");
        let said = error.to_string();
        assert!(said.contains(database.to_str().unwrap()) && said.contains("newer posture-scan; update"), "{said}");
    }
}

#[test]
fn a_file_that_is_no_database_is_named_and_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let database = folder::database(home.path());
    let noise = "this is no database, and nobody may overwrite it\n".repeat(100);
    std::fs::write(&database, &noise).unwrap();
    for opened in [Store::open(home.path()), Store::open_read_only(home.path())] {
        let error = opened.unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
        let said = error.to_string();
        assert!(said.contains(database.to_str().unwrap()) && said.contains("move it away"), "{said}");
    }
    assert_eq!(std::fs::read_to_string(&database).unwrap(), noise);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    for prepare in ["CREATE TABLE cookies (name)", "PRAGMA application_id = 7", "CREATE TABLE t_scan (x); PRAGMA user_version = 1"]
    {
        let home = tempfile::tempdir().unwrap();
        let database = folder::database(home.path());
        Connection::open(&database).unwrap().execute_batch(prepare).unwrap();
        for opened in [Store::open(home.path()), Store::open_read_only(home.path())] {
            let error = opened.unwrap_err();
            assert!(matches!(error, StoreError::Foreign { .. }), "{prepare}: {error:?}");
        }
    }
}

#[test]
fn nothing_stored_is_said_so_and_reading_makes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let directory = home.path().join("state");
    let error = Store::open_read_only(&directory).unwrap_err();
    assert!(matches!(error, StoreError::Absent { .. }), "{error:?}");
    assert!(!directory.exists());
    let store = Store::open(&directory).unwrap();
    assert!(matches!(store.find("last"), Err(StoreError::Absent { .. })));
    assert!(matches!(store.find("20260101"), Err(StoreError::Absent { .. })));
}

#[test]
fn a_database_cut_short_or_overwritten_is_said_to_be_damaged() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    crate::store::tests::sample::sample("scan-1", 0).store(&store);
    drop(store);
    let database = folder::database(home.path());
    let bytes = std::fs::read(&database).unwrap();
    let mut torn = bytes.clone();
    torn[4096..].fill(0xa5);
    for damaged in [&bytes[..bytes.len() / 2], &bytes[..4096], &bytes[..50], &torn] {
        std::fs::write(&database, damaged).unwrap();
        for opened in [Store::open(home.path()), Store::open_read_only(home.path())] {
            let error = opened.and_then(|store| store.report("scan-1").map(drop)).unwrap_err();
            assert!(matches!(error, StoreError::Damaged { .. }), "{} bytes: {error:?}", damaged.len());
        }
    }
}

#[test]
fn a_path_is_a_path_even_where_it_looks_like_a_uri() {
    let home = tempfile::tempdir().unwrap();
    let directory = home.path().join("file:x?mode=memory");
    drop(Store::open(&directory).unwrap());
    assert!(folder::database(&directory).metadata().unwrap().len() > 0);
}

#[test]
fn a_database_whose_maker_died_half_way_is_made_by_whoever_reads_first() {
    for (mode, ending) in [("WAL", "-wal"), ("DELETE", "-journal")] {
        let (maker, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (made, path) = (folder::database(maker.path()), folder::database(home.path()));
        let unfinished = Connection::open(&made).unwrap();
        unfinished.pragma_update(None, "journal_mode", mode).unwrap();
        // Little memory makes SQLite write before the transaction ends.
        unfinished.pragma_update(None, "cache_size", 1).unwrap();
        unfinished.execute_batch("BEGIN IMMEDIATE; CREATE TABLE a (b); INSERT INTO a VALUES (randomblob(200000))").unwrap();
        let beside = |path: &Path| path.with_extension(format!("db{ending}"));
        std::fs::copy(&made, &path).unwrap();
        std::fs::copy(beside(&made), beside(&path)).unwrap();
        let store = Store::open_read_only(home.path()).unwrap();
        let listed = store.list(&crate::store::Filter::default()).map(|scans| scans.len());
        assert!(matches!(listed, Ok(0)), "{mode}: {listed:?}");
    }
}
