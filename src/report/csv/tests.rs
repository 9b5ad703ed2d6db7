//! The files, read back by a reader of RFC 4180.

use std::collections::BTreeMap;

use ::csv::ReaderBuilder;
use serde_json::Value as Json;

use super::*;
use crate::model::{KnownFindings, Outcome};
use crate::report::sample::{self, HOSTILE_NAME};

fn results(report: &ScanReport) -> String {
    let mut out = Vec::new();
    write_results(report, Extent::Whole, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn inventory(report: &ScanReport) -> String {
    let mut out = Vec::new();
    write_assets(report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The rows, by the names of the columns. Rows of another length than the first are refused.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_table_without_rows_says_where_nothing_was_evaluated() {
    let warning = |report: &ScanReport| write_results(report, Extent::Whole, &mut io::sink()).unwrap();
    let told = warning(&sample::failed().report).expect("a warning");
    assert!(told.contains("nothing was evaluated, the scan is failed"), "{told}");
    assert_eq!([sample::clean(), sample::partial()].map(|sample| warning(&sample.report)), [None, None]);
}

#[test]
fn a_clean_scan_reads_so() {
    let report = sample::clean().report;
    insta::assert_snapshot!(format!("{}\n{}", results(&report), inventory(&report)));
}

#[test]
fn a_partial_scan_reads_so() {
    let report = sample::partial().report;
    insta::assert_snapshot!(format!("{}\n{}", results(&report), inventory(&report)));
}

#[test]
fn hostile_names_read_so() {
    let report = sample::hostile().report;
    insta::assert_snapshot!(format!("{}\n{}", results(&report), inventory(&report)));
}

#[test]
fn every_line_ends_in_both_characters_and_no_cell_has_either() {
    for sample in sample::all() {
        for text in [results(&sample.report), inventory(&sample.report)] {
            assert!(text.ends_with("\r\n"));
            assert_eq!(text.matches('\n').count(), rows(&text).len() + 1, "{}", sample.report.header.id);
            assert_eq!(text.matches('\r').count(), text.matches('\n').count());
        }
    }
}

#[test]
fn every_result_has_a_row_and_every_asset_too() {
    for sample in sample::all() {
        let report = &sample.report;
        let rows = (rows(&results(report)), rows(&inventory(report)));
        assert_eq!((rows.0.len(), rows.1.len()), (report.results.len(), report.assets.len()));
        for (row, result) in rows.0.iter().zip(&report.results) {
            assert_eq!(row["uid"], result.uid("111122223333"));
            assert_eq!((row["status"].as_str(), row["check_id"].as_str()), (result.outcome.as_str(), result.check.id.as_str()));
            assert_eq!(row["gap_kind"].is_empty(), result.outcome != Outcome::Unknown);
            assert_eq!(row["suppression_owner"].is_empty(), result.outcome != Outcome::Muted);
        }
    }
}

#[test]
fn json_cells_hold_what_the_json_report_holds() {
    let report = sample::hostile().report;
    for (row, asset) in rows(&inventory(&report)).iter().zip(&report.assets) {
        let read = |column: &str| serde_json::from_str::<Json>(&row[column]).unwrap();
        assert_eq!(read("tags"), serde_json::to_value(&asset.tags).unwrap());
        assert_eq!(read("properties"), serde_json::to_value(&asset.properties).unwrap());
    }
}

#[test]
fn hostile_names_are_visible_and_long_ones_whole() {
    let rows = rows(&results(&sample::hostile().report));
    let names: Vec<&str> = rows.iter().map(|row| row["resource_name"].as_str()).collect();
    assert!(names.contains(&&*crate::model::plain_text::neutralise(HOSTILE_NAME)), "{names:?}");
    assert!(names.contains(&"x".repeat(1_024).as_str()));
}

#[test]
fn only_what_a_person_has_to_look_at_is_written_where_that_is_asked_for() {
    let report = sample::partial().report;
    let mut out = Vec::new();
    write_results(&report, Extent::Findings, &mut out).unwrap();
    let rows = rows(&String::from_utf8(out).unwrap());
    assert_eq!(rows.len(), report.results.iter().filter(|result| Extent::Findings.holds(result)).count());
    assert!(rows.iter().all(|row| ["fail", "muted", "unknown"].contains(&row["status"].as_str())));
}

#[test]
fn what_is_new_says_so() {
    let report = sample::completed().report;
    let outcomes: Vec<Outcome> = report.results.iter().map(|result| result.outcome).collect();
    let place = |outcome| outcomes.iter().position(|other| *other == outcome).unwrap();
    let known = KnownFindings {
        scan_id: "20260114T093000Z-0000".to_owned(),
        started_at: report.header.started_at,
        findings: [report.results[place(Outcome::Fail)].uid("111122223333")].into(),
        accepted: std::collections::BTreeSet::default(),
    };
    let report = report.as_ref().clone().compared_with(Some(known.into()));
    let told: Vec<String> = rows(&results(&report)).iter().map(|row| row["baseline"].clone()).collect();
    let told = [Outcome::Fail, Outcome::Muted, Outcome::Pass].map(|outcome| told[place(outcome)].as_str());
    assert_eq!(told, ["known", "new", ""]);
}
