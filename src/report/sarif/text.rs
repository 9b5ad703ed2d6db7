//! Texts as SARIF viewers show them: bounded, on one line, and without links that a resource's name has smuggled in.

use crate::model::plain_text::neutralise;

/// What GitHub shows of a description or message, in characters (GitHub Docs, "SARIF support for code scanning").
const MESSAGE_LIMIT: usize = 1_024;

/// A sentence about somebody's resource: neutralised, bounded, ended by a full stop.
///
/// SARIF turns `[text](target)` in a message into a link; brackets that could do so are escaped as SARIF 2.1.0 says in 3.11.6.
pub(super) fn sentence(text: &str) -> String {
    let mut text = neutralise(text).into_owned();
    if text.contains("](") {
        text = text.replace('[', "\\[").replace(']', "\\]");
    }
    let mut text = within(text.trim_end(), MESSAGE_LIMIT - 1);
    if !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
    text
}

/// At most `limit` characters, the middle left out where there are more.
pub(super) fn within(text: &str, limit: usize) -> String {
    let count = text.chars().count();
    if count <= limit {
        return text.to_owned();
    }
    let tail = limit / 3;
    text.chars().take(limit - tail - 1).chain(['…']).chain(text.chars().skip(count - tail)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_one_line_ends_in_a_full_stop_and_holds_no_link() {
        for (given, expected) in [
            ("Bucket b is public", "Bucket b is public."),
            ("Already ended.", "Already ended."),
            ("a\nb", "a\\nb."),
            ("Bucket [pay](https://evil.example)", "Bucket \\[pay\\](https://evil.example)."),
            ("rules[0] is open", "rules[0] is open."),
        ] {
            assert_eq!(sentence(given), expected);
        }
        assert_eq!(sentence(&"名".repeat(5_000)).chars().count(), MESSAGE_LIMIT);
    }

    #[test]
    fn both_ends_of_a_long_text_stay() {
        assert_eq!(within("abcdefghij", 10), "abcdefghij");
        assert_eq!(within("abcdefghijk", 10), "abcdef…ijk");
    }
}
