//! DB instances, and what their facets add from certificates, clusters, engine versions and networks.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use aws_sdk_rds::types as sdk;
use futures_util::FutureExt;
use futures_util::future::join;
use serde::Serialize;

use super::super::super::pages::{Page, Pages, pages};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, Identity, asset, several, time};
use super::super::ec2::exposure::{Groups, Subnets};
use super::super::strict::{Asked, listed};
use super::super::{listing, told};
use super::{DOCUMENTS, PAGE, requiring, tags};
use crate::model::resource::rds::{CaCertificate, EngineRelease};
use crate::model::resource::{ResourceType, by_name};
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

const LIST: &str = "rds:DescribeDBInstances";
const CERTIFICATES: &str = "rds:DescribeCertificates";
const VERSIONS: &str = "rds:DescribeDBEngineVersions";
const CLUSTERS: &str = "rds:DescribeDBClusters";

/// The properties of an instance that its listing gives.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are called what check authors write")]
struct Instance {
    engine: String,
    engine_version: Option<String>,
    status: Option<String>,
    instance_class: Option<String>,
    master_username: Option<String>,
    cluster_id: Option<String>,
    port: Option<i32>,
    publicly_accessible: bool,
    vpc_id: Option<String>,
    subnet_ids: Vec<String>,
    security_group_ids: Vec<String>,
    storage_encrypted: bool,
    kms_key: Option<String>,
    multi_az: bool,
    auto_minor_version_upgrade: bool,
    backup_retention_days: i32,
    log_exports: Vec<String>,
    deletion_protection: bool,
    enhanced_monitoring: bool,
    iam_authentication: bool,
    copies_tags_to_snapshots: bool,
    parameter_groups: Vec<String>,
    ca_certificate_id: Option<String>,
    engine_lifecycle_support: Option<String>,
}

/// DescribeDBInstances.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.rds(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.describe_db_instances().max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.db_instances), next: answer.marker }) }
    });
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("DBInstances", pages.await);
    let own = pages.items.into_iter().filter(|instance| instance.engine() != Some(DOCUMENTS));
    let (assets, nameless): (Vec<_>, Vec<_>) =
        own.map(|instance| of_instance(resource_type, asked, instance)).partition(|asset| !asset.arn.is_empty());
    Listing {
        assets,
        gaps: asked.lacking("DBInstanceArn", nameless.len()).into_iter().chain(pages.gap).collect(),
        ..Listing::default()
    }
}

fn of_instance(resource_type: &'static ResourceType, asked: Asked<'_>, instance: sdk::DbInstance) -> Asset {
    let required = [
        ("engine", instance.engine.is_some()),
        ("master_username", instance.master_username.is_some()),
        ("publicly_accessible", instance.publicly_accessible.is_some()),
        ("storage_encrypted", instance.storage_encrypted.is_some()),
        ("multi_az", instance.multi_az.is_some()),
        ("auto_minor_version_upgrade", instance.auto_minor_version_upgrade.is_some()),
        ("backup_retention_days", instance.backup_retention_period.is_some()),
        ("deletion_protection", instance.deletion_protection.is_some()),
        ("iam_authentication", instance.iam_database_authentication_enabled.is_some()),
        ("copies_tags_to_snapshots", instance.copy_tags_to_snapshot.is_some()),
    ];
    let (vpc_id, subnets) = instance.db_subnet_group.map(|group| (group.vpc_id, group.subnets)).unwrap_or_default();
    let groups = instance.vpc_security_groups.unwrap_or_default().into_iter();
    let properties = Instance {
        engine: instance.engine.unwrap_or_default(),
        engine_version: instance.engine_version,
        status: instance.db_instance_status,
        instance_class: instance.db_instance_class,
        master_username: instance.master_username,
        cluster_id: instance.db_cluster_identifier,
        port: instance.endpoint.and_then(|endpoint| endpoint.port),
        publicly_accessible: instance.publicly_accessible.unwrap_or_default(),
        vpc_id,
        subnet_ids: subnets.unwrap_or_default().into_iter().filter_map(|subnet| subnet.subnet_identifier).collect(),
        security_group_ids: groups
            .filter(|group| group.status.as_deref() == Some("active"))
            .filter_map(|group| group.vpc_security_group_id)
            .collect(),
        storage_encrypted: instance.storage_encrypted.unwrap_or_default(),
        kms_key: instance.kms_key_id,
        multi_az: instance.multi_az.unwrap_or_default(),
        auto_minor_version_upgrade: instance.auto_minor_version_upgrade.unwrap_or_default(),
        backup_retention_days: instance.backup_retention_period.unwrap_or_default(),
        log_exports: instance.enabled_cloudwatch_logs_exports.unwrap_or_default(),
        deletion_protection: instance.deletion_protection.unwrap_or_default(),
        enhanced_monitoring: instance.enhanced_monitoring_resource_arn.is_some_and(|arn| !arn.is_empty()),
        iam_authentication: instance.iam_database_authentication_enabled.unwrap_or_default(),
        copies_tags_to_snapshots: instance.copy_tags_to_snapshot.unwrap_or_default(),
        parameter_groups: instance
            .db_parameter_groups
            .unwrap_or_default()
            .into_iter()
            .filter_map(|group| group.db_parameter_group_name)
            .collect(),
        ca_certificate_id: instance.ca_certificate_identifier,
        engine_lifecycle_support: instance.engine_lifecycle_support,
    };
    let id = instance.db_instance_identifier.unwrap_or_default();
    let identity = Identity {
        name: id.clone(),
        id,
        arn: instance.db_instance_arn.unwrap_or_default(),
        region: asked.region,
        tags: tags(instance.tag_list),
    };
    requiring(asset(resource_type, identity, &properties), asked, &required)
}

/// The facet `exposure`.
pub(super) async fn exposures(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let (subnets, groups) = join(Subnets::of(session, region), Groups::of(session, region)).await;
    let exposure = |instance: &Asset| {
        let subnet_ids = told::texts(instance, "subnet_ids", "ec2:DescribeSubnets")?;
        let group_ids = told::texts(instance, "security_group_ids", "ec2:DescribeSecurityGroups")?;
        let parts = [
            ("in_public_subnet", subnets.any_is_public(subnet_ids)),
            ("open_rules", groups.rules(group_ids.iter().copied())),
            ("prefix_lists", groups.prefix_lists(group_ids)),
        ];
        Ok(Property::Map(parts.into()))
    };
    instances.iter().map(|instance| exposure(instance).unwrap_or_else(Property::unknown)).collect()
}

/// The facet `cluster`, out of the listing of clusters, which is read only where an instance belongs to one.
pub(super) async fn clusters(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let belongs = |instance: &Asset| !matches!(instance.properties.get("cluster_id"), Some(Property::Null));
    let clusters = match by_name("aws.rds.cluster") {
        Some(resource_type) if instances.iter().any(belongs) => listing(session, resource_type, region).await,
        _ => Arc::default(),
    };
    let settings = |instance: &Asset| {
        let id = match told::text(instance, "cluster_id", CLUSTERS) {
            Ok(None) => return Property::Null,
            Ok(Some(id)) => id,
            Err(gap) => return Property::unknown(gap),
        };
        match clusters.assets.iter().find(|cluster| cluster.id == id) {
            Some(cluster) => settings_of(cluster),
            None => Property::unknown(clusters.gaps.first().cloned().unwrap_or_else(|| Gap {
                kind: GapKind::Gone,
                action: CLUSTERS.to_owned(),
                region: region.to_owned(),
                detail: format!("the cluster {id} of {} is not among the clusters", instance.name),
            })),
        }
    };
    instances.iter().map(settings).collect()
}

fn settings_of(cluster: &Asset) -> Property {
    let names = ["master_username", "deletion_protection", "multi_az", "iam_authentication"];
    let setting = |name: &'static str| Some((name, cluster.properties.get(name)?.clone()));
    Property::Map(names.into_iter().filter_map(setting).collect())
}

/// The facet `ca_certificate`: DescribeCertificates once for the region.
pub(super) async fn ca_certificates(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let client = session.rds(region);
    let pages = pages(CERTIFICATES, region, |marker| {
        let request = client.describe_certificates().max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.certificates), next: answer.marker }) }
    });
    let pages = Asked { action: CERTIFICATES, region }.all_listed("Certificates", pages.await);
    let certificates: HashMap<&str, &sdk::Certificate> =
        pages.items.iter().filter_map(|certificate| Some((certificate.certificate_identifier()?, certificate))).collect();
    let of_instance = |instance: &Asset| match told::text(instance, "ca_certificate_id", CERTIFICATES)? {
        None => Ok(Property::Null),
        Some(id) => match (certificates.get(id), &pages.gap) {
            (Some(certificate), _) => {
                let valid_until = Asked { action: CERTIFICATES, region }.required("ValidTill", valid_until(certificate))?;
                Ok(Property::from_typed(&CaCertificate { valid_until }))
            }
            (None, Some(gap)) => Err(gap.clone()),
            (None, None) => Ok(Property::Null),
        },
    };
    instances.iter().map(|instance| of_instance(instance).unwrap_or_else(Property::unknown)).collect()
}

fn valid_until(certificate: &sdk::Certificate) -> Option<String> {
    let overridden = certificate.customer_override == Some(true);
    let override_until = certificate.customer_override_valid_till.as_ref().filter(|_| overridden);
    time(override_until.or(certificate.valid_till.as_ref()))
}

/// The facet `engine_release`: DescribeDBEngineVersions once for each engine of the region's instances.
pub(super) async fn engine_releases(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let engine_of = |instance: &Asset| told::text(instance, "engine", VERSIONS).map(|engine| engine.map(str::to_owned));
    let engines: BTreeSet<String> = instances.iter().filter_map(|instance| engine_of(instance).ok().flatten()).collect();
    let readings = engines.iter().map(|engine| versions(session, region, engine).boxed()).collect();
    let offered: BTreeMap<String, Pages<String>> = engines.iter().cloned().zip(several(readings, AT_ONCE).await).collect();
    let release = |instance: &Asset| {
        let engine = engine_of(instance)?;
        let version = told::text(instance, "engine_version", VERSIONS)?;
        let (Some(versions), Some(version)) = (engine.and_then(|engine| offered.get(&engine)), version) else {
            return Ok(EngineRelease { deprecated: false });
        };
        let is_offered = versions.items.iter().any(|offered| offered == version);
        match &versions.gap {
            Some(gap) if !is_offered => Err(gap.clone()),
            // Of an engine that is offered in no version nothing is told.
            _ => Ok(EngineRelease { deprecated: !is_offered && !versions.items.is_empty() }),
        }
    };
    let property = |instance| release(instance).map_or_else(Property::unknown, |release| Property::from_typed(&release));
    instances.iter().map(property).collect()
}

/// The versions of an engine that RDS offers.
async fn versions(session: &Session, region: &str, engine: &str) -> Pages<String> {
    let client = session.rds(region);
    let pages = pages(VERSIONS, region, |marker| {
        let request = client.describe_db_engine_versions().engine(engine).max_records(PAGE).set_marker(marker);
        async move { request.send().await.map(|answer| Page { items: listed(answer.db_engine_versions), next: answer.marker }) }
    });
    let pages = Asked { action: VERSIONS, region }.all_listed("DBEngineVersions", pages.await);
    Pages { items: pages.items.into_iter().filter_map(|version| version.engine_version).collect(), gap: pages.gap }
}
