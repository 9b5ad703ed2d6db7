//! The two scans, what each was asked, and the counts.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Comparison;
use crate::model::comparison::{AssetTransition, ScopeChange, SideScan, Transition};
use crate::model::summary::FindingCounts;
use crate::report::json::v1::{Findings, Time};

/// The account that both scans looked at.
#[derive(Serialize, JsonSchema)]
pub struct Account<'a> {
    /// `aws` or `mock`.
    pub provider: &'a str,
    /// The account's id.
    pub id: &'a str,
}

/// One of the two scans.
#[derive(Serialize, JsonSchema)]
pub struct OneSide<'a> {
    /// The scan's id.
    pub scan_id: &'a str,
    /// The profile's name; empty where checks were named one by one.
    pub profile: &'a str,
    /// How it ended: `completed`, `partial`, `failed` or `cancelled`.
    pub status: &'static str,
    /// Why it ended so, in one sentence.
    pub status_reason: &'a str,
    /// When it started.
    pub started_at: Time,
    /// The regions, in the order of the plan.
    pub regions: &'a [String],
}

impl<'a> From<&'a SideScan> for OneSide<'a> {
    fn from(scan: &'a SideScan) -> Self {
        let SideScan { id, provider: _, account_id: _, profile, status, status_reason, started_at, regions } = scan;
        Self { scan_id: id, profile, status: status.as_str(), status_reason, started_at: Time(*started_at), regions }
    }
}

/// What only one of the scans was asked to look at.
#[derive(Serialize, JsonSchema)]
pub struct Scope<'a> {
    /// Regions of the earlier scan only.
    pub regions_only_before: &'a [String],
    /// Regions of the later scan only.
    pub regions_only_after: &'a [String],
    /// The ids of the checks of the earlier scan only.
    pub checks_only_before: &'a [String],
    /// The ids of the checks of the later scan only.
    pub checks_only_after: &'a [String],
}

impl<'a> From<&'a ScopeChange> for Scope<'a> {
    fn from(scope: &'a ScopeChange) -> Self {
        let ScopeChange { regions_only_before, regions_only_after, checks_only_before, checks_only_after } = scope;
        Self { regions_only_before, regions_only_after, checks_only_before, checks_only_after }
    }
}

/// The counts.
#[derive(Serialize, JsonSchema)]
pub struct Summary {
    /// Results by what became of them.
    pub results: ResultCounts,
    /// Assets by what became of them.
    pub assets: AssetCounts,
}

/// Results by what became of them, and by severity.
#[derive(Serialize, JsonSchema)]
pub struct ResultCounts {
    /// Fail now and did not before.
    pub new: Findings,
    /// Fail now; the earlier scan could not see them, or was not asked.
    pub newly_visible: Findings,
    /// Failed before; now they pass, are not concerned any more, or are known to be gone.
    pub resolved: Findings,
    /// Failed before and fail now.
    pub unchanged: Findings,
    /// Failed before; now the user has accepted them.
    pub muted: Findings,
    /// Failed before; the later scan cannot say what became of them.
    pub not_comparable: Findings,
    /// Were unknown, are known now, and are no findings.
    pub evidence_gained: Findings,
    /// Were known and no findings, and are unknown now.
    pub evidence_lost: Findings,
}

/// Assets by what became of them.
#[derive(Serialize, JsonSchema)]
pub struct AssetCounts {
    /// Are there now and were not before.
    pub new: u64,
    /// Are there now; the earlier scan did not list everything of their type in their region.
    pub newly_visible: u64,
    /// Were there and are known to be gone.
    pub vanished: u64,
    /// Were there; the later scan did not list everything of their type in their region.
    pub no_longer_visible: u64,
}

impl From<&Comparison> for Summary {
    fn from(comparison: &Comparison) -> Self {
        let results = |transition| findings(&comparison.counts(transition));
        let assets = |transition| comparison.assets_of(transition).count() as u64;
        Self {
            results: ResultCounts {
                new: results(Transition::Appeared),
                newly_visible: results(Transition::NewlyVisible),
                resolved: results(Transition::Resolved),
                unchanged: results(Transition::Unchanged),
                muted: results(Transition::Muted),
                not_comparable: results(Transition::NotComparable),
                evidence_gained: results(Transition::EvidenceGained),
                evidence_lost: results(Transition::EvidenceLost),
            },
            assets: AssetCounts {
                new: assets(AssetTransition::New),
                newly_visible: assets(AssetTransition::NewlyVisible),
                vanished: assets(AssetTransition::Vanished),
                no_longer_visible: assets(AssetTransition::NoLongerVisible),
            },
        }
    }
}

fn findings(counts: &FindingCounts) -> Findings {
    let FindingCounts { total, critical, high, medium, low, informational } = *counts;
    Findings { total, critical, high, medium, low, informational }
}
