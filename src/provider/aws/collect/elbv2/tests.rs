//! The collectors of load balancers on scripted answers.

use super::super::super::scripted::{Answer, Scripted, json, xml};
use super::super::tests::{asset, resource_type};
use super::*;

const REGION: &str = "eu-west-1";

fn answer(operation: &str, body: &str) -> Answer {
    xml(200, &format!("<{operation}Response><{operation}Result>{body}</{operation}Result></{operation}Response>"))
}

async fn facet(service: &Scripted, name: &str, balancer: Asset) -> Property {
    let facet = resource_type("aws.elbv2.load_balancer").facet(name).expect("a facet");
    read_facet(&service.session(), facet, REGION, &[balancer]).await.remove(0)
}

fn balancer(kind: &str) -> Asset {
    let mut balancer = asset("aws.elbv2.load_balancer");
    balancer.properties.insert("load_balancer_type", Property::Text(kind.to_owned()));
    balancer
}

#[tokio::test]
async fn an_attribute_that_the_type_always_has_is_unknown_where_it_lacks_and_another_is_none() {
    let body = "<Attributes><member><Key>deletion_protection.enabled</Key><Value>true</Value></member></Attributes>";
    let service = Scripted::new(vec![answer("DescribeLoadBalancerAttributes", body)]);
    let attributes = facet(&service, "attributes", balancer("gateway")).await;
    assert_eq!(attributes.at("deletion_protection"), Some(&Property::Bool(true)));
    assert_eq!(attributes.at("access_logs"), Some(&Property::Null));
    assert!(attributes.at("cross_zone").is_some_and(|property| property.first_gap().is_some()));
}

#[tokio::test]
async fn a_listener_that_sends_everyone_on_is_not_asked_for_its_rules() {
    let listener = |action: &str| {
        format!(
            "<Listeners><member><ListenerArn>arn:l</ListenerArn><Protocol>HTTP</Protocol><Port>80</Port>\
            <DefaultActions><member>{action}</member></DefaultActions></member></Listeners>"
        )
    };
    let redirect = "<Type>redirect</Type><RedirectConfig><Protocol>HTTPS</Protocol></RedirectConfig>";
    let service = Scripted::new(vec![answer("DescribeListeners", &listener(redirect))]);
    let found = facet(&service, "plaintext_listeners", balancer("application")).await;
    assert_eq!(found, Property::from(serde_json::json!([{"port": 80, "redirects_to_https": true, "forwards": false}])));
    assert_eq!(service.requests().len(), 1);

    let rules = "<Rules><member><Actions><member><Type>forward</Type></member></Actions></member></Rules>";
    let fixed = answer("DescribeListeners", &listener("<Type>fixed-response</Type>"));
    let service = Scripted::new(vec![fixed, answer("DescribeRules", rules)]);
    let found = facet(&service, "plaintext_listeners", balancer("application")).await;
    assert_eq!(found, Property::from(serde_json::json!([{"port": 80, "redirects_to_https": false, "forwards": true}])));
}

#[tokio::test]
async fn a_load_balancer_is_watched_over_by_the_web_acl_that_names_it() {
    let acls = json(200, r#"{"WebACLs":[{"ARN":"arn:acl"}]}"#);
    let arn = balancer("application").arn;
    let service = Scripted::new(vec![acls.clone(), json(200, &format!(r#"{{"ResourceArns":["{arn}"]}}"#))]);
    let found = facet(&service, "web_acl", balancer("application")).await;
    assert_eq!(found.at("arn"), Some(&Property::Text("arn:acl".to_owned())));
    let service = Scripted::new(vec![acls, json(200, r#"{"ResourceArns":[]}"#)]);
    assert_eq!(facet(&service, "web_acl", balancer("application")).await, Property::Null);
}
