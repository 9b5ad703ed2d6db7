//! Where security groups are in force, and who names them.

use std::sync::Arc;

use aws_sdk_ec2::types as sdk;
use futures_util::FutureExt;
use futures_util::future::join;

use super::super::super::pages::{Page, Pages, pages};
use super::super::super::session::Session;
use super::super::strict::{Asked, listed};
use super::{PAGE, exposure};
use crate::model::resource::ec2::groups::NetworkInterface;
use crate::model::{Asset, Property};
use crate::provider::Listing;

const INTERFACES: &str = "ec2:DescribeNetworkInterfaces";

/// A network interface and the groups that it carries.
struct Carrier {
    interface: NetworkInterface,
    groups: Option<Vec<String>>,
}

/// DescribeNetworkInterfaces. Read once per region.
async fn interfaces(session: &Session, region: &str) -> Arc<Pages<Carrier>> {
    let reading = async move {
        let client = session.ec2(region);
        let pages = pages(INTERFACES, region, |token| {
            let request = client.describe_network_interfaces().max_results(PAGE).set_next_token(token);
            async move {
                let carriers = |answer: Option<Vec<sdk::NetworkInterface>>| {
                    listed(answer).into_iter().map(|interface| interface.map(carrier)).collect()
                };
                request.send().await.map(|answer| Page { items: carriers(answer.network_interfaces), next: answer.next_token })
            }
        });
        Asked { action: INTERFACES, region }.all_listed("networkInterfaceSet", pages.await)
    }
    .boxed();
    session.memo().read(("network_interfaces", region), reading).await
}

fn carrier(interface: sdk::NetworkInterface) -> Carrier {
    Carrier {
        groups: interface.groups.and_then(|groups| groups.into_iter().map(|group| group.group_id).collect()),
        interface: NetworkInterface {
            id: interface.network_interface_id.unwrap_or_default(),
            // "NetworkInterface" in the EC2 API reference: `interface` is the plain kind.
            interface_type: interface.interface_type.map_or_else(|| "interface".to_owned(), |kind| kind.as_str().to_owned()),
            instance_owner: interface.attachment.and_then(|attachment| attachment.instance_owner_id),
        },
    }
}

/// The network interfaces that carry each group.
pub(super) async fn usage(session: &Session, region: &str, groups: &[Asset]) -> Vec<Property> {
    let interfaces = interfaces(session, region).await;
    let asked = Asked { action: INTERFACES, region };
    // Any group may be on an interface that does not tell its own.
    let silent = interfaces.items.iter().any(|carrier| carrier.groups.is_none());
    let silent = silent.then(|| asked.malformed("the answer lacks groupSet"));
    let gaps: Vec<_> = silent.into_iter().chain(interfaces.gap.clone()).collect();
    let of_group = |group: &Asset| {
        let carries = |carrier: &&Carrier| carrier.groups.as_ref().is_some_and(|groups| groups.contains(&group.id));
        let told = interfaces.items.iter().filter(carries).map(|carrier| Property::from_typed(&carrier.interface));
        let told = told.chain(gaps.iter().cloned().map(Property::unknown)).collect();
        Property::Map([("network_interfaces", Property::List(told))].into())
    };
    groups.iter().map(of_group).collect()
}

/// Who names each group: Lambda functions and the rules of groups.
pub(super) async fn references(session: &Session, region: &str, groups: &[Asset]) -> Vec<Property> {
    let (all, functions) =
        join(exposure::listed(session, "aws.ec2.security_group", region), exposure::listed(session, "aws.lambda.function", region))
            .await;
    // One that does not tell its groups may have any.
    let silent = |listing: &Listing, property: fn(&Asset) -> Vec<&Property>| -> Vec<Property> {
        let hidden = listing.assets.iter().flat_map(property).filter(|part| matches!(part, Property::Unknown(_))).cloned();
        hidden.chain(listing.gaps.iter().cloned().map(Property::unknown)).take(1).collect()
    };
    let (rules_unread, functions_unread) = (silent(&all, rules), silent(&functions, network));
    let told = |by: &Listing, name: fn(&Asset) -> &str, names: fn(&Asset, &str) -> bool, id: &str, unread: &[Property]| {
        let naming = by.assets.iter().filter(|asset| names(asset, id)).map(|asset| Property::Text(name(asset).to_owned()));
        Property::List(naming.chain(unread.iter().cloned()).collect())
    };
    let of_group = |group: &Asset| {
        let functions = told(&functions, |function| &function.name, runs_with, &group.id, &functions_unread);
        let groups = told(&all, |group| &group.id, names, &group.id, &rules_unread);
        Property::Map([("functions", functions), ("security_group_ids", groups)].into())
    };
    groups.iter().map(of_group).collect()
}

/// What tells which groups a group's rules name.
fn rules(group: &Asset) -> Vec<&Property> {
    ["ingress", "egress"].into_iter().filter_map(|direction| group.properties.get(direction)).collect()
}

/// What tells which groups a function runs with.
fn network(function: &Asset) -> Vec<&Property> {
    function.properties.get("vpc").into_iter().collect()
}

/// Whether a group's rules name the group `id`.
fn names(group: &Asset, id: &str) -> bool {
    let mut rules = rules(group).into_iter().flat_map(Property::items);
    rules.any(|rule| rule.at("security_group_ids").is_some_and(|sources| holds(sources, id)))
}

/// Whether a function runs with the group `id`.
fn runs_with(function: &Asset, id: &str) -> bool {
    network(function).into_iter().any(|network| network.at("security_group_ids").is_some_and(|groups| holds(groups, id)))
}

fn holds(list: &Property, text: &str) -> bool {
    list.items().iter().any(|item| matches!(item, Property::Text(item) if item == text))
}

#[cfg(test)]
mod tests;
