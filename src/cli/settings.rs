//! What the user's wishes mean: resolved once, from flags and the terminal. Nothing below sees clap.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::arguments::{ColorChoice, FormatChoice, ProgressChoice, ProviderChoice, ScanArguments, SharedArguments, TypeChoice};
use super::destination::resolve;
use super::exit_code::{Failure, PartialScans};
use crate::engine::EngineSettings;
use crate::model::address::without_credentials;
use crate::model::{Colour, ScanType, Severity};
use crate::progress::{Mode, ModeChoice};
use crate::provider::limiter::Share;

/// The profile of a scan that names neither profile nor check.
const DEFAULT_PROFILE: &str = "mvp15";

/// Where the account comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// Amazon Web Services.
    Aws {
        /// Named profile of the AWS configuration files.
        profile: Option<String>,
        /// Endpoint instead of AWS's own.
        endpoint_url: Option<String>,
        /// The part of AWS's limits to use.
        share: Share,
    },
    /// A mock account.
    Mock {
        /// The name of an embedded fixture, or a file.
        fixture: String,
        /// Factor on the scripted latency.
        speed: f64,
    },
}

/// Where a report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// Standard output.
    Stdout,
    /// A file, written whole or not at all.
    File(PathBuf),
}

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Tables for people.
    Table,
    /// The JSON report.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// JSON lines.
    JsonLines,
}

/// A scan, settled.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    /// Where the account comes from.
    pub(super) source: Source,
    /// Folders with checks of the user's own.
    pub(super) checks_dirs: Vec<PathBuf>,
    /// Names of profiles.
    pub(super) profiles: Vec<String>,
    /// Names of single checks.
    pub(super) checks: Vec<String>,
    /// How far the scan reaches.
    pub(super) scan_type: ScanType,
    /// Regions named by the user.
    pub(super) regions: Vec<String>,
    /// The user's name for the scan.
    pub(super) name: Option<String>,
    /// How the engine behaves.
    pub(super) engine: EngineSettings,
    /// What is written where.
    pub(super) outputs: Vec<(Format, Destination)>,
    /// How progress is shown.
    pub(super) progress: Mode,
    /// Colour on stderr.
    pub(super) progress_colour: Colour,
    /// Colour on stdout.
    pub(super) table_colour: Colour,
    /// The severity from which findings make the program fail.
    pub(super) fail_on: Option<Severity>,
    /// How partial scans end.
    pub(super) partial: PartialScans,
    /// How much is said on stderr.
    pub(super) verbosity: Verbosity,
}

/// How much is said on stderr besides progress and errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verbosity {
    /// Errors only.
    Quiet,
    /// What every user must know.
    Normal,
    /// The plan and the calls too.
    Verbose,
}

impl Settings {
    /// Settles what was typed.
    ///
    /// # Errors
    /// Flags that contradict each other.
    pub(super) fn resolve(scan: ScanArguments, shared: &SharedArguments) -> Result<Self, Failure> {
        let outputs = outputs(&scan)?;
        let profiles =
            if scan.profile.is_empty() && scan.check.is_empty() { vec![DEFAULT_PROFILE.to_owned()] } else { scan.profile.clone() };
        let verbosity = match (scan.quiet, scan.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        };
        Ok(Self {
            source: source(&scan)?,
            checks_dirs: shared.checks_dir.clone(),
            profiles,
            scan_type: scan_type(&scan),
            engine: EngineSettings {
                concurrency: usize::from(scan.concurrency),
                job_deadline: Duration::from_secs(u64::from(scan.job_deadline)),
                ..EngineSettings::default()
            },
            outputs,
            progress: progress(&scan),
            progress_colour: colour(shared.color, Stream::Stderr),
            table_colour: colour(shared.color, Stream::Stdout),
            fail_on: scan.fail_on.map(Severity::from),
            partial: if scan.allow_partial { PartialScans::Allowed } else { PartialScans::Distinct },
            verbosity,
            checks: scan.check,
            regions: scan.region,
            name: scan.name,
        })
    }
}

/// Whether a stream gets colour.
pub(super) fn colour(choice: ColorChoice, stream: Stream) -> Colour {
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

/// A stream of the process that people may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

impl Stream {
    fn is_terminal(self) -> bool {
        match self {
            Self::Stdout => std::io::stdout().is_terminal(),
            Self::Stderr => std::io::stderr().is_terminal(),
        }
    }
}

fn scan_type(scan: &ScanArguments) -> ScanType {
    if !scan.region.is_empty() {
        return ScanType::Custom;
    }
    match scan.scan_type {
        TypeChoice::Quick => ScanType::Quick,
        TypeChoice::Standard => ScanType::Standard,
        TypeChoice::Full => ScanType::Full,
    }
}

fn source(scan: &ScanArguments) -> Result<Source, Failure> {
    let is_mock = scan.mock.is_some() || scan.provider == Some(ProviderChoice::Mock);
    if !is_mock {
        if scan.mock_speed.is_some() {
            return Err(Failure::usage("--mock-speed needs --mock"));
        }
        let endpoint_url = scan.endpoint_url.as_deref().map(endpoint_url).transpose()?;
        let share = scan.api_share.unwrap_or_default();
        return Ok(Source::Aws { profile: scan.aws_profile.clone(), endpoint_url, share });
    }
    let only_aws = [
        ("--provider aws", scan.provider == Some(ProviderChoice::Aws)),
        ("--aws-profile", scan.aws_profile.is_some()),
        ("--endpoint-url", scan.endpoint_url.is_some()),
        ("--api-share", scan.api_share.is_some()),
    ];
    if let Some((flag, _)) = only_aws.into_iter().find(|(_, given)| *given) {
        return Err(Failure::usage(format!("--mock and {flag} contradict each other; leave one out")));
    }
    let speed = scan.mock_speed.unwrap_or_else(|| if Stream::Stderr.is_terminal() { 1.0 } else { 0.0 });
    if !(speed.is_finite() && (0.0..=100.0).contains(&speed)) {
        return Err(Failure::usage(format!("--mock-speed {speed} must be between 0 and 100")));
    }
    Ok(Source::Mock { fixture: scan.mock.clone().unwrap_or_else(|| "demo".to_owned()), speed })
}

/// The address of an endpoint, as far as it can be told without asking it. Here and not where flags are parsed, because clap repeats the
/// whole address in its complaint.
fn endpoint_url(text: &str) -> Result<String, Failure> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !text.contains(char::is_whitespace) => Ok(text.to_owned()),
        _ => {
            let shown = without_credentials(text);
            Err(Failure::usage(format!("the endpoint {shown} is no address: write it like https://host:port")))
        }
    }
}

fn outputs(scan: &ScanArguments) -> Result<Vec<(Format, Destination)>, Failure> {
    let named = [(Format::Json, &scan.json), (Format::Sarif, &scan.sarif), (Format::JsonLines, &scan.jsonl)];
    let mut outputs: Vec<(Format, Destination)> = Vec::new();
    for (format, path) in named {
        if let Some(path) = path {
            let destination = if path == Path::new("-") { Destination::Stdout } else { Destination::File(resolve(path)?) };
            if let Some((_, same)) = outputs.iter().find(|(_, earlier)| *earlier == destination) {
                return Err(Failure::usage(match same {
                    Destination::Stdout => "only one report can go to stdout; give the others a file".to_owned(),
                    Destination::File(path) => format!("two reports cannot go to the same file {}", path.display()),
                }));
            }
            outputs.push((format, destination));
        }
    }
    let to_stdout = outputs.iter().find(|(_, destination)| *destination == Destination::Stdout).map(|(format, _)| *format);
    let wanted = match scan.format {
        FormatChoice::Table => Format::Table,
        FormatChoice::Json => Format::Json,
        FormatChoice::Sarif => Format::Sarif,
        FormatChoice::Jsonl => Format::JsonLines,
    };
    match to_stdout {
        Some(taken) if wanted != Format::Table && wanted != taken => {
            Err(Failure::usage("only one report can go to stdout: --format and a `-` ask for different ones"))
        }
        Some(_) => Ok(outputs),
        None if wanted == Format::Table && scan.quiet => Ok(outputs),
        None => {
            outputs.push((wanted, Destination::Stdout));
            Ok(outputs)
        }
    }
}

fn progress(scan: &ScanArguments) -> Mode {
    if scan.quiet {
        return Mode::None;
    }
    let choice = match scan.progress {
        ProgressChoice::Auto => ModeChoice::Auto,
        ProgressChoice::Bars => ModeChoice::Bars,
        ProgressChoice::Lines => ModeChoice::Lines,
        ProgressChoice::None => ModeChoice::None,
    };
    Mode::choose(choice, std::io::stderr().is_terminal(), std::env::var("TERM").ok().as_deref())
}
