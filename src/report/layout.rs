//! How text meant for a terminal is laid out: pages, columns, colours, and the words for numbers and times.
//!
//! What a report says is not known here. Whoever puts text on a page has neutralised it.

pub(in crate::report) mod findings;
pub(in crate::report) mod grid;
pub(in crate::report) mod ink;
pub(in crate::report) mod page;
pub(in crate::report) mod words;

use crate::model::Colour;

/// How a report is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableStyle {
    /// Columns of the terminal. Less than 60 is treated as 60.
    pub width: usize,
    /// Whether to use colour.
    pub colour: Colour,
}

/// Below this many columns there is no room for tables.
const NARROWEST: usize = 60;
/// Above this many columns lines are hard to follow.
const WIDEST: usize = 160;

impl TableStyle {
    /// An empty page of this style.
    pub(in crate::report) fn page(&self) -> page::Page {
        page::Page::new(self.width.clamp(NARROWEST, WIDEST))
    }

    /// The page as the terminal takes it.
    pub(in crate::report) fn print(&self, page: &page::Page) -> String {
        ink::dry(page.text(), self.colour)
    }
}
