//! The exit codes: a contract with whoever calls the program.

use std::process::ExitCode;

use crate::model::{ScanReport, ScanStatus, Severity};

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
    /// 4: the scan failed, or its report could not be written.
    Failed,
    /// 5: the scan could not start.
    SubmissionError,
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

/// How a scan ends: its status first, then its findings.
#[must_use]
pub fn of_scan(report: &ScanReport, fail_on: Option<Severity>, partial: PartialScans) -> Ending {
    let by_findings = match fail_on {
        Some(severity) if report.summary.findings.at_or_above(severity) > 0 => Ending::Findings,
        _ => Ending::Success,
    };
    match report.status {
        ScanStatus::Completed => by_findings,
        ScanStatus::Partial if partial == PartialScans::Allowed => by_findings,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn ending(status: ScanStatus, high: u64, fail_on: Option<Severity>, partial: PartialScans) -> u8 {
        let mut report = ScanReport::clone(&sample::completed().report);
        report.status = status;
        report.summary.findings = crate::model::summary::FindingCounts { total: high, high, ..Default::default() };
        of_scan(&report, fail_on, partial).code()
    }

    #[test]
    fn the_status_comes_before_the_findings() {
        use PartialScans::{Allowed, Distinct};
        use ScanStatus::{Cancelled, Completed, Failed, Partial, SubmissionError};
        let table = [
            (Completed, 9, None, Distinct, 0),
            (Completed, 0, Some(Severity::Low), Distinct, 0),
            (Completed, 9, Some(Severity::High), Distinct, 1),
            (Completed, 9, Some(Severity::Critical), Distinct, 0),
            (Completed, 9, Some(Severity::Low), Distinct, 1),
            (Partial, 9, Some(Severity::High), Distinct, 3),
            (Partial, 0, None, Distinct, 3),
            (Partial, 0, Some(Severity::High), Allowed, 0),
            (Partial, 9, Some(Severity::High), Allowed, 1),
            (Failed, 9, Some(Severity::High), Allowed, 4),
            (SubmissionError, 0, None, Distinct, 5),
            (Cancelled, 9, Some(Severity::High), Allowed, 130),
        ];
        for (status, high, fail_on, partial, code) in table {
            assert_eq!(ending(status, high, fail_on, partial), code, "{status} {high} {fail_on:?} {partial:?}");
        }
    }
}
