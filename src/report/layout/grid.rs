//! Columns that stand under each other.

use comfy_table::{CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle};

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Side {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// Blanks between two columns.
pub(in crate::report) const GUTTER: usize = 2;

/// Lays rows out in columns, each as wide as its widest cell, and gives back the lines of every row. A cell may have several lines;
/// whoever fills the cells has already made them fit.
pub(in crate::report) fn lay<const COLUMNS: usize>(sides: [Side; COLUMNS], rows: &[[String; COLUMNS]]) -> Vec<Vec<String>> {
    let mut table = Table::new();
    table.load_style(TableStyle::new().content_lines(ContentLineStyle::none()).header_separator(LineStyle::none()));
    table.set_content_arrangement(ContentArrangement::Disabled);
    for row in rows {
        table.add_row(row.iter().collect::<Vec<_>>());
    }
    for (column, side) in table.column_iter_mut().zip(sides) {
        column.set_padding((0, u16::try_from(GUTTER).unwrap_or_default()));
        column.set_cell_alignment(match side {
            Side::Left => CellAlignment::Left,
            Side::Right => CellAlignment::Right,
        });
    }
    let mut lines = table.lines();
    rows.iter().map(|row| lines.by_ref().take(height(row)).collect()).collect()
}

/// Lines that a row needs.
fn height<const COLUMNS: usize>(row: &[String; COLUMNS]) -> usize {
    row.iter().map(|cell| cell.lines().count()).max().unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_under_each_other_and_rows_keep_their_lines() {
        let rows = [["a".into(), "1".into(), "first\nsecond".into()], ["名前".into(), "200".into(), String::new()]];
        let laid = lay([Side::Left, Side::Right, Side::Left], &rows);
        let trimmed: Vec<Vec<&str>> = laid.iter().map(|lines| lines.iter().map(|line| line.trim_end()).collect()).collect();
        assert_eq!(trimmed, [vec!["a       1  first", "           second"], vec!["名前  200"]]);
    }
}
