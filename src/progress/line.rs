//! One line of coloured text that knows its width and never grows past it.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::model::Colour;
use crate::model::JobStatus;
use crate::model::plain_text::{elide_end, neutralise};

/// Text that matters less.
pub(super) const DIM: Style = Style::new().dimmed();
/// Text that matters most.
pub(super) const BOLD: Style = Style::new().bold();
/// Ordinary text.
pub(super) const BARE: Style = Style::new();
/// What is under way.
pub(super) const LIVE: Style = AnsiColor::Cyan.on_default();
/// What went well.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// What wants attention.
pub(super) const WARN: Style = AnsiColor::Yellow.on_default();
/// What went wrong.
pub(super) const BAD: Style = AnsiColor::Red.on_default();

/// The style of a status.
#[must_use]
pub(super) const fn style_of(status: JobStatus) -> Style {
    match status {
        JobStatus::Queued | JobStatus::Cancelled => DIM,
        JobStatus::Running => LIVE,
        JobStatus::Succeeded => GOOD,
        JobStatus::Partial => WARN,
        JobStatus::Failed => BAD,
    }
}

/// Pieces of text, each in its style, with the width that they take on a terminal.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pieces: Vec<(Style, String)>,
    width: usize,
}

impl Line {
    /// The columns that it takes.
    #[must_use]
    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// Adds text; what could steer the terminal becomes visible.
    #[must_use]
    pub(super) fn text(mut self, style: Style, text: &str) -> Self {
        let text = neutralise(text);
        self.width += text.width();
        self.pieces.push((style, text.into_owned()));
        self
    }

    /// Adds the pieces of another line.
    #[must_use]
    pub(super) fn append(mut self, other: Self) -> Self {
        self.width += other.width;
        self.pieces.extend(other.pieces);
        self
    }

    /// Adds the blank between two cells.
    #[must_use]
    pub(super) fn gap(self) -> Self {
        self.text(BARE, "  ")
    }

    /// Adds text at the left of a cell of `width` columns; cuts it where it is longer.
    #[must_use]
    pub(super) fn left(self, style: Style, text: &str, width: usize) -> Self {
        let cell = cut(text, width);
        let blank = " ".repeat(width.saturating_sub(cell.width()));
        self.text(style, &cell).text(BARE, &blank)
    }

    /// Adds text at the right of a cell of `width` columns; a text that is longer takes its room.
    #[must_use]
    pub(super) fn right(self, style: Style, text: &str, width: usize) -> Self {
        let blank = " ".repeat(width.saturating_sub(text.width()));
        self.text(BARE, &blank).text(style, text)
    }

    /// Adds a bar of `width` columns of which `fraction` is filled.
    #[must_use]
    pub(super) fn bar(self, style: Style, fraction: f64, width: usize) -> Self {
        let (filled, half) = filled(fraction, width);
        let full = "━".repeat(filled) + if half { "╸" } else { "" };
        let rest = "─".repeat(width - filled - usize::from(half));
        self.text(style, &full).text(DIM, &rest)
    }

    /// The text, at most `width` columns of it, with or without its colours. Nothing but spaces at the end is left away.
    #[must_use]
    pub(super) fn paint(&self, width: usize, colour: Colour) -> String {
        let mut room = width;
        let mut painted = String::new();
        for (style, text) in &self.pieces {
            let text = cut(text, room);
            room -= text.width();
            if colour == Colour::Off || *style == BARE || text.is_empty() {
                painted.push_str(&text);
            } else {
                // Writing into a string cannot fail.
                let _ = write!(painted, "{style}{text}{style:#}");
            }
        }
        painted.truncate(painted.trim_end_matches(' ').len());
        painted
    }
}

/// How many columns of a bar are full, and whether half a one follows. Anything begun shows, and nothing is full before its end.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "0 to twice a width")]
fn filled(fraction: f64, width: usize) -> (usize, bool) {
    if fraction >= 1.0 || width == 0 {
        return (width, false);
    }
    let halves = (fraction.max(0.0) * 2.0 * width as f64) as usize;
    let halves = if fraction > 0.0 { halves.clamp(1, 2 * width - 1) } else { 0 };
    (halves / 2, halves % 2 == 1)
}

/// The text, cut to `width` columns; an ellipsis says that something is missing, unless it is blank.
fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte == b' ') { Cow::Borrowed(&text[..text.len().min(width)]) } else { elide_end(text, width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(fraction: f64, width: usize) -> String {
        Line::default().bar(LIVE, fraction, width).paint(80, Colour::Off)
    }

    #[test]
    fn a_bar_shows_what_has_begun_and_is_full_only_at_the_end() {
        let table = [
            (0.0, "────"),
            (0.001, "╸───"),
            (0.25, "━───"),
            (0.5, "━━──"),
            (0.65, "━━╸─"),
            (0.999, "━━━╸"),
            (1.0, "━━━━"),
            (7.0, "━━━━"),
        ];
        for (fraction, text) in table {
            assert_eq!(bar(fraction, 4), text, "{fraction}");
        }
        assert_eq!(bar(0.5, 0), "");
    }

    #[test]
    fn a_line_is_cut_at_the_width_with_an_ellipsis() {
        let line = Line::default().text(BOLD, "running").text(BARE, " for long");
        assert_eq!(line.width(), 16);
        for (width, text) in [(16, "running for long"), (15, "running for lo…"), (8, "running…"), (4, "run…"), (1, "…"), (0, "")]
        {
            assert_eq!(line.paint(width, Colour::Off), text, "{width}");
        }
    }

    #[test]
    fn a_wide_letter_counts_twice() {
        let line = Line::default().text(BARE, "東京リージョン");
        assert_eq!(line.width(), 14);
        assert_eq!(line.paint(6, Colour::Off), "東京…");
    }

    #[test]
    fn colours_are_written_only_where_they_are_wanted() {
        let line = Line::default().text(GOOD, "done").text(BARE, " now");
        assert_eq!(line.paint(80, Colour::Off), "done now");
        assert_eq!(line.paint(80, Colour::On), "\u{1b}[32mdone\u{1b}[0m now");
    }

    #[test]
    fn hostile_text_cannot_steer_the_terminal() {
        let line = Line::default().text(BARE, "a\u{1b}[2Jb\nc\u{202e}d");
        assert_eq!(line.paint(80, Colour::Off), "a\\u{1b}[2Jb\\nc\\u{202e}d");
    }

    #[test]
    fn cells_keep_their_columns() {
        let line = Line::default().left(BARE, "eu-west-1", 12).right(BARE, "7", 4).left(BARE, "ap-southeast-1", 6);
        assert_eq!(line.paint(80, Colour::Off), "eu-west-1      7ap-so…");
    }
}
