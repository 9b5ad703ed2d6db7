//! Before a scan: which of the permissions that it needs the caller has.

use std::sync::Arc;

use super::cancellation::Cancellation;
use super::permissions::needed;
use super::prepare::{PreparedScan, stopped_early};
use crate::model::preflight::{CheckedPermission, PermissionAnswer, Verdict};
use crate::model::{Permissions, Preflight};
use crate::provider::{Provider, SubmissionError};

impl PreparedScan {
    /// What the scan may call.
    #[must_use]
    pub fn permissions(&self) -> Permissions {
        needed(self.types, &self.checks, &self.header.profile, self.header.scan_type, self.partition())
    }
}

/// Asks the provider what the caller may do of what the scan needs.
///
/// # Errors
/// The user stopped, or nobody could tell of any action: then the account cannot be asked at all.
pub async fn preflight(
    provider: &Arc<dyn Provider>,
    prepared: &PreparedScan,
    cancellation: &Cancellation,
) -> Result<Preflight, SubmissionError> {
    let permissions = prepared.permissions();
    let (header, account) = (prepared.header(), prepared.account());
    provider.begin(&header.regions);
    let actions = permissions.actions();
    let asked = tokio::select! {
        biased;
        answers = provider.permissions(&actions, &header.regions) => answers,
        () = cancellation.requested() => return Err(stopped_early()),
    };
    if let Some(open) = nothing_told(&asked.answers) {
        let message = format!("nobody could tell of any permission that the scan needs: {}", open.detail);
        return Err(SubmissionError { code: "nothing_told", message });
    }
    let mut answers: Vec<PermissionAnswer> = asked.answers;
    let checked = |(action, need): (&'static str, &crate::model::Need)| {
        let place = answers.iter().position(|answer| answer.action == action);
        let answer = place.map(|place| answers.swap_remove(place));
        let answer = answer.unwrap_or_else(|| PermissionAnswer::open(action, "the provider gave no answer"));
        CheckedPermission { answer, need: need.clone() }
    };
    Ok(Preflight {
        asked_at: header.started_at,
        account_id: account.id.clone(),
        partition: account.partition.clone(),
        caller: account.caller.clone(),
        regions: header.regions.clone(),
        permissions: permissions.iter().map(checked).collect(),
        notes: asked.notes,
    })
}

/// The first of the answers where every one of them is open.
fn nothing_told(answers: &[PermissionAnswer]) -> Option<&PermissionAnswer> {
    answers.first().filter(|_| answers.iter().all(|answer| answer.verdict == Verdict::Unknown))
}
