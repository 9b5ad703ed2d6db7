//! One region in the view model: its two jobs in one line.

use super::job::{JobView, Share};
use crate::model::{JobKind, JobStatus};

/// A region: its two jobs in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionView {
    /// The region's name.
    pub name: String,
    /// Where its two jobs stand together.
    pub status: JobStatus,
    /// Its discovery.
    pub discovery: Share,
    /// Its compliance.
    pub compliance: Share,
    /// Assets listed so far.
    pub assets: u64,
    /// Findings made so far.
    pub findings: u64,
}

impl RegionView {
    pub(super) fn of(name: &str, job: &JobView) -> Self {
        let none = Share { status: JobStatus::Queued, fraction: 0.0 };
        let mut region =
            Self { name: name.to_owned(), status: job.status, discovery: none, compliance: none, assets: 0, findings: 0 };
        region.add(job);
        region
    }

    pub(super) fn add(&mut self, job: &JobView) {
        self.status = together(self.status, job.status);
        self.findings += job.findings;
        match job.kind {
            JobKind::Compliance => self.compliance = job.share(),
            JobKind::Discovery | JobKind::Clusters | JobKind::Registries => {
                self.discovery = job.share();
                self.assets += job.assets;
            }
        }
    }
}

/// Where two jobs of a region stand together: under way unless both wait or both have ended; then the worse of the two, where a failed job
/// beside one that did something makes the region partial.
#[must_use]
pub(super) fn together(one: JobStatus, other: JobStatus) -> JobStatus {
    use JobStatus::{Cancelled, Failed, Partial, Queued, Running, Succeeded};
    match (one, other) {
        (Queued, Queued) => Queued,
        (Queued | Running, _) | (_, Queued | Running) => Running,
        (Cancelled, _) | (_, Cancelled) => Cancelled,
        (Failed, Failed) => Failed,
        (Succeeded, Succeeded) => Succeeded,
        (Failed | Partial | Succeeded, Failed | Partial | Succeeded) => Partial,
    }
}
