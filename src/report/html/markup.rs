//! Text, links and fragments as HTML takes them.

use std::fmt::{self, Display, Formatter, Write};

use crate::model::plain_text::neutralise;
use crate::model::{JobStatus, Outcome, Severity};

/// Text that somebody else chose, as an element's content or a quoted attribute: what is invisible is made visible, what HTML would
/// take for markup is escaped.
pub(super) struct Text<'a>(pub(super) &'a str);

impl Display for Text<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        escape(&neutralise(self.0), formatter)
    }
}

/// The same for text of several lines, whose line breaks and tabs stay.
pub(super) struct Lines<'a>(pub(super) &'a str);

impl Display for Lines<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        for (number, line) in self.0.trim_end().lines().enumerate() {
            if number > 0 {
                formatter.write_char('\n')?;
            }
            for (number, part) in line.split('\t').enumerate() {
                formatter.write_str(if number > 0 { "\t" } else { "" })?;
                escape(&neutralise(part), formatter)?;
            }
        }
        Ok(())
    }
}

fn escape(text: &str, formatter: &mut Formatter<'_>) -> fmt::Result {
    let mut rest = text;
    while let Some(place) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, after) = rest.split_at(place);
        formatter.write_str(before)?;
        formatter.write_str(match after.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        })?;
        rest = &after[1..];
    }
    formatter.write_str(rest)
}

/// A page elsewhere: a link where the address is one of the web, the bare text where it is anything else.
pub(super) struct Link<'a> {
    pub(super) url: &'a str,
    pub(super) text: &'a str,
}

impl Display for Link<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Self { url, text } = self;
        let is_harmless = url.starts_with("https://") && neutralise(url) == *url && !url.contains(char::is_whitespace);
        if is_harmless {
            write!(formatter, r#"<a href="{}" rel="noreferrer noopener">{}</a>"#, Text(url), Text(text))
        } else {
            write!(formatter, "{}", Text(url))
        }
    }
}

/// The fragment that a check's explanation stands under, without `#`. Attributes take no spaces there, ids of checks have none.
pub(super) struct Anchor<'a>(pub(super) &'a str);

impl Display for Anchor<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "check-{}", Text(&neutralise(self.0).replace(char::is_whitespace, "_")))
    }
}

/// A severity with its mark; the word says it, shape and colour repeat it.
pub(super) struct SeverityMark(pub(super) Severity);

impl Display for SeverityMark {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, r#"<span class="severity {0}">{0}</span>"#, self.0)
    }
}

/// A status in a pill: `tone` is `good`, `bad`, `caution` or `quiet`.
pub(super) struct Pill<'a> {
    pub(super) tone: &'static str,
    pub(super) word: &'a str,
}

impl Display for Pill<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let mark = match self.tone {
            "good" => "✓",
            "bad" => "✕",
            "caution" => "?",
            _ => "–",
        };
        let word = self.word.replace('_', " ");
        write!(formatter, r#"<span class="pill {}"><span aria-hidden="true">{mark}</span> {}</span>"#, self.tone, Text(&word))
    }
}

/// The tone of a job's state.
pub(super) const fn tone_of_job(status: JobStatus) -> &'static str {
    match status {
        JobStatus::Succeeded => "good",
        JobStatus::Partial => "caution",
        JobStatus::Failed => "bad",
        JobStatus::Queued | JobStatus::Running | JobStatus::Cancelled => "quiet",
    }
}

/// The outcome's place in the script's data: 0 fail, 1 unknown, 2 muted.
pub(super) const fn place_of(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Unknown => 1,
        Outcome::Muted => 2,
        Outcome::Fail | Outcome::Pass | Outcome::NotApplicable => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(Text(r#"<b a="1" b='2'>&amp;"#).to_string(), "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;");
        assert_eq!(Text("名\u{1b}[0m\n\u{202e}😀").to_string(), "名\\u{1b}[0m\\n\\u{202e}😀");
        assert_eq!(Lines("a <b>\n\tc\u{200b}\r\n").to_string(), "a &lt;b&gt;\n\tc\\u{200b}");
    }

    #[test]
    fn only_pages_of_the_web_become_links() {
        let link = |url| Link { url, text: "there" }.to_string();
        assert_eq!(link("https://a.example/?b&c"), r#"<a href="https://a.example/?b&amp;c" rel="noreferrer noopener">there</a>"#);
        for url in
            ["javascript:alert(1)", "http://a.example", "https://a b", "https://a\u{202e}b", "//a.example", "data:text/html,x"]
        {
            assert!(!link(url).contains("<a"), "{url}");
        }
    }
}
