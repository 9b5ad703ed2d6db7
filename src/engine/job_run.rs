//! One job at work: gather the evidence of its assignments, evaluate their checks, count, and settle how it ended.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::stream::{FuturesUnordered, StreamExt};
use jiff::Timestamp;
use tokio::time::Instant;

use super::assignment::{Assignment, Listing as ListingKind};
use super::evaluation::{AcceptedFindings, AccountEvidence, Evaluation};
use super::evidence::EvidenceStore;
use super::plan::PlannedJob;
use crate::model::job::{FacetRecord, GapRecord};
use crate::model::resource::{self, ACCOUNT, Facet};
use crate::model::{
    Asset, CallCounts, CheckResult, Event, Gap, GapKind, Job, JobKind, JobOutcome, JobStatus, LedgerEntry, Listener, Outcome,
    Property, Warning,
};
use crate::provider::Listing;

/// What every job of a scan shares.
pub(super) struct Surroundings {
    pub(super) evidence: EvidenceStore,
    pub(super) listener: Arc<dyn Listener>,
    /// The regions of the scan, the primary one first.
    pub(super) regions: Vec<String>,
    /// Where global services live.
    pub(super) global_region: String,
    /// Which findings the user has accepted, and the moment that ages are counted to.
    pub(super) accepted: AcceptedFindings,
    /// The calls that earlier runs of the scan made.
    pub(super) earlier_calls: CallCounts,
}

impl Surroundings {
    /// The calls of the whole scan so far.
    pub(super) fn calls(&self) -> Arc<CallCounts> {
        let calls = self.evidence.provider().calls();
        if self.earlier_calls.total == 0 { calls } else { Arc::new(self.earlier_calls.clone().plus(&calls)) }
    }

    /// What lies outside the scan is told by one job of it: the one that lists the primary region, and with it whatever is global.
    fn outside(&self, job: &Job) -> Vec<Warning> {
        let tells = job.kind == JobKind::Discovery && job.region.as_ref() == self.regions.first();
        if tells { self.evidence.provider().outside(&self.regions) } else { Vec::new() }
    }
}

/// Runs one job to its end; never fails, whatever happens becomes part of the outcome.
pub(super) async fn run_job(surroundings: &Surroundings, planned: PlannedJob, deadline: Instant) -> JobOutcome {
    let PlannedJob { mut job, assignments } = planned;
    job.status = JobStatus::Running;
    let (started_at, clock) = (Timestamp::now(), Instant::now());
    job.started_at = Some(started_at);
    surroundings.listener.hear(&Event::JobStarted { job_id: job.id.clone(), at: started_at });
    let steps = Steps::new(surroundings, &job.id, &assignments);
    let mut pending: FuturesUnordered<_> =
        assignments.iter().map(|assignment| work_off(surroundings, assignment, &steps, deadline)).collect();
    let mut harvest = Harvest::default();
    while let Some(yielded) = pending.next().await {
        harvest.add(yielded);
    }
    drop(pending);
    harvest.warnings.extend(surroundings.outside(&job));
    harvest.into_outcome(job, clock.elapsed())
}

/// The outcome of a job that ended before it could say anything itself: each of its checks is unknown, and it failed.
pub(super) fn failed_outcome(mut job: Job, assignments: &[Assignment], reason: &str) -> JobOutcome {
    let mut harvest = Harvest { panic: Some(reason.to_owned()), ..Harvest::default() };
    for assignment in assignments {
        let gap = Arc::new(Gap {
            kind: GapKind::Internal,
            action: assignment.resource_type.name.to_owned(),
            region: assignment.region.clone(),
            detail: reason.to_owned(),
        });
        let mut evaluation = Evaluation::default();
        for check in &assignment.checks {
            evaluation.unlisted(check, assignment, &gap);
        }
        harvest.add(Yield { evaluation, ..Yield::default() });
    }
    job.started_at.get_or_insert_with(Timestamp::now);
    harvest.into_outcome(job, Duration::ZERO)
}

/// Counts a job's steps and tells them.
struct Steps<'a> {
    surroundings: &'a Surroundings,
    job_id: &'a str,
    counts: Mutex<StepCounts>,
}

#[derive(Default)]
struct StepCounts {
    done: u64,
    total: u64,
    assets: u64,
    findings: u64,
}

impl<'a> Steps<'a> {
    fn new(surroundings: &'a Surroundings, job_id: &'a str, assignments: &[Assignment]) -> Self {
        let steps = |assignment: &Assignment| 1 + assignment.facets().len() + usize::from(!assignment.checks.is_empty());
        let total = assignments.iter().map(|assignment| steps(assignment) as u64).sum();
        Self { surroundings, job_id, counts: Mutex::new(StepCounts { total, ..StepCounts::default() }) }
    }

    fn done(&self, assets: u64, findings: u64) {
        let event = {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            counts.done += 1;
            counts.assets += assets;
            counts.findings += findings;
            Event::JobProgressed {
                job_id: self.job_id.to_owned(),
                done: counts.done,
                total: counts.total,
                assets: counts.assets,
                findings: counts.findings,
                calls: self.surroundings.calls(),
            }
        };
        self.surroundings.listener.hear(&event);
    }
}

/// What one assignment gave.
#[derive(Default)]
struct Yield {
    assets: Vec<Asset>,
    warnings: Vec<Warning>,
    /// Gaps of the listing and of the account's facets, each with the checks that it certainly leaves unknown.
    listing_gaps: Vec<(Arc<Gap>, Vec<String>)>,
    facets: Vec<FacetRecord>,
    evaluation: Evaluation,
    panic: Option<String>,
    /// Whether anything at all could be done.
    achieved: bool,
}

async fn work_off(surroundings: &Surroundings, assignment: &Assignment, steps: &Steps<'_>, deadline: Instant) -> Yield {
    let (resource_type, region) = (assignment.resource_type, assignment.region.as_str());
    let reading = surroundings.evidence.list(resource_type, region, deadline).await;
    let listing = reading.value;
    let mut harvest = Yield { panic: reading.panicked.map(|panicked| panicked.0), ..Yield::default() };
    for gap in &listing.gaps {
        harvest.listing_gaps.push((Arc::new(gap.clone()), assignment.dependants.clone()));
    }
    let reported = assignment.listing == ListingKind::Reported;
    if reported {
        harvest.assets.clone_from(&listing.assets);
        harvest.warnings.clone_from(&listing.warnings);
    }
    steps.done(if reported { listing.assets.len() as u64 } else { 0 }, 0);
    if assignment.checks.is_empty() {
        harvest.achieved = listing.gaps.is_empty() || !listing.assets.is_empty();
        return harvest;
    }
    let facets = join_all(assignment.facets().into_iter().map(|facet| {
        let listing = Arc::clone(&listing);
        async move {
            let reading = surroundings.evidence.facet(resource_type, facet, region, listing, deadline).await;
            steps.done(0, 0);
            (facet, reading)
        }
    }));
    let (facets, account) = futures_util::join!(facets, account_evidence(surroundings, assignment, &listing, deadline));
    let mut values: BTreeMap<&'static str, Arc<Vec<Property>>> = BTreeMap::new();
    for (facet, reading) in facets {
        harvest.panic = harvest.panic.or_else(|| reading.panicked.map(|panicked| panicked.0));
        let reused = |asset: &Asset| surroundings.evidence.provider().reused_from(resource_type, facet, asset);
        harvest.facets.extend(facet_records(facet, &listing, &reading.value, reused));
        values.insert(facet.name, reading.value);
    }
    harvest.panic = harvest.panic.or_else(|| account.panic.clone());
    harvest.listing_gaps.extend(account.gaps().map(|gap| (gap, Vec::new())));
    harvest.evaluation = Evaluation::of(assignment, &listing, &values, &account, &surroundings.accepted);
    let known = harvest.evaluation.results.iter().any(|result| result.outcome != Outcome::Unknown);
    harvest.achieved = known || (listing.gaps.is_empty() && listing.assets.is_empty()) || !harvest.assets.is_empty();
    let findings = harvest.evaluation.results.iter().filter(|result| result.outcome == Outcome::Fail).count();
    steps.done(0, findings as u64);
    harvest
}

/// What the checks see as `account`: the account's own properties and the facets that they ask for, each unknown where it could not be
/// read.
async fn account_evidence(
    surroundings: &Surroundings,
    assignment: &Assignment,
    listing: &Listing,
    deadline: Instant,
) -> AccountEvidence {
    let facets = assignment.account_facets();
    // Without assets there is nothing to evaluate, and no call is worth it.
    if listing.assets.is_empty() {
        return AccountEvidence::default();
    }
    let Some(account) = resource::by_name(ACCOUNT) else { return AccountEvidence::default() };
    let region = surroundings.global_region.as_str();
    let listed = surroundings.evidence.list(account, region, deadline).await;
    let accounts = listed.value;
    let readings = join_all(facets.into_iter().map(|facet| {
        let accounts = Arc::clone(&accounts);
        async move { (facet, surroundings.evidence.facet(account, facet, region, accounts, deadline).await) }
    }))
    .await;
    let mut evidence = AccountEvidence { panic: listed.panicked.map(|panicked| panicked.0), ..AccountEvidence::default() };
    let unlisted = || {
        let gap = accounts.gaps.first().cloned();
        Property::unknown(gap.unwrap_or_else(|| Gap {
            kind: GapKind::NotCollected,
            action: ACCOUNT.to_owned(),
            region: region.to_owned(),
            detail: "the account was not listed".to_owned(),
        }))
    };
    match accounts.assets.first() {
        Some(asset) => evidence.properties.extend(asset.properties.clone()),
        None => evidence.properties.extend(["id", "partition"].map(|name| (name, unlisted()))),
    }
    for (facet, reading) in readings {
        evidence.panic = evidence.panic.or_else(|| reading.panicked.map(|panicked| panicked.0));
        evidence.properties.insert(facet.name, reading.value.first().cloned().unwrap_or_else(unlisted));
    }
    evidence
}

fn facet_records<'a>(
    facet: &'static Facet,
    listing: &'a Listing,
    values: &'a [Property],
    reused: impl Fn(&Asset) -> Option<Timestamp>,
) -> impl Iterator<Item = FacetRecord> {
    listing.assets.iter().zip(values).map(move |(asset, value)| FacetRecord {
        resource_type: asset.resource_type,
        region: asset.region.clone(),
        asset_arn: asset.arn.clone(),
        asset_id: asset.id.clone(),
        facet: facet.name,
        value: value.clone(),
        read_at: reused(asset),
    })
}

/// What one gap hides.
#[derive(Default)]
struct Hidden {
    checks: BTreeSet<String>,
    count: u64,
}

/// Everything that a job's assignments gave, as it comes in.
#[derive(Default)]
struct Harvest {
    assets: Vec<Asset>,
    warnings: Vec<Warning>,
    facets: Vec<FacetRecord>,
    results: Vec<CheckResult>,
    ledger: Vec<LedgerEntry>,
    gaps: BTreeMap<Arc<Gap>, Hidden>,
    /// The ids of what was deleted while the scan ran, by type and region: no gap, since nothing of it is left to be known.
    gone: BTreeMap<(&'static str, String), BTreeSet<String>>,
    panic: Option<String>,
    assignments: usize,
    achieved: usize,
}

impl Harvest {
    fn add(&mut self, yielded: Yield) {
        self.assignments += 1;
        self.achieved += usize::from(yielded.achieved);
        for (gap, checks) in yielded.listing_gaps {
            let hidden = self.gaps.entry(gap).or_default();
            hidden.checks.extend(checks);
            hidden.count += 1;
        }
        for record in &yielded.facets {
            if record.value.is_gone() {
                let place = (record.resource_type, record.region.clone());
                self.gone.entry(place).or_default().insert(record.asset_id.clone());
            } else if let Some(gap) = record.value.first_gap() {
                self.gaps.entry(Arc::clone(gap)).or_default().count += 1;
            }
        }
        for result in &yielded.evaluation.results {
            if let Some(gap) = &result.gap {
                self.gaps.entry(Arc::clone(gap)).or_default().checks.insert(result.check.id.clone());
            }
        }
        self.assets.extend(yielded.assets);
        for warning in yielded.warnings {
            // Two listings may have met the same.
            if !self.warnings.contains(&warning) {
                self.warnings.push(warning);
            }
        }
        self.facets.extend(yielded.facets);
        self.results.extend(yielded.evaluation.results);
        self.ledger.extend(yielded.evaluation.ledger);
        self.panic = self.panic.take().or(yielded.panic);
    }

    /// How the job ended, and why where it is not well.
    fn status(&self) -> (JobStatus, Option<String>) {
        if let Some(panic) = &self.panic {
            return (JobStatus::Failed, Some(format!("a collector panicked: {panic}")));
        }
        if self.gaps.keys().any(|gap| gap.kind == GapKind::Cancelled) {
            return (JobStatus::Cancelled, None);
        }
        let Some(first) = self.gaps.keys().next() else { return (JobStatus::Succeeded, None) };
        if self.achieved == 0 && self.assignments > 0 {
            return (JobStatus::Failed, Some(first.sentence()));
        }
        (JobStatus::Partial, None)
    }

    fn into_outcome(self, mut job: Job, elapsed: Duration) -> JobOutcome {
        let (status, error) = self.status();
        job.status = status;
        job.error = error;
        job.ended_at = job.started_at.map(|started_at| started_at + elapsed);
        job.assets = self.assets.len() as u64;
        job.findings = self.results.iter().filter(|result| result.outcome == Outcome::Fail).count() as u64;
        let record =
            |(gap, hidden): (Arc<Gap>, Hidden)| GapRecord { gap, checks: hidden.checks.into_iter().collect(), count: hidden.count };
        let gaps = self.gaps.into_iter().map(record).collect();
        let gone = self
            .gone
            .iter()
            .map(|((resource_type, region), ids)| Warning::gone(resource_type, region, &ids.iter().map(String::as_str).collect()));
        JobOutcome {
            job,
            assets: self.assets,
            facets: self.facets,
            results: self.results,
            ledger: self.ledger,
            gaps,
            warnings: self.warnings.into_iter().chain(gone).collect(),
        }
    }
}
