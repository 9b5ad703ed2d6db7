//! Version 1 of the JSON comparison, field by field.
//!
//! Fields may be added; none may be removed, renamed or change its meaning without a new version.

mod changes;
mod sides;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Comparison;
use crate::report::json::v1::Tool;

pub use changes::{AssetChanges, ResultChange, ResultChanges};
pub use sides::{Account, AssetCounts, OneSide, ResultCounts, Scope, Summary};

/// The version that every comparison names.
pub const SCHEMA_VERSION: &str = "1";

/// Two scans of one account: what became of their results and assets.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
pub struct ComparisonReport<'a> {
    /// `1`. It changes when a field is removed, renamed or changes its meaning.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: &'static str,
    /// What wrote the comparison.
    pub tool: Tool<'static>,
    /// The account that both scans looked at.
    pub account: Account<'a>,
    /// The earlier scan.
    pub before: OneSide<'a>,
    /// The later scan.
    pub after: OneSide<'a>,
    /// What only one of the scans was asked to look at.
    pub scope: Scope<'a>,
    /// The counts.
    pub summary: Summary,
    /// What became of the results.
    pub results: ResultChanges<'a>,
    /// What became of the inventory. Assets that both scans have are left out.
    pub assets: AssetChanges<'a>,
}

impl<'a> From<&'a Comparison> for ComparisonReport<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let Comparison { before, after, changes: _, assets: _, scope } = comparison;
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::THIS,
            account: Account { provider: &after.provider, id: &after.account_id },
            before: before.into(),
            after: after.into(),
            scope: scope.into(),
            summary: comparison.into(),
            results: comparison.into(),
            assets: comparison.into(),
        }
    }
}
