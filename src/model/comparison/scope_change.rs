//! What only one of two scans was asked to look at.

use std::collections::BTreeSet;

use super::side::ScanSide;

/// What only one of two scans was asked to look at; everything sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScopeChange {
    /// Regions of the earlier scan only.
    pub regions_only_before: Vec<String>,
    /// Regions of the later scan only.
    pub regions_only_after: Vec<String>,
    /// Checks of the earlier scan only, by id.
    pub checks_only_before: Vec<String>,
    /// Checks of the later scan only, by id.
    pub checks_only_after: Vec<String>,
}

impl ScopeChange {
    pub(super) fn between(before: &ScanSide, after: &ScanSide) -> Self {
        let regions = |side: &ScanSide| side.scan.regions.iter().cloned().collect::<BTreeSet<String>>();
        let checks = |side: &ScanSide| side.coverage.checks().map(str::to_owned).collect::<BTreeSet<String>>();
        let (regions_before, regions_after) = (regions(before), regions(after));
        let (checks_before, checks_after) = (checks(before), checks(after));
        Self {
            regions_only_before: regions_before.difference(&regions_after).cloned().collect(),
            regions_only_after: regions_after.difference(&regions_before).cloned().collect(),
            checks_only_before: checks_before.difference(&checks_after).cloned().collect(),
            checks_only_after: checks_after.difference(&checks_before).cloned().collect(),
        }
    }

    /// Whether both scans were asked the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
