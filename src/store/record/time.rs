//! Points in time: RFC 3339 in UTC with all nine decimals, so that texts sort like the times that they say.

use jiff::Timestamp;

use crate::store::error::Fault;

/// The text of a point in time.
pub(in crate::store) fn written(time: Timestamp) -> String {
    format!("{time:.9}")
}

/// The point in time of a text.
pub(in crate::store) fn read(text: &str) -> Result<Timestamp, Fault> {
    text.parse().map_err(|error: jiff::Error| Fault::Unreadable(error.to_string()))
}

/// The same where there may be none.
pub(in crate::store) fn read_optional(text: Option<&str>) -> Result<Option<Timestamp>, Fault> {
    text.map(read).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_back_to_the_nanosecond_and_sort_as_text() {
        let times = [0, 1, 999_999_999, 1_000_000_000, 1_500_000_000, 1_768_469_400_000_000_001]
            .map(|nanoseconds| Timestamp::from_nanosecond(nanoseconds).unwrap());
        let texts = times.map(written);
        assert_eq!(texts[5], "2026-01-15T09:30:00.000000001Z");
        assert!(texts.is_sorted(), "{texts:?}");
        for (time, text) in times.iter().zip(&texts) {
            assert_eq!(read(text).unwrap(), *time);
        }
        assert!(read("yesterday").is_err());
    }
}
