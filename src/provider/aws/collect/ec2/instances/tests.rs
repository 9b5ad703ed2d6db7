//! Facets of instances on scripted answers.

use serde_json::{Value, json};

use super::super::super::super::scripted::{Answer, Scripted, json as answer, xml};
use super::super::super::tests::{asset, resource_type};
use super::super::read_facet;
use super::*;

const DENIED: &str = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";

fn instance(id: &str, image: &str) -> Asset {
    let mut instance = Asset { id: id.to_owned(), ..asset("aws.ec2.instance") };
    instance.properties.insert("image_id", Property::Text(image.to_owned()));
    instance
}

async fn read(name: &str, service: &Scripted, instances: &[Asset]) -> Vec<Value> {
    let facet = resource_type("aws.ec2.instance").facet(name).expect("a facet");
    let values = read_facet(&service.session(), facet, "eu-west-1", instances).await;
    values.iter().map(|value| serde_json::to_value(value).expect("JSON")).collect()
}

fn user_data(text: &str) -> Answer {
    let body = format!("<instanceId>i-1</instanceId><userData>{text}</userData>");
    xml(200, &format!("<DescribeInstanceAttributeResponse>{body}</DescribeInstanceAttributeResponse>"))
}

#[tokio::test]
async fn each_image_is_asked_for_once_and_one_that_is_gone_is_none() {
    let image = "<item><imageId>ami-1</imageId><imageOwnerAlias>amazon</imageOwnerAlias><deprecationTime>2025-01-01T00:00:00.000Z\
                 </deprecationTime></item>";
    let service =
        Scripted::new(vec![xml(200, &format!("<DescribeImagesResponse><imagesSet>{image}</imagesSet></DescribeImagesResponse>"))]);
    let values =
        read("source_image", &service, &[instance("i-1", "ami-1"), instance("i-2", "ami-1"), instance("i-3", "ami-2")]).await;
    assert_eq!((&values[0]["owner_alias"], &values[0]["deprecated_at"]), (&json!("amazon"), &json!("2025-01-01T00:00:00.000Z")));
    assert_eq!((&values[1], &values[2]), (&values[0], &Value::Null));
    let requests = service.requests();
    assert_eq!(requests.len(), 1);
    for part in ["Filter.1.Value.1=ami-1", "Filter.1.Value.2=ami-2", "IncludeDeprecated=true", "MaxResults="] {
        assert!(requests[0].contains(part), "{part}: {requests:?}");
    }
}

#[tokio::test]
async fn an_instance_that_systems_manager_does_not_list_is_not_managed() {
    let listed = r#"{"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online", "AgentVersion": "3.3"}]}"#;
    let service = Scripted::new(vec![answer(200, listed)]);
    let values = read("systems_manager", &service, &[instance("i-1", ""), instance("i-2", "")]).await;
    assert_eq!(values, [json!({"ping_status": "Online", "agent_version": "3.3"}), Value::Null]);
    let silent = Scripted::new(vec![answer(200, "{}")]);
    assert!(
        read("systems_manager", &silent, &[instance("i-1", "")]).await[0].to_string().contains("lacks InstanceInformationList")
    );
}

#[tokio::test]
async fn of_user_data_only_the_place_of_secrets_is_kept() {
    // #!/bin/sh, and PASSWORD= with a word behind it.
    let leaky = user_data("<value>IyEvYmluL3NoClBBU1NXT1JEPXRyMHViNGRvcgo=</value>");
    let table = [
        (leaky, json!({"secrets": [{"kind": "password", "line": 2}]})),
        (user_data(""), Value::Null),
        (user_data("<value>ZWNobwo=</value>"), json!({"secrets": []})),
    ];
    for (answer, expected) in table {
        assert_eq!(read("user_data", &Scripted::new(vec![answer]), &[instance("i-1", "")]).await, [expected]);
    }
    for unreadable in [user_data("<value>?</value>"), xml(403, DENIED), xml(200, "<DescribeInstanceAttributeResponse/>")] {
        let values = read("user_data", &Scripted::new(vec![unreadable]), &[instance("i-1", "")]).await;
        assert!(values[0].to_string().contains("$unknown"), "{values:?}");
    }
}

#[tokio::test]
async fn nobody_is_asked_for_the_user_data_of_a_terminated_instance() {
    let service = Scripted::new(vec![xml(403, DENIED)]);
    let mut gone = instance("i-1", "");
    gone.properties.insert("state", Property::Text("terminated".to_owned()));
    assert_eq!(read("user_data", &service, &[gone]).await, [Value::Null]);
    assert!(service.requests().is_empty());
}
