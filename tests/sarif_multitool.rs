//! The SARIF report under Microsoft's validator, with the rules that GitHub sets for its code scanning.
//!
//! `tests/sarif/package.json` names the validator's version; `npm install --prefix <target>/sarif-multitool` puts it where this test
//! looks. Without it the test says that it was skipped; `POSTURE_SCAN_REQUIRE_MULTITOOL=1` makes that a failure.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test says so when something is missing"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use posture_scan::report::sample::{self, Sample};
use posture_scan::report::sarif;
use serde_json::Value;

/// The validator, where it is installed.
fn multitool() -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let tool = target.join("sarif-multitool/node_modules/.bin/sarif-multitool");
    if tool.exists() {
        return Some(tool);
    }
    assert!(std::env::var_os("POSTURE_SCAN_REQUIRE_MULTITOOL").is_none(), "the SARIF validator is not at {}", tool.display());
    eprintln!("skipped: npm is not here, or has not installed the SARIF validator at {}", tool.display());
    None
}

/// What the validator has against a log: rule, place and message of every error and warning.
///
/// It leaves with 0 whatever it found, so its own log is read. It hands its arguments to a shell, so they are quoted twice.
fn complaints(tool: &Path, log: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (input, output) = (folder.path().join("report.sarif"), folder.path().join("validation.sarif"));
    fs::write(&input, log).unwrap();
    let quoted = |text: &dyn AsRef<Path>| format!("\"{}\"", text.as_ref().display());
    let run = Command::new(tool)
        .args(["validate", &quoted(&input), "--output", &quoted(&output)])
        .args(["--config", &quoted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sarif/rules.xml"))])
        .args(["--rule-kind", "\"Sarif;Gh\"", "--level", "\"Error;Warning\""])
        .output()
        .unwrap();
    let written = fs::read(&output).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&run.stdout)));
    let validation: Value = serde_json::from_slice(&written).unwrap();
    let run = &validation["runs"][0];
    let failures =
        run["invocations"].as_array().into_iter().flatten().filter(|invocation| invocation["executionSuccessful"] != true);
    assert_eq!(failures.count(), 0, "the validator itself failed: {}", run["invocations"]);
    let results = run["results"].as_array().expect("the validator's log has no results array");
    results.iter().map(|it| format!("{} {}", it["ruleId"].as_str().unwrap_or_default(), it["message"])).collect()
}

fn written(sample: &Sample) -> Vec<u8> {
    let mut out = Vec::new();
    sarif::write(&sample.report, &mut out).unwrap();
    out
}

#[test]
fn the_validator_has_nothing_against_any_report() {
    let Some(tool) = multitool() else { return };
    for sample in sample::all().into_iter().chain([sample::large(500)]) {
        assert_eq!(complaints(&tool, &written(&sample)), Vec::<String>::new(), "{}", sample.report.header.id);
    }
}

/// Proves that the validator runs with GitHub's rules, so that its silence means something.
#[test]
fn the_validator_sees_what_github_would_refuse() {
    let Some(tool) = multitool() else { return };
    let mut log: Value = serde_json::from_slice(&written(&sample::completed())).unwrap();
    let results = log["runs"][0]["results"].as_array_mut().unwrap();
    results[0]["locations"] = Value::Array(Vec::new());
    results[1]["locations"][0]["physicalLocation"].as_object_mut().unwrap().remove("region");
    results[2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = Value::from("https://example.com/a");
    let location = results[3]["locations"][0].clone();
    results[3]["locations"] = Value::Array(vec![location; 1_001]);
    let complaints = complaints(&tool, log.to_string().as_bytes()).join("\n");
    for rule in ["GH1001", "GH1003", "GH1004", "GH1005"] {
        assert!(complaints.contains(rule), "{rule} is not in force:\n{complaints}");
    }
}
