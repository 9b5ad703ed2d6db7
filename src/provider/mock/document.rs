//! A fixture as it is written: the file's own shape, before anything in it is looked up.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::fault::Fault;
use super::latency::Latency;

/// A fixture file. What another fixture gives (`extends`) may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    /// What the fixture shows, in one sentence, for whoever reads the file.
    #[serde(default)]
    pub(super) description: Option<String>,
    /// The embedded fixture that this one builds on: its assets, regions and faults come first, an asset with the same type, region
    /// and id replaces it.
    #[serde(default)]
    pub(super) extends: Option<String>,
    /// Whose account it is.
    #[serde(default)]
    pub(super) account: Option<AccountEntry>,
    /// The moment at which the evidence is true; ages are counted from it, so that verdicts never change with the calendar.
    #[serde(default)]
    pub(super) as_of: Option<Timestamp>,
    /// Every region of the account.
    #[serde(default)]
    pub(super) regions: Vec<RegionEntry>,
    /// The regions of a standard scan, the primary one first; left out, every enabled one.
    #[serde(default)]
    pub(super) default_regions: Option<Vec<String>>,
    /// How slow the answers are at speed 1; left out, not at all.
    #[serde(default)]
    pub(super) latency: Option<Latency>,
    /// Which calls fail.
    #[serde(default)]
    pub(super) faults: Vec<Fault>,
    /// What the account's log of changes tells an incremental scan, by region; left out, the account has no such log.
    #[serde(default)]
    pub(super) changes: Option<BTreeMap<String, Vec<ChangeEntry>>>,
    /// What every asset of a type has that does not tell it itself, settings that the fixture does not list included.
    #[serde(default)]
    pub(super) defaults: BTreeMap<String, Map<String, Value>>,
    /// What the account has.
    #[serde(default)]
    pub(super) assets: Vec<AssetEntry>,
}

/// Whose account a fixture is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountEntry {
    /// Twelve digits.
    pub(super) id: String,
    /// `aws`, `aws-us-gov`, `aws-cn`.
    #[serde(default = "commercial_partition")]
    pub(super) partition: String,
    /// The caller's ARN.
    pub(super) caller: String,
}

fn commercial_partition() -> String {
    "aws".to_owned()
}

/// A region of the account.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegionEntry {
    /// `eu-west-1`.
    pub(super) name: String,
    /// Whether the account has enabled it.
    pub(super) enabled: bool,
}

/// A call that has changed something since whichever scan came before.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeEntry {
    /// The service, as the log calls it: `s3.amazonaws.com`.
    pub(super) source: String,
    /// The call's parameters: `{"bucketName": "logs"}`.
    #[serde(default)]
    pub(super) parameters: BTreeMap<String, String>,
}

/// One resource.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssetEntry {
    /// `aws.s3.bucket`.
    #[serde(rename = "type")]
    pub(super) resource_type: String,
    /// The id that the service itself uses.
    pub(super) id: String,
    /// The ARN; empty where the listing of a real account does not tell it either.
    pub(super) arn: String,
    /// Left out: the `Name` tag, else the id.
    #[serde(default)]
    pub(super) name: Option<String>,
    /// Where it lives.
    pub(super) region: String,
    /// Its tags.
    #[serde(default)]
    pub(super) tags: BTreeMap<String, String>,
    /// The properties of the resource type's schema; what is left out is unknown.
    pub(super) properties: Map<String, Value>,
}

impl Document {
    /// This document with what `base` gives where this one is silent.
    pub(super) fn on_top_of(self, base: Self) -> Self {
        let mut regions = base.regions;
        regions.retain(|region| self.regions.iter().all(|own| own.name != region.name));
        regions.extend(self.regions);
        let mut assets = base.assets;
        assets.retain(|asset| self.assets.iter().all(|own| own.key() != asset.key()));
        assets.extend(self.assets);
        Self {
            description: self.description,
            extends: base.extends,
            account: self.account.or(base.account),
            as_of: self.as_of.or(base.as_of),
            regions,
            default_regions: self.default_regions.or(base.default_regions),
            latency: self.latency.or(base.latency),
            faults: base.faults.into_iter().chain(self.faults).collect(),
            changes: self.changes.or(base.changes),
            defaults: merged(base.defaults, self.defaults),
            assets,
        }
    }
}

/// Both, the second's where they differ.
fn merged(
    mut base: BTreeMap<String, Map<String, Value>>,
    own: BTreeMap<String, Map<String, Value>>,
) -> BTreeMap<String, Map<String, Value>> {
    for (resource_type, properties) in own {
        base.entry(resource_type).or_default().extend(properties);
    }
    base
}

impl AssetEntry {
    /// What makes an asset the same one in two fixtures.
    pub(super) fn key(&self) -> (&str, &str, &str) {
        (&self.resource_type, &self.region, &self.id)
    }
}
