//! EKS: clusters by name, their node groups and add-ons; the descriptions only where a check asks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aws_sdk_eks::types as sdk;
use futures_util::FutureExt;
use serde::Serialize;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each, several, time};
use super::strict::{Asked, listed};
use super::unserved;
use crate::model::resource::ResourceType;
use crate::model::resource::eks::{AddOnConfiguration, ClusterConfiguration, NodeGroupConfiguration};
use crate::model::{Asset, Gap, GapKind, Property, Warning};
use crate::provider::Listing;

/// Names of a page: "ListClusters" in the EKS API reference.
const PAGE: i32 = 100;
/// Clusters whose parts are listed at once.
const AT_ONCE: usize = 8;

/// The properties of a cluster that its listing gives.
#[derive(Serialize)]
struct ClusterName<'a> {
    name: &'a str,
}

/// The properties of a cluster's part that its listing gives.
#[derive(Serialize)]
struct PartName<'a> {
    name: &'a str,
    cluster: &'a str,
}

/// Lists a type of EKS.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let clusters = clusters(session, region).await;
    let mut listing = Listing { gaps: clusters.gap.clone().into_iter().collect(), ..Listing::default() };
    if resource_type.name == "aws.eks.cluster" {
        listing.assets = clusters.items.iter().map(|name| cluster(session, resource_type, region, name)).collect();
        return listing;
    }
    let parts = clusters.items.iter().map(|cluster| parts(session, resource_type, region, cluster).boxed()).collect();
    let mut gone = BTreeSet::new();
    for (cluster, pages) in several(parts, AT_ONCE).await {
        if pages.gap.as_ref().is_some_and(|gap| gap.kind == GapKind::Gone) {
            gone.insert(cluster);
            continue;
        }
        listing.assets.extend(pages.items.iter().map(|name| part(resource_type, region, cluster, name)));
        listing.gaps.extend(pages.gap);
    }
    if !gone.is_empty() {
        listing.warnings.push(Warning::gone("aws.eks.cluster", region, &gone));
    }
    listing
}

/// The names of a cluster's node groups or add-ons, with the cluster's own.
async fn parts<'a>(
    session: &Session,
    resource_type: &'static ResourceType,
    region: &str,
    cluster: &'a str,
) -> (&'a str, Pages<String>) {
    let parts = match resource_type.name {
        "aws.eks.node_group" => node_groups(session, region, cluster).await,
        "aws.eks.add_on" => add_ons(session, region, cluster).await,
        name => Pages { items: Vec::new(), gap: Some(unserved(name, region)) },
    };
    (cluster, parts)
}

/// Reads the configuration of clusters, node groups or add-ons: the one facet that each of them has.
pub(super) async fn read_facet(
    session: &Session,
    resource_type: &'static ResourceType,
    region: &str,
    assets: &[Asset],
) -> Vec<Property> {
    for_each(assets, |asset| async move {
        match resource_type.name {
            "aws.eks.cluster" => cluster_configuration(session, region, &asset.id).await,
            "aws.eks.node_group" => node_group_configuration(session, region, asset).await,
            "aws.eks.add_on" => add_on_configuration(session, region, asset).await,
            name => Err(unserved(name, region)),
        }
    })
    .await
}

/// ListClusters, once per region.
async fn clusters(session: &Session, region: &str) -> Arc<Pages<String>> {
    let client = session.eks(region);
    let reading = pages("eks:ListClusters", region, |token| {
        let request = client.list_clusters().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.clusters), next: answer.next_token }) }
    });
    let reading = reading.map(|pages| Asked { action: "eks:ListClusters", region }.all_listed("clusters", pages));
    session.memo().read(("clusters", region), reading).await
}

async fn node_groups(session: &Session, region: &str, cluster: &str) -> Pages<String> {
    let client = session.eks(region);
    let pages = pages_of_listed("eks:ListNodegroups", region, |token| {
        let request = client.list_nodegroups().cluster_name(cluster).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.nodegroups), next: answer.next_token }) }
    });
    Asked { action: "eks:ListNodegroups", region }.all_listed("nodegroups", pages.await)
}

async fn add_ons(session: &Session, region: &str, cluster: &str) -> Pages<String> {
    let client = session.eks(region);
    let pages = pages_of_listed("eks:ListAddons", region, |token| {
        let request = client.list_addons().cluster_name(cluster).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.addons), next: answer.next_token }) }
    });
    Asked { action: "eks:ListAddons", region }.all_listed("addons", pages.await)
}

fn cluster(session: &Session, resource_type: &'static ResourceType, region: &str, name: &str) -> Asset {
    let identity = Identity {
        id: name.to_owned(),
        arn: arn(session, "eks", region, &format!("cluster/{name}")),
        name: name.to_owned(),
        region,
        tags: BTreeMap::new(),
    };
    asset(resource_type, identity, &ClusterName { name })
}

/// A node group or add-on. Its listing does not tell its ARN, which ends in a UUID that AWS makes up ("Resource types defined by Amazon
/// EKS" in the Service Authorization Reference): only its description does.
fn part(resource_type: &'static ResourceType, region: &str, cluster: &str, name: &str) -> Asset {
    let identity =
        Identity { id: format!("{cluster}/{name}"), arn: String::new(), name: name.to_owned(), region, tags: BTreeMap::new() };
    asset(resource_type, identity, &PartName { name, cluster })
}

async fn cluster_configuration(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    let answer = session.eks(region).describe_cluster().name(name).send().await;
    let answer = answer.map_err(|error| gap_of_listed("eks:DescribeCluster", region, &error))?;
    let asked = Asked { action: "eks:DescribeCluster", region };
    let cluster = asked.required("cluster", answer.cluster)?;
    let network = network(asked, cluster.resources_vpc_config)?;
    let enabled = |logging: &sdk::Logging| {
        let setups = logging.cluster_logging().iter().filter(|setup| setup.enabled == Some(true));
        setups.flat_map(sdk::LogSetup::types).map(|kind| kind.as_str().to_owned()).collect()
    };
    let secrets_key =
        |configs: &[sdk::EncryptionConfig]| configs.iter().find_map(|config| config.provider.as_ref()?.key_arn.clone());
    let configuration = ClusterConfiguration {
        version: cluster.version.unwrap_or_default(),
        platform_version: cluster.platform_version.unwrap_or_default(),
        status: cluster.status.map(|status| status.as_str().to_owned()).unwrap_or_default(),
        created_at: time(cluster.created_at.as_ref()),
        role_arn: cluster.role_arn.unwrap_or_default(),
        endpoint_public_access: network.endpoint_public_access,
        endpoint_private_access: network.endpoint_private_access,
        public_access_cidrs: network.public_access_cidrs.unwrap_or_default(),
        vpc_id: network.vpc_id,
        subnet_ids: network.subnet_ids.unwrap_or_default(),
        security_group_ids: network.security_group_ids.unwrap_or_default(),
        cluster_security_group_id: network.cluster_security_group_id,
        enabled_log_types: cluster.logging.as_ref().map(enabled).unwrap_or_default(),
        secrets_kms_key: cluster.encryption_config.as_deref().and_then(secrets_key),
        oidc_issuer: cluster.identity.and_then(|identity| identity.oidc?.issuer),
        authentication_mode: cluster
            .access_config
            .and_then(|access| access.authentication_mode)
            .map(|mode| mode.as_str().to_owned()),
        // Where the service does not know the switch yet, nothing is protected.
        deletion_protection: cluster.deletion_protection.unwrap_or_default(),
        tags: cluster.tags.unwrap_or_default().into_iter().collect(),
    };
    Ok(Property::from_typed(&configuration))
}

/// Whom the cluster's endpoint answers. The SDK takes switches that are missing for off, so the rest of the answer has to prove that
/// they are there: a cluster has subnets, and at least one of its two endpoints ("UpdateClusterConfig" in the EKS API reference).
fn network(asked: Asked<'_>, network: Option<sdk::VpcConfigResponse>) -> Result<sdk::VpcConfigResponse, Gap> {
    let network = asked.required("resourcesVpcConfig", network)?;
    if network.subnet_ids().is_empty() {
        return Err(asked.malformed("the answer lacks the subnetIds of resourcesVpcConfig"));
    }
    if !network.endpoint_public_access && !network.endpoint_private_access {
        return Err(asked.malformed("the answer says neither endpointPublicAccess nor endpointPrivateAccess"));
    }
    Ok(network)
}

async fn node_group_configuration(session: &Session, region: &str, asset: &Asset) -> Result<Property, Gap> {
    let request = session.eks(region).describe_nodegroup().cluster_name(cluster_of(asset)).nodegroup_name(&asset.name);
    let answer = request.send().await.map_err(|error| gap_of_listed("eks:DescribeNodegroup", region, &error))?;
    let group = Asked { action: "eks:DescribeNodegroup", region }.required("nodegroup", answer.nodegroup)?;
    let remote = group.remote_access;
    let configuration = NodeGroupConfiguration {
        arn: group.nodegroup_arn,
        status: group.status.map(|status| status.as_str().to_owned()).unwrap_or_default(),
        version: group.version,
        ami_type: group.ami_type.map(|kind| kind.as_str().to_owned()),
        release_version: group.release_version,
        capacity_type: group.capacity_type.map(|kind| kind.as_str().to_owned()),
        instance_types: group.instance_types.unwrap_or_default(),
        node_role_arn: group.node_role,
        subnet_ids: group.subnets.unwrap_or_default(),
        remote_access_key_pair: remote.as_ref().and_then(|remote| remote.ec2_ssh_key.clone()),
        remote_access_security_group_ids: remote.and_then(|remote| remote.source_security_groups).unwrap_or_default(),
        desired_size: group.scaling_config.and_then(|scaling| scaling.desired_size).map(i64::from),
    };
    Ok(Property::from_typed(&configuration))
}

async fn add_on_configuration(session: &Session, region: &str, asset: &Asset) -> Result<Property, Gap> {
    let request = session.eks(region).describe_addon().cluster_name(cluster_of(asset)).addon_name(&asset.name);
    let answer = request.send().await.map_err(|error| gap_of_listed("eks:DescribeAddon", region, &error))?;
    let add_on = Asked { action: "eks:DescribeAddon", region }.required("addon", answer.addon)?;
    let configuration = AddOnConfiguration {
        arn: add_on.addon_arn,
        version: add_on.addon_version,
        status: add_on.status.map(|status| status.as_str().to_owned()).unwrap_or_default(),
        service_account_role_arn: add_on.service_account_role_arn,
    };
    Ok(Property::from_typed(&configuration))
}

/// The cluster's name, the part of the id before the slash.
fn cluster_of(asset: &Asset) -> &str {
    asset.id.split_once('/').map_or("", |(cluster, _)| cluster)
}

#[cfg(test)]
mod tests;
