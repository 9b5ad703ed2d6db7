//! What the user must know about a scan besides its results.

use serde::{Deserialize, Serialize};

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
