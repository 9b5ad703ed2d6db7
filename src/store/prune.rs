//! Deleting old scans, and what nothing refers to any more.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::Store;
use super::error::{Fault, StoreError};
use super::record::time;

/// Which scans stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// So many of the newest that have run, and planned ones that are no older.
    Newest(u32),
    /// Those that started at this moment or later.
    Since(Timestamp),
}

/// What was deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pruned {
    /// The ids of the scans, the oldest first.
    pub scans: Vec<String>,
    /// How much smaller the database is now, in bytes.
    pub bytes_freed: u64,
}

/// What scans share, with everything that refers to it. Checks come before blobs and texts, which they refer to.
const SHARED: &[&str] = &[
    "DELETE FROM t_check WHERE check_key NOT IN (SELECT check_key FROM t_scan_check UNION SELECT check_key FROM t_result)",
    "DELETE FROM t_gap WHERE gap_key NOT IN (
       SELECT gap_key FROM t_result WHERE gap_key IS NOT NULL UNION SELECT gap_key FROM t_job_gap)",
    "DELETE FROM t_resource WHERE resource_key NOT IN (
       SELECT resource_key FROM t_asset UNION SELECT resource_key FROM t_facet UNION SELECT resource_key FROM t_result)",
    "DELETE FROM t_blob WHERE blob_key NOT IN (
       SELECT blob_key FROM t_asset UNION SELECT blob_key FROM t_facet UNION SELECT blob_key FROM t_check
       UNION SELECT blob_key FROM t_scan_framework UNION SELECT blob_key FROM t_scan_known)",
    "DELETE FROM t_text WHERE text_key NOT IN (
       SELECT name_key FROM t_asset WHERE name_key IS NOT NULL UNION SELECT name_key FROM t_result WHERE name_key IS NOT NULL
       UNION SELECT reported_key FROM t_result WHERE reported_key IS NOT NULL
       UNION SELECT mute_key FROM t_result WHERE mute_key IS NOT NULL
       UNION SELECT message_key FROM t_result UNION SELECT facet_key FROM t_facet
       UNION SELECT read_at_key FROM t_facet WHERE read_at_key IS NOT NULL
       UNION SELECT check_id_key FROM t_ledger UNION SELECT region_key FROM t_ledger
       UNION SELECT checks_key FROM t_job_gap UNION SELECT checks_key FROM t_job_warning UNION SELECT checks_key FROM t_scan_warning)",
];

impl Store {
    /// Deletes scans that shall not stay, never one that is queued or running, and gives the room back to the disk.
    ///
    /// # Errors
    /// The database cannot be written.
    pub fn prune(&self, retention: Retention) -> Result<Pruned, StoreError> {
        let before = self.read("measure the store", size)?;
        let mut scans = Vec::new();
        // In many short steps: whoever writes a scan meanwhile waits for one of them and not for all.
        while let Some(id) = self.write("delete an old scan", |connection| delete_oldest(connection, retention))? {
            scans.push(id);
        }
        // Also without scans to delete: jobs that ran again leave values that nothing refers to.
        for sql in SHARED {
            self.write("delete what no scan has any more", |connection| Ok(connection.execute(sql, ())?))?;
        }
        // What was deleted is deleted, whether or not the file shrinks: its room is used again.
        let after = self.give_back().map_err(Fault::from).and_then(|()| size(&self.connection));
        Ok(Pruned { scans, bytes_freed: before.saturating_sub(after.unwrap_or(before)) })
    }

    /// Hands free pages back. Needs no more room than it frees, and lets others read meanwhile, unlike `VACUUM`.
    fn give_back(&self) -> Result<(), rusqlite::Error> {
        let mut statement = self.connection.prepare("PRAGMA incremental_vacuum")?;
        let mut rows = statement.query(())?;
        // Each step frees a page.
        while rows.next()?.is_some() {}
        drop(rows);
        // Where others still read, the file shrinks at a later checkpoint.
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))
    }
}

/// Deletes the oldest scan that shall not stay; `None` where all shall.
fn delete_oldest(connection: &Connection, retention: Retention) -> Result<Option<String>, Fault> {
    let (newest, since) = match retention {
        Retention::Newest(count) => (Some(count), None),
        Retention::Since(moment) => (None, Some(time::written(moment))),
    };
    let mut statement = connection.prepare_cached(
        "SELECT id FROM t_scan
         WHERE status NOT IN ('queued', 'running')
           AND (?1 IS NULL OR ?1 <= (
             SELECT count(*) FROM t_scan AS newer
             WHERE newer.status <> 'not_started' AND (newer.started_at, newer.scan_key) > (t_scan.started_at, t_scan.scan_key)))
           AND (?2 IS NULL OR started_at < ?2)
         ORDER BY started_at, scan_key LIMIT 1",
    )?;
    let Some(id) = statement.query_row(params![newest, since], |row| row.get::<_, String>(0)).optional()? else { return Ok(None) };
    connection.prepare_cached("DELETE FROM t_scan WHERE id = ?1")?.execute([&id])?;
    Ok(Some(id))
}

/// The size of the database in bytes.
fn size(connection: &Connection) -> Result<u64, Fault> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(u64::try_from(number("page_count")? * number("page_size")?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Property;
    use crate::store::folder;
    use crate::store::tests::sample::{Sample, assert_same, sample, store};
    use crate::store::{Filter, Launch};

    /// A scan whose values no other scan has, a megabyte of them.
    fn heavy(id: &str, hours: i64) -> Sample {
        let mut heavy = sample(id, hours);
        let mut outcome = heavy.outcomes[0].as_ref().clone();
        for number in 0..64 {
            let mut asset = outcome.assets[0].clone();
            asset.id = format!("{id}-{number}");
            let noise: String = std::iter::repeat_with(fastrand::alphanumeric).take(16 * 1024).collect();
            asset.properties.insert("noise".to_owned(), Property::Text(noise));
            outcome.assets.push(asset);
        }
        heavy.outcomes[0] = outcome.into();
        heavy
    }

    fn ids(store: &Store) -> Vec<String> {
        store.list(&Filter::default()).unwrap().into_iter().map(|record| record.header.id).collect()
    }

    #[test]
    fn old_scans_go_and_take_their_room_with_them() {
        let (_home, store) = store();
        let scans = [heavy("scan-1", 1), heavy("scan-2", 2), heavy("scan-3", 3)];
        for scan in &scans {
            scan.store(&store);
        }
        let file = || std::fs::metadata(folder::database(store.directory())).unwrap().len();
        store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(())).unwrap();
        let before = file();
        let pruned = store.prune(Retention::Newest(1)).unwrap();
        assert_eq!(pruned.scans, ["scan-1", "scan-2"]);
        assert_eq!(ids(&store), ["scan-3"]);
        assert!(pruned.bytes_freed > 1024 * 1024, "{pruned:?}");
        assert_eq!(before - file(), pruned.bytes_freed);
        assert_same(&store.report("scan-3").unwrap(), &scans[2].report());
        assert_eq!(store.connection.query_row("PRAGMA integrity_check", (), |row| row.get::<_, String>(0)).unwrap(), "ok");
    }

    #[test]
    fn nothing_stays_that_nothing_refers_to() {
        let (_home, store) = store();
        sample("scan-1", 0).store(&store);
        assert_eq!(store.prune(Retention::Newest(0)).unwrap().scans, ["scan-1"]);
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 't~_%' ESCAPE '~'";
        let mut statement = store.connection.prepare(sql).unwrap();
        let tables: Vec<String> = statement.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(tables.len() > 10, "{tables:?}");
        for table in tables {
            let rows: i64 = store.connection.query_row(&format!("SELECT count(*) FROM {table}"), (), |row| row.get(0)).unwrap();
            assert_eq!(rows, 0, "{table}");
        }
    }

    #[test]
    fn what_a_scan_that_stays_shares_with_one_that_goes_stays_too() {
        let (_home, store) = store();
        sample("scan-1", 1).store(&store);
        sample("scan-2", 2).store(&store);
        assert_eq!(store.prune(Retention::Newest(1)).unwrap().scans, ["scan-1"]);
        assert_same(&store.report("scan-2").unwrap(), &sample("scan-2", 2).report());
        sample("scan-1", 1).store(&store);
        assert_same(&store.report("scan-1").unwrap(), &sample("scan-1", 1).report());
    }

    #[test]
    fn age_counts_from_the_start_and_a_scan_under_way_never_goes() {
        let (_home, store) = store();
        let scans = [sample("scan-1", 1), sample("scan-2", 2), sample("scan-3", 3), sample("scan-4", 4)];
        let queued = scans[0].queue(&store);
        scans[1].store(&store);
        store.create(&scans[2].plan(), Launch::Planned).unwrap();
        scans[3].store(&store);
        let kept = store.prune(Retention::Since(scans[2].header.started_at)).unwrap();
        assert_eq!(
            (kept.scans, ids(&store)),
            (vec!["scan-2".to_owned()], ["scan-4", "scan-3", "scan-1"].map(str::to_owned).to_vec())
        );
        store.begin(&queued, &scans[0].jobs).unwrap();
        assert_eq!(store.prune(Retention::Newest(0)).unwrap().scans, ["scan-3", "scan-4"]);
        assert_eq!(ids(&store), ["scan-1"]);
        assert_eq!(store.prune(Retention::Newest(0)).unwrap().scans, Vec::<String>::new());
    }

    #[test]
    fn a_planned_scan_takes_no_place_of_one_that_ran_and_goes_when_it_is_older() {
        let (_home, store) = store();
        for hours in [1, 3] {
            sample(&format!("scan-{hours}"), hours).store(&store);
        }
        for hours in [0, 2, 4] {
            store.create(&sample(&format!("plan-{hours}"), hours).plan(), Launch::Planned).unwrap();
        }
        assert_eq!(store.prune(Retention::Newest(2)).unwrap().scans, ["plan-0"]);
        assert_eq!(store.prune(Retention::Newest(1)).unwrap().scans, ["scan-1", "plan-2"]);
        assert_eq!(ids(&store), ["plan-4", "scan-3"]);
    }

    #[test]
    fn who_writes_meanwhile_waits_for_one_scan_and_not_for_all() {
        use std::sync::atomic::{AtomicU32, Ordering};

        static COMMITS: AtomicU32 = AtomicU32::new(0);
        let (_home, mut store) = store();
        for hours in 0..5 {
            sample(&format!("scan-{hours}"), hours).store(&store);
        }
        let count = || {
            COMMITS.fetch_add(1, Ordering::Relaxed);
            false
        };
        store.connection.commit_hook(Some(count)).unwrap();
        assert_eq!(store.prune(Retention::Newest(0)).unwrap().scans.len(), 5);
        assert!(COMMITS.load(Ordering::Relaxed) >= 10, "{COMMITS:?}");
    }

    #[test]
    fn scans_are_deleted_even_where_no_room_can_be_given_back() {
        use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

        let (_home, mut store) = store();
        sample("scan-1", 0).store(&store);
        let refuse = |context: AuthContext<'_>| match context.action {
            AuthAction::Pragma { pragma_name: "incremental_vacuum", .. } => Authorization::Deny,
            _ => Authorization::Allow,
        };
        store.connection.authorizer(Some(refuse)).unwrap();
        let pruned = store.prune(Retention::Newest(0)).unwrap();
        assert_eq!((pruned.scans, pruned.bytes_freed), (vec!["scan-1".to_owned()], 0));
        assert_eq!(ids(&store), Vec::<String>::new());
    }

    #[test]
    fn nobody_who_reads_is_disturbed() {
        let (_home, store) = store();
        let scan = heavy("scan-1", 1);
        scan.store(&store);
        let reader = Store::open_read_only(store.directory()).unwrap();
        let transaction = reader.connection.unchecked_transaction().unwrap();
        let count = || transaction.query_row("SELECT count(*) FROM t_asset", (), |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count(), 68);
        store.connection.busy_timeout(std::time::Duration::from_millis(50)).unwrap();
        assert_eq!(store.prune(Retention::Newest(0)).unwrap().scans, ["scan-1"]);
        assert_eq!(count(), 68);
    }
}
