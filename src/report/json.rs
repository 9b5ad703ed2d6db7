//! The JSON report: the whole scan for programs, and for people with a pager.
//!
//! Its shape is versioned and stands apart from the model: the model may change, version 1 of the report may not.

pub mod earlier;
pub mod v1;

use std::io;

use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::format::Extent;
use crate::model::ScanReport;

/// Writes the report, indented by two spaces and ended by a line break. It is written as it is made, never held as a whole.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, extent: Extent, out: &mut dyn io::Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut serializer = Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b"  "));
    v1::Report::of(report, extent).serialize(&mut serializer)?;
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
    use super::*;
    use crate::report::{conformance, sample};

    fn written(report: &ScanReport) -> String {
        let mut out = Vec::new();
        write(report, Extent::Whole, &mut out).unwrap();
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
    fn what_an_earlier_scan_read_says_when() {
        let value: Value = serde_json::from_str(&written(&sample::incremental().report)).unwrap();
        let expected = serde_json::json!({ "read": 1, "reused": 2, "since": "2026-01-14T07:30:00Z" });
        assert_eq!(value["summary"]["evidence"], expected);
        let times = value["assets"].as_array().unwrap().iter().filter_map(|asset| asset.get("evidence_read_at"));
        let expected = serde_json::json!({ "policy_status": "2026-01-14T07:30:00Z" });
        assert_eq!(times.collect::<Vec<_>>(), [&expected, &expected]);
    }

    #[test]
    fn a_framework_reads_so() {
        let value: Value = serde_json::from_str(&written(&sample::measured().report)).unwrap();
        insta::assert_json_snapshot!(value["frameworks"]);
        let without: Value = serde_json::from_str(&written(&sample::partial().report)).unwrap();
        assert!(without.get("frameworks").is_none(), "absent where the scan names none");
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
        conformance::assert_fresh("report-v1.schema.json", &schema());
    }

    #[test]
    fn the_schema_knows_every_field_of_a_report() {
        for sample in sample::all() {
            conformance::assert_conforms(&schema(), &serde_json::from_str(&written(&sample.report)).unwrap());
        }
    }
}
