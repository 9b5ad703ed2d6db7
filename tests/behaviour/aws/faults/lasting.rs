//! Faults that last: the check that needs the answer is unknown, the warning says why and what to do, everything else is as ever.

use super::probe::{Probe, Told, assert_partial, assert_unknown, for_each};
use crate::support::answer::Refusal;
use crate::support::rule::Fault;

/// Befalls each listing with the fault for ever; it may be asked for so many times.
fn assert_told(fault: &Fault, asked: usize, told: Told) {
    for_each(|probe| {
        let (proxy, run) = Probe::run(vec![probe.rule(fault.clone())], "--job-deadline 60");
        assert_unknown(probe, &run, told);
        assert_eq!(probe.asked(&proxy), asked, "{}", probe.action);
    });
}

const UNREACHABLE: Told = Told { code: "unreachable", advice: "check the network path and the endpoint of REGION" };
const MALFORMED: Told = Told { code: "malformed", advice: "check what stands between you and the endpoint" };

#[test]
fn a_denied_action_is_to_be_granted() {
    assert_told(&Fault::Refuse(Refusal::Denied), 1, Told { code: "denied", advice: "grant ACTION" });
}

#[test]
fn credentials_that_have_expired_are_to_be_renewed() {
    assert_told(&Fault::Refuse(Refusal::Expired), 1, Told { code: "expired", advice: "renew the credentials" });
}

#[test]
fn a_request_that_is_refused_is_named_with_the_services_word_for_it() {
    assert_told(&Fault::Refuse(Refusal::Invalid), 1, Told { code: "refused", advice: "InvalidParameterValue" });
}

#[test]
fn a_service_that_always_fails_is_asked_five_times() {
    assert_told(&Fault::Refuse(Refusal::Internal), 5, UNREACHABLE);
    assert_told(&Fault::Refuse(Refusal::Unavailable), 5, UNREACHABLE);
}

#[test]
fn a_connection_that_is_always_cut_is_made_five_times() {
    assert_told(&Fault::Reset, 5, UNREACHABLE);
}

#[test]
fn an_answer_that_always_stops_half_way_is_asked_for_five_times() {
    assert_told(&Fault::Truncated, 5, UNREACHABLE);
}

#[test]
fn half_a_document_is_not_taken_for_the_whole() {
    assert_told(&Fault::Halved, 1, MALFORMED);
}

#[test]
fn an_empty_answer_is_not_taken_for_an_empty_list() {
    assert_told(&Fault::Empty, 1, MALFORMED);
}

#[test]
fn a_page_of_html_is_not_taken_for_an_empty_list() {
    assert_told(&Fault::Html(200), 1, MALFORMED);
}

#[test]
fn a_gateway_without_its_service_is_unreachable() {
    assert_told(&Fault::Html(502), 5, UNREACHABLE);
}

#[test]
fn a_clock_that_cannot_be_made_up_for_is_to_be_set_right() {
    assert_told(&Fault::Refuse(Refusal::ClockUnknown), 1, Told { code: "refused", advice: "set the machine's clock right" });
}

#[test]
fn a_list_that_never_ends_is_given_up_and_said_to_be_incomplete() {
    for_each(|probe| {
        let (proxy, run) = Probe::run(vec![probe.rule(Fault::EndlessToken)], "--job-deadline 60");
        assert_partial(probe, &run, MALFORMED);
        assert_eq!(probe.asked(&proxy), 2, "{}", probe.action);
    });
}
