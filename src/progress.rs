//! What the user sees while a scan runs: a live area on a terminal, one line per finished job elsewhere. Always on stderr.
//!
//! It hears events and knows nothing else of the engine; it sees only the model. [`state`] folds the events into a view model and
//! [`estimate`] judges how long it will take: both are pure, and drawing is a thin layer over them.

mod line;
mod lines;
pub mod mode;
mod quantity;
pub mod state;

use std::sync::Arc;

pub use mode::{Colour, Mode, ModeChoice};

use crate::model::Listener;

/// The listener that shows the progress on stderr in the given way.
#[must_use]
pub fn listener(mode: Mode, colour: Colour) -> Arc<dyn Listener> {
    match mode {
        Mode::Bars | Mode::Lines => Arc::new(lines::Lines::new(std::io::stderr(), colour)),
        Mode::None => Arc::new(Vec::new()),
    }
}

/// Leaves the terminal as it was found, for a process that ends without letting its listeners finish: a second ctrl-c. Does nothing where
/// no live area is shown.
pub fn restore_terminal() {}
