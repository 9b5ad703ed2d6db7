//! `scan`: runs a scan and writes its reports.

use std::sync::Arc;

use anyhow::Context;

use super::exit_code::{Ending, Failure};
use super::outputs::Outputs;
use super::running::{
    Baseline, Kept, Refusal, cleared, conclude, connect_to, find_recent, introduce_over, listener, quiet_panics,
    say_why_nothing_runs, spared,
};
use super::settings::{AwsSource, Keeping, ScanSettings, Settings, Sharding, Source};
use super::shards::{Part, Place, leave, plan_digest};
use super::signals;
use super::terminal::say;
use crate::checks::Library;
use crate::checks::selection::{Names, Selection, select};
use crate::engine::{self, Cancellation, PreparedScan, ScanRequest};
use crate::model::{Event, Job, Listener, ScanHeader, ScanReport, Warning};
use crate::provider::{Provider, SubmissionError};
use crate::store::{Launch, NewScan, ScanLock, ScanRecord, Store, StoreError, StoredRequest};

/// What became of the wish to scan.
pub(super) enum Outcome {
    /// The scan ran, or could not.
    Scanned(Arc<ScanReport>, Baseline),
    /// This one is recent enough.
    Needless(Box<ScanRecord>),
    /// A part of a scan ran, and this became of its result.
    Part(Arc<ScanReport>, Result<String, Failure>),
}

/// Runs a scan.
pub(super) fn run(settings: &Settings) -> anyhow::Result<Ending> {
    let scan = &settings.scan;
    let library = Library::load_for_scans(&scan.own).map_err(Failure::usage)?;
    let selection = selection(scan, &library)?;
    quiet_panics(settings.output.verbosity);
    let baseline = Baseline::asked(&settings.output)?;
    let outputs = Outputs::open(&settings.output)?;
    let request = scan.request(selection)?;
    if let Some(unselected) = unselected(&library, &request).filter(|_| !settings.output.is_quiet()) {
        say(&unselected);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let notes = notes(&library, &request);
    // Hundreds of checks with their texts that the scan has no use for.
    drop(library);
    let outcome = runtime.block_on(attempt(settings, &request, notes, &outputs, baseline));
    // Calls that nobody waits for any more must not keep the program from ending.
    runtime.shutdown_background();
    match outcome? {
        Outcome::Scanned(report, baseline) => conclude(outputs, &settings.output, &report, &baseline),
        Outcome::Needless(recent) => {
            say_why_nothing_runs(&recent, &settings.output);
            Ok(Ending::Success)
        }
        Outcome::Part(report, left) => {
            let ending = conclude(outputs, &settings.output, &report, &Baseline::Unasked(None))?;
            let left = left?;
            if !settings.output.is_quiet() {
                say(&left);
            }
            Ok(ending)
        }
    }
}

/// The checks of a scan.
///
/// # Errors
/// A name selects nothing, or none is given.
pub(super) fn selection(scan: &ScanSettings, library: &Library) -> Result<Selection, Failure> {
    let names = Names { profiles: &scan.profiles, frameworks: &scan.frameworks, checks: &scan.checks };
    let selection = select(library, names).map_err(Failure::usage)?;
    let selection = selection.with_parameters(library, &scan.parameters).map_err(Failure::usage)?;
    let selection = if scan.only_in_use { selection.only_in_use() } else { selection };
    if selection.checks.is_empty() {
        let hint = "name one with --check, a profile with --profile or a framework with --framework";
        return Err(Failure::usage(format!("no check is selected; {hint}")));
    }
    Ok(selection)
}

/// What the user must know of what was asked: rules of the file of accepted findings that concern nothing.
pub(super) fn notes(library: &Library, request: &ScanRequest) -> Vec<Warning> {
    let all: Vec<_> = library.checks().map(|check| Arc::clone(&check.metadata)).collect();
    let mut notes = request.suppressions.unknown_checks(&all);
    notes.extend(request.suppressions.unknown_regions(&request.regions));
    notes
}

async fn attempt(
    settings: &Settings,
    request: &ScanRequest,
    notes: Vec<Warning>,
    outputs: &Outputs,
    baseline: Baseline,
) -> anyhow::Result<Outcome> {
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    let listener = listener(&settings.output, outputs);
    let (scan, admit) = (&settings.scan, &|_: &ScanHeader| Ok(()));
    let attempt = Attempt { settings, scan, request, notes, listener, admit, cancellation: &cancellation };
    Box::pin(attempt.run(Box::pin(connect_to(&settings.scan.source)), baseline)).await
}

/// One account's scan, before it is known whether it can run.
pub(super) struct Attempt<'a> {
    /// What concerns every account.
    pub(super) settings: &'a Settings,
    /// What to scan, and how.
    pub(super) scan: &'a ScanSettings,
    /// The same for the engine.
    pub(super) request: &'a ScanRequest,
    /// What the user must know of it already.
    pub(super) notes: Vec<Warning>,
    /// Who hears of it, but for the store.
    pub(super) listener: Arc<dyn Listener>,
    /// Whether the account that was reached is to be scanned.
    pub(super) admit: &'a (dyn Fn(&ScanHeader) -> Result<(), SubmissionError> + Sync),
    /// What stops it.
    pub(super) cancellation: &'a Cancellation,
}

impl Attempt<'_> {
    /// Connects, plans, waits for its turn, and runs.
    ///
    /// # Errors
    /// What the user can set right in the command line, and a scan of the account that is running already.
    pub(super) async fn run(
        self,
        connecting: impl Future<Output = Result<Arc<dyn Provider>, Refusal>>,
        baseline: Baseline,
    ) -> anyhow::Result<Outcome> {
        let Self { settings, scan, request, notes, listener, admit, cancellation } = self;
        let (provider, prepared) = match introduce_over(connecting, request, cancellation).await {
            Ok(introduced) => introduced,
            Err(Refusal::Usage(failure)) => return Err(failure.into()),
            Err(Refusal::Submission(error)) => {
                return Ok(Outcome::Scanned(nothing_ran(scan, request, &error, listener.as_ref()), baseline));
            }
        };
        if let Err(error) = admit(prepared.header()) {
            return Ok(Outcome::Scanned(nothing_ran(scan, request, &error, listener.as_ref()), baseline));
        }
        let prepared = notes.into_iter().fold(prepared, PreparedScan::noting);
        // A part is not stored here, and takes no note of what is.
        let recent = recent(scan, &settings.keeping, &prepared).filter(|_| settings.sharding.is_none());
        if let Some(recent) = recent {
            return Ok(Outcome::Needless(Box::new(recent)));
        }
        if let Some(wish) = settings.preflight
            && let Err(error) = cleared(&provider, &prepared, wish, cancellation).await
        {
            return Ok(Outcome::Scanned(nothing_ran(scan, request, &error, listener.as_ref()), baseline));
        }
        let header = prepared.header();
        baseline.hold(header)?;
        let stored = scan.to_stored();
        if let Some(sharding) = &settings.sharding {
            return Box::pin(run_part(settings, sharding, (&provider, prepared), listener, cancellation)).await;
        }
        // Waiting for a turn waits on a thread.
        let (kept, baseline) = tokio::task::block_in_place(|| {
            let enter = |store: &Store| enter(store, &prepared, &prepared.jobs(), &stored);
            let kept = Kept::keep(&settings.keeping, &settings.output, header, cancellation, enter)?;
            // Only now: the scan that this one has waited for is one to compare with.
            Ok::<_, anyhow::Error>((kept, baseline.look(&settings.keeping, header)))
        })?;
        let known = baseline.known_findings();
        let (provider, prepared) = spared(provider, prepared, scan.max_evidence_age, &settings.keeping);
        let prepared = kept.compare(&settings.keeping, prepared, known);
        let report = kept.run(&provider, prepared, &scan.engine, listener, cancellation).await;
        Ok(Outcome::Scanned(report, baseline))
    }
}

/// Runs a part of a scan and leaves its result where the others leave theirs.
async fn run_part(
    settings: &Settings,
    sharding: &Sharding,
    (provider, prepared): (&Arc<dyn Provider>, PreparedScan),
    listener: Arc<dyn Listener>,
    cancellation: &Cancellation,
) -> anyhow::Result<Outcome> {
    let mut stored = settings.scan.to_stored();
    let plan = plan_digest(&prepared, &stored, sharding.shard.count()).context("cannot write down the plan")?;
    let source = match &settings.scan.source {
        Source::Aws(source) => source.clone(),
        Source::Mock { .. } => AwsSource::default(),
    };
    let place = Place::reach(&sharding.results, &source).await?;
    let part = Part::begin(sharding, plan, place)?;
    stored.shard = Some(part.planned().clone());
    let whole = prepared.jobs();
    let prepared = prepared.of_shard(sharding.shard);
    let kept = Kept::keep(&part.keeping, &settings.output, prepared.header(), cancellation, |store| {
        enter(store, &prepared, &whole, &stored)
    })?;
    let report = kept.run(provider, prepared, &settings.scan.engine, listener, cancellation).await;
    let left = leave(part, &report).await;
    Ok(Outcome::Part(report, left))
}

/// A scan that makes this one needless, where the user accepts one.
pub(super) fn recent(scan: &ScanSettings, keeping: &Keeping, prepared: &PreparedScan) -> Option<ScanRecord> {
    let (age, directory) = (scan.beforehand.if_older_than?, keeping.directory()?);
    find_recent(&Store::open_read_only(directory).ok()?, prepared, age)
}

/// Puts a new scan into the store, with the jobs of its plan: of a part, those of the whole.
fn enter(store: &Store, prepared: &PreparedScan, jobs: &[Job], request: &StoredRequest) -> Result<ScanLock, StoreError> {
    let header = prepared.header();
    let lock = ScanLock::try_acquire(store.directory(), &header.id)?
        .ok_or_else(|| StoreError::NoWriter { detail: format!("another process has scan {}", header.id) })?;
    let scan =
        NewScan { header, request, jobs, checks: &prepared.checks(), frameworks: prepared.frameworks(), notes: prepared.notes() };
    store.create(&scan, Launch::Queued(&lock))?;
    Ok(lock)
}

/// The report of a scan that could not start, so that whoever reads reports learns of it too.
fn nothing_ran(scan: &ScanSettings, request: &ScanRequest, error: &SubmissionError, listener: &dyn Listener) -> Arc<ScanReport> {
    let report = Arc::new(engine::nothing_ran(scan.source.provider(), request, error));
    listener.hear(&Event::ScanFinished { report: Arc::clone(&report) });
    report
}

/// That checks of the user's own run only when they are selected, where some are not.
pub(super) fn unselected(library: &Library, request: &ScanRequest) -> Option<String> {
    let selected = |id: &str| request.selection.checks.iter().any(|check| check.metadata.id == id);
    let unselected = library.own_checks().filter(|id| !selected(id)).count();
    let hint = "name them with --check, or select every check with --profile full";
    (unselected > 0).then(|| format!("note: {unselected} of your own checks are not selected; {hint}"))
}
