//! `scan status`: a running scan as another terminal sees it.

use std::time::Duration;

use serde_json::Value;

use super::{Archive, eventually, items};
use crate::support::run::Running;

/// A scan that takes a while, once its first job has ended.
pub(super) fn started(archive: &Archive) -> Running {
    let running = archive.run("--mock demo --mock-speed 1 --quiet --name slow").within(Duration::from_mins(2)).start();
    eventually(|| {
        let status: Value = serde_json::from_str(&archive.run("status --json").run().stdout).ok()?;
        (status["progress"]["compliance"]["jobs_ended"].as_u64()? > 0).then_some(())
    });
    running
}

#[test]
fn a_running_scan_is_seen_from_elsewhere() {
    let archive = Archive::new();
    let running = started(&archive);
    // There is no terminal to follow it on: one picture has to do.
    for command in ["status", "status last --watch"] {
        let told = archive.run(command).env("COLUMNS", "100").run().exit_code(0).stdout;
        for part in ["“slow”", "running", "discovery", "compliance", "us-east-1", "ap-northeast-1", "registries", "%"] {
            assert!(told.contains(part), "no {part} in\n{told}");
        }
        assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
    }
    let status = archive.json("status");
    let progress = &status["progress"];
    assert_eq!((items(progress, "regions").len(), items(progress, "sweeps").len()), (12, 2));
    assert_eq!((&progress["discovery"]["jobs"], &progress["compliance"]["jobs"]), (&12.into(), &12.into()));
    assert!(progress["percent"].as_u64().is_some_and(|percent| percent < 100), "{progress}");
    assert_eq!((&status["scan"]["status"], &status["scan"]["ended_at"]), (&"running".into(), &Value::Null));
    assert!(archive.told("history").contains("running "));
    running.interrupt();
    running.wait().exit_code(130);
    let told = archive.told("status --watch");
    assert!(told.contains("cancelled: stopped when"), "{told}");
    assert_eq!(archive.json("status")["progress"], Value::Null);
}

#[test]
fn a_scan_whose_process_died_does_not_seem_to_run() {
    let archive = Archive::new();
    let mut running = started(&archive);
    running.kill();
    let run = running.wait();
    assert_eq!(run.code, None);
    let told = archive.told("status").replace('\n', " ");
    assert!(told.contains("cancelled: interrupted"), "{told}");
    let shown = archive.json("show");
    assert!(items(&shown, "jobs").iter().any(|job| job["status"] == "succeeded"));
    assert!(items(&shown, "jobs").iter().all(|job| job["status"] != "running" && job["status"] != "queued"));
}

#[test]
fn a_scan_that_has_ended_says_how() {
    let archive = Archive::new();
    let report = archive.report("partial");
    let told = archive.told("status");
    assert!(told.contains("partial: ") && told.contains(report["scan"]["id"].as_str().unwrap()), "{told}");
}
