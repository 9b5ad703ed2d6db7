//! Scans on several machines: parts that come together as if one machine had scanned.

use std::path::{Path, PathBuf};

use posture_scan::model::{Job, JobStatus, LedgerEntry, ScanReport, ScanStatus};
use posture_scan::store::{Filter, Store};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::run::{Run, Scan};
use crate::support::scan;

/// A scan, the results of its parts, and what is stored of the whole.
pub struct Fleet {
    folder: TempDir,
    /// The scan's own options.
    options: String,
}

impl Fleet {
    pub fn of(options: &str) -> Self {
        Self { folder: TempDir::new().unwrap(), options: options.to_owned() }
    }

    pub fn results(&self) -> PathBuf {
        self.folder.path().join("results")
    }

    /// Where one part's result is; all are of one plan.
    fn result(&self, number: u16, count: u16) -> PathBuf {
        let ending = format!("-shard-{number}-of-{count}.db");
        let mut files = std::fs::read_dir(self.results()).unwrap().map(|entry| entry.unwrap().path());
        files.find(|file| file.to_str().unwrap().ends_with(&ending)).unwrap()
    }

    /// One part, run with what `scan` brings along.
    pub fn shard(&self, scan: Scan, number: u16, count: u16) -> Run {
        let state = self.folder.path().join("shards");
        let scan = scan.state(&state).args(&self.options).arg("--shard").arg(format!("{number}/{count}"));
        scan.args("--progress none --results-url").arg(self.results().to_str().unwrap()).run()
    }

    fn merge(&self, options: &str) -> Run {
        let merge = scan().state(&self.state()).arg("merge").arg(self.results().to_str().unwrap());
        merge.args("--format json").args(options).run()
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("merged")
    }

    /// The parts with these numbers, merged: as the store has the scan, and what the merge said.
    pub fn merged(&self, scan: impl Fn() -> Scan, numbers: &[u16], count: u16) -> (ScanReport, Run) {
        for number in numbers {
            let run = self.shard(scan(), *number, count);
            assert!(matches!(run.code, Some(0 | 3)), "{}", run.stderr);
        }
        let run = self.merge("");
        (newest(&self.state()), run)
    }

    /// The same scan on one machine.
    pub fn whole(&self, scan: Scan) -> (ScanReport, Run) {
        let state = self.folder.path().join("whole");
        let run = scan.state(&state).args(&self.options).args("--progress none --format json").run();
        (newest(&state), run)
    }
}

fn newest(state: &Path) -> ScanReport {
    let store = Store::open_read_only(state).unwrap();
    let record = store.list(&Filter::default()).unwrap().remove(0);
    store.report(&record.header.id).unwrap()
}

fn timeless(jobs: &[Job]) -> Vec<Job> {
    jobs.iter().map(|job| Job { started_at: None, ended_at: None, ..job.clone() }).collect()
}

/// Asserts that two scans come to the same in all but ids, times and the number of calls.
#[track_caller]
pub fn same((merged, merge): &(ScanReport, Run), (whole, run): &(ScanReport, Run)) {
    assert_eq!(merge.code, run.code, "{}", merge.stderr);
    assert_eq!((merged.status, &merged.status_reason), (whole.status, &whole.status_reason));
    assert_eq!(merged.header.regions, whole.header.regions);
    assert_eq!(timeless(&merged.jobs), timeless(&whole.jobs));
    assert_eq!(merged.warnings, whole.warnings);
    assert_eq!(merged.assets.len(), whole.assets.len());
    assert!(merged.assets == whole.assets && merged.results == whole.results && merged.ledger == whole.ledger);
    assert_eq!(merged.checks, whole.checks);
    let counts = |report: &ScanReport| {
        let summary = report.summary.clone();
        (summary.assets, summary.assets_by_type, summary.results, summary.findings, summary.checks, summary.evidence)
    };
    assert_eq!(counts(merged), counts(whole));
    let alike = |report: &Value, key: &str| report[key].clone();
    for key in ["assets", "frameworks", "warnings"] {
        assert_eq!(alike(&merge.json(), key), alike(&run.json(), key), "{key}");
    }
}

/// Of four regions and two sweeps.
const FOUR: &str = "--mock partial --profile mvp15 --region us-east-1,eu-west-1,ap-south-1,ap-northeast-1";

#[test]
fn parts_come_to_what_one_machine_finds() {
    let whole = Fleet::of(FOUR).whole(scan());
    assert!(whole.0.status == ScanStatus::Partial && whole.0.results.len() > 50);
    for count in [1, 2, 3, 7] {
        let fleet = Fleet::of(FOUR);
        let numbers: Vec<u16> = (1..=count).collect();
        same(&fleet.merged(scan, &numbers, count), &whole);
    }
}

#[test]
fn accepted_findings_and_frameworks_are_those_of_the_whole() {
    let rules = "suppressions:
  - {check: aws-s3-bucket-is-not-public, region: eu-west-1, reason: static site, owner: web}
  - {check: aws-s3-bucket-is-not-public, resource: nowhere, reason: gone, owner: web}
  - {check: aws-ec2-security-group-ssh-is-restricted, reason: bastion, owner: net, expires: 2020-01-01}
";
    let fleet = Fleet::of("--mock --framework cis-aws-5.0 --region us-east-1,eu-west-1 --name nightly");
    let with_rules = || scan().file(".posture-scan/suppressions.yaml", rules).folder(fleet.folder.path());
    std::fs::create_dir(fleet.folder.path().join(".posture-scan")).unwrap();
    std::fs::write(fleet.folder.path().join(".posture-scan/suppressions.yaml"), rules).unwrap();
    let whole = fleet.whole(with_rules());
    let merged = fleet.merged(with_rules, &[1, 2, 3], 3);
    assert!(whole.0.warnings.iter().any(|warning| warning.code == "suppression_unmatched"), "{:?}", whole.0.warnings);
    assert_eq!(merged.0.header.name.as_deref(), Some("nightly"));
    assert!(!merged.0.frameworks.is_empty());
    same(&merged, &whole);
}

#[test]
fn a_part_that_runs_again_replaces_its_result() {
    let fleet = Fleet::of(FOUR);
    let (merged, _) = fleet.merged(scan, &[1, 2, 3, 2], 3);
    assert_eq!(std::fs::read_dir(fleet.results()).unwrap().count(), 3);
    assert_eq!(merged.status, ScanStatus::Partial);
    let (whole, _) = fleet.whole(scan());
    assert!(merged.results == whole.results);
}

#[test]
fn a_part_without_a_result_has_failed_jobs_and_unknown_checks() {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1,eu-west-1,eu-central-1");
    let (merged, run) = fleet.merged(scan, &[1, 3], 3);
    let run = run.exit_code(3).says(&["merged 2 of 3 shards", "missing: 2/3"]);
    let failed: Vec<&str> = merged.jobs.iter().filter(|job| job.status == JobStatus::Failed).map(|job| job.id.as_str()).collect();
    assert_eq!(failed, ["discovery:eu-west-1", "compliance:eu-west-1", "registries"]);
    assert_eq!(merged.status, ScanStatus::Partial);
    assert_eq!(merged.jobs.len(), 8);
    let note = merged.warnings.iter().find(|warning| warning.code == "shards_missing").unwrap();
    assert!(note.message.contains("2/3") && note.message.contains("eu-west-1"), "{}", note.message);
    // Nothing is silently absent: what the part would have told is unknown.
    let (whole, _) = fleet.whole(scan());
    let places = |report: &ScanReport| -> Vec<(String, String)> {
        report.ledger.iter().map(|entry| (entry.check_id.clone(), entry.region.clone())).collect()
    };
    assert_eq!(places(&merged), places(&whole));
    let is_lost = |entry: &&LedgerEntry| entry.region == "eu-west-1" && !entry.check_id.starts_with("aws-eks-");
    let lost = merged.ledger.iter().filter(is_lost);
    assert!(lost.clone().count() > 3 && lost.clone().all(|entry| entry.unknown == 1 && entry.pass + entry.fail == 0));
    assert!(run.json()["warnings"].to_string().contains("run it again, then merge again"));
    let id = merged.header.id.clone();
    let table = scan().state(&fleet.state()).args("report --format table").arg(&id).run();
    assert!(table.stdout.contains("→ run it again, then merge again"), "{}", table.stdout);
    // And once it is there, nothing is missing.
    let merged = fleet.merged(scan, &[2], 3);
    same(&merged, &fleet.whole(scan()));
}

#[test]
fn what_a_part_was_to_look_at_can_be_scanned_after_the_merge() {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1,eu-west-1,eu-central-1");
    fleet.merged(scan, &[1, 3], 3).1.exit_code(3);
    scan().state(&fleet.state()).args("resume last --format json --progress none").run().exit_code(0);
    let (resumed, (whole, _)) = (newest(&fleet.state()), fleet.whole(scan()));
    assert_eq!(resumed.status, ScanStatus::Completed);
    assert!(resumed.assets == whole.assets && resumed.results == whole.results && resumed.ledger == whole.ledger);
    assert_eq!(resumed.warnings, whole.warnings);
}

#[test]
fn results_of_other_plans_are_refused_until_one_is_named() {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1,eu-west-1");
    fleet.shard(scan(), 1, 2).exit_code(0);
    fleet.shard(scan(), 1, 3).exit_code(0);
    let refused = fleet.merge("").exit_code(2).says(&["different plans", "1 of 2 shards", "1 of 3 shards", "--plan"]);
    assert!(!fleet.state().join("scans.db").exists() && refused.stdout.is_empty());
    let names: Vec<String> =
        std::fs::read_dir(fleet.results()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let plan = names.iter().find_map(|name| name.strip_suffix("-shard-1-of-2.db")).unwrap().trim_start_matches("posture-scan-");
    fleet.merge(&format!("--plan {plan}")).exit_code(3).says(&["merged 1 of 2 shards"]);
    fleet.merge("--plan ffffffffffffffffff").exit_code(2).says(&["no shard's result of a plan"]);
    fleet.merge("--max-age 0m").exit_code(2).says(&["is left out", "that is young enough"]);
}

#[test]
fn what_is_no_result_is_refused_by_its_name() {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1,eu-west-1");
    fleet.merge("").exit_code(2).says(&["cannot read", "results"]);
    std::fs::create_dir(fleet.results()).unwrap();
    fleet.merge("").exit_code(2).says(&["there is no shard's result in", "--shard I/N"]);
    fleet.shard(scan(), 1, 2).exit_code(0);
    let first = std::fs::read_dir(fleet.results()).unwrap().next().unwrap().unwrap().path();
    let other = first.to_str().unwrap().replace("shard-1-of-2", "shard-2-of-2");
    std::fs::copy(&first, &other).unwrap();
    fleet.merge("").exit_code(2).says(&["shard-2-of-2.db", "it is shard 1/2 of plan"]);
    std::fs::write(&other, "not a database at all, but long enough to look like something").unwrap();
    fleet.merge("").exit_code(2).says(&["shard-2-of-2.db", "run that shard again"]);
    std::fs::write(fleet.results().join("notes.txt"), "x").unwrap();
    std::fs::remove_file(&other).unwrap();
    fleet.merge("").exit_code(3);
}

#[test]
fn the_environment_says_which_part_it_is() {
    for name in ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"] {
        let run = scan()
            .args("--mock --profile mvp15 --region us-east-1,eu-west-1 --format json --progress none --shards 3 --results-url results")
            .env(name, "1")
            .run()
            .exit_code(0)
            .says(&["shard 2/3 left its result: results/posture-scan-"]);
        assert_eq!(run.json()["scan"]["regions"], serde_json::json!(["us-east-1"]));
    }
    scan().args("--mock --shards 3 --results-url r").run().exit_code(2).says(&["JOB_COMPLETION_INDEX", "--shard 1/3"]);
}

#[test]
fn more_parts_than_there_is_work_for_end_well() {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1");
    fleet.shard(scan(), 9, 9).exit_code(0).says(&["shard 9/9 has nothing to do and left an empty result: "]);
    assert_eq!(std::fs::read_dir(fleet.results()).unwrap().count(), 1);
}

#[test]
fn what_a_part_cannot_be_is_refused() {
    let table = [
        ("--shard 2/3", "needs --results-url"),
        ("--results-url r", "--results-url needs --shard"),
        ("--shard 4/3 --results-url r", "such as 2/5"),
        ("--shard 1/3 --results-url gs://x", "name a folder, or s3://BUCKET/PREFIX"),
        ("--shard 1/3 --results-url r --type incremental", "--type incremental"),
        ("--shard 1/3 --results-url r --fail-on high", "give --fail-on to `scan merge`"),
        ("--shard 1/3 --results-url r --wait", "--wait"),
        ("--shard 1/3 --shards 3 --results-url r", "--shards"),
        ("--shard 1/3 --results-url r --no-store", "--no-store"),
        ("--shard 1/3 --results-url r --state-dir s", "--state-dir does nothing for a shard"),
        ("--shard 1/3 --results-url /dev/null/r", "/dev/null/r"),
    ];
    for (options, part) in table {
        scan().args("--mock --progress none").args(options).run().exit_code(2).says(&[part]);
    }
    let project = scan().file("posture-scan.toml", "results-url = \"s3://theirs\"\n").args("--mock --shard 1/2");
    project.run().exit_code(2).says(&["not for a project's file to say"]);
}

#[test]
fn a_merged_scan_is_stored_and_judged_like_any_other() {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1,eu-west-1");
    fleet.shard(scan(), 1, 2).exit_code(0);
    fleet.shard(scan(), 2, 2).exit_code(0);
    fleet.merge("--fail-on critical").exit_code(1);
    let again = fleet.merge("--fail-on new:low --jsonl lines.jsonl").exit_code(0).says(&["new findings: 0"]);
    let lines = again.file("lines.jsonl");
    assert_eq!(lines.lines().filter(|line| line.starts_with("{\"type\":\"job\"")).count(), 6, "{lines}");
    let listed = scan().state(&fleet.state()).args("history --json").run().exit_code(0).json();
    assert_eq!(listed["scans"].as_array().map(Vec::len), Some(2), "{listed}");
    scan().state(&fleet.state()).args("show last").run().exit_code(0);
    // The parts themselves are in nobody's way.
    assert!(!fleet.folder.path().join("shards/scans.db").exists());
}

#[test]
fn a_plan_tells_what_a_part_would_do() {
    let plan = scan().args("plan --json --mock --region us-east-1,eu-west-1 --shard 1/2").run().exit_code(0).json();
    let jobs: Vec<&str> = plan["jobs"].as_array().unwrap().iter().map(|job| job["id"].as_str().unwrap()).collect();
    assert_eq!(jobs, ["discovery:eu-west-1", "compliance:eu-west-1", "clusters"]);
    scan().args("plan --save --mock --shard 1/2").run().exit_code(2).says(&["leave out --shard"]);
}

/// Two parts of two regions, and what is done to the result of the second.
fn spoilt(statements: &str) -> Fleet {
    let fleet = Fleet::of("--mock --profile mvp15 --region us-east-1,eu-west-1");
    fleet.shard(scan(), 1, 2).exit_code(0);
    fleet.shard(scan(), 2, 2).exit_code(0);
    let connection = rusqlite::Connection::open(fleet.result(2, 2)).unwrap();
    connection.execute_batch(statements).unwrap();
    fleet
}

#[test]
fn a_result_is_not_believed_what_it_says_of_itself() {
    let fleet = spoilt("");
    std::fs::copy(fleet.result(1, 2), fleet.result(2, 2)).unwrap();
    let connection = rusqlite::Connection::open(fleet.result(2, 2)).unwrap();
    assert_eq!(connection.execute("UPDATE t_scan SET request = replace(request, '1/2', '2/2')", ()).unwrap(), 1);
    drop(connection);
    fleet.merge("").exit_code(2).says(&["shard-2-of-2.db does not fit the other results", "is not shard 2/2's"]);
    for (statements, part) in [
        ("UPDATE t_scan SET account_id = '999999999999'", "other accounts than"),
        ("UPDATE t_scan SET name = 'mine'", "other options than"),
        ("DELETE FROM t_scan_check WHERE position = 3", "other checks than"),
        ("CREATE VIEW v AS SELECT 1", "its tables are other ones"),
        ("PRAGMA user_version = 1", "made by an older one"),
    ] {
        spoilt(statements).merge("").exit_code(2).says(&["shard-2-of-2.db", part]);
    }
}

#[test]
fn a_result_says_neither_where_to_sign_in_nor_which_files_to_read() {
    let request =
        "json_set(request, '$.endpoint_url', 'https://evil.example', '$.aws_profile', 'root', '$.checks_dirs', json('[\"/evil\"]'),
        '$.suppressions', json('[\"/etc/hostname\", \"suppressions: []\"]'))";
    let fleet = spoilt(&format!("UPDATE t_scan SET request = {request}"));
    std::fs::remove_file(fleet.result(1, 2)).unwrap();
    fleet.merge("").exit_code(3);
    let store = Store::open_read_only(&fleet.state()).unwrap();
    let stored = store.request(&store.list(&Filter::default()).unwrap()[0].header.id).unwrap();
    assert_eq!((stored.endpoint_url, stored.aws_profile), (None, None));
    assert!(stored.checks_dirs.is_empty() && !stored.suppressions.unwrap().0.starts_with("/etc"));
}

#[test]
fn results_of_another_time_are_told_of_or_left_out() {
    let old = spoilt("UPDATE t_scan SET started_at = '2020-01-01T00:00:00Z'");
    let warnings = old.merge("").exit_code(0).json()["warnings"].to_string();
    assert!(warnings.contains("shards_apart") && warnings.contains("2/2 of 2020-01-01T00:00:00Z"), "{warnings}");
    old.merge("--max-age 3h").exit_code(3).says(&["shard-2-of-2.db began at 2020", "is left out"]);
    let future = spoilt("UPDATE t_scan SET started_at = '2999-01-01T00:00:00Z'");
    future.merge("--max-age 3h").exit_code(3).says(&["in the future, and is left out"]);
}

#[test]
fn what_cannot_be_read_of_another_plan_is_in_nobodys_way() {
    let fleet = spoilt("");
    let other = fleet.results().join("posture-scan-ffffffffffffffff-shard-1-of-2.db");
    std::fs::write(&other, "no database").unwrap();
    fleet.merge("").exit_code(0).says(&["note: left out: posture-scan-ffffffffffffffff-shard-1-of-2.db"]);
    fleet.merge("--plan ff").exit_code(2).says(&["posture-scan-ffffffffffffffff-shard-1-of-2.db"]);
}

#[cfg(unix)]
#[test]
fn only_regular_files_of_the_folder_are_read() {
    let fleet = spoilt("");
    let aside = fleet.folder.path().join("aside.db");
    let place = fleet.result(2, 2);
    std::fs::rename(&place, &aside).unwrap();
    std::os::unix::fs::symlink(&aside, &place).unwrap();
    fleet.merge("").exit_code(2).says(&["shard-2-of-2.db", "no regular file"]);
}

#[test]
fn a_result_that_cannot_be_left_is_kept() {
    let fleet = spoilt("");
    let place = fleet.result(2, 2);
    std::fs::remove_file(&place).unwrap();
    std::fs::create_dir(&place).unwrap();
    let run = fleet.shard(scan(), 2, 2).exit_code(2).says(&["the result is kept", "cp "]);
    let words: Vec<&str> = run.stderr.split_whitespace().collect();
    let kept = words.iter().position(|word| *word == "cp").map(|at| Path::new(words[at + 1])).unwrap();
    assert!(kept.is_file(), "{}", run.stderr);
    std::fs::remove_dir(&place).unwrap();
    std::fs::copy(kept, &place).unwrap();
    std::fs::remove_dir_all(kept.parent().unwrap()).unwrap();
    fleet.merge("").exit_code(0);
}
