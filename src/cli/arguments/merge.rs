//! What was typed of `scan merge`.

use clap::Args;
use jiff::SignedDuration;

use super::age::age;
use super::output::OutputArguments;
use super::word;
use crate::cli::shards::ResultsUrl;

/// Which results to put together, and what to write.
#[derive(Debug, Args)]
pub(in crate::cli) struct MergeArguments {
    /// Where the shards left their results: a folder, or s3://BUCKET/PREFIX
    #[arg(value_name = "URL")]
    pub(in crate::cli) url: ResultsUrl,
    /// Take the results of this plan only, where there are several: the beginning of what their names say of it
    #[arg(long, value_name = "PLAN", value_parser = word)]
    pub(in crate::cli) plan: Option<String>,
    /// Take no result of a shard that began longer ago: 30m, 20h, 7d, 2w
    #[arg(long, value_name = "AGE", value_parser = age)]
    pub(in crate::cli) max_age: Option<SignedDuration>,
    /// Named profile of the AWS configuration files, for a bucket
    #[arg(long, value_name = "PROFILE", value_parser = word)]
    pub(in crate::cli) aws_profile: Option<String>,
    /// Endpoint to use instead of AWS's own, for a bucket (also AWS_ENDPOINT_URL)
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) endpoint_url: Option<String>,
    /// Where a scan of the account is running, wait until it has ended
    #[arg(long)]
    pub(in crate::cli) wait: bool,
    /// What is written and said.
    #[command(flatten)]
    pub(in crate::cli) output: OutputArguments,
}
