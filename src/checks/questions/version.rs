//! Questions about the versions of software.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Answer, Function};
use crate::model::Property;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[Function {
    name: "is_version_at_least",
    parameters: "version, minimum",
    returns: "bool",
    description: "whether a version such as 1.32 is that old or newer, its numbers compared one by one; what is missing counts as zero",
    answer: |arguments, _| is_version_at_least(&arguments[0], &arguments[1]).into_property(),
}];

/// Whether `version` is `minimum` or newer.
#[must_use]
pub fn is_version_at_least(version: &Property, minimum: &Property) -> Answer<bool> {
    match (numbers(version), numbers(minimum)) {
        (Answer::Known(version), Answer::Known(minimum)) => Answer::Known(compare(&version, &minimum) != Ordering::Less),
        (Answer::Invalid(reason), _) | (_, Answer::Invalid(reason)) => Answer::Invalid(reason),
        (Answer::Unknown(gap), _) | (_, Answer::Unknown(gap)) => Answer::Unknown(gap),
    }
}

fn numbers(version: &Property) -> Answer<Vec<u64>> {
    match version {
        Property::Text(text) => {
            let numbers: Result<Vec<u64>, _> = text.trim().trim_start_matches('v').split('.').map(str::parse).collect();
            numbers.map_or_else(|_| Answer::Invalid(format!("{text:?} is not a version such as 1.32")), Answer::Known)
        }
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("a version must be text".to_owned()),
    }
}

fn compare(left: &[u64], right: &[u64]) -> Ordering {
    let part = |numbers: &[u64], index: usize| numbers.get(index).copied().unwrap_or_default();
    let parts = 0..left.len().max(right.len());
    parts.map(|index| part(left, index).cmp(&part(right, index))).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(version: &str, minimum: &str) -> Answer<bool> {
        is_version_at_least(&Property::Text(version.to_owned()), &Property::Text(minimum.to_owned()))
    }

    #[test]
    fn versions_are_compared_by_number_and_not_by_letter() {
        for (version, minimum, expected) in [
            ("1.28", "1.28", true),
            ("1.32", "1.28", true),
            ("1.9", "1.28", false),
            ("1.27", "1.28", false),
            ("2.0", "1.28", true),
            ("1", "1.0", true),
            ("1.28.3", "1.28", true),
            ("v1.28", "1.28.1", false),
        ] {
            assert_eq!(asks(version, minimum), Answer::Known(expected), "{version} {minimum}");
        }
    }

    #[test]
    fn what_is_no_version_is_invalid() {
        assert!(matches!(asks("", "1.28"), Answer::Invalid(_)));
        assert!(matches!(asks("latest", "1.28"), Answer::Invalid(_)));
        assert!(matches!(is_version_at_least(&Property::Null, &Property::Text("1".to_owned())), Answer::Invalid(_)));
    }
}
