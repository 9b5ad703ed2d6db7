//! Colours as marks of no width, so that text can be measured, wrapped and laid out with its colours in it.
//!
//! The marks are tag characters (U+E0000–E007F). Text that somebody else chose cannot hold any: neutralising makes them visible.

use anstyle::{AnsiColor, Style};

use crate::model::{Colour, JobStatus, ScanStatus, Severity};

/// What a piece of text means; the look follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Ink {
    /// Headings and names.
    Strong,
    /// What the eye may skip.
    Faint,
    /// As it should be.
    Good,
    /// Incomplete.
    Caution,
    /// Failed.
    Bad,
    /// A critical finding.
    Critical,
    /// A low finding.
    Low,
}

impl Ink {
    const ALL: [Self; 7] = [Self::Strong, Self::Faint, Self::Good, Self::Caution, Self::Bad, Self::Critical, Self::Low];

    const fn mark(self) -> char {
        match self {
            Self::Strong => '\u{e0041}',
            Self::Faint => '\u{e0042}',
            Self::Good => '\u{e0043}',
            Self::Caution => '\u{e0044}',
            Self::Bad => '\u{e0045}',
            Self::Critical => '\u{e0046}',
            Self::Low => '\u{e0047}',
        }
    }

    const fn style(self) -> Style {
        match self {
            Self::Strong => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Caution => AnsiColor::Yellow.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
            Self::Critical => AnsiColor::Red.on_default().bold(),
            Self::Low => AnsiColor::Cyan.on_default(),
        }
    }

    pub(in crate::report) const fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Critical => Self::Critical,
            Severity::High => Self::Bad,
            Severity::Medium => Self::Caution,
            Severity::Low => Self::Low,
            Severity::Informational => Self::Faint,
        }
    }

    pub(in crate::report) const fn of_job(status: JobStatus) -> Self {
        match status {
            JobStatus::Succeeded => Self::Good,
            JobStatus::Partial | JobStatus::Cancelled => Self::Caution,
            JobStatus::Failed => Self::Bad,
            JobStatus::Queued | JobStatus::Running => Self::Faint,
        }
    }

    pub(in crate::report) const fn of_scan(status: ScanStatus) -> Self {
        match status {
            ScanStatus::Completed => Self::Good,
            ScanStatus::Failed | ScanStatus::SubmissionError => Self::Bad,
            ScanStatus::Partial | ScanStatus::Cancelled => Self::Caution,
            ScanStatus::NotStarted | ScanStatus::Queued | ScanStatus::Running => Self::Faint,
        }
    }
}

/// The mark after a painted text.
const END: char = '\u{e007f}';

/// Paints a text that stays on one line.
pub(in crate::report) fn paint(ink: Ink, text: &str) -> String {
    format!("{}{text}{END}", ink.mark())
}

/// Replaces the marks by escape sequences, or takes them out.
pub(in crate::report) fn dry(text: &str, colour: Colour) -> String {
    let mut dry = String::with_capacity(text.len());
    let mut current = Style::new();
    for character in text.chars() {
        let ink = Ink::ALL.into_iter().find(|ink| ink.mark() == character);
        match (ink, colour) {
            (Some(ink), Colour::On) => {
                current = ink.style();
                dry.push_str(&current.render().to_string());
            }
            (None, Colour::On) if character == END => dry.push_str(&current.render_reset().to_string()),
            (Some(_), Colour::Off) => {}
            (None, _) if character == END => {}
            (None, _) => dry.push(character),
        }
    }
    dry
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn paint_has_no_width_and_dries_to_escape_sequences_or_to_nothing() {
        let painted = format!("a {} z", paint(Ink::Bad, "red"));
        assert_eq!(painted.width(), "a red z".len());
        assert_eq!(dry(&painted, Colour::On), "a \u{1b}[31mred\u{1b}[0m z");
        assert_eq!(dry(&painted, Colour::Off), "a red z");
    }

    #[test]
    fn every_ink_has_a_mark_of_its_own() {
        let marks: std::collections::BTreeSet<char> = Ink::ALL.iter().map(|ink| ink.mark()).chain([END]).collect();
        assert_eq!(marks.len(), Ink::ALL.len() + 1);
    }
}
