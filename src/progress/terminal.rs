//! The terminal behind stderr: its size, its cursor, and whether it may still be painted on.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

/// Begins and ends an update that terminals show at once; those that don't know the mode ignore it.
const BEGIN_UPDATE: &str = "\u{1b}[?2026h";
const END_UPDATE: &str = "\u{1b}[?2026l";
const HIDE_CURSOR: &str = "\u{1b}[?25l";
const SHOW_CURSOR: &str = "\u{1b}[?25h";
const CLEAR_BELOW: &str = "\u{1b}[J";

/// Columns and rows of the terminal behind stderr; 80 × 24 where it does not say.
#[must_use]
pub(super) fn size() -> (u16, u16) {
    terminal_size::terminal_size_of(io::stderr()).map_or((80, 24), |(width, height)| (width.0.max(1), height.0.max(1)))
}

/// What the live area has done to the terminal of this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Terminal {
    /// Nothing.
    Untouched,
    /// A picture stands on it and the cursor is hidden.
    Painted,
    /// It has been given back for good: nothing may be painted any more.
    GivenBack,
}

/// Held for every write, so that nothing is painted after the terminal has been given back.
static TERMINAL: Mutex<Terminal> = Mutex::new(Terminal::Untouched);

/// Leaves the terminal as it was found, for a process that ends without letting its listeners finish: a second ctrl-c. The last picture
/// stays and the cursor appears below it. Does nothing where no live area is shown.
pub fn restore_terminal() {
    let mut terminal = TERMINAL.lock().unwrap_or_else(PoisonError::into_inner);
    if *terminal == Terminal::Painted {
        write_all(&mut io::stderr(), &format!("{END_UPDATE}\r\n{CLEAR_BELOW}{SHOW_CURSOR}"));
    }
    *terminal = Terminal::GivenBack;
}

/// Writes a picture at once, unless the terminal has been given back, and hides the cursor while pictures stand there.
pub(super) fn paint(out: &mut impl Write, picture: &str) {
    let mut terminal = TERMINAL.lock().unwrap_or_else(PoisonError::into_inner);
    let hide = match *terminal {
        Terminal::GivenBack => return,
        Terminal::Painted => "",
        Terminal::Untouched => HIDE_CURSOR,
    };
    *terminal = Terminal::Painted;
    write_all(out, &format!("{BEGIN_UPDATE}{hide}{picture}{END_UPDATE}"));
}

/// Shows the cursor again after the picture has been cleared.
pub(super) fn leave() {
    let mut terminal = TERMINAL.lock().unwrap_or_else(PoisonError::into_inner);
    if *terminal == Terminal::Painted {
        write_all(&mut io::stderr(), SHOW_CURSOR);
        *terminal = Terminal::Untouched;
    }
}

/// Nobody may be looking any more, and a scan does not end for that.
fn write_all(out: &mut impl Write, text: &str) {
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
