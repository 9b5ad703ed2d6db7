//! The findings that an earlier scan had, by which a later one tells what is new.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The findings of an earlier scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFindings {
    /// The earlier scan's id.
    pub scan_id: String,
    /// When it started.
    pub started_at: Timestamp,
    /// The uids of its findings: [`super::check_result::finding_uid`].
    pub findings: BTreeSet<String>,
    /// Those of its findings that the user had accepted.
    #[serde(default)]
    pub accepted: BTreeSet<String>,
}

/// Whether an earlier scan had a finding already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Novelty {
    /// It had not.
    New,
    /// It had.
    Known,
}

impl Novelty {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Known => "known",
        }
    }
}
