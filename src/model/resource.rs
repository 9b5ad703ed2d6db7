//! The resource types that collectors list and checks look at: names, facets, API actions and typed shapes.
//!
//! The API actions stand here and nowhere else: the gap's advice, `scan checks show`, the least-privilege policy and the proof that
//! the scanner only reads all come from this table. The shapes are what check authors write against; they are ours, not a cloud's.

pub mod accessanalyzer;
pub mod account;
pub mod acm;
pub mod apigateway;
pub mod autoscaling;
mod aws;
pub mod backup;
pub mod cloudfront;
pub mod cloudtrail;
pub mod cloudwatch;
pub mod config;
pub mod demand;
pub mod dynamodb;
pub mod ec2;
pub mod ecr;
pub mod efs;
pub mod eks;
pub mod elb;
pub mod elbv2;
pub mod events;
pub mod glacier;
pub mod guardduty;
pub mod iam;
pub mod kms;
pub mod lambda;
pub mod macie;
pub mod organizations;
pub mod policy;
pub mod rds;
pub mod s3;
pub mod secret;
pub mod secretsmanager;
pub mod securityhub;
pub mod shape;
pub mod sns;
pub mod sqs;
pub mod ssm;
mod table;
pub mod vpc;

use serde_json::Value;

pub use account::ACCOUNT;
pub use aws::{AWS, CHANGE_ACTIONS, SCAN_ACTIONS};

/// Whether a resource type is listed once or in every region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Listed once, by the primary region's jobs.
    Global,
    /// Listed in every region of the scan.
    Regional,
}

/// Which jobs look after a resource type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sweep {
    /// The discovery and compliance jobs of its region.
    Region,
    /// The clusters job.
    Clusters,
    /// The registries job.
    Registries,
}

/// Whether a resource type is a thing that runs in the account or a setting of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Part of the inventory.
    Inventory,
    /// Part of the inventory of a scan with a check that looks at it; others do not list it.
    OnDemand,
    /// A setting of the account or of a region: checks look at it, the inventory does not count it.
    Setting,
}

/// A part of an asset's properties that costs its own API calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// The property's name.
    pub name: &'static str,
    /// The API actions that reading it may call, in IAM's spelling.
    pub actions: &'static [&'static str],
    /// When it must be read again.
    pub renewal: Renewal,
}

/// When a facet that an earlier scan has read must be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// In every scan: it changes without an entry in the account's log of changes, or costs no more calls than asking the log.
    EveryScan,
    /// When the log of changes or the asset's listing tells of a change.
    OnChange(&'static ChangeLog),
}

/// How the cloud's log of changes tells of what some facets hold.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangeLog {
    /// The services whose calls change it, as the log calls them: `s3.amazonaws.com`.
    pub sources: &'static [&'static str],
    /// The request parameters that name the resource, its cluster or whatever else it belongs to: `bucketName`. A call without any of
    /// them may have changed every resource of the region.
    pub naming: &'static [&'static str],
    /// The logs that tell of it.
    pub place: LogPlace,
    /// The text that the facet's `status` has once it is what the last call made it; with another one it is about to change.
    pub settled: Option<&'static str>,
}

/// Which region's logs tell of a resource's changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogPlace {
    /// The one of the region that the resource lives in.
    OwnRegion,
    /// That one, and the one of the region of global services.
    OwnAndGlobalRegion,
}

/// A kind of resource.
#[derive(Debug, Clone, Copy)]
pub struct ResourceType {
    /// `aws.s3.bucket`.
    pub name: &'static str,
    /// What people call several of them: `S3 buckets`.
    pub plural: &'static str,
    /// Where it is listed.
    pub scope: Scope,
    /// Which jobs look after it.
    pub sweep: Sweep,
    /// Whether the inventory counts it.
    pub nature: Nature,
    /// The API actions that listing it may call, in IAM's spelling.
    pub list_actions: &'static [&'static str],
    /// The parts that are read only when a check asks.
    pub facets: &'static [Facet],
    /// The JSON schema of its properties, facets included.
    pub schema: fn() -> Value,
}

impl ResourceType {
    /// The service part of the name: `s3`.
    #[must_use]
    pub fn service(&self) -> &'static str {
        self.name.split('.').nth(1).unwrap_or(self.name)
    }

    /// Whether every scan with a profile lists it.
    #[must_use]
    pub const fn is_always_listed(&self) -> bool {
        matches!(self.nature, Nature::Inventory | Nature::Setting)
    }

    /// The facet called `name`.
    #[must_use]
    pub fn facet(&self, name: &str) -> Option<&'static Facet> {
        self.facets.iter().find(|facet| facet.name == name)
    }
}

impl PartialEq for ResourceType {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ResourceType {}

/// The resource type called `name`, of any provider.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static ResourceType> {
    AWS.iter().find(|resource_type| resource_type.name == name)
}
