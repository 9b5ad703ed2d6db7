//! What runs in the account and what the checks say of it.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::scan::Time;
use crate::model::{self, Gap, Novelty, Properties, Remediation, Requirement, ResourceReference, Severity};

/// One resource found.
#[derive(Serialize, JsonSchema)]
pub struct Asset<'a> {
    /// The resource type: `aws.s3.bucket`.
    #[serde(rename = "type")]
    pub resource_type: &'a str,
    /// The id that the service itself uses.
    pub id: &'a str,
    /// The Amazon Resource Name; empty where the listing does not tell it.
    pub arn: &'a str,
    /// What a person calls it: the `Name` tag, else the id.
    pub name: &'a str,
    /// Where it lives.
    pub region: &'a str,
    /// Its tags.
    pub tags: &'a BTreeMap<String, String>,
    /// What is known of it. A value that could not be read is an object with the one key `$unknown`, which says why.
    #[schemars(with = "serde_json::Map<String, serde_json::Value>")]
    pub properties: &'a Properties,
    /// The facets among the properties that this scan did not read itself, and when an earlier scan read each; absent where it read all.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence_read_at: BTreeMap<&'static str, Time>,
}

impl<'a> From<&'a model::Asset> for Asset<'a> {
    fn from(asset: &'a model::Asset) -> Self {
        let model::Asset { resource_type, id, arn, name, region, tags, properties, evidence_read_at } = asset;
        let evidence_read_at = evidence_read_at.iter().map(|(facet, read_at)| (*facet, Time(*read_at))).collect();
        Self { resource_type, id, arn, name, region, tags, properties, evidence_read_at }
    }
}

/// One check on one resource.
#[derive(Serialize, JsonSchema)]
pub struct CheckResult<'a> {
    /// What tells the result from every other of the account, the same in every scan: a hash of check, account, region and resource.
    pub uid: String,
    /// The check.
    pub check_id: &'a str,
    /// The ids that other tools use for the same check.
    pub aliases: &'a [String],
    /// The good condition.
    pub title: &'a str,
    /// `fail`, `unknown`, `pass`, `not_applicable` or `muted`.
    #[schemars(schema_with = "outcomes")]
    pub status: &'static str,
    /// How bad a finding is.
    #[schemars(schema_with = "severities")]
    pub severity: &'static str,
    /// The resource's region.
    pub region: &'a str,
    /// The resource.
    pub resource: Resource<'a>,
    /// The asset that the check looked at, where the result is reported on another resource: the account whose metric filter passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<Resource<'a>>,
    /// One sentence about this resource.
    pub message: &'a str,
    /// How to mend it.
    pub remediation: RemediationReference<'a>,
    /// The benchmark requirements that ask for the check: `cis-aws-5.0:2.1.4`.
    #[schemars(with = "Vec<String>")]
    pub frameworks: Frameworks<'a>,
    /// Why the outcome is unknown; null for every other status.
    pub gap: Option<GapReference<'a>>,
    /// Who has accepted the finding, and why; absent for every other status than `muted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppression: Option<Suppression<'a>>,
    /// Whether the scan that this one is compared with had the finding: `new` or `known`; absent where there is none, and for what is
    /// no finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "novelties")]
    pub baseline: Option<&'static str>,
}

/// Who has accepted a finding, and why.
#[derive(Serialize, JsonSchema)]
pub struct Suppression<'a> {
    /// The rule's place in the file of suppressions, from 1.
    pub rule: usize,
    /// Why the finding is accepted.
    pub reason: &'a str,
    /// Who answers for it.
    pub owner: &'a str,
    /// The last day on which it is accepted, `2026-12-31`; null for no end.
    pub expires: Option<String>,
}

impl<'a> From<&'a model::Mute> for Suppression<'a> {
    fn from(mute: &'a model::Mute) -> Self {
        let model::Mute { rule, reason, owner, expires } = mute;
        Self { rule: *rule, reason, owner, expires: expires.map(|date| date.to_string()) }
    }
}

impl<'a> CheckResult<'a> {
    /// The result as one of the account with that id.
    #[must_use]
    pub fn of(result: &'a model::CheckResult, account_id: &str) -> Self {
        let check = result.check.as_ref();
        Self {
            uid: result.uid(account_id),
            check_id: &check.id,
            aliases: &check.aliases,
            title: &check.title,
            status: result.outcome.as_str(),
            severity: check.severity.as_str(),
            region: &result.reported().region,
            resource: result.reported().into(),
            asset: result.satisfied_by.as_ref().map(|_| (&result.resource).into()),
            message: &result.message,
            remediation: (&check.remediation).into(),
            frameworks: Frameworks(&check.requirements),
            gap: result.gap.as_deref().map(Into::into),
            suppression: result.mute.as_deref().map(Into::into),
            baseline: None,
        }
    }
}

fn novelties(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": [Novelty::New.as_str(), Novelty::Known.as_str()] })
}

fn severities(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Severity::ALL.map(Severity::as_str) })
}

fn outcomes(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["fail", "unknown", "pass", "not_applicable", "muted"] })
}

/// Requirements in their short form, `framework:requirement`.
pub struct Frameworks<'a>(&'a [Requirement]);

impl Serialize for Frameworks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Requirement::reference))
    }
}

/// Which resource a result is about.
#[derive(Serialize, JsonSchema)]
pub struct Resource<'a> {
    /// The resource type.
    #[serde(rename = "type")]
    pub resource_type: &'a str,
    /// The id; `*` where the resources of the region could not be listed.
    pub id: &'a str,
    /// The ARN; empty where the resources of the region could not be listed, or their listing does not tell it.
    pub arn: &'a str,
    /// What a person calls it.
    pub name: &'a str,
    /// Where it lives.
    pub region: &'a str,
}

impl<'a> From<&'a ResourceReference> for Resource<'a> {
    fn from(reference: &'a ResourceReference) -> Self {
        let ResourceReference { resource_type, id, arn, name, region } = reference;
        Self { resource_type, id, arn, name, region }
    }
}

/// How to mend what a check found.
#[derive(Serialize, JsonSchema)]
pub struct RemediationReference<'a> {
    /// What to do.
    pub text: &'a str,
    /// A command that does it, with placeholders in capitals.
    pub cli: Option<&'a str>,
    /// Terraform that does it.
    pub terraform: Option<&'a str>,
    /// The provider's own page about it.
    pub url: Option<&'a str>,
}

impl<'a> From<&'a Remediation> for RemediationReference<'a> {
    fn from(remediation: &'a Remediation) -> Self {
        let Remediation { text, cli, terraform, url } = remediation;
        Self { text, cli: cli.as_deref(), terraform: terraform.as_deref(), url: url.as_deref() }
    }
}

/// Evidence that could not be read.
#[derive(Serialize, JsonSchema)]
pub struct GapReference<'a> {
    /// Why: `denied`, `throttled`, `region_disabled`, `credentials_rejected`, `expired`, `unreachable`, `malformed`, `refused`,
    /// `deadline_exceeded`, `cancelled`, `gone`, `not_collected`, `undecided` or `internal`.
    pub kind: &'static str,
    /// The API action, in IAM's spelling.
    pub action: &'a str,
    /// The region that was asked.
    pub region: &'a str,
    /// What the cloud said; may be empty.
    pub detail: &'a str,
}

impl<'a> From<&'a Gap> for GapReference<'a> {
    fn from(gap: &'a Gap) -> Self {
        let Gap { kind, action, region, detail } = gap;
        Self { kind: kind.as_str(), action, region, detail }
    }
}
