//! The reports on several accounts: one file over all of them where the format allows that, and a folder for each.
//!
//! An account's part of a file is kept in a temporary file until the end, so that memory does not grow with the accounts.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::cli::arguments::Format;
use crate::cli::destination::{Sink, make_folder, resolve};
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::outputs::{Look, style, to_file, to_folder, to_stdout, write_report};
use crate::cli::settings::{Destination, OutputSettings};
use crate::cli::terminal::say;
use crate::model::{Colour, Listener, RollUp, ScanReport};
use crate::report::format::{Extent, FORMATS, by_name};
use crate::report::json_lines::JsonLines;
use crate::report::roll_up::{self, Joining};

/// The file beside the accounts' folders.
const ROLL_UP: &str = "roll-up.json";

/// What is written, and where.
pub(super) struct Reports {
    parts: Vec<Part>,
    folder: Option<PathBuf>,
    extent: Extent,
    colour: Colour,
    /// What went wrong so far.
    problems: Mutex<Vec<String>>,
    /// The JSON lines of accounts that are being scanned.
    lines: Mutex<Vec<(usize, Arc<JsonLines>, File)>>,
}

/// One report over all accounts.
struct Part {
    format: Format,
    destination: Destination,
    kind: Kind,
}

enum Kind {
    /// The roll-up as a table.
    Table,
    /// A file that the accounts' parts are joined into.
    Joined(Joining, Mutex<Spool>),
    /// A folder in which each account has files of its own.
    Folder(PathBuf),
}

/// The parts of one report, as they come.
struct Spool {
    file: File,
    /// Account, beginning and length in bytes.
    pieces: Vec<(usize, u64, u64)>,
}

impl Reports {
    /// Finds out early what could not be written at the end.
    pub(super) fn open(settings: &OutputSettings, folder: Option<&Path>) -> anyhow::Result<Self> {
        let mut parts = Vec::new();
        for (format, destination) in &settings.outputs {
            let kind = match (*format, destination) {
                (Format::Table, _) => Kind::Table,
                (_, Destination::Folder(path)) => Kind::Folder(path.clone()),
                (format, _) => Kind::Joined(joining(format)?, Mutex::new(Spool::new()?)),
            };
            match destination {
                Destination::File(path) => Sink::try_out(path)?,
                Destination::Folder(path) => Sink::try_out(&path.join("report"))?,
                Destination::Stdout => {}
            }
            parts.push(Part { format: *format, destination: destination.clone(), kind });
        }
        let folder = folder.map(prepared).transpose()?;
        let (extent, colour) = (settings.extent, settings.file_colour);
        Ok(Self { parts, folder, extent, colour, problems: Mutex::default(), lines: Mutex::default() })
    }

    /// Whether stdout carries the table.
    pub(super) fn shows_table(&self) -> bool {
        self.parts.iter().any(|part| part.format == Format::Table && part.destination == Destination::Stdout)
    }

    /// Who writes the JSON lines of an account while it is scanned, where they were asked for.
    ///
    /// # Errors
    /// There is no room for a temporary file.
    pub(super) fn listener(&self, place: usize) -> Result<Option<Arc<dyn Listener>>, Failure> {
        if !self.parts.iter().any(|part| part.format == Format::JsonLines) {
            return Ok(None);
        }
        let file = temporary()?;
        let handle = file.try_clone().map_err(|error| no_room(&error))?;
        let lines = Arc::new(JsonLines::new(Box::new(handle)));
        locked(&self.lines).push((place, Arc::clone(&lines), file));
        Ok(Some(lines))
    }

    /// Writes an account's reports, and gives back the folder of its own where it has one. What cannot be written is told at the end.
    pub(super) fn take(&self, place: usize, name: &str, report: &ScanReport) -> Option<String> {
        for part in &self.parts {
            let written = match &part.kind {
                Kind::Table => Ok(()),
                Kind::Folder(path) => to_folder(path, self.extent, report),
                Kind::Joined(_, spool) if part.format == Format::JsonLines => self.keep_lines(place, &mut locked(spool)),
                Kind::Joined(joining, spool) => self.keep_part(place, *joining, part.format, report, &mut locked(spool)),
            };
            self.note(written);
        }
        let folder = self.folder.as_ref()?;
        let own = folder_name(&report.header.account_id, name, place);
        self.note(self.write_folder(&folder.join(&own), report));
        Some(own)
    }

    /// Joins the accounts' parts and writes the roll-up.
    ///
    /// # Errors
    /// Something of all that could not be written.
    pub(super) fn write(&self, settings: &OutputSettings, roll_up: &RollUp) -> anyhow::Result<()> {
        for part in &self.parts {
            let written = match (&part.kind, &part.destination) {
                (Kind::Folder(_), _) => Ok(()),
                (Kind::Table, _) if roll_up.accounts.is_empty() && roll_up.skipped.is_empty() => Ok(()),
                (Kind::Table, Destination::File(path)) => to_file(path, |out| table(roll_up, settings.file_colour, out)),
                (Kind::Table, _) => to_stdout(|out| table(roll_up, settings.table_colour, out)),
                (Kind::Joined(joining, spool), Destination::File(path)) => {
                    to_file(path, |out| locked(spool).join(*joining, roll_up, out))
                }
                (Kind::Joined(joining, spool), _) => to_stdout(|out| locked(spool).join(*joining, roll_up, out)),
            };
            self.note(written);
            if let Kind::Joined(joining, _) = &part.kind
                && let Some(warning) = joining.warning(roll_up)
            {
                say(&format!("warning: {warning}"));
            }
        }
        if let Some(folder) = &self.folder {
            self.note(to_file(&folder.join(ROLL_UP), |out| roll_up::write_json(roll_up, out)));
        }
        match locked(&self.problems).as_slice() {
            [] => Ok(()),
            problems => Err(Failure { ending: Ending::Failed, message: problems.join("; ") }.into()),
        }
    }

    fn note(&self, written: Result<(), String>) {
        if let Err(problem) = written {
            locked(&self.problems).push(problem);
        }
    }

    fn keep_part(
        &self,
        place: usize,
        joining: Joining,
        format: Format,
        report: &ScanReport,
        spool: &mut Spool,
    ) -> Result<(), String> {
        let Format::Made(made) = format else { return Ok(()) };
        let warning = spool.add(place, |out| joining.write_part(made, report, self.extent, out));
        if let Some(warning) = warning.map_err(|error| format!("cannot keep the {} report: {error}", made.name))? {
            say(&format!("warning: {}: {warning}", report.header.account_id));
        }
        Ok(())
    }

    fn keep_lines(&self, place: usize, spool: &mut Spool) -> Result<(), String> {
        let own = {
            let mut lines = locked(&self.lines);
            let own = lines.iter().position(|(of, ..)| *of == place);
            own.map(|position| lines.swap_remove(position))
        };
        let Some((_, lines, mut file)) = own else { return Ok(()) };
        let kept = lines
            .finish()
            .and_then(|()| file.seek(SeekFrom::Start(0)))
            .and_then(|_| spool.add(place, |out| io::copy(&mut file, out)));
        kept.map(drop).map_err(|error| format!("cannot keep the JSON lines: {error}"))
    }

    fn write_folder(&self, folder: &Path, report: &ScanReport) -> Result<(), String> {
        make_folder(folder).map_err(|error| error.to_string())?;
        let look = Look { colour: self.colour, extent: self.extent };
        for format in FORMATS.iter().filter(|format| format.is_usual) {
            to_file(&folder.join(format.file_name), |out| write_report(Format::Made(format), look, report, out))?;
        }
        Ok(())
    }
}

impl Spool {
    fn new() -> Result<Self, Failure> {
        Ok(Self { file: temporary()?, pieces: Vec::new() })
    }

    /// Keeps what `write` writes as an account's part.
    fn add<T>(&mut self, place: usize, write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<T> {
        let begin = self.file.seek(SeekFrom::End(0))?;
        let mut out = BufWriter::with_capacity(64 * 1024, &mut self.file);
        let written = write(&mut out)?;
        out.flush()?;
        drop(out);
        let end = self.file.stream_position()?;
        self.pieces.push((place, begin, end - begin));
        Ok(written)
    }

    fn join(&mut self, joining: Joining, roll_up: &RollUp, out: &mut dyn Write) -> io::Result<()> {
        let Self { file, pieces } = self;
        let mut part = |place: usize, out: &mut dyn Write| {
            let Some((_, begin, length)) = pieces.iter().find(|(of, ..)| *of == place) else { return Ok(()) };
            file.seek(SeekFrom::Start(*begin))?;
            io::copy(&mut Read::by_ref(file).take(*length), out).map(drop)
        };
        let known: Vec<usize> = pieces.iter().map(|(place, ..)| *place).collect();
        joining.join(roll_up, &known, &mut part, out)
    }
}

/// How the accounts' parts of a format become one file.
fn joining(format: Format) -> Result<Joining, Failure> {
    let joined = match format {
        Format::JsonLines => Some(Joining::Lines),
        Format::Made(made) => Joining::of(made.name),
        Format::Table | Format::OcsfParquet => None,
    };
    joined.ok_or_else(|| {
        let name = format.name();
        let in_folder = by_name(name).is_some_and(|format| format.is_usual);
        let hint =
            if in_folder { "--output-dir DIR writes one for each" } else { "scan one after another, or choose another format" };
        Failure::usage(format!("a report in {name} is of one account, and these are several; {hint}"))
    })
}

/// The folder of all accounts' reports, made where it is missing.
fn prepared(folder: &Path) -> Result<PathBuf, Failure> {
    if folder == Path::new("-") {
        return Err(Failure::usage("--output-dir takes a folder, and `-` is stdout; write ./- for a folder of that name"));
    }
    make_folder(folder)?;
    let folder = resolve(folder)?;
    Sink::try_out(&folder.join(ROLL_UP))?;
    Ok(folder)
}

/// The account's number; where nobody learned it, what the user calls the account, which is a plain word.
fn folder_name(account_id: &str, name: &str, place: usize) -> String {
    let is_plain = |text: &&str| {
        !text.is_empty()
            && !text.starts_with('.')
            && text.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.'))
    };
    [account_id, name].into_iter().find(is_plain).map_or_else(|| format!("account-{}", place + 1), str::to_owned)
}

fn table(roll_up: &RollUp, colour: Colour, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(roll_up::table(roll_up, &style(colour)).as_bytes())
}

fn temporary() -> Result<File, Failure> {
    tempfile::tempfile().map_err(|error| no_room(&error))
}

fn no_room(error: &io::Error) -> Failure {
    Failure::usage(format!("cannot keep reports in {}: {error}; set TMPDIR to a folder with room", std::env::temp_dir().display()))
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
