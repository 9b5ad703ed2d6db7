//! The views that can be asked in SQL.

use serde::Serialize;

use crate::report::layout::TableStyle;
use crate::report::layout::ink::{Ink, paint};

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct View<'a> {
    /// The name to select from.
    pub name: &'a str,
    /// What its rows are.
    pub about: &'a str,
    /// The columns.
    pub columns: &'a [&'a str],
}

/// Columns before the descriptions.
const INDENT: usize = 12;

/// The views as text, and how to ask them.
#[must_use]
pub fn render(views: &[View<'_>], style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Views");
    for view in views {
        page.wrapped(&format!("  {}", paint(Ink::Strong, view.name)), INDENT, view.about, None);
        page.wrapped("", INDENT, &view.columns.join(", "), Some(Ink::Faint));
    }
    page.blank();
    page.wrapped("", 0, "scan query 'SELECT region, count(*) AS findings FROM findings GROUP BY region'", Some(Ink::Faint));
    style.print(&page)
}
