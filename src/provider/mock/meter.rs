//! Counts the calls that a real provider would have made.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::calls::Call;
use super::fault::Fault;
use crate::model::CallCounts;

/// The calls so far.
#[derive(Debug, Default)]
pub(super) struct Meter {
    /// Copied only where somebody has kept what was handed out.
    counts: Mutex<Arc<CallCounts>>,
    answered: Mutex<BTreeSet<(String, String)>>,
}

impl Meter {
    /// Whether this is the first time that `call` is made; one whose answer is shared is made once only.
    pub(super) fn is_due(&self, call: &Call<'_>) -> bool {
        !call.shared || locked(&self.answered).insert((call.action.to_owned(), call.region.to_owned()))
    }

    /// Counts `call` with the attempts that `fault` costs.
    pub(super) fn count(&self, call: &Call<'_>, fault: Option<&Fault>) {
        let attempts = u64::from(call.times) * fault.map_or(1, Fault::attempts);
        let mut shared = locked(&self.counts);
        let counts = Arc::make_mut(&mut shared);
        counts.total += attempts;
        counts.retried += attempts - u64::from(call.times);
        if fault.is_some_and(Fault::throttles) {
            counts.throttled += attempts;
        }
        *counts.by_service.entry(call.service().to_owned()).or_default() += attempts;
    }

    /// The counts so far.
    pub(super) fn counts(&self) -> Arc<CallCounts> {
        Arc::clone(&locked(&self.counts))
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Counting cannot leave the data half-written, so a panic elsewhere does not spoil it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
