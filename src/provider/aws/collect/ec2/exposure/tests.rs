//! Which subnets are public, and what an instance shows to the internet.

use serde_json::{Value, json};

use super::super::super::super::scripted::{Scripted, xml};
use super::super::super::tests::{asset, resource_type};
use super::super::read_facet;
use super::*;

const REGION: &str = "eu-west-1";

fn found(name: &'static str, id: &str, properties: Value) -> Asset {
    let Property::Map(properties) = Property::from(properties) else { panic!("a map") };
    Asset { id: id.to_owned(), properties, ..asset(name) }
}

fn table(vpc: &str, is_main: bool, subnets: &[&str], route: [&str; 3]) -> Asset {
    let [destination, target, state] = route;
    let route = json!({"destination": destination, "target": target, "state": state});
    found("aws.ec2.route_table", "rtb", json!({"vpc_id": vpc, "is_main": is_main, "subnet_ids": subnets, "routes": [route]}))
}

fn subnet(id: &str, vpc: &str) -> Asset {
    found("aws.ec2.subnet", id, json!({ "vpc_id": vpc }))
}

fn listing(assets: Vec<Asset>, gaps: Vec<Gap>) -> Listing {
    Listing { assets, gaps, ..Listing::default() }
}

const OUT: [&str; 3] = ["0.0.0.0/0", "igw-1", "active"];
const INSIDE: [&str; 3] = ["0.0.0.0/0", "nat-1", "active"];

#[test]
fn the_route_table_that_serves_a_subnet_decides() {
    let subnets = listing(["own", "named", "default"].map(|id| subnet(id, "vpc-1")).into(), vec![]);
    let tables =
        vec![table("vpc-1", true, &[], OUT), table("vpc-1", false, &["own"], INSIDE), table("vpc-1", false, &["named"], OUT)];
    let view = Subnets::from_listings(&subnets, &listing(tables, vec![]), REGION);
    for (id, expected) in [("own", false), ("named", true), ("default", true)] {
        assert_eq!(view.is_public(id), Property::Bool(expected), "{id}");
    }
    assert_eq!(view.any_is_public(["own", "named"]), Property::Bool(true));
    assert_eq!(view.any_is_public(["own"]), Property::Bool(false));
    assert_eq!(view.any_is_public([]), Property::Bool(false));
}

#[test]
fn a_table_that_is_half_told_leaves_its_subnets_unknown() {
    let untold = |name: &str| {
        let mut table = table("vpc-1", true, &["named"], OUT);
        let gap = unseen("ec2:DescribeRouteTables", REGION, format!("the answer lacks {name}"));
        table.properties.insert(if name == "routes" { "routes" } else { "subnet_ids" }, Property::unknown(gap));
        let subnets = listing(vec![subnet("named", "vpc-1"), subnet("other", "vpc-1")], vec![]);
        Subnets::from_listings(&subnets, &listing(vec![table], vec![]), REGION)
    };
    for id in ["named", "other"] {
        assert!(untold("routes").is_public(id).first_gap().is_some(), "{id}");
        assert!(untold("subnet_ids").is_public(id).first_gap().is_some(), "{id}");
    }
}

#[test]
fn a_public_route_is_one_for_everything_to_a_gateway_that_is_there() {
    for (route, expected) in [
        (OUT, true),
        (["::/0", "igw-1", "active"], true),
        (["0.0.0.0/0", "igw-1", "blackhole"], false),
        (["0.0.0.0/0", "eigw-1", "active"], false),
        (["203.0.113.0/24", "igw-1", "active"], false),
    ] {
        let tables = listing(vec![table("vpc-1", true, &[], route)], vec![]);
        let view = Subnets::from_listings(&listing(vec![subnet("s", "vpc-1")], vec![]), &tables, REGION);
        assert_eq!(view.is_public("s"), Property::Bool(expected), "{route:?}");
    }
}

#[test]
fn what_was_not_read_may_be_what_decides() {
    let gap = unseen("ec2:DescribeRouteTables", REGION, "denied".to_owned());
    let tables = listing(vec![table("vpc-1", true, &["named"], OUT)], vec![gap.clone()]);
    let view = Subnets::from_listings(&listing(vec![subnet("s", "vpc-1")], vec![]), &tables, REGION);
    assert_eq!(view.is_public("s"), Property::unknown(gap), "its own table may be missing");
    assert_eq!(view.is_public("named"), Property::Bool(true));
    assert_eq!(view.any_is_public(["s", "named"]), Property::Bool(true));
    assert!(matches!(view.any_is_public(["s"]), Property::Unknown(_)));
    let strange = Subnets::from_listings(&listing(vec![subnet("s", "vpc-2")], vec![]), &listing(vec![], vec![]), REGION);
    let actions = ["s", "other"].map(|id| strange.is_public(id).first_gap().map(|gap| gap.action.clone()));
    assert_eq!(actions, [Some("ec2:DescribeRouteTables".to_owned()), Some("ec2:DescribeSubnets".to_owned())]);
}

/// A service with one public subnet and two security groups, the second open to the world for SSH.
fn service() -> Scripted {
    let rule = |range: &str| {
        format!(
            "<item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><groups/><ipRanges><item><cidrIp>{range}</cidrIp>\
             </item></ipRanges><ipv6Ranges/><prefixListIds/></item>"
        )
    };
    let group = |id: &str, range: &str| {
        format!("<item><groupId>{id}</groupId><ipPermissions>{}</ipPermissions><ipPermissionsEgress/></item>", rule(range))
    };
    let groups = [group("sg-1", "10.0.0.0/8"), group("sg-2", "0.0.0.0/0")].concat();
    let subnets = "<DescribeSubnetsResponse><subnetSet><item><subnetId>s</subnetId><vpcId>v</vpcId></item></subnetSet></DescribeSubnetsResponse>";
    let tables = "<DescribeRouteTablesResponse><routeTableSet><item><routeTableId>r</routeTableId><vpcId>v</vpcId><associationSet><item>\
                  <main>true</main></item></associationSet><routeSet><item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock>\
                  <gatewayId>igw-1</gatewayId><state>active</state></item></routeSet></item></routeTableSet></DescribeRouteTablesResponse>";
    let groups =
        format!("<DescribeSecurityGroupsResponse><securityGroupInfo>{groups}</securityGroupInfo></DescribeSecurityGroupsResponse>");
    Scripted::by_sign(vec![
        ("DescribeSubnets", xml(200, subnets)),
        ("DescribeRouteTables", xml(200, tables)),
        ("DescribeSecurityGroups", xml(200, &groups)),
    ])
}

#[tokio::test]
async fn an_instance_shows_what_any_of_its_interfaces_shows() {
    let service = service();
    let interface =
        json!({"public_ip": "203.0.113.9", "ipv6_addresses": ["2001:db8::1"], "subnet_id": "s", "security_group_ids": ["sg-2"]});
    let quiet = json!({"network_interfaces": [], "public_ip": null, "security_group_ids": ["sg-1"], "subnet_id": "s"});
    let open = json!({"network_interfaces": [interface], "security_group_ids": ["sg-1"]});
    let instances = [("i-1", quiet), ("i-2", open)].map(|(id, properties)| found("aws.ec2.instance", id, properties));
    let facet = resource_type("aws.ec2.instance").facet("exposure").expect("a facet");
    let values = read_facet(&service.session(), facet, REGION, &instances).await;
    let values: Vec<Value> = values.iter().map(|value| serde_json::to_value(value).expect("JSON")).collect();
    assert_eq!(values[0], json!({"public_addresses": [], "in_public_subnet": true, "open_rules": [], "prefix_lists": []}));
    assert_eq!(values[1]["public_addresses"], json!(["2001:db8::1", "203.0.113.9"]));
    assert_eq!(values[1]["open_rules"].as_array().map(Vec::len), Some(1));
    assert_eq!(service.requests().len(), 3, "each listing once");
}

#[tokio::test]
async fn a_group_that_is_not_listed_leaves_an_unknown_rule() {
    let service = service();
    let groups = Groups::of(&service.session(), REGION).await;
    let rules = groups.rules(["sg-2", "sg-9"]);
    assert!(matches!(&rules, Property::List(rules) if rules.len() == 2), "{rules:?}");
    assert_eq!(rules.first_gap().map(|gap| gap.action.as_str()), Some("ec2:DescribeSecurityGroups"));
}
