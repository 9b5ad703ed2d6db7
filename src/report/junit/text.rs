//! Texts that XML 1.0 can hold.

use std::borrow::Cow;

use crate::model::plain_text::neutralise;

/// The text with everything visible that could hide, reorder or break something; quoting is the writer's work.
///
/// Besides control characters, which are neutralised everywhere, XML 1.0 forbids U+FFFE and U+FFFF (section 2.2, `Char`).
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    let text = neutralise(text);
    if text.contains(['\u{fffe}', '\u{ffff}']) {
        return Cow::Owned(text.replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_back_or_is_an_escape() {
        let every_character: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        let mut element = quick_xml::events::BytesStart::new("a");
        element.push_attribute(("b", safe(&every_character).as_ref()));
        let mut xml = quick_xml::Writer::new(Vec::new());
        xml.write_event(quick_xml::events::Event::Empty(element)).unwrap();
        let xml = String::from_utf8(xml.into_inner()).unwrap();
        let document = roxmltree::Document::parse(&xml).unwrap();
        assert_eq!(document.root_element().attribute("b"), Some(safe(&every_character).as_ref()));
        assert_eq!(safe("a\u{0}b\u{ffff}"), "a\\u{0}b\\u{ffff}");
    }
}
