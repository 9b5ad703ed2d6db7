//! Scripted answers about disks and what is shared of them, and what they become.

use serde_json::json;

use super::super::super::super::scripted::{Scripted, xml};
use super::super::super::tests::asset;
use super::*;

fn called(resource_type: &str, id: &str) -> Asset {
    Asset { id: id.to_owned(), ..asset(resource_type) }
}

fn snapshots_where(items: &str) -> String {
    format!("<DescribeSnapshotsResponse><snapshotSet>{items}</snapshotSet></DescribeSnapshotsResponse>")
}

#[tokio::test]
async fn a_snapshot_is_public_where_the_public_ones_are_listed_with_it() {
    let service = Scripted::new(vec![xml(200, &snapshots_where("<item><snapshotId>snap-1</snapshotId></item>"))]);
    let assets = [called("aws.ec2.snapshot", "snap-1"), called("aws.ec2.snapshot", "snap-2")];
    let values = sharing(&service.session(), "eu-west-1", &assets).await;
    let told = values.iter().map(|value| value.at("public").cloned()).collect::<Vec<_>>();
    assert_eq!(told, [Some(Property::Bool(true)), Some(Property::Bool(false))]);
    let requests = service.requests();
    assert_eq!(requests.len(), 1);
    assert!(["RestorableBy.1=all", "Owner.1=self"].iter().all(|part| requests[0].contains(part)), "{requests:?}");
}

#[tokio::test]
async fn a_listing_that_is_cut_leaves_unlisted_snapshots_unknown() {
    let first = snapshots_where("<item><snapshotId>snap-1</snapshotId></item>")
        .replace("</snapshotSet>", "</snapshotSet><nextToken>t</nextToken>");
    let denied = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";
    let service = Scripted::new(vec![xml(200, &first), xml(403, denied)]);
    let assets = [called("aws.ec2.snapshot", "snap-1"), called("aws.ec2.snapshot", "snap-2")];
    let values = sharing(&service.session(), "eu-west-1", &assets).await;
    assert_eq!(values[0].at("public"), Some(&Property::Bool(true)));
    assert!(values[1].first_gap().is_some());
}

#[tokio::test]
async fn a_volume_has_the_snapshots_that_name_it() {
    let items = "<item><snapshotId>snap-1</snapshotId><volumeId>vol-1</volumeId><encrypted>true</encrypted></item>";
    let service = Scripted::new(vec![xml(200, &snapshots_where(items))]);
    let volumes = [called("aws.ec2.volume", "vol-1"), called("aws.ec2.volume", "vol-2")];
    let values = snapshots(&service.session(), "eu-west-1", &volumes).await;
    let told = values.iter().map(|value| serde_json::to_value(value).expect("JSON")).collect::<Vec<_>>();
    assert_eq!(told, [json!(["snap-1"]), json!([])]);
}
