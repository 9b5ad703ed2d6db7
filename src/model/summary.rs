//! Counts over a whole scan.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::severity::Severity;

/// API calls made, each attempt counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallCounts {
    /// All attempts.
    pub total: u64,
    /// Attempts that the cloud refused for rate.
    pub throttled: u64,
    /// Attempts that repeated an earlier one.
    pub retried: u64,
    /// Attempts by service: `ec2`, `s3`.
    pub by_service: BTreeMap<String, u64>,
}

impl CallCounts {
    /// Both together.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        self.total += other.total;
        self.throttled += other.throttled;
        self.retried += other.retried;
        for (service, count) in &other.by_service {
            *self.by_service.entry(service.clone()).or_default() += count;
        }
        self
    }
}

/// Results by outcome.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultCounts {
    /// Assets that passed a check.
    pub pass: u64,
    /// Findings.
    pub fail: u64,
    /// Results whose evidence could not be read.
    pub unknown: u64,
    /// Assets that a check does not concern.
    pub not_applicable: u64,
    /// Findings that the user has accepted.
    pub muted: u64,
}

/// Findings by severity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCounts {
    /// All findings.
    pub total: u64,
    /// Critical ones.
    pub critical: u64,
    /// High ones.
    pub high: u64,
    /// Medium ones.
    pub medium: u64,
    /// Low ones.
    pub low: u64,
    /// Informational ones.
    pub informational: u64,
}

impl FindingCounts {
    /// Counts one finding.
    pub const fn count(&mut self, severity: Severity) {
        self.total += 1;
        match severity {
            Severity::Critical => self.critical += 1,
            Severity::High => self.high += 1,
            Severity::Medium => self.medium += 1,
            Severity::Low => self.low += 1,
            Severity::Informational => self.informational += 1,
        }
    }

    /// Findings of one severity.
    #[must_use]
    pub const fn of(&self, severity: Severity) -> u64 {
        match severity {
            Severity::Critical => self.critical,
            Severity::High => self.high,
            Severity::Medium => self.medium,
            Severity::Low => self.low,
            Severity::Informational => self.informational,
        }
    }

    /// Findings of `severity` or worse.
    #[must_use]
    pub fn at_or_above(&self, severity: Severity) -> u64 {
        Severity::ALL.into_iter().filter(|other| *other <= severity).map(|other| self.of(other)).sum()
    }
}

/// Checks by how far they came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckCounts {
    /// Checks that were selected.
    pub selected: u64,
    /// Checks that came to pass, fail or not applicable wherever they looked.
    pub evaluated: u64,
    /// Checks that came to unknown somewhere.
    pub unknown: u64,
}

/// Facets of assets by where their evidence comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceCounts {
    /// Facets that this scan asked the cloud for.
    pub read: u64,
    /// Facets that did not change since an earlier scan read them.
    pub reused: u64,
    /// When the oldest of the reused ones was read.
    pub since: Option<Timestamp>,
}

impl EvidenceCounts {
    /// Counts one facet of one asset; `read_at` is when an earlier scan read it, where this one did not.
    pub fn count(&mut self, read_at: Option<Timestamp>) {
        match read_at {
            None => self.read += 1,
            Some(read_at) => {
                self.reused += 1;
                self.since = Some(self.since.map_or(read_at, |oldest| oldest.min(read_at)));
            }
        }
    }
}

/// The summary of a scan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Assets found.
    pub assets: u64,
    /// Assets by resource type.
    pub assets_by_type: BTreeMap<String, u64>,
    /// Results by outcome.
    pub results: ResultCounts,
    /// Findings by severity.
    pub findings: FindingCounts,
    /// Checks by how far they came.
    pub checks: CheckCounts,
    /// Where the evidence comes from.
    pub evidence: EvidenceCounts,
    /// API calls.
    pub api_calls: CallCounts,
}
