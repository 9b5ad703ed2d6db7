//! `scan assets` and `scan findings`: the lists of a stored scan, narrowed.

use serde_json::Value;

use super::{Archive, items};

#[test]
fn assets_can_be_narrowed_by_type_region_and_tag() {
    let archive = Archive::new();
    let report = archive.report("demo");
    assert_eq!(archive.json("assets")["assets"], report["assets"]);
    let matching = |is_meant: &dyn Fn(&Value) -> bool| items(&report, "assets").iter().filter(|asset| is_meant(asset)).count();
    let listed = |flags: &str| items(&archive.json(&format!("assets {flags}")), "assets").len();
    let is_bucket = |asset: &Value| asset["type"] == "aws.s3.bucket";
    assert_eq!(listed("--type aws.s3.bucket"), matching(&is_bucket));
    assert_eq!(
        listed("--type aws.s3.bucket --region eu-west-1"),
        matching(&|asset| is_bucket(asset) && asset["region"] == "eu-west-1")
    );
    let is_restricted = |asset: &Value| asset["tags"]["DataClass"] == "restricted";
    assert!(matching(&is_restricted) > 0, "the fixture has changed");
    assert_eq!(listed("--tag DataClass=restricted"), matching(&is_restricted));
    assert_eq!(listed("--tag DataClass=restricted --tag Team=nobody"), 0);
    assert_eq!(listed("--type aws.s3.bucket,aws.iam.user"), matching(&|asset| is_bucket(asset) || asset["type"] == "aws.iam.user"));
    let told = archive.told("assets --type aws.s3.bucket");
    assert!(told.contains("fernhill-terraform-state") && !told.contains("aws.iam.user"), "{told}");
    assert!(archive.told("assets --tag Team=nobody").contains("no asset is like that"));
}

#[test]
fn findings_can_be_narrowed_by_severity_check_region_and_status() {
    let archive = Archive::new();
    let report = archive.report("partial");
    let matching = |is_meant: &dyn Fn(&Value) -> bool| -> Vec<Value> {
        items(&report, "results").iter().filter(|result| is_meant(result)).cloned().collect()
    };
    let listed = |flags: &str| items(&archive.json(&format!("findings {flags}")), "results").to_vec();
    let is_finding = |result: &Value| result["status"] == "fail";
    assert_eq!(listed(""), matching(&is_finding));
    assert_eq!(listed("--severity critical"), matching(&|it| is_finding(it) && it["severity"] == "critical"));
    assert_eq!(listed("--region eu-west-1"), matching(&|it| is_finding(it) && it["region"] == "eu-west-1"));
    assert_eq!(listed("--status unknown"), matching(&|it| it["status"] == "unknown"));
    assert_eq!(
        listed("--status pass,not_applicable").len(),
        matching(&|it| it["status"] == "pass" || it["status"] == "not_applicable").len()
    );
    let check = "aws-s3-bucket-blocks-public-access";
    let of_check = matching(&|it| is_finding(it) && it["check_id"] == check);
    assert!(!of_check.is_empty(), "the fixture has changed");
    for name in [check, "S3.8", "s3.8", "cis-aws-5.0:2.1.4"] {
        assert_eq!(listed(&format!("--check {name}")), of_check, "{name}");
    }
    let told = archive.told("findings --status unknown");
    assert!(told.contains("── Unknown") && told.contains("was denied"), "{told}");
    assert!(archive.told("findings --severity informational").contains("no result is like that"));
}

#[test]
fn an_earlier_scan_can_be_named() {
    let archive = Archive::new();
    let demo = archive.report("demo");
    archive.scan("clean");
    let id = demo["scan"]["id"].as_str().unwrap();
    let earlier = archive.json(&format!("findings --scan {id}"));
    assert_eq!((&earlier["scan"]["id"], items(&earlier, "results").len()), (&id.into(), 33));
    assert_eq!(items(&archive.json("findings"), "results").len(), 0);
}

#[test]
fn what_nobody_knows_is_refused_with_the_nearest_name() {
    let archive = Archive::new();
    archive.scan("demo");
    archive.refused("assets --type aws.s3.bukket").says(&["aws.s3.bukket", "did you mean aws.s3.bucket"]);
    archive.refused("assets --region eu-wst-1").says(&["eu-wst-1", "did you mean eu-west-1"]);
    archive.refused("assets --tag Team").says(&["KEY=VALUE"]);
    archive.refused("findings --check aws-s3-bucket-is-not-pubic").says(&["did you mean aws-s3-bucket-is-not-public"]);
    archive.refused("findings --severity hihg").says(&["high"]);
    archive.refused("findings --status failed").says(&["fail", "unknown", "not_applicable"]);
}
