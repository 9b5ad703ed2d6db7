//! The embedded fixtures as data: complete, consistent and what their descriptions promise.

use std::collections::BTreeSet;

use super::names;
use crate::model::regions::DEFAULT_REGIONS;
use crate::model::resource::{ACCOUNT, AWS, Nature, by_name};
use crate::model::{Account, Asset, Property};
use crate::provider::mock::fixture::Fixture;
use crate::provider::mock::load;

fn fixtures() -> Vec<Fixture> {
    names().into_iter().map(fixture).collect()
}

fn fixture(name: &str) -> Fixture {
    load::embedded(name).unwrap_or_else(|error| panic!("{error}"))
}

fn assets(fixture: &Fixture) -> impl Iterator<Item = &Asset> {
    fixture.assets.values().flat_map(|by_region| by_region.values().flatten())
}

fn inventory(fixture: &Fixture) -> impl Iterator<Item = &Asset> {
    assets(fixture).filter(|asset| by_name(asset.resource_type).is_some_and(|found| found.nature == Nature::Inventory))
}

#[test]
fn the_fixtures_of_the_folder_are_the_ones_promised_and_all_load() {
    assert_eq!(names(), ["clean", "demo", "denied", "partial"]);
    assert_eq!(fixtures().len(), 4);
}

#[test]
fn every_property_and_facet_of_every_asset_is_given() {
    for fixture in fixtures() {
        for asset in assets(&fixture) {
            for (name, value) in asset.properties.iter() {
                assert_eq!(value.first_gap(), None, "{} {} {name}", fixture.name, asset.arn);
            }
            for facet in by_name(asset.resource_type).expect("a resource type").facets {
                assert!(asset.properties.contains_key(facet.name), "{} {} {}", fixture.name, asset.arn, facet.name);
            }
        }
    }
}

#[test]
fn the_demo_has_some_three_hundred_assets_of_every_type_in_every_default_region() {
    let demo = fixture("demo");
    let count = inventory(&demo).count();
    assert!((290..=320).contains(&count), "{count}");
    let missing: Vec<&str> = AWS.iter().map(|found| found.name).filter(|name| !demo.assets.contains_key(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(demo.default_regions, DEFAULT_REGIONS);
    let regions: BTreeSet<&str> = inventory(&demo).map(|asset| asset.region.as_str()).collect();
    assert_eq!(regions, DEFAULT_REGIONS.iter().copied().collect());
}

#[test]
fn the_clean_account_is_a_small_one() {
    let count = inventory(&fixture("clean")).count();
    assert!((50..=70).contains(&count), "{count}");
}

/// The ARN that the collectors of AWS give.
fn arn_of(asset: &Asset, account: &Account) -> String {
    let Asset { id, name, region, .. } = asset;
    let in_region =
        |service: &str, resource: String| format!("arn:{}:{service}:{region}:{}:{resource}", account.partition, account.id);
    let (service, kind) = asset.resource_type.trim_start_matches("aws.").rsplit_once('.').unwrap_or(("", "account"));
    let kind = kind.replace('_', "-");
    let is_of = |nature: Nature| by_name(asset.resource_type).is_some_and(|found| found.nature == nature);
    let (is_setting, is_on_demand) = (is_of(Nature::Setting), is_of(Nature::OnDemand));
    match (service, kind.as_str()) {
        _ if is_setting => account.root_arn(),
        // Held against moto in the tests of the catalogue; here they only have to name their resource.
        _ if is_on_demand => {
            let begins_right = asset.arn.is_empty() || asset.arn.starts_with(&format!("arn:{}:", account.partition));
            assert!(begins_right, "{}: {id}", asset.arn);
            asset.arn.clone()
        }
        ("s3", _) => format!("arn:{}:s3:::{id}", account.partition),
        ("iam", _) => {
            let Some(Property::Text(path)) = asset.properties.get("path") else { panic!("{asset:?}") };
            format!("arn:{}:iam::{}:{kind}{path}{name}", account.partition, account.id)
        }
        ("ec2", "image" | "snapshot") => format!("arn:{}:ec2:{region}::{kind}/{id}", account.partition),
        ("ec2", "address") => in_region(service, format!("elastic-ip/{id}")),
        ("ec2", "key-pair") => in_region(service, format!("key-pair/{name}")),
        ("ec2", "nat-gateway") => in_region(service, format!("natgateway/{id}")),
        // Their listings give names only.
        ("eks", "add-on" | "node-group") => String::new(),
        _ => in_region(service, format!("{kind}/{id}")),
    }
}

#[test]
fn every_asset_has_the_arn_that_the_collectors_would_give_it() {
    for fixture in fixtures() {
        for asset in assets(&fixture) {
            assert_eq!(asset.arn, arn_of(asset, &fixture.account), "{} {}", asset.resource_type, asset.id);
        }
    }
}

#[test]
fn settings_have_the_identity_that_the_collectors_give_them() {
    for fixture in fixtures() {
        let account = &fixture.account;
        for asset in
            assets(&fixture).filter(|asset| by_name(asset.resource_type).is_some_and(|found| found.nature == Nature::Setting))
        {
            let name = match asset.resource_type {
                ACCOUNT => account.id.as_str(),
                other => by_name(other).map_or("", |found| found.plural),
            };
            assert_eq!(
                (asset.id.as_str(), asset.arn.clone(), asset.name.as_str()),
                (account.id.as_str(), account.root_arn(), name)
            );
        }
    }
}

/// The kind of EC2 resource that an id names: `subnet` of `subnet-0` and sixteen hexadecimal digits.
fn ec2_kind(id: &str) -> Option<&str> {
    let (kind, number) = id.rsplit_once('-')?;
    let is_number = number.len() == 17 && number.chars().all(|digit| digit.is_ascii_digit() || ('a'..='f').contains(&digit));
    (is_number && kind.chars().all(|letter| letter.is_ascii_lowercase())).then_some(kind)
}

#[test]
fn ec2_ids_look_like_those_of_ec2() {
    for fixture in fixtures() {
        for asset in inventory(&fixture).filter(|asset| asset.resource_type.starts_with("aws.ec2.")) {
            assert!(ec2_kind(&asset.id).is_some(), "{}", asset.id);
        }
    }
}

fn texts<'a>(property: &'a Property, found: &mut Vec<&'a str>) {
    match property {
        Property::Text(text) => found.push(text),
        Property::List(items) => items.iter().for_each(|item| texts(item, found)),
        Property::Map(map) => map.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

#[test]
fn every_resource_that_an_asset_refers_to_is_in_its_region() {
    // Shown by what holds them: no scan lists them, or only one with a check of theirs.
    const UNLISTED: [&str; 4] = ["dopt", "eni", "fl", "vpce"];
    // A volume tells the last of its snapshots, which the small account does not list.
    let is_snapshot_of_volume = |kind: &str, asset: &Asset| kind == "snap" && asset.resource_type == "aws.ec2.volume";
    // The small account tells of networks that it does not list.
    for fixture in fixtures().into_iter().filter(|fixture| fixture.name != "clean") {
        let known: BTreeSet<(&str, &str)> = assets(&fixture).map(|asset| (asset.region.as_str(), asset.id.as_str())).collect();
        for asset in inventory(&fixture) {
            let mut found = Vec::new();
            asset.properties.values().for_each(|property| texts(property, &mut found));
            for text in found {
                if ec2_kind(text).is_some_and(|kind| !UNLISTED.contains(&kind) && !is_snapshot_of_volume(kind, asset)) {
                    assert!(known.contains(&(asset.region.as_str(), text)), "{}: {} refers to {text}", fixture.name, asset.arn);
                }
            }
        }
    }
}

#[test]
fn every_role_group_policy_and_bucket_that_an_asset_refers_to_is_there() {
    for fixture in fixtures() {
        let arns: BTreeSet<&str> = assets(&fixture).map(|asset| asset.arn.as_str()).collect();
        let own = [format!(":iam::{}:role/", fixture.account.id), format!(":iam::{}:policy/", fixture.account.id)];
        for asset in inventory(&fixture) {
            let mut found = Vec::new();
            asset.properties.values().for_each(|property| texts(property, &mut found));
            for text in found.into_iter().filter(|text| own.iter().any(|own| text.contains(own.as_str()))) {
                assert!(arns.contains(text), "{}: {} refers to {text}", fixture.name, asset.arn);
            }
            if let Some(Property::Text(bucket)) = asset.properties.get("s3_bucket") {
                assert!(arns.contains(format!("arn:aws:s3:::{bucket}").as_str()), "{} writes to {bucket}", asset.arn);
            }
        }
    }
}

#[test]
fn the_account_counts_what_it_has() {
    for fixture in fixtures() {
        let account = &fixture.assets("aws.account", &fixture.global)[0];
        let types =
            [("users", "aws.iam.user"), ("groups", "aws.iam.group"), ("roles", "aws.iam.role"), ("policies", "aws.iam.policy")];
        for (key, resource_type) in types {
            let counted = i64::try_from(fixture.assets(resource_type, &fixture.global).len()).expect("few");
            assert_eq!(account.properties["summary"].at(key), Some(&Property::Integer(counted)), "{} {key}", fixture.name);
        }
    }
}
