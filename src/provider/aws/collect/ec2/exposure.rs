//! What of a region's networks faces the internet: public subnets, and the rules that let the whole internet in.
//!
//! Computed from the listings of subnets, route tables and security groups, which are read once per scan whoever asks. Collectors of
//! whatever stands in a subnet or behind a security group (databases, file systems, load balancers) ask [`Subnets`] and [`Groups`] too,
//! and declare [`SUBNET_ACTIONS`](crate::model::resource::ec2::SUBNET_ACTIONS) and
//! [`GROUP_ACTIONS`](crate::model::resource::ec2::GROUP_ACTIONS) in their facets.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::join;

use super::super::super::session::Session;
use super::super::listing;
use super::prefix_lists;
use crate::model::resource::by_name;
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

/// The subnets of a region, and what serves them.
#[derive(Debug, Default)]
pub(in super::super) struct Subnets {
    /// The VPC of each subnet.
    vpcs: HashMap<String, Option<String>>,
    /// Whether the route table that serves a subnet by name leads to an internet gateway; unknown where its routes are.
    by_subnet: HashMap<String, Property>,
    /// The same of each VPC's main route table.
    by_vpc: HashMap<String, Property>,
    /// Why subnets may be missing, and why route tables may.
    gaps: [Option<Gap>; 2],
    region: String,
}

impl Subnets {
    /// The subnets of a region, put together once per scan.
    pub(in super::super) async fn of(session: &Session, region: &str) -> Arc<Self> {
        let reading = async move {
            let (subnets, tables) =
                join(listed(session, "aws.ec2.subnet", region), listed(session, "aws.ec2.route_table", region)).await;
            Self::from_listings(&subnets, &tables, region)
        };
        session.memo().read(("exposed_subnets", region), reading.boxed()).await
    }

    fn from_listings(subnets: &Listing, tables: &Listing, region: &str) -> Self {
        let mut view = Self {
            gaps: [subnets.gaps.first().cloned(), tables.gaps.first().cloned()],
            region: region.to_owned(),
            ..Self::default()
        };
        for subnet in &subnets.assets {
            view.vpcs.insert(subnet.id.clone(), text(subnet.properties.get("vpc_id")).map(str::to_owned));
        }
        for table in &tables.assets {
            let leads_out = match table.properties.get("routes") {
                Some(Property::Unknown(gap)) => Property::Unknown(Arc::clone(gap)),
                routes => Property::Bool(items(routes).any(leads_to_internet)),
            };
            for subnet in items(table.properties.get("subnet_ids")).filter_map(|id| text(Some(id))) {
                view.by_subnet.insert(subnet.to_owned(), leads_out.clone());
            }
            // Any subnet may be among those that such a table serves, by name or as its VPC's main one.
            let untold = ["subnet_ids", "is_main"].iter().find_map(|name| table.properties.get(name)?.first_gap());
            if let (Some(gap), [_, of_tables]) = (untold, &mut view.gaps) {
                of_tables.get_or_insert_with(|| Gap::clone(gap));
            }
            let is_main = table.properties.get("is_main") == Some(&Property::Bool(true));
            if let Some(vpc) = text(table.properties.get("vpc_id")).filter(|_| is_main) {
                view.by_vpc.insert(vpc.to_owned(), leads_out);
            }
        }
        view
    }

    /// Whether what serves the subnet (its own route table, else the main one of its VPC) has a route to an internet gateway for every
    /// address, IPv4 or IPv6; unknown where that could not be read.
    pub(in super::super) fn is_public(&self, subnet: &str) -> Property {
        if let Some(public) = self.by_subnet.get(subnet) {
            return public.clone();
        }
        let [of_subnets, of_tables] = &self.gaps;
        // The table that serves the subnet by name may be among those that could not be read.
        if let Some(gap) = of_tables {
            return Property::unknown(gap.clone());
        }
        let vpc = self.vpcs.get(subnet);
        match vpc.and_then(Option::as_ref).and_then(|vpc| self.by_vpc.get(vpc)) {
            Some(public) => public.clone(),
            None if vpc.is_none() => {
                Property::unknown(of_subnets.clone().unwrap_or_else(|| self.unseen("ec2:DescribeSubnets", subnet)))
            }
            None => Property::unknown(self.unseen("ec2:DescribeRouteTables", subnet)),
        }
    }

    /// Whether one of the subnets is public; unknown where none is known to be and one is not known.
    pub(in super::super) fn any_is_public<'a>(&self, subnets: impl IntoIterator<Item = &'a str>) -> Property {
        let answers: Vec<Property> = subnets.into_iter().map(|subnet| self.is_public(subnet)).collect();
        let decided = answers.iter().find(|answer| **answer == Property::Bool(true));
        let unknown = || answers.iter().find(|answer| matches!(answer, Property::Unknown(_)));
        decided.or_else(unknown).cloned().unwrap_or(Property::Bool(false))
    }

    fn unseen(&self, action: &str, subnet: &str) -> Gap {
        unseen(action, &self.region, format!("nothing tells the routes of {subnet}, which may be another account's"))
    }
}

/// The security groups of a region: what they let in from the whole internet.
#[derive(Debug, Default)]
pub(in super::super) struct Groups {
    by_id: HashMap<String, Group>,
    gap: Option<Gap>,
    region: String,
}

/// Of one group, the rules that may let the whole internet in, and the prefix lists that they name.
#[derive(Debug)]
struct Group {
    rules: Vec<Property>,
    lists: Property,
}

impl Groups {
    /// The security groups of a region, put together once per scan.
    pub(in super::super) async fn of(session: &Session, region: &str) -> Arc<Self> {
        let reading = async move {
            let listing = listed(session, "aws.ec2.security_group", region).await;
            let lists = prefix_lists::of_groups(session, region, &listing.assets).await;
            let groups = listing.assets.iter().zip(lists).map(|(group, lists)| {
                let rules = match group.properties.get("ingress") {
                    Some(Property::Unknown(gap)) => vec![Property::Unknown(Arc::clone(gap))],
                    rules => items(rules).filter(|rule| may_let_world_in(rule)).cloned().collect(),
                };
                (group.id.clone(), Group { rules, lists })
            });
            Self { by_id: groups.collect(), gap: listing.gaps.first().cloned(), region: region.to_owned() }
        };
        session.memo().read(("exposed_groups", region), reading.boxed()).await
    }

    /// The rules of `groups` that let in the whole internet, or what stands in a prefix list. A group that could not be read is an unknown
    /// rule among them.
    pub(in super::super) fn rules<'a>(&self, groups: impl IntoIterator<Item = &'a str>) -> Property {
        let groups: BTreeSet<&str> = groups.into_iter().collect();
        let rules = groups.into_iter().flat_map(|id| match self.by_id.get(id) {
            Some(group) => group.rules.clone(),
            None => vec![Property::unknown(self.unseen(id))],
        });
        Property::List(rules.collect())
    }

    /// The prefix lists that these rules name, for `opens_port_to_world` in checks.
    pub(in super::super) fn prefix_lists<'a>(&self, groups: impl IntoIterator<Item = &'a str>) -> Property {
        let mut lists = BTreeMap::new();
        for group in groups.into_iter().filter_map(|id| self.by_id.get(id)) {
            match &group.lists {
                Property::List(of_group) => {
                    lists.extend(of_group.iter().filter_map(|list| Some((text(list.at("id"))?.to_owned(), list.clone()))));
                }
                // The rules that name them are unknown as well.
                unknown => return unknown.clone(),
            }
        }
        Property::List(lists.into_values().collect())
    }

    fn unseen(&self, id: &str) -> Gap {
        let unseen = || unseen("ec2:DescribeSecurityGroups", &self.region, format!("{id} is not among the security groups"));
        self.gap.clone().unwrap_or_else(unseen)
    }
}

/// The facet `exposure` of instances.
pub(super) async fn of_instances(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let (subnets, groups) = join(Subnets::of(session, region), Groups::of(session, region)).await;
    instances.iter().map(|instance| of_instance(instance, &subnets, &groups)).collect()
}

fn of_instance(instance: &Asset, subnets: &Subnets, groups: &Groups) -> Property {
    let interfaces = match instance.properties.get("network_interfaces") {
        Some(Property::Unknown(gap)) => return Property::Unknown(Arc::clone(gap)),
        interfaces => items(interfaces),
    };
    let (mut addresses, mut subnet_ids, mut group_ids) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    addresses.extend(texts(instance.properties.get("public_ip")).chain(texts(instance.properties.get("ipv6_addresses"))));
    subnet_ids.extend(texts(instance.properties.get("subnet_id")));
    group_ids.extend(texts(instance.properties.get("security_group_ids")));
    for interface in interfaces {
        addresses.extend(texts(interface.at("public_ip")).chain(texts(interface.at("ipv6_addresses"))));
        subnet_ids.extend(texts(interface.at("subnet_id")));
        group_ids.extend(texts(interface.at("security_group_ids")));
    }
    let public_addresses = addresses.into_iter().map(|address| Property::Text(address.to_owned())).collect();
    let parts = [
        ("public_addresses", Property::List(public_addresses)),
        ("in_public_subnet", subnets.any_is_public(subnet_ids)),
        ("open_rules", groups.rules(group_ids.iter().copied())),
        ("prefix_lists", groups.prefix_lists(group_ids)),
    ];
    Property::Map(parts.into())
}

/// Whether a route leads every IPv4 or IPv6 address to an internet gateway that is there.
fn leads_to_internet(route: &Property) -> bool {
    let everywhere = matches!(text(route.at("destination")), Some("0.0.0.0/0" | "::/0"));
    let gateway = text(route.at("target")).is_some_and(|target| target.starts_with("igw-"));
    everywhere && gateway && text(route.at("state")) != Some("blackhole")
}

/// Whether a rule names the whole internet, or a prefix list that may hold it, or something that could not be read.
fn may_let_world_in(rule: &Property) -> bool {
    let world = |name| match rule.at(name) {
        Some(Property::List(ranges)) => ranges.iter().any(|range| text(Some(range)).is_none_or(|range| range.ends_with("/0"))),
        _ => true,
    };
    world("ipv4_ranges")
        || world("ipv6_ranges")
        || !matches!(rule.at("prefix_list_ids"), Some(Property::List(ids)) if ids.is_empty())
}

/// The listing of the type called `name`, shared with whoever lists it.
pub(super) async fn listed(session: &Session, name: &'static str, region: &str) -> Arc<Listing> {
    match by_name(name) {
        Some(resource_type) => listing(session, resource_type, region).await,
        None => Arc::new(Listing::default()),
    }
}

fn unseen(action: &str, region: &str, detail: String) -> Gap {
    Gap { kind: GapKind::NotCollected, action: action.to_owned(), region: region.to_owned(), detail }
}

fn text(property: Option<&Property>) -> Option<&str> {
    property.and_then(Property::as_text)
}

fn items(property: Option<&Property>) -> impl Iterator<Item = &Property> {
    property.into_iter().flat_map(Property::items)
}

/// A text, or the texts of a list.
fn texts(property: Option<&Property>) -> impl Iterator<Item = &str> {
    text(property).into_iter().chain(items(property).filter_map(|item| text(Some(item))))
}

#[cfg(test)]
mod tests;
