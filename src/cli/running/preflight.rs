//! The preflight that a scan may begin with.

use std::sync::Arc;

use crate::checks::selection::Selection;
use crate::cli::terminal::say;
use crate::engine::{self, Cancellation, PreparedScan};
use crate::model::plain_text::neutralise;
use crate::model::preflight::Verdict;
use crate::provider::{Provider, SubmissionError};
use crate::report::permissions::Subject;

/// Missing actions that are named one by one.
const NAMED: usize = 5;

/// What the permissions of a selection are of.
pub(in crate::cli) fn subject(selection: &Selection) -> Subject {
    Subject { profile: selection.profile.clone(), checks: selection.checks.len() as u64 }
}

/// Whether a scan that wants everything granted may start, or what to say where it goes on without.
///
/// # Errors
/// Something is missing, and it is to start with everything only; or the user stopped.
pub(in crate::cli) async fn cleared(
    provider: &Arc<dyn Provider>,
    prepared: &PreparedScan,
    wish: Wish,
    cancellation: &Cancellation,
) -> Result<(), SubmissionError> {
    let preflight = engine::preflight(provider, prepared, cancellation).await?;
    let missing = preflight.missing();
    if missing.is_empty() {
        let unknown = preflight.count(Verdict::Unknown);
        if unknown > 0 && wish != Wish::EverythingQuietly {
            let actions = if unknown == 1 { "action" } else { "actions" };
            say(&format!("note: the preflight could not tell of {unknown} {actions}; `scan preflight` says why"));
        }
        return Ok(());
    }
    let named: Vec<&str> = missing.iter().copied().take(NAMED).collect();
    let more = missing.len() - named.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let is = if missing.len() == 1 { "is" } else { "are" };
    let said = format!("the caller lacks permissions that the scan needs: {}{rest} {is} missing", named.join(", "));
    if wish == Wish::WhatThereIs {
        say(&neutralise(&format!("note: {said}")));
        return Ok(());
    }
    let hint = "`scan preflight --report FILE` with the same options writes what closes the gap; --allow-partial scans without";
    Err(SubmissionError { code: "missing_permissions", message: format!("{said}; {hint}") })
}

/// What a scan that begins with a preflight wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Wish {
    /// To start only where nothing is missing.
    Everything,
    /// The same, without a word on what nobody could tell.
    EverythingQuietly,
    /// To start in any case.
    WhatThereIs,
}
