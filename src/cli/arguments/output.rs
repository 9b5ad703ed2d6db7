//! What a scan writes and says, and how it ends: the same options wherever one runs.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::model::Severity;

/// What a scan writes and says, and how it ends.
#[derive(Debug, Args)]
pub(in crate::cli) struct OutputArguments {
    /// What stdout shows
    #[arg(long, value_name = "FORMAT", default_value = "table", help_heading = "Output")]
    pub(in crate::cli) format: FormatChoice,
    /// Write the JSON report to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) json: Option<PathBuf>,
    /// Write the SARIF report to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) sarif: Option<PathBuf>,
    /// Write JSON lines as jobs finish to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(in crate::cli) jsonl: Option<PathBuf>,
    /// End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new
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

/// What stdout shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FormatChoice {
    Table,
    Json,
    Sarif,
    Jsonl,
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
    /// Every one of this severity or worse.
    Any(SeverityChoice),
    /// Only new ones.
    New(SeverityChoice),
}

/// Every way to write a [`FailOnChoice`].
const FAIL_ON: [&str; 10] = [
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
