//! A check's file as it is written: every key known, nothing evaluated yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::parameters::ParameterDocument;
use crate::model::{Outcome, Remediation, Severity};

/// A check's file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckDocument {
    /// `provider-service-name`, equal to the file's path; never reused.
    pub id: String,
    /// The good condition.
    pub title: String,
    /// How bad a finding is.
    pub severity: Severity,
    /// The resource type that it looks at.
    pub resource: String,
    /// Whether it concerns an asset; absent means always.
    #[serde(default)]
    pub when: Option<String>,
    /// What makes an asset pass.
    pub pass: String,
    /// What a pass is reported on, where that is not the asset itself.
    #[serde(default)]
    pub reports: Option<ReportsDocument>,
    /// Its thresholds, by name; expressions reach them as `parameters`.
    #[serde(default)]
    pub parameters: BTreeMap<String, ParameterDocument>,
    /// What is wrong with an asset that fails, with `{expressions}`.
    pub message: String,
    /// Why it matters.
    pub risk: String,
    /// How to mend it.
    pub remediation: Remediation,
    /// Topics.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Ids that other tools use for the same check.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its tests.
    #[serde(default)]
    pub examples: Vec<ExampleDocument>,
}

/// A list of the asset: the first of its elements that alone makes the asset pass is what the pass is reported on. Each element has `arn`,
/// `name` and `region`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportsDocument {
    /// The list's name.
    pub list: String,
    /// The resource type that the ARN is of.
    pub resource: String,
    /// The element's property that is the resource's id.
    pub id: String,
}

/// One example of a check: evidence and the outcome it must come to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleDocument {
    /// What the example shows; unique within the check.
    pub name: String,
    /// The outcome.
    pub expect: Outcome,
    /// Properties of the asset; what is not given could not be read.
    #[serde(default)]
    pub resource: BTreeMap<String, Value>,
    /// Properties of the account; what is not given could not be read.
    #[serde(default)]
    pub account: BTreeMap<String, Value>,
    /// Values of the check's parameters, where not the defaults.
    #[serde(default)]
    pub parameters: BTreeMap<String, Value>,
    /// The asset's tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// The moment that ages are counted to, RFC 3339.
    #[serde(default)]
    pub now: Option<String>,
}
