//! DynamoDB: tables by name, what a check asks of each by a call, scaling and backups by one listing; and the clusters of DAX.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_applicationautoscaling::types::{ScalableTarget, ServiceNamespace};
use aws_sdk_dax::types as dax;
use aws_sdk_dynamodb::types as sdk;
use futures_util::FutureExt;
use serde_json::json;

use super::super::errors::{gap_of_listed, is_absent};
use super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each};
use super::strict::{Asked, known, list_of, listed};
use super::{backup, unserved, unserved_facet};
use crate::model::resource::dynamodb::PointInTimeRecovery;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Items of a page: "ListTables" and, for DAX, "DescribeClusters" in the DynamoDB API reference.
const PAGE: i32 = 100;
/// Targets of a page: "DescribeScalableTargets" in the Application Auto Scaling API reference.
const TARGETS_PAGE: i32 = 50;

const TABLES: &str = "dynamodb:ListTables";
const CLUSTERS: &str = "dax:DescribeClusters";
const TARGETS: &str = "application-autoscaling:DescribeScalableTargets";

/// Lists a type of DynamoDB.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.dynamodb.accelerator" => accelerators(session, resource_type, region).await,
        "aws.dynamodb.table" => tables(session, resource_type, region).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

async fn tables(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.dynamodb(region);
    let pages = pages(TABLES, region, |token| {
        let request = client.list_tables().limit(PAGE).set_exclusive_start_table_name(token);
        async move {
            request.send().await.map(|answer| Page { items: listed(answer.table_names), next: answer.last_evaluated_table_name })
        }
    });
    Asked { action: TABLES, region }.assets("TableNames", resource_type.plural, pages.await, |name: String| {
        let properties = json!({ "name": name });
        let arn = arn(session, "dynamodb", region, &format!("table/{name}"));
        asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties)
    })
}

async fn accelerators(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.dax(region);
    let pages = pages(CLUSTERS, region, |token| {
        let request = client.describe_clusters().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.clusters), next: answer.next_token }) }
    });
    let asked = Asked { action: CLUSTERS, region };
    asked.assets("Clusters", resource_type.plural, pages.await, |cluster| of_cluster(resource_type, region, cluster))
}

fn of_cluster(resource_type: &'static ResourceType, region: &str, cluster: dax::Cluster) -> Asset {
    let asked = Asked { action: CLUSTERS, region };
    let name = cluster.cluster_name.unwrap_or_default();
    let at_rest = cluster.sse_description.and_then(|encryption| encryption.status);
    let at_rest = asked.required("SSEDescription", at_rest).map(|status| status.as_str().to_owned());
    let in_transit = cluster.cluster_endpoint_encryption_type;
    let in_transit = asked.required("ClusterEndpointEncryptionType", in_transit).map(|kind| kind.as_str().to_owned());
    let zones = asked.required("Nodes", cluster.nodes).map(|nodes| {
        let mut zones: Vec<String> = nodes.into_iter().filter_map(|node| node.availability_zone).collect();
        zones.sort_unstable();
        zones.dedup();
        zones
    });
    let identity = Identity {
        id: name.clone(),
        arn: cluster.cluster_arn.unwrap_or_default(),
        name: name.clone(),
        region,
        tags: BTreeMap::new(),
    };
    let mut asset = asset(resource_type, identity, &json!({ "name": name, "status": cluster.status }));
    asset.properties.insert("encryption_at_rest", known(at_rest.as_ref()));
    asset.properties.insert("encryption_in_transit", known(in_transit.as_ref()));
    asset.properties.insert("availability_zones", known(zones.as_ref()));
    asset
}

/// Reads a facet of tables.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "backup" => for_each(assets, |table| protection(session, region, table)).await,
        "description" => for_each(assets, |table| description(session, region, &table.id)).await,
        "point_in_time_recovery" => for_each(assets, |table| point_in_time_recovery(session, region, &table.id)).await,
        "policy" => for_each(assets, |table| policy(session, region, &table.arn)).await,
        "scaled_dimensions" => for_each(assets, |table| scaled_dimensions(session, region, &table.id)).await,
        _ => unserved_facet("aws.dynamodb.table", facet, region, assets),
    }
}

/// A table's tags are asked for only where they decide: its listing does not tell them.
async fn protection(session: &Session, region: &str, table: &Asset) -> Result<Property, Gap> {
    let selections = backup::selections(session, region).await;
    let tags = if selections.hang_on_tags_of(table) { tags(session, region, &table.arn).await? } else { BTreeMap::new() };
    selections.protection(table, &tags)
}

/// ListTagsOfResource; it takes no page size.
async fn tags(session: &Session, region: &str, arn: &str) -> Result<BTreeMap<String, String>, Gap> {
    const ACTION: &str = "dynamodb:ListTagsOfResource";
    let client = session.dynamodb(region);
    let pages = pages_of_listed(ACTION, region, |token| {
        let request = client.list_tags_of_resource().resource_arn(arn).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.tags), next: answer.next_token }) }
    });
    let pages = Asked { action: ACTION, region }.all_listed("Tags", pages.await);
    let tags = pages.items.into_iter().map(|tag| (tag.key, tag.value)).collect();
    pages.gap.map_or(Ok(tags), Err)
}

async fn description(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "dynamodb:DescribeTable";
    let asked = Asked { action: ACTION, region };
    let answer = session.dynamodb(region).describe_table().table_name(name).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ACTION, region, &error))?;
    let table = asked.required("Table", answer.table)?;
    // It stands in every complete answer; encryption and billing are left out of it where they are DynamoDB's own default.
    asked.required("TableArn", table.table_arn())?;
    Ok(of_table(asked, &table))
}

fn of_table(asked: Asked<'_>, table: &sdk::TableDescription) -> Property {
    let billing = table.billing_mode_summary().and_then(sdk::BillingModeSummary::billing_mode);
    let encryption = table.sse_description();
    let protection = asked.required("DeletionProtectionEnabled", table.deletion_protection_enabled);
    let properties = json!({
        "status": table.table_status().map(sdk::TableStatus::as_str),
        // "BillingModeSummary" in the DynamoDB API reference: only tables that once were on demand have it.
        "billing_mode": billing.map_or("PROVISIONED", sdk::BillingMode::as_str),
        "encryption": encryption.and_then(sdk::SseDescription::sse_type).map(sdk::SseType::as_str),
        "kms_key": encryption.and_then(sdk::SseDescription::kms_master_key_arn),
    });
    let mut description = Property::from(properties);
    if let Property::Map(properties) = &mut description {
        properties.insert("deletion_protection", known(protection.as_ref()));
    }
    description
}

async fn point_in_time_recovery(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "dynamodb:DescribeContinuousBackups";
    let asked = Asked { action: ACTION, region };
    let answer = session.dynamodb(region).describe_continuous_backups().table_name(name).send().await;
    let answer = answer.map_err(|error| gap_of_listed(ACTION, region, &error))?;
    let recovery = answer.continuous_backups_description.and_then(|backups| backups.point_in_time_recovery_description);
    let status =
        asked.required("PointInTimeRecoveryStatus", recovery.and_then(|recovery| recovery.point_in_time_recovery_status))?;
    Ok(Property::from_typed(&PointInTimeRecovery { enabled: status == sdk::PointInTimeRecoveryStatus::Enabled }))
}

async fn policy(session: &Session, region: &str, arn: &str) -> Result<Property, Gap> {
    const ACTION: &str = "dynamodb:GetResourcePolicy";
    match session.dynamodb(region).get_resource_policy().resource_arn(arn).send().await {
        Err(error) if is_absent(&error) => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(ACTION, region, &error)),
        Ok(answer) => {
            let asked = Asked { action: ACTION, region };
            asked.required("Policy", answer.policy()).map(|text| asked.policy_document(text))
        }
    }
}

/// The table's own capacities that are scaled, not those of its indexes.
async fn scaled_dimensions(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    let targets = scalable_targets(session, region).await;
    let id = format!("table/{name}");
    let own = targets.items.iter().filter(|target| target.resource_id == id);
    let dimensions = own.filter_map(|target| target.scalable_dimension.as_str().rsplit(':').next());
    let dimensions = dimensions.map(|dimension| Property::Text(dimension.to_owned()));
    list_of(dimensions, targets.gap.clone())
}

/// DescribeScalableTargets of all tables. Read once per region.
async fn scalable_targets(session: &Session, region: &str) -> Arc<Pages<ScalableTarget>> {
    let reading =
        async move {
            let client = session.application_autoscaling(region);
            let pages = pages(TARGETS, region, |token| {
                let request = client
                    .describe_scalable_targets()
                    .service_namespace(ServiceNamespace::Dynamodb)
                    .max_results(TARGETS_PAGE)
                    .set_next_token(token);
                async move {
                    request.send().await.map(|answer| Page { items: listed(answer.scalable_targets), next: answer.next_token })
                }
            });
            Asked { action: TARGETS, region }.all_listed("ScalableTargets", pages.await)
        }
        .boxed();
    session.memo().read(("scalable_tables", region), reading).await
}
