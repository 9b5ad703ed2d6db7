//! `scan schedule`: prints units that scan an account regularly, for whatever runs things regularly here.
//!
//! A unit may be started late, twice or after a sleep: `--if-older-than` makes all of that harmless.

mod batch;
mod cron;
mod github;
mod kubernetes;
mod shards;
mod systemd;

use std::fmt::Write;

use clap::Parser;

use super::arguments::schedule::{ScheduleCommand, Scheduler};
use super::arguments::{Arguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::quoting::in_shell;
use super::terminal::write_stdout;
use shards::Fleet;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cadence {
    /// Every day, an incremental scan: only what changed.
    Daily,
    /// Every week, a full scan.
    Weekly,
}

impl Cadence {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }

    /// The options of its scans. The age leaves room for a unit that starts early after one that started late;
    /// where both cadences meet, one waits for the other.
    const fn options(self) -> [&'static str; 5] {
        match self {
            Self::Daily => ["--type", "incremental", "--if-older-than", "20h", "--wait"],
            Self::Weekly => ["--type", "full", "--if-older-than", "6d", "--wait"],
        }
    }

    /// In cron's five fields: at night, and not at the full hour, when everybody's jobs start.
    const fn cron(self) -> &'static str {
        match self {
            Self::Daily => "17 3 * * *",
            Self::Weekly => "17 1 * * 0",
        }
    }
}

impl Cadence {
    /// When the parts of a scan that began then are put together.
    const fn later_cron(self) -> &'static str {
        match self {
            Self::Daily => "27 4 * * *",
            Self::Weekly => "27 2 * * 0",
        }
    }
}

/// One scan to schedule.
struct Unit {
    cadence: Cadence,
    /// The scan's options, those of the cadence first.
    options: Vec<String>,
}

impl Unit {
    /// `posture-scan-daily`.
    fn name(&self) -> String {
        format!("posture-scan-{}", self.cadence.as_str())
    }

    /// The options in single quotes where a shell needs them.
    fn in_shell(&self) -> String {
        self.options.iter().map(|option| in_shell(option)).collect::<Vec<_>>().join(" ")
    }
}

/// Runs `scan schedule …`.
pub(super) fn run(command: ScheduleCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let ScheduleCommand::Print { daily, scheduler, image, shards, results_url, options, .. } = command;
    let cadence = if daily { Cadence::Daily } else { Cadence::Weekly };
    refuse_dropped(shared)?;
    let image = image_for(scheduler, image)?;
    let fleet = Fleet::wanted(scheduler, shards, results_url)?;
    let text = match fleet {
        Some(fleet) => {
            let parts = fleet.parts(cadence, &options)?;
            match scheduler {
                Scheduler::AwsBatch => batch::commands(&fleet, &parts, &image)?,
                _ => kubernetes::sharded(&fleet, &parts, &image),
            }
        }
        None => of_one_machine(cadence, scheduler, options, &image)?,
    };
    write_stdout(text.as_bytes())
}

fn of_one_machine(cadence: Cadence, scheduler: Scheduler, mut options: Vec<String>, image: &str) -> Result<String, Failure> {
    if scheduler == Scheduler::Github {
        github::add_report(&mut options)?;
    }
    let unit = Unit { cadence, options: checked(cadence, &cadence.options(), &options)? };
    let program = std::env::current_exe().ok().and_then(|path| path.into_os_string().into_string().ok());
    let program = program.unwrap_or_else(|| "scan".to_owned());
    Ok(match scheduler {
        Scheduler::Systemd => systemd::units(&unit, &program),
        Scheduler::Cron => cron::line(&unit, &program),
        Scheduler::Github => github::workflow(&unit),
        // An array job has parts; without any it was refused before.
        Scheduler::Kubernetes | Scheduler::AwsBatch => kubernetes::manifest(&unit, image),
    })
}

/// The image that containers run; empty where nothing runs in one.
fn image_for(scheduler: Scheduler, image: Option<String>) -> Result<String, Failure> {
    match (scheduler, image) {
        (Scheduler::Kubernetes | Scheduler::AwsBatch, None) => {
            let name = if scheduler == Scheduler::Kubernetes { "kubernetes" } else { "aws-batch" };
            Err(Failure::usage(format!(
                "{name} needs to know what to run: name a container image whose entry point is `scan` with --image"
            )))
        }
        (Scheduler::Kubernetes | Scheduler::AwsBatch, Some(image)) => Ok(image),
        (_, Some(_)) => Err(Failure::usage("--image does something for kubernetes and aws-batch only")),
        (_, None) => Ok(String::new()),
    }
}

/// Refuses what was given to this command, but is meant for the scan.
fn refuse_dropped(shared: &SharedArguments) -> Result<(), Failure> {
    let given = [
        ("--state-dir", shared.state_dir.is_some()),
        ("--checks-dir", !shared.checks_dir.is_empty()),
        ("--profiles-dir", !shared.profiles_dir.is_empty()),
    ];
    match given.into_iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => {
            Err(Failure::usage(format!("give {option} after `--`, with the other options of the scan to schedule")))
        }
        None => Ok(()),
    }
}

/// The options of the unit's scan, found to be options of a scan.
fn checked(cadence: Cadence, own: &[&str], given: &[String]) -> Result<Vec<String>, Failure> {
    for own in own.iter().copied().filter(|option| option.starts_with("--")) {
        if given.iter().any(|option| option == own || option.starts_with(&format!("{own}="))) {
            return Err(Failure::usage(format!("{own} comes from --{}: leave it out", cadence.as_str())));
        }
    }
    if let Some(line_break) = given.iter().find(|option| option.contains(char::is_control)) {
        return Err(Failure::usage(format!(
            "{line_break:?} cannot be part of a unit: it has a line break or another control character"
        )));
    }
    let options: Vec<String> = own.iter().copied().map(str::to_owned).chain(given.iter().cloned()).collect();
    match Arguments::try_parse_from(std::iter::once("scan".to_owned()).chain(options.iter().cloned())) {
        Ok(arguments) if arguments.command.is_none() => Ok(options),
        Ok(_) => Err(Failure::usage("only a scan can be scheduled: give options of a scan after `--`, not another command")),
        Err(error) => {
            let said = error.render().to_string();
            let first = said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            Err(Failure::usage(format!("the scan to schedule could not start: {first}")))
        }
    }
}

/// Lines that begin with `#`.
fn comment(lines: &[&str]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = if line.is_empty() { writeln!(text, "#") } else { writeln!(text, "# {line}") };
        text
    })
}

#[cfg(test)]
mod tests;
