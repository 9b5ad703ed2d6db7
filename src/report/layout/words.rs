//! Numbers and times as people read them.

use jiff::Timestamp;

/// `1,207`.
pub(in crate::report) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The text, or `unknown` for an empty one: the account of a scan that never learned whose credentials it has.
pub(in crate::report) fn known(text: &str) -> &str {
    if text.is_empty() { "unknown" } else { text }
}

/// `1 finding`, `2 findings`.
pub(in crate::report) fn count(count: u64, one: &str, several: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { several })
}

/// `a, b`, or where there are more than `shown`: `7 jobs (a, b and 5 more)`.
pub(in crate::report) fn names(names: &[&str], shown: usize, several: &str) -> String {
    if names.len() <= shown {
        return names.join(", ");
    }
    let total = names.len();
    format!("{total} {several} ({} and {} more)", names[..shown].join(", "), total - shown)
}

/// `350 ms`, `2.8 s`, `1 min 05 s`.
pub(in crate::report) fn duration(milliseconds: i64) -> String {
    match milliseconds {
        ..1_000 => format!("{milliseconds} ms"),
        // 59,950 would be rounded to 60.0.
        1_000..59_950 => {
            let tenths = (milliseconds + 50) / 100;
            format!("{}.{} s", tenths / 10, tenths % 10)
        }
        _ => {
            let seconds = (milliseconds + 500) / 1_000;
            format!("{} min {:02} s", seconds / 60, seconds % 60)
        }
    }
}

/// `2026-01-15 09:30:00 UTC`.
pub(in crate::report) fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// `09:30:02` on the day of `reference`, `2026-01-16 09:30:02` on another. Both are in UTC, which has to be said beside it.
pub(in crate::report) fn clock(time: Timestamp, reference: Timestamp) -> String {
    let day = |time: Timestamp| time.strftime("%Y-%m-%d").to_string();
    let format = if day(time) == day(reference) { "%H:%M:%S" } else { "%Y-%m-%d %H:%M:%S" };
    time.strftime(format).to_string()
}

/// `0 B`, `12 kB`, `3.4 MB`.
pub(in crate::report) fn bytes(bytes: u64) -> String {
    match bytes {
        ..1_000 => format!("{bytes} B"),
        1_000..999_500 => format!("{} kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", number(tenths / 10), tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_its_day_and_a_time_of_the_same_day_has_none() {
        let start: Timestamp = "2026-01-15T23:59:58.9Z".parse().unwrap();
        assert_eq!(moment(start), "2026-01-15 23:59:58 UTC");
        assert_eq!(clock("2026-01-15T23:59:59Z".parse().unwrap(), start), "23:59:59");
        assert_eq!(clock("2026-01-16T00:00:00Z".parse().unwrap(), start), "2026-01-16 00:00:00");
    }

    #[test]
    fn a_size_has_the_unit_that_suits_it() {
        let table =
            [(0, "0 B"), (999, "999 B"), (1_499, "1 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (1_234_567_890, "1,234.6 MB")];
        for (given, expected) in table {
            assert_eq!(bytes(given), expected);
        }
    }

    #[test]
    fn numbers_are_grouped_in_threes() {
        for (given, expected) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345_678, "12,345,678")] {
            assert_eq!(number(given), expected);
        }
        assert_eq!(count(1, "finding", "findings"), "1 finding");
        assert_eq!(count(0, "finding", "findings"), "0 findings");
    }

    #[test]
    fn a_long_list_of_names_is_counted() {
        assert_eq!(names(&["a", "b"], 2, "jobs"), "a, b");
        assert_eq!(names(&["a", "b", "c"], 2, "jobs"), "3 jobs (a, b and 1 more)");
    }

    #[test]
    fn a_duration_has_the_unit_that_suits_it() {
        for (given, expected) in [
            (0, "0 ms"),
            (999, "999 ms"),
            (1_000, "1.0 s"),
            (2_847, "2.8 s"),
            (59_949, "59.9 s"),
            (59_950, "1 min 00 s"),
            (65_000, "1 min 05 s"),
            (3_599_600, "60 min 00 s"),
        ] {
            assert_eq!(duration(given), expected);
        }
    }
}
