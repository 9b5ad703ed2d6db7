//! Ctrl-c and SIGTERM during a scan of a mock account.

use std::time::{Duration, Instant};

use crate::support::run::Running;
use crate::support::scan;

/// Stops a slow scan by `stop`, once.
fn assert_stopped(stop: fn(&Running)) {
    let flags = "--mock demo --mock-speed 3 --jsonl - --json report.json";
    let running = scan().args(flags).within(Duration::from_secs(30)).start();
    running.until("scanning mock account");
    let stopped = Instant::now();
    stop(&running);
    let run = running.wait().exit_code(130);
    assert!(stopped.elapsed() < Duration::from_secs(4), "{:?}", stopped.elapsed());
    let report: serde_json::Value = serde_json::from_str(&run.file("report.json")).unwrap();
    assert_eq!(report["scan"]["status"], "cancelled");
    assert_eq!(report["jobs"].as_array().unwrap().len(), 26, "every job of the plan is in the report");
}

#[test]
fn an_interrupt_ends_a_mock_scan_as_cancelled() {
    assert_stopped(Running::interrupt);
}

#[test]
fn the_systems_request_to_end_is_heard_like_an_interrupt() {
    assert_stopped(Running::terminate);
}
