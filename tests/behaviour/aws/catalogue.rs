//! Every check of the catalogue on accounts in which it passes and fails, built and read over the AWS API.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::OnceLock;

use posture_scan::checks::Library;
use posture_scan::checks::selection::{Names, select};
use posture_scan::engine::permissions;
use posture_scan::model::ScanType;
use posture_scan::model::resource::AWS;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text};

/// What `tests/moto/catalogue/` holds.
#[derive(Debug, Deserialize)]
struct Overview {
    /// Each state, as `module:state`.
    states: Vec<String>,
    /// The checks that moto cannot serve, and what it lacks.
    unsupported: BTreeMap<String, String>,
}

/// The states live in a server of their own: others are authorised or counted.
fn moto() -> &'static Moto {
    static MOTO: OnceLock<Moto> = OnceLock::new();
    MOTO.get_or_init(Moto::start)
}

fn overview() -> Overview {
    serde_json::from_value(moto().obey(&json!({ "states": true }))).unwrap()
}

#[test]
fn every_check_comes_to_what_the_state_of_its_account_demands() {
    let overview = overview();
    let library = Library::load(&[]).unwrap();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut wrong = String::new();
    for (number, state) in overview.states.iter().enumerate() {
        let seeded = moto().state(state, &format!("{}", 500_000_000_001 + number));
        let checks: Vec<&str> = seeded.verdicts.keys().map(String::as_str).collect();
        let proxy = Proxy::before(moto(), &seeded, vec![]);
        let scan = proxy.scan().args("--region us-east-1,eu-west-1 --format json --progress none --no-store --allow-partial");
        let report = scan.arg("--check").arg(checks.join(",")).run().json();
        for action in proxy.calls_by_action().keys().filter(|action| !may_be_called(&library, &checks, action)) {
            let _ = writeln!(wrong, "{state}: {action} is called, and no permission for it is asked for");
        }
        for (check, label, expected) in expectations(&seeded) {
            let found = outcomes(&report, check, label, &seeded);
            if found.is_empty() || found.iter().any(|outcome| outcome != expected) {
                let _ = writeln!(wrong, "{state}: {check} on {label} is {found:?}, not {expected}");
            }
            seen.entry(check.to_owned()).or_default().insert(expected.to_owned());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");

    let proven = |id: &str| {
        let outcomes = seen.get(id);
        ["pass", "fail"].iter().all(|outcome| outcomes.is_some_and(|outcomes| outcomes.contains(*outcome)))
    };
    let ids: Vec<&str> = library.checks().map(|check| check.metadata.id.as_str()).collect();
    let unproven: Vec<&&str> =
        ids.iter().filter(|id| !proven(id) && !overview.unsupported.contains_key(**id) && !is_of_mvp15(&library, id)).collect();
    assert!(unproven.is_empty(), "no state in which these pass and fail: {unproven:#?}");
    let gone: Vec<&String> = overview.unsupported.keys().filter(|id| !ids.contains(&id.as_str())).collect();
    assert!(gone.is_empty(), "said to be unsupported, but there is no such check: {gone:#?}");
    let needless: Vec<&String> = overview.unsupported.keys().filter(|id| proven(id)).collect();
    assert!(needless.is_empty(), "said to be unsupported, but shown: {needless:#?}");
}

#[test]
fn every_remedy_is_a_command_that_aws_knows() {
    let wrong_in = |remedies: BTreeMap<String, String>| -> Vec<String> {
        serde_json::from_value(moto().obey(&json!({ "remedies": remedies }))).unwrap()
    };
    let library = Library::load(&[]).unwrap();
    let remedies: BTreeMap<_, _> =
        library.checks().filter_map(|check| Some((check.metadata.id.clone(), check.metadata.remediation.cli.clone()?))).collect();
    assert!(remedies.len() > 300, "only {} checks name a command", remedies.len());
    assert_eq!(wrong_in(remedies), Vec::<String>::new());
    let misspelt = "aws sns subscribe --topic-arn TOPIC_ARN --protocol https --notification-endpiont https://example.com";
    assert_eq!(
        wrong_in([("a".to_owned(), misspelt.to_owned())].into()),
        [format!("a: no option --notification-endpiont in: {misspelt}")]
    );
}

/// Whether the least-privilege policy of the checks allows an action, or everybody may call it.
fn may_be_called(library: &Library, checks: &[&str], action: &str) -> bool {
    let checks: Vec<String> = checks.iter().map(|check| (*check).to_owned()).collect();
    let selection = select(library, Names { checks: &checks, ..Names::default() }).unwrap();
    action == "sts:GetCallerIdentity" || permissions(&AWS, &selection, ScanType::Custom).need(action).is_some()
}

/// The first fifteen have accounts of their own: `seed_mvp15.py` and `seed_tidy.py`.
fn is_of_mvp15(library: &Library, id: &str) -> bool {
    let profile = library.profile("mvp15").unwrap();
    library.checks_of(profile).iter().any(|check| check.metadata.id == id)
}

fn expectations(seeded: &Seeded) -> impl Iterator<Item = (&str, &str, &str)> {
    seeded
        .verdicts
        .iter()
        .flat_map(|(check, of)| of.iter().map(move |(label, outcome)| (check.as_str(), label.as_str(), outcome.as_str())))
}

/// What the check came to on the resource that the state calls `label`: by name, id, ARN or label; settings by their region, and the
/// account as such.
fn outcomes(report: &Value, check: &str, label: &str, seeded: &Seeded) -> Vec<String> {
    let is_it = |resource: &Value| {
        let [id, name, arn, region] = ["id", "name", "arn", "region"].map(|part| text(&resource[part]));
        let of_account = id == seeded.account && (label == "the account" || label == region);
        [id, name, arn].contains(&label) || of_account || seeded.labels.get(id).is_some_and(|known| known == label)
    };
    let of_check = entries(report, "results").iter().filter(|result| result["check_id"] == check && is_it(&result["resource"]));
    of_check.map(|result| text(&result["status"]).to_owned()).collect()
}
