//! A large account on a bad day: one call in twenty fails, and the scan comes to the same verdicts.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use crate::support::answer::Refusal;
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text};
use crate::support::rule::{Fault, Rule};
use crate::support::synthetic::Synthetic;

const LARGE: Synthetic = Synthetic { instances: 4_000, security_groups: 4_000, buckets: 2_000 };

/// Check and outcome, and how many resources came to it.
fn counts(report: &Value) -> BTreeMap<(&str, &str), usize> {
    let mut counts = BTreeMap::new();
    for result in entries(report, "results") {
        *counts.entry((text(&result["check_id"]), text(&result["status"]))).or_default() += 1;
    }
    counts
}

fn scan(rules: Vec<Rule>) -> Value {
    let checks =
        "aws-ec2-instance-requires-imdsv2,aws-ec2-security-group-closes-ssh-to-world,aws-s3-bucket-denies-plaintext-transport";
    let proxy = Proxy::before_synthetic(LARGE, rules);
    let scan = proxy.scan().args("--region us-east-1,eu-west-1 --format json --progress none --check").arg(checks);
    scan.within(Duration::from_mins(5)).run().exit_code(0).json()
}

#[test]
fn calls_that_fail_at_random_change_no_verdict() {
    let expected = BTreeMap::from([
        (("aws-ec2-instance-requires-imdsv2", "fail"), 400),
        (("aws-ec2-instance-requires-imdsv2", "pass"), 3_600),
        (("aws-ec2-security-group-closes-ssh-to-world", "fail"), 800),
        (("aws-ec2-security-group-closes-ssh-to-world", "pass"), 3_200),
        (("aws-s3-bucket-denies-plaintext-transport", "fail"), 667),
        (("aws-s3-bucket-denies-plaintext-transport", "pass"), 1_333),
    ]);
    let calm = scan(vec![]);
    assert_eq!(counts(&calm), expected);
    let stormy = scan(vec![
        Rule::refuse(Refusal::Throttled).by_chance(2, 1),
        Rule::refuse(Refusal::Internal).by_chance(2, 2),
        Rule::new(Fault::Reset).by_chance(1, 3),
    ]);
    assert_eq!(stormy["scan"]["status"], "completed");
    for part in ["results", "assets", "ledger"] {
        assert!(stormy[part] == calm[part], "{part} are the same");
    }
    let (calls, throttled, retried) = {
        let calls = &stormy["summary"]["api_calls"];
        (calls["total"].as_u64().unwrap(), calls["throttled"].as_u64().unwrap(), calls["retried"].as_u64().unwrap())
    };
    assert!(throttled > calls / 100 && retried > calls / 30, "{throttled} throttled and {retried} retried of {calls}");
}
