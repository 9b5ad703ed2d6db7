//! What the terminal shows.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::model::Colour;
use crate::report::comparison::tests::{all, changed, compared, hostile, large};
use crate::report::sample;

fn plain(comparison: &Comparison, width: usize) -> String {
    render(comparison, &TableStyle { width, colour: Colour::Off })
}

#[test]
fn a_changed_account_reads_so_on_80_columns() {
    insta::assert_snapshot!(plain(&changed(), 80));
}

#[test]
fn a_changed_account_reads_so_on_120_columns() {
    insta::assert_snapshot!(plain(&changed(), 120));
}

#[test]
fn a_changed_account_reads_so_in_colour() {
    let text = render(&changed(), &TableStyle { width: 100, colour: Colour::On });
    insta::assert_snapshot!(text.replace('\u{1b}', "␛"));
}

#[test]
fn an_unchanged_account_reads_so() {
    insta::assert_snapshot!(plain(&compared(&sample::completed(), &sample::completed()), 80));
}

#[test]
fn hostile_names_read_so() {
    insta::assert_snapshot!(plain(&hostile(), 80));
}

#[test]
fn a_large_change_reads_so() {
    insta::assert_snapshot!(plain(&large(), 100));
}

#[test]
fn nothing_changed_is_said_for_what_it_is_worth() {
    for (sample, expected) in [
        (sample::completed(), "nothing changed: the same 9 findings as before, and the same assets"),
        (sample::clean(), "nothing changed: no findings before, none now, and the same assets"),
        (sample::partial(), "nothing changed in what both scans could read: the same 9 findings as before, and the same assets"),
        (sample::failed(), "nothing to compare: scan 20260115T093000Z-fa11 could read nothing (failed)"),
    ] {
        let text = plain(&compared(&sample, &sample), 160);
        assert!(text.contains(expected), "{text}");
    }
    assert!(!plain(&changed(), 160).contains("nothing"), "{}", plain(&changed(), 160));
}

#[test]
fn nothing_new_among_other_checks_is_not_good() {
    let mut other = compared(&sample::clean(), &sample::clean());
    assert!(plain(&other, 160).contains("nothing changed: no findings"));
    other.scope.checks_only_before = vec!["aws-s3-bucket-default-encryption".to_owned()];
    let text = render(&other, &TableStyle { width: 160, colour: Colour::On });
    let line = |words: &str| text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} in {text}"));
    for words in ["nothing changed in what both scans looked at: no findings before", "none in what both scans looked at"] {
        assert!(line(words).contains("\u{1b}[33m") && !line(words).contains("\u{1b}[32m"), "{:?}", line(words));
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for comparison in all().iter().chain([&large()]) {
        for width in [60, 80, 100, 120, 160] {
            for line in plain(comparison, width).lines() {
                assert!(line.width() <= width, "{} columns instead of {width}: {line}", line.width());
            }
        }
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    for comparison in all() {
        let coloured = render(&comparison, &TableStyle { width: 80, colour: Colour::On });
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain(&comparison, 80));
    }
}

#[test]
fn no_control_character_reaches_the_terminal() {
    for comparison in all() {
        let text = plain(&comparison, 80);
        assert_eq!(text.find(|character: char| character.is_control() && character != '\n'), None);
        assert!(!text.contains(['\u{202e}', '\u{200b}']), "{text}");
    }
}
