//! Scans through roles: of another account, one after another, renewed on the way, and refused.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{TWO_REGIONS, similar};
use crate::support::answer::Refusal;
use crate::support::call::Call;
use crate::support::moto::Moto;
use crate::support::proxy::Proxy;
use crate::support::report::verdicts;
use crate::support::rule::{Fault, Rule};
use crate::support::scan;

const AUDIT: &str = "arn:aws:iam::111111111111:role/audit";
const HUB: &str = "arn:aws:iam::333333333333:role/hub";
const DEVICE: &str = "arn:aws:iam::222222222222:mfa/me";
const ONE_CHECK: &str = "--check S3.8 --region us-east-1 --format json --progress none";

/// The calls that assume a role.
fn assumed(proxy: &Proxy) -> Vec<Call> {
    proxy.calls().into_iter().filter(|call| call.operation == "AssumeRole").collect()
}

#[test]
fn a_role_of_another_account_shows_that_account() {
    let there = Moto::mvp15();
    let proxy = Proxy::to(Moto::tidy());
    let scan = proxy.scan().args(TWO_REGIONS).args("--session-duration 30m --session-name nightly --external-id partner:42");
    let report = scan.args("--role-arn").arg(AUDIT).run().exit_code(0).json();
    assert_eq!(report["scan"]["account_id"], "111111111111");
    similar(&verdicts(&report, there), &there.verdicts);

    let assumed = assumed(&proxy);
    assert_eq!(assumed.len(), 1);
    for part in ["ExternalId=partner%3A42", "RoleSessionName=nightly", "DurationSeconds=1800"] {
        assert!(assumed[0].form.contains(part), "{part} is missing in {}", assumed[0].form);
    }
    for call in proxy.calls().iter().filter(|call| call.operation != "AssumeRole") {
        assert!(call.access_key.starts_with("ASIA"), "{} is called without the role", call.action());
    }
}

#[test]
fn roles_are_assumed_one_after_another_and_a_rerun_assumes_them_again() {
    let proxy = Proxy::to(Moto::tidy());
    let state = tempfile::tempdir().unwrap();
    let typed = proxy.scan().state(state.path()).args(ONE_CHECK).args("--external-id x-1 --role-arn").arg(HUB);
    let report = typed.args("--role-arn").arg(AUDIT).run().exit_code(0).json();
    assert_eq!(report["scan"]["account_id"], "111111111111");
    let [hub, audit] = assumed(&proxy).try_into().expect("two roles");
    assert!(hub.form.contains("role%2Fhub") && !hub.form.contains("ExternalId"), "{}", hub.form);
    assert!(audit.form.contains("role%2Faudit") && audit.form.contains("ExternalId=x-1"), "{}", audit.form);
    assert!(!hub.access_key.starts_with("ASIA") && audit.access_key.starts_with("ASIA"));

    let again = proxy.scan().state(state.path()).args("rerun last --format json --progress none").run().exit_code(0);
    assert_eq!(again.json()["scan"]["account_id"], "111111111111");
    assert_eq!(assumed(&proxy).len(), 4);
    assert!(assumed(&proxy)[3].form.contains("ExternalId=x-1"));
}

/// The answer with credentials that are over in a few seconds.
#[expect(clippy::needless_pass_by_value, reason = "what the proxy's rules take")]
fn short_lived(body: String) -> String {
    let end = Timestamp::now() + SignedDuration::from_secs(16);
    let (before, rest) = body.split_once("<Expiration>").expect("credentials that end");
    let (_, after) = rest.split_once("</Expiration>").expect("an end");
    format!("{before}<Expiration>{}</Expiration>{after}", end.strftime("%Y-%m-%dT%H:%M:%SZ"))
}

#[test]
fn credentials_that_end_during_a_scan_are_renewed() {
    let rules = vec![
        Rule::new(Fault::Rewritten(short_lived)).on("sts", "AssumeRole").times(1),
        Rule::new(Fault::Late(Duration::from_secs(7))).on("ec2", "DescribeRegions").times(1),
    ];
    let proxy = Proxy::with(Moto::tidy(), rules);
    let report = proxy.scan().args(ONE_CHECK).args("--role-arn").arg(AUDIT).run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed");
    assert_eq!(assumed(&proxy).len(), 2);
    let calls = proxy.calls();
    let identity = calls.iter().find(|call| call.operation == "GetCallerIdentity").expect("an identity");
    let last = calls.last().expect("calls");
    assert!(last.access_key.starts_with("ASIA") && last.access_key != identity.access_key, "the first credentials were used on");
}

#[test]
fn a_role_that_cannot_be_renewed_leaves_gaps_that_say_so() {
    let rules = vec![
        Rule::new(Fault::Rewritten(short_lived)).on("sts", "AssumeRole").times(1),
        Rule::refuse(Refusal::Denied).on("sts", "AssumeRole"),
        Rule::new(Fault::Late(Duration::from_secs(7))).on("ec2", "DescribeRegions").times(1),
    ];
    let proxy = Proxy::with(Moto::tidy(), rules);
    let run = proxy.scan().args(ONE_CHECK).args("--role-arn").arg(AUDIT).run();
    assert!(matches!(run.code, Some(3 | 4)), "{:?}\n{}", run.code, run.stderr);
    let warnings = run.json()["warnings"].to_string();
    assert!(warnings.contains("credentials expired") && warnings.contains(AUDIT), "{warnings}");
}

#[test]
fn a_role_that_may_not_be_assumed_is_named_and_nothing_else_is_called() {
    for (options, part) in [("", "--external-id or --mfa-serial"), ("--external-id x-1", "with this external id")] {
        let proxy = Proxy::with(Moto::tidy(), vec![Rule::refuse(Refusal::Denied).on("sts", "AssumeRole")]);
        let run = proxy.scan().args(ONE_CHECK).args(options).args("--role-arn").arg(AUDIT).run().exit_code(5);
        let report = run.json();
        assert_eq!(report["scan"]["status"], "submission_error");
        run.says(&[AUDIT, "cannot be assumed", "sts:AssumeRole", part]);
        assert_eq!(proxy.calls().len(), 1);
    }
}

#[test]
fn an_mfa_device_without_anybody_to_ask_ends_the_scan_before_it_begins() {
    let proxy = Proxy::to(Moto::tidy());
    let typed = proxy.scan().args(ONE_CHECK).args("--mfa-serial").arg(DEVICE).run().exit_code(5);
    typed.says(&[DEVICE, "there is no terminal to ask on", "aws sso login"]);
    proxy
        .scan()
        .args(ONE_CHECK)
        .args("--mfa-serial")
        .arg(DEVICE)
        .env("CI", "true")
        .run()
        .exit_code(5)
        .says(&["nobody is asked in CI"]);

    let config = format!(
        "[profile me]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n\
         [profile audit]\nrole_arn = {AUDIT}\nsource_profile = me\nmfa_serial = {DEVICE}\n"
    );
    let of_profile = scan().file("aws-config", &config).env("AWS_CONFIG_FILE", "aws-config").env("AWS_REGION", "us-east-1");
    let of_profile = of_profile.args(ONE_CHECK).args("--aws-profile audit --endpoint-url").arg(proxy.endpoint());
    of_profile.run().exit_code(5).says(&[DEVICE, "there is no terminal"]);
    assert_eq!(proxy.calls().len(), 0, "{:?}", proxy.calls_by_action());
}

#[test]
fn a_saved_connection_scans_as_its_options_would() {
    let proxy = Proxy::to(Moto::tidy());
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let run = || proxy.scan().env("XDG_CONFIG_HOME", home);
    let add = run().args("accounts add production --external-id x-1 --region eu-west-1 --tag team=payments --role-arn").arg(AUDIT);
    add.run().exit_code(0).says(&["saved account `production`", "scan accounts test production"]);

    let tried = run().args("accounts test --json").run().exit_code(0).json();
    let regions = tried["accounts"][0]["regions"].as_u64().unwrap();
    assert_eq!(tried["accounts"][0]["account_id"], "111111111111");
    assert_eq!(tried["accounts"][0]["caller"], "arn:aws:sts::111111111111:assumed-role/audit/posture-scan");
    assert!(regions > 10, "{tried}");

    let report = run().args("--account production --check S3.8 --format json --progress none").run().exit_code(0).json();
    assert_eq!((&report["scan"]["account_id"], &report["scan"]["regions"]), (&"111111111111".into(), &json!(["eu-west-1"])));
    let typed = run().args("--account production --region us-east-1 --check S3.8 --format json").run().exit_code(0).json();
    assert_eq!(typed["scan"]["regions"], json!(["us-east-1"]));
    let quick = run().args("--account production --type quick --check S3.8 --format json").run().exit_code(0).json();
    assert_eq!(quick["scan"]["type"], "quick");
    assert!(assumed(&proxy).iter().all(|call| call.form.contains("ExternalId=x-1")));
}

#[test]
fn trying_a_connection_that_does_not_work_ends_with_5_and_says_why() {
    let proxy = Proxy::with(Moto::tidy(), vec![Rule::refuse(Refusal::Denied).on("sts", "AssumeRole")]);
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let run = || proxy.scan().env("XDG_CONFIG_HOME", home);
    run().args("accounts add good --region eu-west-1").run().exit_code(0);
    run().args("accounts add bad --role-arn").arg(AUDIT).run().exit_code(0);
    run().args("accounts add elsewhere --region us-east-9").run().exit_code(0);
    let tried = run().args("accounts test bad elsewhere good --json").run().exit_code(5).json();
    let codes: Vec<_> = tried["accounts"].as_array().unwrap().iter().map(|one| one["error"]["code"].clone()).collect();
    assert_eq!(codes, [json!("role_denied"), json!("region_not_enabled"), json!(null)]);
    let text = run().args("accounts test bad").run().exit_code(5).stdout;
    assert!(text.contains("failed") && text.contains(AUDIT), "{text}");
    run().args("accounts test good").run().exit_code(0);
}
