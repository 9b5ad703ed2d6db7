//! The engine against a provider made of closures: what runs, how often, and what one failure leaves untouched.

mod resuming;
mod scripted;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::FutureExt;

use super::*;
use crate::checks::Library;
use crate::checks::selection::{self, Names};
use crate::engine::{ScanRequest, nothing_ran, prepare};
use crate::model::{GapKind, JobStatus, Outcome, ScanStatus, ScanType};
use crate::provider::Listing;
use scripted::{Scripted, each_has_one, gap, nothing};

fn request(checks: &[&str]) -> ScanRequest {
    let library = Library::load(&[]).unwrap();
    let (profiles, names) = if checks.is_empty() { (vec!["full".to_owned()], Vec::new()) } else { (Vec::new(), checks.to_vec()) };
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let names = Names { profiles: &profiles, checks: &names, ..Names::default() };
    let mut selection = selection::select(&library, names).unwrap();
    // A scan with a profile lists the whole inventory.
    "tests".clone_into(&mut selection.profile);
    ScanRequest { name: None, scan_type: ScanType::Standard, regions: Vec::new(), selection, suppressions: Arc::default() }
}

async fn scan(
    provider: &Arc<Scripted>,
    checks: &[&str],
    settings: &EngineSettings,
    cancellation: &Cancellation,
) -> Arc<ScanReport> {
    heard_scan(provider, checks, settings, Arc::new(Vec::<Arc<dyn Listener>>::new()), cancellation).await
}

async fn heard_scan(
    provider: &Arc<Scripted>,
    checks: &[&str],
    settings: &EngineSettings,
    listener: Arc<dyn Listener>,
    cancellation: &Cancellation,
) -> Arc<ScanReport> {
    let provider: Arc<dyn Provider> = provider.clone();
    let prepared = prepare(&provider, &request(checks), cancellation).await.unwrap();
    run(&provider, prepared, settings, listener, cancellation).await
}

async fn plain_scan(provider: &Arc<Scripted>, checks: &[&str]) -> Arc<ScanReport> {
    scan(provider, checks, &EngineSettings::default(), &Cancellation::default()).await
}

fn status_of(report: &ScanReport, id: &str) -> JobStatus {
    report.jobs.iter().find(|job| job.id == id).unwrap().status
}

const SSH: &str = "aws-ec2-security-group-closes-ssh-to-world";

#[tokio::test]
async fn the_provider_is_told_the_scans_regions_before_it_is_asked_for_anything() {
    let provider = Scripted::new(3, nothing);
    plain_scan(&provider, &[SSH]).await;
    assert_eq!(*provider.begun.lock().unwrap(), ["r-0", "r-1", "r-2"]);
    assert!(!provider.made().is_empty());
}

#[tokio::test]
async fn an_empty_account_is_completed_and_every_check_stands_in_the_ledger() {
    let provider = Scripted::new(3, nothing);
    let report = plain_scan(&provider, &[SSH]).await;
    assert_eq!((report.status, report.jobs.len()), (ScanStatus::Completed, 8));
    let regions: Vec<&str> = report.ledger.iter().map(|entry| entry.region.as_str()).collect();
    assert_eq!(regions, ["r-0", "r-1", "r-2"]);
}

#[tokio::test]
async fn every_listing_is_made_once_whoever_asks_first() {
    let provider = Scripted::new(4, each_has_one);
    plain_scan(&provider, &[]).await;
    let calls = provider.made();
    assert!(calls.contains_key("aws.ec2.security_group r-3"));
    assert!(calls.values().all(|count| *count == 1), "{calls:#?}");
}

#[tokio::test]
async fn only_the_facets_of_selected_checks_are_read() {
    let provider = Scripted::new(2, each_has_one);
    plain_scan(&provider, &["aws-s3-bucket-denies-plaintext-transport"]).await;
    let facets: Vec<String> = provider.made().into_keys().filter(|call| call.matches('.').count() == 3).collect();
    assert_eq!(facets, ["aws.s3.bucket.policy r-0", "aws.s3.bucket.policy r-1"]);
}

#[tokio::test]
async fn a_denied_region_leaves_its_checks_unknown_and_the_others_untouched() {
    let provider = Scripted::new(3, |resource_type, region| {
        let denied = region == "r-1" && resource_type.service() == "ec2";
        async move { Listing { gaps: if denied { vec![gap("ec2:Describe", &region)] } else { Vec::new() }, ..Listing::default() } }
            .boxed()
    });
    let report = plain_scan(&provider, &[SSH]).await;
    assert_eq!(report.status, ScanStatus::Partial);
    assert_eq!(status_of(&report, "compliance:r-1"), JobStatus::Failed);
    assert_eq!(status_of(&report, "discovery:r-1"), JobStatus::Partial);
    assert_eq!(report.jobs.iter().filter(|job| job.status == JobStatus::Succeeded).count(), 6);
    let [unknown] = report.results.as_slice() else { panic!("{:#?}", report.results) };
    assert_eq!((unknown.outcome, unknown.resource.id.as_str(), unknown.resource.region.as_str()), (Outcome::Unknown, "*", "r-1"));
    let warning = report.warnings.iter().find(|warning| warning.action == "ec2:Describe").unwrap();
    assert_eq!(
        (warning.code.as_str(), warning.region.as_str(), warning.checks.as_slice()),
        ("denied", "r-1", &[SSH.to_owned()][..])
    );
}

#[tokio::test]
async fn a_panic_in_a_collector_fails_the_jobs_that_need_it_and_no_other() {
    let provider = Scripted::new(17, |resource_type, region| {
        async move {
            assert!(!(region == "r-5" && resource_type.name == "aws.ec2.volume"), "boom");
            Listing::default()
        }
        .boxed()
    });
    let report = plain_scan(&provider, &[SSH]).await;
    assert_eq!(report.jobs.len(), 36);
    let failed: Vec<&str> = report.jobs.iter().filter(|job| job.status == JobStatus::Failed).map(|job| job.id.as_str()).collect();
    assert_eq!(failed, ["discovery:r-5"]);
    assert_eq!((report.status, report.status_reason.as_str()), (ScanStatus::Partial, "1 of 36 jobs failed"));
    let error = report.jobs.iter().find_map(|job| job.error.clone()).unwrap();
    assert!(error.contains("panicked") && error.contains("boom"), "{error}");
}

#[tokio::test]
async fn a_call_that_never_ends_is_given_up_at_the_jobs_deadline() {
    let provider = Scripted::new(2, |resource_type, region| {
        async move {
            if region == "r-1" && resource_type.name == "aws.ec2.security_group" {
                std::future::pending::<()>().await;
            }
            Listing::default()
        }
        .boxed()
    });
    let settings = EngineSettings { job_deadline: Duration::from_millis(200), ..EngineSettings::default() };
    let report = scan(&provider, &[SSH], &settings, &Cancellation::default()).await;
    assert_eq!(report.status, ScanStatus::Partial);
    assert_eq!(status_of(&report, "discovery:r-1"), JobStatus::Partial);
    assert!(report.results.iter().all(|result| result.gap.as_ref().unwrap().kind == GapKind::DeadlineExceeded));
    assert_eq!(report.results.len(), 1);
}

#[tokio::test]
async fn a_stop_keeps_what_finished_and_gives_the_rest_two_seconds() {
    let provider = Scripted::new(2, |_, region| {
        async move {
            match region.as_str() {
                "r-0" => {}
                _ => tokio::time::sleep(Duration::from_mins(1)).await,
            }
            Listing::default()
        }
        .boxed()
    });
    let cancellation = Cancellation::default();
    tokio::spawn({
        let cancellation = cancellation.clone();
        async move {
            tokio::time::sleep(Duration::from_millis(300)).await;
            cancellation.request();
        }
    });
    let before = tokio::time::Instant::now();
    let report = scan(&provider, &[SSH], &EngineSettings::default(), &cancellation).await;
    assert!((2..10).contains(&before.elapsed().as_secs()), "{:?}", before.elapsed());
    assert_eq!(report.status, ScanStatus::Cancelled);
    assert_eq!(status_of(&report, "discovery:r-0"), JobStatus::Succeeded);
    assert_eq!(status_of(&report, "discovery:r-1"), JobStatus::Cancelled);
    assert_eq!(report.warnings.iter().filter(|warning| warning.code == "cancelled").count(), 1);
    let regions: Vec<&str> = report.ledger.iter().map(|entry| entry.region.as_str()).collect();
    assert_eq!(regions, ["r-0", "r-1"], "every check stands in the ledger, stopped or not");
}

#[tokio::test]
async fn a_stop_while_the_account_is_asked_for_ends_at_once() {
    let cancellation = Cancellation::default();
    cancellation.request();
    let provider: Arc<dyn Provider> =
        Arc::new(Scripted { identify: Box::new(|| std::future::pending().boxed()), ..Scripted::of(1, nothing) });
    let request = request(&[SSH]);
    let error = prepare(&provider, &request, &cancellation).await.unwrap_err();
    let report = nothing_ran("silent", &request, &error);
    assert_eq!((report.status, report.status_reason.as_str()), (ScanStatus::Cancelled, "stopped before anything ran"));
}

#[tokio::test]
async fn a_stop_before_the_jobs_runs_nothing_and_still_tells_every_check() {
    let provider = Scripted::new(2, nothing);
    let cancellation = Cancellation::default();
    cancellation.request();
    let report = scan(&provider, &[SSH], &EngineSettings::default(), &cancellation).await;
    assert_eq!(report.status, ScanStatus::Cancelled);
    assert!(provider.made().is_empty());
    assert_eq!(report.summary.results.unknown, 2);
}

#[tokio::test]
async fn no_more_jobs_work_at_once_than_allowed() {
    static PEAK: AtomicUsize = AtomicUsize::new(0);
    struct Peak(Mutex<usize>);
    impl Listener for Peak {
        fn hear(&self, event: &Event) {
            let mut running = self.0.lock().unwrap();
            match event {
                Event::JobStarted { .. } => *running += 1,
                Event::JobFinished { .. } => *running -= 1,
                _ => return,
            }
            PEAK.fetch_max(*running, Ordering::SeqCst);
        }
    }
    let provider = Scripted::new(8, |_, _| {
        async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            Listing::default()
        }
        .boxed()
    });
    let settings = EngineSettings { concurrency: 3, ..EngineSettings::default() };
    let peak: Arc<dyn Listener> = Arc::new(Peak(Mutex::default()));
    heard_scan(&provider, &[SSH], &settings, peak, &Cancellation::default()).await;
    let peak = PEAK.load(Ordering::SeqCst);
    assert_eq!(peak, 3);
}

#[tokio::test]
async fn a_collector_that_answers_short_leaves_the_rest_unknown() {
    let provider =
        Arc::new(Scripted { read_facet: Box::new(|_, _| async { Vec::new() }.boxed()), ..Scripted::of(1, each_has_one) });
    let report = plain_scan(&provider, &["aws-s3-bucket-denies-plaintext-transport"]).await;
    assert_eq!((report.summary.results.unknown, report.results[0].gap.as_ref().unwrap().kind), (1, GapKind::Internal));
}
