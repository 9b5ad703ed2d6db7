//! What one selection of a backup plan takes care of: "BackupSelection" in the AWS Backup API reference.

use std::collections::BTreeMap;

use aws_sdk_backup::types as sdk;

use super::super::strict::Asked;
use crate::model::Gap;
use crate::model::pattern::covers;

/// The tags of a resource, by key.
pub(super) type Tags = BTreeMap<String, String>;

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
    /// Whether it takes care of a resource with these tags.
    pub(super) fn takes(&self, arn: &str, tags: &Tags) -> bool {
        let chosen = self.names(arn) || self.any_tag.iter().any(|tag| tag.holds(tags));
        chosen && !self.leaves_out(arn) && self.conditions.iter().all(|condition| condition.holds(tags))
    }

    /// The same where the tags are not known; `None` where it hangs on them.
    pub(super) fn takes_whatever_its_tags(&self, arn: &str) -> Option<bool> {
        let named = self.names(arn);
        if self.leaves_out(arn) || (!named && self.any_tag.is_empty()) {
            return Some(false);
        }
        (named && self.conditions.is_empty()).then_some(true)
    }

    fn names(&self, arn: &str) -> bool {
        let chooses_nothing = self.resources.is_empty() && self.any_tag.is_empty();
        chooses_nothing || self.resources.iter().any(|pattern| covers(pattern, arn))
    }

    fn leaves_out(&self, arn: &str) -> bool {
        self.not_resources.iter().any(|pattern| covers(pattern, arn))
    }
}

impl Condition {
    /// A tag that is not there has no value, so a condition that asks for another value holds.
    fn holds(&self, tags: &Tags) -> bool {
        let value = tags.get(&self.key);
        match self.test {
            Test::Equals => value == Some(&self.value),
            Test::NotEquals => value != Some(&self.value),
            Test::Like => value.is_some_and(|value| covers(&self.value, value)),
            Test::NotLike => !value.is_some_and(|value| covers(&self.value, value)),
        }
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
mod tests {
    use super::*;

    const DATABASE: &str = "arn:aws:rds:eu-west-1:123456789012:db:orders";

    fn tags(tags: &[(&str, &str)]) -> Tags {
        tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    fn naming(resources: &[&str]) -> Selection {
        Selection { resources: resources.iter().map(|pattern| (*pattern).to_owned()).collect(), ..Selection::default() }
    }

    fn is(key: &str, test: Test, value: &str) -> Condition {
        condition(key, test, value.to_owned())
    }

    #[test]
    fn a_selection_names_resources_whatever_their_tags() {
        for (patterns, named) in [
            (vec!["*"], true),
            (vec!["arn:aws:rds:*:*:cluster:*", "arn:aws:rds:*:*:db:*"], true),
            (vec![DATABASE], true),
            (vec!["arn:aws:rds:*:*:db:order"], false),
            // What chooses nothing leaves the choice to AWS Backup, which takes all that it can.
            (vec![], true),
        ] {
            assert_eq!(naming(&patterns).takes_whatever_its_tags(DATABASE), Some(named), "{patterns:?}");
            assert_eq!(naming(&patterns).takes(DATABASE, &Tags::new()), named, "{patterns:?}");
        }
        let but = Selection { not_resources: vec!["arn:aws:rds:*".to_owned()], ..naming(&["*"]) };
        assert_eq!((but.takes_whatever_its_tags(DATABASE), but.takes(DATABASE, &Tags::new())), (Some(false), false));
        let all_but = Selection { not_resources: vec!["arn:aws:ec2:*".to_owned()], ..Selection::default() };
        assert_eq!((all_but.takes_whatever_its_tags(DATABASE), all_but.takes(DATABASE, &Tags::new())), (Some(true), true));
    }

    #[test]
    fn a_condition_without_its_value_is_not_guessed() {
        let asked = Asked { action: "backup:GetBackupSelection", region: "eu-west-1" };
        let parameter = sdk::ConditionParameter::builder().condition_key("aws:ResourceTag/stage").build();
        let conditions = sdk::Conditions::builder().string_not_equals(parameter).build();
        let told = sdk::BackupSelection::builder().selection_name("all").iam_role_arn("role").conditions(conditions).build();
        let gap = Selection::of(told.expect("a selection"), asked).expect_err("it lacks a value");
        assert_eq!(gap.detail, "the answer lacks ConditionValue");
    }

    #[test]
    fn one_tag_of_a_list_is_enough_and_stands_beside_the_resources() {
        let any_tag = || vec![is("backup", Test::Equals, "daily"), is("stage", Test::Equals, "live")];
        let by_tag = Selection { any_tag: any_tag(), ..Selection::default() };
        assert_eq!(by_tag.takes_whatever_its_tags(DATABASE), None);
        assert!(by_tag.takes(DATABASE, &tags(&[("stage", "live")])));
        assert!(!by_tag.takes(DATABASE, &tags(&[("stage", "Live"), ("Backup", "daily")])));
        assert!(Selection { any_tag: any_tag(), ..naming(&[DATABASE]) }.takes(DATABASE, &Tags::new()));
        let but = Selection { any_tag: any_tag(), not_resources: vec![DATABASE.to_owned()], ..Selection::default() };
        assert!(!but.takes(DATABASE, &tags(&[("stage", "live")])));
    }

    #[test]
    fn every_condition_must_hold() {
        let databases = |conditions| Selection { conditions, ..naming(&["arn:aws:rds:*"]) };
        let both =
            databases(vec![is("aws:ResourceTag/stage", Test::Equals, "live"), is("aws:ResourceTag/team", Test::Like, "shop*")]);
        assert_eq!(both.takes_whatever_its_tags(DATABASE), None);
        assert!(both.takes(DATABASE, &tags(&[("stage", "live"), ("team", "shop-eu")])));
        assert!(!both.takes(DATABASE, &tags(&[("stage", "live"), ("team", "office")])));
        assert_eq!(both.takes_whatever_its_tags("arn:aws:ec2:eu-west-1:123456789012:volume/vol-1"), Some(false));
        let unless = databases(vec![is("stage", Test::NotEquals, "test"), is("team", Test::NotLike, "*lab")]);
        assert!(unless.takes(DATABASE, &Tags::new()));
        assert!(!unless.takes(DATABASE, &tags(&[("stage", "test")])));
        assert!(!unless.takes(DATABASE, &tags(&[("team", "data-lab")])));
    }

    #[test]
    fn conditions_alone_choose_too() {
        let selection = Selection { conditions: vec![is("stage", Test::Equals, "live")], ..Selection::default() };
        assert!(selection.takes(DATABASE, &tags(&[("stage", "live")])));
        assert!(!selection.takes(DATABASE, &Tags::new()));
    }
}
