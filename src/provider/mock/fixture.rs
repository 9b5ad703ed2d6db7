//! A fixture that has been read and found right: an account ready to be served.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::{Call, Place};
use super::fault::Fault;
use super::latency::Latency;
use super::load::untold;
use crate::model::resource::ec2::groups::prefix_lists_let_in;
use crate::model::resource::{ACCOUNT, Facet, ResourceType};
use crate::model::{Account, Asset, Property};
use crate::provider::{Change, Region};

/// An account made of a file.
#[derive(Debug, Clone)]
pub(super) struct Fixture {
    /// The embedded name, or the file.
    pub(super) name: String,
    /// Whose account it is.
    pub(super) account: Account,
    /// Every region.
    pub(super) regions: Vec<Region>,
    /// The regions of a standard scan, the primary one first.
    pub(super) default_regions: Vec<String>,
    /// The region of the global services.
    pub(super) global: String,
    /// How slow the answers are.
    pub(super) latency: Latency,
    /// Which calls fail.
    pub(super) faults: Vec<Fault>,
    /// What the log of changes tells, by region; `None` where there is no log.
    pub(super) changes: Option<BTreeMap<String, Vec<Change>>>,
    /// The assets with all that is known of them, by resource type and region.
    pub(super) assets: BTreeMap<&'static str, BTreeMap<String, Vec<Asset>>>,
}

impl Fixture {
    /// The assets of a type in a region, facets included.
    pub(super) fn assets(&self, resource_type: &str, region: &str) -> &[Asset] {
        self.assets.get(resource_type).and_then(|by_region| by_region.get(region)).map_or(&[], Vec::as_slice)
    }

    /// The same as a listing gives them: without facets.
    pub(super) fn listed(&self, resource_type: &ResourceType, region: &str) -> Vec<Asset> {
        let mut assets = self.assets(resource_type.name, region).to_vec();
        for asset in &mut assets {
            asset.properties.retain(|name| resource_type.facet(name).is_none());
        }
        assets
    }

    /// The value of a facet; unknown where the fixture has none.
    pub(super) fn facet(&self, resource_type: &ResourceType, facet: &Facet, region: &str, asset: &Asset) -> Property {
        let here = self.assets(resource_type.name, region).iter().find(|other| other.id == asset.id);
        let value = here.and_then(|asset| asset.properties.get(facet.name)).cloned();
        value.unwrap_or_else(|| Property::unknown(untold(&self.name, resource_type, region, facet.name)))
    }

    /// The fault that a call meets, where it meets one; `asset_id` is the asset that the call is about.
    pub(super) fn fault(&self, call: &Call<'_>, asset_id: Option<&str>) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.concerns(call.action, call.region, asset_id))
    }

    /// Whether the account has the region and has enabled it.
    pub(super) fn is_enabled(&self, region: &str) -> bool {
        self.regions.iter().any(|other| other.enabled && other.name == region)
    }

    /// How many trails the account tells of.
    fn trails(&self) -> usize {
        let trails = self.assets(ACCOUNT, &self.global).iter().find_map(|account| account.properties.get("trails"));
        if let Some(Property::List(trails)) = trails { trails.len() } else { 0 }
    }

    /// How many prefix lists the security groups of a region let in.
    fn prefix_lists(&self, region: &str) -> usize {
        let ids: BTreeSet<&str> = self.assets("aws.ec2.security_group", region).iter().flat_map(prefix_lists_let_in).collect();
        ids.len()
    }

    /// What decides the number of calls in `region`.
    pub(super) fn place<'a>(&'a self, region: &'a str) -> Place<'a> {
        Place {
            region,
            global: &self.global,
            clusters: self.assets("aws.eks.cluster", region).len(),
            trails: self.trails().max(self.assets("aws.cloudtrail.trail", region).len()),
            topics: self.assets("aws.sns.topic", region).len(),
            prefix_lists: self.prefix_lists(region),
        }
    }
}
