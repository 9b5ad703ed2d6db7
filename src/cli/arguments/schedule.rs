//! What was typed after `scan schedule`.

use clap::{ArgGroup, Subcommand, ValueEnum};

use crate::cli::shards::ResultsUrl;
use crate::model::shard::MOST;

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
        /// Container image whose entry point is `scan` (kubernetes, aws-batch)
        #[arg(long)]
        image: Option<String>,
        /// Scan on so many machines, and put together what they find (kubernetes, aws-batch)
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(2..=i64::from(MOST)))]
        shards: Option<u16>,
        /// Bucket where the machines leave their results: s3://BUCKET/PREFIX
        #[arg(long, value_name = "URL")]
        results_url: Option<ResultsUrl>,
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
    /// A CronJob; with --shards one whose pods scan a part each, and one that puts the parts together
    Kubernetes,
    /// An array job and what puts its parts together, as commands of the AWS CLI
    AwsBatch,
}
