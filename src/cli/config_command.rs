//! `scan config`: which settings hold, and where each is from.

use std::path::Path;

use serde_json::{Value, json};

use super::arguments::ConfigCommand;
use super::card;
use super::configuration::{Kind, Origin, Place, Places, Settled, Shown};
use super::exit_code::Ending;
use super::outputs::style;
use super::settings::{Stream, colour};
use super::terminal::write_stdout;
use crate::model::address::without_credentials;
use crate::model::plain_text::neutralise;
use crate::report::settings::{Setting, render};

/// Runs `scan config …`.
pub(super) fn run(command: ConfigCommand, settled: &Settled) -> anyhow::Result<Ending> {
    let text = match command {
        ConfigCommand::Show { json: true } => card::pretty(&document(settled)),
        ConfigCommand::Show { json: false } => {
            render(&settings(settled), &style(colour(settled.arguments.shared.color, Stream::Stdout)))
        }
        ConfigCommand::Path { json } => places(&Places::find(), json),
    };
    write_stdout(text.as_bytes())
}

/// Every option and every parameter that a file sets, for people.
fn settings(settled: &Settled) -> Vec<Setting> {
    let mut options: Vec<&Shown> = settled.options.iter().collect();
    // One heading for each group, in the order of the help.
    let groups: Vec<&str> = options.iter().fold(Vec::new(), |mut groups, option| {
        if !groups.contains(&option.group.as_str()) {
            groups.push(&option.group);
        }
        groups
    });
    options.sort_by_key(|option| groups.iter().position(|group| *group == option.group));
    let options = options.into_iter().map(|option| Setting {
        group: option.group.clone(),
        name: option.name.clone(),
        value: value_in_words(option),
        source: source(&option.origin),
    });
    let parameters = settled.parameters.iter().map(|(parameter, origin)| Setting {
        group: "Parameters of checks".to_owned(),
        name: format!("{}.{}", parameter.check, parameter.parameter),
        value: parameter.value.clone(),
        source: source(origin),
    });
    options.chain(parameters).collect()
}

fn value_in_words(option: &Shown) -> String {
    match (option.kind, option.values.as_slice()) {
        (Kind::Switch, values) => if is_on(values) { "on" } else { "off" }.to_owned(),
        (_, []) => option.otherwise.clone().unwrap_or_else(|| "–".to_owned()),
        (_, values) => values.iter().map(|value| safe(option, value)).collect::<Vec<_>>().join(", "),
    }
}

fn is_on(values: &[String]) -> bool {
    values.iter().any(|value| value == "true")
}

/// A value without what nobody but its owner may see.
fn safe(option: &Shown, value: &str) -> String {
    if option.name == "endpoint-url" { without_credentials(value) } else { value.to_owned() }
}

fn source(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Flag(name) | Origin::Environment(name) => Some(name.clone()),
        Origin::File(path) => Some(path.display().to_string()),
        Origin::Template(template) => Some(template.in_words()),
        Origin::Default => None,
    }
}

/// The kind of a source, for programs.
const fn kind(origin: &Origin) -> &'static str {
    match origin {
        Origin::Flag(_) => "flag",
        Origin::Environment(_) => "environment",
        Origin::File(_) => "file",
        Origin::Template(_) => "template",
        Origin::Default => "default",
    }
}

/// The name of a source, for programs.
fn from(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Template(template) => Some(template.name.clone()),
        other => source(other),
    }
}

/// The file that the template of a value stands in, for programs.
fn place(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::Template(template) => match &template.place {
            Place::File(path) => Some(path),
            Place::BuiltIn => None,
        },
        _ => None,
    }
}

/// The same for programs.
fn document(settled: &Settled) -> Value {
    let options = settled.options.iter().map(|option| {
        let values = || option.values.iter().map(|value| safe(option, value));
        let value = match option.kind {
            Kind::Switch => json!(is_on(&option.values)),
            Kind::Texts | Kind::Pairs => json!(values().collect::<Vec<_>>()),
            Kind::Number => values().next().map_or(Value::Null, |text| serde_json::from_str(&text).unwrap_or_else(|_| json!(text))),
            Kind::Text | Kind::TextOrSwitch => json!(values().next()),
        };
        let (kind, from, place) = (kind(&option.origin), from(&option.origin), place(&option.origin));
        json!({ "name": option.name, "value": value, "source": kind, "from": from, "place": place })
    });
    let parameters = settled.parameters.iter().map(|(parameter, origin)| {
        let (check, name) = (&parameter.check, &parameter.parameter);
        json!({ "check": check, "parameter": name, "value": parameter.value, "source": kind(origin), "from": from(origin) })
    });
    json!({ "schema_version": "1", "options": options.collect::<Vec<_>>(), "parameters": parameters.collect::<Vec<_>>() })
}

/// Where configuration is looked for.
fn places(places: &Places, as_json: bool) -> String {
    let user_is_there = places.user.as_ref().is_some_and(|path| path.is_file());
    if as_json {
        return card::pretty(&json!({ "project": places.project, "user": places.user, "user_is_there": user_is_there }));
    }
    let project = places.project.as_ref().map_or_else(
        || "none: there is no posture-scan.toml in this folder or one above it".to_owned(),
        |path| path.display().to_string(),
    );
    let user = places.user.as_ref().map_or_else(|| "none: there is no home folder".to_owned(), |path| path.display().to_string());
    let note = if user_is_there || places.user.is_none() { "" } else { "  (not there)" };
    format!("project  {}\nuser     {}{note}\n", neutralise(&project), neutralise(&user))
}
