//! The roll-up for people: a line for each account, what is wrong with some of them, and what they come to.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use crate::model::plain_text::{elide_end, neutralise};
use crate::model::roll_up::ScannedAccount;
use crate::model::{RollUp, ScanStatus, Severity};
use crate::report::layout::TableStyle;
use crate::report::layout::grid::{Side, lay_some};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, duration, known, number};

/// Columns of a page from which on the findings of each severity stand in an account's row.
const WITH_SEVERITIES: usize = 80;
/// Columns of a page from which on everything stands in an account's row.
const WITH_ALL: usize = 112;
/// The most columns of an account's name, by the room that there is.
const LONGEST_NAMES: [usize; 3] = [16, 18, 24];
/// Columns before the values of the summary.
const INDENT: usize = 13;
/// Accounts that are named for one and the same reason.
const NAMED: usize = 5;

/// The roll-up as text.
#[must_use]
pub fn render(roll_up: &RollUp, style: &TableStyle) -> String {
    let mut page = style.page();
    if !roll_up.accounts.is_empty() {
        page.heading("Accounts");
        for line in rows(&roll_up.accounts, page.width()) {
            page.line(&format!("  {line}"));
        }
    }
    put_problems(roll_up, &mut page);
    put_skipped(roll_up, &mut page);
    put_notes(roll_up, &mut page);
    put_summary(roll_up, &mut page);
    if roll_up.accounts.iter().any(|account| account.header.is_some()) {
        page.blank();
        page.wrapped("", 0, "scan history lists the accounts' scans; scan show ID tells more of one", Some(Ink::Faint));
    }
    style.print(&page)
}

/// The columns and the sides on which their cells stand.
const COLUMNS: [(&str, Side); 13] = [
    ("account", Side::Left),
    ("name", Side::Left),
    ("status", Side::Left),
    ("regions", Side::Right),
    ("assets", Side::Right),
    ("findings", Side::Right),
    ("crit", Side::Right),
    ("high", Side::Right),
    ("med", Side::Right),
    ("low", Side::Right),
    ("info", Side::Right),
    ("calls", Side::Right),
    ("took", Side::Right),
];

/// The columns for which a page has room, and how long a name may be.
const fn shown(width: usize) -> (&'static [usize], usize) {
    match width {
        ..WITH_SEVERITIES => (&[0, 1, 2, 5], LONGEST_NAMES[0]),
        WITH_SEVERITIES..WITH_ALL => (&[0, 1, 2, 6, 7, 8, 9, 10], LONGEST_NAMES[1]),
        _ => (&[0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12], LONGEST_NAMES[2]),
    }
}

/// The lines, the one of headings first.
fn rows(accounts: &[ScannedAccount], width: usize) -> Vec<String> {
    let (places, longest) = shown(width);
    let has_names = accounts.iter().any(|account| !account.name.is_empty());
    let places: Vec<usize> = places.iter().copied().filter(|place| *place != 1 || has_names).collect();
    let header = COLUMNS.map(|(name, _)| paint(Ink::Faint, name));
    let rows = accounts.iter().map(|account| row(account, longest));
    let rows: Vec<[String; 13]> = std::iter::once(header).chain(rows).collect();
    lay_some(&places, COLUMNS.map(|(_, side)| side), &rows).into_iter().flatten().collect()
}

fn row(account: &ScannedAccount, longest: usize) -> [String; 13] {
    let status = paint(Ink::of_scan(account.status), word(account.status));
    let id = paint(Ink::Strong, &elide_end(&neutralise(known(&account.account_id)), longest));
    let name = elide_end(&neutralise(&account.name), longest).into_owned();
    let Some(header) = &account.header else {
        let nothing = || paint(Ink::Faint, "–");
        return std::array::from_fn(|place| match place {
            0 => id.clone(),
            1 => name.clone(),
            2 => status.clone(),
            _ => nothing(),
        });
    };
    let [critical, high, medium, low, informational] = Severity::ALL.map(|severity| match account.findings.of(severity) {
        0 => paint(Ink::Faint, "0"),
        findings => paint(Ink::of_severity(severity), &number(findings)),
    });
    let (regions, assets) = (number(header.regions.len() as u64), number(account.assets));
    let (findings, calls) = (number(account.findings.total), number(account.calls.total));
    let took = duration(account.duration_ms);
    [id, name, status, regions, assets, findings, critical, high, medium, low, informational, calls, took]
}

/// A status in as few columns as it can be told.
const fn word(status: ScanStatus) -> &'static str {
    match status {
        ScanStatus::SubmissionError => "not scanned",
        other => other.as_str(),
    }
}

/// Why accounts are not complete.
fn put_problems(roll_up: &RollUp, page: &mut Page) {
    let is_wrong = |account: &&ScannedAccount| account.status != ScanStatus::Completed;
    let wrong: Vec<&ScannedAccount> = roll_up.accounts.iter().filter(is_wrong).collect();
    if wrong.is_empty() {
        return;
    }
    page.heading("Not complete");
    for account in wrong {
        let named = if account.account_id.is_empty() { &account.name } else { &account.account_id };
        let id = neutralise(known(named)).into_owned();
        let label = format!("  {} ", paint(Ink::Strong, &elide_end(&id, INDENT - 1)));
        let told = format!("{}: {}", word(account.status), neutralise(&account.status_reason));
        page.wrapped(&label, 2 + INDENT, &told, None);
    }
}

/// Which accounts were not to be scanned, by the reason.
fn put_skipped(roll_up: &RollUp, page: &mut Page) {
    let mut reasons: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for skipped in &roll_up.skipped {
        let name = if skipped.name.is_empty() { String::new() } else { format!(" {}", neutralise(&skipped.name)) };
        reasons.entry(&skipped.reason).or_default().push(format!("{}{name}", neutralise(&skipped.account_id)));
    }
    if reasons.is_empty() {
        return;
    }
    page.heading("Left out");
    for (reason, accounts) in reasons {
        let named: Vec<&str> = accounts.iter().map(String::as_str).take(NAMED).collect();
        let more = accounts.len() - named.len();
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        let told = format!("{}{rest}: {}", named.join(", "), neutralise(reason));
        page.wrapped("  ", 2, &told, None);
    }
}

/// What the user must know of the accounts, by its code: one account's words stand for the others'.
fn put_notes(roll_up: &RollUp, page: &mut Page) {
    let mut notes: BTreeMap<&str, Vec<(&ScannedAccount, &str)>> = BTreeMap::new();
    for account in &roll_up.accounts {
        for (code, message) in &account.notes {
            notes.entry(code).or_default().push((account, message));
        }
    }
    if notes.is_empty() {
        return;
    }
    page.heading("Notes");
    for (code, told) in notes {
        let [(first, message), ..] = told.as_slice() else { continue };
        let label = paint(Ink::Caution, &neutralise(code).replace('_', " "));
        let whose = if first.account_id.is_empty() { &first.name } else { &first.account_id };
        let accounts = count(told.len() as u64, "account", "accounts");
        let text = format!("{label} in {accounts}. {}: {}", neutralise(known(whose)), neutralise(message));
        page.wrapped("  ", 4, &text, None);
    }
}

fn put_summary(roll_up: &RollUp, page: &mut Page) {
    page.heading("Summary");
    let word = paint(Ink::of_scan(roll_up.status), &roll_up.status.as_str().replace('_', " "));
    let calls = roll_up.calls();
    let lines = [
        ("scope", scope(roll_up)),
        ("looked at", looked_at(roll_up)),
        ("took", duration(roll_up.duration_ms())),
        ("API calls", format!("{}, {} throttled, {} retried", number(calls.total), number(calls.throttled), number(calls.retried))),
        ("results", results(roll_up)),
        ("findings", findings(roll_up)),
        ("status", format!("{word}: {}", neutralise(&roll_up.status_reason))),
    ];
    for (label, text) in lines {
        debug_assert!(label.width() + 2 < INDENT);
        page.wrapped(&format!("  {}", paint(Ink::Faint, label)), INDENT, &text, None);
    }
}

fn scope(roll_up: &RollUp) -> String {
    let accounts = count(roll_up.accounts.len() as u64, "account", "accounts");
    let whose = match roll_up.scope {
        "org" => format!("{accounts} of the organisation"),
        "ou" => format!("{accounts} of its units"),
        _ => accounts,
    };
    let name = roll_up.name.as_deref().map(|name| format!(", “{}”", neutralise(name)));
    format!("{whose}{}", name.unwrap_or_default())
}

fn looked_at(roll_up: &RollUp) -> String {
    let headers = || roll_up.accounts.iter().filter_map(|account| account.header.as_ref());
    let checks = headers().map(|header| header.checks_selected).max().unwrap_or_default();
    let regions: std::collections::BTreeSet<&str> = headers().flat_map(|header| &header.regions).map(String::as_str).collect();
    let (assets, checks) = (count(roll_up.assets(), "asset", "assets"), count(checks, "check", "checks"));
    format!("{assets} in {} with {checks}", count(regions.len() as u64, "region", "regions"))
}

fn results(roll_up: &RollUp) -> String {
    let results = roll_up.results();
    let unknown = format!("{} unknown", number(results.unknown));
    let unknown = if results.unknown > 0 { paint(Ink::Caution, &unknown) } else { unknown };
    let muted = if results.muted > 0 { format!(", {} muted", number(results.muted)) } else { String::new() };
    let (pass, fail, rest) = (number(results.pass), number(results.fail), number(results.not_applicable));
    format!("{pass} pass, {fail} fail, {unknown}, {rest} not applicable{muted}")
}

fn findings(roll_up: &RollUp) -> String {
    let findings = roll_up.findings();
    let shares: Vec<String> = Severity::ALL
        .into_iter()
        .filter(|severity| findings.of(*severity) > 0)
        .map(|severity| paint(Ink::of_severity(severity), &format!("{} {severity}", number(findings.of(severity)))))
        .collect();
    match roll_up.status {
        _ if !shares.is_empty() => shares.join(", "),
        ScanStatus::Completed => "none".to_owned(),
        _ => "none in what could be read".to_owned(),
    }
}
