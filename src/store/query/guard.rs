//! What a query may do: read the views. SQLite asks here for every single thing that a statement would do, before it runs.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use super::view::VIEWS;

/// Functions that reach beyond the database.
const FORBIDDEN_FUNCTIONS: &[&str] = &["load_extension", "fts3_tokenizer", "edit", "readfile", "writefile"];

/// Pragmas that tell the columns of a view and nothing else.
const PERMITTED_PRAGMAS: &[&str] = &["table_info", "table_xinfo"];

/// What was refused first, in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Refusal(Arc<Mutex<Option<String>>>);

impl Refusal {
    /// What was refused, where something was.
    pub(super) fn told(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn tell(&self, refused: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(refused);
    }
}

/// From now on the connection only answers queries on the views.
pub(super) fn install(connection: &mut Connection) -> Result<Refusal, rusqlite::Error> {
    let refusal = Refusal::default();
    let told = refusal.clone();
    connection.authorizer(Some(move |context: AuthContext<'_>| match refused(&context) {
        None => Authorization::Allow,
        Some(refused) => {
            told.tell(refused);
            Authorization::Deny
        }
    }))?;
    Ok(refusal)
}

/// What of it is refused, where it is.
fn refused(context: &AuthContext<'_>) -> Option<String> {
    match context.action {
        // A read without a column only asks for the number of rows: a view that joins a table does so in the query's own name.
        AuthAction::Select | AuthAction::Recursive | AuthAction::Read { column_name: "", .. } => None,
        AuthAction::Function { function_name } => {
            let forbidden = is_among(FORBIDDEN_FUNCTIONS, function_name);
            forbidden.then(|| format!("the function {function_name}"))
        }
        AuthAction::Pragma { pragma_name, .. } => {
            let permitted = is_among(PERMITTED_PRAGMAS, pragma_name);
            (!permitted).then(|| format!("the pragma {pragma_name}"))
        }
        AuthAction::Read { table_name, .. } => {
            let of_a_view = context.accessor.is_some_and(|name| VIEWS.iter().any(|view| view.name == name));
            let behind_the_views = table_name.starts_with("t_") || table_name.starts_with("sqlite_");
            (behind_the_views && !of_a_view).then(|| format!("the table {table_name}"))
        }
        AuthAction::Attach { .. } | AuthAction::Detach { .. } => Some("another database".to_owned()),
        _ => Some("a statement that changes something".to_owned()),
    }
}

fn is_among(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}
