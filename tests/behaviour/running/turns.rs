//! One scan of an account at a time.

use std::time::Duration;

use posture_scan::model::ScanStatus;

use super::Place;
use crate::support::account::account;
use crate::support::run::Running;

#[test]
fn of_scans_that_start_at_once_exactly_one_runs() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 700));
    let started: Vec<_> = (0..4).map(|_| place.scan(&slow).start()).collect();
    let runs: Vec<_> = started.into_iter().map(Running::wait).collect();
    let mut codes: Vec<_> = runs.iter().map(|run| run.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, [Some(0), Some(6), Some(6), Some(6)]);
    for run in runs.iter().filter(|run| run.code == Some(6)) {
        assert_eq!(run.stdout, "");
        assert!(run.stderr.contains("mock account 111111111111 is already under way"), "{}", run.stderr);
    }
    assert_eq!(place.scans().len(), 1, "a scan that was refused is not stored");
}

#[test]
fn a_second_scan_is_refused_and_told_of_the_first() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 900));
    let first = place.scan(&slow).start();
    let running = place.until(ScanStatus::Running);
    let started = running.header.started_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let refused = place.scan(&slow).args("--json report.json").run().exit_code(6);
    assert!(!refused.path("report.json").exists(), "nothing was scanned");
    let pid = format!("pid {}", first.pid());
    let refused = refused.says(&[&running.header.id, "running", " %", &started, &pid, "--wait", "scan cancel"]);
    assert_eq!(refused.stderr.lines().count(), 1, "{}", refused.stderr);
    first.wait().exit_code(0);
    place.scan(&slow).run().exit_code(0);
}

#[test]
fn whoever_waits_scans_when_the_first_has_ended() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 700));
    let first = place.scan(&slow).start();
    let running = place.until(ScanStatus::Running);
    let second = place.scan(&slow).args("--wait").start();
    second.until(&format!("waiting for scan {}", running.header.id));
    let queued = place.until(ScanStatus::Queued);
    assert_ne!(queued.header.id, running.header.id);
    let (first, second) = (first.wait().exit_code(0).json(), second.wait().exit_code(0).json());
    assert_eq!(second["scan"]["id"], queued.header.id);
    let ended = first["scan"]["ended_at"].as_str().unwrap();
    for job in second["jobs"].as_array().unwrap() {
        assert!(job["started_at"].as_str().unwrap() > ended, "{job} began before {ended}");
    }
    assert!(place.scans().iter().all(|record| record.status == ScanStatus::Completed));
}

#[test]
fn whoever_stops_waiting_scans_nothing_and_disturbs_nobody() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 900));
    let first = place.scan(&slow).start();
    place.until(ScanStatus::Running);
    let second = place.scan(&slow).args("--wait").start();
    second.until("waiting for scan");
    let queued = place.until(ScanStatus::Queued).header.id;
    second.interrupt();
    let report = second.wait().exit_code(130).json();
    assert_eq!((&report["scan"]["status"], &report["scan"]["id"]), (&"cancelled".into(), &queued.into()));
    assert_eq!(report["summary"]["assets"], 0);
    assert_eq!(place.newest().status, ScanStatus::Cancelled);
    first.wait().exit_code(0);
}

#[test]
fn different_accounts_are_scanned_side_by_side() {
    let place = Place::new();
    let started: Vec<_> = ["111111111111", "222222222222", "333333333333"]
        .map(|id| place.scan(&place.account(&format!("{id}.json"), &account(id, 100))).within(Duration::from_mins(2)).start())
        .into_iter()
        .collect();
    let reports: Vec<_> = started.into_iter().map(|running| running.wait().exit_code(0).json()).collect();
    let time = |report: &serde_json::Value, key: &str| report["scan"][key].as_str().unwrap().to_owned();
    let last_start = reports.iter().map(|report| time(report, "started_at")).max().unwrap();
    let first_end = reports.iter().map(|report| time(report, "ended_at")).min().unwrap();
    assert!(last_start < first_end, "one waited for another: {last_start} {first_end}");
}

#[test]
fn a_scan_that_is_not_to_be_stored_takes_no_turn() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 900));
    let first = place.scan(&slow).start();
    place.until(ScanStatus::Running);
    place.run("--no-store --format json --mock-speed 0 --mock").arg(&slow).run().exit_code(0);
    first.wait().exit_code(0);
    assert_eq!(place.scans().len(), 1);
}
