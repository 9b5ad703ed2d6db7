//! Version 1 of the JSON report, field by field.
//!
//! Fields may be added; none may be removed, renamed or change its meaning without a new version. Texts are as the cloud gave them:
//! JSON escapes what needs it, and a program must be able to compare them.

mod frameworks;
mod inventory;
mod scan;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::{self, LedgerEntry, Novelty, ScanReport, Warning};
use crate::report::format::Extent;

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
    pub results: ResultsOf<'a>,
}

impl<'a> Report<'a> {
    /// The report of a scan, or what of it a person has to look at.
    #[must_use]
    pub fn of(report: &'a ScanReport, extent: Extent) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::of(&report.header),
            scan: report.into(),
            summary: (&report.summary).into(),
            frameworks: FrameworkStanding::all(report),
            jobs: Each::of(&report.jobs),
            warnings: Each::of(&report.warnings),
            ledger: Each::of(&report.ledger),
            assets: Each::of(if extent == Extent::Whole { &report.assets } else { &[] }),
            results: ResultsOf { report, extent },
        }
    }
}

/// The results, each shaped while it is written.
pub struct ResultsOf<'a> {
    report: &'a ScanReport,
    extent: Extent,
}

impl Serialize for ResultsOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { report, extent } = self;
        let shape = |result| CheckResult {
            baseline: report.novelty(result).map(Novelty::as_str),
            ..CheckResult::of(result, &report.header.account_id)
        };
        serializer.collect_seq(report.results.iter().filter(|result| extent.holds(result)).map(shape))
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
