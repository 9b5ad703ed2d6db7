//! The finished scan, from which every report format is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::asset::{Asset, ResourceReference};
use super::check::CheckMetadata;
use super::check_result::CheckResult;
use super::fold::scan_status;
use super::framework::Framework;
use super::gap::{Gap, GapKind};
use super::job::{FacetRecord, GapRecord, Job, JobOutcome, LedgerEntry};
use super::known_findings::{KnownFindings, Novelty};
use super::outcome::Outcome;
use super::scan::{ScanHeader, ScanStatus};
use super::summary::{CallCounts, CheckCounts, EvidenceCounts, FindingCounts, ResultCounts, Summary};
use super::warning::Warning;

/// The finished scan: everything is sorted, so that two scans of an unchanged account differ in ids and times only.
#[derive(Debug, Clone)]
pub struct ScanReport {
    /// What was known at the start.
    pub header: Arc<ScanHeader>,
    /// How it ended.
    pub status: ScanStatus,
    /// Why it ended so, in one sentence.
    pub status_reason: String,
    /// When it ended.
    pub ended_at: Timestamp,
    /// The counts.
    pub summary: Summary,
    /// All jobs, in the plan's order.
    pub jobs: Vec<Job>,
    /// What the user must know.
    pub warnings: Vec<Warning>,
    /// The inventory, by type, region and id.
    pub assets: Vec<Asset>,
    /// The results, in the order of [`CheckResult::sort_key`].
    pub results: Vec<CheckResult>,
    /// How every selected check fared in every region.
    pub ledger: Vec<LedgerEntry>,
    /// The selected checks, by id.
    pub checks: Vec<Arc<CheckMetadata>>,
    /// The frameworks that the scan measures the account by, in the order in which they were named.
    pub frameworks: Vec<Arc<Framework>>,
    /// The findings of the scan that this one is compared with, where there is one.
    pub known: Option<Arc<KnownFindings>>,
}

impl ScanReport {
    /// How long the scan ran, in milliseconds.
    #[must_use]
    pub fn duration_ms(&self) -> i64 {
        self.ended_at.duration_since(self.header.started_at).as_millis().try_into().unwrap_or(i64::MAX)
    }

    /// Whether it says nothing of the account, neither good nor bad: there is no result, and the scan did not come to its end.
    #[must_use]
    pub fn evaluated_nothing(&self) -> bool {
        self.results.is_empty() && self.status != ScanStatus::Completed
    }

    /// Only the findings, the worst first.
    pub fn findings(&self) -> impl Iterator<Item = &CheckResult> {
        self.results.iter().filter(|result| result.outcome == Outcome::Fail)
    }

    /// What the report says of one region; the jobs that sweep every region stay, with what they found there.
    #[must_use]
    pub fn of_region(&self, region: &str) -> Self {
        let header = ScanHeader { regions: vec![region.to_owned()], ..self.header.as_ref().clone() };
        let assets: Vec<Asset> = self.assets.iter().filter(|asset| asset.region == region).cloned().collect();
        let results: Vec<CheckResult> = self.results.iter().filter(|result| result.resource.region == region).cloned().collect();
        let ledger: Vec<LedgerEntry> = self.ledger.iter().filter(|entry| entry.region == region).cloned().collect();
        let is_of_region = |other: Option<&str>| other.is_none_or(|other| other == region);
        Self {
            header: Arc::new(header),
            summary: summarise(&assets, &results, &ledger, &self.checks, self.summary.api_calls.clone()),
            jobs: self.jobs.iter().filter(|job| is_of_region(job.region.as_deref())).cloned().collect(),
            warnings: self
                .warnings
                .iter()
                .filter(|warning| warning.region.is_empty() || warning.region == region)
                .cloned()
                .collect(),
            assets,
            results,
            ledger,
            // They are about accounts: a region alone neither meets nor misses a requirement.
            frameworks: Vec::new(),
            ..self.clone()
        }
    }

    /// Folds what the jobs left behind into one report. `outcomes` holds one for every job of the plan, in any order.
    #[must_use]
    pub fn fold(
        header: Arc<ScanHeader>,
        checks: Vec<Arc<CheckMetadata>>,
        notes: Vec<Warning>,
        outcomes: Vec<Arc<JobOutcome>>,
        plan: &[Job],
        calls: CallCounts,
        ended_at: Timestamp,
    ) -> Self {
        let mut jobs: Vec<Job> = plan.to_vec();
        for job in &mut jobs {
            if let Some(outcome) = outcomes.iter().find(|outcome| outcome.job.id == job.id) {
                *job = outcome.job.clone();
            }
        }
        let working: Vec<_> = jobs.iter().filter(|job| job.assignments > 0).map(|job| job.status).collect();
        let (status, status_reason) = scan_status(&working, jobs.len() - working.len());
        let warnings = merge_warnings(notes, &outcomes);
        let read_at: Vec<_> = outcomes.iter().flat_map(|outcome| &outcome.facets).map(|record| record.read_at).collect();
        // Room for all of it at once: a list that grows is there twice while it moves.
        let total = |length: fn(&JobOutcome) -> usize| outcomes.iter().map(|outcome| length(outcome)).sum();
        let mut assets = Vec::with_capacity(total(|outcome| outcome.assets.len()));
        let mut facets = Vec::with_capacity(total(|outcome| outcome.facets.len()));
        let mut results = Vec::with_capacity(total(|outcome| outcome.results.len()));
        let mut ledger = Vec::with_capacity(total(|outcome| outcome.ledger.len()));
        // What nobody else holds any more is moved: it may be most of what the scan has in memory.
        for outcome in outcomes.into_iter().map(Arc::unwrap_or_clone) {
            assets.extend(outcome.assets);
            facets.extend(outcome.facets);
            results.extend(outcome.results);
            ledger.extend(outcome.ledger);
        }
        let assets = merge_assets(assets, facets);
        results.sort_by(|left, right| left.sort_key().cmp(&right.sort_key()));
        ledger.sort();
        let mut summary = summarise(&assets, &results, &ledger, &checks, calls);
        for read_at in read_at {
            summary.evidence.count(read_at);
        }
        Self {
            header,
            status,
            status_reason,
            ended_at,
            summary,
            warnings,
            jobs,
            assets,
            results,
            ledger,
            checks,
            frameworks: Vec::new(),
            known: None,
        }
    }

    /// The same, measured by these frameworks.
    #[must_use]
    pub fn measured_by(self, frameworks: Vec<Arc<Framework>>) -> Self {
        Self { frameworks, ..self }
    }

    /// The same, told apart from what an earlier scan had found.
    #[must_use]
    pub fn compared_with(self, known: Option<Arc<KnownFindings>>) -> Self {
        Self { known, ..self }
    }

    /// The asset that a result is about, where the inventory holds it.
    #[must_use]
    pub fn asset_of(&self, resource: &ResourceReference) -> Option<&Asset> {
        let ResourceReference { resource_type, id, arn, region, .. } = resource;
        let wanted = (resource_type.as_str(), region.as_str(), id.as_str(), arn.as_str());
        self.assets.get(self.assets.binary_search_by(|asset| place(asset).cmp(&wanted)).ok()?)
    }

    /// Whether an earlier scan had the finding; `None` for what is no finding, and where there is nothing to compare with.
    #[must_use]
    pub fn novelty(&self, result: &CheckResult) -> Option<Novelty> {
        let known = self.known.as_ref()?;
        let uid = || result.uid(&self.header.account_id);
        let is_known = match result.outcome {
            // What was accepted then and is so no more counts as new: nobody has had to act on it yet.
            Outcome::Fail => known.findings.contains(&uid()),
            Outcome::Muted => known.findings.contains(&uid()) || known.accepted.contains(&uid()),
            Outcome::Pass | Outcome::Unknown | Outcome::NotApplicable => return None,
        };
        Some(if is_known { Novelty::Known } else { Novelty::New })
    }

    /// Whether an earlier scan had a finding there and this one could not look: nothing says that it was mended.
    #[must_use]
    pub fn is_out_of_sight(&self, result: &CheckResult) -> bool {
        let was_finding = |known: &Arc<KnownFindings>| known.findings.contains(&result.uid(&self.header.account_id));
        result.outcome == Outcome::Unknown && self.known.as_ref().is_some_and(was_finding)
    }
}

/// Every asset once, with the facets that were read for it.
fn merge_assets(mut assets: Vec<Asset>, facets: Vec<FacetRecord>) -> Vec<Asset> {
    assets.sort_by(|left, right| place(left).cmp(&place(right)));
    assets.dedup_by(|later, first| place(later) == place(first));
    for FacetRecord { resource_type, region, asset_arn, asset_id, facet, value, read_at } in facets {
        let wanted = (resource_type, region.as_str(), asset_id.as_str(), asset_arn.as_str());
        let found = assets.binary_search_by(|asset| place(asset).cmp(&wanted));
        if let Some(asset) = found.ok().and_then(|at| assets.get_mut(at)) {
            asset.properties.insert(facet, value);
            asset.evidence_read_at.extend(read_at.map(|read_at| (facet, read_at)));
        }
    }
    assets
}

/// What tells an asset from every other, in the order of reports.
fn place(asset: &Asset) -> (&str, &str, &str, &str) {
    (asset.resource_type, &asset.region, &asset.id, &asset.arn)
}

/// All that the notes and the outcomes warn of, with one warning per kind, action and region, whichever jobs met it.
#[must_use]
pub fn merge_warnings(notes: Vec<Warning>, outcomes: &[Arc<JobOutcome>]) -> Vec<Warning> {
    struct Merged<'a> {
        gap: &'a Gap,
        checks: BTreeSet<String>,
        /// How much each gap hides; one that two jobs met is still one.
        counts: BTreeMap<&'a Gap, u64>,
    }
    let mut merged: BTreeMap<(GapKind, &str, &str), Merged<'_>> = BTreeMap::new();
    let gaps = || outcomes.iter().flat_map(|outcome| &outcome.gaps);
    for record in gaps().filter(|record| record.gap.kind != GapKind::Cancelled) {
        let gap = record.gap.as_ref();
        let entry = merged.entry((gap.kind, &gap.action, &gap.region)).or_insert_with(|| Merged {
            gap,
            checks: BTreeSet::new(),
            counts: BTreeMap::new(),
        });
        entry.checks.extend(record.checks.iter().cloned());
        let count = entry.counts.entry(gap).or_default();
        *count = record.count.max(*count);
    }
    let mut warnings: BTreeSet<Warning> = notes.into_iter().collect();
    warnings.extend(outcomes.iter().flat_map(|outcome| outcome.warnings.iter().cloned()));
    let mut warnings: Vec<Warning> = warnings.into_iter().collect();
    warnings.extend(cancelled_note(gaps().filter(|record| record.gap.kind == GapKind::Cancelled)));
    warnings.extend(
        merged
            .into_values()
            .map(|entry| Warning::of_gap(entry.gap, entry.counts.values().sum(), entry.checks.into_iter().collect())),
    );
    warnings
}

/// One warning for all that was not read because the user stopped the scan.
fn cancelled_note<'a>(records: impl Iterator<Item = &'a GapRecord>) -> Option<Warning> {
    let (mut count, mut checks) = (0_u64, BTreeSet::new());
    for record in records {
        count += record.count;
        checks.extend(record.checks.iter().cloned());
    }
    (count > 0).then(|| Warning {
        checks: checks.into_iter().collect(),
        ..Warning::note(
            "cancelled",
            format!("the scan was stopped before everything was read ({count} missing); scan again for the rest"),
        )
    })
}

fn summarise(
    assets: &[Asset],
    results: &[CheckResult],
    ledger: &[LedgerEntry],
    checks: &[Arc<CheckMetadata>],
    calls: CallCounts,
) -> Summary {
    let mut assets_by_type: BTreeMap<String, u64> = BTreeMap::new();
    for asset in assets {
        *assets_by_type.entry(asset.resource_type.to_owned()).or_default() += 1;
    }
    let (mut counts, mut findings) = (ResultCounts::default(), FindingCounts::default());
    let mut unknown: BTreeSet<&str> = BTreeSet::new();
    for result in results {
        match result.outcome {
            Outcome::Pass => counts.pass += 1,
            Outcome::Fail => {
                counts.fail += 1;
                findings.count(result.check.severity);
            }
            Outcome::Unknown => {
                counts.unknown += 1;
                unknown.insert(&result.check.id);
            }
            Outcome::NotApplicable => counts.not_applicable += 1,
            Outcome::Muted => counts.muted += 1,
        }
    }
    // A check that never looked, because the scan was stopped before, knows nothing.
    let looked: BTreeSet<&str> = ledger.iter().map(|entry| entry.check_id.as_str()).collect();
    let is_evaluated = |check: &&Arc<CheckMetadata>| looked.contains(check.id.as_str()) && !unknown.contains(check.id.as_str());
    let evaluated = checks.iter().filter(is_evaluated).count() as u64;
    Summary {
        assets: assets.len() as u64,
        assets_by_type,
        results: counts,
        findings,
        checks: CheckCounts { selected: checks.len() as u64, evaluated, unknown: unknown.len() as u64 },
        evidence: EvidenceCounts::default(),
        api_calls: calls,
    }
}
