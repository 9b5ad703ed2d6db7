//! Several accounts that were scanned together: a line for each, and what they come to.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::fold::accounts_status;
use super::report::ScanReport;
use super::scan::{ScanHeader, ScanStatus};
use super::severity::Severity;
use super::summary::{CallCounts, FindingCounts, ResultCounts};

/// The scans of several accounts together.
#[derive(Debug, Clone)]
pub struct RollUp {
    /// The user's name for them.
    pub name: Option<String>,
    /// What was asked for: `accounts`, `custom`, `ou` or `org`.
    pub scope: &'static str,
    /// When the first scan could begin.
    pub started_at: Timestamp,
    /// When the last one had ended.
    pub ended_at: Timestamp,
    /// How they ended together: the fold of [`accounts_status`].
    pub status: ScanStatus,
    /// Why, in one sentence.
    pub status_reason: String,
    /// The accounts, the worst first.
    pub accounts: Vec<ScannedAccount>,
    /// The accounts that were not to be scanned, by number.
    pub skipped: Vec<SkippedAccount>,
}

/// An account and what its scan came to.
#[derive(Debug, Clone)]
pub struct ScannedAccount {
    /// Its place in the order in which the accounts were named or listed.
    pub place: usize,
    /// Its number; empty where the scan never learned it.
    pub account_id: String,
    /// What the organisation or the user calls it; may be empty.
    pub name: String,
    /// The scan; `None` where none began.
    pub header: Option<ScanHeader>,
    /// How the scan ended.
    pub status: ScanStatus,
    /// Why, in one sentence.
    pub status_reason: String,
    /// Assets found.
    pub assets: u64,
    /// Results by outcome.
    pub results: ResultCounts,
    /// Findings by severity.
    pub findings: FindingCounts,
    /// API calls.
    pub calls: CallCounts,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// What the user must know of it: the first message of each code.
    pub notes: BTreeMap<String, String>,
    /// The folder of its reports below that of all, where there is one.
    pub folder: Option<String>,
}

/// An account that was not to be scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedAccount {
    /// Its number, or where that is not known what the user calls it.
    pub account_id: String,
    /// What the organisation calls it; may be empty.
    pub name: String,
    /// Why, as a fragment: `suspended`.
    pub reason: String,
}

impl ScannedAccount {
    /// What a scan came to; `account_id` and `name` stand for what its report does not know.
    #[must_use]
    pub fn of(place: usize, account_id: &str, name: &str, report: &ScanReport) -> Self {
        let known = &report.header.account_id;
        Self {
            place,
            account_id: if known.is_empty() { account_id.to_owned() } else { known.clone() },
            name: name.to_owned(),
            header: (!report.jobs.is_empty()).then(|| report.header.as_ref().clone()),
            status: report.status,
            status_reason: report.status_reason.clone(),
            assets: report.summary.assets,
            results: report.summary.results.clone(),
            findings: report.summary.findings.clone(),
            calls: report.summary.api_calls.clone(),
            duration_ms: report.duration_ms(),
            // A map keeps the last one of a code.
            notes: report.warnings.iter().rev().map(|warning| (warning.code.clone(), warning.message.clone())).collect(),
            folder: None,
        }
    }

    /// An account whose scan could not begin.
    #[must_use]
    pub fn unscanned(place: usize, account_id: &str, name: &str, status: ScanStatus, reason: String) -> Self {
        Self {
            place,
            account_id: account_id.to_owned(),
            name: name.to_owned(),
            header: None,
            status,
            status_reason: reason,
            assets: 0,
            results: ResultCounts::default(),
            findings: FindingCounts::default(),
            calls: CallCounts::default(),
            duration_ms: 0,
            notes: BTreeMap::new(),
            folder: None,
        }
    }

    /// Sorts the worst first: those of which nothing is known, then by findings, the severest first, then by number and name.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let is_unseen = |account: &Self| matches!(account.status, ScanStatus::SubmissionError | ScanStatus::Failed);
        let findings = |account: &Self| Severity::ALL.map(|severity| account.findings.of(severity));
        let by_worth = is_unseen(other).cmp(&is_unseen(self)).then_with(|| findings(other).cmp(&findings(self)));
        by_worth.then_with(|| (&self.account_id, &self.name, self.place).cmp(&(&other.account_id, &other.name, other.place)))
    }
}

impl RollUp {
    /// Folds the scans of the accounts, in any order, into one.
    #[must_use]
    pub fn fold(
        scope: &'static str,
        name: Option<String>,
        started_at: Timestamp,
        mut accounts: Vec<ScannedAccount>,
        mut skipped: Vec<SkippedAccount>,
    ) -> Self {
        accounts.sort_by(ScannedAccount::order);
        skipped.sort_by(|left, right| (&left.account_id, &left.name).cmp(&(&right.account_id, &right.name)));
        let statuses: Vec<ScanStatus> = accounts.iter().map(|account| account.status).collect();
        let (status, status_reason) = match statuses.as_slice() {
            [] => (ScanStatus::Completed, "no account was to be scanned".to_owned()),
            statuses => accounts_status(statuses),
        };
        Self { name, scope, started_at, ended_at: Timestamp::now().max(started_at), status, status_reason, accounts, skipped }
    }

    /// How long it all took, in milliseconds.
    #[must_use]
    pub fn duration_ms(&self) -> i64 {
        self.ended_at.duration_since(self.started_at).as_millis().try_into().unwrap_or(i64::MAX)
    }

    /// Findings by severity, over all accounts.
    #[must_use]
    pub fn findings(&self) -> FindingCounts {
        let mut sum = FindingCounts::default();
        for FindingCounts { total, critical, high, medium, low, informational } in self.accounts.iter().map(|one| &one.findings) {
            sum.total += total;
            sum.critical += critical;
            sum.high += high;
            sum.medium += medium;
            sum.low += low;
            sum.informational += informational;
        }
        sum
    }

    /// Results by outcome, over all accounts.
    #[must_use]
    pub fn results(&self) -> ResultCounts {
        let mut sum = ResultCounts::default();
        for ResultCounts { pass, fail, unknown, not_applicable, muted } in self.accounts.iter().map(|one| &one.results) {
            sum.pass += pass;
            sum.fail += fail;
            sum.unknown += unknown;
            sum.not_applicable += not_applicable;
            sum.muted += muted;
        }
        sum
    }

    /// API calls, over all accounts.
    #[must_use]
    pub fn calls(&self) -> CallCounts {
        self.accounts.iter().fold(CallCounts::default(), |sum, account| sum.plus(&account.calls))
    }

    /// Assets, over all accounts.
    #[must_use]
    pub fn assets(&self) -> u64 {
        self.accounts.iter().map(|account| account.assets).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: &str, status: ScanStatus, critical: u64, low: u64) -> ScannedAccount {
        let findings = FindingCounts { total: critical + low, critical, low, ..FindingCounts::default() };
        ScannedAccount { findings, assets: 10, ..ScannedAccount::unscanned(0, id, "", status, String::new()) }
    }

    #[test]
    fn the_worst_account_is_first_and_the_counts_add_up() {
        let accounts = vec![
            account("1", ScanStatus::Completed, 0, 9),
            account("2", ScanStatus::Completed, 1, 0),
            account("4", ScanStatus::SubmissionError, 0, 0),
            account("3", ScanStatus::Partial, 1, 0),
        ];
        let roll_up = RollUp::fold("custom", None, Timestamp::UNIX_EPOCH, accounts, Vec::new());
        let order: Vec<&str> = roll_up.accounts.iter().map(|account| account.account_id.as_str()).collect();
        assert_eq!(order, ["4", "2", "3", "1"]);
        assert_eq!(roll_up.status, ScanStatus::Partial);
        assert_eq!((roll_up.findings().total, roll_up.findings().critical, roll_up.assets()), (11, 2, 40));
    }

    #[test]
    fn nothing_to_scan_is_no_failure() {
        let roll_up = RollUp::fold("org", None, Timestamp::UNIX_EPOCH, Vec::new(), Vec::new());
        assert_eq!(roll_up.status, ScanStatus::Completed);
    }
}
