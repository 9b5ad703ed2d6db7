//! `scan resume`: goes on with a stored scan where an earlier run of it ended. A planned scan, of which nothing has run, starts the same
//! way (`scan run`).

mod earlier;

use std::sync::Arc;

use anyhow::Context;

use super::arguments::{ResumeArguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::outputs::Outputs;
use super::running::{
    Baseline, Kept, Refusal, account, cleared, conclude, introduce, listener, open_existing, quiet_panics, say_why_nothing_runs,
    spared,
};
use super::scan_command;
use super::settings::{self, Keeping, OutputSettings, ScanSettings};
use super::signals;
use super::terminal::say;
use crate::checks::Library;
use crate::engine::{Cancellation, PreparedScan, ScanRequest};
use crate::model::{ScanReport, Warning};
use crate::provider::Provider;
use crate::store::{self, ScanRecord};
pub(super) use earlier::Earlier;
use earlier::selection;

/// What a run needs to know of the command line.
struct Wish {
    output: OutputSettings,
    keeping: Keeping,
    scan: ScanSettings,
    request: ScanRequest,
    /// What the user must know of what was asked.
    notes: Vec<Warning>,
}

/// Goes on with a scan.
pub(super) fn run(arguments: &ResumeArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let output = OutputSettings::resolve(&arguments.output, shared)?;
    let keeping = Keeping::resolve(arguments.wait, shared);
    let earlier = Earlier::take_up(open_existing(shared)?, &arguments.id)?;
    if earlier.is_planned() {
        let id = &earlier.header().id;
        return Err(Failure::usage(format!(
            "scan {id} has never started, so there is nothing to resume; `scan run {id}` starts it"
        ))
        .into());
    }
    if earlier.is_complete() {
        let baseline = Baseline::asked(&output)?;
        baseline.hold(earlier.header())?;
        return repeat(&earlier, &output, &baseline.look(&keeping, earlier.header()));
    }
    go(output, keeping, earlier, shared)
}

/// Runs what is left of a scan, which of a planned one is all.
pub(super) fn go(output: OutputSettings, keeping: Keeping, earlier: Earlier, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let baseline = Baseline::asked(&output)?;
    baseline.hold(earlier.header())?;
    let scan = ScanSettings::of_stored(earlier.request()?, shared);
    let library = Library::load_for_scans(&scan.own).map_err(Failure::usage)?;
    let selection = selection(&library, &scan, &earlier)?;
    let request = scan.request(selection)?;
    let notes = scan_command::notes(&library, &request);
    drop(library);
    quiet_panics(output.verbosity);
    let outputs = Outputs::open(&output)?;
    // What was asked before a plan was stored holds where it starts.
    let keeping = if earlier.is_planned() { keeping.waiting(&scan.beforehand) } else { keeping };
    let wish = Wish { output, keeping, scan, request, notes };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let went_on = runtime.block_on(go_on(&wish, earlier, &outputs, baseline));
    runtime.shutdown_background();
    match went_on? {
        Outcome::Ran(report, baseline) => conclude(outputs, &wish.output, &report, &baseline),
        Outcome::Needless(recent) => {
            say_why_nothing_runs(&recent, &wish.output);
            Ok(Ending::Success)
        }
    }
}

/// What became of the wish to go on.
enum Outcome {
    /// It ran.
    Ran(Arc<ScanReport>, Baseline),
    /// This one is recent enough; the plan waits as before.
    Needless(Box<ScanRecord>),
}

async fn go_on(wish: &Wish, earlier: Earlier, outputs: &Outputs, baseline: Baseline) -> Result<Outcome, Failure> {
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    let (provider, prepared) = introduced(wish, &earlier, &cancellation).await?;
    let is_planned = earlier.is_planned();
    if is_planned {
        if let Some(recent) = scan_command::recent(&wish.scan, &wish.keeping, &prepared) {
            return Ok(Outcome::Needless(Box::new(recent)));
        }
        if let Some(demand) = settings::preflight(&wish.scan, &wish.output) {
            let cleared = cleared(&provider, &prepared, demand, &cancellation).await;
            cleared.map_err(|error| Refusal::Submission(error).failure(&cancellation))?;
        }
    }
    let mut header = earlier.header().clone();
    if is_planned {
        // Ages count from the moment when it begins to look.
        header.started_at = prepared.header().started_at;
    }
    let header = Arc::new(header);
    let prepared = prepared.resuming(Arc::clone(&header), earlier.succeeded.clone(), earlier.record.calls.clone());
    let stored = earlier.report()?;
    let before = store::Ending::from(&stored);
    let Earlier { store, lock, record, .. } = earlier;
    let kept = Kept::keep(&wish.keeping, &wish.output, &header, &cancellation, |store| {
        let queued = if is_planned { store.launch(&lock, header.started_at) } else { store.queue(&lock) };
        queued.map(|()| lock)
    })?;
    if is_planned && store.cancel_requested(&header.id).is_ok_and(|is_asked| is_asked) {
        // While it signed in, or waited.
        cancellation.request();
    }
    if cancellation.is_requested() && is_planned {
        store.put_back(&record).map_err(Failure::from)?;
        let message = format!("stopped before anything ran; scan {} waits as before", header.id);
        return Err(Failure { ending: Ending::Cancelled, message });
    }
    if cancellation.is_requested() {
        // To begin would throw away what jobs found that did not succeed entirely.
        store.finish(&header.id, &before).map_err(Failure::from)?;
        let message = format!("stopped before anything ran; scan {} stays as it was", header.id);
        return Err(Failure { ending: Ending::Cancelled, message });
    }
    drop(store);
    let baseline = baseline.look(&wish.keeping, &header);
    let listener = listener(&wish.output, outputs);
    // Unless another baseline is named, the scan stays compared with what it was compared with when it began.
    let known = if baseline.is_named() || is_planned { baseline.known_findings() } else { stored.known };
    let (provider, prepared) = spared(provider, prepared, wish.scan.max_evidence_age, &wish.keeping);
    let prepared = kept.compare(&wish.keeping, prepared, known);
    let report = kept.run(&provider, prepared, &wish.scan.engine, listener, &cancellation).await;
    Ok(Outcome::Ran(report, baseline))
}

/// The account, which must be the scan's.
async fn introduced(
    wish: &Wish,
    earlier: &Earlier,
    cancellation: &Cancellation,
) -> Result<(Arc<dyn Provider>, PreparedScan), Failure> {
    let introduced = introduce(&wish.scan.source, &wish.request, cancellation).await;
    let (provider, prepared) = introduced.map_err(|refusal| refusal.failure(cancellation))?;
    let (now, then) = (prepared.header(), earlier.header());
    if (&now.provider, &now.partition, &now.account_id) == (&then.provider, &then.partition, &then.account_id) {
        let prepared = wish.notes.iter().cloned().fold(prepared, PreparedScan::noting);
        return Ok((provider, prepared));
    }
    let message = format!(
        "scan {} is one of {}, and these credentials are those of {}; {} it with credentials of its own account",
        then.id,
        account(then),
        account(now),
        if earlier.is_planned() { "run" } else { "resume" }
    );
    Err(Failure { ending: Ending::SubmissionError, message })
}

/// Writes the reports of a scan of which nothing is left to do.
fn repeat(earlier: &Earlier, output: &OutputSettings, baseline: &Baseline) -> anyhow::Result<Ending> {
    if let Some(known) = baseline.known_findings().filter(|_| baseline.is_named()) {
        earlier.store.compare_with(&earlier.header().id, &known).map_err(Failure::from)?;
    }
    let report = Arc::new(earlier.report()?);
    let outputs = Outputs::open(output)?;
    if let Some(lines) = outputs.json_lines() {
        earlier.tell(&report, lines.as_ref())?;
    }
    if !output.is_quiet() {
        say(&format!("nothing to resume: every job of scan {} has succeeded", earlier.header().id));
    }
    conclude(outputs, output, &report, baseline)
}
