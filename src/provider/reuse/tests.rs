//! What is used again and what is read, on a cloud that counts what it is asked.

use std::collections::BTreeMap;

use super::*;
use crate::model::job::FacetRecord;
use crate::model::resource::by_name;
use crate::model::{GapKind, Job, JobKind, JobOutcome, Properties, ScanHeader, ScanType};

const BEGAN: Timestamp = Timestamp::constant(1_768_469_400, 0);

/// A cloud of buckets that counts what it is asked, with a log of changes for each region that is to have one.
#[derive(Default)]
struct Cloud {
    /// Whether its logs never come to their end.
    hangs: bool,
    buckets: Vec<Asset>,
    logs: BTreeMap<&'static str, Vec<Change>>,
    asked: Mutex<Vec<String>>,
}

impl Provider for Cloud {
    fn name(&self) -> &'static str {
        "test"
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        panic!("nobody asks")
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        panic!("nobody asks")
    }

    fn begin(&self, regions: &[String]) {
        self.asked.lock().unwrap().push(format!("begin {}", regions.join(" ")));
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        &crate::model::resource::AWS
    }

    fn list<'a>(&'a self, _: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
        let assets = self.buckets.iter().filter(|bucket| bucket.region == region).cloned().collect();
        async { Listing { assets, ..Listing::default() } }.boxed()
    }

    fn read_facet<'a>(
        &'a self,
        _: &'static ResourceType,
        facet: &'static Facet,
        _: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        let mut asked = self.asked.lock().unwrap();
        asked.extend(assets.iter().map(|asset| format!("{} {}", facet.name, asset.id)));
        async { assets.iter().map(|asset| Property::Text(format!("new {}", asset.id))).collect() }.boxed()
    }

    fn changes<'a>(&'a self, region: &'a str, since: Timestamp) -> BoxFuture<'a, Result<Vec<Change>, Untold>> {
        self.asked.lock().unwrap().push(format!("log {region} {}", BEGAN.duration_since(since).as_mins()));
        let detail = "no".to_owned();
        let denied = || -> Untold {
            Gap { kind: GapKind::Denied, action: "cloudtrail:LookupEvents".into(), region: region.into(), detail }.into()
        };
        if self.hangs {
            return std::future::pending().boxed();
        }
        let told = self.logs.get(region).cloned().ok_or_else(denied);
        async { told }.boxed()
    }

    fn calls(&self) -> Arc<CallCounts> {
        Arc::default()
    }
}

fn buckets() -> &'static ResourceType {
    by_name("aws.s3.bucket").unwrap()
}

fn bucket(name: &str, region: &str) -> Asset {
    Asset {
        resource_type: buckets().name,
        id: name.to_owned(),
        arn: format!("arn:aws:s3:::{name}"),
        name: name.to_owned(),
        region: region.to_owned(),
        tags: BTreeMap::new(),
        properties: Properties::from([("created_at", Property::Text("2024-05-06T07:08:09Z".into()))]),
        evidence_read_at: BTreeMap::new(),
    }
}

fn record(bucket: &Asset, facet: &'static str, value: Property) -> FacetRecord {
    FacetRecord {
        resource_type: bucket.resource_type,
        region: bucket.region.clone(),
        asset_arn: bucket.arn.clone(),
        asset_id: bucket.id.clone(),
        facet,
        value,
        read_at: None,
    }
}

/// What an earlier scan left behind: the policies of these buckets, all read now but for those in `records`.
fn earlier(assets: &[Asset], records: Vec<FacetRecord>) -> EarlierEvidence {
    let mut job = Job::queued(JobKind::Compliance, Some("eu-west-1"));
    job.started_at = Some(BEGAN + SignedDuration::from_secs(5));
    let mut facets = records;
    for asset in assets {
        if !facets.iter().any(|record| record.asset_id == asset.id) {
            facets.push(record(asset, "policy", Property::Text(format!("old {}", asset.id))));
        }
    }
    let outcome = JobOutcome { assets: assets.to_vec(), facets, ..JobOutcome::empty(job) };
    EarlierEvidence::new(&header(), &[Arc::new(outcome)], BEGAN - SignedDuration::from_hours(24))
}

fn header() -> ScanHeader {
    ScanHeader {
        id: "earlier".into(),
        name: None,
        provider: "test".into(),
        account_id: "111122223333".into(),
        partition: "aws".into(),
        profile: "mvp15".into(),
        scan_type: ScanType::Full,
        regions: vec!["eu-west-1".into()],
        checks_selected: 1,
        started_at: BEGAN,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

fn put_policy(bucket: &str) -> Change {
    Change {
        source: "s3.amazonaws.com".into(),
        parameters: vec![("bucketName".into(), bucket.into())],
        mentions: [bucket.to_owned()].into(),
    }
}

/// What reading the policies of every bucket in eu-west-1 gives, what was asked for it, and what was used again.
async fn policies(cloud: Cloud, earlier: EarlierEvidence) -> (Vec<Property>, Vec<String>, Vec<Option<Timestamp>>, Vec<Warning>) {
    let cloud = Arc::new(cloud);
    let mut reusing = Reusing::new(Arc::clone(&cloud) as Arc<dyn Provider>, earlier, "us-east-1");
    reusing.patience = Duration::from_millis(20);
    let listing = reusing.list(buckets(), "eu-west-1").await;
    let policy = buckets().facet("policy").unwrap();
    let values = reusing.read_facet(buckets(), policy, "eu-west-1", &listing.assets).await;
    let from = listing.assets.iter().map(|asset| reusing.reused_from(buckets(), policy, asset)).collect();
    let asked = cloud.asked.lock().unwrap().clone();
    (values, asked, from, reusing.outside(&[]))
}

fn quiet(buckets: &[Asset]) -> Cloud {
    Cloud { buckets: buckets.to_vec(), logs: [("eu-west-1", vec![]), ("us-east-1", vec![])].into(), ..Cloud::default() }
}

fn texts(values: &[Property]) -> Vec<&str> {
    values.iter().map(|value| if let Property::Text(text) = value { text } else { "no text" }).collect()
}

const LOGS: [&str; 2] = ["log eu-west-1 30", "log us-east-1 30"];

#[tokio::test]
async fn what_nothing_touched_comes_from_the_earlier_scan_with_the_time_it_was_read() {
    let all = [bucket("a", "eu-west-1"), bucket("b", "eu-west-1")];
    let (values, asked, from, warnings) = policies(quiet(&all), earlier(&all, vec![])).await;
    assert_eq!(texts(&values), ["old a", "old b"]);
    assert_eq!(asked, LOGS, "the logs, from half an hour before the earlier scan, and nothing else");
    assert_eq!(from, [Some(BEGAN + SignedDuration::from_secs(5)); 2]);
    assert_eq!(warnings, []);
}

#[tokio::test]
async fn what_was_touched_in_its_own_or_the_global_region_is_read_and_the_order_stays() {
    let all = ["a", "b", "c", "d"].map(|name| bucket(name, "eu-west-1"));
    let mut cloud = quiet(&all);
    cloud.logs = [("eu-west-1", vec![put_policy("b")]), ("us-east-1", vec![put_policy("d")])].into();
    let (values, asked, from, _) = policies(cloud, earlier(&all, vec![])).await;
    assert_eq!(texts(&values), ["old a", "new b", "old c", "new d"]);
    assert_eq!(asked[2..], ["policy b", "policy d"]);
    assert_eq!(from.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true, false]);
}

#[tokio::test]
async fn what_is_new_or_listed_otherwise_or_was_not_listed_is_read() {
    let (mut tagged, mut recreated) = (bucket("tagged", "eu-west-1"), bucket("recreated", "eu-west-1"));
    let unlisted = bucket("unlisted", "eu-west-1");
    let before = earlier(&[tagged.clone(), recreated.clone()], vec![record(&unlisted, "policy", Property::Null)]);
    tagged.tags.insert("team".into(), "x".into());
    recreated.properties.insert("created_at", Property::Text("2026-05-06T07:08:09Z".into()));
    let all = [tagged, recreated, unlisted, bucket("new", "eu-west-1")];
    let (values, ..) = policies(quiet(&all), before).await;
    assert_eq!(texts(&values), ["new tagged", "new recreated", "new unlisted", "new new"]);
}

#[tokio::test]
async fn what_was_unknown_or_is_too_old_is_read_and_the_first_reading_counts() {
    let all = ["unknown", "old", "kept"].map(|name| bucket(name, "eu-west-1"));
    let gap =
        Gap { kind: GapKind::Throttled, action: "s3:GetBucketPolicy".into(), region: "eu-west-1".into(), detail: String::new() };
    let hidden = Property::List(vec![Property::unknown(gap)]);
    let read_at = |hours| Some(BEGAN - SignedDuration::from_hours(hours));
    let records = vec![
        record(&all[0], "policy", hidden),
        FacetRecord { read_at: read_at(25), ..record(&all[1], "policy", Property::Null) },
        FacetRecord { read_at: read_at(23), ..record(&all[2], "policy", Property::Null) },
    ];
    let (values, _, from, _) = policies(quiet(&all), earlier(&all, records)).await;
    assert_eq!(texts(&values), ["new unknown", "new old", "no text"]);
    assert_eq!(from, [None, None, read_at(23)]);
}

#[tokio::test]
async fn a_log_that_cannot_be_read_means_that_everything_is_and_a_warning_says_why() {
    let all = [bucket("a", "eu-west-1"), bucket("b", "eu-west-1")];
    let mut cloud = quiet(&all);
    cloud.logs.remove("us-east-1");
    let (values, _, from, warnings) = policies(cloud, earlier(&all, vec![])).await;
    assert_eq!(texts(&values), ["new a", "new b"]);
    assert_eq!(from, [None, None]);
    let told: Vec<_> = warnings.iter().map(|warning| (warning.code.as_str(), warning.region.as_str())).collect();
    assert_eq!(told, [("full_reading", "us-east-1")]);
    assert!(warnings[0].message.ends_with("grant cloudtrail:LookupEvents to the scanning role"), "{}", warnings[0].message);
}

#[tokio::test]
async fn a_log_that_does_not_come_to_its_end_is_waited_for_no_longer_than_it_is_worth() {
    let all = [bucket("a", "eu-west-1")];
    let (values, _, from, warnings) = policies(Cloud { hangs: true, ..quiet(&all) }, earlier(&all, vec![])).await;
    assert_eq!((texts(&values), from), (vec!["new a"], vec![None]));
    assert!(warnings.iter().all(|warning| warning.code == "full_reading"), "{warnings:?}");
    assert!(warnings[0].message.contains("did not come to its end"), "{}", warnings[0].message);
}

#[tokio::test]
async fn where_there_is_nothing_to_use_again_nobody_asks_for_the_log() {
    let all = [bucket("a", "eu-west-1")];
    let elsewhere = [bucket("b", "eu-north-1")];
    let (values, asked, ..) = policies(quiet(&all), earlier(&elsewhere, vec![])).await;
    assert_eq!((texts(&values), asked), (vec!["new a"], vec!["policy a".to_owned()]));
}

#[test]
fn what_is_about_to_change_or_changes_without_a_call_is_not_kept() {
    let keeps = |resource_type: &str, facet: &'static str, value: Property| {
        let resource_type = by_name(resource_type).unwrap();
        let asset = Asset { resource_type: resource_type.name, ..bucket("x", "eu-west-1") };
        let evidence = earlier(std::slice::from_ref(&asset), vec![record(&asset, facet, value)]);
        evidence.facet(&asset, resource_type.facet(facet).unwrap()).is_some()
    };
    let cluster = |status: &str| Property::Map([("status", Property::Text(status.into()))].into());
    assert!(keeps("aws.eks.cluster", "configuration", cluster("ACTIVE")));
    assert!(!keeps("aws.eks.cluster", "configuration", cluster("UPDATING")));
    assert!(!keeps("aws.eks.cluster", "configuration", Property::Null));
    assert!(keeps("aws.s3.bucket", "policy", Property::Null));
    assert!(!keeps("aws.iam.user", "credentials", Property::Null), "keys age without a call");
}

#[test]
fn the_regions_of_the_scan_are_passed_on() {
    let cloud = Arc::new(Cloud::default());
    let reusing = Reusing::new(Arc::clone(&cloud) as Arc<dyn Provider>, earlier(&[], Vec::new()), "us-east-1");
    reusing.begin(&["eu-west-1", "us-east-1"].map(str::to_owned));
    assert_eq!(*cloud.asked.lock().unwrap(), ["begin eu-west-1 us-east-1"]);
}
