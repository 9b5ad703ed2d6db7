//! Scans of organisations: which accounts there are, through which role each is read, and what becomes of those that cannot be.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::Value;

use crate::support::answer::Refusal;
use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;
use crate::support::rule::Rule;
use crate::support::run::Scan;

const MANAGEMENT: &str = "900000000000";
const ROLE: &str = "--org-role security/audit --external-id x-1";

fn organisation() -> &'static Seeded {
    Moto::organisation()
}

/// What is called so: an account's number, or a unit's id.
fn id(label: &str) -> &'static str {
    organisation().labels.iter().find(|(_, other)| *other == label).map(|(id, _)| id.as_str()).unwrap()
}

/// The accounts whose names begin so.
fn numbers(starts: &[&str]) -> BTreeSet<String> {
    let is_meant = |label: &String| starts.iter().any(|start| label.starts_with(start));
    let accounts = organisation().labels.iter().filter(|(id, label)| !id.starts_with("ou-") && is_meant(label));
    accounts.map(|(id, _)| id.clone()).collect()
}

fn scan(proxy: &Proxy, arguments: &str) -> Scan {
    proxy.scan().args(arguments).args(ROLE).args("--progress none").within(Duration::from_mins(3))
}

fn scanned(roll_up: &Value) -> BTreeSet<String> {
    roll_up["accounts"].as_array().unwrap().iter().map(|account| account["account_id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_organisation_is_scanned_account_by_account_and_a_denied_one_is_told() {
    let denied = id("production-7");
    let rules = vec![Rule::refuse(Refusal::Denied).on("sts", "AssumeRole").about(denied)];
    let proxy = Proxy::with(organisation(), rules);
    let run = scan(&proxy, "--scope org --check S3.8 --region us-east-1 --format json --output-dir out").run().exit_code(3);
    let roll_up = run.json();
    let mut expected = numbers(&["management", "workloads", "production", "payments", "sandbox", "top"]);
    assert_eq!(expected.len(), 30);
    assert!(expected.remove(id("sandbox-8")));
    assert_eq!(scanned(&roll_up), expected);
    assert_eq!(roll_up["skipped"].as_array().unwrap().len(), 1);
    assert_eq!(roll_up["skipped"][0]["name"], "sandbox-8");
    assert_eq!(roll_up["status_reason"], "1 of 29 accounts failed");

    for account in roll_up["accounts"].as_array().unwrap() {
        let number = account["account_id"].as_str().unwrap();
        let is_denied = number == denied;
        assert_eq!(account["status"], if is_denied { "submission_error" } else { "completed" }, "{account}");
        assert_eq!(account["report"]["scan"]["account_id"], number);
        let buckets = account["report"]["assets"].as_array().unwrap().iter().filter(|asset| asset["type"] == "aws.s3.bucket");
        let names: Vec<&str> = buckets.map(|bucket| bucket["name"].as_str().unwrap()).collect();
        assert!(names.iter().all(|name| name.starts_with(&format!("of-{number}"))), "{number} {names:?}");
        assert_eq!(names.is_empty(), is_denied);
        run.file(&format!("out/{number}/report.sarif"));
    }
    let of_denied = &roll_up["accounts"][0];
    assert_eq!(of_denied["account_id"], denied, "the one of which nothing is known is first");
    let reason = of_denied["status_reason"].as_str().unwrap();
    assert!(reason.contains(&format!("arn:aws:iam::{denied}:role/security/audit")), "{reason}");

    let assumed: Vec<_> = proxy.calls().into_iter().filter(|call| call.operation == "AssumeRole").collect();
    assert!(assumed.iter().all(|call| call.form.contains("ExternalId=x-1") && call.subject != MANAGEMENT));
    let whose: BTreeSet<String> = assumed.iter().map(|call| call.subject.clone()).collect();
    assert_eq!(whose.len(), 28, "every account but the caller's own and the suspended one");
}

#[test]
fn a_unit_is_scanned_with_all_units_below_it() {
    let proxy = Proxy::to(organisation());
    let units =
        format!("--scope ou --target {},{} --check S3.8 --region us-east-1 --format json", id("workloads"), id("production"));
    let roll_up = scan(&proxy, &units).run().exit_code(0).json();
    assert_eq!(scanned(&roll_up), numbers(&["workloads", "production", "payments"]));
    assert_eq!(roll_up["scope"], "ou");
    let names: BTreeSet<&str> = roll_up["accounts"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert!(names.contains("payments-3"));
}

#[test]
fn named_accounts_are_scanned_and_nobody_asks_the_organisation() {
    let proxy = Proxy::to(organisation());
    let file = format!("# two of them\n{}  # the first\n\n{MANAGEMENT}\n", id("top-1"));
    let arguments = format!("--scope custom --target {} --targets-file targets --check S3.8 --region us-east-1", id("top-2"));
    let run = scan(&proxy, &arguments).file("targets", &file).args("--format json").run().exit_code(0);
    let expected = [id("top-1"), id("top-2"), MANAGEMENT].map(str::to_owned);
    assert_eq!(scanned(&run.json()), BTreeSet::from(expected));
    assert!(proxy.calls().iter().all(|call| call.service != "organizations"));

    let denied = Proxy::with(organisation(), vec![Rule::refuse(Refusal::Denied).on("organizations", "ListAccounts")]);
    let run = scan(&denied, "--scope org --check S3.8 --region us-east-1 --json all.json").run().exit_code(5);
    let run = run.says(&["may not list the accounts", "organizations:ListAccounts", "management account"]);
    assert_eq!(serde_json::from_str::<Value>(&run.file("all.json")).unwrap()["status"], "submission_error");
    let unknown = scan(&proxy, "--scope ou --target ou-zzzz-zzzzzzzz --check S3.8 --region us-east-1").run().exit_code(5);
    unknown.says(&["has no unit ou-zzzz-zzzzzzzz", "--target"]);
}

#[test]
fn an_account_costs_the_same_calls_as_it_does_alone() {
    let places = "--profile mvp15 --region us-east-1,us-east-2,eu-west-1,eu-central-1";
    let (one, other) = (id("top-3"), id("top-4"));
    let proxy = Proxy::to(organisation());
    let together = format!("--scope custom --target {one},{other} {places} --format json");
    let state = tempfile::tempdir().unwrap();
    let roll_up = scan(&proxy, &together).state(state.path()).run().json();
    for number in [one, other] {
        let alone = Proxy::to(organisation());
        let role = format!("arn:aws:iam::{number}:role/security/audit");
        let report = alone.scan().args(places).args("--format json --progress none --role-arn").arg(role).run().json();
        let own = roll_up["accounts"].as_array().unwrap().iter().find(|account| account["account_id"] == number).unwrap();
        assert_eq!(own["report"]["summary"]["api_calls"], report["summary"]["api_calls"], "{number}");
        assert_eq!(own["report"]["results"], report["results"], "{number}");
    }
    let mut assumed: BTreeMap<String, usize> = BTreeMap::new();
    for call in proxy.calls().iter().filter(|call| call.operation == "AssumeRole") {
        *assumed.entry(call.subject.clone()).or_default() += 1;
    }
    assert_eq!(assumed, BTreeMap::from([(one.to_owned(), 1), (other.to_owned(), 1)]));

    // What is stored of one account runs alone.
    let id = roll_up["accounts"][0]["scan_id"].as_str().unwrap();
    let again = proxy.scan().state(state.path()).args("rerun --format json --progress none").arg(id).run().json();
    assert_eq!(again["scan"]["account_id"], roll_up["accounts"][0]["account_id"]);
}
