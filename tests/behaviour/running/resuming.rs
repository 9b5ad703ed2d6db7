//! Going on with a scan, and running one again.

use posture_scan::model::{JobStatus, ScanStatus};
use posture_scan::store::Store;
use serde_json::{Value, json};

use super::{Place, beginnings, comparable};
use crate::support::account::{account, account_with_faults};

/// A scan that was stopped when some of its jobs had succeeded; the account's name and the scan's id.
fn stopped(place: &Place) -> (String, String) {
    let slow = place.account("slow.json", &account("111111111111", 300));
    let running = place.scan(&slow).start();
    running.until("succeeded in");
    running.interrupt();
    running.wait().exit_code(130);
    let record = place.newest();
    assert!(record.jobs.succeeded > 0 && record.jobs.cancelled > 0, "{:?}", record.jobs);
    (slow, record.header.id)
}

#[test]
fn a_stopped_scan_goes_on_where_it_ended() {
    let place = Place::new();
    let (slow, id) = stopped(&place);
    let store = Store::open_read_only(&place.state()).unwrap();
    let mut done = store.jobs(&id).unwrap();
    done.retain(|stored| stored.job.status == JobStatus::Succeeded);
    let before = beginnings(&place.state(), &id);
    // The account answers at once now, so that the test does not take long.
    place.account("slow.json", &account("111111111111", 0));
    let resumed = place.run("resume last --format json --json report.json --sarif report.sarif").run().exit_code(0);
    let told = "resuming the scan of mock account 111111111111 · profile mvp15 · 15 checks · 12 regions";
    let resumed = resumed.says(&[told, &format!("{} of 26 jobs have ended", done.len())]);
    let report = resumed.json();
    assert_eq!(report["scan"]["id"], id);
    assert_eq!(report["scan"]["status"], "completed");
    assert_eq!(serde_json::from_str::<Value>(&resumed.file("report.json")).unwrap(), report);
    assert!(resumed.file("report.sarif").contains("2.1.0"));
    let after = beginnings(&place.state(), &id);
    for stored in done {
        assert_eq!(before[&stored.job.id], after[&stored.job.id], "{} ran again", stored.job.id);
    }
    let elsewhere = Place::new();
    let undisturbed = elsewhere.scan(&slow).run().exit_code(0).json();
    assert_eq!(comparable(report), comparable(undisturbed));
    assert_eq!(place.scans().len(), 1);
}

#[test]
fn json_lines_of_a_resumed_scan_hold_what_it_did_now() {
    let place = Place::new();
    let (_, id) = stopped(&place);
    place.account("slow.json", &account("111111111111", 0));
    let left = 26 - place.newest().jobs.succeeded;
    let resumed = place.run("resume --jsonl - --progress none").arg(&id).run().exit_code(0);
    let lines: Vec<Value> = resumed.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let jobs = lines.iter().filter(|line| line["type"] == "job").count() as u64;
    assert_eq!(jobs, left);
}

#[test]
fn a_complete_scan_has_nothing_left_and_its_report_can_be_had() {
    let place = Place::new();
    let account = place.account("account.json", &account("111111111111", 0));
    let first = place.scan(&account).run().exit_code(0).json();
    let again = place.run("resume last --format json --jsonl lines.jsonl").run().exit_code(0).says(&["nothing to resume"]);
    assert_eq!(again.json(), first);
    let lines = again.file("lines.jsonl");
    assert_eq!(lines.lines().filter(|line| line.contains("\"type\":\"job\"")).count(), 26);
    place.run("resume last --fail-on critical --quiet").run().exit_code(1);
    assert_eq!(place.newest().status, ScanStatus::Completed);
}

#[test]
fn jobs_that_missed_something_run_again_until_nothing_is_missing() {
    let place = Place::new();
    let denied = json!([{ "kind": "denied", "action": "ec2:DescribeInstances", "region": "eu-west-1" }]);
    let account_file = place.account("account.json", &account_with_faults("111111111111", 0, &denied));
    let first = place.scan(&account_file).run().exit_code(3).json();
    let missed = first["jobs"].as_array().unwrap().iter().filter(|job| job["status"] != "succeeded").count();
    assert_eq!(missed, 2, "discovery and compliance of eu-west-1");
    let again = place.run("resume last --format json").run().exit_code(3).says(&["24 of 26 jobs have ended"]).json();
    assert_eq!(comparable(again), comparable(first));
    place.account("account.json", &account("111111111111", 0));
    let granted = place.run("resume last --format json").run().exit_code(0).json();
    assert_eq!(granted["summary"]["results"]["unknown"], 0);
    assert_eq!(granted["scan"]["status"], "completed");
    assert!(granted["warnings"].as_array().unwrap().iter().all(|warning| warning["code"] != "denied"));
}

#[test]
fn a_running_scan_cannot_be_resumed() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 900));
    let first = place.scan(&slow).start();
    let id = place.until(ScanStatus::Running).header.id;
    place.run("resume last").run().exit_code(6).says(&[&id, "already under way", "pid"]);
    first.wait().exit_code(0);
}

#[test]
fn a_resumed_scan_waits_for_its_turn_and_stays_as_it_was_when_stopped_meanwhile() {
    let place = Place::new();
    let (_, id) = stopped(&place);
    let before = Store::open_read_only(&place.state()).unwrap().report(&id).unwrap();
    place.account("slow.json", &account("111111111111", 0));
    let other = place.scan(&place.account("slower.json", &account("111111111111", 3000))).start();
    place.until(ScanStatus::Running);
    place.run("resume").arg(&id).run().exit_code(6).says(&["already under way"]);
    let waiting = place.run("resume --wait").arg(&id).start();
    waiting.until("waiting for scan");
    waiting.interrupt();
    waiting.wait().exit_code(130).says(&["stays as it was"]);
    let after = Store::open_read_only(&place.state()).unwrap().report(&id).unwrap();
    assert_eq!((after.status, &after.status_reason, after.ended_at), (before.status, &before.status_reason, before.ended_at));
    assert_eq!((after.jobs, after.results.len()), (before.jobs, before.results.len()));
    assert_eq!(after.warnings, before.warnings);
    let waiting = place.run("resume --wait --format json").arg(&id).start();
    waiting.until("waiting for scan");
    other.interrupt();
    other.wait().exit_code(130);
    assert_eq!(waiting.wait().exit_code(0).json()["scan"]["id"], id);
}

#[test]
fn credentials_of_another_account_cannot_go_on() {
    let place = Place::new();
    let (_, id) = stopped(&place);
    let before = place.newest();
    place.account("slow.json", &account("222222222222", 0));
    let refused = place.run("resume last --json report.json").run().exit_code(5);
    assert!(!refused.path("report.json").exists());
    refused.says(&[&id, "mock account 111111111111", "mock account 222222222222"]);
    assert_eq!(place.newest(), before);
}

/// A check of one's own.
const CHECK: &str = r#"
id: aws-s3-bucket-has-a-name
title: S3 bucket has a name
severity: low
resource: aws.s3.bucket
pass: resource.name != ""
message: Bucket {resource.id} has no name
risk: Nobody can call it.
remediation: { text: Give it one. }
categories: [naming]
aliases: []
examples:
  - { name: named, expect: pass, resource: { name: photos } }
  - { name: nameless, expect: fail, resource: { name: "" } }
"#;

#[test]
fn a_scan_goes_on_only_with_the_checks_that_it_began_with() {
    let place = Place::new();
    let (slow, checks) = (place.account("slow.json", &account("111111111111", 300)), place.folder.path().join("checks"));
    std::fs::create_dir_all(checks.join("aws/s3")).unwrap();
    let check = checks.join("aws/s3/bucket-has-a-name.yaml");
    std::fs::write(&check, CHECK).unwrap();
    let running = place
        .scan(&slow)
        .args("--profile mvp15 --check aws-s3-bucket-has-a-name --checks-dir")
        .arg(checks.to_str().unwrap())
        .start();
    place.until(ScanStatus::Running);
    running.interrupt();
    running.wait().exit_code(130);
    place.account("slow.json", &account("111111111111", 0));
    std::fs::write(&check, CHECK.replace("severity: low", "severity: high")).unwrap();
    let id = place.newest().header.id;
    place.run("resume last").run().exit_code(2).says(&["aws-s3-bucket-has-a-name", "scan rerun", &id]);
    // What decides counts, not only what the check says of itself.
    std::fs::write(&check, CHECK.replace(r#"pass: resource.name != """#, r#"pass: resource.name != "" && true"#)).unwrap();
    place.run("resume last").run().exit_code(2).says(&["aws-s3-bucket-has-a-name", "scan rerun", &id]);
    std::fs::rename(&checks, place.folder.path().join("moved")).unwrap();
    place.run("resume last").run().exit_code(2).says(&["checks"]);
    std::fs::write(place.folder.path().join("moved/aws/s3/bucket-has-a-name.yaml"), CHECK).unwrap();
    let moved = place.folder.path().join("moved");
    place.run("resume last --checks-dir").arg(moved.to_str().unwrap()).run().exit_code(0);
}

#[test]
fn a_scan_run_again_is_a_new_one_with_the_same_request() {
    let place = Place::new();
    let account = place.account("account.json", &account("111111111111", 0));
    let request = "--region eu-west-1,us-east-1 --profile full --name nightly";
    let first = place.scan(&account).args(request).run().exit_code(0).json();
    let again = place.run("rerun last --format json").run().exit_code(0).json();
    assert_ne!(again["scan"]["id"], first["scan"]["id"]);
    assert_eq!(again["scan"]["name"], "nightly");
    assert_eq!(comparable(again), comparable(first));
    assert_eq!(place.scans().len(), 2);
}

#[test]
fn only_the_regions_that_missed_something_are_run_again() {
    let place = Place::new();
    let faults = json!([
        { "kind": "denied", "action": "ec2:DescribeInstances", "region": "eu-west-1" },
        { "kind": "denied", "action": "ecr:DescribeRepositories", "region": "us-west-2" },
    ]);
    let account_file = place.account("account.json", &account_with_faults("111111111111", 0, &faults));
    place.scan(&account_file).run().exit_code(3);
    let failed = place.newest().header.id;
    let again = place.run("rerun last --failed --format json").run().exit_code(3).json();
    assert_eq!(again["scan"]["regions"], json!(["us-west-2", "eu-west-1"]));
    place.account("account.json", &account("111111111111", 0));
    place.run("rerun --failed --quiet").arg(&failed).run().exit_code(0);
    place.run("rerun last --failed").run().exit_code(0).says(&["nothing to run again"]);
    assert_eq!(place.scans().len(), 3);
}

#[test]
fn a_resumed_scan_stays_compared_with_the_report_that_was_named_when_it_began() {
    let place = Place::new();
    let account = place.account("account.json", &account("111111111111", 0));
    let earlier = place.scan(&account).args("--no-store").run().exit_code(0);
    let baseline = place.folder.path().join("earlier.json");
    std::fs::write(&baseline, &earlier.stdout).unwrap();
    let slow = place.account("account.json", &crate::support::account::account("111111111111", 600));
    let running = place.scan(&slow).arg("--baseline").arg(baseline.to_str().unwrap()).start();
    let id = place.until(ScanStatus::Running).header.id;
    running.interrupt();
    running.wait().exit_code(130);
    place.account("account.json", &crate::support::account::account("111111111111", 0));
    let resumed = place.run("resume --format json").arg(&id).run().exit_code(0);
    assert!(resumed.stdout.contains(r#""baseline": "known""#));
    let reported = place.run("report --format json").arg(&id).run().exit_code(0);
    assert_eq!(resumed.stdout, reported.stdout);
}
