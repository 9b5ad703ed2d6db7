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
async fn the_rules_of_a_listener_count_before_what_it_does_by_default() {
    let listener = |action: &str| {
        format!(
            "<Listeners><member><ListenerArn>arn:l</ListenerArn><Protocol>HTTP</Protocol><Port>80</Port>\
            <DefaultActions><member>{action}</member></DefaultActions></member></Listeners>"
        )
    };
    let rules = |action: &str| format!("<Rules><member><Actions><member>{action}</member></Actions></member></Rules>");
    let redirect = "<Type>redirect</Type><RedirectConfig><Protocol>HTTPS</Protocol></RedirectConfig>";
    let (forward, fixed) = ("<Type>forward</Type>", "<Type>fixed-response</Type>");
    for (default, rule, redirects, forwards) in [
        (redirect, redirect, true, false),
        (redirect, forward, true, true),
        (fixed, forward, false, true),
        (fixed, fixed, false, false),
    ] {
        let service = Scripted::new(vec![answer("DescribeListeners", &listener(default)), answer("DescribeRules", &rules(rule))]);
        let found = facet(&service, "plaintext_listeners", balancer("application")).await;
        let expected = serde_json::json!([{"port": 80, "redirects_to_https": redirects, "forwards": forwards}]);
        assert_eq!(found, Property::from(expected), "{default} {rule}");
    }
    let service = Scripted::new(vec![answer("DescribeListeners", &listener(forward))]);
    let found = facet(&service, "plaintext_listeners", balancer("application")).await;
    assert_eq!(found, Property::from(serde_json::json!([{"port": 80, "redirects_to_https": false, "forwards": true}])));
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn a_rule_that_does_not_tell_what_it_does_is_unknown() {
    let listeners = "<Listeners><member><ListenerArn>arn:l</ListenerArn><Protocol>HTTP</Protocol><Port>80</Port>\
        <DefaultActions><member><Type>fixed-response</Type></member></DefaultActions></member></Listeners>";
    let rules = "<Rules><member><Priority>1</Priority></member></Rules>";
    let service = Scripted::new(vec![answer("DescribeListeners", listeners), answer("DescribeRules", rules)]);
    let found = facet(&service, "plaintext_listeners", balancer("application")).await;
    assert_eq!(found.first_gap().map(|gap| gap.detail.as_str()), Some("the answer lacks Actions"));
}

#[tokio::test]
async fn a_rule_that_forwards_decides_although_others_could_not_be_read() {
    let listeners = "<Listeners><member><ListenerArn>arn:l</ListenerArn><Protocol>HTTP</Protocol><Port>80</Port>\
        <DefaultActions><member><Type>fixed-response</Type></member></DefaultActions></member></Listeners>";
    let forward = "<member><Actions><member><Type>forward</Type></member></Actions></member>";
    let first = format!("<Rules>{forward}</Rules><NextMarker>2</NextMarker>");
    let denied = xml(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
    let silent = format!("<Rules><member><Priority>1</Priority></member>{forward}</Rules>");
    for rules in [vec![answer("DescribeRules", &first), denied], vec![answer("DescribeRules", &silent)]] {
        let service = Scripted::new([vec![answer("DescribeListeners", listeners)], rules].concat());
        let found = facet(&service, "plaintext_listeners", balancer("application")).await;
        let listener = &found.items()[0];
        assert_eq!(listener.at("forwards"), Some(&Property::Bool(true)));
        assert!(listener.at("redirects_to_https").is_some_and(|part| part.first_gap().is_some()), "{listener:?}");
    }
}

#[tokio::test]
async fn only_a_gateway_load_balancer_may_lack_a_scheme() {
    for (kind, unknown) in [("application", true), ("network", true), ("gateway", false)] {
        let body = format!(
            "<LoadBalancers><member><LoadBalancerArn>arn:b</LoadBalancerArn><LoadBalancerName>b</LoadBalancerName><Type>{kind}</Type>\
            <AvailabilityZones/></member></LoadBalancers>"
        );
        let service = Scripted::new(vec![answer("DescribeLoadBalancers", &body)]);
        let listing = list(&service.session(), resource_type("aws.elbv2.load_balancer"), REGION).await;
        assert_eq!(listing.assets[0].properties["scheme"].first_gap().is_some(), unknown, "{kind}");
    }
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
