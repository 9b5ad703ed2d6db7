//! Ctrl-c: once to stop and keep what is there, twice to leave at once.

use std::time::{Duration, Instant};

use super::{TWO_REGIONS, seeded};
use crate::support::proxy::Proxy;
use crate::support::report::{entries, jobs, text};
use crate::support::rule::{Fault, Rule};
use crate::support::run::Running;

/// Ireland never answers, so that the scan would go on for long.
fn stuck() -> Proxy {
    Proxy::with(seeded(), vec![Rule::new(Fault::Silence).in_region("eu-west-1")])
}

/// Waits for the line that tells that a job has succeeded.
fn wait_for(scan: &Running, job: &str) {
    scan.until(&format!("\"type\":\"job\",\"id\":\"{job}\""));
}

#[test]
fn one_interrupt_keeps_and_reports_what_had_finished() {
    let proxy = stuck();
    let flags = TWO_REGIONS.replace("--format json", "--jsonl - --json report.json");
    let scan = proxy.scan().args(&flags).start();
    wait_for(&scan, "discovery:us-east-1");
    wait_for(&scan, "compliance:us-east-1");
    let interrupted = Instant::now();
    scan.interrupt();
    let run = scan.wait().exit_code(130);
    assert!(interrupted.elapsed() < Duration::from_secs(5), "{:?}", interrupted.elapsed());

    let report: serde_json::Value = serde_json::from_str(&run.file("report.json")).unwrap();
    assert_eq!(report["scan"]["status"], "cancelled");
    assert_eq!(jobs(&report)["discovery:us-east-1"], "succeeded");
    assert_eq!(jobs(&report)["discovery:eu-west-1"], "cancelled");
    let groups = entries(&report, "assets").iter().filter(|asset| asset["type"] == "aws.ec2.security_group").count();
    assert!(groups >= 8, "{groups} security groups of us-east-1 were kept");
    let judged = |result: &&serde_json::Value| result["status"] != "unknown" && text(&result["region"]) == "us-east-1";
    assert!(entries(&report, "results").iter().filter(judged).count() > 20);
}

#[test]
fn a_second_interrupt_ends_the_scan_at_once() {
    let proxy = stuck();
    let scan = proxy.scan().args(&TWO_REGIONS.replace("--format json", "--jsonl -")).start();
    wait_for(&scan, "discovery:us-east-1");
    scan.interrupt();
    std::thread::sleep(Duration::from_millis(200));
    let interrupted = Instant::now();
    scan.interrupt();
    let run = scan.wait();
    assert_eq!(run.code, Some(130), "{}", run.stderr);
    assert!(interrupted.elapsed() < Duration::from_secs(1), "{:?}", interrupted.elapsed());
}
