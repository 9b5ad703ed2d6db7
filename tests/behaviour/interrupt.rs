//! Ctrl-c during a scan of a mock account.

use std::time::{Duration, Instant};

use crate::support::scan;

#[test]
fn an_interrupt_ends_a_mock_scan_as_cancelled() {
    let flags = "--mock demo --mock-speed 3 --jsonl - --json report.json";
    let running = scan().args(flags).within(Duration::from_secs(30)).start();
    running.until("scanning mock account");
    let interrupted = Instant::now();
    running.interrupt();
    let run = running.wait().exit_code(130);
    assert!(interrupted.elapsed() < Duration::from_secs(4), "{:?}", interrupted.elapsed());
    let report: serde_json::Value = serde_json::from_str(&run.file("report.json")).unwrap();
    assert_eq!(report["scan"]["status"], "cancelled");
    assert_eq!(report["jobs"].as_array().unwrap().len(), 26, "every job of the plan is in the report");
}
