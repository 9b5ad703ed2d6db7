//! The reports on several accounts: one file over all of them where the format allows that, and a folder for each.
//!
//! An account's part of a file is kept in a temporary file until the end, so that memory does not grow with the accounts.

use std::collections::HashSet;
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
use crate::model::{Colour, Event, Listener, RollUp, ScanReport};
use crate::report::format::{Extent, FORMATS, by_name};
use crate::report::json_lines::{self, JsonLines};
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
    /// What names an account's folder and its part of a file, in small letters: file systems may not tell them from others.
    taken: Mutex<HashSet<String>>,
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
        if let Some(folder) = &folder {
            parts.iter().try_for_each(|part| beside_accounts(&part.destination, folder))?;
        }
        let (extent, colour) = (settings.extent, settings.file_colour);
        let taken = Mutex::new(HashSet::from([ROLL_UP.to_owned()]));
        Ok(Self { parts, folder, extent, colour, problems: Mutex::default(), lines: Mutex::default(), taken })
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

    /// What stands for an account in files, which nobody else has: its number, and where another has that, its name with it.
    pub(super) fn claim(&self, account_id: &str, name: &str, place: usize) -> String {
        let mut taken = locked(&self.taken);
        let mut names = folder_names(account_id, name, place).into_iter();
        names.find(|name| taken.insert(name.to_ascii_lowercase())).unwrap_or_else(|| format!("account-{}-again", place + 1))
    }

    /// Writes the reports of the account that `label` stands for, and gives back its folder where it has one. What cannot be written is told
    /// at the end.
    pub(super) fn take(&self, place: usize, label: &str, report: &ScanReport) -> Option<String> {
        for part in &self.parts {
            let written = match &part.kind {
                Kind::Table => Ok(()),
                Kind::Folder(path) => to_folder(path, self.extent, report),
                Kind::Joined(joining, spool) => self.keep_part((place, label), *joining, part.format, report, &mut locked(spool)),
            };
            self.note(written);
        }
        let folder = self.folder.as_ref()?;
        self.note(self.write_folder(&folder.join(label), report));
        Some(label.to_owned())
    }

    /// Writes why nothing is known of an account over what an earlier run left in its folder.
    pub(super) fn replace(&self, account_id: &str, report: &ScanReport) {
        let Some(folder) = self.folder.as_ref().filter(|_| is_plain(account_id)) else { return };
        let own = folder.join(account_id);
        if own.is_dir() && !locked(&self.taken).contains(account_id) {
            self.note(self.write_folder(&own, report));
        }
    }

    /// Writes why no account was scanned into the files that have no other place for it.
    pub(super) fn tell_of_nothing(&self, report: &ScanReport) {
        for part in &self.parts {
            let Kind::Joined(joining, spool) = &part.kind else { continue };
            let mut spool = locked(spool);
            self.note(match part.format {
                Format::JsonLines => kept(spool.add(0, |out| json_lines::write(report, &[], out))),
                format => self.keep_part((0, ""), *joining, format, report, &mut spool),
            });
        }
    }

    /// Keeps the JSON lines of an account whose scan has ended.
    pub(super) fn keep_lines(&self, place: usize) {
        let Some((lines, mut file)) = self.forget_lines(place) else { return };
        let mut copy = |spool: &mut Spool| {
            file.seek(SeekFrom::Start(0))?;
            spool.add(place, |out| io::copy(&mut file, out))
        };
        self.note(kept(lines.finish()));
        for spool in self.spools_of_lines() {
            self.note(kept(copy(&mut locked(spool))));
        }
    }

    /// Ends the JSON lines of an account that nothing is known of, and keeps them.
    pub(super) fn end_lines(&self, place: usize, report: &Arc<ScanReport>) {
        let own = locked(&self.lines).iter().find(|(of, ..)| *of == place).map(|(_, lines, _)| Arc::clone(lines));
        if let Some(lines) = own {
            lines.hear(&Event::ScanFinished { report: Arc::clone(report) });
            return self.keep_lines(place);
        }
        for spool in self.spools_of_lines() {
            self.note(kept(locked(spool).add(place, |out| json_lines::write(report, &[], out))));
        }
    }

    /// Lets go of an account's JSON lines, and of their file.
    pub(super) fn forget_lines(&self, place: usize) -> Option<(Arc<JsonLines>, File)> {
        let mut lines = locked(&self.lines);
        let position = lines.iter().position(|(of, ..)| *of == place)?;
        let (_, lines, file) = lines.swap_remove(position);
        Some((lines, file))
    }

    fn spools_of_lines(&self) -> impl Iterator<Item = &Mutex<Spool>> {
        self.parts.iter().filter(|part| part.format == Format::JsonLines).filter_map(|part| match &part.kind {
            Kind::Joined(_, spool) => Some(spool),
            Kind::Table | Kind::Folder(_) => None,
        })
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
        (place, label): (usize, &str),
        joining: Joining,
        format: Format,
        report: &ScanReport,
        spool: &mut Spool,
    ) -> Result<(), String> {
        let Format::Made(made) = format else { return Ok(()) };
        let warning = spool.add(place, |out| joining.write_part(made, label, report, self.extent, out));
        if let Some(warning) = warning.map_err(|error| format!("cannot keep the {} report: {error}", made.name))? {
            say(&format!("warning: {label}: {warning}"));
        }
        Ok(())
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

/// Refuses a file that the accounts' own reports would overwrite.
fn beside_accounts(destination: &Destination, folder: &Path) -> Result<(), Failure> {
    let Destination::File(path) = destination else { return Ok(()) };
    let hint = "name another file, or a place outside of it";
    let why = match path.strip_prefix(folder) {
        Ok(inside) if inside == Path::new(ROLL_UP) => "it is the roll-up of --output-dir",
        Ok(inside) if inside.components().count() > 1 => "it lies in an account's folder of --output-dir",
        _ => return Ok(()),
    };
    Err(Failure::usage(format!("cannot write {}: {why}; {hint}", path.display())))
}

/// What may name an account, the best first: its number; with what the user calls it, where another connection's report has that; the name
/// alone, where nobody learned the number; and what is nobody else's.
fn folder_names(account_id: &str, name: &str, place: usize) -> Vec<String> {
    let mut names = Vec::new();
    match (is_plain(account_id), is_plain(name)) {
        (true, true) => names.extend([account_id.to_owned(), format!("{account_id}-{name}")]),
        (true, false) => names.extend([account_id.to_owned(), format!("{account_id}-{}", place + 1)]),
        (false, true) => names.extend([name.to_owned(), format!("{name}-{}", place + 1)]),
        (false, false) => {}
    }
    names.push(format!("account-{}", place + 1));
    names
}

/// Whether a text can name a folder.
fn is_plain(text: &str) -> bool {
    let is_letter = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
    !text.is_empty() && !text.starts_with('.') && text.chars().all(is_letter)
}

fn kept<T>(written: io::Result<T>) -> Result<(), String> {
    written.map(drop).map_err(|error| format!("cannot keep the JSON lines: {error}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_comer_of_an_account_is_named_with_its_connection() {
        assert_eq!(folder_names("111111111111", "prod", 0), ["111111111111", "111111111111-prod", "account-1"]);
        assert_eq!(folder_names("", "prod", 1), ["prod", "prod-2", "account-2"]);
        assert_eq!(folder_names("", "../x", 2), ["account-3"]);
    }
}
