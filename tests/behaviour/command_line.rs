//! What the binary says about itself, and how it answers a command line that it cannot obey: exit code 2 and the nearest right word.

use std::time::Duration;

use crate::support::scan;

#[test]
fn help_shows_every_flag() {
    let run = scan().arg("--help").env("COLUMNS", "100").run().exit_code(0);
    assert_eq!(run.stderr, "");
    insta::assert_snapshot!("help", run.stdout);
}

#[test]
fn help_is_there_before_anyone_notices() {
    let fastest = (0..5).map(|_| scan().arg("--help").run().exit_code(0).elapsed).min().unwrap();
    assert!(fastest < Duration::from_millis(200), "{fastest:?}");
}

#[test]
fn version_is_the_crates() {
    let run = scan().arg("--version").run().exit_code(0);
    assert!(run.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", run.stdout);
}

#[test]
fn an_unknown_flag_is_a_usage_error() {
    scan().arg("--porfile").run().exit_code(2).says(&["--porfile", "--profile"]);
}

#[test]
fn an_unknown_value_of_a_flag_is_answered_with_the_possible_ones() {
    scan().args("--provider asw").run().exit_code(2).says(&["asw", "aws", "mock"]);
    scan().args("--type quik").run().exit_code(2).says(&["quik", "quick", "standard"]);
    scan().args("--mock --fail-on hihg").run().exit_code(2).says(&["hihg", "high"]);
    scan().args("--mock --format jsn").run().exit_code(2).says(&["jsn", "json"]);
    scan().args("--mock --color sometimes").run().exit_code(2).says(&["sometimes", "never"]);
    scan().args("--mock --progress bras").run().exit_code(2).says(&["bras", "bars"]);
    scan().args("--mock --concurrency none").run().exit_code(2).says(&["none"]);
    scan().args("--mock --concurrency 0").run().exit_code(2);
}

#[test]
fn a_share_of_the_api_is_a_whole_percentage() {
    for share in ["0", "0%", "101%", "-5", "30.5%", "a third", "%", ""] {
        let run = scan().arg("--api-share").arg(share).run().exit_code(2);
        run.says(&["--api-share", "from 1% to 100%"]);
    }
    scan().args("--mock --api-share 30%").run().exit_code(2).says(&["--mock and --api-share contradict each other"]);
}

#[test]
fn an_unknown_check_is_answered_with_the_nearest_ones() {
    let run = scan().args("--mock --check aws-s3-bucket-is-not-pubic").run().exit_code(2);
    run.says(&["aws-s3-bucket-is-not-pubic", "aws-s3-bucket-is-not-public"]);
}

#[test]
fn an_unknown_profile_is_answered_with_the_nearest_one() {
    scan().args("--mock --profile mpv15").run().exit_code(2).says(&["mpv15", "mvp15"]);
}

#[test]
fn an_unknown_mock_account_is_answered_with_those_there_are() {
    scan().args("--mock dmeo").run().exit_code(2).says(&["dmeo", "demo"]);
}

#[test]
fn a_folder_of_checks_that_does_not_exist_is_a_configuration_error() {
    scan().args("--mock --checks-dir nowhere").run().exit_code(2).says(&["nowhere"]);
}

#[test]
fn two_reports_cannot_both_go_to_stdout() {
    let run = scan().args("--mock --json - --sarif -").run().exit_code(2);
    assert_eq!(run.stdout, "");
}

#[test]
fn a_check_may_be_named_by_its_id_an_alias_or_a_requirement() {
    let checks = |name: &str| {
        let run = scan().args("--mock demo --mock-speed 0 --format json --check").arg(name).run().exit_code(0);
        run.json()["summary"]["checks"]["selected"].as_u64().unwrap()
    };
    assert_eq!(checks("aws-s3-bucket-denies-plaintext-transport"), 1);
    assert_eq!(checks("s3_bucket_secure_transport_policy"), 1);
    assert!(checks("cis-aws-5.0:2.1.1") >= 1);
}
