//! Comma-separated values (RFC 4180), the names of the columns first.

use super::Answer;

/// The answer as comma-separated values. Nothing is an empty field without quotes.
#[must_use]
pub fn csv(answer: &Answer) -> String {
    let mut text = String::new();
    record(answer.columns.iter().map(|name| field(name)), &mut text);
    for row in &answer.rows {
        record(row.iter().map(|value| if *value == super::Value::Null { String::new() } else { field(&value.text()) }), &mut text);
    }
    text
}

fn record(fields: impl Iterator<Item = String>, text: &mut String) {
    text.push_str(&fields.collect::<Vec<_>>().join(","));
    text.push_str("\r\n");
}

/// A field, in quotes where it needs them. An empty text has them, which tells it from nothing.
fn field(text: &str) -> String {
    if text.is_empty() || text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
