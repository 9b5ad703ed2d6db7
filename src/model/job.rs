//! One unit of the plan, and what came of it.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::asset::Asset;
use super::check_result::CheckResult;
use super::gap::Gap;
use super::outcome::Outcome;
use super::property::Property;

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// Lists a region's resources.
    Discovery,
    /// Evaluates the selected checks on a region's resources.
    Compliance,
    /// Lists and evaluates the Kubernetes clusters of every region of the scan.
    Clusters,
    /// Lists and evaluates the container registries of every region of the scan.
    Registries,
}

impl JobKind {
    /// The word used in ids and reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Discovery => "discovery",
            Self::Compliance => "compliance",
            Self::Clusters => "clusters",
            Self::Registries => "registries",
        }
    }
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobStatus {
    /// Planned, waiting for a place in the pool.
    Queued,
    /// Under way.
    Running,
    /// Finished, nothing missing.
    Succeeded,
    /// Finished, with gaps.
    Partial,
    /// Could do nothing, or an error ended it.
    Failed,
    /// Stopped by the user before its end.
    Cancelled,
}

impl JobStatus {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Partial => "partial",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether the job will not change any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::Queued | Self::Running)
    }
}

impl std::fmt::Display for JobStatus {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// One unit of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// `discovery:eu-west-1`, `clusters`.
    pub id: String,
    /// What it does.
    pub kind: JobKind,
    /// Its region; `None` for the jobs that sweep every region.
    pub region: Option<String>,
    /// Resource types that it looks at, counted for each region; 0 where it has nothing to do.
    pub assignments: u64,
    /// Where it stands.
    pub status: JobStatus,
    /// When it left the queue.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Assets that it listed.
    pub assets: u64,
    /// Findings that it made.
    pub findings: u64,
    /// What ended it, where something did.
    pub error: Option<String>,
}

impl Job {
    /// A job that waits; `region` is `None` for the jobs that sweep every region.
    #[must_use]
    pub fn queued(kind: JobKind, region: Option<&str>) -> Self {
        Self {
            id: region.map_or_else(|| kind.as_str().to_owned(), |region| format!("{}:{region}", kind.as_str())),
            kind,
            region: region.map(str::to_owned),
            assignments: 0,
            status: JobStatus::Queued,
            started_at: None,
            ended_at: None,
            assets: 0,
            findings: 0,
            error: None,
        }
    }

    /// The same as it was before it ran.
    #[must_use]
    pub fn waiting(&self) -> Self {
        Self { assignments: self.assignments, ..Self::queued(self.kind, self.region.as_deref()) }
    }

    /// How long it ran, in milliseconds; `None` before its end.
    #[must_use]
    pub fn duration_ms(&self) -> Option<i64> {
        Some(self.ended_at?.duration_since(self.started_at?).as_millis().try_into().unwrap_or(i64::MAX))
    }
}

/// How often one check came to each outcome in one region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// The check.
    pub check_id: String,
    /// The region.
    pub region: String,
    /// Assets that passed.
    pub pass: u64,
    /// Findings.
    pub fail: u64,
    /// Assets whose evidence could not be read; 1 where they could not even be listed.
    pub unknown: u64,
    /// Assets that the check does not concern. All four are 0 where the region has no such asset.
    pub not_applicable: u64,
    /// Findings that the user has accepted.
    pub muted: u64,
}

impl LedgerEntry {
    /// An entry that counts nothing yet.
    #[must_use]
    pub fn empty(check_id: &str, region: &str) -> Self {
        Self { check_id: check_id.to_owned(), region: region.to_owned(), pass: 0, fail: 0, unknown: 0, not_applicable: 0, muted: 0 }
    }

    /// Counts one result.
    pub const fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Pass => self.pass += 1,
            Outcome::Fail => self.fail += 1,
            Outcome::Unknown => self.unknown += 1,
            Outcome::NotApplicable => self.not_applicable += 1,
            Outcome::Muted => self.muted += 1,
        }
    }
}

/// A facet of one asset, as a compliance job read it or found it read by an earlier scan.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetRecord {
    /// The asset's resource type.
    pub resource_type: &'static str,
    /// The asset's region.
    pub region: String,
    /// The asset's ARN.
    pub asset_arn: String,
    /// The asset's id.
    pub asset_id: String,
    /// The facet's name.
    pub facet: &'static str,
    /// What was read.
    pub value: Property,
    /// When an earlier scan read it; `None` where this one did.
    pub read_at: Option<Timestamp>,
}

/// A gap together with the checks that it leaves unknown.
#[derive(Debug, Clone, PartialEq)]
pub struct GapRecord {
    /// The gap.
    pub gap: Arc<Gap>,
    /// The ids of the checks concerned; empty where only the inventory suffers.
    pub checks: Vec<String>,
    /// How many pieces of evidence it hides: a listing counts once, a facet once for each asset.
    pub count: u64,
}

/// Everything that a finished job leaves behind: a scan report is a fold over these.
#[derive(Debug, Clone, PartialEq)]
pub struct JobOutcome {
    /// The job, with its final status.
    pub job: Job,
    /// The assets that it listed.
    pub assets: Vec<Asset>,
    /// The facets that it read.
    pub facets: Vec<FacetRecord>,
    /// Its results.
    pub results: Vec<CheckResult>,
    /// Its part of the ledger.
    pub ledger: Vec<LedgerEntry>,
    /// What it could not read.
    pub gaps: Vec<GapRecord>,
    /// Other things the user must know.
    pub warnings: Vec<super::warning::Warning>,
}

impl JobOutcome {
    /// The outcome of a job that found nothing.
    #[must_use]
    pub const fn empty(job: Job) -> Self {
        Self {
            job,
            assets: Vec::new(),
            facets: Vec::new(),
            results: Vec::new(),
            ledger: Vec::new(),
            gaps: Vec::new(),
            warnings: Vec::new(),
        }
    }
}
