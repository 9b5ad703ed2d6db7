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
