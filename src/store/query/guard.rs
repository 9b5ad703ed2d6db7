//! What a query may do: read the views. SQLite asks here for every single thing that a statement would do, before it runs.

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use super::functions;
use super::note::Note;

/// Functions that reach beyond the database.
const FORBIDDEN_FUNCTIONS: &[&str] = &["load_extension", "fts3_tokenizer", "edit", "readfile", "writefile"];

/// Pragmas that tell the columns of a view and nothing else.
const PERMITTED_PRAGMAS: &[&str] = &["table_info", "table_xinfo"];

/// From now on the connection only answers queries on the views; what is refused stands in the note. `is_inner` knows the views that may read what is behind them: SQLite
/// names the reader, and a query can give any name that it knows to a part of its own.
pub(super) fn install(
    connection: &mut Connection,
    is_inner: impl Fn(&str) -> bool + Send + 'static,
) -> Result<Note, rusqlite::Error> {
    let refusal = Note::default();
    let told = refusal.clone();
    connection.authorizer(Some(move |context: AuthContext<'_>| match refused(&context, &is_inner) {
        None => Authorization::Allow,
        Some(refused) => {
            told.tell(refused);
            Authorization::Deny
        }
    }))?;
    Ok(refusal)
}

/// What of it is refused, where it is.
fn refused(context: &AuthContext<'_>, is_inner: &impl Fn(&str) -> bool) -> Option<String> {
    let of_a_view = || context.accessor.is_some_and(is_inner);
    match context.action {
        // A read without a column only asks for the number of rows: a view that joins a table does so in the query's own name.
        AuthAction::Select | AuthAction::Recursive | AuthAction::Read { column_name: "", .. } => None,
        AuthAction::Function { function_name } => {
            let forbidden = is_among(FORBIDDEN_FUNCTIONS, function_name);
            let behind_the_views = is_among(functions::NAMES, function_name);
            (forbidden || (behind_the_views && !of_a_view())).then(|| format!("the function {function_name}"))
        }
        AuthAction::Pragma { pragma_name, .. } => {
            let permitted = is_among(PERMITTED_PRAGMAS, pragma_name);
            (!permitted).then(|| format!("the pragma {pragma_name}"))
        }
        AuthAction::Read { table_name, .. } => {
            let behind_the_views = table_name.starts_with("t_") || table_name.starts_with("sqlite_");
            (behind_the_views && !of_a_view()).then(|| format!("the table {table_name}"))
        }
        AuthAction::Attach { .. } | AuthAction::Detach { .. } => Some("another database".to_owned()),
        _ => Some("a statement that changes something".to_owned()),
    }
}

fn is_among(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}
