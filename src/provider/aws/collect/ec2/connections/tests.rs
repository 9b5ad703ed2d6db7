//! Scripted answers about what joins networks, and what they become.

use serde_json::{Value, json};

use super::super::super::super::scripted::{Scripted, xml};
use super::super::super::tests::{asset, resource_type};
use super::super::list;
use super::*;

async fn listed(name: &str, list_name: &str, item: &str) -> Listing {
    let action = resource_type(name).list_actions[0].trim_start_matches("ec2:");
    let body = format!("<{action}Response><{list_name}><item>{item}</item></{list_name}></{action}Response>");
    let service = Scripted::new(vec![xml(200, &body)]);
    list(&service.session(), resource_type(name), "eu-west-1").await
}

fn shown(property: &Property) -> Value {
    serde_json::to_value(property).expect("JSON")
}

#[tokio::test]
async fn a_side_of_a_peering_connection_has_each_of_its_ranges_once() {
    let side = |id: &str| {
        format!(
            "<vpcId>{id}</vpcId><ownerId>123456789012</ownerId><cidrBlock>10.1.0.0/16</cidrBlock><cidrBlockSet><item>\
             <cidrBlock>10.1.0.0/16</cidrBlock></item><item><cidrBlock>10.9.0.0/16</cidrBlock></item></cidrBlockSet>\
             <ipv6CidrBlockSet><item><ipv6CidrBlock>2600:1f00::/56</ipv6CidrBlock></item></ipv6CidrBlockSet>"
        )
    };
    let item = format!(
        "<vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><status><code>active</code></status>\
         <requesterVpcInfo>{}</requesterVpcInfo><accepterVpcInfo>{}</accepterVpcInfo>",
        side("vpc-1"),
        side("vpc-2"),
    );
    let listing = listed("aws.ec2.vpc_peering_connection", "vpcPeeringConnectionSet", &item).await;
    let accepter = shown(&listing.assets[0].properties["accepter"]);
    assert_eq!(accepter["ranges"], json!(["10.1.0.0/16", "10.9.0.0/16", "2600:1f00::/56"]));
    assert_eq!(accepter["vpc_id"], json!("vpc-2"));
}

#[tokio::test]
async fn what_decides_is_unknown_where_the_answer_lacks_it() {
    let lacking = [
        (
            "aws.ec2.vpc_peering_connection",
            "vpcPeeringConnectionSet",
            "<vpcPeeringConnectionId>x</vpcPeeringConnectionId>",
            "accepter",
        ),
        (
            "aws.ec2.transit_gateway",
            "transitGatewaySet",
            "<transitGatewayId>x</transitGatewayId>",
            "auto_accept_shared_attachments",
        ),
        ("aws.ec2.vpn_connection", "vpnConnectionSet", "<vpnConnectionId>x</vpnConnectionId>", "tunnels"),
        ("aws.ec2.client_vpn_endpoint", "clientVpnEndpoint", "<clientVpnEndpointId>x</clientVpnEndpointId>", "connection_logging"),
    ];
    for (name, list_name, item, property) in lacking {
        let listing = listed(name, list_name, item).await;
        assert!(listing.assets[0].properties[property].first_gap().is_some(), "{name}");
    }
}

#[tokio::test]
async fn routes_into_a_connection_are_those_that_target_it() {
    let tables = "<item><routeTableId>rtb-1</routeTableId><routeSet>\
        <item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><natGatewayId>nat-1</natGatewayId></item>\
        <item><destinationCidrBlock>10.2.3.0/24</destinationCidrBlock><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId></item>\
        <item><destinationPrefixListId>pl-1</destinationPrefixListId><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId></item>\
        </routeSet></item>";
    let body = format!("<DescribeRouteTablesResponse><routeTableSet>{tables}</routeTableSet></DescribeRouteTablesResponse>");
    let service = Scripted::new(vec![xml(200, &body)]);
    let connection = |id: &str| Asset { id: id.to_owned(), ..asset("aws.ec2.vpc_peering_connection") };
    let values = peering_routes(&service.session(), "eu-west-1", &[connection("pcx-1"), connection("pcx-2")]).await;
    assert_eq!(shown(&values[0]), json!([{ "route_table_id": "rtb-1", "destination": "10.2.3.0/24" }]));
    assert_eq!(shown(&values[1]), json!([]));
}
