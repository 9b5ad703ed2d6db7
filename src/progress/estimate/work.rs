//! The jobs of a scan as amounts of work, in seconds.
//!
//! Every job has a nominal length, from its kind, its steps and the number of regions. What jobs really take, compared with that, gives
//! the pace: of each kind, leaning on that of the whole scan while there is little to go by.

use jiff::Timestamp;

use crate::model::{JobKind, JobStatus};
use crate::progress::state::{JobView, View};

/// Nominal seconds of a region's discovery. Only the proportions of the nominal lengths matter once jobs have run for a while.
const DISCOVERY: f64 = 1.0;
/// Nominal seconds of a region's compliance, which reads facets besides the listings.
const COMPLIANCE: f64 = 1.4;
/// Nominal seconds of a sweep (clusters, registries), however few regions it visits.
const SWEEP: f64 = 0.4;
/// Nominal seconds that each region adds to a sweep: regions are visited side by side.
const SWEEP_PER_REGION: f64 = 0.03;
/// How many nominal seconds of work must be seen before the observed pace outweighs the assumed one.
const TRUST: f64 = 1.5;
/// A job that tells no steps is thought to have at least this share of its length to go, however long it has run.
const UNTOLD: f64 = 0.2;

/// All jobs as amounts of work, in seconds.
pub(super) struct Work {
    jobs: Vec<Piece>,
}

/// One job as an amount of work.
struct Piece {
    running: bool,
    /// Whether it had ended before this run of the scan began.
    is_earlier: bool,
    /// How long the whole job is expected to take.
    expected: f64,
    /// How much of it lies behind the scan, 0.0 to 1.0.
    behind: f64,
    /// How long it has still to run.
    remaining: f64,
}

impl Work {
    pub(super) fn of(view: &View, start: Timestamp, now: f64) -> Self {
        let nominal = Nominal::of(view);
        let paces = Paces::of(view, &nominal, start, now);
        let jobs = view.jobs.iter().map(|job| {
            let expected = nominal.seconds(job) * paces.of_kind(job.kind);
            let remaining = match job.status {
                JobStatus::Running => still_to_run(expected, job.fraction, spent(job, start, now)),
                JobStatus::Queued => expected,
                _ => 0.0,
            };
            let is_earlier = job.status.is_final() && job.ended_at.is_some_and(|ended_at| ended_at <= start);
            Piece { running: job.status == JobStatus::Running, is_earlier, expected, behind: job.behind(), remaining }
        });
        Self { jobs: jobs.collect() }
    }

    /// How much of the work is done.
    pub(super) fn fraction(&self) -> f64 {
        self.share(|job| job.behind)
    }

    /// How much of the work was done when this run of the scan began.
    pub(super) fn earlier(&self) -> f64 {
        self.share(|job| if job.is_earlier { 1.0 } else { 0.0 })
    }

    fn share(&self, part: impl Fn(&Piece) -> f64) -> f64 {
        let all: f64 = self.jobs.iter().map(|job| job.expected).sum();
        let counted: f64 = self.jobs.iter().map(|job| job.expected * part(job)).sum();
        if all > 0.0 { counted / all } else { 0.0 }
    }

    /// How many jobs run now.
    pub(super) fn running(&self) -> usize {
        self.jobs.iter().filter(|job| job.running).count()
    }

    /// Seconds until all is done, where `side_by_side` jobs can run at once.
    #[expect(clippy::cast_precision_loss, reason = "a plan has far fewer than 2^52 jobs")]
    pub(super) fn remaining(&self, side_by_side: usize) -> f64 {
        let shared = self.jobs.iter().map(|job| job.remaining).sum::<f64>() / side_by_side.max(1) as f64;
        let slowest = self.jobs.iter().map(|job| job.remaining).fold(0.0, f64::max);
        shared.max(slowest)
    }
}

/// How long a running job has still to run: what its own pace says, the more so the further it has come.
fn still_to_run(expected: f64, fraction: f64, spent: f64) -> f64 {
    if fraction <= 0.0 {
        return (expected - spent).max(expected * UNTOLD);
    }
    let assumed = expected * (1.0 - fraction);
    let observed = spent * (1.0 - fraction) / fraction;
    assumed + (observed - assumed) * fraction
}

/// How long a job has run, in seconds; `now` counts from `start`.
fn spent(job: &JobView, start: Timestamp, now: f64) -> f64 {
    let Some(begun) = job.started_at else { return 0.0 };
    let since = |at: Timestamp| at.duration_since(start).as_secs_f64();
    (job.ended_at.map_or(now, since) - since(begun)).max(0.0)
}

/// The lengths that jobs are assumed to have.
struct Nominal {
    regions: f64,
    discovery_steps: f64,
    compliance_steps: f64,
}

impl Nominal {
    #[expect(clippy::cast_precision_loss, reason = "a scan has far fewer than 2^52 regions")]
    fn of(view: &View) -> Self {
        let regions = view.header.as_ref().map_or(0, |header| header.regions.len()).max(1) as f64;
        Self {
            regions,
            discovery_steps: mean_steps(view, JobKind::Discovery),
            compliance_steps: mean_steps(view, JobKind::Compliance),
        }
    }

    /// A job with more steps than others of its kind is longer: the primary region's jobs carry the global services.
    #[expect(clippy::cast_precision_loss, reason = "a job has far fewer than 2^52 steps")]
    fn seconds(&self, job: &JobView) -> f64 {
        let by_steps = |mean: f64| if job.steps > 0 && mean > 0.0 { (job.steps as f64 / mean).clamp(0.5, 4.0) } else { 1.0 };
        match job.kind {
            JobKind::Discovery => DISCOVERY * by_steps(self.discovery_steps),
            JobKind::Compliance => COMPLIANCE * by_steps(self.compliance_steps),
            JobKind::Clusters | JobKind::Registries => SWEEP + SWEEP_PER_REGION * self.regions,
        }
    }
}

/// The mean number of steps of the jobs of a kind that know theirs; 0 where none does.
#[expect(clippy::cast_precision_loss, reason = "a job has far fewer than 2^52 steps")]
fn mean_steps(view: &View, kind: JobKind) -> f64 {
    let (jobs, steps) = view
        .jobs
        .iter()
        .filter(|job| job.kind == kind && job.steps > 0)
        .fold((0_u64, 0_u64), |(jobs, steps), job| (jobs + 1, steps + job.steps));
    if jobs == 0 { 0.0 } else { steps as f64 / jobs as f64 }
}

/// How real lengths compare with nominal ones: of the whole scan and of each kind.
struct Paces {
    kinds: Vec<(JobKind, f64)>,
    overall: f64,
}

impl Paces {
    fn of(view: &View, nominal: &Nominal, start: Timestamp, now: f64) -> Self {
        let seen = |kind: Option<JobKind>| {
            view.jobs
                .iter()
                // A job without a first step says nothing yet, and one that failed or was stopped nothing of how long others take.
                .filter(|job| job.fraction > 0.0 && !matches!(job.status, JobStatus::Failed | JobStatus::Cancelled))
                .filter(|job| kind.is_none_or(|kind| kind == job.kind))
                .fold((0.0, 0.0), |(spent_seconds, done), job| {
                    (spent_seconds + spent(job, start, now), done + nominal.seconds(job) * job.fraction)
                })
        };
        let blend = |(spent_seconds, done): (f64, f64), assumed: f64| (TRUST * assumed + spent_seconds) / (TRUST + done);
        let overall = blend(seen(None), 1.0);
        let kinds = [JobKind::Discovery, JobKind::Compliance, JobKind::Clusters, JobKind::Registries];
        Self { kinds: kinds.into_iter().map(|kind| (kind, blend(seen(Some(kind)), overall))).collect(), overall }
    }

    fn of_kind(&self, kind: JobKind) -> f64 {
        self.kinds.iter().find(|(other, _)| *other == kind).map_or(self.overall, |(_, pace)| *pace)
    }
}
