//! A whole scan: identity, regions, plan, jobs, report.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::assignment::Assignment;
use super::cancellation::Cancellation;
use super::evidence::{EvidenceStore, deadline_after, panic_text};
use super::job_run::{Surroundings, failed_outcome, run_job};
use super::plan::{PlannedJob, plan};
use super::scope::{self, RegionScope};
use crate::checks::library::metadata_of;
use crate::checks::selection::Selection;
use crate::model::{Account, CallCounts, Event, Job, JobKind, JobOutcome, Listener, ScanHeader, ScanReport, ScanStatus, ScanType};
use crate::provider::{Provider, SubmissionError};

/// How the engine behaves.
#[derive(Debug, Clone)]
pub struct EngineSettings {
    /// Jobs at work at the same time.
    pub concurrency: usize,
    /// How much later each region's compliance job starts than the one before.
    pub stagger: Duration,
    /// How long one job may take.
    pub job_deadline: Duration,
}

impl Default for EngineSettings {
    fn default() -> Self {
        Self { concurrency: 32, stagger: Duration::from_millis(10), job_deadline: Duration::from_mins(10) }
    }
}

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
}

/// Runs a scan. Once identity and regions are known nothing ends it early but the user; every failure is part of the report.
///
/// # Errors
/// Nothing ran: no usable credentials, no endpoint, or no such region.
pub async fn run(
    provider: Arc<dyn Provider>,
    request: &ScanRequest,
    settings: &EngineSettings,
    listener: Arc<dyn Listener>,
    cancellation: &Cancellation,
) -> Result<Arc<ScanReport>, SubmissionError> {
    let introduction = async { Ok((provider.identify().await?, provider.regions().await?)) };
    let (account, catalogue) = tokio::select! {
        biased;
        introduced = introduction => introduced?,
        () = cancellation.requested() => return Err(stopped_early()),
    };
    let RegionScope { regions, mut notes } = scope::resolve(&catalogue, request.scan_type, &request.regions)?;
    let planned = plan(provider.resource_types(), &request.selection.checks, &regions, &catalogue.global);
    let clock = std::time::Instant::now();
    let header = Arc::new(header(provider.name(), &account, request, &regions));
    let jobs: Vec<Job> = planned.iter().map(|planned| planned.job.clone()).collect();
    listener.hear(&Event::ScanStarted { header: Arc::clone(&header), jobs: jobs.clone() });
    let surroundings = Arc::new(Surroundings {
        evidence: EvidenceStore::new(Arc::clone(&provider), cancellation.clone()),
        listener: Arc::clone(&listener),
        global_region: catalogue.global,
        now: account.as_of.unwrap_or(header.started_at),
    });
    let watch = tokio::spawn({
        let (cancellation, listener) = (cancellation.clone(), Arc::clone(&listener));
        async move {
            cancellation.requested().await;
            listener.hear(&Event::CancellationRequested);
            cancellation.watch().await;
        }
    });
    let outcomes = run_jobs(&surroundings, planned, settings, cancellation).await;
    watch.abort();
    notes.extend(provider.outside(&regions));
    let checks = metadata_of(&request.selection.checks);
    let ended_at = header.started_at + clock.elapsed();
    let report = Arc::new(ScanReport::fold(header, checks, notes, &outcomes, &jobs, provider.calls(), ended_at));
    listener.hear(&Event::ScanFinished { report: Arc::clone(&report) });
    Ok(report)
}

fn header(provider: &str, account: &Account, request: &ScanRequest, regions: &[String]) -> ScanHeader {
    let started_at = Timestamp::now();
    let stamp = started_at.strftime("%Y%m%dT%H%M%SZ");
    ScanHeader {
        id: format!("{stamp}-{:06x}", fastrand::u32(..0x0100_0000)),
        name: request.name.clone(),
        provider: provider.to_owned(),
        account_id: account.id.clone(),
        partition: account.partition.clone(),
        profile: request.selection.profile.clone(),
        scan_type: request.scan_type,
        regions: regions.to_vec(),
        checks_selected: request.selection.checks.len() as u64,
        started_at,
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
    let header = Arc::new(header(provider, &unknown, request, &request.regions));
    let checks = metadata_of(&request.selection.checks);
    let mut report = ScanReport::fold(header, checks, Vec::new(), &[], &[], CallCounts::default(), Timestamp::now());
    report.status = if error.code == STOPPED { ScanStatus::Cancelled } else { ScanStatus::SubmissionError };
    report.status_reason.clone_from(&error.message);
    report
}

/// Runs every job in the pool; one that panics fails alone.
async fn run_jobs(
    surroundings: &Arc<Surroundings>,
    planned: Vec<PlannedJob>,
    settings: &EngineSettings,
    cancellation: &Cancellation,
) -> Vec<Arc<JobOutcome>> {
    let places = Arc::new(Semaphore::new(settings.concurrency.max(1)));
    let mut tasks: JoinSet<Arc<JobOutcome>> = JoinSet::new();
    let mut known: std::collections::HashMap<tokio::task::Id, (Job, Vec<Assignment>)> = std::collections::HashMap::new();
    let mut compliance_jobs = 0;
    for planned in planned {
        let delay = match planned.job.kind {
            JobKind::Compliance => {
                compliance_jobs += 1;
                settings.stagger * (compliance_jobs - 1)
            }
            JobKind::Discovery | JobKind::Clusters | JobKind::Registries => Duration::ZERO,
        };
        let memory = (planned.job.clone(), planned.assignments.clone());
        let (surroundings, places, cancellation) = (Arc::clone(surroundings), Arc::clone(&places), cancellation.clone());
        let job_deadline = settings.job_deadline;
        let task = tasks.spawn(async move {
            tokio::select! {
                () = tokio::time::sleep(delay) => {}
                () = cancellation.requested() => {}
            }
            // The semaphore is never closed, so a place always comes; without one the job would only run early.
            let _place = places.acquire().await;
            let outcome = Arc::new(run_job(&surroundings, planned, deadline_after(job_deadline)).await);
            surroundings.listener.hear(&Event::JobFinished { outcome: Arc::clone(&outcome) });
            outcome
        });
        known.insert(task.id(), memory);
    }
    let mut outcomes = Vec::with_capacity(known.len());
    while let Some(joined) = tasks.join_next_with_id().await {
        match joined {
            Ok((_, outcome)) => outcomes.push(outcome),
            Err(error) => {
                let Some((job, assignments)) = known.remove(&error.id()) else { continue };
                let outcome = Arc::new(failed_outcome(job, &assignments, &panic_text(error)));
                surroundings.listener.hear(&Event::JobFinished { outcome: Arc::clone(&outcome) });
                outcomes.push(outcome);
            }
        }
    }
    outcomes
}

#[cfg(test)]
mod tests;
