//! A framework: a published benchmark, its requirements, and which checks help to meet each.

use serde::Deserialize;

/// A framework as its file tells it: the one place that says which benchmark asks for a check.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its id, equal to the file's name: `cis-aws-5.0`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Where it is published.
    pub url: String,
    /// How much of it the checks cover, in a sentence; absent where all of it.
    #[serde(default)]
    pub coverage: Option<String>,
    /// Its requirements, in its own order.
    pub requirements: Vec<FrameworkRequirement>,
}

/// A requirement of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkRequirement {
    /// Its id within the framework: `2.1.4`.
    pub id: String,
    /// The requirement in our own words.
    pub title: String,
    /// The part of the framework that it belongs to, in our own words.
    #[serde(default)]
    pub section: Option<String>,
    /// The framework's own level, where it has levels: 1 for everybody, 2 for who needs more.
    #[serde(default)]
    pub level: Option<u8>,
    /// Whether a person has to look: no check decides it.
    #[serde(default)]
    pub manual: bool,
    /// The checks that it takes together, by id; none exactly where it is manual.
    #[serde(default)]
    pub checks: Vec<String>,
}
