//! Version 1 of the JSON report, field by field.
//!
//! Fields may be added; none may be removed, renamed or change its meaning without a new version. Texts are as the cloud gave them:
//! JSON escapes what needs it, and a program must be able to compare them.

mod frameworks;
mod inventory;
mod scan;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::{self, LedgerEntry, ScanReport, Warning};

pub use frameworks::{FrameworkStanding, RequirementStanding, Requirements};
pub use inventory::{Asset, CheckResult, Frameworks, GapReference, RemediationReference, Resource};
pub use scan::{ApiCalls, Checks, Evidence, Findings, Job, Ledger, Results, Scan, Summary, Time, Tool, WarningNote};

/// The version that every report names.
pub const SCHEMA_VERSION: &str = "1";

/// One scan over one account: what it found and what it could not read.
#[derive(Serialize, JsonSchema)]
pub struct Report<'a> {
    /// `1`. It changes when a field is removed, renamed or changes its meaning.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: &'static str,
    /// What wrote the report.
    pub tool: Tool<'a>,
    /// The scan itself.
    pub scan: Scan<'a>,
    /// The counts.
    pub summary: Summary<'a>,
    /// How far the account meets each framework that the scan names, in the order in which they were named; absent where it names none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub frameworks: Vec<FrameworkStanding<'a>>,
    /// The jobs, in the plan's order.
    #[schemars(with = "Vec<Job<'static>>")]
    pub jobs: Each<'a, model::Job, Job<'a>>,
    /// What the user must know; a gap names the API action to grant or the thing to do.
    #[schemars(with = "Vec<WarningNote<'static>>")]
    pub warnings: Each<'a, Warning, WarningNote<'a>>,
    /// How every selected check fared in every region, by check and region.
    #[schemars(with = "Vec<Ledger<'static>>")]
    pub ledger: Each<'a, LedgerEntry, Ledger<'a>>,
    /// The inventory, by type, region and id.
    #[schemars(with = "Vec<Asset<'static>>")]
    pub assets: Each<'a, model::Asset, Asset<'a>>,
    /// The results, by severity, check, region and ARN.
    #[schemars(with = "Vec<CheckResult<'static>>")]
    pub results: Each<'a, model::CheckResult, CheckResult<'a>>,
}

impl<'a> From<&'a ScanReport> for Report<'a> {
    fn from(report: &'a ScanReport) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::of(&report.header),
            scan: report.into(),
            summary: (&report.summary).into(),
            frameworks: FrameworkStanding::all(report),
            jobs: Each::of(&report.jobs),
            warnings: Each::of(&report.warnings),
            ledger: Each::of(&report.ledger),
            assets: Each::of(&report.assets),
            results: Each::of(&report.results),
        }
    }
}

/// A list whose items take the report's shape one by one, while they are written.
pub struct Each<'a, From, To> {
    items: &'a [From],
    shape: fn(&'a From) -> To,
}

impl<'a, Item, To: From<&'a Item>> Each<'a, Item, To> {
    fn of(items: &'a [Item]) -> Self {
        Self { items, shape: To::from }
    }
}

impl<From, To: Serialize> Serialize for Each<'_, From, To> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(self.shape))
    }
}
