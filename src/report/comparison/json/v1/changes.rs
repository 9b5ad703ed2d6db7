//! What became of results and assets, one by one.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::model::comparison::{AssetTransition, Change, Standing, Transition};
use crate::model::{Comparison, Severity};
use crate::report::json::v1::Resource;

/// The results by what became of them, each list by severity, check, region and ARN. Results that stayed as they were and are no
/// findings are left out.
#[derive(Serialize, JsonSchema)]
pub struct ResultChanges<'a> {
    /// Fail now and did not before.
    pub new: Vec<ResultChange<'a>>,
    /// Fail now; the earlier scan could not see them, or was not asked.
    pub newly_visible: Vec<ResultChange<'a>>,
    /// Failed before; now they pass, are not concerned any more, or are known to be gone.
    pub resolved: Vec<ResultChange<'a>>,
    /// Failed before and fail now.
    pub unchanged: Vec<ResultChange<'a>>,
    /// Failed before; now the user has accepted them.
    pub muted: Vec<ResultChange<'a>>,
    /// Failed before; the later scan cannot say what became of them.
    pub not_comparable: Vec<ResultChange<'a>>,
    /// Were unknown, are known now, and are no findings.
    pub evidence_gained: Vec<ResultChange<'a>>,
    /// Were known and no findings, and are unknown now.
    pub evidence_lost: Vec<ResultChange<'a>>,
}

impl<'a> From<&'a Comparison> for ResultChanges<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let list = |transition| comparison.changes_of(transition).map(ResultChange::from).collect();
        Self {
            new: list(Transition::Appeared),
            newly_visible: list(Transition::NewlyVisible),
            resolved: list(Transition::Resolved),
            unchanged: list(Transition::Unchanged),
            muted: list(Transition::Muted),
            not_comparable: list(Transition::NotComparable),
            evidence_gained: list(Transition::EvidenceGained),
            evidence_lost: list(Transition::EvidenceLost),
        }
    }
}

/// What became of one check on one resource.
#[derive(Serialize, JsonSchema)]
pub struct ResultChange<'a> {
    /// The check.
    pub check_id: &'a str,
    /// The good condition.
    pub title: &'a str,
    /// How bad a finding is.
    #[schemars(schema_with = "severities")]
    pub severity: &'static str,
    /// The resource's region.
    pub region: &'a str,
    /// The resource.
    pub resource: Resource<'a>,
    /// One sentence about this resource, of the later scan where it has one.
    pub message: &'a str,
    /// What the earlier scan knew: a result's status, or why it has none. `unlisted`: the resources of that type and region could not
    /// all be listed. `not_reached`: the check did not come to it. `check_not_selected`, `region_not_scanned`: the scan was not
    /// asked. `absent`: everything was listed, and it was not there.
    #[schemars(schema_with = "standings")]
    pub before: &'static str,
    /// What the later scan knows, in the same words.
    #[schemars(schema_with = "standings")]
    pub after: &'static str,
    /// What could not be read, where a gap hides the result from one of the scans.
    pub gap: Option<&'a str>,
}

impl<'a> From<&'a Change> for ResultChange<'a> {
    fn from(change: &'a Change) -> Self {
        let Change { transition: _, check_id, title, severity, resource, message, before, after, gap } = change;
        Self {
            check_id,
            title,
            severity: severity.as_str(),
            region: &resource.region,
            resource: resource.into(),
            message,
            before: before.as_str(),
            after: after.as_str(),
            gap: gap.as_deref(),
        }
    }
}

fn severities(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Severity::ALL.map(Severity::as_str) })
}

fn standings(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Standing::ALL.map(Standing::as_str) })
}

/// The assets that only one of the scans has, each list by type, region and ARN.
#[derive(Serialize, JsonSchema)]
pub struct AssetChanges<'a> {
    /// Are there now and were not before.
    pub new: Vec<Resource<'a>>,
    /// Are there now; the earlier scan did not list everything of their type in their region.
    pub newly_visible: Vec<Resource<'a>>,
    /// Were there and are known to be gone.
    pub vanished: Vec<Resource<'a>>,
    /// Were there; the later scan did not list everything of their type in their region.
    pub no_longer_visible: Vec<Resource<'a>>,
}

impl<'a> From<&'a Comparison> for AssetChanges<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let list = |transition| comparison.assets_of(transition).map(|change| (&change.asset).into()).collect();
        Self {
            new: list(AssetTransition::New),
            newly_visible: list(AssetTransition::NewlyVisible),
            vanished: list(AssetTransition::Vanished),
            no_longer_visible: list(AssetTransition::NoLongerVisible),
        }
    }
}
