//! What one selection of a backup plan takes care of: "BackupSelection" in the AWS Backup API reference.

use std::collections::BTreeMap;

use aws_sdk_backup::types as sdk;

use super::super::strict::Asked;
use super::opt_in::OptIn;
use crate::model::pattern::{covers, literal, matches};
use crate::model::{Gap, GapKind};

/// The tags of a resource, by key.
pub(super) type Tags = BTreeMap<String, String>;

/// The key of the tag by which the plan of EFS's automatic backups knows its file systems ("Automatic backups" in the Amazon EFS User
/// Guide). It is AWS's own: nobody can put it on anything else.
const FILE_SYSTEMS_ONLY: &str = "aws:elasticfilesystem:";

/// What one selection of a plan takes care of: what it names or knows by a tag, less what it leaves out, as far as its conditions hold.
/// One that neither names anything nor knows it by a tag takes care of everything else.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Selection {
    /// ARNs, perhaps with wildcards.
    resources: Vec<String>,
    /// The same for what it leaves out.
    not_resources: Vec<String>,
    /// Tags of which one is enough.
    any_tag: Vec<Condition>,
    /// Conditions that must all hold.
    conditions: Vec<Condition>,
}

/// What is asked of one tag.
#[derive(Debug, PartialEq)]
struct Condition {
    key: String,
    test: Test,
    value: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Test {
    Equals,
    NotEquals,
    Like,
    NotLike,
}

impl Selection {
    /// Whether it takes care of a resource with these tags; `opt_in` is how AWS Backup stands to resources of its type.
    ///
    /// # Errors
    /// What would have to be known to tell.
    pub(super) fn takes(&self, arn: &str, tags: &Tags, opt_in: OptIn<'_>, asked: Asked<'_>) -> Result<bool, Gap> {
        let held: Vec<Option<bool>> = self.conditions.iter().map(|condition| condition.holds(tags)).collect();
        let named = self.names_kind_of(arn);
        let chosen = named || self.covers(arn) || self.any_tag.iter().any(|tag| tag.holds(tags) == Some(true));
        if !chosen || self.leaves_out(arn) || held.contains(&Some(false)) || !opt_in.lets_choose(named)? {
            return Ok(false);
        }
        let unclear = self.conditions.iter().zip(&held).find(|(_, held)| held.is_none());
        unclear.map_or(Ok(true), |(condition, _)| Err(condition.unclear(asked)))
    }

    /// The same where the tags are not known; `None` where it hangs on them.
    pub(super) fn takes_whatever_its_tags(&self, arn: &str, opt_in: OptIn<'_>) -> Option<bool> {
        let named = self.names_kind_of(arn);
        let covered = named || self.covers(arn);
        let by_tag = self.any_tag.iter().any(|tag| tag.may_be_on(arn));
        if self.leaves_out(arn) || !(covered || by_tag) || matches!(opt_in.lets_choose(named), Ok(false)) {
            return Some(false);
        }
        (covered && self.conditions.is_empty()).then_some(true)
    }

    /// Whether it covers a resource without its tags.
    fn covers(&self, arn: &str) -> bool {
        let chooses_nothing = self.resources.is_empty() && self.any_tag.is_empty();
        chooses_nothing || self.resources.iter().any(|pattern| covers(pattern, arn))
    }

    /// Whether it names a resource or its service: then it is taken even where AWS Backup is not to choose its like.
    fn names_kind_of(&self, arn: &str) -> bool {
        let is_named = |pattern: &&String| {
            pattern.split(':').nth(2).is_some_and(|service| !service.is_empty() && !service.contains(['*', '?']))
        };
        self.resources.iter().filter(is_named).any(|pattern| covers(pattern, arn))
    }

    fn leaves_out(&self, arn: &str) -> bool {
        self.not_resources.iter().any(|pattern| covers(pattern, arn))
    }
}

impl Condition {
    /// Whether it holds. Only "resources that you tagged" are compared, says the reference of `Conditions`, and not what becomes of those
    /// without the tag where it is to have another value: `None`.
    fn holds(&self, tags: &Tags) -> Option<bool> {
        let value = tags.get(&self.key);
        match self.test {
            Test::Equals => Some(value == Some(&self.value)),
            Test::Like => Some(value.is_some_and(|value| self.is_like(value))),
            Test::NotEquals => value.map(|value| *value != self.value),
            Test::NotLike => value.map(|value| !self.is_like(value)),
        }
    }

    /// `*` alone is a wildcard there.
    fn is_like(&self, value: &str) -> bool {
        let pieces: Vec<String> = self.value.split('*').map(literal).collect();
        matches(&pieces.join("*"), value)
    }

    /// Whether the tag can be on the resource at all.
    fn may_be_on(&self, arn: &str) -> bool {
        !self.key.starts_with(FILE_SYSTEMS_ONLY) || arn.split(':').nth(2) == Some("elasticfilesystem")
    }

    fn unclear(&self, asked: Asked<'_>) -> Gap {
        let detail = format!(
            "it asks that the tag {} is not {}, which leaves open what becomes of resources without that tag",
            self.key, self.value
        );
        Gap { kind: GapKind::Undecided, action: asked.action.to_owned(), region: asked.region.to_owned(), detail }
    }
}

impl Selection {
    /// A selection as the API tells it.
    ///
    /// # Errors
    /// A condition lacks its key or its value, so that nobody knows what is taken.
    pub(super) fn of(selection: sdk::BackupSelection, asked: Asked<'_>) -> Result<Self, Gap> {
        let any_tag = selection.list_of_tags.unwrap_or_default().into_iter();
        Ok(Self {
            resources: selection.resources.unwrap_or_default(),
            not_resources: selection.not_resources.unwrap_or_default(),
            // StringEquals is the only test that such a list knows.
            any_tag: any_tag.map(|tag| condition(&tag.condition_key, Test::Equals, tag.condition_value)).collect(),
            conditions: selection.conditions.map_or_else(|| Ok(Vec::new()), |told| conditions(told, asked))?,
        })
    }
}

fn conditions(conditions: sdk::Conditions, asked: Asked<'_>) -> Result<Vec<Condition>, Gap> {
    [
        (Test::Equals, conditions.string_equals),
        (Test::NotEquals, conditions.string_not_equals),
        (Test::Like, conditions.string_like),
        (Test::NotLike, conditions.string_not_like),
    ]
    .into_iter()
    .flat_map(|(test, parameters)| parameters.unwrap_or_default().into_iter().map(move |parameter| (test, parameter)))
    .map(|(test, parameter)| {
        let key = asked.required("ConditionKey", parameter.condition_key)?;
        Ok(condition(&key, test, asked.required("ConditionValue", parameter.condition_value)?))
    })
    .collect()
}

/// A list of tags names the key itself, conditions write `aws:ResourceTag/` before it.
fn condition(key: &str, test: Test, value: String) -> Condition {
    Condition { key: key.strip_prefix("aws:ResourceTag/").unwrap_or(key).to_owned(), test, value }
}

#[cfg(test)]
mod tests;
