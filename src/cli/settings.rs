//! What the user's wishes mean: resolved once, from flags, the environment and the terminal. Nothing below sees clap.

mod keeping;
mod output;
mod scan;
mod sharding;
mod source;

pub(super) use keeping::{Keeping, Turn, state_directory};
pub(super) use output::{Destination, FailOn, OutputSettings, Stream, Verbosity, colour};
pub(super) use scan::ScanSettings;
pub(super) use sharding::{Sharding, shard};
pub(super) use source::{AwsSource, Source, fits_chain, is_fixture_file};

use super::accounts::Connection;
use super::arguments::{OutputArguments, ScanArguments, SharedArguments};
use super::exit_code::{Failure, PartialScans};
use super::running::{Demand, Wish};

/// A scan, settled.
#[derive(Debug)]
pub(super) struct Settings {
    /// What to scan, and how.
    pub(super) scan: ScanSettings,
    /// What is written and said.
    pub(super) output: OutputSettings,
    /// Where the scan is kept.
    pub(super) keeping: Keeping,
    /// What a preflight must find for the scan to start; `None` for no preflight.
    pub(super) preflight: Option<Wish>,
    /// The part that it is of a scan on several machines.
    pub(super) sharding: Option<Sharding>,
}

impl Settings {
    /// Settles what was typed, for the account of a saved connection where one is named.
    ///
    /// # Errors
    /// Flags that contradict each other.
    pub(super) fn resolve(
        arguments: &ScanArguments,
        output: &OutputArguments,
        shared: &SharedArguments,
        connection: Option<&Connection>,
    ) -> Result<Self, Failure> {
        let sharding = Sharding::resolve(arguments, output)?;
        let output = OutputSettings::resolve(output, shared)?;
        let keeping = Keeping::of_scan(arguments, shared);
        if arguments.no_store && matches!(output.fail_on, Some(FailOn::New(_))) && output.baseline.is_none() {
            return Err(Failure::usage(
                "--no-store leaves nothing to tell new findings from; name an earlier report with --baseline",
            ));
        }
        let scan = ScanSettings::resolve(arguments, shared, connection)?;
        let preflight = preflight(&scan, &output);
        Ok(Self { scan, output, keeping, preflight, sharding })
    }
}

/// What the preflight of a scan must find; `None` for no preflight.
pub(super) fn preflight(scan: &ScanSettings, output: &OutputSettings) -> Option<Wish> {
    scan.beforehand.preflight.then(|| {
        let demand = match output.partial {
            PartialScans::Allowed => Demand::WhatThereIs,
            PartialScans::Distinct => Demand::Everything,
        };
        Wish { demand, verbosity: output.verbosity }
    })
}
