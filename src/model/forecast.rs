//! What a scan is going to take, before it runs: calls and time, and where the numbers come from.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::job::JobKind;
use super::summary::CallCounts;

/// An earlier scan of the same account that a forecast builds on.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierScan {
    /// Its id.
    pub id: String,
    /// When it started.
    pub started_at: Timestamp,
    /// How much of it goes for the next one.
    pub likeness: Likeness,
    /// Its regions.
    pub regions: Vec<String>,
    /// The calls that it made.
    pub calls: CallCounts,
    /// How long it took, in milliseconds, from its start to its end; `None` where the next one may take longer or shorter: it was resumed, waited
    /// for another scan, or went at another pace.
    pub duration_ms: Option<u64>,
    /// How many assets it found, by type and region.
    pub assets: BTreeMap<(String, String), u64>,
    /// The API actions that failed, each with the region that was asked: what they list is not known.
    pub missed: BTreeSet<(String, String)>,
    /// The jobs that came to no end, with their regions: what they list is not known either.
    pub unfinished: Vec<(JobKind, Option<String>)>,
}

/// How much of an earlier scan goes for the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// All: it had the same checks and regions.
    Same,
    /// What it found in its regions: it had other checks or regions.
    Inventory,
}

/// What the numbers of a forecast come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// A scan with the same checks and regions: its calls and its time.
    SameScan {
        /// Its id.
        id: String,
        /// When it started.
        started_at: Timestamp,
    },
    /// What a scan with other checks or regions found; where it did not look, assumptions.
    Inventory {
        /// Its id.
        id: String,
        /// When it started.
        started_at: Timestamp,
    },
    /// Nothing is known of the account: so many resources of each type as a small team has.
    Assumptions,
}

impl Basis {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::SameScan { .. } => "same_scan",
            Self::Inventory { .. } => "inventory",
            Self::Assumptions => "assumptions",
        }
    }

    /// The scan behind the numbers, where there is one.
    #[must_use]
    pub const fn scan(&self) -> Option<(&String, Timestamp)> {
        match self {
            Self::SameScan { id, started_at } | Self::Inventory { id, started_at } => Some((id, *started_at)),
            Self::Assumptions => None,
        }
    }
}

/// About how many calls of an action a scan makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionForecast {
    /// In IAM's spelling.
    pub action: &'static str,
    /// The calls; 0 for one that is needed only where another answer leaves something out, or where there is nothing to ask about.
    pub calls: u64,
}

impl ActionForecast {
    /// The service part of the action.
    #[must_use]
    pub fn service(&self) -> &'static str {
        self.action.split(':').next().unwrap_or(self.action)
    }
}

/// What a scan is going to take.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Where the numbers come from.
    pub basis: Basis,
    /// Every action that the scan may call, by name.
    pub actions: Vec<ActionForecast>,
    /// Calls of the same scan to services that no action of this one is of.
    pub other_calls: u64,
    /// How long it takes, in milliseconds; `None` where nothing tells.
    pub duration_ms: Option<u64>,
    /// What the duration comes from.
    pub timing: Timing,
    /// The job that takes longest by the provider's rates, and its milliseconds; `None` where nothing tells.
    pub longest_job: Option<(String, u64)>,
}

/// What a forecast's duration comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// A scan with the same checks and regions, at the same pace.
    Measured,
    /// The calls, at the rates that the provider keeps to.
    Reckoned,
}

impl Timing {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Reckoned => "reckoned",
        }
    }
}

impl Forecast {
    /// All calls.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.actions.iter().map(|action| action.calls).sum::<u64>() + self.other_calls
    }
}
