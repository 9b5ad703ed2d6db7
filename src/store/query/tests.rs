//! What a query can see, and what it cannot do.

use super::*;
use crate::store::StoredRequest;
use crate::store::tests::sample::{HOSTILE, assert_same, sample, store};

fn texts(store: &Store, sql: &str) -> Vec<Vec<String>> {
    let cell = |cell: &Cell| match cell {
        Cell::Null => "-".to_owned(),
        Cell::Integer(value) => value.to_string(),
        Cell::Number(value) => value.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Bytes(bytes) => format!("{bytes:?}"),
    };
    store.query(sql, 1_000).unwrap().rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

fn refused(store: &Store, sql: &str) -> String {
    let error = store.query(sql, 10).expect_err(sql);
    assert!(matches!(error, StoreError::Query { .. }), "{sql}: {error:?}");
    error.to_string()
}

#[test]
fn the_views_have_the_columns_that_are_promised() {
    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    for view in VIEWS {
        let rows = store.query(&format!("SELECT * FROM {}", view.name), 1_000).unwrap();
        assert_eq!(rows.columns, view.columns, "{}", view.name);
        assert!(!rows.rows.is_empty(), "{}", view.name);
    }
}

#[test]
fn the_views_say_what_the_report_says() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    let report = sample.report();
    let scan =
        texts(&store, "SELECT status, reason, assets, findings, high, low, jobs, api_calls, duration_ms, started_at FROM scans");
    let expected = ["partial", &report.status_reason, "4", "2", "1", "1", "3", "7", "9000", "2026-01-15T09:30:00.123Z"];
    assert_eq!(scan, [expected]);
    let jobs = texts(&store, "SELECT id, status, duration_ms, region FROM jobs");
    assert_eq!(jobs[0], ["discovery:eu-west-1", "succeeded", "1001", "eu-west-1"]);
    assert_eq!(jobs[2], ["clusters", "failed", "-", "-"]);
    assert_eq!(texts(&store, "SELECT count(*) FROM results"), [[report.results.len().to_string()]]);
    assert_eq!(texts(&store, "SELECT name, severity FROM findings ORDER BY severity"), [["a name", "high"], ["logs", "low"]]);
    let unknown = texts(&store, "SELECT gap_kind, gap_action, gap_detail FROM results WHERE outcome = 'unknown' AND id = '*'");
    assert_eq!(unknown, [["denied", "s3:GetEncryptionConfiguration", HOSTILE]]);
    let warnings: Vec<String> = report.warnings.iter().map(|warning| warning.message.clone()).collect();
    assert_eq!(texts(&store, "SELECT message FROM warnings").concat(), warnings);
    assert_eq!(
        texts(&store, "SELECT region, pass, fail, unknown, not_applicable, muted FROM ledger LIMIT 1"),
        [["", "1", "2", "3", "4", "5"]]
    );
}

#[test]
fn properties_are_those_of_the_json_report_facets_included() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    let report = sample.report();
    let stored = texts(&store, "SELECT id, tags, properties FROM assets ORDER BY id");
    assert_eq!(stored.len(), report.assets.len());
    for row in stored {
        let asset = report.assets.iter().find(|asset| asset.id == row[0]).unwrap();
        assert_eq!(row[1], serde_json::to_string(&asset.tags).unwrap());
        assert_eq!(row[2], serde_json::to_string(&asset.properties).unwrap());
    }
    let gap = texts(&store, "SELECT properties ->> '$.encryption.\"$unknown\"' FROM assets WHERE id = 'logs'");
    assert!(gap[0][0].starts_with("s3:GetEncryptionConfiguration in eu-west-1 was denied"), "{gap:?}");
}

#[test]
fn one_scan_does_not_show_in_the_rows_of_another() {
    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    sample("scan-2", 1).store(&store);
    for view in ["jobs", "assets", "results", "findings", "warnings", "ledger"] {
        let rows = texts(&store, &format!("SELECT scan_id, count(*) FROM {view} GROUP BY scan_id ORDER BY scan_id"));
        assert_eq!(rows.len(), 2, "{view}");
        assert_eq!(rows[0][1], rows[1][1], "{view}");
    }
}

#[test]
fn nothing_can_be_changed() {
    let (home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    let outside = home.path().join("outside.db");
    let statements = [
        "INSERT INTO scans VALUES (1)".to_owned(),
        "DELETE FROM t_scan".to_owned(),
        "UPDATE t_scan SET id = 'x'".to_owned(),
        "DROP TABLE t_scan".to_owned(),
        "CREATE TABLE t (x)".to_owned(),
        "CREATE TEMP TABLE t AS SELECT 1".to_owned(),
        "WITH x AS (SELECT 1) INSERT INTO t_text (hash, text) SELECT 1, 'x' FROM x".to_owned(),
        "WITH x AS (SELECT 1) DELETE FROM t_scan".to_owned(),
        "WITH x AS (SELECT 1) UPDATE t_scan SET id = 'y'".to_owned(),
        format!("ATTACH '{}' AS other", outside.display()),
        "DETACH main".to_owned(),
        "PRAGMA user_version = 7".to_owned(),
        "PRAGMA user_version".to_owned(),
        "PRAGMA journal_mode = DELETE".to_owned(),
        "PRAGMA query_only = OFF".to_owned(),
        "SELECT * FROM pragma_journal_mode('delete')".to_owned(),
        "SELECT * FROM pragma_database_list".to_owned(),
        "SELECT load_extension('/tmp/x.so')".to_owned(),
        "SELECT LOAD_EXTENSION('/tmp/x.so')".to_owned(),
        "SELECT fts3_tokenizer('simple')".to_owned(),
        "SELECT writefile('/tmp/x', 'x')".to_owned(),
        "VACUUM".to_owned(),
        format!("VACUUM INTO '{}'", outside.display()),
        "REINDEX".to_owned(),
        "ANALYZE".to_owned(),
        "BEGIN".to_owned(),
        "SAVEPOINT x".to_owned(),
        "EXPLAIN DELETE FROM t_scan".to_owned(),
        "SELECT 1; DELETE FROM t_scan".to_owned(),
        "SELECT 1; SELECT 2".to_owned(),
        "/* SELECT */ DELETE FROM t_scan".to_owned(),
        "-- SELECT\nDELETE FROM t_scan".to_owned(),
        "; DELETE FROM t_scan".to_owned(),
        "SELECT 1 \0; DELETE FROM t_scan".to_owned(),
    ];
    for sql in &statements {
        refused(&store, sql);
    }
    assert!(!outside.exists());
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
    let version: i32 = store.connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 2);
}

#[test]
fn the_tables_behind_the_views_stay_behind_them() {
    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    for sql in [
        "SELECT request FROM t_scan",
        "SELECT * FROM t_blob",
        "SELECT max(text_key) FROM main.t_text",
        "SELECT sql FROM sqlite_schema",
        "SELECT sql FROM sqlite_temp_schema",
        "SELECT sql FROM temp.sqlite_schema",
        // Parts of a query that are called like a view.
        "WITH scans AS (SELECT request FROM main.t_scan) SELECT * FROM scans",
        "WITH assets AS (SELECT data FROM t_blob), scans AS (SELECT data FROM assets) SELECT * FROM scans",
        "WITH RECURSIVE jobs(x) AS (SELECT job_key FROM t_job UNION SELECT x FROM jobs) SELECT x FROM jobs",
        "SELECT * FROM (SELECT request FROM t_scan) AS scans",
        "SELECT (SELECT request FROM t_scan LIMIT 1) FROM scans",
        "WITH results AS (SELECT sql AS outcome FROM sqlite_schema) SELECT * FROM results",
    ] {
        let said = refused(&store, sql);
        assert!(said.contains("a query cannot use the table") && said.contains("the views are scans, jobs"), "{sql}: {said}");
    }
    let columns = texts(&store, "SELECT name FROM pragma_table_info('ledger')").concat();
    assert_eq!(columns, VIEWS.iter().find(|view| view.name == "ledger").unwrap().columns);
}

#[test]
fn the_functions_behind_the_views_stay_behind_them() {
    let (_home, store) = store();
    for sql in
        ["SELECT stored_tags(x'')", "SELECT STORED_PROPERTY(1)", "WITH assets AS (SELECT stored_tags(1)) SELECT * FROM assets"]
    {
        let said = refused(&store, sql);
        assert!(said.to_lowercase().contains("a query cannot use the function stored_"), "{sql}: {said}");
    }
}

#[test]
fn a_part_of_a_query_called_like_a_view_takes_nothing_from_the_views() {
    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    let findings = texts(&store, "SELECT id FROM findings ORDER BY id");
    let sql = "WITH results AS (SELECT 1 AS id, 'fail' AS outcome) SELECT f.id FROM findings f, results ORDER BY f.id";
    assert_eq!(texts(&store, sql), findings);
    assert_eq!(texts(&store, "WITH scans AS (SELECT 7 AS id) SELECT id FROM scans"), [["7"]]);
}

#[test]
fn a_failure_of_the_database_is_no_mistake_in_the_query() {
    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    store.connection.execute("UPDATE t_blob SET data = x'7affff'", ()).unwrap();
    let error = store.query("SELECT tags FROM assets", 10).unwrap_err();
    assert!(matches!(error, StoreError::Unreadable { .. }), "{error:?}");
    assert!(error.to_string().contains("cannot answer the query") && error.to_string().contains("unknown way 122"), "{error}");
    assert!(refused(&store, "SELECT json_extract('x', '$')").contains("malformed JSON"));
    assert!(refused(&store, "SELECT abs(-9223372036854775807 - 1)").contains("integer overflow"));
}

#[cfg(unix)]
#[test]
fn a_damaged_page_is_no_mistake_in_the_query() {
    use std::os::unix::fs::FileExt;

    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 't_scan'";
    let page: u64 = store.connection.query_row(sql, (), |row| row.get::<_, i64>(0)).unwrap().try_into().unwrap();
    let (directory, path) = (store.directory.clone(), folder::database(&store.directory));
    drop(store.connection);
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.write_all_at(&[0xa5; 4096], (page - 1) * 4096).unwrap();
    let store = Store::open_read_only(&directory).unwrap();
    let error = store.query("SELECT status FROM scans", 10).unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

#[test]
fn what_is_wrong_with_a_query_is_said() {
    let (_home, store) = store();
    let table = [
        ("", "the query is empty; try SELECT * FROM scans"),
        (" -- nothing", "the query is empty"),
        ("42", "a query begins with SELECT or WITH"),
        ("delete from scans", "it begins with SELECT or WITH, not with DELETE"),
        ("SELECT * FROM scan", "there is no view scan; did you mean scans"),
        ("SELECT * FROM nowhere", "there is no view nowhere; the views are scans, jobs"),
        ("SELECT colour FROM scans", "no such column: colour"),
        ("SELEKT 1", "not with SELEKT"),
        ("SELECT 1 +", "incomplete input"),
        ("SELECT ?", "a query has no parameters"),
        ("SELECT 1; SELECT 2", "a query is one statement"),
        ("SELECT * FROM scans WHERE id = 'a", "unrecognized token"),
        ("PRAGMA query_only = OFF", "not with PRAGMA"),
        ("SELECT load_extension('x')", "a query cannot use the function load_extension"),
    ];
    for (sql, expected) in table {
        let said = refused(&store, sql);
        assert!(said.contains(expected), "{sql}: {said}");
    }
}

#[test]
fn comments_and_a_last_semicolon_do_no_harm_and_rows_have_a_limit() {
    let (_home, store) = store();
    let rows = store.query("/* all */ -- of it\n select 1 AS one, 'x', 0.5, x'00ff', NULL ; -- done", 10).unwrap();
    assert_eq!(rows.columns[0], "one");
    let expected = [Cell::Integer(1), Cell::Text("x".to_owned()), Cell::Number(0.5), Cell::Bytes(vec![0, 255]), Cell::Null];
    assert_eq!(rows.rows, [expected]);
    assert!(!rows.truncated);
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    let rows = store.query(endless, 3).unwrap();
    assert_eq!((rows.rows.len(), rows.truncated), (3, true));
    assert!(!store.query("VALUES (1), (2), (3)", 3).unwrap().truncated);
}

#[test]
fn a_query_sees_a_scan_while_it_runs() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let lock = sample.queue(&store);
    store.begin(&lock, &sample.jobs).unwrap();
    store.job_finished("scan-1", &sample.outcomes[0]).unwrap();
    assert_eq!(texts(&store, "SELECT status, ended_at, duration_ms, assets FROM scans"), [["running", "-", "-", "4"]]);
    let request: StoredRequest = store.request("scan-1").unwrap();
    assert_eq!(request.fixture.as_deref(), Some("demo"));
}
