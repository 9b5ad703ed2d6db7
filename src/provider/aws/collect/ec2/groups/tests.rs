//! Scripted answers about where groups are in force, and what they become.

use serde_json::{Value, json};

use super::super::super::super::scripted::{Scripted, xml};
use super::super::super::tests::asset;
use super::*;

const DENIED: &str = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";

fn group(id: &str) -> Asset {
    Asset { id: id.to_owned(), ..asset("aws.ec2.security_group") }
}

fn interfaces(items: &str) -> Scripted {
    let set = format!("<networkInterfaceSet>{items}</networkInterfaceSet>");
    Scripted::new(vec![xml(200, &format!("<DescribeNetworkInterfacesResponse>{set}</DescribeNetworkInterfacesResponse>"))])
}

fn shown(property: &Property) -> Value {
    serde_json::to_value(property).expect("JSON")
}

const CARRIED: &str = "<item><networkInterfaceId>eni-1</networkInterfaceId><interfaceType>interface</interfaceType>\
    <groupSet><item><groupId>sg-1</groupId></item></groupSet>\
    <attachment><instanceOwnerId>amazon-elb</instanceOwnerId></attachment></item>";

#[tokio::test]
async fn every_group_is_told_of_its_interfaces_by_one_listing() {
    let service = interfaces(CARRIED);
    let values = usage(&service.session(), "eu-west-1", &[group("sg-1"), group("sg-2")]).await;
    let interface = json!({ "id": "eni-1", "interface_type": "interface", "instance_owner": "amazon-elb" });
    assert_eq!(shown(&values[0]), json!({ "network_interfaces": [interface] }));
    assert_eq!(shown(&values[1]), json!({ "network_interfaces": [] }));
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn an_interface_that_hides_its_groups_may_be_anyones() {
    let service = interfaces(&format!("{CARRIED}<item><networkInterfaceId>eni-2</networkInterfaceId></item>"));
    let values = usage(&service.session(), "eu-west-1", &[group("sg-1"), group("sg-2")]).await;
    for value in values {
        assert_eq!(value.first_gap().map(|gap| gap.detail.as_str()), Some("the answer lacks groupSet"));
    }
}

#[tokio::test]
async fn a_group_is_named_by_rules_in_both_directions() {
    let rules = |id: &str| {
        let source = format!("<groups><item><groupId>{id}</groupId></item></groups><ipRanges/><ipv6Ranges/><prefixListIds/>");
        format!("<item><ipProtocol>-1</ipProtocol>{source}</item>")
    };
    let groups = format!(
        "<item><groupId>sg-1</groupId><groupName>one</groupName><ipPermissions>{}</ipPermissions><ipPermissionsEgress/></item>\
         <item><groupId>sg-2</groupId><groupName>two</groupName><ipPermissions/><ipPermissionsEgress>{}</ipPermissionsEgress></item>",
        rules("sg-1"),
        rules("sg-3"),
    );
    let body = format!("<securityGroupInfo>{groups}</securityGroupInfo>");
    let answer = xml(200, &format!("<DescribeSecurityGroupsResponse>{body}</DescribeSecurityGroupsResponse>"));
    let service = Scripted::by_sign(vec![("DescribeSecurityGroups", answer), ("functions", xml(403, DENIED))]);
    let values = references(&service.session(), "eu-west-1", &[group("sg-1"), group("sg-2"), group("sg-3")]).await;
    let naming = values.iter().map(|value| shown(value.at("security_group_ids").expect("a list"))).collect::<Vec<_>>();
    assert_eq!(naming, [json!(["sg-1"]), json!([]), json!(["sg-2"])]);
}
