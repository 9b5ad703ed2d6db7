//! How large and how slow the store of a large account is. Run with:
//! `cargo test --release --no-default-features --test store -- --ignored --nocapture a_large_account`

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use posture_scan::model::job::FacetRecord;
use posture_scan::model::{
    Asset, CheckMetadata, CheckResult, Job, JobKind, JobOutcome, JobStatus, LedgerEntry, Outcome, Properties, Property, ScanHeader,
};
use posture_scan::report::sample;
use posture_scan::store::{Ending, Filter, Launch, NewScan, Retention, ScanLock, Store};

use crate::support::{request, store};

const REGIONS: usize = 15;
const ASSETS_PER_REGION: usize = 2_000;

/// Assets as EC2 has them: ids of 17 hexadecimal digits, a name, tags, a dozen properties of which half differ.
fn assets(region: &str) -> Vec<Asset> {
    let hexadecimal = |count: usize| -> String { std::iter::repeat_with(|| fastrand::digit(16)).take(count).collect() };
    let text = |text: &str| Property::Text(text.to_owned());
    let asset = |number: usize| {
        let id = format!("sg-0{}", hexadecimal(16));
        let rule = |port: i64| {
            Property::Map(Properties::from([
                ("protocol", text("tcp")),
                ("from_port", Property::Integer(port)),
                ("to_port", Property::Integer(port)),
                ("cidrs", Property::List(vec![text(&format!("10.{}.{}.0/24", fastrand::u8(..), fastrand::u8(..)))])),
                ("groups", Property::List(vec![text(&format!("sg-0{}", hexadecimal(16)))])),
            ]))
        };
        Asset {
            resource_type: "aws.ec2.security_group",
            arn: format!("arn:aws:ec2:{region}:111122223333:security-group/{id}"),
            name: format!("team-{}-service-{number}", number % 17),
            region: region.to_owned(),
            tags: BTreeMap::from([
                ("Name".to_owned(), format!("team-{}-service-{number}", number % 17)),
                ("team".to_owned(), format!("team-{}", number % 17)),
                ("environment".to_owned(), "production".to_owned()),
                (
                    "aws:cloudformation:stack-id".to_owned(),
                    format!("arn:aws:cloudformation:{region}:111122223333:stack/{}", number / 9),
                ),
            ]),
            properties: Properties::from([
                ("group_name", text(&format!("service-{number}"))),
                ("description", text("Managed by Terraform")),
                ("vpc_id", text(&format!("vpc-0{:016x}", number % 5))),
                ("owner", text("111122223333")),
                ("default", Property::Bool(false)),
                ("ingress", Property::List(vec![rule(22), rule(443), rule(8443)])),
                ("egress", Property::List(vec![rule(443)])),
            ]),
            id,
            evidence_read_at: BTreeMap::new(),
        }
    };
    (0..ASSETS_PER_REGION).map(asset).collect()
}

fn facet(asset: &Asset, facet: &'static str, value: Property) -> FacetRecord {
    let (region, asset_arn, asset_id) = (asset.region.clone(), asset.arn.clone(), asset.id.clone());
    FacetRecord { resource_type: asset.resource_type, region, asset_arn, asset_id, facet, value, read_at: None }
}

fn compliance(job: Job, assets: &[Asset], checks: &[Arc<CheckMetadata>]) -> JobOutcome {
    let interfaces = |number: usize| -> Property {
        let one = |index: usize| Property::Text(format!("eni-0{:016x}", fastrand::u64(..) ^ index as u64));
        Property::List((0..number % 3).map(one).collect())
    };
    let mut outcome = empty(job);
    for (number, asset) in assets.iter().enumerate() {
        outcome.facets.push(facet(asset, "interfaces", interfaces(number)));
        outcome.facets.push(facet(
            asset,
            "references",
            Property::Map(Properties::from([("used", Property::Bool(number % 2 == 0))])),
        ));
        for (check, result) in checks.iter().take(2).zip([Outcome::Pass, Outcome::Fail]) {
            outcome.results.push(CheckResult {
                check: Arc::clone(check),
                outcome: if number % 10 == 0 { result } else { Outcome::Pass },
                resource: asset.reference(),
                message: format!("Security group {} lets 0.0.0.0/0 reach port 22", asset.name),
                gap: None,
                satisfied_by: None,
                mute: None,
            });
        }
    }
    outcome.ledger = checks.iter().map(|check| LedgerEntry::empty(&check.id, &assets[0].region)).collect();
    outcome
}

fn empty(job: Job) -> JobOutcome {
    let job = Job { status: JobStatus::Succeeded, ..job };
    JobOutcome { job, assets: vec![], facets: vec![], results: vec![], ledger: vec![], gaps: vec![], warnings: vec![] }
}

fn account() -> Vec<JobOutcome> {
    let checks = &sample::completed().report.checks;
    let regions = (0..REGIONS).map(|number| format!("region-{number}"));
    regions
        .flat_map(|region| {
            let assets = assets(&region);
            let compliance = compliance(Job::queued(JobKind::Compliance, Some(&region)), &assets, checks);
            [JobOutcome { assets, ..empty(Job::queued(JobKind::Discovery, Some(&region))) }, compliance]
        })
        .collect()
}

/// Stores the account as a scan of that id; how long that took.
fn stored(store: &Store, id: &str, outcomes: &[JobOutcome]) -> Duration {
    let template = sample::completed().report;
    let header = ScanHeader { id: id.to_owned(), ..template.header.as_ref().clone() };
    let jobs: Vec<Job> = outcomes.iter().map(|outcome| Job { status: JobStatus::Queued, ..outcome.job.clone() }).collect();
    let began = Instant::now();
    let lock = ScanLock::try_acquire(store.directory(), id).unwrap().unwrap();
    let request = request(&header);
    let (checks, frameworks) = (&template.checks, &template.frameworks);
    let scan = NewScan { header: &header, request: &request, jobs: &jobs, checks, frameworks, notes: &[] };
    store.create(&scan, Launch::Queued(&lock)).unwrap();
    store.begin(&lock, &jobs).unwrap();
    for outcome in outcomes {
        store.job_finished(id, outcome).unwrap();
    }
    store.finish(id, &Ending::from(template.as_ref())).unwrap();
    began.elapsed()
}

#[test]
#[ignore = "a measurement, for people"]
fn a_large_account_of_30_000_assets_and_60_000_results() {
    let (home, store) = store();
    let outcomes = account();
    let megabytes = || -> f64 {
        let files = ["scans.db", "scans.db-wal"].map(|name| std::fs::metadata(home.path().join(name)).map_or(0, |it| it.len()));
        f64::from(u32::try_from(files.iter().sum::<u64>() / 1024).unwrap()) / 1024.0
    };
    let checkpointed = || {
        drop(store.prune(Retention::Newest(100)).unwrap());
        megabytes()
    };
    let began = Instant::now();
    crate::support::record(&store, &sample::completed());
    println!("a small scan: {:?}", began.elapsed());
    drop(store.prune(Retention::Newest(0)).unwrap());
    let first = stored(&store, "scan-1", &outcomes);
    println!("first scan: {first:?}, {:.1} MiB", checkpointed());
    let second = stored(&store, "scan-2", &outcomes);
    println!("the same again: {second:?}, {:.1} MiB in all", checkpointed());
    let began = Instant::now();
    let report = store.report("scan-2").unwrap();
    println!("report: {:?}, {} assets, {} results", began.elapsed(), report.assets.len(), report.results.len());
    let began = Instant::now();
    let listed = store.list(&Filter::default()).unwrap();
    println!("list: {:?}", began.elapsed());
    let began = Instant::now();
    let rows = store.query("SELECT count(*) FROM assets WHERE scan_id = 'scan-1' AND properties LIKE '%eni-0%'", 1).unwrap();
    println!("query over all properties: {:?}, {:?}", began.elapsed(), rows.rows);
    let began = Instant::now();
    let pruned = store.prune(Retention::Newest(0)).unwrap();
    println!("prune: {:?}, {} bytes freed, {:.1} MiB left", began.elapsed(), pruned.bytes_freed, megabytes());
    assert_eq!((report.assets.len(), report.results.len(), listed.len()), (30_000, 60_000, 2));
}

#[test]
fn a_small_scan_is_stored_in_no_time() {
    let (_home, store) = store();
    let sample = sample::completed();
    let began = Instant::now();
    crate::support::record(&store, &sample);
    // Milliseconds; the limit is for a machine that does a lot else.
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
