//! Incremental scans of mock accounts: what is read, what is used again, and when everything is read after all.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::run::{Run, Scan, results_alone};
use crate::support::scan;

/// The demo account and the scans of it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: TempDir::new().unwrap() };
        place.account(&json!({}));
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("account.json")
    }

    /// From now on the account is the demo account with `more`.
    fn account(&self, more: &Value) {
        let mut account = json!({ "extends": "demo" });
        account.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        std::fs::write(self.file(), account.to_string()).unwrap();
    }

    fn scan(&self, arguments: &str) -> Scan {
        self.plain(arguments).args("--format json")
    }

    fn plain(&self, arguments: &str) -> Scan {
        let scan = scan().state(&self.folder.path().join("state")).args("--mock-speed 0").args(arguments);
        scan.arg("--mock").arg(self.file().to_str().unwrap())
    }

    fn incremental(&self) -> Value {
        self.scan("--type incremental").run().exit_code(0).json()
    }

    fn full(&self) -> Value {
        self.scan("--type full").run().exit_code(0).json()
    }
}

/// A bucket of the demo account whose own block is gone.
fn unblocked(bucket: &str) -> Value {
    let demo: Value = serde_json::from_str(include_str!("../../fixtures/demo.json")).unwrap();
    let mut asset = demo["assets"].as_array().unwrap().iter().find(|asset| asset["id"] == bucket).unwrap().clone();
    asset["properties"]["public_access_block"] = Value::Null;
    json!([asset])
}

fn blocks(report: &Value, bucket: &str) -> String {
    let results = report["results"].as_array().unwrap();
    let of_bucket =
        |result: &&Value| result["check_id"] == "aws-s3-bucket-blocks-public-access" && result["resource"]["id"] == bucket;
    results.iter().find(of_bucket).unwrap()["status"].as_str().unwrap().to_owned()
}

/// When the details of each bucket were read, where an earlier scan did.
fn read_at(report: &Value) -> BTreeMap<String, Value> {
    let assets = report["assets"].as_array().unwrap().iter().filter(|asset| asset["type"] == "aws.s3.bucket");
    let reused = assets.filter(|asset| asset.get("evidence_read_at").is_some());
    reused.map(|asset| (asset["id"].as_str().unwrap().to_owned(), asset["evidence_read_at"].clone())).collect()
}

/// Why everything was read, and where.
fn full_readings(report: &Value) -> Vec<(String, String)> {
    let warnings = report["warnings"].as_array().unwrap().iter().filter(|warning| warning["code"] == "full_reading");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    warnings.map(|warning| (text(&warning["region"]), text(&warning["message"]))).collect()
}

fn calls(report: &Value) -> BTreeMap<String, u64> {
    serde_json::from_value(report["summary"]["api_calls"]["by_service"].clone()).unwrap()
}

const BUCKET: &str = "fernhill-ledger-archive";

#[test]
fn without_a_change_the_results_are_the_same_and_no_detail_of_a_bucket_cluster_or_repository_is_read() {
    let place = Place::new();
    let full = place.full();
    let first = place.incremental();
    assert_eq!(results_alone(&first), results_alone(&full));
    assert_eq!((full_readings(&first), &first["scan"]["type"]), (vec![], &json!("incremental")));
    let (before, after) = (calls(&full), calls(&first));
    // The list; the account's own block.
    assert_eq!((before["s3"], after["s3"]), (50, 2));
    // Seven regions have buckets, clusters or repositories.
    assert_eq!(after["cloudtrail"] - before["cloudtrail"], 7);
    assert_eq!((before["eks"] - after["eks"], before["ecr"] - after["ecr"]), (3, 2));
    // 16 buckets with three facets, 3 clusters, 10 repositories.
    assert_eq!(first["summary"]["evidence"]["reused"], 16 * 3 + 3 + 10);
    let read: u64 = full["summary"]["evidence"]["read"].as_u64().unwrap();
    assert_eq!(first["summary"]["evidence"]["read"].as_u64().unwrap() + 61, read);
    assert_eq!(read_at(&first).len(), 16);
    assert!(read_at(&full).is_empty());
    // A further one still tells when the first scan read it.
    let second = place.incremental();
    assert_eq!((read_at(&second), results_alone(&second)), (read_at(&first), results_alone(&full)));
    assert_eq!(second["summary"]["evidence"], first["summary"]["evidence"]);
    assert!(second["summary"]["evidence"]["since"].as_str().unwrap() < first["scan"]["started_at"].as_str().unwrap());
}

#[test]
fn what_the_log_tells_of_is_read_and_nothing_else() {
    let place = Place::new();
    assert_eq!(blocks(&place.full(), BUCKET), "pass");
    let change = json!([{ "source": "s3.amazonaws.com", "parameters": { "bucketName": BUCKET } }]);
    place.account(&json!({ "assets": unblocked(BUCKET), "changes": { "ca-central-1": change } }));
    let report = place.incremental();
    assert_eq!(blocks(&report, BUCKET), "fail");
    assert_eq!(report["summary"]["evidence"]["reused"], 15 * 3 + 3 + 10);
    assert_eq!(calls(&report)["s3"], 2 + 3);
    assert!(!read_at(&report).contains_key(BUCKET));
    // What was read now is what a further scan builds on.
    place.account(&json!({ "assets": unblocked(BUCKET) }));
    let report = place.incremental();
    assert_eq!((blocks(&report, BUCKET), calls(&report)["s3"]), ("fail".to_owned(), 2));
}

#[test]
fn a_log_that_cannot_be_read_in_a_region_has_that_region_read() {
    let place = Place::new();
    let full = place.full();
    let denied = json!([{ "kind": "denied", "action": "cloudtrail:LookupEvents", "region": "eu-west-1" }]);
    place.account(&json!({ "faults": denied }));
    let report = place.incremental();
    assert_eq!(results_alone(&report), results_alone(&full));
    let [(region, message)] = &full_readings(&report)[..] else { panic!("{:?}", full_readings(&report)) };
    assert_eq!(region, "eu-west-1");
    assert!(message.contains("was denied") && message.ends_with("grant cloudtrail:LookupEvents to the scanning role"), "{message}");
    assert_eq!(report["scan"]["status"], "completed", "nothing is missing");
    // Three buckets, a cluster and three repositories live there.
    assert_eq!(report["summary"]["evidence"]["reused"], 61 - 3 * 3 - 1 - 3);
}

#[test]
fn an_account_without_a_log_is_read_and_says_so() {
    let place = Place::new();
    let mut demo: Value = serde_json::from_str(include_str!("../../fixtures/demo.json")).unwrap();
    demo.as_object_mut().unwrap().remove("changes").unwrap();
    std::fs::write(place.file(), demo.to_string()).unwrap();
    let (full, report) = (place.full(), place.incremental());
    assert_eq!((results_alone(&report), &report["summary"]["api_calls"]), (results_alone(&full), &full["summary"]["api_calls"]));
    assert_eq!(full_readings(&report).len(), 7);
    assert!(full_readings(&report)[0].1.contains("there is no log of changes"));
}

/// That everything was read, and what the one warning says of the reason.
#[track_caller]
fn assert_read_in_full(run: &Run, why: &str) {
    let report = run.json();
    assert_eq!((&report["summary"]["evidence"]["reused"], calls(&report)["s3"]), (&json!(0), 50));
    let [(region, message)] = &full_readings(&report)[..] else { panic!("{:?}", full_readings(&report)) };
    assert_eq!(region, "");
    assert!(message.starts_with("everything was read again, for ") && message.contains(why), "{message}");
}

#[test]
fn without_a_complete_scan_to_build_on_everything_is_read() {
    let place = Place::new();
    let wish = || place.scan("--type incremental").run();
    assert_read_in_full(&wish().exit_code(0), "no earlier scan of mock account 111122223333 with these checks is stored");
    // That one was complete.
    assert_eq!(full_readings(&place.incremental()), []);
    // A scan of fewer checks is nothing to build on.
    let place = Place::new();
    place.scan("--check aws-s3-bucket-is-not-public").run().exit_code(0);
    let wish = || place.scan("--type incremental").run();
    assert_read_in_full(&wish().exit_code(0), "with these checks is stored");
    place.account(&json!({ "faults": [{ "kind": "denied", "action": "ec2:DescribeVpcs", "region": "eu-west-1" }] }));
    place.scan("--type full").run().exit_code(3);
    assert_read_in_full(&wish().exit_code(3), "could not read everything: mend what its warnings name");
    place.account(&json!({}));
    assert_read_in_full(&wish().exit_code(0), "could not read everything");
    let old = place.scan("--type incremental --max-evidence-age 0m").run().exit_code(0);
    assert_read_in_full(&old, "which is longer ago than --max-evidence-age");
}

#[test]
fn regions_that_the_earlier_scan_did_not_cover_are_read() {
    let place = Place::new();
    place.scan("--region us-east-1,eu-west-1").run().exit_code(0);
    let run = place.scan("--type incremental --region eu-west-1,ca-central-1").run().exit_code(0);
    let report = run.json();
    assert_eq!(report["scan"]["regions"], json!(["eu-west-1", "ca-central-1"]));
    let regions: Vec<String> = full_readings(&report).into_iter().map(|(region, _)| region).collect();
    assert_eq!(regions, ["ca-central-1"]);
    assert_eq!(read_at(&report).len(), 3);
}

#[test]
fn the_table_says_how_much_was_used_again() {
    let place = Place::new();
    place.full();
    let run = place.plain("--type incremental").run().exit_code(0);
    let line = run.stdout.lines().find(|line| line.trim_start().starts_with("evidence")).unwrap_or_default();
    assert!(line.contains("61 unchanged since an earlier scan, the oldest read at"), "{}", run.stdout);
}

#[test]
fn wishes_that_contradict_each_other_are_refused() {
    let refused = |arguments: &str| scan().args("--mock").args(arguments).run().exit_code(2);
    refused("--max-evidence-age 3d").says(&["--max-evidence-age needs --type incremental"]);
    refused("--type incremental --no-store").says(&["builds on stored scans; leave out --no-store"]);
    refused("--type incremental --max-evidence-age 90d").says(&["at most 89d"]);
}
