//! `scan preflight`: whether the caller may do what a scan needs, before anything is scanned.

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::accounts;
use super::arguments::{PreflightArguments, SharedArguments};
use super::destination::{Sink, resolve};
use super::exit_code::{Ending, Failure};
use super::outputs::{style, to_file};
use super::running::{Refusal, introduce, subject};
use super::scan_command::selection;
use super::settings::{ScanSettings, Source, Stream, colour};
use super::signals;
use super::terminal::write_stdout;
use crate::checks::Library;
use crate::engine::{self, Cancellation, ScanRequest};
use crate::model::Preflight;
use crate::model::preflight::Verdict;
use crate::report::preflight::{json, markdown, render};

/// Where the page to copy from goes.
enum Page {
    Nowhere,
    Stdout,
    File(PathBuf),
}

/// Asks and reports.
pub(super) fn run(arguments: &PreflightArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let page = page(arguments)?;
    let connection = accounts::only(&arguments.selection.scan)?;
    let settings = ScanSettings::without_suppressions(&arguments.selection.scan, shared, connection.as_ref())?;
    let library = Library::load_for_scans(&settings.own).map_err(Failure::usage)?;
    let selection = selection(&settings, &library)?;
    drop(library);
    let subject = subject(&selection);
    let request = settings.request(selection)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let found = runtime.block_on(ask(&settings.source, &request));
    runtime.shutdown_background();
    let preflight = found?;
    if let Page::File(path) = &page {
        let text = markdown(&subject, &preflight);
        let written = to_file(path, |out| out.write_all(text.as_bytes()));
        written.map_err(|message| Failure { ending: Ending::Failed, message })?;
    }
    let text = match page {
        _ if arguments.json => {
            serde_json::to_string_pretty(&json::Document::new(&subject, &preflight)).context("cannot write JSON")? + "\n"
        }
        Page::Stdout => markdown(&subject, &preflight),
        Page::Nowhere | Page::File(_) => render(&subject, &preflight, &style(colour(shared.color, Stream::Stdout))),
    };
    write_stdout(text.as_bytes())?;
    Ok(if preflight.count(Verdict::Missing) > 0 { Ending::Partial } else { Ending::Success })
}

fn page(arguments: &PreflightArguments) -> Result<Page, Failure> {
    let Some(path) = &arguments.report else { return Ok(Page::Nowhere) };
    if path == Path::new("-") {
        let taken = || Failure::usage("--json and --report - both go to stdout; name a file after --report");
        return if arguments.json { Err(taken()) } else { Ok(Page::Stdout) };
    }
    let path = resolve(path)?;
    // Before a minute of asking.
    Sink::try_out(&path)?;
    Ok(Page::File(path))
}

async fn ask(source: &Source, request: &ScanRequest) -> Result<Preflight, Failure> {
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    let (provider, prepared) = introduce(source, request, &cancellation).await.map_err(|refusal| refusal.failure(&cancellation))?;
    let found = engine::preflight(&provider, &prepared, &cancellation).await;
    // What the plan knows, such as regions that are left out, a scan says by itself.
    let planned: Vec<String> = prepared.notes().iter().map(|note| note.message.clone()).collect();
    let found = found.map(|preflight| Preflight { notes: [planned, preflight.notes].concat(), ..preflight });
    found.map_err(|error| Refusal::Submission(error).failure(&cancellation))
}
