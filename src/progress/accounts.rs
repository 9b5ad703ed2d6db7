//! What the user sees while several accounts are scanned: a line for each of them, live on a terminal, or as each one ends.

mod picture;
mod row;

use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::bars::Painter;
use super::frame::Area;
use super::line::{BAD, BARE, BOLD, DIM, Line, WARN, style_of};
use super::mode::Mode;
use super::quantity::{counted, took};
use crate::model::{Colour, Event, Listener, ScanStatus};
use row::{Row, Stage};

/// What is known of an account before it is scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLine {
    /// Its number; may be empty.
    pub account_id: String,
    /// What it is called; may be empty.
    pub name: String,
}

/// Shows how far the accounts are.
pub struct AccountsProgress {
    mode: Mode,
    colour: Colour,
    live: Arc<Mutex<Live>>,
    painter: Mutex<Option<Painter>>,
}

/// What the pictures are made of.
struct Live {
    rows: Vec<Row>,
    begun: Instant,
    is_stopping: bool,
    has_ended: bool,
}

impl AccountsProgress {
    /// Of these accounts, in their order.
    pub(super) fn new(mode: Mode, colour: Colour, accounts: Vec<AccountLine>) -> Self {
        let rows = accounts.into_iter().map(Row::new).collect();
        let live = Live { rows, begun: Instant::now(), is_stopping: false, has_ended: false };
        Self { mode, colour, live: Arc::new(Mutex::new(live)), painter: Mutex::default() }
    }

    /// Whether the terminal is painted on: then nobody else may write to it.
    #[must_use]
    pub fn is_painted(&self) -> bool {
        self.mode == Mode::Bars
    }

    /// The accounts are about to be scanned, with this profile and so many checks.
    pub fn begin(&self, profiles: &[String], checks: u64) {
        match self.mode {
            Mode::Bars => {
                let (live, colour) = (Arc::clone(&self.live), self.colour);
                let picture = move |area: Area| locked(&live).picture(area, colour);
                *locked(&self.painter) = Some(Painter::paint(picture));
            }
            Mode::Lines => {
                let accounts = counted(locked(&self.live).rows.len() as u64, "account");
                let profile = if profiles.is_empty() { String::new() } else { format!(" · profile {}", profiles.join(", ")) };
                let rest = format!("{profile} · {}", counted(checks, "check"));
                self.write(&Line::default().text(BARE, "scanning ").text(BOLD, &accounts).text(BARE, &rest));
            }
            Mode::None => {}
        }
    }

    /// An account's turn has come.
    pub fn began(&self, place: usize) {
        if let Some(row) = locked(&self.live).rows.get_mut(place) {
            row.begin();
        }
    }

    /// Who hears of an account's scan.
    #[must_use]
    pub fn listener(self: &Arc<Self>, place: usize) -> Arc<dyn Listener> {
        Arc::new(OfAccount { progress: Arc::clone(self), place })
    }

    /// An account has ended, perhaps before its scan began.
    pub fn ended(&self, place: usize, status: ScanStatus, reason: &str) {
        let line = {
            let mut live = locked(&self.live);
            let Some(row) = live.rows.get_mut(place) else { return };
            if matches!(row.stage, Stage::Ended { .. }) {
                return;
            }
            row.end(status);
            live.told(place, reason)
        };
        if self.mode == Mode::Lines {
            self.write(&line);
        }
    }

    /// All accounts have ended: nothing is left to show.
    pub fn finish(&self) {
        locked(&self.live).has_ended = true;
        *locked(&self.painter) = None;
    }

    fn hear(&self, place: usize, event: &Event) {
        let begins_to_stop = {
            let mut live = locked(&self.live);
            if let Some(row) = live.rows.get_mut(place) {
                row.hear(event);
            }
            let was_stopping = live.is_stopping;
            live.is_stopping |= matches!(event, Event::CancellationRequested);
            live.is_stopping && !was_stopping
        };
        if begins_to_stop && self.mode == Mode::Lines {
            self.write(&Line::default().text(WARN, "stopping… (ctrl-c again to abort)"));
        }
        if let Event::ScanFinished { report } = event {
            self.ended(place, report.status, &report.status_reason);
        }
    }

    fn write(&self, line: &Line) {
        let text = line.paint(usize::MAX, self.colour) + "\n";
        // Nobody may be reading any more, and a scan does not end for that.
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
}

impl Live {
    /// `[ 3/30] 111111111111 payments completed in 4.2 s · 143 assets · 7 findings · 912 calls`
    fn told(&self, place: usize, reason: &str) -> Line {
        let row = &self.rows[place];
        let ended = self.rows.iter().filter(|row| matches!(row.stage, Stage::Ended { .. })).count();
        let digits = self.rows.len().to_string().len();
        let line =
            Line::default().text(DIM, &format!("[{ended:>digits$}/{}] ", self.rows.len())).text(BARE, &row.label()).text(BARE, " ");
        let Stage::Ended { status } = row.stage else { return line };
        let line = line.text(style_of(row.status()), &status.as_str().replace('_', " "));
        match status {
            ScanStatus::Completed | ScanStatus::Partial if row.regions > 0 => line.text(
                BARE,
                &format!(
                    " in {} · {} · {} · {}",
                    took(row.elapsed),
                    counted(row.assets, "asset"),
                    counted(row.findings, "finding"),
                    counted(row.calls, "call")
                ),
            ),
            _ => line.text(BAD, &format!(": {reason}")),
        }
    }
}

/// Hears of one account.
struct OfAccount {
    progress: Arc<AccountsProgress>,
    place: usize,
}

impl Listener for OfAccount {
    fn hear(&self, event: &Event) {
        self.progress.hear(self.place, event);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
