//! The comparison for programs.
//!
//! Its shape is versioned and stands apart from the model, as that of the scan's report does.

pub mod v1;

use std::io;

use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::model::Comparison;

/// Writes the comparison, indented by two spaces and ended by a line break.
///
/// # Errors
/// Those of `out`.
pub fn write(comparison: &Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut serializer = Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b"  "));
    v1::ComparisonReport::from(comparison).serialize(&mut serializer)?;
    io::Write::write_all(&mut out, b"\n")?;
    io::Write::flush(&mut out)
}

/// The JSON schema (draft 2020-12) of the comparison.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<v1::ComparisonReport<'static>>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::comparison::tests::{all, changed, hostile};
    use crate::report::conformance;
    use crate::report::sample::HOSTILE_NAME;

    fn written(comparison: &Comparison) -> String {
        let mut out = Vec::new();
        write(comparison, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace(env!("CARGO_PKG_VERSION"), "[version]")
    }

    fn value(comparison: &Comparison) -> Value {
        serde_json::from_str(&written(comparison)).unwrap()
    }

    #[test]
    fn a_changed_account_reads_so() {
        insta::assert_snapshot!(written(&changed()));
    }

    /// `UPDATE_GENERATED=1` writes the file instead.
    #[test]
    fn the_committed_schema_is_fresh() {
        conformance::assert_fresh("comparison-v1.schema.json", &schema());
    }

    #[test]
    fn the_schema_knows_every_field_of_a_comparison() {
        for comparison in all() {
            conformance::assert_conforms(&schema(), &value(&comparison));
        }
    }

    #[test]
    fn the_counts_are_those_of_the_lists() {
        for comparison in all() {
            let value = value(&comparison);
            for list in
                ["new", "newly_visible", "resolved", "unchanged", "muted", "not_comparable", "evidence_gained", "evidence_lost"]
            {
                let items = value["results"][list].as_array().unwrap();
                assert_eq!(value["summary"]["results"][list]["total"], items.len(), "{list}");
            }
            for list in ["new", "newly_visible", "vanished", "no_longer_visible"] {
                assert_eq!(value["summary"]["assets"][list], value["assets"][list].as_array().unwrap().len(), "{list}");
            }
        }
    }

    #[test]
    fn hostile_names_come_back_as_they_were() {
        let value = value(&hostile());
        let resolved = value["results"]["resolved"].as_array().unwrap();
        assert!(resolved.iter().any(|item| item["resource"]["name"] == HOSTILE_NAME), "{resolved:#?}");
    }
}
