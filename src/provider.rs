//! A cloud behind one trait: who the account is, which regions it has, what runs there.
//!
//! The engine sees only this module; which API stands behind it, and whether there is a network at all, it cannot know.

#[cfg(feature = "aws")]
pub mod aws;
pub mod limiter;
pub mod mock;
mod reuse;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use crate::model::preflight::{PermissionAnswer, PermissionAnswers};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Account, Asset, CallCounts, Gap, Property, Warning};
pub use reuse::{Change, EarlierEvidence, Reusing, Untold};

/// Why a scan could not even start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct SubmissionError {
    /// A stable code: `no_credentials`, `expired_credentials`, `invalid_credentials`, `denied`, `no_network`, `endpoint_refused`,
    /// `unknown_profile`, `region_not_enabled`, `unknown_region`, `other_partition`, ….
    pub code: &'static str,
    /// One sentence that names the thing and the next step.
    pub message: String,
}

/// One region as the account sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// `eu-west-1`.
    pub name: String,
    /// Whether the account has enabled it.
    pub enabled: bool,
}

/// The account's regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionCatalogue {
    /// Every region of the partition, enabled or not.
    pub regions: Vec<Region>,
    /// The curated set for standard scans, most used first; some may not be enabled.
    pub default_set: Vec<String>,
    /// The one region of a quick scan, and the first of a standard one.
    pub primary: String,
    /// Where global services live: `us-east-1`.
    pub global: String,
    /// What the user must know, such as that the built-in list was used.
    pub warnings: Vec<Warning>,
}

/// How fast a provider lets itself call an action in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// The bucket that the call draws from; actions with the same one share its rate.
    pub bucket: String,
    /// Calls a second in the long run.
    pub per_second: f64,
    /// Calls at once after a rest.
    pub burst: f64,
    /// Calls of the action's service that run at the same time.
    pub at_once: usize,
    /// How long an answer takes, in milliseconds.
    pub answer_ms: f64,
}

/// What listing a resource type in a region gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Listing {
    /// The assets found, in any order, each once.
    pub assets: Vec<Asset>,
    /// What could not be listed. Not empty means that assets may be missing.
    pub gaps: Vec<Gap>,
    /// Other things the user must know.
    pub warnings: Vec<Warning>,
}

/// A cloud, read-only.
///
/// Failures after [`Provider::identify`] never end a scan: they come back as gaps.
pub trait Provider: Send + Sync {
    /// `aws` or `mock`.
    fn name(&self) -> &'static str;

    /// Whose account it is. Nothing else is called before this has succeeded.
    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>>;

    /// Which regions the account has.
    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>>;

    /// Told once, before anything is listed: the regions of the scan. What the account has in any of them, such as a trail, is looked for
    /// there and nowhere else.
    fn begin(&self, regions: &[String]) {
        let _ = regions;
    }

    /// The resource types that it can list, sorted by name.
    fn resource_types(&self) -> &'static [ResourceType];

    /// Lists every asset of a type in a region, without facets. A global type is asked for in the global region only.
    fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing>;

    /// Reads one facet for all `assets` of a type in a region: one value per asset in the same order, `Property::Unknown` where it
    /// could not be read.
    fn read_facet<'a>(
        &'a self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>>;

    /// What reading met by the way and the user must know, asked when all is read: of things outside `regions`, such as buckets that
    /// live elsewhere, and of parts of facets that were deleted meanwhile.
    fn outside(&self, regions: &[String]) -> Vec<Warning> {
        let _ = regions;
        Vec::new()
    }

    /// What changed in a region since a moment, as the cloud's own log of changes tells, and why where it does not.
    fn changes<'a>(&'a self, region: &'a str, since: Timestamp) -> BoxFuture<'a, Result<Vec<Change>, Untold>> {
        let _ = since;
        Box::pin(std::future::ready(Err(Untold::no_log(self.name(), region))))
    }

    /// When an earlier scan read what [`Provider::read_facet`] gave for an asset; `None` where it was read now.
    fn reused_from(&self, resource_type: &ResourceType, facet: &Facet, asset: &Asset) -> Option<Timestamp> {
        let _ = (resource_type, facet, asset);
        None
    }

    /// How fast it calls an action; `None` where nothing holds it back.
    fn pace(&self, action: &str) -> Option<Pace> {
        let _ = action;
        None
    }

    /// Whether the caller may call `actions`, one answer each: asked before anything is listed, at little cost, and never by writing.
    /// `regions` are those of the scan.
    fn permissions<'a>(&'a self, actions: &'a [&'static str], regions: &'a [String]) -> BoxFuture<'a, PermissionAnswers> {
        let _ = regions;
        let open = |action: &&'static str| PermissionAnswer::open(action, "this cloud cannot be asked");
        let answers = actions.iter().map(open).collect();
        Box::pin(std::future::ready(PermissionAnswers { answers, notes: Vec::new() }))
    }

    /// API calls so far, shared with others who ask: it is asked after every step of every job.
    fn calls(&self) -> Arc<CallCounts>;
}
