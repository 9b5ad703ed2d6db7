//! Scans beside earlier ones: failing on what is new, and not scanning what was just scanned.

use serde_json::{Value, json};

use super::Place;
use crate::support::account::{account, account_with_faults};

/// The demo account with a security group that opens SSH to the world, besides those that it has.
fn with_another_open_group() -> String {
    let mut document: Value = serde_json::from_str(&account("111111111111", 0)).unwrap();
    let demo: Value = serde_json::from_str(include_str!("../../../fixtures/demo.json")).unwrap();
    let mut groups = demo["assets"].as_array().unwrap().iter().filter(|asset| asset["id"] == "sg-0995de7175347bad0");
    let mut group = groups.next().expect("the fixture has that group").clone();
    group["id"] = json!("sg-00000000000000001");
    group["arn"] = json!("arn:aws:ec2:eu-central-1:111122223333:security-group/sg-00000000000000001");
    document["assets"] = json!([group]);
    document.to_string()
}

#[test]
fn only_new_findings_of_that_severity_fail() {
    let place = Place::new();
    let account_file = place.account("account.json", &account("111111111111", 0));
    let first = place.scan(&account_file).args("--fail-on new:high").run().exit_code(1);
    first.says(&["new findings: 33 (2 critical, 21 high", "every finding counts as new", "no earlier complete scan"]);
    let unchanged = place.scan(&account_file).args("--fail-on new:informational").run().exit_code(0);
    unchanged.says(&["new findings: 0 since scan"]);
    place.scan(&account_file).args("--fail-on high").run().exit_code(1);
    place.account("account.json", &with_another_open_group());
    let grown = place.scan(&account_file).args("--fail-on new:high").run().exit_code(1);
    let grown = grown.says(&["new findings: 1 (1 high) since scan"]);
    assert_eq!(grown.stderr.lines().filter(|line| line.contains("new finding")).count(), 1);
    // What is old by now is no reason to fail.
    place.scan(&account_file).args("--fail-on new:high --quiet").run().exit_code(0);
    place.account("account.json", &account("111111111111", 0));
    place.scan(&account_file).args("--fail-on new:low --quiet").run().exit_code(0);
    place.account("account.json", &with_another_open_group());
    place.scan(&account_file).args("--fail-on new:critical").run().exit_code(0).says(&["new findings: 1 (1 high)"]);
}

#[test]
fn the_scan_to_compare_with_is_one_of_the_same_regions_where_there_is_one() {
    let place = Place::new();
    let account_file = place.account("account.json", &account("111111111111", 0));
    for round in ["first", "second"] {
        for region in ["eu-west-1", "us-east-2"] {
            let scanned = place.scan(&account_file).args("--fail-on new:high --region").arg(region).run();
            scanned.exit_code(i32::from(round == "first"));
        }
    }
}

#[test]
fn an_earlier_report_may_stand_for_the_earlier_scan() {
    let place = Place::new();
    let account_file = place.account("account.json", &account("111111111111", 0));
    let earlier = place.scan(&account_file).run().exit_code(0).stdout;
    let baseline = place.account("earlier.json", &earlier);
    place.account("account.json", &with_another_open_group());
    let compared = |flags: &str| place.scan(&account_file).args(flags).args("--baseline").arg(&baseline).run();
    compared("--no-store --fail-on new:high").exit_code(1).says(&["new findings: 1 (1 high)"]);
    compared("--no-store --fail-on new:critical").exit_code(0);
    // Without --fail-on it is only said.
    compared("--no-store").exit_code(0).says(&["new findings: 1 (1 high)"]);
    // The newest stored scan has the group; the report that is named comes first.
    place.scan(&account_file).run().exit_code(0);
    compared("--fail-on new:high").exit_code(1);
}

#[test]
fn an_earlier_report_that_cannot_serve_ends_it_before_anything_is_scanned() {
    let place = Place::new();
    let account_file = place.account("account.json", &account("111111111111", 0));
    let run = |baseline: &str| place.scan(&account_file).args("--fail-on new:high --baseline").arg(baseline).run().exit_code(2);
    run("nowhere.json").says(&["nowhere.json"]);
    let other = place.account("other.json", &account("222222222222", 0));
    let other = place.run("--no-store --mock-speed 0 --format json --mock").arg(&other).run().stdout;
    run(&place.account("report.json", &other)).says(&["222222222222", "111111111111", "same account"]);
    assert!(!place.state().join("scans.db").exists());
}

#[test]
fn an_earlier_scan_that_cannot_be_read_is_said_and_stops_nothing() {
    // What looks for the earlier scan, and what reads its findings.
    for spoil in ["UPDATE t_scan SET regions = 'spoilt'", "UPDATE t_resource SET arn = CAST(x'ff' AS TEXT)"] {
        let place = Place::new();
        let account_file = place.account("account.json", &account("111111111111", 0));
        place.scan(&account_file).run().exit_code(0);
        let compared = place.scan(&account_file).run().exit_code(0);
        assert!(compared.stdout.contains(r#""baseline": "known""#), "a scan that can be read is compared with");
        rusqlite::Connection::open(place.state().join("scans.db")).unwrap().execute(spoil, []).unwrap();
        let alone = place.scan(&account_file).run().exit_code(0);
        assert!(!alone.stdout.contains(r#""baseline""#), "{spoil}");
        alone.says(&["warning: reports do not tell new findings from known ones", "the earlier scan cannot be read"]);
    }
}

#[test]
fn partial_scans_and_other_profiles_are_nothing_to_compare_with() {
    let place = Place::new();
    let denied = json!([{ "kind": "denied", "action": "s3:GetBucketAcl" }]);
    let account_file = place.account("account.json", &account_with_faults("111111111111", 0, &denied));
    place.scan(&account_file).run().exit_code(3);
    place.account("account.json", &account("111111111111", 0));
    place.scan(&account_file).args("--profile full").run().exit_code(0);
    let compared = place.scan(&account_file).args("--fail-on new:critical").run().exit_code(1);
    compared.says(&["every finding counts as new", "with profile mvp15"]);
}

#[test]
fn a_recent_complete_scan_makes_another_one_needless() {
    let place = Place::new();
    let account_file = place.account("account.json", &account("111111111111", 0));
    let daily =
        |flags: &str| place.scan(&account_file).args("--if-older-than 20h --json report.json").args(flags).run().exit_code(0);
    assert!(daily("").path("report.json").exists(), "the first one runs");
    let needless = daily("");
    assert_eq!(needless.stdout, "");
    assert!(!needless.path("report.json").exists());
    needless.says(&["nothing to do", "is complete and began 0 min ago", "not written", "report.json"]);
    assert_eq!(place.scans().len(), 1);
    for (flags, scans) in
        [("--region eu-west-1", 1), ("--check aws-iam-root-has-mfa", 2), ("--profile full --region eu-north-1", 3)]
    {
        daily(flags);
        assert_eq!(place.scans().len(), scans, "{flags}");
    }
    place.scan(&account_file).args("--if-older-than 0m").run().exit_code(0);
    assert_eq!(place.scans().len(), 4);
    place.scan(&account_file).args("--if-older-than soon").run().exit_code(2).says(&["20h"]);
}

#[test]
fn an_incremental_scan_makes_no_full_one_needless() {
    let place = Place::new();
    let account_file = place.account("account.json", &account("111111111111", 0));
    place.scan(&account_file).args("--type incremental").run().exit_code(0);
    place.scan(&account_file).args("--if-older-than 20h --type incremental").run().exit_code(0).says(&["nothing to do"]);
    assert_eq!(place.scans().len(), 1);
    place.scan(&account_file).args("--if-older-than 20h").run().exit_code(0);
    assert_eq!(place.scans().len(), 2);
}

#[test]
fn an_incomplete_scan_makes_none_needless() {
    let place = Place::new();
    let denied = json!([{ "kind": "denied", "action": "s3:GetBucketAcl" }]);
    let account_file = place.account("account.json", &account_with_faults("111111111111", 0, &denied));
    place.scan(&account_file).run().exit_code(3);
    place.scan(&account_file).args("--if-older-than 20h").run().exit_code(3);
    let other = place.account("other.json", &account("222222222222", 0));
    place.scan(&other).run().exit_code(0);
    place.scan(&account_file).args("--if-older-than 20h").run().exit_code(3);
    assert_eq!(place.scans().len(), 4);
}
