//! The roll-up of several accounts: its table at every width, its JSON, and files of all accounts in one.

use std::io::Write;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

use super::{Joining, schema, table, write_json};
use crate::model::roll_up::{ScannedAccount, SkippedAccount};
use crate::model::{Colour, RollUp, ScanReport, ScanStatus};
use crate::report::conformance::{assert_conforms, assert_fresh};
use crate::report::format::{Extent, by_name};
use crate::report::layout::TableStyle;
use crate::report::sample;

/// Three accounts of which the second could not be reached.
fn accounts() -> (RollUp, Vec<(usize, Arc<ScanReport>)>) {
    let (partial, clean) = (sample::partial().report, sample::clean().report);
    let mut scanned = vec![
        ScannedAccount::of(0, "", "payments", &partial),
        ScannedAccount::unscanned(
            1,
            "222222222222",
            "a name that is longer than any column",
            ScanStatus::SubmissionError,
            "role arn:aws:iam::222222222222:role/audit cannot be assumed: check that it exists".to_owned(),
        ),
        ScannedAccount::of(2, "", "", &clean),
    ];
    scanned[0].folder = Some("111111111111".to_owned());
    let skipped = |id: &str| SkippedAccount { account_id: id.to_owned(), name: "old".to_owned(), reason: "suspended".to_owned() };
    let began = partial.header.started_at;
    let mut roll_up =
        RollUp::fold("org", Some("nightly".to_owned()), began, scanned, vec![skipped("444444444444"), skipped("333333333333")]);
    roll_up.ended_at = "2026-01-15T09:31:05Z".parse::<Timestamp>().unwrap().max(began);
    (roll_up, vec![(0, partial), (2, clean)])
}

/// The accounts' reports in one format, joined.
fn joined(format: &str) -> String {
    let (roll_up, reports) = accounts();
    let joining = Joining::of(format).unwrap();
    let mut parts: Vec<(usize, Vec<u8>)> = Vec::new();
    for (place, report) in &reports {
        let mut part = Vec::new();
        joining.write_part(by_name(format).unwrap(), &report.header.account_id, report, Extent::Whole, &mut part).unwrap();
        parts.push((*place, part));
    }
    let known: Vec<usize> = parts.iter().map(|(place, _)| *place).collect();
    let mut copy = |place: usize, out: &mut dyn Write| {
        let (_, part) = parts.iter().find(|(of, _)| *of == place).unwrap();
        // Byte by byte, as a slow disk might.
        part.iter().try_for_each(|byte| out.write_all(&[*byte]))
    };
    let mut out = Vec::new();
    joining.join(&roll_up, &known, &mut copy, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// One account's own report.
fn alone(format: &str, report: &ScanReport) -> String {
    let mut out = Vec::new();
    (by_name(format).unwrap().write)(report, Extent::Whole, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn of_width(width: usize) -> String {
    table(&accounts().0, &TableStyle { width, colour: Colour::Off })
}

#[test]
fn a_roll_up_reads_so_on_60_columns() {
    insta::assert_snapshot!(of_width(60));
}

#[test]
fn a_roll_up_reads_so_on_80_columns() {
    insta::assert_snapshot!(of_width(80));
}

#[test]
fn a_roll_up_reads_so_on_120_columns() {
    insta::assert_snapshot!(of_width(120));
}

#[test]
fn no_line_is_wider_than_the_page() {
    for width in [60, 80, 100, 120, 160] {
        let text = of_width(width);
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width, "{widest} > {width}\n{text}");
    }
}

#[test]
fn the_document_holds_each_report_as_it_is_alone() {
    let document: Value = serde_json::from_str(&joined("json")).unwrap();
    assert_conforms(&schema(), &document);
    let accounts = document["accounts"].as_array().unwrap();
    let ids: Vec<&Value> = accounts.iter().map(|account| &account["account_id"]).collect();
    assert_eq!(ids[0], "222222222222", "the one of which nothing is known comes first");
    assert!(accounts[0].get("report").is_none());
    for (place, report) in self::accounts().1 {
        let whole: Value = serde_json::from_str(&alone("json", &report)).unwrap();
        let own = accounts.iter().find(|account| account["scan_id"] == whole["scan"]["id"]).unwrap();
        assert_eq!(own["report"], whole, "{place}");
    }
}

#[test]
fn a_roll_up_without_reports_has_the_same_shape() {
    let mut out = Vec::new();
    write_json(&accounts().0, &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    assert_conforms(&schema(), &document);
    assert_eq!(document["accounts"].as_array().unwrap().len(), 3);
    assert_eq!(document["skipped"][0]["account_id"], "333333333333");
}

/// `UPDATE_GENERATED=1` writes the file instead.
#[test]
fn the_committed_schema_is_fresh() {
    assert_fresh("roll-up-v1.schema.json", &schema());
}

#[test]
fn a_sarif_log_has_the_run_of_each_account() {
    let log: Value = serde_json::from_str(&joined("sarif")).unwrap();
    let runs = log["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 2);
    for (place, report) in accounts().1 {
        let own: Value = serde_json::from_str(&alone("sarif", &report)).unwrap();
        assert!(runs.contains(&own["runs"][0]), "{place}");
        assert_eq!((&log["$schema"], &log["version"]), (&own["$schema"], &own["version"]));
    }
}

#[test]
fn rows_have_one_line_of_headings_and_lines_are_all_there() {
    for format in ["csv", "csv-assets", "ocsf", "asff"] {
        let (text, reports) = (joined(format), accounts().1);
        let is_table = format.starts_with("csv");
        let mut lines: Vec<String> = reports
            .iter()
            .flat_map(|(_, report)| {
                alone(format, report).lines().skip(usize::from(is_table)).map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        if is_table {
            lines.push(alone(format, &reports[0].1).lines().next().unwrap().to_owned());
            assert_eq!(text.lines().next(), lines.last().map(String::as_str));
        }
        let mut joined: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        joined.sort();
        assert_eq!(joined, lines, "{format}");
    }
    assert_eq!(Joining::of("html"), None);
}
