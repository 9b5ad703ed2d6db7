//! Whether a result is what its name says: a part of the same plan, with nothing in it that is another part's.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::results::ShardResult;
use crate::cli::exit_code::Failure;
use crate::cli::shards::ResultName;
use crate::model::shard::Unit;
use crate::model::{CheckMetadata, Framework, Job, JobOutcome, ScanHeader, Warning};
use crate::store::StoreError;

/// The plan as the first result has it, and the jobs that were read.
pub(super) struct Fit<'a> {
    first: &'a ShardResult,
    jobs: Vec<Job>,
    checks: Vec<Arc<CheckMetadata>>,
    frameworks: Vec<Arc<Framework>>,
    units: BTreeSet<Unit>,
    read: BTreeSet<String>,
}

impl<'a> Fit<'a> {
    /// The plan of the first result.
    pub(super) fn of(first: &'a ShardResult, jobs: &[Job], checks: &[Arc<CheckMetadata>], frameworks: &[Arc<Framework>]) -> Self {
        let units = Unit::of_all([(first.record.header.account_id.as_str(), jobs)]);
        let (jobs, checks, frameworks) = (jobs.to_vec(), checks.to_vec(), frameworks.to_vec());
        Self { first, jobs, checks, frameworks, units, read: BTreeSet::new() }
    }

    /// What a result's jobs left, and what it warns of.
    ///
    /// # Errors
    /// It is of another plan, or has what no job of this part left.
    pub(super) fn read(&mut self, result: &ShardResult) -> Result<(Vec<Arc<JobOutcome>>, Vec<Warning>), Failure> {
        let unusable = |why: String| {
            let name = ResultName(result.planned.clone());
            Failure::usage(format!("{name} does not fit the other results ({why}); remove it and run that shard again"))
        };
        let told = |error: StoreError| unusable(result.shortened(&error));
        if let Some(other) = self.other(result).map_err(told)? {
            return Err(unusable(format!("it has other {other} than {}", ResultName(self.first.planned.clone()))));
        }
        let id = &result.record.header.id;
        let outcomes = result.store.outcomes(id).map_err(told)?;
        for outcome in &outcomes {
            self.take(result, &outcome.job).map_err(unusable)?;
        }
        Ok((outcomes, result.store.warnings(id).map_err(told)?))
    }

    /// What of a result's plan is not that of the first.
    fn other(&self, result: &ShardResult) -> Result<Option<&'static str>, StoreError> {
        let (own, others) = (&self.first.record.header, &result.record.header);
        let account = |header: &ScanHeader| [&header.provider, &header.partition, &header.account_id].map(String::clone);
        let asked = |header: &ScanHeader| (header.name.clone(), header.profile.clone(), header.scan_type);
        let jobs: Vec<Job> = result.store.jobs(&others.id)?.iter().map(|stored| stored.job.waiting()).collect();
        let differences = [
            ("accounts", account(own) != account(others)),
            ("options", asked(own) != asked(others)),
            ("regions or jobs", jobs != self.jobs),
            ("checks", result.store.checks(&others.id)? != self.checks),
            ("frameworks", result.store.frameworks(&others.id)? != self.frameworks),
        ];
        Ok(differences.into_iter().find(|(_, differs)| *differs).map(|(what, _)| what))
    }

    /// Notes that a job was read.
    fn take(&mut self, result: &ShardResult, job: &Job) -> Result<(), String> {
        let shard = result.planned.shard;
        let is_named_well = job.id == job.waiting().id;
        if !is_named_well || !shard.has(&Unit::of(&self.first.record.header.account_id, job), &self.units) {
            return Err(format!("job {} is not shard {shard}'s", job.id));
        }
        if !self.read.insert(job.id.clone()) {
            return Err(format!("job {} is there twice", job.id));
        }
        Ok(())
    }
}
