//! `scan suppress`: one finding is accepted, and the next scan knows.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::{Archive, items};
use crate::support::run::{Run, Scan};

const RULES: &str = ".posture-scan/suppressions.yaml";

/// Stored scans, and the folder of a project in which everything is called.
struct Project {
    archive: Archive,
    folder: TempDir,
}

impl Project {
    /// With one scan of the mock account.
    fn new() -> Self {
        let project = Self { archive: Archive::new(), folder: TempDir::new().unwrap() };
        project.run("--mock demo --mock-speed 0 --quiet").run().exit_code(0);
        project
    }

    fn run(&self, arguments: &str) -> Scan {
        self.archive.run(arguments).folder(self.folder.path())
    }

    fn suppress(&self, arguments: &str) -> Run {
        self.run("suppress").args(arguments).args("--owner web --reason accepted").run()
    }

    fn rules(&self) -> String {
        std::fs::read_to_string(self.path()).unwrap()
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join(RULES)
    }

    /// A finding of the last scan.
    fn finding(&self) -> Value {
        items(&self.archive.json("findings --severity critical"), "results")[0].clone()
    }
}

fn uid(finding: &Value) -> &str {
    finding["uid"].as_str().unwrap()
}

#[test]
fn an_accepted_finding_is_muted_from_the_next_scan_on() {
    let project = Project::new();
    let all = items(&project.archive.json("findings"), "results").len();
    let finding = project.finding();
    let told = project.suppress(&format!("{} --expires 2999-12-31", &uid(&finding)[..8])).exit_code(0).stdout;
    for part in ["accepted", uid(&finding).get(..8).unwrap(), "rule 1 of", RULES, "up to 2999-12-31", "the next scan mutes it"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let rules = project.rules();
    assert!(rules.starts_with("# Findings that are accepted") && rules.contains(finding["check_id"].as_str().unwrap()), "{rules}");

    let check = finding["check_id"].as_str().unwrap();
    let of_check = |finding: &Value| finding["check_id"] == check;
    let critical =
        items(&project.archive.json("findings --severity critical"), "results").iter().filter(|one| of_check(one)).count();
    let rerun = project.run("rerun last").run().exit_code(0);
    assert!(rerun.stdout.contains("1 muted (scan findings --status muted)"), "{}", rerun.stdout);
    let left = project.archive.json("findings");
    assert_eq!(items(&left, "results").len(), all - 1);
    assert!(items(&left, "results").iter().all(|one| one["uid"] != finding["uid"]));
    let muted = project.archive.json("findings --status muted");
    assert_eq!(items(&muted, "results").len(), 1);
    assert_eq!(items(&muted, "results")[0]["uid"], finding["uid"]);
    let listed = project.archive.told("findings --status muted");
    let joined = listed.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["── Muted", uid(&finding).get(..8).unwrap(), "accepted by web up to 2999-12-31"] {
        assert!(joined.contains(part), "{part}: {listed}");
    }
    project.suppress(uid(&finding)).exit_code(2).says(&["rule 1 of", "mutes this finding already (web: accepted)"]);

    // The others of the check, and then the scan has nothing that --fail-on counts.
    for finding in items(&left, "results").iter().filter(|one| of_check(one)) {
        project.suppress(uid(finding)).exit_code(0);
    }
    let run = project.run("--mock demo --mock-speed 0 --fail-on low --format json --check").arg(check).run().exit_code(0);
    assert_eq!(run.json()["summary"]["results"]["muted"], critical);
    assert_eq!(run.json()["summary"]["findings"]["total"], 0);
}

#[test]
fn what_stands_in_the_file_stays_as_it_is() {
    let project = Project::new();
    let before =
        "# ours\nsuppressions:\n- check: 'aws-ec2-*' # for now\n  region: nowhere\n  reason: |\n    two\n    lines\n  owner: x # y";
    std::fs::create_dir(project.folder.path().join(".posture-scan")).unwrap();
    std::fs::write(project.path(), before).unwrap();
    project.suppress(uid(&project.finding())).exit_code(0);
    assert!(project.rules().starts_with(before), "{}", project.rules());
    let elsewhere = project.folder.path().join("accepted.yaml");
    let told = project.suppress(&format!("{} --file accepted.yaml", uid(&project.finding()))).exit_code(0).stdout;
    assert!(told.contains("the next scan with --suppressions") && elsewhere.is_file(), "{told}");
}

#[test]
fn the_configured_file_is_the_one_that_is_written() {
    let project = Project::new();
    std::fs::write(project.folder.path().join("posture-scan.toml"), "suppressions = 'rules/accepted.yaml'\n").unwrap();
    project.suppress(uid(&project.finding())).exit_code(0);
    assert!(Path::new(&project.folder.path().join("rules/accepted.yaml")).is_file());
    let run = project.run("--mock demo --mock-speed 0 --format json").run().exit_code(0);
    assert_eq!(run.json()["summary"]["results"]["muted"], 1);
}

#[test]
fn rules_that_are_added_at_once_are_all_kept() {
    let project = Project::new();
    let listed = project.archive.json("findings");
    let runs = items(&listed, "results")
        .iter()
        .take(12)
        .map(|finding| project.run("suppress").arg(uid(finding)).args("--owner web --reason accepted").start());
    let runs: Vec<_> = runs.collect();
    let count = runs.len();
    for run in runs {
        run.wait().exit_code(0);
    }
    assert_eq!(project.rules().matches("reason:").count(), count, "{}", project.rules());
    let left = std::fs::read_dir(project.path().parent().unwrap()).unwrap().count();
    assert_eq!(left, 1, "nothing but the rules is left behind");
}

#[test]
fn a_rerun_holds_to_the_configured_rules() {
    let project = Project::new();
    std::fs::write(project.folder.path().join("posture-scan.toml"), "suppressions = 'accepted.yaml'\n").unwrap();
    project.suppress(uid(&project.finding())).exit_code(0);
    let muted = |run: Scan| run.run().exit_code(0).json()["summary"]["results"]["muted"].clone();
    assert_eq!(muted(project.run("rerun last --format json")), 1);
    std::fs::write(project.folder.path().join("none.yaml"), "suppressions: []\n").unwrap();
    assert_eq!(muted(project.run("rerun last --suppressions none.yaml --format json")), 0);
}

#[test]
fn hostile_texts_are_kept_as_texts() {
    let project = Project::new();
    let reason = "x\"\nsuppressions: [] # \u{1b}[31m\u{202e} *";
    let run = project.run("suppress").arg(uid(&project.finding())).arg("--reason").arg(reason).arg("--owner=- a: 'b'");
    let told = run.run().exit_code(0).stdout;
    assert!(!told.contains('\u{1b}') && told.lines().count() == 4, "{told:?}");
    assert!(!project.rules().contains('\u{1b}'), "{:?}", project.rules());
    let muted = project.run("--mock demo --mock-speed 0 --format json").run().exit_code(0).json();
    let muted = items(&muted, "results").iter().find(|result| result["status"] == "muted").unwrap().clone();
    assert!(muted.to_string().contains("suppressions: [] #"), "{muted}");
    assert!(!project.archive.told("findings --status muted").contains('\u{1b}'));
}

#[test]
fn rules_that_have_expired_or_fit_nothing_are_warnings() {
    let project = Project::new();
    let finding = project.finding();
    project.suppress(uid(&finding)).exit_code(0);
    let rule = project.rules();
    let codes = |text: &str| {
        std::fs::write(project.path(), text).unwrap();
        let report = project.run("--mock demo --mock-speed 0 --format json").run().exit_code(0).json();
        let codes = items(&report, "warnings").iter().map(|one| one["code"].as_str().unwrap().to_owned());
        let codes: Vec<String> = codes.filter(|code| code.starts_with("suppression_")).collect();
        (codes, report["summary"]["results"]["muted"].as_u64().unwrap())
    };
    assert_eq!(codes(&rule), (vec![], 1));
    assert_eq!(
        codes(&format!("{}    expires: 2020-01-31\n", rule.trim_end().to_owned() + "\n")),
        (vec!["suppression_expired".to_owned()], 0)
    );
    let name = finding["resource"]["arn"].as_str().unwrap();
    assert_eq!(codes(&rule.replace(name, &format!("{name}-gone"))), (vec!["suppression_unmatched".to_owned()], 0));
}

#[test]
fn what_cannot_be_accepted_is_refused_and_nothing_is_written() {
    let project = Project::new();
    let finding = project.finding();
    let refused = |arguments: &str, parts: &[&str]| {
        project.suppress(arguments).exit_code(2).says(parts);
        assert!(!project.path().exists(), "{arguments}");
    };
    refused("ffffffffff", &["has no finding ffffffffff", "scan findings --scan"]);
    refused("abc", &["`abc` is no finding", "6 to 32 digits"]);
    refused("aws-s3-bucket-is-not-public", &["is no finding", "`scan findings` shows the uids"]);
    refused(&format!("{} --expires 2020-01-31", uid(&finding)), &["--expires 2020-01-31 has passed"]);
    refused(&format!("{} --expires soon", uid(&finding)), &["a date such as 2026-12-31"]);
    refused(&format!("{} --scan 0000", uid(&finding)), &["0000"]);
    let passed = items(&project.archive.json("findings --status pass"), "results")[0].clone();
    refused(uid(&passed), &["is no finding: check", "came to pass"]);
    project.run("suppress").arg(uid(&finding)).args("--owner web --reason").arg(" ").run().exit_code(2).says(&["--reason"]);
    std::fs::create_dir(project.folder.path().join(".posture-scan")).unwrap();
    std::fs::write(project.path(), "suppressions: [").unwrap();
    project.suppress(uid(&finding)).exit_code(2).says(&[RULES]);
    assert_eq!(project.rules(), "suppressions: [");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_is_an_error() {
    let project = Project::new();
    std::fs::write(project.folder.path().join(".posture-scan"), "a file").unwrap();
    project.suppress(uid(&project.finding())).exit_code(2).says(&["suppressions.yaml"]);
}
