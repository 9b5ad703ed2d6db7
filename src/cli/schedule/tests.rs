//! What the units say, and what is refused.

use serde_json::Value;

use super::*;

const HOSTILE: [&str; 4] = ["--name", r#"it's 100% "$HOME"\ {{ x }}"#, "--profile", "mvp15"];

fn unit(cadence: Cadence, options: &[&str]) -> Unit {
    let given: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
    Unit { cadence, options: checked(cadence, &cadence.options(), &given).expect("options of a scan") }
}

fn documents(yaml: &str) -> Vec<Value> {
    yaml.split("\n---\n").map(|document| serde_saphyr::from_str(document).expect("YAML")).collect()
}

/// What a shell makes of the words after the first `skip` fields of `line`.
fn words(line: &str) -> Vec<String> {
    let output = std::process::Command::new("sh").arg("-c").arg(format!("printf '%s\\n' {line}")).output().expect("a shell");
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

fn all(cadence: Cadence, options: &[&str]) -> Vec<String> {
    cadence.options().iter().chain(options).map(|option| (*option).to_owned()).collect()
}

#[test]
fn cron_runs_the_scan_with_exactly_these_options() {
    let text = cron::line(&unit(Cadence::Weekly, &HOSTILE), "/opt/my tools/scan");
    let line = text.lines().last().expect("a line");
    let command = line.strip_prefix("17 1 * * 0 ").expect("Sunday night").replace(r"\%", "%");
    assert_eq!(words(&command)[0], "/opt/my tools/scan");
    assert_eq!(words(&command)[1..], all(Cadence::Weekly, &HOSTILE));
}

#[test]
fn a_workflow_runs_the_scan_with_exactly_these_options_and_keeps_its_state() {
    let mut options = HOSTILE.map(str::to_owned).to_vec();
    github::add_report(&mut options).expect("options");
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let document = &documents(&github::workflow(&unit(Cadence::Daily, &options)))[0];
    assert_eq!(document["on"]["schedule"][0]["cron"], "17 3 * * *");
    let job = &document["jobs"]["scan"];
    let steps = job["steps"].as_array().expect("steps");
    let command = steps.iter().find_map(|step| step["run"].as_str()).expect("a command");
    let expected: Vec<String> = std::iter::once("scan".to_owned()).chain(all(Cadence::Daily, &HOSTILE)).collect();
    assert_eq!(words(command), [expected, ["--sarif", "posture.sarif"].map(str::to_owned).to_vec()].concat());
    let paths: Vec<_> = steps.iter().filter_map(|step| step["with"]["path"].as_str()).collect();
    assert_eq!(paths.len(), 2, "restored first and saved last");
    assert_eq!(paths[0], paths[1]);
    for refused in [vec!["--sarif".to_owned(), "x".to_owned()], vec!["--name".to_owned(), "${{ secrets.x }}".to_owned()]] {
        assert!(github::add_report(&mut refused.clone()).is_err(), "{refused:?}");
    }
    assert_eq!(job["env"]["POSTURE_SCAN_STATE_DIR"], steps[0]["with"]["path"]);
}

#[test]
fn a_cron_job_runs_the_scan_with_exactly_these_options_on_its_volume() {
    let documents = documents(&kubernetes::manifest(&unit(Cadence::Daily, &HOSTILE), "registry/scan:1"));
    let kinds: Vec<_> = documents.iter().map(|document| document["kind"].as_str().unwrap_or_default()).collect();
    assert_eq!(kinds, ["ServiceAccount", "PersistentVolumeClaim", "CronJob"]);
    let pod = &documents[2]["spec"]["jobTemplate"]["spec"]["template"]["spec"];
    let container = &pod["containers"][0];
    let arguments: Vec<String> = serde_json::from_value(container["args"].clone()).expect("texts");
    assert_eq!(arguments, all(Cadence::Daily, &HOSTILE));
    assert_eq!(container["image"], "registry/scan:1");
    // The entry point of the image is `scan`, wherever it has that.
    assert!(container.get("command").is_none(), "{container}");
    assert_eq!(pod["serviceAccountName"], documents[0]["metadata"]["name"]);
    assert_eq!(pod["volumes"][0]["persistentVolumeClaim"]["claimName"], documents[1]["metadata"]["name"]);
    let mount = container["volumeMounts"][0]["mountPath"].as_str().expect("a path");
    assert!(container["env"][0]["value"].as_str().expect("a path").starts_with(mount));
}

#[test]
fn systemd_gets_a_service_and_a_timer() {
    let text = systemd::units(&unit(Cadence::Daily, &["--profile", "mvp15"]), "/usr/bin/scan");
    assert!(text.contains("\nExecStart=/usr/bin/scan --type incremental --if-older-than 20h --wait --profile mvp15\n"), "{text}");
    assert!(text.contains("---- posture-scan-daily.service") && text.contains("---- posture-scan-daily.timer"), "{text}");
    assert!(text.contains("\nOnCalendar=*-*-* 03:17:00\n") && text.contains("\nPersistent=true\n"), "{text}");
}

#[test]
fn what_could_not_be_scheduled_is_refused() {
    let refusal = |options: &[&str]| {
        let given: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        checked(Cadence::Daily, &Cadence::Daily.options(), &given).expect_err("a refusal").message
    };
    assert!(refusal(&["--type", "quick"]).contains("comes from --daily"));
    assert!(refusal(&["--if-older-than=1h"]).contains("comes from --daily"));
    assert!(refusal(&["--profil", "x"]).contains("--profil"));
    assert!(refusal(&["checks", "lint"]).contains("only a scan"));
    assert!(refusal(&["--name", "a\nb"]).contains("line break"));
}

fn parts(cadence: Cadence, options: &[&str]) -> (Fleet, shards::Parts) {
    let results = "s3://results-1/posture".parse().expect("an address");
    let fleet = Fleet::wanted(Scheduler::Kubernetes, Some(5), Some(results)).expect("a fleet").expect("several machines");
    let given: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
    let parts = fleet.parts(cadence, &given).expect("options of a scan");
    (fleet, parts)
}

#[test]
fn an_indexed_job_scans_the_parts_and_a_later_one_merges_them() {
    let (fleet, parts) = parts(Cadence::Daily, &[HOSTILE.as_slice(), &["--fail-on", "high"]].concat());
    let documents = documents(&kubernetes::sharded(&fleet, &parts, "registry/scan:1"));
    let kinds: Vec<_> = documents.iter().map(|document| document["kind"].as_str().unwrap_or_default()).collect();
    assert_eq!(kinds, ["ServiceAccount", "PersistentVolumeClaim", "CronJob", "CronJob"]);
    let (scan, merge) = (&documents[2]["spec"], &documents[3]["spec"]);
    let job = &scan["jobTemplate"]["spec"];
    assert_eq!((&job["completionMode"], &job["completions"], &job["parallelism"]), (&"Indexed".into(), &5.into(), &5.into()));
    let arguments = |job: &Value| -> Vec<String> {
        serde_json::from_value(job["jobTemplate"]["spec"]["template"]["spec"]["containers"][0]["args"].clone()).expect("texts")
    };
    assert_eq!(arguments(scan)[2..6], HOSTILE);
    assert!(
        arguments(scan)
            .ends_with(&["--shards", "5", "--results-url", "s3://results-1/posture/", "--allow-partial"].map(str::to_owned))
    );
    assert_eq!(arguments(merge), ["merge", "s3://results-1/posture/", "--max-age", "3h", "--fail-on", "high"]);
    assert_eq!((&scan["schedule"], &merge["schedule"]), (&"17 3 * * *".into(), &"27 4 * * *".into()));
    // Between the two schedules lie 70 minutes.
    let seconds = |value: &Value| value.as_u64().expect("seconds");
    assert!(seconds(&scan["startingDeadlineSeconds"]) + seconds(&job["activeDeadlineSeconds"]) < 70 * 60);
}

#[test]
fn batch_gets_an_array_job_and_a_merge_that_follows_whatever_became_of_it() {
    let (fleet, parts) = parts(Cadence::Weekly, &HOSTILE);
    let text = batch::commands(&fleet, &parts, "registry/scan:1").expect("commands");
    // What the shell makes of it, with a stand-in for the CLI.
    let script = format!(
        "sleep() {{ asked=more; }}
aws() {{
  printf '%s\\0' \"$@\" >&2; printf '\\1' >&2
  case $2-$asked in describe-jobs-more) echo FAILED ;; describe-jobs-*) echo RUNNABLE ;; submit-job-*) echo id-1 ;; esac
}}
{text}"
    );
    let output = std::process::Command::new("sh").arg("-c").arg(script).output().expect("a shell");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(output.status.success(), "{said}");
    let calls: Vec<Vec<&str>> = said.split_terminator('\u{1}').map(|call| call.split_terminator('\0').collect()).collect();
    let document = |call: &[&str]| -> Value { serde_json::from_str(call.last().expect("words")).expect("JSON") };
    let commands: Vec<&str> = calls.iter().map(|call| call[1]).collect();
    let register = "register-job-definition";
    assert_eq!(commands, [register, register, "submit-job", "describe-jobs", "describe-jobs", "submit-job"]);
    assert!(calls[3].contains(&"id-1") && calls[4] == calls[3], "{:?}", calls[3]);
    let command: Vec<String> =
        serde_json::from_value(document(&calls[0])["containerProperties"]["command"].clone()).expect("texts");
    assert_eq!(command, parts.scan);
    assert_eq!(document(&calls[1])["containerProperties"]["command"], serde_json::json!(parts.merge));
    assert_eq!(document(&calls[2])["arrayProperties"]["size"], 5);
    assert_eq!(document(&calls[2])["jobDefinition"], document(&calls[0])["jobDefinitionName"]);
    assert_eq!(document(&calls[5])["jobDefinition"], document(&calls[1])["jobDefinitionName"]);
    assert!(!text.contains("depends-on"), "{text}");
    assert!(batch::commands(&fleet, &parts_with_reference(&fleet), "x").is_err());
}

fn parts_with_reference(fleet: &Fleet) -> shards::Parts {
    fleet.parts(Cadence::Daily, &["--name".to_owned(), "Ref::x".to_owned()]).expect("options of a scan")
}
