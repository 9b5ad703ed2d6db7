//! A prepared scan at work: its jobs in a pool, then the report.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::assignment::Assignment;
use super::cancellation::Cancellation;
use super::endings::Endings;
use super::evaluation::AcceptedFindings;
use super::evidence::{EvidenceStore, deadline_after, panic_text};
use super::job_run::{Surroundings, failed_outcome, run_job};
use super::plan::PlannedJob;
use super::prepare::PreparedScan;
use crate::model::{Event, Job, JobKind, JobOutcome, Listener, ScanReport, ScanStatus};
use crate::provider::Provider;

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

/// Runs what was prepared. Nothing ends it early but the user; every failure is part of the report.
pub async fn run(
    provider: &Arc<dyn Provider>,
    prepared: PreparedScan,
    settings: &EngineSettings,
    listener: Arc<dyn Listener>,
    cancellation: &Cancellation,
) -> Arc<ScanReport> {
    let (now, jobs, checks) = (prepared.now(), prepared.jobs(), prepared.checks());
    let frameworks = prepared.frameworks().to_vec();
    let (regions, is_whole) = (prepared.whole_regions().to_vec(), prepared.whole.is_none());
    let (suppressions, known) = (Arc::clone(&prepared.suppressions), prepared.known.clone());
    let PreparedScan { header, planned, mut notes, global_region, finished, earlier_calls, begun_at: (begun_at, clock), .. } =
        prepared;
    notes.extend(suppressions.expired(now));
    listener.hear(&Event::ScanStarted { header: Arc::clone(&header), jobs: jobs.clone(), at: begun_at });
    provider.begin(&regions);
    let surroundings = Arc::new(Surroundings {
        evidence: EvidenceStore::new(Arc::clone(provider), cancellation.clone()),
        listener: Arc::clone(&listener),
        regions: regions.clone(),
        global_region,
        accepted: AcceptedFindings { suppressions: Arc::clone(&suppressions), account_id: header.account_id.clone(), now },
        earlier_calls,
    });
    let watch = tokio::spawn({
        let (cancellation, listener) = (cancellation.clone(), Arc::clone(&listener));
        async move {
            cancellation.requested().await;
            listener.hear(&Event::CancellationRequested);
            cancellation.watch().await;
        }
    });
    let count = tokio::spawn(tell_calls(Arc::clone(&surroundings)));
    let unfinished = planned.into_iter().filter(|planned| !planned.job.status.is_final());
    let mut outcomes = finished;
    outcomes.extend(run_jobs(&surroundings, unfinished, settings, cancellation).await);
    watch.abort();
    count.abort();
    // What it was telling is told before the end is.
    let _ = count.await;
    let calls = Arc::unwrap_or_clone(surroundings.calls());
    // The jobs have what they need of the evidence, and the report is made of what they left.
    drop(surroundings);
    // Some of it shows only when all is read; what a job has told already counts once.
    notes.extend(provider.outside(&regions));
    let report = ScanReport::fold(header, checks, notes, outcomes, &jobs, calls, begun_at + clock.elapsed());
    let mut report = report.measured_by(frameworks).compared_with(known);
    if is_whole {
        let unmatched = suppressions.unmatched(&report, now);
        report.warnings.extend(unmatched);
    }
    if report.jobs.is_empty() {
        // More machines than there is work for.
        (report.status, report.status_reason) = (ScanStatus::Completed, "there is nothing to do for this shard".to_owned());
    }
    let report = Arc::new(report);
    listener.hear(&Event::ScanFinished { report: Arc::clone(&report) });
    report
}

/// The time between two counts of the calls.
const COUNT_INTERVAL: Duration = Duration::from_millis(500);

/// Tells of the calls while jobs run: a single step of a job may make thousands of them.
async fn tell_calls(surroundings: Arc<Surroundings>) {
    let mut told = 0;
    loop {
        tokio::time::sleep(COUNT_INTERVAL).await;
        let calls = surroundings.calls();
        if calls.total > told {
            told = calls.total;
            surroundings.listener.hear(&Event::CallsCounted { calls });
        }
    }
}

/// Runs every job in the pool; one that panics fails alone.
async fn run_jobs(
    surroundings: &Arc<Surroundings>,
    planned: impl Iterator<Item = PlannedJob>,
    settings: &EngineSettings,
    cancellation: &Cancellation,
) -> Vec<Arc<JobOutcome>> {
    let places = Arc::new(Semaphore::new(settings.concurrency.max(1)));
    let endings = Arc::new(Endings::new(Arc::clone(&surroundings.listener)));
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
        let endings = Arc::clone(&endings);
        let job_deadline = settings.job_deadline;
        let task = tasks.spawn(async move {
            tokio::select! {
                () = tokio::time::sleep(delay) => {}
                () = cancellation.requested() => {}
            }
            // The semaphore is never closed, so a place always comes; without one the job would only run early.
            let _place = places.acquire().await;
            endings.tell(run_job(&surroundings, planned, deadline_after(job_deadline)).await)
        });
        known.insert(task.id(), memory);
    }
    let mut outcomes = Vec::with_capacity(known.len());
    while let Some(joined) = tasks.join_next_with_id().await {
        match joined {
            Ok((_, outcome)) => outcomes.push(outcome),
            Err(error) => {
                let Some((job, assignments)) = known.remove(&error.id()) else { continue };
                outcomes.push(endings.tell(failed_outcome(job, &assignments, &panic_text(error))));
            }
        }
    }
    outcomes
}

#[cfg(test)]
mod tests;
