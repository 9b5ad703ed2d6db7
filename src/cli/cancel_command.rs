//! `scan cancel`: asks the process that runs a scan to stop it, and waits for the end.

use std::time::{Duration, Instant};

use super::arguments::{CancelArguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::running::{account, open_existing};
use super::terminal::say;
use crate::model::ScanStatus;
use crate::store::ScanRecord;

/// How long to wait for the end: several times what a scan gives the calls that are under way.
const PATIENCE: Duration = Duration::from_secs(10);

/// Stops a scan.
pub(super) fn run(arguments: &CancelArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let store = open_existing(shared)?;
    let id = store.find(&arguments.id).map_err(Failure::from)?.header.id;
    let was_asked = store.request_cancellation(&id).map_err(Failure::from)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        let record = store.find(&id).map_err(Failure::from)?;
        match record.status {
            ScanStatus::Queued | ScanStatus::Running if Instant::now() < deadline => {}
            ScanStatus::Queued | ScanStatus::Running => return Err(unheard(&record).into()),
            ScanStatus::NotStarted if was_asked => {
                if !store.is_looked_after(&id).map_err(Failure::from)? {
                    say(&format!("scan {id} of {} was stopped before it ran; it waits as before", account(&record.header)));
                    return Ok(Ending::Success);
                }
                if Instant::now() >= deadline {
                    return Err(unheard(&record).into());
                }
            }
            ScanStatus::NotStarted => {
                return Err(
                    Failure::usage(format!("scan {id} is not running: it never started, so there is nothing to stop")).into()
                );
            }
            status => {
                let already = if was_asked { "" } else { " already" };
                say(&format!("scan {id} of {} has ended{already}: {status}, {}", account(&record.header), record.reason));
                return Ok(Ending::Success);
            }
        }
        std::thread::sleep(Duration::from_millis(100));
        // Its process may die instead of ending it.
        store.settle_interrupted().map_err(Failure::from)?;
    }
}

/// The scan's process does not hear, or takes its time.
fn unheard(record: &ScanRecord) -> Failure {
    let pid = record.pid.map(|pid| format!("; its process is {pid}")).unwrap_or_default();
    let message = format!(
        "scan {} was asked to stop and has not ended after {} seconds{pid}: look again with `scan status`, or end the process",
        record.header.id,
        PATIENCE.as_secs()
    );
    Failure { ending: Ending::Failed, message }
}
