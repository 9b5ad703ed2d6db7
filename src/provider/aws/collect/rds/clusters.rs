//! DB clusters.

use aws_sdk_rds::types as sdk;
use serde::Serialize;

use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{Identity, asset};
use super::super::strict::{Asked, listed};
use super::{DOCUMENTS, PAGE, requiring, tags};
use crate::model::Asset;
use crate::model::resource::ResourceType;
use crate::provider::Listing;

const LIST: &str = "rds:DescribeDBClusters";

/// The properties of a cluster that its listing gives.
#[derive(Serialize)]
struct Cluster {
    engine: String,
    engine_version: Option<String>,
    status: Option<String>,
    master_username: Option<String>,
    port: Option<i32>,
    storage_encrypted: bool,
    kms_key: Option<String>,
    multi_az: bool,
    auto_minor_version_upgrade: Option<bool>,
    backup_retention_days: Option<i32>,
    backtrack_seconds: Option<i64>,
    log_exports: Vec<String>,
    deletion_protection: bool,
    iam_authentication: bool,
    copies_tags_to_snapshots: bool,
    parameter_group: Option<String>,
}

/// DescribeDBClusters.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.rds(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.describe_db_clusters().max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.db_clusters), next: answer.marker }) }
    });
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("DBClusters", pages.await);
    let own = pages.items.into_iter().filter(|cluster| cluster.engine() != Some(DOCUMENTS));
    let (assets, nameless): (Vec<_>, Vec<_>) =
        own.map(|cluster| of_cluster(resource_type, asked, cluster)).partition(|asset| !asset.arn.is_empty());
    Listing {
        assets,
        gaps: asked.lacking("DBClusterArn", nameless.len()).into_iter().chain(pages.gap).collect(),
        ..Listing::default()
    }
}

fn of_cluster(resource_type: &'static ResourceType, asked: Asked<'_>, cluster: sdk::DbCluster) -> Asset {
    let required = [
        ("engine", cluster.engine.is_some()),
        ("master_username", cluster.master_username.is_some()),
        ("storage_encrypted", cluster.storage_encrypted.is_some()),
        ("multi_az", cluster.multi_az.is_some()),
        ("deletion_protection", cluster.deletion_protection.is_some()),
        ("iam_authentication", cluster.iam_database_authentication_enabled.is_some()),
        ("copies_tags_to_snapshots", cluster.copy_tags_to_snapshot.is_some()),
    ];
    let properties = Cluster {
        engine: cluster.engine.unwrap_or_default(),
        engine_version: cluster.engine_version,
        status: cluster.status,
        master_username: cluster.master_username,
        port: cluster.port,
        storage_encrypted: cluster.storage_encrypted.unwrap_or_default(),
        kms_key: cluster.kms_key_id,
        multi_az: cluster.multi_az.unwrap_or_default(),
        auto_minor_version_upgrade: cluster.auto_minor_version_upgrade,
        backup_retention_days: cluster.backup_retention_period,
        backtrack_seconds: cluster.backtrack_window,
        log_exports: cluster.enabled_cloudwatch_logs_exports.unwrap_or_default(),
        deletion_protection: cluster.deletion_protection.unwrap_or_default(),
        iam_authentication: cluster.iam_database_authentication_enabled.unwrap_or_default(),
        copies_tags_to_snapshots: cluster.copy_tags_to_snapshot.unwrap_or_default(),
        parameter_group: cluster.db_cluster_parameter_group,
    };
    let id = cluster.db_cluster_identifier.unwrap_or_default();
    let identity = Identity {
        name: id.clone(),
        id,
        arn: cluster.db_cluster_arn.unwrap_or_default(),
        region: asked.region,
        tags: tags(cluster.tag_list),
    };
    requiring(asset(resource_type, identity, &properties), asked, &required)
}
