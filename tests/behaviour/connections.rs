//! `scan accounts`: connections that are saved, shown, used and forgotten, whatever stands in the file.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::run::Scan;
use crate::support::scan;

const ROLE: &str = "arn:aws:iam::111111111111:role/audit";

/// `scan` for a user whose configuration is in `folder`.
fn user(folder: &Path) -> Scan {
    scan().env("XDG_CONFIG_HOME", folder.to_str().unwrap())
}

fn file(folder: &Path) -> std::path::PathBuf {
    folder.join("posture-scan/accounts.toml")
}

fn names(folder: &Path) -> Vec<String> {
    let listed = user(folder).args("accounts list --json").run().exit_code(0).json();
    let accounts = listed["accounts"].as_array().unwrap();
    accounts.iter().map(|account| account["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_connection_is_saved_shown_replaced_and_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    assert!(user(home).args("accounts list").run().exit_code(0).stdout.contains("scan accounts add"));
    let options =
        "--aws-profile audit --external-id partner:42 --session-duration 90m --region eu-west-1,us-east-1 --tag team=payments";
    user(home).args("accounts add production").args(options).args("--role-arn").arg(ROLE).run().exit_code(0);
    user(home).args("accounts add demo --mock").run().exit_code(0);
    assert_eq!(names(home), ["demo", "production"]);

    let shown = user(home).args("accounts show production --json").run().exit_code(0).json();
    let role = json!({ "arn": ROLE, "external_id": "partner:42", "session_duration_s": 5400 });
    let expected = json!({
        "name": "production", "provider": "aws", "account_id": "111111111111", "mock": null, "aws_profile": "audit", "roles": [role],
        "mfa_serial": null, "endpoint_url": null, "regions": ["eu-west-1", "us-east-1"], "tags": { "team": "payments" },
    });
    assert_eq!(shown, json!({ "schema_version": "1", "accounts": [expected] }));
    let page = user(home).args("accounts show production").run().exit_code(0).stdout;
    assert!([ROLE, "partner:42", "90 min", "team=payments"].iter().all(|part| page.contains(part)), "{page}");

    user(home).args("accounts add demo --mock clean").run().exit_code(2).says(&["`demo` is saved already", "--replace"]);
    user(home).args("accounts add demo --mock clean --replace").run().exit_code(0);
    let replaced = user(home).args("accounts show demo --json").run().exit_code(0).json();
    assert_eq!(replaced["accounts"][0]["mock"], "clean");
    user(home).args("accounts remove production nobody").run().exit_code(2).says(&["nobody"]);
    assert_eq!(names(home).len(), 2, "all or nothing");
    user(home).args("accounts remove production").run().exit_code(0).says(&["forgot production; 1 left"]);
    assert_eq!(names(home), ["demo"]);
}

#[test]
#[cfg(unix)]
fn the_file_is_its_owners_alone_and_a_link_to_it_stays_one() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    user(folder.path()).args("accounts add one --mock").run().exit_code(0);
    let path = file(folder.path());
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let elsewhere = folder.path().join("dotfiles.toml");
    std::fs::rename(&path, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
    user(folder.path()).args("accounts add two --mock").run().exit_code(0);
    assert!(path.symlink_metadata().unwrap().is_symlink());
    assert_eq!(names(folder.path()), ["one", "two"]);
}

#[test]
fn connections_that_are_saved_at_once_are_all_there() {
    let folder = tempfile::tempdir().unwrap();
    let running: Vec<_> =
        (0..8).map(|number| user(folder.path()).args(&format!("accounts add a{number} --mock")).start()).collect();
    for one in running {
        one.wait().exit_code(0);
    }
    assert_eq!(names(folder.path()).len(), 8);
}

#[test]
fn a_saved_mock_account_is_scanned_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    user(folder.path()).args("accounts add tidy --mock clean").run().exit_code(0);
    let by_name = user(folder.path()).args("--account tidy --check S3.8 --format json").run().exit_code(0).json();
    let by_flag = scan().args("--mock clean --check S3.8 --format json").run().exit_code(0).json();
    let account = |report: &Value| report["scan"]["account_id"].clone();
    assert_eq!(account(&by_name), account(&by_flag));
    let all = user(folder.path()).args("--all-accounts --check S3.8 --format json").run().exit_code(0).json();
    assert_eq!(account(&all), account(&by_flag));
    let named =
        user(folder.path()).env("POSTURE_SCAN_ACCOUNT", "tidy").args("--check S3.8 --format json").run().exit_code(0).json();
    assert_eq!(account(&named), account(&by_flag));
    // What is typed beats the variable.
    user(folder.path()).env("POSTURE_SCAN_ACCOUNT", "nobody").args("--mock --check S3.8 --quiet").run().exit_code(0);
    let planned = user(folder.path()).args("plan --account tidy --check S3.8 --json").run().exit_code(0);
    assert!(planned.stdout.contains(by_flag["scan"]["account_id"].as_str().unwrap()), "{}", planned.stdout);
    let tried = user(folder.path()).args("accounts test tidy --json").run().exit_code(0).json();
    assert_eq!((&tried["accounts"][0]["status"], &tried["accounts"][0]["account_id"]), (&"reached".into(), &account(&by_flag)));
    let script = user(folder.path()).args("completions bash").run().exit_code(0).stdout;
    assert!(script.contains("tidy"));
}

#[test]
fn what_cannot_be_meant_is_a_usage_error() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    user(home).args("--account x").run().exit_code(2).says(&["no account is saved", "scan accounts add"]);
    user(home).args("--all-accounts").run().exit_code(2).says(&["no account is saved"]);
    user(home).args("accounts test").run().exit_code(2).says(&["no account is saved"]);
    user(home).args("accounts add production --mock").run().exit_code(0);
    user(home).args("accounts add sandbox --mock").run().exit_code(0);
    for (arguments, parts) in [
        ("--account prodution", ["prodution", "did you mean production?"]),
        ("--account production --mock", ["--account and --mock", "contradict"]),
        ("--account production --provider aws", ["--account and --provider", "contradict"]),
        ("--account production --aws-profile a", ["--account and --aws-profile", "contradict"]),
        ("--account production --role-arn arn:aws:iam::111111111111:role/a", ["--account and --role-arn", "contradict"]),
        ("--account production --all-accounts", ["--account and --all-accounts", "contradict"]),
        ("--all-accounts --endpoint-url http://x", ["--all-accounts and --endpoint-url", "contradict"]),
        ("--account production --api-share 30%", ["--api-share", "contradict"]),
        ("--mock --role-arn arn:aws:iam::111111111111:role/a", ["--mock and --role-arn", "contradict"]),
        ("--external-id x-1", ["--external-id needs", "--role-arn"]),
        ("--role-arn audit", ["--role-arn", "arn:aws:iam::123456789012:role/audit"]),
        ("--role-arn arn:aws:iam::111111111111:role/a --external-id ä", ["--external-id", "letters"]),
        ("--role-arn arn:aws:iam::111111111111:role/a --session-duration 13h", ["--session-duration", "15m to 12h"]),
        ("accounts show prodution", ["prodution", "did you mean production?"]),
        ("accounts remove prodution", ["prodution", "did you mean production?"]),
        ("accounts test prodution", ["prodution", "did you mean production?"]),
        ("accounts add a/b", ["`a/b` is no name", "letters"]),
        ("accounts add x --mock --aws-profile a", ["--aws-profile", "mock account"]),
        ("accounts add x --provider aws --mock", ["AWS", "contradict"]),
        ("accounts add x --tag team", ["--tag", "KEY=VALUE"]),
        ("accounts add x --endpoint-url nonsense", ["nonsense", "no address"]),
    ] {
        user(home).args(arguments).run().exit_code(2).says(&parts);
    }
    assert_eq!(names(home), ["production", "sandbox"]);
}

#[test]
fn no_credential_is_ever_saved_or_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let (id, secret) = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    for arguments in [
        format!("accounts add {id}"),
        format!("accounts add a --aws-profile {id}"),
        format!("accounts add a --tag key={secret}"),
        format!("accounts add a --external-id {id} --role-arn {ROLE}"),
        format!("accounts add a --endpoint-url https://me:{secret}@lab.example"),
    ] {
        let run = user(folder.path()).args(&arguments).run().exit_code(2).says(&["never saved"]);
        assert!(!run.stderr.contains(secret) && !run.stderr.contains(id), "{}", run.stderr);
    }
    assert!(!file(folder.path()).exists());
}

#[test]
fn a_hostile_file_is_an_error_that_names_it_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(file(folder.path()).parent().unwrap()).unwrap();
    let deep = "[".repeat(100_000);
    for text in ["[accounts", "accounts = 1", "\u{0}", "[accounts.a]\nrole-arn = 1", "[accounts.a]\npassword = 'hunter2'", &deep] {
        std::fs::write(file(folder.path()), text).unwrap();
        for arguments in ["accounts list", "accounts add x --mock", "accounts remove a", "--account a"] {
            let run = user(folder.path()).args(arguments).run().exit_code(2).says(&["accounts.toml"]);
            assert!(!run.stderr.contains("hunter2") && run.stderr.lines().count() <= 2, "{}", run.stderr);
        }
        assert_eq!(std::fs::read_to_string(file(folder.path())).unwrap(), text);
    }
    std::fs::write(file(folder.path()), [0xff, 0xfe, 0x00]).unwrap();
    user(folder.path()).args("accounts list").run().exit_code(2).says(&["accounts.toml", "cannot be read"]);
}

#[test]
fn a_plan_is_never_of_several_accounts() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["one", "two"] {
        user(folder.path()).args("accounts add").arg(name).arg("--mock").run().exit_code(0);
    }
    user(folder.path()).args("plan --all-accounts").run().exit_code(2).says(&["one account", "one, two"]);
    user(folder.path()).args("plan --scope org --org-role audit").run().exit_code(2).says(&["one account", "--scope org"]);
    user(folder.path()).args("--account one,one --check S3.8 --quiet").run().exit_code(0);
}
