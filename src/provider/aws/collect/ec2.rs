//! EC2, EBS and VPC: one paginated Describe for each type, region settings and prefix lists by calls of their own.

mod compute;
mod connections;
mod endpoints;
pub(super) mod exposure;
mod groups;
mod instances;
mod launch_templates;
mod network;
mod prefix_lists;
mod rules;
mod settings;
mod storage;
mod topology;

use aws_sdk_ec2::types::Tag;
use serde::Serialize;

use super::super::pages::Pages;
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each, region_settings};
use super::strict::Asked;
use super::{backup, unserved, unserved_facet};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Items of a page; every Describe that takes a page size takes this one but DescribeRouteTables (100).
const PAGE: i32 = 1000;

/// Lists a type of EC2.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let place = Place { session, resource_type, region };
    match resource_type.name {
        "aws.ec2.account_settings" => settings::of_account(&place),
        "aws.ec2.address" => network::addresses(&place).await,
        "aws.ec2.client_vpn_endpoint" => connections::client_vpn_endpoints(&place).await,
        "aws.ec2.image" => compute::images(&place).await,
        "aws.ec2.instance" => compute::instances(&place).await,
        "aws.ec2.internet_gateway" => network::internet_gateways(&place).await,
        "aws.ec2.key_pair" => compute::key_pairs(&place).await,
        "aws.ec2.launch_template" => launch_templates::list(&place).await,
        "aws.ec2.nat_gateway" => network::nat_gateways(&place).await,
        "aws.ec2.network_acl" => network::network_acls(&place).await,
        "aws.ec2.region_settings" => region_settings(session, resource_type, region),
        "aws.ec2.route_table" => network::route_tables(&place).await,
        "aws.ec2.security_group" => network::security_groups(&place).await,
        "aws.ec2.snapshot" => compute::snapshots(&place).await,
        "aws.ec2.subnet" => network::subnets(&place).await,
        "aws.ec2.transit_gateway" => connections::transit_gateways(&place).await,
        "aws.ec2.volume" => compute::volumes(&place).await,
        "aws.ec2.vpc" => network::vpcs(&place).await,
        "aws.ec2.vpc_endpoint" => endpoints::endpoints(&place).await,
        "aws.ec2.vpc_endpoint_service" => endpoints::services(&place).await,
        "aws.ec2.vpc_peering_connection" => connections::peering_connections(&place).await,
        "aws.ec2.vpn_connection" => connections::vpn_connections(&place).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Reads a facet of EC2's assets.
pub(super) async fn read_facet(session: &Session, facet: &Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "allowed_principals" => endpoints::allowed_principals(session, region, assets).await,
        "backup" => backup::protections(session, region, assets).await,
        "ebs_encryption" | "image_sharing" | "instance_metadata" | "snapshot_sharing" => {
            vec![settings::read(session, facet, region).await; assets.len()]
        }
        "endpoints" => topology::endpoints(session, region, assets).await,
        "exposure" => exposure::of_instances(session, region, assets).await,
        "flow_logs" => topology::flow_logs(session, region, assets).await,
        "is_public" => topology::public_subnets(session, region, assets).await,
        "source_image" => instances::source_images(session, region, assets).await,
        "systems_manager" => instances::managed(session, region, assets).await,
        "user_data" => for_each(assets, |instance| instances::user_data(session, region, instance)).await,
        "versions" => launch_templates::versions(session, region, assets).await,
        "prefix_lists" => prefix_lists::of_groups(session, region, assets).await,
        "references" => groups::references(session, region, assets).await,
        "routes" => connections::peering_routes(session, region, assets).await,
        "sharing" => storage::sharing(session, region, assets).await,
        "snapshots" => storage::snapshots(session, region, assets).await,
        "subnets" => topology::subnets(session, region, assets).await,
        "usage" => groups::usage(session, region, assets).await,
        "vpc_regions" => vec![topology::vpc_regions(session).await; assets.len()],
        _ => unserved_facet("aws.ec2", facet, region, assets),
    }
}

/// Where a listing happens and what it lists.
struct Place<'a> {
    session: &'a Session,
    resource_type: &'static ResourceType,
    region: &'a str,
}

impl Place<'_> {
    /// The API action that lists the type.
    fn asked(&self) -> Asked<'_> {
        let action = self.resource_type.list_actions.first().copied().unwrap_or(self.resource_type.name);
        Asked { action, region: self.region }
    }

    /// The listing of what `pages` gave, each item made into an asset. Items without an id leave a gap, as does an answer without its
    /// `list`: EC2 sends an empty one where it has nothing to list.
    fn listing<T>(&self, list: &str, pages: Pages<Option<T>>, convert: impl Fn(&Self, T) -> Asset) -> Listing {
        let pages = self.asked().all_listed(list, pages);
        let (assets, nameless): (Vec<_>, Vec<_>) =
            pages.items.into_iter().map(|item| convert(self, item)).partition(|asset| !asset.id.is_empty());
        let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
        if !nameless.is_empty() {
            gaps.push(self.asked().malformed(format!("{} of the {} have no id", nameless.len(), self.resource_type.plural)));
        }
        Listing { assets, gaps, warnings: Vec::new() }
    }

    /// The asset with the property `name` unknown where the answer lacks the `part` that it is made of: a default that is not the
    /// service's own could turn a verdict.
    fn requiring<T>(&self, mut asset: Asset, name: &str, part: Option<T>) -> Asset {
        if let Err(gap) = self.asked().required(name, part) {
            asset.properties.insert(name, Property::unknown(gap));
        }
        asset
    }

    /// The asset with EC2's way of naming: `arn:…:ec2:REGION:ACCOUNT:KIND/ID`, called by its id where it has no other name.
    fn asset<T: Serialize>(&self, kind: &str, id: Option<String>, tags: Option<Vec<Tag>>, properties: &T) -> Asset {
        let id = id.unwrap_or_default();
        let arn = arn(self.session, "ec2", self.region, &format!("{kind}/{id}"));
        self.named(arn, id.clone(), id, tags, properties)
    }

    /// The same with an ARN and a name of its own.
    fn named<T: Serialize>(&self, arn: String, id: String, name: String, tags: Option<Vec<Tag>>, properties: &T) -> Asset {
        let tags = tags.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default())));
        let identity = Identity { id, arn, name, region: self.region, tags: tags.collect() };
        asset(self.resource_type, identity, properties)
    }

    /// The ARN of what belongs to no account in its ARN: snapshots and images.
    fn shared_arn(&self, kind: &str, id: &str) -> String {
        format!("arn:{}:ec2:{}::{kind}/{id}", self.session.account().partition, self.region)
    }
}

/// The asset with the account of its owner in its ARN: networks, their parts and transit gateways can be shared with the account, and then
/// stand among its own.
fn owned_by(mut asset: Asset, owner: Option<String>) -> Asset {
    let Some(owner) = owner.filter(|owner| !owner.is_empty()) else { return asset };
    let mut parts: Vec<&str> = asset.arn.splitn(6, ':').collect();
    if let Some(account) = parts.get_mut(4) {
        *account = &owner;
        asset.arn = parts.join(":");
    }
    asset
}

#[cfg(test)]
mod tests;
