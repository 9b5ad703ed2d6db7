//! How far a scan saw: where each check looked, and which listings are complete.
//!
//! Two pieces of knowledge are kept apart, because two jobs gather them. The checks' view comes from the ledger and from the results
//! that stand for what could not be listed; the inventory's view comes from the jobs that list and the gaps they met. In doubt a
//! listing counts as incomplete.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::resource::{AWS, ResourceType, Scope, Sweep, by_name};
use crate::model::{GapKind, JobKind, JobStatus};

/// How far a scan saw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    regions: Vec<String>,
    checks: BTreeMap<String, CheckCoverage>,
    resource_types: BTreeSet<String>,
    jobs: BTreeMap<(JobKind, Option<String>), JobStatus>,
    gaps: Vec<PlacedGap>,
    /// Whether a warning tells of gaps without their places.
    has_unplaced_gaps: bool,
}

/// Where one check looked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct CheckCoverage {
    /// The resource type, where it is known.
    resource_type: Option<String>,
    regions: BTreeMap<String, LookedAt>,
}

/// How a check saw one region.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookedAt {
    gap: Option<String>,
}

impl LookedAt {
    /// What hides some of the resources, where something does.
    #[must_use]
    pub fn gap(&self) -> Option<&str> {
        self.gap.as_deref()
    }
}

/// An API action that gave no evidence, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PlacedGap {
    action: String,
    region: String,
    /// Whether a resource type says that it calls the action.
    is_declared: bool,
}

impl Coverage {
    /// A scan of these regions, the primary one first, that has seen nothing yet.
    #[must_use]
    pub fn of_regions(regions: &[String]) -> Self {
        Self { regions: regions.to_vec(), ..Self::default() }
    }

    /// Notes that the scan had the check, and which resource type it looks at, where that is known.
    pub fn select(&mut self, check_id: &str, resource_type: Option<&str>) {
        let check = self.checks.entry(check_id.to_owned()).or_default();
        check.resource_type = resource_type.map(str::to_owned).or_else(|| check.resource_type.take());
    }

    /// Notes that the check looked at a region.
    pub fn look(&mut self, check_id: &str, region: &str) {
        self.checks.entry(check_id.to_owned()).or_default().regions.entry(region.to_owned()).or_default();
    }

    /// Notes that the check could not see all resources of a region.
    pub fn miss(&mut self, check_id: &str, region: &str, gap: &str) {
        self.look(check_id, region);
        let check = self.checks.get_mut(check_id).and_then(|check| check.regions.get_mut(region));
        if let Some(looked_at) = check {
            looked_at.gap.get_or_insert_with(|| gap.to_owned());
        }
    }

    /// Notes that the version of the scanner that made the scan lists this resource type.
    pub fn knows_type(&mut self, resource_type: &str) {
        self.resource_types.insert(resource_type.to_owned());
    }

    /// Notes how a job ended.
    pub fn job_ended(&mut self, kind: JobKind, region: Option<&str>, status: JobStatus) {
        self.jobs.insert((kind, region.map(str::to_owned)), status);
    }

    /// Notes a warning of the scan; those that are no gaps are of no concern.
    pub fn warn(&mut self, code: &str, action: &str, region: &str) {
        // What was deleted while the scan ran hides nothing.
        if GapKind::of_code(code).is_none_or(|kind| kind == GapKind::Gone) {
            return;
        }
        if action.is_empty() {
            self.has_unplaced_gaps = true;
            return;
        }
        let (action, region, is_declared) = (action.to_owned(), region.to_owned(), is_declared(action));
        self.gaps.push(PlacedGap { action, region, is_declared });
    }

    /// The checks that the scan had, by id.
    pub fn checks(&self) -> impl Iterator<Item = &str> {
        self.checks.keys().map(String::as_str)
    }

    /// How the check saw the resources of a type in a region; `None` where it did not look at them.
    #[must_use]
    pub fn looked_at(&self, check_id: &str, resource_type: &str, region: &str) -> Option<&LookedAt> {
        let check = self.checks.get(check_id)?;
        let looks_elsewhere = check.resource_type.as_ref().is_some_and(|other| other != resource_type);
        check.regions.get(region).filter(|_| !looks_elsewhere)
    }

    /// Whether the inventory holds every asset of a type in a region.
    #[must_use]
    pub fn inventory_is_complete(&self, resource_type: &str, region: &str) -> bool {
        let Some(resource_type) = by_name(resource_type).filter(|known| self.resource_types.contains(known.name)) else {
            return false;
        };
        let in_scope = resource_type.scope == Scope::Global || self.regions.iter().any(|other| other == region);
        in_scope
            && match self.lister_of(resource_type, region) {
                Some(JobStatus::Succeeded) => true,
                Some(JobStatus::Partial) => !self.may_lack(resource_type, region),
                _ => false,
            }
    }

    /// How the job ended that lists the type in the region.
    fn lister_of(&self, resource_type: &ResourceType, region: &str) -> Option<JobStatus> {
        let key = match (resource_type.sweep, resource_type.scope) {
            (Sweep::Clusters, _) => (JobKind::Clusters, None),
            (Sweep::Registries, _) => (JobKind::Registries, None),
            (Sweep::Region, Scope::Regional) => (JobKind::Discovery, Some(region.to_owned())),
            (Sweep::Region, Scope::Global) => (JobKind::Discovery, self.regions.first().cloned()),
        };
        self.jobs.get(&key).copied()
    }

    /// Whether one of the scan's gaps may hide assets of the type in the region, as far as anyone can tell.
    fn may_lack(&self, resource_type: &ResourceType, region: &str) -> bool {
        // All jobs share a listing: where a check saw all of it, a gap in another region belongs to that region's listing.
        let seen_whole = self.checks.values().any(|check| {
            let of_type = check.resource_type.as_deref() == Some(resource_type.name);
            of_type && check.regions.get(region).is_some_and(|looked_at| looked_at.gap.is_none())
        });
        // Some services are asked in another region than the one whose assets they list.
        let hides = |gap: &PlacedGap| may_hide(resource_type, gap) && (gap.region == region || !seen_whole);
        self.has_unplaced_gaps || self.gaps.iter().any(hides)
    }
}

/// Whether assets of the type may be missing where the action fails. A defect of the scanner names the type instead of an action; an
/// action that no resource type declares may belong to any listing of its service.
fn may_hide(resource_type: &ResourceType, gap: &PlacedGap) -> bool {
    let action = gap.action.as_str();
    let listing = resource_type.list_actions.contains(&action) || resource_type.name == action;
    let of_service = || action.split(':').next() == Some(resource_type.service());
    listing || (!gap.is_declared && of_service())
}

fn is_declared(action: &str) -> bool {
    AWS.iter().any(|resource_type| {
        let of_facet = || resource_type.facets.iter().any(|facet| facet.actions.contains(&action));
        resource_type.list_actions.contains(&action) || of_facet()
    })
}
