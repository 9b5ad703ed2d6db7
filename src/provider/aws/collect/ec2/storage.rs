//! What is told of volumes and snapshots beyond their listings: who may restore a snapshot, and which snapshots a volume has.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::strict::{Asked, listed};
use super::{PAGE, exposure};
use crate::model::resource::ec2::storage::Sharing;
use crate::model::{Asset, Property};

const SNAPSHOTS: &str = "ec2:DescribeSnapshots";

/// DescribeSnapshots of the account's own that everyone may restore: one listing answers for all snapshots of the region.
pub(super) async fn sharing(session: &Session, region: &str, snapshots: &[Asset]) -> Vec<Property> {
    let client = session.ec2(region);
    let pages = pages(SNAPSHOTS, region, |token| {
        let request =
            client.describe_snapshots().owner_ids("self").restorable_by_user_ids("all").max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.snapshots), next: answer.next_token }) }
    });
    let pages = Asked { action: SNAPSHOTS, region }.all_listed("snapshotSet", pages.await);
    let public: BTreeSet<&str> = pages.items.iter().filter_map(|snapshot| snapshot.snapshot_id()).collect();
    let of_snapshot = |snapshot: &Asset| match (public.contains(snapshot.id.as_str()), &pages.gap) {
        (false, Some(gap)) => Property::unknown(gap.clone()),
        (public, _) => Property::from_typed(&Sharing { public }),
    };
    snapshots.iter().map(of_snapshot).collect()
}

/// The account's snapshots of each volume.
pub(super) async fn snapshots(session: &Session, region: &str, volumes: &[Asset]) -> Vec<Property> {
    let listing = exposure::listed(session, "aws.ec2.snapshot", region).await;
    let mut of_volume: BTreeMap<&str, Vec<Property>> = BTreeMap::new();
    for snapshot in &listing.assets {
        if let Some(Property::Text(volume)) = snapshot.properties.get("volume_id") {
            of_volume.entry(volume).or_default().push(Property::Text(snapshot.id.clone()));
        }
    }
    let unread = || listing.gaps.iter().cloned().map(Property::unknown);
    let told =
        |volume: &Asset| of_volume.get(volume.id.as_str()).cloned().unwrap_or_default().into_iter().chain(unread()).collect();
    volumes.iter().map(|volume| Property::List(told(volume))).collect()
}

#[cfg(test)]
mod tests;
