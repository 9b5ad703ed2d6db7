//! Text that somebody else chose, made safe for a terminal and for a reader's eyes.
//!
//! Whoever may name a bucket or write a tag may also write escape sequences, line breaks and marks that turn the reading direction
//! round. Nothing here knows where the text will be shown.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The mark that stands for what was left out.
const ELLIPSIS: char = '…';

/// Makes every character visible that could steer a terminal, reorder or hide text: it becomes an escape such as `\u{1b}` or `\n`.
/// Everything else stays as it is.
#[must_use]
pub fn neutralise(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_treacherous) else { return Cow::Borrowed(text) };
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push_str(&text[..first]);
    for character in text[first..].chars() {
        if is_treacherous(character) {
            safe.extend(character.escape_default());
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// Whether a character acts on what surrounds it, or cannot be seen (Unicode: general categories Cc and Cf, Zl, Zp, and the blank
/// letters among Default_Ignorable_Code_Point).
#[must_use]
pub const fn is_treacherous(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'                            // C0, DEL, C1: escape sequences, line breaks, tabs
        | '\u{61c}' | '\u{200e}' | '\u{200f}'                               // marks of direction
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'                 // embeddings, overrides, isolates
        | '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' // no width
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'                 // letters that look like nothing
        | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'    // separators, byte order mark, annotations
        | '\u{e0000}'..='\u{e007f}') // tags
}

/// Leaves out the middle of a text that is wider than `width` columns of a terminal, and puts `…` there.
///
/// The result is never wider than `width`; the ends of names and ARNs tell them apart, so both stay.
#[must_use]
pub fn elide_middle(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    if width == 0 {
        return Cow::Borrowed("");
    }
    let tail_width = (width - 1) / 2;
    let head = prefix(text, width - 1 - tail_width);
    let tail = suffix(&text[head.len()..], tail_width);
    Cow::Owned(format!("{head}{ELLIPSIS}{tail}"))
}

/// Leaves out the end of a text that is wider than `width` columns of a terminal, and puts `…` there.
#[must_use]
pub fn elide_end(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    if width == 0 {
        return Cow::Borrowed("");
    }
    Cow::Owned(format!("{}{ELLIPSIS}", prefix(text, width - 1).trim_end()))
}

/// The longest beginning of at most `width` columns. Widths are taken of whole pieces: a selector can widen the character before it.
fn prefix(text: &str, width: usize) -> &str {
    let mut end = 0;
    for (index, character) in text.char_indices() {
        let next = index + character.len_utf8();
        if text[..next].width() > width {
            break;
        }
        end = next;
    }
    &text[..end]
}

/// The longest end of at most `width` columns that does not begin with a combining mark.
fn suffix(text: &str, width: usize) -> &str {
    let mut start = text.len();
    for (index, character) in text.char_indices().rev() {
        if text[index..].width() > width {
            break;
        }
        if character.width() != Some(0) {
            start = index;
        }
    }
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn treacherous_characters_become_visible_and_everything_else_stays() {
        let table = [
            ("plain name", "plain name"),
            ("", ""),
            ("größe-名前-😀-ñ", "größe-名前-😀-ñ"),
            ("<script>=cmd()|' /C calc'!A0", "<script>=cmd()|' /C calc'!A0"),
            ("a\u{1b}[31mred\u{1b}[0m", "a\\u{1b}[31mred\\u{1b}[0m"),
            ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
            ("\u{0}\u{7}\u{7f}\u{9b}31m", "\\u{0}\\u{7}\\u{7f}\\u{9b}31m"),
            ("\u{202a}\u{202e}gpj.exe", "\\u{202a}\\u{202e}gpj.exe"),
            ("\u{2066}x\u{2069}\u{200e}\u{200f}\u{61c}", "\\u{2066}x\\u{2069}\\u{200e}\\u{200f}\\u{61c}"),
            ("ad\u{200b}min\u{200c}\u{200d}\u{2060}", "ad\\u{200b}min\\u{200c}\\u{200d}\\u{2060}"),
            ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
            ("\u{feff}bom", "\\u{feff}bom"),
            ("tag\u{e0001}\u{e0041}\u{e007f}", "tag\\u{e0001}\\u{e0041}\\u{e007f}"),
            ("soft\u{ad}hyphen\u{3164}", "soft\\u{ad}hyphen\\u{3164}"),
        ];
        for (given, expected) in table {
            assert_eq!(neutralise(given), expected, "{given:?}");
        }
    }

    #[test]
    fn harmless_text_is_not_copied() {
        assert!(matches!(neutralise("arn:aws:s3:::b"), Cow::Borrowed(_)));
    }

    #[test]
    fn neutralising_twice_changes_nothing_more() {
        let every_character: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        let once = neutralise(&every_character);
        assert_eq!(neutralise(&once), once);
    }

    #[test]
    fn the_middle_of_a_long_text_is_left_out() {
        let table = [
            ("short", 5, "short"),
            ("arn:aws:s3:::bucket", 11, "arn:a…ucket"),
            ("abcdef", 4, "ab…f"),
            ("abcdef", 1, "…"),
            ("abcdef", 0, ""),
            ("名前名前名前", 6, "名…前"),
            ("😀😀😀😀", 7, "😀…😀"),
            ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}…e\u{301}"),
        ];
        for (given, width, expected) in table {
            assert_eq!(elide_middle(given, width), expected, "{given:?} at {width}");
        }
    }

    #[test]
    fn the_end_of_a_long_text_is_left_out() {
        for (given, width, expected) in [("short", 5, "short"), ("one two three", 9, "one two…"), ("名前", 3, "名…"), ("ab", 0, "")]
        {
            assert_eq!(elide_end(given, width), expected, "{given:?} at {width}");
        }
    }

    #[test]
    fn an_elided_text_is_never_wider_than_asked() {
        for text in ["❤\u{fe0f}❤\u{fe0f}❤\u{fe0f}❤\u{fe0f}", "a名b前c😀d", "e\u{301}\u{302}\u{303}xyz", "🏳\u{fe0f}🏳\u{fe0f}abc"]
        {
            for width in 0..12 {
                assert!(elide_middle(text, width).width() <= width, "{text:?} at {width}");
                assert!(elide_end(text, width).width() <= width, "{text:?} at {width}");
            }
        }
    }
}
