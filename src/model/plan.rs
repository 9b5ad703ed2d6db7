//! What a scan would do, told before it does anything.

use std::sync::Arc;

use super::charge::Charge;
use super::check::CheckMetadata;
use super::forecast::Forecast;
use super::job::Job;
use super::scan::ScanHeader;
use super::warning::Warning;

/// A region of the account that a scan leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedRegion {
    /// `eu-south-2`.
    pub name: String,
    /// Why.
    pub reason: Skipping,
}

/// Why a scan leaves a region out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipping {
    /// The account has not enabled it.
    NotEnabled,
    /// It is not covered, and whether the account has enabled it nobody could ask.
    Unknown,
    /// It is none of those that were asked for, or that the scan's type covers.
    NotCovered,
}

impl Skipping {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotEnabled => "not_enabled",
            Self::Unknown => "unknown",
            Self::NotCovered => "not_covered",
        }
    }
}

/// Whether a plan is only told, or kept as a scan that has not started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanStanding {
    /// Nothing is stored.
    Told,
    /// It is stored, to be run.
    Saved,
}

/// What a scan would do.
#[derive(Debug, Clone, PartialEq)]
pub struct ScanPlan {
    /// What is known of the scan.
    pub header: Arc<ScanHeader>,
    /// The caller's own ARN.
    pub caller: String,
    /// Whether it is stored.
    pub standing: PlanStanding,
    /// The regions that it leaves out, by name.
    pub skipped: Vec<SkippedRegion>,
    /// Its jobs, in order.
    pub jobs: Vec<Job>,
    /// Its checks, by id.
    pub checks: Vec<Arc<CheckMetadata>>,
    /// What it is going to take.
    pub forecast: Forecast,
    /// Which of its calls are billed.
    pub charges: Vec<Charge>,
    /// What the user must know of it.
    pub notes: Vec<Warning>,
}

impl ScanPlan {
    /// What the billed calls come to at the list prices of US East (N. Virginia), in billionths of a US dollar; `None` in China, whose prices
    /// are in another currency.
    #[must_use]
    pub fn nano_dollars(&self) -> Option<u64> {
        (self.header.partition != "aws-cn").then(|| self.charges.iter().map(Charge::nano_dollars).sum())
    }
}
