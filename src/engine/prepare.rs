//! Before a scan: whose account it is, which regions it has, which jobs there will be. Between this and the run there is room for a lock and
//! for a place to keep the scan in.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;

use super::availability;
use super::cancellation::Cancellation;
use super::plan::{Inventory, PlannedJob, plan};
use super::scope::{self, RegionScope};
use crate::checks::Check;
use crate::checks::library::metadata_of;
use crate::checks::selection::Selection;
use crate::model::plan::SkippedRegion;
use crate::model::regions::Partition;
use crate::model::resource::ResourceType;
use crate::model::shard::{Shard, Unit};
use crate::model::{
    Account, CallCounts, CheckMetadata, Framework, Job, JobOutcome, JobStatus, KnownFindings, ScanHeader, ScanReport, ScanStatus,
    ScanType, Suppressions, Warning,
};
use crate::provider::{Provider, SubmissionError};

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct ScanRequest {
    /// The user's name for the scan.
    pub name: Option<String>,
    /// How far it reaches.
    pub scan_type: ScanType,
    /// The regions, where they were named.
    pub regions: Vec<String>,
    /// The checks.
    pub selection: Selection,
    /// The findings that the user has accepted.
    pub suppressions: Arc<Suppressions>,
}

/// A scan whose plan stands and of which nothing has run in this process.
#[derive(Debug, Clone)]
pub struct PreparedScan {
    pub(super) header: Arc<ScanHeader>,
    pub(super) planned: Vec<PlannedJob>,
    pub(super) notes: Vec<Warning>,
    skipped: Vec<SkippedRegion>,
    pub(super) global_region: String,
    /// The regions of the whole scan, where this is only a part of it.
    pub(super) whole: Option<Vec<String>>,
    /// What earlier runs of the scan left behind: one outcome for each job that is not run again.
    pub(super) finished: Vec<Arc<JobOutcome>>,
    /// The calls that earlier runs of the scan made.
    pub(super) earlier_calls: CallCounts,
    /// When this run began, on the calendar and on a clock that nobody sets.
    pub(super) begun_at: (Timestamp, Instant),
    account: Account,
    pub(super) types: &'static [ResourceType],
    pub(super) checks: Vec<Arc<Check>>,
    frameworks: Vec<Arc<Framework>>,
    pub(super) suppressions: Arc<Suppressions>,
    /// The findings of the scan that this one is compared with.
    pub(super) known: Option<Arc<KnownFindings>>,
}

impl PreparedScan {
    /// What is known of the scan.
    #[must_use]
    pub const fn header(&self) -> &Arc<ScanHeader> {
        &self.header
    }

    /// The account, as the cloud told it just now.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// All jobs of the plan, in its order; those that finished in an earlier run as that run left them.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        self.planned.iter().map(|planned| planned.job.clone()).collect()
    }

    /// The selected checks, by id.
    #[must_use]
    pub fn checks(&self) -> Vec<Arc<CheckMetadata>> {
        metadata_of(&self.checks)
    }

    /// The frameworks that the account is measured by.
    #[must_use]
    pub fn frameworks(&self) -> &[Arc<Framework>] {
        &self.frameworks
    }

    /// What the user must know of the plan already.
    #[must_use]
    pub fn notes(&self) -> &[Warning] {
        &self.notes
    }

    /// The account's regions that the scan leaves out, by name.
    #[must_use]
    pub fn skipped(&self) -> &[SkippedRegion] {
        &self.skipped
    }

    /// The same with one more thing that the user must know.
    #[must_use]
    pub fn noting(mut self, note: Warning) -> Self {
        self.notes.push(note);
        self
    }

    /// The same, compared with what an earlier scan had found.
    #[must_use]
    pub fn knowing(self, known: Option<Arc<KnownFindings>>) -> Self {
        Self { known, ..self }
    }

    /// The same, begun only now: after it was prepared it waited for something.
    #[must_use]
    pub fn beginning_now(self) -> Self {
        Self { begun_at: (Timestamp::now(), Instant::now()), ..self }
    }

    /// Only a part of it, with what is told of the account's other regions as if it were the whole.
    #[must_use]
    pub fn of_shard(mut self, shard: Shard) -> Self {
        let (id, jobs) = (self.header.account_id.clone(), self.jobs());
        let units = Unit::of_all([(id.as_str(), jobs.as_slice())]);
        self.planned.retain(|planned| shard.has(&Unit::of(&id, &planned.job), &units));
        let is_own = |region: &&String| self.planned.iter().any(|planned| planned.job.region.as_ref() == Some(region));
        let regions = self.header.regions.iter().filter(is_own).cloned().collect();
        let header = ScanHeader { regions, ..self.header.as_ref().clone() };
        let whole = Some(self.header.regions.clone());
        Self { header: Arc::new(header), whole, ..self }
    }

    /// The regions of the whole scan, the primary one first.
    #[must_use]
    pub fn whole_regions(&self) -> &[String] {
        self.whole.as_ref().unwrap_or(&self.header.regions)
    }

    /// The account's partition, as far as it is known.
    pub(super) fn partition(&self) -> &'static Partition {
        Partition::named(&self.account.partition)
    }

    /// The moment that ages are counted to: the same in every run of a scan, so that its results go together.
    pub(super) fn now(&self) -> Timestamp {
        self.account.as_of.unwrap_or(self.header.started_at)
    }

    /// The same work as a further run of the scan that `header` tells of, which must be one of the same account with the same checks: its
    /// identity, its start, its regions. Jobs with an outcome in `finished` are not run again, unless they were cancelled; of several
    /// outcomes of a job the last one counts. `earlier_calls` are those that earlier runs made.
    #[must_use]
    pub fn resuming(self, header: Arc<ScanHeader>, finished: Vec<Arc<JobOutcome>>, earlier_calls: CallCounts) -> Self {
        let mut last: HashMap<String, Arc<JobOutcome>> =
            finished.into_iter().map(|outcome| (outcome.job.id.clone(), outcome)).collect();
        last.retain(|_, outcome| outcome.job.status.is_final() && outcome.job.status != JobStatus::Cancelled);
        // The account's regions may have changed since; the scan's have not.
        let mut planned =
            plan(self.types, &self.checks, &header.regions, &self.global_region, inventory_of(&header.profile), self.partition());
        let mut finished = Vec::with_capacity(last.len());
        for planned in &mut planned {
            if let Some(outcome) = last.remove(&planned.job.id) {
                planned.job = outcome.job.clone();
                finished.push(outcome);
            }
        }
        Self { header, planned, finished, earlier_calls, ..self }
    }
}

/// Asks whose account it is and which regions it has, and makes the plan.
///
/// # Errors
/// Nothing can run: no usable credentials, no endpoint, no such region, or the user stopped.
pub async fn prepare(
    provider: &Arc<dyn Provider>,
    request: &ScanRequest,
    cancellation: &Cancellation,
) -> Result<PreparedScan, SubmissionError> {
    let introduction = async { Ok((provider.identify().await?, provider.regions().await?)) };
    let (account, catalogue) = tokio::select! {
        biased;
        introduced = introduction => introduced?,
        () = cancellation.requested() => return Err(stopped_early()),
    };
    let RegionScope { regions, mut notes, skipped } = scope::resolve(&catalogue, request.scan_type, &request.regions)?;
    let (types, checks) = (provider.resource_types(), request.selection.checks.clone());
    let inventory = inventory_of(&request.selection.profile);
    let planned = plan(types, &checks, &regions, &catalogue.global, inventory, Partition::named(&account.partition));
    notes.extend(availability::notes(&account.partition, &checks));
    let header = Arc::new(header(provider.name(), &account, request, regions));
    Ok(PreparedScan {
        begun_at: (header.started_at, Instant::now()),
        header,
        planned,
        notes,
        skipped,
        global_region: catalogue.global,
        whole: None,
        finished: Vec::new(),
        earlier_calls: CallCounts::default(),
        account,
        types,
        checks,
        frameworks: request.selection.frameworks.clone(),
        suppressions: Arc::clone(&request.suppressions),
        known: None,
    })
}

/// Who names single checks asks for their calls only; a profile comes with the account's inventory.
pub(super) const fn inventory_of(profile: &str) -> Inventory {
    if profile.is_empty() { Inventory::LookedAt } else { Inventory::Whole }
}

fn header(provider: &str, account: &Account, request: &ScanRequest, regions: Vec<String>) -> ScanHeader {
    let started_at = Timestamp::now();
    ScanHeader {
        id: ScanHeader::new_id(started_at),
        name: request.name.clone(),
        provider: provider.to_owned(),
        account_id: account.id.clone(),
        partition: account.partition.clone(),
        profile: request.selection.profile.clone(),
        scan_type: request.scan_type,
        regions,
        checks_selected: request.selection.checks.len() as u64,
        started_at,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The refusal of a scan that the user stopped before it could start.
#[must_use]
pub fn stopped_early() -> SubmissionError {
    SubmissionError { code: STOPPED, message: "stopped before anything ran".to_owned() }
}

/// The code of [`stopped_early`].
const STOPPED: &str = "cancelled";

/// The report of a scan that could not start.
#[must_use]
pub fn nothing_ran(provider: &str, request: &ScanRequest, error: &SubmissionError) -> ScanReport {
    let unknown = Account { id: String::new(), partition: String::new(), caller: String::new(), as_of: None };
    let header = Arc::new(header(provider, &unknown, request, request.regions.clone()));
    let checks = metadata_of(&request.selection.checks);
    let report = ScanReport::fold(header, checks, Vec::new(), Vec::new(), &[], CallCounts::default(), Timestamp::now());
    let mut report = report.measured_by(request.selection.frameworks.clone());
    report.status = if error.code == STOPPED { ScanStatus::Cancelled } else { ScanStatus::SubmissionError };
    report.status_reason.clone_from(&error.message);
    report
}
