//! What the checks find on accounts whose state is known.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{TWO_REGIONS, seeded, similar, undisturbed};
use crate::support::moto::Moto;
use crate::support::proxy::Proxy;
use crate::support::report::{entries, jobs, text, verdicts, warnings};
use crate::support::rule::{Fault, Rule};

#[test]
fn every_check_comes_to_the_right_verdict_on_every_resource() {
    similar(&verdicts(&undisturbed().report, seeded()), &seeded().verdicts);
}

#[test]
fn each_of_the_fifteen_checks_passes_somewhere_and_fails_somewhere() {
    let tidy = tidy_report();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for result in entries(&undisturbed().report, "results").iter().chain(entries(&tidy, "results")) {
        seen.entry(text(&result["check_id"]).to_owned()).or_default().insert(text(&result["status"]).to_owned());
    }
    assert_eq!(seen.len(), 15);
    for (check, outcomes) in seen {
        assert!(outcomes.contains("pass") && outcomes.contains("fail"), "{check} comes only to {outcomes:?}");
    }
}

fn tidy_report() -> Value {
    Proxy::to(Moto::tidy()).scan().args(TWO_REGIONS).args("--fail-on informational").run().exit_code(0).json()
}

#[test]
fn an_account_in_which_all_is_well_has_no_finding_and_completes() {
    let report = tidy_report();
    assert_eq!(report["scan"]["status"], "completed");
    assert_eq!(report["summary"]["findings"]["total"], 0);
    assert_eq!(report["summary"]["results"]["unknown"], 0);
    assert_ne!(report["summary"]["results"]["pass"], 0);
}

#[test]
fn findings_at_or_above_the_chosen_severity_exit_with_one() {
    let proxy = Proxy::to(seeded());
    let report = proxy.scan().args(TWO_REGIONS).args("--fail-on critical").run().exit_code(1).json();
    assert_eq!(report["scan"]["status"], "completed");
}

#[test]
fn every_resource_that_was_made_is_in_the_inventory() {
    let by_type = &undisturbed().report["summary"]["assets_by_type"];
    for (resource_type, count) in &seeded().counts {
        assert_eq!(by_type[resource_type], *count, "{resource_type}");
    }
    let assets = entries(&undisturbed().report, "assets");
    assert_eq!(undisturbed().report["summary"]["assets"], assets.len());
    let distinct: BTreeSet<_> = assets.iter().map(|asset| text(&asset["arn"])).collect();
    assert_eq!(distinct.len(), assets.len(), "an asset appears twice");
}

#[test]
fn a_scan_of_n_regions_has_two_n_and_two_jobs_which_all_succeed() {
    let expected = [
        ("clusters", "succeeded"),
        ("compliance:eu-west-1", "succeeded"),
        ("compliance:us-east-1", "succeeded"),
        ("discovery:eu-west-1", "succeeded"),
        ("discovery:us-east-1", "succeeded"),
        ("registries", "succeeded"),
    ];
    assert_eq!(jobs(&undisturbed().report), BTreeMap::from(expected));
    assert_eq!(undisturbed().report["scan"]["status"], "completed");
    assert_eq!(undisturbed().report["scan"]["account_id"], "111111111111");
}

#[test]
fn a_quick_scan_looks_at_one_region_with_four_jobs() {
    let proxy = Proxy::to(seeded());
    let report = proxy.scan().args("--profile mvp15 --type quick --format json --progress none").run().exit_code(0).json();
    assert_eq!(entries(&report, "jobs").len(), 4);
    assert_eq!(report["scan"]["regions"], serde_json::json!(["us-east-1"]));
}

#[test]
fn every_check_is_accounted_for_in_every_region_that_it_concerns() {
    let mut regions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in entries(&undisturbed().report, "ledger") {
        regions.entry(text(&entry["check_id"])).or_default().insert(text(&entry["region"]));
    }
    assert_eq!(regions.len(), 15);
    for (check, of_check) in regions {
        let regional = ["-ec2-", "-s3-", "-eks-", "-ecr-"].iter().any(|part| check.contains(part));
        let expected = if regional { BTreeSet::from(["eu-west-1", "us-east-1"]) } else { BTreeSet::from(["us-east-1"]) };
        assert_eq!(of_check, expected, "{check}");
    }
}

#[test]
fn a_region_without_a_kind_of_resource_still_stands_in_the_ledger() {
    let report = tidy_report();
    let ledger = entries(&report, "ledger");
    let of_clusters: Vec<_> = ledger.iter().filter(|entry| text(&entry["check_id"]).starts_with("aws-eks-")).collect();
    assert_eq!(of_clusters.len(), 2);
    assert!(of_clusters.iter().all(|entry| entry["pass"] == 0 && entry["fail"] == 0 && entry["unknown"] == 0));
}

#[test]
fn global_services_are_looked_at_whichever_region_was_asked_for() {
    let proxy = Proxy::to(seeded());
    let report = proxy.scan().args("--profile mvp15 --region eu-west-1 --format json --progress none").run().exit_code(0).json();
    let of_iam: Vec<_> = entries(&report, "results").iter().filter(|result| text(&result["check_id"]).contains("-iam-")).collect();
    let expected: usize = seeded().verdicts.iter().filter(|(check, _)| check.contains("-iam-")).map(|(_, of)| of.len()).sum();
    assert_eq!(of_iam.len(), expected);
    assert_eq!(entries(&report, "jobs").len(), 4);
}

#[test]
fn a_bucket_outside_the_scans_regions_is_mentioned_and_not_judged() {
    let report = &undisturbed().report;
    assert_eq!(warnings(report, "buckets_elsewhere").len(), 1, "{}", report["warnings"]);
    assert!(entries(report, "results").iter().all(|result| !text(&result["resource"]["name"]).starts_with("elsewhere")));
}

#[test]
fn two_scans_of_an_unchanged_account_differ_in_ids_and_times_only() {
    let proxy = Proxy::to(seeded());
    let again = proxy.scan().args(TWO_REGIONS).run().exit_code(0).json();
    for part in ["results", "assets", "ledger", "warnings"] {
        assert_eq!(again[part], undisturbed().report[part], "{part}");
    }
    assert_eq!(again["summary"]["api_calls"]["total"], undisturbed().report["summary"]["api_calls"]["total"]);
}

#[test]
fn lists_that_come_in_pages_are_read_to_their_end() {
    let pages = |service, operation| Rule::new(Fault::PagesOf(1)).on(service, operation);
    // moto cuts these lists where it is asked to.
    let proxy = Proxy::with(seeded(), vec![pages("ec2", "DescribeInstances"), pages("eks", "ListClusters")]);
    let report = proxy.scan().args(TWO_REGIONS).run().exit_code(0).json();
    similar(&verdicts(&report, seeded()), &seeded().verdicts);
    let calls = proxy.calls_by_action();
    assert_eq!((calls["ec2:DescribeInstances"], calls["eks:ListClusters"]), (4, 4), "two pages in each of two regions");
}
