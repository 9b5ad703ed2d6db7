//! One run over one account.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How far a scan reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScanType {
    /// The primary region only.
    Quick,
    /// The curated set of major commercial regions; the default.
    Standard,
    /// The same as standard.
    Full,
    /// The regions of a full scan; what did not change since the last completed scan is not read again.
    Incremental,
    /// The regions that the user named.
    Custom,
}

impl ScanType {
    /// The word used in flags and reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Standard => "standard",
            Self::Full => "full",
            Self::Incremental => "incremental",
            Self::Custom => "custom",
        }
    }
}

/// Where a scan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScanStatus {
    /// Planned, never run.
    NotStarted,
    /// Accepted, waiting.
    Queued,
    /// Under way.
    Running,
    /// Nothing ran: no usable credentials, no such region or profile, no endpoint.
    SubmissionError,
    /// Every job succeeded and nothing is missing.
    Completed,
    /// Something could be done, and something is missing.
    Partial,
    /// Every job failed.
    Failed,
    /// Stopped before the end; what had finished is kept.
    Cancelled,
}

impl ScanStatus {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Queued => "queued",
            Self::Running => "running",
            Self::SubmissionError => "submission_error",
            Self::Completed => "completed",
            Self::Partial => "partial",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl std::fmt::Display for ScanStatus {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// What is known of a scan when it starts.
#[derive(Debug, Clone, PartialEq)]
pub struct ScanHeader {
    /// Unique, sortable by start: `20260115T093000Z-4f1c`.
    pub id: String,
    /// The user's name for it.
    pub name: Option<String>,
    /// `aws` or `mock`.
    pub provider: String,
    /// The account's id.
    pub account_id: String,
    /// The account's partition.
    pub partition: String,
    /// The profile's name; empty where checks were named one by one.
    pub profile: String,
    /// How far it reaches.
    pub scan_type: ScanType,
    /// The regions, in the order of the plan; the first is the primary one.
    pub regions: Vec<String>,
    /// How many checks were selected.
    pub checks_selected: u64,
    /// When it started.
    pub started_at: Timestamp,
    /// The version of the scanner that made the plan.
    pub tool_version: String,
}

impl ScanHeader {
    /// An id that no other scan has, for one that starts then.
    #[must_use]
    pub fn new_id(started_at: Timestamp) -> String {
        format!("{}-{:06x}", started_at.strftime("%Y%m%dT%H%M%SZ"), fastrand::u32(..0x0100_0000))
    }
}
