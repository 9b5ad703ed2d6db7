//! What was typed of the commands that read stored scans.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::age::age;
use super::{SeverityChoice, word};
use crate::model::Outcome;

/// What to do with stored scans.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum StoredCommand {
    /// List the stored scans, the newest first, or delete old ones
    #[command(args_conflicts_with_subcommands = true)]
    History(HistoryArguments),
    /// Show a stored scan: how it ended and why, region by region, job by job
    Show(ShowArguments),
    /// Show how far a running scan is, from any terminal
    Status(StatusArguments),
    /// Compare two stored scans: what is new, what is resolved, what nobody can tell
    Diff(DiffArguments),
    /// Write a report of a stored scan again, the same as when it ended
    Report(ReportArguments),
    /// List the assets that a stored scan found
    Assets(AssetsArguments),
    /// List the findings of a stored scan, or what else its checks came to
    Findings(FindingsArguments),
    /// Accept a finding: from the next scan on it is muted, by a rule in a file of yours
    Suppress(super::SuppressArguments),
    /// Ask the stored scans in SQL, or list the views to ask
    Query(QueryArguments),
}

/// Which scans to list.
#[derive(Debug, Args)]
pub(in crate::cli) struct HistoryArguments {
    /// What else to do.
    #[command(subcommand)]
    pub(in crate::cli) command: Option<HistoryCommand>,
    /// Only so many of the newest
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) limit: u32,
    /// Only those of this account
    #[arg(long, value_name = "ID", value_parser = word)]
    pub(in crate::cli) account: Option<String>,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// What to do with the history.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HistoryCommand {
    /// Delete old scans and give their room back; never one that is queued or running
    Prune(PruneArguments),
}

/// Which scans stay.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(in crate::cli) struct PruneArguments {
    /// Keep so many of the newest scans
    #[arg(long, value_name = "N")]
    pub(in crate::cli) keep: Option<u32>,
    /// Delete scans that started longer ago: 90d, 20h, 2w
    #[arg(long, value_name = "AGE", value_parser = age)]
    pub(in crate::cli) older_than: Option<jiff::SignedDuration>,
}

/// Which scan to show, and what of it.
#[derive(Debug, Args)]
pub(in crate::cli) struct ShowArguments {
    /// The scan's id, the beginning of it, or `last`
    #[arg(value_name = "ID", default_value = "last", value_parser = word)]
    pub(in crate::cli) id: String,
    /// Every job: when it began and ended, how long it took, how it fared
    #[arg(long)]
    pub(in crate::cli) jobs: bool,
    /// What ended the jobs that failed
    #[arg(long)]
    pub(in crate::cli) errors: bool,
    /// Only this region
    #[arg(short, long, value_name = "REGION", value_parser = word)]
    pub(in crate::cli) region: Option<String>,
    /// The findings
    #[arg(long)]
    pub(in crate::cli) findings: bool,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// Which scan to follow.
#[derive(Debug, Args)]
pub(in crate::cli) struct StatusArguments {
    /// The scan's id, the beginning of it, or `last`
    #[arg(value_name = "ID", default_value = "last", value_parser = word)]
    pub(in crate::cli) id: String,
    /// Follow the scan on the terminal until it has ended
    #[arg(short, long, conflicts_with = "json")]
    pub(in crate::cli) watch: bool,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// Which scans to compare.
#[derive(Debug, Args)]
pub(in crate::cli) struct DiffArguments {
    /// The earlier scan [default: the one before the later scan, of the same account]
    #[arg(value_name = "BEFORE", value_parser = word)]
    pub(in crate::cli) before: Option<String>,
    /// The later scan [default: the newest one of that account that has ended]
    #[arg(value_name = "AFTER", value_parser = word)]
    pub(in crate::cli) after: Option<String>,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// Which report to write, and where.
#[derive(Debug, Args)]
pub(in crate::cli) struct ReportArguments {
    /// The scan's id, the beginning of it, or `last`
    #[arg(value_name = "ID", default_value = "last", value_parser = word)]
    pub(in crate::cli) id: String,
    /// What to write; JSON lines come in the order in which the jobs ended
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = super::format_choice())]
    pub(in crate::cli) format: super::Format,
    /// Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) only: Option<super::OnlyChoice>,
    /// Write to a file, or - for stdout; ocsf-parquet to a folder
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

/// Which assets to list.
#[derive(Debug, Args)]
pub(in crate::cli) struct AssetsArguments {
    /// Only this resource type, such as aws.s3.bucket (repeatable, comma-separated)
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) resource_type: Vec<String>,
    /// Only this region (repeatable, comma-separated)
    #[arg(short, long, value_name = "REGION", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) region: Vec<String>,
    /// Only with this tag (repeatable: with all of them)
    #[arg(long, value_name = "KEY=VALUE", value_parser = tag)]
    pub(in crate::cli) tag: Vec<(String, String)>,
    /// The scan's id, the beginning of it, or `last`
    #[arg(long, value_name = "ID", default_value = "last", value_parser = word)]
    pub(in crate::cli) scan: String,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// Which results to list.
#[derive(Debug, Args)]
pub(in crate::cli) struct FindingsArguments {
    /// Only this severity (repeatable, comma-separated)
    #[arg(long, value_name = "SEVERITY", value_delimiter = ',')]
    pub(in crate::cli) severity: Vec<SeverityChoice>,
    /// Only this check, by own id, another tool's id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) check: Vec<String>,
    /// Only this region (repeatable, comma-separated)
    #[arg(short, long, value_name = "REGION", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) region: Vec<String>,
    /// What the check came to (repeatable, comma-separated)
    #[arg(long, value_name = "STATUS", value_delimiter = ',', default_value = "fail")]
    pub(in crate::cli) status: Vec<OutcomeChoice>,
    /// The scan's id, the beginning of it, or `last`
    #[arg(long, value_name = "ID", default_value = "last", value_parser = word)]
    pub(in crate::cli) scan: String,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// What to ask.
#[derive(Debug, Args)]
pub(in crate::cli) struct QueryArguments {
    /// One SELECT on the views; without it, lists the views
    #[arg(value_name = "SQL")]
    pub(in crate::cli) sql: Option<String>,
    /// List the views and their columns
    #[arg(long, conflicts_with_all = ["sql", "limit", "csv"])]
    pub(in crate::cli) views: bool,
    /// At most so many rows [default: 1000 in a table, every row in JSON and CSV]
    #[arg(long, value_name = "N", requires = "sql", value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) limit: Option<u32>,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// As comma-separated values
    #[arg(long, requires = "sql", conflicts_with = "json")]
    pub(in crate::cli) csv: bool,
}

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(in crate::cli) enum OutcomeChoice {
    Fail,
    Unknown,
    Pass,
    #[value(alias = "not-applicable")]
    NotApplicable,
    Muted,
}

impl From<OutcomeChoice> for Outcome {
    fn from(choice: OutcomeChoice) -> Self {
        match choice {
            OutcomeChoice::Fail => Self::Fail,
            OutcomeChoice::Unknown => Self::Unknown,
            OutcomeChoice::Pass => Self::Pass,
            OutcomeChoice::NotApplicable => Self::NotApplicable,
            OutcomeChoice::Muted => Self::Muted,
        }
    }
}

/// A tag: its key, an equals sign, its value.
fn tag(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("a tag is KEY=VALUE".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_a_key_and_perhaps_an_empty_value() {
        assert_eq!(tag("team=a=b"), Ok(("team".to_owned(), "a=b".to_owned())));
        assert_eq!(tag("team="), Ok(("team".to_owned(), String::new())));
        assert!(tag("team").is_err() && tag("=a").is_err());
    }
}
