//! Texts as Security Hub takes them: with nothing hidden in them, not blank, and not too long.

use sha2::{Digest, Sha256};

use crate::model::hexadecimal;
use crate::model::plain_text::neutralise;

/// The text, cut after a whole character and ended by `…` where it is longer than `limit`; `None` where it is blank.
///
/// Lengths are counted in units of UTF-16, of which a character has one or two: whichever of the two the service counts, it fits.
pub(super) fn within(text: &str, limit: usize) -> Option<String> {
    let text = neutralise(text.trim());
    if text.is_empty() {
        return None;
    }
    if units(&text) <= limit {
        return Some(text.into_owned());
    }
    let mut cut = beginning(&text, limit - 1).trim_end().to_owned();
    cut.push('…');
    Some(cut)
}

/// An identifier: where it is too long, a hash takes the place of what is cut, so that two of them stay two.
pub(super) fn identifier(text: &str, limit: usize) -> Option<String> {
    let whole = neutralise(text.trim());
    if units(&whole) <= limit {
        return (!whole.is_empty()).then(|| whole.into_owned());
    }
    let digest = hexadecimal(&Sha256::digest(text.as_bytes())[..8]);
    Some(format!("{}~{digest}", beginning(&whole, limit - digest.len() - 1)))
}

/// The text's length in units of UTF-16.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The longest beginning of at most `limit` units.
fn beginning(text: &str, limit: usize) -> &str {
    let mut room = limit;
    let end = text.char_indices().find(|(_, character)| {
        let fits = character.len_utf16() <= room;
        room = room.saturating_sub(character.len_utf16());
        !fits
    });
    end.map_or(text, |(place, _)| &text[..place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_after_a_whole_character() {
        for (given, limit, expected) in [
            ("short", 5, Some("short")),
            ("longer", 5, Some("long…")),
            ("  a b  ", 9, Some("a b")),
            ("abc def", 5, Some("abc…")),
            ("😀😀😀", 6, Some("😀😀😀")),
            ("😀😀😀", 5, Some("😀😀…")),
            ("😀😀😀", 4, Some("😀…")),
            ("a\nb", 9, Some("a\\nb")),
            ("", 9, None),
            (" \t\n ", 9, None),
        ] {
            assert_eq!(within(given, limit).as_deref(), expected, "{given:?} at {limit}");
        }
    }

    #[test]
    fn long_identifiers_stay_distinct() {
        let [one, other] = ["1", "2"].map(|end| identifier(&format!("{}{end}", "é😀".repeat(600)), 512).unwrap());
        assert_ne!(one, other);
        assert!(units(&one) <= 512 && units(&one) > 505, "{}", units(&one));
        assert_eq!(identifier("arn:aws:s3:::b", 512).as_deref(), Some("arn:aws:s3:::b"));
        assert_eq!(identifier(" ", 512), None);
    }
}
