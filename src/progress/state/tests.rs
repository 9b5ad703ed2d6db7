//! Events in, view out.

use super::region::together;
use super::*;
use crate::progress::rehearsal::{
    at, job_finished, job_progressed, job_started, outcome, scan_finished, scan_resumed, scan_started,
};

fn view(events: &[Event]) -> View {
    let mut view = View::default();
    view.apply(&scan_started(2));
    for event in events {
        view.apply(event);
    }
    view
}

fn job<'a>(view: &'a View, id: &str) -> &'a JobView {
    &view.jobs[view.places[id]]
}

#[test]
fn a_plan_of_two_regions_shows_two_regions_and_two_sweeps() {
    let view = view(&[]);
    let names: Vec<String> = view.regions().into_iter().map(|region| region.name).collect();
    assert_eq!(names, ["us-east-1", "us-east-2"]);
    assert_eq!(view.sweeps().map(|job| job.kind).collect::<Vec<_>>(), [JobKind::Clusters, JobKind::Registries]);
    assert_eq!(view.stage(JobKind::Discovery), StageView { ended: 0, jobs: 2, fraction: 0.0 });
    assert_eq!((view.phase, view.ended(), view.jobs.len()), (Phase::Running, 0, 6));
}

#[test]
fn a_resumed_scan_shows_what_an_earlier_run_finished() {
    let earlier = [
        outcome("discovery:us-east-1", JobStatus::Succeeded, (0.0, 1.0), (143, 0)),
        outcome("compliance:us-east-1", JobStatus::Failed, (0.0, 2.0), (0, 0)),
    ];
    let mut view = View::default();
    view.apply(&scan_resumed(2, &earlier, 3_600.0));
    assert_eq!((view.ended(), view.begun_at), (2, Some(at(3_600.0))));
    let region = &view.regions()[0];
    assert_eq!((region.status, region.assets), (JobStatus::Partial, 143));
    assert_eq!(view.stage(JobKind::Discovery), StageView { ended: 1, jobs: 2, fraction: 0.5 });
}

#[test]
fn a_region_counts_the_assets_and_findings_of_its_jobs_while_they_run() {
    let view = view(&[
        job_started("discovery:us-east-1", 0.0),
        job_started("compliance:us-east-1", 0.1),
        job_progressed("discovery:us-east-1", (1, 4), (143, 0), 10),
        job_progressed("compliance:us-east-1", (3, 6), (0, 7), 12),
    ]);
    let region = &view.regions()[0];
    assert_eq!((region.status, region.assets, region.findings), (JobStatus::Running, 143, 7));
    assert_eq!(region.discovery, Share { status: JobStatus::Running, fraction: 0.25 });
    assert_eq!(region.compliance, Share { status: JobStatus::Running, fraction: 0.5 });
    assert_eq!(view.stage(JobKind::Compliance), StageView { ended: 0, jobs: 2, fraction: 0.25 });
    assert_eq!(view.regions()[1].status, JobStatus::Queued);
}

#[test]
fn a_job_never_goes_back_and_is_not_done_before_its_end() {
    let id = "discovery:us-east-1";
    let table: [(&[(u64, u64)], f64); 5] =
        [(&[], 0.0), (&[(0, 0)], 0.0), (&[(5, 10)], 0.5), (&[(5, 10), (6, 20)], 0.5), (&[(10, 10)], 0.99)];
    for (steps, fraction) in table {
        let mut events = vec![job_started(id, 0.0)];
        events.extend(steps.iter().map(|steps| job_progressed(id, *steps, (0, 0), 1)));
        let mut view = view(&events);
        assert!((job(&view, id).fraction - fraction).abs() < 1e-9, "{steps:?}");
        view.apply(&job_finished(id, JobStatus::Partial, (0.0, 1.0), (3, 0)));
        assert!((job(&view, id).behind() - 1.0).abs() < 1e-9, "{steps:?}");
    }
}

#[test]
fn a_failed_job_stays_where_it_was_and_lies_behind_the_scan() {
    let id = "compliance:us-east-2";
    let view = view(&[
        job_started(id, 0.0),
        job_progressed(id, (1, 4), (0, 2), 1),
        job_finished(id, JobStatus::Failed, (0.0, 1.0), (0, 0)),
    ]);
    assert_eq!(view.regions()[1].compliance, Share { status: JobStatus::Failed, fraction: 0.25 });
    assert_eq!(view.stage(JobKind::Compliance), StageView { ended: 1, jobs: 2, fraction: 0.5 });
}

#[test]
fn events_that_come_late_change_nothing() {
    let id = "discovery:us-east-1";
    let mut view = view(&[
        job_progressed(id, (1, 2), (9, 0), 500),
        job_finished(id, JobStatus::Succeeded, (0.0, 1.0), (12, 0)),
        job_started(id, 2.0),
        job_progressed(id, (1, 3), (10, 0), 400),
        job_started("discovery:nowhere-1", 2.0),
    ]);
    assert_eq!((job(&view, id).status, job(&view, id).assets), (JobStatus::Succeeded, 12));
    assert_eq!(view.calls.total, 500);
    view.apply(&scan_finished(2, 510));
    view.apply(&Event::CancellationRequested);
    assert_eq!((view.phase, view.calls.total), (Phase::Finished, 510));
}

#[test]
fn a_region_stands_where_its_two_jobs_stand_together() {
    use JobStatus::{Cancelled, Failed, Partial, Queued, Running, Succeeded};
    let table = [
        (Queued, Queued, Queued),
        (Queued, Running, Running),
        (Queued, Succeeded, Running),
        (Running, Failed, Running),
        (Running, Running, Running),
        (Succeeded, Succeeded, Succeeded),
        (Succeeded, Partial, Partial),
        (Succeeded, Failed, Partial),
        (Partial, Partial, Partial),
        (Partial, Failed, Partial),
        (Failed, Failed, Failed),
        (Failed, Cancelled, Cancelled),
        (Succeeded, Cancelled, Cancelled),
        (Cancelled, Cancelled, Cancelled),
    ];
    for (one, other, expected) in table {
        assert_eq!(together(one, other), expected, "{one} and {other}");
        assert_eq!(together(other, one), expected, "{other} and {one}");
    }
}
