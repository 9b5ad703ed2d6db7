//! The embedded mock accounts: no network, no credentials, and every way in which a scan can end.

use serde_json::Value;

use crate::support::run::{Run, results_alone};
use crate::support::scan;

fn mock(account: &str) -> Run {
    scan().args("--mock").arg(account).args("--mock-speed 0 --format json").run()
}

#[test]
fn demo_completes_with_findings_of_every_severity() {
    let report = mock("demo").exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed");
    assert_eq!(report["scan"]["provider"], "mock");
    let full = scan().args("--mock demo --mock-speed 0 --format json --profile full").run().exit_code(0).json();
    for (report, severities) in [(&report, &["critical", "high", "medium"][..]), (&full, &["critical", "high", "medium", "low"])] {
        for severity in severities {
            assert!(report["summary"]["findings"][severity].as_u64().unwrap() > 0, "no {severity} finding");
        }
    }
    let assets = report["summary"]["assets"].as_u64().unwrap();
    assert!((250..400).contains(&assets), "{assets} assets");
    assert_eq!(report["scan"]["regions"].as_array().unwrap().len(), 12);
    assert_eq!(report["jobs"].as_array().unwrap().len(), 26);
    assert_eq!(report["summary"]["results"]["unknown"], 0);
}

#[test]
fn demo_is_what_mock_alone_means() {
    let named = mock("demo").exit_code(0).json();
    let alone = scan().args("--mock --mock-speed 0 --format json").run().exit_code(0).json();
    let provider = scan().args("--provider mock --mock-speed 0 --format json").run().exit_code(0).json();
    assert_eq!(results_alone(&alone), results_alone(&named));
    assert_eq!(results_alone(&provider), results_alone(&named));
}

#[test]
fn partial_says_what_is_missing_and_exits_with_three() {
    let report = mock("partial").exit_code(3).json();
    assert_eq!(report["scan"]["status"], "partial");
    assert!(report["summary"]["results"]["unknown"].as_u64().unwrap() > 0);
    let warnings = report["warnings"].as_array().unwrap();
    for code in ["denied", "throttled"] {
        assert!(warnings.iter().any(|warning| warning["code"] == code), "no {code} warning in {warnings:?}");
    }
    for result in report["results"].as_array().unwrap() {
        assert_eq!(result["status"] == "unknown", result["gap"] != Value::Null, "{result}");
    }
}

#[test]
fn what_partial_could_read_is_judged_as_in_demo() {
    let key = |result: &Value| format!("{} {}", result["check_id"], result["resource"]["arn"]);
    let of = |report: &Value| -> std::collections::BTreeMap<String, Value> {
        let results = report["results"].as_array().unwrap().iter();
        results.map(|result| (key(result), result["status"].clone())).collect()
    };
    let (demo, partial) = (of(&mock("demo").json()), of(&mock("partial").json()));
    let decided: Vec<_> = partial.iter().filter(|(_, status)| *status != "unknown").collect();
    assert!(decided.len() > 100);
    for (result, status) in decided {
        assert_eq!(demo.get(result), Some(status), "{result}");
    }
}

#[test]
fn clean_completes_without_any_finding() {
    let report = scan().args("--mock clean --mock-speed 0 --format json --fail-on informational").run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed");
    assert_eq!(report["summary"]["findings"]["total"], 0);
    assert!(report["summary"]["results"]["pass"].as_u64().unwrap() > 0);
}

#[test]
fn denied_fails_with_four_and_claims_nothing() {
    let report = mock("denied").exit_code(4).json();
    assert_eq!(report["scan"]["status"], "failed");
    let results = &report["summary"]["results"];
    assert_eq!((results["pass"].as_u64(), results["fail"].as_u64()), (Some(0), Some(0)));
    assert!(results["unknown"].as_u64().unwrap() > 0);
}

#[test]
fn findings_exit_with_one_only_where_the_user_asks() {
    scan().args("--mock demo --mock-speed 0 --fail-on critical --quiet").run().exit_code(1);
    scan().args("--mock partial --mock-speed 0 --fail-on critical --quiet").run().exit_code(3);
    scan().args("--mock partial --mock-speed 0 --fail-on critical --allow-partial --quiet").run().exit_code(1);
    scan().args("--mock partial --mock-speed 0 --allow-partial --quiet").run().exit_code(0);
}

#[test]
fn a_mock_scan_needs_no_environment_at_all() {
    let run =
        scan().args("--mock demo --mock-speed 0 --format json").env("AWS_ENDPOINT_URL", "http://127.0.0.1:1").run().exit_code(0);
    assert_eq!(run.json()["scan"]["provider"], "mock");
}

#[test]
fn one_region_of_a_mock_account_has_four_jobs() {
    let report = scan().args("--mock demo --mock-speed 0 --format json --region eu-west-1").run().exit_code(0).json();
    assert_eq!(report["jobs"].as_array().unwrap().len(), 4);
    assert_eq!(report["scan"]["regions"], serde_json::json!(["eu-west-1"]));
}

#[test]
fn regions_may_be_repeated_or_separated_by_commas() {
    let regions = |flags: &str| {
        let run = scan().args("--mock demo --mock-speed 0 --format json").args(flags).run().exit_code(0);
        run.json()["scan"]["regions"].clone()
    };
    let both = serde_json::json!(["us-east-1", "eu-west-1"]);
    assert_eq!(regions("--region us-east-1,eu-west-1"), both);
    assert_eq!(regions("--region us-east-1 --region eu-west-1"), both);
    assert_eq!(regions("--region us-east-1,eu-west-1,us-east-1"), both);
}

#[test]
fn a_user_may_write_an_account_of_their_own() {
    let demo = include_str!("../../fixtures/demo.json");
    let run = scan().file("mine.json", demo).args("--mock mine.json --mock-speed 0 --format json").run().exit_code(0);
    assert_eq!(run.json()["results"], mock("demo").json()["results"]);
}

#[test]
fn a_fixture_that_is_not_one_is_refused_with_its_name() {
    scan().file("broken.json", "{\"what\": 1}").args("--mock broken.json").run().exit_code(2).says(&["broken.json"]);
}
