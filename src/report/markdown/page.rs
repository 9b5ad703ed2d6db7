//! A page that never grows beyond its room.

use std::fmt::Display;

use super::ELSEWHERE;
use crate::report::layout::words::number;

/// Bytes that are kept for the sentence on what was left out.
const RESERVE: usize = 200;

/// The end of a folded part, with the line breaks behind it.
const CLOSING: &str = "</details>\n\n";

/// Text of a bounded size.
pub(super) struct Page {
    text: String,
    limit: usize,
}

impl Page {
    /// An empty page of at most `limit` bytes.
    pub(super) const fn within(limit: usize) -> Self {
        Self { text: String::new(), limit }
    }

    /// The same with more room.
    pub(super) fn widen_to(&mut self, limit: usize) {
        self.limit = self.limit.max(limit);
    }

    /// Bytes so far.
    pub(super) const fn len(&self) -> usize {
        self.text.len()
    }

    /// Bytes that it can still take.
    pub(super) const fn room(&self) -> usize {
        self.limit.saturating_sub(self.text.len())
    }

    /// The text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Puts a line, where there is room for it.
    pub(super) fn line(&mut self, line: impl Display) -> bool {
        let line = line.to_string();
        let fits = self.len() + line.len() < self.limit;
        if fits {
            self.text.push_str(&line);
            self.text.push('\n');
        }
        fits
    }

    /// Puts a block: a line, and an empty one.
    pub(super) fn block(&mut self, block: impl Display) -> bool {
        self.line(format_args!("{block}\n"))
    }

    /// Puts a folded table: its summary, its head, and as many rows as [`Self::rows`] puts. Where not even the frame has room, the summary
    /// alone is put, if that fits. Gives back how many rows are left out.
    pub(super) fn fold(
        &mut self,
        summary: &str,
        head: &str,
        rows: impl Iterator<Item = String>,
        things: &str,
        keep: usize,
    ) -> usize {
        let opening = format!("<details>\n<summary>{summary}</summary>\n\n{head}");
        if self.room() < opening.len() + CLOSING.len() + RESERVE {
            self.block(format_args!("{summary}; {ELSEWHERE}"));
            return rows.size_hint().0;
        }
        self.line(opening);
        let left_out = self.rows(rows, things, keep.max(CLOSING.len()));
        self.block(CLOSING.trim_end());
        left_out
    }

    /// Puts rows until `keep` bytes are left, an empty line, and a sentence on how many more `things` there are. Gives back how many.
    pub(super) fn rows(&mut self, rows: impl Iterator<Item = String>, things: &str, keep: usize) -> usize {
        let whole = self.limit;
        self.limit = whole.saturating_sub(keep + RESERVE);
        let mut rows = rows;
        let mut left_out = 0;
        while let Some(row) = rows.next() {
            if !self.line(row) {
                // What is counted only is never laid out: `count` would lay each row out.
                left_out = 1 + rows.size_hint().0;
                break;
            }
        }
        self.limit = whole;
        self.line("");
        if left_out > 0 {
            self.block(format_args!("… and {} more {things}; {ELSEWHERE}", number(left_out as u64)));
        }
        left_out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_table_is_whole_or_not_there_in_a_page_of_any_size() {
        let rows = || (0..30).map(|row| format!("row {row:05}"));
        for limit in 0..900 {
            let mut page = Page::within(limit);
            let left_out = page.fold("<b>high</b>: 30 findings", "head", rows(), "rows", 50);
            let text = page.into_text();
            assert!(text.len() <= limit, "{limit}: {}", text.len());
            assert_eq!(text.matches("<details>").count(), text.matches("</details>").count(), "{limit}: {text}");
            assert_eq!(text.matches("row 0").count() + left_out, 30, "{limit}: {text}");
            let is_told = left_out == 0 || text.contains(ELSEWHERE) || limit < 120;
            assert!(is_told, "{limit}: {text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_counted_and_never_laid_out() {
        let mut page = Page::within(RESERVE + 30);
        let mut laid_out = 0;
        let rows: Vec<usize> = (0..100).collect();
        let left_out = page.rows(
            rows.iter().map(|row| {
                laid_out += 1;
                format!("row {row:05}")
            }),
            "rows",
            10,
        );
        assert_eq!((left_out, laid_out), (98, 3));
        assert_eq!(page.into_text(), "row 00000\nrow 00001\n\n… and 98 more rows; the JSON report (`--json`) holds them all\n\n");
    }
}
