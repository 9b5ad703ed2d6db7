//! What was typed.

mod age;
pub(super) mod stored;

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::model::Severity;
use crate::provider::limiter::Share;

/// Scans a cloud account's security posture: read-only, fast, and never silently incomplete.
#[derive(Debug, Parser)]
#[command(
    name = "scan",
    version,
    about = "Scans a cloud account's security posture: read-only, fast, and never silently incomplete",
    after_help = AFTER_HELP,
    max_term_width = 110
)]
pub(super) struct Arguments {
    /// What to do; nothing means to scan.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// The scan's own options.
    #[command(flatten)]
    pub(super) scan: ScanArguments,
    /// Options of every command.
    #[command(flatten)]
    pub(super) shared: SharedArguments,
}

const AFTER_HELP: &str = "\
Regions of a standard scan (the one of your AWS configuration first, and those of these that the account has enabled):
  us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1
  eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1

Exit codes:
  0    completed; no finding at or above --fail-on
  1    findings at or above --fail-on
  2    usage or configuration error
  3    partial: something could not be read (--allow-partial treats it as completed)
  4    failed, or a report could not be written
  5    nothing ran: credentials, endpoint or region
  130  cancelled

Examples:
  scan --mock                                  watch a demo account, no cloud needed
  scan --profile mvp15                         scan the account of your AWS credentials
  scan --region eu-west-1,us-east-1 --json report.json --sarif report.sarif
  scan --check aws-s3-bucket-is-not-public --fail-on high";

/// A name as typed, without the space around it; a name needs at least one character.
fn word(typed: &str) -> Result<String, String> {
    let word = typed.trim();
    if word.is_empty() { Err("it must not be empty".to_owned()) } else { Ok(word.to_owned()) }
}

/// A share of AWS's limits as typed: `30%`, or `30`.
fn api_share(typed: &str) -> Result<Share, String> {
    let percent = typed.trim().trim_end_matches('%').trim_end().parse().ok();
    percent.and_then(Share::percent).ok_or_else(|| "it must be a whole percentage from 1% to 100%".to_owned())
}

/// Parses the process's own arguments. Options of a scan beside another command are refused: they would do nothing there.
pub(super) fn parse() -> Result<Arguments, clap::Error> {
    let mut command = Arguments::command();
    let matches = command.try_get_matches_from_mut(std::env::args_os())?;
    if let Some(other) = matches.subcommand_name() {
        let of_a_scan = ScanArguments::augment_args(clap::Command::new("scan"));
        let typed = of_a_scan
            .get_arguments()
            .find(|argument| matches.value_source(argument.get_id().as_str()) == Some(clap::parser::ValueSource::CommandLine));
        if let Some(option) = typed.and_then(clap::Arg::get_long) {
            let message = format!("--{option} belongs to a scan and does nothing for `scan {other}`");
            return Err(command.error(clap::error::ErrorKind::ArgumentConflict, message));
        }
    }
    Arguments::from_arg_matches(&matches)
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct SharedArguments {
    /// Folder with checks of your own, besides the built-in ones (repeatable)
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) checks_dir: Vec<PathBuf>,
    /// Whether to use colour; NO_COLOR is honoured
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(super) color: ColorChoice,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// The scan's own options.
#[derive(Debug, Args)]
pub(super) struct ScanArguments {
    /// Profile of checks, repeatable and comma-separated; profiles add up [default: mvp15, unless --check is given]
    #[arg(short, long, value_name = "NAME", value_delimiter = ',', value_parser = word, help_heading = "What to check")]
    pub(super) profile: Vec<String>,
    /// Check by own id, another tool's id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = word, help_heading = "What to check")]
    pub(super) check: Vec<String>,
    /// Region (repeatable, comma-separated); beats --type
    #[arg(short, long, value_name = "REGION", value_delimiter = ',', value_parser = word, help_heading = "Where")]
    pub(super) region: Vec<String>,
    /// How far the scan reaches: quick is the primary region, standard and full the major commercial regions
    #[arg(long = "type", value_name = "TYPE", default_value = "standard", help_heading = "Where")]
    pub(super) scan_type: TypeChoice,
    /// Cloud to scan
    #[arg(long, value_name = "PROVIDER", help_heading = "Where")]
    pub(super) provider: Option<ProviderChoice>,
    /// Scan a mock account: demo, partial, clean, denied, or a fixture file
    #[arg(long, value_name = "FIXTURE", num_args = 0..=1, default_missing_value = "demo", value_parser = word, help_heading = "Where")]
    pub(super) mock: Option<String>,
    /// How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]
    #[arg(long, value_name = "FACTOR", allow_negative_numbers = true, help_heading = "Where")]
    pub(super) mock_speed: Option<f64>,
    /// Named profile of the AWS configuration files
    #[arg(long, value_name = "PROFILE", value_parser = word, help_heading = "Where")]
    pub(super) aws_profile: Option<String>,
    /// Endpoint to use instead of AWS's own (also AWS_ENDPOINT_URL)
    #[arg(long, value_name = "URL", help_heading = "Where")]
    pub(super) endpoint_url: Option<String>,
    /// Name for the scan, shown in its reports
    #[arg(long, value_name = "TEXT", value_parser = word, help_heading = "How")]
    pub(super) name: Option<String>,
    /// Jobs at work at the same time
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..), help_heading = "How")]
    pub(super) concurrency: u16,
    /// How much of AWS's rate limits to use, such as 30%, where other programs call the same account [default: 100%]
    #[arg(long, value_name = "PERCENT", value_parser = api_share, allow_negative_numbers = true, help_heading = "How")]
    pub(super) api_share: Option<Share>,
    /// Seconds that one job may take
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..), help_heading = "How")]
    pub(super) job_deadline: u32,
    /// What stdout shows
    #[arg(long, value_name = "FORMAT", default_value = "table", help_heading = "Output")]
    pub(super) format: FormatChoice,
    /// Write the JSON report to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(super) json: Option<PathBuf>,
    /// Write the SARIF report to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(super) sarif: Option<PathBuf>,
    /// Write JSON lines as jobs finish to a file, or - for stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(super) jsonl: Option<PathBuf>,
    /// End with exit code 1 on findings of this severity or worse
    #[arg(long, value_name = "SEVERITY", help_heading = "Output")]
    pub(super) fail_on: Option<SeverityChoice>,
    /// Treat a partial scan as completed when choosing the exit code
    #[arg(long, help_heading = "Output")]
    pub(super) allow_partial: bool,
    /// How to show progress on stderr
    #[arg(long, value_name = "HOW", default_value = "auto", help_heading = "Output")]
    pub(super) progress: ProgressChoice,
    /// Show no progress and no table; errors, and that something is missing, still show
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub(super) quiet: bool,
    /// Say on stderr at the end which regions were scanned and which calls were made
    #[arg(short, long, help_heading = "Output")]
    pub(super) verbose: bool,
}

/// How far a scan reaches: the primary region only, or the major commercial regions that the account has enabled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TypeChoice {
    Quick,
    Standard,
    Full,
}

/// A cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ProviderChoice {
    Aws,
    Mock,
}

/// What stdout shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatChoice {
    Table,
    Json,
    Sarif,
    Jsonl,
}

/// A severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SeverityChoice {
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

/// How to show progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ProgressChoice {
    Auto,
    Bars,
    Lines,
    None,
}

/// What to do instead of scanning.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List, explain, lint and try checks
    #[command(subcommand)]
    Checks(ChecksCommand),
    /// List and show profiles of checks
    #[command(subcommand)]
    Profiles(ProfilesCommand),
    /// Read stored scans.
    #[command(flatten)]
    Stored(stored::StoredCommand),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// What to do with checks.
#[derive(Debug, Subcommand)]
pub(super) enum ChecksCommand {
    /// List every check
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Explain a check: what it looks at, why, how to mend it, who asks for it, what it reads
    Show {
        /// Own id, another tool's id, or a requirement such as cis-aws-5.0:2.1.4
        id: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict
    Lint,
    /// Run the examples of checks
    Test {
        /// Only these checks; all where none is named
        ids: Vec<String>,
    },
    /// Print the JSON schema that checks of a resource type are written against
    Schema {
        /// The resource type, such as aws.s3.bucket; without it, lists the types and functions
        #[arg(value_name = "TYPE")]
        resource_type: Option<String>,
    },
}

/// What to do with profiles.
#[derive(Debug, Subcommand)]
pub(super) enum ProfilesCommand {
    /// List every profile
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show a profile and its checks
    Show {
        /// The profile's name
        name: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}
