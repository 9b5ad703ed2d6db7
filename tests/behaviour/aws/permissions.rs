//! What a scan needs to be allowed: the policy that is printed is enough and no more, and a preflight finds what is missing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::TWO_REGIONS;
use crate::support::answer::Refusal;
use crate::support::moto::Moto;
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text, warnings};
use crate::support::rule::Rule;
use crate::support::scan;

const MVP15: &str = "--profile mvp15 --region us-east-1,eu-west-1";

/// The policy document of the profile mvp15, as the binary prints it.
fn policy() -> Value {
    scan().args("policy --profile mvp15").run().exit_code(0).json()
}

pub(super) fn actions_of(policy: &Value) -> BTreeSet<String> {
    policy["Statement"][0]["Action"].as_array().unwrap().iter().map(|action| text(action).to_owned()).collect()
}

#[test]
fn the_printed_policy_is_enough_where_moto_enforces_it() {
    let moto = Moto::start();
    let seeded = moto.seed("mvp15", "123456789012");
    let mut attached = policy();
    // What moto takes the calls for the account's block and for a bucket's block for; AWS has a permission for each.
    attached["Statement"][0]["Action"].as_array_mut().unwrap().extend([json!("s3:GetPublicAccessBlock"), json!("s3:ListBucket")]);
    let key = moto.obey(&json!({ "user": "scanner", "account": seeded.account, "policy": attached }));
    moto.obey(&json!({ "authorize": true }));
    let proxy = Proxy::before(&moto, &seeded, vec![]);
    let scan = proxy
        .scan()
        .args(TWO_REGIONS)
        .env("AWS_ACCESS_KEY_ID", text(&key["id"]))
        .env("AWS_SECRET_ACCESS_KEY", text(&key["secret"]));
    let report = scan.run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed", "{}", report["warnings"]);
    let mut called: BTreeSet<String> = proxy.calls_by_action().into_keys().collect();
    assert!(called.remove("sts:GetCallerIdentity"));
    let allowed = actions_of(&policy());
    let unasked: Vec<&String> = called.difference(&allowed).collect();
    assert!(unasked.is_empty(), "called, and not in the policy: {unasked:?}");
}

/// Actions that the account gives no reason to call.
const NOT_CALLED: [&str; 1] = ["ec2:GetManagedPrefixListEntries"];

#[test]
fn every_action_of_the_policy_leaves_a_gap_where_it_is_denied() {
    let mut by_service: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for action in actions_of(&policy()) {
        by_service.entry(action.split(':').next().unwrap().to_owned()).or_default().push(action);
    }
    // One action of each service at a time: what one denies keeps another from being called only within a service.
    let rounds = by_service.values().map(Vec::len).max().unwrap();
    let mut silent = Vec::new();
    for round in 0..rounds {
        let denied: Vec<&str> = by_service.values().filter_map(|of| of.get(round)).map(String::as_str).collect();
        let proxy = Proxy::with(Moto::mvp15(), vec![Rule::refuse(Refusal::Denied).on_actions(&denied)]);
        let report = proxy.scan().args(TWO_REGIONS).run().json();
        let named: BTreeSet<&str> = entries(&report, "warnings").iter().map(|warning| text(&warning["action"])).collect();
        silent.extend(denied.iter().filter(|action| !named.contains(**action)).map(|action| (*action).to_owned()));
    }
    assert_eq!(silent, NOT_CALLED, "denied, and no warning names them");
}

#[test]
fn a_preflight_names_exactly_the_actions_that_a_policy_lacks() {
    let moto = Moto::start();
    let seeded = moto.seed("mvp15", "123456789012");
    let lacking = ["ec2:DescribeSecurityGroups", "iam:GetAccountSummary", "eks:ListClusters", "s3:ListAllMyBuckets"];
    let key = |number: usize, action: &str| {
        let statements = [
            json!({ "Effect": "Allow", "Action": "*", "Resource": "*" }),
            json!({ "Effect": "Deny", "Action": action, "Resource": "*" }),
        ];
        let policy = json!({ "Version": "2012-10-17", "Statement": statements });
        moto.obey(&json!({ "user": format!("scanner-{number}"), "account": seeded.account, "policy": policy }))
    };
    let keys: Vec<Value> = lacking.iter().enumerate().map(|(number, action)| key(number, action)).collect();
    moto.obey(&json!({ "authorize": true }));
    // moto simulates no policies.
    let proxy = Proxy::before(&moto, &seeded, vec![Rule::refuse(Refusal::Denied).on("iam", "SimulatePrincipalPolicy")]);
    for (action, key) in lacking.iter().zip(&keys) {
        let asked = |flags: &str| {
            let scan = proxy.scan().args(flags).env("AWS_ACCESS_KEY_ID", text(&key["id"]));
            scan.env("AWS_SECRET_ACCESS_KEY", text(&key["secret"]))
        };
        let found = asked("preflight --json").args(MVP15).run().exit_code(3).json();
        let missing: Vec<&Value> =
            entries(&found, "permissions").iter().filter(|permission| permission["verdict"] == "missing").collect();
        assert_eq!(missing.len(), 1, "{action}: {missing:#?}");
        assert_eq!((&missing[0]["action"], &missing[0]["told_by"]), (&json!(action), &json!("live_read")));
        assert!(text(&found["notes"][0]).contains("iam:SimulatePrincipalPolicy"), "{}", found["notes"]);
        assert_eq!(found["closing_policies"][0]["document"]["Statement"][0]["Action"], json!([action]));

        // What it says is what a scan meets.
        let report = asked(TWO_REGIONS).run().json();
        let denied = warnings(&report, "denied");
        assert!(!denied.is_empty() && denied.iter().all(|warning| warning.starts_with(action)), "{action}: {denied:?}");
        let left_unknown: BTreeSet<&str> = entries(&report, "results")
            .iter()
            .filter(|result| result["status"] == "unknown")
            .map(|result| text(&result["check_id"]))
            .collect();
        let told: BTreeSet<&str> = entries(missing[0], "checks").iter().map(text).collect();
        assert!(left_unknown.is_subset(&told), "{action}: {left_unknown:?} beyond {told:?}");
    }
}

#[test]
fn a_scan_with_a_preflight_starts_only_where_nothing_is_missing() {
    let needed = actions_of(&policy());
    let refuse = || vec![Rule::refuse(Refusal::Denied).on("ec2", "DescribeVpcs"), simulated(&needed, &["s3:GetBucketAcl"])];
    let proxy = Proxy::with(Moto::mvp15(), refuse());
    let run = proxy.scan().args(TWO_REGIONS).args("--preflight").run().exit_code(5);
    let run = run.says(&["ec2:DescribeVpcs", "s3:GetBucketAcl", "--allow-partial"]);
    assert_eq!(run.json()["scan"]["status"], "submission_error");
    assert!(!proxy.calls_by_action().contains_key("ec2:DescribeInstanceAttribute"));

    let proxy = Proxy::with(Moto::mvp15(), refuse());
    let run = proxy.scan().args(TWO_REGIONS).args("--preflight --allow-partial").run().exit_code(0);
    assert_eq!(run.says(&["ec2:DescribeVpcs"]).json()["scan"]["status"], "partial");

    let proxy = Proxy::with(Moto::mvp15(), vec![simulated(&needed, &[])]);
    let report = proxy.scan().args(TWO_REGIONS).args("--preflight").run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed");
}

/// What IAM says where the caller's policies allow these actions but the `denied` ones.
pub(super) fn simulated(needed: &BTreeSet<String>, denied: &[&str]) -> Rule {
    use std::fmt::Write;

    let mut members = String::new();
    for action in needed {
        let decision = if denied.contains(&action.as_str()) { "implicitDeny" } else { "allowed" };
        let _ =
            write!(members, "<member><EvalActionName>{action}</EvalActionName><EvalDecision>{decision}</EvalDecision></member>");
    }
    let result = format!("<IsTruncated>false</IsTruncated><EvaluationResults>{members}</EvaluationResults>");
    let body = format!("<SimulatePrincipalPolicyResult>{result}</SimulatePrincipalPolicyResult>");
    let answer = format!("<SimulatePrincipalPolicyResponse>{body}</SimulatePrincipalPolicyResponse>");
    Rule::new(crate::support::rule::Fault::Says(answer)).on("iam", "SimulatePrincipalPolicy")
}

#[test]
fn a_preflight_without_an_identity_fails_like_a_scan() {
    let proxy = Proxy::with(Moto::mvp15(), vec![Rule::refuse(Refusal::InvalidToken).on("sts", "GetCallerIdentity")]);
    let scanned = proxy.scan().args(TWO_REGIONS).run().exit_code(5);
    let asked = proxy.scan().args("preflight --json").run().exit_code(5);
    assert_eq!(asked.stdout, "");
    let last = |text: &str| text.lines().last().unwrap_or_default().to_owned();
    assert_eq!(last(&asked.stderr), last(&scanned.stderr));
}
