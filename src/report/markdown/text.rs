//! Texts that somebody else chose, in Markdown: they stay texts.
//!
//! Within a code span there are no links, images, HTML, mentions, references or formulas, for any reader of Markdown. So whatever is
//! more than plain words goes into one. Nothing is taken away but line breaks and their like, which become visible escapes.

use crate::model::plain_text::{elide_middle, neutralise};

/// Columns of a text that are shown.
const WIDTH: usize = 300;

/// A word of that many characters with a digit in it may be a commit's name.
const LONG_WORD: usize = 7;

/// A name or an id, whole in a code span; an empty one is a dash.
pub(in crate::report) fn code(text: &str) -> String {
    let text = elide_middle(neutralise(text).trim(), WIDTH).into_owned();
    if text.is_empty() { "–".to_owned() } else { span(&text) }
}

/// A sentence: plain words stay as they are, everything else stands in code spans.
pub(in crate::report) fn prose(text: &str) -> String {
    let text = neutralise(text);
    let text = elide_middle(text.trim(), WIDTH);
    let words: Vec<Word<'_>> = text.split(' ').filter(|word| !word.is_empty()).map(Word::of).collect();
    let go_on =
        |one: &Word<'_>, other: &Word<'_>| !one.is_plain && !other.is_plain && one.after.is_empty() && other.before.is_empty();
    let show = |part: &[Word<'_>]| match part {
        [first, .., last] => {
            let cores: Vec<&str> = part.iter().map(|word| word.core).collect();
            format!("{}{}{}", first.before, span(&cores.join(" ")), last.after)
        }
        [word] if word.is_plain => word.core.to_owned(),
        [word] => format!("{}{}{}", word.before, span(word.core), word.after),
        [] => String::new(),
    };
    words.chunk_by(go_on).map(show).collect::<Vec<_>>().join(" ")
}

/// A word of a sentence. Where it goes into a code span, the sentence's own marks around it stay outside.
struct Word<'a> {
    is_plain: bool,
    before: &'a str,
    core: &'a str,
    after: &'a str,
}

impl<'a> Word<'a> {
    fn of(word: &'a str) -> Self {
        if is_plain(word) {
            return Self { is_plain: true, before: "", core: word, after: "" };
        }
        let closes = |text: &str| text.matches(')').count() > text.matches('(').count();
        let inner = word.strip_prefix('(').filter(|rest| !closes(rest) || rest.matches(')').count() == 1).unwrap_or(word);
        let mut core = inner;
        while let Some(shorter) =
            core.strip_suffix([',', '.', ';', ':']).or_else(|| core.strip_suffix(')').filter(|_| closes(core)))
        {
            core = shorter;
        }
        if core.is_empty() {
            return Self { is_plain: false, before: "", core: word, after: "" };
        }
        Self { is_plain: false, before: &word[..word.len() - inner.len()], core, after: &inner[core.len()..] }
    }
}

/// A code span. The text has no line break, is not empty and has no space at either end.
///
/// A pipe would end a table's cell even here, and readers disagree on how to escape it beside a backslash: it becomes an escape such
/// as those of [`neutralise`].
fn span(text: &str) -> String {
    let text = text.replace('|', "\\u{7c}");
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let padding = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{padding}{text}{padding}{fence}")
}

/// Whether a word means nothing but itself: letters and figures with the marks of ordinary sentences, no address (`www.`), and nothing
/// that GitHub takes for a commit or an issue (`GH-12`).
fn is_plain(word: &str) -> bool {
    let word = word.strip_suffix(':').unwrap_or(word);
    let is_ordinary = |character: char| {
        character.is_alphanumeric() || matches!(character, ',' | '.' | ';' | '\'' | '"' | '(' | ')' | '%' | '-' | '–' | '…')
    };
    let core = word.trim_matches(|character: char| !character.is_alphanumeric());
    let has_digit = word.contains(|character: char| character.is_ascii_digit());
    word.contains(|character: char| character.is_alphanumeric() || character == '%' || !character.is_ascii())
        && word.chars().all(is_ordinary)
        && !word.to_lowercase().contains("www.")
        && !(has_digit && (word.contains('-') || core.chars().count() >= LONG_WORD))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_and_everything_else_is_code() {
        for (given, expected) in [
            ("Bucket logs-eu is public", "Bucket logs-eu is public"),
            ("Security group sg-0a1b lets 0.0.0.0/0 reach port 22", "Security group `sg-0a1b` lets `0.0.0.0/0` reach port 22"),
            ("a token (IMDSv1), commit 0123456.", "a token (IMDSv1), commit `0123456`."),
            ("S3 in 3 regions (12 %): open; EC2's too", "S3 in 3 regions (12 %): open; EC2's too"),
            ("see @octocat, #12 and GH-12", "see `@octocat`, `#12` and `GH-12`"),
            ("www.evil.example https://evil.example a@evil.example", "`www.evil.example https://evil.example a@evil.example`"),
            ("[pay](x) ![y](z) <b> &lt; *a* _b_ ~c~ $d$ :e:", "`[pay](x) ![y](z) <b> &lt`; `*a* _b_ ~c~ $d$ :e`:"),
            ("a | b `c` ``d``", "a `\\u{7c}` b ``` `c` ``d`` ```"),
            ("- 1. two", "`-` 1. two"),
            ("to sg-0a1b (10.0.0.0/8), see s3:GetBucketAcl.", "to `sg-0a1b` (`10.0.0.0/8`), see `s3:GetBucketAcl`."),
            ("f(a-1) (b_c .: (", "`f(a-1)` (`b_c .: (`"),
            ("one\ntwo  three", "`one\\ntwo` three"),
            ("", ""),
        ] {
            assert_eq!(prose(given), expected, "{given}");
        }
    }

    #[test]
    fn a_name_is_code_as_a_whole() {
        for (given, expected) in
            [("web", "`web`"), ("a b", "`a b`"), ("", "–"), (" ", "–"), ("`", "`` ` ``"), ("a\\|b", "`a\\\\u{7c}b`")]
        {
            assert_eq!(code(given), expected, "{given}");
        }
    }
}
