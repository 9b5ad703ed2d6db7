//! What a plan foretells from the scans that are stored: only what those scans saw, and their time only where the next one goes as fast.

use serde_json::{Value, json};

use super::Place;
use crate::support::account::{account, account_with_faults};

/// What a plan of a mock account foretells.
fn forecast(place: &Place, account: &str, more: &str) -> Value {
    place.run("plan --json --mock").arg(account).args(more).run().exit_code(0).json()["forecast"].clone()
}

fn calls(forecast: &Value, action: &str) -> u64 {
    let actions = forecast["actions"].as_array().unwrap();
    actions.iter().find(|one| one["action"] == action).map(|one| one["calls"].as_u64().unwrap()).unwrap_or_default()
}

#[test]
fn what_a_scan_could_not_list_is_not_taken_for_nothing() {
    let denied = account_with_faults("111111111111", 0, &json!([{ "kind": "denied", "action": "kms:ListKeys" }]));
    for (text, code) in [(denied, 3), (account("111111111111", 0), 0)] {
        let place = Place::new();
        let account = place.account("a.json", &text);
        place.scan(&account).args("--profile full").run().exit_code(code);
        let forecast = forecast(&place, &account, "--profile everything --region us-east-1");
        assert_eq!(forecast["basis"], "inventory");
        let keys = calls(&forecast, "kms:DescribeKey");
        assert!(keys >= 4, "as many as assumed, or as there are: {keys}");
    }
}

#[test]
fn the_time_of_the_same_scan_holds_only_at_the_same_pace() {
    let place = Place::new();
    let account = place.account("a.json", &account("111111111111", 0));
    let report = place.scan(&account).run().exit_code(0).json();
    let same = forecast(&place, &account, "--mock-speed 1");
    assert_eq!((&same["duration_basis"], &same["duration_ms"]), (&json!("measured"), &report["scan"]["duration_ms"]));
    for other in ["--mock-speed 50", "--mock-speed 1 --concurrency 1", "--mock-speed 1 --job-deadline 60"] {
        let other = forecast(&place, &account, other);
        assert_eq!((&other["basis"], &other["duration_basis"]), (&json!("same_scan"), &json!("reckoned")));
        assert_eq!(other["calls"], report["summary"]["api_calls"]["total"], "the calls are the same");
    }
}

#[test]
fn the_time_of_a_scan_that_was_resumed_is_nobodys() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 300));
    let running = place.scan(&slow).start();
    running.until("succeeded in");
    running.interrupt();
    running.wait().exit_code(130);
    assert_eq!(forecast(&place, &slow, "--mock-speed 1")["basis"], "assumptions", "a scan that was stopped tells nothing");
    place.run("resume last").run().exit_code(0);
    let resumed = forecast(&place, &slow, "--mock-speed 1");
    assert_eq!((&resumed["basis"], &resumed["duration_basis"]), (&json!("same_scan"), &json!("reckoned")));
}

#[test]
fn another_mock_account_with_the_same_number_tells_nothing() {
    let place = Place::new();
    let [one, other] = ["one.json", "other.json"].map(|name| place.account(name, &account("111111111111", 0)));
    place.scan(&one).run().exit_code(0);
    assert_eq!(forecast(&place, &one, "")["basis"], "same_scan");
    assert_eq!(forecast(&place, &other, "")["basis"], "assumptions");
}

#[test]
fn a_scan_that_is_not_to_be_stored_is_foretold_from_those_that_are() {
    let place = Place::new();
    let account = place.account("a.json", &account("111111111111", 0));
    place.scan(&account).run().exit_code(0);
    assert_eq!(forecast(&place, &account, "--no-store")["basis"], "same_scan");
    assert_eq!(forecast(&place, &account, "--template ci")["basis"], "same_scan");
    let settings = format!("state-dir = '{}'\nno-store = true\n", place.state().display());
    let standing = place.run("plan --json --mock").arg(&account).file("posture-scan/config.toml", &settings);
    let standing = standing.env("POSTURE_SCAN_STATE_DIR", "").run().exit_code(0).json();
    assert_eq!(standing["forecast"]["basis"], "same_scan", "a folder that stands in a file is looked into");
}

#[test]
fn a_mock_account_takes_its_time_and_costs_nothing() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 1_000));
    let [instant, timed] = ["--mock-speed 0", "--mock-speed 1"].map(|speed| forecast(&place, &slow, speed)["duration_ms"].clone());
    assert!(timed.as_u64() > Some(3_000) && timed.as_u64() > instant.as_u64(), "{instant} {timed}");
    let plan = place.run("plan --job-deadline 1 --mock-speed 50 --mock").arg(&slow).run().exit_code(0).stdout;
    assert!(plan.contains("nothing: none of the calls is billed") && !plan.contains("Billed calls"), "{plan}");
    assert!(plan.contains("and may take 1: what it cannot"), "{plan}");
}

#[test]
fn how_much_has_changed_no_plan_can_know() {
    let place = Place::new();
    let notes = |more: &str| place.run("plan --json --mock").args(more).run().exit_code(0).json()["notes"].to_string();
    assert!(notes("--type incremental").contains("depends on what has changed"));
    assert!(!notes("").contains("depends on what has changed"));
}
