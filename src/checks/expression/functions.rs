//! Our functions in the expression language: thin covers over [`crate::checks::questions`].

#![expect(clippy::needless_pass_by_value, reason = "the signature is the expression language's")]

use cel::common::types::{CelBool, CelDouble, CelInt, CelList, CelNull, CelString, DYN_TYPE};
use cel::common::value::{CowVal, Val};
use cel::{Env, ExecutionError};

use super::evidence::Evidence;
use super::{TRACE, unknown};
use crate::checks::questions::{self, Answer};
use crate::model::Property;

/// One function as check authors read about it.
#[derive(Debug, Clone, Copy)]
pub struct FunctionDescription {
    /// Name and parameters: `days_since(text) -> int`.
    pub signature: &'static str,
    /// What it answers.
    pub description: &'static str,
}

/// Our functions, as `scan checks schema` lists them.
pub const FUNCTIONS: &[FunctionDescription] = &[
    FunctionDescription {
        signature: "days_since(time) -> int",
        description: "whole days from an RFC 3339 time to the scan's start",
    },
    FunctionDescription {
        signature: "is_world(cidr) -> bool",
        description: "whether an address range is the whole internet, IPv4 or IPv6",
    },
    FunctionDescription {
        signature: "opens_port_to_world(rules, prefix_lists, protocol, port) -> bool",
        description: "whether a security group's rules let the whole internet reach a port, the ranges of prefix lists included",
    },
    FunctionDescription {
        signature: "allows_everyone(document) -> bool",
        description: "whether a policy document lets anyone in without a condition that narrows it; null lets nobody in",
    },
    FunctionDescription {
        signature: "denies_plaintext_transport(document, bucket_arn) -> bool",
        description: "whether a bucket's policy refuses every request to it and its objects that is not encrypted in transit",
    },
    FunctionDescription {
        signature: "grants_everything(document) -> bool",
        description: "whether a policy document allows every action on every resource",
    },
];

/// `environment` with our functions.
pub(super) fn declare(mut environment: Env) -> Env {
    let mut add = |name: &str, arity: usize, function| {
        let declared = environment.add_overload(name, name, (0..arity).map(|_| DYN_TYPE).collect(), function);
        debug_assert!(declared.is_ok(), "{name} is declared twice");
    };
    add("days_since", 1, days_since);
    add("is_world", 1, is_world);
    add("opens_port_to_world", 4, opens_port_to_world);
    add("allows_everyone", 1, allows_everyone);
    add("denies_plaintext_transport", 2, denies_plaintext_transport);
    add("grants_everything", 1, grants_everything);
    environment
}

fn days_since<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let time = argument(&arguments, 0);
    let now = TRACE.with_borrow(|trace| trace.now).unwrap_or_default();
    settle("days_since", questions::days_since(&time, now), CelInt::from)
}

fn is_world<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    settle("is_world", questions::network::is_world(&argument(&arguments, 0)), CelBool::from)
}

fn opens_port_to_world<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let [rules, prefix_lists, protocol, port] = [0, 1, 2, 3].map(|index| argument(&arguments, index));
    let answer = questions::network::opens_port_to_world(&rules, &prefix_lists, &protocol, &port);
    settle("opens_port_to_world", answer, CelBool::from)
}

fn allows_everyone<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    settle("allows_everyone", questions::policy::allows_everyone(&argument(&arguments, 0)), CelBool::from)
}

fn denies_plaintext_transport<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let answer = questions::policy::denies_plaintext_transport(&argument(&arguments, 0), &argument(&arguments, 1));
    settle("denies_plaintext_transport", answer, CelBool::from)
}

fn grants_everything<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    settle("grants_everything", questions::policy::grants_everything(&argument(&arguments, 0)), CelBool::from)
}

fn argument(arguments: &[CowVal<'_, '_>], index: usize) -> Property {
    arguments.get(index).map_or(Property::Null, |value| property_of(value.as_ref()))
}

fn settle<'b, 'v, T, V: Val + 'v>(
    function: &str,
    answer: Answer<T>,
    wrap: impl FnOnce(T) -> V,
) -> Result<CowVal<'b, 'v>, ExecutionError> {
    match answer {
        Answer::Known(value) => Ok(CowVal::owned(wrap(value))),
        Answer::Unknown(gap) => Err(unknown(&gap)),
        Answer::Invalid(reason) => Err(ExecutionError::function_error(function, reason)),
    }
}

/// A value as a property again. What the expression language alone knows (functions, bytes) becomes its name as text.
pub(super) fn property_of(value: &dyn Val) -> Property {
    if let Some(text) = value.downcast_ref::<CelString>() {
        Property::Text(text.inner().to_owned())
    } else if let Some(list) = value.downcast_ref::<CelList>() {
        Property::List(list.inner().iter().map(|item| element_of(item.as_ref())).collect())
    } else if let Some(map) = value.downcast_ref::<Evidence>() {
        Property::Map(map.properties())
    } else if let Some(truth) = value.downcast_ref::<CelBool>() {
        Property::Bool(*truth.inner())
    } else if let Some(number) = value.downcast_ref::<CelInt>() {
        Property::Integer(*number.inner())
    } else if let Some(number) = value.downcast_ref::<CelDouble>() {
        Property::Number(*number.inner())
    } else if value.downcast_ref::<CelNull>().is_some() {
        Property::Null
    } else {
        Property::Text(value.get_type().name().to_owned())
    }
}

/// An element of a list; one that could not be read stays unknown.
fn element_of(value: &dyn Val) -> Property {
    match value.as_indexer().map(|indexer| indexer.get(&CelNull)) {
        Some(Err(error)) => match super::gap_of(&error) {
            Some(gap) => Property::Unknown(gap),
            None => property_of(value),
        },
        _ => property_of(value),
    }
}
