//! `scan`: runs a scan and writes its reports.

use std::sync::Arc;

use anyhow::Context;

use super::exit_code::{Ending, Failure, of_scan};
use super::outputs::Outputs;
use super::settings::{Destination, Format, Settings, Source, Verbosity};
use super::signals;
use super::terminal::say;
use crate::checks::Library;
use crate::checks::selection::select;
use crate::engine::{self, Cancellation, ScanRequest};
use crate::model::plain_text::neutralise;
use crate::model::{Event, Listener, ScanReport, ScanStatus};
use crate::progress;
use crate::provider::limiter::Share;
use crate::provider::mock::MockProvider;
use crate::provider::{Provider, SubmissionError};

/// Runs a scan.
pub(super) fn run(settings: &Settings) -> anyhow::Result<Ending> {
    let library = Library::load(&settings.checks_dirs).map_err(Failure::usage)?;
    let selection = select(&library, &settings.profiles, &settings.checks).map_err(Failure::usage)?;
    if selection.checks.is_empty() {
        return Err(Failure::usage("no check is selected; name one with --check or a profile with --profile").into());
    }
    quiet_panics(settings.verbosity);
    let outputs = Outputs::open(settings)?;
    let request =
        ScanRequest { name: settings.name.clone(), scan_type: settings.scan_type, regions: settings.regions.clone(), selection };
    say_unselected(&library, settings, &request);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let report = runtime.block_on(scan(settings, request, &outputs));
    // Calls that nobody waits for any more must not keep the program from ending.
    runtime.shutdown_background();
    let report = report?;
    outputs.write(settings, &report)?;
    say_what_the_table_does_not(settings, &report);
    Ok(of_scan(&report, settings.fail_on, settings.partial))
}

async fn scan(settings: &Settings, request: ScanRequest, outputs: &Outputs) -> anyhow::Result<Arc<ScanReport>> {
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    let mut listeners: Vec<Arc<dyn Listener>> = vec![progress::listener(settings.progress, settings.progress_colour)];
    if let Some(lines) = outputs.json_lines() {
        listeners.push(lines);
    }
    let listener: Arc<dyn Listener> = Arc::new(listeners);
    let connected = tokio::select! {
        connected = connect(&settings.source) => connected,
        () = cancellation.requested() => Err(Refusal::Submission(engine::stopped_early())),
    };
    let prepared = match connected {
        Ok(provider) => engine::prepare(&provider, &request, &cancellation).await.map(|prepared| (provider, prepared)),
        Err(Refusal::Usage(failure)) => return Err(failure.into()),
        Err(Refusal::Submission(error)) => Err(error),
    };
    Ok(match prepared {
        Ok((provider, prepared)) => engine::run(&provider, prepared, &settings.engine, listener, &cancellation).await,
        Err(error) => nothing_ran(settings, &request, &error, listener.as_ref()),
    })
}

/// The report of a scan that could not start, so that whoever reads reports learns of it too.
fn nothing_ran(settings: &Settings, request: &ScanRequest, error: &SubmissionError, listener: &dyn Listener) -> Arc<ScanReport> {
    let provider = match settings.source {
        Source::Aws { .. } => "aws",
        Source::Mock { .. } => "mock",
    };
    let report = Arc::new(engine::nothing_ran(provider, request, error));
    listener.hear(&Event::ScanFinished { report: Arc::clone(&report) });
    report
}

/// Why there is no provider.
enum Refusal {
    /// The user asked for something that cannot be.
    Usage(Failure),
    /// The account cannot be reached.
    Submission(SubmissionError),
}

async fn connect(source: &Source) -> Result<Arc<dyn Provider>, Refusal> {
    match source {
        Source::Mock { fixture, speed } => match mock(fixture, *speed) {
            Ok(provider) => Ok(Arc::new(provider)),
            Err(error) => Err(Refusal::Usage(Failure::usage(error))),
        },
        Source::Aws { profile, endpoint_url, share } => aws(profile.clone(), endpoint_url.clone(), *share).await,
    }
}

fn mock(fixture: &str, speed: f64) -> Result<MockProvider, crate::provider::mock::FixtureError> {
    let path = std::path::Path::new(fixture);
    let is_file = path.components().count() > 1 || path.extension().is_some() || path.is_file();
    if is_file { MockProvider::from_file(path, speed) } else { MockProvider::embedded(fixture, speed) }
}

#[cfg(feature = "aws")]
async fn aws(profile: Option<String>, endpoint_url: Option<String>, share: Share) -> Result<Arc<dyn Provider>, Refusal> {
    use crate::provider::aws::{AwsProvider, AwsSettings};

    let settings = AwsSettings { profile, endpoint_url, share, ..AwsSettings::default() };
    match AwsProvider::connect(settings).await {
        Ok(provider) => Ok(Arc::new(provider)),
        Err(error) => Err(Refusal::Submission(error)),
    }
}

#[cfg(not(feature = "aws"))]
#[expect(clippy::unused_async, reason = "the same signature as with the feature")]
async fn aws(_profile: Option<String>, _endpoint_url: Option<String>, _share: Share) -> Result<Arc<dyn Provider>, Refusal> {
    Err(Refusal::Usage(Failure::usage(
        "this build cannot read AWS; scan a mock account with --mock, or build with the feature `aws`",
    )))
}

/// Checks of the user's own that run only when they are selected.
fn say_unselected(library: &Library, settings: &Settings, request: &ScanRequest) {
    let selected = |id: &str| request.selection.checks.iter().any(|check| check.metadata.id == id);
    let unselected = library.own_checks().filter(|id| !selected(id)).count();
    if unselected > 0 && settings.verbosity != Verbosity::Quiet {
        let hint = "name them with --check, or select every check with --profile full";
        say(&format!("note: {unselected} of your own checks are not selected; {hint}"));
    }
}

/// A panic in a task is reported by the job that it failed; its own message would tear the screen.
fn quiet_panics(verbosity: Verbosity) {
    let whole = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let of_a_task = std::thread::current().name().is_some_and(|name| name != "main");
        if verbosity == Verbosity::Verbose || !of_a_task {
            whole(panic);
        }
    }));
}

/// Where stdout does not carry the table, the status still has to be seen; and whatever else is quiet, that something is missing.
fn say_what_the_table_does_not(settings: &Settings, report: &ScanReport) {
    if report.status == ScanStatus::SubmissionError || report.jobs.is_empty() {
        say(&format!("error: {}", neutralise(&report.status_reason)));
        return;
    }
    if settings.verbosity == Verbosity::Verbose {
        say_calls(report);
    }
    if settings.outputs.contains(&(Format::Table, Destination::Stdout)) {
        return;
    }
    let quiet = settings.verbosity == Verbosity::Quiet;
    for warning in report.warnings.iter().filter(|_| !quiet) {
        say(&format!("warning: {}", neutralise(&warning.message)));
    }
    if !quiet || report.status != ScanStatus::Completed {
        say(&format!("{}: {}", report.status, report.status_reason));
    }
}

fn say_calls(report: &ScanReport) {
    let calls = &report.summary.api_calls;
    say(&format!("regions: {}", report.header.regions.join(", ")));
    say(&format!("API calls: {} ({} throttled, {} retried)", calls.total, calls.throttled, calls.retried));
    for (service, count) in &calls.by_service {
        say(&format!("  {service}: {count}"));
    }
}
