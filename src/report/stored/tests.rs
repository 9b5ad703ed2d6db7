//! Stored scans as people and programs see them.

use std::sync::Arc;

use jiff::SignedDuration;
use serde::Serialize;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::history::Older;
use super::scan::Parts;
use super::*;
use crate::model::summary::FindingCounts;
use crate::model::{Asset, CheckResult, Colour, JobStatus, Outcome, ScanHeader, ScanReport, ScanStatus};
use crate::report::sample::{self, HOSTILE_NAME};

const EVERYTHING: Parts = Parts { jobs: true, errors: true, findings: true };

fn style(width: usize) -> TableStyle {
    TableStyle { width, colour: Colour::Off }
}

/// The scan of a report as a list shows it.
fn glance(report: &ScanReport) -> Glance {
    Glance {
        header: report.header.as_ref().clone(),
        status: report.status,
        reason: report.status_reason.clone(),
        percent: 100,
        ended_at: Some(report.ended_at),
        until: report.ended_at,
        is_stopping: false,
        assets: report.summary.assets,
        findings: report.summary.findings.clone(),
    }
}

/// The completed scan when it had not ended: a job has, one runs, the others wait.
fn running() -> (Glance, ScanReport) {
    let mut report = ScanReport::clone(&sample::completed().report);
    report.status = ScanStatus::Running;
    report.status_reason = "1 of 8 jobs have finished".to_owned();
    for (place, job) in report.jobs.iter_mut().enumerate().skip(1) {
        job.status = if place == 1 { JobStatus::Running } else { JobStatus::Queued };
        job.started_at = job.started_at.filter(|_| place == 1);
        job.ended_at = None;
    }
    let glance = Glance { percent: 42, ended_at: None, reason: String::new(), ..glance(&report) };
    (glance, report)
}

/// One scan in each state, and one of which everything is hostile.
fn scans() -> Vec<Glance> {
    let (running, _) = running();
    let stopping = Glance { is_stopping: true, ..running.clone() };
    let planned =
        Glance { status: ScanStatus::NotStarted, percent: 0, assets: 0, findings: FindingCounts::default(), ..running.clone() };
    let nowhere = Glance {
        status: ScanStatus::SubmissionError,
        header: ScanHeader { account_id: String::new(), regions: Vec::new(), name: None, ..running.header.clone() },
        ..glance(&sample::failed().report)
    };
    let hostile = glance(&sample::hostile().report);
    let text = || HOSTILE_NAME.to_owned();
    let header = ScanHeader { name: Some(text()), profile: text(), account_id: text(), ..hostile.header.clone() };
    let hostile = Glance { header, ..hostile };
    let ended =
        [sample::completed(), sample::partial(), sample::clean(), sample::failed(), sample::cancelled(), sample::large(300)];
    let ended = ended.iter().map(|sample| glance(&sample.report));
    [running, stopping, planned, nowhere, hostile].into_iter().chain(ended).collect()
}

/// Every text of this module, on so many columns.
fn texts(width: usize) -> Vec<String> {
    let style = style(width);
    let mut texts = vec![history::render(&scans(), Older::LeftOut, &style), nothing(HOSTILE_NAME, &style)];
    for sample in sample::all() {
        let (glance, report) = (glance(&sample.report), &sample.report);
        texts.push(scan::render(&glance, report, report, EVERYTHING, &style));
        texts.push(status::render(&glance, report, &style));
        texts.push(status::caption(&glance, &style));
        texts.push(assets::render(&glance, &report.assets.iter().collect::<Vec<_>>(), &style));
        texts.push(results::render(&glance, &report.results.iter().collect::<Vec<_>>(), &style));
    }
    texts
}

#[test]
fn a_history_reads_so_on_80_columns() {
    insta::assert_snapshot!(history::render(&scans(), Older::None, &style(80)));
}

#[test]
fn a_history_reads_so_on_120_columns() {
    insta::assert_snapshot!(history::render(&scans()[..6], Older::LeftOut, &style(120)));
}

#[test]
fn a_partial_scan_reads_so() {
    let report = sample::partial().report;
    insta::assert_snapshot!(scan::render(&glance(&report), &report, &report, Parts::default(), &style(80)));
}

#[test]
fn a_partial_scan_with_all_its_parts_reads_so_on_120_columns() {
    let report = sample::partial().report;
    insta::assert_snapshot!(scan::render(&glance(&report), &report, &report, EVERYTHING, &style(120)));
}

#[test]
fn one_region_of_a_scan_reads_so() {
    let report = sample::partial().report;
    let part = report.of_region("sa-east-1");
    insta::assert_snapshot!(scan::render(&glance(&report), &report, &part, EVERYTHING, &style(80)));
}

#[test]
fn a_running_scan_reads_so() {
    let (glance, report) = running();
    insta::assert_snapshot!(scan::render(&glance, &report, &report, Parts { jobs: true, ..Parts::default() }, &style(80)));
}

#[test]
fn errors_are_told_only_where_they_are_asked_for() {
    let report = sample::partial().report;
    let told = |errors| scan::render(&glance(&report), &report, &report, Parts { errors, ..EVERYTHING }, &style(100));
    let error = "throttled beyond patience";
    assert!(told(true).contains(error), "{}", told(true));
    assert!(!told(false).contains(error) && told(false).contains("--errors tells what ended 1 job"), "{}", told(false));
}

#[test]
fn assets_read_so() {
    let report = sample::completed().report;
    let assets: Vec<&Asset> = report.assets.iter().collect();
    let glance = glance(&report);
    insta::assert_snapshot!(assets::render(&glance, &assets, &style(80)) + "\n" + &assets::render(&glance, &assets, &style(120)));
}

#[test]
fn hostile_assets_read_so() {
    let report = sample::hostile().report;
    insta::assert_snapshot!(assets::render(&glance(&report), &report.assets.iter().collect::<Vec<_>>(), &style(80)));
}

#[test]
fn results_of_every_kind_read_so() {
    let report = sample::partial().report;
    insta::assert_snapshot!(results::render(&glance(&report), &report.results.iter().collect::<Vec<_>>(), &style(80)));
}

#[test]
fn a_list_of_findings_leaves_none_out() {
    let report = sample::large(300).report;
    let findings: Vec<&CheckResult> = report.findings().collect();
    let told = results::render(&glance(&report), &findings, &style(100));
    assert!(findings.iter().all(|finding| told.contains(&finding.resource.id)), "{told}");
}

#[test]
fn nothing_to_list_is_said() {
    let report = sample::clean().report;
    assert!(assets::render(&glance(&report), &[], &style(80)).contains("no asset is like that"));
    assert!(results::render(&glance(&report), &[], &style(80)).contains("no result is like that"));
}

#[test]
fn a_prune_says_what_went_and_what_stays() {
    let ids = ["a", "b"].map(str::to_owned);
    assert_eq!(history::pruned(&ids, 1_234_567, 1), "deleted a\ndeleted b\n2 scans deleted, 1.2 MB freed; 1 scan stays\n");
    assert_eq!(history::pruned(&[], 0, 3), "nothing deleted; 3 scans stay\n");
}

#[test]
fn views_read_so() {
    let columns = ["scan_id", "code", "service", "region", "action", "message", "checks", "and", "some", "more", "that", "wrap"];
    let views = [views::View { name: "warnings", about: "what the report of a scan that has ended warns of", columns: &columns }];
    insta::assert_snapshot!(views::render(&views, &style(80)));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [60, 80, 100, 120, 160] {
        for line in texts(width).iter().flat_map(|text| text.lines()) {
            assert!(line.width() <= width, "{} columns instead of {width}: {line}", line.width());
        }
    }
}

#[test]
fn no_control_character_reaches_the_terminal() {
    for text in texts(80) {
        assert_eq!(text.find(|character: char| character.is_control() && character != '\n'), None, "{text}");
        assert!(!text.contains(['\u{202e}', '\u{200b}']), "{text}");
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    let plain = history::render(&scans(), Older::None, &style(80));
    let coloured = history::render(&scans(), Older::None, &TableStyle { width: 80, colour: Colour::On });
    assert!(coloured.contains("\u{1b}[1;31m") || coloured.contains("\u{1b}[1m\u{1b}[31m"), "{coloured:?}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

fn value(document: &impl Serialize) -> Value {
    serde_json::to_value(document).unwrap()
}

#[test]
fn programs_get_the_fields_of_the_json_report() {
    let report = sample::partial().report;
    let mut written = Vec::new();
    crate::report::json::write(&report, crate::report::format::Extent::Whole, &mut written).unwrap();
    let whole: Value = serde_json::from_slice(&written).unwrap();
    let glance = glance(&report);
    let shown = value(&scan::Document::new(&glance, &report, EVERYTHING));
    for field in whole["scan"].as_object().unwrap().keys() {
        assert_eq!(shown["scan"][field], whole["scan"][field], "{field}");
    }
    for field in ["schema_version", "summary", "jobs", "warnings"] {
        assert_eq!(shown[field], whole[field], "{field}");
    }
    let assets = value(&assets::Document::new(Some(&glance), &report.assets.iter().collect::<Vec<_>>()));
    assert_eq!(assets["assets"], whole["assets"]);
    let results = value(&results::Document::new(Some(&glance), &report.results.iter().collect::<Vec<_>>()));
    assert_eq!(results["results"], whole["results"]);
    let findings = shown["results"].as_array().unwrap();
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding["status"] == Outcome::Fail.as_str()));
    let brief = value(&scan::Document::new(&glance, &report, Parts::default()));
    assert_eq!(brief.get("results"), None);
}

#[test]
fn a_scan_that_has_not_ended_has_no_end_and_one_that_has_not_run_no_duration() {
    let (running, _) = running();
    let running = Glance { until: running.header.started_at + SignedDuration::from_secs(7), ..running };
    let told = value(&history::Document::from([running.clone()].as_slice()));
    let told = &told["scans"][0];
    assert_eq!((&told["ended_at"], &told["duration_ms"], &told["percent"]), (&Value::Null, &7_000.into(), &42.into()));
    let planned = Glance { status: ScanStatus::NotStarted, ..running };
    assert_eq!(value(&ScanNote::from(&planned))["duration_ms"], Value::Null);
}

#[test]
fn a_region_of_a_report_keeps_what_is_there_and_the_jobs_that_sweep_every_region() {
    let report: Arc<ScanReport> = sample::partial().report;
    let part = report.of_region("eu-west-1");
    assert!(!part.results.is_empty() && part.results.iter().all(|result| result.resource.region == "eu-west-1"));
    assert!(!part.assets.is_empty() && part.assets.iter().all(|asset| asset.region == "eu-west-1"));
    let jobs: Vec<&str> = part.jobs.iter().map(|job| job.id.as_str()).collect();
    assert_eq!(jobs, ["discovery:eu-west-1", "compliance:eu-west-1", "clusters", "registries"]);
    assert_eq!(part.summary.findings.total, part.findings().count() as u64);
    assert!(part.warnings.iter().all(|warning| warning.region.is_empty() || warning.region == "eu-west-1"));
    assert_eq!((part.status, &part.header.id), (report.status, &report.header.id));
}
