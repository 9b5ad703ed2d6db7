//! What was typed of `scan plan`.

use clap::Args;

use super::scan::ScanArguments;

/// The scan to plan, and what to do with the plan.
#[derive(Debug, Args)]
pub(in crate::cli) struct PlanArguments {
    /// The scan.
    #[command(flatten)]
    pub(in crate::cli) scan: ScanArguments,
    /// Store the plan as a scan that has not started: `scan run` starts it, and asks then what --wait, --preflight and --if-older-than say
    #[arg(long, conflicts_with = "no_store", help_heading = "Plan")]
    pub(in crate::cli) save: bool,
    /// As JSON
    #[arg(long, help_heading = "Plan")]
    pub(in crate::cli) json: bool,
    /// The template that says something of reports too, which no plan keeps.
    #[arg(skip)]
    pub(in crate::cli) template_of_reports: Option<String>,
}
