//! The text as it grows, line by line.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::ink::{Ink, paint};

/// Breaks a text into lines of at most `width` columns between words. Names have hyphens: no break there.
pub(in crate::report) fn wrap(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    textwrap::wrap(text, Options::new(width).word_splitter(WordSplitter::NoHyphenation))
}

/// A page of a fixed width.
pub(in crate::report) struct Page {
    text: String,
    width: usize,
}

impl Page {
    pub(in crate::report) const fn new(width: usize) -> Self {
        Self { text: String::new(), width }
    }

    /// Columns.
    pub(in crate::report) const fn width(&self) -> usize {
        self.width
    }

    pub(in crate::report) fn text(&self) -> &str {
        &self.text
    }

    /// A line; blanks at its end are dropped.
    pub(in crate::report) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    pub(in crate::report) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Begins a section: its name and a rule across the page.
    pub(in crate::report) fn heading(&mut self, name: &str) {
        if !self.text.is_empty() {
            self.blank();
        }
        let rule = "─".repeat(self.width.saturating_sub(name.width() + 4));
        self.line(&format!("{} {} {}", paint(Ink::Faint, "──"), paint(Ink::Strong, name), paint(Ink::Faint, &rule)));
        self.blank();
    }

    /// Lines of text wrapped at words, each after an indent of `indent` columns; the first one after `label` instead.
    pub(in crate::report) fn wrapped(&mut self, label: &str, indent: usize, text: &str, ink: Option<Ink>) {
        let lines = wrap(text, self.width.saturating_sub(indent));
        for (number, line) in lines.iter().enumerate() {
            let start = if number == 0 { label } else { "" };
            let padding = " ".repeat(indent.saturating_sub(start.width()));
            let line = ink.map_or_else(|| line.to_string(), |ink| paint(ink, line));
            self.line(&format!("{start}{padding}{line}"));
        }
    }
}
