//! The engine against a provider made of closures: what runs, how often, and what one failure leaves untouched.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::*;
use crate::checks::{Library, selection};
use crate::model::resource::{AWS, Facet, ResourceType};
use crate::model::{Asset, CallCounts, Gap, GapKind, JobStatus, Outcome, Property, ScanStatus};
use crate::provider::{Listing, Region, RegionCatalogue};

type List = dyn Fn(&'static ResourceType, String) -> BoxFuture<'static, Listing> + Send + Sync;

/// A provider whose listings are a closure; facets are unknown, and every call is remembered.
struct Scripted {
    regions: usize,
    list: Box<List>,
    calls: Mutex<BTreeMap<String, usize>>,
}

impl Scripted {
    fn new(
        regions: usize,
        list: impl Fn(&'static ResourceType, String) -> BoxFuture<'static, Listing> + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { regions, list: Box::new(list), calls: Mutex::default() })
    }

    fn remember(&self, call: String) {
        *self.calls.lock().unwrap().entry(call).or_default() += 1;
    }

    fn calls(&self) -> BTreeMap<String, usize> {
        self.calls.lock().unwrap().clone()
    }
}

impl Provider for Scripted {
    fn name(&self) -> &'static str {
        "scripted"
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        let account = Account { id: "1".into(), partition: "aws".into(), caller: "me".into(), as_of: None };
        async { Ok(account) }.boxed()
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        let names: Vec<String> = (0..self.regions).map(|number| format!("r-{number}")).collect();
        let catalogue = RegionCatalogue {
            regions: names.iter().map(|name| Region { name: name.clone(), enabled: true }).collect(),
            primary: names[0].clone(),
            global: names[0].clone(),
            default_set: names,
            warnings: Vec::new(),
        };
        async { Ok(catalogue) }.boxed()
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        AWS
    }

    fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
        self.remember(format!("{} {region}", resource_type.name));
        (self.list)(resource_type, region.to_owned())
    }

    fn read_facet<'a>(
        &'a self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        self.remember(format!("{}.{} {region}", resource_type.name, facet.name));
        let values = assets.iter().map(|_| Property::unknown(gap("facet:Read", region))).collect();
        async move { values }.boxed()
    }

    fn calls(&self) -> CallCounts {
        CallCounts::default()
    }
}

fn gap(action: &str, region: &str) -> Gap {
    Gap { kind: GapKind::Denied, action: action.to_owned(), region: region.to_owned(), detail: String::new() }
}

fn asset(resource_type: &'static ResourceType, region: &str) -> Asset {
    Asset {
        resource_type: resource_type.name,
        id: "x".into(),
        arn: format!("arn:aws:x:{region}:1:{}", resource_type.name),
        name: "x".into(),
        region: region.to_owned(),
        tags: BTreeMap::new(),
        properties: crate::model::Properties::new(),
    }
}

fn nothing() -> BoxFuture<'static, Listing> {
    async { Listing::default() }.boxed()
}

fn request(checks: &[&str]) -> ScanRequest {
    let library = Library::load(&[]).unwrap();
    let (profiles, names) = if checks.is_empty() { (vec!["full".to_owned()], Vec::new()) } else { (Vec::new(), checks.to_vec()) };
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let selection = selection::select(&library, &profiles, &names).unwrap();
    ScanRequest { name: None, scan_type: ScanType::Standard, regions: Vec::new(), selection }
}

async fn scan(
    provider: &Arc<Scripted>,
    checks: &[&str],
    settings: &EngineSettings,
    cancellation: &Cancellation,
) -> Arc<ScanReport> {
    let silent: Arc<dyn Listener> = Arc::new(Vec::<Arc<dyn Listener>>::new());
    run(Arc::clone(provider) as Arc<dyn Provider>, &request(checks), settings, silent, cancellation).await.unwrap()
}

async fn plain_scan(provider: &Arc<Scripted>, checks: &[&str]) -> Arc<ScanReport> {
    scan(provider, checks, &EngineSettings::default(), &Cancellation::default()).await
}

fn status_of(report: &ScanReport, id: &str) -> JobStatus {
    report.jobs.iter().find(|job| job.id == id).unwrap().status
}

const SSH: &str = "aws-ec2-security-group-closes-ssh-to-world";

#[tokio::test]
async fn an_empty_account_is_completed_and_every_check_stands_in_the_ledger() {
    let provider = Scripted::new(3, |_, _| nothing());
    let report = plain_scan(&provider, &[SSH]).await;
    assert_eq!((report.status, report.jobs.len()), (ScanStatus::Completed, 8));
    let regions: Vec<&str> = report.ledger.iter().map(|entry| entry.region.as_str()).collect();
    assert_eq!(regions, ["r-0", "r-1", "r-2"]);
}

#[tokio::test]
async fn every_listing_is_made_once_whoever_asks_first() {
    let provider = Scripted::new(4, |resource_type, region| {
        async move { Listing { assets: vec![asset(resource_type, &region)], ..Listing::default() } }.boxed()
    });
    plain_scan(&provider, &[]).await;
    let calls = provider.calls();
    assert!(calls.contains_key("aws.ec2.security_group r-3"));
    assert!(calls.values().all(|count| *count == 1), "{calls:#?}");
}

#[tokio::test]
async fn only_the_facets_of_selected_checks_are_read() {
    let provider = Scripted::new(2, |resource_type, region| {
        async move { Listing { assets: vec![asset(resource_type, &region)], ..Listing::default() } }.boxed()
    });
    plain_scan(&provider, &["aws-s3-bucket-denies-plaintext-transport"]).await;
    let facets: Vec<String> = provider.calls().into_keys().filter(|call| call.matches('.').count() == 3).collect();
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
    struct Silent(Arc<Scripted>);
    impl Provider for Silent {
        fn name(&self) -> &'static str {
            "silent"
        }
        fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
            std::future::pending().boxed()
        }
        fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
            self.0.regions()
        }
        fn resource_types(&self) -> &'static [ResourceType] {
            AWS
        }
        fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
            self.0.list(resource_type, region)
        }
        fn read_facet<'a>(
            &'a self,
            resource_type: &'static ResourceType,
            facet: &'static Facet,
            region: &'a str,
            assets: &'a [Asset],
        ) -> BoxFuture<'a, Vec<Property>> {
            self.0.read_facet(resource_type, facet, region, assets)
        }
        fn calls(&self) -> CallCounts {
            CallCounts::default()
        }
    }
    let cancellation = Cancellation::default();
    cancellation.request();
    let silent: Arc<dyn Listener> = Arc::new(Vec::<Arc<dyn Listener>>::new());
    let provider = Arc::new(Silent(Scripted::new(1, |_, _| nothing())));
    let request = request(&[SSH]);
    let error = run(provider, &request, &EngineSettings::default(), silent, &cancellation).await.unwrap_err();
    let report = nothing_ran("silent", &request, &error);
    assert_eq!((report.status, report.status_reason.as_str()), (ScanStatus::Cancelled, "stopped before anything ran"));
}

#[tokio::test]
async fn a_stop_before_the_jobs_runs_nothing_and_still_tells_every_check() {
    let provider = Scripted::new(2, |_, _| nothing());
    let cancellation = Cancellation::default();
    cancellation.request();
    let report = scan(&provider, &[SSH], &EngineSettings::default(), &cancellation).await;
    assert_eq!(report.status, ScanStatus::Cancelled);
    assert!(provider.calls().is_empty());
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
    let provider: Arc<dyn Provider> = provider;
    run(provider, &request(&[SSH]), &settings, peak, &Cancellation::default()).await.unwrap();
    let peak = PEAK.load(Ordering::SeqCst);
    assert_eq!(peak, 3);
}

#[tokio::test]
async fn a_collector_that_answers_short_leaves_the_rest_unknown() {
    struct Short(Arc<Scripted>);
    impl Provider for Short {
        fn name(&self) -> &'static str {
            "short"
        }
        fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
            self.0.identify()
        }
        fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
            self.0.regions()
        }
        fn resource_types(&self) -> &'static [ResourceType] {
            AWS
        }
        fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
            self.0.list(resource_type, region)
        }
        fn read_facet<'a>(
            &'a self,
            _: &'static ResourceType,
            _: &'static Facet,
            _: &'a str,
            _: &'a [Asset],
        ) -> BoxFuture<'a, Vec<Property>> {
            async { Vec::new() }.boxed()
        }
        fn calls(&self) -> CallCounts {
            CallCounts::default()
        }
    }
    let inner = Scripted::new(1, |resource_type, region| {
        async move { Listing { assets: vec![asset(resource_type, &region)], ..Listing::default() } }.boxed()
    });
    let silent: Arc<dyn Listener> = Arc::new(Vec::<Arc<dyn Listener>>::new());
    let checks = ["aws-s3-bucket-denies-plaintext-transport"];
    let report =
        run(Arc::new(Short(inner)), &request(&checks), &EngineSettings::default(), silent, &Cancellation::default()).await.unwrap();
    assert_eq!((report.summary.results.unknown, report.results[0].gap.as_ref().unwrap().kind), (1, GapKind::Internal));
}
