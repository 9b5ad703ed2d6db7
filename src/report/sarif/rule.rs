//! A check as a SARIF rule: what GitHub shows beside every alert.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use serde_sarif::sarif::{MultiformatMessageString, PropertyBag, ReportingConfiguration, ReportingDescriptor, ResultLevel};

use super::taxonomy::Taxonomies;
use super::text::{sentence, within};
use crate::model::{CheckMetadata, Requirement, Severity};

/// Tags per rule that GitHub takes; it shows ten.
const TAG_LIMIT: usize = 20;
/// Characters of a rule's name or of a tag that GitHub takes.
const NAME_LIMIT: usize = 255;

/// The rule of a check, and the requirements that ask for it.
pub(super) fn rule(check: &CheckMetadata, taxonomies: &Taxonomies<'_>) -> ReportingDescriptor {
    let configuration = ReportingConfiguration::builder().level(level(check.severity).to_string()).build();
    let mut rule = ReportingDescriptor::builder()
        .id(within(&check.id, NAME_LIMIT))
        .name(within(&pascal_case(&check.id), NAME_LIMIT))
        .short_description(plain(sentence(&check.title)))
        .full_description(plain(sentence(&check.risk)))
        .default_configuration(configuration)
        .help(help(check))
        .properties(properties(check))
        .build();
    rule.help_uri.clone_from(&check.remediation.url);
    rule.relationships = Some(taxonomies.relationships(check)).filter(|relationships| !relationships.is_empty());
    rule
}

/// The level that a severity has in SARIF.
pub(super) const fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Critical | Severity::High => ResultLevel::Error,
        Severity::Medium => ResultLevel::Warning,
        Severity::Low | Severity::Informational => ResultLevel::Note,
    }
}

/// The score from which GitHub derives an alert's severity: critical above 9.0, high from 7.0, medium from 4.0, low from 0.1; an
/// alert of 0.0 has none, and shows as a note.
const fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
        Severity::Informational => "0.0",
    }
}

fn properties(check: &CheckMetadata) -> PropertyBag {
    let more = BTreeMap::from([
        // Verdicts are read from the cloud's own answers, not guessed from code.
        ("precision".to_owned(), Value::from("very-high")),
        ("security-severity".to_owned(), Value::from(security_severity(check.severity))),
        ("resourceType".to_owned(), Value::from(check.resource.as_str())),
        ("aliases".to_owned(), json!(check.aliases)),
    ]);
    PropertyBag::builder().tags(tags(check)).additional_properties(more).build()
}

/// `security` first, because GitHub reads the score only of rules that have it.
fn tags(check: &CheckMetadata) -> Vec<String> {
    let provider = check.id.split('-').next().unwrap_or_default().to_owned();
    let topics = ["security".to_owned(), provider, check.service.clone()].into_iter().chain(check.categories.iter().cloned());
    let asked = check.requirements.iter().map(Requirement::reference);
    let mut seen = BTreeSet::new();
    topics.chain(asked).map(|tag| within(&tag, NAME_LIMIT)).filter(|tag| seen.insert(tag.clone())).take(TAG_LIMIT).collect()
}

/// `aws-s3-bucket-not-public` as `AwsS3BucketNotPublic`.
pub(super) fn pascal_case(id: &str) -> String {
    id.split(|character: char| !character.is_ascii_alphanumeric())
        .flat_map(|word| {
            let (first, rest) = word.split_at_checked(1).unwrap_or_default();
            [first.to_ascii_uppercase(), rest.to_owned()]
        })
        .collect()
}

fn plain(text: String) -> MultiformatMessageString {
    MultiformatMessageString::builder().text(text).build()
}

/// Why it matters, how to mend it and who asks for it: as plain text and as Markdown.
fn help(check: &CheckMetadata) -> MultiformatMessageString {
    let remediation = &check.remediation;
    let mut text = vec![check.risk.trim().to_owned(), format!("Remediation: {}", remediation.text.trim())];
    let mut markdown = vec![check.risk.trim().to_owned(), format!("## Remediation\n\n{}", remediation.text.trim())];
    for (heading, language, code) in [("Command line", "sh", &remediation.cli), ("Terraform", "hcl", &remediation.terraform)] {
        let Some(code) = code else { continue };
        let (fence, code) = (fence(code), code.trim_end());
        text.push(format!("{heading}:\n{code}"));
        markdown.push(format!("### {heading}\n\n{fence}{language}\n{code}\n{fence}"));
    }
    if let Some(url) = &remediation.url {
        text.push(format!("More: {url}"));
        markdown.push(format!("More: <{url}>"));
    }
    if !check.requirements.is_empty() {
        let asked = |line: fn(&Requirement) -> String| check.requirements.iter().map(line).collect::<Vec<_>>().join("\n");
        text.push(asked(|it| format!("- {}:{} {}", it.framework, it.requirement, it.title)));
        markdown.push("## Benchmarks".to_owned());
        markdown.push(asked(|it| format!("- `{}:{}` {}", it.framework, it.requirement, it.title)));
    }
    let paragraphs = |parts: Vec<String>| parts.join("\n\n") + "\n";
    MultiformatMessageString::builder().text(paragraphs(text)).markdown(paragraphs(markdown)).build()
}

/// A fence longer than any run of backticks in the code.
fn fence(code: &str) -> String {
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(longest.max(2) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_named_in_pascal_case() {
        assert_eq!(pascal_case("aws-s3-bucket-not-public"), "AwsS3BucketNotPublic");
        assert_eq!(pascal_case(""), "");
    }

    #[test]
    fn code_cannot_close_its_fence() {
        assert_eq!(fence("plain"), "```");
        assert_eq!(fence("a ```` b"), "`````");
    }

    #[test]
    fn a_worse_severity_has_a_higher_score() {
        let scores = Severity::ALL.map(|severity| security_severity(severity).parse::<f64>().unwrap());
        assert!(scores.windows(2).all(|pair| pair[0] > pair[1]), "{scores:?}");
    }
}
