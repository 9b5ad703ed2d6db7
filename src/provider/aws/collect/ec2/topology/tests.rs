//! Scripted answers about what is public, and what they become.

use serde_json::{Value, json};

use super::super::super::super::scripted::{Scripted, xml};
use super::super::super::tests::asset;
use super::*;

fn vpc(id: &str) -> Asset {
    Asset { id: id.to_owned(), ..asset("aws.ec2.vpc") }
}

fn shown(property: &Property) -> Value {
    serde_json::to_value(property).expect("JSON")
}

fn answer(action: &str, list: &str, items: &str) -> super::super::super::super::scripted::Answer {
    xml(200, &format!("<{action}Response><{list}>{items}</{list}></{action}Response>"))
}

#[tokio::test]
async fn a_flow_log_belongs_to_the_vpc_that_it_names() {
    let items = "<item><flowLogId>fl-1</flowLogId><flowLogStatus>ACTIVE</flowLogStatus><resourceId>vpc-1</resourceId>\
                 <trafficType>ALL</trafficType></item><item><flowLogId>fl-2</flowLogId><resourceId>subnet-1</resourceId></item>";
    let service = Scripted::new(vec![answer("DescribeFlowLogs", "flowLogSet", items)]);
    let values = flow_logs(&service.session(), "eu-west-1", &[vpc("vpc-1"), vpc("vpc-2")]).await;
    assert_eq!(values[0].first_gap(), None);
    assert_eq!(shown(&values[0])[0]["id"], json!("fl-1"));
    assert_eq!(shown(&values[1]), json!([]));
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn a_flow_log_of_nobody_may_be_of_every_vpc() {
    let service = Scripted::new(vec![answer("DescribeFlowLogs", "flowLogSet", "<item><flowLogId>fl-1</flowLogId></item>")]);
    let values = flow_logs(&service.session(), "eu-west-1", &[vpc("vpc-1")]).await;
    assert!(values[0].first_gap().is_some(), "{values:?}");
}

#[tokio::test]
async fn a_subnet_is_public_by_its_own_table_or_its_vpcs_main_one() {
    let subnet = |id: &str, zone: &str| {
        format!(
            "<item><subnetId>{id}</subnetId><vpcId>vpc-1</vpcId><availabilityZone>{zone}</availabilityZone>\
             <mapPublicIpOnLaunch>false</mapPublicIpOnLaunch></item>"
        )
    };
    let out =
        "<routeSet><item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId></item></routeSet>";
    let tables = format!(
        "<item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId>{out}<associationSet><item><subnetId>subnet-1</subnetId></item>\
         </associationSet></item><item><routeTableId>rtb-2</routeTableId><vpcId>vpc-1</vpcId><routeSet/><associationSet><item>\
         <main>true</main></item></associationSet></item>"
    );
    let service = Scripted::by_sign(vec![
        ("DescribeSubnets", answer("DescribeSubnets", "subnetSet", &(subnet("subnet-1", "a") + &subnet("subnet-2", "b")))),
        ("DescribeRouteTables", answer("DescribeRouteTables", "routeTableSet", &tables)),
    ]);
    let values = subnets(&service.session(), "eu-west-1", &[vpc("vpc-1"), vpc("vpc-2")]).await;
    let expected = json!([
        { "id": "subnet-1", "availability_zone": "a", "is_public": true },
        { "id": "subnet-2", "availability_zone": "b", "is_public": false },
    ]);
    assert_eq!(shown(&values[0]), expected);
    assert_eq!(shown(&values[1]), json!([]));
}

#[tokio::test]
async fn the_vpcs_of_every_enabled_region_are_counted_and_an_unread_region_is_unknown() {
    let region =
        |name: &str, status: &str| format!("<item><regionName>{name}</regionName><optInStatus>{status}</optInStatus></item>");
    let regions =
        region("eu-west-1", "opt-in-not-required") + &region("eu-west-2", "opted-in") + &region("me-south-1", "not-opted-in");
    let vpcs =
        "<item><vpcId>vpc-1</vpcId><isDefault>true</isDefault></item><item><vpcId>vpc-2</vpcId><isDefault>false</isDefault></item>";
    let denied = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";
    let service = Scripted::by_sign(vec![
        ("DescribeRegions", answer("DescribeRegions", "regionInfo", &regions)),
        ("/eu-west-1/ec2/", answer("DescribeVpcs", "vpcSet", vpcs)),
        ("/eu-west-2/ec2/", xml(403, denied)),
    ]);
    let Property::List(told) = vpc_regions(&service.session()).await else { panic!("no list") };
    assert_eq!(shown(&told[0]), json!({ "region": "eu-west-1", "vpcs": 2, "own_vpcs": 1 }));
    assert_eq!(told[1].first_gap().map(|gap| (gap.kind, gap.region.as_str())), Some((GapKind::Denied, "eu-west-2")));
    assert_eq!(told.len(), 2);
}

#[tokio::test]
async fn a_region_whose_only_vpc_does_not_say_whose_choice_it_was_is_unknown() {
    let region = "<item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>";
    let own = "<item><vpcId>vpc-2</vpcId><isDefault>false</isDefault></item>";
    let silent = "<item><vpcId>vpc-1</vpcId></item>";
    for (vpcs, unknown) in [(silent.to_owned(), true), (format!("{silent}{own}"), false)] {
        let service = Scripted::by_sign(vec![
            ("DescribeRegions", answer("DescribeRegions", "regionInfo", region)),
            ("/eu-west-1/ec2/", answer("DescribeVpcs", "vpcSet", &vpcs)),
        ]);
        assert_eq!(vpc_regions(&service.session()).await.first_gap().is_some(), unknown, "{vpcs}");
    }
}
