//! The permissions for programs. Its shape is versioned and stands apart from the model.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::Subject;
use crate::model::permissions::aws_managed::{self, copied};
use crate::model::permissions::managed_policy::{ManagedPolicy, WHOLE, managed_policies};
use crate::model::permissions::{Need, Permissions, service_of};

/// The version of the shape: it changes when a field goes away or means something else.
pub const SCHEMA_VERSION: &str = "1";

/// What a scan needs to be allowed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Permissions")]
pub struct Document<'a> {
    /// The version of this shape.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: &'static str,
    /// The profiles and frameworks, joined with `+`; empty where checks were named one by one.
    profile: &'a str,
    /// How many checks are selected.
    checks_selected: u64,
    /// Every action, sorted.
    actions: Vec<NeededAction<'a>>,
    /// The managed policies that hold them.
    policies: Vec<Policy>,
    /// What a policy of AWS's leaves out; `null` where none was asked about.
    difference: Option<Difference<'a>>,
}

/// An action and what needs it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NeededAction<'a> {
    /// In IAM's spelling: `s3:GetBucketAcl`.
    action: &'static str,
    /// Its service: `s3`.
    service: &'static str,
    /// What for besides checks: `regions`, `inventory`, `changes`, `preflight`.
    purposes: Vec<&'static str>,
    /// The ids of the checks that need it, sorted.
    checks: Vec<&'a str>,
}

/// A managed policy to make.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ManagedPolicy")]
struct Policy {
    /// The name to give it.
    name: String,
    /// Its size as IAM counts it; at most 6,144.
    characters: usize,
    /// What it allows, sorted.
    actions: Vec<&'static str>,
}

/// What a policy of AWS's leaves out.
#[derive(Debug, Serialize, JsonSchema)]
struct Difference<'a> {
    /// The policy: `SecurityAudit`.
    policy: &'a str,
    /// AWS's own version of it.
    version: &'a str,
    /// The day on which AWS made that version.
    updated_on: &'a str,
    /// The day on which it was copied.
    copied_on: &'a str,
    /// What it allows, sorted.
    granted: &'a [&'static str],
    /// What it allows on some resources only, or under a condition.
    partly: &'a [&'static str],
    /// What it does not allow.
    lacking: &'a [&'static str],
}

impl<'a> Document<'a> {
    /// What a scan of the subject needs, and what of it a policy of AWS's leaves out.
    #[must_use]
    pub fn new(subject: &'a Subject, permissions: &'a Permissions, difference: Option<&'a aws_managed::Difference>) -> Self {
        let policies = managed_policies(WHOLE, &permissions.actions()).into_iter();
        let policy = |policy: ManagedPolicy| Policy { characters: policy.characters(), name: policy.name, actions: policy.actions };
        Self {
            schema_version: SCHEMA_VERSION,
            profile: &subject.profile,
            checks_selected: subject.checks,
            actions: permissions.iter().map(|(action, need)| NeededAction::new(action, need)).collect(),
            policies: policies.map(policy).collect(),
            difference: difference.map(|difference| Difference {
                policy: &difference.policy.name,
                version: &difference.policy.version,
                updated_on: &difference.policy.updated_on,
                copied_on: copied().0,
                granted: &difference.granted,
                partly: &difference.partly,
                lacking: &difference.lacking,
            }),
        }
    }
}

impl<'a> NeededAction<'a> {
    pub(in crate::report) fn new(action: &'static str, need: &'a Need) -> Self {
        Self {
            action,
            service: service_of(action),
            purposes: need.purposes.iter().map(|purpose| purpose.as_str()).collect(),
            checks: need.checks.iter().map(String::as_str).collect(),
        }
    }
}

/// The JSON schema (draft 2020-12) of the document.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Document<'static>>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Purpose;
    use crate::report::conformance;

    /// `UPDATE_GENERATED=1` writes the file instead.
    #[test]
    fn the_committed_schema_is_fresh() {
        conformance::assert_fresh("permissions-v1.schema.json", &schema());
    }

    #[test]
    fn the_schema_knows_every_field() {
        let mut permissions = Permissions::default();
        permissions.add_purpose(&["ec2:DescribeVpcs"], Purpose::Inventory);
        permissions.add_checks(&["s3:GetObject"], &["one"]);
        let subject = Subject { profile: "mvp15".to_owned(), checks: 1 };
        let audit = aws_managed::by_name("SecurityAudit").unwrap();
        let difference = aws_managed::Difference::of(audit, &permissions);
        assert_eq!(difference.missing(), ["s3:GetObject"]);
        for difference in [None, Some(&difference)] {
            let value = serde_json::to_value(Document::new(&subject, &permissions, difference)).unwrap();
            conformance::assert_conforms(&schema(), &value);
        }
    }
}
