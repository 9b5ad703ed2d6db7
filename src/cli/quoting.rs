//! Texts as the files that the program writes quote them.

use std::fmt::Write;

use crate::model::plain_text::neutralise;

/// `text` as one word of a POSIX shell.
pub(super) fn in_shell(text: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_./:,=@+".contains(character);
    if !text.is_empty() && text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// `text` as a double-quoted scalar of YAML, with everything escaped that an editor or a terminal would not show.
pub(super) fn in_yaml(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            _ if neutralise(character.encode_utf8(&mut [0; 4])).len() == character.len_utf8() => {
                quoted.push(character);
            }
            _ => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(character));
            }
        }
    }
    quoted.push('"');
    quoted
}
