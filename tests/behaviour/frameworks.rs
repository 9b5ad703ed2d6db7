//! Frameworks: what they ask for, and which of their requirements an account meets.

use serde_json::Value;
use tempfile::TempDir;

use crate::support::run::{Run, Scan};
use crate::support::scan;

fn mock(account: &str, arguments: &str) -> Scan {
    scan().args("--mock").arg(account).args("--mock-speed 0 --progress none").args(arguments)
}

/// The scan's first framework.
#[track_caller]
fn measured(run: &Run) -> Value {
    run.json()["frameworks"][0].clone()
}

/// The ids of the requirements of that status.
fn of_status<'a>(framework: &'a Value, status: &str) -> Vec<&'a str> {
    let requirements = framework["requirements"].as_array().unwrap().iter();
    requirements
        .filter(|requirement| requirement["status"] == status)
        .filter_map(|requirement| requirement["id"].as_str())
        .collect()
}

#[test]
fn a_framework_selects_its_checks_and_says_what_is_met() {
    let run = mock("demo", "--framework cis-aws-5.0 --format json").run();
    assert_eq!(run.json()["scan"]["profile"], "cis-aws-5.0");
    let framework = measured(&run);
    let count = |status: &str| framework["counts"][status].as_u64().unwrap();
    for status in ["met", "not_met", "unknown", "not_applicable", "manual"] {
        assert_eq!(of_status(&framework, status).len() as u64, count(status), "{status}");
    }
    assert!(count("met") > 0 && count("not_met") > 0);
    assert_eq!(framework["score"], 100 * count("met") / (count("met") + count("not_met")));
    let asked = scan().args("frameworks show cis-aws-5.0 --json").run().exit_code(0).json();
    assert_eq!(run.json()["summary"]["checks"]["selected"], asked["checks"]);
    for requirement in framework["requirements"].as_array().unwrap() {
        let results = &requirement["results"];
        assert_eq!(requirement["status"] == "not_met", results["fail"] != 0, "{requirement}");
    }
}

#[test]
fn the_table_tells_the_score_and_what_is_not_met() {
    let table = mock("demo", "--framework cis-aws-5.0").run().stdout;
    for part in ["CIS Amazon Web Services Foundations Benchmark 5.0.0", " met", "NOT MET", "framework  cis-aws-5.0: "] {
        assert!(table.contains(part), "no {part:?} in {table}");
    }
    assert!(!mock("demo", "").run().stdout.contains("framework"));
}

#[test]
fn what_could_not_be_read_is_never_met() {
    let demo = measured(&mock("demo", "--framework cis-aws-5.0 --format json").run());
    let partial = measured(&mock("partial", "--framework cis-aws-5.0 --format json").run().exit_code(3));
    for requirement in of_status(&partial, "met") {
        assert!(of_status(&demo, "met").contains(&requirement), "{requirement} is met only where less could be read");
    }
    let denied = measured(&mock("denied", "--framework cis-aws-5.0 --format json").run().exit_code(4));
    assert_eq!((&denied["counts"]["met"], &denied["score"]), (&Value::from(0), &Value::Null));
}

#[test]
fn frameworks_profiles_and_checks_add_up() {
    let selected = |arguments: &str| {
        let report = mock("clean", arguments).args("--format json").run().json();
        (report["scan"]["profile"].as_str().unwrap().to_owned(), report["summary"]["checks"]["selected"].as_u64().unwrap())
    };
    let (label, alone) = selected("--framework cis-aws-5.0");
    assert_eq!(label, "cis-aws-5.0");
    assert_eq!(selected("--framework cis-aws-5.0 --framework cis-aws-5.0"), ("cis-aws-5.0".to_owned(), alone));
    let (label, both) = selected("--framework cis-aws-5.0,cis-aws-3.0 --profile full --check S3.8");
    assert_eq!(label, "full+cis-aws-5.0+cis-aws-3.0");
    assert!(both > alone, "{both} and {alone}");
}

#[test]
fn an_unknown_framework_is_answered_with_the_nearest_ones() {
    mock("demo", "--framework cis-aws-5").run().exit_code(2).says(&["cis-aws-5", "cis-aws-5.0"]);
    scan().args("frameworks show cis-aws-5").run().exit_code(2).says(&["cis-aws-5.0"]);
    scan().args("frameworks show zzz").run().exit_code(2).says(&["scan frameworks list"]);
}

#[test]
fn frameworks_are_listed_and_shown() {
    let list = scan().args("frameworks list --json").run().exit_code(0).json();
    let table = scan().args("frameworks list").run().exit_code(0).stdout;
    for framework in list.as_array().unwrap() {
        let id = framework["id"].as_str().unwrap();
        assert!(table.contains(id), "{id}");
        let page = scan().args("frameworks show").arg(id).run().exit_code(0).stdout;
        for requirement in framework["requirements"].as_array().unwrap() {
            assert!(page.contains(requirement["id"].as_str().unwrap()), "{requirement}");
        }
    }
    scan().args("frameworks list --state-dir somewhere").run().exit_code(2).says(&["--state-dir"]);
}

#[test]
fn a_stored_scan_tells_of_its_frameworks_as_it_did() {
    let home = TempDir::new().unwrap();
    let kept = |scan: Scan| scan.state(&home.path().join("state")).env("COLUMNS", "80");
    let run = kept(mock("partial", "--framework cis-aws-5.0,cis-aws-3.0 --json scan.json")).run().exit_code(3);
    let table = kept(scan().args("report")).run().exit_code(0).stdout;
    assert!(table == run.stdout && table.contains("NOT MET"), "{table}");
    let json = kept(scan().args("report --format json")).run().exit_code(0).stdout;
    assert!(json == run.file("scan.json") && json.contains("not_met"));
    let resumed = kept(scan().args("resume last --format json")).run().exit_code(3).json();
    assert_eq!(resumed["frameworks"], serde_json::from_str::<Value>(&json).unwrap()["frameworks"]);
    let again = kept(scan().args("rerun last --format json")).run().exit_code(3).json();
    assert_eq!(again["scan"]["profile"], "cis-aws-5.0+cis-aws-3.0");
    assert_eq!(again["frameworks"].as_array().unwrap().len(), 2);
}

#[test]
fn a_framework_of_ones_own_stands_beside_ones_own_checks() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("frameworks")).unwrap();
    let text = "id: house-1\ntitle: House rules\nversion: '1'\nurl: https://example.com\nrequirements:\n\
                - { id: a, title: Buckets are closed, checks: [aws-s3-bucket-blocks-public-access] }\n\
                - { id: b, title: Somebody looks, manual: true }\n";
    std::fs::write(folder.path().join("frameworks/house-1.yaml"), text).unwrap();
    let run = mock("demo", "--framework house-1 --format json --checks-dir").arg(folder.path().to_str().unwrap()).run();
    let framework = measured(&run.exit_code(0));
    assert_eq!(of_status(&framework, "not_met"), ["a"]);
    assert_eq!(of_status(&framework, "manual"), ["b"]);
}
