//! Questions about the versions of software.

use std::cmp::Ordering;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Answer, Function};
use crate::model::Property;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "is_version_at_least",
        parameters: "version, minimum",
        returns: "bool",
        description: "whether a version such as 1.32 is that old or newer, its numbers compared one by one; what is missing counts as zero",
        answer: |arguments, _| is_version_at_least(&arguments[0], &arguments[1]).into_property(),
    },
    Function {
        name: "is_version_supported",
        parameters: "version, last_days",
        returns: "bool",
        description: "whether a version has support on the day of the scan's start (UTC); last_days is a list such as [\"1.33 2026-07-29\"], and what is newer than all of it has support for as long as the list goes",
        answer: |arguments, now| is_version_supported(&arguments[0], &arguments[1], now).into_property(),
    },
];

/// Whether `version` is `minimum` or newer.
#[must_use]
pub fn is_version_at_least(version: &Property, minimum: &Property) -> Answer<bool> {
    match (numbers(version), numbers(minimum)) {
        (Answer::Known(version), Answer::Known(minimum)) => Answer::Known(compare(&version, &minimum) != Ordering::Less),
        (Answer::Invalid(reason), _) | (_, Answer::Invalid(reason)) => Answer::Invalid(reason),
        (Answer::Unknown(gap), _) | (_, Answer::Unknown(gap)) => Answer::Unknown(gap),
    }
}

/// Whether `version` has support at `now`: on or before its last day, as one of `last_days` tells it, or as a version newer than all of those while the
/// newest of them has support. Invalid where the list does not tell: it is empty, has a hole there, or ends before `now`.
#[must_use]
pub fn is_version_supported(version: &Property, last_days: &Property, now: Timestamp) -> Answer<bool> {
    let version = match numbers(version) {
        Answer::Known(version) => version,
        Answer::Unknown(gap) => return Answer::Unknown(gap),
        Answer::Invalid(reason) => return Answer::Invalid(reason),
    };
    let last_days = match last_days {
        Property::List(items) => items.iter().map(last_day).collect::<Result<Vec<_>, _>>(),
        _ => Err("the last days of versions must be a list".to_owned()),
    };
    let last_days = match last_days {
        Ok(last_days) => last_days,
        Err(reason) => return Answer::Invalid(reason),
    };
    let today = now.to_zoned(TimeZone::UTC).date();
    // As exact as the list is: 1.33.2 is one of 1.33.
    let against = |other: &[u64]| compare(&version[..version.len().min(other.len())], other);
    let listed = last_days.iter().find(|(other, _)| against(other).is_eq());
    if let Some((_, day)) = listed {
        return Answer::Known(today <= *day);
    }
    let untold =
        |what: &str| Answer::Invalid(format!("the list of versions and their last days {what}: add what is missing to it"));
    let Some(end) = last_days.iter().map(|(_, day)| *day).max() else { return untold("is empty") };
    if last_days.iter().all(|(other, _)| against(other).is_lt()) {
        return Answer::Known(false);
    }
    match last_days.iter().all(|(other, _)| against(other).is_gt()) {
        true if today <= end => Answer::Known(true),
        true => untold(&format!("ends on {end}")),
        false => untold("does not tell of a version between two that it tells of"),
    }
}

/// `1.33 2026-07-29`.
fn last_day(entry: &Property) -> Result<(Vec<u64>, Date), String> {
    let read = |text: &str| {
        let (version, day) = text.trim().split_once(' ')?;
        match (numbers(&Property::Text(version.to_owned())), day.trim().parse()) {
            (Answer::Known(version), Ok(day)) => Some((version, day)),
            _ => None,
        }
    };
    let text = entry.as_text().unwrap_or_default();
    read(text).ok_or_else(|| format!("{text:?} is not a version and its last day such as \"1.33 2026-07-29\""))
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
    fn a_version_has_support_up_to_its_last_day_and_newer_ones_have_it() {
        let text = |text: &str| Property::Text(text.to_owned());
        let last_days = Property::List(vec![text("1.33 2026-07-29"), text("1.34 2026-12-02")]);
        let asks = |version: &str, now: &str| is_version_supported(&text(version), &last_days, now.parse().unwrap());
        for (version, now, expected) in [
            ("1.34", "2026-12-02T23:59:59Z", true),
            ("1.34", "2026-12-03T00:00:00Z", false),
            ("1.34.1", "2026-12-03T00:00:00Z", false),
            ("1.33", "2026-07-30T00:00:00Z", false),
            ("1.32", "2026-01-01T00:00:00Z", false),
            ("1.9", "2026-01-01T00:00:00Z", false),
            ("1.35", "2026-12-02T00:00:00Z", true),
            ("2.0", "2026-12-02T00:00:00Z", true),
        ] {
            assert_eq!(asks(version, now), Answer::Known(expected), "{version} at {now}");
        }
        assert!(matches!(asks("1.35", "2026-12-03T00:00:00Z"), Answer::Invalid(_)), "the list has ended");
        let now = Timestamp::UNIX_EPOCH;
        let holed = Property::List(vec![text("1.33 2026-07-29"), text("1.35 2027-03-27")]);
        assert!(matches!(is_version_supported(&text("1.34"), &holed, now), Answer::Invalid(_)), "a hole");
        assert!(matches!(is_version_supported(&text("1.34"), &Property::List(Vec::new()), now), Answer::Invalid(_)), "nothing");
        for wrong in [text("1.33"), Property::List(vec![text("1.33")]), Property::List(vec![text("1.33 soon")]), Property::Null] {
            assert!(matches!(is_version_supported(&text("1.33"), &wrong, now), Answer::Invalid(_)), "{wrong:?}");
        }
        assert!(matches!(is_version_supported(&text("latest"), &last_days, now), Answer::Invalid(_)));
    }

    #[test]
    fn what_is_no_version_is_invalid() {
        assert!(matches!(asks("", "1.28"), Answer::Invalid(_)));
        assert!(matches!(asks("latest", "1.28"), Answer::Invalid(_)));
        assert!(matches!(is_version_at_least(&Property::Null, &Property::Text("1".to_owned())), Answer::Invalid(_)));
    }
}
