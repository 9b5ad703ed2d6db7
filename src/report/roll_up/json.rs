//! The roll-up for programs, with or without the reports on the accounts.

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::joining::Part;
use super::v1;
use crate::model::RollUp;

/// The JSON schema (draft 2020-12) of the roll-up.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<v1::RollUpDocument<'static>>().to_value()
}

/// Writes the roll-up alone.
///
/// # Errors
/// Those of `out`.
pub fn write(roll_up: &RollUp, out: &mut dyn Write) -> io::Result<()> {
    let mut document = v1::RollUpDocument::from(roll_up);
    document.accounts = roll_up.accounts.iter().map(v1::AccountNote::from).collect();
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// Writes the roll-up with each account's report in it, where there is one: an account on each line. The reports are copied, never held.
pub(super) fn join(roll_up: &RollUp, known: &[usize], part: &mut Part<'_>, out: &mut dyn Write) -> io::Result<()> {
    // The accounts come last in the document, and each one's report last in the account.
    out.write_all(open(&v1::RollUpDocument::from(roll_up), "]}")?.as_bytes())?;
    for (number, account) in roll_up.accounts.iter().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        out.write_all(open(&v1::AccountNote::from(account), "}")?.as_bytes())?;
        if known.contains(&account.place) {
            out.write_all(b",\"report\":")?;
            part(account.place, out)?;
        }
        out.write_all(b"}")?;
    }
    out.write_all(b"\n]}\n")
}

/// The value on one line, without its end.
fn open(value: &impl serde::Serialize, end: &str) -> io::Result<String> {
    let mut text = serde_json::to_string(value)?;
    text.truncate(text.len() - end.len());
    Ok(text)
}
