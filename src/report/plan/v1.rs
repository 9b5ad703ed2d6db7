//! Version 1 of the JSON plan, field by field.
//!
//! Fields may be added; none may be removed, renamed or change its meaning without a new version.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::charge::{Charge, PRICES_AS_OF};
use crate::model::forecast::{ActionForecast, Forecast};
use crate::model::plan::{PlanStanding, ScanPlan, SkippedRegion};
use crate::model::{CheckMetadata, Job};
use crate::report::json::v1::{Time, Tool, WarningNote};

/// The version that every plan names.
pub const SCHEMA_VERSION: &str = "1";

/// What a scan would do.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
pub struct PlanDocument<'a> {
    /// `1`. It changes when a field is removed, renamed or changes its meaning.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: &'static str,
    /// What made the plan.
    pub tool: Tool<'static>,
    /// The scan.
    pub scan: PlannedScan<'a>,
    /// The regions of the account that it leaves out, by name.
    pub skipped_regions: Vec<SkippedRegionNote<'a>>,
    /// Its jobs, in order.
    pub jobs: Vec<PlannedJob<'a>>,
    /// Its checks, by id.
    pub checks: Vec<PlannedCheck<'a>>,
    /// What it is going to take.
    pub forecast: ForecastNote<'a>,
    /// What of its calls is billed.
    pub cost: Cost<'a>,
    /// What the user must know of it.
    pub notes: Vec<WarningNote<'a>>,
}

/// The scan.
#[derive(Serialize, JsonSchema)]
pub struct PlannedScan<'a> {
    /// Its id; null where the plan is not stored.
    pub id: Option<&'a str>,
    /// `not_started` where the plan is stored; null where it is not.
    pub status: Option<&'static str>,
    /// The user's name for it.
    pub name: Option<&'a str>,
    /// `aws` or `mock`.
    pub provider: &'a str,
    /// The account's id.
    pub account_id: &'a str,
    /// The account's partition: `aws`, `aws-us-gov`, `aws-cn`.
    pub partition: &'a str,
    /// The caller's own ARN.
    pub caller: &'a str,
    /// The names of its profiles and frameworks; empty where checks were named one by one.
    pub profile: &'a str,
    /// How far it reaches: `quick`, `standard`, `full`, `incremental` or `custom`.
    #[serde(rename = "type")]
    pub scan_type: &'static str,
    /// The regions, the primary one first.
    pub regions: &'a [String],
    /// When the plan was made.
    pub planned_at: Time,
}

/// A region that the scan leaves out.
#[derive(Serialize, JsonSchema)]
pub struct SkippedRegionNote<'a> {
    /// Its name.
    pub region: &'a str,
    /// `not_enabled` for the account, `not_covered` by the scan, or `unknown`: not covered, and nobody could ask whether it is enabled.
    pub reason: &'static str,
}

/// A job.
#[derive(Serialize, JsonSchema)]
pub struct PlannedJob<'a> {
    /// Its id: `discovery:eu-west-1`, `clusters`.
    pub id: &'a str,
    /// What it does: `discovery`, `compliance`, `clusters` or `registries`.
    pub kind: &'static str,
    /// Its region; null for the jobs that sweep every region.
    pub region: Option<&'a str>,
    /// The resource types that it looks at, counted for each region.
    pub resource_types: u64,
}

/// A check.
#[derive(Serialize, JsonSchema)]
pub struct PlannedCheck<'a> {
    /// Its id.
    pub id: &'a str,
    /// The good condition.
    pub title: &'a str,
    /// How bad a finding is.
    pub severity: &'static str,
    /// The resource type that it looks at.
    pub resource_type: &'a str,
}

/// What the scan is going to take.
#[derive(Serialize, JsonSchema)]
pub struct ForecastNote<'a> {
    /// Where the numbers come from: `same_scan` with the same checks and regions, the `inventory` that a scan found, or `assumptions`.
    pub basis: &'static str,
    /// The scan behind them; null for assumptions.
    pub scan_id: Option<&'a str>,
    /// When that scan started; null for assumptions.
    pub scan_started_at: Option<Time>,
    /// About how many calls.
    pub calls: u64,
    /// About how long, in milliseconds; null where nobody can tell.
    pub duration_ms: Option<u64>,
    /// Where that comes from: `measured` in a scan with the same checks and regions at the same pace, or `reckoned` from the calls and the
    /// rates that a scan keeps to.
    pub duration_basis: &'static str,
    /// Every API action that it may call, by name.
    pub actions: Vec<ActionNote>,
    /// Calls among them that the same scan made of services which no action here is of.
    pub other_calls: u64,
}

/// An API action.
#[derive(Serialize, JsonSchema)]
pub struct ActionNote {
    /// In IAM's spelling.
    pub action: &'static str,
    /// About how many calls.
    pub calls: u64,
}

/// What of the calls is billed.
#[derive(Serialize, JsonSchema)]
pub struct Cost<'a> {
    /// The month of the list prices.
    pub prices_as_of: &'static str,
    /// About what all of it comes to at the list prices of us-east-1, in US dollars; null in the partition aws-cn, which has prices of its own.
    pub usd_at_us_east_1: Option<f64>,
    /// What is billed; nothing of a mock account is.
    pub charges: Vec<ChargeNote<'a>>,
}

/// Calls that are billed alike.
#[derive(Serialize, JsonSchema)]
pub struct ChargeNote<'a> {
    /// What is billed, in words.
    pub name: &'static str,
    /// The actions, by name.
    pub actions: &'a [&'static str],
    /// About how many calls.
    pub calls: u64,
    /// The list price of 1,000 calls in us-east-1, in US dollars.
    pub usd_per_1000_calls: f64,
    /// The calls that an account may make for nothing in a month.
    pub free_calls_per_month: u64,
    /// About what it comes to at the list prices of us-east-1, as though nothing were free, in US dollars; null in the partition aws-cn.
    pub usd_at_us_east_1: Option<f64>,
    /// The page of the price.
    pub page: &'static str,
}

impl<'a> From<&'a ScanPlan> for PlanDocument<'a> {
    fn from(plan: &'a ScanPlan) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::THIS,
            scan: plan.into(),
            skipped_regions: plan.skipped.iter().map(SkippedRegionNote::from).collect(),
            jobs: plan.jobs.iter().map(PlannedJob::from).collect(),
            checks: plan.checks.iter().map(|check| PlannedCheck::from(check.as_ref())).collect(),
            forecast: (&plan.forecast).into(),
            cost: Cost {
                prices_as_of: PRICES_AS_OF,
                usd_at_us_east_1: plan.nano_dollars().map(dollars),
                charges: plan.charges.iter().map(|charge| ChargeNote::of(charge, plan)).collect(),
            },
            notes: plan.notes.iter().map(WarningNote::from).collect(),
        }
    }
}

impl<'a> From<&'a ScanPlan> for PlannedScan<'a> {
    fn from(plan: &'a ScanPlan) -> Self {
        let header = &plan.header;
        let is_saved = plan.standing == PlanStanding::Saved;
        Self {
            id: is_saved.then_some(header.id.as_str()),
            status: is_saved.then_some(crate::model::ScanStatus::NotStarted.as_str()),
            name: header.name.as_deref(),
            provider: &header.provider,
            account_id: &header.account_id,
            partition: &header.partition,
            caller: &plan.caller,
            profile: &header.profile,
            scan_type: header.scan_type.as_str(),
            regions: &header.regions,
            planned_at: Time(header.started_at),
        }
    }
}

impl<'a> From<&'a SkippedRegion> for SkippedRegionNote<'a> {
    fn from(skipped: &'a SkippedRegion) -> Self {
        Self { region: &skipped.name, reason: skipped.reason.as_str() }
    }
}

impl<'a> From<&'a Job> for PlannedJob<'a> {
    fn from(job: &'a Job) -> Self {
        Self { id: &job.id, kind: job.kind.as_str(), region: job.region.as_deref(), resource_types: job.assignments }
    }
}

impl<'a> From<&'a CheckMetadata> for PlannedCheck<'a> {
    fn from(check: &'a CheckMetadata) -> Self {
        let CheckMetadata { id, title, severity, resource, .. } = check;
        Self { id, title, severity: severity.as_str(), resource_type: resource }
    }
}

impl<'a> From<&'a Forecast> for ForecastNote<'a> {
    fn from(forecast: &'a Forecast) -> Self {
        let scan = forecast.basis.scan();
        let note = |one: &ActionForecast| ActionNote { action: one.action, calls: one.calls };
        Self {
            basis: forecast.basis.as_str(),
            scan_id: scan.map(|(id, _)| id.as_str()),
            scan_started_at: scan.map(|(_, started_at)| Time(started_at)),
            calls: forecast.calls(),
            duration_ms: forecast.duration_ms,
            duration_basis: forecast.timing.as_str(),
            actions: forecast.actions.iter().map(note).collect(),
            other_calls: forecast.other_calls,
        }
    }
}

impl<'a> ChargeNote<'a> {
    fn of(charge: &'a Charge, plan: &ScanPlan) -> Self {
        let tariff = charge.tariff;
        Self {
            name: tariff.name,
            actions: &charge.actions,
            calls: charge.calls,
            usd_per_1000_calls: dollars(tariff.nano_dollars * 1_000),
            free_calls_per_month: tariff.free_calls,
            usd_at_us_east_1: plan.nano_dollars().map(|_| dollars(charge.nano_dollars())),
            page: tariff.page,
        }
    }
}

/// US dollars of so many billionths of one.
#[expect(clippy::cast_precision_loss, reason = "52 bits of billionths are millions of dollars")]
fn dollars(nano: u64) -> f64 {
    nano as f64 / 1e9
}
