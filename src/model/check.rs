//! What a check says of itself, without its logic: enough for every report.

use serde::{Deserialize, Serialize};

use super::severity::Severity;

/// How to mend what a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remediation {
    /// What to do, in a sentence or two.
    pub text: String,
    /// A command that does it, with placeholders in capitals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cli: Option<String>,
    /// Terraform that does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terraform: Option<String>,
    /// The provider's own page about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A requirement of a published benchmark that a check helps to meet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Requirement {
    /// The framework's id: `cis-aws-5.0`.
    pub framework: String,
    /// The requirement's id within it: `2.1.4`.
    pub requirement: String,
    /// The requirement in our own words.
    pub title: String,
}

impl Requirement {
    /// Its short form, by which options and reports name it: `cis-aws-5.0:2.1.4`.
    #[must_use]
    pub fn reference(&self) -> String {
        format!("{}:{}", self.framework, self.requirement)
    }
}

/// Everything that a report shows of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckMetadata {
    /// `provider-service-name`; never reused.
    pub id: String,
    /// The good condition.
    pub title: String,
    /// How bad a finding is.
    pub severity: Severity,
    /// The service part of the id: `s3`.
    pub service: String,
    /// The resource type that it looks at.
    pub resource: String,
    /// Why it matters, a short paragraph.
    pub risk: String,
    /// How to mend it.
    pub remediation: Remediation,
    /// Topics such as `encryption`.
    pub categories: Vec<String>,
    /// The ids that other tools use for the same check.
    pub aliases: Vec<String>,
    /// The benchmark requirements that ask for it, sorted.
    pub requirements: Vec<Requirement>,
    /// A digest of its expressions and of what its passes are reported on: two checks with one id and other digests may come to other
    /// results. No report shows it.
    #[serde(skip)]
    pub logic: String,
}
