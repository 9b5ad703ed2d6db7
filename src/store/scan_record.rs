//! A stored scan at a glance: what a list of scans shows of each.

use jiff::Timestamp;
use rusqlite::{Connection, Row};

use super::error::Fault;
use super::reading::header;
use super::record::{self, calls::CallsRecord, counted, time};
use crate::model::summary::FindingCounts;
use crate::model::{CallCounts, JobStatus, ScanHeader, ScanStatus};

/// A stored scan at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct ScanRecord {
    /// What was known at its start.
    pub header: ScanHeader,
    /// Where it stands.
    pub status: ScanStatus,
    /// Why, in one sentence; empty before its end.
    pub reason: String,
    /// When its last run began; `None` where it never ran.
    pub begun_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Its last sign of life.
    pub seen_at: Timestamp,
    /// The process that looks after it, or that did so last.
    pub pid: Option<u32>,
    /// Whether somebody asked it to stop.
    pub cancel_requested: bool,
    /// Its jobs by status.
    pub jobs: JobCounts,
    /// How much of its jobs is done, in percent, rounded down; 100 only when every job has ended.
    pub percent: u8,
    /// The assets listed so far.
    pub assets: u64,
    /// The findings made so far; severities are counted when a job ends.
    pub findings: FindingCounts,
    /// The API calls made so far.
    pub calls: CallCounts,
}

/// Jobs by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JobCounts {
    /// Those that wait.
    pub queued: u64,
    /// Those under way.
    pub running: u64,
    /// Those that finished and miss nothing.
    pub succeeded: u64,
    /// Those that finished with gaps.
    pub partial: u64,
    /// Those that an error ended.
    pub failed: u64,
    /// Those that were stopped.
    pub cancelled: u64,
}

impl JobCounts {
    /// All jobs.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.queued + self.running + self.ended()
    }

    /// Those that have ended, whichever way.
    #[must_use]
    pub const fn ended(&self) -> u64 {
        self.succeeded + self.partial + self.failed + self.cancelled
    }

    const fn add(&mut self, status: JobStatus, jobs: u64) {
        match status {
            JobStatus::Queued => self.queued += jobs,
            JobStatus::Running => self.running += jobs,
            JobStatus::Succeeded => self.succeeded += jobs,
            JobStatus::Partial => self.partial += jobs,
            JobStatus::Failed => self.failed += jobs,
            JobStatus::Cancelled => self.cancelled += jobs,
        }
    }
}

/// The columns that [`read`] takes, of the table `t_scan`.
pub(super) const COLUMNS: &str = "id, name, provider, account_id, account_partition, profile, scan_type, regions, checks_selected, \
     started_at, tool_version, status, reason, ended_at, seen_at, pid, cancel_requested, calls, begun_at, scan_key";

/// The record of a row that has [`COLUMNS`].
pub(super) fn read(connection: &Connection, row: &Row<'_>) -> Result<ScanRecord, Fault> {
    let mut record = ScanRecord {
        header: header(row)?,
        status: record::variant(row.get_ref(11)?.as_str()?)?,
        reason: row.get(12)?,
        ended_at: time::read_optional(row.get_ref(13)?.as_str_or_null()?)?,
        begun_at: time::read_optional(row.get_ref(18)?.as_str_or_null()?)?,
        seen_at: time::read(row.get_ref(14)?.as_str()?)?,
        pid: row.get(15)?,
        cancel_requested: row.get(16)?,
        calls: record::read::<CallsRecord>(row.get_ref(17)?.as_str()?)?.into(),
        jobs: JobCounts::default(),
        percent: 0,
        assets: 0,
        findings: FindingCounts::default(),
    };
    add_jobs(connection, row.get(19)?, &mut record)?;
    Ok(record)
}

fn add_jobs(connection: &Connection, scan_key: i64, record: &mut ScanRecord) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT status, count(*), sum(assets), sum(findings), sum(critical), sum(high), sum(medium), sum(low), sum(informational),
            sum(min(100 * steps_done / max(steps_total, 1), 100))
         FROM t_job WHERE scan_key = ?1 GROUP BY status",
    )?;
    let mut rows = statement.query([scan_key])?;
    let mut hundredths = 0;
    while let Some(row) = rows.next()? {
        let status: JobStatus = record::variant(row.get_ref(0)?.as_str()?)?;
        let count = |column: usize| row.get(column).map(counted);
        let jobs = count(1)?;
        record.jobs.add(status, jobs);
        record.assets += count(2)?;
        let findings = &mut record.findings;
        findings.total += count(3)?;
        findings.critical += count(4)?;
        findings.high += count(5)?;
        findings.medium += count(6)?;
        findings.low += count(7)?;
        findings.informational += count(8)?;
        hundredths += if status.is_final() { 100 * jobs } else { count(9)? };
    }
    record.percent = percent(hundredths, record.jobs);
    Ok(())
}

/// The mean of the jobs' hundredths; never 100 before all have ended.
fn percent(hundredths: u64, jobs: JobCounts) -> u8 {
    let limit = if jobs.ended() == jobs.total() { 100 } else { 99 };
    let mean = hundredths.checked_div(jobs.total()).unwrap_or_default().min(limit);
    u8::try_from(mean).unwrap_or(100)
}
