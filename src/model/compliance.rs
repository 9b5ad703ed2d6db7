//! How far an account meets a framework: a fold over what a scan found.
//!
//! What could not be read never counts as met, and what no check looks at is never guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::check::CheckMetadata;
use super::framework::{Framework, FrameworkRequirement};
use super::job::{Job, JobKind, JobStatus, LedgerEntry};
use super::report::ScanReport;
use super::resource::{Scope, Sweep, by_name};
use super::summary::ResultCounts;

/// Whether a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fulfilment {
    /// Everything that its checks looked at is as it should be, and there was something to look at.
    Met,
    /// At least one finding. One that the user has accepted is still one: no benchmark knows exceptions.
    NotMet,
    /// No finding, but evidence is missing.
    Unknown,
    /// Its checks looked everywhere and nothing concerns them.
    NotApplicable,
    /// A person has to look.
    Manual,
}

impl Fulfilment {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
            Self::Manual => "manual",
        }
    }
}

/// How a requirement fared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementOutcome<'a> {
    /// The requirement.
    pub requirement: &'a FrameworkRequirement,
    /// Whether it is met.
    pub fulfilment: Fulfilment,
    /// The results of its checks.
    pub results: ResultCounts,
}

/// Requirements by how they fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RequirementCounts {
    /// All requirements.
    pub total: u64,
    /// Those that are met.
    pub met: u64,
    /// Those with a finding.
    pub not_met: u64,
    /// Those with evidence missing and no finding.
    pub unknown: u64,
    /// Those that nothing concerns.
    pub not_applicable: u64,
    /// Those that a person has to look at.
    pub manual: u64,
}

impl RequirementCounts {
    const fn count(&mut self, fulfilment: Fulfilment) {
        self.total += 1;
        match fulfilment {
            Fulfilment::Met => self.met += 1,
            Fulfilment::NotMet => self.not_met += 1,
            Fulfilment::Unknown => self.unknown += 1,
            Fulfilment::NotApplicable => self.not_applicable += 1,
            Fulfilment::Manual => self.manual += 1,
        }
    }

    /// Those of which the scan can tell whether they are met.
    #[must_use]
    pub const fn decided(&self) -> u64 {
        self.met + self.not_met
    }

    /// The part of the decided ones that is met, in percent, rounded down, so that 100 means all; `None` where none is decided.
    #[must_use]
    pub fn score(&self) -> Option<u64> {
        (100 * self.met).checked_div(self.decided())
    }
}

/// How far an account meets one framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compliance<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// Its requirements, in its order.
    pub requirements: Vec<RequirementOutcome<'a>>,
    /// The same, counted.
    pub counts: RequirementCounts,
}

impl ScanReport {
    /// How far the account meets each of the scan's frameworks, in their order.
    #[must_use]
    pub fn compliance(&self) -> Vec<Compliance<'_>> {
        if self.frameworks.is_empty() {
            return Vec::new();
        }
        let looked = Looked::of(self);
        self.frameworks.iter().map(|framework| looked.at(framework)).collect()
    }
}

/// What each check of a scan came to.
struct Looked<'a> {
    results: BTreeMap<&'a str, ResultCounts>,
    /// The checks that looked wherever they had to.
    complete: BTreeSet<&'a str>,
}

impl<'a> Looked<'a> {
    fn of(report: &'a ScanReport) -> Self {
        let mut results: BTreeMap<&str, ResultCounts> = BTreeMap::new();
        let mut regions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for LedgerEntry { check_id, region, pass, fail, unknown, not_applicable, muted } in &report.ledger {
            let counts = results.entry(check_id).or_default();
            counts.pass += pass;
            counts.fail += fail;
            counts.unknown += unknown;
            counts.not_applicable += not_applicable;
            counts.muted += muted;
            regions.entry(check_id).or_default().insert(region);
        }
        let has_looked = |check: &&Arc<CheckMetadata>| {
            regions.get(check.id.as_str()).is_some_and(|regions| missed(check, report).all(|region| regions.contains(region)))
        };
        let complete = report.checks.iter().filter(has_looked).map(|check| check.id.as_str()).collect();
        Self { results, complete }
    }

    fn at<'f>(&self, framework: &'f Framework) -> Compliance<'f> {
        let mut counts = RequirementCounts::default();
        let requirements = framework.requirements.iter().map(|requirement| {
            let results = self.results_of(requirement);
            let is_complete = requirement.checks.iter().all(|id| self.complete.contains(id.as_str()));
            let fulfilment = fulfilment(requirement, &results, is_complete);
            counts.count(fulfilment);
            RequirementOutcome { requirement, fulfilment, results }
        });
        Compliance { framework, requirements: requirements.collect(), counts }
    }

    fn results_of(&self, requirement: &FrameworkRequirement) -> ResultCounts {
        let mut sum = ResultCounts::default();
        for counts in requirement.checks.iter().filter_map(|id| self.results.get(id.as_str())) {
            sum.pass += counts.pass;
            sum.fail += counts.fail;
            sum.unknown += counts.unknown;
            sum.not_applicable += counts.not_applicable;
            sum.muted += counts.muted;
        }
        sum
    }
}

/// The regions of the jobs that should have evaluated the check and did not come to their end: what they left in the ledger, if
/// anything, tells whether the check looked there all the same.
fn missed<'a>(check: &CheckMetadata, report: &'a ScanReport) -> impl Iterator<Item = &'a str> {
    let kind = by_name(&check.resource).and_then(|resource_type| match (resource_type.sweep, resource_type.scope) {
        (Sweep::Clusters, _) => Some(JobKind::Clusters),
        (Sweep::Registries, _) => Some(JobKind::Registries),
        (Sweep::Region, Scope::Regional) => Some(JobKind::Compliance),
        // One job of one region looks, and it has.
        (Sweep::Region, Scope::Global) => None,
    });
    let is_cut = |job: &&Job| job.assignments > 0 && !matches!(job.status, JobStatus::Succeeded | JobStatus::Partial);
    let jobs = report.jobs.iter().filter(move |job| Some(job.kind) == kind).filter(is_cut);
    jobs.flat_map(|job| match &job.region {
        Some(region) => std::slice::from_ref(region),
        None => report.header.regions.as_slice(),
    })
    .map(String::as_str)
}

/// `is_complete`: whether each of the requirement's checks looked wherever it had to.
const fn fulfilment(requirement: &FrameworkRequirement, results: &ResultCounts, is_complete: bool) -> Fulfilment {
    if requirement.manual || requirement.checks.is_empty() {
        Fulfilment::Manual
    } else if results.fail > 0 || results.muted > 0 {
        Fulfilment::NotMet
    } else if results.unknown > 0 || !is_complete {
        Fulfilment::Unknown
    } else if results.pass > 0 {
        Fulfilment::Met
    } else {
        Fulfilment::NotApplicable
    }
}

#[cfg(test)]
mod tests;
