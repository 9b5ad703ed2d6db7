//! Events, read back as JSON lines and held against the schema.

use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::model::{KnownFindings, Outcome, ScanStatus};
use crate::report::sample::{self, HOSTILE_NAME};

fn written(report: &ScanReport) -> String {
    let mut out = Vec::new();
    write(report, Extent::Whole, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn events(report: &ScanReport) -> Vec<Value> {
    written(report).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The first event of each outcome in full, which shows all that there is to see.
fn pretty(report: &ScanReport) -> String {
    let events = events(report);
    let place = |outcome| report.results.iter().position(|result| result.outcome == outcome);
    let outcomes = [Outcome::Fail, Outcome::Unknown, Outcome::Pass, Outcome::NotApplicable, Outcome::Muted];
    let shown: Vec<String> =
        outcomes.into_iter().filter_map(place).map(|place| serde_json::to_string_pretty(&events[place]).unwrap()).collect();
    shown.join("\n").replace(env!("CARGO_PKG_VERSION"), "[version]")
}

#[test]
fn a_clean_scan_reads_so() {
    insta::assert_snapshot!(written(&sample::clean().report).replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn a_partial_scan_reads_so() {
    insta::assert_snapshot!(pretty(&sample::partial().report));
}

#[test]
fn hostile_names_read_so() {
    insta::assert_snapshot!(written(&sample::hostile().report).replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn every_event_is_what_the_schema_asks_for() {
    for sample in sample::all() {
        for event in events(&sample.report) {
            assert_eq!(schema::complaints(&event), Vec::<String>::new(), "{event:#}");
        }
    }
}

/// Proves that the silence of the schema's table means something.
#[test]
fn the_table_sees_what_is_wrong() {
    let good = events(&sample::partial().report).remove(0);
    let spoil = |pointer: &str, value: Value| {
        let mut event = good.clone();
        *event.pointer_mut(pointer).unwrap() = value;
        schema::complaints(&event)
    };
    assert_eq!(spoil("/severity_id", 7.into()), ["event.severity_id may not be 7"]);
    assert_eq!(spoil("/time", 1_768_469_400.into()), ["event.time is no time in milliseconds"]);
    assert_eq!(spoil("/compliance/status", "Pass".into()).len(), 1);
    assert_eq!(spoil("/resources", Value::Array(vec![])), ["event.resources is no list of objects"]);
    let mut event = good.clone();
    event["metadata"].as_object_mut().unwrap().remove("version");
    event["finding_info"]["product"] = "x".into();
    assert_eq!(schema::complaints(&event), ["event.finding_info.product is not in the schema", "event.metadata lacks version"]);
}

#[test]
fn every_result_is_an_event_on_a_line_of_its_own() {
    for sample in sample::all() {
        let report = &sample.report;
        let text = written(report);
        // Some readers take other characters for line breaks too.
        let other = ['\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];
        assert!(!text.contains(other) && text.matches('\n').count() == report.results.len() + 1);
        for (event, result) in events(report).iter().zip(&report.results) {
            assert_eq!(event["finding_info"]["uid"], result.uid("111122223333"));
            assert_eq!(event["resources"][0]["name"], result.resource.name);
            let expected = match result.outcome {
                Outcome::Pass => "Pass",
                Outcome::Fail | Outcome::Muted => "Fail",
                Outcome::Unknown => "Warning",
                Outcome::NotApplicable => "Not Applicable",
            };
            assert_eq!(event["compliance"]["status"], expected);
            assert_eq!(event["status"] == "Suppressed", result.outcome == Outcome::Muted);
            assert_eq!(event["status_code"].is_string(), result.outcome == Outcome::Unknown);
        }
    }
}

#[test]
fn a_scan_without_results_is_one_event_that_says_why() {
    let report = sample::failed().report;
    let [event] = events(&report).try_into().expect("one event");
    assert_eq!((&event["compliance"]["status"], &event["status_code"]), (&"Warning".into(), &"failed".into()));
    assert_eq!(event["status_detail"], report.status_reason.as_str());
    assert!(event["message"].as_str().unwrap().starts_with("Nothing was evaluated, the scan is failed: "), "{event:#}");
    assert_eq!((&event["resources"][0]["uid"], &event["severity"]), (&"111122223333".into(), &"High".into()));
    let mut running = report.as_ref().clone();
    running.status = ScanStatus::Running;
    assert_eq!(written(&running), "", "a scan that has not ended has nothing to tell");
}

#[test]
fn the_next_scan_closes_what_one_without_results_has_told() {
    let mut failed = sample::failed().report.as_ref().clone();
    Arc::make_mut(&mut failed.header).regions = vec!["eu-north-1".to_owned()];
    let [told] = events(&failed).try_into().expect("one event");
    for sample in [sample::completed(), sample::partial(), sample::clean()] {
        let event = events(&sample.report).pop().expect("the last event");
        assert_eq!(event["finding_info"]["uid"], told["finding_info"]["uid"]);
        assert_eq!((&event["activity_name"], &event["status"]), (&"Close".into(), &"Resolved".into()));
        assert_eq!((&event["compliance"]["status"], &event["severity"]), (&"Pass".into(), &"Informational".into()));
    }
    let mut out = Vec::new();
    write(&sample::clean().report, Extent::Findings, &mut out).unwrap();
    assert!(out.is_empty(), "nobody has to look at it");
}

#[test]
fn an_account_that_was_never_learnt_has_a_name_and_no_number() {
    let mut report = sample::failed().report.as_ref().clone();
    Arc::make_mut(&mut report.header).account_id = String::new();
    let [event] = events(&report).try_into().expect("one event");
    assert_eq!(schema::complaints(&event), Vec::<String>::new(), "{event:#}");
    let account = &event["cloud"]["account"];
    assert_eq!((&account["name"], account.get("uid")), (&"unknown".into(), None));
    assert_eq!((&event["resources"][0]["name"], event["resources"][0].get("uid")), (&"unknown".into(), None));
    assert_eq!(event["cloud"]["region"], "us-east-1");
}

#[test]
fn hostile_names_come_back_as_they_were() {
    let report = sample::hostile().report;
    let events = events(&report);
    assert!(events.iter().any(|event| event["resources"][0]["name"] == HOSTILE_NAME));
    assert!(events.iter().any(|event| event["resources"][0]["name"] == "x".repeat(1_024)));
    let tagged = events.iter().filter(|event| event["resources"][0]["tags"][0]["name"] == "team");
    assert_eq!(tagged.count(), report.results.len(), "all but the account's own");
}

#[test]
fn the_activity_tells_what_became_of_a_finding() {
    let report = sample::completed().report;
    let place = |outcome| report.results.iter().position(|result| result.outcome == outcome).unwrap();
    let (known, passed) = (place(Outcome::Fail), place(Outcome::Pass));
    let findings = [known, passed].map(|place| report.results[place].uid("111122223333")).into();
    let earlier = KnownFindings {
        scan_id: "earlier".to_owned(),
        started_at: report.header.started_at,
        findings,
        accepted: std::collections::BTreeSet::default(),
    };
    let without = events(&report);
    assert!(without[..report.results.len()].iter().all(|event| event["activity_name"] == "Create"));
    let compared = events(&report.as_ref().clone().compared_with(Some(earlier.into())));
    assert_eq!((&compared[known]["activity_name"], &compared[known]["type_uid"]), (&"Update".into(), &200_302.into()));
    assert_eq!((&compared[passed]["activity_name"], &compared[passed]["status"]), (&"Close".into(), &"Resolved".into()));
    let created = compared.iter().filter(|event| event["activity_name"] == "Create").count();
    assert_eq!(created, report.results.len() - 2);
    assert_eq!(compared.last().unwrap()["activity_name"], "Close");
}
