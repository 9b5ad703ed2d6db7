//! Ages as people type them.

use jiff::SignedDuration;

/// An age: a whole number and its unit.
pub(super) fn age(text: &str) -> Result<SignedDuration, String> {
    let text = text.trim();
    let minutes = text.split_at_checked(text.len().saturating_sub(1)).and_then(|(number, unit)| {
        let unit = match unit {
            "m" => 1,
            "h" => 60,
            "d" => 24 * 60,
            "w" => 7 * 24 * 60,
            _ => return None,
        };
        // `parse` alone would take "+5".
        let number = number.parse::<u32>().ok().filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some(i64::from(number) * unit)
    });
    let advice = || "an age is a number of minutes, hours, days or weeks: 30m, 20h, 7d, 2w".to_owned();
    minutes.map(SignedDuration::from_mins).ok_or_else(advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_a_number_and_its_unit() {
        let table = [("30m", Some(30)), ("20h", Some(1_200)), ("90d", Some(129_600)), (" 2w ", Some(20_160)), ("0d", Some(0))];
        for (text, minutes) in table {
            assert_eq!(age(text).ok().map(|age| age.as_mins()), minutes, "{text}");
        }
        for text in ["", "d", "90", "-1d", "+1d", "1.5d", "90D", "4294967296h", "9é", "1 d"] {
            assert!(age(text).is_err(), "{text}");
        }
    }
}
