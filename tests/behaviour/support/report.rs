//! Reading the JSON report in the words of the tests.

use std::collections::BTreeMap;

use serde_json::Value;

use super::moto::Seeded;

/// Check, then resource as the tests call it, then outcome.
pub type Verdicts = BTreeMap<String, BTreeMap<String, String>>;

/// The outcome of every check on every resource. A resource that appears twice for one check is a failure.
#[track_caller]
pub fn verdicts(report: &Value, seeded: &Seeded) -> Verdicts {
    let mut verdicts = Verdicts::new();
    for result in entries(report, "results") {
        let (check, label) = (text(&result["check_id"]), label(&result["resource"], seeded));
        let earlier = verdicts.entry(check.to_owned()).or_default().insert(label.clone(), text(&result["status"]).to_owned());
        assert_eq!(earlier, None, "{check} has two results for {label}");
    }
    verdicts
}

/// What the tests call a resource: its label, else its name.
fn label(resource: &Value, seeded: &Seeded) -> String {
    match (text(&resource["type"]), text(&resource["id"])) {
        ("aws.account", _) => "the account".to_owned(),
        ("aws.ec2.region_settings", _) => text(&resource["region"]).to_owned(),
        (_, "*") => format!("* {}", text(&resource["region"])),
        (_, id) => seeded.labels.get(id).map_or_else(|| text(&resource["name"]).to_owned(), Clone::clone),
    }
}

/// A list of the report.
#[track_caller]
pub fn entries<'a>(report: &'a Value, key: &str) -> &'a [Value] {
    report[key].as_array().unwrap_or_else(|| panic!("the report has no {key}"))
}

/// A text of the report.
#[track_caller]
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text"))
}

/// The status of each job by its id.
pub fn jobs(report: &Value) -> BTreeMap<&str, &str> {
    entries(report, "jobs").iter().map(|job| (text(&job["id"]), text(&job["status"]))).collect()
}

/// The warnings of a kind, each as `action region`.
pub fn warnings(report: &Value, code: &str) -> Vec<String> {
    let of_kind = entries(report, "warnings").iter().filter(|warning| warning["code"] == code);
    of_kind.map(|warning| format!("{} {}", text(&warning["action"]), text(&warning["region"])).trim_end().to_owned()).collect()
}
