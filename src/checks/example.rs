//! A check's examples, made into what the check is evaluated on.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::check::{Check, Verdict};
use super::document::ExampleDocument;
use super::expression::{Evidence, Subject};
use super::parameters::ParameterError;
use super::shape;
use crate::model::resource::{self, ACCOUNT};
use crate::model::{Outcome, Properties, Property};

/// The moment of examples that name none.
const NOW: &str = "2026-01-15T12:00:00Z";

/// An example whose evidence fits the shapes.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// The outcome that it must come to.
    pub expect: Outcome,
    /// The asset's properties, completed with unknowns.
    pub resource: Properties,
    /// The account's properties, completed with unknowns.
    pub account: Properties,
    /// The moment that ages are counted to.
    pub now: Timestamp,
    /// Values of the check's parameters, where not the defaults.
    pub parameters: BTreeMap<String, Value>,
}

impl Example {
    /// Holds an example against the shapes of `check`.
    ///
    /// # Errors
    /// Everything that does not fit.
    pub fn build(check: &Check, document: &ExampleDocument) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let mut completed = |resource_type, given| match shape::complete(resource_type, given) {
            Ok(properties) => properties,
            Err(found) => {
                problems.extend(found);
                Properties::new()
            }
        };
        let mut properties = completed(check.resource_type, &document.resource);
        let account = resource::by_name(ACCOUNT).map(|account| completed(account, &document.account)).unwrap_or_default();
        let tags = document.tags.iter().map(|(key, value)| (key.as_str(), Property::Text(value.clone()))).collect();
        properties.insert("tags", Property::Map(tags));
        let now = document.now.as_deref().unwrap_or(NOW);
        let now = now.parse().map_err(|_| problems.push(format!("now: {now:?} is not an RFC 3339 time"))).unwrap_or_default();
        if let Err(error) = set(check, &document.parameters) {
            problems.push(error.to_string());
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            name: document.name.clone(),
            expect: document.expect,
            resource: properties,
            account,
            now,
            parameters: document.parameters.clone(),
        })
    }

    /// What `check` finds on it.
    #[must_use]
    pub fn evaluate(&self, check: &Check) -> Verdict {
        // Building has refused values that do not fit.
        let check = set(check, &self.parameters).unwrap_or(Cow::Borrowed(check));
        check.evaluate(&self.subject(), "the example")
    }

    /// What expressions see of it.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject::new(Evidence::new(&self.resource), Evidence::new(&self.account), self.now)
    }
}

/// `check` with the values of an example.
fn set<'c>(check: &'c Check, values: &BTreeMap<String, Value>) -> Result<Cow<'c, Check>, ParameterError> {
    let mut check = Cow::Borrowed(check);
    for (name, value) in values {
        check = Cow::Owned(check.with_parameter(name, value)?);
    }
    Ok(check)
}
