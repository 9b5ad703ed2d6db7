//! Forecasts of scans of an account that tells only who it is.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use super::*;
use crate::checks::Library;
use crate::checks::selection::{Names, select};
use crate::engine::{Cancellation, ScanRequest, prepare};
use crate::model::resource::{AWS, Facet};
use crate::model::{Account, Asset, CallCounts, Property, Suppressions};
use crate::provider::{Listing, Pace, Region, RegionCatalogue, SubmissionError};

/// Jobs at work at the same time: all of them.
const JOBS: usize = 32;

/// An account that tells who it is and nothing else.
struct Told {
    pace: Option<Pace>,
}

impl Provider for Told {
    fn name(&self) -> &'static str {
        "told"
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        let account = Account { id: "1".to_owned(), partition: "aws".to_owned(), caller: "me".to_owned(), as_of: None };
        Box::pin(std::future::ready(Ok(account)))
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        let names = ["eu-west-1", "us-east-1"].map(str::to_owned);
        Box::pin(std::future::ready(Ok(RegionCatalogue {
            regions: names.iter().map(|name| Region { name: name.clone(), enabled: true }).collect(),
            default_set: names.to_vec(),
            primary: names[0].clone(),
            global: names[1].clone(),
            warnings: Vec::new(),
        })))
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        &AWS
    }

    fn list<'a>(&'a self, _: &'static ResourceType, _: &'a str) -> BoxFuture<'a, Listing> {
        unreachable!("a plan lists nothing")
    }

    fn read_facet<'a>(
        &'a self,
        _: &'static ResourceType,
        _: &'static Facet,
        _: &'a str,
        _: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        unreachable!("a plan reads nothing")
    }

    fn pace(&self, _: &str) -> Option<Pace> {
        self.pace.clone()
    }

    fn calls(&self) -> Arc<CallCounts> {
        Arc::default()
    }
}

async fn forecast(checks: &[&str], scan_type: ScanType, provider: Told, earlier: Option<&EarlierScan>) -> Forecast {
    let library = Library::load(&[]).unwrap();
    let (profiles, checks): (Vec<&str>, Vec<&str>) = checks.iter().copied().partition(|name| library.profile(name).is_some());
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (profiles, checks) = (owned(profiles), owned(checks));
    let selection = select(&library, Names { profiles: &profiles, checks: &checks, ..Names::default() }).unwrap();
    let suppressions = Arc::new(Suppressions::default());
    let request = ScanRequest { name: None, scan_type, regions: Vec::new(), selection, suppressions };
    let provider: Arc<dyn Provider> = Arc::new(provider);
    let prepared = prepare(&provider, &request, &Cancellation::default()).await.unwrap();
    prepared.forecast(provider.as_ref(), earlier, JOBS)
}

fn calls(forecast: &Forecast, action: &str) -> Option<u64> {
    forecast.actions.iter().find(|one| one.action == action).map(|one| one.calls)
}

fn earlier(likeness: Likeness) -> EarlierScan {
    let assets =
        [(("aws.s3.bucket", "eu-west-1"), 40), (("aws.s3.bucket", "us-east-1"), 2), (("aws.iam.user", "us-east-1"), 2_500)];
    let by_service = [("s3".to_owned(), 91), ("sts".to_owned(), 1)];
    EarlierScan {
        id: "scan-1".to_owned(),
        started_at: Timestamp::UNIX_EPOCH,
        likeness,
        regions: vec!["eu-west-1".to_owned(), "us-east-1".to_owned()],
        calls: CallCounts { total: 92, by_service: by_service.into(), ..CallCounts::default() },
        duration_ms: Some(4_321),
        missed: std::collections::BTreeSet::new(),
        unfinished: Vec::new(),
        assets: assets.map(|((kind, region), count)| ((kind.to_owned(), region.to_owned()), count)).into(),
    }
}

#[tokio::test]
async fn where_nothing_is_known_of_an_account_it_is_taken_for_a_small_one() {
    let forecast = forecast(&["S3.8"], ScanType::Full, Told { pace: None }, None).await;
    assert_eq!((&forecast.basis, forecast.duration_ms), (&Basis::Assumptions, None));
    assert_eq!(calls(&forecast, "s3:ListAllMyBuckets"), Some(1), "once for all regions");
    assert_eq!(calls(&forecast, "s3:GetBucketPublicAccessBlock"), Some(10), "of both the primary region and the global one");
    assert_eq!(calls(&forecast, "s3:GetBucketLocation"), Some(0), "only where the list leaves the region out");
    assert_eq!(calls(&forecast, "sts:GetCallerIdentity"), Some(1));
    assert_eq!(calls(&forecast, "ec2:DescribeVpcs"), None, "who names single checks asks for their calls only");
    assert_eq!(calls(&forecast, "cloudtrail:LookupEvents"), None);
}

#[tokio::test]
async fn a_forecast_names_the_actions_that_the_scan_needs_permission_for() {
    let library = Library::load(&[]).unwrap();
    for (profile, scan_type) in [("mvp15", ScanType::Full), ("everything", ScanType::Incremental)] {
        let names = Names { profiles: &[profile.to_owned()], ..Names::default() };
        let needed = crate::engine::permissions(&AWS, &select(&library, names).unwrap(), scan_type);
        let forecast = forecast(&[profile], scan_type, Told { pace: None }, None).await;
        // Nobody needs a permission to ask who he is.
        let told = forecast.actions.iter().map(|one| one.action).filter(|action| *action != "sts:GetCallerIdentity");
        assert_eq!(told.collect::<Vec<_>>(), needed.actions(), "{profile}");
    }
}

#[tokio::test]
async fn what_an_earlier_scan_found_is_asked_about_again() {
    let earlier = earlier(Likeness::Inventory);
    let forecast = forecast(&["mvp15"], ScanType::Incremental, Told { pace: None }, Some(&earlier)).await;
    assert!(matches!(&forecast.basis, Basis::Inventory { id, .. } if id == "scan-1"));
    assert_eq!(calls(&forecast, "s3:GetBucketPublicAccessBlock"), Some(42));
    assert_eq!(calls(&forecast, "iam:GetAccountAuthorizationDetails"), Some(3), "a page has a thousand");
    assert_eq!(calls(&forecast, "ecr:GetRepositoryPolicy").unwrap_or_default(), 0, "it has no repository");
    assert_eq!(calls(&forecast, "cloudtrail:LookupEvents"), Some(2), "an incremental scan asks each region what changed");
}

#[tokio::test]
async fn the_same_scan_tells_calls_and_time_as_they_were() {
    let earlier = earlier(Likeness::Same);
    let forecast = forecast(&["S3.8"], ScanType::Full, Told { pace: None }, Some(&earlier)).await;
    assert!(matches!(forecast.basis, Basis::SameScan { .. }));
    assert_eq!((forecast.calls(), forecast.duration_ms, forecast.timing), (92, Some(4_321), Timing::Measured));
    assert!(calls(&forecast, "s3:GetBucketPublicAccessBlock") > Some(80), "{:?}", forecast.actions);
}

#[tokio::test]
async fn the_slowest_bucket_of_a_region_says_how_long_it_takes() {
    let pace =
        |per_second| Told { pace: Some(Pace { bucket: "all".to_owned(), per_second, burst: 2.0, at_once: 10, answer_ms: 120.0 }) };
    let mut known = earlier(Likeness::Inventory);
    known.assets.insert(("aws.s3.bucket".to_owned(), "eu-west-1".to_owned()), 402);
    let slow = forecast(&["S3.8"], ScanType::Full, pace(10.0), Some(&known)).await;
    assert_eq!(slow.duration_ms, Some(41_000), "400 calls beyond the burst, ten a second, and a second besides");
    let fast = forecast(&["S3.8"], ScanType::Full, pace(100_000.0), Some(&known)).await;
    assert_eq!(fast.duration_ms, Some(5_824), "ten at once, each 120 ms");
}

#[tokio::test]
async fn what_the_same_scan_called_beyond_the_forecast_is_counted_too() {
    let mut earlier = earlier(Likeness::Same);
    earlier.calls.by_service.insert("organizations".to_owned(), 5);
    let forecast = forecast(&["S3.8"], ScanType::Full, Told { pace: None }, Some(&earlier)).await;
    assert_eq!((forecast.other_calls, forecast.calls()), (5, 97));
}

#[tokio::test]
async fn the_time_of_a_scan_that_went_at_another_pace_is_reckoned() {
    let pace = Pace { bucket: "all".to_owned(), per_second: 1.0, burst: 0.0, at_once: 1, answer_ms: 0.0 };
    let earlier = EarlierScan { duration_ms: None, ..earlier(Likeness::Same) };
    let forecast = forecast(&["S3.8"], ScanType::Full, Told { pace: Some(pace) }, Some(&earlier)).await;
    assert!(matches!(forecast.basis, Basis::SameScan { .. }));
    assert_eq!((forecast.timing, forecast.calls()), (Timing::Reckoned, 92));
    assert!(forecast.duration_ms > Some(40_000), "{:?}", forecast.duration_ms);
}

#[tokio::test]
async fn what_an_earlier_scan_could_not_list_is_assumed_and_not_taken_for_nothing() {
    let repositories = async |earlier: &EarlierScan| {
        let forecast = forecast(&["mvp15"], ScanType::Full, Told { pace: None }, Some(earlier)).await;
        [calls(&forecast, "ecr:BatchGetRepositoryScanningConfiguration"), calls(&forecast, "s3:GetBucketPublicAccessBlock")]
    };
    let whole = earlier(Likeness::Inventory);
    assert_eq!(repositories(&whole).await, [Some(0), Some(42)]);
    let missed = [("ecr:DescribeRepositories", "eu-west-1"), ("s3:ListAllMyBuckets", "us-east-1")];
    let missed = missed.map(|(action, region)| (action.to_owned(), region.to_owned())).into();
    assert_eq!(repositories(&EarlierScan { missed, ..whole.clone() }).await, [Some(1), Some(45)], "at least what was seen");
    let unfinished = vec![(JobKind::Registries, None), (JobKind::Discovery, Some("us-east-1".to_owned()))];
    assert_eq!(repositories(&EarlierScan { unfinished, ..whole.clone() }).await, [Some(2), Some(45)]);
    let elsewhere = vec![(JobKind::Clusters, None)];
    assert_eq!(repositories(&EarlierScan { unfinished: elsewhere, ..whole }).await, [Some(0), Some(42)]);
}

#[tokio::test]
async fn jobs_that_wait_for_each_other_take_longer() {
    let pace = Pace { bucket: "all".to_owned(), per_second: f64::INFINITY, burst: f64::INFINITY, at_once: 1, answer_ms: 100.0 };
    let provider: Arc<dyn Provider> = Arc::new(Told { pace: Some(pace) });
    let library = Library::load(&[]).unwrap();
    let selection = select(&library, Names { profiles: &["mvp15".to_owned()], ..Names::default() }).unwrap();
    let suppressions = Arc::new(Suppressions::default());
    let request = ScanRequest { name: None, scan_type: ScanType::Full, regions: Vec::new(), selection, suppressions };
    let prepared = prepare(&provider, &request, &Cancellation::default()).await.unwrap();
    let forecast = |concurrency| prepared.forecast(provider.as_ref(), None, concurrency);
    let [one, two, all] = [1, 2, 32].map(|concurrency| forecast(concurrency).duration_ms.unwrap());
    assert!(one > two && two >= all, "{one} {two} {all}");
    let (job, time) = forecast(32).longest_job.unwrap();
    assert!(job.starts_with("discovery:") || job.starts_with("compliance:"), "{job}");
    assert!(time <= all, "{time} {all}");
}

#[tokio::test]
async fn what_is_asked_twice_for_two_purposes_counts_twice() {
    let forecast = forecast(&["everything"], ScanType::Quick, Told { pace: None }, None).await;
    for action in ["ec2:DescribeImages", "ec2:DescribeSnapshots", "elasticloadbalancing:DescribeLoadBalancers"] {
        assert_eq!(calls(&forecast, action), Some(2), "{action}");
    }
}

#[tokio::test]
async fn a_list_for_the_whole_account_has_as_many_pages_as_all_regions_fill() {
    let mut earlier = earlier(Likeness::Inventory);
    for region in ["eu-west-1", "us-east-1"] {
        earlier.assets.insert(("aws.s3.bucket".to_owned(), region.to_owned()), 900);
    }
    let forecast = forecast(&["S3.8"], ScanType::Full, Told { pace: None }, Some(&earlier)).await;
    assert_eq!(calls(&forecast, "s3:ListAllMyBuckets"), Some(2));
}
