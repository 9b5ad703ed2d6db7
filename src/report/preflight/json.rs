//! A preflight for programs. Its shape is versioned and stands apart from the model.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::{Subject, closing};
use crate::model::Preflight;
use crate::model::preflight::{Cause, CheckedPermission, Verdict};
use crate::report::json::v1::{Time, Tool};
use crate::report::permissions::json::NeededAction;

/// The version of the shape: it changes when a field goes away or means something else.
pub const SCHEMA_VERSION: &str = "1";

/// What a preflight found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Preflight")]
pub struct Document<'a> {
    /// The version of this shape.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: &'static str,
    /// What made the document.
    tool: Tool<'static>,
    /// When the caller's permissions were asked for.
    asked_at: Time,
    /// The account.
    account_id: &'a str,
    /// The partition of its ARNs: `aws`.
    partition: &'a str,
    /// Who calls: the ARN.
    caller: &'a str,
    /// The profiles and frameworks, joined with `+`; empty where checks were named one by one.
    profile: &'a str,
    /// How many checks are selected.
    checks_selected: u64,
    /// The regions of the scan, the primary one first.
    regions: &'a [String],
    /// How many permissions have which verdict.
    counts: Counts,
    /// Every permission that the scan needs, sorted by action.
    permissions: Vec<Permission<'a>>,
    /// The policies with every missing action whose cause is `not_granted`: attached to the caller, they close that part of the gap.
    closing_policies: Vec<ClosingPolicy>,
    /// What else must be said.
    notes: &'a [String],
}

/// A managed policy to make.
#[derive(Debug, Serialize, JsonSchema)]
struct ClosingPolicy {
    /// The name to give it: another gap has another one.
    name: String,
    /// Its size as IAM counts it; at most 6,144.
    characters: usize,
    /// The policy document.
    document: Value,
}

/// How many permissions have which verdict.
#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    /// May be called.
    granted: u64,
    /// May not be called.
    missing: u64,
    /// Nobody could tell.
    unknown: u64,
}

/// A permission and whether it is granted.
#[derive(Debug, Serialize, JsonSchema)]
struct Permission<'a> {
    /// The action and what needs it: `checks` are those that a gap leaves unknown.
    #[serde(flatten)]
    action: NeededAction<'a>,
    /// `granted`, `missing` or `unknown`.
    verdict: &'static str,
    /// Who told: `live_read`, `simulation`, `root_user`, `fixture`; `null` where nobody could.
    told_by: Option<&'static str>,
    /// Why it is missing: `not_granted`, which a grant closes, or `explicit_deny`, `permissions_boundary`, `organization`,
    /// `beyond_policies` (the session's, the endpoint's or the resource's), `region`; `null` where it is not missing.
    cause: Option<&'static str>,
    /// The regions in which it is missing where it is not missing everywhere.
    regions: &'a [String],
    /// Why it is missing or unknown; may be empty.
    detail: &'a str,
}

impl<'a> Document<'a> {
    /// What the preflight of the subject found.
    #[must_use]
    pub fn new(subject: &'a Subject, preflight: &'a Preflight) -> Self {
        let count = |verdict| preflight.count(verdict);
        let closing = closing::policies(preflight).into_iter().map(|policy| ClosingPolicy {
            characters: policy.characters(),
            document: policy.document(),
            name: policy.name,
        });
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::THIS,
            asked_at: Time(preflight.asked_at),
            account_id: &preflight.account_id,
            partition: &preflight.partition,
            caller: &preflight.caller,
            profile: &subject.profile,
            checks_selected: subject.checks,
            regions: &preflight.regions,
            counts: Counts { granted: count(Verdict::Granted), missing: count(Verdict::Missing), unknown: count(Verdict::Unknown) },
            permissions: preflight.permissions.iter().map(Permission::from).collect(),
            closing_policies: closing.collect(),
            notes: &preflight.notes,
        }
    }
}

impl<'a> From<&'a CheckedPermission> for Permission<'a> {
    fn from(permission: &'a CheckedPermission) -> Self {
        let answer = &permission.answer;
        Self {
            action: NeededAction::new(answer.action, &permission.need),
            verdict: answer.verdict.as_str(),
            told_by: answer.teller.map(crate::model::preflight::Teller::as_str),
            cause: answer.cause.map(Cause::as_str),
            regions: &answer.regions,
            detail: &answer.detail,
        }
    }
}

/// The JSON schema (draft 2020-12) of the document.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Document<'static>>().to_value()
}
