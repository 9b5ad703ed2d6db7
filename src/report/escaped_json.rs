//! JSON on one line in which nothing is hidden: what could steer a terminal, reorder text or end a line stands as an escape.
//!
//! A program that reads it gets the very same texts.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::model::plain_text::is_treacherous;

/// Writes the value on one line, without the line break.
///
/// # Errors
/// Those of `out`.
pub(super) fn write<T: Serialize>(value: &T, out: &mut dyn io::Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Escaping))?;
    Ok(())
}

/// The escapes of JSON for a character: `\u202e`, of two units where one is not enough.
pub(super) fn escape(character: char) -> String {
    character.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |escaped, unit| format!("{escaped}\\u{unit:04x}"))
}

/// Compact, with more escapes than JSON asks for.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(place) = rest.find(is_treacherous) {
            writer.write_all(&rest.as_bytes()[..place])?;
            let mut characters = rest[place..].chars();
            if let Some(character) = characters.next() {
                writer.write_all(escape(character).as_bytes())?;
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain_text::neutralise;

    #[test]
    fn nothing_is_hidden_and_nothing_is_lost() {
        let every_character: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        let mut written = Vec::new();
        write(&every_character, &mut written).unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(neutralise(&written), written);
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), every_character);
        assert!(
            written.contains("\\u202e")
                && written.contains("\\udb40\\udc01")
                && written.contains("名") == every_character.contains("名")
        );
    }
}
