//! Patterns of names and of resources in policies: `*` stands for any text, `?` for any one character.

/// Whether `pattern` covers everything that `narrower` covers. A `*` in `narrower` is covered by a `*` alone.
#[must_use]
pub fn covers(pattern: &str, narrower: &str) -> bool {
    let pieces: Vec<Piece> = pattern.chars().map(Piece::of).collect();
    fit(&pieces, narrower, |character| character != '*')
}

/// Whether a text fits a pattern. In the pattern a backslash before `*`, `?` or a backslash makes it stand for itself.
#[must_use]
pub fn matches(pattern: &str, text: &str) -> bool {
    fit(&pieces(pattern), text, |_| true)
}

/// Whether a text fits pieces of a pattern; `is_any` says which characters fit a `?`.
fn fit(pieces: &[Piece], text: &str, is_any: impl Fn(char) -> bool) -> bool {
    let text: Vec<char> = text.chars().collect();
    let (mut at, mut reached) = (0, 0);
    // Where the last star stood, and how far it reaches: a mismatch later makes it reach one character further.
    let mut star: Option<(usize, usize)> = None;
    while reached < text.len() {
        let fits = match pieces.get(at) {
            Some(Piece::AnyText) => {
                star = Some((at, reached));
                at += 1;
                continue;
            }
            Some(Piece::AnyCharacter) => is_any(text[reached]),
            Some(Piece::This(character)) => *character == text[reached],
            None => false,
        };
        match (fits, star) {
            (true, _) => (at, reached) = (at + 1, reached + 1),
            (false, Some((of_star, end))) => {
                star = Some((of_star, end + 1));
                (at, reached) = (of_star + 1, end + 1);
            }
            (false, None) => return false,
        }
    }
    pieces[at..].iter().all(|piece| *piece == Piece::AnyText)
}

/// The pattern that fits one text only.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        // A backslash that could be taken for one of ours.
        let is_ours = character == '\\' && rest.peek().is_none_or(|next| SPECIAL.contains(next));
        if matches!(character, '*' | '?') || is_ours {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

/// What a backslash takes the meaning from.
const SPECIAL: [char; 3] = ['*', '?', '\\'];

/// A piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    AnyText,
    AnyCharacter,
    This(char),
}

impl Piece {
    /// What a character without a backslash before it stands for.
    const fn of(character: char) -> Self {
        match character {
            '*' => Self::AnyText,
            '?' => Self::AnyCharacter,
            other => Self::This(other),
        }
    }
}

fn pieces(pattern: &str) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(pattern.len());
    let mut rest = pattern.chars().peekable();
    while let Some(character) = rest.next() {
        pieces.push(match character {
            '\\' => Piece::This(rest.next_if(|next| SPECIAL.contains(next)).unwrap_or('\\')),
            other => Piece::of(other),
        });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{covers, literal, matches};

    #[test]
    fn a_pattern_covers_what_fits_it_and_no_wider_pattern() {
        for (pattern, narrower) in [
            ("*", "a/*"),
            ("a", "a"),
            ("a*", "a"),
            ("a*", "a/*"),
            ("a/*", "a/*"),
            ("a?c", "abc"),
            ("*b*d", "abbcd"),
            ("arn:*:s3:::*", "arn:aws:s3:::b/*"),
            ("a**", "a"),
        ] {
            assert!(covers(pattern, narrower), "{pattern} {narrower}");
        }
        for (pattern, narrower) in [
            ("a", "a/*"),
            ("a/*", "a"),
            ("a/b*", "a/*"),
            ("a/?", "a/*"),
            ("a/*b", "a/*"),
            ("b*", "a"),
            ("", "a"),
            ("a?", "a"),
            ("a*d", "abc"),
        ] {
            assert!(!covers(pattern, narrower), "{pattern} {narrower}");
        }
    }

    #[test]
    fn a_text_fits_its_own_literal_and_a_pattern_with_room_for_it() {
        for (pattern, text) in
            [("a*", "abc"), ("a?c", "a*c"), (r"a\*", "a*"), (r"a\\b", r"a\b"), (r"a\b", r"a\b"), ("*", ""), ("*b*d", "abbcd")]
        {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [(r"a\*", "ab"), (r"a\?", "ab"), ("a?", "a"), ("a", "ab"), ("", "a"), (r"a\\*", "a*")] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_literal_fits_its_text_and_no_other(text in r"[ab*?\\]{0,6}", other in r"[ab*?\\]{0,6}") {
            proptest::prop_assert_eq!(matches(&literal(&text), &other), text == other);
        }
    }
}
