//! The plan for programs.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::v1;

/// The JSON schema (draft 2020-12) of the plan.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<v1::PlanDocument<'static>>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::conformance;
    use crate::report::plan::tests::{all, saved};

    /// `UPDATE_GENERATED=1` writes the file instead.
    #[test]
    fn the_committed_schema_is_fresh() {
        conformance::assert_fresh("plan-v1.schema.json", &schema());
    }

    #[test]
    fn the_schema_knows_every_field_of_a_plan() {
        for plan in all() {
            conformance::assert_conforms(&schema(), &serde_json::to_value(v1::PlanDocument::from(&plan)).unwrap());
        }
    }

    #[test]
    fn a_saved_plan_reads_so() {
        let text = serde_json::to_string_pretty(&v1::PlanDocument::from(&saved())).unwrap();
        insta::assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "[version]"));
    }
}
