//! Settings that nobody types: files and variables, which of them holds, and what is said of those that cannot be understood.

use serde_json::Value;

use crate::support::{run::Scan, scan};

/// What holds for one option, and where it is from.
fn shown(run: Scan, option: &str) -> (Value, String, Value) {
    let document = run.args("config show --json").run().exit_code(0).json();
    let options = document["options"].as_array().unwrap();
    let one = options.iter().find(|one| one["name"] == option).unwrap_or_else(|| panic!("no {option} in {document}"));
    (one["value"].clone(), one["source"].as_str().unwrap().to_owned(), one["from"].clone())
}

fn user_file(content: &str) -> Scan {
    scan().file("posture-scan/config.toml", content)
}

#[test]
fn a_flag_beats_a_variable_beats_the_projects_file_beats_the_users() {
    let user = || user_file("fail-on = 'low'\nname = 'of the user'\n");
    let project = || user().file("posture-scan.toml", "fail-on = 'medium'\n");
    let variable = || project().env("POSTURE_SCAN_FAIL_ON", "high");
    let source = |run: Scan| {
        let (value, source, from) = shown(run, "fail-on");
        (value.as_str().map(str::to_owned), source, from.as_str().unwrap_or_default().rsplit('/').next().unwrap().to_owned())
    };
    let is = |value: &str, source: &str, from: &str| (Some(value.to_owned()), source.to_owned(), from.to_owned());
    assert_eq!(source(scan()), (None, "default".to_owned(), String::new()));
    assert_eq!(source(user()), is("low", "file", "config.toml"));
    assert_eq!(source(project()), is("medium", "file", "posture-scan.toml"));
    assert_eq!(source(variable()), is("high", "environment", "POSTURE_SCAN_FAIL_ON"));
    assert_eq!(source(variable().args("--fail-on critical")), is("critical", "flag", "--fail-on"));
    assert_eq!(source(project().env("POSTURE_SCAN_FAIL_ON", "")), is("medium", "file", "posture-scan.toml"), "empty says nothing");
    let (name, ..) = shown(variable(), "name");
    assert_eq!(name, "of the user", "a project's file hides no other option of the user's");
}

#[test]
fn a_scan_does_what_the_file_says() {
    let file = "mock = 'demo'\nprofile = ['iam']\nfail-on = 'low'\noutput = {json = 'report.json'}\nquiet = true\n";
    let run = scan().file("posture-scan.toml", file).arg("--quiet").run().exit_code(1);
    let report: Value = serde_json::from_str(&run.file("report.json")).unwrap();
    assert_eq!(report["scan"]["profile"], "iam");
    assert_eq!(report["scan"]["provider"], "mock");
    assert!(run.stdout.is_empty() && run.stderr.is_empty(), "{}", run.stderr);
    let run = scan().file("posture-scan.toml", file).run().exit_code(1).says(&["quiet come from", "posture-scan.toml"]);
    assert_eq!(run.stderr.lines().count(), 1, "a project's file does not silence what is said of it: {}", run.stderr);
    let run = scan().file("posture-scan.toml", file).args("--verbose --fail-on new:critical --check S3.8").run();
    assert!(run.stdout.contains("Findings"), "a typed --verbose takes the file's quiet back");
    run.says(&["note: mock and output come from", "posture-scan.toml"]);
}

#[test]
fn a_variable_is_there_for_every_option() {
    let run = scan()
        .env("POSTURE_SCAN_MOCK", "demo")
        .env("POSTURE_SCAN_REGION", "eu-west-1, us-east-1")
        .env("POSTURE_SCAN_PROFILE", "iam,storage")
        .env("POSTURE_SCAN_FORMAT", "json")
        .env("POSTURE_SCAN_OUTPUT", "json=a.json,sarif=b.sarif")
        .env("POSTURE_SCAN_NO_STORE", "true");
    let run = run.run().exit_code(0);
    let report = run.json();
    assert_eq!(report["scan"]["regions"], serde_json::json!(["eu-west-1", "us-east-1"]));
    assert_eq!(report["scan"]["profile"], "iam+storage");
    assert_eq!(run.files(), ["a.json", "b.sarif"]);
    let document = scan().args("config show --json").run().exit_code(0).json();
    let help = scan().arg("--help").run().stdout;
    for option in document["options"].as_array().unwrap() {
        assert!(help.contains(&format!("--{}", option["name"].as_str().unwrap())), "{option}");
    }
    assert!(document["options"].as_array().unwrap().len() > 35);
}

#[test]
fn a_variable_of_blanks_says_nothing_and_one_that_names_nothing_is_an_error() {
    let project = || scan().file("posture-scan.toml", "profile = 'iam'\n");
    assert_eq!(shown(project().env("POSTURE_SCAN_CHECK", " "), "profile").0, serde_json::json!(["iam"]));
    let run = project().env("POSTURE_SCAN_CHECK", ",").arg("--mock").run().exit_code(2);
    run.says(&["POSTURE_SCAN_CHECK: it names nothing"]);
}

#[test]
fn a_projects_no_store_holds_where_the_environment_names_a_folder() {
    let state = tempfile::tempdir().unwrap();
    let run = || scan().file("posture-scan.toml", "no-store = true\n").state(state.path());
    run().args("--mock --quiet --check S3.8").run().exit_code(0);
    assert_eq!(std::fs::read_dir(state.path()).unwrap().count(), 0, "it was stored");
    assert_eq!(shown(run(), "no-store").0, true);
}

#[test]
fn a_projects_file_reaches_neither_credentials_nor_other_folders() {
    let work = tempfile::tempdir().unwrap();
    let project = work.path().join("project");
    std::fs::create_dir(&project).unwrap();
    std::fs::write(work.path().join("victim"), "theirs").unwrap();
    for (file, option) in [
        ("output = { json = '../victim' }", "output"),
        ("json = '../victim'", "json"),
        ("output-dir = '..'", "output-dir"),
        ("sarif = '/nowhere/of/ours'", "sarif"),
        ("endpoint-url = 'http://localhost:1'", "endpoint-url"),
        ("aws-profile = 'root'", "aws-profile"),
        ("role-arn = 'arn:aws:iam::111111111111:role/root'", "role-arn"),
        ("mfa-serial = 'arn:aws:iam::111111111111:mfa/root'", "mfa-serial"),
        ("account = 'production'", "account"),
        ("all-accounts = true", "all-accounts"),
    ] {
        std::fs::write(project.join("posture-scan.toml"), format!("quiet = true\n{file}\n")).unwrap();
        let run = scan().folder(&project).args("--mock --check S3.8").run().exit_code(2);
        run.says(&["posture-scan.toml: `", option, "config.toml"]);
    }
    assert_eq!(std::fs::read_to_string(work.path().join("victim")).unwrap(), "theirs");
    let victim = work.path().join("victim");
    let users = format!("json = '{}'\nquiet = true\n", victim.display());
    user_file(&users).args("--mock --check S3.8").run().exit_code(0);
    assert_ne!(std::fs::read_to_string(victim).unwrap(), "theirs", "the user's own file may");
}

#[test]
fn an_error_in_what_nobody_typed_names_where_it_is_from() {
    let file = user_file("profile = 'mpv15'\nname = 'x y'\n").arg("--mock").run().exit_code(2);
    let file = file.says(&["mpv15", "note: profile comes from", "config.toml"]);
    assert!(!file.stderr.contains("name"), "{}", file.stderr);
    scan().arg("--mock").env("POSTURE_SCAN_PROFILE", "mpv15").run().exit_code(2).says(&["profile comes from POSTURE_SCAN_PROFILE"]);
    let typed = scan().args("--mock --profile mpv15").run().exit_code(2);
    assert!(!typed.stderr.contains("note:"), "{}", typed.stderr);
}

#[test]
fn the_example_of_the_readme_works_as_it_stands() {
    let mut blocks = include_str!("../../README.md").split("```toml\n").skip(1).filter_map(|block| block.split("```").next());
    let example = blocks.find(|block| block.contains("fail-on")).unwrap();
    let run = scan().file("posture-scan.toml", example).args("--mock --mock-speed 0").run().exit_code(1);
    assert!(["posture.json", "posture.sarif"].iter().all(|name| run.path(name).is_file()), "{}", run.stderr);
}

#[test]
fn a_variable_that_is_wrong_or_misspelt_is_named() {
    let wrong = scan().arg("--mock").env("POSTURE_SCAN_FAIL_ON", "hihg").run().exit_code(2);
    wrong.says(&["POSTURE_SCAN_FAIL_ON: ", "hihg", "high"]);
    scan()
        .arg("--mock")
        .env("POSTURE_SCAN_WAIT", "perhaps")
        .run()
        .exit_code(2)
        .says(&["POSTURE_SCAN_WAIT: it must be true or false"]);
    let misspelt = scan().arg("--mock").env("POSTURE_SCAN_FIAL_ON", "low").run().exit_code(2);
    misspelt.says(&["POSTURE_SCAN_FIAL_ON is no setting; did you mean POSTURE_SCAN_FAIL_ON?"]);
    scan().args("--mock --mock-speed 0").env("POSTURE_SCAN_IMAGE", "ours").run().exit_code(0);
}

#[test]
fn what_a_file_says_can_be_taken_back() {
    let file = "fail-on = 'low'\nonly = 'findings'\n";
    let run =
        |arguments: &str| scan().file("posture-scan.toml", file).args("--mock --mock-speed 0 --format json").args(arguments).run();
    let assets = |run: &crate::support::run::Run| run.json()["assets"].as_array().unwrap().len();
    assert_eq!(assets(&run("").exit_code(1)), 0);
    assert!(assets(&run("--fail-on none --only all").exit_code(0)) > 100);
}

#[test]
fn what_a_file_may_not_say_is_named_with_the_file() {
    let told = |file: &str| scan().file("posture-scan.toml", file).arg("--mock").run().exit_code(2);
    told("fial-on = 'high'").says(&["posture-scan.toml: nothing is called `fial-on`; did you mean fail-on"]);
    told("fail-on = ['high']").says(&["posture-scan.toml: `fail-on` must be one of \"none\", \"critical\"", "not this list"]);
    told("type = 'quik'").says(&["posture-scan.toml: `type`: invalid value 'quik'", "a similar value exists: 'quick'"]);
    told("quiet = true\nverbose = true").says(&["quiet and verbose contradict each other"]);
    told("fail-on = ").says(&["posture-scan.toml: ", "line 1"]);
    told("[region]\n\"\\u001b[31m\" = 1").says(&["`region` must be a text in quotes, or a list of them, not a table"]);
    let hostile = told("\"\\u001b[31m\" = 1");
    assert!(!hostile.stderr.contains('\u{1b}'), "{:?}", hostile.stderr);
    user_file("concurrency = 0").args("history").run().exit_code(2).says(&["config.toml: `concurrency`: invalid value '0'"]);
}

#[test]
fn a_path_is_relative_to_its_file_and_a_variables_to_the_folder() {
    let work = tempfile::tempdir().unwrap();
    let inner = work.path().join("a/b");
    std::fs::create_dir_all(&inner).unwrap();
    std::fs::write(work.path().join("posture-scan.toml"), "json = 'report.json'\nstate-dir = 'state'\n").unwrap();
    let base = work.path().to_str().unwrap();
    let text = |(value, ..): (Value, String, Value)| value.as_str().unwrap().to_owned();
    assert_eq!(text(shown(scan().folder(&inner), "json")), format!("{base}/report.json"));
    let state = scan().folder(&inner).env("POSTURE_SCAN_STATE_DIR", "");
    assert_eq!(text(shown(state, "state-dir")), format!("{base}/state"));
    assert_eq!(text(shown(scan().folder(&inner).env("POSTURE_SCAN_JSON", "r.json"), "json")), "r.json");
    let run = scan().folder(&inner).args("--mock --check S3.8").run().exit_code(0);
    assert!(work.path().join("report.json").is_file() && !inner.join("report.json").exists(), "{}", run.stderr);
}

#[test]
fn settings_without_a_use_stand_back() {
    let users = "aws-profile = 'audit'\n";
    let file = "max-evidence-age = '2d'\nstate-dir = 'state'\nwait = true\nregion = ['eu-west-1']\n";
    let run =
        user_file(users).file("posture-scan.toml", file).args("--mock --no-store --type quick --check S3.8 --format json").run();
    let regions = run.exit_code(0).json()["scan"]["regions"].clone();
    assert_eq!(regions, serde_json::json!(["us-east-1"]), "a typed --type beats the file's region");
}

#[test]
fn lists_of_stored_scans_are_not_narrowed_and_reports_take_their_part() {
    let state = tempfile::tempdir().unwrap();
    scan().state(state.path()).args("--mock --quiet").run().exit_code(0);
    let file = "region = ['us-east-1']\nprofile = ['iam']\nformat = 'json'\nfail-on = 'low'\n";
    let listed =
        |run: Scan| run.state(state.path()).args("findings --json").run().exit_code(0).json()["results"].as_array().unwrap().len();
    assert_eq!(listed(scan().file("posture-scan.toml", file)), listed(scan()));
    let report = scan().state(state.path()).file("posture-scan.toml", file).args("report").run().exit_code(0);
    assert_eq!(report.json()["scan"]["profile"], "mvp15");
    let rerun = scan().state(state.path()).file("posture-scan.toml", file).args("rerun last").run().exit_code(1);
    assert_eq!(rerun.json()["scan"]["profile"], "mvp15", "a rerun repeats the stored request");
    let typed = scan().state(state.path()).file("posture-scan.toml", file).args("rerun last --format table").run().exit_code(1);
    assert!(typed.stdout.contains("Findings"));
}

#[test]
fn what_is_printed_for_anywhere_does_not_depend_on_the_folder() {
    let file = "state-dir = 'state'\nfail-on = 'low'\n";
    let run = scan().file("posture-scan.toml", file).args("schedule print --daily --for cron").run().exit_code(0);
    assert!(!run.stdout.contains("fail-on"), "{}", run.stdout);
    scan().file("posture-scan.toml", "broken").args("completions bash").run().exit_code(0);
    let run = scan().file("posture-scan.toml", "broken").args("config path").run().exit_code(0);
    assert!(run.stdout.contains("posture-scan.toml") && run.stdout.contains("(not there)"), "{}", run.stdout);
}

#[test]
fn the_settings_read_well_at_80_and_120_columns() {
    for columns in ["80", "120"] {
        let file = "fail-on = 'high'\nprofile = ['cis', 'iam']\n[parameters.aws-iam-access-keys-are-rotated]\nmax_age_days = 60\n";
        let run = scan().file("posture-scan.toml", file).env("COLUMNS", columns).env("POSTURE_SCAN_WAIT", "1");
        let run = run.env("POSTURE_SCAN_ENDPOINT_URL", "https://someone:secret@host/").args("--region eu-west-1 config show");
        let run = run.run().exit_code(0);
        assert!(!run.stdout.contains("secret"), "{}", run.stdout);
        let columns: usize = columns.parse().unwrap();
        assert!(run.stdout.lines().all(|line| line.chars().count() <= columns), "{}", run.stdout);
        for part in ["cis, iam", "POSTURE_SCAN_WAIT", "--region", "max_age_days", "standard"] {
            assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
        }
    }
}
