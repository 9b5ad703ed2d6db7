//! `scan report`: any report again, byte for byte as it was when the scan ended.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::{Archive, eventually};
use crate::support::run::Run;

/// Reports of every format beside a table of 80 columns.
const REPORTS: &str = "--json scan.json --sarif scan.sarif --jsonl scan.jsonl --progress none";
const FILES: [(&str, &str); 3] = [("json", "scan.json"), ("sarif", "scan.sarif"), ("jsonl", "scan.jsonl")];

/// Every report of the newest scan is the one that its run has written.
#[track_caller]
fn assert_the_same_again(archive: &Archive, run: &Run) {
    for (format, file) in FILES {
        let written = run.file(file);
        let again = archive.told(&format!("report last --format {format}"));
        assert!(again == written, "{format} differs:\n{}", difference(&written, &again));
        let to_file = archive.run(&format!("report --format {format} --output again")).run().exit_code(0);
        assert!(to_file.file("again") == written && to_file.stdout.is_empty(), "{format} to a file");
    }
    let table = archive.run("report").env("COLUMNS", "80").run().exit_code(0).stdout;
    assert!(table == run.stdout, "the table differs:\n{}", difference(&run.stdout, &table));
}

/// The first lines that differ.
fn difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).enumerate();
    let differing = lines.filter(|(_, (one, other))| one != other).take(3);
    differing.fold(String::new(), |text, (number, (one, other))| format!("{text}{number}:\n- {one}\n+ {other}\n"))
}

#[test]
fn a_report_of_a_scan_that_ended_is_the_same_again() {
    let archive = Archive::new();
    for (account, code) in [("demo", 0), ("partial", 3), ("clean", 0), ("denied", 4)] {
        let scan = archive.run(REPORTS).args("--mock-speed 0 --name again --mock").arg(account);
        let run = scan.env("COLUMNS", "80").run().exit_code(code);
        assert_the_same_again(&archive, &run);
    }
}

#[test]
fn parquet_files_of_a_stored_scan_are_the_same_again() {
    let archive = Archive::new();
    let run = archive.run("--mock partial --mock-speed 0 --quiet -o ocsf-parquet=lake").run().exit_code(3);
    let again = archive.run("report --format ocsf-parquet --output lake").run().exit_code(0);
    let files = |run: &Run| -> BTreeMap<PathBuf, Vec<u8>> {
        let below = |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let parts = below(run.path("lake")).flat_map(below).flat_map(below).flat_map(below);
        parts.map(|path| (path.strip_prefix(run.path("lake")).unwrap().to_owned(), std::fs::read(&path).unwrap())).collect()
    };
    let written = files(&run);
    assert!(written.len() > 5 && written == files(&again) && again.stdout.is_empty(), "{:?}", written.keys());
    archive.run("report --format ocsf-parquet").run().exit_code(2).says(&["name the folder with --output DIR"]);
}

#[test]
fn a_scan_that_has_not_begun_tells_nothing_of_the_account() {
    let archive = Archive::new();
    archive.run("plan --mock demo --save").run().exit_code(0);
    let planned = archive.json("history")["scans"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(archive.told(&format!("report {planned} --format ocsf")), "", "that nothing was evaluated is no news yet");
    let markdown = archive.told(&format!("report {planned} --format markdown"));
    assert!(markdown.contains("No findings, because nothing was evaluated."), "{markdown}");
    let asff = archive.run(&format!("report {planned} --format asff")).run().exit_code(0);
    let asff = asff.says(&["the ASFF report is empty", "the scan is not_started"]);
    assert_eq!(asff.stdout, "");
}

#[test]
fn jobs_that_end_side_by_side_keep_their_order() {
    let archive = Archive::new();
    for speed in ["0.01", "0.02", "0.05"] {
        let scan = archive.run(REPORTS).args("--mock demo --concurrency 200 --mock-speed").arg(speed);
        assert_the_same_again(&archive, &scan.env("COLUMNS", "80").run().exit_code(0));
    }
}

#[test]
fn a_report_of_a_scan_that_was_stopped_is_the_same_again() {
    let archive = Archive::new();
    let scan = archive.run(REPORTS).args("--mock demo --mock-speed 0.5").env("COLUMNS", "80");
    let running = scan.within(Duration::from_mins(2)).start();
    let has_ended = |job: &serde_json::Value| job["ended_at"].is_string();
    let jobs = |archive: &Archive| archive.run("show --json").run().stdout;
    eventually(|| {
        let shown: serde_json::Value = serde_json::from_str(&jobs(&archive)).ok()?;
        shown["jobs"].as_array()?.iter().any(has_ended).then_some(())
    });
    running.interrupt();
    let run = running.wait().exit_code(130);
    assert_the_same_again(&archive, &run);
}

#[test]
fn a_table_in_colour_is_the_same_again() {
    let archive = Archive::new();
    let scan = archive.run("--mock partial --mock-speed 0 --progress none --color always").env("COLUMNS", "120");
    let run = scan.env("NO_COLOR", "").run().exit_code(3);
    let again = archive.run("report --color always").env("COLUMNS", "120").env("NO_COLOR", "").run().exit_code(0);
    assert!(run.stdout.contains('\u{1b}') && again.stdout == run.stdout);
}

#[test]
fn reading_a_scan_that_failed_is_no_failure() {
    let archive = Archive::new();
    archive.run("--mock denied --mock-speed 0 --quiet").run().exit_code(4);
    archive.told("report last --format json");
    archive.told("show");
}

#[test]
fn a_place_that_cannot_be_written_to_is_named() {
    let archive = Archive::new();
    archive.scan("clean");
    archive.refused("report -o no/such/folder/report.txt").says(&["no/such/folder"]);
    archive.refused("report --format yaml").says(&["yaml", "jsonl"]);
}

#[test]
fn a_scan_that_goes_on_is_reported_as_far_as_it_is() {
    let archive = Archive::new();
    let running = archive.run("--mock demo --mock-speed 1 --quiet").within(Duration::from_mins(2)).start();
    eventually(|| (archive.json("history")["scans"][0]["status"] == "running").then_some(()));
    let report = archive.run("report --format json").run().exit_code(0).says(&["note: scan", "has not ended"]);
    assert_eq!(report.json()["scan"]["status"], "running");
    running.interrupt();
    running.wait().exit_code(130);
}

#[test]
fn a_format_in_the_files_place_is_refused() {
    let archive = Archive::new();
    archive.run("--mock demo --mock-speed 0 --quiet").run().exit_code(0);
    let run = archive.run("report -o html=r.html").run().exit_code(2).says(&["write --format html --output r.html"]);
    assert!(run.files().is_empty(), "{:?}", run.files());
}
