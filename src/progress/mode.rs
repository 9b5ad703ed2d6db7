//! How the progress is shown: the user's wish, bent to what the terminal can do.

/// What the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ModeChoice {
    /// Bars on a terminal, lines elsewhere.
    #[default]
    Auto,
    /// Bars, wherever they can be drawn.
    Bars,
    /// Lines, even on a terminal.
    Lines,
    /// Nothing.
    None,
}

/// How the progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A live area that redraws itself: needs a terminal that can move its cursor.
    Bars,
    /// One line per finished job: good for logs.
    Lines,
    /// Nothing at all.
    None,
}

impl Mode {
    /// Settles the choice. `is_tty` says whether stderr is a terminal, `term` is the value of `TERM`. Bars that the terminal could not draw
    /// become lines, even where they were asked for by name.
    #[must_use]
    pub fn choose(choice: ModeChoice, is_tty: bool, term: Option<&str>) -> Self {
        match choice {
            ModeChoice::None => Self::None,
            ModeChoice::Auto | ModeChoice::Bars if is_tty && moves_the_cursor(term) => Self::Bars,
            ModeChoice::Auto | ModeChoice::Bars | ModeChoice::Lines => Self::Lines,
        }
    }
}

/// Whether a terminal of this name understands cursor movement. Windows' own terminals do, and set no `TERM`.
fn moves_the_cursor(term: Option<&str>) -> bool {
    match term {
        None | Some("") => cfg!(windows),
        Some(name) => name != "dumb",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_need_a_terminal_that_moves_its_cursor() {
        let table = [
            (ModeChoice::Auto, true, Some("xterm-256color"), Mode::Bars),
            (ModeChoice::Auto, true, Some("dumb"), Mode::Lines),
            (ModeChoice::Auto, false, Some("xterm-256color"), Mode::Lines),
            (ModeChoice::Auto, false, None, Mode::Lines),
            (ModeChoice::Bars, true, Some("xterm"), Mode::Bars),
            (ModeChoice::Bars, true, Some("dumb"), Mode::Lines),
            (ModeChoice::Bars, false, Some("xterm"), Mode::Lines),
            (ModeChoice::Lines, true, Some("xterm"), Mode::Lines),
            (ModeChoice::Lines, false, None, Mode::Lines),
            (ModeChoice::None, true, Some("xterm"), Mode::None),
            (ModeChoice::None, false, None, Mode::None),
        ];
        for (choice, is_tty, term, mode) in table {
            assert_eq!(Mode::choose(choice, is_tty, term), mode, "{choice:?} tty={is_tty} TERM={term:?}");
        }
    }

    #[test]
    #[cfg(not(windows))]
    fn a_terminal_without_a_name_gets_lines() {
        assert_eq!(Mode::choose(ModeChoice::Auto, true, None), Mode::Lines);
        assert_eq!(Mode::choose(ModeChoice::Auto, true, Some("")), Mode::Lines);
    }
}
