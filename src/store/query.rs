//! Questions of the user's own, in SQL, on documented views. Nothing can be changed: the connection reads only, and a guard refuses
//! whatever is not reading a view.

mod functions;
mod guard;
mod view;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, Row};

pub use view::{VIEWS, View};

use super::error::{Fault, StoreError};
use super::{Store, connection, folder};
use crate::model::nearest::suggestion;
use guard::Refusal;

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
        let refusal = prepare(&mut connection).map_err(|error| Fault::from(error).told(&path, "prepare the query"))?;
        answer(&connection, sql, most_rows).map_err(|error| explained(error, &refusal))
    }
}

/// Sets up the views, and the guard when they stand.
fn prepare(connection: &mut Connection) -> Result<Refusal, Error> {
    functions::register(connection)?;
    for view in VIEWS {
        connection.execute_batch(&format!("CREATE TEMP VIEW {} AS {}", view.name, view.sql))?;
    }
    connection.pragma_update(None, "query_only", true)?;
    guard::install(connection)
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

/// The error in the user's words.
fn explained(error: Error, refusal: &Refusal) -> StoreError {
    let said = match error {
        Error::MultipleStatement => "a query is one statement; leave out what stands behind the first `;`".to_owned(),
        Error::InvalidParameterCount(..) => "a query has no parameters; write the values into it".to_owned(),
        Error::SqlInputError { msg, .. } | Error::SqliteFailure(_, Some(msg)) => msg,
        other => other.to_string(),
    };
    let message = if let Some(refused) = refusal.told() {
        format!("a query cannot use {refused}; {}", view::names())
    } else if let Some(table) = said.strip_prefix("no such table: ") {
        let known = VIEWS.iter().map(|view| view.name);
        format!("there is no view {table}{}", suggestion(table, known, &view::names()))
    } else {
        said
    };
    StoreError::Query { message }
}

#[cfg(test)]
mod tests;
