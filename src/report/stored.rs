//! What can be told of scans that are stored: which there are, how one stands, what it found, and answers to questions in SQL.
//!
//! Who stores them is not known here: whoever has them hands over the model's values and the few structs of these modules.

pub mod answer;
pub mod assets;
mod glance;
pub mod history;
pub mod results;
pub mod scan;
pub mod status;
pub mod views;

pub use glance::{Glance, ScanNote};

use crate::model::plain_text::neutralise;
pub use crate::report::layout::TableStyle;

/// One sentence where there is nothing to list.
#[must_use]
pub fn nothing(sentence: &str, style: &TableStyle) -> String {
    let mut page = style.page();
    page.wrapped("", 0, &neutralise(sentence), None);
    style.print(&page)
}

#[cfg(test)]
mod tests;
