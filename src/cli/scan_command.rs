//! `scan`: runs a scan and writes its reports.

use std::sync::Arc;

use anyhow::Context;

use super::exit_code::{Ending, Failure, of_scan};
use super::outputs::Outputs;
use super::settings::{Destination, Format, Settings, Source, Verbosity};
use super::terminal::say;
use crate::checks::Library;
use crate::checks::selection::select;
use crate::engine::{self, Cancellation, ScanRequest};
use crate::model::plain_text::neutralise;
use crate::model::{Listener, ScanReport};
use crate::progress;
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
    tokio::spawn(listen_for_signals(cancellation.clone()));
    let mut listeners: Vec<Arc<dyn Listener>> = vec![progress::listener(settings.progress, settings.progress_colour)];
    if let Some(lines) = outputs.json_lines() {
        listeners.push(lines);
    }
    let submission = |error: SubmissionError| Failure { ending: Ending::SubmissionError, message: error.message };
    let provider = tokio::select! {
        provider = connect(&settings.source) => provider?,
        () = cancellation.requested() => return Err(stopped_early().into()),
    };
    let running = engine::run(provider, request, &settings.engine, Arc::new(listeners), &cancellation);
    Ok(running.await.map_err(submission)?)
}

fn stopped_early() -> Failure {
    Failure { ending: Ending::Cancelled, message: "stopped before anything ran".to_owned() }
}

async fn connect(source: &Source) -> anyhow::Result<Arc<dyn Provider>> {
    match source {
        Source::Mock { fixture, speed } => Ok(Arc::new(mock(fixture, *speed).map_err(Failure::usage)?)),
        Source::Aws { profile, endpoint_url } => aws(profile.clone(), endpoint_url.clone()).await,
    }
}

fn mock(fixture: &str, speed: f64) -> Result<MockProvider, crate::provider::mock::FixtureError> {
    let path = std::path::Path::new(fixture);
    let is_file = path.components().count() > 1 || path.extension().is_some() || path.is_file();
    if is_file { MockProvider::from_file(path, speed) } else { MockProvider::embedded(fixture, speed) }
}

#[cfg(feature = "aws")]
async fn aws(profile: Option<String>, endpoint_url: Option<String>) -> anyhow::Result<Arc<dyn Provider>> {
    use crate::provider::aws::{AwsProvider, AwsSettings};

    let settings = AwsSettings { profile, endpoint_url, ..AwsSettings::default() };
    let provider = AwsProvider::connect(settings)
        .await
        .map_err(|error| Failure { ending: Ending::SubmissionError, message: error.message })?;
    Ok(Arc::new(provider))
}

#[cfg(not(feature = "aws"))]
#[expect(clippy::unused_async, reason = "the same signature as with the feature")]
async fn aws(_profile: Option<String>, _endpoint_url: Option<String>) -> anyhow::Result<Arc<dyn Provider>> {
    Err(Failure::usage("this build cannot read AWS; scan a mock account with --mock, or build with the feature `aws`").into())
}

/// The first signal asks the scan to stop, the second ends the process at once.
async fn listen_for_signals(cancellation: Cancellation) {
    signal().await;
    cancellation.request();
    signal().await;
    progress::restore_terminal();
    #[expect(clippy::exit, reason = "the user asked twice: nothing may delay the end")]
    std::process::exit(i32::from(Ending::Cancelled.code()));
}

/// Resolves on ctrl-c or SIGTERM; never where signals cannot be heard.
async fn signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                heard = tokio::signal::ctrl_c() => if heard.is_err() { std::future::pending::<()>().await },
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
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

/// Where stdout does not carry the table, the status still has to be seen.
fn say_what_the_table_does_not(settings: &Settings, report: &ScanReport) {
    let shows_table = settings.outputs.contains(&(Format::Table, Destination::Stdout));
    if settings.verbosity == Verbosity::Verbose {
        say_calls(report);
    }
    if shows_table || settings.verbosity == Verbosity::Quiet {
        return;
    }
    for warning in &report.warnings {
        say(&format!("warning: {}", neutralise(&warning.message)));
    }
    say(&format!("{}: {}", report.status, report.status_reason));
}

fn say_calls(report: &ScanReport) {
    let calls = &report.summary.api_calls;
    say(&format!("regions: {}", report.header.regions.join(", ")));
    say(&format!("API calls: {} ({} throttled, {} retried)", calls.total, calls.throttled, calls.retried));
    for (service, count) in &calls.by_service {
        say(&format!("  {service}: {count}"));
    }
}
