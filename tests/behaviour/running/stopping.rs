//! Stopping a scan from another process.

use std::time::{Duration, Instant};

use posture_scan::model::{JobStatus, ScanStatus};
use posture_scan::store::Store;

use super::Place;
use crate::support::account::account;

#[test]
fn a_running_scan_stops_when_another_process_asks_and_keeps_what_had_finished() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 300));
    let running = place.scan(&slow).start();
    running.until("succeeded in");
    let asked = Instant::now();
    let cancelled = place.run("cancel last").run().exit_code(0);
    assert!(asked.elapsed() < Duration::from_secs(8), "{:?}", asked.elapsed());
    let record = place.newest();
    let said = cancelled.says(&[&record.header.id, "has ended: cancelled", "jobs had finished"]);
    assert_eq!(said.stdout, "");
    let report = running.wait().exit_code(130).json();
    assert_eq!((&report["scan"]["status"], &report["scan"]["id"]), (&"cancelled".into(), &record.header.id.clone().into()));
    assert_eq!(record.status, ScanStatus::Cancelled);
    assert!(record.jobs.succeeded > 0 && record.jobs.cancelled > 0, "{:?}", record.jobs);
    let kept = Store::open_read_only(&place.state()).unwrap().report(&record.header.id).unwrap();
    assert_eq!(kept.assets.len(), report["assets"].as_array().unwrap().len());
    assert!(!kept.assets.is_empty());
}

#[test]
fn a_scan_that_waits_can_be_stopped_as_well() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 300));
    let first = place.scan(&slow).start();
    place.until(ScanStatus::Running);
    let second = place.scan(&slow).args("--wait").start();
    second.until("waiting for scan");
    let queued = place.until(ScanStatus::Queued).header.id;
    place.run("cancel").arg(&queued).run().exit_code(0).says(&[&queued, "cancelled"]);
    second.wait().exit_code(130);
    first.wait().exit_code(0);
}

#[test]
fn a_scan_that_has_ended_needs_no_stopping() {
    let place = Place::new();
    let account = place.account("account.json", &account("111111111111", 0));
    place.scan(&account).run().exit_code(0);
    let id = place.newest().header.id;
    place.run("cancel last").run().exit_code(0).says(&[&id, "has ended already: completed"]);
    assert_eq!(place.newest().status, ScanStatus::Completed);
}

#[test]
fn what_is_not_there_cannot_be_stopped() {
    let place = Place::new();
    place.run("cancel last").run().exit_code(2).says(&["no scan is stored"]);
    assert!(!place.state().exists(), "looking makes nothing");
    place.scan(&place.account("account.json", &account("111111111111", 0))).run().exit_code(0);
    place.run("cancel 1999").run().exit_code(2).says(&["no stored scan is called 1999"]);
    place.run("cancel").run().exit_code(2).says(&["<ID>"]);
}

#[test]
fn a_scan_whose_process_died_is_settled_by_whoever_looks() {
    let place = Place::new();
    let slow = place.account("slow.json", &account("111111111111", 300));
    let mut running = place.scan(&slow).start();
    running.until("succeeded in");
    place.until(ScanStatus::Running);
    running.kill();
    assert_eq!(running.wait().code, None, "a signal ended it");
    assert_eq!(place.newest().status, ScanStatus::Running, "nobody was left to say more");
    place.run("cancel last").run().exit_code(0).says(&["has ended already: cancelled", "interrupted"]);
    let record = place.newest();
    assert_eq!((record.status, record.jobs.running, record.jobs.queued), (ScanStatus::Cancelled, 0, 0));
    let jobs = Store::open_read_only(&place.state()).unwrap().jobs(&record.header.id).unwrap();
    assert!(jobs.iter().any(|stored| stored.job.status == JobStatus::Cancelled));
}
