//! Every report can be read back, and what is none says so.

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::model::comparison::{Comparison, Transition};
use crate::report::sample;

fn written(report: &crate::model::ScanReport) -> Vec<u8> {
    let mut out = Vec::new();
    super::super::write(report, crate::report::format::Extent::Whole, &mut out).unwrap();
    out
}

fn refusal(bytes: impl AsRef<[u8]>) -> String {
    parse("old.json", bytes.as_ref()).unwrap_err().to_string()
}

/// The clean sample with a field of its own.
fn with(pointer: &str, value: Value) -> Vec<u8> {
    let mut report: Value = serde_json::from_slice(&written(&sample::clean().report)).unwrap();
    *report.pointer_mut(pointer).unwrap() = value;
    serde_json::to_vec(&report).unwrap()
}

#[test]
fn a_report_read_back_is_the_same_side_as_the_scan_itself() {
    for sample in sample::all() {
        let (here, back) = (ScanSide::from(sample.report.as_ref()), parse("old.json", &written(&sample.report)).unwrap());
        assert_eq!(back.scan, here.scan);
        assert_eq!(back.results, here.results);
        assert_eq!(back.assets, here.assets);
        let comparison = Comparison::of(&back, &here).unwrap();
        assert!(comparison.nothing_changed(), "{}: {:?}", here.scan.id, comparison.changes);
        // A report names the checks that looked somewhere, so it cannot know the others.
        let known: BTreeSet<&str> = here.coverage.checks().collect();
        assert!(back.coverage.checks().all(|check| known.contains(check)));
    }
}

#[test]
fn an_earlier_report_tells_what_a_scan_in_memory_would_tell() {
    let (earlier, later) = (sample::partial().report, sample::later().report);
    let back = parse("old.json", &written(&earlier)).unwrap();
    let after = ScanSide::from(later.as_ref());
    let (from_file, from_memory) =
        (Comparison::of(&back, &after).unwrap(), Comparison::of(&ScanSide::from(earlier.as_ref()), &after).unwrap());
    assert_eq!(from_file.changes, from_memory.changes);
    assert_eq!(from_file.assets, from_memory.assets);
    assert!(from_file.counts(Transition::Appeared).total > 0);
}

#[test]
fn what_a_later_version_of_the_scanner_adds_is_no_obstacle() {
    let mut report: Value = serde_json::from_slice(&written(&sample::partial().report)).unwrap();
    report["scan"]["mood"] = json!("hopeful");
    report["results"][0]["owner"] = json!({ "team": "payments" });
    report["novelty"] = json!([1, 2, 3]);
    let same = parse("old.json", &serde_json::to_vec(&report).unwrap()).unwrap();
    assert_eq!(same, parse("old.json", &written(&sample::partial().report)).unwrap());
}

#[test]
fn assets_of_a_type_that_another_version_did_not_list_are_not_new() {
    let bytes = with("/tool/version", json!("0.0.1"));
    let (old, same) = (parse("old.json", &bytes).unwrap(), parse("old.json", &written(&sample::clean().report)).unwrap());
    assert!(!old.coverage.inventory_is_complete("aws.ec2.vpc", "eu-west-1"));
    assert!(old.coverage.inventory_is_complete("aws.s3.bucket", "eu-west-1"));
    assert!(same.coverage.inventory_is_complete("aws.ec2.vpc", "eu-west-1"));
}

#[test]
fn a_scan_of_another_version_tells_so_wherever_it_is_kept() {
    let mut report = sample::clean().report.as_ref().clone();
    std::sync::Arc::make_mut(&mut report.header).tool_version = "0.0.1".to_owned();
    let (written, mut sarif) = (written(&report), Vec::new());
    let json: Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(json["tool"], json!({ "name": "posture-scan", "version": "0.0.1" }));
    crate::report::sarif::write(&report, &mut sarif).unwrap();
    let sarif: Value = serde_json::from_slice(&sarif).unwrap();
    let driver = &sarif["runs"][0]["tool"]["driver"];
    assert_eq!([&driver["version"], &driver["semanticVersion"], &driver["fullName"]], ["0.0.1", "0.0.1", "posture-scan 0.0.1"]);
    for side in [ScanSide::from(&report), parse("old.json", &written).unwrap()] {
        assert!(!side.coverage.inventory_is_complete("aws.ec2.vpc", "eu-west-1"));
        assert!(side.coverage.inventory_is_complete("aws.s3.bucket", "eu-west-1"));
    }
}

#[test]
fn a_file_that_is_no_report_says_what_it_lacks_and_what_to_name_instead() {
    let next = "; name a file that `scan --json FILE` has written";
    for (text, problem) in [
        ("{}", "is not the JSON report of a scan: it has no schema_version"),
        ("[]", "is not the JSON report of a scan: it has no schema_version"),
        ("\"text\"", "is not the JSON report of a scan: it has no schema_version"),
        (r#"{"$schema": "https://example.com/sarif", "version": "2.1.0", "runs": []}"#, "it has no schema_version"),
        (r#"{"schema_version": "1", "changes": []}"#, "it has no scan"),
        ("", "is not a JSON report (EOF while parsing a value at line 1 column 0)"),
        ("── Findings ──", "is not a JSON report (expected value at line 1 column 1)"),
        ("{\"type\": \"scan\"}\n{\"type\": \"job\"}\n", "is not a JSON report (trailing characters at line 2 column 1)"),
    ] {
        let refusal = refusal(text);
        assert!(
            refusal.starts_with("old.json is not ") && refusal.contains(problem) && refusal.ends_with(next),
            "{text}: {refusal}"
        );
    }
}

#[test]
fn a_report_of_another_version_is_refused_before_its_fields_are_looked_at() {
    let refused = refusal(r#"{"schema_version": "2", "scan": "all different"}"#);
    assert_eq!(
        refused,
        "old.json has schema_version \"2\", and this version of scan reads 1; write it anew with `scan --json FILE`"
    );
    assert!(refusal(with("/schema_version", json!(1))).contains("has schema_version 1,"));
}

#[test]
fn a_damaged_report_says_where() {
    let refused = refusal(with("/results/0/status", json!("excellent")));
    assert!(refused.starts_with("old.json is damaged (unknown variant `excellent`, expected one of `fail`"), "{refused}");
    assert!(refusal(with("/scan/started_at", json!("yesterday"))).starts_with("old.json is damaged ("));
    let truncated = written(&sample::clean().report);
    assert!(refusal(&truncated[..truncated.len() / 2]).contains("is not a JSON report (EOF while parsing"));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.json");
    let refused = read(&path).unwrap_err().to_string();
    assert!(refused.starts_with(&format!("cannot read the earlier report {}: ", path.display())), "{refused}");
    std::fs::write(&path, written(&sample::clean().report)).unwrap();
    assert_eq!(read(&path).unwrap().scan.id, sample::clean().report.header.id);
}
