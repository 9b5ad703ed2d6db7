//! How far the account meets the frameworks that the scan names.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::scan::Results;
use crate::model::compliance::{Compliance, Fulfilment, RequirementCounts, RequirementOutcome};
use crate::model::{Framework, FrameworkRequirement, ScanReport};

/// How far the account meets one framework.
#[derive(Serialize, JsonSchema)]
pub struct FrameworkStanding<'a> {
    /// Its id: `cis-aws-5.0`.
    pub id: &'a str,
    /// Its name.
    pub title: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Where it is published.
    pub url: &'a str,
    /// How much of it the checks cover; null where all of it.
    pub coverage: Option<&'a str>,
    /// Requirements that are met, in percent of those that are met or not met, rounded down; null where none is decided. What is unknown
    /// is in neither.
    pub score: Option<u64>,
    /// The requirements, counted.
    pub counts: Requirements,
    /// The requirements, in the framework's order.
    pub requirements: Vec<RequirementStanding<'a>>,
}

/// Requirements by how they fared.
#[derive(Serialize, JsonSchema)]
pub struct Requirements {
    /// All of them.
    pub total: u64,
    /// Those that are met.
    pub met: u64,
    /// Those with a finding.
    pub not_met: u64,
    /// Those with evidence missing and no finding.
    pub unknown: u64,
    /// Those whose checks had nothing to look at.
    pub not_applicable: u64,
    /// Those that a person has to look at.
    pub manual: u64,
}

/// How one requirement fared.
#[derive(Serialize, JsonSchema)]
pub struct RequirementStanding<'a> {
    /// Its id within the framework: `2.1.4`.
    pub id: &'a str,
    /// The requirement in our own words.
    pub title: &'a str,
    /// The part of the framework that it belongs to.
    pub section: Option<&'a str>,
    /// The framework's own level, where it has levels.
    pub level: Option<u8>,
    /// `met`, `not_met`, `unknown`, `not_applicable` or `manual`.
    #[schemars(schema_with = "fulfilments")]
    pub status: &'static str,
    /// The results of its checks, by outcome.
    pub results: Results,
    /// The ids of its checks; empty exactly where it is manual.
    pub checks: &'a [String],
}

impl<'a> FrameworkStanding<'a> {
    /// One for each framework of the scan.
    pub(super) fn all(report: &'a ScanReport) -> Vec<Self> {
        report.compliance().into_iter().map(Self::from).collect()
    }
}

impl<'a> From<Compliance<'a>> for FrameworkStanding<'a> {
    fn from(compliance: Compliance<'a>) -> Self {
        let Compliance { framework: Framework { id, title, version, url, coverage, requirements: _ }, requirements, counts } =
            compliance;
        let score = counts.score();
        let RequirementCounts { total, met, not_met, unknown, not_applicable, manual } = counts;
        Self {
            id,
            title,
            version,
            url,
            coverage: coverage.as_deref(),
            score,
            counts: Requirements { total, met, not_met, unknown, not_applicable, manual },
            requirements: requirements.into_iter().map(RequirementStanding::from).collect(),
        }
    }
}

impl<'a> From<RequirementOutcome<'a>> for RequirementStanding<'a> {
    fn from(outcome: RequirementOutcome<'a>) -> Self {
        let RequirementOutcome { requirement, fulfilment, results } = outcome;
        let FrameworkRequirement { id, title, section, level, manual: _, checks } = requirement;
        Self { id, title, section: section.as_deref(), level: *level, status: fulfilment.as_str(), results: results.into(), checks }
    }
}

fn fulfilments(_: &mut SchemaGenerator) -> Schema {
    let all = [Fulfilment::Met, Fulfilment::NotMet, Fulfilment::Unknown, Fulfilment::NotApplicable, Fulfilment::Manual];
    json_schema!({ "type": "string", "enum": all.map(Fulfilment::as_str) })
}
