//! What became of the inventory.

use super::side::ScanSide;
use crate::model::ResourceReference;

/// What became of an asset between two scans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssetTransition {
    /// Is there now and was not before.
    New,
    /// Is there now; the earlier scan did not list everything of its type in its region.
    NewlyVisible,
    /// Was there and is known to be gone.
    Vanished,
    /// Was there; the later scan did not list everything of its type in its region.
    NoLongerVisible,
}

impl AssetTransition {
    /// Every transition.
    pub const ALL: [Self; 4] = [Self::New, Self::NewlyVisible, Self::Vanished, Self::NoLongerVisible];
}

/// An asset that only one of the scans has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetChange {
    /// What it means.
    pub transition: AssetTransition,
    /// The asset.
    pub asset: ResourceReference,
}

/// The assets that only one of the sides has, by type, region and ARN.
pub(super) fn between(before: &ScanSide, after: &ScanSide) -> Vec<AssetChange> {
    let came = only_in(after, before, AssetTransition::New, AssetTransition::NewlyVisible);
    let went = only_in(before, after, AssetTransition::Vanished, AssetTransition::NoLongerVisible);
    let mut changes: Vec<AssetChange> = came.chain(went).collect();
    changes.sort_by(|left, right| sort_key(left).cmp(&sort_key(right)));
    changes
}

/// The assets of `here` that `there` lacks: `known` where `there` listed all that it could have, `doubtful` otherwise.
fn only_in<'a>(
    here: &'a ScanSide,
    there: &'a ScanSide,
    known: AssetTransition,
    doubtful: AssetTransition,
) -> impl Iterator<Item = AssetChange> + use<'a> {
    here.assets.iter().filter(|(key, _)| !there.assets.contains_key(key)).map(move |(_, asset)| {
        let listed = there.coverage.inventory_is_complete(&asset.resource_type, &asset.region);
        AssetChange { transition: if listed { known } else { doubtful }, asset: asset.clone() }
    })
}

fn sort_key(change: &AssetChange) -> impl Ord + use<'_> {
    let asset = &change.asset;
    (&asset.resource_type, &asset.region, &asset.arn, &asset.id)
}
