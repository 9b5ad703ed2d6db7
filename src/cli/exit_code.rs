//! The exit codes: a contract with whoever calls the program.

use std::process::ExitCode;

use crate::model::ScanStatus;
use crate::store::StoreError;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// 0: the scan is complete and found nothing at or above `--fail-on`; or the command did what it was asked.
    Success,
    /// 1: findings at or above `--fail-on`; or the linter found problems.
    Findings,
    /// 2: a usage or configuration error.
    Usage,
    /// 3: the scan is partial.
    Partial,
    /// 4: the scan failed, or its report could not be written; or a scan that was asked to stop has not done so yet.
    Failed,
    /// 5: the scan could not start.
    SubmissionError,
    /// 6: another scan of the account is running.
    AlreadyRunning,
    /// 130: the user stopped the scan.
    Cancelled,
}

impl Ending {
    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Partial => 3,
            Self::Failed => 4,
            Self::SubmissionError => 5,
            Self::AlreadyRunning => 6,
            Self::Cancelled => 130,
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending.code())
    }
}

/// Whether a partial scan may end like a complete one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialScans {
    /// A partial scan ends with 3.
    Distinct,
    /// A partial scan ends like a completed one.
    Allowed,
}

/// How a scan ends: its status first, then the findings that `--fail-on` is about.
#[must_use]
pub const fn of_scan(status: ScanStatus, findings: u64, partial: PartialScans) -> Ending {
    let by_findings = if findings > 0 { Ending::Findings } else { Ending::Success };
    match status {
        ScanStatus::Completed => by_findings,
        ScanStatus::Partial if matches!(partial, PartialScans::Allowed) => by_findings,
        ScanStatus::Partial => Ending::Partial,
        ScanStatus::Cancelled => Ending::Cancelled,
        ScanStatus::SubmissionError => Ending::SubmissionError,
        ScanStatus::Failed | ScanStatus::NotStarted | ScanStatus::Queued | ScanStatus::Running => Ending::Failed,
    }
}

/// An error that knows its exit code.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// How the program ends.
    pub ending: Ending,
    /// What happened and what to do.
    pub message: String,
}

impl Failure {
    /// A usage or configuration error.
    #[must_use]
    pub fn usage(message: impl std::fmt::Display) -> Self {
        Self { ending: Ending::Usage, message: message.to_string() }
    }
}

/// What the user can set right in the store is a usage or configuration error.
impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let ending = match error {
            StoreError::NoPlace
            | StoreError::Unusable { .. }
            | StoreError::Absent { .. }
            | StoreError::Newer { .. }
            | StoreError::Foreign { .. }
            | StoreError::Damaged { .. }
            | StoreError::Unlike { .. }
            | StoreError::UnknownScan { .. }
            | StoreError::AmbiguousScan { .. }
            | StoreError::Query { .. } => Ending::Usage,
            _ => Ending::Failed,
        };
        Self { ending, message: error.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_comes_before_the_findings() {
        use PartialScans::{Allowed, Distinct};
        use ScanStatus::{Cancelled, Completed, Failed, Partial, Running, SubmissionError};
        let table = [
            (Completed, 0, Distinct, 0),
            (Completed, 9, Distinct, 1),
            (Partial, 9, Distinct, 3),
            (Partial, 0, Distinct, 3),
            (Partial, 0, Allowed, 0),
            (Partial, 9, Allowed, 1),
            (Failed, 9, Allowed, 4),
            (Running, 0, Allowed, 4),
            (SubmissionError, 0, Distinct, 5),
            (Cancelled, 9, Allowed, 130),
        ];
        for (status, findings, partial, code) in table {
            assert_eq!(of_scan(status, findings, partial).code(), code, "{status} {findings} {partial:?}");
        }
    }
}
