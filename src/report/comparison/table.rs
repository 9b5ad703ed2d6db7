//! What a person sees in the terminal of two scans compared.
//!
//! As with a scan, what matters most comes last, next to the prompt: the findings that are new stand right above the summary.

mod assets;
mod evidence;
mod results;
mod summary;

use crate::model::Comparison;
pub use crate::report::layout::TableStyle;

/// The comparison as text, ended by a line break: what stayed in doubt, assets, what is resolved, what is new, and last the summary.
#[must_use]
pub fn render(comparison: &Comparison, style: &TableStyle) -> String {
    let mut page = style.page();
    evidence::put(comparison, &mut page);
    assets::put(comparison, &mut page);
    results::put(comparison, &mut page);
    summary::put(comparison, &mut page);
    style.print(&page)
}

#[cfg(test)]
mod tests;
