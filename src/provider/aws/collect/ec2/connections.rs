//! What joins VPCs to each other and to the outside: peering, transit gateways, VPNs.

use aws_sdk_ec2::types as sdk;
use serde_json::json;

use super::super::super::errors::gap;
use super::super::super::pages::{Page, Pages, pages};
use super::super::super::session::Session;
use super::super::strict::listed;
use super::{PAGE, Place, exposure, owned_by};
use crate::model::resource::vpc::{PeeredVpc, VpnTunnel};
use crate::model::{Asset, Property};
use crate::provider::Listing;

/// DescribeVpcPeeringConnections.
pub(super) async fn peering_connections(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeVpcPeeringConnections", place.region, |token| {
        let request = client.describe_vpc_peering_connections().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.vpc_peering_connections), next: answer.next_token }) }
    });
    place.listing("vpcPeeringConnectionSet", pages.await, peering_connection)
}

fn peering_connection(place: &Place<'_>, connection: sdk::VpcPeeringConnection) -> Asset {
    let state = connection.status.and_then(|status| status.code).map(|code| code.as_str().to_owned());
    let (requester, accepter) = (connection.requester_vpc_info.map(side), connection.accepter_vpc_info.map(side));
    let properties = json!({
        "state": state.clone().unwrap_or_default(),
        "requester": requester.clone().unwrap_or_default(),
        "accepter": accepter.clone().unwrap_or_default(),
    });
    let asset = place.asset("vpc-peering-connection", connection.vpc_peering_connection_id, connection.tags, &properties);
    let asset = place.requiring(place.requiring(asset, "requester", requester), "accepter", accepter);
    place.requiring(asset, "state", state)
}

fn side(vpc: sdk::VpcPeeringConnectionVpcInfo) -> PeeredVpc {
    let ipv4 = vpc.cidr_block_set.unwrap_or_default().into_iter().filter_map(|block| block.cidr_block);
    let ipv6 = vpc.ipv6_cidr_block_set.unwrap_or_default().into_iter().filter_map(|block| block.ipv6_cidr_block);
    let mut ranges: Vec<String> = vpc.cidr_block.into_iter().collect();
    for range in ipv4.chain(ipv6) {
        if !ranges.contains(&range) {
            ranges.push(range);
        }
    }
    PeeredVpc {
        vpc_id: vpc.vpc_id.unwrap_or_default(),
        account_id: vpc.owner_id.unwrap_or_default(),
        region: vpc.region.unwrap_or_default(),
        ranges,
    }
}

/// The routes of the region's tables that lead into each connection. Routes to prefix lists are not among them: their ranges stand
/// elsewhere.
pub(super) async fn peering_routes(session: &Session, region: &str, connections: &[Asset]) -> Vec<Property> {
    let tables = exposure::listed(session, "aws.ec2.route_table", region).await;
    connections.iter().map(|connection| routes_into(&connection.id, &tables)).collect()
}

fn routes_into(connection: &str, tables: &Listing) -> Property {
    let mut routes = Vec::new();
    for table in &tables.assets {
        match table.properties.get("routes") {
            Some(Property::List(of_table)) => {
                let leading = of_table.iter().filter(|route| route.at("target").is_some_and(|target| is_text(target, connection)));
                for route in leading {
                    let destination = route.at("destination").cloned().unwrap_or(Property::Null);
                    if !matches!(&destination, Property::Text(text) if text.starts_with("pl-")) {
                        let id = Property::Text(table.id.clone());
                        routes.push(Property::Map([("route_table_id", id), ("destination", destination)].into()));
                    }
                }
            }
            Some(Property::Unknown(gap)) => routes.push(Property::Unknown(gap.clone())),
            _ => {}
        }
    }
    routes.extend(tables.gaps.iter().cloned().map(Property::unknown));
    Property::List(routes)
}

fn is_text(property: &Property, text: &str) -> bool {
    matches!(property, Property::Text(other) if other == text)
}

/// DescribeTransitGateways.
pub(super) async fn transit_gateways(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeTransitGateways", place.region, |token| {
        let request = client.describe_transit_gateways().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.transit_gateways), next: answer.next_token }) }
    });
    place.listing("transitGatewaySet", pages.await, transit_gateway)
}

fn transit_gateway(place: &Place<'_>, gateway: sdk::TransitGateway) -> Asset {
    let accepts = gateway.options.and_then(|options| options.auto_accept_shared_attachments);
    let properties = json!({
        "description": gateway.description.unwrap_or_default(),
        "state": gateway.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        "owner_id": gateway.owner_id.clone().unwrap_or_default(),
        "auto_accept_shared_attachments": accepts == Some(sdk::AutoAcceptSharedAttachmentsValue::Enable),
    });
    let asset = place.asset("transit-gateway", gateway.transit_gateway_id, gateway.tags, &properties);
    place.requiring(owned_by(asset, gateway.owner_id), "auto_accept_shared_attachments", accepts)
}

/// DescribeVpnConnections, which has no pages.
pub(super) async fn vpn_connections(place: &Place<'_>) -> Listing {
    match place.session.ec2(place.region).describe_vpn_connections().send().await {
        Err(error) => Listing { gaps: vec![gap("ec2:DescribeVpnConnections", place.region, &error)], ..Listing::default() },
        Ok(answer) => place.listing("vpnConnectionSet", Pages { items: listed(answer.vpn_connections), gap: None }, vpn_connection),
    }
}

fn vpn_connection(place: &Place<'_>, connection: sdk::VpnConnection) -> Asset {
    let state = connection.state.map(|state| state.as_str().to_owned());
    let tunnels: Option<Vec<VpnTunnel>> = connection.vgw_telemetry.and_then(|tunnels| tunnels.into_iter().map(tunnel).collect());
    let properties = json!({
        "state": state.clone().unwrap_or_default(),
        "customer_gateway_id": connection.customer_gateway_id,
        "gateway_id": connection.vpn_gateway_id.or(connection.transit_gateway_id),
        "tunnels": tunnels.clone().unwrap_or_default(),
    });
    let asset = place.asset("vpn-connection", connection.vpn_connection_id, connection.tags, &properties);
    place.requiring(place.requiring(asset, "tunnels", tunnels), "state", state)
}

/// A tunnel; none where the answer does not tell whether it is up.
fn tunnel(tunnel: sdk::VgwTelemetry) -> Option<VpnTunnel> {
    Some(VpnTunnel { address: tunnel.outside_ip_address.unwrap_or_default(), status: tunnel.status?.as_str().to_owned() })
}

/// DescribeClientVpnEndpoints.
pub(super) async fn client_vpn_endpoints(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeClientVpnEndpoints", place.region, |token| {
        let request = client.describe_client_vpn_endpoints().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.client_vpn_endpoints), next: answer.next_token }) }
    });
    place.listing("clientVpnEndpoint", pages.await, client_vpn_endpoint)
}

fn client_vpn_endpoint(place: &Place<'_>, endpoint: sdk::ClientVpnEndpoint) -> Asset {
    let log = endpoint.connection_log_options;
    let is_logging = log.as_ref().and_then(|log| log.enabled);
    let properties = json!({
        "description": endpoint.description.unwrap_or_default(),
        "state": endpoint.status.and_then(|status| status.code).map(|code| code.as_str().to_owned()).unwrap_or_default(),
        "vpc_id": endpoint.vpc_id,
        "connection_logging": is_logging.unwrap_or_default(),
        "log_group": log.and_then(|log| log.cloudwatch_log_group),
        "security_group_ids": endpoint.security_group_ids.unwrap_or_default(),
    });
    let asset = place.asset("client-vpn-endpoint", endpoint.client_vpn_endpoint_id, endpoint.tags, &properties);
    place.requiring(asset, "connection_logging", is_logging)
}

#[cfg(test)]
mod tests;
