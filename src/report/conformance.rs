//! Holds JSON reports against their schemas, and the committed schemas against those that the structs give.

use std::path::Path;

use serde_json::Value;

/// The schema committed as `schemas/NAME` is this one. `UPDATE_GENERATED=1` writes the file instead.
#[track_caller]
pub(super) fn assert_fresh(name: &str, schema: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(name);
    let fresh = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == fresh, "{} is stale: run the tests with UPDATE_GENERATED=1", path.display());
}

/// Every required field is there and no field is unknown to the schema.
#[track_caller]
pub(super) fn assert_conforms(schema: &Value, value: &Value) {
    compare(schema, schema, value, "report");
}

#[track_caller]
fn compare(root: &Value, schema: &Value, value: &Value, path: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    if let Some(choices) = schema["anyOf"].as_array() {
        let choice = choices.iter().find(|choice| (choice["type"] == "null") == value.is_null()).unwrap();
        return compare(root, choice, value, path);
    }
    match (schema.get("properties").and_then(Value::as_object), value) {
        (Some(properties), Value::Object(fields)) => {
            let required: Vec<&str> = schema["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let missing: Vec<&&str> = required.iter().filter(|name| !fields.contains_key(**name)).collect();
            assert!(missing.is_empty(), "{path} lacks {missing:?}");
            for (name, field) in fields {
                let property = properties.get(name).unwrap_or_else(|| panic!("{path}.{name} is not in the schema"));
                compare(root, property, field, &format!("{path}.{name}"));
            }
        }
        (_, Value::Array(items)) => items.iter().for_each(|item| compare(root, &schema["items"], item, &format!("{path}[]"))),
        (_, Value::String(text)) => {
            let allowed = schema["enum"].as_array();
            assert!(allowed.is_none_or(|words| words.iter().any(|word| word == text)), "{path}: {text}");
        }
        _ => {}
    }
}
