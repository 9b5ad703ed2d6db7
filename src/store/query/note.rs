//! What the callbacks of SQLite tell of a query, past the errors that SQLite makes of it.

use std::sync::{Arc, Mutex, PoisonError};

/// The first thing that was told, in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Note(Arc<Mutex<Option<String>>>);

impl Note {
    /// What was told, where something was.
    pub(super) fn told(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Tells it, where nothing was told before.
    pub(super) fn tell(&self, told: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(told);
    }
}
