//! Completion scripts. They offer values too where those are known: names of checks, profiles, frameworks, templates, regions and mock
//! accounts, and of the connections that the user has saved by then. Nothing here decides what is valid: own checks and profiles have
//! names that no script knows.

mod values;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::Shell;

use super::configuration::built_in_templates;
use crate::checks::{Library, LibraryError, OwnFolders};
use crate::model::regions::PARTITIONS;
use crate::provider::mock::MockProvider;

/// The names that are known when the program is built.
struct Known {
    checks: Vec<String>,
    profiles: Vec<String>,
    frameworks: Vec<String>,
    regions: Vec<String>,
    fixtures: Vec<String>,
    templates: Vec<String>,
    /// Names of saved connections, known when the script is written.
    accounts: Vec<String>,
}

impl Known {
    fn load(accounts: Vec<String>) -> Result<Self, LibraryError> {
        let library = Library::load_for_scans(&OwnFolders::default())?;
        let regions = PARTITIONS.iter().flat_map(|partition| {
            [partition.default_regions, partition.further_regions, partition.opt_in_regions].into_iter().flatten()
        });
        Ok(Self {
            checks: library.checks().map(|check| check.metadata.id.clone()).collect(),
            profiles: library.profile_names().map(str::to_owned).collect(),
            frameworks: library.frameworks().map(|framework| framework.id.clone()).collect(),
            regions: regions.map(|region| (*region).to_owned()).collect(),
            fixtures: MockProvider::names().into_iter().map(str::to_owned).collect(),
            templates: built_in_templates().map(str::to_owned).collect(),
            accounts,
        })
    }

    /// What an argument of the command with these names may be; nothing for one that may be anything.
    fn of(&self, path: &[&str], argument: &Arg) -> Option<&[String]> {
        let value_name = argument.get_value_names().and_then(|names| names.first()).map(clap::builder::Str::as_str);
        let id = argument.get_id().as_str();
        match (path, id, value_name) {
            ([] | ["plan" | "preflight"] | ["accounts", _], "account", _) if !self.accounts.is_empty() => Some(&self.accounts),
            (_, "mock", _) => Some(&self.fixtures),
            (_, "profile", _) | (["profiles", "show"], "name", _) => Some(&self.profiles),
            (_, "template", _) | (["templates", "show"], "name", _) => Some(&self.templates),
            (_, "framework", _) | (["frameworks", "show"], "id", _) => Some(&self.frameworks),
            (_, "check", _) | (["checks", "show"], "id", _) | (["checks", "test"], "ids", _) => Some(&self.checks),
            (_, _, Some("REGION")) => Some(&self.regions),
            _ => None,
        }
    }

    /// The command, and those below it, with the values of their arguments.
    fn offered(&self, command: Command, path: &[&str]) -> Command {
        let with_values: Vec<(clap::Id, Vec<String>)> = command
            .get_arguments()
            .filter_map(|argument| Some((argument.get_id().clone(), self.of(path, argument)?.to_vec())))
            .collect();
        let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
        let command = with_values.into_iter().fold(command, |command, (id, values)| {
            command.mut_arg(id, |argument| argument.value_parser(PossibleValuesParser::new(values)))
        });
        names.iter().fold(command, |command, name| {
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            command.mut_subcommand(name, |below| self.offered(below, &path))
        })
    }
}

/// The script for a shell, which offers `accounts` as names of saved connections.
///
/// # Errors
/// The built-in checks cannot be read.
pub(super) fn script(shell: Shell, command: Command, accounts: Vec<String>) -> Result<Vec<u8>, LibraryError> {
    let mut script = Vec::new();
    let mut command = Known::load(accounts)?.offered(command, &[]);
    clap_complete::generate(shell, &mut command, "scan", &mut script);
    Ok(match String::from_utf8(script) {
        Ok(script) => values::with_values(shell, &command, script).into_bytes(),
        Err(script) => script.into_bytes(),
    })
}
