//! The options that may stand in files and in the environment, as clap knows them: what each is called, what it takes, and whether a
//! value is one.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, Args, Command};

use super::layers::Setting;
use crate::cli::arguments::excerpt::{Choice, OfPermissions, OfPlaces};
use crate::cli::arguments::{OutputArguments, ScanArguments, SharedArguments};

/// Options that no file says: thresholds have a table of their own there.
const NOT_IN_FILES: &str = "set";
/// Options of credentials, and of where what a scan finds is sent.
const OF_CREDENTIALS: [&str; 12] = [
    "account",
    "all_accounts",
    "aws_profile",
    "endpoint_url",
    "external_id",
    "mfa_serial",
    "org_role",
    "results_url",
    "role_arn",
    "scope",
    "target",
    "targets_file",
];
/// Options of places that a scan writes reports to.
const OF_FILES: [&str; 5] = ["output", "output_dir", "json", "sarif", "jsonl"];
/// Options of the output that `scan report` takes in the same sense.
const OF_REPORT: [&str; 2] = ["format", "only"];

/// The option of the file of accepted findings.
const SUPPRESSIONS: &str = "suppressions";

/// Every option of a scan, and those of every command.
pub(super) struct Options {
    command: Command,
    options: Vec<ScanOption>,
}

impl Options {
    pub(super) fn all() -> Self {
        let command = OutputArguments::augment_args(ScanArguments::augment_args(Command::new("scan")));
        let mut command = SharedArguments::augment_args(command);
        command.build();
        let is_own = |argument: &&Arg| !matches!(argument.get_action(), ArgAction::Help | ArgAction::Version);
        let options = command.get_arguments().filter(is_own).filter_map(ScanOption::of).collect();
        Self { command, options }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &ScanOption> {
        self.options.iter()
    }

    /// The option that goes by an id.
    pub(super) fn by_id(&self, id: &str) -> Option<&ScanOption> {
        self.iter().find(|option| option.id() == id)
    }

    /// Those of a project's file that are none of its business: what the user's credentials are, and where they are sent.
    pub(super) fn is_of_credentials(setting: &Setting) -> bool {
        OF_CREDENTIALS.contains(&setting.id.as_str())
    }

    /// The paths that a scan with a setting would write to.
    pub(super) fn written_paths<'a>(&self, setting: &'a Setting) -> impl Iterator<Item = &'a Path> {
        let is_output = OF_FILES.contains(&setting.id.as_str());
        let is_pair = self.by_id(&setting.id).is_some_and(|option| option.kind() == Kind::Pairs);
        let values = setting.values.iter().flatten().filter(move |_| is_output);
        let path =
            move |value: &'a String| if is_pair { value.split_once('=').map_or(value.as_str(), |(_, path)| path) } else { value };
        values.map(path).filter(|path| *path != "-").map(Path::new)
    }

    /// Those that a file may say.
    pub(super) fn of_files(&self) -> impl Iterator<Item = &ScanOption> {
        self.iter().filter(|option| option.id() != NOT_IN_FILES)
    }

    /// Whether clap refuses the two beside each other.
    pub(super) fn conflict(&self, one: &str, other: &str) -> bool {
        let refuses = |one: &str, other: &str| {
            let argument = self.command.get_arguments().find(|argument| argument.get_id() == one);
            argument.is_some_and(|argument| {
                self.command.get_arg_conflicts_with(argument).iter().any(|conflicting| conflicting.get_id() == other)
            })
        };
        refuses(one, other) || refuses(other, one)
    }

    /// Values as clap takes them from a command line that says nothing else.
    ///
    /// # Errors
    /// What clap says of a value that it does not take.
    pub(super) fn accept(&self, option: &ScanOption, values: &[String]) -> Result<Vec<String>, String> {
        let words: Vec<String> = match option.kind() {
            Kind::Switch => vec![format!("--{}", option.name())],
            _ => values.iter().map(|value| format!("--{}{value}", option.name())).collect(),
        };
        let words = std::iter::once("scan".to_owned()).chain(words);
        let matches = self.command.clone().try_get_matches_from(words).map_err(|error| complaint(&error))?;
        let raw = matches.get_raw(option.id()).into_iter().flatten();
        Ok(raw.map(|value| value.to_string_lossy().into_owned()).collect())
    }

    /// Whether every command knows an option.
    pub(super) fn is_shared(id: &str) -> bool {
        SharedArguments::augment_args(Command::new("scan")).get_arguments().any(|argument| argument.get_id() == id)
    }
}

/// What clap says of a command line that it does not take, on one line.
pub(super) fn complaint(error: &clap::Error) -> String {
    let said = error.render().to_string();
    let is_about_it = |line: &&str| !line.is_empty() && !line.starts_with("For more information") && !line.starts_with("Usage:");
    let lines: Vec<&str> = said.lines().map(str::trim).filter(is_about_it).collect();
    lines.join("; ").trim_start_matches("error: ").replace("; [possible", " [possible")
}

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Kind {
    /// On or off.
    Switch,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A text, or nothing but its name.
    TextOrSwitch,
    /// Texts.
    Texts,
    /// Texts with an equals sign in each.
    Pairs,
}

/// An option.
pub(super) struct ScanOption {
    argument: Arg,
    name: String,
}

impl ScanOption {
    fn of(argument: &Arg) -> Option<Self> {
        Some(Self { name: argument.get_long()?.to_owned(), argument: argument.clone() })
    }

    pub(super) fn id(&self) -> &str {
        self.argument.get_id().as_str()
    }

    /// Whether the commands of a choice take it too.
    fn is_taken_by<C: Choice>(&self) -> bool {
        C::takes(&self.argument)
    }

    /// `fail-on`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// `POSTURE_SCAN_FAIL_ON`.
    pub(super) fn variable(&self) -> String {
        format!("{}{}", super::environment::PREFIX, self.name.to_uppercase().replace('-', "_"))
    }

    /// The part of the help that it stands in.
    pub(super) fn group(&self) -> &str {
        self.argument.get_help_heading().unwrap_or("Every command")
    }

    /// What its help says of the default.
    pub(super) fn otherwise(&self) -> Option<String> {
        let help = self.argument.get_help()?.to_string();
        let (_, rest) = help.split_once("[default: ")?;
        Some(rest.split_once(']')?.0.to_owned())
    }

    fn value_name(&self) -> &str {
        self.argument.get_value_names().and_then(|names| names.first()).map(clap::builder::Str::as_str).unwrap_or_default()
    }

    pub(super) fn kind(&self) -> Kind {
        match self.argument.get_action() {
            ArgAction::SetTrue => Kind::Switch,
            ArgAction::Append if self.value_name().contains('=') => Kind::Pairs,
            ArgAction::Append => Kind::Texts,
            _ if self.argument.get_num_args().is_some_and(|number| number.min_values() == 0) => Kind::TextOrSwitch,
            _ if matches!(self.value_name(), "N" | "SECONDS" | "FACTOR" | "PERCENT") => Kind::Number,
            _ => Kind::Text,
        }
    }

    /// What its value has to look like in a file.
    pub(super) fn expected(&self) -> String {
        let possible: Vec<String> =
            self.argument.get_possible_values().iter().map(|value| format!("\"{}\"", value.get_name())).collect();
        match self.kind() {
            Kind::Switch => "true or false".to_owned(),
            Kind::Number => "a number".to_owned(),
            Kind::Text if !possible.is_empty() => format!("one of {}", possible.join(", ")),
            Kind::Text => "a text in quotes".to_owned(),
            Kind::TextOrSwitch => "a text in quotes, true or false".to_owned(),
            Kind::Texts => "a text in quotes, or a list of them".to_owned(),
            Kind::Pairs => format!("a table, or a list of texts like {}", self.value_name()),
        }
    }

    /// A value of a file: a path in it is relative to the folder `base` of the file, or to the home after `~/`.
    pub(super) fn placed(&self, value: &str, base: &Path) -> String {
        let place = |path: &str| match path.strip_prefix("~/").zip(std::env::var_os("HOME")) {
            _ if path == "-" || path.is_empty() => path.to_owned(),
            Some((below, home)) => PathBuf::from(home).join(below).to_string_lossy().into_owned(),
            None => base.join(path).to_string_lossy().into_owned(),
        };
        match self.value_name() {
            "FILE" | "DIR" => place(value),
            "FORMAT=FILE" => match value.split_once('=') {
                Some((format, path)) => format!("{format}={}", place(path)),
                None => value.to_owned(),
            },
            "FIXTURE" if is_file(value, base) => place(value),
            _ => value.to_owned(),
        }
    }
}

/// Whether a mock account is a file, seen from `base`, and not the name of an embedded one.
fn is_file(value: &str, base: &Path) -> bool {
    crate::cli::settings::is_fixture_file(Path::new(value)) || base.join(value).is_file()
}

/// Which options stand behind a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// None: it prints what holds anywhere.
    Nothing,
    /// Those of every command.
    Shared,
    /// The file of accepted findings too.
    Suppressions,
    /// Those of a report too.
    Report,
    /// Those of what a scan writes and says too.
    Output,
    /// The file of accepted findings besides.
    Rerun,
    /// Those that say what a scan looks at, and nothing of what it writes.
    Plan,
    /// Those that say what is checked, and where that changes what is called.
    Permissions,
    /// Those that say what is checked and where.
    Places,
    /// All.
    Scan,
}

impl Reach {
    /// What stands behind the command with these names; of a scan without any.
    pub(super) fn of(path: &[&str]) -> Self {
        match path {
            [] | ["config", "show"] => Self::Scan,
            ["plan"] => Self::Plan,
            ["merge" | "resume" | "run", ..] => Self::Output,
            ["rerun", ..] => Self::Rerun,
            ["report", ..] => Self::Report,
            ["policy"] => Self::Permissions,
            ["preflight"] => Self::Places,
            ["suppress", ..] => Self::Suppressions,
            ["completions" | "config" | "help" | "man" | "schedule", ..] => Self::Nothing,
            _ => Self::Shared,
        }
    }

    pub(super) fn includes(self, options: &Options, setting: &Setting) -> bool {
        let of_output =
            || OutputArguments::augment_args(Command::new("scan")).get_arguments().any(|one| one.get_id() == &*setting.id);
        let is_own = match self {
            Self::Nothing => return false,
            Self::Shared => false,
            Self::Suppressions => setting.id == SUPPRESSIONS,
            Self::Report => OF_REPORT.contains(&setting.id.as_str()),
            Self::Output => setting.id == "wait" || of_output(),
            Self::Rerun => setting.id == "wait" || setting.id == SUPPRESSIONS || of_output(),
            Self::Plan => options.by_id(&setting.id).is_some() && !of_output(),
            Self::Permissions => options.by_id(&setting.id).is_some_and(ScanOption::is_taken_by::<OfPermissions>),
            Self::Places => options.by_id(&setting.id).is_some_and(ScanOption::is_taken_by::<OfPlaces>),
            Self::Scan => options.by_id(&setting.id).is_some(),
        };
        is_own || Options::is_shared(&setting.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_of_a_path_says_so_by_the_name_of_its_value() {
        for option in Options::all().iter() {
            let is_path = option.argument.get_value_parser().type_id() == std::any::TypeId::of::<PathBuf>();
            let is_placed = option.placed("a/b", Path::new("/base")) == "/base/a/b";
            assert!(!is_path || is_placed, "--{}: its value is called {}", option.name(), option.value_name());
        }
        let options = Options::all();
        let placed = |id: &str, value: &str| options.by_id(id).unwrap().placed(value, Path::new("/base"));
        assert_eq!(placed("output", "html=r.html"), "html=/base/r.html");
        assert_eq!(placed("output", "html=-"), "html=-");
        assert_eq!(placed("json", "/abs.json"), "/abs.json");
        assert_eq!(placed("mock", "demo"), "demo");
        assert_eq!(placed("mock", "mine.json"), "/base/mine.json");
        assert_eq!(placed("endpoint_url", "http://a/b"), "http://a/b");
    }

    #[test]
    fn the_options_of_reports_are_those_that_the_command_shares_with_a_scan() {
        let typed = crate::cli::arguments::Arguments::augment_args(Command::new("scan"));
        let report = typed.find_subcommand("report").unwrap();
        for id in OF_REPORT {
            assert!(report.get_arguments().any(|argument| argument.get_id() == id), "{id}");
        }
        let rerun = typed.find_subcommand("rerun").unwrap();
        assert!(rerun.get_arguments().any(|argument| argument.get_id() == SUPPRESSIONS));
        for name in ["merge", "resume", "rerun", "run"] {
            let command = typed.find_subcommand(name).unwrap();
            let output = OutputArguments::augment_args(Command::new("scan"));
            for id in output.get_arguments().map(Arg::get_id).chain([&"wait".into()]) {
                assert!(command.get_arguments().any(|argument| argument.get_id() == id), "{name} {id}");
            }
        }
    }
}
