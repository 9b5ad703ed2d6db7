//! Writing reports: to stdout, or to files.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use super::arguments::Format;
use super::destination::{Sink, make_folder};
use super::exit_code::{Ending, Failure};
use super::settings::{Destination, OutputSettings};
use super::terminal;
use crate::model::{Colour, Listener, ScanReport};
use crate::report::format::Extent;
use crate::report::json_lines::JsonLines;
use crate::report::ocsf::parquet;
use crate::report::table;

/// The outputs that are open while the scan runs.
pub(super) struct Outputs {
    /// Every one for JSON lines, and its file where it goes to one.
    lines: Vec<(Arc<JsonLines>, Option<Sink>)>,
}

impl Outputs {
    /// Opens what must be open from the start, and finds out early what could not be written at the end.
    pub(super) fn open(settings: &OutputSettings) -> anyhow::Result<Self> {
        let mut lines = Vec::new();
        for (format, destination) in &settings.outputs {
            match (format, destination) {
                (Format::JsonLines, Destination::Stdout) => {
                    lines.push((Arc::new(JsonLines::new(Box::new(io::stdout()))), None));
                }
                (Format::JsonLines, Destination::File(path)) => {
                    let sink = Sink::open(path)?;
                    let handle =
                        sink.handle().map_err(|error| Failure::usage(format!("cannot write {}: {error}", path.display())))?;
                    lines.push((Arc::new(JsonLines::new(Box::new(BufWriter::new(handle)))), Some(sink)));
                }
                (_, Destination::File(path)) => Sink::try_out(path)?,
                (_, Destination::Folder(path)) => Sink::try_out(&path.join("report"))?,
                (_, Destination::Stdout) => {}
            }
        }
        Ok(Self { lines })
    }

    /// The listener that writes JSON lines, to each place where they were asked for.
    pub(super) fn json_lines(&self) -> Option<Arc<dyn Listener>> {
        let listeners: Vec<Arc<dyn Listener>> =
            self.lines.iter().map(|(lines, _)| Arc::clone(lines) as Arc<dyn Listener>).collect();
        if listeners.is_empty() { None } else { Some(Arc::new(listeners)) }
    }

    /// Writes every report that is made from the finished scan. One that cannot be written does not keep the others from it.
    pub(super) fn write(self, settings: &OutputSettings, report: &ScanReport) -> anyhow::Result<()> {
        let mut failures: Vec<String> = Vec::new();
        for (lines, sink) in self.lines {
            let finished = lines.finish().map_err(|error| format!("cannot write JSON lines: {error}"));
            failures.extend(finished.and_then(|()| sink.map_or(Ok(()), Sink::keep)).err());
        }
        let look = |colour: Colour| Look { colour, extent: settings.extent };
        for (format, destination) in &settings.outputs {
            let written = match (format, destination) {
                (Format::JsonLines, _) => Ok(()),
                // There is nothing to show a person but the reason, which goes to stderr.
                (Format::Table, _) if report.jobs.is_empty() => Ok(()),
                (format, Destination::Stdout) => to_stdout(|out| write_report(*format, look(settings.table_colour), report, out)),
                (format, Destination::File(path)) => {
                    to_file(path, |out| write_report(*format, look(settings.file_colour), report, out))
                }
                (_, Destination::Folder(path)) => to_folder(path, settings.extent, report),
            };
            failures.extend(written.err());
        }
        if failures.is_empty() {
            return Ok(());
        }
        Err(Failure { ending: Ending::Failed, message: failures.join("; ") }.into())
    }
}

/// Writes to stdout; a reader that went away is no error.
pub(super) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), String> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("cannot write to stdout: {error}")),
        _ => Ok(()),
    }
}

/// Writes to a file, as [`super::destination::resolve`] gave it.
pub(super) fn to_file(path: &Path, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> Result<(), String> {
    let sink = Sink::open(path).map_err(|error| error.to_string())?;
    let failed = |error: io::Error| format!("cannot write {}: {error}", path.display());
    let mut out = BufWriter::new(sink.handle().map_err(failed)?);
    match write(&mut out).and_then(|()| out.flush()) {
        // The reader of a pipe went away.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(failed(error)),
        Ok(()) => sink.keep(),
    }
}

/// Writes OCSF events as Parquet below a folder, as [`super::destination::folder_of_reports`] gave it. One file that cannot be written does
/// not keep the others from it.
pub(super) fn to_folder(folder: &Path, extent: Extent, report: &ScanReport) -> Result<(), String> {
    let parts = parquet::parts(report, extent);
    if parts.is_empty() {
        terminal::say(&format!("warning: nothing was written below {}: the scan has no results to tell of", folder.display()));
    }
    let failures: Vec<String> = parts.iter().filter_map(|part| to_partition(folder, part).err()).collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ")) }
}

fn to_partition(folder: &Path, part: &parquet::Part<'_>) -> Result<(), String> {
    let path = folder.join(part.path());
    let between = path.ancestors().skip(1).take_while(|place| *place != folder);
    if let Some(link) = between.into_iter().find(|place| place.is_symlink()) {
        return Err(format!("cannot write below {}: it is a symbolic link; remove it or name another folder", link.display()));
    }
    make_folder(path.parent().unwrap_or(folder)).map_err(|error| error.to_string())?;
    to_file(&path, |out| part.write(out))
}

/// What of a report the user has chosen besides its format.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Colour, in tables.
    pub(super) colour: Colour,
    /// How much it holds.
    pub(super) extent: Extent,
}

/// Writes a report that is one file and is made from the finished scan; JSON lines are not, they are written while it runs.
pub(super) fn write_report(format: Format, look: Look, report: &ScanReport, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Made(made) => {
            if let Some(warning) = (made.write)(report, look.extent, out)? {
                terminal::say(&format!("warning: {warning}"));
            }
            Ok(())
        }
        Format::Table => out.write_all(table::render(report, &style(look.colour)).as_bytes()),
        Format::JsonLines | Format::OcsfParquet => Ok(()),
    }
}

/// How tables look: as wide as the terminal on stdout, a hundred columns where there is none.
pub(super) fn style(colour: Colour) -> table::TableStyle {
    let from_environment = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = terminal_size::terminal_size_of(io::stdout())
        .map(|(width, _)| usize::from(width.0))
        .or_else(from_environment)
        .unwrap_or(100)
        .clamp(40, 240);
    table::TableStyle { width, colour }
}
