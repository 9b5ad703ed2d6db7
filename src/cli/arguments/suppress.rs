//! What was typed after `scan suppress`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::word;

/// Which finding is accepted, why, by whom and for how long.
#[derive(Debug, Args)]
pub(in crate::cli) struct SuppressArguments {
    /// The finding's uid, or the beginning of it: `scan findings` shows them
    #[arg(value_name = "FINDING", value_parser = word)]
    pub(in crate::cli) finding: String,
    /// Why the finding is accepted
    #[arg(long, value_name = "TEXT", value_parser = word)]
    pub(in crate::cli) reason: String,
    /// Who answers for it
    #[arg(long, value_name = "TEXT", value_parser = word)]
    pub(in crate::cli) owner: String,
    /// The last day on which it is accepted, such as 2026-12-31 [default: no end]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) expires: Option<Date>,
    /// The file of accepted findings [default: .posture-scan/suppressions.yaml of this folder or one above it]
    // It goes by the id of the scan's own option, so that what a configuration says of that one holds here too.
    #[arg(id = "suppressions", long = "file", value_name = "FILE")]
    pub(in crate::cli) file: Option<PathBuf>,
    /// The scan that has the finding: its id, the beginning of it, or `last`
    #[arg(long, value_name = "ID", default_value = "last", value_parser = word)]
    pub(in crate::cli) scan: String,
}

fn date(typed: &str) -> Result<Date, String> {
    typed.trim().parse().map_err(|_| "it must be a date such as 2026-12-31".to_owned())
}
