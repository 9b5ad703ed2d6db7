//! Which of several settings holds: the one of the highest layer, and none that contradicts a higher one.

use std::path::{Path, PathBuf};

use super::option::Options;
use super::template::TemplateOrigin;
use crate::cli::arguments::{CONTRADICTIONS, NEEDS, Wish};
use crate::cli::destination::absolute;
use crate::cli::exit_code::Failure;

/// Options that say one thing together, which checks run: whoever names any of them says it all.
const SELECTION: [&str; 3] = ["profile", "framework", "check"];

/// The option that keeps scans from being stored, and the one of the folder that they would be stored in.
pub(super) const NO_STORE: &str = "no_store";
pub(super) const STATE_DIR: &str = "state_dir";

/// What makes a scan one of a mock account.
const MOCKS: [Wish; 2] = [Wish { option: "mock", value: None }, Wish { option: "provider", value: Some("mock") }];

/// Options that say where a report goes.
const REPORTS: [&str; 4] = ["json", "sarif", "jsonl", "output"];

/// Where a value is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Origin {
    /// The command line: the option.
    Flag(String),
    /// A variable of the environment.
    Environment(String),
    /// A file.
    File(PathBuf),
    /// A template.
    Template(Box<TemplateOrigin>),
    /// Nobody said anything.
    Default,
}

impl Origin {
    /// Whether whoever wrote a file is behind it: it stands there, or in a template that the file holds or names.
    pub(in crate::cli) fn is_of(&self, file: &Path) -> bool {
        match self {
            Self::File(path) => path == file,
            Self::Template(template) => template.is_in(file) || template.named_by.is_of(file),
            Self::Flag(_) | Self::Environment(_) | Self::Default => false,
        }
    }
}

/// What a layer says of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Setting {
    /// The option's id.
    pub(super) id: String,
    /// Its values; `None` where the layer switches it off.
    pub(super) values: Option<Vec<String>>,
    /// Who says so.
    pub(super) origin: Origin,
}

impl Setting {
    fn is_on(&self) -> bool {
        self.values.is_some()
    }

    fn grants(&self, wish: &Wish) -> bool {
        let fits = |value: &str| self.values.iter().flatten().any(|own| own == value);
        self.is_on() && self.id == wish.option && wish.value.is_none_or(fits)
    }

    /// As a person would write it there: `--fail-on`, `fail-on`, or the variable.
    fn name(&self) -> String {
        match &self.origin {
            Origin::Flag(name) | Origin::Environment(name) => name.clone(),
            Origin::File(_) | Origin::Template(_) | Origin::Default => self.id.replace("scan_type", "type").replace('_', "-"),
        }
    }
}

/// The settings that hold, of the layers from the highest to the lowest; what was typed is the highest.
///
/// # Errors
/// Settings of one layer that contradict each other.
pub(super) fn merge(options: &Options, typed: Vec<Setting>, lower: Vec<Vec<Setting>>) -> Result<Vec<Setting>, Failure> {
    let mut accepted = typed;
    let typed_count = accepted.len();
    for layer in lower {
        refuse_to_leave_the_mock(options, &layer, &accepted)?;
        // Where nothing is stored, a folder that was named once and for all has no use: it contradicts nothing.
        let is_standing_folder = |setting: &Setting| setting.id == STATE_DIR && !matches!(setting.origin, Origin::Flag(_));
        let holds = |setting: &Setting| {
            let is_said = accepted.iter().any(|higher| higher.id == setting.id);
            let stands_back = setting.is_on()
                && accepted.iter().any(|higher| {
                    higher.is_on()
                        && !is_standing_folder(higher)
                        && (contradict(options, higher, setting) || replaces(higher, setting))
                });
            !is_said && !stands_back
        };
        let layer = layer.into_iter().filter(holds).filter_map(|setting| without_taken_places(setting, &accepted));
        let layer: Vec<Setting> = layer.collect();
        if layer.iter().any(|setting| setting.id == NO_STORE && setting.is_on()) {
            accepted.retain(|setting| !is_standing_folder(setting));
        }
        let is_unstored = accepted.iter().chain(&layer).any(|setting| setting.id == NO_STORE && setting.is_on());
        let layer: Vec<Setting> = layer.into_iter().filter(|setting| !(is_unstored && is_standing_folder(setting))).collect();
        for (place, one) in layer.iter().enumerate() {
            let other = layer[..place].iter().find(|other| one.is_on() && other.is_on() && contradict(options, one, other));
            if let Some(other) = other {
                return Err(contradiction(other, one));
            }
        }
        accepted.extend(layer);
    }
    // What was typed without what it needs is an error of its own; what only stands somewhere has nothing to do then.
    let has_use = |setting: &Setting| {
        let mut needed = NEEDS.iter().filter(|(option, _)| *option == setting.id).peekable();
        needed.peek().is_none() || needed.any(|(_, wish)| accepted.iter().any(|other| other.grants(wish)))
    };
    let useful: Vec<bool> = accepted.iter().map(has_use).collect();
    let kept = accepted.into_iter().zip(useful).enumerate();
    Ok(kept.filter(|(place, (_, has_use))| *place < typed_count || *has_use).map(|(_, (setting, _))| setting).collect())
}

/// A template that scans a mock account must not scan a real one instead, because of something that stands in the environment or was typed
/// for another reason. Where a file names the template, what is typed beats it as it beats the file.
///
/// # Errors
/// Something higher keeps the layer's mock account from being scanned.
fn refuse_to_leave_the_mock(options: &Options, layer: &[Setting], higher: &[Setting]) -> Result<(), Failure> {
    let is_mock = |setting: &&Setting| MOCKS.iter().any(|wish| setting.grants(wish));
    for mock in layer.iter().filter(is_mock) {
        let Origin::Template(template) = &mock.origin else { continue };
        let beats = |one: &&Setting| {
            let is_typed_over_a_file = matches!((&one.origin, &template.named_by), (Origin::Flag(_), Origin::File(_)));
            one.is_on() && !is_typed_over_a_file && contradict(options, one, mock)
        };
        if higher.iter().any(|one| one.id == mock.id) {
            continue;
        }
        if let Some(other) = higher.iter().find(beats) {
            let (name, other) = (&template.name, other.name());
            let message = format!("template {name} scans a mock account, which {other} contradicts; leave one of them out");
            return Err(Failure::usage(message));
        }
    }
    Ok(())
}

/// The setting without the reports that would go where one of a higher layer goes; `None` where none is left.
fn without_taken_places(mut setting: Setting, higher: &[Setting]) -> Option<Setting> {
    let places = |setting: &Setting| -> Vec<PathBuf> {
        let values = setting.values.iter().flatten();
        match setting.id.as_str() {
            "format" => values.filter(|format| *format != "table").map(|_| PathBuf::from("-")).collect(),
            id if REPORTS.contains(&id) => values.map(|value| place(id, value)).collect(),
            _ => Vec::new(),
        }
    };
    let taken: Vec<PathBuf> = higher.iter().flat_map(places).collect();
    let Setting { id, values: Some(values), .. } = &mut setting else { return Some(setting) };
    if REPORTS.contains(&id.as_str()) {
        values.retain(|value| !taken.contains(&place(id, value)));
    }
    if values.is_empty() { None } else { Some(setting) }
}

/// Where the report of an option's value goes; `-` is stdout.
fn place(id: &str, value: &str) -> PathBuf {
    let path = value.split_once('=').filter(|_| id == "output").map_or(value, |(_, path)| path);
    if path == "-" { PathBuf::from(path) } else { absolute(Path::new(path)) }
}

fn contradict(options: &Options, one: &Setting, other: &Setting) -> bool {
    let by_wish = |(left, right): &(Wish, Wish)| one.grants(left) && other.grants(right) || one.grants(right) && other.grants(left);
    options.conflict(&one.id, &other.id) || CONTRADICTIONS.iter().any(by_wish)
}

/// Whether a higher setting says what a lower one says by another option: which checks run, or where.
fn replaces(higher: &Setting, lower: &Setting) -> bool {
    let selects = |setting: &Setting| SELECTION.contains(&setting.id.as_str());
    let names_regions = higher.id == "scan_type" && !higher.grants(&Wish { option: "scan_type", value: Some("incremental") });
    selects(higher) && selects(lower) || names_regions && lower.id == "region"
}

fn contradiction(one: &Setting, other: &Setting) -> Failure {
    let source = match &one.origin {
        Origin::File(path) => format!("{}: ", path.display()),
        Origin::Template(template) => format!("template {}: ", template.name),
        _ => String::new(),
    };
    Failure::usage(format!("{source}{} and {} contradict each other; leave one out", one.name(), other.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(origin: &Origin, settings: &[(&str, Option<&str>)]) -> Vec<Setting> {
        let setting = |(id, value): &(&str, Option<&str>)| Setting {
            id: (*id).to_owned(),
            values: value.map(|value| vec![value.to_owned()]),
            origin: origin.clone(),
        };
        settings.iter().map(setting).collect()
    }

    type Said = &'static [(&'static str, Option<&'static str>)];

    fn merged(typed: Said, project: Said, user: Said) -> Result<Vec<String>, Failure> {
        let of_file = |name: &str, said: Said| layer(&Origin::File(PathBuf::from(name)), said);
        let lower = vec![of_file("project", project), of_file("user", user)];
        let merged = merge(&Options::all(), layer(&Origin::Flag("--x".to_owned()), typed), lower)?;
        let mut on: Vec<String> =
            merged.iter().filter_map(|setting| Some(format!("{}={}", setting.id, setting.values.as_ref()?.join(",")))).collect();
        on.sort();
        Ok(on)
    }

    #[test]
    fn the_higher_layer_holds() {
        let table: [(Said, Said, Said, &[&str]); 15] = [
            (&[("name", Some("a"))], &[("name", Some("b"))], &[("name", Some("c"))], &["name=a"]),
            (&[], &[("name", Some("b"))], &[("name", Some("c"))], &["name=b"]),
            (&[("quiet", Some("true"))], &[("verbose", Some("true"))], &[], &["quiet=true"]),
            (&[], &[("verbose", None)], &[("verbose", Some("true"))], &[]),
            (&[], &[("verbose", None)], &[("quiet", Some("true"))], &["quiet=true"]),
            (&[("no_store", Some("true"))], &[("wait", Some("true")), ("state_dir", Some("s"))], &[], &["no_store=true"]),
            (&[], &[("state_dir", Some("s"))], &[("no_store", Some("true"))], &["no_store=true"]),
            (&[("state_dir", Some("s"))], &[("no_store", Some("true"))], &[], &["state_dir=s"]),
            (&[("format", Some("csv"))], &[("json", Some("-"))], &[("output", Some("html=-"))], &["format=csv"]),
            (&[("sarif", Some("-"))], &[("json", Some("-")), ("jsonl", Some("l"))], &[], &["jsonl=l", "sarif=-"]),
            (&[("output", Some("json=/r.json"))], &[("json", Some("/r.json"))], &[], &["output=json=/r.json"]),
            (
                &[("mock", Some("demo"))],
                &[("aws_profile", Some("p")), ("mock_speed", Some("0"))],
                &[],
                &["mock=demo", "mock_speed=0"],
            ),
            (&[], &[("mock_speed", Some("0")), ("max_evidence_age", Some("2d"))], &[], &[]),
            (&[("check", Some("c"))], &[("profile", Some("p")), ("framework", Some("f"))], &[], &["check=c"]),
            (&[("scan_type", Some("quick"))], &[("region", Some("r"))], &[], &["scan_type=quick"]),
        ];
        for (typed, project, user, expected) in table {
            assert_eq!(merged(typed, project, user).unwrap(), expected, "{typed:?} {project:?} {user:?}");
        }
        let both = merged(&[("scan_type", Some("incremental"))], &[("region", Some("r"))], &[("max_evidence_age", Some("2d"))]);
        assert_eq!(both.unwrap(), ["max_evidence_age=2d", "region=r", "scan_type=incremental"]);
    }

    #[test]
    fn one_layer_may_not_contradict_itself() {
        let table: [(Said, &str); 3] = [
            (&[("quiet", Some("true")), ("verbose", Some("true"))], "project: quiet and verbose contradict each other"),
            (&[("mock", Some("demo")), ("aws_profile", Some("a"))], "project: mock and aws-profile contradict"),
            (&[("no_store", Some("true")), ("scan_type", Some("incremental"))], "project: no-store and type contradict"),
        ];
        for (project, expected) in table {
            let problem = merged(&[], project, &[]).unwrap_err().to_string();
            assert!(problem.contains(expected), "{problem}");
        }
        assert!(merged(&[], &[("scan_type", Some("quick")), ("region", Some("r"))], &[]).is_ok(), "--region beats --type");
    }
}
