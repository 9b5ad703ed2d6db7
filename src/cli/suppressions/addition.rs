//! One more rule in the file: text after what stands there, which stays as it is.

use std::fmt::Write as _;
use std::path::Path;

use super::parse;
use crate::cli::exit_code::Failure;
use crate::cli::quoting::in_yaml;
use crate::model::SuppressionRule;
use crate::model::pattern::literal;

/// What a new file begins with.
const HEADER: &str = "\
# Findings that are accepted: `scan` mutes them and says so. Every field of a rule must fit; `*` and `?` stand for any text
# and any one character. `scan suppress` adds a rule; a rule that has expired or fits nothing is a warning.
";

/// How far the items of a list may be indented.
const DEEPEST: usize = 8;

/// A rule that fits one resource only.
pub(in crate::cli) struct Exact<'a> {
    /// The check's id.
    pub(in crate::cli) check: &'a str,
    /// The account's id.
    pub(in crate::cli) account: &'a str,
    /// The region.
    pub(in crate::cli) region: &'a str,
    /// The ARN, or the id where there is none.
    pub(in crate::cli) resource: &'a str,
    /// Why the finding is accepted.
    pub(in crate::cli) reason: &'a str,
    /// Who answers for it.
    pub(in crate::cli) owner: &'a str,
    /// The last day on which it is.
    pub(in crate::cli) expires: Option<jiff::civil::Date>,
}

impl Exact<'_> {
    /// The rule as the file's reader has to understand it.
    fn rule(&self) -> SuppressionRule {
        SuppressionRule {
            checks: vec![literal(self.check)],
            accounts: vec![literal(self.account)],
            regions: vec![literal(self.region)],
            resources: vec![literal(self.resource)],
            tags: std::collections::BTreeMap::default(),
            reason: self.reason.to_owned(),
            owner: self.owner.to_owned(),
            expires: self.expires,
        }
    }

    /// The rule as an item of a list, indented.
    fn item(&self, indent: usize, line_end: &str) -> String {
        let patterns = [("check", self.check), ("account", self.account), ("region", self.region), ("resource", self.resource)];
        let patterns = patterns.map(|(name, text)| (name, literal(text)));
        let texts = [("reason", self.reason.to_owned()), ("owner", self.owner.to_owned())];
        let expires = self.expires.map(|date| ("expires", date.to_string()));
        let mut item = String::new();
        for (place, (name, text)) in patterns.into_iter().chain(texts).chain(expires).enumerate() {
            let dash = if place == 0 { "- " } else { "  " };
            let _ = write!(item, "{:indent$}{dash}{name}: {}{line_end}", "", in_yaml(&text));
        }
        item
    }
}

/// The file's text with one more rule at its end, and the rule's place.
///
/// # Errors
/// The file cannot be understood as it is, or has a form to which nothing can be appended.
pub(in crate::cli) fn with_rule(text: &str, rule: &Exact<'_>, source: &Path) -> Result<(String, usize), Failure> {
    let name = source.display().to_string();
    let mut expected = parse(text, &name)?.rules;
    expected.push(rule.rule());
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut start = if text.trim().is_empty() { HEADER.to_owned() } else { text.to_owned() };
    if !start.ends_with('\n') {
        start.push_str(line_end);
    }
    let mut starts = vec![start.clone()];
    if expected.len() == 1 {
        // A list whose last rule was taken out leaves its key, or an empty list.
        starts.extend(["[]", "null", "~"].iter().map(|none| start.replacen(&format!("suppressions: {none}"), "suppressions:", 1)));
        starts.push(format!("{start}suppressions:{line_end}"));
    }
    let is_right = |text: &String| parse(text, &name).is_ok_and(|read| read.rules == expected);
    // Two blanks are usual; what is there may be indented otherwise, and a wrong guess is not valid, or not the same rules.
    let indents = std::iter::once(2).chain((0..=DEEPEST).filter(|indent| *indent != 2));
    let candidates = indents.flat_map(|indent| starts.iter().map(move |start| start.clone() + &rule.item(indent, line_end)));
    let appended = candidates.into_iter().find(is_right);
    let place = expected.len();
    appended.map(|text| (text, place)).ok_or_else(|| {
        let hint = "write each of its rules on lines of its own that begin with `- `, with nothing after them, and run this again";
        Failure::usage(format!("no rule can be appended to {name} as it is written; {hint}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Exact<'_> = Exact {
        check: "aws-s3-bucket-is-not-public",
        account: "012345678901",
        region: "eu-west-1",
        resource: "arn:aws:s3:::we*b",
        reason: "hostile: \"\\ # - \u{1b}[31m\u{202e}\nnew line \u{1f600} end: *",
        owner: "- ? : 007",
        expires: None,
    };

    fn added(text: &str) -> Result<(String, usize), String> {
        with_rule(text, &RULE, Path::new("rules.yaml")).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_rule_goes_to_the_end_and_what_was_there_stays() {
        let table = [
            ("", 1),
            ("# only a comment", 1),
            ("suppressions:\n  - check: a\n    reason: x\n    owner: y\n", 2),
            ("suppressions:\n- check: a\n  reason: x\n  owner: y", 2),
            (
                "# first\nsuppressions:\n    - check: [a, b] # why\n      reason: |\n        x\n        y\n      owner: y\n\n# last\n",
                2,
            ),
            ("suppressions:\r\n  - check: a\r\n    reason: x\r\n    owner: y\r\n", 2),
            ("---\nsuppressions:\n  - { check: a, reason: x, owner: y }\n", 2),
        ];
        for (text, place) in table {
            let (after, at) = added(text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
            assert!(after.starts_with(text) && at == place, "{after}");
            let rules = parse(&after, "rules.yaml").unwrap().rules;
            assert_eq!(rules.last().unwrap(), &RULE.rule());
            assert!(!after.contains('\u{1b}') && !after.contains('\u{202e}'), "{after:?}");
        }
    }

    #[test]
    fn a_list_without_rules_takes_one() {
        for text in ["suppressions:\n", "# ours\nsuppressions: []\n", "suppressions: null # none\n", "suppressions: ~"] {
            let (after, at) = added(text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
            assert_eq!((at, after.matches("suppressions:").count()), (1, 1), "{after}");
            assert_eq!(parse(&after, "rules.yaml").unwrap().rules, [RULE.rule()]);
        }
    }

    #[test]
    fn what_cannot_be_appended_to_is_refused() {
        for text in ["suppressions: [{check: a, reason: x, owner: y}]\n", "{ suppressions: [] }\n"] {
            let problem = added(text).unwrap_err();
            assert!(problem.contains("no rule can be appended to rules.yaml as it is written"), "{problem}");
        }
        assert!(added("suppressions: [").unwrap_err().starts_with("rules.yaml: "));
        assert!(added("mutes: 1\n").unwrap_err().contains("mutes"));
    }
}
