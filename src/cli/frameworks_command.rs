//! `scan frameworks`: what frameworks there are, and what each asks for.

use std::fmt::Write;

use serde_json::json;

use super::arguments::{FrameworksCommand, SharedArguments};
use super::card::{self, Paper};
use super::exit_code::{Ending, Failure};
use super::terminal::write_stdout;
use crate::checks::Library;
use crate::checks::framework::{Framework, FrameworkRequirement};
use crate::checks::selection;

/// Runs `scan frameworks …`.
pub(super) fn run(command: FrameworksCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let library = Library::load_for_scans(&shared.own_folders()).map_err(Failure::usage)?;
    let paper = Paper::of_stdout(shared.color);
    let text = match command {
        FrameworksCommand::List { json: true } => {
            let frameworks: Vec<_> = library.frameworks().map(|framework| as_json(&library, framework)).collect();
            card::pretty(&frameworks)
        }
        FrameworksCommand::List { json: false } => list(&library, &paper),
        FrameworksCommand::Show { id, json } => {
            let framework = selection::framework(&library, &id).map_err(Failure::usage)?;
            if json { card::pretty(&as_json(&library, framework)) } else { shown(&library, framework, &paper) }
        }
    };
    write_stdout(text.as_bytes())
}

/// Requirements that a person has to look at.
fn manual(framework: &Framework) -> usize {
    framework.requirements.iter().filter(|requirement| requirement.manual).count()
}

fn as_json(library: &Library, framework: &Framework) -> serde_json::Value {
    let Framework { id, title, version, url, coverage, requirements } = framework;
    let requirement = |requirement: &FrameworkRequirement| {
        let FrameworkRequirement { id, title, section, level, manual, checks } = requirement;
        json!({ "id": id, "title": title, "section": section, "level": level, "manual": manual, "checks": checks })
    };
    let requirements: Vec<_> = requirements.iter().map(requirement).collect();
    json!({
        "id": id,
        "title": title,
        "version": version,
        "url": url,
        "coverage": coverage,
        "checks": library.checks_of_framework(framework).len(),
        "requirements": requirements,
    })
}

fn list(library: &Library, paper: &Paper) -> String {
    let rows = library.frameworks().map(|framework| {
        [
            framework.id.clone(),
            framework.requirements.len().to_string(),
            manual(framework).to_string(),
            library.checks_of_framework(framework).len().to_string(),
            format!("{} {}", framework.title, framework.version),
        ]
    });
    card::table(["framework", "requirements", "manual", "checks", "what it is"], rows, paper)
}

fn shown(library: &Library, framework: &Framework, paper: &Paper) -> String {
    let mut text = String::new();
    let manual = manual(framework);
    let decided = framework.requirements.len() - manual;
    let _ = writeln!(text, "{}\n{}", paper.strong(&format!("{} {}", framework.title, framework.version)), framework.url);
    let checks = library.checks_of_framework(framework).len();
    let counts = format!("{decided} requirements are decided by {checks} checks, {manual} by a person.");
    let _ = writeln!(text, "{}", paper.wrap(&counts, 0));
    if let Some(coverage) = &framework.coverage {
        let _ = writeln!(text, "{}", paper.wrap(coverage, 0));
    }
    let mut section = None;
    for requirement in &framework.requirements {
        if section != Some(&requirement.section) {
            section = Some(&requirement.section);
            let _ = writeln!(text);
            if let Some(name) = &requirement.section {
                let _ = writeln!(text, "{}", paper.heading(name));
            }
        }
        put_requirement(requirement, paper, &mut text);
    }
    let _ = writeln!(text, "\nscan --framework {} says which of them an account meets", framework.id);
    text
}

fn put_requirement(requirement: &FrameworkRequirement, paper: &Paper, text: &mut String) {
    let FrameworkRequirement { id, title, section: _, level, manual, checks } = requirement;
    let level = level.map(|level| format!(" (level {level})")).unwrap_or_default();
    let by_hand = if *manual { ", by a person" } else { "" };
    let _ = writeln!(text, "{}", paper.wrap(&format!("{id}  {title}{level}{by_hand}"), 2));
    if !checks.is_empty() {
        let _ = writeln!(text, "{}", paper.faint(&paper.wrap(&checks.join(", "), 6)));
    }
}
