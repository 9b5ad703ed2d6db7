//! Questions of the user's own, in SQL, on documented views. Nothing can be changed: the connection reads only, and a guard refuses
//! whatever is not reading a view.

mod functions;
mod guard;
mod note;
mod view;

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, ErrorCode, Row};

pub use view::{VIEWS, View};

use super::error::{Fault, StoreError};
use super::{Store, connection, folder};
use crate::model::nearest::suggestion;
use note::Note;

/// The answer to a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Whether there would have been more rows.
    pub truncated: bool,
}

/// One value of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Number(f64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<ValueRef<'_>> for Cell {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(value) => Self::Integer(value),
            ValueRef::Real(value) => Self::Number(value),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Self::Bytes(bytes.to_vec()),
        }
    }
}

impl Store {
    /// Answers one `SELECT` on the views [`VIEWS`] with at most so many rows.
    ///
    /// # Errors
    /// The query is not possible ([`StoreError::Query`] says why), or the database cannot be read.
    pub fn query(&self, sql: &str, most_rows: usize) -> Result<Rows, StoreError> {
        refuse_other_statements(sql)?;
        let mut connection = connection::open_read_only(&self.directory)?;
        let path = folder::database(&self.directory);
        let notes = prepare(&mut connection).map_err(|error| Fault::from(error).told(&path, "prepare the query"))?;
        answer(&connection, sql, most_rows).map_err(|error| explained(error, &notes, &path))
    }
}

/// What is told beside the error of a query.
struct Notes {
    /// What the guard refused.
    refused: Note,
    /// Which stored value makes no sense.
    unreadable: Note,
}

/// Sets up the views, and the guard when they stand. Behind each view stands another, whose name no query knows.
fn prepare(connection: &mut Connection) -> Result<Notes, Error> {
    let unreadable = functions::register(connection)?;
    let secret = format!("_{:032x}", fastrand::u128(..));
    for View { name, sql, .. } in VIEWS {
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW {name}{secret} AS {sql}; CREATE TEMP VIEW {name} AS SELECT * FROM temp.{name}{secret}"
        ))?;
    }
    connection.pragma_update(None, "query_only", true)?;
    let refused = guard::install(connection, move |reader| reader.ends_with(&secret))?;
    Ok(Notes { refused, unreadable })
}

fn answer(connection: &Connection, sql: &str, most_rows: usize) -> Result<Rows, Error> {
    let mut statement = connection.prepare(sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let width = columns.len();
    let mut answer = Rows { columns, rows: Vec::new(), truncated: false };
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        if answer.rows.len() == most_rows {
            answer.truncated = true;
            break;
        }
        answer.rows.push(cells(row, width)?);
    }
    Ok(answer)
}

fn cells(row: &Row<'_>, width: usize) -> Result<Vec<Cell>, Error> {
    (0..width).map(|column| row.get_ref(column).map(Cell::from)).collect()
}

/// Refuses by the first word what the guard would refuse too, and what changes nothing but makes no sense, such as `BEGIN`.
fn refuse_other_statements(sql: &str) -> Result<(), StoreError> {
    let word: String = code(sql).chars().take_while(char::is_ascii_alphabetic).collect();
    let word = word.to_ascii_uppercase();
    let message = match word.as_str() {
        // SQLite would read to a NUL and no further.
        "SELECT" | "WITH" | "VALUES" if sql.contains('\0') => "a query cannot hold a NUL character".to_owned(),
        "SELECT" | "WITH" | "VALUES" => return Ok(()),
        "" if code(sql).is_empty() => format!("the query is empty; try SELECT * FROM scans ({})", view::names()),
        "" => format!("a query begins with SELECT or WITH; {}", view::names()),
        _ => format!("a query only reads: it begins with SELECT or WITH, not with {word}; {}", view::names()),
    };
    Err(StoreError::Query { message })
}

/// The query from its first word on, without blanks and comments before it.
fn code(sql: &str) -> &str {
    let mut rest = sql.trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("--") {
            comment.find('\n').map_or("", |end| &comment[end..])
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.find("*/").map_or("", |end| &comment[end + 2..])
        } else {
            return rest;
        };
        rest = after.trim_start();
    }
}

/// The error in the user's words: a mistake in the query, or a failure of the database.
fn explained(error: Error, notes: &Notes, path: &Path) -> StoreError {
    let doing = "answer the query";
    if let Some(detail) = notes.unreadable.told() {
        return Fault::Unreadable(detail).told(path, doing);
    }
    if let Some(refused) = notes.refused.told() {
        return StoreError::Query { message: format!("a query cannot use {refused}; {}", view::names()) };
    }
    let message = match error {
        Error::MultipleStatement => "a query is one statement; leave out what stands behind the first `;`".to_owned(),
        Error::InvalidParameterCount(..) => "a query has no parameters; write the values into it".to_owned(),
        Error::SqlInputError { msg, .. } => mistake(msg),
        Error::SqliteFailure(failure, Some(msg)) if is_mistake(failure.code) => mistake(msg),
        error => return Fault::from(error).told(path, doing),
    };
    StoreError::Query { message }
}

/// Whether SQLite says so of a query that makes no sense, whatever is stored.
const fn is_mistake(code: ErrorCode) -> bool {
    // Everything that has no code of its own, such as an integer overflow.
    matches!(code, ErrorCode::Unknown | ErrorCode::TooBig | ErrorCode::TypeMismatch | ErrorCode::ParameterOutOfRange)
}

fn mistake(said: String) -> String {
    match said.strip_prefix("no such table: ") {
        Some(table) => {
            let known = VIEWS.iter().map(|view| view.name);
            format!("there is no view {table}{}", suggestion(table, known, &view::names()))
        }
        None => said,
    }
}

#[cfg(test)]
mod tests;
