//! Templates: options of a scan under one name, in the form of a configuration file. Some are built in; a user's own stand in files of the
//! configuration's folder, or as `[templates.NAME]` in a configuration file.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use toml::{Table, Value};

use super::file::{ConfigurationFile, table_of};
use super::layers::Origin;
use super::option::Options;
use super::{Places, trust};
use crate::cli::exit_code::Failure;
use crate::model::nearest::suggestion;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The key of what a template is for, which is no option.
const DESCRIPTION: &str = "description";
/// The option that names a template.
pub(super) const TEMPLATE: &str = "template";
/// The table of templates in a configuration file.
pub(super) const TEMPLATES: &str = "templates";
/// The ending of a template's own file.
const ENDING: &str = "toml";

/// Where a template stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Place {
    /// In the program.
    BuiltIn,
    /// In a file of its own, or in a configuration file.
    File(PathBuf),
}

impl Place {
    /// In words.
    pub(in crate::cli) fn in_words(&self) -> String {
        match self {
            Self::BuiltIn => "built in".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The folder that its paths are relative to: that of its file, or of the file that names it; else the current one.
    fn folder<'a>(&'a self, named_by: &'a Origin) -> &'a Path {
        let file = match (self, named_by) {
            (Self::File(path), _) | (Self::BuiltIn, Origin::File(path)) => path.parent(),
            (Self::BuiltIn, _) => None,
        };
        file.unwrap_or(Path::new(""))
    }
}

/// The template that a value is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct TemplateOrigin {
    /// What it is called.
    pub(in crate::cli) name: String,
    /// Where it stands.
    pub(in crate::cli) place: Place,
    /// Where it is named.
    pub(in crate::cli) named_by: Origin,
}

impl TemplateOrigin {
    /// `template ci`, with the file that it stands in.
    pub(in crate::cli) fn in_words(&self) -> String {
        match &self.place {
            Place::BuiltIn => format!("template {}", self.name),
            Place::File(path) => format!("template {} of {}", self.name, path.display()),
        }
    }

    /// Whether it stands in a file.
    pub(super) fn is_in(&self, file: &Path) -> bool {
        matches!(&self.place, Place::File(path) if path == file)
    }
}

/// A named set of options.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Template {
    /// What it is called.
    pub(in crate::cli) name: String,
    /// What it is for; empty where it does not say.
    pub(in crate::cli) description: String,
    /// Where it stands.
    pub(in crate::cli) place: Place,
    /// Its options, as they stand there.
    pub(in crate::cli) options: Table,
}

impl Template {
    fn new(name: &str, place: Place, mut options: Table) -> Result<Self, String> {
        let description = match options.remove(DESCRIPTION) {
            None => String::new(),
            Some(Value::String(text)) => text,
            Some(_) => return Err("`description` must be a text in quotes".to_owned()),
        };
        if options.contains_key(TEMPLATE) {
            return Err("a template cannot name another one".to_owned());
        }
        Ok(Self { name: name.to_owned(), description, place, options })
    }

    /// What it says, as a configuration file would.
    fn read(&self, named_by: &Origin, options: &Options) -> Result<ConfigurationFile, Failure> {
        let (name, place) = (self.name.clone(), self.place.clone());
        let origin = Origin::Template(Box::new(TemplateOrigin { name, place, named_by: named_by.clone() }));
        let read = ConfigurationFile::of_table(&self.options, self.place.folder(named_by), &origin, options);
        read.map_err(|problem| Failure::usage(format!("{}: template `{}`: {problem}", self.place.in_words(), self.name)))
    }
}

/// A template with a name, which may be one that nobody understands: that keeps no other one from being named.
#[derive(Debug)]
pub(in crate::cli) struct Entry {
    /// What it is called.
    pub(in crate::cli) name: String,
    /// Where it stands.
    pub(in crate::cli) place: Place,
    /// What it says, or what is wrong with it.
    pub(in crate::cli) read: Result<Template, String>,
    /// Where the next one of the same name stands, which this one hides.
    hides: Option<Place>,
}

impl Entry {
    fn new(name: &str, place: Place, table: Result<Table, String>) -> Self {
        let read = table.and_then(|table| Template::new(name, place.clone(), table));
        Self { name: name.to_owned(), place, read, hides: None }
    }

    /// What it says.
    ///
    /// # Errors
    /// It cannot be read.
    pub(in crate::cli) fn template(&self) -> Result<&Template, Failure> {
        let problem = |what: &String| Failure::usage(format!("{}: template `{}`: {what}", self.place.in_words(), self.name));
        self.read.as_ref().map_err(problem)
    }
}

/// Every template that can be named.
pub(in crate::cli) struct Templates {
    /// One of each name, by name: of several the one that is nearest to the user.
    all: Vec<Entry>,
    /// The project's file.
    project: Option<PathBuf>,
}

impl Templates {
    /// Those of the program, of the user and of the project; a nearer one stands in the place of one of the same name.
    ///
    /// # Errors
    /// A configuration file or the folder of templates cannot be read.
    pub(in crate::cli) fn find(places: &Places) -> Result<Self, Failure> {
        let mut all: Vec<Entry> = Vec::new();
        let user = places.user.as_ref().filter(|path| path.is_file());
        for path in [places.project.as_ref(), user].into_iter().flatten() {
            all.extend(of_configuration(path)?);
        }
        if let Some(folder) = places.user.as_deref().and_then(Path::parent) {
            all.extend(of_folder(&folder.join(TEMPLATES))?);
        }
        all.extend(built_in());
        // The sort is stable: of those of a name the first one stays, which is the nearest.
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all.dedup_by(|later, earlier| {
            let is_hidden = later.name == earlier.name;
            if is_hidden {
                earlier.hides.get_or_insert_with(|| later.place.clone());
            }
            is_hidden
        });
        Ok(Self { all, project: places.project.clone() })
    }

    /// All of them, by name.
    pub(in crate::cli) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.all.iter()
    }

    /// The one with a name.
    ///
    /// # Errors
    /// There is none.
    pub(in crate::cli) fn named(&self, name: &str) -> Result<&Entry, Failure> {
        self.iter().find(|template| template.name == name).ok_or_else(|| {
            let hint = suggestion(name, self.iter().map(|template| template.name.as_str()), "`scan templates list` shows them all");
            Failure::usage(format!("no template is called `{name}`{hint}"))
        })
    }

    /// What the template says that `origin` names. A project's file may neither hold nor name one that says what it may not say itself.
    ///
    /// # Errors
    /// There is no such template, or it says what nobody understands or what it may not say.
    pub(super) fn read(&self, name: &str, origin: &Origin, options: &Options) -> Result<ConfigurationFile, Failure> {
        let template = self.named(name)?.template()?;
        let read = template.read(origin, options)?;
        if let Some(project) = &self.project
            && (template.place == Place::File(project.clone()) || origin.is_of(project))
        {
            trust::refuse(&read.settings, options, project)?;
        }
        Ok(read)
    }

    /// Where the template stands that the project's file hides by one of its own with the same name.
    pub(super) fn hidden_by_project(&self, name: &str) -> Option<Place> {
        let entry = self.iter().find(|entry| entry.name == name)?;
        let is_of_project = self.project.clone().is_some_and(|project| entry.place == Place::File(project));
        entry.hides.clone().filter(|_| is_of_project)
    }

    /// Whether a scan could do what a template says, from wherever it is named.
    ///
    /// # Errors
    /// There is no such template, or it says what nobody understands or what it may not say.
    pub(in crate::cli) fn check(&self, name: &str) -> Result<(), Failure> {
        self.read(name, &Origin::Default, &Options::all()).map(|_| ())
    }
}

/// The names of those that are built in.
pub(in crate::cli) fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.files().filter_map(|file| file.path().file_stem()?.to_str())
}

fn built_in() -> impl Iterator<Item = Entry> {
    let text = |name: &str| BUILT_IN.get_file(format!("{name}.{ENDING}")).and_then(include_dir::File::contents_utf8);
    built_in_names().map(move |name| Entry::new(name, Place::BuiltIn, table_of(text(name).unwrap_or_default())))
}

/// The templates in a configuration file.
fn of_configuration(path: &Path) -> Result<Vec<Entry>, Failure> {
    let problem = |what: String| Failure::usage(format!("{}: {what}", path.display()));
    let templates = match file(path).map_err(problem)?.remove(TEMPLATES) {
        None => return Ok(Vec::new()),
        Some(Value::Table(templates)) => templates,
        Some(_) => return Err(problem(format!("`{TEMPLATES}` must be tables: [{TEMPLATES}.NAME] with a line for each option"))),
    };
    let template = |(name, value): (String, Value)| {
        let table = match value {
            Value::Table(options) => Ok(options),
            _ => Err(format!("it must be a table: [{TEMPLATES}.{name}] with a line for each option")),
        };
        Entry::new(&name, Place::File(path.to_owned()), table)
    };
    Ok(templates.into_iter().map(template).collect())
}

/// A file for each template; no folder is one without any.
fn of_folder(folder: &Path) -> Result<Vec<Entry>, Failure> {
    let problem = |error: std::io::Error| Failure::usage(format!("cannot read {}: {error}", folder.display()));
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(problem)?,
    };
    let paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>().map_err(problem)?;
    let paths = paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    let template = |path: PathBuf| {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Entry::new(&name, Place::File(path.clone()), file(&path))
    };
    Ok(paths.map(template).collect())
}

fn file(path: &Path) -> Result<Table, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot be read: {error}"))?;
    table_of(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(project: Option<PathBuf>, user: PathBuf) -> Places {
        Places { project, user: Some(user) }
    }

    #[test]
    fn the_built_in_ones_say_what_they_are_for_and_nothing_that_nobody_understands() {
        let folder = tempfile::tempdir().unwrap();
        let templates = Templates::find(&places(None, folder.path().join("config.toml"))).unwrap();
        let names: Vec<&str> = templates.iter().map(|template| template.name.as_str()).collect();
        assert_eq!(names, ["audit-cis", "ci", "demo", "first-look", "nightly"]);
        for entry in templates.iter() {
            assert!(!entry.template().unwrap().description.is_empty(), "{}", entry.name);
            templates.check(&entry.name).unwrap();
        }
    }

    #[test]
    fn the_nearest_of_several_with_a_name_counts() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
            path
        };
        let user = write("home/config.toml", "[templates.ci]\ndescription = 'of the user'\n[templates.mine]\nprofile = 'iam'\n");
        write("home/templates/mine.toml", "profile = 'storage'\n");
        write("home/templates/other.toml", "description = 'of a file'\n");
        write("home/templates/notes.txt", "no template");
        let project = write("project/posture-scan.toml", "[templates.ci]\ndescription = 'of the project'\n");
        let templates = Templates::find(&places(Some(project.clone()), user.clone())).unwrap();
        let ci = templates.named("ci").unwrap().template().unwrap();
        assert_eq!((ci.description.as_str(), &ci.place), ("of the project", &Place::File(project)));
        assert_eq!(templates.named("mine").unwrap().place, Place::File(user.clone()));
        assert_eq!(templates.named("other").unwrap().template().unwrap().description, "of a file");
        let hidden = |name: &str| templates.hidden_by_project(name);
        assert_eq!((hidden("ci"), hidden("mine"), hidden("nightly")), (Some(Place::File(user)), None, None));
        assert!(templates.named("notes").is_err());
        let problem = templates.named("nigthly").unwrap_err().to_string();
        assert_eq!(problem, "no template is called `nigthly`; did you mean nightly?");
    }

    #[test]
    fn what_is_wrong_with_a_template_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let user = folder.path().join("config.toml");
        let problem = |text: &str| {
            std::fs::write(&user, text).unwrap();
            let found = Templates::find(&places(None, user.clone()));
            found.and_then(|templates| templates.check("a")).unwrap_err().to_string()
        };
        for (text, expected) in [
            ("[templates.a]\nprofil = 'iam'", "template `a`: nothing is called `profil`; did you mean profile"),
            ("[templates.a]\nfail-on = 'hihg'", "template `a`: `fail-on`: invalid value"),
            ("[templates.a]\ntemplate = 'ci'", "template `a`: a template cannot name another one"),
            ("[templates.a]\ndescription = 1", "template `a`: `description` must be a text"),
            ("[templates]\na = 1", "template `a`: it must be a table: [templates.a]"),
            ("templates = 'ci'", "`templates` must be tables: [templates.NAME]"),
            ("[templates", "in line 1"),
        ] {
            let said = problem(text);
            assert!(said.contains(expected) && said.contains("config.toml"), "{text}: {said}");
        }
    }

    #[test]
    fn one_that_nobody_understands_keeps_no_other_one_from_being_named() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("templates");
        std::fs::create_dir_all(own.join("folder.toml")).unwrap();
        std::fs::write(own.join("broken.toml"), "profile =").unwrap();
        std::fs::write(own.join("mine.toml"), "profile = 'iam'").unwrap();
        let templates = Templates::find(&places(None, folder.path().join("config.toml"))).unwrap();
        for name in ["mine", "demo"] {
            templates.check(name).unwrap();
        }
        for (name, expected) in [("broken", "in line 1"), ("folder", "cannot be read")] {
            let problem = templates.check(name).unwrap_err().to_string();
            assert!(problem.contains(expected) && problem.contains(&format!("{name}.toml")), "{problem}");
        }
        std::fs::remove_dir_all(&own).unwrap();
        std::fs::write(&own, "no folder").unwrap();
        let found = Templates::find(&places(None, folder.path().join("config.toml")));
        assert!(found.err().unwrap().to_string().contains("cannot read"));
    }
}
