//! Settings that nobody types: `posture-scan.toml` of the folder or one above it, the user's own file, and the environment.
//!
//! Each option of a scan may stand in all of them under its own long name. What is typed beats the environment
//! (`POSTURE_SCAN_FAIL_ON`), which beats the project's file, which beats the user's. Which options there are, what they take and what is
//! wrong with a value comes from clap's definition of the command line: nothing is listed twice.
//!
//! A template (`--template ci`) stands right below what is typed and the environment; one that a file names stands right below that file.

mod environment;
mod file;
mod layers;
mod option;
mod template;
mod trust;

use std::path::{Path, PathBuf};

use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::arguments::{Arguments, Command, Typed};
use super::destination::nearest;
use super::exit_code::Failure;
use crate::model::ParameterSetting;
use file::ConfigurationFile;
pub(super) use layers::Origin;
use layers::Setting;
pub(super) use option::Kind;
use option::{Options, Reach};
use template::TemplateOrigin;
pub(super) use template::{Entry, Place, Template, Templates, built_in_names as built_in_templates};

/// The name of a project's file.
const PROJECT_FILE: &str = "posture-scan.toml";

/// The command line with everything that stands behind it, and where each value is from.
pub(super) struct Settled {
    /// The whole, as if typed.
    pub(super) arguments: Arguments,
    /// Every option of a scan.
    pub(super) options: Vec<Shown>,
    /// The values of checks' parameters that the files and the template set, and where each is from.
    pub(super) parameters: Vec<(ParameterSetting, Origin)>,
    /// The project's file, where there is one.
    pub(super) project: Option<PathBuf>,
    /// The template that holds, where one is named.
    pub(super) template: Option<NamedTemplate>,
}

/// A template that holds.
pub(super) struct NamedTemplate {
    /// The template, and where it is named.
    origin: TemplateOrigin,
    /// Where the one stands that the project's hides.
    hidden: Option<Place>,
}

/// An option's value, and where it is from.
pub(super) struct Shown {
    /// The part of the help that the option stands in.
    pub(super) group: String,
    /// The option's long name.
    pub(super) name: String,
    /// What it takes, for programs.
    pub(super) kind: Kind,
    /// The values; none where nobody said any.
    pub(super) values: Vec<String>,
    /// What holds where nobody says anything, in words.
    pub(super) otherwise: Option<String>,
    /// Where the value is from.
    pub(super) origin: Origin,
}

/// Where configuration is looked for.
pub(super) struct Places {
    /// The project's file: the nearest one.
    pub(super) project: Option<PathBuf>,
    /// The user's file, whether it is there or not; `None` without a home.
    pub(super) user: Option<PathBuf>,
}

impl Places {
    /// The places for the current folder and user.
    pub(super) fn find() -> Self {
        let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
        Self {
            project: std::env::current_dir().ok().and_then(|here| nearest(&here, PROJECT_FILE)),
            user: folder(variable).map(|folder| folder.join("config.toml")),
        }
    }
}

/// Puts behind what was typed what the environment and the files say.
///
/// # Errors
/// A file or variable that cannot be understood, or values of one of them that contradict each other.
pub(super) fn settle(typed: &Typed) -> Result<Settled, Failure> {
    let path = typed.path();
    let reach = Reach::of(&path);
    let options = Options::all();
    let places = if reach == Reach::Nothing { Places { project: None, user: None } } else { Places::find() };
    let typed_settings = typed_settings(&options, typed);
    let mut layers = Vec::new();
    if reach != Reach::Nothing {
        let settings = environment::settings(&options, reach)?;
        layers.push((ConfigurationFile { settings, ..ConfigurationFile::default() }, Origin::Default));
    }
    for path in [places.project.as_ref(), places.user.as_ref().filter(|path| path.is_file())].into_iter().flatten() {
        let file = ConfigurationFile::read(path, &options)?;
        if Some(path) == places.project.as_ref() {
            trust::refuse(&file.settings, &options, path)?;
        }
        layers.push((file, Origin::File(path.clone())));
    }
    // What a template says may concern a command that does not take its name; only those that tell of templates do without.
    let template = match path.first() {
        Some(&"templates") => None,
        _ if reach == Reach::Nothing => None,
        _ => add_template(&mut layers, &typed_settings, &options, &places)?,
    };
    let of_reports = template.as_ref().filter(|_| reach == Reach::Plan && says_of_reports(&layers, &options));
    let of_reports = of_reports.map(|template| template.origin.name.clone());
    let is_kept = reach == Reach::Plan && typed.is_typed("save");
    for (layer, _) in &mut layers {
        // Whoever types that a plan is kept wants it kept, whatever stands elsewhere.
        layer.settings.retain(|setting| reach.includes(&options, setting) && !(is_kept && setting.id == layers::NO_STORE));
    }
    let standing_folder =
        layers.iter().flat_map(|(layer, _)| &layer.settings).find(|setting| setting.id == layers::STATE_DIR).cloned();
    // A later parameter beats an earlier one: those of the highest layer come last.
    let parameters = layers.iter_mut().rev().flat_map(|(layer, origin)| {
        std::mem::take(&mut layer.parameters).into_iter().map(|parameter| (parameter, origin.clone())).collect::<Vec<_>>()
    });
    let parameters: Vec<(ParameterSetting, Origin)> = parameters.collect();
    let project = places.project;
    let lower = layers.into_iter().map(|(layer, _)| layer.settings).collect();
    let mut accepted = layers::merge(&options, typed_settings, lower)?;
    if reach == Reach::Plan && !accepted.iter().any(|setting| setting.id == layers::STATE_DIR) {
        // A plan builds on stored scans, also where it is one of a scan that is not stored.
        accepted.extend(standing_folder);
    }
    let (arguments, matches) = parsed(&accepted, typed, &path)?;
    let mut settled = Settled { arguments, options: shown(&options, &matches, &accepted), parameters, project, template };
    let standing = settled.parameters.iter().map(|(parameter, _)| parameter.clone()).collect();
    match &mut settled.arguments.command {
        Some(Command::Plan(plan)) => {
            plan.scan.standing_parameters = standing;
            plan.template_of_reports = of_reports;
        }
        _ => settled.arguments.scan.standing_parameters = standing,
    }
    Ok(settled)
}

/// Whether the template among the layers says something of reports, which no plan keeps.
fn says_of_reports(layers: &[Layer], options: &Options) -> bool {
    let templates = layers.iter().filter(|(_, origin)| matches!(origin, Origin::Template(_)));
    let mut settings = templates.flat_map(|(template, _)| &template.settings);
    settings.any(|setting| Reach::Output.includes(options, setting) && !Reach::Plan.includes(options, setting))
}

/// A layer below what was typed, and where its parameters are from.
type Layer = (ConfigurationFile, Origin);

/// Puts the template, where one is named, right below the layer that names it; below the environment where it was typed.
fn add_template(
    layers: &mut Vec<Layer>,
    typed: &[Setting],
    options: &Options,
    places: &Places,
) -> Result<Option<NamedTemplate>, Failure> {
    let name_in = |settings: &[Setting]| {
        let setting = settings.iter().find(|setting| setting.id == template::TEMPLATE)?;
        Some((setting.values.as_ref()?.first()?.clone(), setting.origin.clone()))
    };
    let of_typed = name_in(typed).map(|named| (named, 0));
    let of_layer = || layers.iter().enumerate().find_map(|(place, (layer, _))| Some((name_in(&layer.settings)?, place)));
    let Some(((name, origin), place)) = of_typed.or_else(of_layer) else { return Ok(None) };
    let templates = Templates::find(places)?;
    let template = templates.read(&name, &origin, options)?;
    let (stands, hidden) = (templates.named(&name)?.place.clone(), templates.hidden_by_project(&name));
    let origin = TemplateOrigin { name, place: stands, named_by: origin };
    layers.insert(place + 1, (template, Origin::Template(Box::new(origin.clone()))));
    Ok(Some(NamedTemplate { origin, hidden }))
}

/// What was typed, option by option.
fn typed_settings(options: &Options, typed: &Typed) -> Vec<Setting> {
    let of_option = |option: &option::ScanOption| {
        let is_typed = typed.is_typed(option.id());
        is_typed.then(|| Setting {
            id: option.id().to_owned(),
            values: Some(typed.raw(option.id())),
            origin: Origin::Flag(format!("--{}", option.name())),
        })
    };
    options.iter().filter_map(of_option).collect()
}

/// The same command line, with the accepted settings in the place of its defaults.
fn parsed(accepted: &[Setting], typed: &Typed, path: &[&str]) -> Result<(Arguments, ArgMatches), Failure> {
    let standing = accepted.iter().filter(|setting| !matches!(setting.origin, Origin::Flag(_)));
    let command = standing.fold(Arguments::command(), |command, setting| match &setting.values {
        Some(values) => with_default(command, path, &setting.id, values),
        None => command,
    });
    let failed = |error: &clap::Error| Failure::usage(option::complaint(error));
    let matches = command.try_get_matches_from(typed.words()).map_err(|error| failed(&error))?;
    let arguments = Arguments::from_arg_matches(&matches).map_err(|error| failed(&error))?;
    Ok((arguments, matches))
}

/// The command with another default of an option: of its own, or of the command below it that was called.
fn with_default(command: clap::Command, path: &[&str], id: &str, values: &[String]) -> clap::Command {
    let is_shared = Options::is_shared(id);
    match path.first() {
        Some(below) if !is_shared && *below != "config" => command
            .mut_subcommand(*below, |command| command.mut_arg(id, |argument| argument.default_values(values.iter().cloned()))),
        _ => command.mut_arg(id, |argument| argument.default_values(values.iter().cloned())),
    }
}

/// Every option with its value.
fn shown(options: &Options, matches: &ArgMatches, accepted: &[Setting]) -> Vec<Shown> {
    let below = matches.subcommand().filter(|(name, _)| *name != "config").map(|(_, below)| below);
    let of_option = |option: &option::ScanOption| {
        let setting = accepted.iter().find(|setting| setting.id == option.id());
        let typed = below.filter(|below| below.try_contains_id(option.id()).is_ok()).unwrap_or(matches);
        let raw = typed.try_get_raw(option.id()).ok().flatten();
        Shown {
            group: option.group().to_owned(),
            name: option.name().to_owned(),
            kind: option.kind(),
            values: raw.map(|values| values.map(|value| value.to_string_lossy().into_owned()).collect()).unwrap_or_default(),
            otherwise: option.otherwise(),
            origin: setting.map_or(Origin::Default, |setting| setting.origin.clone()),
        }
    };
    options.iter().map(of_option).collect()
}

impl Settled {
    /// Whether the project's file asks for silence: it must not silence what is said of itself.
    pub(super) fn is_silenced_by_project(&self) -> bool {
        let is_of_project = |origin: &Origin| self.project.as_ref().is_some_and(|project| origin.is_of(project));
        self.options.iter().any(|option| option.name == "quiet" && is_of_project(&option.origin))
    }

    /// Where the values are from that nobody typed and that an error is about.
    pub(super) fn sources(options: &[Shown], error: &str) -> Vec<String> {
        let is_meant = |option: &&Shown| option.values.iter().any(|value| value.len() > 1 && error.contains(value.as_str()));
        let mut sources: Vec<(String, Vec<&str>)> = Vec::new();
        for option in options.iter().filter(is_meant) {
            let from = match &option.origin {
                Origin::File(path) => path.display().to_string(),
                Origin::Environment(variable) => variable.clone(),
                Origin::Template(template) => template.in_words(),
                Origin::Flag(_) | Origin::Default => continue,
            };
            match sources.iter_mut().find(|(source, _)| *source == from) {
                Some((_, names)) => names.push(&option.name),
                None => sources.push((from, vec![&option.name])),
            }
        }
        let said = |(source, names): (String, Vec<&str>)| Some(format!("note: {} from {source}", verb(&names)?));
        sources.into_iter().filter_map(said).collect()
    }

    /// That the project's file had a say, itself or through a template, for people who do not know that it is there.
    pub(super) fn notes(&self) -> Vec<String> {
        let Some(project) = &self.project else { return Vec::new() };
        let names = |is_meant: &dyn Fn(&Origin) -> bool| -> Vec<&str> {
            self.options.iter().filter(|option| is_meant(&option.origin)).map(|option| option.name.as_str()).collect()
        };
        let direct = verb(&names(&|origin| matches!(origin, Origin::File(path) if path == project)));
        let direct = direct.map(|said| format!("note: {said} from {} (`scan config show`)", project.display()));
        let template = self.template.as_ref().filter(|template| Origin::Template(Box::new(template.origin.clone())).is_of(project));
        let through = template.and_then(|template| {
            let names = names(&|origin| matches!(origin, Origin::Template(_)));
            Some(format!("note: {} (`scan config show`)", of_template(template, project, &names)?))
        });
        direct.into_iter().chain(through).collect()
    }
}

/// What a template of the project, or one that it names, has a say in; `None` where nobody need know.
fn of_template(template: &NamedTemplate, project: &Path, names: &[&str]) -> Option<String> {
    let NamedTemplate { origin, hidden } = template;
    let because = if origin.is_in(project) { String::new() } else { format!(", which {} names", project.display()) };
    let whole = format!("{}{because}", origin.in_words());
    let instead = match hidden {
        None => None,
        Some(Place::BuiltIn) => Some("the built-in one".to_owned()),
        Some(Place::File(path)) => Some(format!("that of {}", path.display())),
    };
    match (verb(names), instead) {
        (Some(said), None) => Some(format!("{said} from {whole}")),
        (Some(said), Some(instead)) => Some(format!("{said} from {whole}, not from {instead}")),
        (None, Some(instead)) => Some(format!("{whole} holds, not {instead}")),
        (None, None) => None,
    }
}

/// `a and b come`; `None` for no names.
fn verb(names: &[&str]) -> Option<String> {
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() { format!("{last} comes") } else { format!("{} and {last} come", others.join(", ")) })
}

/// The folder of the user's configuration: `posture-scan` in `$XDG_CONFIG_HOME`, else in `~/.config`.
pub(super) fn folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let base = variable("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
    let base = base.or_else(|| variable("HOME").map(|home| home.join(".config")))?;
    Some(base.join("posture-scan"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_above_is_the_projects() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("a/b");
        std::fs::create_dir_all(&inner).unwrap();
        std::fs::write(root.path().join(PROJECT_FILE), "").unwrap();
        assert_eq!(nearest(&inner, PROJECT_FILE), Some(root.path().join(PROJECT_FILE)));
        std::fs::write(root.path().join("a").join(PROJECT_FILE), "").unwrap();
        assert_eq!(nearest(&inner, PROJECT_FILE), Some(root.path().join("a").join(PROJECT_FILE)));
    }
}
