//! The log read back, whole and cut.

use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::report::sample::{self, Sample};

fn written(sample: &Sample, limits: &Limits) -> (String, Option<String>) {
    let mut out = Vec::new();
    let warning = write_within(&sample.report, limits, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), warning)
}

fn value(sample: &Sample, limits: &Limits) -> (Value, Option<String>) {
    let (text, warning) = written(sample, limits);
    (serde_json::from_str(&text).unwrap(), warning)
}

fn pretty(sample: &Sample) -> String {
    let (value, warning) = value(sample, &GITHUB);
    assert_eq!(warning, None);
    serde_json::to_string_pretty(&value).unwrap().replace(env!("CARGO_PKG_VERSION"), "[version]")
}

#[test]
fn a_partial_scan_reads_so() {
    insta::assert_snapshot!(pretty(&sample::partial()));
}

#[test]
fn a_clean_scan_reads_so() {
    insta::assert_snapshot!(pretty(&sample::clean()));
}

#[test]
fn hostile_names_read_so() {
    insta::assert_snapshot!(pretty(&sample::hostile()));
}

#[test]
fn the_worst_findings_stay_when_there_are_too_many() {
    let limits = Limits { results: 40, ..GITHUB };
    let (log, warning) = value(&sample::large(120), &limits);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let critical = results
        .iter()
        .filter(|it| ["aws-iam-root-no-access-keys", "aws-s3-bucket-not-public"].contains(&it["ruleId"].as_str().unwrap()));
    assert_eq!((results.len(), critical.count()), (40, 40));
    assert!(warning.unwrap().contains("the worst 40 of 120 findings"));
    assert_eq!(log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["descriptor"]["id"], "findings_cut");
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn a_file_that_is_too_large_is_cut_until_it_fits() {
    let limits = Limits { gzip_bytes: 12_000, ..GITHUB };
    let (text, warning) = written(&sample::large(2_000), &limits);
    let mut encoder = GzEncoder::new(Counted(0), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    let size = encoder.finish().unwrap().0;
    assert!(size <= limits.gzip_bytes && size > limits.gzip_bytes / 2, "{size}");
    let log: Value = serde_json::from_str(&text).unwrap();
    let kept = log["runs"][0]["results"].as_array().unwrap().len();
    assert!(kept > 100 && kept < 2_000 && warning.unwrap().contains(&format!("worst {kept} of 2000")), "{kept}");
}

#[test]
fn a_limit_that_nothing_can_meet_leaves_no_result_and_ends() {
    let (log, warning) = value(&sample::large(50), &Limits { gzip_bytes: 1, ..GITHUB });
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 0);
    assert!(warning.unwrap().contains("worst 0 of 50"));
}

#[test]
fn every_result_points_at_its_rule() {
    for limits in [GITHUB, Limits { rules: 2, ..GITHUB }] {
        let (log, warning) = value(&sample::large(30), &limits);
        let rules = &log["runs"][0]["tool"]["driver"]["rules"];
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        assert_eq!(warning.is_some(), limits.rules == 2);
    }
}

#[test]
fn only_a_scan_that_could_read_everything_was_successful() {
    for (sample, successful) in [
        (sample::completed(), true),
        (sample::clean(), true),
        (sample::partial(), false),
        (sample::failed(), false),
        (sample::cancelled(), false),
    ] {
        let (log, _) = value(&sample, &GITHUB);
        assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], successful);
    }
}

#[test]
fn an_accepted_finding_is_a_suppressed_result_and_comes_last() {
    let (log, _) = value(&sample::completed(), &GITHUB);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let (last, others) = results.split_last().unwrap();
    let justification = "the key of a machine that is replaced in spring (accepted by platform team until 2026-03-31).";
    let expected = serde_json::json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    assert_eq!(last["suppressions"], expected);
    assert!(others.iter().all(|result| result["suppressions"] == serde_json::json!([])), "all results have them, or none");
    let (log, _) = value(&sample::measured(), &GITHUB);
    assert!(log["runs"][0]["results"].as_array().unwrap().iter().all(|result| result.get("suppressions").is_none()));
}

#[test]
fn accepted_findings_are_left_out_first() {
    let (log, warning) = value(&sample::completed(), &Limits { results: 9, ..GITHUB });
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.len() == 9 && results.iter().all(|result| result.get("suppressions").is_none()));
    assert!(warning.unwrap().contains("all 9 findings and 0 of 1 muted ones"));
}

#[test]
fn a_result_says_whether_it_is_new_where_there_is_a_scan_to_compare_with() {
    let states = |sample: &Sample| {
        let (log, _) = value(sample, &GITHUB);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|result| result["baselineState"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let compared = states(&sample::compared());
    let of = |state: &str| compared.iter().filter(|it| it.as_deref() == Some(state)).count();
    assert_eq!((of("new"), of("unchanged"), compared.len()), (5, 5, 10));
    assert!(states(&sample::completed()).iter().all(Option::is_none));
}

#[test]
fn a_finding_that_could_not_be_looked_at_again_is_not_missing() {
    let sample = sample::partial();
    let account_id = &sample.report.header.account_id;
    let unknown = sample.report.results.iter().find(|result| result.outcome == Outcome::Unknown).unwrap();
    let known = crate::model::KnownFindings {
        scan_id: "earlier".to_owned(),
        started_at: sample.report.header.started_at,
        findings: [unknown.uid(account_id)].into(),
        accepted: std::collections::BTreeSet::new(),
    };
    let report = Arc::new(sample.report.as_ref().clone().compared_with(Some(Arc::new(known))));
    let (log, _) = value(&Sample { report, events: Vec::new() }, &GITHUB);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let is_it = |result: &&Value| result["partialFingerprints"]["findingUid/v1"] == unknown.uid(account_id);
    let told = results.iter().find(is_it).expect("a result");
    assert_eq!(told["baselineState"], "unchanged");
    assert!(told["message"]["text"].as_str().unwrap().starts_with("It was found before and could not be looked at"), "{told}");
    assert!(results.iter().all(|result| result["baselineState"].is_string()), "all have a state, or none");
}

#[test]
fn every_relationship_points_at_a_requirement_of_its_framework() {
    for sample in sample::all() {
        let (log, _) = value(&sample, &GITHUB);
        let run = &log["runs"][0];
        for rule in run["tool"]["driver"]["rules"].as_array().unwrap() {
            for target in rule["relationships"].as_array().into_iter().flatten().map(|it| &it["target"]) {
                let place = |value: &Value| usize::try_from(value["index"].as_u64().unwrap()).unwrap();
                let taxonomy = &run["taxonomies"][place(&target["toolComponent"])];
                assert_eq!(taxonomy["name"], target["toolComponent"]["name"]);
                assert_eq!(taxonomy["taxa"][place(target)]["id"], target["id"]);
            }
        }
    }
}

#[test]
fn a_framework_that_the_scan_is_measured_by_is_a_taxonomy_as_a_whole() {
    let (log, _) = value(&sample::measured(), &GITHUB);
    let run = &log["runs"][0];
    insta::assert_json_snapshot!(serde_json::json!({
        "taxonomies": run["taxonomies"],
        "supportedTaxonomies": run["tool"]["driver"]["supportedTaxonomies"],
        "relationships": run["tool"]["driver"]["rules"][2]["relationships"],
    }));
}
