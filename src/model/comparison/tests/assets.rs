//! What becomes of assets.

use super::*;
use AssetTransition::{New, NewlyVisible, NoLongerVisible, Vanished};

/// What becomes of an asset that only a scan in which all went well has, whether it came first or second.
fn fate(lacking: &ScanSide, asset: &ResourceReference) -> [AssetTransition; 2] {
    let mut having = side("having", &["a-1", "b-1"]);
    having.add_asset(asset.clone());
    [(&having, lacking), (lacking, &having)].map(|(before, after)| {
        let comparison = Comparison::of(before, after).unwrap();
        assert_eq!(comparison.assets.len(), 1);
        assert_eq!(&comparison.assets[0].asset, asset);
        comparison.assets[0].transition
    })
}

const KNOWN: [AssetTransition; 2] = [Vanished, New];
const DOUBTFUL: [AssetTransition; 2] = [NoLongerVisible, NewlyVisible];

#[test]
fn an_asset_vanished_only_where_the_job_that_lists_it_could_list_everything() {
    let jobs = [
        (BUCKET, "a-1", JobKind::Discovery, Some("a-1")),
        (IMAGE, "b-1", JobKind::Discovery, Some("b-1")),
        (USER, "global-1", JobKind::Discovery, Some("a-1")),
        (CLUSTER, "b-1", JobKind::Clusters, None),
    ];
    for (resource_type, region, kind, of_job) in jobs {
        let asset = resource(resource_type, region, "x");
        for (status, expected) in [
            (JobStatus::Succeeded, KNOWN),
            (JobStatus::Partial, KNOWN),
            (JobStatus::Failed, DOUBTFUL),
            (JobStatus::Cancelled, DOUBTFUL),
            (JobStatus::Running, DOUBTFUL),
            (JobStatus::Queued, DOUBTFUL),
        ] {
            let mut lacking = side("lacking", &["a-1", "b-1"]);
            lacking.coverage.job_ended(kind, of_job, status);
            assert_eq!(fate(&lacking, &asset), expected, "{resource_type} where {kind:?} has {status}");
        }
    }
}

#[test]
fn an_asset_of_a_region_that_was_not_scanned_may_still_be_there() {
    let lacking = side("lacking", &["b-1"]);
    for resource_type in [BUCKET, IMAGE, CLUSTER] {
        assert_eq!(fate(&lacking, &resource(resource_type, "a-1", "x")), DOUBTFUL, "{resource_type}");
    }
}

#[test]
fn an_asset_of_a_type_that_the_scanner_did_not_list_may_always_have_been_there() {
    assert_eq!(fate(&side("lacking", &["a-1"]), &resource("aws.iam.role", "global-1", "x")), DOUBTFUL);
    let mut newer = side("lacking", &["a-1"]);
    newer.coverage.knows_type("aws.lambda.of_the_future");
    assert_eq!(fate(&newer, &resource("aws.lambda.of_the_future", "a-1", "x")), DOUBTFUL);
}

/// A scan in which every job met some gap, and a warning tells of one.
fn with_gap(code: &str, action: &str, region: &str) -> ScanSide {
    let mut lacking = side("lacking", &["a-1", "b-1"]);
    for region in ["a-1", "b-1"] {
        lacking.coverage.job_ended(JobKind::Discovery, Some(region), JobStatus::Partial);
    }
    lacking.coverage.job_ended(JobKind::Clusters, None, JobStatus::Partial);
    lacking.coverage.warn(code, action, region);
    lacking
}

#[test]
fn a_gap_hides_the_assets_whose_listing_it_may_have_met() {
    for (code, action, region, resource_type, expected) in [
        ("denied", "ec2:DescribeImages", "a-1", IMAGE, DOUBTFUL),
        ("deadline_exceeded", "ec2:DescribeImages", "a-1", IMAGE, DOUBTFUL),
        // No check on images says whether the gap of another region is this listing's.
        ("denied", "ec2:DescribeImages", "b-1", IMAGE, DOUBTFUL),
        ("denied", "ec2:DescribeVolumes", "a-1", IMAGE, KNOWN),
        ("denied", "ec2:DescribeImagesOfTheFuture", "a-1", IMAGE, DOUBTFUL),
        ("internal", "aws.ec2.image", "a-1", IMAGE, DOUBTFUL),
        ("denied", "eks:ListClusters", "a-1", CLUSTER, DOUBTFUL),
        ("denied", "eks:DescribeCluster", "a-1", CLUSTER, KNOWN),
        // The check on buckets saw all of a-1's, so the listing is whole although S3 is asked in one region for all.
        ("denied", "s3:ListAllMyBuckets", "b-1", BUCKET, KNOWN),
        ("deadline_exceeded", "s3:ListAllMyBuckets", "a-1", BUCKET, DOUBTFUL),
        ("cancelled", "", "", IMAGE, DOUBTFUL),
        ("credentials_rejected", "", "", IMAGE, DOUBTFUL),
        ("credentials_rejected", "ec2:DescribeImages", "a-1", IMAGE, DOUBTFUL),
        ("gone", "", "a-1", IMAGE, KNOWN),
        ("region_skipped", "", "c-1", IMAGE, KNOWN),
        ("regions_assumed", "ec2:DescribeRegions", "a-1", IMAGE, KNOWN),
    ] {
        let asset = resource(resource_type, "a-1", "x");
        assert_eq!(fate(&with_gap(code, action, region), &asset), expected, "{code} {action} {region} {resource_type}");
    }
}

#[test]
fn a_bucket_may_be_hidden_by_a_gap_of_any_region_where_the_check_could_not_list_them_either() {
    let mut lacking = with_gap("denied", "s3:ListAllMyBuckets", "b-1");
    let unlisted = ResourceReference::unlisted(BUCKET, "a-1");
    lacking.add_result(CHECK, found(Outcome::Unknown, Severity::High, unlisted));
    assert_eq!(fate(&lacking, &resource(BUCKET, "a-1", "logs")), DOUBTFUL);
}

#[test]
fn an_asset_in_both_scans_is_not_told_even_under_a_new_name() {
    let (mut before, mut after) = (side("1", &["a-1"]), side("2", &["a-1"]));
    before.add_asset(resource(BUCKET, "a-1", "logs"));
    after.add_asset(ResourceReference { name: "other".to_owned(), ..resource(BUCKET, "a-1", "logs") });
    assert!(Comparison::of(&before, &after).unwrap().nothing_changed());
}

#[test]
fn assets_are_sorted_by_type_region_and_arn() {
    let mut after = side("2", &["a-1", "b-1"]);
    for (resource_type, region, id) in [(BUCKET, "a-1", "z"), (IMAGE, "b-1", "a"), (BUCKET, "a-1", "b"), (IMAGE, "a-1", "c")] {
        after.add_asset(resource(resource_type, region, id));
    }
    let comparison = Comparison::of(&side("1", &["a-1", "b-1"]), &after).unwrap();
    let ids: Vec<&str> = comparison.assets_of(New).map(|change| change.asset.id.as_str()).collect();
    assert_eq!(ids, ["c", "a", "b", "z"]);
}
