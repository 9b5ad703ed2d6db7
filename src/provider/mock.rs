//! A cloud made of a fixture: one account described in a file, served through the same trait as a real one.
//!
//! It needs no network and no credentials. Listings, facets, gaps and the number of calls are what a real account of that shape would
//! give; the fixture may script how slow its answers are and which of them fail. It knows nothing of checks: verdicts come from the
//! same engine and the same checks as everywhere.

mod calls;
mod document;
mod embedded;
mod error;
mod fault;
mod fixture;
mod latency;
mod load;
mod meter;
mod permissions;
mod serve;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::Timestamp;

pub use self::error::FixtureError;
use self::fixture::Fixture;
use self::meter::Meter;
use super::{Change, Listing, Pace, Provider, RegionCatalogue, SubmissionError, Untold};
use crate::model::preflight::PermissionAnswers;
use crate::model::resource::{AWS, Facet, ResourceType};
use crate::model::{Account, Asset, CallCounts, Property};

/// The fixture that `--mock` serves unless another is named.
pub const DEFAULT_FIXTURE: &str = "demo";

/// A provider that serves a fixture account.
#[derive(Debug)]
pub struct MockProvider {
    fixture: Fixture,
    speed: f64,
    meter: Meter,
}

impl MockProvider {
    /// Serves the embedded fixture called `name`. `speed` scales the scripted latency: 0 answers at once, 1 as scripted, 2 takes twice
    /// as long; what is not a positive number counts as 0.
    pub fn embedded(name: &str, speed: f64) -> Result<Self, FixtureError> {
        Ok(Self::serving(load::embedded(name)?, speed))
    }

    /// Serves the fixture in a JSON or YAML file of the user's own; `speed` as in [`MockProvider::embedded`].
    pub fn from_file(path: &Path, speed: f64) -> Result<Self, FixtureError> {
        Ok(Self::serving(load::file(path)?, speed))
    }

    /// The names of the embedded fixtures, sorted.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        embedded::names()
    }

    fn serving(fixture: Fixture, speed: f64) -> Self {
        let speed = if speed.is_finite() && speed > 0.0 { speed } else { 0.0 };
        Self { fixture, speed, meter: Meter::default() }
    }
}

impl Provider for MockProvider {
    fn name(&self) -> &'static str {
        "mock"
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        self.account().boxed()
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        self.catalogue().map(Ok).boxed()
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        &AWS
    }

    fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
        self.listing(resource_type, region).boxed()
    }

    fn read_facet<'a>(
        &'a self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        self.facet_values(resource_type, facet, region, assets).boxed()
    }

    fn changes<'a>(&'a self, region: &'a str, _since: Timestamp) -> BoxFuture<'a, Result<Vec<Change>, Untold>> {
        self.logged(region).boxed()
    }

    fn pace(&self, action: &str) -> Option<Pace> {
        // Nobody counts how often a mock account is asked; only its answers take their time.
        let at_once = calls::SIDE_BY_SIDE as usize;
        let answer_ms = self.fixture.latency.answer_ms() * self.speed;
        Some(Pace { bucket: action.to_owned(), per_second: f64::INFINITY, burst: f64::INFINITY, at_once, answer_ms })
    }

    fn permissions<'a>(&'a self, actions: &'a [&'static str], regions: &'a [String]) -> BoxFuture<'a, PermissionAnswers> {
        std::future::ready(self.permitted(actions, regions)).boxed()
    }

    fn calls(&self) -> Arc<CallCounts> {
        self.meter.counts()
    }
}
