//! Secrets that are known by the name of what they are assigned to: `DB_PASSWORD=…`, `"api_key": "…"`, `--token …`.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// The longest value that is looked at, in bytes: without an end to it a long line of assignments would be read again for each of them.
const MOST_VALUE_BYTES: usize = 512;

/// Names of what is secret whatever it looks like; of the short ones only whole words, for there are a `compass` and a `bypass`. Names of
/// keys, of which there are public ones too. What may follow a name and leaves it a secret's.
const NAMES: &str = "(?:\
    (?P<password>(?i:password|passwd|passphrase|passcode|secret|contrasena|kennwort|passwort)|(?:^|[_.-])(?i:pass|pwd)|[a-z0-9](?:Pass|Pwd))\
    |(?i:(?:api|auth|access|account|client|db|database|encryption|master|priv|private|secret|service|shared|signing|storage)[_.-]?key\
    |token|credentials?)\
    )(?i:[_.-]?(?:[0-9]{1,3}|value|plain|plaintext|text|string|prod|production|dev|test|stage|staging))?$";

static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(NAMES).ok());

/// `name =`, `"name":`, `['name'] =>`, `--name `.
static ASSIGNMENT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?P<name>[A-Za-z0-9_.-]+)\\?["'\]]{0,2}(?:\s*(?P<operator>=>|:=|=|:)\s*|\s+)"#).ok());

/// Values that say that the secret is somewhere else or not there yet.
const PLACEHOLDERS: &[&str] = &[
    "changeit",
    "default",
    "disabled",
    "dummy",
    "empty",
    "enabled",
    "false",
    "none",
    "null",
    "optional",
    "required",
    "string",
    "todo",
    "true",
    "undefined",
    "unset",
];
/// Parts of such values.
const PLACEHOLDER_PARTS: &[&str] = &[
    "${",
    "{{",
    "$(",
    "****",
    "....",
    "change-me",
    "change_me",
    "changeme",
    "example",
    "insert-",
    "insert_",
    "os.environ",
    "placeholder",
    "process.env",
    "redacted",
    "replace-",
    "replace_",
    "replaceme",
    "resolve:",
    "xxxx",
    "your-",
    "your_",
    "yourpass",
];
/// How references and templates begin.
const REFERENCES: &[&str] = &[
    "$",
    "<",
    "{",
    "%",
    "(",
    "[",
    "`",
    "!ref",
    "!sub",
    "!join",
    "!getatt",
    "!importvalue",
    "./",
    "../",
    "~/",
    "arn:",
    "file:",
    "http:",
    "https:",
    "ssm:",
    "vault:",
];

/// The kinds of secret that a line assigns.
pub(super) fn kinds_in(line: &str) -> impl Iterator<Item = &'static str> {
    let assignments = ASSIGNMENT.iter().flat_map(move |assignment| assignment.captures_iter(line));
    assignments.filter_map(move |found| assigned(line, &found))
}

fn assigned(line: &str, found: &Captures<'_>) -> Option<&'static str> {
    let name = found.name("name")?.as_str();
    let operator = found.name("operator").map(|operator| operator.as_str());
    if operator.is_none() && !name.starts_with("--") || !is_secret_name(name) {
        return None;
    }
    let rest = &line[found.get(0)?.end()..];
    let rest = &rest[..rest.floor_char_boundary(MOST_VALUE_BYTES)];
    for (quote, ends) in [("\\\"", ['\\', '"']), ("\"", ['"', '"']), ("'", ['\'', '\''])] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            return kind(name, quoted.split(ends).next()?);
        }
    }
    let end = rest.find(|char: char| char.is_whitespace() || "\"',;&|\\".contains(char)).unwrap_or(rest.len());
    let (value, behind) = rest.split_at(end);
    let behind = behind.trim_start();
    // Behind a colon a bare value fills its line, else it is prose.
    let prose = operator == Some(":") && !behind.is_empty() && !behind.starts_with('#');
    if prose || is_code(value) { None } else { kind(name, value) }
}

fn is_secret_name(name: &str) -> bool {
    NAME.as_ref().is_some_and(|names| names.is_match(name.trim_start_matches('-')))
}

/// What `value` looks like where it is assigned to `name`; `None` for no secret.
pub(super) fn kind(name: &str, value: &str) -> Option<&'static str> {
    let name = name.trim_start_matches('-');
    let found = NAME.as_ref()?.captures(name)?;
    let value = value.trim();
    let is_path = value.starts_with('/') && value[1..].contains('/');
    if is_path || is_placeholder(value) || value.eq_ignore_ascii_case(name) {
        return None;
    }
    if found.name("password").is_some() {
        return (value.len() >= 4).then_some("password");
    }
    // A key's name is worn by public things too: what it holds must look like one.
    let varied = value.bytes().any(|byte| byte.is_ascii_digit()) && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    (value.len() >= 8 && varied && !value.contains(char::is_whitespace)).then_some("key or token")
}

/// Whether a value stands for a secret without being one: empty, a reference, a template, a sample.
pub(super) fn is_placeholder(value: &str) -> bool {
    let lower = value.to_lowercase();
    let first = value.chars().next();
    value.chars().all(|char| Some(char) == first)
        || !value.chars().any(char::is_alphanumeric)
        || REFERENCES.iter().any(|beginning| lower.starts_with(beginning))
        || PLACEHOLDERS.contains(&lower.as_str())
        || PLACEHOLDER_PARTS.iter().any(|part| lower.contains(part))
}

/// Whether a bare value is an expression of a program: a call, an index, a dotted name.
fn is_code(value: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && part.chars().all(|char| char.is_alphabetic() || char == '_');
    (value.contains('.') && value.split('.').all(is_name)) || value.contains(['(', '[', '{'])
}
