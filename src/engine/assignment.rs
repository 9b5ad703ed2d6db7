//! The smallest piece of a job's work: one resource type in one region.

use std::sync::Arc;

use crate::checks::Check;
use crate::model::resource::{Facet, ResourceType};

/// Whose inventory a listing counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// This job reports the assets.
    Reported,
    /// Another job reports them; this one only looks at them.
    Shared,
}

/// One resource type in one region: list it, and evaluate checks on what is found.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// What to list.
    pub resource_type: &'static ResourceType,
    /// Where.
    pub region: String,
    /// Whose inventory it is.
    pub listing: Listing,
    /// The checks to evaluate; none for pure discovery.
    pub checks: Vec<Arc<Check>>,
    /// The ids of the scan's checks that need the listing, whichever job evaluates them.
    pub dependants: Vec<String>,
}

impl Assignment {
    /// The facets that the checks need, each once.
    #[must_use]
    pub fn facets(&self) -> Vec<&'static Facet> {
        self.needed(Check::facets)
    }

    /// The facets of the account that the checks need, each once.
    #[must_use]
    pub fn account_facets(&self) -> Vec<&'static Facet> {
        self.needed(Check::account_facets)
    }

    /// What `of` tells for each check, each facet once.
    fn needed(&self, of: impl Fn(&Check) -> Vec<&'static Facet>) -> Vec<&'static Facet> {
        let mut facets: Vec<&'static Facet> = self.checks.iter().flat_map(|check| of(check)).collect();
        facets.sort_by_key(|facet| facet.name);
        facets.dedup();
        facets
    }
}
