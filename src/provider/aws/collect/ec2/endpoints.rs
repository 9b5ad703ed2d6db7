//! Private ways into and out of VPCs: endpoints, and the account's own services behind endpoints.

use aws_sdk_ec2::types as sdk;
use serde::Serialize;
use serde_json::json;

use super::super::super::pages::{Page, pages, pages_of_listed};
use super::super::super::session::Session;
use super::super::asset::for_each;
use super::super::strict::{Asked, known, listed};
use super::{PAGE, Place};
use crate::model::resource::vpc::AllowedPrincipal;
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const PERMISSIONS: &str = "ec2:DescribeVpcEndpointServicePermissions";

/// The properties of an endpoint but its policy.
#[derive(Serialize)]
struct Endpoint {
    #[serde(rename = "endpoint_type")]
    kind: String,
    vpc_id: Option<String>,
    service_name: Option<String>,
    state: String,
    subnet_ids: Vec<String>,
    security_group_ids: Vec<String>,
    private_dns: bool,
}

/// DescribeVpcEndpoints.
pub(super) async fn endpoints(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeVpcEndpoints", place.region, |token| {
        let request = client.describe_vpc_endpoints().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.vpc_endpoints), next: answer.next_token }) }
    });
    place.listing("vpcEndpointSet", pages.await, endpoint)
}

fn endpoint(place: &Place<'_>, endpoint: sdk::VpcEndpoint) -> Asset {
    let kind = endpoint.vpc_endpoint_type.map(|kind| kind.as_str().to_owned());
    let properties = Endpoint {
        kind: kind.clone().unwrap_or_default(),
        vpc_id: endpoint.vpc_id,
        service_name: endpoint.service_name.filter(|name| !name.is_empty()),
        // Two spellings are about: "Available" in the model, "available" in answers.
        state: endpoint.state.map(|state| state.as_str().to_lowercase()).unwrap_or_default(),
        subnet_ids: endpoint.subnet_ids.clone().unwrap_or_default(),
        security_group_ids: endpoint.groups.unwrap_or_default().into_iter().filter_map(|group| group.group_id).collect(),
        private_dns: endpoint.private_dns_enabled.unwrap_or_default(),
    };
    let is_interface = kind.as_deref() == Some("Interface");
    let mut asset = place.asset("vpc-endpoint", endpoint.vpc_endpoint_id, endpoint.tags, &properties);
    let text = endpoint.policy_document.filter(|text| !text.is_empty());
    asset.properties.insert("policy", text.map_or(Property::Null, |text| place.asked().policy_document(&text)));
    let asset = place.requiring(asset, "endpoint_type", kind);
    // Gateways have no subnets.
    if is_interface { place.requiring(asset, "subnet_ids", endpoint.subnet_ids) } else { asset }
}

/// DescribeVpcEndpointServiceConfigurations: the services that are the account's own.
pub(super) async fn services(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeVpcEndpointServiceConfigurations", place.region, |token| {
        let request = client.describe_vpc_endpoint_service_configurations().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.service_configurations), next: answer.next_token }) }
    });
    place.listing("serviceConfigurationSet", pages.await, service)
}

fn service(place: &Place<'_>, service: sdk::ServiceConfiguration) -> Asset {
    let properties = json!({
        "service_name": service.service_name.unwrap_or_default(),
        "state": service.service_state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        "acceptance_required": service.acceptance_required.unwrap_or_default(),
    });
    let asset = place.asset("vpc-endpoint-service", service.service_id, service.tags, &properties);
    place.requiring(asset, "acceptance_required", service.acceptance_required)
}

/// Who may make an endpoint to each service.
pub(super) async fn allowed_principals(session: &Session, region: &str, services: &[Asset]) -> Vec<Property> {
    for_each(services, |service| principals_of(session, region, &service.id)).await
}

async fn principals_of(session: &Session, region: &str, service: &str) -> Result<Property, Gap> {
    let client = session.ec2(region);
    let asked = Asked { action: PERMISSIONS, region };
    let pages = pages_of_listed(PERMISSIONS, region, |token| {
        let request =
            client.describe_vpc_endpoint_service_permissions().service_id(service).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.allowed_principals), next: answer.next_token }) }
    });
    let pages = asked.all_listed("allowedPrincipals", pages.await);
    let principals = pages.items.into_iter().map(|item| known(allowed_principal(asked, item).as_ref()));
    // One stranger decides, whatever the rest.
    Ok(Property::List(principals.chain(pages.gap.map(Property::unknown)).collect()))
}

fn allowed_principal(asked: Asked<'_>, allowed: sdk::AllowedPrincipal) -> Result<AllowedPrincipal, Gap> {
    let principal = asked.required("principal", allowed.principal)?;
    let kind = allowed.principal_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default();
    Ok(AllowedPrincipal { account_id: account_of(&principal), kind, principal })
}

/// The account that a principal belongs to, which may be told by its number alone.
fn account_of(principal: &str) -> Option<String> {
    let account = principal.split(':').nth(4).unwrap_or(principal);
    (account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit())).then(|| account.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_principal_belongs_to_the_account_in_its_arn_or_is_its_number() {
        for principal in ["arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:role/a:b", "123456789012"] {
            assert_eq!(account_of(principal).as_deref(), Some("123456789012"), "{principal}");
        }
        for principal in ["*", "arn:aws:iam::*:root", "ec2.amazonaws.com", ""] {
            assert_eq!(account_of(principal), None, "{principal}");
        }
    }
}
