//! Following a scan to its end, in the live area that its own terminal would show.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::is_under_way;
use crate::cli::signals;
use crate::cli::stored::archive::failure;
use crate::cli::stored::feed::Feed;
use crate::engine::Cancellation;
use crate::model::{Colour, Event};
use crate::progress::{self, Mode};
use crate::store::{ScanRecord, Store};

/// The time between two looks: a running scan stores its progress four times a second.
const TICK: Duration = Duration::from_millis(250);
/// The time between two looks for a scan whose process has died.
const SETTLE: Duration = Duration::from_secs(2);

/// What ended the watch.
pub(super) enum End {
    /// The scan ended; so it stands now.
    OfTheScan(Box<ScanRecord>),
    /// The user did not want to watch any more. The scan goes on.
    OfThePatience,
}

/// Paints the scan on stderr until it has ended, or until the user stops watching.
pub(super) fn until_the_end(store: &Store, record: &ScanRecord, colour: Colour) -> anyhow::Result<End> {
    let stopped = Cancellation::default();
    signals::listen(stopped.clone());
    let listener = progress::listener(Mode::Bars, colour);
    let (mut feed, mut settled) = (Feed::default(), Instant::now());
    let id = &record.header.id;
    let end = loop {
        let record = store.find(id).map_err(failure)?;
        if !is_under_way(&record) {
            break End::OfTheScan(Box::new(record));
        }
        for event in feed.events(&record, &store.jobs(id).map_err(failure)?) {
            listener.hear(&event);
        }
        if stopped.is_requested() {
            break End::OfThePatience;
        }
        if settled.elapsed() >= SETTLE {
            // Where the folder may not be written to, a scan that died seems to run for ever: ctrl-c ends the watch.
            drop(store.settle_interrupted());
            settled = Instant::now();
        }
        std::thread::sleep(TICK);
    };
    let report = store.report(id).map_err(failure)?;
    listener.hear(&Event::ScanFinished { report: Arc::new(report) });
    Ok(end)
}
