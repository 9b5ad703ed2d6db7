//! One configuration file: options by their long names, and the table of checks' parameters.

use std::path::Path;

use toml::{Table, Value};

use super::layers::{Origin, Setting};
use super::option::{Kind, Options, ScanOption};
use super::template::{TEMPLATE, TEMPLATES};
use crate::cli::exit_code::Failure;
use crate::model::ParameterSetting;
use crate::model::nearest::suggestion;

/// The table of checks' parameters.
const PARAMETERS: &str = "parameters";

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct ConfigurationFile {
    /// Its options.
    pub(super) settings: Vec<Setting>,
    /// Values of checks' parameters; a later one beats an earlier one.
    pub(super) parameters: Vec<ParameterSetting>,
}

impl ConfigurationFile {
    /// Reads a file that is there.
    ///
    /// # Errors
    /// It cannot be read, or says what nobody understands.
    pub(super) fn read(path: &Path, options: &Options) -> Result<Self, Failure> {
        let unreadable = |error: std::io::Error| Failure::usage(format!("cannot read {}: {error}", path.display()));
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        Self::parse(&text, path, options).map_err(|problem| Failure::usage(format!("{}: {problem}", path.display())))
    }

    fn parse(text: &str, path: &Path, options: &Options) -> Result<Self, String> {
        let mut table = table_of(text)?;
        // Templates of the file's own count only where they are named.
        table.remove(TEMPLATES);
        if table.get(TEMPLATE).is_some_and(Value::is_table) {
            return Err(format!("`{TEMPLATE}` names a template; one of the file's own stands in a table [{TEMPLATES}.NAME]"));
        }
        Self::of_table(&table, path.parent().unwrap_or(Path::new("")), &Origin::File(path.to_owned()), options)
    }

    /// What a table of options says that `origin` stands for; paths in it are relative to the folder `base`.
    ///
    /// # Errors
    /// What nobody understands.
    pub(super) fn of_table(table: &Table, base: &Path, origin: &Origin, options: &Options) -> Result<Self, String> {
        let mut file = Self::default();
        for (key, value) in table {
            if key == PARAMETERS {
                let Value::Table(checks) = value else {
                    return Err("`parameters` must be a table: [parameters.\"CHECK\"] with a line for each parameter".to_owned());
                };
                file.parameters = parameters(checks)?;
                continue;
            }
            let option = options.of_files().find(|option| option.name() == key).ok_or_else(|| unknown(key, options))?;
            let values = values(options, option, value, base)?;
            file.settings.push(Setting { id: option.id().to_owned(), values, origin: origin.clone() });
        }
        Ok(file)
    }
}

/// The text of a file as a table.
///
/// # Errors
/// It is no TOML.
pub(super) fn table_of(text: &str) -> Result<Table, String> {
    text.parse().map_err(|error: toml::de::Error| error.message().to_owned() + &place(text, error.span()))
}

/// What is wrong with a key that is no option.
fn unknown(key: &str, options: &Options) -> String {
    if key == "set" {
        return "`set` is the table [parameters] in a file: [parameters.\"CHECK\"] with a line for each parameter".to_owned();
    }
    let spelling = key.replace('_', "-");
    let known = options.of_files().map(ScanOption::name).chain([PARAMETERS, TEMPLATES]);
    format!(
        "nothing is called `{key}`{}",
        suggestion(&spelling, known, "it takes the long options of `scan --help`, parameters and templates")
    )
}

/// The values of an option; `None` where the file switches it off.
fn values(options: &Options, option: &ScanOption, value: &Value, base: &Path) -> Result<Option<Vec<String>>, String> {
    let written = written_values(option, value)
        .ok_or_else(|| format!("`{}` must be {}, not {}", option.name(), option.expected(), about(value)))?;
    if written.is_empty() {
        return Ok(None);
    }
    let in_place = written.iter().map(|text| match text.strip_prefix('=') {
        Some(text) => format!("={}", option.placed(text, base)),
        None => text.clone(),
    });
    let accepted = options.accept(option, &in_place.collect::<Vec<_>>());
    accepted.map(Some).map_err(|problem| format!("`{}`: {problem}", option.name()))
}

/// What would be typed after the option's name, for each time that it would be typed: never, where the file switches it off. `None` for a
/// value of another kind.
fn written_values(option: &ScanOption, value: &Value) -> Option<Vec<String>> {
    let after = |text: &str| format!("={text}");
    let texts = |items: &[Value]| items.iter().map(|item| item.as_str().map(after)).collect::<Option<Vec<_>>>();
    Some(match (option.kind(), value) {
        (Kind::Switch | Kind::TextOrSwitch, Value::Boolean(false)) => Vec::new(),
        (Kind::Switch | Kind::TextOrSwitch, Value::Boolean(true)) => vec![String::new()],
        (Kind::Number, Value::Integer(number)) => vec![after(&number.to_string())],
        (Kind::Number, Value::Float(number)) => vec![after(&number.to_string())],
        (Kind::Number | Kind::Text | Kind::TextOrSwitch | Kind::Texts | Kind::Pairs, Value::String(text)) => {
            vec![after(text)]
        }
        (Kind::Texts | Kind::Pairs, Value::Array(items)) => texts(items)?,
        (Kind::Pairs, Value::Table(pairs)) => {
            let pairs = pairs.iter().map(|(key, value)| value.as_str().map(|value| format!("={key}={value}")));
            pairs.collect::<Option<Vec<_>>>()?
        }
        _ => return None,
    })
}

/// What a value is.
fn about(value: &Value) -> String {
    match value {
        Value::Array(_) => "this list".to_owned(),
        Value::Table(_) => "a table".to_owned(),
        Value::String(_) => "a text".to_owned(),
        other => written(other).unwrap_or_else(|| "this".to_owned()),
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

/// A parameter's value as it would be typed after `--set`.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<ConfigurationFile, String> {
        ConfigurationFile::parse(text, Path::new("/project/posture-scan.toml"), &Options::all())
    }

    #[test]
    fn parameters_are_read_as_they_would_be_typed() {
        let text = "[parameters.aws-iam-access-keys-are-rotated]\nmax_age_days = 60\n[parameters.\"S3.8\"]\ntrusted = [\"1\", 2]\non = true\n";
        let read = parse(text).expect("a configuration");
        let typed: Vec<String> = read.parameters.iter().map(ToString::to_string).collect();
        assert_eq!(typed, ["S3.8.on=true", "S3.8.trusted=1,2", "aws-iam-access-keys-are-rotated.max_age_days=60"]);
        assert!(read.parameters.iter().all(|setting| setting.is_standing));
    }

    #[test]
    fn options_are_read_as_they_would_be_typed() {
        let table = [
            ("fail-on = 'new:high'", Some(vec!["new:high"])),
            ("profile = 'cis,iam'", Some(vec!["cis", "iam"])),
            ("profile = ['cis', 'iam']", Some(vec!["cis", "iam"])),
            ("profile = []", None),
            ("wait = true", Some(vec!["true"])),
            ("wait = false", None),
            ("mock = true", Some(vec!["demo"])),
            ("mock = 'accounts/a.json'", Some(vec!["/project/accounts/a.json"])),
            ("mock-speed = 0.5", Some(vec!["0.5"])),
            ("concurrency = 8", Some(vec!["8"])),
            ("api-share = 30", Some(vec!["30"])),
            ("output = {json = '/x/r.json', sarif = 'r.sarif'}", Some(vec!["json=/x/r.json", "sarif=/project/r.sarif"])),
            ("output = ['sarif=r.sarif']", Some(vec!["sarif=/project/r.sarif"])),
            ("type = 'quick'", Some(vec!["quick"])),
        ];
        for (text, expected) in table {
            let settings = parse(text).unwrap().settings;
            let values: Option<Vec<&str>> = settings[0].values.as_ref().map(|values| values.iter().map(String::as_str).collect());
            assert_eq!(values, expected, "{text}");
        }
    }

    #[test]
    fn what_nobody_understands_is_named() {
        let table = [
            ("parameter = 1", "nothing is called `parameter`; did you mean parameters?"),
            ("fail_on = 'high'", "nothing is called `fail_on`; did you mean fail-on"),
            ("colour = 1", "nothing is called `colour`; did you mean color"),
            ("xyzzy = 1", "nothing is called `xyzzy`; it takes the long options"),
            ("set = ['a.b=1']", "`set` is the table [parameters]"),
            ("fail-on = 3", "`fail-on` must be one of \"none\", \"critical\""),
            ("fail-on = 'hihg'", "`fail-on`: invalid value 'hihg' for '--fail-on <SEVERITY>' [possible values:"),
            ("wait = 'yes'", "`wait` must be true or false, not a text"),
            ("concurrency = 0", "`concurrency`: invalid value '0'"),
            ("concurrency = true", "`concurrency` must be a number, not true"),
            ("region = [1]", "`region` must be a text in quotes, or a list of them, not this list"),
            ("output = 3", "`output` must be a table, or a list of texts like FORMAT=FILE, not 3"),
            ("output = {pdf = 'a'}", "no format is called `pdf`"),
            ("name = ''", "`name`: "),
            ("parameters = 1", "`parameters` must be a table"),
            ("[parameters]\na = 1", "`parameters.a` must be a table"),
            ("[parameters.a]\nb = 1.5", "`parameters.a.b` must be a whole number"),
            ("[parameters.a]\nb = [[1]]", "`parameters.a.b` must be a whole number"),
            ("[parameters", "in line 1"),
        ];
        for (text, expected) in table {
            let problem = parse(text).expect_err(text);
            assert!(problem.contains(expected), "{text}: {problem}");
        }
    }
}
