//! Calls that would go on for ever: a job waits for them no longer than its deadline, and a call no longer than its own patience.

use std::time::Duration;

use super::probe::{PROBES, Probe, Told, assert_unknown, for_each};
use crate::support::answer::Refusal;
use crate::support::report::{entries, jobs, text, warnings};
use crate::support::rule::Fault;

const LATE: Told = Told { code: "deadline_exceeded", advice: "a longer --job-deadline" };

fn assert_ends_at_deadline(fault: &Fault) {
    for_each(|probe| {
        let (_proxy, run) = Probe::run(vec![probe.rule(fault.clone())], "--job-deadline 5");
        assert_unknown(probe, &run, LATE);
        assert!(run.elapsed < Duration::from_secs(25), "{}: {:?}", probe.action, run.elapsed);
    });
}

#[test]
fn a_call_that_is_never_answered_ends_at_the_jobs_deadline() {
    assert_ends_at_deadline(&Fault::Silence);
}

#[test]
fn a_throttle_is_waited_out_no_longer_than_the_jobs_deadline() {
    assert_ends_at_deadline(&Fault::Refuse(Refusal::Throttled));
}

#[test]
fn an_answer_that_comes_a_byte_at_a_time_ends_at_the_jobs_deadline() {
    assert_ends_at_deadline(&Fault::Drip(Duration::from_millis(200)));
}

/// Patience lasts a minute, so one scan tries it with all protocols at once.
#[test]
fn a_throttle_that_never_passes_leaves_unknown_and_names_the_call() {
    let rules = PROBES.iter().map(|probe| probe.rule(Fault::Refuse(Refusal::Throttled))).collect();
    let proxy = crate::support::proxy::Proxy::with(super::super::seeded(), rules);
    let run = super::probe::narrow(&proxy).within(Duration::from_mins(2)).run().exit_code(3);
    let report = run.json();
    assert_eq!(report["scan"]["status"], "partial");
    let mut expected: Vec<String> = PROBES.iter().map(|probe| format!("{} {}", probe.action, probe.region)).collect();
    expected.sort();
    assert_eq!(warnings(&report, "throttled"), expected);
    let throttled = entries(&report, "warnings").iter().filter(|warning| warning["code"] == "throttled");
    for warning in throttled {
        assert!(text(&warning["message"]).contains("with a lower --api-share"), "{warning}");
    }
    assert_eq!(jobs(&report)["discovery:us-east-1"], "partial");
    let trails =
        entries(&report, "results").iter().find(|result| text(&result["check_id"]).starts_with("aws-cloudtrail-")).unwrap();
    assert_eq!(trails["status"], "fail");
}
