//! The settings that hold for a scan, and where each is from: for `scan config show`.

use unicode_width::UnicodeWidthStr;

use super::layout::TableStyle;
use super::layout::grid::{GUTTER, Side, lay};
use super::layout::ink::{Ink, paint};
use super::layout::page::wrap;
use crate::model::plain_text::{elide_middle, neutralise};

/// Columns before a setting.
const INDENT: usize = 2;
/// Of a page's columns, the part that the source of a value may take.
const SOURCE_SHARE: (usize, usize) = (2, 5);

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The part that it stands in.
    pub group: String,
    /// Its name.
    pub name: String,
    /// Its value as people read it.
    pub value: String,
    /// Where the value is from; `None` where nobody said anything.
    pub source: Option<String>,
}

/// The settings as text, group by group in the given order.
#[must_use]
pub fn render(settings: &[Setting], style: &TableStyle) -> String {
    let mut page = style.page();
    let mut rows = rows(settings, page.width()).into_iter();
    for group in settings.chunk_by(|one, other| one.group == other.group) {
        page.heading(&neutralise(&group[0].group));
        for line in rows.by_ref().take(group.len()).flatten() {
            page.line(&format!("{:INDENT$}{line}", ""));
        }
    }
    page.blank();
    page.wrapped(
        "",
        0,
        "a typed option beats POSTURE_SCAN_*, which beats a template, which beats posture-scan.toml, which beats config.toml",
        Some(Ink::Faint),
    );
    style.print(&page)
}

/// The lines of each setting; columns are the same for all of them.
fn rows(settings: &[Setting], page_width: usize) -> Vec<Vec<String>> {
    let widest = |width: fn(&Setting) -> usize| settings.iter().map(width).max().unwrap_or_default();
    let room = page_width - INDENT - 2 * GUTTER;
    let (part, whole) = SOURCE_SHARE;
    let name_width = widest(|setting| neutralise(&setting.name).width()).min(room / 2);
    let source_width =
        widest(|setting| neutralise(setting.source.as_deref().unwrap_or("default")).width()).min(room * part / whole);
    let value_width = room - name_width - source_width;
    let row = |setting: &Setting| {
        let (name, value) = (neutralise(&setting.name), neutralise(&setting.value));
        let name = elide_middle(&name, name_width);
        let value = wrap(&value, value_width);
        if let Some(source) = &setting.source {
            let source = neutralise(source);
            [paint(Ink::Strong, &name), value.join("\n"), paint(Ink::Good, &elide_middle(&source, source_width))]
        } else {
            let value: Vec<String> = value.iter().map(|line| paint(Ink::Faint, line)).collect();
            [name.into_owned(), value.join("\n"), paint(Ink::Faint, "default")]
        }
    };
    lay([Side::Left; 3], &settings.iter().map(row).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Colour;

    fn setting(group: &str, name: &str, value: &str, source: Option<&str>) -> Setting {
        let source = source.map(str::to_owned);
        Setting { group: group.to_owned(), name: name.to_owned(), value: value.to_owned(), source }
    }

    #[test]
    fn settings_read_so_on_any_page() {
        let settings = [
            setting(
                "What to check",
                "profile",
                "cis, iam",
                Some("/home/a/work/infrastructure/accounts/production/posture-scan.toml"),
            ),
            setting("What to check", "suppressions", ".posture-scan/suppressions.yaml of this folder or one above it", None),
            setting("Output", "fail-on", "high", Some("POSTURE_SCAN_FAIL_ON")),
            setting("Output", "name\u{1b}[0m", "hostile\u{1b}[31m", Some("--name\u{1b}")),
        ];
        for width in [60, 80, 120] {
            let text = render(&settings, &TableStyle { width, colour: Colour::Off });
            assert!(text.lines().all(|line| line.width() <= width && !line.contains('\u{1b}')), "{text}");
            insta::assert_snapshot!(format!("settings_on_{width}_columns"), text);
        }
    }
}
