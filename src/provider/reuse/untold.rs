//! Why a cloud does not tell what has changed.

use std::time::Duration;

use crate::model::{Gap, GapKind};

/// Why nothing tells what changed in a region, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The call that should have told.
    pub gap: Gap,
    /// What the user can do.
    pub advice: String,
}

impl Untold {
    /// The log has more entries than reading everything anew has calls; `action` reads it.
    #[must_use]
    pub fn too_long(action: &str, region: &str, detail: String) -> Self {
        let gap = Gap { kind: GapKind::NotCollected, action: action.to_owned(), region: region.to_owned(), detail };
        Self { gap, advice: "incremental scans in shorter intervals have less to look through".to_owned() }
    }

    /// The log did not come to its end in time.
    #[must_use]
    pub fn too_slow(provider: &str, region: &str, patience: Duration) -> Self {
        let action = format!("{provider}:changes");
        let detail = format!("the log of changes did not come to its end within {} s", patience.as_secs());
        let gap = Gap { kind: GapKind::NotCollected, action, region: region.to_owned(), detail };
        Self {
            gap,
            advice: "incremental scans in shorter intervals, or with a larger --api-share, have less to wait for".to_owned(),
        }
    }

    /// The provider keeps no log of changes.
    #[must_use]
    pub fn no_log(provider: &str, region: &str) -> Self {
        let (action, detail) = (format!("{provider}:changes"), "there is no log of changes".to_owned());
        let gap = Gap { kind: GapKind::NotCollected, action, region: region.to_owned(), detail };
        Self { gap, advice: "nothing is to be done; --type full reads the same".to_owned() }
    }
}

impl From<Gap> for Untold {
    fn from(gap: Gap) -> Self {
        let advice = gap.advice();
        Self { gap, advice }
    }
}
