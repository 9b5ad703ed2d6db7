//! Shapes of IAM Access Analyzer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, on_demand, regional, schema, setting};

const LIST: &[&str] = &["access-analyzer:ListAnalyzers"];

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(ResourceType {
        facets: &[facet("has_active_findings", &["access-analyzer:ListFindings"])],
        ..regional("aws.accessanalyzer.analyzer", "access analyzers", LIST, schema::<Analyzer>)
    }),
    setting(ResourceType {
        facets: &[facet("analyzers", LIST)],
        ..regional("aws.accessanalyzer.region_settings", "Access Analyzer settings", &[], schema::<AnalyzerSettings>)
    }),
];

/// An analyzer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Analyzer {
    /// The analyzer's name.
    pub name: String,
    /// What it looks for: `ACCOUNT`, `ORGANIZATION`, `ACCOUNT_UNUSED_ACCESS`, …
    pub kind: String,
    /// `ACTIVE`, `CREATING`, `DISABLED` or `FAILED`.
    pub status: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Facet: whether a finding waits to be resolved or archived; `null` where the analyzer is not active.
    pub has_active_findings: Option<bool>,
}

/// Which analyzers a region has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalyzerSettings {
    /// The region.
    pub region: String,
    /// Facet: its analyzers.
    pub analyzers: Vec<AnalyzerState>,
}

/// Whether an analyzer works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalyzerState {
    /// The analyzer's name.
    pub name: String,
    /// What it looks for: `ACCOUNT` and `ORGANIZATION` for access from outside, `ACCOUNT_UNUSED_ACCESS`, …
    pub kind: String,
    /// `ACTIVE`, `CREATING`, `DISABLED` or `FAILED`.
    pub status: String,
}
