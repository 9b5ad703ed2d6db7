//! Snapshots of instances and clusters, and whether everyone may restore them.

use aws_sdk_rds::types as sdk;
use futures_util::future::join;
use serde::Serialize;

use super::super::super::errors::gap_of_listed;
use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{Identity, asset, for_each, time};
use super::super::strict::{Asked, listed};
use super::super::told;
use super::{DOCUMENTS, PAGE, requiring, tags};
use crate::model::resource::ResourceType;
use crate::model::resource::rds::Sharing;
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const OF_INSTANCES: &str = "rds:DescribeDBSnapshots";
const OF_CLUSTERS: &str = "rds:DescribeDBClusterSnapshots";
const ATTRIBUTES: &str = "rds:DescribeDBSnapshotAttributes";
const CLUSTER_ATTRIBUTES: &str = "rds:DescribeDBClusterSnapshotAttributes";

/// The attribute that names the accounts that may restore a snapshot, and what stands there for everyone.
const RESTORE: &str = "restore";
const EVERYONE: &str = "all";

/// The properties of a snapshot that its listing gives.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are called what check authors write")]
struct Snapshot {
    of: &'static str,
    source_id: Option<String>,
    engine: String,
    snapshot_type: Option<String>,
    created_at: Option<String>,
    encrypted: bool,
    kms_key: Option<String>,
}

/// DescribeDBSnapshots and DescribeDBClusterSnapshots.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let (mut instances, clusters) =
        join(of_instances(session, resource_type, region), of_clusters(session, resource_type, region)).await;
    instances.assets.extend(clusters.assets);
    instances.gaps.extend(clusters.gaps);
    instances
}

async fn of_instances(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.rds(region);
    let pages = pages(OF_INSTANCES, region, |marker| {
        let request = client.describe_db_snapshots().max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.db_snapshots), next: answer.marker }) }
    });
    let asked = Asked { action: OF_INSTANCES, region };
    let pages = asked.all_listed("DBSnapshots", pages.await);
    let own = pages.items.into_iter().filter(|snapshot| snapshot.engine() != Some(DOCUMENTS));
    let (assets, nameless): (Vec<_>, Vec<_>) =
        own.map(|snapshot| of_instance(resource_type, asked, snapshot)).partition(|asset| !asset.arn.is_empty());
    Listing {
        assets,
        gaps: asked.lacking("DBSnapshotArn", nameless.len()).into_iter().chain(pages.gap).collect(),
        ..Listing::default()
    }
}

fn of_instance(resource_type: &'static ResourceType, asked: Asked<'_>, snapshot: sdk::DbSnapshot) -> Asset {
    let required = [("encrypted", snapshot.encrypted.is_some())];
    let properties = Snapshot {
        of: "instance",
        source_id: snapshot.db_instance_identifier,
        engine: snapshot.engine.unwrap_or_default(),
        snapshot_type: snapshot.snapshot_type,
        created_at: time(snapshot.snapshot_create_time.as_ref()),
        encrypted: snapshot.encrypted.unwrap_or_default(),
        kms_key: snapshot.kms_key_id,
    };
    let id = snapshot.db_snapshot_identifier.unwrap_or_default();
    let identity = Identity {
        name: id.clone(),
        id,
        arn: snapshot.db_snapshot_arn.unwrap_or_default(),
        region: asked.region,
        tags: tags(snapshot.tag_list),
    };
    requiring(asset(resource_type, identity, &properties), asked, &required)
}

async fn of_clusters(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.rds(region);
    let pages = pages(OF_CLUSTERS, region, |marker| {
        let request = client.describe_db_cluster_snapshots().max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.db_cluster_snapshots), next: answer.marker }) }
    });
    let asked = Asked { action: OF_CLUSTERS, region };
    let pages = asked.all_listed("DBClusterSnapshots", pages.await);
    let own = pages.items.into_iter().filter(|snapshot| snapshot.engine() != Some(DOCUMENTS));
    let (assets, nameless): (Vec<_>, Vec<_>) =
        own.map(|snapshot| of_cluster(resource_type, asked, snapshot)).partition(|asset| !asset.arn.is_empty());
    let lacking = asked.lacking("DBClusterSnapshotArn", nameless.len());
    Listing { assets, gaps: lacking.into_iter().chain(pages.gap).collect(), ..Listing::default() }
}

fn of_cluster(resource_type: &'static ResourceType, asked: Asked<'_>, snapshot: sdk::DbClusterSnapshot) -> Asset {
    let required = [("encrypted", snapshot.storage_encrypted.is_some())];
    let properties = Snapshot {
        of: "cluster",
        source_id: snapshot.db_cluster_identifier,
        engine: snapshot.engine.unwrap_or_default(),
        snapshot_type: snapshot.snapshot_type,
        created_at: time(snapshot.snapshot_create_time.as_ref()),
        encrypted: snapshot.storage_encrypted.unwrap_or_default(),
        kms_key: snapshot.kms_key_id,
    };
    let id = snapshot.db_cluster_snapshot_identifier.unwrap_or_default();
    let identity = Identity {
        name: id.clone(),
        id,
        arn: snapshot.db_cluster_snapshot_arn.unwrap_or_default(),
        region: asked.region,
        tags: tags(snapshot.tag_list),
    };
    requiring(asset(resource_type, identity, &properties), asked, &required)
}

/// The facet `sharing`. Only manual snapshots that are not encrypted can be public ("Sharing a DB snapshot" in the RDS user guide): the
/// others need no call. SnapshotType=public would list those of all AWS customers.
pub(super) async fn sharing(session: &Session, region: &str, snapshots: &[Asset]) -> Vec<Property> {
    for_each(snapshots, |snapshot| sharing_of(session, region, snapshot)).await
}

async fn sharing_of(session: &Session, region: &str, snapshot: &Asset) -> Result<Property, Gap> {
    let is_private = told::is_true(snapshot, "encrypted") || told::is_text(snapshot, "snapshot_type", "automated");
    let public = if is_private {
        false
    } else if told::is_text(snapshot, "of", "cluster") {
        cluster_snapshot_is_public(session, region, &snapshot.id).await?
    } else {
        snapshot_is_public(session, region, &snapshot.id).await?
    };
    Ok(Property::from_typed(&Sharing { public }))
}

async fn snapshot_is_public(session: &Session, region: &str, id: &str) -> Result<bool, Gap> {
    let answer = session.rds(region).describe_db_snapshot_attributes().db_snapshot_identifier(id).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ATTRIBUTES, region, &error))?;
    let asked = Asked { action: ATTRIBUTES, region };
    let result = asked.required("DBSnapshotAttributesResult", answer.db_snapshot_attributes_result)?;
    let attributes = asked.required("DBSnapshotAttributes", result.db_snapshot_attributes)?;
    Ok(attributes.iter().any(|attribute| is_for_everyone(attribute.attribute_name(), attribute.attribute_values())))
}

async fn cluster_snapshot_is_public(session: &Session, region: &str, id: &str) -> Result<bool, Gap> {
    let request = session.rds(region).describe_db_cluster_snapshot_attributes().db_cluster_snapshot_identifier(id);
    let answer = request.send().await.map_err(|error| gap_of_listed(CLUSTER_ATTRIBUTES, region, &error))?;
    let asked = Asked { action: CLUSTER_ATTRIBUTES, region };
    let result = asked.required("DBClusterSnapshotAttributesResult", answer.db_cluster_snapshot_attributes_result)?;
    let attributes = asked.required("DBClusterSnapshotAttributes", result.db_cluster_snapshot_attributes)?;
    Ok(attributes.iter().any(|attribute| is_for_everyone(attribute.attribute_name(), attribute.attribute_values())))
}

fn is_for_everyone(attribute: Option<&str>, values: &[String]) -> bool {
    attribute == Some(RESTORE) && values.iter().any(|value| value == EVERYONE)
}
