//! Stored scans as the model has them.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, Row};

use super::blob::unpack;
use super::content::Content;
use super::error::{Fault, StoreError};
use super::life::Ending;
use super::outcome::read::{read as read_outcomes, read_what_is_missing, warning};
use super::outcome::shared::Shared;
use super::record::framework::FrameworkRecord;
use super::record::warning::WarningRecord;
use super::record::{self, calls::CallsRecord, counted, time};
use super::request::StoredRequest;
use super::{Store, scan_key};
use crate::model::check_result::finding_uid;
use crate::model::report::merge_warnings;
use crate::model::{
    CallCounts, CheckMetadata, Framework, Job, JobOutcome, KnownFindings, ResourceReference, ScanHeader, ScanReport, ScanStatus,
    Warning,
};

/// A job of a stored scan and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredJob {
    /// The job. While it runs, its counts are those so far.
    pub job: Job,
    /// Steps done.
    pub done: u64,
    /// Steps known of; 0 before it runs.
    pub total: u64,
}

impl Store {
    /// What the user asked for.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn request(&self, scan_id: &str) -> Result<StoredRequest, StoreError> {
        self.read(&format!("read the request of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let json: String =
                connection.prepare_cached("SELECT request FROM t_scan WHERE scan_key = ?1")?.query_row([key], |row| row.get(0))?;
            record::read(&json)
        })
    }

    /// The checks of a scan as they described themselves when it was stored, by id.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn checks(&self, scan_id: &str) -> Result<Vec<Arc<CheckMetadata>>, StoreError> {
        self.read(&format!("read the checks of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            read_checks(connection, key)
        })
    }

    /// The frameworks of a scan as they were when it was stored, in the order in which they were named.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn frameworks(&self, scan_id: &str) -> Result<Vec<Arc<Framework>>, StoreError> {
        self.read(&format!("read the frameworks of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            read_frameworks(connection, key)
        })
    }

    /// The jobs of a scan in the order of its plan, and how far each is.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn jobs(&self, scan_id: &str) -> Result<Vec<StoredJob>, StoreError> {
        self.read(&format!("read the jobs of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            Ok(read_jobs(connection, key)?.into_iter().map(|(_, job)| job).collect())
        })
    }

    /// What the jobs that have ended left behind, whichever way they ended, in the order of the plan.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn outcomes(&self, scan_id: &str) -> Result<Vec<Arc<JobOutcome>>, StoreError> {
        self.read(&format!("read the jobs of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            read_outcomes(connection, key, ended(read_jobs(connection, key)?))
        })
    }

    /// All that the report of a scan that has ended warns of.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn warnings(&self, scan_id: &str) -> Result<Vec<Warning>, StoreError> {
        self.read(&format!("read the warnings of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            read_warnings(connection, key)
        })
    }

    /// The report of a scan: of one that has ended, the same as when it ended; of another, what there is so far.
    ///
    /// # Errors
    /// No such scan is stored, or it cannot be read.
    pub fn report(&self, scan_id: &str) -> Result<ScanReport, StoreError> {
        self.read(&format!("read the report of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            read_report(connection, key)
        })
    }
}

impl Store {
    /// The findings of a scan, muted ones included, for later scans to be compared with.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be read.
    pub fn known_findings(&self, scan_id: &str) -> Result<KnownFindings, StoreError> {
        self.read(&format!("read the findings of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let head = read_head(connection, key)?;
            let mut statement = connection.prepare_cached(
                "SELECT c.id, r.type, r.region, r.arn, r.id, s.outcome = 'muted' FROM t_job j JOIN t_result s USING (job_key)
                      JOIN t_check c USING (check_key) JOIN t_resource r USING (resource_key)
                 WHERE j.scan_key = ?1 AND s.outcome IN ('fail', 'muted')",
            )?;
            let account_id = &head.header.account_id;
            let mut rows = statement.query([key])?;
            let (mut findings, mut accepted) = (BTreeSet::new(), BTreeSet::new());
            while let Some(row) = rows.next()? {
                let (resource_type, region, arn, id) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
                let resource = ResourceReference { resource_type, id, arn, name: String::new(), region };
                let uid = finding_uid(row.get_ref(0)?.as_str()?, account_id, &resource);
                if row.get(5)? {
                    accepted.insert(uid)
                } else {
                    findings.insert(uid)
                };
            }
            Ok(KnownFindings { scan_id: head.header.id, started_at: head.header.started_at, findings, accepted })
        })
    }

    /// Stores what a scan is compared with.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be written.
    pub fn compare_with(&self, scan_id: &str, known: &KnownFindings) -> Result<(), StoreError> {
        self.write(&format!("store what scan {scan_id} is compared with"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let blob = Content::new(connection).blob(&record::written(known)?)?;
            connection
                .prepare_cached("INSERT OR REPLACE INTO t_scan_known (scan_key, blob_key) VALUES (?1, ?2)")?
                .execute([key, blob])?;
            Ok(())
        })
    }
}

/// The scan's row as far as reports need it.
struct Head {
    header: ScanHeader,
    status: ScanStatus,
    reason: String,
    ended_at: Option<Timestamp>,
    seen_at: Timestamp,
    calls: CallCounts,
    /// What the plan warned of.
    notes: Vec<Warning>,
}

/// The report in one transaction.
pub(super) fn read_report(connection: &Connection, scan_key: i64) -> Result<ScanReport, Fault> {
    let head = read_head(connection, scan_key)?;
    let jobs = read_jobs(connection, scan_key)?;
    let plan: Vec<Job> = jobs.iter().map(|(_, stored)| stored.job.clone()).collect();
    let outcomes = read_outcomes(connection, scan_key, ended(jobs))?;
    let checks = read_checks(connection, scan_key)?;
    let ended_at = head.ended_at.unwrap_or(head.seen_at);
    let report = ScanReport::fold(Arc::new(head.header), checks, head.notes, outcomes, &plan, head.calls, ended_at);
    let report = report.measured_by(read_frameworks(connection, scan_key)?);
    let mut report = report.compared_with(read_known(connection, scan_key)?);
    report.status = head.status;
    if !head.reason.is_empty() {
        report.status_reason = head.reason;
    }
    if head.ended_at.is_some() {
        // What was said at the time, notes about the scan as a whole included.
        report.warnings = read_warnings(connection, scan_key)?;
    }
    Ok(report)
}

/// How a scan ended whose process did not live to say so. Reads no assets and no results: nobody writes meanwhile.
pub(super) fn read_interruption(connection: &Connection, scan_key: i64, reason: &str) -> Result<Ending, Fault> {
    let head = read_head(connection, scan_key)?;
    let outcomes = read_what_is_missing(connection, scan_key, ended(read_jobs(connection, scan_key)?))?;
    Ok(Ending {
        status: ScanStatus::Cancelled,
        reason: reason.to_owned(),
        ended_at: head.seen_at,
        warnings: merge_warnings(head.notes, &outcomes),
        calls: head.calls,
    })
}

fn ended(jobs: Vec<(i64, StoredJob)>) -> Vec<(i64, Job)> {
    jobs.into_iter().filter(|(_, stored)| stored.job.status.is_final()).map(|(key, stored)| (key, stored.job)).collect()
}

fn read_head(connection: &Connection, scan_key: i64) -> Result<Head, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, provider, account_id, account_partition, profile, scan_type, regions, checks_selected, started_at,
            tool_version, status, reason, ended_at, seen_at, calls, notes
         FROM t_scan WHERE scan_key = ?1",
    )?;
    statement.query_row([scan_key], |row| Ok(head(row)))?
}

fn head(row: &Row<'_>) -> Result<Head, Fault> {
    Ok(Head {
        header: header(row)?,
        status: record::variant(row.get_ref(11)?.as_str()?)?,
        reason: row.get(12)?,
        ended_at: time::read_optional(row.get_ref(13)?.as_str_or_null()?)?,
        seen_at: time::read(row.get_ref(14)?.as_str()?)?,
        calls: record::read::<CallsRecord>(row.get_ref(15)?.as_str()?)?.into(),
        notes: record::read::<Vec<WarningRecord>>(row.get_ref(16)?.as_str()?)?.into_iter().map(Warning::from).collect(),
    })
}

/// The header in the first eleven columns.
pub(super) fn header(row: &Row<'_>) -> Result<ScanHeader, Fault> {
    Ok(ScanHeader {
        id: row.get(0)?,
        name: row.get(1)?,
        provider: row.get(2)?,
        account_id: row.get(3)?,
        partition: row.get(4)?,
        profile: row.get(5)?,
        scan_type: record::variant(row.get_ref(6)?.as_str()?)?,
        regions: record::read(row.get_ref(7)?.as_str()?)?,
        checks_selected: counted(row.get(8)?),
        started_at: time::read(row.get_ref(9)?.as_str()?)?,
        tool_version: row.get(10)?,
    })
}

fn read_jobs(connection: &Connection, scan_key: i64) -> Result<Vec<(i64, StoredJob)>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT job_key, id, kind, region, assignments, status, started_at, ended_at, assets, findings, error, steps_done,
            steps_total
         FROM t_job WHERE scan_key = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([scan_key])?;
    let mut jobs = Vec::new();
    while let Some(row) = rows.next()? {
        let job = Job {
            id: row.get(1)?,
            kind: record::variant(row.get_ref(2)?.as_str()?)?,
            region: row.get(3)?,
            assignments: counted(row.get(4)?),
            status: record::variant(row.get_ref(5)?.as_str()?)?,
            started_at: time::read_optional(row.get_ref(6)?.as_str_or_null()?)?,
            ended_at: time::read_optional(row.get_ref(7)?.as_str_or_null()?)?,
            assets: counted(row.get(8)?),
            findings: counted(row.get(9)?),
            error: row.get(10)?,
        };
        jobs.push((row.get(0)?, StoredJob { job, done: counted(row.get(11)?), total: counted(row.get(12)?) }));
    }
    Ok(jobs)
}

fn read_checks(connection: &Connection, scan_key: i64) -> Result<Vec<Arc<CheckMetadata>>, Fault> {
    let mut statement = connection.prepare_cached("SELECT check_key FROM t_scan_check WHERE scan_key = ?1 ORDER BY position")?;
    let keys: Vec<i64> = statement.query_map([scan_key], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut shared = Shared::new(connection);
    keys.into_iter().map(|key| shared.check(key)).collect()
}

fn read_frameworks(connection: &Connection, scan_key: i64) -> Result<Vec<Arc<Framework>>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT b.data FROM t_scan_framework JOIN t_blob b USING (blob_key) WHERE scan_key = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([scan_key])?;
    let mut frameworks = Vec::new();
    while let Some(row) = rows.next()? {
        let stored: FrameworkRecord = record::read(&unpack(row.get_ref(0)?.as_blob()?)?)?;
        frameworks.push(Arc::new(stored.into()));
    }
    Ok(frameworks)
}

fn read_known(connection: &Connection, scan_key: i64) -> Result<Option<Arc<KnownFindings>>, Fault> {
    let mut statement =
        connection.prepare_cached("SELECT b.data FROM t_scan_known JOIN t_blob b USING (blob_key) WHERE scan_key = ?1")?;
    let mut rows = statement.query([scan_key])?;
    rows.next()?.map(|row| Ok(Arc::new(record::read(&unpack(row.get_ref(0)?.as_blob()?)?)?))).transpose()
}

fn read_warnings(connection: &Connection, scan_key: i64) -> Result<Vec<Warning>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT w.position, w.code, w.service, w.region, w.action, w.message, c.text
         FROM t_scan_warning w LEFT JOIN t_text c ON c.text_key = w.checks_key WHERE w.scan_key = ?1 ORDER BY w.position",
    )?;
    let mut rows = statement.query([scan_key])?;
    let mut warnings = Vec::new();
    while let Some(row) = rows.next()? {
        warnings.push(warning(row)?);
    }
    Ok(warnings)
}
