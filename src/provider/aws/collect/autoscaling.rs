//! EC2 Auto Scaling: groups and launch configurations, a paginated call for each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use aws_sdk_autoscaling::types as sdk;
use serde::Serialize;

use super::super::pages::{Page, Pages, pages};
use super::super::secrets;
use super::super::session::Session;
use super::asset::{Identity, asset, time};
use super::strict::{Asked, listed};
use super::{listing, unserved, unserved_facet};
use crate::model::resource::autoscaling::ZoneInUse;
use crate::model::resource::ec2::compute::TemplateMetadataOptions;
use crate::model::resource::{Facet, ResourceType, by_name};
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

/// Items of a page, the most that the API gives ("DescribeAutoScalingGroups" and "DescribeLaunchConfigurations" in its reference).
const PAGE: i32 = 100;

const GROUPS: &str = "autoscaling:DescribeAutoScalingGroups";
const CONFIGURATIONS: &str = "autoscaling:DescribeLaunchConfigurations";

/// Lists groups or launch configurations.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.autoscaling.group" => groups(session, resource_type, region).await,
        "aws.autoscaling.launch_configuration" => launch_configurations(session, resource_type, region).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Reads a facet of groups.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "launch_configuration" => of_groups(session, region, assets).await,
        _ => unserved_facet("aws.autoscaling.group", facet, region, assets),
    }
}

/// The properties of a group that its listing gives.
#[derive(Serialize)]
struct ListedGroup {
    name: String,
    availability_zones: Vec<String>,
    zones_in_use: Vec<ZoneInUse>,
    health_checks: Vec<String>,
    load_balancers: Vec<String>,
    target_group_arns: Vec<String>,
    capacity_rebalance: bool,
    uses_launch_template: bool,
    launch_configuration_name: Option<String>,
    created_at: Option<String>,
}

async fn groups(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.autoscaling(region);
    let pages = pages(GROUPS, region, |token| {
        let request = client.describe_auto_scaling_groups().max_records(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.auto_scaling_groups), next: answer.next_token }) }
    });
    let asked = Asked { action: GROUPS, region };
    let pages = asked.all_listed("AutoScalingGroups", pages.await);
    named(resource_type, asked, pages, |group| of_group(resource_type, asked, group))
}

fn of_group(resource_type: &'static ResourceType, asked: Asked<'_>, group: sdk::AutoScalingGroup) -> Asset {
    let name = group.auto_scaling_group_name.unwrap_or_default();
    let mixed = group.mixed_instances_policy.and_then(|policy| policy.launch_template);
    let properties = ListedGroup {
        name: name.clone(),
        availability_zones: group.availability_zones.clone().unwrap_or_default(),
        zones_in_use: zones_in_use(group.instances.as_deref().unwrap_or_default()),
        health_checks: group
            .health_check_type
            .iter()
            .flat_map(|kinds| kinds.split(','))
            .map(|kind| kind.trim().to_owned())
            .collect(),
        load_balancers: group.load_balancer_names.clone().unwrap_or_default(),
        target_group_arns: group.target_group_arns.clone().unwrap_or_default(),
        // "CreateAutoScalingGroup" in the API reference: off unless said otherwise.
        capacity_rebalance: group.capacity_rebalance.unwrap_or_default(),
        uses_launch_template: group.launch_template.is_some() || mixed.is_some(),
        launch_configuration_name: group.launch_configuration_name.filter(|name| !name.is_empty()),
        created_at: time(group.created_time.as_ref()),
    };
    let tags = group.tags.unwrap_or_default().into_iter();
    let tags = tags.filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect();
    let arn = group.auto_scaling_group_arn.unwrap_or_default();
    let mut asset = asset(resource_type, Identity { id: name.clone(), arn, name, region: asked.region, tags }, &properties);
    // The SDK gives an empty value for these where the answer lacks them, and no group is without one.
    let presence = [
        ("availability_zones", group.availability_zones.is_some_and(|zones| !zones.is_empty())),
        ("health_checks", group.health_check_type.is_some_and(|kinds| !kinds.is_empty())),
    ];
    for (property, _) in presence.into_iter().filter(|(_, present)| !present) {
        asset.properties.insert(property, Property::unknown(asked.malformed(format!("the answer lacks {property}"))));
    }
    asset
}

/// The instance types of each zone.
fn zones_in_use(instances: &[sdk::Instance]) -> Vec<ZoneInUse> {
    let mut zones: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for instance in instances {
        if let (Some(zone), Some(kind)) = (instance.availability_zone(), instance.instance_type()) {
            zones.entry(zone).or_default().insert(kind);
        }
    }
    let types = |types: BTreeSet<&str>| types.into_iter().map(str::to_owned).collect();
    zones.into_iter().map(|(name, kinds)| ZoneInUse { name: name.to_owned(), instance_types: types(kinds) }).collect()
}

/// The properties of a launch configuration that cost no search.
#[derive(Serialize)]
struct ListedConfiguration {
    name: String,
    image_id: String,
    instance_type: String,
    assigns_public_ip: Option<bool>,
    metadata_options: Option<TemplateMetadataOptions>,
    security_group_ids: Vec<String>,
    created_at: Option<String>,
}

async fn launch_configurations(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.autoscaling(region);
    let pages = pages(CONFIGURATIONS, region, |token| {
        let request = client.describe_launch_configurations().max_records(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.launch_configurations), next: answer.next_token }) }
    });
    let asked = Asked { action: CONFIGURATIONS, region };
    let pages = asked.all_listed("LaunchConfigurations", pages.await);
    named(resource_type, asked, pages, |configuration| of_configuration(resource_type, asked, configuration))
}

fn of_configuration(resource_type: &'static ResourceType, asked: Asked<'_>, configuration: sdk::LaunchConfiguration) -> Asset {
    let name = configuration.launch_configuration_name.unwrap_or_default();
    let metadata_options = configuration.metadata_options.map(|options| TemplateMetadataOptions {
        http_endpoint: options.http_endpoint.map(|state| state.as_str().to_owned()),
        http_tokens: options.http_tokens.map(|state| state.as_str().to_owned()),
    });
    let properties = ListedConfiguration {
        name: name.clone(),
        image_id: configuration.image_id.unwrap_or_default(),
        instance_type: configuration.instance_type.unwrap_or_default(),
        assigns_public_ip: configuration.associate_public_ip_address,
        metadata_options,
        security_group_ids: configuration.security_groups.unwrap_or_default(),
        created_at: time(configuration.created_time.as_ref()),
    };
    let arn = configuration.launch_configuration_arn.unwrap_or_default();
    let identity = Identity { id: name.clone(), arn, name, region: asked.region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &properties);
    asset.properties.insert("user_data", secrets::of_user_data(asked, configuration.user_data.as_deref()));
    asset
}

/// The listing of `pages`; items without a name leave a gap.
fn named<T>(resource_type: &ResourceType, asked: Asked<'_>, pages: Pages<T>, convert: impl FnMut(T) -> Asset) -> Listing {
    let (assets, nameless): (Vec<_>, Vec<_>) = pages.items.into_iter().map(convert).partition(|asset| !asset.id.is_empty());
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    if !nameless.is_empty() {
        gaps.push(asked.malformed(format!("{} of the {} have no name", nameless.len(), resource_type.plural)));
    }
    Listing { assets, gaps, warnings: Vec::new() }
}

/// The launch configuration of each group, from their listing, which is not read where no group has one.
async fn of_groups(session: &Session, region: &str, groups: &[Asset]) -> Vec<Property> {
    let configuration_of = |group: &Asset| match group.properties.get("launch_configuration_name") {
        Some(Property::Text(name)) => Some(name.clone()),
        _ => None,
    };
    let Some(resource_type) =
        by_name("aws.autoscaling.launch_configuration").filter(|_| groups.iter().any(|group| configuration_of(group).is_some()))
    else {
        return vec![Property::Null; groups.len()];
    };
    let listing = listing(session, resource_type, region).await;
    let configurations: HashMap<&str, &Asset> = listing.assets.iter().map(|asset| (asset.id.as_str(), asset)).collect();
    let of_group = |group: &Asset| match configuration_of(group) {
        None => Property::Null,
        Some(name) => match configurations.get(name.as_str()) {
            Some(configuration) => Property::Map(configuration.properties.clone()),
            None => Property::unknown(listing.gaps.first().cloned().unwrap_or_else(|| unlisted(&name, region))),
        },
    };
    groups.iter().map(of_group).collect()
}

fn unlisted(name: &str, region: &str) -> Gap {
    Gap {
        kind: GapKind::NotCollected,
        action: CONFIGURATIONS.to_owned(),
        region: region.to_owned(),
        detail: format!("{name} is not among the launch configurations"),
    }
}

#[cfg(test)]
mod tests;
