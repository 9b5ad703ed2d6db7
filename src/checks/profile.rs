//! A profile: a named selection of checks, without logic.

use serde::Deserialize;

/// A profile's file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its name, equal to the file's.
    pub id: String,
    /// What it is, in a few words.
    pub title: String,
    /// Whom it is for and what it covers.
    pub description: String,
    /// The checks.
    pub checks: Selected,
}

/// The checks of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selected {
    /// Every check there is.
    All,
    /// These, by id.
    Named(Vec<String>),
}

impl<'de> Deserialize<'de> for Selected {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Selected;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("`all` or a list of check ids")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Selected, E> {
                if word == "all" { Ok(Selected::All) } else { Err(E::invalid_value(serde::de::Unexpected::Str(word), &self)) }
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Selected, A::Error> {
                let mut ids = Vec::new();
                while let Some(id) = items.next_element()? {
                    ids.push(id);
                }
                Ok(Selected::Named(ids))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}
