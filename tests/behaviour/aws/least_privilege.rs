//! The policy that is printed for each profile is enough for its scan, and none of its actions is needless.
//!
//! Moto has one account with resources of every service. Enough: for each profile, a scan to which everything else is denied calls nothing
//! else and has no gap for want of a permission. Not too much: for each action of `everything`, of which the other profiles are parts,
//!
//! - the undisturbed scan calls it, so a scan to which it alone is denied comes to that call as well;
//! - a scan that is denied it leaves a gap that names it. Others are denied beside it, which can only take calls away: a gap that names it
//!   means that it was called, and that its denial is not swallowed;
//! - a preflight of a caller who lacks it names it, and nothing that is granted: actions are denied in groups such that any two of them are
//!   apart in one.
//!
//! A smaller profile's policy has an action only where one of its checks, or the inventory, declares it, by the same table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use posture_scan::checks::Library;
use serde_json::Value;

use super::permissions::{actions_of, simulated};
use crate::support::answer::Refusal;
use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text, warnings};
use crate::support::rule::Rule;
use crate::support::scan;

const SCAN: &str = "--region us-east-1,eu-west-1 --format json --progress none --no-store --allow-partial --profile";

/// The states of the catalogue that make the account: at least one of each service, and no two that make the same thing.
const STATES: &[&str] = &[
    "acm:good",
    "apigateway:good",
    "autoscaling:good",
    "cloudfront:good",
    "cloudtrail:good",
    "cloudwatch:watched",
    "config:recorders",
    "dynamodb:good",
    "ec2_instances:good",
    "ecr:images",
    "efs:systems",
    "eks:clusters",
    "elb:good",
    "elbv2:good",
    "events:good",
    "guardduty:detectors",
    "identity:people",
    "identity:roles",
    "identity:strict",
    "kms:good",
    "lambda:good",
    "macie:sessions",
    "network:good",
    "rds:bad",
    "s3:blocked",
    "s3:shared",
    "s3:switches",
    "secretsmanager:good",
    "securityhub:off",
    "sns:good",
    "sqs:good",
    "ssm:good",
];

/// Actions that a scan of the account has no reason to call, by why it has none.
const NOT_PROVOKED: &[(&str, &str)] = &[
    ("access-analyzer:ListFindings", "moto has no analyzers to ask for their findings"),
    ("backup:DescribeRegionSettings", "moto has no selections of backup plans, of which the settings decide"),
    ("backup:GetBackupSelection", "moto has no selections of backup plans"),
    ("backup:ListBackupSelections", "no state has a backup plan, since moto has no selections of them"),
    ("config:DescribeConfigurationAggregators", "moto cannot delegate AWS Config to an account of the organisation"),
    ("dynamodb:ListTagsOfResource", "moto has no selections of backup plans, which go by tags"),
    ("glacier:GetVaultAccessPolicy", "no state has a vault, since moto knows no access policies of vaults"),
    ("guardduty:DescribeOrganizationConfiguration", "the account administers no service for its organisation"),
    ("iam:GetServiceLastAccessedDetails", "moto computes no last accesses to ask for"),
    ("securityhub:DescribeOrganizationConfiguration", "the account administers no service for its organisation"),
    ("securityhub:GetEnabledStandards", "no state has a hub, since moto knows no standards"),
    ("securityhub:ListEnabledProductsForImport", "no state has a hub, since moto knows no products"),
    ("wafv2:ListResourcesForWebACL", "no state has a web ACL, since moto does not tell what it watches over"),
];

struct Rich {
    moto: Moto,
    account: Seeded,
}

fn rich() -> &'static Rich {
    static RICH: OnceLock<Rich> = OnceLock::new();
    RICH.get_or_init(|| {
        let moto = Moto::start();
        let account = moto.seed("prefix_lists", "600000000001");
        for state in STATES {
            moto.state(state, &account.account);
        }
        Rich { moto, account }
    })
}

fn proxy(rules: Vec<Rule>) -> Proxy {
    Proxy::before(&rich().moto, &rich().account, rules)
}

fn policy(profile: &str) -> BTreeSet<String> {
    actions_of(&scan().args("policy --profile").arg(profile).run().exit_code(0).json())
}

fn called(proxy: &Proxy) -> BTreeSet<String> {
    proxy.calls_by_action().into_keys().filter(|action| action != "sts:GetCallerIdentity").collect()
}

fn words(actions: &BTreeSet<String>) -> Vec<&str> {
    actions.iter().map(String::as_str).collect()
}

#[test]
fn the_policy_of_each_profile_is_enough_for_its_scan() {
    let mut wrong = Vec::new();
    for profile in Library::load(&[]).unwrap().profile_names() {
        let policy = policy(profile);
        let mut allowed = words(&policy);
        allowed.push("sts:GetCallerIdentity");
        let proxy = proxy(vec![Rule::refuse(Refusal::Denied).except_actions(&allowed)]);
        let report = proxy.scan().args(SCAN).arg(profile).run().json();
        let beyond: Vec<String> = called(&proxy).difference(&policy).cloned().collect();
        let denied = warnings(&report, "denied");
        if !beyond.is_empty() || !denied.is_empty() {
            wrong.push(format!("{profile}: called and not in the policy: {beyond:?}; denied: {denied:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_action_of_the_policy_is_called_and_leaves_a_gap_where_it_is_denied() {
    let policy = policy("everything");
    let undisturbed = proxy(vec![]);
    undisturbed.scan().args(SCAN).arg("everything").run();
    let called = called(&undisturbed);
    let silent: BTreeSet<&str> = policy.difference(&called).map(String::as_str).collect();
    let excused: BTreeMap<&str, &str> = NOT_PROVOKED.iter().copied().collect();
    assert_eq!(silent, excused.keys().copied().collect(), "not called, and the table of reasons says otherwise");

    let mut left = called;
    while !left.is_empty() {
        let proxy = proxy(vec![Rule::refuse(Refusal::Denied).on_actions(&words(&left))]);
        let report = proxy.scan().args(SCAN).arg("everything").run().json();
        let named: BTreeSet<String> =
            entries(&report, "warnings").iter().map(|warning| text(&warning["action"]).to_owned()).collect();
        let remaining: BTreeSet<String> = left.difference(&named).cloned().collect();
        assert!(remaining.len() < left.len(), "denied, and no gap names them: {remaining:?}");
        left = remaining;
    }
}

#[test]
fn a_preflight_names_exactly_the_actions_that_are_denied_one_apart_from_any_other() {
    let policy = policy("everything");
    let bits = usize::BITS - (policy.len() - 1).leading_zeros();
    let mut wrong = Vec::new();
    for (bit, wanted) in (0..bits).flat_map(|bit| [(bit, 0), (bit, 1)]) {
        let is_denied = |place: usize| (place >> bit) & 1 == wanted;
        let group = policy.iter().enumerate().filter(|(place, _)| is_denied(*place)).map(|(_, action)| action.clone());
        let group: BTreeSet<String> = group.collect();
        let denied = words(&group);
        let proxy = proxy(vec![Rule::refuse(Refusal::Denied).on_actions(&denied), simulated(&policy, &denied)]);
        let flags = "preflight --json --region us-east-1 --profile everything";
        let found: Value = proxy.scan().args(flags).run().exit_code(3).json();
        let of = |verdict: &str| -> BTreeSet<String> {
            let permissions = entries(&found, "permissions").iter().filter(|permission| permission["verdict"] == verdict);
            permissions.map(|permission| text(&permission["action"]).to_owned()).collect()
        };
        let difference: Vec<String> = of("missing").symmetric_difference(&group).cloned().collect();
        if !difference.is_empty() || !of("unknown").is_empty() {
            wrong.push(format!("bit {bit} = {wanted}: {difference:?}, unknown {:?}", of("unknown")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
