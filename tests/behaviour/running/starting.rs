//! Starting a stored plan: what it was stored with holds, one process starts it, and it can be stopped before it runs.

use std::time::Duration;

use posture_scan::model::ScanStatus;
use serde_json::{Value, json};

use super::Place;
use crate::support::account::{account, account_with_faults};

/// Stores a plan; its id.
fn planned(place: &Place, account: &str, more: &str) -> String {
    let plan = place.run("plan --save --json --mock").arg(account).args(more).run().exit_code(0).json();
    plan["scan"]["id"].as_str().unwrap().to_owned()
}

fn status(place: &Place, id: &str) -> ScanStatus {
    place.scans().into_iter().find(|record| record.header.id == id).unwrap().status
}

/// An account that takes three seconds to say who it is.
fn reserved(place: &Place) -> String {
    place.account("reserved.json", &account("111111111111", 15_000))
}

#[test]
fn a_plan_that_is_being_started_can_be_stopped_and_waits_as_before() {
    let place = Place::new();
    let id = planned(&place, &reserved(&place), "--mock-speed 1");
    let before = place.newest();
    let run = place.run("run").arg(&id).start();
    let cancelled = (0..200).find_map(|_| {
        let cancel = place.run("cancel").arg(&id).run();
        // Until the other process has taken it up, there is nothing to stop.
        (cancel.code == Some(0)).then_some(cancel).or_else(|| {
            std::thread::sleep(Duration::from_millis(20));
            None
        })
    });
    cancelled.unwrap().says(&[&id, "was stopped before it ran; it waits as before"]);
    run.wait().exit_code(130).says(&["stopped before anything ran", "waits as before"]);
    assert_eq!(place.newest(), before);
}

#[test]
fn a_plan_that_waits_for_its_turn_can_be_stopped_and_waits_as_before() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 700));
    let id = planned(&place, &slow, "--mock-speed 0 --wait");
    let first = place.scan(&slow).start();
    place.until(ScanStatus::Running);
    let run = place.run("run").arg(&id).start();
    run.until("waiting for ");
    place.run("cancel").arg(&id).run().exit_code(0).says(&["it waits as before"]);
    run.wait().exit_code(130);
    assert_eq!(status(&place, &id), ScanStatus::NotStarted);
    first.wait().exit_code(0);
    place.run("run").arg(&id).run().exit_code(0);
}

#[test]
fn who_starts_a_plan_that_another_process_starts_is_told_so() {
    let place = Place::new();
    let id = planned(&place, &reserved(&place), "--mock-speed 1");
    let first = place.run("run").arg(&id).start();
    std::thread::sleep(Duration::from_millis(800));
    let second = place.run("run").arg(&id).run().exit_code(6);
    let second = second.says(&[&id, "is being started by another process", "scan status"]);
    assert!(!second.stderr.contains("not_started") && !second.stderr.contains("--wait"), "{}", second.stderr);
    first.interrupt();
    first.wait().exit_code(130);
}

#[test]
fn a_plan_begins_with_the_preflight_that_it_was_stored_with() {
    let place = Place::new();
    let faults = json!([{ "kind": "denied", "action": "s3:GetBucketAcl" }]);
    let denied = place.account("denied.json", &account_with_faults("111111111111", 0, &faults));
    let told = place.run("plan --preflight --profile storage --mock").arg(&denied).run().exit_code(0).stdout;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("a scan would be refused") && told.contains("permission for s3:GetBucketAcl"), "{told}");
    let id = planned(&place, &denied, "--preflight --profile storage");
    place.run("run").arg(&id).run().exit_code(5).says(&["s3:GetBucketAcl"]);
    assert_eq!(status(&place, &id), ScanStatus::NotStarted, "it still waits");
    place.run("run --allow-partial").arg(&id).run().exit_code(0);
    place.run("rerun").arg(&id).run().exit_code(5).says(&["s3:GetBucketAcl"]);
    let other = place.run("plan --profile iam --mock").arg(&denied).run().exit_code(0).stdout;
    assert!(!other.contains("a scan would be refused"), "{other}");
}

#[test]
fn a_plan_waits_or_does_nothing_as_it_was_stored_to() {
    let place = Place::new();
    let quick = place.account("quick.json", &account("111111111111", 0));
    place.scan(&quick).run().exit_code(0);
    let id = planned(&place, &quick, "--if-older-than 1h");
    place.run("run").arg(&id).run().exit_code(0).says(&["nothing to do", "is complete and began"]);
    assert_eq!(status(&place, &id), ScanStatus::NotStarted);
    place.run("rerun").arg(&id).run().exit_code(0);
    let slow = place.account("slow.json", &account("222222222222", 300));
    let id = planned(&place, &slow, "--mock-speed 0 --wait");
    let first = place.scan(&slow).start();
    place.until(ScanStatus::Running);
    let second = place.run("run").arg(&id).start();
    second.until("waiting for ");
    first.wait().exit_code(0);
    second.wait().exit_code(0);
}

#[test]
fn a_plan_is_kept_whatever_its_template_says_and_takes_the_templates_reports_when_it_runs() {
    let place = Place::new();
    let plan = place.run("plan --save --template ci --mock clean").run().exit_code(0);
    let id = place.newest().header.id;
    let text = plan.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(&format!("`scan run {id} --template ci` takes its options on reports too")), "{text}");
    let run = place.run("run last --template ci").run().exit_code(0);
    assert_eq!(run.files(), ["posture.json", "posture.junit.xml", "posture.sarif"]);
    let standing = place.run("plan --save --json --mock clean").file("posture-scan.toml", "no-store = true\n").run().exit_code(0);
    assert_eq!(standing.json()["scan"]["status"], "not_started");
    let other = place.run("plan --save --template first-look --mock clean --json").run().exit_code(0).json();
    assert!(!other["notes"].to_string().contains("--template"), "it says nothing of reports: {}", other["notes"]);
    place.run("run last --template zzz").run().exit_code(2).says(&["no template is called `zzz`"]);
}

#[test]
fn a_plan_notes_what_its_scan_notes() {
    let place = Place::new();
    let rules = "suppressions:\n- { check: no-such-check, reason: accepted, owner: web }\n- { check: 'aws-*', region: nowhere, reason: accepted, owner: web }\n";
    let run = |arguments: &str| place.run(arguments).file("rules.yaml", rules);
    let unmatched = |list: &Value| {
        let notes = list.as_array().unwrap().iter().filter(|one| one["code"] == "suppression_unmatched");
        let message = |one: &Value| one["message"].as_str().unwrap().split_once("rules.yaml").unwrap().1.to_owned();
        notes.map(message).collect::<Vec<_>>()
    };
    let plan = run("plan --save --json --mock clean --suppressions rules.yaml").run().exit_code(0).json();
    let scan = run("--no-store --format json --mock clean --mock-speed 0 --suppressions rules.yaml").run().exit_code(0).json();
    let ran = place.run("run last --format json").run().exit_code(0).json();
    assert_eq!(unmatched(&plan["notes"]).len(), 2, "{}", plan["notes"]);
    assert_eq!(unmatched(&plan["notes"]), unmatched(&scan["warnings"]));
    assert_eq!(unmatched(&plan["notes"]), unmatched(&ran["warnings"]));
}

#[test]
fn a_scan_whose_process_died_is_not_under_way() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 300));
    let mut running = place.scan(&slow).start();
    running.until("succeeded in");
    let beside = || place.run("plan --mock-speed 0 --mock").arg(&slow).run().exit_code(0).stdout;
    assert!(beside().contains("is under way"));
    running.kill();
    running.wait();
    assert_eq!(place.newest().status, ScanStatus::Running, "nobody was left to say more");
    let plan = beside();
    assert!(!plan.contains("is under way"), "{plan}");
}
