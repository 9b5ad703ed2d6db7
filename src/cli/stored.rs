//! The commands that read stored scans. None of them runs a scan or asks a cloud.

mod archive;
mod assets;
mod diff;
mod feed;
mod findings;
mod history;
mod picture;
mod prune;
mod query;
mod regions;
mod report;
mod show;
mod status;
mod suppress;

use anyhow::Context;
use serde::Serialize;

use super::arguments::SharedArguments;
use super::arguments::stored::{HistoryCommand, StoredCommand};
use super::exit_code::Ending;
use super::outputs::style;
use super::settings::{Stream, colour};
use super::terminal::write_stdout;
use crate::report::stored::TableStyle;
use archive::Archive;

/// Runs one of the commands.
pub(super) fn run(command: StoredCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let archive = Archive::open(shared)?;
    let style = style(colour(shared.color, Stream::Stdout));
    match command {
        StoredCommand::History(history) => match &history.command {
            None => history::run(&history, &archive, &style),
            Some(HistoryCommand::Prune(prune)) => prune::run(prune, &archive),
        },
        StoredCommand::Show(show) => show::run(&show, &archive, &style),
        StoredCommand::Status(status) => status::run(&status, &archive, &style, colour(shared.color, Stream::Stderr)),
        StoredCommand::Diff(diff) => diff::run(&diff, &archive, &style),
        StoredCommand::Report(report) => report::run(&report, &archive, shared.color),
        StoredCommand::Assets(assets) => assets::run(&assets, &archive, &style),
        StoredCommand::Findings(findings) => findings::run(&findings, &archive, &style),
        StoredCommand::Suppress(suppress) => suppress::run(&suppress, &archive),
        StoredCommand::Query(query) => query::run(&query, &archive, &style),
    }
}

/// Writes one of two texts to stdout: the document as indented JSON, or what a person reads.
fn show<T: Serialize>(as_json: bool, document: impl FnOnce() -> T, text: impl FnOnce() -> String) -> anyhow::Result<Ending> {
    let text = if as_json { serde_json::to_string_pretty(&document()).context("cannot write JSON")? + "\n" } else { text() };
    write_stdout(text.as_bytes())
}

/// Writes the sentence of a list that has nothing to list.
fn show_nothing(archive: &Archive, style: &TableStyle) -> String {
    crate::report::stored::nothing(&archive.empty(), style)
}
