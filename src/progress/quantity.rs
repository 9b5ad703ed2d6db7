//! Numbers as people read them: `1,204`, `31 findings`, `1.2 s`, `2 min 05 s`.

use std::time::Duration;

/// A number with its thousands apart: `1,204`.
#[must_use]
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things: `1 asset`, `1,204 assets`.
#[must_use]
pub(super) fn counted(number: u64, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {thing}{plural}", grouped(number))
}

/// A span of time in whole seconds, as a clock that runs: `4 s`, `2 min 05 s`, `1 h 02 min`.
#[must_use]
pub(super) fn clock(span: Duration) -> String {
    let seconds = span.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3600, seconds / 60 % 60),
    }
}

/// How long something took: tenths of a second while they matter.
#[must_use]
pub(super) fn took(span: Duration) -> String {
    let tenths = (span.as_millis() + 50) / 100;
    if tenths < 600 { format!("{}.{} s", tenths / 10, tenths % 10) } else { clock(span) }
}

/// A time still to go, as coarse as it is uncertain: `2 s`, `25 s`, `4 min`. Never less than a second.
#[must_use]
pub(super) fn roughly(span: Duration) -> String {
    let seconds = span.as_secs_f64().ceil().max(1.0);
    let rounded = Duration::from_secs_f64(if seconds <= 10.0 { seconds } else { (seconds / 5.0).ceil() * 5.0 }).as_secs();
    match rounded {
        0..60 => format!("{rounded} s"),
        60..3600 => format!("{} min", rounded.div_ceil(60)),
        _ => format!("{} h {:02} min", rounded / 3600, rounded / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn one_thing_is_not_many() {
        for (number, text) in [(0, "0 findings"), (1, "1 finding"), (2, "2 findings"), (1_204, "1,204 findings")] {
            assert_eq!(counted(number, "finding"), text);
        }
    }

    #[test]
    fn a_clock_counts_whole_seconds() {
        for (millis, text) in [(0, "0 s"), (999, "0 s"), (59_999, "59 s"), (125_000, "2 min 05 s"), (3_725_000, "1 h 02 min")] {
            assert_eq!(clock(Duration::from_millis(millis)), text);
        }
    }

    #[test]
    fn short_work_is_told_in_tenths() {
        for (millis, text) in [
            (0, "0.0 s"),
            (49, "0.0 s"),
            (50, "0.1 s"),
            (1_249, "1.2 s"),
            (59_940, "59.9 s"),
            (59_960, "59 s"),
            (125_000, "2 min 05 s"),
        ] {
            assert_eq!(took(Duration::from_millis(millis)), text, "{millis} ms");
        }
    }

    #[test]
    fn time_to_go_is_as_coarse_as_it_is_uncertain() {
        let table = [
            (0, "1 s"),
            (1_200, "2 s"),
            (9_900, "10 s"),
            (10_100, "15 s"),
            (22_000, "25 s"),
            (61_000, "2 min"),
            (3_700_000, "1 h 01 min"),
        ];
        for (millis, text) in table {
            assert_eq!(roughly(Duration::from_millis(millis)), text, "{millis} ms");
        }
    }
}
