//! A scan's life as its process writes it down: begun, job by job, ended.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::content::Content;
use super::error::{Fault, StoreError};
use super::lock::ScanLock;
use super::plan::take;
use super::record::calls::CallsRecord;
use super::record::{count, time, written};
use super::{Store, job_key, outcome, scan_key};
use crate::model::{CallCounts, Job, JobOutcome, ScanReport, ScanStatus, Warning};

/// How far a job is. Counts are totals of the job so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobProgress {
    /// The job's id.
    pub job_id: String,
    /// Steps done.
    pub done: u64,
    /// Steps known of.
    pub total: u64,
    /// Assets listed so far.
    pub assets: u64,
    /// Findings made so far.
    pub findings: u64,
}

/// How a scan ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Ending {
    /// Its last status.
    pub status: ScanStatus,
    /// Why, in one sentence.
    pub reason: String,
    /// When.
    pub ended_at: Timestamp,
    /// Everything that the report warns of.
    pub warnings: Vec<Warning>,
    /// All API calls.
    pub calls: CallCounts,
}

impl From<&ScanReport> for Ending {
    fn from(report: &ScanReport) -> Self {
        Self {
            status: report.status,
            reason: report.status_reason.clone(),
            ended_at: report.ended_at,
            warnings: report.warnings.clone(),
            calls: report.summary.api_calls.clone(),
        }
    }
}

impl Store {
    /// The scan runs now, in this process. The jobs that have not finished begin anew: what an earlier run of them left is deleted.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn begin(&self, lock: &ScanLock, jobs: &[Job]) -> Result<(), StoreError> {
        let scan_id = lock.scan_id();
        self.write(&format!("begin scan {scan_id}"), |connection| {
            take(connection, lock, ScanStatus::Running)?;
            let key = scan_key(connection, scan_id)?;
            for job in jobs.iter().filter(|job| !job.status.is_final()) {
                reset(connection, key, job_key(connection, scan_id, key, &job.id)?)?;
            }
            Ok(())
        })
    }

    /// A job left the queue.
    ///
    /// # Errors
    /// No such scan or job is stored, or the database cannot be written.
    pub fn job_started(&self, scan_id: &str, job_id: &str, at: Timestamp) -> Result<(), StoreError> {
        self.write(&format!("store the start of job {job_id}"), |connection| {
            let scan = scan_key(connection, scan_id)?;
            let job = job_key(connection, scan_id, scan, job_id)?;
            let mut statement = connection.prepare_cached(
                "UPDATE t_job SET status = 'running', started_at = ?2, ended_at = NULL, error = NULL WHERE job_key = ?1",
            )?;
            statement.execute(params![job, time::written(at)])?;
            seen(connection, scan, None)
        })
    }

    /// Jobs came further, and so did the scan's API calls. Jobs that have ended meanwhile stay as they are.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn progressed(&self, scan_id: &str, jobs: &[JobProgress], calls: Option<&CallCounts>) -> Result<(), StoreError> {
        self.write(&format!("store the progress of scan {scan_id}"), |connection| {
            let scan = scan_key(connection, scan_id)?;
            let mut statement = connection.prepare_cached(
                "UPDATE t_job SET steps_done = ?3, steps_total = ?4, assets = ?5, findings = ?6
                 WHERE scan_key = ?1 AND id = ?2 AND status IN ('queued', 'running')",
            )?;
            for JobProgress { job_id, done, total, assets, findings } in jobs {
                statement.execute(params![scan, job_id, count(*done), count(*total), count(*assets), count(*findings)])?;
            }
            seen(connection, scan, calls)
        })
    }

    /// A job ended: all that it leaves, in place of what an earlier run of it left.
    ///
    /// # Errors
    /// No such scan or job is stored, or the database cannot be written.
    pub fn job_finished(&self, scan_id: &str, finished: &JobOutcome) -> Result<(), StoreError> {
        self.write(&format!("store job {}", finished.job.id), |connection| {
            let scan = scan_key(connection, scan_id)?;
            let job = job_key(connection, scan_id, scan, &finished.job.id)?;
            if has_outcome(connection, job)? {
                outcome::write::forget(connection, scan, job)?;
            }
            outcome::write::write(connection, scan, job, finished)?;
            seen(connection, scan, None)
        })
    }

    /// The scan ended.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn finish(&self, scan_id: &str, ending: &Ending) -> Result<(), StoreError> {
        self.write(&format!("store the end of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            end(connection, key, ending)
        })
    }
}

/// Writes a scan's end.
pub(super) fn end(connection: &Connection, scan_key: i64, ending: &Ending) -> Result<(), Fault> {
    let Ending { status, reason, ended_at, warnings, calls } = ending;
    connection
        .prepare_cached("UPDATE t_scan SET status = ?2, reason = ?3, ended_at = ?4, calls = ?5 WHERE scan_key = ?1")?
        .execute(params![scan_key, status.as_str(), reason, time::written(*ended_at), written(&CallsRecord::from(calls))?])?;
    connection.prepare_cached("DELETE FROM t_scan_warning WHERE scan_key = ?1")?.execute([scan_key])?;
    let mut content = Content::new(connection);
    let mut row = connection.prepare_cached(
        "INSERT INTO t_scan_warning (scan_key, position, code, service, region, action, message, checks_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (position, warning) in (0_i64..).zip(warnings) {
        let Warning { code, service, region, action, message, checks } = warning;
        row.execute(params![scan_key, position, code, service, region, action, message, content.ids(checks)?])?;
    }
    Ok(())
}

/// The job waits as if it had never run.
fn reset(connection: &Connection, scan_key: i64, job_key: i64) -> Result<(), Fault> {
    if has_outcome(connection, job_key)? {
        outcome::write::forget(connection, scan_key, job_key)?;
    }
    connection
        .prepare_cached(
            "UPDATE t_job SET status = 'queued', started_at = NULL, ended_at = NULL, error = NULL, assets = 0, findings = 0,
                steps_done = 0, steps_total = 0, critical = 0, high = 0, medium = 0, low = 0, informational = 0
             WHERE job_key = ?1",
        )?
        .execute([job_key])?;
    Ok(())
}

fn has_outcome(connection: &Connection, job_key: i64) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached("SELECT has_outcome FROM t_job WHERE job_key = ?1")?;
    Ok(statement.query_row([job_key], |row| row.get(0))?)
}

/// The scan gave a sign of life.
fn seen(connection: &Connection, scan_key: i64, calls: Option<&CallCounts>) -> Result<(), Fault> {
    let calls = calls.map(|calls| written(&CallsRecord::from(calls))).transpose()?;
    connection
        .prepare_cached("UPDATE t_scan SET seen_at = ?2, calls = coalesce(?3, calls) WHERE scan_key = ?1")?
        .execute(params![scan_key, time::written(Timestamp::now()), calls])?;
    Ok(())
}
