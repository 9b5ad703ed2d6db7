//! Scans that cannot be stored, and what stored ones look like from outside.

use std::path::Path;

use serde_json::Value;

use super::{Place, comparable};
use crate::support::run::Run;
use crate::support::scan;

const DEMO: &str = "--mock demo --mock-speed 0 --format json";

/// Holds a run to the promise: nothing but one warning tells it from a scan that is stored.
#[track_caller]
fn is_complete_but_warns(run: Run, reason: &str) {
    let run = run.exit_code(0).says(&["warning: this scan is not stored", reason]);
    let warnings = run.stderr.lines().filter(|line| line.contains("not stored")).count();
    assert_eq!(warnings, 1, "{}", run.stderr);
    let mut report = run.json();
    let told = report["warnings"].as_array().unwrap().iter().filter(|warning| warning["code"] == "not_stored").count();
    assert_eq!(told, 1, "{:?}", report["warnings"]);
    report["warnings"].as_array_mut().unwrap().retain(|warning| warning["code"] != "not_stored");
    assert_eq!(comparable(report), comparable(scan().args(DEMO).run().json()));
}

#[test]
fn a_folder_that_cannot_be_made_costs_a_warning_and_nothing_else() {
    let run = || scan().args(DEMO).args("--state-dir");
    is_complete_but_warns(run().arg("/dev/null/posture").run(), "/dev/null/posture");
    is_complete_but_warns(run().arg("/proc/posture").args("--wait").run(), "/proc/posture");
    let taken = scan().file("taken", "a file").args(DEMO).args("--state-dir taken").run();
    is_complete_but_warns(taken, "taken");
}

#[test]
fn json_lines_and_the_table_tell_of_it_too() {
    let lines = scan().args("--mock --mock-speed 0 --state-dir /dev/null/x --jsonl -").run().exit_code(0);
    let lines: Vec<Value> = lines.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().filter(|line| line["type"] == "warning" && line["code"] == "not_stored").count(), 1);
    let table = scan().args("--mock --mock-speed 0 --state-dir /dev/null/x").run().exit_code(0);
    assert!(table.stdout.contains("not stored"), "{}", table.stdout);
}

#[test]
fn without_a_home_nothing_is_stored_and_that_is_said() {
    let homeless = scan().args(DEMO).env("POSTURE_SCAN_STATE_DIR", "").env("XDG_STATE_HOME", "").env("HOME", "");
    is_complete_but_warns(homeless.run(), "--state-dir");
    let homeless =
        |arguments: &str| scan().args(arguments).env("POSTURE_SCAN_STATE_DIR", "").env("XDG_STATE_HOME", "").env("HOME", "").run();
    homeless("resume last").exit_code(2).says(&["no home folder", "--state-dir"]);
}

#[test]
fn the_home_folder_is_used_where_no_other_is_named() {
    let run = scan().args(DEMO).env("POSTURE_SCAN_STATE_DIR", "").run().exit_code(0);
    // The runner names the run's folder as the XDG state home.
    assert_eq!(run.files(), ["posture-scan"]);
    let run = scan().args(DEMO).env("POSTURE_SCAN_STATE_DIR", "").env("XDG_STATE_HOME", "").run().exit_code(0);
    assert!(run.path(".local/state/posture-scan/scans.db").is_file());
}

#[test]
fn a_database_that_cannot_be_used_is_left_as_it_is() {
    let place = Place::new();
    std::fs::create_dir(place.state()).unwrap();
    let database = place.state().join("scans.db");
    let garbage = "this is no database, whatever its name says ".repeat(100);
    std::fs::write(&database, &garbage).unwrap();
    is_complete_but_warns(place.run(DEMO).run(), "damaged or no database");
    assert_eq!(std::fs::read_to_string(&database).unwrap(), garbage);
    place.run("resume last").run().exit_code(2).says(&["damaged or no database"]);
}

#[test]
fn a_database_of_a_newer_version_is_left_as_it_is() {
    let place = Place::new();
    place.run(DEMO).run().exit_code(0);
    let database = place.state().join("scans.db");
    // https://www.sqlite.org/fileformat2.html: the user version is the big-endian number at offset 60.
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    std::fs::write(&database, &bytes).unwrap();
    is_complete_but_warns(place.run(DEMO).run(), "newer posture-scan");
    assert_eq!(std::fs::read(&database).unwrap(), bytes);
    place.run("rerun last").run().exit_code(2).says(&["newer posture-scan"]);
}

/// A limit on the size of files stands for a disk without room.
#[cfg(unix)]
#[test]
fn a_store_without_room_costs_a_warning_and_nothing_else() {
    let place = Place::new();
    let binary = env!("CARGO_BIN_EXE_scan");
    let limited = |blocks: u32| {
        // Without the trap the signal of the limit would end the process.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {binary} {DEMO} --progress none");
        let mut command = std::process::Command::new("sh");
        command.args(["-c", &script]).env_clear().env("POSTURE_SCAN_STATE_DIR", place.state()).output().unwrap()
    };
    for blocks in [8, 320] {
        let output = limited(blocks);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{blocks}: {said}");
        assert_eq!(said.matches("warning: this scan is not stored").count(), 1, "{blocks}: {said}");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["warnings"][0]["code"], "not_stored", "{blocks}");
        assert_eq!(report["scan"]["status"], "completed");
        assert_eq!(report["summary"]["assets"], 310);
    }
    place.run(DEMO).run().exit_code(0);
}

#[test]
fn nothing_is_stored_where_nobody_wants_it() {
    let place = Place::new();
    let run = place.run(DEMO).args("--no-store").run().exit_code(0);
    assert!(!place.state().exists());
    assert!(run.json()["warnings"].as_array().unwrap().iter().all(|warning| warning["code"] != "not_stored"));
    place.run(DEMO).args("--no-store --wait").run().exit_code(2).says(&["--wait"]);
    place.run(DEMO).args("--no-store --fail-on new:high").run().exit_code(2).says(&["--baseline"]);
}

#[test]
fn options_of_the_store_are_refused_where_they_would_do_nothing() {
    scan().args("checks list --state-dir x").run().exit_code(2).says(&["--state-dir", "checks"]);
    scan().args("--state-dir x profiles list").run().exit_code(2).says(&["--state-dir", "profiles"]);
    scan().args("--json x resume last").run().exit_code(2).says(&["--json must come after `scan resume`"]);
    scan().args("--name x cancel last").run().exit_code(2).says(&["--name", "does nothing for `scan cancel`"]);
}

#[cfg(unix)]
#[test]
fn what_is_stored_belongs_to_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    let slow = place.account("slow.json", &crate::support::account::account("111111111111", 100));
    let running = place.scan(&slow).start();
    running.until("succeeded in");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.state()), 0o700);
    let mut folders = vec![place.state()];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let expected = if path.is_dir() { 0o700 } else { 0o600 };
            // Files of locks come and go.
            let Ok(found) = std::fs::metadata(&path) else { continue };
            assert_eq!(found.permissions().mode() & 0o777, expected, "{}", path.display());
            seen += 1;
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    assert!(seen >= 5, "the database, its log, locks: {seen}");
    running.wait().exit_code(0);
}
