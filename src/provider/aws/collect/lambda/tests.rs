//! Lambda's collector on scripted answers.

use super::super::super::scripted::{Answer, Scripted, json};
use super::super::tests::resource_type;
use super::*;
use crate::model::GapKind;

const LISTED: &str = r#"{"Functions":[{"FunctionName":"mailer",
    "FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:mailer","VpcConfig":{"VpcId":"","SubnetIds":[]},
    "Environment":{"Variables":{"STAGE":"prod","TOKEN_ID":"AKIAQ3EGRVH7ZK2NLWPD"}},
    "Layers":[{"Arn":"arn:aws:lambda:eu-west-1:444455556666:layer:tools:7"}]}]}"#;

async fn listed(body: &str) -> Asset {
    let service = Scripted::new(vec![json(200, body)]);
    let listing = list(&service.session(), resource_type("aws.lambda.function"), "eu-west-1").await;
    listing.assets.into_iter().next().expect("a function")
}

/// What the policy of the function mailer is.
async fn policy_of(answer: Answer) -> Property {
    let service = Scripted::new(vec![answer]);
    let facet = resource_type("aws.lambda.function").facet("policy").expect("a facet");
    let values = read_facet(&service.session(), facet, "eu-west-1", &[listed(LISTED).await]).await;
    values.into_iter().next().expect("a value")
}

#[tokio::test]
async fn of_a_secret_only_the_variable_and_the_kind_are_kept() {
    let function = listed(LISTED).await;
    let Some(Property::List(secrets)) = function.properties.get("environment_secrets") else { panic!("{function:?}") };
    assert_eq!(secrets.len(), 1);
    assert_eq!(secrets[0].at("variable"), Some(&Property::Text("TOKEN_ID".to_owned())));
    assert!(!format!("{function:?}").contains("AKIAQ3EGRVH7ZK2NLWPD"));
}

#[tokio::test]
async fn an_empty_vpc_is_none_and_a_layer_tells_whose_it_is() {
    let function = listed(LISTED).await;
    assert_eq!(function.properties.get("vpc"), Some(&Property::Null));
    let Some(Property::List(layers)) = function.properties.get("layers") else { panic!("{function:?}") };
    assert_eq!(layers[0].at("account_id"), Some(&Property::Text("444455556666".to_owned())));
}

#[tokio::test]
async fn an_environment_that_lambda_could_not_decrypt_is_unknown() {
    let error = r#""Environment":{"Error":{"ErrorCode":"AccessDeniedException","Message":"no key"}}"#;
    let function = listed(&format!(r#"{{"Functions":[{{"FunctionName":"a","FunctionArn":"arn:b",{error}}}]}}"#)).await;
    for name in ["environment_variables", "environment_secrets"] {
        let gap = function.properties.get(name).and_then(Property::first_gap).expect("a gap");
        assert!(gap.detail.contains("no key"), "{gap:?}");
    }
}

#[tokio::test]
async fn a_function_without_a_policy_is_told_from_one_that_is_gone() {
    let absent = |message: &str| json(404, &format!(r#"{{"__type":"ResourceNotFoundException","Message":"{message}"}}"#));
    assert_eq!(policy_of(absent("The resource you requested does not exist.")).await, Property::Null);
    assert!(policy_of(absent("Function not found: arn:aws:lambda:eu-west-1:123456789012:function:mailer")).await.is_gone());
    let denied = policy_of(json(403, r#"{"__type":"AccessDeniedException","Message":"no"}"#)).await;
    assert_eq!(denied.first_gap().map(|gap| gap.kind), Some(GapKind::Denied));
}

#[test]
fn a_selector_takes_a_function_and_not_its_namesakes() {
    let arn = "arn:aws:lambda:eu-west-1:123456789012:function:mailer";
    for value in ["arn:aws:lambda", arn, "arn:aws:lambda:eu-west-1:123456789012:function:"] {
        assert!(takes(value, arn), "{value}");
    }
    for value in ["arn:aws:lambda:eu-west-1:123456789012:function:mail", "arn:aws:s3", "arn:aws:lambda:us-east-1"] {
        assert!(!takes(value, arn), "{value}");
    }
}

#[tokio::test]
async fn only_a_service_that_does_not_know_the_listing_of_urls_is_asked_for_the_own_one() {
    let urls = async |listing: Answer| {
        let own = json(200, r#"{"FunctionUrl":"https://a.example","FunctionArn":"arn:f","AuthType":"NONE","CreationTime":"now"}"#);
        let service = Scripted::new(vec![listing, own]);
        let facet = resource_type("aws.lambda.function").facet("urls").expect("a facet");
        read_facet(&service.session(), facet, "eu-west-1", &[listed(LISTED).await]).await.remove(0)
    };
    let unknown_action = urls(json(404, "{}")).await;
    assert_eq!(unknown_action.items().len(), 1, "{unknown_action:?}");
    // An answer that cannot be read, or a refusal of AWS: a URL of an alias may stand there.
    for listing in [json(200, "{"), json(400, r#"{"__type":"InvalidParameterValueException","message":"no"}"#)] {
        assert!(urls(listing).await.first_gap().is_some());
    }
}

#[tokio::test]
async fn a_trail_records_what_its_selector_does_not_leave_out_while_it_runs() {
    let arn = "arn:aws:lambda:eu-west-1:123456789012:function:mailer";
    let recorded = async |is_logging: bool, more: String| {
        let fields = r#"{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Lambda::Function"]}"#;
        let selectors = format!(r#"{{"AdvancedEventSelectors":[{{"FieldSelectors":[{fields}{more}]}}]}}"#);
        let trails = r#"{"trailList":[{"Name":"data","HomeRegion":"eu-west-1","TrailARN":"arn:aws:cloudtrail:eu-west-1:123456789012:trail/data"}]}"#;
        let service = Scripted::by_sign(vec![
            ("DescribeTrails", json(200, trails)),
            ("GetTrailStatus", json(200, &format!(r#"{{"IsLogging":{is_logging}}}"#))),
            ("GetEventSelectors", json(200, &selectors)),
        ]);
        let facet = resource_type("aws.lambda.function").facet("trails").expect("a facet");
        let trails = read_facet(&service.session(), facet, "eu-west-1", &[listed(LISTED).await]).await.remove(0);
        ["logging", "records_invocations"].map(|name| trails.items()[0].at(name) == Some(&Property::Bool(true)))
    };
    let arn_field = |comparison: &str, value: &str| format!(r#",{{"Field":"resources.ARN","{comparison}":["{value}"]}}"#);
    assert_eq!(recorded(true, String::new()).await, [true, true]);
    assert_eq!(recorded(false, String::new()).await, [false, true]);
    assert_eq!(recorded(true, arn_field("Equals", arn)).await, [true, true]);
    assert_eq!(recorded(true, arn_field("NotEquals", arn)).await, [true, false]);
    assert_eq!(recorded(true, arn_field("NotEquals", "arn:aws:lambda:eu-west-1:123456789012:function:other")).await, [true, true]);
    assert_eq!(recorded(true, arn_field("EndsWith", "mailer")).await, [true, true]);
    assert_eq!(recorded(true, arn_field("EndsWith", "other")).await, [true, false]);
    assert_eq!(recorded(true, arn_field("NotEndsWith", "mailer")).await, [true, false]);
    let beginning = "arn:aws:lambda:eu-west-1:123456789012:function:mai";
    assert_eq!(recorded(true, arn_field("StartsWith", beginning)).await, [true, true]);
    assert_eq!(recorded(true, arn_field("NotStartsWith", beginning)).await, [true, false]);
    assert_eq!(recorded(true, arn_field("NotEquals", beginning)).await, [true, true]);
    for comparison in ["Equals", "NotEquals"] {
        let events = format!(r#",{{"Field":"eventName","{comparison}":["Invoke"]}}"#);
        assert_eq!(recorded(true, events).await, [true, false], "{comparison}");
    }
}

#[tokio::test]
async fn a_trail_that_is_deleted_meanwhile_records_nothing_and_hides_nothing() {
    let trails = r#"{"trailList":[{"Name":"data","HomeRegion":"eu-west-1","TrailARN":"arn:aws:cloudtrail:eu-west-1:123456789012:trail/data"}]}"#;
    let service = Scripted::by_sign(vec![
        ("DescribeTrails", json(200, trails)),
        ("GetTrailStatus", json(400, r#"{"__type":"TrailNotFoundException","message":"Unknown trail"}"#)),
        ("GetEventSelectors", json(200, "{}")),
    ]);
    let facet = resource_type("aws.lambda.function").facet("trails").expect("a facet");
    let trails = read_facet(&service.session(), facet, "eu-west-1", &[listed(LISTED).await]).await.remove(0);
    assert_eq!(trails, Property::List(Vec::new()));
}
