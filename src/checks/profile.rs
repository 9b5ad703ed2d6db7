//! A profile: a named selection of checks, without logic.

use serde::Deserialize;

use super::check::Check;
use crate::model::Severity;

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
    /// Other names for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Profiles whose checks it has as well.
    #[serde(default)]
    pub builds_on: Vec<String>,
    /// Checks that it names: all of them, or these.
    #[serde(default)]
    pub checks: Selected,
    /// It has every check that one of these describes.
    #[serde(default)]
    pub include: Vec<Selector>,
    /// It has no check that one of these describes, whatever else does.
    #[serde(default)]
    pub exclude: Vec<Selector>,
}

/// A description of checks: those that everything it says holds for, and of each list one entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// Ids of checks.
    #[serde(default)]
    pub checks: Vec<String>,
    /// Services: `s3`.
    #[serde(default)]
    pub services: Vec<String>,
    /// Resource types: `aws.s3.bucket`.
    #[serde(default)]
    pub resources: Vec<String>,
    /// Categories: `encryption`.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Frameworks that ask for the check: `cis-aws-5.0`.
    #[serde(default)]
    pub frameworks: Vec<String>,
    /// Severities.
    #[serde(default)]
    pub severities: Vec<Severity>,
}

impl Selector {
    /// Whether it describes `check`.
    #[must_use]
    pub fn describes(&self, check: &Check) -> bool {
        let metadata = &check.metadata;
        let any = |wanted: &[String], is_it: &dyn Fn(&String) -> bool| wanted.is_empty() || wanted.iter().any(is_it);
        any(&self.checks, &|id| *id == metadata.id)
            && any(&self.services, &|service| *service == metadata.service)
            && any(&self.resources, &|resource| *resource == metadata.resource)
            && any(&self.categories, &|category| metadata.categories.contains(category))
            && any(&self.frameworks, &|framework| metadata.requirements.iter().any(|one| one.framework == *framework))
            && (self.severities.is_empty() || self.severities.contains(&metadata.severity))
    }

    /// Whether it says nothing: such a one would describe every check by mistake.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The checks that a profile names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selected {
    /// Every check there is.
    All,
    /// These, by id.
    Named(Vec<String>),
}

impl Default for Selected {
    fn default() -> Self {
        Self::Named(Vec::new())
    }
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
