//! What was typed.

pub(super) mod accounts;
mod age;
mod checks;
pub(super) mod excerpt;
mod merge;
mod output;
mod own;
mod permissions;
mod plan;
mod running;
mod scan;
pub(super) mod schedule;
mod scope;
mod sign_in;
pub(super) mod stored;
mod suppress;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use accounts::AccountsCommand;
pub(super) use checks::{CheckFilter, ChecksCommand};
pub(super) use merge::MergeArguments;
pub(super) use output::{FailOnChoice, Format, OnlyChoice, OutputArguments, ProgressChoice, SeverityChoice, format_choice};
pub(super) use permissions::{PolicyArguments, PolicyFormat, PreflightArguments};
pub(super) use plan::PlanArguments;
pub(super) use running::{CancelArguments, RerunArguments, ResumeArguments, RunArguments, RunningCommand};
pub(super) use scan::{CONTRADICTIONS, NEEDS, ProviderChoice, ScanArguments, TypeChoice, Wish};
use schedule::ScheduleCommand;
pub(super) use scope::ScopeChoice;
pub(super) use sign_in::{SignInArguments, session_duration};
pub(super) use suppress::SuppressArguments;

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
    /// What a scan writes and says.
    #[command(flatten)]
    pub(super) output: OutputArguments,
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
  5    nothing ran: credentials, endpoint or region; a missing permission with --preflight
  6    a scan of this account is already running (--wait queues behind it)
  130  cancelled

Examples:
  scan --mock                                  watch a demo account, no cloud needed
  scan --profile mvp15                         scan the account of your AWS credentials
  scan --scope org --org-role audit            scan every account of your organisation
  scan --framework cis-aws-5.0                 say which requirements of a benchmark the account meets
  scan --region eu-west-1,us-east-1 --json report.json --sarif report.sarif
  scan --check aws-s3-bucket-is-not-public --fail-on high
  scan --fail-on new:high                      fail only on findings that are new
  scan config show                             what holds without typing, from posture-scan.toml and POSTURE_SCAN_*
  scan resume last                             go on where a stopped scan ended";

/// A name as typed, without the space around it; a name needs at least one character.
fn word(typed: &str) -> Result<String, String> {
    let word = typed.trim();
    if word.is_empty() { Err("it must not be empty".to_owned()) } else { Ok(word.to_owned()) }
}

/// A command line as it was typed, before anything that stands behind it.
pub(super) struct Typed {
    words: Vec<OsString>,
    matches: ArgMatches,
}

impl Typed {
    /// Reads the process's own arguments. Options of a scan beside another command are refused: they would do nothing there.
    pub(super) fn read() -> Result<Self, clap::Error> {
        let words: Vec<OsString> = std::env::args_os().collect();
        let mut command = Arguments::command();
        let matches = command.try_get_matches_from_mut(&words)?;
        if let Some(message) = matches.subcommand_name().and_then(|other| useless(&command, &matches, other)) {
            return Err(command.error(clap::error::ErrorKind::ArgumentConflict, message));
        }
        let is_typed = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
        let is_part = matches.subcommand().is_none() && (is_typed("shard") || is_typed("shards"));
        if is_part && is_typed("state_dir") {
            let message = "--state-dir does nothing for a shard: it stores no scan, and leaves its result at --results-url";
            return Err(command.error(clap::error::ErrorKind::ArgumentConflict, message));
        }
        Ok(Self { words, matches })
    }

    /// What was typed, the program's name first.
    pub(super) fn words(&self) -> &[OsString] {
        &self.words
    }

    /// The names of the commands that were typed, from the outermost on; none for a scan.
    pub(super) fn path(&self) -> Vec<&str> {
        std::iter::successors(self.matches.subcommand(), |(_, matches)| matches.subcommand()).map(|(name, _)| name).collect()
    }

    /// The matches of the command that has an option: of the outermost command, or of the one right below it.
    fn with(&self, id: &str) -> impl Iterator<Item = &ArgMatches> {
        let below = self.matches.subcommand().filter(|(name, _)| *name != "config").map(|(_, matches)| matches);
        let is_typed = move |matches: &&ArgMatches| {
            let knows_it = matches.try_contains_id(id).is_ok();
            knows_it && matches.value_source(id) == Some(ValueSource::CommandLine)
        };
        std::iter::once(&self.matches).chain(below).filter(is_typed)
    }

    /// Whether an option was typed.
    pub(super) fn is_typed(&self, id: &str) -> bool {
        self.with(id).next().is_some()
    }

    /// The values of an option as they were typed.
    pub(super) fn raw(&self, id: &str) -> Vec<String> {
        let values = self.with(id).next().and_then(|matches| matches.try_get_raw(id).ok().flatten());
        values.map(|values| values.map(|value| value.to_string_lossy().into_owned()).collect()).unwrap_or_default()
    }
}

/// What is wrong with an option that was typed and would do nothing for the command.
fn useless(command: &clap::Command, matches: &ArgMatches, other: &str) -> Option<String> {
    let of_a_scan = OutputArguments::augment_args(ScanArguments::augment_args(clap::Command::new("scan")));
    let is_typed = |id: &clap::Id| matches.value_source(id.as_str()) == Some(ValueSource::CommandLine);
    let typed = of_a_scan.get_arguments().find(|argument| is_typed(argument.get_id()));
    // `scan --fail-on high config show` tells what a scan with these options would do.
    if let Some(typed) = typed.filter(|_| other != "config") {
        let option = typed.get_long()?;
        let other_command = command.find_subcommand(other)?;
        let knows_it = other_command.get_arguments().any(|argument| argument.get_long() == Some(option));
        return Some(if knows_it {
            format!("--{option} must come after `scan {other}`")
        } else {
            format!("--{option} belongs to a scan and does nothing for `scan {other}`")
        });
    }
    let stores_nothing =
        matches!(other, "checks" | "profiles" | "frameworks" | "templates" | "completions" | "man" | "policy" | "preflight");
    // A global option is with the command below that it was typed at or above.
    let names_a_store = std::iter::successors(Some(matches), |matches| matches.subcommand().map(|(_, inner)| inner))
        .any(|matches| matches.value_source("state_dir") == Some(ValueSource::CommandLine));
    (stores_nothing && names_a_store).then(|| format!("--state-dir does nothing for `scan {other}`: it reads no stored scan"))
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct SharedArguments {
    /// Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) checks_dir: Vec<PathBuf>,
    /// Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) profiles_dir: Vec<PathBuf>,
    /// Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) state_dir: Option<PathBuf>,
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

/// What to do instead of scanning.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List, explain, lint and try checks
    #[command(subcommand)]
    Checks(ChecksCommand),
    /// List and show profiles of checks
    #[command(subcommand)]
    Profiles(ProfilesCommand),
    /// List and show frameworks: published benchmarks, and the checks that each asks for
    #[command(subcommand)]
    Frameworks(FrameworksCommand),
    /// Tell what a scan would do, without doing it: where it looks, what it calls, how long that takes and what it costs
    Plan(Box<PlanArguments>),
    /// List and show templates: options of a scan under one name
    #[command(subcommand)]
    Templates(TemplatesCommand),
    /// Read stored scans.
    #[command(flatten)]
    Stored(stored::StoredCommand),
    /// Run stored scans again, or stop them.
    #[command(flatten)]
    Running(RunningCommand),
    /// Put the results of a scan's shards together: what several machines have scanned becomes one scan
    Merge(Box<MergeArguments>),
    /// Print the least-privilege IAM policy of a scan: the API actions that its checks call, and no others
    Policy(Box<PolicyArguments>),
    /// Find out which permissions a scan needs and which of them are missing, before anything is scanned
    ///
    /// Ends with 0 where nothing is missing, with 3 where something is, with 5 where nobody can tell who calls, or of any permission. What
    /// stays unknown does not count as missing.
    Preflight(Box<PreflightArguments>),
    /// Save connections to accounts, and try them
    #[command(subcommand)]
    Accounts(AccountsCommand),
    /// Print units that scan an account regularly
    #[command(subcommand)]
    Schedule(ScheduleCommand),
    /// Show the settings that hold, and where each is from
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of `scan`, or write the pages of all its commands into a folder
    Man {
        /// The folder to write into
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

/// What to tell of the configuration.
#[derive(Debug, Clone, Copy, Subcommand)]
pub(super) enum ConfigCommand {
    /// Show the value of every option of a scan, and where it is from: options before `config` count as typed
    Show {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show where configuration is looked for, and what is there
    Path {
        /// As JSON
        #[arg(long)]
        json: bool,
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

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub(super) enum TemplatesCommand {
    /// List every template
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show a template and its options
    Show {
        /// The template's name
        name: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

/// What to do with frameworks.
#[derive(Debug, Subcommand)]
pub(super) enum FrameworksCommand {
    /// List every framework
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show a framework: its requirements, and the checks of each
    Show {
        /// The framework's id
        id: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}
