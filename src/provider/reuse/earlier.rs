//! What an earlier scan left behind, as far as a later one may use it again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::model::resource::{Facet, Renewal, ResourceType, by_name};
use crate::model::{Asset, JobOutcome, Properties, Property, ScanHeader};

/// An asset among all: type, region, id and ARN.
pub(super) type Key = (&'static str, String, String, String);

/// The key of an asset.
pub(super) fn key(asset: &Asset) -> Key {
    (asset.resource_type, asset.region.clone(), asset.id.clone(), asset.arn.clone())
}

/// The evidence of an earlier, completed scan of the account.
#[derive(Debug)]
pub struct EarlierEvidence {
    began_at: Timestamp,
    assets: HashMap<Key, EarlierAsset>,
    /// The types and regions of `assets`.
    places: HashSet<(&'static str, String)>,
}

/// An asset as the earlier scan left it.
#[derive(Debug, Default)]
struct EarlierAsset {
    /// What the listing told of it; `None` where the scan did not list it.
    listed: Option<Listed>,
    /// Facets that only change when something is called, and when each was read.
    facets: BTreeMap<&'static str, (Property, Timestamp)>,
}

/// What a listing tells of an asset besides what makes it the same one.
#[derive(Debug, PartialEq)]
struct Listed {
    name: String,
    tags: BTreeMap<String, String>,
    properties: Properties,
}

impl Listed {
    fn of(asset: &Asset) -> Self {
        Self { name: asset.name.clone(), tags: asset.tags.clone(), properties: asset.properties.clone() }
    }
}

impl EarlierEvidence {
    /// What the jobs of `scan` left behind; of what was read before `oldest` nothing is used again.
    #[must_use]
    pub fn new(scan: &ScanHeader, outcomes: &[Arc<JobOutcome>], oldest: Timestamp) -> Self {
        let mut assets: HashMap<Key, EarlierAsset> = HashMap::new();
        for (record, job) in outcomes.iter().flat_map(|outcome| outcome.facets.iter().map(|record| (record, &outcome.job))) {
            let facet = by_name(record.resource_type).and_then(|resource_type| resource_type.facet(record.facet));
            let Some(Facet { renewal: Renewal::OnChange(log), .. }) = facet else { continue };
            let read_at = record.read_at.or(job.started_at).unwrap_or(scan.started_at);
            if is_whole(&record.value, log.settled) && read_at >= oldest {
                let key = (record.resource_type, record.region.clone(), record.asset_id.clone(), record.asset_arn.clone());
                assets.entry(key).or_default().facets.insert(record.facet, (record.value.clone(), read_at));
            }
        }
        for asset in outcomes.iter().flat_map(|outcome| &outcome.assets) {
            if let Some(earlier) = assets.get_mut(&key(asset)) {
                earlier.listed = Some(Listed::of(asset));
            }
        }
        let places = assets.keys().map(|(name, region, _, _)| (*name, region.clone())).collect();
        Self { began_at: scan.started_at, assets, places }
    }

    /// When the earlier scan began: whatever changed since then, it may not have seen.
    #[must_use]
    pub const fn began_at(&self) -> Timestamp {
        self.began_at
    }

    /// Whether anything can be used again of a type in a region.
    pub(super) fn covers(&self, resource_type: &ResourceType, region: &str) -> bool {
        self.places.contains(&(resource_type.name, region.to_owned()))
    }

    /// A facet of an asset whose listing is still the same, and when it was read.
    pub(super) fn facet(&self, asset: &Asset, facet: &Facet) -> Option<(Property, Timestamp)> {
        let earlier = self.assets.get(&key(asset))?;
        let unchanged = earlier.listed.as_ref().is_some_and(|listed| *listed == Listed::of(asset));
        earlier.facets.get(facet.name).filter(|_| unchanged).cloned()
    }
}

/// Whether nothing of a facet is unknown, and it is not about to become something else.
fn is_whole(value: &Property, settled: Option<&str>) -> bool {
    let status = value.at("status");
    let is_settled = settled.is_none_or(|settled| matches!(status, Some(Property::Text(status)) if status == settled));
    is_settled && value.first_gap().is_none()
}
