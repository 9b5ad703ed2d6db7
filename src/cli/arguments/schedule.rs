//! What was typed after `scan schedule`.

use clap::{ArgGroup, Subcommand, ValueEnum};

/// What to do about schedules.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ScheduleCommand {
    /// Print what scans an account regularly, ready to be put in its place
    #[command(group = ArgGroup::new("cadence").required(true))]
    Print {
        /// Every day, an incremental scan
        #[arg(long, group = "cadence")]
        daily: bool,
        /// Every week, a full scan
        #[arg(long, group = "cadence")]
        weekly: bool,
        /// What runs it
        #[arg(long = "for", value_name = "SCHEDULER")]
        scheduler: Scheduler,
        /// Container image that has `scan` (kubernetes)
        #[arg(long)]
        image: Option<String>,
        /// Further options of the scan, after `--`: -- --profile mvp15 --aws-profile audit
        #[arg(last = true, value_name = "OPTIONS")]
        options: Vec<String>,
    },
}

/// What runs things regularly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Scheduler {
    /// A service and its timer
    Systemd,
    /// A line of a crontab
    Cron,
    /// A workflow of GitHub Actions
    Github,
    /// A CronJob
    Kubernetes,
}
