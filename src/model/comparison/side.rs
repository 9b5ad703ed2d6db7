//! One of two scans to compare, as far as a comparison needs it: it may come from memory, from a store or from an earlier report.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::coverage::Coverage;
use super::standing::Standing;
use crate::model::resource::{AWS, Scope, by_name};
use crate::model::{Outcome, ResourceReference, ScanReport, ScanStatus, Severity};

/// What tells one resource from another; its name may change, so it is not part of this.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceKey {
    /// The resource type.
    pub resource_type: String,
    /// Where it lives.
    pub region: String,
    /// The ARN; may be empty.
    pub arn: String,
    /// The id.
    pub id: String,
}

impl From<&ResourceReference> for ResourceKey {
    fn from(reference: &ResourceReference) -> Self {
        let ResourceReference { resource_type, id, arn, name: _, region } = reference;
        Self { resource_type: resource_type.clone(), region: region.clone(), arn: arn.clone(), id: id.clone() }
    }
}

/// What tells one result from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResultKey {
    /// The check's id.
    pub check_id: String,
    /// The resource.
    pub resource: ResourceKey,
}

/// One check on one resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideResult {
    /// What the check found.
    pub outcome: Outcome,
    /// The check's severity.
    pub severity: Severity,
    /// The check's title.
    pub title: String,
    /// The resource.
    pub resource: ResourceReference,
    /// What the check said of it.
    pub message: String,
    /// What could not be read, in a sentence, where the outcome is unknown.
    pub gap: Option<String>,
}

/// Which scan it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideScan {
    /// The scan's id.
    pub id: String,
    /// `aws` or `mock`.
    pub provider: String,
    /// The account's id; empty where the scan never reached one.
    pub account_id: String,
    /// The profile's name; empty where checks were named one by one.
    pub profile: String,
    /// How the scan ended.
    pub status: ScanStatus,
    /// Why it ended so, in one sentence.
    pub status_reason: String,
    /// When it started.
    pub started_at: Timestamp,
    /// The regions, the primary one first.
    pub regions: Vec<String>,
}

/// One of two scans to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanSide {
    /// Which scan it is.
    pub scan: SideScan,
    /// Every result on a resource that was listed.
    pub results: BTreeMap<ResultKey, SideResult>,
    /// The inventory.
    pub assets: BTreeMap<ResourceKey, ResourceReference>,
    /// How far the scan saw.
    pub coverage: Coverage,
}

impl ScanSide {
    /// A side that knows nothing yet.
    #[must_use]
    pub fn new(scan: SideScan) -> Self {
        let coverage = Coverage::of_regions(&scan.regions);
        Self { scan, results: BTreeMap::new(), assets: BTreeMap::new(), coverage }
    }

    /// Takes in how far the scan saw.
    fn see(&mut self, report: &ScanReport) {
        // Another version may not have listed what this one lists; what it did list is sure.
        let same_version = report.header.tool_version == env!("CARGO_PKG_VERSION");
        // A scan of checks that were named one by one lists only what they look at.
        if same_version && !report.header.profile.is_empty() {
            for resource_type in AWS.iter().filter(|resource_type| resource_type.is_always_listed()) {
                self.coverage.knows_type(resource_type.name);
            }
        }
        for asset in &report.assets {
            self.coverage.knows_type(asset.resource_type);
        }
        for check in &report.checks {
            self.coverage.select(&check.id, Some(&check.resource));
            if let Some(looked_at) = by_name(&check.resource).filter(|_| same_version) {
                self.coverage.knows_type(looked_at.name);
            }
        }
        for entry in &report.ledger {
            self.coverage.look(&entry.check_id, &entry.region);
        }
        for job in &report.jobs {
            self.coverage.job_ended(job.kind, job.region.as_deref(), job.status);
        }
        for warning in &report.warnings {
            self.coverage.warn(&warning.code, &warning.action, &warning.region);
        }
    }

    /// Takes in a result; one on resources that could not be listed says how far the scan saw.
    pub fn add_result(&mut self, check_id: &str, result: SideResult) {
        let resource = &result.resource;
        self.coverage.select(check_id, Some(&resource.resource_type));
        if resource.is_unlisted() {
            self.coverage.miss(check_id, &resource.region, result.gap.as_deref().unwrap_or(&result.message));
            return;
        }
        let key = ResultKey { check_id: check_id.to_owned(), resource: resource.into() };
        // Should one resource have two results of a check, the worse one counts.
        match self.results.get(&key) {
            Some(other) if other.outcome <= result.outcome => {}
            _ => {
                self.results.insert(key, result);
            }
        }
    }

    /// Takes in an asset of the inventory.
    pub fn add_asset(&mut self, asset: ResourceReference) {
        self.assets.insert((&asset).into(), asset);
    }

    /// What this scan knows of the result at `key`, and what hides it where a gap does.
    pub(super) fn standing(&self, key: &ResultKey) -> (Standing, Option<&str>) {
        if let Some(result) = self.results.get(key) {
            return (Standing::Found(result.outcome), result.gap.as_deref());
        }
        let ResourceKey { resource_type, region, .. } = &key.resource;
        let Some(looked_at) = self.coverage.looked_at(&key.check_id, resource_type, region) else {
            return (self.unasked(key), None);
        };
        match looked_at.gap() {
            Some(gap) => (Standing::Unlisted, Some(gap)),
            None if self.assets.contains_key(&key.resource) => (Standing::NotReached, None),
            None => (Standing::Absent, None),
        }
    }

    /// Why the check did not look there.
    fn unasked(&self, key: &ResultKey) -> Standing {
        let ResourceKey { resource_type, region, .. } = &key.resource;
        let everywhere = by_name(resource_type).is_some_and(|resource_type| resource_type.scope == Scope::Global);
        if !self.coverage.checks().any(|check_id| check_id == key.check_id) {
            Standing::CheckNotSelected
        } else if !everywhere && !self.scan.regions.contains(region) {
            Standing::RegionNotScanned
        } else {
            Standing::NotReached
        }
    }
}

/// The side of a report, whichever version of the scanner has made it.
impl From<&ScanReport> for ScanSide {
    fn from(report: &ScanReport) -> Self {
        let header = &report.header;
        let mut side = Self::new(SideScan {
            id: header.id.clone(),
            provider: header.provider.clone(),
            account_id: header.account_id.clone(),
            profile: header.profile.clone(),
            status: report.status,
            status_reason: report.status_reason.clone(),
            started_at: header.started_at,
            regions: header.regions.clone(),
        });
        side.see(report);
        for result in &report.results {
            let told = SideResult {
                outcome: result.outcome,
                severity: result.check.severity,
                title: result.check.title.clone(),
                resource: result.resource.clone(),
                message: result.message.clone(),
                gap: result.gap.as_ref().map(|gap| gap.sentence()),
            };
            side.add_result(&result.check.id, told);
        }
        for asset in &report.assets {
            side.add_asset(asset.reference());
        }
        side
    }
}
