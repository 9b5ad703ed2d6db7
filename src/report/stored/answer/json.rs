//! A list with an object for every row.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Answer, Value};

/// The answer as JSON, indented and ended by a line break: a list with an object for every row. Of columns of the same name the last
/// one counts; bytes are hexadecimal.
///
/// # Errors
/// Never for what SQLite answers.
pub fn json(answer: &Answer) -> Result<String, serde_json::Error> {
    let rows: Vec<Row<'_>> = answer.rows.iter().map(|row| Row { columns: &answer.columns, row }).collect();
    serde_json::to_string_pretty(&rows).map(|text| text + "\n")
}

struct Row<'a> {
    columns: &'a [String],
    row: &'a [Value],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_last = |place: usize| !self.columns[place + 1..].contains(&self.columns[place]);
        let mut map = serializer.serialize_map(None)?;
        for (place, (column, value)) in self.columns.iter().zip(self.row).enumerate() {
            if is_last(place) {
                map.serialize_entry(column, value)?;
            }
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bytes(_) => serializer.serialize_str(&self.text()),
        }
    }
}
