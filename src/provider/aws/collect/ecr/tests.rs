//! ECR's collector on scripted answers.

use super::super::super::scripted::{Answer, Scripted, json};
use super::super::tests::resource_type;
use super::*;

const LISTED: &str = r#"{"repositories":[
    {"repositoryName":"web","repositoryArn":"arn:aws:ecr:eu-west-1:123456789012:repository/web"},
    {"repositoryName":"api","repositoryArn":"arn:aws:ecr:eu-west-1:123456789012:repository/api"}]}"#;

async fn listed(body: &str) -> Listing {
    list(&Scripted::new(vec![json(200, body)]).session(), resource_type("aws.ecr.repository"), "eu-west-1").await
}

/// What the facet is of the repositories web and api.
async fn facet(name: &str, answers: Vec<Answer>) -> Vec<Property> {
    let repositories = resource_type("aws.ecr.repository");
    let service = Scripted::new([vec![json(200, LISTED)], answers].concat());
    let session = service.session();
    let assets = list(&session, repositories, "eu-west-1").await.assets;
    read_facet(&session, repositories, repositories.facet(name).expect("a facet"), "eu-west-1", &assets).await
}

fn gap_of(value: &Property) -> (GapKind, &str) {
    let gap = value.first_gap().unwrap_or_else(|| panic!("{value:?} is known"));
    (gap.kind, &gap.detail)
}

#[tokio::test]
async fn an_answer_without_its_list_of_repositories_is_a_gap() {
    let listing = listed("{}").await;
    assert_eq!(listing.gaps.iter().map(|gap| gap.detail.as_str()).collect::<Vec<_>>(), ["the answer lacks repositories"]);
    assert_eq!(listed(r#"{"repositories":[]}"#).await, Listing::default());
}

#[tokio::test]
async fn a_repository_without_a_name_or_an_arn_is_a_gap_and_no_asset() {
    let nameless = r#"{"repositoryArn":"arn:aws:ecr:eu-west-1:123456789012:repository/web"},{"repositoryName":"web"}"#;
    let listing = listed(&format!(r#"{{"repositories":[{nameless}]}}"#)).await;
    assert_eq!(listing.assets, []);
    assert_eq!((listing.gaps[0].kind, listing.gaps[0].action.as_str()), (GapKind::Malformed, LIST));
    assert_eq!(listing.gaps[0].detail, "2 of the ECR repositories have no name or no ARN");
}

#[tokio::test]
async fn a_repository_whose_scan_frequency_is_not_told_is_unknown_and_not_manual() {
    let body = r#"{"scanningConfigurations":[{"repositoryName":"web","scanOnPush":false},
        {"repositoryName":"api","scanOnPush":true,"scanFrequency":"SCAN_ON_PUSH"}]}"#;
    let values = facet("scanning_configuration", vec![json(200, body)]).await;
    assert_eq!(gap_of(&values[0]), (GapKind::Malformed, "the answer lacks scanFrequency"));
    assert_eq!(values[1].at("scan_frequency"), Some(&Property::Text("SCAN_ON_PUSH".to_owned())));
}

#[tokio::test]
async fn a_repository_that_a_batch_leaves_out_is_unknown() {
    let body = r#"{"scanningConfigurations":[],"failures":[{"repositoryName":"api","failureReason":"no such luck"}]}"#;
    let values = facet("scanning_configuration", vec![json(200, body)]).await;
    assert_eq!(gap_of(&values[0]), (GapKind::Malformed, "the repository was not answered for"));
    assert_eq!(gap_of(&values[1]), (GapKind::Malformed, "no such luck"));
}

#[tokio::test]
async fn a_policy_that_is_none_is_unknown_and_one_that_is_not_there_is_a_fact() {
    let absent = json(400, r#"{"__type":"RepositoryPolicyNotFoundException","message":"none"}"#);
    assert_eq!(facet("policy", vec![absent]).await, [Property::Null, Property::Null]);
    for (name, lacking, broken) in [
        ("policy", "the answer lacks policyText", r#"{"policyText":"{"}"#),
        ("lifecycle_policy", "the answer lacks lifecyclePolicyText", r#"{"lifecyclePolicyText":"{"}"#),
    ] {
        assert_eq!(gap_of(&facet(name, vec![json(200, "{}")]).await[0]), (GapKind::Malformed, lacking));
        assert_eq!(gap_of(&facet(name, vec![json(200, broken)]).await[0]).0, GapKind::Malformed);
    }
}

#[tokio::test]
async fn a_repository_that_is_deleted_meanwhile_is_gone() {
    let gone = json(400, r#"{"__type":"RepositoryNotFoundException","message":"no such repository"}"#);
    for name in ["policy", "lifecycle_policy"] {
        assert!(facet(name, vec![gone.clone()]).await.iter().all(Property::is_gone), "{name}");
    }
    let body = r#"{"scanningConfigurations":[{"repositoryName":"web","scanOnPush":true,"scanFrequency":"SCAN_ON_PUSH"}],
        "failures":[{"repositoryName":"api","failureCode":"REPOSITORY_NOT_FOUND","failureReason":"no such repository"}]}"#;
    let values = facet("scanning_configuration", vec![json(200, body)]).await;
    assert!(!values[0].is_gone() && values[1].is_gone(), "{values:?}");
}
