//! What an asset has besides its place: tags and listed properties, together one value, for they change together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use super::property;
use crate::model::{Asset, Properties};

/// Writes an asset's tags and properties.
#[derive(Serialize)]
pub(in crate::store) struct Written<'a> {
    tags: &'a BTreeMap<String, String>,
    properties: Entries<'a>,
}

struct Entries<'a>(&'a Properties);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, property::Written::new(value))))
    }
}

impl<'a> From<&'a Asset> for Written<'a> {
    fn from(asset: &'a Asset) -> Self {
        Self { tags: &asset.tags, properties: Entries(&asset.properties) }
    }
}

/// Reads an asset's tags and properties.
#[derive(Deserialize)]
pub(in crate::store) struct Read {
    /// The tags.
    pub(in crate::store) tags: BTreeMap<String, String>,
    properties: BTreeMap<String, property::Read>,
}

impl Read {
    /// The tags and the properties.
    pub(in crate::store) fn into_parts(self) -> (BTreeMap<String, String>, Properties) {
        let properties = self.properties.into_iter().map(|(name, property::Read(value))| (name, value));
        (self.tags, properties.collect())
    }
}
