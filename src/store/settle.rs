//! Stopping scans from outside, and finding those that stopped by themselves.

use rusqlite::{Connection, params};

use super::error::{Fault, StoreError};
use super::life::end;
use super::lock::ScanLock;
use super::reading::read_interruption;
use super::{Store, scan_key};

/// Why a scan that nobody looks after is cancelled.
const INTERRUPTED: &str = "interrupted: the scan's process ended without finishing";

impl Store {
    /// Asks the process that runs a scan to stop it; whether there is one to ask, because the scan is queued or running, or only planned and
    /// about to start.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn request_cancellation(&self, scan_id: &str) -> Result<bool, StoreError> {
        let is_taken_up = self.is_looked_after(scan_id)?;
        self.write(&format!("ask scan {scan_id} to stop"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let mut statement = connection.prepare_cached(
                "UPDATE t_scan SET cancel_requested = 1
                 WHERE scan_key = ?1 AND (status IN ('queued', 'running') OR status = 'not_started' AND ?2)",
            )?;
            Ok(statement.execute(params![key, is_taken_up])? > 0)
        })
    }

    /// Forgets a wish to stop a planned scan that came too late for the process that it was meant for.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn forget_cancellation(&self, lock: &ScanLock) -> Result<(), StoreError> {
        let scan_id = lock.scan_id();
        self.write(&format!("take up scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let sql = "UPDATE t_scan SET cancel_requested = 0 WHERE scan_key = ?1 AND status = 'not_started'";
            connection.prepare_cached(sql)?.execute([key])?;
            Ok(())
        })
    }

    /// Whether a process looks after a scan: runs it, or is about to.
    ///
    /// # Errors
    /// The scan's lock cannot be tried.
    pub fn is_looked_after(&self, scan_id: &str) -> Result<bool, StoreError> {
        Ok(ScanLock::look(&self.directory, scan_id)?.is_none())
    }

    /// Whether somebody asked the scan to stop.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be read.
    pub fn cancel_requested(&self, scan_id: &str) -> Result<bool, StoreError> {
        self.read(&format!("read scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let mut statement = connection.prepare_cached("SELECT cancel_requested FROM t_scan WHERE scan_key = ?1")?;
            Ok(statement.query_row([key], |row| row.get(0))?)
        })
    }

    /// Ends the scans that are queued or running, but that no process looks after: `cancelled`, and so are their jobs that have not
    /// finished. They can run again. The ids of the scans.
    ///
    /// # Errors
    /// The database cannot be written, or a lock cannot be tried.
    pub fn settle_interrupted(&self) -> Result<Vec<String>, StoreError> {
        let candidates = self.read("look for interrupted scans", |connection| {
            let mut statement =
                connection.prepare_cached("SELECT id FROM t_scan WHERE status IN ('queued', 'running') ORDER BY started_at")?;
            let ids: Vec<String> = statement.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok(ids)
        })?;
        let mut settled = Vec::new();
        for id in candidates {
            // Held to the end, so that nobody takes the scan up meanwhile.
            let Some(lock) = ScanLock::look(&self.directory, &id)? else { continue };
            if self.write(&format!("settle scan {id}"), |connection| settle(connection, &id))? {
                settled.push(id);
            }
            drop(lock);
        }
        Ok(settled)
    }
}

/// Whether the scan still needed it.
fn settle(connection: &Connection, scan_id: &str) -> Result<bool, Fault> {
    let key = scan_key(connection, scan_id)?;
    let mut statement = connection.prepare_cached("SELECT status IN ('queued', 'running') FROM t_scan WHERE scan_key = ?1")?;
    if !statement.query_row([key], |row| row.get(0))? {
        return Ok(false);
    }
    // What an unfinished job had counted is not stored, so that it must not show.
    connection
        .prepare_cached(
            "UPDATE t_job SET status = 'cancelled', assets = 0, findings = 0
             WHERE scan_key = ?1 AND status IN ('queued', 'running')",
        )?
        .execute([key])?;
    match read_interruption(connection, key, INTERRUPTED) {
        Ok(ending) => end(connection, key, &ending)?,
        // Of another version perhaps. It must not keep others from being settled.
        Err(Fault::Unreadable(_)) => cancel(connection, key)?,
        Err(fault) => return Err(fault),
    }
    Ok(true)
}

/// Ends a scan of which nothing is understood.
fn cancel(connection: &Connection, scan_key: i64) -> Result<(), Fault> {
    connection
        .prepare_cached("UPDATE t_scan SET status = 'cancelled', reason = ?2, ended_at = seen_at WHERE scan_key = ?1")?
        .execute(params![scan_key, INTERRUPTED])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{JobStatus, ScanStatus};
    use crate::store::tests::sample::{assert_same, sample, store};
    use crate::store::{Ending, JobProgress, Launch};

    #[test]
    fn a_scan_that_nobody_looks_after_is_cancelled_and_keeps_what_had_finished() {
        let (_home, store) = store();
        let sample = sample("scan-1", 0);
        let lock = sample.queue(&store);
        store.begin(&lock, &sample.jobs).unwrap();
        store.job_finished("scan-1", &sample.outcomes[1]).unwrap();
        store.job_started("scan-1", "clusters", sample.header.started_at).unwrap();
        assert_eq!(store.settle_interrupted().unwrap(), Vec::<String>::new(), "it is in this process's care");
        drop(lock);
        assert_eq!(store.settle_interrupted().unwrap(), ["scan-1"]);
        assert_eq!(store.settle_interrupted().unwrap(), Vec::<String>::new());
        let record = store.find("scan-1").unwrap();
        assert_eq!((record.status, record.reason.as_str()), (ScanStatus::Cancelled, INTERRUPTED));
        assert_eq!((record.jobs.cancelled, record.jobs.partial, record.ended_at), (2, 1, Some(record.seen_at)));
        let report = store.report("scan-1").unwrap();
        assert_eq!(report.results.len(), sample.outcomes[1].results.len());
        assert!(report.warnings.iter().any(|warning| warning.action == "s3:ListAllMyBuckets"), "{:?}", report.warnings);
        let outcomes = store.outcomes("scan-1").unwrap();
        assert_eq!(outcomes[1], sample.outcomes[1]);
        assert_eq!(outcomes[2].job.status, JobStatus::Cancelled);
    }

    #[test]
    fn a_scan_that_was_killed_claims_no_more_than_is_stored() {
        let (_home, store) = store();
        let sample = sample("scan-1", 0);
        let lock = sample.queue(&store);
        store.begin(&lock, &sample.jobs).unwrap();
        store.job_started("scan-1", "discovery:eu-west-1", sample.header.started_at).unwrap();
        let progress = JobProgress { job_id: "discovery:eu-west-1".to_owned(), done: 3, total: 4, assets: 17, findings: 2 };
        store.progressed("scan-1", &[progress], None).unwrap();
        drop(lock);
        assert_eq!(store.settle_interrupted().unwrap(), ["scan-1"]);
        let report = store.report("scan-1").unwrap();
        assert_eq!((report.jobs[0].assets, report.jobs[0].findings, report.jobs[0].status), (0, 0, JobStatus::Cancelled));
        assert_eq!((report.summary.checks.selected, report.summary.checks.evaluated), (2, 0));
        let record = store.find("scan-1").unwrap();
        assert_eq!((record.assets, record.findings.total), (0, 0));
        let codes: Vec<&str> = report.warnings.iter().map(|warning| warning.code.as_str()).collect();
        assert_eq!(codes, ["region_skipped"], "what the plan warned of is not lost");
    }

    #[test]
    fn a_scan_that_nobody_understands_does_not_keep_others_from_being_settled() {
        for damage in [
            "UPDATE t_scan SET calls = 'of a later version' WHERE id = 'scan-1'",
            "UPDATE t_job SET kind = 'later' WHERE scan_key = 1",
            "UPDATE t_job_gap SET gap_key = 99 WHERE job_key < 4",
        ] {
            let (_home, store) = store();
            for (id, hours) in [("scan-1", 0), ("scan-2", 1)] {
                let sample = sample(id, hours);
                let lock = sample.queue(&store);
                store.begin(&lock, &sample.jobs).unwrap();
                store.job_finished(id, &sample.outcomes[1]).unwrap();
            }
            store.connection.execute(damage, ()).unwrap();
            assert_eq!(store.settle_interrupted().unwrap(), ["scan-1", "scan-2"], "{damage}");
            let sql = "SELECT count(*) FROM t_scan WHERE status = 'cancelled' AND ended_at IS NOT NULL AND reason = ?1";
            assert_eq!(store.connection.query_row(sql, [INTERRUPTED], |row| row.get::<_, i64>(0)).unwrap(), 2, "{damage}");
            assert!(store.report("scan-2").unwrap().warnings.iter().any(|warning| warning.action == "s3:ListAllMyBuckets"));
        }
    }

    #[test]
    fn an_interrupted_scan_can_run_again_to_its_end() {
        let (_home, store) = store();
        let sample = sample("scan-1", 0);
        drop(sample.queue(&store));
        assert_eq!(store.settle_interrupted().unwrap(), ["scan-1"]);
        assert_eq!(store.find("scan-1").unwrap().begun_at, None);
        let lock = ScanLock::try_acquire(store.directory(), "scan-1").unwrap().unwrap();
        store.begin(&lock, &sample.jobs).unwrap();
        let record = store.find("scan-1").unwrap();
        assert_eq!(record.begun_at, Some(record.seen_at));
        for outcome in &sample.outcomes {
            store.job_finished("scan-1", outcome).unwrap();
        }
        store.finish("scan-1", &Ending::from(&sample.report())).unwrap();
        drop(lock);
        assert_eq!(store.settle_interrupted().unwrap(), Vec::<String>::new());
        assert_same(&store.report("scan-1").unwrap(), &sample.report());
    }

    #[test]
    fn a_plan_can_be_stopped_while_a_process_is_about_to_start_it() {
        let (_home, store) = store();
        let sample = sample("scan-1", 0);
        store.create(&sample.plan(), Launch::Planned).unwrap();
        assert!(!store.request_cancellation("scan-1").unwrap(), "nobody is there to hear it");
        let lock = ScanLock::try_acquire(store.directory(), "scan-1").unwrap().unwrap();
        assert!(store.request_cancellation("scan-1").unwrap());
        store.launch(&lock, sample.header.started_at).unwrap();
        assert!(store.cancel_requested("scan-1").unwrap(), "it was meant for this run");
        store.put_back(&store.find("scan-1").unwrap()).unwrap();
        assert!(!store.cancel_requested("scan-1").unwrap());
        store.request_cancellation("scan-1").unwrap();
        store.forget_cancellation(&lock).unwrap();
        assert!(!store.cancel_requested("scan-1").unwrap());
    }

    #[test]
    fn what_is_planned_or_has_ended_is_left_alone() {
        let (_home, store) = store();
        sample("scan-1", 0).store(&store);
        store.create(&sample("scan-2", 1).plan(), Launch::Planned).unwrap();
        assert_eq!(store.settle_interrupted().unwrap(), Vec::<String>::new());
        assert_eq!(store.find("scan-2").unwrap().status, ScanStatus::NotStarted);
    }
}
