//! The results of a stored scan: its findings, or what else its checks came to.

use std::collections::BTreeSet;

use serde::Serialize;

use super::assets::{put_nothing, source};
use super::{Glance, ScanNote};
use crate::model::{CheckResult, Outcome};
use crate::report::json::v1::{self, SCHEMA_VERSION};
use crate::report::layout::TableStyle;
use crate::report::layout::findings::{self, Finding, Nouns};
use crate::report::layout::ink::Ink;
use crate::report::layout::words::count;

/// The order of the sections: what matters most last.
const SECTIONS: [(Outcome, &str, Nouns); 5] = [
    (Outcome::NotApplicable, "Not applicable", nouns("result", "results")),
    (Outcome::Pass, "Passed", nouns("result", "results")),
    (Outcome::Muted, "Muted", nouns("finding", "findings")),
    (Outcome::Unknown, "Unknown", nouns("result", "results")),
    (Outcome::Fail, "Findings", nouns("finding", "findings")),
];

/// Digits of a uid that are shown at least.
const SHORTEST_UID: usize = 8;
/// Digits of a uid.
const UID_DIGITS: usize = 32;

const fn nouns(one: &'static str, several: &'static str) -> Nouns {
    Nouns { one, several, elsewhere: None }
}

/// Results as text. They come in the order of [`CheckResult::sort_key`], and a section holds those of one outcome.
#[must_use]
pub fn render(glance: &Glance, results: &[&CheckResult], style: &TableStyle) -> String {
    let mut page = style.page();
    if results.is_empty() {
        page.heading("Findings");
        put_nothing("no result is like that", &mut page);
    }
    for (outcome, heading, nouns) in SECTIONS {
        let of_outcome: Vec<(&CheckResult, String)> =
            results.iter().filter(|result| result.outcome == outcome).map(|result| (*result, message(result))).collect();
        let uids = uids(glance, &of_outcome);
        let found: Vec<Finding<'_>> =
            std::iter::zip(&of_outcome, &uids).map(|((result, message), uid)| finding(result, message, uid)).collect();
        if !found.is_empty() {
            page.heading(heading);
            findings::put(&found, nouns, &mut page);
        }
    }
    page.blank();
    page.wrapped("", 0, &caption(glance, results), Some(Ink::Faint));
    style.print(&page)
}

fn finding<'a>(result: &'a CheckResult, message: &'a str, uid: &'a str) -> Finding<'a> {
    let check = &result.check;
    Finding { check_id: &check.id, title: &check.title, severity: check.severity, resource: result.reported(), message, uid }
}

/// What to say of a result.
fn message(result: &CheckResult) -> String {
    match &result.mute {
        Some(mute) => {
            let end = mute.expires.map_or_else(|| "without an end".to_owned(), |date| format!("up to {date}"));
            format!("accepted by {} {end}: {}", mute.owner, mute.reason)
        }
        // Of what is well a check says no more than its title, which stands above already.
        None if result.message == result.check.title => String::new(),
        None => result.message.clone(),
    }
}

/// The beginnings of the uids by which findings can be named; empty for results that nobody has to name.
fn uids(glance: &Glance, results: &[(&CheckResult, String)]) -> Vec<String> {
    let is_named = |result: &CheckResult| matches!(result.outcome, Outcome::Fail | Outcome::Muted);
    let whole: Vec<String> = results
        .iter()
        .map(|(result, _)| if is_named(result) { result.uid(&glance.header.account_id) } else { String::new() })
        .collect();
    let is_enough = |digits: &usize| {
        let beginnings: BTreeSet<&str> = whole.iter().filter_map(|uid| uid.get(..*digits)).collect();
        beginnings.len() == whole.len()
    };
    let digits = (SHORTEST_UID..UID_DIGITS).find(is_enough).unwrap_or(UID_DIGITS);
    whole.iter().map(|uid| uid.get(..digits).unwrap_or_default().to_owned()).collect()
}

/// `3 findings; scan …`.
fn caption(glance: &Glance, results: &[&CheckResult]) -> String {
    let only_findings = results.iter().all(|result| result.outcome == Outcome::Fail);
    let (one, several) = if only_findings { ("finding", "findings") } else { ("result", "results") };
    let has_finding = results.iter().any(|result| result.outcome == Outcome::Fail);
    let hint = if has_finding { "; scan suppress UID accepts one" } else { "" };
    format!("{}; {}{hint}", count(results.len() as u64, one, several), source(glance))
}

/// The results for programs, as in the JSON report.
#[derive(Serialize)]
pub struct Document<'a> {
    schema_version: &'static str,
    scan: Option<ScanNote<'a>>,
    results: Vec<v1::CheckResult<'a>>,
}

impl<'a> Document<'a> {
    /// The results of a scan; of none where no scan is stored.
    #[must_use]
    pub fn new(glance: Option<&'a Glance>, results: &[&'a CheckResult]) -> Self {
        let account_id = glance.map_or("", |glance| &glance.header.account_id);
        let results = results.iter().map(|result| v1::CheckResult::of(result, account_id)).collect();
        Self { schema_version: SCHEMA_VERSION, scan: glance.map(ScanNote::from), results }
    }
}
