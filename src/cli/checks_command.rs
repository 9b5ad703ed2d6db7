//! `scan checks`: what checks there are, what they say, and whether they are sound.

mod coverage;
mod filter;
mod reference;
mod template;

use std::fmt::Write;
use std::sync::Arc;

use serde_json::json;

use super::arguments::{ChecksCommand, SharedArguments};
use super::card::{self, Paper};
use super::exit_code::{Ending, Failure};
use super::terminal::write_stdout;
use crate::checks::expression::FUNCTIONS;
use crate::checks::{Check, Library, lint, selection};
use crate::model::nearest::suggestion;
use crate::model::resource::{self, ResourceType};

/// Runs `scan checks …`.
pub(super) fn run(command: ChecksCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let paper = Paper::of_stdout(shared.color);
    match command {
        ChecksCommand::Lint => run_lint(shared),
        ChecksCommand::Schema { resource_type } => write_stdout(schema(resource_type.as_deref(), &paper)?.as_bytes()),
        ChecksCommand::List { filter, json } => {
            let library = load(shared)?;
            let checks = filter::checks(&library, &filter)?;
            write_stdout(list(&checks, json, &paper).as_bytes())
        }
        ChecksCommand::Show { id, json } => write_stdout(show(&load(shared)?, &id, json, &paper)?.as_bytes()),
        ChecksCommand::Test { ids } => {
            let library = Library::load_with(&shared.own_folders()).map_err(Failure::usage)?;
            run_examples(&library, &ids)
        }
        ChecksCommand::New { id, resource, dir } => template::write(&load(shared)?, &id, &resource, &dir),
        ChecksCommand::Coverage { ids, from, json } => coverage::run(&load(shared)?, ids, from.as_deref(), json, &paper),
        ChecksCommand::Docs { folder } => reference::write(&load(shared)?, &folder),
    }
}

fn load(shared: &SharedArguments) -> anyhow::Result<Library> {
    Ok(Library::load_for_scans(&shared.own_folders()).map_err(Failure::usage)?)
}

fn as_json(check: &Check) -> serde_json::Value {
    let mut value = json!(*check.metadata);
    value["when"] = json!(check.when.as_ref().map(crate::checks::expression::Expression::source));
    value["pass"] = json!(check.pass.source());
    value["parameters"] = check.parameters.iter().map(|(name, parameter)| (name.to_owned(), json!(parameter))).collect();
    value["actions"] = json!(check.actions());
    value
}

fn list(checks: &[Arc<Check>], json: bool, paper: &Paper) -> String {
    if json {
        return card::pretty(&checks.iter().map(|check| as_json(check)).collect::<Vec<_>>());
    }
    let rows = checks.iter().map(|check| {
        let metadata = &check.metadata;
        [metadata.severity.to_string(), metadata.id.clone(), metadata.title.clone()]
    });
    card::table(["severity", "check", "what is good"], rows, paper)
}

fn show(library: &Library, id: &str, json: bool, paper: &Paper) -> anyhow::Result<String> {
    let checks = selection::named(library, id).map_err(Failure::usage)?;
    if json {
        let values: Vec<_> = checks.iter().map(|check| as_json(check)).collect();
        return Ok(match <[_; 1]>::try_from(values) {
            Ok([only]) => card::pretty(&only),
            Err(several) => card::pretty(&several),
        });
    }
    Ok(checks.iter().map(|check| card::check(check, paper)).collect::<Vec<_>>().join("\n"))
}

fn run_lint(shared: &SharedArguments) -> anyhow::Result<Ending> {
    let (library, unreadable) = Library::load_with_problems(&shared.own_folders()).map_err(Failure::usage)?;
    let problems = lint::lint(&library);
    let mut text = String::new();
    for problem in &unreadable {
        let _ = writeln!(text, "{problem}");
    }
    for problem in &problems {
        let _ = writeln!(text, "{}: {}", problem.check, problem.message);
    }
    let found = unreadable.len() + problems.len();
    let examples: usize = library.checks().map(|check| check.examples.len()).sum();
    let _ = writeln!(text, "{} checks, {examples} examples, {found} problems", library.checks().count());
    write_stdout(text.as_bytes())?;
    Ok(if found == 0 { Ending::Success } else { Ending::Findings })
}

fn run_examples(library: &Library, ids: &[String]) -> anyhow::Result<Ending> {
    let mut checks: Vec<Arc<Check>> = Vec::new();
    if ids.is_empty() {
        checks.extend(library.checks().cloned());
    }
    for id in ids {
        checks.extend(selection::named(library, id).map_err(Failure::usage)?);
    }
    let (mut passed, mut failed) = (0_u64, 0_u64);
    let mut text = String::new();
    for check in checks {
        for trial in lint::try_examples(&check) {
            let verdict = if trial.problems.is_empty() { "ok" } else { "FAILED" };
            let _ = writeln!(text, "{verdict:6} {}: {}", check.metadata.id, trial.name);
            for problem in &trial.problems {
                let _ = writeln!(text, "       {problem}");
            }
            *(if trial.problems.is_empty() { &mut passed } else { &mut failed }) += 1;
        }
    }
    let _ = writeln!(text, "{passed} examples as expected, {failed} not");
    write_stdout(text.as_bytes())?;
    Ok(if failed == 0 { Ending::Success } else { Ending::Findings })
}

fn schema(name: Option<&str>, paper: &Paper) -> anyhow::Result<String> {
    let Some(name) = name else { return Ok(overview(paper)) };
    let resource_type = resource::by_name(name).ok_or_else(|| {
        let hint = suggestion(name, resource::AWS.iter().map(|known| known.name), "`scan checks schema` lists them");
        Failure::usage(format!("no resource type is called `{name}`{hint}"))
    })?;
    Ok(card::pretty(&(resource_type.schema)()))
}

fn overview(paper: &Paper) -> String {
    let facets = |one: &ResourceType| one.facets.iter().map(|facet| facet.name).collect::<Vec<_>>().join(", ");
    let types = resource::AWS.iter().map(|one| [one.name.to_owned(), one.plural.to_owned(), facets(one)]);
    let functions = FUNCTIONS.iter().map(|one| [one.signature(), one.description.to_owned()]);
    let variables = [
        ["resource".to_owned(), "the asset: its schema's properties, and id, arn, name, region, tags".to_owned()],
        ["account".to_owned(), "the account: the schema of aws.account".to_owned()],
        ["parameters".to_owned(), "the check's parameters, with the values that you set by --set".to_owned()],
        ["now".to_owned(), "the scan's start, RFC 3339".to_owned()],
    ];
    format!(
        "{}\n{}\n{}",
        card::table(["resource type", "what it is", "facets"], types, paper),
        card::table(["variable", "what it holds"], variables, paper),
        card::table(["function", "what it answers"], functions, paper),
    )
}
