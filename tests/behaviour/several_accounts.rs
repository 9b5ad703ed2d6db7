//! Scans of several saved connections in one run: each its own scan, and a roll-up over all of them.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::run::Scan;
use crate::support::scan;

/// `scan` for a user who has saved accounts in `folder`.
fn user(folder: &Path) -> Scan {
    scan().env("XDG_CONFIG_HOME", folder.to_str().unwrap())
}

/// A user who has saved two mock accounts.
fn saved() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), "demo", "demo");
    save(folder.path(), "tidy", "clean");
    folder
}

fn save(folder: &Path, name: &str, fixture: &str) {
    user(folder).args("accounts add").arg(name).args("--mock").arg(fixture).run().exit_code(0);
}

fn of<'a>(roll_up: &'a Value, name: &str) -> &'a Value {
    roll_up["accounts"].as_array().unwrap().iter().find(|account| account["name"] == name).unwrap()
}

#[test]
fn each_account_is_scanned_as_it_would_be_alone() {
    let folder = saved();
    let state = tempfile::tempdir().unwrap();
    let several = || user(folder.path()).state(state.path()).args("--account demo,tidy --format json");
    let roll_up = several().run().exit_code(0).json();
    assert_eq!((&roll_up["status"], &roll_up["scope"]), (&json!("completed"), &json!("accounts")));
    assert_eq!(roll_up["accounts"][0]["name"], "demo", "the one with findings is first");
    for name in ["demo", "tidy"] {
        let alone = user(folder.path()).args("--format json --account").arg(name).run().exit_code(0).json();
        let own = of(&roll_up, name);
        for part in ["summary", "results", "assets", "ledger", "warnings"] {
            let without_ids = |report: &Value| report[part].clone();
            let (own, alone) = (without_ids(&own["report"]), without_ids(&alone));
            assert_eq!(own, alone, "{part} of {name}");
        }
        assert_eq!(own["findings"]["total"], alone["summary"]["findings"]["total"]);
    }
    let total = ["demo", "tidy"].iter().map(|name| of(&roll_up, name)["findings"]["total"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(roll_up["summary"]["findings"]["total"], total);

    let history = user(folder.path()).state(state.path()).args("history --json").run().exit_code(0).json();
    let ids: Vec<&Value> = history["scans"].as_array().unwrap().iter().map(|scan| &scan["id"]).collect();
    assert_eq!(ids.len(), 2, "each is a stored scan");
    assert!(ids.contains(&&of(&roll_up, "demo")["scan_id"]));
}

#[test]
fn one_account_that_is_partial_makes_the_run_partial() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), "gappy", "partial");
    save(folder.path(), "tidy", "clean");
    let run = user(folder.path()).args("--all-accounts --progress lines").run().exit_code(3);
    for part in ["tidy", "gappy", "partial", "Not complete", "1 of 2 accounts could not be read in full"] {
        assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
    }
    let run = run.says(&["scanning 2 accounts", "[1/2] ", "[2/2] "]);
    assert_eq!(run.stderr.lines().count(), 3, "{}", run.stderr);
    user(folder.path()).args("--all-accounts --quiet --allow-partial").run().exit_code(0);
    save(folder.path(), "demo", "demo");
    user(folder.path()).args("--account demo,tidy --quiet --fail-on critical").run().exit_code(1);
    user(folder.path()).args("--account demo,tidy --quiet --fail-on new:critical").run().exit_code(1);
}

#[test]
fn an_account_that_cannot_be_scanned_leaves_the_others_as_they_are() {
    let folder = saved();
    save(folder.path(), "gone", "/nowhere/fixture.json");
    let run = user(folder.path()).args("--account gone,tidy --format json").run().exit_code(3);
    let roll_up = run.json();
    assert_eq!(roll_up["status_reason"], "1 of 2 accounts failed");
    assert_eq!(
        (&of(&roll_up, "tidy")["status"], &of(&roll_up, "gone")["status"]),
        (&json!("completed"), &json!("submission_error"))
    );
    assert!(of(&roll_up, "gone")["status_reason"].as_str().unwrap().contains("/nowhere/fixture.json"));
    save(folder.path(), "lost", "/nowhere/other.json");
    let none = user(folder.path()).args("--account gone,lost --quiet").run().exit_code(5);
    none.says(&["submission_error", "none of the 2 accounts could be scanned"]);
}

#[test]
fn two_connections_to_one_account_scan_it_once() {
    let folder = saved();
    save(folder.path(), "again", "demo");
    let roll_up = user(folder.path()).args("--account demo,again --format json --account-concurrency 1").run().exit_code(3).json();
    assert_eq!(of(&roll_up, "demo")["status"], "completed");
    assert!(of(&roll_up, "again")["status_reason"].as_str().unwrap().contains("scanned already"), "{}", of(&roll_up, "again"));
}

#[test]
fn a_refused_connection_leaves_the_accounts_own_reports_alone() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), "again", "demo");
    save(folder.path(), "demo", "demo");
    let run = user(folder.path()).args("--all-accounts --quiet --output-dir out --sarif all.sarif --json all.json").run();
    let run = run.exit_code(3);
    let document: Value = serde_json::from_str(&run.file("all.json")).unwrap();
    let accounts = document["accounts"].as_array().unwrap();
    let folders: Vec<&str> = accounts.iter().map(|account| account["folder"].as_str().unwrap()).collect();
    assert_ne!(folders[0], folders[1]);
    for account in accounts {
        let own: Value =
            serde_json::from_str(&run.file(&format!("out/{}/report.json", account["folder"].as_str().unwrap()))).unwrap();
        assert_eq!((&own["scan"]["status"], &own), (&account["status"], &account["report"]));
    }
    assert_eq!(categories(&run.file("all.sarif")).len(), 2);
}

/// The categories of a SARIF log's runs.
fn categories(sarif: &str) -> std::collections::BTreeSet<String> {
    let sarif: Value = serde_json::from_str(sarif).unwrap();
    let runs = sarif["runs"].as_array().unwrap();
    runs.iter().map(|run| run["automationDetails"]["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn accounts_that_nobody_reached_are_told_in_every_file() {
    let folder = saved();
    save(folder.path(), "gone", "/nowhere/fixture.json");
    save(folder.path(), "lost", "/nowhere/other.json");
    let run = user(folder.path())
        .args("--all-accounts --quiet --output-dir out --sarif all.sarif --jsonl one.jsonl -o jsonl=other.jsonl -o csv=all.csv")
        .run()
        .exit_code(3);
    assert_eq!(categories(&run.file("all.sarif")).len(), 4, "each has a category of its own");
    assert_eq!(run.file("one.jsonl"), run.file("other.jsonl"));
    let summaries = run.file("one.jsonl").lines().filter(|line| line.starts_with("{\"type\":\"summary\"")).count();
    assert_eq!(summaries, 4);
    let own: Value = serde_json::from_str(&run.file("out/gone/report.json")).unwrap();
    assert_eq!(own["scan"]["status"], "submission_error");
}

#[test]
fn accounts_that_are_scanned_elsewhere_are_named_and_end_with_their_own_exit_code() {
    let folder = saved();
    let state = tempfile::tempdir().unwrap();
    let several = || user(folder.path()).state(state.path()).args("--account demo,tidy");
    let first = several().args("--mock-speed 3 --progress lines").start();
    for _ in 0..200 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let history = user(folder.path()).state(state.path()).args("history --json").run();
        let running = history.stdout.matches("\"running\"").count();
        if running >= 2 {
            break;
        }
    }
    let refused = several().args("--format json --output-dir out").run().exit_code(6);
    first.interrupt();
    let roll_up = refused.json();
    for name in ["demo", "tidy"] {
        let account = of(&roll_up, name);
        assert!(account["status_reason"].as_str().unwrap().contains("under way"), "{account}");
        assert_eq!(account["account_id"].as_str().unwrap().len(), 12, "{account}");
        assert_eq!(account["folder"], account["account_id"]);
    }
    first.wait().exit_code(130);
}

#[test]
fn an_earlier_report_of_an_account_that_is_not_scanned_is_replaced() {
    let folder = saved();
    let out = tempfile::tempdir().unwrap();
    let reports = out.path().to_str().unwrap().to_owned();
    let several =
        |arguments: &str| user(folder.path()).args("--account demo,tidy --output-dir").arg(&reports).args(arguments).start();
    several("").wait().exit_code(0);
    let run = several("--account-concurrency 1 --mock-speed 2 --json all.json --progress lines");
    run.until("scanning 2 accounts");
    run.interrupt();
    let run = run.wait().exit_code(130);
    let document: Value = serde_json::from_str(&run.file("all.json")).unwrap();
    for account in document["accounts"].as_array().unwrap() {
        let own = out.path().join(account["folder"].as_str().unwrap()).join("report.json");
        let own: Value = serde_json::from_str(&std::fs::read_to_string(own).unwrap()).unwrap();
        assert_eq!(own["scan"]["status"], account["status"], "{}", account["name"]);
    }
}

#[test]
fn files_over_no_account_say_why() {
    let folder = saved();
    let state = tempfile::tempdir().unwrap();
    let several = || user(folder.path()).state(state.path()).args("--account demo,tidy --quiet");
    several().run().exit_code(0);
    let run = several().args("--if-older-than 1d --sarif all.sarif -o csv=all.csv --jsonl all.jsonl").run().exit_code(0);
    assert_eq!(categories(&run.file("all.sarif")).len(), 1);
    assert!(run.file("all.csv").starts_with("uid,"));
    assert!(run.file("all.jsonl").starts_with("{\"type\":\"summary\""));
}

#[test]
fn a_file_that_accounts_reports_would_overwrite_is_refused() {
    let folder = saved();
    for (file, why) in [("out/roll-up.json", "the roll-up"), ("out/111122223333/report.json", "an account's folder")] {
        let run = user(folder.path()).file("out/111122223333/old", "").args("--all-accounts --output-dir out --json").arg(file);
        run.run().exit_code(2).says(&["cannot write", why]);
    }
}

#[test]
fn every_account_has_a_folder_of_reports_and_files_join_them() {
    let folder = saved();
    let run = user(folder.path())
        .args("--account demo,tidy --quiet --output-dir out --json all.json --sarif all.sarif --jsonl all.jsonl")
        .args("-o csv=all.csv -o ocsf=all.ocsf -o ocsf-parquet=lake")
        .run()
        .exit_code(0);
    let roll_up: Value = serde_json::from_str(&run.file("out/roll-up.json")).unwrap();
    let document: Value = serde_json::from_str(&run.file("all.json")).unwrap();
    for account in roll_up["accounts"].as_array().unwrap() {
        let place = account["folder"].as_str().unwrap();
        assert_eq!(place, account["account_id"]);
        let own: Value = serde_json::from_str(&run.file(&format!("out/{place}/report.json"))).unwrap();
        assert_eq!(of(&document, account["name"].as_str().unwrap())["report"], own);
        for file in ["report.html", "report.sarif", "junit.xml", "summary.md", "findings.csv", "assets.csv", "findings.ocsf.jsonl"]
        {
            assert!(!run.file(&format!("out/{place}/{file}")).is_empty(), "{place}/{file}");
        }
    }
    let sarif: Value = serde_json::from_str(&run.file("all.sarif")).unwrap();
    let categories: std::collections::BTreeSet<&str> =
        sarif["runs"].as_array().unwrap().iter().map(|run| run["automationDetails"]["id"].as_str().unwrap()).collect();
    assert_eq!(categories.len(), 2, "GitHub keeps the accounts apart");
    let rows = run.file("all.csv");
    assert_eq!(rows.lines().filter(|line| line.starts_with("uid,")).count(), 1);
    let lines = run.file("all.jsonl");
    let of_type = |wanted: &str| lines.lines().filter(|line| line.starts_with(&format!("{{\"type\":\"{wanted}\""))).count();
    assert_eq!((of_type("scan"), of_type("summary")), (2, 2));
}

#[test]
fn what_cannot_be_of_several_accounts_is_refused_before_anything_runs() {
    let folder = saved();
    for (arguments, parts) in [
        ("--all-accounts -o html=x.html", ["html is of one account", "--output-dir"]),
        ("--all-accounts --format junit", ["junit is of one account", "--output-dir"]),
        ("--all-accounts --format github-annotations", ["github-annotations is of one account", "one after another"]),
        ("--all-accounts --baseline x.json", ["--baseline", "one account"]),
        ("--all-accounts --output-dir -", ["--output-dir", "stdout"]),
        ("--scope org", ["--org-role", "OrganizationAccountAccessRole"]),
        ("--scope org --org-role a --target 111111111111", ["--scope org", "leave out --target"]),
        ("--scope org --org-role a --mock", ["--scope org and --mock", "contradict"]),
        ("--scope custom --org-role a --account demo --target 111111111111", ["--scope custom and --account", "contradict"]),
        ("--scope custom --org-role a", ["--target", "twelve digits"]),
        ("--scope custom --org-role a --target 1234", ["1234", "twelve digits"]),
        ("--scope ou --org-role a --target 111111111111", ["111111111111", "ou-ab12-cd34efgh"]),
        ("--scope custom --org-role arn:aws:iam::111111111111:role/a --target 111111111111", ["name of a role", "ARN"]),
        ("--target 111111111111", ["--target needs --scope", "several accounts"]),
        ("--org-role audit", ["--org-role needs --scope", "several accounts"]),
        ("--scope custom --org-role a --targets-file nowhere", ["--targets-file", "nowhere"]),
        (
            "--scope custom --org-role a --target 111111111111 --role-arn arn:aws:iam::222222222222:role/b --session-duration 2h",
            ["an hour at most", "--session-duration"],
        ),
        ("--account-concurrency 2 --mock", ["--account-concurrency", "several accounts"]),
        ("--account-concurrency 0", ["--account-concurrency", "1..=64"]),
    ] {
        user(folder.path()).args(arguments).run().exit_code(2).says(&parts);
    }
    let many: Vec<String> = (0..21).map(|number| format!("{number:012}")).collect();
    let run = user(folder.path()).args("--scope custom --org-role a --target").arg(many.join(","));
    run.run().exit_code(2).says(&["at most 20", "--scope ou"]);
    // A project's file sends nobody's credentials anywhere.
    let project = "scope = \"org\"\norg-role = \"admin\"\n";
    let run = user(folder.path()).file("posture-scan.toml", project).file(".git/HEAD", "").args("--check S3.8 --quiet").run();
    run.exit_code(2).says(&["org-role", "not for a project's file to say"]);
}

#[test]
fn scans_that_are_recent_enough_are_left_out() {
    let folder = saved();
    let state = tempfile::tempdir().unwrap();
    let several = || user(folder.path()).state(state.path()).args("--account demo,tidy");
    several().args("--quiet").run().exit_code(0);
    let again = several().args("--if-older-than 1d --format json").run().exit_code(0).json();
    assert_eq!((again["accounts"].as_array().unwrap().len(), again["skipped"].as_array().unwrap().len()), (0, 2));
    assert!(again["skipped"][0]["reason"].as_str().unwrap().contains("is complete and began"));
}

#[test]
fn an_interruption_ends_every_account_and_keeps_what_is_done() {
    let folder = saved();
    let state = tempfile::tempdir().unwrap();
    let several = || user(folder.path()).state(state.path());
    let run =
        several().args("--account tidy,demo --account-concurrency 1 --mock-speed 0.5 --progress lines --json all.json").start();
    run.until("[1/2] ");
    run.interrupt();
    let run = run.wait().exit_code(130);
    let document: Value = serde_json::from_str(&run.file("all.json")).unwrap();
    assert_eq!(document["status"], "cancelled");
    assert_eq!(of(&document, "tidy")["status"], "completed");
    assert_eq!(of(&document, "demo")["status"], "cancelled");
}
