//! EC2, EBS and VPC: one paginated Describe for each type, region settings and prefix lists by calls of their own.

mod compute;
pub(super) mod exposure;
mod network;
mod prefix_lists;
mod rules;

use std::collections::BTreeMap;

use aws_sdk_ec2::types::Tag;
use serde::Serialize;

use super::super::errors::gap;
use super::super::pages::Pages;
use super::super::session::Session;
use super::asset::{Identity, arn, asset};
use super::strict::{Asked, known};
use super::{unserved, unserved_facet};
use crate::model::resource::ec2::{EC2_SETTINGS, EbsEncryption};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Items of a page; every Describe that takes a page size takes this one but DescribeRouteTables (100).
const PAGE: i32 = 1000;

/// Lists a type of EC2.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let place = Place { session, resource_type, region };
    match resource_type.name {
        "aws.ec2.address" => network::addresses(&place).await,
        "aws.ec2.image" => compute::images(&place).await,
        "aws.ec2.instance" => compute::instances(&place).await,
        "aws.ec2.internet_gateway" => network::internet_gateways(&place).await,
        "aws.ec2.key_pair" => compute::key_pairs(&place).await,
        "aws.ec2.nat_gateway" => network::nat_gateways(&place).await,
        "aws.ec2.network_acl" => network::network_acls(&place).await,
        "aws.ec2.region_settings" => region_settings(&place),
        "aws.ec2.route_table" => network::route_tables(&place).await,
        "aws.ec2.security_group" => network::security_groups(&place).await,
        "aws.ec2.snapshot" => compute::snapshots(&place).await,
        "aws.ec2.subnet" => network::subnets(&place).await,
        "aws.ec2.volume" => compute::volumes(&place).await,
        "aws.ec2.vpc" => network::vpcs(&place).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Reads a facet of region settings or security groups.
pub(super) async fn read_facet(session: &Session, facet: &Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "ebs_encryption" => vec![known(ebs_encryption(session, region).await.as_ref()); assets.len()],
        "exposure" => exposure::of_instances(session, region, assets).await,
        "prefix_lists" => prefix_lists::of_groups(session, region, assets).await,
        _ => unserved_facet("aws.ec2", facet, region, assets),
    }
}

async fn ebs_encryption(session: &Session, region: &str) -> Result<EbsEncryption, Gap> {
    let asked = Asked { action: "ec2:GetEbsEncryptionByDefault", region };
    let answer = session.ec2(region).get_ebs_encryption_by_default().send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let enabled_by_default = asked.required("EbsEncryptionByDefault", answer.ebs_encryption_by_default)?;
    Ok(EbsEncryption { enabled_by_default })
}

/// Where a listing happens and what it lists.
struct Place<'a> {
    session: &'a Session,
    resource_type: &'static ResourceType,
    region: &'a str,
}

/// The properties of region settings that cost no call.
#[derive(Serialize)]
struct RegionSettings<'a> {
    region: &'a str,
}

fn region_settings(place: &Place<'_>) -> Listing {
    let account = place.session.account();
    let identity = Identity {
        id: account.id.clone(),
        arn: account.root_arn(),
        name: EC2_SETTINGS.to_owned(),
        region: place.region,
        tags: BTreeMap::new(),
    };
    let settings = RegionSettings { region: place.region };
    Listing { assets: vec![asset(place.resource_type, identity, &settings)], ..Listing::default() }
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

#[cfg(test)]
mod tests;
