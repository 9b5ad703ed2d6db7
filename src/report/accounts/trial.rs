//! What became of trying saved connections.

use serde::Serialize;

use crate::model::plain_text::{elide_end, neutralise};
use crate::report::json::v1::SCHEMA_VERSION;
use crate::report::layout::TableStyle;
use crate::report::layout::grid::{Side, lay};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::count;

use super::{INDENT, LONGEST_NAME};

/// A connection that was tried.
#[derive(Debug, Clone)]
pub struct Tried {
    /// What the user calls it.
    pub name: String,
    /// `aws` or `mock`.
    pub provider: &'static str,
    /// Whose account it is; else a stable code and one sentence that says why nobody can tell.
    pub reached: Result<Reached, (&'static str, String)>,
}

/// An account that answered.
#[derive(Debug, Clone, Serialize)]
pub struct Reached {
    /// The account's number.
    pub account_id: String,
    /// The ARN of whom the account takes the scanner for.
    pub caller: String,
    /// How many regions the account has enabled.
    pub regions: usize,
    /// What else is to be known, such as that the regions could not be read.
    pub notes: Vec<String>,
}

/// The connections as text, in the given order.
#[must_use]
pub fn render(tried: &[Tried], style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Accounts");
    let rows: Vec<[String; 4]> = tried.iter().map(row).collect();
    for (lines, one) in lay([Side::Left, Side::Left, Side::Left, Side::Right], &rows).into_iter().zip(tried) {
        for line in lines {
            page.line(&format!("  {line}"));
        }
        put_details(one, &mut page);
    }
    style.print(&page)
}

fn row(tried: &Tried) -> [String; 4] {
    let name = paint(Ink::Strong, &elide_end(&neutralise(&tried.name), LONGEST_NAME));
    match &tried.reached {
        Ok(reached) => {
            let id = neutralise(&reached.account_id).into_owned();
            [name, paint(Ink::Good, "reached"), id, count(reached.regions as u64, "region", "regions")]
        }
        Err(_) => [name, paint(Ink::Bad, "failed"), "–".to_owned(), String::new()],
    }
}

fn put_details(tried: &Tried, page: &mut Page) {
    match &tried.reached {
        Ok(reached) => {
            page.wrapped("", INDENT, &neutralise(&reached.caller), Some(Ink::Faint));
            reached.notes.iter().for_each(|note| page.wrapped("", INDENT, &neutralise(note), Some(Ink::Caution)));
        }
        Err((_, message)) => page.wrapped("", INDENT, &neutralise(message), None),
    }
}

/// One connection for programs.
#[derive(Debug, Serialize)]
struct Note<'a> {
    name: &'a str,
    provider: &'static str,
    status: &'static str,
    #[serde(flatten)]
    reached: Option<&'a Reached>,
    error: Option<ErrorNote<'a>>,
}

#[derive(Debug, Serialize)]
struct ErrorNote<'a> {
    code: &'static str,
    message: &'a str,
}

/// The same for programs.
#[derive(Debug, Serialize)]
pub struct TestDocument<'a> {
    schema_version: &'static str,
    accounts: Vec<Note<'a>>,
}

impl<'a> From<&'a [Tried]> for TestDocument<'a> {
    fn from(tried: &'a [Tried]) -> Self {
        let note = |one: &'a Tried| Note {
            name: &one.name,
            provider: one.provider,
            status: if one.reached.is_ok() { "reached" } else { "failed" },
            reached: one.reached.as_ref().ok(),
            error: one.reached.as_ref().err().map(|(code, message)| ErrorNote { code, message }),
        };
        Self { schema_version: SCHEMA_VERSION, accounts: tried.iter().map(note).collect() }
    }
}
