//! What the user must know about a scan besides its results.

use serde::{Deserialize, Serialize};

use super::gap::Gap;

/// A gap, or another thing the user must know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Warning {
    /// A stable code: a gap's kind, or `region_skipped`, `buckets_elsewhere`, ….
    pub code: String,
    /// The service concerned: `s3`; empty for the scan as a whole.
    pub service: String,
    /// The region concerned; empty for the scan as a whole.
    pub region: String,
    /// The API action concerned: `s3:GetBucketAcl`; may be empty.
    pub action: String,
    /// What happened and what to do, in one or two sentences.
    pub message: String,
    /// The ids of the checks that it leaves unknown, sorted.
    pub checks: Vec<String>,
}

impl Warning {
    /// What the user must know of a gap: what failed, why, and what to do. `checks` are the ids that it leaves unknown, sorted.
    #[must_use]
    pub fn of_gap(gap: &Gap, count: u64, checks: Vec<String>) -> Self {
        let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
        Self {
            code: gap.kind.as_str().to_owned(),
            service: gap.service().to_owned(),
            region: gap.region.clone(),
            action: gap.action.clone(),
            message: format!("{}{times}; {}", gap.sentence(), gap.advice()),
            checks,
        }
    }

    /// A note about the scan as a whole, which takes nothing from its completeness.
    #[must_use]
    pub fn note(code: &str, message: String) -> Self {
        Self {
            code: code.to_owned(),
            service: String::new(),
            region: String::new(),
            action: String::new(),
            message,
            checks: Vec::new(),
        }
    }
}
