//! `scan profiles`: what profiles there are and what is in them.

use std::fmt::Write;

use serde_json::json;

use super::arguments::{ProfilesCommand, SharedArguments};
use super::card::{self, Paper};
use super::exit_code::{Ending, Failure};
use super::terminal::write_stdout;
use crate::checks::Library;
use crate::checks::profile::Profile;
use crate::model::nearest::suggestion;

/// Runs `scan profiles …`.
pub(super) fn run(command: ProfilesCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let library = Library::load_for_scans(&shared.own_folders()).map_err(Failure::usage)?;
    let text = match command {
        ProfilesCommand::List { json: true } => {
            let profiles: Vec<_> = library.profiles().map(|profile| as_json(&library, profile)).collect();
            card::pretty(&profiles)
        }
        ProfilesCommand::List { json: false } => {
            let rows = library
                .profiles()
                .map(|profile| [profile.id.clone(), library.checks_of(profile).len().to_string(), profile.title.clone()]);
            card::table(["profile", "checks", "what it is"], rows, &Paper::of_stdout(shared.color))
        }
        ProfilesCommand::Show { name, json } => {
            let profile = library.profile(&name).ok_or_else(|| {
                let hint = suggestion(&name, library.profile_names(), "`scan profiles list` shows them all");
                Failure::usage(format!("no profile is called `{name}`{hint}"))
            })?;
            if json { card::pretty(&as_json(&library, profile)) } else { shown(&library, profile, &Paper::of_stdout(shared.color)) }
        }
    };
    write_stdout(text.as_bytes())
}

fn as_json(library: &Library, profile: &Profile) -> serde_json::Value {
    let checks: Vec<String> = library.checks_of(profile).iter().map(|check| check.metadata.id.clone()).collect();
    json!({ "id": profile.id, "title": profile.title, "description": profile.description, "aliases": profile.aliases, "checks": checks })
}

fn shown(library: &Library, profile: &Profile, paper: &Paper) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}\n{}\n", paper.strong(&profile.id), paper.wrap(profile.description.trim(), 0));
    let rows = library
        .checks_of(profile)
        .into_iter()
        .map(|check| [check.metadata.severity.to_string(), check.metadata.id.clone(), check.metadata.title.clone()]);
    text.push_str(&card::table(["severity", "check", "what is good"], rows, paper));
    text
}
