//! The configuration files: `posture-scan.toml` of the folder or one above it, and the user's own below it.
//!
//! What they say stands back behind flags; where both say something, the project's file beats the user's.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::exit_code::Failure;
use crate::model::ParameterSetting;
use crate::model::nearest::suggestion;

/// The name of a project's file.
const PROJECT_FILE: &str = "posture-scan.toml";

/// What a file may say.
const KEYS: &[&str] = &["parameters"];

/// What the configuration files say together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Configuration {
    /// Values of checks' parameters; a later one beats an earlier one.
    pub(super) parameters: Vec<ParameterSetting>,
}

impl Configuration {
    /// Reads the files that there are.
    ///
    /// # Errors
    /// A file that cannot be read or says what nobody understands.
    pub(super) fn load() -> Result<Self, Failure> {
        let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let user = folder(variable).map(|folder| folder.join("config.toml")).filter(|path| path.is_file());
        let project = std::env::current_dir().ok().and_then(|here| project_file(&here));
        let mut configuration = Self::default();
        for path in user.into_iter().chain(project) {
            let unreadable = |error: std::io::Error| Failure::usage(format!("cannot read {}: {error}", path.display()));
            let text = std::fs::read_to_string(&path).map_err(unreadable)?;
            let of_file = Self::parse(&text).map_err(|problem| Failure::usage(format!("{}: {problem}", path.display())))?;
            configuration.parameters.extend(of_file.parameters);
        }
        Ok(configuration)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let table: Table =
            text.parse().map_err(|error: toml::de::Error| error.message().to_owned() + &place(text, error.span()))?;
        if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let known = format!("it may hold {}", KEYS.join(", "));
            return Err(format!("nothing is called `{key}`{}", suggestion(key, KEYS.iter().copied(), &known)));
        }
        let parameters = match table.get("parameters") {
            None => Vec::new(),
            Some(Value::Table(checks)) => parameters(checks)?,
            Some(_) => return Err("`parameters` must be a table: [parameters.\"CHECK\"] with a line for each parameter".to_owned()),
        };
        Ok(Self { parameters })
    }
}

/// ` in line 3`, where the error has a place.
fn place(text: &str, span: Option<std::ops::Range<usize>>) -> String {
    let line = span.and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    line.map(|line| format!(" in line {line}")).unwrap_or_default()
}

fn parameters(checks: &Table) -> Result<Vec<ParameterSetting>, String> {
    let mut settings = Vec::new();
    for (check, values) in checks {
        let Value::Table(values) = values else {
            return Err(format!("`parameters.{check}` must be a table with a line for each parameter"));
        };
        for (parameter, value) in values {
            let value = written(value).ok_or_else(|| {
                format!("`parameters.{check}.{parameter}` must be a whole number, true or false, text or a list of texts")
            })?;
            settings.push(ParameterSetting { check: check.clone(), parameter: parameter.clone(), value, is_standing: true });
        }
    }
    Ok(settings)
}

/// A value as it would be typed after `--set`.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Boolean(value) => Some(value.to_string()),
        Value::Integer(value) => Some(value.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => {
            let texts = items.iter().map(|item| match item {
                Value::Array(_) | Value::Table(_) => None,
                item => written(item),
            });
            texts.collect::<Option<Vec<_>>>().map(|texts| texts.join(","))
        }
        Value::Float(_) | Value::Datetime(_) | Value::Table(_) => None,
    }
}

/// The file of the folder `from`, or of the nearest one above that has it.
fn project_file(from: &Path) -> Option<PathBuf> {
    from.ancestors().map(|folder| folder.join(PROJECT_FILE)).find(|path| path.is_file())
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
    fn parameters_are_read_as_they_would_be_typed() {
        let text = "[parameters.aws-iam-access-keys-are-rotated]\nmax_age_days = 60\n[parameters.\"S3.8\"]\ntrusted = [\"1\", 2]\non = true\n";
        let read = Configuration::parse(text).expect("a configuration");
        let typed: Vec<String> = read.parameters.iter().map(ToString::to_string).collect();
        assert_eq!(typed, ["S3.8.on=true", "S3.8.trusted=1,2", "aws-iam-access-keys-are-rotated.max_age_days=60"]);
        assert!(read.parameters.iter().all(|setting| setting.is_standing));
    }

    #[test]
    fn what_nobody_understands_is_named() {
        let table = [
            ("parameter = 1", "nothing is called `parameter`; did you mean parameters?"),
            ("colour = 1", "nothing is called `colour`; it may hold parameters"),
            ("parameters = 1", "`parameters` must be a table"),
            ("[parameters]\na = 1", "`parameters.a` must be a table"),
            ("[parameters.a]\nb = 1.5", "`parameters.a.b` must be a whole number"),
            ("[parameters.a]\nb = [[1]]", "`parameters.a.b` must be a whole number"),
            ("[parameters", "in line 1"),
        ];
        for (text, expected) in table {
            let problem = Configuration::parse(text).expect_err(text);
            assert!(problem.contains(expected), "{text}: {problem}");
        }
    }

    #[test]
    fn the_nearest_file_above_is_the_projects() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("a/b");
        std::fs::create_dir_all(&inner).unwrap();
        std::fs::write(root.path().join(PROJECT_FILE), "").unwrap();
        assert_eq!(project_file(&inner), Some(root.path().join(PROJECT_FILE)));
        std::fs::write(root.path().join("a").join(PROJECT_FILE), "").unwrap();
        assert_eq!(project_file(&inner), Some(root.path().join("a").join(PROJECT_FILE)));
    }
}
