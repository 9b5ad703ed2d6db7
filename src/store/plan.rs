//! A scan's entry into the store, before anything of it has run.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::content::Content;
use super::error::{Fault, StoreError};
use super::lock::ScanLock;
use super::record::calls::CallsRecord;
use super::record::warning::WarningRecord;
use super::record::{count, time, written};
use super::request::StoredRequest;
use super::scan_record::ScanRecord;
use super::{Store, scan_key};
use crate::model::{CheckMetadata, Framework, Job, ScanHeader, ScanStatus, Warning};

/// A scan that is not stored yet.
#[derive(Debug, Clone, Copy)]
pub struct NewScan<'a> {
    /// What is known of it.
    pub header: &'a ScanHeader,
    /// What the user asked for.
    pub request: &'a StoredRequest,
    /// The plan, in its order.
    pub jobs: &'a [Job],
    /// The selected checks, by id.
    pub checks: &'a [Arc<CheckMetadata>],
    /// The frameworks that the account is measured by.
    pub frameworks: &'a [Arc<Framework>],
    /// What the user must know of the plan already.
    pub notes: &'a [Warning],
}

/// What shall become of a new scan.
#[derive(Debug, Clone, Copy)]
pub enum Launch<'a> {
    /// It is only planned: `not_started`.
    Planned,
    /// This process is about to run it: `queued`, until [`Store::begin`].
    Queued(&'a ScanLock),
}

impl Store {
    /// Stores a scan that has not run yet.
    ///
    /// # Errors
    /// A scan of that id is stored already, or the database cannot be written.
    pub fn create(&self, scan: &NewScan<'_>, launch: Launch<'_>) -> Result<(), StoreError> {
        self.write(&format!("store scan {}", scan.header.id), |connection| {
            let key = insert_header(connection, scan)?;
            for (position, job) in (0_i64..).zip(scan.jobs) {
                insert_job(connection, key, position, job)?;
            }
            let mut content = Content::new(connection);
            for (position, check) in (0_i64..).zip(scan.checks) {
                let check = content.check(check)?;
                connection
                    .prepare_cached("INSERT INTO t_scan_check (scan_key, position, check_key) VALUES (?1, ?2, ?3)")?
                    .execute([key, position, check])?;
            }
            for (position, framework) in (0_i64..).zip(scan.frameworks) {
                let framework = content.framework(framework)?;
                connection
                    .prepare_cached("INSERT INTO t_scan_framework (scan_key, position, blob_key) VALUES (?1, ?2, ?3)")?
                    .execute([key, position, framework])?;
            }
            match launch {
                Launch::Planned => Ok(()),
                Launch::Queued(lock) => take(connection, lock, ScanStatus::Queued),
            }
        })
    }

    /// A stored scan is about to run, or to run again, in this process: `queued`, until [`Store::begin`].
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn queue(&self, lock: &ScanLock) -> Result<(), StoreError> {
        self.write(&format!("queue scan {}", lock.scan_id()), |connection| take(connection, lock, ScanStatus::Queued))
    }

    /// A scan that was only planned is about to run in this process: `queued`, and started at that moment instead of the plan's.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn launch(&self, lock: &ScanLock, started_at: Timestamp) -> Result<(), StoreError> {
        self.write(&format!("start scan {}", lock.scan_id()), |connection| {
            take(connection, lock, ScanStatus::Queued)?;
            let mut statement = connection.prepare_cached("UPDATE t_scan SET started_at = ?2 WHERE id = ?1")?;
            statement.execute(params![lock.scan_id(), time::written(started_at)])?;
            Ok(())
        })
    }

    /// A planned scan that was launched and of which nothing has run waits again, as it did `before`: planned and seen when it was.
    ///
    /// # Errors
    /// The database cannot be written.
    pub fn put_back(&self, before: &ScanRecord) -> Result<(), StoreError> {
        let scan_id = &before.header.id;
        self.write(&format!("put scan {scan_id} back"), |connection| {
            let mut statement = connection.prepare_cached(
                "UPDATE t_scan SET status = 'not_started', reason = '', ended_at = NULL, pid = ?2, started_at = ?3, seen_at = ?4,
                    cancel_requested = 0
                 WHERE id = ?1",
            )?;
            let (started_at, seen_at) = (time::written(before.header.started_at), time::written(before.seen_at));
            statement.execute(params![scan_id, before.pid, started_at, seen_at])?;
            Ok(())
        })
    }
}

/// A scan is now in this process's care. A wish to stop it holds for the run that it was meant for, not for the next: that a scan is
/// queued here proves that an earlier run is over, whatever its status says. Of a planned one there was no earlier run.
pub(super) fn take(connection: &Connection, lock: &ScanLock, status: ScanStatus) -> Result<(), Fault> {
    let key = scan_key(connection, lock.scan_id())?;
    let mut statement = connection.prepare_cached(
        "UPDATE t_scan SET cancel_requested = iif(?2 = 'running' AND status IN ('queued', 'running') OR status = 'not_started',
                cancel_requested, 0),
            status = ?2, reason = '', ended_at = NULL, begun_at = iif(?2 = 'running', ?3, begun_at), seen_at = ?3, pid = ?4
         WHERE scan_key = ?1",
    )?;
    statement.execute(params![key, status.as_str(), time::written(Timestamp::now()), std::process::id()])?;
    connection.prepare_cached("DELETE FROM t_scan_warning WHERE scan_key = ?1")?.execute([key])?;
    Ok(())
}

fn insert_header(connection: &Connection, scan: &NewScan<'_>) -> Result<i64, Fault> {
    let ScanHeader {
        id,
        name,
        provider,
        account_id,
        partition,
        profile,
        scan_type,
        regions,
        checks_selected,
        started_at,
        tool_version,
    } = scan.header;
    let notes: Vec<WarningRecord> = scan.notes.iter().map(WarningRecord::from).collect();
    let mut statement = connection.prepare_cached(
        "INSERT INTO t_scan (id, name, provider, account_id, account_partition, profile, scan_type, regions, checks_selected,
            started_at, request, status, seen_at, calls, tool_version, notes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?;
    let key = statement.insert(params![
        id,
        name,
        provider,
        account_id,
        partition,
        profile,
        scan_type.as_str(),
        written(regions)?,
        count(*checks_selected),
        time::written(*started_at),
        written(&scan.request.without_credentials())?,
        ScanStatus::NotStarted.as_str(),
        time::written(Timestamp::now()),
        written(&CallsRecord::default())?,
        tool_version,
        written(&notes)?,
    ])?;
    Ok(key)
}

fn insert_job(connection: &Connection, scan_key: i64, position: i64, job: &Job) -> Result<(), Fault> {
    let Job { id, kind, region, assignments, status, started_at, ended_at, assets, findings, error } = job;
    connection
        .prepare_cached(
            "INSERT INTO t_job (scan_key, position, id, kind, region, assignments, status, started_at, ended_at, assets, findings,
                error)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            scan_key,
            position,
            id,
            kind.as_str(),
            region,
            count(*assignments),
            status.as_str(),
            started_at.map(time::written),
            ended_at.map(time::written),
            count(*assets),
            count(*findings),
            error,
        ])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::sample::{sample, store};

    #[test]
    fn a_plan_that_was_launched_and_put_back_is_as_it_was() {
        let (_home, store) = store();
        let sample = sample("scan-1", 0);
        store.create(&sample.plan(), Launch::Planned).unwrap();
        let row = || {
            let sql = "SELECT * FROM t_scan";
            let read = |row: &rusqlite::Row<'_>| {
                (0..row.as_ref().column_count()).map(|at| row.get::<_, rusqlite::types::Value>(at)).collect::<Result<Vec<_>, _>>()
            };
            store.connection.query_row(sql, (), read).unwrap()
        };
        let before = row();
        for _ in 0..2 {
            let record = store.find("scan-1").unwrap();
            let lock = ScanLock::try_acquire(store.directory(), "scan-1").unwrap().unwrap();
            store.launch(&lock, Timestamp::now()).unwrap();
            assert_ne!(row(), before);
            store.put_back(&record).unwrap();
            assert_eq!(row(), before);
        }
    }
}
