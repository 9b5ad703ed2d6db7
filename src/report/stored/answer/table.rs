//! A table, or where its columns do not fit a terminal, a block of lines for every row.

use unicode_width::UnicodeWidthStr;

use super::{Answer, Value};
use crate::model::plain_text::{elide_end, elide_middle, neutralise};
use crate::report::layout::TableStyle;
use crate::report::layout::grid::{GUTTER, Side, lay_any};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, number};

/// Columns that are narrower than this show too little of a text to be worth a table.
const NARROWEST: usize = 12;
/// The most columns of the names in blocks.
const LONGEST_NAME: usize = 24;
/// The most characters of one value in a block; JSON and CSV have all of it.
const LONGEST_VALUE: usize = 2_000;

/// The answer as text.
#[must_use]
pub fn render(answer: &Answer, style: &TableStyle) -> String {
    let mut page = style.page();
    let texts: Vec<Vec<String>> = answer.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    if texts.is_empty() {
        page.wrapped("", 0, "no rows", Some(Ink::Faint));
        return style.print(&page);
    }
    match widths(answer, &texts, page.width()) {
        Some(widths) => put_table(answer, &texts, &widths, &mut page),
        None => put_blocks(answer, &texts, &mut page),
    }
    page.blank();
    let rows = count(answer.rows.len() as u64, "row", "rows");
    let text = if answer.is_cut { format!("the first {rows}; --limit N shows more") } else { rows };
    page.wrapped("", 0, &text, Some(Ink::Faint));
    style.print(&page)
}

fn shown(value: &Value) -> String {
    if *value == Value::Null { "–".to_owned() } else { neutralise(&value.text()).into_owned() }
}

/// The widths that columns get, where all find room: the widest give way first.
fn widths(answer: &Answer, texts: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    let natural: Vec<usize> = answer
        .columns
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let cells = texts.iter().filter_map(|row| row.get(place)).map(|text| text.width());
            cells.chain([neutralise(name).width()]).max().unwrap_or_default()
        })
        .collect();
    let room = room.checked_sub(GUTTER * natural.len().saturating_sub(1))?;
    let least: usize = natural.iter().map(|width| *width.min(&NARROWEST)).sum();
    if least > room {
        return None;
    }
    // The widest width that all columns can be cut to.
    let fits = |limit: usize| natural.iter().map(|width| *width.min(&limit)).sum::<usize>() <= room;
    let limit = (NARROWEST..=room.max(NARROWEST)).rev().find(|limit| fits(*limit)).unwrap_or(NARROWEST);
    Some(natural.into_iter().map(|width| width.min(limit)).collect())
}

fn put_table(answer: &Answer, texts: &[Vec<String>], widths: &[usize], page: &mut Page) {
    let is_number = |place: usize| {
        let mut values = answer.rows.iter().filter_map(|row| row.get(place)).filter(|value| **value != Value::Null).peekable();
        values.peek().is_some() && values.all(Value::is_number)
    };
    let sides: Vec<Side> = (0..widths.len()).map(|place| if is_number(place) { Side::Right } else { Side::Left }).collect();
    let header = answer.columns.iter().zip(widths).map(|(name, width)| paint(Ink::Faint, &elide_middle(&neutralise(name), *width)));
    let mut rows: Vec<Vec<String>> = vec![header.collect()];
    rows.extend(
        texts.iter().map(|row| row.iter().zip(widths).map(|(text, width)| elide_middle(text, *width).into_owned()).collect()),
    );
    for line in lay_any(&sides, &rows).iter().flatten() {
        page.line(line);
    }
}

/// Every row as lines of a name and a value.
fn put_blocks(answer: &Answer, texts: &[Vec<String>], page: &mut Page) {
    let names: Vec<String> = answer.columns.iter().map(|name| elide_middle(&neutralise(name), LONGEST_NAME).into_owned()).collect();
    let indent = names.iter().map(|name| name.width()).max().unwrap_or_default() + GUTTER;
    for (place, row) in texts.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        page.line(&paint(Ink::Strong, &format!("row {}", number(place as u64 + 1))));
        for (name, text) in names.iter().zip(row) {
            let text = elide_end(text, LONGEST_VALUE);
            page.wrapped(&paint(Ink::Faint, name), indent, &text, None);
        }
    }
}
