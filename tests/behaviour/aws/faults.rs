//! What AWS and networks do on bad days: nothing of it may flip a verdict, hang a scan or pass in silence.

use std::time::Duration;

use super::{disturbed, seeded, similar};
use crate::support::answer::Refusal;
use crate::support::report::{jobs, verdicts, warnings};
use crate::support::rule::{Fault, Rule};
use crate::support::run::Run;

const IMDS: &str = "aws-ec2-instance-requires-imdsv2";

/// The expected verdicts of a scan that could not list eu-west-1's instances.
#[track_caller]
fn assert_instances_away_unknown(run: &Run) {
    let report = run.json();
    let mut expected = seeded().verdicts.clone();
    let of_check = expected.get_mut(IMDS).unwrap();
    of_check.retain(|label, _| !["both-versions-away", "no-metadata-at-all"].contains(&label.as_str()));
    of_check.insert("* eu-west-1".to_owned(), "unknown".to_owned());
    similar(&verdicts(&report, seeded()), &expected);
    assert_eq!(report["scan"]["status"], "partial");
    assert_eq!(jobs(&report)["discovery:us-east-1"], "succeeded");
    assert_eq!(jobs(&report)["compliance:us-east-1"], "succeeded");
    assert_eq!(jobs(&report)["discovery:eu-west-1"], "partial");
    assert_eq!(jobs(&report)["compliance:eu-west-1"], "partial");
}

#[track_caller]
fn assert_undisturbed(run: &Run) {
    let report = run.json();
    similar(&verdicts(&report, seeded()), &seeded().verdicts);
    assert_eq!(report["scan"]["status"], "completed");
}

#[test]
fn a_throttle_that_passes_is_waited_out() {
    let throttle = |service, operation| Rule::refuse(Refusal::Throttled).on(service, operation).times(2);
    let (_proxy, scan) = disturbed(vec![
        throttle("ec2", "DescribeInstances"),
        throttle("iam", "GetAccountSummary"),
        throttle("s3", "GetBucketPolicy"),
        throttle("eks", "ListClusters"),
        throttle("ecr", "DescribeRepositories"),
        throttle("cloudtrail", "DescribeTrails"),
    ]);
    let run = scan.run().exit_code(0);
    assert_undisturbed(&run);
    let calls = &run.json()["summary"]["api_calls"];
    assert_eq!((calls["throttled"].as_u64(), calls["retried"].as_u64()), (Some(12), Some(12)));
}

#[test]
fn a_throttle_that_never_passes_leaves_unknown_and_names_the_call() {
    let rule = Rule::refuse(Refusal::Throttled).on("ec2", "DescribeInstances").in_region("eu-west-1");
    let (_proxy, scan) = disturbed(vec![rule]);
    let run = scan.within(Duration::from_mins(2)).run().exit_code(3);
    assert_instances_away_unknown(&run);
    assert_eq!(warnings(&run.json(), "throttled"), ["ec2:DescribeInstances eu-west-1"]);
}

#[test]
fn a_throttle_is_waited_out_no_longer_than_the_jobs_deadline() {
    let rule = Rule::refuse(Refusal::Throttled).on("ec2", "DescribeInstances").in_region("eu-west-1");
    let (_proxy, scan) = disturbed(vec![rule]);
    let run = scan.args("--job-deadline 3").run().exit_code(3);
    assert_instances_away_unknown(&run);
    assert!(run.elapsed < Duration::from_secs(15), "{:?}", run.elapsed);
}

#[test]
fn a_call_that_is_never_answered_ends_at_the_jobs_deadline() {
    let rule = Rule::new(Fault::Silence).on("ec2", "DescribeInstances").in_region("eu-west-1");
    let (_proxy, scan) = disturbed(vec![rule]);
    let run = scan.args("--job-deadline 3").run().exit_code(3);
    assert_instances_away_unknown(&run);
    assert!(run.elapsed < Duration::from_secs(15), "{:?}", run.elapsed);
    assert_eq!(warnings(&run.json(), "deadline_exceeded"), ["ec2:DescribeInstances eu-west-1"]);
}

#[test]
fn a_connection_that_is_cut_once_is_made_again() {
    let (_proxy, scan) = disturbed(vec![Rule::new(Fault::Reset).on("ec2", "DescribeSecurityGroups").times(1)]);
    let run = scan.run().exit_code(0);
    assert_undisturbed(&run);
    assert_eq!(run.json()["summary"]["api_calls"]["retried"], 1);
}

#[test]
fn a_connection_that_is_always_cut_is_unreachable() {
    let (_proxy, scan) = disturbed(vec![Rule::new(Fault::Reset).on("ec2", "DescribeInstances").in_region("eu-west-1")]);
    let run = scan.run().exit_code(3);
    assert_instances_away_unknown(&run);
    assert_eq!(warnings(&run.json(), "unreachable"), ["ec2:DescribeInstances eu-west-1"]);
}

#[test]
fn a_page_of_html_is_not_taken_for_an_empty_list() {
    let (_proxy, scan) = disturbed(vec![Rule::new(Fault::Html).on("ec2", "DescribeInstances").in_region("eu-west-1")]);
    let run = scan.run().exit_code(3);
    assert_instances_away_unknown(&run);
    assert_eq!(warnings(&run.json(), "malformed"), ["ec2:DescribeInstances eu-west-1"]);
}

#[test]
fn html_from_any_kind_of_service_is_malformed() {
    for (service, operation, action) in [
        ("iam", "GetAccountSummary", "iam:GetAccountSummary"),
        ("s3", "ListBuckets", "s3:ListAllMyBuckets"),
        ("eks", "DescribeCluster", "eks:DescribeCluster"),
        ("ecr", "DescribeRepositories", "ecr:DescribeRepositories"),
    ] {
        let (_proxy, scan) = disturbed(vec![Rule::new(Fault::Html).on(service, operation)]);
        let run = scan.run().exit_code(3);
        let malformed = warnings(&run.json(), "malformed");
        assert!(malformed.iter().any(|warning| warning.starts_with(action)), "{action}: {}", run.json()["warnings"]);
    }
}

#[test]
fn an_answer_that_stops_half_way_is_asked_for_again() {
    let (_proxy, scan) = disturbed(vec![Rule::new(Fault::Truncated).on("ec2", "DescribeInstances").times(1)]);
    assert_undisturbed(&scan.run().exit_code(0));
}

#[test]
fn an_answer_that_always_stops_half_way_leaves_unknown() {
    let (_proxy, scan) = disturbed(vec![Rule::new(Fault::Truncated).on("ec2", "DescribeInstances").in_region("eu-west-1")]);
    assert_instances_away_unknown(&scan.run().exit_code(3));
}

#[test]
fn an_answer_that_comes_slowly_is_waited_for() {
    let drip = Rule::new(Fault::Drip(Duration::from_micros(300))).on("ec2", "DescribeInstances");
    let late = Rule::new(Fault::Late(Duration::from_secs(2))).on("iam", "GetAccountSummary");
    let (_proxy, scan) = disturbed(vec![drip, late]);
    assert_undisturbed(&scan.run().exit_code(0));
}

#[test]
fn a_list_that_never_ends_is_given_up_and_said_to_be_incomplete() {
    for (service, operation) in [
        ("ec2", "DescribeInstances"),
        ("iam", "GetAccountAuthorizationDetails"),
        ("s3", "ListBuckets"),
        ("eks", "ListClusters"),
        ("ecr", "DescribeRepositories"),
    ] {
        let (proxy, scan) = disturbed(vec![Rule::new(Fault::EndlessToken).on(service, operation)]);
        let run = scan.run().exit_code(3);
        let malformed = warnings(&run.json(), "malformed");
        assert!(!malformed.is_empty(), "{operation}: {}", run.json()["warnings"]);
        let asked = proxy.calls().iter().filter(|call| call.operation == operation).count();
        assert!(asked <= 8, "{operation} was called {asked} times");
    }
}

#[test]
fn a_server_error_that_passes_is_waited_out() {
    let error = |service| Rule::refuse(Refusal::Internal).on_service(service).times(1);
    let unavailable = |service| Rule::refuse(Refusal::Unavailable).on_service(service).times(1);
    let (_proxy, scan) = disturbed(vec![error("ec2"), unavailable("iam"), error("eks"), unavailable("ecr"), error("s3")]);
    assert_undisturbed(&scan.run().exit_code(0));
}

#[test]
fn credentials_that_expire_half_way_keep_what_was_read_before() {
    let (_proxy, scan) = disturbed(vec![Rule::refuse(Refusal::Expired).after(20)]);
    let run = scan.run();
    assert!(matches!(run.code, Some(3 | 4)), "{:?}: {}", run.code, run.stderr);
    let report = run.json();
    assert!(!warnings(&report, "expired").is_empty(), "{}", report["warnings"]);
    // Whatever was decided was decided rightly.
    for (check, of_check) in verdicts(&report, seeded()) {
        for (label, outcome) in of_check.into_iter().filter(|(_, outcome)| outcome != "unknown") {
            assert_eq!(seeded().verdicts[&check].get(&label), Some(&outcome), "{check} on {label}");
        }
    }
}
