//! What the schema says of the class Compliance Finding and its objects, version 1.5.0: facts, for the tests.
//!
//! Of each class and object: which attributes it has, of what kind, which are required, and of which it must have at least one. Taken
//! from the schema at schema.ocsf.io as the packages `py-ocsf-models` 0.10.0 (made for 1.5.0) and `ocsf-types` 0.2.1 (generated from the
//! schema's sources) hand it on. Attributes that no report uses are left out, so that one which is misspelt is found.

use serde_json::{Map, Value};

/// What an attribute holds.
enum Kind {
    Text,
    Texts,
    /// Milliseconds since 1970.
    Time,
    /// A number from a list, each with its word. The word stands in the attribute of the same name without `_id` or `_uid`.
    Number(&'static [(u64, &'static str)]),
    Object(&'static Object),
    Objects(&'static Object),
}

/// A class or an object.
struct Object {
    required: &'static [&'static str],
    /// At least one of these; none where there is no such rule.
    one_of: &'static [&'static str],
    attributes: &'static [(&'static str, Kind)],
}

const SEVERITY: &[(u64, &str)] =
    &[(0, "Unknown"), (1, "Informational"), (2, "Low"), (3, "Medium"), (4, "High"), (5, "Critical"), (6, "Fatal"), (99, "Other")];
const ACTIVITY: &[(u64, &str)] = &[(0, "Unknown"), (1, "Create"), (2, "Update"), (3, "Close"), (99, "Other")];
const TYPE: &[(u64, &str)] = &[
    (200_300, "Compliance Finding: Unknown"),
    (200_301, "Compliance Finding: Create"),
    (200_302, "Compliance Finding: Update"),
    (200_303, "Compliance Finding: Close"),
    (200_399, "Compliance Finding: Other"),
];
const FINDING_STATUS: &[(u64, &str)] =
    &[(0, "Unknown"), (1, "New"), (2, "In Progress"), (3, "Suppressed"), (4, "Resolved"), (5, "Archived"), (99, "Other")];
const COMPLIANCE_STATUS: &[(u64, &str)] = &[(0, "Unknown"), (1, "Pass"), (2, "Warning"), (3, "Fail"), (99, "Other")];
const ACCOUNT_TYPE: &[(u64, &str)] = &[(0, "Unknown"), (10, "AWS Account"), (99, "Other")];

static COMPLIANCE_FINDING: Object = Object {
    required: &[
        "activity_id",
        "category_uid",
        "class_uid",
        "type_uid",
        "time",
        "severity_id",
        "metadata",
        "finding_info",
        "compliance",
        // The profile `cloud` asks for it.
        "cloud",
    ],
    one_of: &[],
    attributes: &[
        ("activity_id", Kind::Number(ACTIVITY)),
        ("activity_name", Kind::Text),
        ("category_uid", Kind::Number(&[(2, "Findings")])),
        ("category_name", Kind::Text),
        ("class_uid", Kind::Number(&[(2003, "Compliance Finding")])),
        ("class_name", Kind::Text),
        ("type_uid", Kind::Number(TYPE)),
        ("type_name", Kind::Text),
        ("time", Kind::Time),
        ("severity_id", Kind::Number(SEVERITY)),
        ("severity", Kind::Text),
        ("status_id", Kind::Number(FINDING_STATUS)),
        ("status", Kind::Text),
        ("status_code", Kind::Text),
        ("status_detail", Kind::Text),
        ("message", Kind::Text),
        ("comment", Kind::Text),
        ("finding_info", Kind::Object(&FINDING_INFO)),
        ("compliance", Kind::Object(&COMPLIANCE)),
        ("remediation", Kind::Object(&REMEDIATION)),
        ("resources", Kind::Objects(&RESOURCE_DETAILS)),
        ("cloud", Kind::Object(&CLOUD)),
        ("metadata", Kind::Object(&METADATA)),
    ],
};
static FINDING_INFO: Object = Object {
    required: &["uid", "title"],
    one_of: &[],
    attributes: &[
        ("uid", Kind::Text),
        ("title", Kind::Text),
        ("desc", Kind::Text),
        ("types", Kind::Texts),
        ("last_seen_time", Kind::Time),
    ],
};
static COMPLIANCE: Object = Object {
    required: &[],
    one_of: &[],
    attributes: &[
        ("control", Kind::Text),
        ("desc", Kind::Text),
        ("standards", Kind::Texts),
        ("requirements", Kind::Texts),
        ("status_id", Kind::Number(COMPLIANCE_STATUS)),
        ("status", Kind::Text),
        ("checks", Kind::Objects(&CHECK)),
    ],
};
static CHECK: Object = Object {
    required: &[],
    one_of: &["uid", "name"],
    attributes: &[
        ("uid", Kind::Text),
        ("name", Kind::Text),
        ("desc", Kind::Text),
        ("severity_id", Kind::Number(SEVERITY)),
        ("severity", Kind::Text),
        ("status_id", Kind::Number(COMPLIANCE_STATUS)),
        ("status", Kind::Text),
    ],
};
static REMEDIATION: Object =
    Object { required: &["desc"], one_of: &[], attributes: &[("desc", Kind::Text), ("references", Kind::Texts)] };
static RESOURCE_DETAILS: Object = Object {
    required: &[],
    one_of: &["uid", "name"],
    attributes: &[
        ("uid", Kind::Text),
        ("name", Kind::Text),
        ("type", Kind::Text),
        ("group", Kind::Object(&GROUP)),
        ("region", Kind::Text),
        ("cloud_partition", Kind::Text),
        ("tags", Kind::Objects(&KEY_VALUE)),
    ],
};
static GROUP: Object = Object { required: &[], one_of: &["uid", "name"], attributes: &[("name", Kind::Text)] };
static KEY_VALUE: Object =
    Object { required: &["name"], one_of: &["value", "values"], attributes: &[("name", Kind::Text), ("value", Kind::Text)] };
static CLOUD: Object = Object {
    required: &["provider"],
    one_of: &[],
    attributes: &[("provider", Kind::Text), ("region", Kind::Text), ("account", Kind::Object(&ACCOUNT))],
};
static ACCOUNT: Object = Object {
    required: &[],
    one_of: &["uid", "name"],
    attributes: &[("uid", Kind::Text), ("name", Kind::Text), ("type_id", Kind::Number(ACCOUNT_TYPE)), ("type", Kind::Text)],
};
static METADATA: Object = Object {
    required: &["version", "product"],
    one_of: &[],
    attributes: &[
        ("version", Kind::Text),
        ("profiles", Kind::Texts),
        ("product", Kind::Object(&PRODUCT)),
        ("uid", Kind::Text),
        ("correlation_uid", Kind::Text),
        ("event_code", Kind::Text),
    ],
};
static PRODUCT: Object = Object {
    required: &["vendor_name"],
    one_of: &["uid", "name"],
    attributes: &[("name", Kind::Text), ("vendor_name", Kind::Text), ("version", Kind::Text)],
};

/// What is wrong with an event: one line each.
pub(super) fn complaints(event: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    look(&COMPLIANCE_FINDING, event, "event", &mut complaints);
    complaints
}

fn look(object: &Object, value: &Value, path: &str, complaints: &mut Vec<String>) {
    let Some(fields) = value.as_object() else { return complaints.push(format!("{path} is no object")) };
    let missing = object.required.iter().filter(|name| !fields.contains_key(**name));
    complaints.extend(missing.map(|name| format!("{path} lacks {name}")));
    if !object.one_of.is_empty() && !object.one_of.iter().any(|name| fields.contains_key(*name)) {
        complaints.push(format!("{path} has none of {:?}", object.one_of));
    }
    for (name, field) in fields {
        let path = format!("{path}.{name}");
        match object.attributes.iter().find(|(known, _)| known == name) {
            None => complaints.push(format!("{path} is not in the schema")),
            Some((_, Kind::Object(of))) => look(of, field, &path, complaints),
            Some((_, Kind::Objects(of))) => {
                let items = field.as_array().map(Vec::as_slice).unwrap_or_default();
                complaints.extend(items.is_empty().then(|| format!("{path} is no list of objects")));
                for item in items {
                    look(of, item, &path, complaints);
                }
            }
            Some((_, Kind::Number(numbers))) => {
                complaints.extend(number(numbers, fields, name, field).map(|it| format!("{path} {it}")));
            }
            Some((_, Kind::Text)) => complaints.extend((!field.is_string()).then(|| format!("{path} is no text"))),
            Some((_, Kind::Texts)) => {
                let is_good = field.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(Value::is_string));
                complaints.extend((!is_good).then(|| format!("{path} is no list of texts")));
            }
            Some((_, Kind::Time)) => {
                let is_good = field.as_i64().is_some_and(|time| time > 1_500_000_000_000);
                complaints.extend((!is_good).then(|| format!("{path} is no time in milliseconds")));
            }
        }
    }
}

/// What is wrong with a number, or with the word beside it.
fn number(numbers: &[(u64, &str)], fields: &Map<String, Value>, name: &str, field: &Value) -> Option<String> {
    let Some((number, word)) = numbers.iter().find(|(number, _)| field == number) else {
        return Some(format!("may not be {field}"));
    };
    let stem = name.trim_end_matches("_id").trim_end_matches("_uid");
    let beside = fields.get(stem).or_else(|| fields.get(&format!("{stem}_name")));
    // The word of 99 is free: it says what the other thing is.
    let is_good = beside.is_some_and(|beside| beside == word || (*number == 99 && beside.is_string()));
    (!is_good).then(|| format!("is {field}, and the word beside it is {beside:?}"))
}
