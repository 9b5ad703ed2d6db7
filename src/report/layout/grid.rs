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
    lay_any(&sides, rows)
}

/// Lays out only some of the columns, in the order of their places: a narrow page has no room for all.
pub(in crate::report) fn lay_some<const COLUMNS: usize>(
    places: &[usize],
    sides: [Side; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> Vec<Vec<String>> {
    let sides: Vec<Side> = places.iter().filter_map(|place| sides.get(*place).copied()).collect();
    let pick = |row: &[String; COLUMNS]| places.iter().filter_map(|place| row.get(*place).cloned()).collect::<Vec<_>>();
    lay_any(&sides, &rows.iter().map(pick).collect::<Vec<_>>())
}

/// The same for a number of columns that is known only when the program runs.
pub(in crate::report) fn lay_any(sides: &[Side], rows: &[impl AsRef<[String]>]) -> Vec<Vec<String>> {
    let mut table = Table::new();
    table.load_style(TableStyle::new().content_lines(ContentLineStyle::none()).header_separator(LineStyle::none()));
    table.set_content_arrangement(ContentArrangement::Disabled);
    for row in rows {
        table.add_row(row.as_ref());
    }
    for (column, side) in table.column_iter_mut().zip(sides) {
        column.set_padding((0, u16::try_from(GUTTER).unwrap_or_default()));
        column.set_cell_alignment(match side {
            Side::Left => CellAlignment::Left,
            Side::Right => CellAlignment::Right,
        });
    }
    let mut lines = table.lines();
    rows.iter().map(|row| lines.by_ref().take(height(row.as_ref())).collect()).collect()
}

/// Lines that a row needs.
fn height(row: &[String]) -> usize {
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
        let some: Vec<String> = lay_some(&[2, 0], [Side::Left, Side::Right, Side::Left], &rows).into_iter().flatten().collect();
        assert_eq!(some.iter().map(|line| line.trim_end()).collect::<Vec<_>>(), ["first   a", "second", "        名前"]);
    }
}
