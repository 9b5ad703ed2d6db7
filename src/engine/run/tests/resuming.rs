//! A scan that goes on where an earlier run of it ended.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::engine::prepare::PreparedScan;
use crate::model::resource::ACCOUNT;
use crate::model::{CallCounts, ScanHeader};

/// Keeps every event.
#[derive(Default)]
struct Heard(Mutex<Vec<Event>>);

impl Listener for Heard {
    fn hear(&self, event: &Event) {
        self.0.lock().unwrap().push(event.clone());
    }
}

impl Heard {
    fn outcomes(&self) -> Vec<Arc<JobOutcome>> {
        let events = self.0.lock().unwrap();
        events
            .iter()
            .filter_map(|event| if let Event::JobFinished { outcome } = event { Some(outcome.clone()) } else { None })
            .collect()
    }
}

const CHECKS: [&str; 4] =
    [SSH, "aws-s3-bucket-denies-plaintext-transport", "aws-iam-root-has-no-access-keys", "aws-ecr-repository-scans-on-push"];

/// Which jobs an earlier run finished.
type Finished = fn(&Job) -> bool;

/// A whole scan, with what its listener heard.
async fn undisturbed() -> (Arc<ScanReport>, Arc<Heard>) {
    let heard = Arc::new(Heard::default());
    let provider = Scripted::new(3, each_has_one);
    let listener: Arc<dyn Listener> = heard.clone();
    let report = heard_scan(&provider, &CHECKS, &EngineSettings::default(), listener, &Cancellation::default()).await;
    (report, heard)
}

async fn resumed(
    provider: &Arc<dyn Provider>,
    header: &Arc<ScanHeader>,
    finished: Vec<Arc<JobOutcome>>,
    earlier_calls: CallCounts,
) -> PreparedScan {
    let prepared = prepare(provider, &request(&CHECKS), &Cancellation::default()).await.unwrap();
    prepared.resuming(Arc::clone(header), finished, earlier_calls)
}

async fn run_to_the_end(provider: &Arc<dyn Provider>, prepared: PreparedScan, heard: &Arc<Heard>) -> Arc<ScanReport> {
    let listener: Arc<dyn Listener> = heard.clone();
    run(provider, prepared, &EngineSettings::default(), listener, &Cancellation::default()).await
}

/// The calls that these jobs need.
fn calls_of<'a>(jobs: impl Iterator<Item = &'a PlannedJob>) -> BTreeMap<String, usize> {
    let mut calls = BTreeSet::new();
    for assignment in jobs.flat_map(|planned| &planned.assignments) {
        let (name, region) = (assignment.resource_type.name, &assignment.region);
        calls.insert(format!("{name} {region}"));
        calls.extend(assignment.facets().iter().map(|facet| format!("{name}.{} {region}", facet.name)));
        if !assignment.checks.is_empty() {
            calls.insert(format!("{ACCOUNT} r-0"));
            calls.extend(assignment.account_facets().iter().map(|facet| format!("{ACCOUNT}.{} r-0", facet.name)));
        }
    }
    calls.into_iter().map(|call| (call, 1)).collect()
}

/// The report as text, without what differs between two runs of the same work.
fn lasting(report: &ScanReport) -> String {
    let mut report = report.clone();
    report.ended_at = report.header.started_at;
    report.summary.api_calls = CallCounts::default();
    for job in &mut report.jobs {
        (job.started_at, job.ended_at) = (None, None);
    }
    format!("{report:#?}")
}

#[tokio::test]
async fn a_resumed_scan_runs_the_unfinished_jobs_only_and_ends_like_one_that_was_never_disturbed() {
    let (whole, heard) = undisturbed().await;
    let table: &[(&str, Finished)] = &[
        ("nothing", |_| false),
        ("discovery", |job| job.kind == JobKind::Discovery),
        ("compliance", |job| job.kind == JobKind::Compliance),
        ("one region", |job| job.region.as_deref() == Some("r-1")),
        ("all but the sweeps", |job| job.region.is_some()),
        ("all but one job", |job| job.id != "compliance:r-2"),
        ("everything", |_| true),
    ];
    for (name, is_finished) in table {
        let scripted = Scripted::new(3, each_has_one);
        let provider: Arc<dyn Provider> = scripted.clone();
        let finished: Vec<_> = heard.outcomes().into_iter().filter(|outcome| is_finished(&outcome.job)).collect();
        let count = finished.len();
        let prepared = resumed(&provider, &whole.header, finished, CallCounts::default()).await;
        let needed = calls_of(prepared.planned.iter().filter(|planned| !is_finished(&planned.job)));
        let heard = Arc::new(Heard::default());
        let report = run_to_the_end(&provider, prepared, &heard).await;
        assert_eq!(scripted.made(), needed, "{name}");
        assert_eq!(lasting(&report), lasting(&whole), "{name}");
        assert_eq!(heard.outcomes().len(), whole.jobs.len() - count, "{name}");
    }
}

#[tokio::test]
async fn listeners_are_told_how_an_earlier_run_left_its_jobs_and_nothing_more_of_them() {
    let (whole, heard) = undisturbed().await;
    let finished: Vec<_> = heard.outcomes().into_iter().filter(|outcome| outcome.job.region.as_deref() == Some("r-0")).collect();
    let provider: Arc<dyn Provider> = Scripted::new(3, each_has_one);
    let prepared = resumed(&provider, &whole.header, finished, CallCounts::default()).await;
    let heard = Arc::new(Heard::default());
    run_to_the_end(&provider, prepared, &heard).await;
    let events = heard.0.lock().unwrap();
    let Event::ScanStarted { header, jobs, at } = &events[0] else { panic!("{:?}", events[0]) };
    assert!(header.id == whole.header.id && *at > header.started_at);
    let (ended, queued): (Vec<&Job>, Vec<&Job>) = jobs.iter().partition(|job| job.status.is_final());
    let as_they_ended: Vec<&Job> = whole.jobs.iter().filter(|job| job.region.as_deref() == Some("r-0")).collect();
    assert_eq!(ended, as_they_ended);
    assert!(queued.iter().all(|job| job.status == JobStatus::Queued) && queued.len() == 6, "{queued:?}");
    let told_again = events.iter().any(|event| match event {
        Event::JobStarted { job_id, .. } | Event::JobProgressed { job_id, .. } => job_id.ends_with(":r-0"),
        Event::JobFinished { outcome } => outcome.job.id.ends_with(":r-0"),
        _ => false,
    });
    assert!(!told_again, "{events:?}");
}

#[tokio::test]
async fn what_was_cancelled_runs_again() {
    let (whole, _) = undisturbed().await;
    let (heard, stopped) = (Arc::new(Heard::default()), Cancellation::default());
    stopped.request();
    let listener: Arc<dyn Listener> = heard.clone();
    let report = heard_scan(&Scripted::new(3, each_has_one), &CHECKS, &EngineSettings::default(), listener, &stopped).await;
    assert_eq!(report.status, ScanStatus::Cancelled);
    let provider: Arc<dyn Provider> = Scripted::new(3, each_has_one);
    let prepared = resumed(&provider, &whole.header, heard.outcomes(), CallCounts::default()).await;
    let report = run_to_the_end(&provider, prepared, &Arc::default()).await;
    assert_eq!(lasting(&report), lasting(&whole));
}

#[tokio::test]
async fn of_two_outcomes_of_a_job_the_later_one_counts() {
    let (whole, heard) = undisturbed().await;
    let (mut outcomes, id) = (heard.outcomes(), "discovery:r-1");
    let mut earlier = outcomes.iter().find(|outcome| outcome.job.id == id).unwrap().as_ref().clone();
    earlier.assets.iter_mut().for_each(|asset| asset.id = "earlier".to_owned());
    outcomes.insert(0, Arc::new(earlier));
    let provider: Arc<dyn Provider> = Scripted::new(3, each_has_one);
    let prepared = resumed(&provider, &whole.header, outcomes, CallCounts::default()).await;
    let report = run_to_the_end(&provider, prepared, &Arc::default()).await;
    assert_eq!(lasting(&report), lasting(&whole));
}

#[tokio::test]
async fn the_calls_of_all_runs_add_up() {
    let (whole, heard) = undisturbed().await;
    let earlier = CallCounts { total: 40, throttled: 2, retried: 3, by_service: BTreeMap::from([("all".to_owned(), 40)]) };
    let finished: Vec<_> = heard.outcomes().into_iter().filter(|outcome| outcome.job.kind == JobKind::Discovery).collect();
    let scripted = Scripted::new(3, each_has_one);
    let provider: Arc<dyn Provider> = scripted.clone();
    let prepared = resumed(&provider, &whole.header, finished, earlier).await;
    let heard = Arc::new(Heard::default());
    let calls = run_to_the_end(&provider, prepared, &heard).await.summary.api_calls.clone();
    let now = scripted.calls().total;
    assert!(now > 0);
    assert_eq!((calls.total, calls.throttled, calls.retried, calls.by_service["all"]), (40 + now, 2, 3, 40 + now));
    let events = heard.0.lock().unwrap();
    let told =
        events.iter().filter_map(|event| if let Event::JobProgressed { calls, .. } = event { Some(calls.total) } else { None });
    let told: Vec<u64> = told.collect();
    assert!(!told.is_empty() && told.iter().all(|total| *total >= 40), "{told:?}");
}

#[tokio::test]
async fn a_resumed_scan_keeps_its_regions_whatever_the_account_has_enabled_since() {
    let (whole, heard) = undisturbed().await;
    let provider: Arc<dyn Provider> = Scripted::new(5, each_has_one);
    let prepared = resumed(&provider, &whole.header, heard.outcomes(), CallCounts::default()).await;
    assert_eq!(prepared.header().id, whole.header.id);
    assert_eq!(prepared.jobs(), whole.jobs);
}
