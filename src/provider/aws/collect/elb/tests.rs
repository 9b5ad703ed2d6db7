//! The collector of classic load balancers on scripted answers.

use super::super::super::scripted::{Answer, Scripted, json, xml};
use super::super::tests::{asset, resource_type};
use super::*;

const REGION: &str = "eu-west-1";
const ARN: &str = "arn:aws:acm:eu-west-1:123456789012:certificate/c";

fn listed_with(listeners: &str) -> Answer {
    xml(
        200,
        &format!(
            "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancerDescriptions><member>\
             <LoadBalancerName>shop</LoadBalancerName><Scheme>internal</Scheme><AvailabilityZones/>\
             <ListenerDescriptions>{listeners}</ListenerDescriptions></member></LoadBalancerDescriptions>\
             </DescribeLoadBalancersResult></DescribeLoadBalancersResponse>"
        ),
    )
}

async fn listener(body: &str) -> Property {
    let service = Scripted::new(vec![listed_with(&format!("<member>{body}</member>"))]);
    let listing = list(&service.session(), resource_type("aws.elb.load_balancer"), REGION).await;
    listing.assets[0].properties["listeners"].items().first().cloned().expect("a listener")
}

#[tokio::test]
async fn a_listener_that_is_half_told_is_unknown_in_that_half() {
    let described =
        "<Listener><Protocol>HTTPS</Protocol><LoadBalancerPort>443</LoadBalancerPort><InstancePort>80</InstancePort></Listener>";
    let whole = listener(&format!("{described}<PolicyNames><member>mine</member></PolicyNames>")).await;
    assert!(whole.first_gap().is_none(), "{whole:?}");
    let without_policies = listener(described).await;
    assert_eq!(without_policies.at("protocol").and_then(Property::as_text), Some("HTTPS"));
    assert!(without_policies.at("policy_names").is_some_and(|names| names.first_gap().is_some()));
    let without_listener = listener("<PolicyNames/>").await;
    assert!(matches!(without_listener, Property::Unknown(_)), "{without_listener:?}");
}

async fn certificates_of(certificate_arn: &str, answer: Answer) -> (Property, usize) {
    let service = Scripted::new(vec![answer]);
    let mut balancer = asset("aws.elb.load_balancer");
    let listener = serde_json::json!({ "protocol": "HTTPS", "port": 443, "certificate_arn": certificate_arn, "policy_names": [] });
    balancer.properties.insert("listeners", Property::from(serde_json::json!([listener])));
    let facet = resource_type("aws.elb.load_balancer").facet("certificates").expect("a facet");
    let found = read_facet(&service.session(), facet, REGION, &[balancer]).await.remove(0);
    (found, service.requests().len())
}

#[tokio::test]
async fn certificates_are_those_that_acm_lists() {
    let listed = |arn: &str| {
        let summary = format!(r#"{{"CertificateArn":"{arn}","Type":"IMPORTED","KeyAlgorithm":"RSA-2048","InUse":true}}"#);
        json(200, &format!(r#"{{"CertificateSummaryList":[{summary}]}}"#))
    };
    let expected = serde_json::json!([{ "arn": ARN, "certificate_type": "IMPORTED" }]);
    assert_eq!(certificates_of(ARN, listed(ARN)).await.0, Property::from(expected));
    assert_eq!(
        certificates_of(ARN, listed("arn:aws:acm:eu-west-1:123456789012:certificate/d")).await.0,
        Property::List(Vec::new())
    );
    let denied = json(403, r#"{"__type":"AccessDeniedException","Message":"no"}"#);
    assert!(certificates_of(ARN, denied.clone()).await.0.first_gap().is_some());
    // Without one of ACM's nobody has to be asked.
    assert_eq!(certificates_of("arn:aws:iam::123456789012:server-certificate/c", denied).await, (Property::List(Vec::new()), 0));
}
