//! Which calls a real provider would make for a listing or a facet, and how many.

use super::fault::service_of;
use crate::model::resource::demand::{self, Demand};
use crate::model::resource::{Facet, ResourceType};

/// Calls about single resources that are under way at a time.
pub(super) const SIDE_BY_SIDE: u32 = 8;

/// Calls of one API action that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Call<'a> {
    /// In IAM's spelling.
    pub(super) action: &'static str,
    /// The region that is asked.
    pub(super) region: &'a str,
    /// How many calls.
    pub(super) times: u32,
    /// How many of them wait for each other.
    pub(super) in_a_row: u32,
    /// Whether they are pages of a listing.
    pub(super) is_listing: bool,
    /// Whether other listings use the same answer, so that it is asked for once.
    pub(super) shared: bool,
}

impl<'a> Call<'a> {
    /// Pages of a listing, one after the other.
    pub(super) const fn listing(action: &'static str, region: &'a str, pages: u32) -> Self {
        Self { action, region, times: pages, in_a_row: pages, is_listing: true, shared: false }
    }

    /// Calls about single resources, several side by side.
    pub(super) const fn each(action: &'static str, region: &'a str, times: u32) -> Self {
        Self { action, region, times, in_a_row: times.div_ceil(SIDE_BY_SIDE), is_listing: false, shared: false }
    }

    const fn shared(self) -> Self {
        Self { shared: true, ..self }
    }

    /// The service part of the action.
    pub(super) fn service(&self) -> &'static str {
        service_of(self.action)
    }
}

/// Where a listing is asked for and what is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// The region of the listing or facet.
    pub(super) region: &'a str,
    /// The region of the global services.
    pub(super) global: &'a str,
    /// Clusters in the region.
    pub(super) clusters: usize,
    /// Trails that the account tells of.
    pub(super) trails: usize,
    /// SNS topics in the region.
    pub(super) topics: usize,
    /// Prefix lists that the region's security groups let in.
    pub(super) prefix_lists: usize,
}

impl Place<'_> {
    /// How many resources of a type there are that others belong to.
    fn owners(&self, resource_type: &str) -> u64 {
        let number = match resource_type {
            "aws.eks.cluster" => self.clusters,
            "aws.cloudtrail.trail" => self.trails,
            "aws.sns.topic" => self.topics,
            _ => 1,
        };
        number as u64
    }
}

/// The calls of a listing that finds `found` assets.
pub(super) fn listing<'a>(resource_type: &ResourceType, place: Place<'a>, found: usize) -> Vec<Call<'a>> {
    let call = |action: &&'static str| {
        let call = call(action, resource_type.name, place, found)?;
        // Pages come one after the other; what is asked of each owner does not.
        let is_paged = matches!(demand::of(action), Demand::Account(_) | Demand::Region(_));
        Some(if is_paged { Call { in_a_row: call.times, is_listing: true, ..call } } else { call })
    };
    resource_type.list_actions.iter().filter_map(call).collect()
}

/// The calls for one facet of `assets` assets.
pub(super) fn facet<'a>(facet: &Facet, place: Place<'a>, assets: usize) -> Vec<Call<'a>> {
    facet.actions.iter().filter_map(|action| call(action, facet.name, place, assets)).collect()
}

/// The calls of an action, as many as a scan of a real account makes; `None` for no call. What one answer tells of many is asked once.
fn call<'a>(action: &'static str, needed_for: &str, place: Place<'a>, found: usize) -> Option<Call<'a>> {
    let demand = demand::of(action);
    let times = match action {
        // Nobody else needs to know how many there are.
        "ec2:GetManagedPrefixListEntries" => count(place.prefix_lists),
        _ => u32::try_from(demand.calls(found as u64, |owner| place.owners(owner))).unwrap_or(u32::MAX),
    };
    let region = if matches!(demand, Demand::Account(_)) { place.global } else { place.region };
    let is_for_many = !matches!(demand, Demand::Resource | Demand::Batch(_) | Demand::Seldom);
    let is_shared = is_for_many && demand::purpose(action, needed_for).is_empty();
    let call = Call::each(action, region, times);
    (times > 0).then(|| if is_shared { call.shared() } else { call })
}

/// Every call that a scan of the types may make, each once, as if there were one of everything in the region.
pub(super) fn of_one<'a>(resource_type: &'static ResourceType, place: Place<'a>) -> Vec<Call<'a>> {
    let actions = resource_type.list_actions.iter().chain(resource_type.facets.iter().flat_map(|facet| facet.actions));
    let region = |action: &str| if matches!(demand::of(action), Demand::Account(_)) { place.global } else { place.region };
    actions.map(|action| Call::each(action, region(action), 1)).collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::by_name;

    const PLACE: Place<'_> = Place { region: "eu-west-1", global: "us-east-1", clusters: 2, trails: 3, topics: 4, prefix_lists: 1 };

    fn listed(name: &str, found: usize) -> Vec<(&'static str, &'static str, u32)> {
        let calls = listing(by_name(name).expect("a resource type"), PLACE, found);
        calls.into_iter().map(|call| (call.action, call.region, call.times)).collect()
    }

    fn read(name: &str, facet_name: &str, assets: usize) -> Vec<(&'static str, u32)> {
        let resource_type = by_name(name).expect("a resource type");
        let calls = facet(resource_type.facet(facet_name).expect("a facet"), PLACE, assets);
        calls.into_iter().map(|call| (call.action, call.times)).collect()
    }

    #[test]
    fn every_owner_is_one_that_a_place_counts() {
        let place = Place { clusters: 5, trails: 5, topics: 5, ..PLACE };
        let types = crate::model::resource::AWS.iter();
        let actions = types.flat_map(|one| one.list_actions.iter().chain(one.facets.iter().flat_map(|facet| facet.actions)));
        for action in actions {
            if let Demand::Owner(owner) = demand::of(action) {
                assert_eq!(place.owners(owner), 5, "{action}");
            }
        }
    }

    #[test]
    fn an_empty_listing_still_costs_one_call() {
        assert_eq!(listed("aws.ec2.vpc", 0), [("ec2:DescribeVpcs", "eu-west-1", 1)]);
    }

    #[test]
    fn a_listing_costs_one_call_per_page() {
        assert_eq!(listed("aws.ec2.volume", 1001), [("ec2:DescribeVolumes", "eu-west-1", 2)]);
    }

    #[test]
    fn settings_are_listed_without_a_call() {
        assert_eq!(listed("aws.account", 1), []);
        assert_eq!(listed("aws.ec2.region_settings", 1), []);
    }

    #[test]
    fn buckets_are_listed_where_global_services_live() {
        assert_eq!(listed("aws.s3.bucket", 7), [("s3:ListAllMyBuckets", "us-east-1", 1)]);
    }

    #[test]
    fn node_groups_and_add_ons_are_listed_once_per_cluster() {
        assert_eq!(listed("aws.eks.node_group", 5), [("eks:ListClusters", "eu-west-1", 1), ("eks:ListNodegroups", "eu-west-1", 2)]);
        assert_eq!(listed("aws.eks.add_on", 5), [("eks:ListClusters", "eu-west-1", 1), ("eks:ListAddons", "eu-west-1", 2)]);
    }

    #[test]
    fn nothing_is_asked_about_clusters_where_there_are_none() {
        let place = Place { clusters: 0, ..PLACE };
        let calls = listing(by_name("aws.eks.add_on").expect("a resource type"), place, 0);
        assert_eq!(calls.iter().map(|call| call.action).collect::<Vec<_>>(), ["eks:ListClusters"]);
    }

    #[test]
    fn a_facet_costs_one_call_per_asset_unless_the_cloud_answers_for_many() {
        assert_eq!(read("aws.s3.bucket", "acl", 7), [("s3:GetBucketAcl", 7)]);
        assert_eq!(read("aws.ecr.repository", "scanning_configuration", 26), [("ecr:BatchGetRepositoryScanningConfiguration", 2)]);
        assert_eq!(read("aws.iam.user", "credentials", 40), [("iam:GenerateCredentialReport", 1), ("iam:GetCredentialReport", 1)]);
        assert_eq!(read("aws.ec2.security_group", "prefix_lists", 9), [("ec2:GetManagedPrefixListEntries", 1)]);
        assert_eq!(
            read("aws.account", "trails", 1),
            [("cloudtrail:DescribeTrails", 1), ("cloudtrail:GetTrailStatus", 3), ("cloudtrail:GetEventSelectors", 3)]
        );
    }
}
