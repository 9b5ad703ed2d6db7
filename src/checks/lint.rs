//! What a check must be beyond readable: complete, documented, true to its examples, and safe under the first law.

use std::collections::BTreeSet;

use super::check::Check;
use super::document::ExampleDocument;
use super::example::Example;
use super::library::Library;
use super::masking;
use super::shape;
use crate::model::Outcome;
use crate::model::resource::{self, ACCOUNT};

/// One thing that is wrong with a check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The check's id.
    pub check: String,
    /// What is wrong.
    pub message: String,
}

/// What trying one example came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The example's name.
    pub name: String,
    /// What went wrong; empty where nothing did.
    pub problems: Vec<String>,
}

/// Everything wrong with the checks of `library`, by check.
#[must_use]
pub fn lint(library: &Library) -> Vec<Problem> {
    lint_those(library, |_| true)
}

/// Everything wrong with the checks of `library` whose ids `chosen` says yes to.
#[must_use]
pub fn lint_those(library: &Library, chosen: impl Fn(&str) -> bool) -> Vec<Problem> {
    let checks = || library.checks().filter(|check| chosen(&check.metadata.id));
    let mut problems: Vec<Problem> = checks()
        .flat_map(|check| {
            let id = check.metadata.id.clone();
            lint_check(check).into_iter().map(move |message| Problem { check: id.clone(), message })
        })
        .collect();
    problems.extend(checks().flat_map(|check| hidden_aliases(library, check)));
    problems.sort();
    problems
}

/// Tries every example of a check: fits the shapes, comes to its outcome, and no mask flips it.
#[must_use]
pub fn try_examples(check: &Check) -> Vec<Trial> {
    check
        .examples
        .iter()
        .map(|document| Trial {
            name: document.name.clone(),
            problems: Example::build(check, document).map_or_else(|problems| problems, |example| try_example(check, &example)),
        })
        .collect()
}

fn try_example(check: &Check, example: &Example) -> Vec<String> {
    let mut problems = Vec::new();
    let verdict = example.evaluate(check);
    if verdict.outcome != example.expect {
        let why = verdict.gap.map(|gap| format!(" ({})", gap.detail)).unwrap_or_default();
        problems.push(format!("comes to {}{why}, expected {}", verdict.outcome, example.expect));
    }
    if let Some(defect) = check.message.defect(check.scene(&example.subject())).filter(|_| verdict.outcome == Outcome::Fail) {
        problems.push(format!("the message fails: {defect}"));
    }
    problems.extend(
        masking::flips(check, example)
            .into_iter()
            .map(|flip| format!("masking {} turns {} into {}", flip.path, flip.from, flip.to)),
    );
    problems
}

fn lint_check(check: &Check) -> Vec<String> {
    let mut problems = Vec::new();
    lint_text(check, &mut problems);
    lint_references(check, &mut problems);
    lint_examples(check, &mut problems);
    problems.extend(lint_reports(check));
    problems
}

fn lint_text(check: &Check, problems: &mut Vec<String>) {
    let metadata = &check.metadata;
    for (what, text) in [("title", &metadata.title), ("risk", &metadata.risk), ("remediation", &metadata.remediation.text)] {
        if text.trim().is_empty() {
            problems.push(format!("{what} is empty"));
        }
    }
    if metadata.title.chars().count() > 100 {
        problems.push("title is longer than 100 characters".to_owned());
    }
    if metadata.title.ends_with('.') {
        problems.push("title ends with a full stop".to_owned());
    }
    if metadata.categories.is_empty() {
        problems.push("no category".to_owned());
    }
    if let Some(url) = metadata.remediation.url.as_ref().filter(|url| !url.starts_with("https://")) {
        problems.push(format!("remediation url {url} does not start with https://"));
    }
    let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
    if !metadata.id.chars().all(plain) {
        problems.push("the id may hold lower-case letters, digits and hyphens only".to_owned());
    }
    problems.extend(misplaced(check));
}

/// An id that names another provider or service than the resource type; the account belongs to every service.
fn misplaced(check: &Check) -> Option<String> {
    let resource_type = check.resource_type;
    let (provider, _) = resource_type.name.split_once('.')?;
    let prefix =
        if resource_type.name == ACCOUNT { format!("{provider}-") } else { format!("{provider}-{}-", resource_type.service()) };
    let problem = || format!("the id must begin with `{prefix}`, for it looks at {}", resource_type.name);
    (!check.metadata.id.starts_with(&prefix)).then(problem)
}

fn lint_references(check: &Check, problems: &mut Vec<String>) {
    let Some(account) = resource::by_name(ACCOUNT) else { return };
    for chain in &check.references().chains {
        let Some((root, fields)) = chain.split_first() else { continue };
        let resource_type = if root == "account" { account } else { check.resource_type };
        if let Err(problem) = shape::follow(resource_type, fields) {
            problems.push(problem);
        }
    }
    let used = &check.references().parameters;
    let undeclared = used.iter().filter(|name| !check.parameters.has(name));
    problems.extend(undeclared.map(|name| format!("the parameter `{name}` is used but not declared")));
    for (name, parameter) in check.parameters.iter() {
        if !used.contains(name) {
            problems.push(format!("the parameter `{name}` is declared but not used"));
        }
        if parameter.description.trim().is_empty() {
            problems.push(format!("the parameter `{name}` has no description"));
        }
    }
}

/// What passes are reported on must be a list that decides, and a passing example must show it.
fn lint_reports(check: &Check) -> Option<String> {
    let reports = check.reports.as_ref()?;
    if resource::by_name(&reports.resource).is_none() {
        return Some(format!("`reports` names the unknown resource type `{}`", reports.resource));
    }
    if !check.pass.references().resource.contains(reports.list.as_str()) {
        return Some(format!("`reports` names `{}`, which `pass` does not look at", reports.list));
    }
    let shows = |document: &ExampleDocument| {
        Example::build(check, document).is_ok_and(|example| example.evaluate(check).satisfied_by.is_some())
    };
    let problem = || "no passing example shows what `reports` names, with its id, `arn`, `name` and `region`".to_owned();
    (!check.examples.iter().any(shows)).then(problem)
}

fn lint_examples(check: &Check, problems: &mut Vec<String>) {
    for outcome in [Outcome::Pass, Outcome::Fail] {
        if !check.examples.iter().any(|example| example.expect == outcome) {
            problems.push(format!("no example that comes to {outcome}"));
        }
    }
    if check.when.is_some() && !check.examples.iter().any(|example| example.expect == Outcome::NotApplicable) {
        problems.push("`when` has no example that comes to not_applicable".to_owned());
    }
    let mut names = BTreeSet::new();
    for example in &check.examples {
        if !names.insert(&example.name) {
            problems.push(format!("two examples are called `{}`", example.name));
        }
    }
    for trial in try_examples(check) {
        problems.extend(trial.problems.into_iter().map(|problem| format!("example `{}`: {problem}", trial.name)));
    }
}

/// Aliases that hide behind a check's own id: such a name would never select the check that carries it. Several checks may share an
/// alias where another tool asks in one check what is asked here in several.
fn hidden_aliases(library: &Library, check: &Check) -> Vec<Problem> {
    let hidden = check.metadata.aliases.iter().filter(|alias| library.check(alias).is_some());
    let problem =
        |alias: &String| Problem { check: check.metadata.id.clone(), message: format!("the alias `{alias}` is the id of a check") };
    hidden.map(problem).collect()
}

#[cfg(test)]
mod tests;
