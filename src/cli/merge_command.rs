//! `scan merge`: makes one scan of the results that the parts of it have left.

mod fit;
mod own;
mod results;
mod whole;

use std::sync::Arc;

use anyhow::Context;

use super::arguments::{MergeArguments, SharedArguments, SignInArguments};
use super::exit_code::{Ending, Failure};
use super::outputs::Outputs;
use super::running::{Baseline, Kept, conclude};
use super::settings::{AwsSource, Keeping, OutputSettings};
use super::shards::Place;
use super::signals;
use super::terminal::say;
use crate::engine::Cancellation;
use crate::model::{Listener, ScanReport};
use crate::store::{Launch, NewScan, ScanLock, Store, StoreError};
use own::Own;
use results::Results;
use whole::Whole;

/// Puts a scan's results together.
pub(super) fn run(arguments: &MergeArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let output = OutputSettings::resolve(&arguments.output, shared)?;
    let keeping = Keeping::resolve(arguments.wait, shared);
    let (aws_profile, endpoint_url) = (arguments.aws_profile.clone(), arguments.endpoint_url.clone());
    let source = AwsSource::resolve(&SignInArguments { aws_profile, endpoint_url, ..SignInArguments::default() })?;
    let baseline = Baseline::asked(&output)?;
    let outputs = Outputs::open(&output)?;
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let results = runtime.block_on(async {
        tokio::select! {
            results = fetched(arguments, &source) => results,
            () = cancellation.requested() => Err(Failure { ending: Ending::Cancelled, message: "stopped before anything was merged".to_owned() }),
        }
    });
    runtime.shutdown_background();
    let whole = Whole::of(&results?, &Own { source, folders: shared.own_folders() })?;
    if !output.is_quiet() {
        say(&whole.in_words());
    }
    let (report, baseline) = kept(whole, &output, &keeping, &outputs, baseline, &cancellation)?;
    conclude(outputs, &output, &report, &baseline)
}

async fn fetched(arguments: &MergeArguments, source: &AwsSource) -> Result<Results, Failure> {
    let place = Place::reach(&arguments.url, source).await?;
    Results::fetch(&place, arguments).await
}

/// Stores the scan like any other, and compares it with what is known.
fn kept(
    whole: Whole,
    output: &OutputSettings,
    keeping: &Keeping,
    outputs: &Outputs,
    baseline: Baseline,
    cancellation: &Cancellation,
) -> Result<(Arc<ScanReport>, Baseline), Failure> {
    let header = Arc::clone(&whole.header);
    baseline.hold(&header)?;
    let kept = Kept::keep(keeping, output, &header, cancellation, |store| enter(store, &whole))?;
    if cancellation.is_requested() {
        return Err(Failure { ending: Ending::Cancelled, message: "stopped before anything was merged".to_owned() });
    }
    let baseline = baseline.look(keeping, &header);
    let known = kept.comparable(keeping, &header.id, baseline.known_findings());
    let (report, outcomes) = whole.report(known)?;
    let listener = outputs.json_lines().unwrap_or_else(|| Arc::new(Vec::<Arc<dyn Listener>>::new()));
    Ok((kept.replay(report, outcomes, listener), baseline))
}

fn enter(store: &Store, whole: &Whole) -> Result<ScanLock, StoreError> {
    let id = &whole.header.id;
    let lock = ScanLock::try_acquire(store.directory(), id)?
        .ok_or_else(|| StoreError::NoWriter { detail: format!("another process has scan {id}") })?;
    let scan = NewScan {
        header: &whole.header,
        request: &whole.request,
        jobs: &whole.jobs,
        checks: &whole.checks,
        frameworks: &whole.frameworks,
        notes: &whole.notes,
    };
    store.create(&scan, Launch::Queued(&lock))?;
    Ok(lock)
}
