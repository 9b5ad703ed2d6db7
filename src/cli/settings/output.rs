//! What is written and said, and which findings count.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use crate::cli::arguments::{ColorChoice, FailOnChoice, Format, OutputArguments, ProgressChoice, SharedArguments};
use crate::cli::destination::{folder_of_reports, make_folder, resolve};
use crate::cli::exit_code::{Failure, PartialScans};
use crate::model::{Colour, Severity};
use crate::progress::{Mode, ModeChoice};
use crate::report::format::{Extent, FORMATS, by_name};

/// Where a report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Destination {
    /// Standard output.
    Stdout,
    /// A file, written whole or not at all.
    File(PathBuf),
    /// A folder, for a report of several files.
    Folder(PathBuf),
}

/// Which findings make the program fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum FailOn {
    /// Every one of this severity or worse.
    Any(Severity),
    /// Only those that an earlier scan had not.
    New(Severity),
}

/// What is written and said.
#[derive(Debug, Clone)]
pub(in crate::cli) struct OutputSettings {
    /// What is written where.
    pub(in crate::cli) outputs: Vec<(Format, Destination)>,
    /// How much reports hold, where their format leaves the choice.
    pub(in crate::cli) extent: Extent,
    /// How progress is shown.
    pub(in crate::cli) progress: Mode,
    /// Colour on stderr.
    pub(in crate::cli) progress_colour: Colour,
    /// Colour on stdout.
    pub(in crate::cli) table_colour: Colour,
    /// Colour in files.
    pub(in crate::cli) file_colour: Colour,
    /// Which findings make the program fail.
    pub(in crate::cli) fail_on: Option<FailOn>,
    /// The earlier report that says what is new.
    pub(in crate::cli) baseline: Option<PathBuf>,
    /// How partial scans end.
    pub(in crate::cli) partial: PartialScans,
    /// How much is said on stderr.
    pub(in crate::cli) verbosity: Verbosity,
}

/// How much is said on stderr besides progress and errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Verbosity {
    /// Errors only.
    Quiet,
    /// What every user must know.
    Normal,
    /// The plan and the calls too.
    Verbose,
}

impl OutputSettings {
    /// Settles what was typed.
    ///
    /// # Errors
    /// Flags that contradict each other, or a file that cannot be written.
    pub(in crate::cli) fn resolve(arguments: &OutputArguments, shared: &SharedArguments) -> Result<Self, Failure> {
        Ok(Self {
            outputs: outputs(arguments)?,
            extent: arguments.only.into(),
            progress: progress(arguments),
            progress_colour: colour(shared.color, Stream::Stderr),
            table_colour: colour(shared.color, Stream::Stdout),
            file_colour: colour(shared.color, Stream::File),
            fail_on: arguments.fail_on.and_then(|choice| match choice {
                FailOnChoice::None => None,
                FailOnChoice::Any(severity) => Some(FailOn::Any(severity.into())),
                FailOnChoice::New(severity) => Some(FailOn::New(severity.into())),
            }),
            baseline: arguments.baseline.clone(),
            partial: if arguments.allow_partial { PartialScans::Allowed } else { PartialScans::Distinct },
            verbosity: match (arguments.quiet, arguments.verbose) {
                (true, _) => Verbosity::Quiet,
                (false, true) => Verbosity::Verbose,
                (false, false) => Verbosity::Normal,
            },
        })
    }

    /// Whether the user wants to hear of more than errors and of what is missing.
    pub(in crate::cli) fn is_quiet(&self) -> bool {
        self.verbosity == Verbosity::Quiet
    }
}

/// Whether a stream gets colour.
pub(in crate::cli) fn colour(choice: ColorChoice, stream: Stream) -> Colour {
    let wanted = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        // https://no-color.org: any value but the empty one counts.
        ColorChoice::Auto => {
            stream.is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
                && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    };
    if wanted { Colour::On } else { Colour::Off }
}

/// What people may see text on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// A file.
    File,
}

impl Stream {
    /// Whether it is a terminal.
    pub(in crate::cli) fn is_terminal(self) -> bool {
        match self {
            Self::Stdout => std::io::stdout().is_terminal(),
            Self::Stderr => std::io::stderr().is_terminal(),
            Self::File => false,
        }
    }
}

fn outputs(arguments: &OutputArguments) -> Result<Vec<(Format, Destination)>, Failure> {
    let mut outputs: Vec<(Format, Destination)> = Vec::new();
    for (format, path) in named(arguments)? {
        let destination = match format {
            Format::OcsfParquet => Destination::Folder(folder_of_reports(&path)?),
            _ if path == Path::new("-") => Destination::Stdout,
            _ => Destination::File(resolve(&path)?),
        };
        if let Some((_, same)) = outputs.iter().find(|(_, earlier)| *earlier == destination) {
            return Err(Failure::usage(match same {
                Destination::Stdout => "only one report can go to stdout; give the others a file".to_owned(),
                Destination::File(path) => format!("two reports cannot go to the same file {}", path.display()),
                Destination::Folder(path) => format!("two reports cannot go to the same folder {}", path.display()),
            }));
        }
        outputs.push((format, destination));
    }
    let to_stdout = outputs.iter().find(|(_, destination)| *destination == Destination::Stdout).map(|(format, _)| *format);
    let wanted = arguments.format;
    if wanted == Format::OcsfParquet {
        return Err(Failure::usage("ocsf-parquet is a folder of files and cannot go to stdout; write --output ocsf-parquet=DIR"));
    }
    match to_stdout {
        Some(taken) if wanted != Format::Table && wanted != taken => {
            Err(Failure::usage("only one report can go to stdout: --format and a `-` ask for different ones"))
        }
        Some(_) => Ok(outputs),
        None if wanted == Format::Table && arguments.quiet => Ok(outputs),
        None => {
            outputs.push((wanted, Destination::Stdout));
            Ok(outputs)
        }
    }
}

/// Every report that is asked for by its file.
fn named(arguments: &OutputArguments) -> Result<Vec<(Format, PathBuf)>, Failure> {
    let of_its_own = [("json", &arguments.json), ("sarif", &arguments.sarif)];
    let made = of_its_own.into_iter().filter_map(|(name, path)| Some((Format::Made(by_name(name)?), path.clone()?)));
    let lines = arguments.jsonl.clone().map(|path| (Format::JsonLines, path));
    let mut named: Vec<(Format, PathBuf)> = made.chain(lines).chain(arguments.output.iter().cloned()).collect();
    if let Some(folder) = &arguments.output_dir {
        if folder == Path::new("-") {
            return Err(Failure::usage("--output-dir takes a folder, and `-` is stdout; write ./- for a folder of that name"));
        }
        make_folder(folder)?;
        let usual = FORMATS.iter().filter(|format| format.is_usual);
        named.extend(usual.map(|format| (Format::Made(format), folder.join(format.file_name))));
    }
    Ok(named)
}

fn progress(arguments: &OutputArguments) -> Mode {
    if arguments.quiet {
        return Mode::None;
    }
    let choice = match arguments.progress {
        ProgressChoice::Auto => ModeChoice::Auto,
        ProgressChoice::Bars => ModeChoice::Bars,
        ProgressChoice::Lines => ModeChoice::Lines,
        ProgressChoice::None => ModeChoice::None,
    };
    Mode::choose(choice, Stream::Stderr.is_terminal(), std::env::var("TERM").ok().as_deref())
}
