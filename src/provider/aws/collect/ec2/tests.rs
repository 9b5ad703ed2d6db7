//! EC2's collectors on scripted answers.

use aws_sdk_ec2::types as sdk;

use super::super::super::scripted::{Answer, Scripted, xml};
use super::super::tests::resource_type;
use super::*;
use crate::model::GapKind;

async fn listed(name: &str, body: &str) -> Listing {
    let service = Scripted::new(vec![xml(200, body)]);
    list(&service.session(), resource_type(name), "eu-west-1").await
}

fn gap_of<'a>(listing: &'a Listing, property: &str) -> &'a Gap {
    listing.assets[0].properties[property].first_gap().unwrap_or_else(|| panic!("{property} is known: {listing:?}"))
}

#[tokio::test]
async fn an_instance_is_told_in_the_words_of_its_shape() {
    let listing = listed(
        "aws.ec2.instance",
        "<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId>\
         <instanceState><code>16</code><name>running</name></instanceState><instanceType>t3.micro</instanceType>\
         <launchTime>2024-01-30T08:00:00Z</launchTime><metadataOptions><httpTokens>required</httpTokens><httpEndpoint>enabled</httpEndpoint></metadataOptions>\
         <platform>windows</platform><networkInterfaceSet/>\
         <virtualizationType>hvm</virtualizationType><monitoring><state>disabled</state></monitoring>\
         <reason>User initiated (2024-01-31 08:15:00 GMT)</reason><tagSet><item><key>Name</key><value>web</value></item></tagSet>\
         </item></instancesSet></item></reservationSet></DescribeInstancesResponse>",
    )
    .await;
    assert!(listing.gaps.is_empty(), "{:?}", listing.gaps);
    let asset = &listing.assets[0];
    assert_eq!((asset.id.as_str(), asset.name.as_str()), ("i-1", "web"));
    assert_eq!(asset.arn, "arn:aws:ec2:eu-west-1:123456789012:instance/i-1");
    let mut shape = serde_json::to_value(&asset.properties).expect("JSON");
    shape["exposure"] =
        serde_json::json!({"public_addresses": [], "in_public_subnet": false, "open_rules": [], "prefix_lists": []});
    for facet in ["source_image", "systems_manager", "user_data"] {
        shape[facet] = serde_json::Value::Null;
    }
    let shape: crate::model::resource::ec2::compute::Instance = serde_json::from_value(shape).expect("every property of the shape");
    assert_eq!(shape.stopped_at.as_deref(), Some("2024-01-31T08:15:00Z"));
    assert_eq!((shape.state.as_str(), shape.platform.as_deref()), ("running", Some("windows")));
    assert_eq!((shape.metadata_options.http_tokens.as_str(), shape.metadata_options.hop_limit), ("required", 1));
}

#[tokio::test]
async fn what_an_answer_lacks_is_unknown_and_not_a_default() {
    let lacking = [
        (
            "aws.ec2.instance",
            "metadata_options",
            "<R><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId></item></instancesSet></item></reservationSet></R>",
        ),
        (
            "aws.ec2.instance",
            "stopped_at",
            "<R><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><instanceState><name>stopped</name>\
             </instanceState></item></instancesSet></item></reservationSet></R>",
        ),
        (
            "aws.ec2.instance",
            "launched_at",
            "<R><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId></item></instancesSet></item></reservationSet></R>",
        ),
        ("aws.ec2.volume", "encrypted", "<R><volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet></R>"),
        ("aws.ec2.snapshot", "encrypted", "<R><snapshotSet><item><snapshotId>snap-1</snapshotId></item></snapshotSet></R>"),
        ("aws.ec2.image", "public", "<R><imagesSet><item><imageId>ami-1</imageId></item></imagesSet></R>"),
        ("aws.ec2.subnet", "auto_assign_public_ip", "<R><subnetSet><item><subnetId>subnet-1</subnetId></item></subnetSet></R>"),
        (
            "aws.ec2.security_group",
            "ingress",
            "<R><securityGroupInfo><item><groupId>sg-1</groupId><ipPermissions><item><fromPort>22</fromPort></item></ipPermissions>\
             </item></securityGroupInfo></R>",
        ),
        ("aws.ec2.vpc", "is_default", "<R><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet></R>"),
        ("aws.ec2.route_table", "routes", "<R><routeTableSet><item><routeTableId>rtb-1</routeTableId></item></routeTableSet></R>"),
        (
            "aws.ec2.route_table",
            "subnet_ids",
            "<R><routeTableSet><item><routeTableId>rtb-1</routeTableId></item></routeTableSet></R>",
        ),
        ("aws.ec2.route_table", "is_main", "<R><routeTableSet><item><routeTableId>rtb-1</routeTableId></item></routeTableSet></R>"),
        (
            "aws.ec2.network_acl",
            "subnet_ids",
            "<R><networkAclSet><item><networkAclId>acl-1</networkAclId></item></networkAclSet></R>",
        ),
        (
            "aws.ec2.network_acl",
            "is_default",
            "<R><networkAclSet><item><networkAclId>acl-1</networkAclId></item></networkAclSet></R>",
        ),
        (
            "aws.ec2.network_acl",
            "entries",
            "<R><networkAclSet><item><networkAclId>acl-1</networkAclId><entrySet><item><ruleNumber>100</ruleNumber></item></entrySet>\
             </item></networkAclSet></R>",
        ),
    ];
    for (name, property, body) in lacking {
        let tag = resource_type(name).list_actions[0].trim_start_matches("ec2:");
        let body = body.replace("<R>", &format!("<{tag}Response>")).replace("</R>", &format!("</{tag}Response>"));
        let listing = listed(name, &body).await;
        let gap = gap_of(&listing, property);
        assert_eq!((gap.kind, gap.action.as_str()), (GapKind::Malformed, resource_type(name).list_actions[0]), "{name}");
    }
}

/// One security group with these `<ipPermissions>`, no rule for what goes out.
async fn group(permissions: &str) -> Listing {
    let group = format!("<item><groupId>sg-1</groupId>{permissions}<ipPermissionsEgress/></item>");
    let body = format!("<securityGroupInfo>{group}</securityGroupInfo>");
    listed("aws.ec2.security_group", &format!("<DescribeSecurityGroupsResponse>{body}</DescribeSecurityGroupsResponse>")).await
}

/// A permission for SSH with sources of each kind, as EC2 sends them.
fn permission(groups: &str, ipv4: &str, ipv6: &str, prefix_lists: &str) -> String {
    format!(
        "<ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>{groups}{ipv4}{ipv6}{prefix_lists}\
         </item></ipPermissions>"
    )
}

#[tokio::test]
async fn the_sources_of_a_rule_are_told_by_their_names() {
    let listing = group(&permission(
        "<groups><item><userId>123456789012</userId><groupId>sg-2</groupId></item></groups>",
        "<ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges>",
        "<ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6></item></ipv6Ranges>",
        "<prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds>",
    ))
    .await;
    let Property::List(rules) = &listing.assets[0].properties["ingress"] else { panic!("{listing:?}") };
    let names = |key: &str| rules[0].at(key).map(|value| serde_json::to_string(value).expect("JSON")).unwrap_or_default();
    let told = ["ipv4_ranges", "ipv6_ranges", "prefix_list_ids", "security_group_ids"].map(names);
    assert_eq!(told, [r#"["10.0.0.0/8"]"#, r#"["::/0"]"#, r#"["pl-1"]"#, r#"["sg-2"]"#]);
}

#[tokio::test]
async fn a_rule_that_hides_one_of_its_sources_leaves_the_rules_unknown() {
    let [groups, ipv4, ipv6, lists] = ["<groups/>", "<ipRanges/>", "<ipv6Ranges/>", "<prefixListIds/>"];
    let hiding = [
        permission("<groups><item><userId>210987654321</userId></item></groups>", ipv4, ipv6, lists),
        permission(groups, "<ipRanges><item><description>?</description></item></ipRanges>", ipv6, lists),
        permission(groups, ipv4, "<ipv6Ranges><item><description>?</description></item></ipv6Ranges>", lists),
        permission(groups, ipv4, ipv6, "<prefixListIds><item><description>?</description></item></prefixListIds>"),
        permission("", ipv4, ipv6, lists),
        permission(groups, "", ipv6, lists),
        permission(groups, ipv4, "", lists),
        permission(groups, ipv4, ipv6, ""),
        String::new(),
    ];
    for permissions in hiding {
        let listing = group(&permissions).await;
        assert_eq!(gap_of(&listing, "ingress").kind, GapKind::Malformed, "{permissions}");
        assert_eq!(listing.assets[0].properties["egress"], Property::List(Vec::new()));
    }
    let listing = group("<ipPermissions/>").await;
    assert_eq!(listing.assets[0].properties["ingress"], Property::List(Vec::new()));
}

#[tokio::test]
async fn what_another_account_shares_has_that_account_in_its_arn() {
    let table = [
        ("aws.ec2.vpc", "vpcSet", "vpcId", "vpc/x"),
        ("aws.ec2.subnet", "subnetSet", "subnetId", "subnet/x"),
        ("aws.ec2.route_table", "routeTableSet", "routeTableId", "route-table/x"),
        ("aws.ec2.network_acl", "networkAclSet", "networkAclId", "network-acl/x"),
        ("aws.ec2.security_group", "securityGroupInfo", "groupId", "security-group/x"),
        ("aws.ec2.transit_gateway", "transitGatewaySet", "transitGatewayId", "transit-gateway/x"),
    ];
    for (name, list, id, resource) in table {
        let tag = resource_type(name).list_actions[0].trim_start_matches("ec2:");
        for (owner, account) in [("<ownerId>999900001111</ownerId>", "999900001111"), ("", "123456789012")] {
            let body = format!("<{tag}Response><{list}><item><{id}>x</{id}>{owner}</item></{list}></{tag}Response>");
            let listing = listed(name, &body).await;
            assert_eq!(listing.assets[0].arn, format!("arn:aws:ec2:eu-west-1:{account}:{resource}"), "{name}");
        }
    }
}

#[tokio::test]
async fn an_acl_without_its_entries_is_unknown_and_not_open_or_shut() {
    let body = "<DescribeNetworkAclsResponse><networkAclSet><item><networkAclId>acl-1</networkAclId></item></networkAclSet>\
                </DescribeNetworkAclsResponse>";
    assert_eq!(gap_of(&listed("aws.ec2.network_acl", body).await, "entries").kind, GapKind::Malformed);
}

#[tokio::test]
async fn an_answer_without_its_list_is_a_gap_and_an_empty_list_is_none() {
    let lists = [
        ("aws.ec2.address", "addressesSet"),
        ("aws.ec2.image", "imagesSet"),
        ("aws.ec2.instance", "reservationSet"),
        ("aws.ec2.internet_gateway", "internetGatewaySet"),
        ("aws.ec2.key_pair", "keySet"),
        ("aws.ec2.launch_template", "launchTemplates"),
        ("aws.ec2.nat_gateway", "natGatewaySet"),
        ("aws.ec2.network_acl", "networkAclSet"),
        ("aws.ec2.route_table", "routeTableSet"),
        ("aws.ec2.security_group", "securityGroupInfo"),
        ("aws.ec2.snapshot", "snapshotSet"),
        ("aws.ec2.subnet", "subnetSet"),
        ("aws.ec2.volume", "volumeSet"),
        ("aws.ec2.vpc", "vpcSet"),
    ];
    for (name, list) in lists {
        let tag = resource_type(name).list_actions[0].trim_start_matches("ec2:");
        let silent = listed(name, &format!("<{tag}Response/>")).await;
        assert_eq!(silent.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>(), [GapKind::Malformed], "{name}");
        assert!(silent.gaps[0].detail.contains(list), "{name}: {:?}", silent.gaps);
        assert_eq!(listed(name, &format!("<{tag}Response><{list}/></{tag}Response>")).await, Listing::default(), "{name}");
    }
    let empty = "<DescribeInstancesResponse><reservationSet><item/></reservationSet></DescribeInstancesResponse>";
    assert_eq!(listed("aws.ec2.instance", empty).await.gaps.len(), 1, "a reservation without its instances");
}

#[tokio::test]
async fn an_item_without_an_id_leaves_a_gap_and_no_asset() {
    let body = "<DescribeVolumesResponse><volumeSet><item><size>8</size></item><item><volumeId>vol-1</volumeId>\
                <encrypted>true</encrypted></item></volumeSet></DescribeVolumesResponse>";
    let listing = listed("aws.ec2.volume", body).await;
    assert_eq!(listing.assets.len(), 1);
    assert_eq!(listing.gaps[0].detail, "1 of the EBS volumes have no id");
}

#[tokio::test]
async fn pages_before_a_denied_one_are_kept() {
    let first = "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet><nextToken>t</nextToken>\
                 </DescribeVpcsResponse>";
    let denied = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";
    let service = Scripted::new(vec![xml(200, first), xml(403, denied)]);
    let listing = list(&service.session(), resource_type("aws.ec2.vpc"), "eu-west-1").await;
    assert_eq!(listing.assets.iter().map(|asset| asset.id.as_str()).collect::<Vec<_>>(), ["vpc-1"]);
    assert_eq!(listing.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>(), [GapKind::Denied]);
    assert!(service.requests()[0].contains("MaxResults=1000"), "{}", service.requests()[0]);
}

#[tokio::test]
async fn an_answer_that_does_not_say_whether_volumes_are_encrypted_is_unknown() {
    let settings = resource_type("aws.ec2.region_settings");
    let facet = settings.facet("ebs_encryption").expect("a facet");
    let read = async |answer: Answer| {
        let service = Scripted::new(vec![answer]);
        let session = service.session();
        let assets = list(&session, settings, "eu-west-1").await.assets;
        read_facet(&session, facet, "eu-west-1", &assets).await.remove(0)
    };
    let said = xml(
        200,
        "<R><ebsEncryptionByDefault>true</ebsEncryptionByDefault></R>".replace('R', "GetEbsEncryptionByDefaultResponse").as_str(),
    );
    assert_eq!(read(said).await.at("enabled_by_default"), Some(&Property::Bool(true)));
    let silent = xml(200, "<GetEbsEncryptionByDefaultResponse/>");
    let gap = read(silent).await.first_gap().map(|gap| gap.kind);
    assert_eq!(gap, Some(GapKind::Malformed));
}

#[test]
fn the_first_target_of_a_route_is_told() {
    let route = sdk::Route::builder().destination_ipv6_cidr_block("::/0").egress_only_internet_gateway_id("eigw-1").build();
    let route = rules::route(route);
    assert_eq!((route.destination.as_str(), route.target.as_str()), ("::/0", "eigw-1"));
}
