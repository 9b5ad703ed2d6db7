//! Numbers and times as people read them.

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

#[cfg(test)]
mod tests {
    use super::*;

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
