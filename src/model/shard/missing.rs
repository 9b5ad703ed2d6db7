//! What stands for the jobs of a part that left no result: each has failed, and each of its checks is unknown.

use std::sync::Arc;

use super::Shard;
use crate::model::asset::ResourceReference;
use crate::model::check::CheckMetadata;
use crate::model::check_result::CheckResult;
use crate::model::gap::{Gap, GapKind};
use crate::model::job::{GapRecord, Job, JobKind, JobOutcome, JobStatus, LedgerEntry};
use crate::model::outcome::Outcome;
use crate::model::resource::{self, ResourceType, Scope, Sweep};

/// The scan that a part is missing of.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// Its checks.
    pub checks: &'a [Arc<CheckMetadata>],
    /// Its regions, the primary one first.
    pub regions: &'a [String],
    /// Where global services live.
    pub global_region: &'a str,
}

impl Whole<'_> {
    /// What stands for a job of the missing part.
    #[must_use]
    pub fn without(&self, shard: Shard, job: &Job) -> JobOutcome {
        let mut outcome = JobOutcome::empty(Job {
            status: JobStatus::Failed,
            error: Some(format!("shard {shard} left no result")),
            ..job.clone()
        });
        for region in self.regions.iter().map(String::as_str) {
            if job.region.as_deref().is_none_or(|own| own == region) {
                self.note(shard, job, region, &mut outcome);
            }
        }
        outcome
    }

    /// Notes what is not known of a region.
    fn note(&self, shard: Shard, job: &Job, region: &str, outcome: &mut JobOutcome) {
        let gap = Arc::new(Gap {
            kind: GapKind::NotCollected,
            action: format!("shard {shard}"),
            region: region.to_owned(),
            detail: GapKind::NO_RESULT.to_owned(),
        });
        let mut ids = Vec::new();
        for check in self.checks {
            let Some(place) = resource::by_name(&check.resource).and_then(|looked_at| self.place(looked_at, job, region)) else {
                continue;
            };
            ids.push(check.id.clone());
            let mut entry = LedgerEntry::empty(&check.id, place);
            entry.count(Outcome::Unknown);
            outcome.ledger.push(entry);
            outcome.results.push(CheckResult {
                check: Arc::clone(check),
                outcome: Outcome::Unknown,
                resource: ResourceReference::unlisted(&check.resource, place),
                message: gap.sentence(),
                gap: Some(Arc::clone(&gap)),
                satisfied_by: None,
                mute: None,
            });
        }
        let is_idle = ids.is_empty() && job.assignments == 0;
        if !is_idle {
            outcome.gaps.push(GapRecord { gap, checks: ids, count: 1 });
        }
    }

    /// Where a job would have evaluated checks on a type, of those in a region; `None` where it is another job's.
    fn place<'a>(&'a self, looked_at: &ResourceType, job: &Job, region: &'a str) -> Option<&'a str> {
        let is_primary = || self.regions.first().is_some_and(|primary| primary == region);
        match (job.kind, looked_at.sweep, looked_at.scope) {
            (JobKind::Compliance, Sweep::Region, Scope::Regional)
            | (JobKind::Clusters, Sweep::Clusters, _)
            | (JobKind::Registries, Sweep::Registries, _) => Some(region),
            (JobKind::Compliance, Sweep::Region, Scope::Global) => is_primary().then_some(self.global_region),
            _ => None,
        }
    }
}
