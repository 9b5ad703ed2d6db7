//! Saved connections to accounts, and what became of trying them: for `scan accounts`.

mod trial;

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::json::v1::SCHEMA_VERSION;
use super::layout::TableStyle;
use super::layout::grid::{GUTTER, Side, lay_some};
use super::layout::ink::{Ink, paint};
use super::layout::page::Page;
use crate::model::Role;
use crate::model::address::without_credentials;
use crate::model::plain_text::{elide_end, elide_middle, neutralise};
pub use trial::{Reached, TestDocument, Tried, render as trial};

/// Columns before the lines below that of an account.
const INDENT: usize = 4;
/// Columns of a page from which on the provider stands in an account's row.
const WITH_PROVIDERS: usize = 80;
/// The most columns of a name.
const LONGEST_NAME: usize = 28;
/// Columns of labels on an account's own page.
const LABEL: usize = 20;

/// A saved connection; no field of it is secret.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Saved {
    /// What the user calls it.
    pub name: String,
    /// `aws` or `mock`.
    pub provider: &'static str,
    /// The account's number, where the connection itself says it.
    pub account_id: Option<String>,
    /// The mock account.
    pub mock: Option<String>,
    /// The profile of the AWS configuration files.
    pub aws_profile: Option<String>,
    /// The roles, in the order in which they are assumed.
    pub roles: Vec<Role>,
    /// The MFA device whose code is asked for.
    pub mfa_serial: Option<String>,
    /// Another endpoint than AWS's own.
    pub endpoint_url: Option<String>,
    /// The regions to scan; none where the scan says.
    pub regions: Vec<String>,
    /// The user's own tags.
    pub tags: BTreeMap<String, String>,
}

/// Saved connections for programs.
#[derive(Debug, Serialize)]
pub struct SavedDocument {
    schema_version: &'static str,
    accounts: Vec<Saved>,
}

impl From<Vec<Saved>> for SavedDocument {
    fn from(accounts: Vec<Saved>) -> Self {
        Self { schema_version: SCHEMA_VERSION, accounts }
    }
}

/// The list of connections as text, in the given order.
#[must_use]
pub fn list(accounts: &[Saved], style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Accounts");
    let mut lines = rows(accounts, page.width()).into_iter().flatten();
    if let Some(header) = lines.next().filter(|_| !accounts.is_empty()) {
        page.line(&format!("  {header}"));
    }
    for (line, account) in lines.zip(accounts) {
        page.line(&format!("  {line}"));
        put_details(account, &mut page);
    }
    let advice = match accounts {
        [] => "none is saved; scan accounts add NAME saves one",
        _ => "scan --account NAME scans one; scan accounts test tries them",
    };
    if !accounts.is_empty() {
        page.blank();
    }
    page.wrapped("", 0, advice, Some(Ink::Faint));
    style.print(&page)
}

/// A line for each account, the one of headings first.
fn rows(accounts: &[Saved], width: usize) -> Vec<Vec<String>> {
    let is_narrow = width < WITH_PROVIDERS;
    let (places, taken): (&[usize], usize) =
        if is_narrow { (&[0, 2, 3], 2 + 12 + 2 * GUTTER) } else { (&[0, 1, 2, 3], 2 + 12 + 8 + 3 * GUTTER) };
    let most = if is_narrow { LONGEST_NAME / 2 } else { LONGEST_NAME };
    let names: Vec<String> = accounts.iter().map(|account| elide_end(&neutralise(&account.name), most).into_owned()).collect();
    let name_width = names.iter().map(|name| name.width()).max().unwrap_or_default().max("account".len());
    let room = width.saturating_sub(taken + name_width);
    let row = |(account, name): (&Saved, &String)| {
        let id = account.account_id.as_deref().unwrap_or("–").to_owned();
        let through = elide_middle(&neutralise(&through(account)), room).into_owned();
        [paint(Ink::Strong, name), account.provider.to_owned(), id, through]
    };
    let header = ["account", "provider", "id", "through"].map(|name| paint(Ink::Faint, name));
    let rows: Vec<[String; 4]> = std::iter::once(header).chain(accounts.iter().zip(&names).map(row)).collect();
    lay_some(places, [Side::Left; 4], &rows)
}

/// How one comes there, in a few words.
fn through(account: &Saved) -> String {
    if let Some(fixture) = &account.mock {
        return fixture.clone();
    }
    let start = account.aws_profile.as_ref().map_or_else(|| "own credentials".to_owned(), |name| format!("profile {name}"));
    let roles = account.roles.iter().map(|role| role.arn.rsplit('/').next().unwrap_or_default().to_owned());
    std::iter::once(start).chain(roles).collect::<Vec<_>>().join(" → ")
}

/// The line below: what else there is to know.
fn put_details(account: &Saved, page: &mut Page) {
    let mut parts: Vec<String> = Vec::new();
    parts.extend((!account.regions.is_empty()).then(|| account.regions.join(", ")));
    parts.extend(account.tags.iter().map(|(key, value)| format!("{key}={value}")));
    if !parts.is_empty() {
        page.wrapped("", INDENT, &neutralise(&parts.join(" · ")), Some(Ink::Faint));
    }
}

/// One connection as text, with everything that is saved of it.
#[must_use]
pub fn show(account: &Saved, style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading(&elide_end(&neutralise(&account.name), LONGEST_NAME));
    let mut put = |label: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            page.wrapped(&format!("  {label}"), LABEL, &neutralise(value), None);
        }
    };
    put("provider", Some(account.provider));
    put("account", account.account_id.as_deref());
    put("mock account", account.mock.as_deref());
    put("AWS profile", account.aws_profile.as_deref());
    for (place, role) in account.roles.iter().enumerate() {
        put(if place == 0 { "role" } else { "then role" }, Some(&role.arn));
        put("external id", role.external_id.as_deref());
    }
    if let Some(role) = account.roles.last() {
        put("session name", role.session_name.as_deref());
        put("session duration", role.session_duration_s.map(|seconds| format!("{} min", seconds / 60)).as_deref());
    }
    put("MFA device", account.mfa_serial.as_deref());
    put("endpoint", account.endpoint_url.as_deref().map(without_credentials).as_deref());
    put(
        "regions",
        Some(if account.regions.is_empty() { "those of the scan".to_owned() } else { account.regions.join(", ") }.as_str()),
    );
    let tags: Vec<String> = account.tags.iter().map(|(key, value)| format!("{key}={value}")).collect();
    put("tags", Some(&tags.join(", ")));
    style.print(&page)
}

#[cfg(test)]
mod tests;
