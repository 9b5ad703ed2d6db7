//! A framework: a published benchmark's requirements, and which checks satisfy each.

use serde::Deserialize;

/// A framework's file: the one place that says which benchmark asks for a check.
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
    /// Its requirements.
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
    /// The checks that satisfy it together.
    #[serde(default)]
    pub checks: Vec<String>,
}
