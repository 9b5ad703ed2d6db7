//! The terminal as indicatif paints on it: whole pictures in one write each, without flicker, and right after the window changed its size.
//!
//! Left to itself indicatif lets full lines wrap into one another, which a terminal that changes its width tears apart. Here every line
//! ends by itself, and how many rows the last picture takes now is counted again before the next one is painted over it.

use std::fmt::{self, Write as _};
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use indicatif::TermLike;
use unicode_width::UnicodeWidthChar;

use super::terminal::paint;

const CLEAR_TO_END_OF_LINE: &str = "\u{1b}[K";
const CLEAR_BELOW: &str = "\u{1b}[J";

/// A terminal on which pictures are painted over each other.
pub(super) struct Screen<W> {
    sheet: Mutex<Sheet<W>>,
    size: Box<dyn Fn() -> (u16, u16) + Send + Sync>,
}

/// What stands on the terminal and what is about to.
struct Sheet<W> {
    out: W,
    /// What is to be written next.
    pending: String,
    /// The widths of the lines of the picture that stands there; the cursor is at the start of the last one.
    painted: Vec<usize>,
    /// The columns that the terminal had then.
    painted_on: usize,
    /// The widths of the lines of the picture that is being painted.
    lines: Vec<usize>,
    /// Whether the way up to the first line has been taken.
    is_home: bool,
    /// The column of the cursor in the line that is being painted, blanks at its end counted.
    column: usize,
}

impl<W: Write> Screen<W> {
    /// A terminal behind `out` whose columns and rows are told by `size`.
    pub(super) fn new(out: W, size: impl Fn() -> (u16, u16) + Send + Sync + 'static) -> Self {
        let sheet =
            Sheet { out, pending: String::new(), painted: Vec::new(), painted_on: 0, lines: Vec::new(), is_home: false, column: 0 };
        Self { sheet: Mutex::new(sheet), size: Box::new(size) }
    }

    fn sheet(&self) -> MutexGuard<'_, Sheet<W>> {
        self.sheet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn columns(&self) -> usize {
        usize::from((self.size)().0)
    }
}

impl<W: Write> Sheet<W> {
    /// Goes up by `lines` lines of the picture that stands there; a terminal that has become narrower has broken them into more rows.
    /// Only the first way up counts, since nothing leads down again: see [`Screen::move_cursor_down`].
    fn up(&mut self, lines: usize, width: usize) {
        if self.is_home {
            return;
        }
        self.is_home = true;
        let rows: usize = self.painted.iter().take(lines).map(|line| line.div_ceil(width).max(1)).sum();
        if rows > 0 {
            // Writing into a string cannot fail.
            let _ = write!(self.pending, "\u{1b}[{rows}A");
        }
        if !self.painted.is_empty() && width != self.painted_on {
            self.pending.push('\r');
            self.pending.push_str(CLEAR_BELOW);
        }
    }

    /// Takes a line, or the blanks that fill it up: each line ends by itself, and what stood there before is cleared instead of overwritten.
    fn text(&mut self, text: &str, width: usize) {
        if self.lines.is_empty() {
            self.lines.push(0);
        } else if self.column >= width {
            self.pending.push_str("\r\n");
            self.lines.push(0);
            self.column = 0;
        }
        let columns = columns(text);
        self.column += columns;
        if text.bytes().all(|byte| byte == b' ') {
            if columns > 0 {
                self.pending.push_str(CLEAR_TO_END_OF_LINE);
            }
        } else {
            self.pending.push_str(text);
            if let Some(line) = self.lines.last_mut() {
                *line += columns;
            }
        }
    }

    /// Shows the picture.
    fn flush(&mut self, width: usize) {
        if self.lines.is_empty() {
            self.pending.push('\r');
            self.pending.push_str(CLEAR_BELOW);
        } else if self.lines.len() < self.painted.len() {
            self.pending.push_str("\r\n");
            self.pending.push_str(CLEAR_BELOW);
            self.pending.push_str("\u{1b}[A");
        }
        // There the echo of ctrl-c does no harm: it stays within the picture and is painted over.
        self.pending.push('\r');
        let picture = std::mem::take(&mut self.pending);
        self.painted = std::mem::take(&mut self.lines);
        self.painted_on = width;
        self.is_home = false;
        self.column = 0;
        paint(&mut self.out, &picture);
    }
}

/// The columns that a text takes, its colours not counted.
fn columns(text: &str) -> usize {
    let mut in_escape = false;
    let mut columns = 0;
    for letter in text.chars() {
        match (in_escape, letter) {
            (false, '\u{1b}') => in_escape = true,
            (true, 'm') => in_escape = false,
            (true, _) => {}
            (false, _) => columns += letter.width().unwrap_or(0),
        }
    }
    columns
}

impl<W> fmt::Debug for Screen<W> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Screen").finish_non_exhaustive()
    }
}

impl<W: Write + Send> TermLike for Screen<W> {
    fn width(&self) -> u16 {
        (self.size)().0
    }

    fn height(&self) -> u16 {
        (self.size)().1
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        self.sheet().up(n, self.columns());
        Ok(())
    }

    /// The way down is for clearing line by line, which [`TermLike::flush`] does at once.
    fn move_cursor_down(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        self.write_str(&" ".repeat(n))
    }

    /// Nothing in a picture goes back.
    fn move_cursor_left(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn write_line(&self, s: &str) -> io::Result<()> {
        let blank = self.columns().saturating_sub(columns(s));
        self.write_str(s)?;
        self.write_str(&" ".repeat(blank))
    }

    fn write_str(&self, s: &str) -> io::Result<()> {
        let width = self.columns();
        match s {
            "\r" => self.sheet().pending.push('\r'),
            _ => self.sheet().text(s, width),
        }
        Ok(())
    }

    fn clear_line(&self) -> io::Result<()> {
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        let width = self.columns();
        self.sheet().flush(width);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU16, Ordering};

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A terminal of 10 columns, what was written to it, and the knob for its columns.
    fn screen() -> (Screen<Kept>, Kept, Arc<AtomicU16>) {
        let (kept, width) = (Kept::default(), Arc::new(AtomicU16::new(10)));
        let knob = Arc::clone(&width);
        (Screen::new(kept.clone(), move || (width.load(Ordering::Relaxed), 24)), kept, knob)
    }

    /// Paints as indicatif does: up to the first line, then each line filled up with blanks to the terminal's columns. Gives what was
    /// written, without the frame of the update and the cursor.
    fn paint(screen: &Screen<Kept>, kept: &Kept, before: usize, lines: &[&str]) -> String {
        screen.move_cursor_up(before.saturating_sub(1)).unwrap();
        screen.write_str("\r").unwrap();
        for line in lines {
            screen.write_str(line).unwrap();
            screen.write_str(&" ".repeat(usize::from(screen.width()) - columns(line))).unwrap();
        }
        screen.flush().unwrap();
        let written = String::from_utf8(std::mem::take(&mut *kept.0.lock().unwrap())).unwrap();
        let bare = written.strip_prefix("\u{1b}[?2026h").unwrap().strip_suffix("\u{1b}[?2026l").unwrap();
        bare.strip_prefix("\u{1b}[?25l").unwrap_or(bare).to_owned()
    }

    #[test]
    fn every_line_ends_by_itself_and_clears_what_stood_behind_it() {
        let (screen, kept, _) = screen();
        assert_eq!(
            paint(&screen, &kept, 0, &["one", "0123456789", "", "two"]),
            "\rone\u{1b}[K\r\n0123456789\r\n\u{1b}[K\r\ntwo\u{1b}[K\r"
        );
    }

    #[test]
    fn the_next_picture_is_painted_over_the_last_one_and_a_shorter_one_leaves_nothing_of_it() {
        let (screen, kept, _) = screen();
        paint(&screen, &kept, 0, &["one", "two", "three"]);
        assert_eq!(paint(&screen, &kept, 3, &["1", "2"]), "\u{1b}[2A\r1\u{1b}[K\r\n2\u{1b}[K\r\n\u{1b}[J\u{1b}[A\r");
        assert_eq!(paint(&screen, &kept, 2, &[]), "\u{1b}[1A\r\r\u{1b}[J\r");
    }

    #[test]
    fn a_terminal_that_has_become_narrower_has_broken_long_lines_into_more_rows() {
        let (screen, kept, width) = screen();
        paint(&screen, &kept, 0, &["\u{1b}[32m0123456789\u{1b}[0m", "short", "last"]);
        width.store(4, Ordering::Relaxed);
        assert_eq!(paint(&screen, &kept, 3, &["new"]), "\u{1b}[5A\r\u{1b}[J\rnew\u{1b}[K\r\n\u{1b}[J\u{1b}[A\r");
    }

    #[test]
    fn a_terminal_that_has_become_wider_keeps_its_rows() {
        let (screen, kept, width) = screen();
        paint(&screen, &kept, 0, &["0123456789", "last"]);
        width.store(40, Ordering::Relaxed);
        assert_eq!(paint(&screen, &kept, 2, &["new", "last"]), "\u{1b}[1A\r\u{1b}[J\rnew\u{1b}[K\r\nlast\u{1b}[K\r");
    }
}
