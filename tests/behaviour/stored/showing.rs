//! `scan show`: one scan as it went.

use super::{Archive, items};

#[test]
fn a_scan_is_shown_with_its_status_its_reason_and_its_regions() {
    let archive = Archive::new();
    let report = archive.report("partial");
    let id = report["scan"]["id"].as_str().unwrap();
    for name in [id, "last", &id[..id.len() - 2]] {
        let told = archive.told(&format!("show {name}"));
        for part in [id, "partial: ", report["scan"]["status_reason"].as_str().unwrap(), "ap-northeast-1", "clusters"] {
            assert!(told.contains(part), "no {part} in\n{told}");
        }
        assert!(!told.contains("── Jobs") && !told.contains("── Findings"), "{told}");
    }
}

#[test]
fn jobs_findings_and_errors_are_shown_where_they_are_asked_for() {
    let archive = Archive::new();
    archive.scan("denied");
    let jobs = archive.told("show --jobs");
    assert!(jobs.contains("discovery:us-east-1") && jobs.contains("began (UTC)"), "{jobs}");
    assert!(!jobs.contains("was denied") && jobs.contains("--errors tells"), "{jobs}");
    let errors = archive.told("show --errors");
    assert!(errors.contains("── Failed jobs") && errors.contains("was denied"), "{errors}");
    archive.scan("demo");
    assert!(archive.told("show --findings").contains("aws-s3-bucket-is-not-public"));
}

#[test]
fn one_region_is_shown_alone() {
    let archive = Archive::new();
    archive.scan("demo");
    let told = archive.told("show --region eu-west-1 --jobs --findings");
    assert!(told.contains("compliance:eu-west-1") && !told.contains("us-west-2"), "{told}");
    let shown = archive.json("show --region eu-west-1 --findings");
    assert!(!items(&shown, "results").is_empty());
    assert!(items(&shown, "results").iter().all(|result| result["region"] == "eu-west-1"));
    assert_eq!(shown["summary"]["findings"]["total"], items(&shown, "results").len());
    archive.refused("show --region eu-wst-1").says(&["eu-wst-1", "did you mean eu-west-1"]);
}

#[test]
fn programs_get_what_the_report_says() {
    let archive = Archive::new();
    let report = archive.report("partial");
    let shown = archive.json("show");
    for part in ["schema_version", "summary", "jobs", "warnings"] {
        assert_eq!(shown[part], report[part], "{part}");
    }
    assert_eq!(shown.get("results"), None);
    assert_eq!(shown["scan"]["status_reason"], report["scan"]["status_reason"]);
}
