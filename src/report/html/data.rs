//! Data for the script: JSON inside an element, written row by row.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use crate::model::plain_text::neutralise;

/// Puts a data block: an element that the browser never runs, with a JSON list of rows.
pub(super) fn put_rows<Row: Serialize>(id: &str, rows: impl Iterator<Item = Row>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, r#"<script type="application/json" id="{id}">["#)?;
    for (number, row) in rows.enumerate() {
        out.write_all(if number > 0 { b",\n" } else { b"\n" })?;
        serde_json::to_writer(Harmless(out), &row)?;
    }
    writeln!(out, "]</script>")
}

/// Text for people, as it stands in a row.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    neutralise(text)
}

/// JSON on its way into an element: `<`, `>` and `&`, which JSON has within its strings only, become escapes, so that no text can end
/// the element or open a comment in it.
struct Harmless<'o>(&'o mut dyn Write);

impl Write for Harmless<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(place) = rest.iter().position(|byte| matches!(byte, b'<' | b'>' | b'&')) {
            let (before, after) = rest.split_at(place);
            self.0.write_all(before)?;
            write!(self.0, "\\u{:04x}", after[0])?;
            rest = &after[1..];
        }
        self.0.write_all(rest)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_element_and_every_text_comes_back() {
        let rows = ["</script><!--&amp;", "\"\\", "名😀"];
        let mut out = Vec::new();
        put_rows("x", rows.iter(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let inside = text.strip_prefix(r#"<script type="application/json" id="x">"#).unwrap().strip_suffix("</script>\n").unwrap();
        assert!(!inside.contains(['<', '>', '&']), "{inside}");
        assert_eq!(serde_json::from_str::<Vec<String>>(inside).unwrap(), rows);
    }
}
