//! The ASFF report as Security Hub's API takes it: imported into moto's, and held against botocore's model of the service.
//!
//! `make test` prepares the interpreter that this needs; where it is not there, the build without the cloud says that it was skipped.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test says so when something is missing")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use posture_scan::model::{Outcome, ScanReport};
use posture_scan::report::asff;
use posture_scan::report::format::Extent;
use posture_scan::report::sample;
use serde_json::Value;

/// The interpreter of the virtual environment that holds moto, where there is one.
fn python() -> Option<PathBuf> {
    if let Some(python) = std::env::var_os("POSTURE_SCAN_MOTO_PYTHON") {
        return Some(python.into());
    }
    let python = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("moto-venv/bin/python");
    if python.exists() {
        return Some(python);
    }
    // The behaviour tests of that build cannot do without it either.
    let is_required = cfg!(feature = "aws");
    assert!(!is_required, "no moto at {}: `make test` prepares it", python.display());
    eprintln!("skipped: no moto at {}; `make test` prepares it", python.display());
    None
}

fn written(report: &ScanReport) -> Vec<u8> {
    let mut out = Vec::new();
    asff::write(report, Extent::Whole, &mut out).unwrap();
    out
}

/// What came of importing the lines.
fn imported(python: &Path, lines: &[u8]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/moto/import_findings.py");
    let mut child = Command::new(python).arg("-B").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "boto3 refused the findings");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

#[test]
fn security_hub_takes_every_finding() {
    let Some(python) = python() else { return };
    for sample in [sample::partial(), sample::clean(), sample::hostile(), sample::large(230)] {
        let report = &sample.report;
        let told = imported(&python, &written(report));
        assert_eq!(told["complaints"], Value::Array(vec![]), "{}", report.header.id);
        assert_eq!((&told["failed"], &told["sent"]), (&0.into(), &(report.results.len() + 1).into()));
        for result in &report.results {
            let expected = match result.outcome {
                Outcome::Fail | Outcome::Muted => "FAILED",
                Outcome::Pass => "PASSED",
                Outcome::Unknown => "WARNING",
                Outcome::NotApplicable => "NOT_AVAILABLE",
            };
            assert_eq!(told["kept"][result.uid("111122223333")], expected);
        }
    }
}

/// Proves that the model is really asked.
#[test]
fn what_the_api_would_refuse_is_seen() {
    let Some(python) = python() else { return };
    let lines = String::from_utf8(written(&sample::partial().report)).unwrap();
    for (good, bad, complaint) in [
        ("\"AwsS3Bucket\"", "\"AwsS3Buckets\"", "no resource type is called AwsS3Buckets"),
        ("\"FAILED\"", "\"BROKEN\"", "request.Findings.Compliance.Status may not be BROKEN"),
        ("\"Title\":\"Root", "\"Title\":\" \",\"SourceUrl\":\"Root", "request.Findings.Title does not match .*\\S.*"),
    ] {
        assert!(lines.contains(good), "{good}");
        let told = imported(&python, lines.replace(good, bad).as_bytes());
        assert!(told["complaints"].as_array().unwrap().iter().any(|told| told == complaint), "{complaint}: {}", told["complaints"]);
    }
}
