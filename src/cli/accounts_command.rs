//! `scan accounts`: saves connections to accounts, shows them, tries them and forgets them.

mod test;

use std::io;

use super::accounts::{AccountsFile, Connection};
use super::arguments::SharedArguments;
use super::arguments::accounts::{AccountsCommand, AddArguments};
use super::card::pretty;
use super::exit_code::{Ending, Failure};
use super::outputs::style;
use super::settings::{Source, Stream, colour};
use super::terminal::{say, write_stdout};
use crate::model::plain_text::neutralise;
use crate::report::accounts::{Saved, SavedDocument, list, show};

/// Runs `scan accounts …`.
pub(super) fn run(command: AccountsCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let style = style(colour(shared.color, Stream::Stdout));
    match command {
        AccountsCommand::Add(arguments) => add(&arguments).map_err(Into::into),
        AccountsCommand::Remove { account } => remove(&account).map_err(Into::into),
        AccountsCommand::List { json } => {
            let file = AccountsFile::open()?;
            let saved: Vec<Saved> = file.connections().iter().map(saved).collect();
            let text = if json { pretty(&SavedDocument::from(saved)) } else { list(&saved, &style) };
            write_stdout(text.as_bytes())
        }
        AccountsCommand::Show { account, json } => {
            let file = AccountsFile::open()?;
            let saved = saved(file.find(&account)?);
            let text = if json { pretty(&SavedDocument::from(vec![saved])) } else { show(&saved, &style) };
            write_stdout(text.as_bytes())
        }
        AccountsCommand::Test { account, json } => test::run(&account, json, &style),
    }
}

fn add(arguments: &AddArguments) -> Result<Ending, Failure> {
    let connection = Connection::typed(arguments)?;
    let name = &connection.name;
    let file = AccountsFile::change(|file| {
        if !arguments.replace && file.connections().iter().any(|other| other.name == *name) {
            return Err(Failure::usage(format!("an account `{name}` is saved already; --replace takes its place")));
        }
        file.put(&connection);
        Ok(())
    })?;
    let place = file.path().display().to_string();
    say(&format!("saved account `{name}` in {}; `scan accounts test {name}` tries it", neutralise(&place)));
    Ok(Ending::Success)
}

fn remove(names: &[String]) -> Result<Ending, Failure> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names.dedup();
    let file = AccountsFile::change(|file| names.iter().try_for_each(|name| file.take(name)))?;
    let left = file.connections().len();
    say(&format!("forgot {}; {left} left", names.join(", ")));
    Ok(Ending::Success)
}

/// A connection as reports have it.
fn saved(connection: &Connection) -> Saved {
    let mut saved = Saved {
        name: connection.name.clone(),
        provider: connection.source.provider(),
        regions: connection.regions.clone(),
        tags: connection.tags.clone(),
        ..Saved::default()
    };
    match &connection.source {
        Source::Mock { fixture, .. } => saved.mock = Some(fixture.clone()),
        Source::Aws(aws) => {
            saved.account_id = aws.roles.last().map(|role| role.account_id().to_owned());
            saved.aws_profile.clone_from(&aws.profile);
            saved.roles.clone_from(&aws.roles);
            saved.mfa_serial.clone_from(&aws.mfa_serial);
            saved.endpoint_url.clone_from(&aws.endpoint_url);
        }
    }
    saved
}

/// Why nothing can be run at once with others.
fn no_runtime(error: &io::Error) -> Failure {
    Failure { ending: Ending::Failed, message: format!("cannot start the runtime ({error})") }
}
