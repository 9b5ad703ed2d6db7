//! Comma-separated values, for spreadsheets: a file of results and one of assets.
//!
//! They follow RFC 4180 (UTF-8, lines that end in CR LF, quotes where a cell needs them), the names of the columns first. Columns keep
//! their names and order; new ones come last. Somebody else has named the resources: see [`cell`] for what becomes of such texts.

mod assets;
mod cell;
mod results;

use std::borrow::Cow;
use std::io;

use ::csv::{Terminator, WriterBuilder};
use serde::Serialize;

use super::escaped_json;
use super::format::Extent;
use crate::model::ScanReport;

pub use assets::ASSETS;
pub use results::RESULTS;

/// A column of a file that has a row for each `Item` of a scan.
#[derive(Debug)]
pub struct Column<Item: 'static> {
    /// Its name, in the first line.
    pub name: &'static str,
    /// What its cells hold, in a few words.
    pub about: &'static str,
    /// What the item's cell is made of.
    value: for<'a> fn(&'a ScanReport, &'a Item) -> Value<'a>,
}

impl<Item> Column<Item> {
    const fn new(name: &'static str, about: &'static str, value: for<'a> fn(&'a ScanReport, &'a Item) -> Value<'a>) -> Self {
        Self { name, about, value }
    }
}

/// What a cell is made of.
#[derive(Debug)]
enum Value<'a> {
    /// Text from anywhere.
    Text(Cow<'a, str>),
    /// JSON in which nothing is hidden.
    Json(String),
}

impl Value<'_> {
    /// Any number of texts in one cell.
    fn list(texts: impl Iterator<Item = String>) -> Self {
        Self::Text(texts.collect::<Vec<_>>().join(", ").into())
    }

    /// A map as JSON.
    fn json(map: &impl Serialize) -> Self {
        let mut json = Vec::new();
        match escaped_json::write(map, &mut json) {
            Ok(()) => Self::Json(String::from_utf8(json).unwrap_or_default()),
            Err(_) => Self::Text("".into()),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.unwrap_or_default().into()
    }
}

/// Writes the results, the worst first: findings, muted ones too, and all others, as far as the extent holds them. Where there are none
/// because nothing was evaluated, which a table cannot say, the warning to show is returned.
///
/// # Errors
/// Those of `out`.
pub fn write_results(report: &ScanReport, extent: Extent, out: &mut dyn io::Write) -> io::Result<Option<String>> {
    write(report, RESULTS, report.results.iter().filter(|result| extent.holds(result)), out)?;
    Ok(report.evaluated_nothing().then(|| {
        format!(
            "the CSV report has no rows: nothing was evaluated, the scan is {}, which does not mean that all is well",
            report.status
        )
    }))
}

/// Writes the inventory, by type, region and id.
///
/// # Errors
/// Those of `out`.
pub fn write_assets(report: &ScanReport, out: &mut dyn io::Write) -> io::Result<()> {
    write(report, ASSETS, report.assets.iter(), out)
}

fn write<'a, Item>(
    report: &'a ScanReport,
    columns: &[Column<Item>],
    items: impl Iterator<Item = &'a Item>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(64 * 1024).from_writer(out);
    writer.write_record(columns.iter().map(|column| column.name))?;
    for item in items {
        for column in columns {
            match (column.value)(report, item) {
                Value::Text(text) => writer.write_field(cell::text(&text).as_bytes())?,
                Value::Json(json) => writer.write_field(cell::json(&json))?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

#[cfg(test)]
mod tests;
