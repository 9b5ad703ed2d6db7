//! The provider as the engine sees it.

use std::io::Write;

use super::*;
use crate::model::GapKind;
use crate::model::resource::by_name;

fn embedded(name: &str) -> MockProvider {
    MockProvider::embedded(name, 0.0).unwrap_or_else(|error| panic!("{error}"))
}

/// The demo account with these faults.
fn demo_with(faults: &str) -> MockProvider {
    let mut file = tempfile::Builder::new().suffix(".json").tempfile().expect("a file");
    write!(file, r#"{{"extends": "demo", "faults": [{faults}]}}"#).expect("written");
    MockProvider::from_file(file.path(), 0.0).unwrap_or_else(|error| panic!("{error}"))
}

fn resource_type(name: &str) -> &'static ResourceType {
    by_name(name).expect("a resource type")
}

async fn list(provider: &MockProvider, name: &str, region: &str) -> Listing {
    provider.list(resource_type(name), region).await
}

async fn read(provider: &MockProvider, name: &str, facet: &str, region: &str) -> Vec<(Asset, Property)> {
    let resource_type = resource_type(name);
    let assets = provider.fixture.listed(resource_type, region);
    let values = provider.read_facet(resource_type, resource_type.facet(facet).expect("a facet"), region, &assets).await;
    assert_eq!(values.len(), assets.len());
    assets.into_iter().zip(values).collect()
}

#[tokio::test]
async fn the_account_tells_at_which_moment_its_evidence_is_true() {
    let account = embedded("demo").identify().await.expect("an account");
    assert_eq!(account.as_of.expect("a moment").to_string(), "2026-01-15T09:30:00Z");
    assert_eq!(account.root_arn(), "arn:aws:iam::111122223333:root");
}

#[tokio::test]
async fn an_account_that_does_not_say_who_it_is_ends_the_scan_before_it_starts() {
    let provider = demo_with(r#"{"kind": "expired", "service": "sts"}"#);
    let error = provider.identify().await.expect_err("an error");
    assert_eq!(error.code, "expired_credentials");
    assert!(error.message.contains("renew the credentials"), "{}", error.message);
}

#[tokio::test]
async fn the_primary_region_is_the_first_of_a_standard_scan() {
    let catalogue = embedded("demo").regions().await.expect("regions");
    assert_eq!((catalogue.primary.as_str(), catalogue.global.as_str()), ("us-east-1", "us-east-1"));
    assert_eq!(catalogue.default_set.len(), 12);
    assert!(catalogue.regions.iter().any(|region| !region.enabled));
    assert!(catalogue.warnings.is_empty());
}

#[tokio::test]
async fn regions_that_may_not_be_listed_are_a_warning() {
    let catalogue = embedded("denied").regions().await.expect("regions");
    let told: Vec<_> = catalogue.warnings.iter().map(|warning| (warning.code.as_str(), warning.action.as_str())).collect();
    assert_eq!(told, [("regions_assumed", "ec2:DescribeRegions")]);
}

#[tokio::test]
async fn a_listing_carries_no_facet() {
    let listing = list(&embedded("demo"), "aws.s3.bucket", "us-east-1").await;
    assert!(listing.gaps.is_empty() && !listing.assets.is_empty());
    for bucket in listing.assets {
        assert_eq!(bucket.properties.keys().collect::<Vec<_>>(), ["created_at", "name"]);
    }
}

#[tokio::test]
async fn facets_come_in_the_order_of_the_assets() {
    for (asset, value) in read(&embedded("demo"), "aws.eks.add_on", "configuration", "us-east-1").await {
        assert!(matches!(value.at("version"), Some(Property::Text(_))), "{}", asset.arn);
    }
    let provider = embedded("demo");
    let resource_type = resource_type("aws.s3.bucket");
    let mut assets = provider.fixture.listed(resource_type, "us-east-1");
    assets.reverse();
    let encryption = resource_type.facet("encryption").expect("a facet");
    let values = provider.read_facet(resource_type, encryption, "us-east-1", &assets).await;
    for (asset, value) in assets.iter().zip(&values) {
        assert_eq!(*value, provider.fixture.facet(resource_type, encryption, "us-east-1", asset), "{}", asset.id);
    }
    let kinds: std::collections::BTreeSet<String> = values.iter().map(|value| format!("{value:?}")).collect();
    assert!(kinds.len() > 1, "buckets that are all alike would not show a wrong order");
}

#[tokio::test]
async fn every_kind_of_fault_leaves_its_gap_in_listings_and_facets() {
    let kinds = [
        ("denied", GapKind::Denied),
        ("throttled", GapKind::Throttled),
        ("unreachable", GapKind::Unreachable),
        ("expired", GapKind::Expired),
        ("region_disabled", GapKind::RegionDisabled),
        ("malformed", GapKind::Malformed),
        ("refused", GapKind::Refused),
    ];
    for (word, kind) in kinds {
        let provider = demo_with(&format!(r#"{{"kind": "{word}", "region": "us-west-2"}}"#));
        let listing = list(&provider, "aws.ec2.vpc", "us-west-2").await;
        assert!(listing.assets.is_empty());
        let gap = &listing.gaps[0];
        assert_eq!((gap.kind, gap.action.as_str(), gap.region.as_str()), (kind, "ec2:DescribeVpcs", "us-west-2"));
        assert!(!gap.detail.is_empty());
        for (asset, value) in read(&provider, "aws.eks.cluster", "configuration", "us-west-2").await {
            assert_eq!(value.first_gap().map(|gap| gap.kind), Some(kind), "{}", asset.arn);
        }
        assert!(list(&provider, "aws.ec2.vpc", "us-east-1").await.gaps.is_empty());
    }
}

#[tokio::test]
async fn a_fault_of_one_asset_leaves_the_others_readable() {
    let provider = demo_with(r#"{"kind": "denied", "action": "s3:GetBucketPolicy", "asset": "fernhill-order-exports"}"#);
    for (asset, value) in read(&provider, "aws.s3.bucket", "policy", "us-east-1").await {
        assert_eq!(value.first_gap().is_some(), asset.id == "fernhill-order-exports", "{}", asset.id);
    }
}

#[tokio::test]
async fn trails_whose_status_is_denied_are_still_there() {
    let provider = demo_with(r#"{"kind": "denied", "action": "cloudtrail:GetTrailStatus"}"#);
    let (_, trails) = read(&provider, "aws.account", "trails", "us-east-1").await.remove(0);
    let Property::List(trails) = trails else { panic!("{trails:?}") };
    assert_eq!(trails[0].at("multi_region"), Some(&Property::Bool(true)));
    assert_eq!(trails[0].at("logging").and_then(Property::first_gap).map(|gap| gap.kind), Some(GapKind::Denied));
}

#[tokio::test]
async fn a_region_that_is_not_enabled_answers_nothing() {
    let listing = list(&embedded("demo"), "aws.ec2.vpc", "af-south-1").await;
    assert_eq!(listing.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>(), [GapKind::RegionDisabled]);
}

#[tokio::test]
async fn where_every_call_is_denied_nothing_is_listed_and_every_facet_is_unknown() {
    let provider = embedded("denied");
    for resource_type in provider.resource_types() {
        let listing = provider.list(resource_type, "us-east-1").await;
        assert_eq!(listing.gaps.is_empty(), resource_type.list_actions.is_empty(), "{}", resource_type.name);
        for facet in resource_type.facets {
            for (asset, value) in read(&provider, resource_type.name, facet.name, "us-east-1").await {
                // Where no rule names a prefix list, there is no call to deny.
                let is_free = facet.name == "prefix_lists" && value == Property::List(Vec::new());
                assert!(is_free || matches!(value, Property::Unknown(_)), "{} {}", asset.arn, facet.name);
            }
        }
    }
}

#[tokio::test]
async fn the_partial_account_is_denied_in_one_region_and_throttled_in_another() {
    let provider = embedded("partial");
    for region in provider.fixture.default_regions.clone() {
        let gaps = list(&provider, "aws.ec2.instance", &region).await.gaps;
        let expected = match region.as_str() {
            "ap-south-1" => vec![GapKind::Denied],
            "ap-northeast-1" => vec![GapKind::Throttled],
            _ => Vec::new(),
        };
        assert_eq!(gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>(), expected, "{region}");
        assert!(list(&provider, "aws.s3.bucket", &region).await.gaps.is_empty(), "{region}");
    }
}

#[tokio::test]
async fn calls_are_counted_as_a_real_account_would_cost_them() {
    let provider = embedded("demo");
    provider.identify().await.expect("an account");
    for region in ["us-east-1", "eu-west-1"] {
        for name in ["aws.s3.bucket", "aws.eks.cluster", "aws.eks.add_on", "aws.ec2.vpc"] {
            list(&provider, name, region).await;
        }
    }
    let buckets = read(&provider, "aws.s3.bucket", "acl", "us-east-1").await.len();
    let counts = provider.calls();
    let of = |service: &str| counts.by_service.get(service).copied().unwrap_or_default();
    // One list of buckets for all regions, one ACL each; per region one list of clusters and one of add-ons.
    assert_eq!((of("sts"), of("ec2"), of("eks")), (1, 2, 4));
    assert_eq!(of("s3"), 1 + u64::try_from(buckets).expect("few"));
    assert_eq!(counts.total, counts.by_service.values().sum::<u64>());
    assert_eq!((counts.throttled, counts.retried), (0, 0));
}

#[tokio::test]
async fn throttled_calls_are_counted_with_their_retries() {
    let provider = embedded("partial");
    list(&provider, "aws.ec2.vpc", "ap-northeast-1").await;
    let counts = provider.calls();
    assert_eq!((counts.total, counts.throttled, counts.retried), (10, 10, 9));
}

#[tokio::test]
async fn speed_scales_the_scripted_latency() {
    let elapsed = async |speed: f64| {
        let provider = MockProvider::embedded("demo", speed).expect("a fixture");
        let start = std::time::Instant::now();
        list(&provider, "aws.ec2.vpc", "us-east-1").await;
        start.elapsed()
    };
    assert!(elapsed(0.2).await >= std::time::Duration::from_millis(30));
    assert!(elapsed(f64::NAN).await < std::time::Duration::from_millis(30));
}

#[tokio::test]
async fn the_log_of_changes_tells_what_the_fixture_says_and_can_fail_like_any_call() {
    let now = Timestamp::now();
    let demo = embedded("demo");
    assert_eq!(demo.changes("eu-west-1", now).await, Ok(Vec::new()));
    assert_eq!(demo.calls().by_service["cloudtrail"], 1);
    let denied = demo_with(r#"{"kind": "denied", "action": "cloudtrail:LookupEvents", "region": "eu-west-1"}"#);
    let untold = denied.changes("eu-west-1", now).await.expect_err("denied");
    assert_eq!(untold.gap.kind, GapKind::Denied);
    assert_eq!(denied.changes("us-east-1", now).await, Ok(Vec::new()));
}
