//! The whole scan, made of its parts.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::fit::Fit;
use super::own::Own;
use super::results::{Results, ShardResult};
use crate::cli::exit_code::Failure;
use crate::cli::running::NOT_STORED;
use crate::cli::suppressions;
use crate::model::regions::Partition;
use crate::model::report::merge_warnings;
use crate::model::shard::Unit;
use crate::model::shard::missing;
use crate::model::{
    CallCounts, CheckMetadata, Framework, Job, JobKind, JobOutcome, KnownFindings, ScanHeader, ScanReport, Shard, Warning,
};
use crate::store::StoredRequest;

/// The code of the note that parts left no result.
const SHARDS_MISSING: &str = "shards_missing";

/// The scan that the parts come to.
pub(super) struct Whole {
    pub(super) header: Arc<ScanHeader>,
    pub(super) request: StoredRequest,
    /// The plan, nothing of it run.
    pub(super) jobs: Vec<Job>,
    pub(super) checks: Vec<Arc<CheckMetadata>>,
    pub(super) frameworks: Vec<Arc<Framework>>,
    /// What the parts warn of, but for what their jobs do.
    pub(super) notes: Vec<Warning>,
    outcomes: Vec<Arc<JobOutcome>>,
    calls: CallCounts,
    ended_at: Timestamp,
    /// How many parts there are, and those of them that left no result.
    count: u16,
    missing: Vec<Shard>,
}

impl Whole {
    /// Reads the parts.
    ///
    /// # Errors
    /// One of them cannot be read, or they do not fit together.
    pub(super) fn of(results: &Results, own: &Own) -> Result<Self, Failure> {
        let missing = results.missing();
        let Some(first) = results.found.values().next() else { return Err(Failure::usage("there is no shard's result")) };
        let id = first.record.header.id.clone();
        let jobs: Vec<Job> = first.store.jobs(&id).map_err(Failure::from)?.iter().map(|stored| stored.job.waiting()).collect();
        let mut whole = Self {
            header: Arc::new(header(results, first, &jobs)),
            request: own.request(first.request.clone()),
            checks: first.store.checks(&id).map_err(Failure::from)?,
            frameworks: first.store.frameworks(&id).map_err(Failure::from)?,
            jobs,
            notes: Vec::new(),
            outcomes: Vec::new(),
            calls: CallCounts::default(),
            ended_at: first.record.header.started_at,
            count: results.count,
            missing,
        };
        let mut notes = BTreeSet::new();
        let mut fit = Fit::of(first, &whole.jobs, &whole.checks, &whole.frameworks);
        for result in results.found.values() {
            let (outcomes, warnings) = fit.read(result)?;
            notes.extend(whole.add(result, outcomes, warnings));
        }
        whole.stand_in();
        notes.extend(results.apart());
        notes.extend(whole.missing_note());
        whole.notes = notes.into_iter().collect();
        Ok(whole)
    }

    /// Adds what a part found; gives back what it warns of besides.
    fn add(&mut self, result: &ShardResult, outcomes: Vec<Arc<JobOutcome>>, warnings: Vec<Warning>) -> Vec<Warning> {
        let of_jobs: BTreeSet<Warning> = merge_warnings(Vec::new(), &outcomes).into_iter().collect();
        let is_own = |warning: &Warning| !of_jobs.contains(warning) && warning.code != NOT_STORED;
        self.outcomes.extend(outcomes);
        self.calls = std::mem::take(&mut self.calls).plus(&result.record.calls);
        self.ended_at = self.ended_at.max(result.record.ended_at.unwrap_or(result.record.header.started_at));
        warnings.into_iter().filter(is_own).collect()
    }

    /// Puts something in the place of each job that nothing is known of.
    fn stand_in(&mut self) {
        let id = &self.header.account_id;
        let units = Unit::of_all([(id.as_str(), self.jobs.as_slice())]);
        let global_region = Partition::named(&self.header.partition).global_region;
        let whole = missing::Whole { checks: &self.checks, regions: &self.header.regions, global_region };
        let known: BTreeSet<&str> = self.outcomes.iter().map(|outcome| outcome.job.id.as_str()).collect();
        let unknown = self.jobs.iter().filter(|job| !known.contains(job.id.as_str()));
        let missing: Vec<Arc<JobOutcome>> = unknown
            .filter_map(|job| {
                let owner = |number| Shard::new(number, self.count).filter(|shard| shard.has(&Unit::of(id, job), &units));
                let shard = (1..=self.count).find_map(owner)?;
                Some(Arc::new(whole.without(shard, job)))
            })
            .collect();
        self.outcomes.extend(missing);
    }

    /// Which parts are missing, and what they were to look at.
    fn missing_note(&self) -> Option<Warning> {
        if self.missing.is_empty() {
            return None;
        }
        let id = &self.header.account_id;
        let units = Unit::of_all([(id.as_str(), self.jobs.as_slice())]);
        let is_missing = |job: &&Job| self.missing.iter().any(|shard| shard.has(&Unit::of(id, job), &units));
        let names = self.jobs.iter().filter(|job| job.kind != JobKind::Discovery).filter(is_missing);
        let names: Vec<&str> = names.map(|job| job.region.as_deref().unwrap_or(&job.id)).collect();
        let lost =
            if names.is_empty() { "they had nothing to do".to_owned() } else { format!("not scanned: {}", names.join(", ")) };
        let shards: Vec<String> = self.missing.iter().map(ToString::to_string).collect();
        let message = format!("no result was left by shard {} ({lost}); run it again, then merge again", shards.join(", "));
        Some(Warning::note(SHARDS_MISSING, message))
    }

    /// What there was to put together.
    pub(super) fn in_words(&self) -> String {
        let found = usize::from(self.count) - self.missing.len();
        let missing = match self.missing.len() {
            0 => String::new(),
            _ => format!("; missing: {}", self.missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        };
        format!("merged {found} of {} shards into scan {}{missing}", self.count, self.header.id)
    }

    /// The report, and the outcomes that it is made of in the order in which they ended.
    ///
    /// # Errors
    /// The accepted findings, as the parts knew them, cannot be understood.
    pub(super) fn report(self, known: Option<Arc<KnownFindings>>) -> Result<(ScanReport, Vec<Arc<JobOutcome>>), Failure> {
        let mut outcomes = self.outcomes;
        outcomes.sort_by_key(|outcome| outcome.job.ended_at);
        let header = Arc::clone(&self.header);
        let report = ScanReport::fold(header, self.checks, self.notes, outcomes.clone(), &self.jobs, self.calls, self.ended_at);
        let mut report = report.measured_by(self.frameworks).compared_with(known);
        if let Some((path, text)) = &self.request.suppressions {
            // No part sees all that a rule is about.
            let suppressions = suppressions::parse(text, &path.display().to_string())?;
            let unmatched = suppressions.unmatched(&report, report.header.started_at);
            report.warnings.extend(unmatched);
        }
        Ok((report, outcomes))
    }
}

/// The head of the whole scan: as old as its oldest part.
fn header(results: &Results, first: &ShardResult, jobs: &[Job]) -> ScanHeader {
    let started_at = results.found.values().map(|result| result.record.header.started_at).min();
    let started_at = started_at.unwrap_or(first.record.header.started_at);
    let regions = jobs.iter().filter(|job| job.kind == JobKind::Discovery).filter_map(|job| job.region.clone()).collect();
    ScanHeader { id: ScanHeader::new_id(started_at), regions, started_at, ..first.record.header.clone() }
}
