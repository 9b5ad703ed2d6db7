//! `scan run`: starts a scan that is stored as a plan.

use super::arguments::{RunArguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::resume_command::{self, Earlier};
use super::running::open_existing;
use super::settings::{Keeping, OutputSettings};
use crate::model::ScanStatus;
use crate::store::{ScanRecord, Store};

/// Starts a planned scan.
pub(super) fn run(arguments: &RunArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let output = OutputSettings::resolve(&arguments.output, shared)?;
    let keeping = Keeping::resolve(arguments.wait, shared);
    let store = open_existing(shared)?;
    let record = named(&store, &arguments.id)?;
    if record.status != ScanStatus::NotStarted {
        return Err(Failure::usage(refusal(&record)).into());
    }
    let earlier = Earlier::take_up(store, &record.header.id)?;
    // Another process may have started it, and even have ended it, since it was looked at.
    if !earlier.is_planned() {
        return Err(Failure::usage(refusal(&earlier.record)).into());
    }
    resume_command::go(output, keeping, earlier, shared)
}

/// The scan that a person means; the last one is the one that was planned last.
fn named(store: &Store, reference: &str) -> Result<ScanRecord, Failure> {
    let planned = if reference == "last" { store.last_planned().map_err(Failure::from)? } else { None };
    planned.map_or_else(|| store.find(reference).map_err(Failure::from), Ok)
}

/// Why a scan cannot be started, and what can be done instead.
fn refusal(record: &ScanRecord) -> String {
    let id = &record.header.id;
    let instead = match record.status {
        ScanStatus::Queued | ScanStatus::Running => format!("`scan status {id}` tells how far it is"),
        ScanStatus::Completed => format!("`scan rerun {id}` runs its request again"),
        _ => format!("`scan resume {id}` goes on with it, `scan rerun {id}` runs its request again"),
    };
    format!("scan {id} is no plan that could be started: it is {}; {instead}", record.status.as_str().replace('_', " "))
}
