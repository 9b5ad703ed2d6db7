//! What a check found on one asset.

use serde::{Deserialize, Serialize};

/// The outcome of one check on one asset. Evidence that could not be read makes `Unknown`, never one of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The asset is not as it should be: a finding.
    Fail,
    /// The evidence that decides could not be read.
    Unknown,
    /// The asset is as it should be.
    Pass,
    /// The check does not concern this asset.
    NotApplicable,
    /// A finding that the user has accepted.
    Muted,
}

impl Outcome {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Unknown => "unknown",
            Self::Pass => "pass",
            Self::NotApplicable => "not_applicable",
            Self::Muted => "muted",
        }
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}
