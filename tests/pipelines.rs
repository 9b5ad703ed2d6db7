//! What other people's pipelines run: the action, the release, the image. They cannot run here; what they name must be there.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failure here is a failed test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn yaml(path: &str) -> Value {
    serde_saphyr::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The words that stand after `before` in `text`, up to the first character that is no part of a name.
fn named<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    let name = |rest: &'a str| rest.split(|character: char| !(character.is_alphanumeric() || "-_".contains(character))).next();
    text.split(before).skip(1).filter_map(name).collect()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_action_uses_every_input_that_it_has_and_no_other() {
    let (text, action) = (read("action.yml"), yaml("action.yml"));
    assert_eq!(named(&text, "inputs."), keys(&action["inputs"]));
    for (name, input) in action["inputs"].as_object().unwrap() {
        assert!(input["description"].as_str().is_some_and(|text| text.len() > 10), "{name} has no description");
    }
    let steps = action["runs"]["steps"].as_array().unwrap();
    let ids: BTreeSet<&str> = steps.iter().filter_map(|step| step["id"].as_str()).collect();
    assert_eq!(named(&text, "steps."), ids);
    for step in steps.iter().filter(|step| step["run"].is_string()) {
        assert!(step["shell"].is_string(), "a composite action's step must name its shell: {step}");
        assert!(!step["run"].as_str().unwrap().contains("${{"), "an expression would be part of the script: {step}");
    }
}

#[test]
fn every_variable_that_the_action_sets_is_read() {
    let action = yaml("action.yml");
    let scripts = read(".github/action/install") + &read(".github/action/run");
    let shown: Value = serde_json::from_str(&options()).unwrap();
    let known: BTreeSet<String> = shown["options"].as_array().unwrap().iter().map(|one| variable(&one["name"])).collect();
    for step in action["runs"]["steps"].as_array().unwrap() {
        for name in step["env"].as_object().into_iter().flat_map(|variables| variables.keys()) {
            let is_option = known.contains(name);
            let is_read = scripts.contains(name) || step["run"].as_str().unwrap().contains(name);
            assert!(is_option || is_read || name == "GH_TOKEN", "{name} is set and nobody reads it");
        }
    }
    let outputs =
        scripts.lines().filter(|line| line.contains("echo \"")).flat_map(|line| named(line, "echo \"")).collect::<BTreeSet<_>>();
    for output in action["outputs"].as_object().unwrap().values() {
        let value = output["value"].as_str().unwrap();
        assert!(named(value, "outputs.").iter().all(|name| outputs.contains(name)), "{value} is never written");
    }
}

/// Every option of a scan, as the binary lists them.
fn options() -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_scan"));
    command.args(["config", "show", "--json"]).current_dir(folder.path()).env_clear();
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

fn variable(option: &Value) -> String {
    format!("POSTURE_SCAN_{}", option.as_str().unwrap().to_uppercase().replace('-', "_"))
}

#[test]
fn printed_manifests_leave_what_starts_to_the_image() {
    let image = read("Dockerfile");
    assert!(image.contains("COPY --from=build /scan /scan") && image.contains("\nENTRYPOINT [\"/scan\"]"), "{image}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_scan"));
    command.args(["schedule", "print", "--weekly", "--for", "kubernetes", "--image", "registry.example/scan:1"]);
    let printed = String::from_utf8(command.env_clear().output().unwrap().stdout).unwrap();
    assert!(printed.contains("\n              args:\n") && !printed.contains("command:"), "{printed}");
}

#[test]
fn the_action_installs_what_the_release_makes() {
    let release = yaml(".github/workflows/release.yml");
    let matrix = release["jobs"]["build"]["strategy"]["matrix"]["include"].as_array().unwrap();
    let made: BTreeSet<&str> = matrix.iter().map(|one| one["target"].as_str().unwrap()).collect();
    assert_eq!(made.len(), 5);
    let install = read(".github/action/install");
    assert_eq!(named(&install, "target=").into_iter().collect::<BTreeSet<_>>(), made);
    let gitlab = read("docs/gitlab-ci.md");
    assert!(gitlab.contains("posture-scan-x86_64-unknown-linux-musl.tar.gz") && made.contains("x86_64-unknown-linux-musl"));
}

#[test]
fn the_variables_of_the_gitlab_job_are_settings() {
    let text = read("docs/gitlab-ci.md");
    let job = text.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let job: Value = serde_saphyr::from_str(job).unwrap();
    let shown = options();
    for name in keys(&job["posture-scan"]["variables"]).into_iter().filter_map(|name| name.strip_prefix("POSTURE_SCAN_")) {
        assert!(shown.contains(&format!("\"{}\"", name.to_lowercase().replace('_', "-"))), "{name}");
    }
    let junit = job["posture-scan"]["artifacts"]["reports"]["junit"].as_str().unwrap();
    assert!(job["posture-scan"]["script"].to_string().contains(&format!("junit={junit}")));
}

#[cfg(unix)]
mod installing {
    use super::*;

    /// Runs the installer against a release in a folder.
    fn install(release: &Path, work: &Path, version: &str) -> Output {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/action/install");
        Command::new("bash")
            .arg(script)
            .env("RUNNER_OS", "Linux")
            .env("RUNNER_ARCH", "X64")
            .env("RUNNER_TEMP", work)
            .env("GITHUB_PATH", work.join("path"))
            .env("GITHUB_OUTPUT", work.join("output"))
            .env("POSTURE_RELEASE", version)
            .env("POSTURE_BASE", format!("file://{}", release.display()))
            .env_remove("GH_TOKEN")
            .output()
            .unwrap()
    }

    #[test]
    fn only_a_binary_with_the_right_checksum_is_installed() {
        let work = tempfile::tempdir().unwrap();
        let release = work.path().join("release");
        let files = release.join("download/v9");
        fs::create_dir_all(&files).unwrap();
        let archive = files.join("posture-scan-x86_64-unknown-linux-musl.tar.gz");
        let pack = format!(
            "cd {} && mkdir pack && printf '#!/bin/sh\\necho scan 9.9.9\\n' > pack/scan && chmod +x pack/scan && tar -czf {} -C pack . \
             && cd {} && sha256sum posture-scan* > SHA256SUMS",
            work.path().display(),
            archive.display(),
            files.display()
        );
        assert!(Command::new("bash").args(["-c", &pack]).status().unwrap().success());
        let good = install(&release, work.path(), "v9");
        assert!(good.status.success(), "{}", String::from_utf8_lossy(&good.stderr));
        assert_eq!(fs::read_to_string(work.path().join("output")).unwrap(), "version=9.9.9\n");
        let folder = fs::read_to_string(work.path().join("path")).unwrap();
        assert!(Path::new(folder.trim()).join("scan").is_file());

        for refused in ["v10", "../v9", "v9; echo"] {
            assert!(!install(&release, work.path(), refused).status.success(), "{refused}");
        }
        let mut bytes = fs::read(&archive).unwrap();
        bytes.push(0);
        fs::write(&archive, bytes).unwrap();
        assert!(!install(&release, work.path(), "v9").status.success(), "a changed archive was installed");
        fs::write(files.join("SHA256SUMS"), "").unwrap();
        assert!(!install(&release, work.path(), "v9").status.success(), "an archive without a checksum was installed");
        assert_eq!(fs::read_to_string(work.path().join("output")).unwrap().lines().count(), 1);
    }

    /// Runs the action's scan of the demo account with more arguments.
    fn scanned(work: &Path, arguments: &str) -> Output {
        let bin = Path::new(env!("CARGO_BIN_EXE_scan")).parent().unwrap();
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
        Command::new("bash")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/action/run"))
            .current_dir(work)
            .env("PATH", path)
            .env("HOME", work)
            .env("XDG_CONFIG_HOME", work)
            .env("RUNNER_TEMP", work)
            .env("GITHUB_OUTPUT", work.join("output"))
            .env("GITHUB_STEP_SUMMARY", work.join("summary"))
            .env("POSTURE_SCAN_STATE_DIR", work.join("state"))
            .env("POSTURE_SCAN_MOCK", "demo")
            .env("POSTURE_SCAN_FAIL_ON", "low")
            .env("POSTURE_SCAN_PROFILE", "")
            .env("POSTURE_ARGS", arguments)
            .output()
            .unwrap()
    }

    #[test]
    fn arguments_with_an_open_quote_scan_nothing_and_blank_ones_are_none() {
        let work = tempfile::tempdir().unwrap();
        for open in ["--allow-partial --name=x 'y --fail-on high", "--name \"", "--name bob's"] {
            let output = scanned(work.path(), open);
            assert_eq!(output.status.code(), Some(2), "{open}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("::error::the input args"), "{open}");
            assert!(!work.path().join("output").exists() && !work.path().join("state").exists(), "{open}: it scanned");
        }
        assert!(scanned(work.path(), " \n").status.success());
        assert!(fs::read_to_string(work.path().join("output")).unwrap().starts_with("exit-code=1\n"));
    }

    #[test]
    fn only_the_findings_of_a_scan_that_saw_everything_are_uploaded() {
        for (arguments, expected) in [
            ("--mock demo", "exit-code=1\nupload=true\n"),
            ("--mock partial", "exit-code=3\nupload=false\n"),
            ("--mock partial --allow-partial", "exit-code=1\nupload=false\n"),
            ("--mock denied", "exit-code=4\nupload=false\n"),
        ] {
            let work = tempfile::tempdir().unwrap();
            let output = scanned(work.path(), arguments);
            let outputs = fs::read_to_string(work.path().join("output")).unwrap();
            assert!(outputs.starts_with(expected), "{arguments}: {outputs}");
            let is_told = String::from_utf8_lossy(&output.stdout).contains("::warning::the findings are not uploaded");
            assert_eq!(is_told, expected.contains("upload=false"), "{arguments}");
        }
    }

    #[test]
    fn the_actions_scan_leaves_its_reports_and_its_exit_code() {
        let work = tempfile::tempdir().unwrap();
        let output = scanned(work.path(), "--name 'of the $(touch hacked) night'");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let outputs = fs::read_to_string(work.path().join("output")).unwrap();
        assert!(outputs.starts_with("exit-code=1\nupload=true\nsarif=/"), "{outputs}");
        let json = outputs.lines().find_map(|line| line.strip_prefix("json=")).unwrap();
        let report: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
        assert_eq!(report["scan"]["name"], "of the $(touch hacked) night");
        assert!(!work.path().join("hacked").exists());
        let summary = fs::read_to_string(work.path().join("summary")).unwrap();
        assert!(summary.lines().any(|line| line.starts_with('#')) && summary.contains("111122223333"), "{summary}");
    }
}
