//! Two scans of one account side by side: what is new, what is resolved, and what nobody can tell.
//!
//! A finding that was not seen again is resolved only where the later scan looked at everything that could show it. Whatever one of
//! the scans could not see stays apart: it is never counted as better.

mod asset_change;
mod change;
pub mod coverage;
mod scope_change;
mod side;
mod standing;

use std::collections::BTreeSet;

pub use asset_change::{AssetChange, AssetTransition};
pub use change::Change;
pub use scope_change::ScopeChange;
pub use side::{ResourceKey, ResultKey, ScanSide, SideResult, SideScan};
pub use standing::{Standing, Transition};

use super::severity::Severity;
use super::summary::FindingCounts;

/// Two scans that cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComparisonError {
    /// They looked at different accounts.
    #[error(
        "scan {before} looked at {before_account} and scan {after} at {after_account}: \
         only scans of the same account can be compared, so name another one"
    )]
    DifferentAccounts {
        /// The id of the earlier scan.
        before: String,
        /// Its provider and account.
        before_account: String,
        /// The id of the later scan.
        after: String,
        /// Its provider and account.
        after_account: String,
    },
    /// One of them did not come so far as to know its account.
    #[error("scan {scan} never reached an account, so there is nothing to compare: name another one")]
    NoAccount {
        /// The id of the scan.
        scan: String,
    },
}

/// What became of an account between two scans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The earlier scan.
    pub before: SideScan,
    /// The later scan.
    pub after: SideScan,
    /// What became of each result, by severity, check, region and ARN. Results that stayed as they were and are no findings are left
    /// out.
    pub changes: Vec<Change>,
    /// What became of the inventory, by type, region and ARN. Assets that are in both scans are left out.
    pub assets: Vec<AssetChange>,
    /// What only one of the scans was asked to look at.
    pub scope: ScopeChange,
}

impl Comparison {
    /// Compares two scans of the same account.
    ///
    /// # Errors
    /// The scans looked at different accounts, or one of them at none.
    pub fn of(before: &ScanSide, after: &ScanSide) -> Result<Self, ComparisonError> {
        same_account(&before.scan, &after.scan)?;
        let keys: BTreeSet<&ResultKey> = before.results.keys().chain(after.results.keys()).collect();
        let mut changes: Vec<Change> = keys.into_iter().filter_map(|key| Change::of(key, before, after)).collect();
        changes.sort_by(|left, right| left.sort_key().cmp(&right.sort_key()));
        Ok(Self {
            before: before.scan.clone(),
            after: after.scan.clone(),
            changes,
            assets: asset_change::between(before, after),
            scope: ScopeChange::between(before, after),
        })
    }

    /// The results that went this way, in order.
    pub fn changes_of(&self, transition: Transition) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.transition == transition)
    }

    /// How many results of each severity went this way.
    #[must_use]
    pub fn counts(&self, transition: Transition) -> FindingCounts {
        let mut counts = FindingCounts::default();
        self.changes_of(transition).for_each(|change| counts.count(change.severity));
        counts
    }

    /// The assets that went this way, in order.
    pub fn assets_of(&self, transition: AssetTransition) -> impl Iterator<Item = &AssetChange> {
        self.assets.iter().filter(move |change| change.transition == transition)
    }

    /// How many findings of `severity` or worse the later scan has that the earlier one had not: those that appeared and those that
    /// have only become visible.
    #[must_use]
    pub fn new_at_or_above(&self, severity: Severity) -> u64 {
        [Transition::Appeared, Transition::NewlyVisible].map(|new| self.counts(new).at_or_above(severity)).iter().sum()
    }

    /// Whether the scans tell the same: every finding stayed, no evidence was won or lost, no asset came or went.
    #[must_use]
    pub fn nothing_changed(&self) -> bool {
        self.assets.is_empty() && self.changes.iter().all(|change| change.transition == Transition::Unchanged)
    }
}

fn same_account(before: &SideScan, after: &SideScan) -> Result<(), ComparisonError> {
    if let Some(nowhere) = [before, after].into_iter().find(|scan| scan.account_id.is_empty()) {
        return Err(ComparisonError::NoAccount { scan: nowhere.id.clone() });
    }
    if (&before.provider, &before.account_id) == (&after.provider, &after.account_id) {
        return Ok(());
    }
    let account = |scan: &SideScan| format!("{} account {}", scan.provider, scan.account_id);
    Err(ComparisonError::DifferentAccounts {
        before: before.id.clone(),
        before_account: account(before),
        after: after.id.clone(),
        after_account: account(after),
    })
}

#[cfg(test)]
mod tests;
