//! Telling what a scan would do, keeping that, and starting it.

use posture_scan::model::ScanStatus;
use serde_json::{Value, json};

use super::{Place, comparable};
use crate::support::account::{account, account_with_faults};
use crate::support::scan;

/// A stored plan's id.
fn planned(place: &Place, account: &str) -> String {
    let plan = place.run("plan --save --json --mock").arg(account).run().exit_code(0).json();
    assert_eq!(plan["scan"]["status"], "not_started");
    plan["scan"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_plan_tells_what_a_scan_would_do_and_stores_nothing() {
    let place = Place::new();
    let plan = place.run("plan --mock --json --region us-east-1,eu-west-1 --check S3.8").run().exit_code(0).json();
    assert_eq!((&plan["schema_version"], &plan["scan"]["id"], &plan["scan"]["status"]), (&json!("1"), &Value::Null, &Value::Null));
    assert_eq!(plan["scan"]["regions"], json!(["us-east-1", "eu-west-1"]));
    let jobs: Vec<&str> = plan["jobs"].as_array().unwrap().iter().map(|job| job["id"].as_str().unwrap()).collect();
    let expected =
        ["discovery:us-east-1", "compliance:us-east-1", "discovery:eu-west-1", "compliance:eu-west-1", "clusters", "registries"];
    assert_eq!(jobs, expected);
    assert_eq!(plan["checks"].as_array().unwrap().len(), 1);
    assert_eq!(plan["forecast"]["basis"], "assumptions");
    let reason = |name: &str| {
        let skipped = plan["skipped_regions"].as_array().unwrap();
        skipped.iter().find(|one| one["region"] == name).map(|one| one["reason"].clone())
    };
    assert_eq!(reason("me-south-1"), Some(json!("not_enabled")));
    assert_eq!(reason("us-west-2"), Some(json!("not_covered")));
    assert_eq!(reason("eu-west-1"), None);
    assert!(!place.state().exists() || place.scans().is_empty());
    let text = place.run("plan --mock").run().exit_code(0);
    assert!(
        ["Jobs", "API actions", "none of the calls is billed", "--save"].iter().all(|part| text.stdout.contains(part)),
        "{}",
        text.stdout
    );
}

#[test]
fn a_saved_plan_runs_as_the_same_scan() {
    let place = Place::new();
    let account = place.account("a.json", &account("111111111111", 0));
    let id = planned(&place, &account);
    let history = place.run("history").run().exit_code(0);
    assert!(history.stdout.contains("not started"), "{}", history.stdout);
    let status = place.run("status").run().exit_code(0);
    assert!(status.stdout.contains(&format!("`scan run {id}` starts it")), "{}", status.stdout);
    let planned_at = place.newest().header.started_at;
    let run = place.run("run last --format json --fail-on critical").run();
    let report = run.json();
    assert_eq!((&report["scan"]["id"], &report["scan"]["status"]), (&json!(id), &json!("completed")));
    let record = place.newest();
    assert_eq!(record.status, ScanStatus::Completed);
    assert!(record.header.started_at > planned_at, "ages count from when it began to look");
    assert_eq!(place.scans().len(), 1);
    let elsewhere = Place::new();
    let direct = elsewhere.scan(&account).args("--fail-on critical").run();
    assert_eq!(run.code, direct.code);
    assert_eq!(comparable(report), comparable(direct.json()));
}

#[test]
fn only_a_plan_can_be_started_and_only_what_began_can_go_on() {
    let place = Place::new();
    let account = place.account("a.json", &account("111111111111", 0));
    place.run("run last").run().exit_code(2).says(&["no scan is stored"]);
    let id = planned(&place, &account);
    place.run("resume").arg(&id).run().exit_code(2).says(&["has never started", &format!("`scan run {id}` starts it")]);
    place.run("cancel").arg(&id).run().exit_code(2).says(&["never started"]);
    place.run("run").arg(&id).run().exit_code(0);
    place.run("run").arg(&id).run().exit_code(2).says(&["it is completed", &format!("`scan rerun {id}`")]);
    place.run("run nothing-like-it").run().exit_code(2).says(&["no stored scan is called nothing-like-it"]);
    place.run("plan --save --no-store --mock").run().exit_code(2).says(&["--save"]);
}

#[test]
fn a_plan_whose_checks_have_changed_does_not_run() {
    let place = Place::new();
    let checks = place.folder.path().join("own");
    let own = |arguments: &str| place.run(arguments).arg(checks.to_str().unwrap());
    own("checks new aws-s3-bucket-has-an-owner --resource aws.s3.bucket --dir").run().exit_code(0);
    let plan = own("plan --mock --save --json --check aws-s3-bucket-has-an-owner --checks-dir").run().exit_code(0).json();
    let file = checks.join("aws/s3/bucket-has-an-owner.yaml");
    let changed = std::fs::read_to_string(&file).unwrap().replace("severity: ", "severity: critical # ");
    std::fs::write(&file, changed).unwrap();
    let refused = place.run("run").arg(plan["scan"]["id"].as_str().unwrap()).run().exit_code(2);
    refused.says(&["aws-s3-bucket-has-an-owner", "have changed since", "scan rerun"]);
    assert_eq!(place.newest().status, ScanStatus::NotStarted, "it still waits");
}

#[test]
fn the_next_plan_builds_on_the_last_scan() {
    let place = Place::new();
    let account = place.account("a.json", &account("111111111111", 0));
    let plan = |more: &str| place.run("plan --json --mock").arg(&account).args(more).run().exit_code(0).json()["forecast"].clone();
    assert_eq!(plan("")["basis"], "assumptions");
    let report = place.scan(&account).run().exit_code(0).json();
    let same = plan("");
    assert_eq!((&same["basis"], &same["scan_id"]), (&json!("same_scan"), &report["scan"]["id"]));
    assert_eq!(same["calls"], report["summary"]["api_calls"]["total"]);
    assert!(same["duration_ms"].is_u64());
    let other = plan("--profile storage");
    assert_eq!((&other["basis"], &other["scan_id"]), (&json!("inventory"), &report["scan"]["id"]));
}

#[test]
fn a_plan_says_that_a_scan_would_do_nothing_or_would_have_to_wait() {
    let place = Place::new();
    let quick = place.account("quick.json", &account("111111111111", 0));
    place.scan(&quick).run().exit_code(0);
    let needless = place.run("plan --if-older-than 1h --mock").arg(&quick).run().exit_code(0);
    assert!(needless.stdout.contains("a scan would do nothing"), "{}", needless.stdout);
    let slow = place.account("slow.json", &account("222222222222", 300));
    let running = place.scan(&slow).start();
    running.until("succeeded in");
    let beside = place.run("plan --mock-speed 0 --mock").arg(&slow).run().exit_code(0);
    assert!(beside.stdout.contains("a scan would be refused"), "{}", beside.stdout);
    running.interrupt();
    running.wait().exit_code(130);
}

#[test]
fn of_regions_that_nobody_could_ask_for_a_plan_does_not_say_that_they_are_enabled() {
    let place = Place::new();
    let faults = json!([{ "kind": "denied", "action": "ec2:DescribeRegions" }]);
    let denied = place.account("denied.json", &account_with_faults("111111111111", 0, &faults));
    let plan = place.run("plan --json --region us-east-1 --mock").arg(&denied).run().exit_code(0).json();
    let skipped = plan["skipped_regions"].as_array().unwrap();
    let reasons: std::collections::BTreeSet<&str> = skipped.iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["not_enabled", "unknown"].into());
    let text = place.run("plan --region us-east-1 --mock").arg(&denied).run().exit_code(0).stdout;
    assert!(text.contains("not covered, enabled or not: ") && !text.contains("enabled and not covered"), "{text}");
}

#[test]
fn a_plan_takes_the_options_of_a_scan_and_what_stands_behind_them() {
    let project = || scan().file("posture-scan.toml", "mock = 'demo'\nregion = 'eu-west-1'\nfail-on = 'low'\nname = 'weekly'\n");
    let plan = project().args("plan --json --region us-east-1").run().exit_code(0);
    let said = plan.json();
    assert_eq!((&said["scan"]["name"], &said["scan"]["regions"]), (&json!("weekly"), &json!(["us-east-1"])));
    plan.says(&["note: mock and name come from"]);
    let wrong = project().args("plan --profile nosuch").run().exit_code(2);
    wrong.says(&["no profile is called `nosuch`"]);
    scan().args("--profile mvp15 plan --mock").run().exit_code(2).says(&["--profile must come after `scan plan`"]);
    scan().args("plan --mock --sarif x").run().exit_code(2).says(&["--sarif"]);
}
