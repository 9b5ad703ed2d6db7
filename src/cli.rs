//! The command line: what was typed, what it means, and what runs. The only place that knows clap and anyhow.

mod accounts;
mod accounts_command;
mod allocator;
mod arguments;
mod cancel_command;
mod card;
mod checks_command;
mod completions;
mod config_command;
mod configuration;
mod destination;
pub mod exit_code;
mod fleet_command;
mod frameworks_command;
mod man;
mod merge_command;
#[cfg(feature = "aws")]
mod mfa_prompt;
mod outputs;
mod plan_command;
mod policy_command;
mod preflight_command;
mod profiles_command;
mod quoting;
mod rerun_command;
mod resume_command;
mod run_command;
mod running;
mod scan_command;
mod schedule;
mod scope;
mod settings;
mod shards;
mod signals;
mod stored;
mod suppressions;
mod templates_command;
mod terminal;

use std::process::ExitCode;

use clap::CommandFactory;

use accounts::Accounts;
use arguments::{Arguments, Command, RunningCommand, Typed};
use configuration::{Settled, Shown};
use exit_code::{Ending, Failure};

use crate::model::plain_text::neutralise;

/// Runs the program on the process's own arguments: parse, settle, run, say what went wrong, leave with a documented code.
#[must_use]
pub fn main() -> ExitCode {
    allocator::give_back_what_is_freed();
    let typed = match Typed::read() {
        Ok(typed) => typed,
        Err(error) => return terminal::end_with_usage(&error),
    };
    match configuration::settle(&typed).map_err(Into::into).and_then(run) {
        Ok(ending) => ending.into(),
        Err(error) => terminal::end_with_error(&error),
    }
}

fn run(settled: Settled) -> anyhow::Result<Ending> {
    let (notes, is_silenced) = (settled.notes(), settled.is_silenced_by_project());
    if let Some(Command::Config(command)) = settled.arguments.command {
        return config_command::run(command, &settled);
    }
    let arguments = settled.arguments;
    let shared = arguments.shared;
    match arguments.command {
        None => {
            let mut output = arguments.output;
            let wanted = accounts::meant(&arguments.scan).map_err(anyhow::Error::from);
            let ending = wanted.and_then(|wanted| {
                let connection = match &wanted {
                    Accounts::One(connection) => connection.clone(),
                    Accounts::Saved(several) => several.first().cloned(),
                    Accounts::Scope(scope) => Some(scope.connection()),
                };
                // A folder of reports has one for each account, where there are several.
                let is_one = matches!(wanted, Accounts::One(_));
                let folder = if is_one { None } else { output.output_dir.take() };
                let settings = settings::Settings::resolve(&arguments.scan, &output, &shared, connection.as_ref())?;
                if !settings.output.is_quiet() || is_silenced {
                    say_all(notes);
                }
                match wanted {
                    Accounts::One(_) => scan_command::run(&settings),
                    several => fleet_command::run(settings, several, &arguments.scan, &shared, folder.as_deref()),
                }
            });
            telling_sources(ending, &settled.options)
        }
        Some(Command::Plan(plan)) => {
            say_all(notes);
            telling_sources(plan_command::run(&plan, &shared), &settled.options)
        }
        Some(Command::Config(_)) => Ok(Ending::Success),
        Some(Command::Checks(command)) => checks_command::run(command, &shared),
        Some(Command::Profiles(command)) => profiles_command::run(command, &shared),
        Some(Command::Frameworks(command)) => frameworks_command::run(command, &shared),
        Some(Command::Templates(command)) => templates_command::run(command, &shared),
        Some(Command::Stored(command)) => stored::run(command, &shared),
        Some(Command::Running(command)) => match command {
            RunningCommand::Cancel(arguments) => cancel_command::run(&arguments, &shared),
            RunningCommand::Resume(arguments) => resume_command::run(&arguments, &shared),
            RunningCommand::Rerun(arguments) => rerun_command::run(&arguments, &shared),
            RunningCommand::Run(arguments) => run_command::run(&arguments, &shared),
        },
        Some(Command::Merge(merge)) => {
            say_all(notes);
            telling_sources(merge_command::run(&merge, &shared), &settled.options)
        }
        Some(Command::Policy(policy)) => {
            say_all(notes);
            telling_sources(policy_command::run(&policy, &shared), &settled.options)
        }
        Some(Command::Preflight(preflight)) => {
            say_all(notes);
            telling_sources(preflight_command::run(&preflight, &shared), &settled.options)
        }
        Some(Command::Accounts(command)) => accounts_command::run(command, &shared),
        Some(Command::Schedule(command)) => schedule::run(command, &shared),
        Some(Command::Man { folder }) => man::run(folder.as_deref(), Arguments::command()),
        Some(Command::Completions { shell }) => {
            // A file that cannot be read has no names to offer.
            let saved = accounts::AccountsFile::open().map(|file| file.names()).unwrap_or_default();
            terminal::write_stdout(&completions::script(shell, Arguments::command(), saved).map_err(Failure::usage)?)
        }
    }
}

fn say_all(lines: impl IntoIterator<Item = String>) {
    lines.into_iter().for_each(|line| terminal::say(&neutralise(&line)));
}

/// What is wrong may be something that nobody typed: then says where it is from.
fn telling_sources(ending: anyhow::Result<Ending>, options: &[Shown]) -> anyhow::Result<Ending> {
    let is_usage = |error: &&anyhow::Error| error.downcast_ref::<Failure>().is_some_and(|one| one.ending == Ending::Usage);
    if let Some(error) = ending.as_ref().err().filter(is_usage) {
        say_all(Settled::sources(options, &error.to_string()));
    }
    ending
}
