//! Every report format of the same mock account, as a whole.

use insta::Settings;

use crate::support::run::{Run, scan};

/// One region of the demo account: large enough to show everything, small enough to read.
fn demo() -> crate::support::run::Scan {
    scan().args("--mock demo --mock-speed 0 --region eu-west-1 --progress none").env("COLUMNS", "140")
}

/// Compares with the snapshot once ids, times, durations and the version are replaced.
fn matches(name: &str, content: &str) {
    let mut settings = Settings::clone_current();
    settings.add_filter(r"\b\d{8}T\d{6}Z-[0-9a-f]+\b", "[SCAN ID]");
    settings.add_filter(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "[TIME]");
    settings.add_filter(r#"("duration_ms": )\d+"#, "${1}[DURATION]");
    settings.add_filter(r"\b\d+(\.\d+)? ?(ms|s)\b", "[DURATION]");
    settings.add_filter(&regex_of(env!("CARGO_PKG_VERSION")), "[VERSION]");
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, content));
}

fn regex_of(text: &str) -> String {
    text.replace('.', r"\.")
}

fn stdout(run: Run) -> String {
    run.exit_code(0).stdout
}

#[test]
fn the_table_reads_like_this() {
    matches("table", &stdout(demo().run()));
}

#[test]
fn the_json_report_reads_like_this() {
    matches("json", &stdout(demo().args("--format json").run()));
}

#[test]
fn the_sarif_report_reads_like_this() {
    matches("sarif", &stdout(demo().args("--format sarif").run()));
}

#[test]
fn a_partial_scan_reads_like_this() {
    let run = scan().args("--mock partial --mock-speed 0 --progress none").env("COLUMNS", "140").run().exit_code(3);
    matches("partial", &run.stdout);
}
