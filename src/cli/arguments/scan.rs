//! The scan's own options.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::SignedDuration;

use super::age::age;
use super::scope::ScopeArguments;
use super::sign_in::SignInArguments;
use super::word;
use crate::cli::shards::ResultsUrl;
use crate::model::{ParameterSetting, Shard};
use crate::provider::limiter::Share;

/// The scan's own options.
#[derive(Debug, Args)]
pub(in crate::cli) struct ScanArguments {
    /// Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it
    #[arg(long, value_name = "NAME", value_parser = word, help_heading = "What to check")]
    pub(in crate::cli) template: Option<String>,
    /// Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]
    #[arg(short, long, value_name = "NAME", value_delimiter = ',', value_parser = word, help_heading = "What to check")]
    pub(in crate::cli) profile: Vec<String>,
    /// Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = word, help_heading = "What to check")]
    pub(in crate::cli) framework: Vec<String>,
    /// Check by own id, another tool's id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = word, help_heading = "What to check")]
    pub(in crate::cli) check: Vec<String>,
    /// Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)
    #[arg(long, value_name = "CHECK.PARAMETER=VALUE", value_parser = clap::value_parser!(ParameterSetting), help_heading = "What to check")]
    pub(in crate::cli) set: Vec<ParameterSetting>,
    /// Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not
    /// in use
    #[arg(long, help_heading = "What to check")]
    pub(in crate::cli) only_in_use: bool,
    /// File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]
    #[arg(long, value_name = "FILE", help_heading = "What to check")]
    pub(in crate::cli) suppressions: Option<PathBuf>,
    /// Region (repeatable, comma-separated); beats those of --type
    #[arg(short, long, value_name = "REGION", value_delimiter = ',', value_parser = word, help_heading = "Where")]
    pub(in crate::cli) region: Vec<String>,
    /// How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of
    /// full, reading only what has changed since the last completed scan
    #[arg(long = "type", value_name = "TYPE", default_value = "standard", help_heading = "Where")]
    pub(in crate::cli) scan_type: TypeChoice,
    /// Incremental: the age from which on details are read again though nothing changed them [default: 7d]
    #[arg(long, value_name = "AGE", value_parser = evidence_age, help_heading = "Where")]
    pub(in crate::cli) max_evidence_age: Option<SignedDuration>,
    /// Cloud to scan
    #[arg(long, value_name = "PROVIDER", help_heading = "Where")]
    pub(in crate::cli) provider: Option<ProviderChoice>,
    /// Scan a mock account: demo, partial, clean, denied, or a fixture file
    #[arg(long, value_name = "FIXTURE", num_args = 0..=1, default_missing_value = "demo", value_parser = word, help_heading = "Where")]
    pub(in crate::cli) mock: Option<String>,
    /// How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]
    #[arg(long, value_name = "FACTOR", allow_negative_numbers = true, help_heading = "Where")]
    pub(in crate::cli) mock_speed: Option<f64>,
    /// Saved connection of `scan accounts` to scan with (repeatable, comma-separated)
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = word, help_heading = "Where")]
    pub(in crate::cli) account: Vec<String>,
    /// Scan with every saved connection
    #[arg(long, help_heading = "Where")]
    pub(in crate::cli) all_accounts: bool,
    /// How to come to the account.
    #[command(flatten)]
    pub(in crate::cli) sign_in: SignInArguments,
    /// Scans of several accounts.
    #[command(flatten)]
    pub(in crate::cli) several: ScopeArguments,
    /// Name for the scan, shown in its reports
    #[arg(long, value_name = "TEXT", value_parser = word, help_heading = "How")]
    pub(in crate::cli) name: Option<String>,
    /// Jobs at work at the same time
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..), help_heading = "How")]
    pub(in crate::cli) concurrency: u16,
    /// How much of AWS's rate limits to use, such as 30%, where other programs call the same account [default: 100%]
    #[arg(long, value_name = "PERCENT", value_parser = api_share, allow_negative_numbers = true, help_heading = "How")]
    pub(in crate::cli) api_share: Option<Share>,
    /// Find out first whether a permission is missing, and refuse to start then (exit code 5), unless --allow-partial is given
    #[arg(long, help_heading = "How")]
    pub(in crate::cli) preflight: bool,
    /// Seconds that one job may take
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..), help_heading = "How")]
    pub(in crate::cli) job_deadline: u32,
    /// Where another scan of the account is running, wait until it has ended
    #[arg(long, help_heading = "How")]
    pub(in crate::cli) wait: bool,
    /// Do nothing where a complete scan of the same checks and regions is younger: 30m, 20h, 7d, 2w
    #[arg(long, value_name = "AGE", value_parser = age, help_heading = "How")]
    pub(in crate::cli) if_older_than: Option<SignedDuration>,
    /// Store nothing, and care neither for stored scans nor for one that is running
    #[arg(long, conflicts_with_all = ["wait", "if_older_than", "state_dir"], help_heading = "How")]
    pub(in crate::cli) no_store: bool,
    /// Scan a part only, such as 2/5, the second of five: each on a machine of its own, `scan merge` puts them together
    #[arg(long, value_name = "I/N", conflicts_with_all = ["shards", "wait", "if_older_than", "no_store"], help_heading = "How")]
    pub(in crate::cli) shard: Option<Shard>,
    /// The same with the number of parts alone: JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX says which one this is, from 0 on
    #[arg(long, value_name = "N", conflicts_with_all = ["wait", "if_older_than", "no_store"], value_parser = clap::value_parser!(u16).range(1..=i64::from(crate::model::shard::MOST)), help_heading = "How")]
    pub(in crate::cli) shards: Option<u16>,
    /// Where the parts leave their results: a folder that all machines share, or s3://BUCKET/PREFIX
    #[arg(long, value_name = "URL", help_heading = "How")]
    pub(in crate::cli) results_url: Option<ResultsUrl>,
    /// Values of checks' parameters that stand in configuration files; a later one beats an earlier one.
    #[arg(skip)]
    pub(in crate::cli) standing_parameters: Vec<ParameterSetting>,
}

/// An option that is given, perhaps with one value only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Wish {
    /// The option's id.
    pub(in crate::cli) option: &'static str,
    /// The value; `None` for any.
    pub(in crate::cli) value: Option<&'static str>,
}

const fn any(option: &'static str) -> Wish {
    Wish { option, value: None }
}

const fn with(option: &'static str, value: &'static str) -> Wish {
    Wish { option, value: Some(value) }
}

/// Wishes that contradict each other, besides those that clap is told of: where they are settled, the message can say why.
pub(in crate::cli) const CONTRADICTIONS: &[(Wish, Wish)] = &[
    (any("mock"), with("provider", "aws")),
    (any("mock"), any("aws_profile")),
    (any("mock"), any("role_arn")),
    (any("mock"), any("mfa_serial")),
    (any("mock"), any("endpoint_url")),
    (any("mock"), any("api_share")),
    (with("provider", "mock"), any("aws_profile")),
    (with("provider", "mock"), any("role_arn")),
    (with("provider", "mock"), any("mfa_serial")),
    (with("provider", "mock"), any("endpoint_url")),
    (with("provider", "mock"), any("api_share")),
    (any("account"), any("all_accounts")),
    (any("account"), any("mock")),
    (any("account"), any("provider")),
    (any("account"), any("aws_profile")),
    (any("account"), any("role_arn")),
    (any("account"), any("mfa_serial")),
    (any("account"), any("endpoint_url")),
    (any("all_accounts"), any("mock")),
    (any("all_accounts"), any("provider")),
    (any("all_accounts"), any("aws_profile")),
    (any("all_accounts"), any("role_arn")),
    (any("all_accounts"), any("mfa_serial")),
    (any("all_accounts"), any("endpoint_url")),
    (any("account"), with("scope", "org")),
    (any("all_accounts"), with("scope", "org")),
    (any("mock"), with("scope", "org")),
    (with("provider", "mock"), with("scope", "org")),
    (any("account"), with("scope", "ou")),
    (any("all_accounts"), with("scope", "ou")),
    (any("mock"), with("scope", "ou")),
    (with("provider", "mock"), with("scope", "ou")),
    (any("account"), with("scope", "custom")),
    (any("all_accounts"), with("scope", "custom")),
    (any("mock"), with("scope", "custom")),
    (with("provider", "mock"), with("scope", "custom")),
    (any("target"), with("scope", "org")),
    (any("targets_file"), with("scope", "org")),
    (any("no_store"), with("scan_type", "incremental")),
    (any("shard"), with("scan_type", "incremental")),
    (any("shards"), with("scan_type", "incremental")),
    (any("shard"), any("fail_on")),
    (any("shards"), any("fail_on")),
    (any("shard"), any("baseline")),
    (any("shards"), any("baseline")),
    (any("shard"), any("all_accounts")),
    (any("shards"), any("all_accounts")),
];

/// Options that do nothing without another one: any of those named beside it.
pub(in crate::cli) const NEEDS: &[(&str, Wish)] = &[
    ("max_evidence_age", with("scan_type", "incremental")),
    ("mock_speed", any("mock")),
    ("mock_speed", with("provider", "mock")),
    ("mock_speed", any("account")),
    ("mock_speed", any("all_accounts")),
    ("results_url", any("shard")),
    ("results_url", any("shards")),
    ("external_id", any("role_arn")),
    ("external_id", any("org_role")),
    ("session_name", any("role_arn")),
    ("session_name", any("org_role")),
    ("session_duration", any("role_arn")),
    ("session_duration", any("org_role")),
    ("target", with("scope", "ou")),
    ("target", with("scope", "custom")),
    ("targets_file", with("scope", "ou")),
    ("targets_file", with("scope", "custom")),
    ("account_concurrency", any("account")),
    ("account_concurrency", any("all_accounts")),
    ("account_concurrency", with("scope", "org")),
    ("account_concurrency", with("scope", "ou")),
    ("account_concurrency", with("scope", "custom")),
    ("org_role", with("scope", "org")),
    ("org_role", with("scope", "ou")),
    ("org_role", with("scope", "custom")),
];

/// How far a scan reaches: the primary region only, or the major commercial regions that the account has enabled, all of it or what has
/// changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TypeChoice {
    Quick,
    Standard,
    Full,
    Incremental,
}

/// A cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ProviderChoice {
    Aws,
    Mock,
}

/// How far back evidence may be used: CloudTrail's event history, which tells what has changed since, keeps 90 days.
const OLDEST_EVIDENCE: SignedDuration = SignedDuration::from_hours(89 * 24);

/// The age that evidence may have.
fn evidence_age(typed: &str) -> Result<SignedDuration, String> {
    let age = age(typed)?;
    let within = || "at most 89d: what changed earlier than 90 days ago is not known".to_owned();
    (age <= OLDEST_EVIDENCE).then_some(age).ok_or_else(within)
}

/// A share of AWS's limits as typed: `30%`, or `30`.
fn api_share(typed: &str) -> Result<Share, String> {
    let percent = typed.trim().trim_end_matches('%').trim_end().parse().ok();
    percent.and_then(Share::percent).ok_or_else(|| "it must be a whole percentage from 1% to 100%".to_owned())
}
