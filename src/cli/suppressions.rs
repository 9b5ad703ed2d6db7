//! The file of accepted findings: found, read, and one rule added to it.

pub(super) mod addition;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::destination::nearest;
use super::exit_code::Failure;
use crate::checks::yaml;
use crate::model::{SuppressionRule, Suppressions};

/// Where the file is looked for, in the current folder and those above it.
pub(super) const USUAL_PLACE: &str = ".posture-scan/suppressions.yaml";

/// Digits of an account's id: a number in YAML has lost those in front.
const ACCOUNT_DIGITS: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    suppressions: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    #[serde(default)]
    check: Texts,
    #[serde(default)]
    account: Texts,
    #[serde(default)]
    region: Texts,
    #[serde(default)]
    resource: Texts,
    #[serde(default)]
    tags: BTreeMap<String, Text>,
    reason: Option<String>,
    owner: Option<String>,
    expires: Option<String>,
}

/// A text, or several of which one has to fit.
#[derive(Deserialize, Default)]
#[serde(untagged)]
enum Texts {
    #[default]
    None,
    One(Text),
    Several(Vec<Text>),
}

/// A text; one that looks like a number may stand without quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Number(u64),
    /// A number with a nought in front, such as an account's id, is read so.
    Real(f64),
    Bool(bool),
    Words(String),
}

impl Text {
    fn into_string(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
            Self::Bool(value) => value.to_string(),
            Self::Words(words) => words,
        }
    }
}

impl Texts {
    fn into_strings(self) -> Vec<String> {
        match self {
            Self::None => Vec::new(),
            Self::One(text) => vec![text.into_string()],
            Self::Several(texts) => texts.into_iter().map(Text::into_string).collect(),
        }
    }
}

impl Rule {
    fn settle(self) -> Result<SuppressionRule, String> {
        let Self { check, account, region, resource, tags, reason, owner, expires } = self;
        let accounts = account.into_strings().into_iter().map(|id| {
            let is_number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { format!("{id:0>ACCOUNT_DIGITS$}") } else { id }
        });
        let said = |name: &str, text: Option<String>| {
            let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
            text.ok_or_else(|| format!("`{name}` is missing; every rule says why it stands and who answers for it"))
        };
        let date = |text: String| text.parse().map_err(|_| format!("`expires` is `{text}`; it must be a date such as 2026-12-31"));
        let rule = SuppressionRule {
            checks: check.into_strings(),
            accounts: accounts.collect(),
            regions: region.into_strings(),
            resources: resource.into_strings(),
            tags: tags.into_iter().map(|(key, value)| (key, value.into_string())).collect(),
            reason: said("reason", reason)?,
            owner: said("owner", owner)?,
            expires: expires.map(date).transpose()?,
        };
        let lists = [&rule.checks, &rule.accounts, &rule.regions, &rule.resources];
        if lists.iter().all(|list| list.is_empty()) && rule.tags.is_empty() {
            return Err(
                "it names nothing and would mute every finding; give it a check, resource, account, region or tags".to_owned()
            );
        }
        if lists.iter().any(|list| list.iter().any(String::is_empty)) {
            return Err("one of its texts is empty and fits nothing".to_owned());
        }
        Ok(rule)
    }
}

/// The rules in `text`, which is what stands in the file `source`.
///
/// # Errors
/// What is wrong with the file or one of its rules, and where.
pub(super) fn parse(text: &str, source: &str) -> Result<Suppressions, Failure> {
    let wrong = |problem: String| Failure::usage(format!("{source}: {problem}"));
    let is_empty = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if is_empty {
        return Ok(Suppressions { source: source.to_owned(), rules: Vec::new() });
    }
    let document: Document = yaml::read(text).map_err(wrong)?;
    let settle = |(place, rule): (usize, Rule)| rule.settle().map_err(|problem| wrong(format!("rule {place}: {problem}")));
    let rules = (1..).zip(document.suppressions).map(settle).collect::<Result<_, _>>()?;
    Ok(Suppressions { source: source.to_owned(), rules })
}

/// The file that was named, else the nearest one in its usual place.
pub(super) fn place(named: Option<&Path>) -> Option<PathBuf> {
    named.map(Path::to_owned).or_else(|| nearest(&std::env::current_dir().ok()?, USUAL_PLACE))
}

/// The text of the file, where there is one.
///
/// # Errors
/// A file that was named, or found, cannot be read.
pub(super) fn read(named: Option<&Path>) -> Result<Option<(PathBuf, String)>, Failure> {
    let Some(path) = place(named) else { return Ok(None) };
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let next =
            if error.kind() == std::io::ErrorKind::NotFound { "; `scan suppress --file` makes it, or leave it out" } else { "" };
        Failure::usage(format!("cannot read the suppressions {}: {error}{next}", path.display()))
    })?;
    Ok(Some((path, text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Result<Vec<SuppressionRule>, String> {
        parse(text, "rules.yaml").map(|rules| rules.rules).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_rule_takes_a_text_or_several() {
        let text = "suppressions:\n  - check: [a, S3.8]\n    account: 012345678901\n    region: eu-*\n    resource: arn:aws:s3:::x\n    \
                    tags: { Team: web, Public: true }\n    reason: a public site\n    owner: web team\n    expires: 2026-12-31\n";
        let rule = &rules(text).unwrap()[0];
        assert_eq!(rule.checks, ["a", "S3.8"]);
        assert_eq!(rule.accounts, ["012345678901"]);
        assert_eq!(rule.tags["Public"], "true");
        assert_eq!(rule.expires.map(|date| date.to_string()).as_deref(), Some("2026-12-31"));
        assert_eq!(rules("# nothing yet\n").unwrap(), []);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_rule() {
        let table = [
            ("suppressions:\n  - check: a\n    owner: x\n", "rules.yaml: rule 1: `reason` is missing"),
            ("suppressions:\n  - check: a\n    reason: x\n    owner: ' '\n", "rule 1: `owner` is missing"),
            ("suppressions:\n  - reason: x\n    owner: y\n", "rule 1: it names nothing"),
            ("suppressions:\n  - check: ''\n    reason: x\n    owner: y\n", "rule 1: one of its texts is empty"),
            ("suppressions:\n  - check: a\n    reason: x\n    owner: y\n    expires: soon\n", "`expires` is `soon`"),
            ("suppressions:\n  - checks: a\n    reason: x\n    owner: y\n", "checks"),
            ("mutes: []\n", "mutes"),
            ("suppressions: [", "rules.yaml: "),
        ];
        for (text, expected) in table {
            let problem = rules(text).expect_err(text);
            assert!(problem.contains(expected), "{text}: {problem}");
        }
    }
}
