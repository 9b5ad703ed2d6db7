//! The preflight that a scan may begin with.

use std::sync::Arc;

use crate::checks::selection::Selection;
use crate::cli::settings::Verbosity;
use crate::cli::terminal::say;
use crate::engine::{self, Cancellation, PreparedScan};
use crate::model::Preflight;
use crate::model::plain_text::neutralise;
use crate::model::preflight::{PermissionAnswer, Verdict};
use crate::provider::{Provider, SubmissionError};
use crate::report::permissions::Subject;

/// Missing actions, and regions of one, that are named one by one.
const NAMED: usize = 5;

/// What the permissions of a selection are of.
pub(in crate::cli) fn subject(selection: &Selection) -> Subject {
    Subject { profile: selection.profile.clone(), checks: selection.checks.len() as u64 }
}

/// Whether a scan that wants everything granted may start, or what to say where it goes on without.
///
/// # Errors
/// Something is missing, and it is to start with everything only; nobody could tell of anything; or the user stopped.
pub(in crate::cli) async fn cleared(
    provider: &Arc<dyn Provider>,
    prepared: &PreparedScan,
    wish: Wish,
    cancellation: &Cancellation,
) -> Result<(), SubmissionError> {
    let preflight = engine::preflight(provider, prepared, cancellation).await?;
    let is_missing = preflight.count(Verdict::Missing) > 0;
    let findings = [lacking(&preflight), untold(&preflight)].into_iter().flatten().chain(preflight.notes.iter().cloned());
    let findings: Vec<String> = findings.collect();
    if is_missing && wish.demand == Demand::Everything {
        let hint = "`scan preflight --report FILE` with the same options writes what closes the gap; --allow-partial scans without";
        return Err(SubmissionError { code: "missing_permissions", message: format!("{}; {hint}", findings.join("; ")) });
    }
    if wish.verbosity != Verbosity::Quiet {
        for finding in findings {
            say(&neutralise(&format!("note: {finding}")));
        }
    }
    Ok(())
}

/// The first missing actions, each with the regions in which it is missing where it is not missing everywhere.
fn lacking(preflight: &Preflight) -> Option<String> {
    let missing: Vec<String> = preflight.with(Verdict::Missing).map(|permission| named(&permission.answer)).collect();
    let is = if missing.len() == 1 { "is" } else { "are" };
    let first = first_of(&missing);
    (!missing.is_empty()).then(|| format!("the caller lacks permissions that the scan needs: {first} {is} missing"))
}

fn named(answer: &PermissionAnswer) -> String {
    if answer.regions.is_empty() {
        answer.action.to_owned()
    } else {
        format!("{} (in {})", answer.action, first_of(&answer.regions))
    }
}

fn first_of(names: &[String]) -> String {
    match names.len().saturating_sub(NAMED) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names[..NAMED].join(", ")),
    }
}

fn untold(preflight: &Preflight) -> Option<String> {
    let unknown = preflight.count(Verdict::Unknown);
    let actions = if unknown == 1 { "action" } else { "actions" };
    (unknown > 0).then(|| format!("the preflight could not tell of {unknown} {actions}; `scan preflight` says why"))
}

/// What a scan that begins with a preflight wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Wish {
    /// What must be granted for it to start.
    pub(in crate::cli) demand: Demand,
    /// What is said where it starts.
    pub(in crate::cli) verbosity: Verbosity,
}

/// What must be granted for a scan to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Demand {
    /// Everything: nothing may be missing.
    Everything,
    /// Nothing: it starts with what there is.
    WhatThereIs,
}
