//! `scan query`: questions in SQL.

use super::archive::{Archive, failure};
use super::{show, show_nothing};
use crate::cli::arguments::stored::QueryArguments;
use crate::cli::exit_code::Ending;
use crate::cli::terminal::{say, write_stdout};
use crate::report::stored::TableStyle;
use crate::report::stored::answer::{self, Answer, Value};
use crate::report::stored::views::{View, render};
use crate::store::{Cell, Rows, VIEWS};

/// Rows of a table where nobody said how many.
const ROWS: u32 = 1_000;

/// Runs `scan query`.
pub(super) fn run(arguments: &QueryArguments, archive: &Archive, style: &TableStyle) -> anyhow::Result<Ending> {
    let Some(sql) = &arguments.sql else {
        let views: Vec<View<'_>> =
            VIEWS.iter().map(|view| View { name: view.name, about: view.about, columns: view.columns }).collect();
        return show(arguments.json, || &views, || render(&views, style));
    };
    let Some(store) = archive.store() else {
        return show(arguments.json, || [(); 0], || if arguments.csv { String::new() } else { show_nothing(archive, style) });
    };
    let for_programs = arguments.json || arguments.csv;
    let most = arguments.limit.unwrap_or(if for_programs { u32::MAX } else { ROWS });
    let rows = store.query(sql, usize::try_from(most).unwrap_or(usize::MAX)).map_err(failure)?;
    let answer = answer_of(rows);
    if answer.is_cut && for_programs {
        say(&format!("note: these are the first {most} rows; --limit N gives more"));
    }
    match (arguments.json, arguments.csv) {
        (true, _) => write_stdout(answer::json(&answer)?.as_bytes()),
        (_, true) => write_stdout(answer::csv(&answer).as_bytes()),
        (false, false) => write_stdout(answer::render(&answer, style).as_bytes()),
    }
}

fn answer_of(rows: Rows) -> Answer {
    let Rows { columns, rows, truncated } = rows;
    let rows = rows.into_iter().map(|row| row.into_iter().map(value_of).collect()).collect();
    Answer { columns, rows, is_cut: truncated }
}

fn value_of(cell: Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Integer(number) => Value::Integer(number),
        Cell::Number(number) => Value::Number(number),
        Cell::Text(text) => Value::Text(text),
        Cell::Bytes(bytes) => Value::Bytes(bytes),
    }
}
