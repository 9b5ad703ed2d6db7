//! What a preflight found: a table by service, a document for programs, and a page to copy from.

mod closing;
pub mod json;
mod markdown;
mod table;

pub use super::layout::TableStyle;
pub use markdown::markdown;
pub use table::render;

use super::permissions::Subject;
use crate::model::Preflight;
use crate::model::preflight::{PermissionAnswer, Verdict};
use crate::report::layout::words::count;

/// `2 of 52 actions are missing, 3 are unknown`.
fn verdict(preflight: &Preflight) -> String {
    let total = preflight.permissions.len() as u64;
    let (missing, unknown) = (preflight.count(Verdict::Missing), preflight.count(Verdict::Unknown));
    let all = count(total, "action", "actions");
    match (missing, unknown) {
        (0, 0) if total == 1 => "the only action is granted".to_owned(),
        (0, 0) => format!("all {all} are granted"),
        (0, unknown) => format!("nothing is missing of {all}; of {unknown} nobody could tell"),
        (missing, 0) => format!("{missing} of {all} {} missing", be(missing)),
        (missing, unknown) => format!("{missing} of {all} {} missing; of {unknown} more nobody could tell", be(missing)),
    }
}

const fn be(count: u64) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// Who told, where, and why: `called in eu-west-1: Access Denied`.
fn reason(answer: &PermissionAnswer) -> String {
    let mut words: Vec<String> = answer.teller.map(|teller| teller.in_words().to_owned()).into_iter().collect();
    if !answer.regions.is_empty() {
        words.push(format!("in {}", answer.regions.join(", ")));
    }
    let who = words.join(" ");
    match (who.is_empty(), answer.detail.is_empty()) {
        (true, _) => answer.detail.clone(),
        (false, true) => who,
        (false, false) => format!("{who}: {}", answer.detail),
    }
}

#[cfg(test)]
mod tests;
