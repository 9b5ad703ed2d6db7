//! Where reports go: stdout carries only the one that was asked for, files are whole or not there at all.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use parquet::file::reader::{FileReader, SerializedFileReader};
use serde_json::{Value, json};

use crate::support::account::account_with_faults;
use crate::support::scan;

const DEMO: &str = "--mock demo --mock-speed 0";

#[test]
fn three_reports_may_be_written_at_once() {
    let run = scan().args(DEMO).args("--json scan.json --sarif scan.sarif --jsonl -").run().exit_code(0);
    let json: Value = serde_json::from_str(&run.file("scan.json")).unwrap();
    let sarif: Value = serde_json::from_str(&run.file("scan.sarif")).unwrap();
    assert_eq!(json["schema_version"], "1");
    assert_eq!(sarif["version"], "2.1.0");
    let fails = json["summary"]["results"]["fail"].as_u64().unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len() as u64, fails);

    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let results = json["results"].as_array().unwrap().len();
    assert!(lines.len() > results, "a line for every result, asset and job");
    assert_eq!(run.files(), ["scan.json", "scan.sarif"], "nothing is left behind");
}

#[test]
fn json_lines_go_to_every_place_that_asks_for_them() {
    let run = scan().args(DEMO).args("--jsonl a.jsonl -o jsonl=b.jsonl --format jsonl --quiet").run().exit_code(0);
    let lines = run.file("a.jsonl");
    assert!(lines.lines().count() > 100 && lines.lines().last().unwrap().contains("\"summary\""), "{lines}");
    assert!(lines == run.file("b.jsonl") && lines == run.stdout, "they differ");
}

#[test]
fn every_format_of_a_list_tells_of_the_same_results() {
    let run = scan().args(DEMO).args("--output-dir reports -o asff=findings.asff.json --json -").run().exit_code(0);
    let json = run.json();
    let (results, assets) = (json["results"].as_array().unwrap(), json["assets"].as_array().unwrap());
    // No cell has a line break in it.
    assert_eq!(run.file("reports/findings.csv").lines().count(), results.len() + 1);
    assert_eq!(run.file("reports/assets.csv").lines().count(), assets.len() + 1);
    assert_eq!(run.file("reports/findings.ocsf.jsonl").lines().count(), results.len() + 1, "and one about the account");
    let batches = run.file("findings.asff.json");
    let batches: Vec<Vec<Value>> = batches.lines().map(|line| serde_json::from_str(line).expect("each line is a list")).collect();
    assert!(batches.iter().all(|batch| batch.len() <= 100));
    assert_eq!(batches.concat().len(), results.len() + 1);
    assert!(!run.path("reports/findings.asff.json").exists(), "ASFF is for those who ask for it");
}

#[test]
fn a_scan_that_evaluated_nothing_says_so_in_every_report() {
    let fixture = account_with_faults("111111111111", 0, &json!([{ "kind": "expired", "service": "sts" }]));
    let flags = "--mock mine.json --output-dir reports -o asff=findings.asff.json -o ocsf-parquet=lake --quiet";
    let run = scan().file("mine.json", &fixture).args(flags).run().exit_code(5);
    let run = run.says(&["the CSV report has no rows: nothing was evaluated", "the ASFF report is empty: nothing was evaluated"]);
    let sarif: Value = serde_json::from_str(&run.file("reports/report.sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
    assert!(run.file("reports/report.html").contains("Not evaluated: the scan came to no result"));
    let markdown = run.file("reports/summary.md");
    assert!(markdown.contains("submission_error") && !markdown.contains("passed"), "{markdown}");
    let events: Vec<Value> =
        run.file("reports/findings.ocsf.jsonl").lines().map(|line| serde_json::from_str(line).expect("an event")).collect();
    assert_eq!(events.len(), 1);
    assert_eq!(
        (&events[0]["compliance"]["status"], &events[0]["cloud"]["account"]["name"]),
        (&"Warning".into(), &"unknown".into())
    );
    assert_eq!(rows(&run.path("lake")).into_values().collect::<Vec<_>>(), [1]);
}

#[test]
fn a_folder_that_gets_no_file_is_told() {
    let flags = "--mock clean --mock-speed 0 --only findings --quiet -o ocsf-parquet=lake";
    let run =
        scan().args(flags).run().exit_code(0).says(&["warning: nothing was written below", "the scan has no results to tell of"]);
    assert!(rows(&run.path("lake")).is_empty());
}

/// The rows of every Parquet file below a folder, by the file's place in it.
fn rows(folder: &Path) -> BTreeMap<String, i64> {
    let mut rows = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(place) = folders.pop() {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let file = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                rows.insert(name, file.metadata().file_metadata().num_rows());
            }
        }
    }
    rows
}

#[test]
fn ocsf_parquet_is_a_folder_with_a_file_for_each_region() {
    let run = scan().args(DEMO).args("-o ocsf-parquet=lake/ext -o ocsf=events.jsonl --json -").run().exit_code(0);
    let report = run.json();
    let (id, account) = (report["scan"]["id"].as_str().unwrap(), report["scan"]["account_id"].as_str().unwrap());
    let day = report["scan"]["ended_at"].as_str().unwrap()[..10].replace('-', "");
    let mut expected: BTreeMap<String, i64> = BTreeMap::new();
    for line in run.file("events.jsonl").lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        let region = event["cloud"]["region"].as_str().unwrap();
        *expected.entry(format!("region={region}/accountId={account}/eventDay={day}/{id}.parquet")).or_default() += 1;
    }
    let written = rows(&run.path("lake/ext"));
    assert!(written == expected && written.len() > 5, "{written:?}");
}

#[test]
fn ocsf_parquet_goes_nowhere_but_to_a_folder() {
    let refused = |arguments: &str, why: &str| {
        let run = scan().file("taken", "mine").args(DEMO).args(arguments).run().exit_code(2).says(&[why]);
        assert!(run.files() == ["taken"] && run.file("taken") == "mine" && run.stdout.is_empty(), "{arguments}");
    };
    refused("-o ocsf-parquet=taken", "taken is no folder; name one, or a place where one can be made");
    refused("-o ocsf-parquet=-", "is a folder of files, and `-` is stdout");
    refused("--format ocsf-parquet", "cannot go to stdout; write --output ocsf-parquet=DIR");
    refused("--output-dir taken", "taken is no folder");
    refused("-o ocsf-parquet=taken/below", "cannot make the folder taken/below");
}

#[test]
#[cfg(unix)]
fn a_link_below_the_folder_of_parquet_files_leads_nowhere() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("region=us-east-1")).unwrap();
    let output = format!("ocsf-parquet={}", folder.path().display());
    scan().args(DEMO).arg("-o").arg(output).run().exit_code(4).says(&["region=us-east-1: it is a symbolic link"]);
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    let others = std::fs::read_dir(folder.path()).unwrap().count() - 1;
    assert!(others > 4, "the other regions have their files: {others}");
}

#[test]
#[cfg(unix)]
fn report_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let run = scan().args(DEMO).args("--json scan.json --sarif scan.sarif --jsonl scan.jsonl").run().exit_code(0);
    for name in run.files() {
        let mode = run.path(&name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn the_table_goes_to_stdout_unless_another_report_does() {
    let run = scan().args(DEMO).run().exit_code(0);
    assert!(run.stdout.contains("aws-"), "{}", run.stdout);
    let run = scan().args(DEMO).args("--json -").run().exit_code(0);
    assert_eq!(run.json()["schema_version"], "1");
    let run = scan().args(DEMO).args("--format sarif").run().exit_code(0);
    assert_eq!(run.json()["version"], "2.1.0");
}

#[test]
fn quiet_says_nothing_but_the_report() {
    let run = scan().args(DEMO).args("--quiet --format json").run().exit_code(0);
    run.json();
    assert_eq!(run.stderr, "");
}

#[test]
fn off_a_terminal_each_finished_job_is_one_line_of_stderr() {
    let run = scan().args(DEMO).args("--format json").run().exit_code(0);
    let jobs = run.json()["jobs"].as_array().unwrap().len();
    assert!(run.stderr.lines().count() >= jobs, "{}", run.stderr);
    assert!(!run.stderr.contains('\u{1b}'), "no escape reaches a file");
    let silent = scan().args(DEMO).args("--format json --progress none").run().exit_code(0);
    assert!(silent.stderr.lines().count() < jobs, "{}", silent.stderr);
}

#[test]
fn a_report_that_cannot_be_written_is_an_error_and_not_a_success() {
    let run = scan().args(DEMO).args("--json no/such/folder/scan.json").run();
    assert!(!matches!(run.code, Some(0)), "{:?}", run.code);
    run.says(&["no/such/folder does not exist; make it first"]);
    let run = scan().args(DEMO).args("--output-dir -").run().exit_code(2).says(&["--output-dir takes a folder"]);
    assert!(run.files().is_empty());
}

#[test]
fn an_earlier_report_is_replaced_as_a_whole() {
    let run = scan().file("scan.json", "an earlier report").args(DEMO).args("--json scan.json").run().exit_code(0);
    serde_json::from_str::<Value>(&run.file("scan.json")).unwrap();
    let run = scan().file("scan.json", "an earlier report").args("--mock nonesuch --json scan.json").run().exit_code(2);
    assert_eq!(run.file("scan.json"), "an earlier report", "a scan that never ran leaves the earlier report");
}

#[test]
fn a_reader_that_hangs_up_is_no_error() {
    let binary = env!("CARGO_BIN_EXE_scan");
    let state = tempfile::tempdir().unwrap();
    let status = std::process::Command::new("sh")
        .env("POSTURE_SCAN_STATE_DIR", state.path())
        .env("XDG_CONFIG_HOME", state.path())
        .args(["-c", &format!("{{ {binary} --mock demo --mock-speed 0 --format json --quiet; echo $? >&2; }} | head -c 10")])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&status.stderr).trim(), "0");
}

#[test]
fn colour_is_written_only_where_it_is_wanted() {
    let always = scan().args(DEMO).args("--color always").env("NO_COLOR", "").run().exit_code(0);
    assert!(always.stdout.contains('\u{1b}'));
    let files = scan().args(DEMO).args("--color always -o table=a.txt").run().exit_code(0);
    assert!(files.file("a.txt").contains('\u{1b}'));
    let never = scan().args(DEMO).args("--color never").run().exit_code(0);
    assert!(!never.stdout.contains('\u{1b}'));
    let piped = scan().args(DEMO).run().exit_code(0);
    assert!(!piped.stdout.contains('\u{1b}'));
}

#[test]
fn hostile_names_reach_neither_the_terminal_nor_the_layout() {
    let mut account: Value = serde_json::from_str(include_str!("../../fixtures/demo.json")).unwrap();
    let hostile = "evil\u{1b}[2J\u{1b}]0;owned\u{7}\nAll fine\u{202e}gpj.exe";
    assert!(rename_every(&mut account, hostile) > 20, "the fixture's shape has changed");
    let run =
        scan().file("hostile.json", &account.to_string()).args("--mock hostile.json --mock-speed 0").env("COLUMNS", "200").run();
    for text in [&run.stdout, &run.stderr] {
        let harmful = |letter: char| (letter.is_control() && letter != '\n') || ('\u{202a}'..='\u{202e}').contains(&letter);
        assert!(!text.contains(harmful), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("All fine")), "{text}");
    }
    assert!(run.stdout.contains("evil"), "{}", run.stdout);
    let json = scan().file("hostile.json", &account.to_string()).args("--mock hostile.json --mock-speed 0 --format json").run();
    assert!(!json.stdout.contains('\u{1b}'), "JSON escapes what is not printable");
    assert!(json.json().to_string().contains("evil"));
}

/// Gives every `Name` tag and every `name` of an asset the hostile text; answers how many.
fn rename_every(value: &mut Value, hostile: &str) -> usize {
    match value {
        Value::Array(items) => items.iter_mut().map(|item| rename_every(item, hostile)).sum(),
        Value::Object(entries) => {
            let is_asset = entries.contains_key("properties");
            let mut renamed = 0;
            for (key, entry) in entries.iter_mut() {
                if key == "Name" || (is_asset && key == "name") {
                    *entry = hostile.into();
                    renamed += 1;
                } else {
                    renamed += rename_every(entry, hostile);
                }
            }
            renamed
        }
        _ => 0,
    }
}
