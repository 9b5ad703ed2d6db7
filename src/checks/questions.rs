//! The questions that the expression language would ask clumsily: ages, address ranges, ports, policies.
//!
//! Pure functions over properties. Each answers by what is known: an unknown part matters only where nothing else decides.

pub mod metric_filter;
pub mod network;
pub mod policy;
pub mod version;

use std::sync::Arc;

use jiff::Timestamp;

use crate::model::{Gap, Property};

/// What a question came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// Decided by what was read.
    Known(T),
    /// Depends on evidence that could not be read.
    Unknown(Arc<Gap>),
    /// The question does not fit the value: a defect of the check, or of the evidence.
    Invalid(String),
}

/// A question as the expression language knows it.
#[derive(Debug)]
pub struct Function {
    /// Its name there.
    pub name: &'static str,
    /// What it takes, by name, with commas between.
    pub parameters: &'static str,
    /// What kind of answer it gives: `bool`, `int`, `list`.
    pub returns: &'static str,
    /// What it answers, in a few words.
    pub description: &'static str,
    /// Answers for as many arguments as there are parameters, at the moment that ages are counted to.
    pub answer: fn(&[Property], Timestamp) -> Answer<Property>,
}

impl Function {
    /// How many arguments it takes.
    #[must_use]
    pub fn arity(&self) -> usize {
        self.parameters.split(',').count()
    }

    /// `days_since(time) -> int`.
    #[must_use]
    pub fn signature(&self) -> String {
        format!("{}({}) -> {}", self.name, self.parameters, self.returns)
    }
}

/// Every question, in the order in which check authors read about them.
#[must_use]
pub fn functions() -> Vec<&'static Function> {
    [
        AGES,
        metric_filter::FUNCTIONS,
        network::FUNCTIONS,
        policy::FUNCTIONS,
        policy::bucket::FUNCTIONS,
        policy::confining::FUNCTIONS,
        policy::enclave::FUNCTIONS,
        policy::identity::FUNCTIONS,
        policy::outsiders::FUNCTIONS,
        version::FUNCTIONS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

const AGES: &[Function] = &[
    Function {
        name: "days_since",
        parameters: "time",
        returns: "int",
        description: "whole days from an RFC 3339 time to the scan's start",
        answer: |arguments, now| days_since(&arguments[0], now).map(Property::Integer),
    },
    Function {
        name: "days_until",
        parameters: "time",
        returns: "int",
        description: "whole days from the scan's start to an RFC 3339 time; negative where it is over",
        answer: |arguments, now| days_until(&arguments[0], now).map(Property::Integer),
    },
];

impl<T> Answer<T> {
    /// The same with what is known made into something else.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Known(value) => Answer::Known(convert(value)),
            Self::Unknown(gap) => Answer::Unknown(gap),
            Self::Invalid(reason) => Answer::Invalid(reason),
        }
    }
}

impl Answer<bool> {
    /// As what the expression language takes.
    #[must_use]
    pub fn into_property(self) -> Answer<Property> {
        self.map(Property::Bool)
    }
}

/// Collects the answers about parts of which one "yes" is enough.
#[derive(Default)]
struct AnyOf {
    gap: Option<Arc<Gap>>,
    invalid: Option<String>,
    yes: bool,
}

impl AnyOf {
    fn add(&mut self, answer: Answer<bool>) {
        match answer {
            Answer::Known(truth) => self.yes |= truth,
            Answer::Unknown(gap) => {
                self.gap.get_or_insert(gap);
            }
            Answer::Invalid(reason) => {
                self.invalid.get_or_insert(reason);
            }
        }
    }

    fn answer(self) -> Answer<bool> {
        match (self.yes, self.invalid, self.gap) {
            (true, _, _) => Answer::Known(true),
            (false, Some(reason), _) => Answer::Invalid(reason),
            (false, None, Some(gap)) => Answer::Unknown(gap),
            (false, None, None) => Answer::Known(false),
        }
    }
}

/// Yes where one of `answers` is yes, whatever the others.
fn any_of(answers: impl IntoIterator<Item = Answer<bool>>) -> Answer<bool> {
    let mut any = AnyOf::default();
    answers.into_iter().for_each(|answer| any.add(answer));
    any.answer()
}

/// Yes where all of `answers` are yes; one no is enough, whatever the others.
fn all_of(answers: impl IntoIterator<Item = Answer<bool>>) -> Answer<bool> {
    not(any_of(answers.into_iter().map(not)))
}

fn not(answer: Answer<bool>) -> Answer<bool> {
    match answer {
        Answer::Known(truth) => Answer::Known(!truth),
        other => other,
    }
}

/// Whether one of a list's items satisfies `question`; null is an empty list.
fn any_item(list: &Property, what: &str, question: impl Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    match list {
        Property::List(items) => any_of(items.iter().map(|item| match item {
            Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
            item => question(item),
        })),
        Property::Null => Answer::Known(false),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid(format!("{what} must be a list")),
    }
}

/// What `question` answers on the field called `name` of `map`. Evidence has every field of its shape, so one that is missing is a
/// defect.
fn field(map: &Property, name: &str, question: impl FnOnce(&Property) -> Answer<bool>) -> Answer<bool> {
    match map {
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        Property::Map(fields) => match fields.get(name) {
            Some(Property::Unknown(gap)) => Answer::Unknown(Arc::clone(gap)),
            Some(property) => question(property),
            None => Answer::Invalid(format!("`{name}` is missing")),
        },
        _ => Answer::Invalid(format!("only a map can have `{name}`")),
    }
}

/// Whether `property` is a text that satisfies `question`; `what` names it where it is none.
fn text(property: &Property, what: &str, question: impl FnOnce(&str) -> bool) -> Answer<bool> {
    match property {
        Property::Text(text) => Answer::Known(question(text)),
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid(format!("{what} must be text")),
    }
}

/// Whole days from `time` (RFC 3339) to `now`; negative where `time` is yet to come.
#[must_use]
pub fn days_since(time: &Property, now: Timestamp) -> Answer<i64> {
    seconds_since(time, now).map(|seconds| seconds.div_euclid(86_400))
}

/// Whole days from `now` to `time` (RFC 3339); negative where `time` is over.
#[must_use]
pub fn days_until(time: &Property, now: Timestamp) -> Answer<i64> {
    seconds_since(time, now).map(|seconds| (-seconds).div_euclid(86_400))
}

fn seconds_since(time: &Property, now: Timestamp) -> Answer<i64> {
    match time {
        Property::Text(text) => match text.parse::<Timestamp>() {
            Ok(time) => Answer::Known(now.duration_since(time).as_secs()),
            Err(_) => Answer::Invalid(format!("{text:?} is not a time such as 2026-01-15T09:30:00Z")),
        },
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("a time must be text; compare with null first".to_owned()),
    }
}

#[cfg(test)]
mod tests;
