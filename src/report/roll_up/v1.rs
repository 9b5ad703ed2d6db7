//! Version 1 of the JSON roll-up, field by field.
//!
//! Fields may be added; none may be removed, renamed or change its meaning without a new version.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::RollUp;
use crate::model::roll_up::{ScannedAccount, SkippedAccount};
use crate::report::json::v1::{Findings, Report, Results, Time, Tool};

/// The version that every roll-up names.
pub const SCHEMA_VERSION: &str = "1";

/// Several accounts that were scanned together.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollUp")]
pub struct RollUpDocument<'a> {
    /// `1`. It changes when a field is removed, renamed or changes its meaning.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: &'static str,
    /// What wrote it.
    pub tool: Tool<'static>,
    /// What was asked for: `accounts` for saved connections, `custom`, `ou` or `org`.
    pub scope: &'static str,
    /// The user's name for it.
    pub name: Option<&'a str>,
    /// How the scans ended together: `completed`, `partial`, `failed`, `cancelled` or `submission_error`.
    pub status: &'static str,
    /// Why, in one sentence.
    pub status_reason: &'a str,
    /// When it started.
    pub started_at: Time,
    /// When it ended.
    pub ended_at: Time,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// The counts over all accounts.
    pub summary: RollUpSummary,
    /// The accounts that were not to be scanned, by number.
    pub skipped: Vec<SkippedNote<'a>>,
    /// The accounts, the worst first.
    pub accounts: Vec<AccountNote<'a>>,
}

/// The counts over all accounts.
#[derive(Serialize, JsonSchema)]
pub struct RollUpSummary {
    /// Accounts that were to be scanned.
    pub accounts: u64,
    /// Assets found.
    pub assets: u64,
    /// Results by outcome.
    pub results: Results,
    /// Findings by severity.
    pub findings: Findings,
    /// API calls, each attempt counted.
    pub api_calls: u64,
}

/// An account that was not to be scanned.
#[derive(Serialize, JsonSchema)]
pub struct SkippedNote<'a> {
    /// Its number.
    pub account_id: &'a str,
    /// What the organisation or the user calls it; may be empty.
    pub name: &'a str,
    /// Why: `suspended`, `closed`, `pending closure`, or a scan that is recent enough.
    pub reason: &'a str,
}

/// An account and what its scan came to.
#[derive(Serialize, JsonSchema)]
pub struct AccountNote<'a> {
    /// Its number; empty where nobody learned it.
    pub account_id: &'a str,
    /// What the organisation or the user calls it; may be empty.
    pub name: &'a str,
    /// How its scan ended: `completed`, `partial`, `failed`, `cancelled` or `submission_error`.
    pub status: &'static str,
    /// Why, in one sentence.
    pub status_reason: &'a str,
    /// The scan's id; null where none began.
    pub scan_id: Option<&'a str>,
    /// The regions of the scan.
    pub regions: &'a [String],
    /// Assets found.
    pub assets: u64,
    /// Results by outcome.
    pub results: Results,
    /// Findings by severity.
    pub findings: Findings,
    /// API calls, each attempt counted.
    pub api_calls: u64,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// The folder of its reports beside this file; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<&'a str>,
    /// Its whole report; absent where this file holds none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Report<'a>>,
}

impl<'a> From<&'a RollUp> for RollUpDocument<'a> {
    /// The document without its accounts: whoever writes it writes them one by one.
    fn from(roll_up: &'a RollUp) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::THIS,
            scope: roll_up.scope,
            name: roll_up.name.as_deref(),
            status: roll_up.status.as_str(),
            status_reason: &roll_up.status_reason,
            started_at: Time(roll_up.started_at),
            ended_at: Time(roll_up.ended_at),
            duration_ms: roll_up.duration_ms(),
            summary: RollUpSummary {
                accounts: roll_up.accounts.len() as u64,
                assets: roll_up.assets(),
                results: roll_up.results().into(),
                findings: (&roll_up.findings()).into(),
                api_calls: roll_up.calls().total,
            },
            skipped: roll_up.skipped.iter().map(SkippedNote::from).collect(),
            accounts: Vec::new(),
        }
    }
}

impl<'a> From<&'a SkippedAccount> for SkippedNote<'a> {
    fn from(skipped: &'a SkippedAccount) -> Self {
        let SkippedAccount { account_id, name, reason } = skipped;
        Self { account_id, name, reason }
    }
}

impl<'a> From<&'a ScannedAccount> for AccountNote<'a> {
    fn from(account: &'a ScannedAccount) -> Self {
        let header = account.header.as_ref();
        Self {
            account_id: &account.account_id,
            name: &account.name,
            status: account.status.as_str(),
            status_reason: &account.status_reason,
            scan_id: header.map(|header| header.id.as_str()),
            regions: header.map(|header| header.regions.as_slice()).unwrap_or_default(),
            assets: account.assets,
            results: account.results.clone().into(),
            findings: (&account.findings).into(),
            api_calls: account.calls.total,
            duration_ms: account.duration_ms,
            folder: account.folder.as_deref(),
            report: None,
        }
    }
}
