//! Findings, read back line by line and held against the limits of the API.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::text::units;
use super::*;
use crate::model::resource::by_name;
use crate::model::{Outcome, Requirement, ScanStatus};
use crate::report::sample;

fn written(report: &ScanReport, limits: &Limits) -> String {
    let mut out = Vec::new();
    write_within(report, Extent::Whole, limits, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn chunks(report: &ScanReport, limits: &Limits) -> Vec<Vec<Value>> {
    written(report, limits).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn findings(report: &ScanReport) -> Vec<Value> {
    chunks(report, &BATCH_IMPORT_FINDINGS).concat()
}

fn pretty(findings: &[Value]) -> String {
    let text: Vec<String> = findings.iter().map(|finding| serde_json::to_string_pretty(finding).unwrap()).collect();
    text.join("\n").replace(&format!("\"{}\"", env!("CARGO_PKG_VERSION")), "\"[version]\"")
}

/// A report in which every text is as long as any can be.
fn extreme() -> ScanReport {
    let mut report = sample::partial().report.as_ref().clone();
    let long = |sign: &str| sign.repeat(20_000);
    for result in &mut report.results {
        let check = Arc::make_mut(&mut result.check);
        (check.title, check.risk, check.remediation.text) = (long("名"), long("\""), long("😀"));
        check.id = format!("{}{}", check.id, long("x"));
        check.remediation.url = Some(format!("https://example.com/{}", long("x")));
        let number =
            |number| Requirement {
                framework: "own".to_owned(), requirement: format!("{number}{}", long("😀")), title: long("x")
            };
        check.requirements = (0..100).map(number).collect();
        (result.message, result.resource.name, result.resource.arn) = (long("\u{1b}"), long("\\"), long("é"));
        if let Some(mute) = &mut result.mute {
            Arc::make_mut(mute).reason = long("名");
        }
        if let Some(gap) = &mut result.gap {
            Arc::make_mut(gap).detail = long("名");
        }
        let asset = report.assets.iter_mut().find(|asset| asset.id == result.resource.id);
        if let Some(asset) = asset {
            asset.arn.clone_from(&result.resource.arn);
            let tag = |number| (format!("{number:0128}"), "v".repeat(256));
            asset.tags =
                (0..80).map(tag).chain([("aws:x".to_owned(), "y".to_owned()), ("blank".to_owned(), " ".to_owned())]).collect();
        }
    }
    report
}

/// What the API says of a finding's fields: where it is, how long its text may be.
const LENGTHS: &[(&str, usize)] = &[
    ("/Id", 512),
    ("/ProductArn", 2_048),
    ("/ProductName", 128),
    ("/CompanyName", 128),
    ("/GeneratorId", 512),
    ("/AwsAccountId", 12),
    ("/Title", 256),
    ("/Description", 1_024),
    ("/Severity/Original", 64),
    ("/Remediation/Recommendation/Text", 512),
    ("/Remediation/Recommendation/Url", 2_048),
    ("/Resources/0/Type", 256),
    ("/Resources/0/Id", 512),
    ("/Resources/0/Region", 16),
    ("/Compliance/StatusReasons/0/Description", 512),
    ("/Note/Text", 512),
];

/// The values that some fields may have.
const CHOICES: &[(&str, &[&str])] = &[
    ("/SchemaVersion", &["2018-10-08"]),
    ("/Severity/Label", &["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"]),
    ("/FindingProviderFields/Severity/Label", &["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"]),
    ("/Compliance/Status", &["PASSED", "WARNING", "FAILED", "NOT_AVAILABLE"]),
    ("/Workflow/Status", &["NEW", "NOTIFIED", "RESOLVED", "SUPPRESSED"]),
    ("/RecordState", &["ACTIVE", "ARCHIVED"]),
    ("/Resources/0/Partition", &["aws", "aws-cn", "aws-us-gov", "aws-us-iso", "aws-us-iso-b"]),
];

const REQUIRED: [&str; 10] = [
    "SchemaVersion",
    "Id",
    "ProductArn",
    "GeneratorId",
    "AwsAccountId",
    "CreatedAt",
    "UpdatedAt",
    "Title",
    "Description",
    "Resources",
];

/// Every text in the tree; none may be blank.
fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            found.push(name);
            texts(field, found);
        }),
        _ => {}
    }
}

#[track_caller]
fn assert_taken(finding: &Value) {
    assert!(REQUIRED.iter().all(|name| finding.get(name).is_some()), "{finding:#}");
    for (pointer, limit) in LENGTHS {
        let length = finding.pointer(pointer).map_or(1, |text| units(text.as_str().unwrap()));
        assert!((1..=*limit).contains(&length), "{pointer} has {length}");
    }
    for (pointer, allowed) in CHOICES {
        let value = finding.pointer(pointer).unwrap().as_str().unwrap();
        assert!(allowed.contains(&value), "{pointer} is {value}");
    }
    let mut all = Vec::new();
    texts(finding, &mut all);
    assert!(all.iter().all(|text| !text.trim().is_empty()), "a text is blank: {finding:#}");
    assert!(all.iter().all(|text| crate::model::plain_text::neutralise(text) == **text), "a text hides something: {finding:#}");
    let count = |pointer: &str| {
        finding.pointer(pointer).map_or(0, |list| list.as_array().map_or_else(|| list.as_object().unwrap().len(), Vec::len))
    };
    assert!(count("/Compliance/RelatedRequirements") <= 32 && count("/Resources/0/Tags") <= 50 && count("/ProductFields") <= 50);
    assert!(finding.to_string().len() <= 240_000);
}

#[test]
fn a_clean_scan_reads_so() {
    insta::assert_snapshot!(pretty(&findings(&sample::clean().report)));
}

#[test]
fn a_partial_scan_reads_so() {
    let mut seen = BTreeMap::new();
    for finding in findings(&sample::partial().report) {
        let key = (finding["Compliance"]["Status"].to_string(), finding["Workflow"]["Status"].to_string());
        seen.entry(key).or_insert(finding);
    }
    insta::assert_snapshot!(pretty(&seen.into_values().collect::<Vec<_>>()));
}

#[test]
fn hostile_names_read_so() {
    insta::assert_snapshot!(pretty(&findings(&sample::hostile().report)));
}

#[test]
fn every_finding_is_what_the_api_takes() {
    for sample in sample::all() {
        findings(&sample.report).iter().for_each(assert_taken);
    }
    let findings = findings(&extreme());
    findings.iter().for_each(assert_taken);
    let reached = |pointer: &str| findings.iter().filter_map(|it| it.pointer(pointer)?.as_str()).map(units).max();
    let tags = findings.iter().filter_map(|it| it.pointer("/Resources/0/Tags")?.as_object()).map(serde_json::Map::len).max();
    assert_eq!((reached("/Title"), reached("/Resources/0/Id"), tags), (Some(256), Some(512), Some(50)), "the limits are reached");
}

#[test]
fn every_result_is_a_finding_with_its_own_status() {
    for sample in sample::all() {
        let report = &sample.report;
        let findings = findings(report);
        let by_id: BTreeMap<&str, &Value> = findings.iter().map(|finding| (finding["Id"].as_str().unwrap(), finding)).collect();
        let expected = report.results.len() + 1;
        assert_eq!((by_id.len(), findings.len()), (expected, expected));
        for result in &report.results {
            let finding = by_id[result.uid("111122223333").as_str()];
            let expected = match result.outcome {
                Outcome::Fail => ("FAILED", "NEW", "ACTIVE"),
                Outcome::Muted => ("FAILED", "SUPPRESSED", "ACTIVE"),
                Outcome::Unknown => ("WARNING", "NEW", "ACTIVE"),
                Outcome::Pass => ("PASSED", "RESOLVED", "ACTIVE"),
                Outcome::NotApplicable => ("NOT_AVAILABLE", "RESOLVED", "ARCHIVED"),
            };
            let told = [&finding["Compliance"]["Status"], &finding["Workflow"]["Status"], &finding["RecordState"]];
            assert_eq!(told.map(|word| word.as_str().unwrap()), <[&str; 3]>::from(expected));
            assert_eq!(finding["Compliance"]["StatusReasons"].is_array(), result.outcome == Outcome::Unknown);
            assert_eq!(finding["Note"].is_object(), result.outcome == Outcome::Muted);
        }
    }
}

#[test]
fn a_line_holds_what_one_call_takes_and_one_region() {
    let report = sample::large(250).report;
    let lengths = |limits: &Limits| chunks(&report, limits).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(lengths(&BATCH_IMPORT_FINDINGS), [100, 25, 100, 26]);
    let limits = Limits { bytes: 20_000, ..BATCH_IMPORT_FINDINGS };
    let text = written(&report, &limits);
    assert!(text.lines().all(|line| line.len() <= limits.bytes) && text.lines().count() < 250);
    assert_eq!(lengths(&limits).iter().sum::<usize>(), 251);
    assert!(lengths(&Limits { bytes: 1, ..BATCH_IMPORT_FINDINGS }).iter().all(|length| *length == 1), "one always goes");
    for chunk in chunks(&report, &limits) {
        let arns: BTreeSet<&str> = chunk.iter().map(|finding| finding["ProductArn"].as_str().unwrap()).collect();
        let region = chunk[0]["Resources"][0]["Region"].as_str().unwrap();
        let expected = format!("arn:aws:securityhub:{region}:111122223333:product/111122223333/default");
        assert_eq!(arns, BTreeSet::from([expected.as_str()]));
    }
}

#[test]
fn a_scan_without_results_is_one_finding_that_says_why() {
    let mut report = sample::failed().report.as_ref().clone();
    let [finding] = findings(&report).try_into().expect("one finding");
    assert_taken(&finding);
    let reason = &finding["Compliance"]["StatusReasons"][0];
    assert_eq!((&finding["Compliance"]["Status"], &reason["ReasonCode"]), (&"WARNING".into(), &"FAILED".into()));
    assert_eq!(finding["Resources"][0]["Id"], "AWS::::Account:111122223333");
    assert!(finding["Description"].as_str().unwrap().starts_with("Nothing was evaluated, the scan is failed: "), "{finding:#}");
    assert_eq!(reason["Description"].as_str().unwrap(), report.status_reason);

    for (account, status, why) in [
        ("", report.status, "Security Hub takes no finding without an account"),
        ("111122223333", ScanStatus::Running, "the scan is running"),
        ("111122223333", ScanStatus::NotStarted, "the scan is not_started"),
    ] {
        Arc::make_mut(&mut report.header).account_id = account.to_owned();
        report.status = status;
        let mut out = Vec::new();
        let warning = write(&report, Extent::Whole, &mut out).unwrap().expect("a warning");
        assert!(out.is_empty() && warning.ends_with(&format!("nothing was evaluated, and {why}")), "{warning}");
    }
}

#[test]
fn the_next_scan_archives_what_one_without_results_has_told() {
    let mut failed = sample::failed().report.as_ref().clone();
    Arc::make_mut(&mut failed.header).regions = vec!["eu-north-1".to_owned()];
    let [told] = findings(&failed).try_into().expect("one finding");
    assert_eq!((&told["RecordState"], &told["Severity"]["Label"]), (&"ACTIVE".into(), &"HIGH".into()));
    for sample in [sample::completed(), sample::partial(), sample::clean()] {
        let findings = findings(&sample.report);
        let now = findings.iter().find(|finding| finding["Id"] == told["Id"]).expect("the same finding");
        assert_eq!((&now["RecordState"], &now["Compliance"]["Status"]), (&"ARCHIVED".into(), &"PASSED".into()));
        assert_eq!(now["ProductArn"], told["ProductArn"], "it goes where the other one went");
    }
}

#[test]
fn a_muted_finding_tells_in_fields_of_its_own_why_and_by_whom() {
    let report = sample::completed().report;
    let muted = findings(&report).into_iter().find(|finding| finding["Workflow"]["Status"] == "SUPPRESSED").unwrap();
    let field = |name: &str| muted["ProductFields"][format!("posture-scan/mute_{name}")].as_str().unwrap().to_owned();
    assert_eq!((field("owner"), field("expires")), ("platform team".to_owned(), "2026-03-31".to_owned()));
    assert_eq!(field("reason"), "the key of a machine that is replaced in spring");
}

#[test]
fn the_table_of_resource_types_names_ours_in_order() {
    assert!(resource::TYPES.is_sorted());
    let unknown: Vec<&str> = resource::TYPES.iter().map(|(ours, _)| *ours).filter(|ours| by_name(ours).is_none()).collect();
    assert_eq!(unknown, Vec::<&str>::new());
}
