//! Templates: options of a scan under one name, built in or of the user's own, and what beats them.

use serde_json::{Value, json};

use crate::support::{run::Scan, scan};

/// What holds for one option, and where it is from.
fn shown(run: Scan, option: &str) -> (Value, Value, Value) {
    let document = run.args("config show --json").run().exit_code(0).json();
    let one = document["options"].as_array().unwrap().iter().find(|one| one["name"] == option).unwrap().clone();
    (one["value"].clone(), one["source"].clone(), one["from"].clone())
}

#[test]
fn a_template_stands_below_what_is_typed_and_the_environment_and_above_the_files() {
    let project = || scan().file("posture-scan.toml", "fail-on = 'low'\nname = 'of the project'\nprofile = 'iam'\n");
    let ci = || project().args("--template ci");
    assert_eq!(shown(ci(), "fail-on"), (json!("high"), json!("template"), json!("ci")));
    assert_eq!(shown(ci(), "profile"), (json!(["mvp15"]), json!("template"), json!("ci")));
    assert_eq!(shown(ci(), "name").0, "of the project", "a template hides no other option");
    assert_eq!(shown(ci().env("POSTURE_SCAN_FAIL_ON", "medium"), "fail-on").0, "medium");
    assert_eq!(shown(ci().args("--fail-on critical"), "fail-on").0, "critical");
    assert_eq!(shown(ci(), "template"), (json!("ci"), json!("flag"), json!("--template")));
    assert_eq!(shown(project().env("POSTURE_SCAN_TEMPLATE", "ci"), "fail-on").0, "high");
    assert_eq!(shown(ci().args("--check S3.8"), "profile").0, json!([]), "who names checks names no profile");
    let text = ci().args("config show").run().exit_code(0);
    assert!(text.stdout.contains("template ci"), "{}", text.stdout);
}

#[test]
fn what_a_file_says_beats_the_template_that_it_names() {
    let project = || scan().file("posture-scan.toml", "template = 'nightly'\nprofile = 'iam'\n");
    assert_eq!(shown(project(), "profile").0, json!(["iam"]));
    assert_eq!(shown(project(), "wait"), (json!(true), json!("template"), json!("nightly")));
    assert_eq!(shown(project().args("--template first-look"), "wait").0, false, "one template at a time");
    let users = scan().file("posture-scan/config.toml", "template = 'nightly'\nfail-on = 'low'\n");
    assert_eq!(shown(users.file("posture-scan.toml", "api-share = 30\n"), "api-share").0, 30);
}

#[test]
fn a_scan_does_what_its_template_says() {
    let run = scan().args("--template ci --mock clean").run().exit_code(0);
    assert_eq!(run.files(), ["posture.json", "posture.junit.xml", "posture.sarif"]);
    let report: Value = serde_json::from_str(&run.file("posture.json")).unwrap();
    assert_eq!(report["scan"]["profile"], "mvp15");
    scan().args("--template ci --mock demo --quiet").run().exit_code(1);
    let demo = scan().args("--template demo --mock-speed 0 --format json").run().exit_code(0).json();
    assert_eq!((&demo["scan"]["provider"], &demo["scan"]["profile"]), (&json!("mock"), &json!("everything")));
    let plan = scan().args("plan --template first-look --mock --json").run().exit_code(0).json();
    assert_eq!((&plan["scan"]["type"], &plan["scan"]["profile"]), (&json!("quick"), &json!("mvp15")));
}

#[test]
fn templates_of_ones_own_are_read_from_the_files() {
    let own = || {
        let user = scan().file("posture-scan/templates/weekly.toml", "description = 'of the user'\nprofile = 'iam'\n");
        user.file(
            "posture-scan.toml",
            "[templates.ci]\nmock = 'demo'\n[templates.ci.parameters.aws-iam-access-keys-are-rotated]\nmax_age_days = 7\n",
        )
    };
    assert_eq!(shown(own().args("--template weekly"), "profile").0, json!(["iam"]));
    assert_eq!(shown(own().args("--template ci"), "mock").0, "demo");
    let document = own().args("--template ci config show --json").run().exit_code(0).json();
    assert_eq!(document["parameters"][0]["value"], "7");
    assert_eq!(document["parameters"][0]["from"], "ci");
    let list = own().args("templates list --json").run().exit_code(0).json();
    let list = &list["templates"];
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["audit-cis", "ci", "demo", "first-look", "nightly", "weekly"]);
    assert_eq!((&list[0]["place"], &list[1]["place"]["kind"]), (&json!({ "kind": "built_in", "path": null }), &json!("file")));
    assert!(list[1]["place"]["path"].as_str().unwrap().ends_with("posture-scan.toml"), "{list}");
    let shown = own().args("templates show weekly").run().exit_code(0);
    assert!(["of the user", "profile", "iam"].iter().all(|part| shown.stdout.contains(part)), "{}", shown.stdout);
}

#[test]
fn what_is_wrong_with_a_template_is_named() {
    scan().args("--template nigthly --mock").run().exit_code(2).says(&["no template is called `nigthly`; did you mean nightly?"]);
    scan().args("templates show zzz").run().exit_code(2).says(&["no template is called `zzz`; `scan templates list`"]);
    let broken = || scan().file("posture-scan.toml", "[templates.mine]\nprofil = 'iam'\n");
    broken().args("--template mine --mock").run().exit_code(2).says(&["posture-scan.toml", "`mine`", "did you mean profile"]);
    broken().args("--mock --check S3.8").run().exit_code(0);
    let wrong = scan().file("posture-scan.toml", "[templates.mine]\nprofile = 'nosuch'\n").args("--template mine --mock").run();
    wrong.exit_code(2).says(&["nosuch", "note: profile comes from template mine"]);
    scan().args("history --template ci").run().exit_code(2);
}

#[test]
fn a_projects_file_reaches_no_credentials_through_a_template() {
    let refused = ["posture-scan.toml: `aws-profile`", "config.toml"];
    let holds = scan().file("posture-scan.toml", "[templates.mine]\naws-profile = 'root'\n").args("--template mine");
    holds.run().exit_code(2).says(&refused);
    let user = || scan().file("posture-scan/config.toml", "[templates.mine]\naws-profile = 'root'\n");
    user().file("posture-scan.toml", "template = 'mine'\n").run().exit_code(2).says(&refused);
    assert_eq!(shown(user().args("--template mine"), "aws-profile").0, "root", "who types it may");
}

#[test]
fn a_template_of_a_mock_account_never_scans_a_real_one() {
    let demo = || scan().args("--template demo --mock-speed 0 --format json --progress none");
    let scans_a_mock = "template demo scans a mock account, which";
    for (name, value) in [("POSTURE_SCAN_API_SHARE", "50"), ("POSTURE_SCAN_AWS_PROFILE", "prod"), ("POSTURE_SCAN_PROVIDER", "aws")]
    {
        demo().env(name, value).run().exit_code(2).says(&[scans_a_mock, name]);
    }
    for typed in ["--api-share 50", "--aws-profile prod", "--endpoint-url http://127.0.0.1:9", "--provider aws"] {
        let option = typed.split(' ').next().unwrap();
        demo().args(typed).run().exit_code(2).says(&[scans_a_mock, option, "leave one of them out"]);
    }
    let other = demo().args("--mock clean").run().exit_code(0).json();
    assert_eq!(other["scan"]["provider"], "mock", "another mock account is one");
    // What is typed beats a file, and so what the file names.
    let standing = || scan().file("posture-scan/config.toml", "template = 'demo'\n").file("none", "");
    assert_eq!(shown(standing().args("--aws-profile prod"), "mock").0, Value::Null);
    standing().env("POSTURE_SCAN_API_SHARE", "50").run().exit_code(2).says(&[scans_a_mock]);
}

#[test]
fn a_project_hides_no_template_unannounced() {
    let hides = || scan().file("posture-scan.toml", "[templates.ci]\nmock = 'clean'\nquiet = true\n").args("--template ci");
    hides()
        .run()
        .exit_code(0)
        .says(&["note: mock and quiet come from template ci of", "posture-scan.toml, not from the built-in one"]);
    let empty = scan().file("posture-scan.toml", "[templates.ci]\n").args("--template ci --mock clean --no-store");
    empty.run().exit_code(0).says(&["note: template ci of", "posture-scan.toml holds, not the built-in one"]);
    let users = scan().file("posture-scan/templates/weekly.toml", "fail-on = 'low'\n");
    let hides_users = users.file("posture-scan.toml", "[templates.weekly]\nmock = 'clean'\n").args("--template weekly");
    hides_users.run().exit_code(0).says(&["mock comes from template weekly of", "not from that of", "templates/weekly.toml"]);
    let named = scan().file("posture-scan.toml", "template = 'ci'\nmock = 'clean'\n").run().exit_code(0);
    named.says(&["template and mock come from", "come from template ci, which", "posture-scan.toml names"]);
    let own = scan().file("posture-scan/templates/ci.toml", "mock = 'clean'\n").args("--template ci").run().exit_code(0);
    assert!(!own.stderr.contains("note: "), "the user's own is nobody else's: {}", own.stderr);
    let document = hides().args("config show --json").run().exit_code(0).json();
    let quiet = document["options"].as_array().unwrap().iter().find(|one| one["name"] == "quiet").unwrap();
    assert!(quiet["place"].as_str().unwrap().ends_with("posture-scan.toml"), "{quiet}");
    let text = hides().args("config show").run().exit_code(0);
    assert!(text.stdout.contains("template ci of"), "{}", text.stdout);
}

#[test]
fn the_commands_that_take_a_template_heed_it() {
    let policy = |more: &str| scan().args("policy").args(more).run().exit_code(0).stdout;
    assert_eq!(policy("--template audit-cis"), policy("--framework cis-aws-5.0"));
    assert_ne!(policy("--template audit-cis"), policy(""));
    let other = scan().env("POSTURE_SCAN_TEMPLATE", "first-look").args("policy --template audit-cis").run().exit_code(0);
    assert_eq!(other.stdout, policy("--template audit-cis"));
    let preflight = |choice: &str| {
        let mut document = scan().args("preflight --json --mock-speed 0").args(choice).run().exit_code(0).json();
        document["asked_at"].take();
        document
    };
    assert_eq!(preflight("--template demo"), preflight("--mock --profile everything"));
}

#[test]
fn a_template_that_a_file_or_a_variable_names_holds_for_the_commands_that_write_reports() {
    let state = tempfile::tempdir().unwrap();
    let place = || scan().state(state.path());
    place().args("--mock demo --mock-speed 0").run().exit_code(0);
    let named = |run: Scan| run.file("posture-scan.toml", "template = 'ci'\n");
    let rerun = named(place()).args("rerun last").run().exit_code(1);
    assert_eq!(rerun.files(), ["posture-scan.toml", "posture.json", "posture.junit.xml", "posture.sarif"]);
    place().env("POSTURE_SCAN_TEMPLATE", "ci").args("resume last").run().exit_code(1);
    place().args("resume last").run().exit_code(0);
    let mine = place().file("posture-scan.toml", "template = 'mine'\n[templates.mine]\nformat = 'json'\n");
    mine.args("report last").run().exit_code(0).json();
    let unknown = || place().file("posture-scan.toml", "template = 'zzz'\n");
    unknown().args("rerun last").run().exit_code(2).says(&["no template is called `zzz`"]);
    unknown().args("templates list").run().exit_code(0);
}

#[test]
fn one_broken_template_breaks_no_other() {
    let broken = || scan().file("posture-scan/templates/broken.toml", "profile =\n");
    broken().args("--template demo --mock-speed 0 --profile mvp15").run().exit_code(0);
    broken().args("--template broken --mock").run().exit_code(2).says(&["broken.toml: template `broken`", "in line 1"]);
    let list = broken().args("templates list").run().exit_code(0);
    assert!(list.stdout.contains("cannot be used") && list.stdout.contains("nightly"), "{}", list.stdout);
    let document = broken().args("templates list --json").run().exit_code(0).json();
    let one = document["templates"].as_array().unwrap().iter().find(|one| one["name"] == "broken").unwrap();
    assert!(one["problem"].as_str().unwrap().contains("in line 1") && one["options"].is_null(), "{one}");
}

#[test]
fn a_file_holds_templates_and_names_one() {
    let both = scan().file("posture-scan.toml", "template = 'weekly'\n[templates.weekly]\nprofile = 'iam'\n");
    assert_eq!(shown(both, "profile").0, json!(["iam"]));
    let wrong = scan().file("posture-scan.toml", "[template.weekly]\nprofile = 'iam'\n").args("--mock").run().exit_code(2);
    wrong.says(&["`template` names a template", "[templates.NAME]"]);
}
