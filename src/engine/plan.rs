//! The jobs of a scan, and what each of them does.

use std::sync::Arc;

use super::assignment::{Assignment, Listing};
use super::availability::{can_ask, can_have};
use crate::checks::Check;
use crate::model::regions::Partition;
use crate::model::resource::{Nature, ResourceType, Scope, Sweep};
use crate::model::{Job, JobKind};

/// A job together with its work.
#[derive(Debug, Clone)]
pub struct PlannedJob {
    /// The job, queued.
    pub job: Job,
    /// Its work, in no particular order.
    pub assignments: Vec<Assignment>,
}

/// How much of the account a scan lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inventory {
    /// What every inventory has, and what the checks look at.
    Whole,
    /// Only what the checks look at.
    LookedAt,
}

/// The plan for `regions`, of which the first is the primary one: discovery and compliance for each, clusters and registries once.
///
/// Global types belong to the primary region's jobs and are listed in the `global` region. What the `partition` has no service for is left
/// out.
#[must_use]
pub fn plan(
    types: &'static [ResourceType],
    checks: &[Arc<Check>],
    regions: &[String],
    global: &str,
    inventory: Inventory,
    partition: &'static Partition,
) -> Vec<PlannedJob> {
    let planner = Planner { types, checks, regions, global, inventory, partition };
    let mut jobs = Vec::with_capacity(2 * regions.len() + 2);
    for region in regions {
        jobs.push(planner.discovery(region));
        jobs.push(planner.compliance(region));
    }
    jobs.push(planner.sweep(JobKind::Clusters, Sweep::Clusters));
    jobs.push(planner.sweep(JobKind::Registries, Sweep::Registries));
    for planned in &mut jobs {
        planned.job.assignments = planned.assignments.len() as u64;
    }
    jobs
}

struct Planner<'a> {
    types: &'static [ResourceType],
    checks: &'a [Arc<Check>],
    regions: &'a [String],
    global: &'a str,
    inventory: Inventory,
    partition: &'static Partition,
}

impl Planner<'_> {
    /// The types that the partition can have.
    fn types(&self) -> impl Iterator<Item = &'static ResourceType> {
        self.types.iter().filter(|resource_type| can_have(self.partition, resource_type))
    }

    /// The region's types, each with the region that it is listed in.
    fn of_region<'b>(&'b self, region: &'b str) -> impl Iterator<Item = (&'static ResourceType, &'b str)> {
        let is_primary = self.regions.first().is_some_and(|primary| primary == region);
        self.types().filter(|resource_type| resource_type.sweep == Sweep::Region).filter_map(move |resource_type| {
            match resource_type.scope {
                Scope::Regional => Some((resource_type, region)),
                Scope::Global => is_primary.then_some((resource_type, self.global)),
            }
        })
    }

    fn checks_on(&self, resource_type: &ResourceType) -> Vec<Arc<Check>> {
        let is_on_it = |check: &&Arc<Check>| check.resource_type == resource_type && can_ask(self.partition, check);
        self.checks.iter().filter(is_on_it).cloned().collect()
    }

    fn discovers(&self, resource_type: &'static ResourceType, region: &str) -> Assignment {
        let dependants = self.checks_on(resource_type).iter().map(|check| check.metadata.id.clone()).collect();
        Assignment { resource_type, region: region.to_owned(), listing: Listing::Reported, checks: Vec::new(), dependants }
    }

    fn evaluates(&self, resource_type: &'static ResourceType, region: &str, listing: Listing) -> Assignment {
        Assignment { checks: self.checks_on(resource_type), listing, ..self.discovers(resource_type, region) }
    }

    /// Whether discovery lists the type: what every inventory has, and what a selected check looks at.
    fn is_inventory(&self, resource_type: &ResourceType) -> bool {
        let is_looked_at = || self.checks.iter().any(|check| check.resource_type == resource_type);
        match (resource_type.nature, self.inventory) {
            (Nature::Setting, _) => false,
            (Nature::Inventory, Inventory::Whole) => true,
            (Nature::OnDemand, _) | (Nature::Inventory, Inventory::LookedAt) => is_looked_at(),
        }
    }

    fn discovery(&self, region: &str) -> PlannedJob {
        let assignments = self
            .of_region(region)
            .filter(|(resource_type, _)| self.is_inventory(resource_type))
            .map(|(resource_type, region)| self.discovers(resource_type, region))
            .collect();
        PlannedJob { job: Job::queued(JobKind::Discovery, Some(region)), assignments }
    }

    fn compliance(&self, region: &str) -> PlannedJob {
        let assignments = self
            .of_region(region)
            .map(|(resource_type, region)| self.evaluates(resource_type, region, Listing::Shared))
            .filter(|assignment| !assignment.checks.is_empty())
            .collect();
        PlannedJob { job: Job::queued(JobKind::Compliance, Some(region)), assignments }
    }

    fn sweep(&self, kind: JobKind, sweep: Sweep) -> PlannedJob {
        let types = self.types().filter(|one| one.sweep == sweep && self.is_inventory(one));
        let assignments = types
            .flat_map(|resource_type| {
                self.regions.iter().map(move |region| self.evaluates(resource_type, region, Listing::Reported))
            })
            .collect();
        PlannedJob { job: Job::queued(kind, None), assignments }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Library;
    use crate::model::resource::AWS;

    fn planned(regions: &[&str]) -> Vec<PlannedJob> {
        let checks: Vec<Arc<Check>> = Library::load(&[]).unwrap().checks().cloned().collect();
        let regions: Vec<String> = regions.iter().map(|region| (*region).to_owned()).collect();
        plan(&AWS, &checks, &regions, "us-east-1", Inventory::Whole, Partition::named("aws"))
    }

    #[test]
    fn what_the_partition_has_no_service_for_is_nobodys_work() {
        let checks: Vec<Arc<Check>> = Library::load(&[]).unwrap().checks().cloned().collect();
        let gov = Partition::named("aws-us-gov");
        let jobs = plan(&AWS, &checks, &["us-gov-west-1".to_owned()], "us-gov-west-1", Inventory::Whole, gov);
        let assignments = || jobs.iter().flat_map(|planned| &planned.assignments);
        let listed = assignments().flat_map(|one| one.resource_type.list_actions).copied();
        let read =
            assignments().flat_map(|one| one.facets().into_iter().chain(one.account_facets())).flat_map(|facet| facet.actions);
        let asked: Vec<&str> = listed.chain(read.copied()).collect();
        assert!(asked.len() > 100 && asked.iter().all(|action| gov.lacking(action).is_none()), "{asked:?}");
        assert!(asked.contains(&"organizations:DescribeOrganization"), "the account's other facets are read");
    }

    #[test]
    fn a_plan_has_two_jobs_for_each_region_and_two_more() {
        for count in [1, 3, 17] {
            let names: Vec<String> = (0..count).map(|number| format!("r-{number}")).collect();
            let jobs = planned(&names.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(jobs.len(), 2 * count + 2);
        }
        let ids: Vec<String> = planned(&["eu-west-1"]).into_iter().map(|planned| planned.job.id).collect();
        assert_eq!(ids, ["discovery:eu-west-1", "compliance:eu-west-1", "clusters", "registries"]);
    }

    #[test]
    fn global_services_belong_to_the_primary_region_only() {
        let jobs = planned(&["eu-west-1", "us-east-1"]);
        let iam_in = |id: &str| {
            let job = jobs.iter().find(|planned| planned.job.id == id).unwrap();
            job.assignments.iter().filter(|assignment| assignment.resource_type.service() == "iam").count()
        };
        assert!(iam_in("discovery:eu-west-1") > 0 && iam_in("compliance:eu-west-1") > 0);
        assert_eq!(iam_in("discovery:us-east-1") + iam_in("compliance:us-east-1"), 0);
        let global = jobs.iter().flat_map(|planned| &planned.assignments).filter(|one| one.resource_type.scope == Scope::Global);
        assert!(global.into_iter().all(|assignment| assignment.region == "us-east-1"));
    }

    #[test]
    fn every_asset_is_reported_by_exactly_one_job() {
        let mut seen = std::collections::BTreeSet::new();
        for planned in planned(&["eu-west-1", "us-east-1"]) {
            for assignment in planned.assignments.iter().filter(|one| one.listing == Listing::Reported) {
                assert!(seen.insert((assignment.resource_type.name, assignment.region.clone())), "{assignment:?}");
            }
        }
        let library = Library::load(&[]).unwrap();
        let is_looked_at = |one: &ResourceType| library.checks().any(|check| check.resource_type == one);
        let listed = |one: &&ResourceType| match one.nature {
            Nature::Inventory => true,
            Nature::OnDemand => is_looked_at(one),
            Nature::Setting => false,
        };
        let inventory = AWS.iter().filter(listed).count();
        let global = AWS.iter().filter(listed).filter(|one| one.scope == Scope::Global).count();
        assert_eq!(seen.len(), 2 * inventory - global);
    }
}
