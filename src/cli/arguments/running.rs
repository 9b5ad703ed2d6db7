//! What was typed of the commands that run stored scans again, or stop them.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::output::OutputArguments;
use super::word;

/// What to do with a scan that runs or has run.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum RunningCommand {
    /// Ask a running scan to stop; what has finished is kept
    Cancel(CancelArguments),
    /// Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan
    Resume(ResumeArguments),
    /// Run a stored scan's request again, as a new scan
    Rerun(RerunArguments),
    /// Start a scan that `scan plan --save` has stored
    Run(RunArguments),
}

/// Which scan to stop.
#[derive(Debug, Args)]
pub(in crate::cli) struct CancelArguments {
    /// The scan's id, the beginning of it, or `last`
    #[arg(value_name = "ID", value_parser = word)]
    pub(in crate::cli) id: String,
}

/// Which scan to go on with, and what to write.
#[derive(Debug, Args)]
pub(in crate::cli) struct ResumeArguments {
    /// The scan's id, the beginning of it, or `last`
    #[arg(value_name = "ID", value_parser = word)]
    pub(in crate::cli) id: String,
    /// Where another scan of the account is running, wait until it has ended
    #[arg(long)]
    pub(in crate::cli) wait: bool,
    /// What is written and said.
    #[command(flatten)]
    pub(in crate::cli) output: OutputArguments,
}

/// Which scan to run again, and what to write.
#[derive(Debug, Args)]
pub(in crate::cli) struct RerunArguments {
    /// The scan's id, the beginning of it, or `last`
    #[arg(value_name = "ID", value_parser = word)]
    pub(in crate::cli) id: String,
    /// Only the regions whose jobs did not succeed
    #[arg(long)]
    pub(in crate::cli) failed: bool,
    /// File with findings that are accepted [default: that of the stored scan, else the nearest .posture-scan/suppressions.yaml]
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) suppressions: Option<PathBuf>,
    /// Where another scan of the account is running, wait until it has ended
    #[arg(long)]
    pub(in crate::cli) wait: bool,
    /// What is written and said.
    #[command(flatten)]
    pub(in crate::cli) output: OutputArguments,
}

/// Which planned scan to start, and what to write.
#[derive(Debug, Args)]
pub(in crate::cli) struct RunArguments {
    /// The scan's id, the beginning of it, or `last` for the one planned last
    #[arg(value_name = "ID", value_parser = word)]
    pub(in crate::cli) id: String,
    /// Template whose options on reports hold; what is scanned stands in the plan
    #[arg(long, value_name = "NAME", value_parser = word)]
    pub(in crate::cli) template: Option<String>,
    /// Where another scan of the account is running, wait until it has ended
    #[arg(long)]
    pub(in crate::cli) wait: bool,
    /// What is written and said.
    #[command(flatten)]
    pub(in crate::cli) output: OutputArguments,
}
