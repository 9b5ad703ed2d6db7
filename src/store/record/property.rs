//! Property trees.
//!
//! ```text
//! Null, Bool, Integer, Text, List   as in JSON
//! Number                            {"$number": "0.5"}: text, because JSON's numbers lose precision and know no infinity
//! Unknown                           {"$unknown": {"kind": …, "action": …, "region": …, "detail": …}}
//! Map                               an object; a key that begins with $ gets another one in front
//! ```

use std::fmt;
use std::sync::Arc;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Gap, GapKind, Property};

const NUMBER: &str = "$number";
const UNKNOWN: &str = "$unknown";

/// The deepest tree that is written: as deep as can be read again (serde_json stops at 128 levels, and some are the record's own).
const DEEPEST: usize = 100;

/// Writes a property tree.
pub(in crate::store) struct Written<'a> {
    property: &'a Property,
    depth: usize,
}

impl<'a> Written<'a> {
    /// Of the whole tree.
    pub(in crate::store) const fn new(property: &'a Property) -> Self {
        Self { property, depth: 0 }
    }

    const fn below(&self, property: &'a Property) -> Self {
        Self { property, depth: self.depth + 1 }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.depth > DEEPEST {
            return Err(S::Error::custom(format!("a property has more than {DEEPEST} levels")));
        }
        match self.property {
            Property::Null => serializer.serialize_unit(),
            Property::Bool(value) => serializer.serialize_bool(*value),
            Property::Integer(value) => serializer.serialize_i64(*value),
            Property::Number(value) => serializer.collect_map([(NUMBER, value.to_string())]),
            Property::Text(value) => serializer.serialize_str(value),
            Property::List(items) => serializer.collect_seq(items.iter().map(|item| self.below(item))),
            Property::Unknown(gap) => serializer.collect_map([(UNKNOWN, GapRecord::from(gap.as_ref()))]),
            Property::Map(map) => {
                let mut entries = serializer.serialize_map(Some(map.keys().len()))?;
                for (key, value) in map.iter() {
                    if key.starts_with('$') {
                        entries.serialize_entry(&format!("${key}"), &self.below(value))?;
                    } else {
                        entries.serialize_entry(key, &self.below(value))?;
                    }
                }
                entries.end()
            }
        }
    }
}

/// A gap, field by field.
#[derive(Serialize, Deserialize)]
struct GapRecord {
    kind: GapKind,
    action: String,
    region: String,
    detail: String,
}

impl From<&Gap> for GapRecord {
    fn from(gap: &Gap) -> Self {
        let Gap { kind, action, region, detail } = gap.clone();
        Self { kind, action, region, detail }
    }
}

impl From<GapRecord> for Gap {
    fn from(record: GapRecord) -> Self {
        let GapRecord { kind, action, region, detail } = record;
        Self { kind, action, region, detail }
    }
}

/// Reads a property tree.
pub(in crate::store) struct Read(pub(in crate::store) Property);

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree).map(Read)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Property;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a property")
    }

    fn visit_unit<E>(self) -> Result<Property, E> {
        Ok(Property::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Property, E> {
        Ok(Property::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Property, E> {
        Ok(Property::Integer(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Property, E> {
        i64::try_from(value).map(Property::Integer).map_err(E::custom)
    }

    fn visit_str<E>(self, value: &str) -> Result<Property, E> {
        Ok(Property::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Property, E> {
        Ok(Property::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Property, A::Error> {
        let mut list = Vec::new();
        while let Some(Read(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Property::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Property, A::Error> {
        let mut map = Vec::new();
        while let Some(mut key) = entries.next_key::<String>()? {
            match key.as_str() {
                NUMBER => return entries.next_value::<String>()?.parse().map(Property::Number).map_err(A::Error::custom),
                UNKNOWN => return Ok(Property::Unknown(Arc::new(entries.next_value::<GapRecord>()?.into()))),
                _ if key.starts_with("$$") => drop(key.remove(0)),
                _ if key.starts_with('$') => return Err(A::Error::custom(format!("nothing is known of {key}"))),
                _ => {}
            }
            let Read(value) = entries.next_value()?;
            map.push((key, value));
        }
        Ok(Property::Map(map.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests;
