//! Events in the shape in which CloudTrail gives them ("CloudTrail record contents", "LookupEvents").

use serde_json::{Value, json};

use super::super::scripted::{Answer, Scripted, json as answer};
use super::*;
use crate::model::GapKind;

const SINCE: Timestamp = Timestamp::constant(1_768_469_400, 0);

/// An event of the history: the record as text within, beside it what the service has taken out of it.
fn event(source: &str, name: &str, more: &Value) -> Value {
    let mut record = json!({
        "eventVersion": "1.11",
        "userIdentity": { "type": "AssumedRole", "arn": "arn:aws:sts::123456789012:assumed-role/admin/me" },
        "eventTime": "2026-01-15T09:31:00Z",
        "eventSource": source,
        "eventName": name,
        "awsRegion": "eu-west-1",
        "readOnly": false,
        "requestParameters": null,
        "responseElements": null,
        "managementEvent": true,
    });
    for (key, value) in more.as_object().unwrap() {
        record[key] = value.clone();
    }
    json!({
        "EventId": "6a1d6f4e-0000-4000-8000-000000000000",
        "EventName": name,
        "ReadOnly": "false",
        "EventTime": 1_768_469_460.0,
        "EventSource": source,
        "Resources": [],
        "CloudTrailEvent": record.to_string(),
    })
}

fn page(events: &[Value], next: Option<&str>) -> Answer {
    let mut page = json!({ "Events": events });
    if let Some(next) = next {
        page["NextToken"] = next.into();
    }
    answer(200, &page.to_string())
}

async fn told(answers: Vec<Answer>) -> (Result<Vec<Change>, Untold>, Vec<String>) {
    let service = Scripted::new(answers);
    let changes = since(&service.session(), "eu-west-1", SINCE).await;
    (changes, service.requests())
}

#[tokio::test]
async fn only_writing_calls_since_the_moment_are_asked_for_page_by_page() {
    let policy =
        json!({ "requestParameters": { "bucketName": "logs", "bucketPolicy": { "Id": "x" }, "Host": "logs.s3.amazonaws.com" } });
    let update = json!({
        "requestParameters": { "name": "prod", "resourcesVpcConfig": { "endpointPublicAccess": true } },
        "responseElements": { "update": { "id": "u-1", "params": [{ "type": "EndpointPublicAccess", "value": "true" }] } },
    });
    let pages = vec![
        page(&[event("s3.amazonaws.com", "PutBucketPolicy", &policy)], Some("second")),
        page(&[event("eks.amazonaws.com", "UpdateClusterConfig", &update)], None),
    ];
    let (changes, requests) = told(pages).await;
    let changes = changes.unwrap();
    let named: Vec<_> = changes.iter().map(|change| (change.source.as_str(), change.parameters[0].clone())).collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(named, [("s3.amazonaws.com", pair("bucketName", "logs")), ("eks.amazonaws.com", pair("name", "prod"))]);
    assert!(changes[1].mentions.contains("EndpointPublicAccess"), "{:?}", changes[1].mentions);
    let bodies: Vec<Value> =
        requests.iter().map(|request| serde_json::from_str(request.split_once("\r\n\r\n").unwrap().1).unwrap()).collect();
    assert_eq!(bodies.len(), 2);
    assert_eq!(bodies[0]["LookupAttributes"], json!([{ "AttributeKey": "ReadOnly", "AttributeValue": "false" }]));
    assert_eq!((bodies[0]["StartTime"].as_f64(), &bodies[0]["MaxResults"]), (Some(1_768_469_400.0), &json!(50)));
    assert_eq!((&bodies[0]["NextToken"], &bodies[1]["NextToken"]), (&Value::Null, &json!("second")));
}

#[tokio::test]
async fn what_changes_nothing_that_a_facet_holds_is_left_out() {
    let denied = json!({ "errorCode": "AccessDenied", "requestParameters": { "bucketName": "logs" } });
    let failed = json!({ "errorCode": "MalformedPolicy", "requestParameters": { "bucketName": "logs" } });
    let events = [
        event("s3.amazonaws.com", "PutBucketPolicy", &denied),
        event("ecr.amazonaws.com", "PutImage", &json!({ "requestParameters": { "repositoryName": "app" } })),
        event("ecr.amazonaws.com", "PolicyExecutionEvent", &json!({})),
        event("iam.amazonaws.com", "GenerateCredentialReport", &json!({})),
        event("s3.amazonaws.com", "PutBucketPolicy", &failed),
    ];
    let (changes, _) = told(vec![page(&events, None)]).await;
    assert_eq!(changes.unwrap().len(), 1, "a call that was allowed and failed may have gone half the way");
}

#[tokio::test]
async fn an_event_without_a_readable_record_may_have_changed_everything_of_its_service() {
    let mut cut = event("s3.amazonaws.com", "PutBucketPolicy", &json!({ "requestParameters": { "bucketName": "logs" } }));
    cut["CloudTrailEvent"] = "{\"eventSource\":\"s3.ama".into();
    let (changes, _) = told(vec![page(&[cut.clone()], None)]).await;
    assert_eq!(changes.unwrap(), [Change { source: "s3.amazonaws.com".to_owned(), ..Change::default() }]);
    cut.as_object_mut().unwrap().remove("EventSource");
    let (changes, _) = told(vec![page(&[cut], None)]).await;
    assert_eq!(changes.unwrap_err().gap.kind, GapKind::Malformed);
}

#[tokio::test]
async fn a_history_that_does_not_end_soon_or_cannot_be_read_tells_nothing() {
    let service = Scripted::new((0..4).map(|number| page(&[], Some(&number.to_string()))).collect());
    let untold = up_to(3, &service.session(), "eu-west-1", SINCE).await.unwrap_err();
    assert_eq!((untold.gap.kind, service.requests().len()), (GapKind::NotCollected, 3));
    assert_eq!(untold.gap.detail, "more than 150 changes since 2026-01-15T09:30:00Z");
    assert_eq!(untold.advice, "incremental scans in shorter intervals have less to look through");
    let denied = answer(400, r#"{"__type":"AccessDeniedException","message":"not authorized"}"#);
    let untold = told(vec![denied]).await.0.unwrap_err();
    assert_eq!((untold.gap.kind, untold.advice.as_str()), (GapKind::Denied, "grant cloudtrail:LookupEvents to the scanning role"));
    assert_eq!(told(vec![answer(200, "{}")]).await.0.unwrap_err().gap.kind, GapKind::Malformed);
}
