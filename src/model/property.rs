//! Evidence as a tree in which "could not be read" is a value like any other.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::gap::{Gap, GapKind};
use super::properties::Properties;

/// One property of an asset: JSON's shapes, plus `Unknown`.
#[derive(Debug, Clone, PartialEq)]
pub enum Property {
    /// Known to be absent.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Number(f64),
    /// Text; points in time are RFC 3339 in UTC.
    Text(String),
    /// Several values in the cloud's order.
    List(Vec<Property>),
    /// Named values.
    Map(Properties),
    /// The evidence could not be read.
    Unknown(Arc<Gap>),
}

/// The key under which an unknown property is written in JSON.
pub const UNKNOWN_KEY: &str = "$unknown";

impl Property {
    /// The property tree of anything serialisable; what cannot be written as JSON becomes `Null`, which typed structs exclude.
    pub fn from_typed<T: Serialize>(value: &T) -> Self {
        serde_json::to_value(value).map_or(Self::Null, Self::from)
    }

    /// The items of a list; none of anything else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A property that could not be read.
    #[must_use]
    pub fn unknown(gap: Gap) -> Self {
        Self::Unknown(Arc::new(gap))
    }

    /// The value under `key`, where this is a map that has it.
    #[must_use]
    pub fn at(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(map) => map.get(key),
            _ => None,
        }
    }

    /// Whether reading it showed that the resource that it belongs to is there no more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Unknown(gap) if gap.kind == GapKind::Gone)
    }

    /// The first gap in the tree, where there is one.
    #[must_use]
    pub fn first_gap(&self) -> Option<&Arc<Gap>> {
        match self {
            Self::Unknown(gap) => Some(gap),
            Self::List(items) => items.iter().find_map(Self::first_gap),
            Self::Map(map) => map.values().find_map(Self::first_gap),
            _ => None,
        }
    }
}

impl From<Value> for Property {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => {
                number.as_i64().map_or_else(|| Self::Number(number.as_f64().unwrap_or(f64::NAN)), Self::Integer)
            }
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(entries) => Self::Map(entries.into_iter().map(|(key, value)| (key, Self::from(value))).collect()),
        }
    }
}

impl Serialize for Property {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(map) => map.serialize(serializer),
            Self::Unknown(gap) => serializer.collect_map([(UNKNOWN_KEY, gap.sentence())]),
        }
    }
}
