//! The JSON report: the whole scan for programs, and for people with a pager.
//!
//! Its shape is versioned and stands apart from the model: the model may change, version 1 of the report may not.

pub mod v1;

use std::io;

use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::model::ScanReport;

/// Writes the report, indented by two spaces and ended by a line break. It is written as it is made, never held as a whole.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, out: &mut dyn io::Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut serializer = Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b"  "));
    v1::Report::from(report).serialize(&mut serializer)?;
    io::Write::write_all(&mut out, b"\n")?;
    io::Write::flush(&mut out)
}

/// The JSON schema (draft 2020-12) of the report.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<v1::Report<'static>>().to_value()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::report::sample;

    fn written(report: &ScanReport) -> String {
        let mut out = Vec::new();
        write(report, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace(env!("CARGO_PKG_VERSION"), "[version]")
    }

    #[test]
    fn a_partial_scan_reads_so() {
        insta::assert_snapshot!(written(&sample::partial().report));
    }

    #[test]
    fn a_clean_scan_reads_so() {
        insta::assert_snapshot!(written(&sample::clean().report));
    }

    #[test]
    fn hostile_names_come_back_as_they_were() {
        let value: Value = serde_json::from_str(&written(&sample::hostile().report)).unwrap();
        let names: Vec<&str> =
            value["results"].as_array().unwrap().iter().filter_map(|it| it["resource"]["name"].as_str()).collect();
        assert!(names.contains(&sample::HOSTILE_NAME), "{names:?}");
    }

    #[test]
    fn what_could_not_be_read_says_why() {
        let value: Value = serde_json::from_str(&written(&sample::partial().report)).unwrap();
        for result in value["results"].as_array().unwrap() {
            assert_eq!(result["status"] == "unknown", result["gap"].is_object(), "{result}");
        }
        let unread =
            value["assets"].as_array().unwrap().iter().filter(|it| it["properties"]["policy_status"]["$unknown"].is_string());
        assert_eq!(unread.count(), 3);
    }

    /// `UPDATE_GENERATED=1` writes the file instead.
    #[test]
    fn the_committed_schema_is_fresh() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/report-v1.schema.json");
        let fresh = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == fresh, "{} is stale: run the tests with UPDATE_GENERATED=1", path.display());
    }

    #[test]
    fn the_schema_knows_every_field_of_a_report() {
        let schema = schema();
        for sample in sample::all() {
            let value: Value = serde_json::from_str(&written(&sample.report)).unwrap();
            compare(&schema, &schema, &value, "report");
        }
    }

    /// Walks a value along its schema: every required field is there and no field is unknown to the schema.
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
                assert_eq!(required.len(), fields.len(), "{path}");
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
}
