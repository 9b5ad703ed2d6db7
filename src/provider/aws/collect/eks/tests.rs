//! EKS's collectors on scripted answers.

use super::super::super::scripted::{Scripted, json};
use super::super::super::settings::Timeouts;
use super::*;
use crate::model::resource::AWS;
use crate::model::{Account, GapKind};

fn resource_type(name: &str) -> &'static ResourceType {
    AWS.iter().find(|resource_type| resource_type.name == name).expect("a resource type")
}

fn session(service: &Scripted) -> Session {
    let account = Account { id: "123456789012".to_owned(), partition: "aws".to_owned(), caller: String::new(), as_of: None };
    Session::new(service.clients(Timeouts::default()).0, account, "eu-west-1".to_owned(), "us-east-1")
}

async fn configuration(body: &str) -> Property {
    let clusters = resource_type("aws.eks.cluster");
    let service = Scripted::new(vec![json(200, r#"{"clusters":["payments"]}"#), json(200, body)]);
    let session = session(&service);
    let assets = list(&session, clusters, "eu-west-1").await.assets;
    read_facet(&session, clusters, "eu-west-1", &assets).await.remove(0)
}

#[tokio::test]
async fn a_cluster_is_told_in_the_words_of_its_shape() {
    let said = configuration(
        r#"{"cluster":{"name":"payments","version":"1.32","resourcesVpcConfig":{"endpointPublicAccess":true,
            "publicAccessCidrs":["0.0.0.0/0"]},"logging":{"clusterLogging":[{"types":["audit"],"enabled":true},{"types":["api"],
            "enabled":false}]}}}"#,
    )
    .await;
    let said = serde_json::to_value(&said).expect("JSON");
    let said: ClusterConfiguration = serde_json::from_value(said).expect("every property of the shape");
    assert!(said.endpoint_public_access && !said.endpoint_private_access);
    assert_eq!((said.public_access_cidrs, said.enabled_log_types), (vec!["0.0.0.0/0".to_owned()], vec!["audit".to_owned()]));
}

#[tokio::test]
async fn a_cluster_that_does_not_say_whom_its_endpoint_answers_is_unknown() {
    let said = configuration(r#"{"cluster":{"name":"payments","version":"1.32"}}"#).await;
    let gap = said.first_gap().expect("unknown");
    assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Malformed, "the answer lacks resourcesVpcConfig"));
}

#[tokio::test]
async fn one_cluster_whose_parts_are_denied_leaves_the_others() {
    let denied = r#"{"__type":"AccessDeniedException","message":"no"}"#;
    let service =
        Scripted::new(vec![json(200, r#"{"clusters":["a","b"]}"#), json(403, denied), json(200, r#"{"nodegroups":["workers"]}"#)]);
    let listing = list(&session(&service), resource_type("aws.eks.node_group"), "eu-west-1").await;
    assert_eq!((listing.assets.len(), listing.gaps.len()), (1, 1));
    assert_eq!(listing.assets[0].name, "workers");
    assert!(listing.assets[0].arn.starts_with("arn:aws:eks:eu-west-1:123456789012:nodegroup/"), "{}", listing.assets[0].arn);
    assert_eq!(listing.gaps[0].kind, GapKind::Denied);
}
