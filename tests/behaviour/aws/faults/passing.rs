//! Faults that pass: the scan waits, asks again, and finds what it would have found.

use std::time::Duration;

use super::probe::{Probe, assert_untouched, for_each};
use crate::support::answer::Refusal;
use crate::support::rule::Fault;

/// Faults that befall a listing twice are over after two more attempts.
fn assert_repeated(fault: &Fault, times: usize) {
    for_each(|probe| {
        let (proxy, run) = Probe::run(vec![probe.rule(fault.clone()).times(times)], "--job-deadline 60");
        assert_untouched(probe, &run);
        let retried = run.json()["summary"]["api_calls"]["retried"].as_u64();
        assert_eq!(retried, u64::try_from(times).ok(), "{}: {:?}", probe.action, proxy.calls_by_action());
    });
}

#[test]
fn a_throttle_that_passes_is_waited_out() {
    for_each(|probe| {
        let (_proxy, run) = Probe::run(vec![probe.rule(Fault::Refuse(Refusal::Throttled)).times(2)], "--job-deadline 60");
        assert_untouched(probe, &run);
        let calls = &run.json()["summary"]["api_calls"];
        assert_eq!((&calls["throttled"], &calls["retried"]), (&2.into(), &2.into()), "{}", probe.action);
    });
}

#[test]
fn a_server_error_that_passes_is_waited_out() {
    assert_repeated(&Fault::Refuse(Refusal::Internal), 2);
    assert_repeated(&Fault::Refuse(Refusal::Unavailable), 4);
}

#[test]
fn a_connection_that_is_cut_is_made_again() {
    assert_repeated(&Fault::Reset, 4);
}

#[test]
fn an_answer_that_stops_half_way_is_asked_for_again() {
    assert_repeated(&Fault::Truncated, 2);
}

#[test]
fn a_gateway_that_has_lost_its_service_for_a_moment_is_asked_again() {
    assert_repeated(&Fault::Html(502), 2);
}

#[test]
fn an_answer_that_comes_slowly_is_waited_for() {
    for_each(|probe| {
        let drip = probe.rule(Fault::Drip(Duration::from_micros(200)));
        let (_proxy, run) = Probe::run(vec![drip], "--job-deadline 60");
        assert_untouched(probe, &run);
        let late = probe.rule(Fault::Late(Duration::from_secs(2)));
        let (_proxy, run) = Probe::run(vec![late], "--job-deadline 60");
        assert_untouched(probe, &run);
        assert_eq!(run.json()["summary"]["api_calls"]["retried"], 0, "{}", probe.action);
    });
}

#[test]
fn a_clock_that_is_off_is_made_up_for() {
    for_each(|probe| {
        let (proxy, run) = Probe::run(vec![probe.rule(Fault::Refuse(Refusal::ClockBehind)).times(1)], "--job-deadline 60");
        assert_untouched(probe, &run);
        let signed: Vec<_> =
            proxy.calls().into_iter().filter(|call| call.action() == probe.action && call.region == probe.region).collect();
        let at: Vec<jiff::civil::DateTime> =
            signed.iter().map(|call| jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", &call.signed_at).unwrap()).collect();
        let ahead = at[1].duration_since(at[0]);
        assert!((3_500..3_700).contains(&ahead.as_secs()), "{}: signed {ahead:?} later", probe.action);
    });
}
