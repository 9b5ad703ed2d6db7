//! How every region fared.

use std::collections::BTreeMap;

use crate::model::plain_text::neutralise;
use crate::model::resource::{Sweep, by_name};
use crate::model::{Job, JobKind, JobStatus, Outcome, ScanReport};

use crate::report::layout::grid::{Side, lay};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{duration, number};

/// Columns of a page from which on there is room for the durations too.
const WITH_DURATIONS: usize = 80;

/// Who looks after a resource: a region's jobs, or one of the jobs that sweep every region.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum Place<'a> {
    /// The jobs of this region.
    Region(&'a str),
    /// The job of the clusters.
    Clusters,
    /// The job of the registries.
    Registries,
}

/// What was found at one place.
#[derive(Debug, Default)]
pub(in crate::report) struct Counts {
    /// Assets.
    pub(in crate::report) assets: u64,
    /// Findings.
    pub(in crate::report) findings: u64,
    /// Results whose evidence could not be read.
    pub(in crate::report) unknown: u64,
}

/// Puts the regions section.
pub(in crate::report) fn put(report: &ScanReport, page: &mut Page) {
    let mut counts = counts(report);
    let header = ["region", "state", "discovery", "compliance", "assets", "findings", "unknown"];
    let mut rows = vec![header.map(|name| paint(Ink::Faint, name))];
    for region in &report.header.regions {
        let found = counts.remove(&Place::Region(region)).unwrap_or_default();
        rows.push(region_row(region, &report.jobs, &found));
    }
    for (place, found) in &counts {
        // Global services live where they live, whichever regions were asked for.
        if let Place::Region(region) = place
            && found.assets + found.findings + found.unknown > 0
        {
            rows.push(row(region, None, [None, None], found));
        }
    }
    for (kind, place) in [(JobKind::Clusters, Place::Clusters), (JobKind::Registries, Place::Registries)] {
        if let Some(job) = report.jobs.iter().find(|job| job.kind == kind) {
            let found = counts.remove(&place).unwrap_or_default();
            rows.push(row(kind.as_str(), Some(job.status), [None, job.duration_ms()], &found));
        }
    }
    page.heading("Regions");
    let lines = if page.width() < WITH_DURATIONS {
        let narrow =
            rows.into_iter().map(|[name, state, _, _, assets, findings, unknown]| [name, state, assets, findings, unknown]);
        lay([Side::Left, Side::Left, Side::Right, Side::Right, Side::Right], &narrow.collect::<Vec<_>>())
    } else {
        lay([Side::Left, Side::Left, Side::Right, Side::Right, Side::Right, Side::Right, Side::Right], &rows)
    };
    for line in lines.iter().flatten() {
        page.line(&format!("  {line}"));
    }
}

/// What was found at each place.
pub(in crate::report) fn counts(report: &ScanReport) -> BTreeMap<Place<'_>, Counts> {
    let mut counts: BTreeMap<Place<'_>, Counts> = BTreeMap::new();
    for asset in &report.assets {
        counts.entry(place(asset.resource_type, &asset.region)).or_default().assets += 1;
    }
    for result in &report.results {
        let found = counts.entry(place(&result.resource.resource_type, &result.resource.region)).or_default();
        match result.outcome {
            Outcome::Fail => found.findings += 1,
            Outcome::Unknown => found.unknown += 1,
            Outcome::Pass | Outcome::NotApplicable | Outcome::Muted => {}
        }
    }
    counts
}

fn place<'a>(resource_type: &str, region: &'a str) -> Place<'a> {
    match by_name(resource_type).map(|resource_type| resource_type.sweep) {
        Some(Sweep::Clusters) => Place::Clusters,
        Some(Sweep::Registries) => Place::Registries,
        Some(Sweep::Region) | None => Place::Region(region),
    }
}

fn region_row(region: &str, jobs: &[Job], found: &Counts) -> [String; 7] {
    let job = |kind| jobs.iter().find(|job| job.kind == kind && job.region.as_deref() == Some(region));
    let pair = [job(JobKind::Discovery), job(JobKind::Compliance)];
    let statuses: Vec<JobStatus> = pair.iter().flatten().map(|job| job.status).collect();
    row(region, state(&statuses), pair.map(|job| job.and_then(Job::duration_ms)), found)
}

/// The state of a region, from those of its jobs: the same where they agree, else under way, or incomplete in the way of the worse one.
fn state(statuses: &[JobStatus]) -> Option<JobStatus> {
    let first = *statuses.first()?;
    if statuses.iter().all(|status| *status == first) {
        return Some(first);
    }
    Some(match statuses {
        _ if statuses.iter().any(|status| !status.is_final()) => JobStatus::Running,
        _ if statuses.contains(&JobStatus::Cancelled) => JobStatus::Cancelled,
        _ => JobStatus::Partial,
    })
}

fn row(name: &str, state: Option<JobStatus>, durations: [Option<i64>; 2], found: &Counts) -> [String; 7] {
    let nothing = || "–".to_owned();
    let [discovery, compliance] = durations.map(|time| time.map_or_else(nothing, duration));
    let findings = if found.findings == 0 { number(0) } else { paint(Ink::Strong, &number(found.findings)) };
    let unknown = if found.unknown == 0 { number(0) } else { paint(Ink::Caution, &number(found.unknown)) };
    [
        neutralise(name).into_owned(),
        state.map_or_else(nothing, |state| paint(Ink::of_job(state), state.as_str())),
        discovery,
        compliance,
        number(found.assets),
        findings,
        unknown,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use JobStatus::{Cancelled, Failed, Partial, Queued, Running, Succeeded};

    #[test]
    fn a_region_stands_as_its_jobs_do() {
        for (jobs, expected) in [
            (vec![], None),
            (vec![Succeeded, Succeeded], Some(Succeeded)),
            (vec![Succeeded, Failed], Some(Partial)),
            (vec![Partial, Succeeded], Some(Partial)),
            (vec![Failed, Failed], Some(Failed)),
            (vec![Succeeded, Cancelled], Some(Cancelled)),
            (vec![Queued, Queued], Some(Queued)),
            (vec![Succeeded, Queued], Some(Running)),
            (vec![Cancelled, Running], Some(Running)),
        ] {
            assert_eq!(state(&jobs), expected, "{jobs:?}");
        }
    }
}
