//! Texts as spreadsheets may be given them: nothing hidden, and nothing that is taken for a formula.
//!
//! A spreadsheet evaluates a cell that begins with `=`, `+`, `-` or `@`, and a formula can fetch and run things. Some skip blanks and
//! quotes before it, some take the wide forms of these characters too, and where the comma is the decimal sign, a `;` begins a new cell.
//! (OWASP, "CSV Injection".)

use std::borrow::Cow;

use crate::model::plain_text::{is_treacherous, neutralise};
use crate::report::escaped_json::escape;

/// What begins a formula, in ordinary and in wide form.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The text with every hidden character made visible, such as `\n` or `\u{202e}`, and a `'` before what could begin a formula: at the
/// beginning and after each `;`.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    if !text.split(';').any(begins_formula) {
        return neutralise(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for (place, part) in text.split(';').enumerate() {
        safe.push_str(if place == 0 { "" } else { ";" });
        safe.push_str(if begins_formula(part) { "'" } else { "" });
        safe.push_str(&neutralise(part));
    }
    Cow::Owned(safe)
}

/// The same for JSON in which nothing is hidden. It begins with a bracket, so only what follows a `;` matters; that becomes an escape,
/// and the JSON holds the same as before.
pub(super) fn json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    let mut begins = false;
    for character in json.chars() {
        if begins && FORMULA.contains(&character) {
            safe.push_str(&escape(character));
        } else {
            safe.push(character);
        }
        begins = character == ';' || (begins && is_skipped(character));
    }
    safe
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_skipped).starts_with(FORMULA)
}

fn is_skipped(character: char) -> bool {
    character.is_whitespace() || is_treacherous(character) || QUOTES.contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_formula_is_text() {
        let table = [
            ("=1+1", "'=1+1"),
            ("+49 30 1", "'+49 30 1"),
            ("-2+3", "'-2+3"),
            ("@SUM(1,2)", "'@SUM(1,2)"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("＝1+1", "'＝1+1"),
            ("＠x", "'＠x"),
            ("\t=1", "'\\t=1"),
            ("\tplain", "'\\tplain"),
            ("\rplain", "'\\rplain"),
            ("\r\n=1", "'\\r\\n=1"),
            ("  =1", "'  =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\u{200b}=1", "'\\u{200b}=1"),
            ("\u{feff}=1", "'\\u{feff}=1"),
            ("\u{0}=1", "'\\u{0}=1"),
            ("\u{1b}=1", "'\\u{1b}=1"),
            ("\"=1\"", "'\"=1\""),
            ("'=1", "''=1"),
            ("a;=1", "a;'=1"),
            ("a; \"=1;b;@x", "a;' \"=1;b;'@x"),
            (";=1", ";'=1"),
        ];
        for (given, expected) in table {
            assert_eq!(text(given), expected, "{given:?}");
        }
    }

    #[test]
    fn every_other_text_stays() {
        for given in ["", "plain", "a=b", "arn:aws:s3:::b", "1-2", "a;b", "名前😀", "x, \"y\"", "0.0.0.0/0"] {
            assert_eq!(text(given), given);
        }
        assert_eq!(text("a\nb\u{202e}c"), "a\\nb\\u{202e}c");
    }

    #[test]
    fn no_text_begins_a_formula_afterwards() {
        let starts = ["", " ", "\t", "\r\n", "\u{a0}", "\u{200b}", "\u{0}", "\"", "'", "a;", "a; \"", ";;"];
        for start in starts {
            for sign in FORMULA {
                let given = format!("{start}{sign}1");
                let safe = text(&given).into_owned();
                let bare = |part: &str| part.trim_start_matches(|it: char| it.is_whitespace() || it == '"').to_owned();
                assert!(safe.split(';').all(|part| !bare(part).starts_with(FORMULA)), "{given:?}: {safe:?}");
            }
        }
    }

    #[test]
    fn json_stays_the_same_to_whoever_reads_it() {
        let given = r#"{"a;=b":"x; @y;\"=z","n":-1}"#;
        let safe = json(given);
        assert_eq!(safe, r#"{"a;\u003db":"x; \u0040y;\"=z","n":-1}"#);
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(read(&safe), read(given));
    }
}
