//! The thresholds of a check: named, with defaults in its file and values of the user's own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::expression::Evidence;
use crate::model::nearest::suggestion;
use crate::model::{Properties, Property};

/// A parameter as the check's file declares it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterDocument {
    /// The value where the user sets none: a whole number, true or false, text, or a list of texts.
    pub default: Value,
    /// What it decides, with its unit.
    pub description: String,
}

/// Why a value cannot be a parameter's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParameterError {
    /// The check has no such parameter.
    #[error("check {check} has no parameter `{name}`{suggestion}")]
    Unknown {
        /// The check's id.
        check: String,
        /// The name as typed.
        name: String,
        /// Names that are close, or what there is.
        suggestion: String,
    },
    /// The value is of another kind than the default.
    #[error("`{value}` is no value for {check}.{name}: it takes {wanted}")]
    Kind {
        /// The check's id.
        check: String,
        /// The parameter's name.
        name: String,
        /// The value as typed.
        value: String,
        /// What would be right.
        wanted: &'static str,
    },
}

/// The parameters of one check with the values that count.
#[derive(Debug, Clone)]
pub struct Parameters {
    declared: BTreeMap<String, ParameterDocument>,
    values: BTreeMap<String, Value>,
    evidence: Evidence,
}

impl Parameters {
    /// The parameters that a file declares, with their defaults.
    ///
    /// # Errors
    /// The name of a parameter whose default is of no kind that a parameter can have.
    pub fn declared(declared: BTreeMap<String, ParameterDocument>) -> Result<Self, String> {
        if let Some((name, _)) = declared.iter().find(|(_, parameter)| Kind::of(&parameter.default).is_none()) {
            return Err(name.clone());
        }
        let values = declared.iter().map(|(name, parameter)| (name.clone(), parameter.default.clone())).collect();
        Ok(Self { evidence: evidence(&values), declared, values })
    }

    /// The same with a value of the user's for the parameter called `name`, which may be written as text.
    ///
    /// # Errors
    /// No such parameter, or a value of another kind; `check` names whose it is.
    pub fn with(&self, check: &str, name: &str, value: &Value) -> Result<Self, ParameterError> {
        let Some(parameter) = self.declared.get(name) else {
            let none = "it has none";
            let otherwise = if self.declared.is_empty() { none } else { "`scan checks show` lists them" };
            let suggestion = suggestion(name, self.declared.keys().map(String::as_str), otherwise);
            return Err(ParameterError::Unknown { check: check.to_owned(), name: name.to_owned(), suggestion });
        };
        let kind = Kind::of(&parameter.default).unwrap_or(Kind::Text);
        let Some(value) = kind.read(value) else {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            return Err(ParameterError::Kind { check: check.to_owned(), name: name.to_owned(), value, wanted: kind.in_words() });
        };
        let mut changed = self.clone();
        changed.values.insert(name.to_owned(), value);
        changed.evidence = evidence(&changed.values);
        Ok(changed)
    }

    /// The parameters as the file declares them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ParameterDocument)> {
        self.declared.iter().map(|(name, parameter)| (name.as_str(), parameter))
    }

    /// The value that counts.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// Whether there is a parameter called `name`.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.declared.contains_key(name)
    }

    /// The values as expressions see them.
    pub(super) const fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The defaults as one text: part of what decides.
    pub(super) fn defaults(&self) -> String {
        written(self.declared.iter().map(|(name, parameter)| (name.as_str(), &parameter.default)))
    }

    /// The values that are not the defaults, as one text: part of what decides.
    pub(super) fn changed(&self) -> String {
        let changed = self.declared.iter().filter(|(name, parameter)| self.values.get(*name) != Some(&parameter.default));
        written(changed.map(|(name, _)| (name.as_str(), &self.values[name])))
    }
}

/// Values as one text.
fn written<'v>(values: impl Iterator<Item = (&'v str, &'v Value)>) -> String {
    values.fold(String::new(), |text, (name, value)| format!("{text}{name}={value};"))
}

fn evidence(values: &BTreeMap<String, Value>) -> Evidence {
    let property = |value: &Value| match value {
        Value::Array(items) => Property::List(items.iter().cloned().map(Property::from).collect()),
        scalar => Property::from(scalar.clone()),
    };
    Evidence::new(&values.iter().map(|(name, value)| (name.as_str(), property(value))).collect::<Properties>())
}

/// What a parameter may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Truth,
    Whole,
    Text,
    Texts,
}

impl Kind {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(_) => Some(Self::Truth),
            Value::Number(number) if number.is_i64() => Some(Self::Whole),
            Value::String(_) => Some(Self::Text),
            Value::Array(items) if items.iter().all(Value::is_string) => Some(Self::Texts),
            _ => None,
        }
    }

    const fn in_words(self) -> &'static str {
        match self {
            Self::Truth => "true or false",
            Self::Whole => "a whole number",
            Self::Text => "text",
            Self::Texts => "texts with commas between them",
        }
    }

    /// `value` as one of this kind, read from text where it is text.
    fn read(self, value: &Value) -> Option<Value> {
        match (self, value) {
            (Self::Truth, Value::String(text)) => text.parse::<bool>().ok().map(Value::from),
            (Self::Whole, Value::String(text)) => text.trim().parse::<i64>().ok().map(Value::from),
            (Self::Texts, Value::String(text)) => {
                Some(text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(Value::from).collect())
            }
            (Self::Texts, Value::Array(items)) => {
                // YAML and TOML read account numbers without quotes as numbers.
                let text =
                    |item: &Value| item.as_str().map(Value::from).or_else(|| item.is_u64().then(|| Value::from(item.to_string())));
                items.iter().map(text).collect::<Option<Vec<_>>>().map(Value::from)
            }
            (kind, value) if Self::of(value) == Some(kind) => Some(value.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn parameters(defaults: &[(&str, Value)]) -> Parameters {
        let declared = defaults.iter().map(|(name, default)| {
            ((*name).to_owned(), ParameterDocument { default: default.clone(), description: "a limit".to_owned() })
        });
        Parameters::declared(declared.collect()).expect("kinds that parameters have")
    }

    #[test]
    fn a_value_is_read_as_what_the_default_is() {
        let table = [
            (json!(90), json!("60"), Some(json!(60))),
            (json!(90), json!(60), Some(json!(60))),
            (json!(90), json!("soon"), None),
            (json!(90), json!(1.5), None),
            (json!(true), json!("false"), Some(json!(false))),
            (json!(true), json!("no"), None),
            (json!("HIGH"), json!("LOW"), Some(json!("LOW"))),
            (json!([]), json!("1, 2,"), Some(json!(["1", "2"]))),
            (json!([]), json!([123_456_789_012_u64, "a"]), Some(json!(["123456789012", "a"]))),
            (json!([]), json!(7), None),
        ];
        for (default, given, read) in table {
            let changed = parameters(&[("limit", default.clone())]).with("aws-a-b", "limit", &given);
            assert_eq!(changed.ok().and_then(|changed| changed.value("limit").cloned()), read, "{default} {given}");
        }
    }

    #[test]
    fn an_unknown_parameter_names_those_that_are_close() {
        let error = parameters(&[("max_age_days", json!(90))]).with("aws-a-b", "max_age_day", &json!(1)).expect_err("a typo");
        assert!(error.to_string().contains("max_age_days"), "{error}");
        assert!(error.to_string().starts_with("check aws-a-b has no parameter `max_age_day`"), "{error}");
    }

    #[test]
    fn a_default_of_no_known_kind_is_refused() {
        for default in [json!(null), json!({}), json!([1]), json!(0.5)] {
            let document = ParameterDocument { default, description: String::new() };
            assert_eq!(Parameters::declared([("limit".to_owned(), document)].into()).err(), Some("limit".to_owned()));
        }
    }

    #[test]
    fn what_is_changed_is_part_of_what_decides() {
        let defaults = parameters(&[("a", json!(1)), ("b", json!("x"))]);
        assert_eq!(defaults.changed(), "");
        assert_eq!(defaults.with("c", "a", &json!(1)).unwrap().changed(), "");
        assert_eq!(defaults.with("c", "a", &json!(2)).unwrap().changed(), "a=2;");
    }
}
