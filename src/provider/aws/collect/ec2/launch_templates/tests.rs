//! Versions of launch templates on scripted answers.

use serde_json::{Value, json};

use super::super::super::super::scripted::{Scripted, xml};
use super::super::super::tests::{asset, resource_type};
use super::super::read_facet;

const DENIED: &str = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";

/// A version that attaches eni-1, and one with nothing but a public address.
fn versions(token: &str) -> String {
    let first = "<item><versionNumber>1</versionNumber><defaultVersion>true</defaultVersion><launchTemplateData><networkInterfaceSet><item>\
                 <networkInterfaceId>eni-1</networkInterfaceId></item></networkInterfaceSet><metadataOptions><httpTokens>required\
                 </httpTokens></metadataOptions></launchTemplateData></item>";
    let second = "<item><versionNumber>2</versionNumber><defaultVersion>false</defaultVersion><launchTemplateData><networkInterfaceSet><item>\
                  <associatePublicIpAddress>true</associatePublicIpAddress></item></networkInterfaceSet></launchTemplateData></item>";
    let set = format!("<launchTemplateVersionSet>{first}{second}</launchTemplateVersionSet>{token}");
    format!("<DescribeLaunchTemplateVersionsResponse>{set}</DescribeLaunchTemplateVersionsResponse>")
}

const INTERFACE: &str = "<DescribeNetworkInterfacesResponse><networkInterfaceSet><item><networkInterfaceId>eni-1</networkInterfaceId>\
                         <association><publicIp>203.0.113.9</publicIp></association></item></networkInterfaceSet>\
                         </DescribeNetworkInterfacesResponse>";

async fn read(service: &Scripted) -> Value {
    let facet = resource_type("aws.ec2.launch_template").facet("versions").expect("a facet");
    let values = read_facet(&service.session(), facet, "eu-west-1", &[asset("aws.ec2.launch_template")]).await;
    serde_json::to_value(&values[0]).expect("JSON")
}

#[tokio::test]
async fn each_version_tells_what_its_instances_get() {
    let signs =
        vec![("DescribeLaunchTemplateVersions", xml(200, &versions(""))), ("DescribeNetworkInterfaces", xml(200, INTERFACE))];
    let value = read(&Scripted::by_sign(signs)).await;
    assert_eq!(value[0]["metadata_options"], json!({"http_endpoint": null, "http_tokens": "required"}));
    assert_eq!((&value[0]["assigns_public_ip"], &value[0]["attached_public_ips"]), (&json!(false), &json!(["203.0.113.9"])));
    let rest = json!({"number": 2, "is_default": false, "metadata_options": null, "assigns_public_ip": true, "attached_public_ips": [], "user_data": null});
    assert_eq!(value[1], rest);
}

#[tokio::test]
async fn an_interface_that_could_not_be_read_may_have_an_address() {
    let signs = vec![("DescribeLaunchTemplateVersions", xml(200, &versions(""))), ("DescribeNetworkInterfaces", xml(403, DENIED))];
    let value = read(&Scripted::by_sign(signs)).await;
    assert!(value[0]["attached_public_ips"][0]["$unknown"].is_string(), "{value}");
    assert_eq!(value[1]["attached_public_ips"], json!([]));
}

#[tokio::test]
async fn versions_before_a_denied_page_are_kept_beside_the_gap() {
    let first = xml(200, &versions("<nextToken>t</nextToken>").replace("<networkInterfaceId>eni-1</networkInterfaceId>", ""));
    let value = read(&Scripted::new(vec![first, xml(403, DENIED)])).await;
    assert_eq!(value.as_array().map(Vec::len), Some(3));
    assert!(value[2]["$unknown"].is_string(), "{value}");
}
