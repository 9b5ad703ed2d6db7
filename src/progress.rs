//! What the user sees while a scan runs: a live area on a terminal, one line per finished job elsewhere. Always on stderr.
//!
//! It hears events and knows nothing else of the engine; it sees only the model. [`state`] folds the events into a view model, [`estimate`]
//! judges how long it will take, [`pace`] how fast it goes, and [`frame`] makes a picture of all that: they are pure, and painting is a thin layer over them.

mod accounts;
mod bars;
pub mod estimate;
mod fold;
pub mod frame;
mod line;
mod lines;
pub mod mode;
pub mod pace;
mod quantity;
#[cfg(test)]
mod rehearsal;
mod screen;
pub mod state;
mod table;
mod terminal;

use std::sync::Arc;

pub use accounts::{AccountLine, AccountsProgress};
pub use mode::{Mode, ModeChoice};
pub use terminal::restore_terminal;

use crate::model::{Colour, Listener};

/// The listener that shows the progress on stderr in the given way.
#[must_use]
pub fn listener(mode: Mode, colour: Colour) -> Arc<dyn Listener> {
    match mode {
        Mode::Bars => Arc::new(bars::Bars::new(colour)),
        Mode::Lines => Arc::new(lines::Lines::new(std::io::stderr(), colour)),
        Mode::None => Arc::new(Vec::new()),
    }
}

/// The progress of several accounts, shown on stderr in the given way.
#[must_use]
pub fn accounts(mode: Mode, colour: Colour, accounts: Vec<AccountLine>) -> Arc<AccountsProgress> {
    Arc::new(AccountsProgress::new(mode, colour, accounts))
}
