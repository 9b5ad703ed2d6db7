//! Templates: options of a scan under one name, in the form of a configuration file. Some are built in; a user's own stand in files of the
//! configuration's folder, or as `[template.NAME]` in a configuration file.

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
/// The option that names a template, and the table of templates in a configuration file.
pub(super) const TEMPLATE: &str = "template";
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
    fn new(name: &str, place: Place, mut options: Table) -> Result<Self, Failure> {
        let problem = |what: &str| Failure::usage(format!("{}: template `{name}`: {what}", place.in_words()));
        let description = match options.remove(DESCRIPTION) {
            None => String::new(),
            Some(Value::String(text)) => text,
            Some(_) => return Err(problem("`description` must be a text in quotes")),
        };
        if options.contains_key(TEMPLATE) {
            return Err(problem("a template cannot name another one"));
        }
        Ok(Self { name: name.to_owned(), description, place, options })
    }

    /// What it says, as a configuration file would.
    ///
    /// # Errors
    /// It says what nobody understands.
    pub(in crate::cli) fn check(&self) -> Result<(), Failure> {
        self.read(&Origin::Default, &Options::all()).map(|_| ())
    }

    fn read(&self, named_by: &Origin, options: &Options) -> Result<ConfigurationFile, Failure> {
        let origin = Origin::Template(self.name.clone());
        let read = ConfigurationFile::of_table(&self.options, self.place.folder(named_by), &origin, options);
        read.map_err(|problem| Failure::usage(format!("{}: template `{}`: {problem}", self.place.in_words(), self.name)))
    }
}

/// Every template that can be named.
pub(in crate::cli) struct Templates {
    /// One of each name, by name: of several the one that is nearest to the user.
    all: Vec<Template>,
    /// The project's file.
    project: Option<PathBuf>,
}

impl Templates {
    /// Those of the program, of the user and of the project; a nearer one stands in the place of one of the same name.
    ///
    /// # Errors
    /// A file that cannot be read or understood.
    pub(in crate::cli) fn find(places: &Places) -> Result<Self, Failure> {
        let mut all: Vec<Template> = Vec::new();
        let user = places.user.as_ref().filter(|path| path.is_file());
        for path in [places.project.as_ref(), user].into_iter().flatten() {
            all.extend(of_configuration(path)?);
        }
        if let Some(folder) = places.user.as_deref().and_then(Path::parent) {
            all.extend(of_folder(&folder.join("templates"))?);
        }
        all.extend(built_in()?);
        // The sort is stable: of those of a name the first one stays, which is the nearest.
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all.dedup_by(|later, earlier| later.name == earlier.name);
        Ok(Self { all, project: places.project.clone() })
    }

    /// All of them, by name.
    pub(in crate::cli) fn iter(&self) -> impl Iterator<Item = &Template> {
        self.all.iter()
    }

    /// The one with a name.
    ///
    /// # Errors
    /// There is none.
    pub(in crate::cli) fn named(&self, name: &str) -> Result<&Template, Failure> {
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
        let template = self.named(name)?;
        let read = template.read(origin, options)?;
        if let Some(project) = &self.project
            && (template.place == Place::File(project.clone()) || *origin == Origin::File(project.clone()))
        {
            trust::refuse(&read.settings, options, project)?;
        }
        Ok(read)
    }
}

/// The names of those that are built in.
pub(in crate::cli) fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.files().filter_map(|file| file.path().file_stem()?.to_str())
}

fn built_in() -> Result<Vec<Template>, Failure> {
    let template = |name: &str| {
        let text = BUILT_IN.get_file(format!("{name}.{ENDING}")).and_then(include_dir::File::contents_utf8).unwrap_or_default();
        let table = table_of(text).map_err(|problem| Failure::usage(format!("template `{name}`: {problem}")))?;
        Template::new(name, Place::BuiltIn, table)
    };
    built_in_names().map(template).collect()
}

/// The templates in a configuration file.
fn of_configuration(path: &Path) -> Result<Vec<Template>, Failure> {
    let problem = |what: String| Failure::usage(format!("{}: {what}", path.display()));
    let Some(Value::Table(templates)) = file(path)?.remove(TEMPLATE) else { return Ok(Vec::new()) };
    let template = |(name, value): (String, Value)| match value {
        Value::Table(options) => Template::new(&name, Place::File(path.to_owned()), options),
        _ => Err(problem(format!("`template.{name}` must be a table: [template.{name}] with a line for each option"))),
    };
    templates.into_iter().map(template).collect()
}

/// A file for each template; no folder is one without any.
fn of_folder(folder: &Path) -> Result<Vec<Template>, Failure> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    let template = |path: PathBuf| {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Template::new(&name, Place::File(path.clone()), file(&path)?)
    };
    paths.map(template).collect()
}

fn file(path: &Path) -> Result<Table, Failure> {
    let problem = |what: String| Failure::usage(format!("{}: {what}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| problem(format!("cannot be read: {error}")))?;
    table_of(&text).map_err(problem)
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
        for template in templates.iter() {
            assert!(!template.description.is_empty(), "{}", template.name);
            template.check().unwrap();
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
        let user = write("home/config.toml", "[template.ci]\ndescription = 'of the user'\n[template.mine]\nprofile = 'iam'\n");
        write("home/templates/mine.toml", "profile = 'storage'\n");
        write("home/templates/other.toml", "description = 'of a file'\n");
        write("home/templates/notes.txt", "no template");
        let project = write("project/posture-scan.toml", "[template.ci]\ndescription = 'of the project'\n");
        let templates = Templates::find(&places(Some(project.clone()), user.clone())).unwrap();
        let ci = templates.named("ci").unwrap();
        assert_eq!((ci.description.as_str(), &ci.place), ("of the project", &Place::File(project)));
        assert_eq!(templates.named("mine").unwrap().place, Place::File(user));
        assert_eq!(templates.named("other").unwrap().description, "of a file");
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
            found.and_then(|templates| templates.named("a")?.check()).unwrap_err().to_string()
        };
        for (text, expected) in [
            ("[template.a]\nprofil = 'iam'", "template `a`: nothing is called `profil`; did you mean profile"),
            ("[template.a]\nfail-on = 'hihg'", "template `a`: `fail-on`: invalid value"),
            ("[template.a]\ntemplate = 'ci'", "template `a`: a template cannot name another one"),
            ("[template.a]\ndescription = 1", "template `a`: `description` must be a text"),
            ("[template]\na = 1", "`template.a` must be a table"),
            ("[template", "in line 1"),
        ] {
            let said = problem(text);
            assert!(said.contains(expected) && said.contains("config.toml"), "{text}: {said}");
        }
    }
}
