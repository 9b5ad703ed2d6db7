//! CloudTrail's collector on scripted answers.

use super::super::super::scripted::{Answer, Scripted, json};
use super::super::tests::resource_type;
use super::*;
use crate::model::GapKind;

async fn listed(answer: Answer) -> Listing {
    list(&Scripted::new(vec![answer]).session(), resource_type("aws.cloudtrail.trail"), "eu-west-1").await
}

fn trail(name: &str, home: Option<&str>) -> String {
    let home = home.map(|region| format!(r#","HomeRegion":"{region}""#)).unwrap_or_default();
    format!(r#"{{"Name":"{name}","TrailARN":"arn:aws:cloudtrail:eu-west-1:123456789012:trail/{name}"{home}}}"#)
}

#[tokio::test]
async fn a_trail_is_listed_in_its_home_region_only() {
    let trails = [trail("here", Some("eu-west-1")), trail("away", Some("us-east-1"))].join(",");
    let listing = listed(json(200, &format!(r#"{{"trailList":[{trails}]}}"#))).await;
    assert_eq!(listing.assets.iter().map(|asset| asset.id.as_str()).collect::<Vec<_>>(), ["here"]);
    assert_eq!(listing.gaps, []);
}

#[tokio::test]
async fn a_trail_without_a_home_region_is_a_gap_that_names_it() {
    let trails = [trail("here", Some("eu-west-1")), trail("homeless", None)].join(",");
    let listing = listed(json(200, &format!(r#"{{"trailList":[{trails}]}}"#))).await;
    assert_eq!(listing.assets.len(), 1);
    let gap = &listing.gaps[0];
    assert_eq!((gap.kind, gap.action.as_str()), (GapKind::Malformed, DESCRIBE));
    assert!(gap.detail.ends_with("HomeRegion of the trail arn:aws:cloudtrail:eu-west-1:123456789012:trail/homeless"), "{gap:?}");
}

#[tokio::test]
async fn an_answer_without_its_list_of_trails_is_a_gap() {
    let listing = listed(json(200, "{}")).await;
    assert_eq!(listing.gaps.iter().map(|gap| gap.detail.as_str()).collect::<Vec<_>>(), ["the answer lacks trailList"]);
    assert_eq!(listed(json(200, r#"{"trailList":[]}"#)).await, Listing::default());
}
