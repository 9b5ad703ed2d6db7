//! Our functions in the expression language: every question of [`crate::checks::questions`], by its name.

use std::sync::LazyLock;

use cel::common::types::{CelBool, CelDouble, CelInt, CelList, CelNull, CelString, DYN_TYPE};
use cel::common::value::{CowVal, Val};
use cel::{Env, ExecutionError};

use super::evidence::{Evidence, value_of};
use super::{TRACE, unknown};
use crate::checks::questions::{self, Answer, Function};
use crate::model::Property;

/// Our functions, as `scan checks schema` lists them.
pub static FUNCTIONS: LazyLock<Vec<&'static Function>> = LazyLock::new(questions::functions);

/// How the language calls a function: it takes no closures.
type Slot = for<'b, 'v> fn(Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError>;

macro_rules! slots {
    ($($number:literal)+) => { &[$(slot::<$number>),+] };
}

/// One place for each function of the table.
#[rustfmt::skip]
const SLOTS: &[Slot] = slots!(
     0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63
);

/// `environment` with our functions.
pub(super) fn declare(mut environment: Env) -> Env {
    debug_assert!(FUNCTIONS.len() <= SLOTS.len(), "more functions than slots");
    for (function, slot) in FUNCTIONS.iter().zip(SLOTS) {
        let arguments = (0..function.arity()).map(|_| DYN_TYPE).collect();
        let declared = environment.add_overload(function.name, function.name, arguments, *slot);
        debug_assert!(declared.is_ok(), "{} is declared twice", function.name);
    }
    environment
}

/// Answers the question in the table's place `NUMBER`.
#[expect(clippy::needless_pass_by_value, reason = "the signature is the expression language's")]
fn slot<'b, 'v, const NUMBER: usize>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let function = FUNCTIONS[NUMBER];
    let arguments: Vec<Property> = arguments.iter().map(|value| property_of(value.as_ref())).collect();
    let now = TRACE.with_borrow(|trace| trace.now).unwrap_or_default();
    match (function.answer)(&arguments, now) {
        Answer::Known(value) => Ok(CowVal::Owned(value_of(&value))),
        Answer::Unknown(gap) => Err(unknown(&gap)),
        Answer::Invalid(reason) => Err(ExecutionError::function_error(function.name, reason)),
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
