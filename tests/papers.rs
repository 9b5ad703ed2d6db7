//! What the papers say is what the code does: generated parts are fresh, and the examples to copy work.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use posture_scan::checks::selection::{Names, SelectionError, select};
use posture_scan::checks::{Library, lint};
use posture_scan::engine::permissions;
use posture_scan::model::ScanType;
use posture_scan::model::permissions::managed_policy::{WHOLE, managed_policies};
use posture_scan::model::regions::DEFAULT_REGIONS;
use posture_scan::model::resource::AWS;
use posture_scan::report::csv::{ASSETS, Column, RESULTS};
use posture_scan::report::format::FORMATS;
use posture_scan::report::permissions::policy_json;
use posture_scan::store::VIEWS;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a scan of a profile needs, as an IAM policy.
fn policy(library: &Library, profile: &str, scan_type: ScanType) -> Result<String, SelectionError> {
    let profiles = [profile.to_owned()];
    let selection = select(library, Names { profiles: &profiles, ..Names::default() })?;
    let actions = permissions(&AWS, &selection, scan_type).actions();
    Ok(policy_json(&managed_policies(WHOLE, &actions)).trim_end().to_owned())
}

/// How many checks each service has, with the way to its page.
fn checks(library: &Library) -> String {
    let mut by_service: BTreeMap<&str, usize> = BTreeMap::new();
    for check in library.checks() {
        *by_service.entry(&check.metadata.service).or_default() += 1;
    }
    let services: Vec<String> =
        by_service.iter().map(|(service, count)| format!("[{service}](docs/checks/{service}.md) {count}")).collect();
    format!("{} checks: {}.", library.checks().count(), services.join(", "))
}

/// Every profile, as a table.
fn profiles(library: &Library) -> String {
    let mut table = String::from("| profile | checks | what it is |\n|---|---|---|");
    for profile in library.profiles() {
        let names: Vec<String> = std::iter::once(&profile.id).chain(&profile.aliases).map(|name| format!("`{name}`")).collect();
        let _ = write!(table, "\n| {} | {} | {} |", names.join(", "), library.checks_of(profile).len(), profile.title);
    }
    table
}

/// Every framework, as a table.
fn frameworks(library: &Library) -> String {
    let mut table = String::from("| framework | requirements | with checks | what it is |\n|---|---|---|---|");
    for framework in library.frameworks() {
        let checked = framework.requirements.iter().filter(|requirement| !requirement.checks.is_empty()).count();
        let (id, all, title) = (&framework.id, framework.requirements.len(), &framework.title);
        let _ = write!(table, "\n| `{id}` | {all} | {checked} | {title} {} |", framework.version);
    }
    table
}

/// Every view that a query sees, as a table.
fn views() -> String {
    let mut table = String::from("| view | what its rows are | columns |\n|---|---|---|");
    for view in VIEWS {
        let _ = write!(table, "\n| `{}` | {} | `{}` |", view.name, view.about, view.columns.join("`, `"));
    }
    table
}

/// Every column of the files for spreadsheets, in order.
fn columns() -> String {
    fn list<Item>(columns: &[Column<Item>]) -> String {
        let of = |column: &Column<Item>| format!("`{}` ({})", column.name, column.about);
        columns.iter().map(of).collect::<Vec<_>>().join(", ")
    }
    format!("| file | its columns |\n|---|---|\n| `csv` | {} |\n| `csv-assets` | {} |", list(RESULTS), list(ASSETS))
}

/// The same text with `content` between the two comments that name `block`.
fn with_block(text: &str, block: &str, content: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- begin generated: {block} -->\n"), format!("<!-- end generated: {block} -->"));
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}{content}\n{end}{after}"))
}

/// `UPDATE_GENERATED=1` writes the file instead.
#[test]
fn the_generated_parts_of_the_readme_are_fresh() {
    let path = root().join("README.md");
    let written = fs::read_to_string(&path).unwrap();
    let library = Library::load(&[]).unwrap();
    let regions = format!("`{}`", DEFAULT_REGIONS.join("`, `"));
    let needed = format!("```json\n{}\n```", policy(&library, "mvp15", ScanType::Standard).unwrap());
    let blocks = [
        ("policy", needed),
        ("regions", regions),
        ("checks", checks(&library)),
        ("profiles", profiles(&library)),
        ("frameworks", frameworks(&library)),
        ("views", views()),
        ("columns", columns()),
    ];
    let fresh = blocks.iter().fold(written.clone(), |text, (block, content)| with_block(&text, block, content).unwrap());
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(&path, fresh).unwrap();
    } else {
        assert!(written == fresh, "README.md is stale: run `make generate`");
    }
}

#[test]
fn the_readme_tells_of_every_format() {
    let page = fs::read_to_string(root().join("README.md")).unwrap();
    for format in FORMATS {
        let file = if format.is_usual { format!("`{}`", format.file_name) } else { "–".to_owned() };
        let row = format!("\n| `{}` | {file} | ", format.name);
        assert!(page.contains(&row), "README.md has no row that begins so among its formats: {row}");
    }
}

#[test]
fn the_policy_of_all_checks_is_fresh() {
    let path = root().join("docs/policy.json");
    let fresh = policy(&Library::load(&[]).unwrap(), "everything", ScanType::Incremental).unwrap() + "\n";
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(&path, fresh).unwrap();
    } else {
        assert!(fs::read_to_string(&path).unwrap_or_default() == fresh, "docs/policy.json is stale: run `make generate`");
    }
}

#[test]
fn a_stale_block_is_replaced_and_a_missing_one_is_noticed() {
    let text = "a\n<!-- begin generated: x -->\nold\n<!-- end generated: x -->\nb";
    let fresh = with_block(text, "x", "new").unwrap();
    assert_eq!(fresh, "a\n<!-- begin generated: x -->\nnew\n<!-- end generated: x -->\nb");
    assert_eq!(with_block(&fresh, "x", "new").as_ref(), Some(&fresh));
    assert_eq!(with_block(text, "y", "new"), None);
}

/// The last block of `text` in that language.
fn last_block<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    Some(text.rsplit_once(&format!("```{language}\n"))?.1.split_once("```")?.0)
}

/// The program, as a user would call it; its scans are kept in `state`.
fn scan(state: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scan"));
    // Neither the variables nor the configuration of whoever runs the tests.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("POSTURE_SCAN_")) {
        command.env_remove(name);
    }
    command.env_remove("NO_COLOR").env_remove("AWS_PROFILE");
    command.env("POSTURE_SCAN_STATE_DIR", state).env("XDG_CONFIG_HOME", state);
    command
}

#[test]
fn the_fixture_to_copy_from_the_readme_makes_a_partial_scan() {
    let page = fs::read_to_string(root().join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let fixture = folder.path().join("mine.json");
    fs::write(&fixture, last_block(&page, "json").unwrap()).unwrap();
    let state = folder.path().join("state");
    let output = scan(&state).arg("--mock").arg(&fixture).args(["--mock-speed", "0", "--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let warnings: Vec<_> = report["warnings"].as_array().unwrap().iter().filter(|warning| warning["code"] == "denied").collect();
    assert!(!warnings.is_empty() && warnings.iter().all(|warning| warning["action"] == "s3:GetBucketAcl"), "{warnings:#?}");
}

#[test]
fn the_check_to_copy_from_the_contributing_page_passes_the_linter() {
    let page = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let yaml = last_block(&page, "yaml").unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("aws/s3")).unwrap();
    fs::write(folder.path().join("aws/s3/photo-bucket-keeps-versions.yaml"), yaml).unwrap();
    let library = Library::load(&[folder.path().to_owned()]).unwrap();
    assert!(library.check("aws-s3-photo-bucket-keeps-versions").is_some());
    assert_eq!(lint::lint_those(&library, |id| id == "aws-s3-photo-bucket-keeps-versions"), Vec::new());
}

#[test]
fn every_local_link_leads_somewhere() {
    for paper in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root().join(paper)).unwrap();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
        let lost: Vec<&str> = targets.filter(|target| !target.starts_with("https://") && !root().join(target).exists()).collect();
        assert_eq!(lost, Vec::<&str>::new(), "{paper}");
    }
}

/// Ids of another tool's checks, each of which is answered for here: `tests/parity.csv`, one a line below the heading.
fn ids_to_answer_for() -> Vec<String> {
    let text = fs::read_to_string(root().join("tests/parity.csv")).unwrap_or_default();
    text.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn every_check_of_the_parity_list_has_its_like_here_or_a_reason_for_none() {
    let library = Library::load(&[]).unwrap();
    let exclusions = library.exclusions();
    let aliases: BTreeSet<&str> = library.checks().flat_map(|check| &check.metadata.aliases).map(String::as_str).collect();
    let ids = ids_to_answer_for();
    assert!(ids.is_sorted() && !ids.is_empty());
    let unanswered: Vec<&String> =
        ids.iter().filter(|id| !aliases.contains(id.as_str()) && !exclusions.contains_key(*id)).collect();
    assert!(unanswered.is_empty(), "neither an alias nor in checks/EXCLUDED.md: {unanswered:#?}");
    let needless: Vec<&String> = exclusions.keys().filter(|id| aliases.contains(id.as_str()) || !ids.contains(id)).collect();
    assert!(needless.is_empty(), "in checks/EXCLUDED.md though there is a check, or nobody asks: {needless:#?}");
    assert!(exclusions.values().all(|reason| !reason.is_empty()));
}

#[test]
fn a_control_of_security_hub_finds_the_checks_that_decide_it() {
    let library = Library::load(&[]).unwrap();
    let framework = library.frameworks().find(|framework| framework.id == "aws-fsbp").unwrap();
    let mut unknown = Vec::new();
    for requirement in &framework.requirements {
        let lacks = |check: &&String| !library.check(check).is_some_and(|check| check.metadata.aliases.contains(&requirement.id));
        unknown.extend(requirement.checks.iter().filter(lacks).map(|check| format!("{} of {check}", requirement.id)));
    }
    assert!(unknown.is_empty(), "no aliases: {unknown:#?}");
}

#[test]
fn the_checks_that_reasons_for_leaving_out_name_are_there() {
    let library = Library::load(&[]).unwrap();
    for (id, reason) in library.exclusions() {
        for named in reason.split('`').skip(1).step_by(2) {
            assert!(library.check(named).is_some(), "{id}: there is no check {named}");
        }
    }
}
