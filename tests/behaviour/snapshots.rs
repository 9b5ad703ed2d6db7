//! Every report format of the same small account, as a whole.

use insta::Settings;
use serde_json::Value;

use crate::support::run::scan;

const CHECKS: &str = "aws-s3-bucket-is-not-public,aws-ec2-security-group-closes-ssh-to-world,aws-ec2-instance-requires-imdsv2,\
                      aws-ecr-repository-scans-on-push";

/// What the scan of the small account writes to stdout, and with it to stderr.
fn report(format: &str) -> (String, String) {
    let scan =
        scan().file("small.json", include_str!("accounts/small.json")).args("--mock small.json --mock-speed 0 --progress none");
    let run = scan.args("--format").arg(format).arg("--check").arg(CHECKS).env("COLUMNS", "120").run().exit_code(3);
    (run.stdout, run.stderr)
}

/// Compares with the snapshot once ids, times, durations and the version are replaced.
fn matches(name: &str, content: &str) {
    let mut settings = Settings::clone_current();
    settings.add_filter(r"\b\d{8}T\d{6}Z-[0-9a-f]+\b", "[SCAN ID]");
    settings.add_filter(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", "[TIME]");
    settings.add_filter(r#"("(duration_ms|durationMs)": ?)\d+"#, "${1}[DURATION]");
    settings.add_filter(r" *\b\d+(\.\d+)? ?m?s\b *", " [DURATION] ");
    settings.add_filter(&env!("CARGO_PKG_VERSION").replace('.', r"\."), "[VERSION]");
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, content));
}

#[test]
fn the_table_reads_like_this() {
    matches("table", &report("table").0);
}

#[test]
fn the_json_report_reads_like_this() {
    matches("json", &report("json").0);
}

#[test]
fn the_json_lines_read_like_this() {
    // Jobs end in any order: the lines are sorted, the first and the last stay where they are.
    let lines = report("jsonl").0;
    let mut lines: Vec<&str> = lines.lines().collect();
    let end = lines.len() - 1;
    lines[1..end].sort_unstable();
    matches("json_lines", &lines.join("\n"));
}

#[test]
fn the_sarif_report_reads_like_this() {
    let sarif: Value = serde_json::from_str(&report("sarif").0).unwrap();
    matches("sarif", &serde_json::to_string_pretty(&sarif).unwrap());
}

#[test]
fn what_stands_beside_a_report_on_stdout_reads_like_this() {
    matches("beside_the_report", &report("json").1);
}
