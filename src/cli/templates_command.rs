//! `scan templates`: what templates there are, and what each of them says.

use std::fmt::Write;

use serde_json::{Value, json};

use super::arguments::{SharedArguments, TemplatesCommand};
use super::card::{self, Paper};
use super::configuration::{Entry, Place, Places, Template, Templates};
use super::exit_code::Ending;
use super::terminal::write_stdout;
use crate::model::plain_text::neutralise;

/// The version that every document names.
const SCHEMA_VERSION: &str = "1";

/// Runs `scan templates …`.
pub(super) fn run(command: TemplatesCommand, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let templates = Templates::find(&Places::find())?;
    let paper = Paper::of_stdout(shared.color);
    let text = match command {
        TemplatesCommand::List { json: true } => {
            let all: Vec<Value> = templates.iter().map(listed).collect();
            card::pretty(&json!({ "schema_version": SCHEMA_VERSION, "templates": all }))
        }
        TemplatesCommand::List { json: false } => list(&templates, &paper),
        TemplatesCommand::Show { name, json } => {
            let template = templates.named(&name)?.template()?;
            templates.check(&name)?;
            if json { card::pretty(&as_json(template)) } else { shown(template, &paper) }
        }
    };
    write_stdout(text.as_bytes())
}

/// One of the list. Of one that nobody understands there is what is wrong with it.
fn listed(entry: &Entry) -> Value {
    let template = entry.read.as_ref().ok();
    json!({
        "name": entry.name,
        "description": template.map(|one| &one.description),
        "place": placed(&entry.place),
        "options": template.map(|one| &one.options),
        "problem": entry.read.as_ref().err(),
    })
}

fn as_json(template: &Template) -> Value {
    let Template { name, description, place, options } = template;
    let place = placed(place);
    json!({ "schema_version": SCHEMA_VERSION, "name": name, "description": description, "place": place, "options": options })
}

/// Where it stands, for programs.
fn placed(place: &Place) -> Value {
    match place {
        Place::BuiltIn => json!({ "kind": "built_in", "path": null }),
        Place::File(path) => json!({ "kind": "file", "path": path }),
    }
}

fn list(templates: &Templates, paper: &Paper) -> String {
    let safe = |text: &str| neutralise(text).into_owned();
    let about = |one: &Entry| match &one.read {
        Ok(template) => safe(&template.description),
        Err(problem) => safe(&format!("cannot be used: {problem}")),
    };
    let rows = templates.iter().map(|one| [safe(&one.name), safe(&one.place.in_words()), about(one)]);
    card::table(["template", "from", "what it is for"], rows, paper)
}

fn shown(template: &Template, paper: &Paper) -> String {
    let Template { name, description, place, options } = template;
    let mut text = String::new();
    let _ = writeln!(text, "{} ({})", paper.strong(&neutralise(name)), neutralise(&place.in_words()));
    if !description.is_empty() {
        let _ = writeln!(text, "{}", paper.wrap(&neutralise(description), 0));
    }
    let rows = options.iter().map(|(option, value)| [neutralise(option).into_owned(), neutralise(&in_words(value)).into_owned()]);
    let _ = writeln!(text, "\n{}", card::table(["option", "value"], rows, paper));
    let _ = writeln!(text, "scan --template {} scans so; a typed option beats it", neutralise(name));
    text
}

/// A value as people read it: texts without quotes, lists with commas, tables as pairs.
fn in_words(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        toml::Value::Table(pairs) => {
            pairs.iter().map(|(key, value)| format!("{key}={}", in_words(value))).collect::<Vec<_>>().join(", ")
        }
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::Boolean(is_on) => is_on.to_string(),
        toml::Value::Datetime(moment) => moment.to_string(),
    }
}
