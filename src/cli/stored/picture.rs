//! One picture of a scan that runs in another process.

use std::time::Duration;

use jiff::Timestamp;

use super::feed::Feed;
use crate::model::JobKind;
use crate::progress::estimate::{Estimate, Estimator};
use crate::progress::frame::{self, Area};
use crate::progress::state::{RegionView, StageView, View};
use crate::report::stored::TableStyle;
use crate::report::stored::status::{Progress, Region, Stage, Sweep};
use crate::store::{ScanRecord, StoredJob};

/// More rows than any scan needs: what is printed may scroll.
const ROWS: usize = 1_000;

/// One picture of a scan.
pub(super) struct Picture {
    view: View,
    estimate: Estimate,
    elapsed: Duration,
}

impl Picture {
    /// The scan as it stands.
    pub(super) fn of(record: &ScanRecord, jobs: &[StoredJob]) -> Self {
        let mut view = View::default();
        for event in Feed::default().events(record, jobs) {
            view.apply(&event);
        }
        let begun_at = record.begun_at.unwrap_or(record.header.started_at);
        let elapsed = Duration::try_from(Timestamp::now().duration_since(begun_at)).unwrap_or_default();
        let estimate = Estimator::default().judge(&view, elapsed);
        Self { view, estimate, elapsed }
    }

    /// How much of the scan is done, in per cent.
    pub(super) const fn percent(&self) -> u8 {
        self.estimate.percent
    }

    /// The picture as text.
    pub(super) fn text(&self, style: &TableStyle) -> String {
        let area = Area { width: style.width, rows: ROWS };
        // One look says nothing of the calls of the last seconds.
        let lines = frame::render(&self.view, self.estimate, None, self.elapsed, area, style.colour);
        lines.iter().fold(String::new(), |text, line| text + line.trim_end() + "\n")
    }

    /// The regions, in the plan's order.
    pub(super) fn regions(&self) -> Vec<RegionView> {
        self.view.regions()
    }

    /// The same for programs.
    pub(super) fn progress<'a>(&self, regions: &'a [RegionView]) -> Progress<'a> {
        let remaining = self.estimate.remaining.map(|remaining| u64::try_from(remaining.as_millis()).unwrap_or(u64::MAX));
        Progress {
            percent: self.estimate.percent,
            remaining_ms: remaining,
            discovery: stage(self.view.stage(JobKind::Discovery)),
            compliance: stage(self.view.stage(JobKind::Compliance)),
            regions: regions.iter().map(region).collect(),
            sweeps: self
                .view
                .sweeps()
                .map(|job| Sweep {
                    kind: job.kind.as_str(),
                    status: job.status.as_str(),
                    percent: percent(job.fraction),
                    assets: job.assets,
                    findings: job.findings,
                })
                .collect(),
        }
    }
}

fn stage(stage: StageView) -> Stage {
    Stage { jobs_ended: stage.ended, jobs: stage.jobs, percent: percent(stage.fraction) }
}

fn region(region: &RegionView) -> Region<'_> {
    Region {
        region: &region.name,
        status: region.status.as_str(),
        discovery_percent: percent(region.discovery.fraction),
        compliance_percent: percent(region.compliance.fraction),
        assets: region.assets,
        findings: region.findings,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fraction is 0.0 to 1.0")]
fn percent(fraction: f64) -> u8 {
    (fraction * 100.0) as u8
}
