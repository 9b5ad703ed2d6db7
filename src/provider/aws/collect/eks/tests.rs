//! EKS's collectors on scripted answers.

use super::super::super::scripted::{Scripted, json};
use super::super::tests::resource_type;
use super::*;

async fn configuration(body: &str) -> Property {
    let clusters = resource_type("aws.eks.cluster");
    let service = Scripted::new(vec![json(200, r#"{"clusters":["payments"]}"#), json(200, body)]);
    let session = service.session();
    let assets = list(&session, clusters, "eu-west-1").await.assets;
    read_facet(&session, clusters, "eu-west-1", &assets).await.remove(0)
}

#[tokio::test]
async fn a_cluster_is_told_in_the_words_of_its_shape() {
    let said = configuration(
        r#"{"cluster":{"name":"payments","version":"1.32","resourcesVpcConfig":{"subnetIds":["subnet-1"],
            "endpointPublicAccess":true,"publicAccessCidrs":["0.0.0.0/0"]},"logging":{"clusterLogging":[{"types":["audit"],"enabled":true},{"types":["api"],
            "enabled":false}]},"deletionProtection":true}}"#,
    )
    .await;
    let said = serde_json::to_value(&said).expect("JSON");
    let said: ClusterConfiguration = serde_json::from_value(said).expect("every property of the shape");
    assert!(said.endpoint_public_access && !said.endpoint_private_access);
    assert_eq!((said.public_access_cidrs, said.enabled_log_types), (vec!["0.0.0.0/0".to_owned()], vec!["audit".to_owned()]));
}

#[tokio::test]
async fn a_cluster_that_does_not_say_whom_its_endpoint_answers_is_unknown() {
    let table = [
        ("", "the answer lacks resourcesVpcConfig"),
        (r#","resourcesVpcConfig":{}"#, "the answer lacks the subnetIds of resourcesVpcConfig"),
        (r#","resourcesVpcConfig":{"endpointPublicAccess":false}"#, "the answer lacks the subnetIds of resourcesVpcConfig"),
        (
            r#","resourcesVpcConfig":{"subnetIds":["subnet-1"]}"#,
            "the answer says neither endpointPublicAccess nor endpointPrivateAccess",
        ),
    ];
    for (network, detail) in table {
        let said = configuration(&format!(r#"{{"cluster":{{"name":"payments","version":"1.32"{network}}}}}"#)).await;
        let gap = said.first_gap().unwrap_or_else(|| panic!("{network} is known: {said:?}"));
        assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Malformed, detail));
    }
}

#[tokio::test]
async fn a_private_cluster_is_known_to_be_one() {
    let network = r#"{"subnetIds":["subnet-1"],"endpointPublicAccess":false,"endpointPrivateAccess":true,"publicAccessCidrs":[]}"#;
    let said = configuration(&format!(r#"{{"cluster":{{"name":"payments","resourcesVpcConfig":{network}}}}}"#)).await;
    assert_eq!(said.at("endpoint_public_access"), Some(&Property::Bool(false)));
}

#[tokio::test]
async fn an_answer_without_its_list_of_names_is_a_gap_and_no_empty_list() {
    let table = [
        ("aws.eks.cluster", vec![json(200, "{}")], "eks:ListClusters", "the answer lacks clusters"),
        (
            "aws.eks.node_group",
            vec![json(200, r#"{"clusters":["a"]}"#), json(200, "{}")],
            "eks:ListNodegroups",
            "the answer lacks nodegroups",
        ),
        ("aws.eks.add_on", vec![json(200, r#"{"clusters":["a"]}"#), json(200, "{}")], "eks:ListAddons", "the answer lacks addons"),
    ];
    for (name, answers, action, detail) in table {
        let listing = list(&Scripted::new(answers).session(), resource_type(name), "eu-west-1").await;
        let gap = &listing.gaps[0];
        assert_eq!((gap.kind, gap.action.as_str(), gap.detail.as_str()), (GapKind::Malformed, action, detail));
    }
}

#[tokio::test]
async fn one_cluster_whose_parts_are_denied_leaves_the_others() {
    let denied = r#"{"__type":"AccessDeniedException","message":"no"}"#;
    let service =
        Scripted::new(vec![json(200, r#"{"clusters":["a","b"]}"#), json(403, denied), json(200, r#"{"nodegroups":["workers"]}"#)]);
    let listing = list(&service.session(), resource_type("aws.eks.node_group"), "eu-west-1").await;
    assert_eq!((listing.assets.len(), listing.gaps.len()), (1, 1));
    assert_eq!(listing.assets[0].name, "workers");
    assert_eq!(listing.gaps[0].kind, GapKind::Denied);
}

const GONE: &str = r#"{"__type":"ResourceNotFoundException","message":"No cluster found for name: payments."}"#;

#[tokio::test]
async fn a_cluster_that_is_deleted_meanwhile_is_gone() {
    let clusters = resource_type("aws.eks.cluster");
    let service = Scripted::new(vec![json(200, r#"{"clusters":["payments"]}"#), json(404, GONE)]);
    let session = service.session();
    let assets = list(&session, clusters, "eu-west-1").await.assets;
    let values = read_facet(&session, clusters, "eu-west-1", &assets).await;
    assert!(values[0].is_gone(), "{values:?}");
}

#[tokio::test]
async fn the_parts_of_a_deleted_cluster_are_gone_with_it_and_no_gap() {
    for name in ["aws.eks.node_group", "aws.eks.add_on"] {
        let service = Scripted::new(vec![json(200, r#"{"clusters":["payments"]}"#), json(404, GONE)]);
        let listing = list(&service.session(), resource_type(name), "eu-west-1").await;
        assert_eq!((listing.assets.len(), listing.gaps.len()), (0, 0), "{name}: {listing:?}");
        assert_eq!(listing.warnings, [Warning::gone("aws.eks.cluster", "eu-west-1", &BTreeSet::from(["payments"]))]);
    }
}

#[tokio::test]
async fn the_arn_of_a_clusters_part_is_told_by_its_description_and_never_made_up() {
    let table = [
        ("aws.eks.node_group", r#"{"nodegroups":["workers"]}"#, "nodegroup", "nodegroupArn", "nodegroup/a/workers"),
        ("aws.eks.add_on", r#"{"addons":["vpc-cni"]}"#, "addon", "addonArn", "addon/a/vpc-cni"),
    ];
    for (name, parts, key, arn_key, resource) in table {
        let arn = format!("arn:aws:eks:eu-west-1:123456789012:{resource}/319478da-6bd0-c621-de49-f145fda9988c");
        let described = format!(r#"{{"{key}":{{"{arn_key}":"{arn}"}}}}"#);
        let service = Scripted::new(vec![json(200, r#"{"clusters":["a"]}"#), json(200, parts), json(200, &described)]);
        let session = service.session();
        let assets = list(&session, resource_type(name), "eu-west-1").await.assets;
        assert_eq!(assets[0].arn, "", "{name}");
        let values = read_facet(&session, resource_type(name), "eu-west-1", &assets).await;
        assert_eq!(values[0].at("arn"), Some(&Property::Text(arn)), "{name}");
    }
}
