//! What AWS refuses for good: one permission, one region, one bucket. The rest is judged as ever.

use super::{assert_only_unknown, disturbed, seeded, similar};
use crate::support::answer::Refusal;
use crate::support::report::{entries, jobs, text, verdicts, warnings};
use crate::support::rule::Rule;

const PLAINTEXT: &str = "aws-s3-bucket-denies-plaintext-transport";
const PUBLIC: &str = "aws-s3-bucket-is-not-public";

#[test]
fn one_denied_bucket_leaves_the_others_alone() {
    let bucket = format!("blocked-{}", seeded().account);
    let denied = |operation| Rule::refuse(Refusal::Denied).on("s3", operation).about(bucket.clone());
    let (_proxy, scan) = disturbed(vec![denied("GetBucketPolicy")]);
    let run = scan.run().exit_code(3);
    // Public policies are restricted there, so the policy does not decide whether the bucket is public.
    assert_only_unknown(&run, &[(PLAINTEXT, &bucket)]);
    let report = run.json();
    assert_eq!(warnings(&report, "denied"), ["s3:GetBucketPolicy us-east-1"]);
    let warning = entries(&report, "warnings").iter().find(|warning| warning["code"] == "denied").unwrap();
    assert!(text(&warning["message"]).contains("grant s3:GetBucketPolicy"), "{warning}");
    assert_eq!(warning["checks"], serde_json::json!([PLAINTEXT]));
}

#[test]
fn evidence_that_decides_either_way_is_unknown_when_it_is_denied() {
    let bucket = format!("open-by-acl-{}", seeded().account);
    let (_proxy, scan) = disturbed(vec![Rule::refuse(Refusal::Denied).on("s3", "GetBucketAcl").about(bucket.clone())]);
    assert_only_unknown(&scan.run().exit_code(3), &[(PUBLIC, &bucket)]);
}

#[test]
fn one_denied_cluster_leaves_the_others_alone() {
    let (_proxy, scan) = disturbed(vec![Rule::refuse(Refusal::Denied).on("eks", "DescribeCluster").about("office")]);
    let run = scan.run().exit_code(3);
    assert_only_unknown(&run, &[("aws-eks-cluster-endpoint-is-closed-to-world", "office")]);
    assert_eq!(jobs(&run.json())["clusters"], "partial");
    assert_eq!(jobs(&run.json())["compliance:us-east-1"], "succeeded");
}

#[test]
fn credentials_that_one_region_refuses_mean_that_the_region_is_off_where_nobody_says_that_it_is_on() {
    let (_proxy, scan) = disturbed(vec![
        Rule::refuse(Refusal::Denied).on("ec2", "DescribeRegions"),
        Rule::refuse(Refusal::RegionOff).in_region("eu-west-1"),
    ]);
    let run = scan.run().exit_code(3);
    let report = run.json();
    assert!(warnings(&report, "region_disabled").iter().any(|warning| warning.ends_with("eu-west-1")), "{}", report["warnings"]);
    assert_eq!(jobs(&report)["discovery:us-east-1"], "succeeded");
    assert_ne!(jobs(&report)["discovery:eu-west-1"], "succeeded");
    let home = entries(&report, "results").iter().filter(|result| result["region"] == "us-east-1");
    assert!(home.clone().count() > 20 && home.clone().all(|result| result["status"] != "unknown"));
}

#[test]
fn credentials_that_an_enabled_region_refuses_are_told_alike_in_results_and_warnings() {
    let (_proxy, scan) = disturbed(vec![Rule::refuse(Refusal::RegionOff).in_region("eu-west-1")]);
    let report = scan.run().exit_code(3).json();
    let refused = warnings(&report, "credentials_rejected");
    assert!(!refused.is_empty() && refused.iter().all(|warning| warning.ends_with("eu-west-1")), "{}", report["warnings"]);
    assert_eq!(warnings(&report, "region_disabled"), Vec::<String>::new());
    let unknown: Vec<_> = entries(&report, "results").iter().filter(|result| result["status"] == "unknown").collect();
    assert!(!unknown.is_empty());
    for result in unknown {
        assert_eq!(result["gap"]["kind"], "credentials_rejected", "{result}");
    }
}

#[test]
fn a_bucket_and_a_cluster_that_are_deleted_meanwhile_leave_the_scan_complete() {
    let bucket = format!("blocked-{}", seeded().account);
    let (_proxy, scan) = disturbed(vec![
        Rule::refuse(Refusal::Gone).on("s3", "GetBucketPolicy").about(bucket.clone()),
        Rule::refuse(Refusal::Gone).on("eks", "DescribeCluster").about("world"),
    ]);
    let report = scan.run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed");
    let mut expected = seeded().verdicts.clone();
    for check in ["aws-s3-bucket-blocks-public-access", PLAINTEXT, PUBLIC] {
        expected.get_mut(check).unwrap().insert(bucket.clone(), "not_applicable".to_owned());
    }
    expected
        .get_mut("aws-eks-cluster-endpoint-is-closed-to-world")
        .unwrap()
        .insert("world".to_owned(), "not_applicable".to_owned());
    similar(&verdicts(&report, seeded()), &expected);
    let gone: Vec<_> = entries(&report, "warnings").iter().filter(|warning| warning["code"] == "gone").collect();
    let told: Vec<&str> = gone.iter().map(|warning| text(&warning["message"])).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter().any(|message| message.ends_with(&bucket)) && told.iter().any(|message| message.ends_with("world")),
        "{told:?}"
    );
}

#[test]
fn an_incomplete_scan_counts_as_complete_only_where_the_user_says_so() {
    let rule = || Rule::refuse(Refusal::Denied).on("iam", "GetAccountSummary");
    let (_proxy, scan) = disturbed(vec![rule()]);
    let report = scan.args("--allow-partial").run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "partial");
    let (_proxy, scan) = disturbed(vec![rule()]);
    scan.args("--allow-partial --fail-on high").run().exit_code(1);
    let (_proxy, scan) = disturbed(vec![rule()]);
    scan.args("--fail-on high").run().exit_code(3);
}

#[test]
fn a_denied_list_of_regions_is_replaced_by_the_built_in_one() {
    let (_proxy, scan) = disturbed(vec![Rule::refuse(Refusal::Denied).on("ec2", "DescribeRegions")]);
    let run = scan.run();
    let report = run.json();
    similar(&verdicts(&report, seeded()), &seeded().verdicts);
    assert!(
        entries(&report, "warnings").iter().any(|warning| warning["action"] == "ec2:DescribeRegions"),
        "{}",
        report["warnings"]
    );
}
