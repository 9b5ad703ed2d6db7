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
            "[template.ci]\nmock = 'demo'\n[template.ci.parameters.aws-iam-access-keys-are-rotated]\nmax_age_days = 7\n",
        )
    };
    assert_eq!(shown(own().args("--template weekly"), "profile").0, json!(["iam"]));
    assert_eq!(shown(own().args("--template ci"), "mock").0, "demo");
    let document = own().args("--template ci config show --json").run().exit_code(0).json();
    assert_eq!(document["parameters"][0]["value"], "7");
    assert_eq!(document["parameters"][0]["from"], "ci");
    let list = own().args("templates list --json").run().exit_code(0).json();
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["audit-cis", "ci", "demo", "first-look", "nightly", "weekly"]);
    assert!(list[1]["place"].as_str().unwrap().ends_with("posture-scan.toml"), "{list}");
    let shown = own().args("templates show weekly").run().exit_code(0);
    assert!(["of the user", "profile", "iam"].iter().all(|part| shown.stdout.contains(part)), "{}", shown.stdout);
}

#[test]
fn what_is_wrong_with_a_template_is_named() {
    scan().args("--template nigthly --mock").run().exit_code(2).says(&["no template is called `nigthly`; did you mean nightly?"]);
    scan().args("templates show zzz").run().exit_code(2).says(&["no template is called `zzz`; `scan templates list`"]);
    let broken = || scan().file("posture-scan.toml", "[template.mine]\nprofil = 'iam'\n");
    broken().args("--template mine --mock").run().exit_code(2).says(&["posture-scan.toml", "`mine`", "did you mean profile"]);
    broken().args("--mock --check S3.8").run().exit_code(0);
    let wrong = scan().file("posture-scan.toml", "[template.mine]\nprofile = 'nosuch'\n").args("--template mine --mock").run();
    wrong.exit_code(2).says(&["nosuch", "note: profile comes from template mine"]);
    scan().args("history --template ci").run().exit_code(2);
}

#[test]
fn a_projects_file_reaches_no_credentials_through_a_template() {
    let refused = ["posture-scan.toml: `aws-profile`", "config.toml"];
    let holds = scan().file("posture-scan.toml", "[template.mine]\naws-profile = 'root'\n").args("--template mine");
    holds.run().exit_code(2).says(&refused);
    let user = || scan().file("posture-scan/config.toml", "[template.mine]\naws-profile = 'root'\n");
    user().file("posture-scan.toml", "template = 'mine'\n").run().exit_code(2).says(&refused);
    assert_eq!(shown(user().args("--template mine"), "aws-profile").0, "root", "who types it may");
}
