//! `scan report`: a report of a stored scan, written again.

use std::io::{self, Write};
use std::path::Path;

use super::archive::{Archive, failure, glance};
use crate::cli::arguments::stored::ReportArguments;
use crate::cli::arguments::{ColorChoice, Format};
use crate::cli::destination::{folder_of_reports, resolve};
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::outputs::{Look, to_file, to_folder, to_stdout, write_report};
use crate::cli::settings::{Stream, colour};
use crate::cli::terminal::say;
use crate::model::ScanReport;
use crate::model::plain_text::neutralise;
use crate::report::json_lines;
use crate::store::Store;

/// Runs `scan report`.
pub(super) fn run(arguments: &ReportArguments, archive: &Archive, choice: ColorChoice) -> anyhow::Result<Ending> {
    refuse_pair(arguments.output.as_deref())?;
    let (store, record) = archive.find(&arguments.id)?;
    let report = store.report(&record.header.id).map_err(failure)?;
    if !glance(store, &record)?.is_over() {
        say(&format!("note: scan {} has not ended; this is what there is so far", record.header.id));
    }
    let format = match arguments.format {
        // There is nothing to show a person but the reason.
        Format::Table if report.jobs.is_empty() => {
            say(&format!("error: {}", neutralise(&report.status_reason)));
            return Ok(Ending::Success);
        }
        format => format,
    };
    if format == Format::OcsfParquet {
        let unnamed =
            || Failure::usage("ocsf-parquet is a folder of files and cannot go to stdout; name the folder with --output DIR");
        let folder = folder_of_reports(arguments.output.as_deref().ok_or_else(unnamed)?)?;
        let written = to_folder(&folder, arguments.only.into(), &report);
        written.map_err(|message| Failure { ending: Ending::Failed, message })?;
        return Ok(Ending::Success);
    }
    let path = arguments.output.as_deref().filter(|path| *path != Path::new("-")).map(resolve).transpose()?;
    let colour = colour(choice, if path.is_some() { Stream::File } else { Stream::Stdout });
    let write = |out: &mut dyn Write| match format {
        Format::JsonLines => write_lines(store, &report, out),
        format => write_report(format, Look { colour, extent: arguments.only.into() }, &report, out),
    };
    let written = match &path {
        None => to_stdout(write),
        Some(path) => to_file(path, |out| write(out)),
    };
    written.map_err(|message| Failure { ending: Ending::Failed, message })?;
    Ok(Ending::Success)
}

/// Refuses `html=report.html`, which `--output` of a scan takes: here it would be a table in a file of that name.
fn refuse_pair(output: Option<&Path>) -> Result<(), Failure> {
    let pair = output.and_then(Path::to_str).and_then(|text| text.split_once('='));
    match pair.filter(|(name, _)| Format::all().any(|format| format.name() == *name)) {
        Some((name, file)) => Err(Failure::usage(format!("--output takes a FILE here; write --format {name} --output {file}"))),
        None => Ok(()),
    }
}

/// Writes the lines of a scan's jobs in the order in which they ended, which is that of the lines written while it ran.
fn write_lines(store: &Store, report: &ScanReport, out: &mut dyn Write) -> io::Result<()> {
    let mut outcomes = store.outcomes(&report.header.id).map_err(io::Error::other)?;
    // Jobs that an interruption ended have no end of their own.
    outcomes.sort_by_key(|outcome| (outcome.job.ended_at.is_none(), outcome.job.ended_at));
    json_lines::write(report, &outcomes, out)
}
