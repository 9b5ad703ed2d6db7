//! What a scan writes and says, and how it ends: the same options wherever one runs.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::model::Severity;
use crate::model::nearest::suggestion;
use crate::report::format::{self, Extent};

/// What a scan writes and says, and how it ends.
#[derive(Debug, Args)]
pub(in crate::cli) struct OutputArguments {
    /// What stdout shows
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = format_choice(), help_heading = "Output")]
    pub(in crate::cli) format: Format,
    /// Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = format_and_file, help_heading = "Output")]
    pub(in crate::cli) output: Vec<(Format, PathBuf)>,
    /// Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    pub(in crate::cli) output_dir: Option<PathBuf>,
    /// Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports
    #[arg(long, value_name = "WHAT", help_heading = "Output")]
    pub(in crate::cli) only: Option<OnlyChoice>,
    /// Write the JSON report to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) json: Option<PathBuf>,
    /// Write the SARIF report to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) sarif: Option<PathBuf>,
    /// Write JSON lines as jobs finish to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) jsonl: Option<PathBuf>,
    /// End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back
    /// what a file or the environment says
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on(), help_heading = "Output")]
    pub(in crate::cli) fail_on: Option<FailOnChoice>,
    /// Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) baseline: Option<PathBuf>,
    /// Treat a partial scan as completed when choosing the exit code
    #[arg(long, help_heading = "Output")]
    pub(in crate::cli) allow_partial: bool,
    /// How to show progress on stderr
    #[arg(long, value_name = "HOW", default_value = "auto", help_heading = "Output")]
    pub(in crate::cli) progress: ProgressChoice,
    /// Show no progress and no table; errors, and that something is missing, still show
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub(in crate::cli) quiet: bool,
    /// Say on stderr at the end which regions were scanned and which calls were made
    #[arg(short, long, help_heading = "Output")]
    pub(in crate::cli) verbose: bool,
}

/// What a report is cut down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum OnlyChoice {
    /// Everything: takes back what a file or the environment says.
    All,
    /// Findings, muted ones too, and what is unknown.
    Findings,
}

impl From<Option<OnlyChoice>> for Extent {
    fn from(choice: Option<OnlyChoice>) -> Self {
        match choice {
            None | Some(OnlyChoice::All) => Self::Whole,
            Some(OnlyChoice::Findings) => Self::Findings,
        }
    }
}

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    /// Tables for people.
    Table,
    /// JSON lines, written while the scan runs.
    JsonLines,
    /// One that is made from the finished scan.
    Made(&'static format::Format),
    /// OCSF events as Parquet: not a file, but a folder of files.
    OcsfParquet,
}

impl Format {
    /// Its name in options.
    pub(in crate::cli) const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::JsonLines => "jsonl",
            Self::Made(made) => made.name,
            Self::OcsfParquet => "ocsf-parquet",
        }
    }

    /// Every format, as options list them.
    pub(in crate::cli) fn all() -> impl Iterator<Item = Self> {
        [Self::Table, Self::JsonLines].into_iter().chain(format::FORMATS.iter().map(Self::Made)).chain([Self::OcsfParquet])
    }

    /// What it is for, in a few words.
    const fn about(self) -> &'static str {
        match self {
            Self::Table => "for people, on a terminal",
            Self::JsonLines => "a line for each thing, as jobs finish",
            Self::Made(made) => made.about,
            Self::OcsfParquet => "the same as Parquet, as a folder for Amazon Security Lake: --output only",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
    }
}

/// One of the formats by name.
pub(in crate::cli) fn format_choice() -> impl TypedValueParser<Value = Format> {
    let known = Format::all().map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(known).try_map(|typed| Format::named(&typed).ok_or("no such format"))
}

/// `html=report.html`: the format and where it goes.
fn format_and_file(typed: &str) -> Result<(Format, PathBuf), String> {
    let (name, file) = typed.split_once('=').ok_or("it must be FORMAT=FILE, such as html=report.html")?;
    let format = Format::named(name.trim()).ok_or_else(|| {
        let names = Format::all().map(Format::name).collect::<Vec<_>>();
        let list = format!("there are {}", names.join(", "));
        format!("no format is called `{}`{}", name.trim(), suggestion(name.trim(), names.iter().copied(), &list))
    })?;
    if file.is_empty() {
        return Err(format!("name a file after {name}=, or - for stdout"));
    }
    Ok((format, PathBuf::from(file)))
}

/// A severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SeverityChoice {
    Critical,
    High,
    Medium,
    Low,
    Informational,
}

impl From<SeverityChoice> for Severity {
    fn from(choice: SeverityChoice) -> Self {
        match choice {
            SeverityChoice::Critical => Self::Critical,
            SeverityChoice::High => Self::High,
            SeverityChoice::Medium => Self::Medium,
            SeverityChoice::Low => Self::Low,
            SeverityChoice::Informational => Self::Informational,
        }
    }
}

/// Which findings make the program fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum FailOnChoice {
    /// None of them.
    None,
    /// Every one of this severity or worse.
    Any(SeverityChoice),
    /// Only new ones.
    New(SeverityChoice),
}

/// Every way to write a [`FailOnChoice`].
const FAIL_ON: [&str; 11] = [
    "none",
    "critical",
    "high",
    "medium",
    "low",
    "informational",
    "new:critical",
    "new:high",
    "new:medium",
    "new:low",
    "new:informational",
];

fn fail_on() -> impl TypedValueParser<Value = FailOnChoice> {
    PossibleValuesParser::new(FAIL_ON).try_map(|typed| match typed.strip_prefix("new:") {
        Some(severity) => SeverityChoice::from_str(severity, false).map(FailOnChoice::New),
        None if typed == "none" => Ok(FailOnChoice::None),
        None => SeverityChoice::from_str(&typed, false).map(FailOnChoice::Any),
    })
}

/// How to show progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ProgressChoice {
    Auto,
    Bars,
    Lines,
    None,
}
