//! Counts every attempt on the wire and remembers which actions were called.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::service::Service;
use crate::model::CallCounts;

/// The count so far.
#[derive(Debug, Default)]
pub(super) struct Meter {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Copied only where somebody has kept what was handed out.
    counts: Arc<CallCounts>,
    actions: BTreeSet<String>,
}

impl Meter {
    /// Counts an attempt; `number` is 1 for a first one and more for one that repeats it.
    pub(super) fn attempted(&self, service: Service, action: &str, number: u32) {
        let mut state = self.state();
        let counts = Arc::make_mut(&mut state.counts);
        counts.total += 1;
        if number > 1 {
            counts.retried += 1;
        }
        *counts.by_service.entry(service.prefix().to_owned()).or_default() += 1;
        if !state.actions.contains(action) {
            state.actions.insert(action.to_owned());
        }
    }

    /// The last attempt counted was refused for rate.
    pub(super) fn throttled(&self) {
        Arc::make_mut(&mut self.state().counts).throttled += 1;
    }

    /// The counts.
    pub(super) fn counts(&self) -> Arc<CallCounts> {
        Arc::clone(&self.state().counts)
    }

    /// Every action called, in IAM's spelling.
    pub(super) fn actions(&self) -> BTreeSet<String> {
        self.state().actions.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
