//! Scans killed at any moment: the store opens, no finished job is lost, and going on gives what an undisturbed scan gives.

use std::collections::BTreeMap;
use std::time::Duration;

use posture_scan::model::{JobOutcome, JobStatus};
use posture_scan::store::{Filter, Store, StoreError};
use serde_json::{Value, json};

use super::{Place, comparable};
use crate::support::account::{account, account_with_faults};

/// How many scans are killed again and again, and how often each.
const SCANS: u64 = 10;
const KILLS: usize = 5;

/// About how long the account takes to answer everything, in milliseconds, when nothing disturbs.
const LENGTH: u64 = 700;

#[test]
fn fifty_kills_lose_nothing() {
    let faults = json!([{ "kind": "denied", "action": "s3:GetBucketAcl" }]);
    let accounts = [account("111111111111", 25), account_with_faults("222222222222", 25, &faults)];
    let undisturbed = accounts.clone().map(|text| {
        let place = Place::new();
        let report = place.scan(&place.account("account.json", &text)).run().json();
        comparable(report)
    });
    // Side by side, but not so many that they starve each other.
    for batch in (0..SCANS).collect::<Vec<_>>().chunks(5) {
        std::thread::scope(|scope| {
            for seed in batch {
                let which = usize::try_from(seed % 2).unwrap();
                let (text, expected) = (&accounts[which], &undisturbed[which]);
                scope.spawn(move || kill_and_go_on(*seed, text, expected));
            }
        });
    }
}

fn kill_and_go_on(seed: u64, text: &str, expected: &Value) {
    let place = Place::new();
    let account = place.account("account.json", text);
    let mut random = fastrand::Rng::with_seed(seed);
    let mut finished: BTreeMap<String, JobOutcome> = BTreeMap::new();
    for kill in 0..KILLS {
        let mut running = next_run(&place, &account).start();
        std::thread::sleep(Duration::from_millis(random.u64(0..LENGTH)));
        running.kill();
        running.wait();
        let now = succeeded(&place);
        for (job, outcome) in &finished {
            assert_eq!(now.get(job), Some(outcome), "seed {seed}, kill {kill}: {job} was lost or ran again");
        }
        finished = now;
    }
    let run = next_run(&place, &account).run();
    assert!(matches!(run.code, Some(0 | 3)), "seed {seed}: {:?} {}", run.code, run.stderr);
    let report = run.json();
    assert_eq!(&comparable(report.clone()), expected, "seed {seed}");
    let store = Store::open_read_only(&place.state()).unwrap();
    let records = store.list(&Filter::default()).unwrap();
    assert_eq!(records.len(), 1, "seed {seed}: each run went on with the same scan");
    let stored = store.report(&records[0].header.id).unwrap();
    assert_eq!(stored.results.len(), report["results"].as_array().unwrap().len(), "seed {seed}");
    assert_eq!(stored.status.as_str(), report["scan"]["status"], "seed {seed}");
    let now = succeeded(&place);
    assert!(finished.iter().all(|(job, outcome)| now.get(job) == Some(outcome)), "seed {seed}: a finished job changed");
}

/// A run that goes on where the killed one was; the first scan, where it was killed before there was anything to go on with.
fn next_run(place: &Place, account: &str) -> crate::support::run::Scan {
    let is_stored = match Store::open_read_only(&place.state()) {
        Ok(store) => !store.list(&Filter::default()).unwrap().is_empty(),
        Err(StoreError::Absent { .. }) => false,
        Err(error) => panic!("the store does not open: {error}"),
    };
    if is_stored { place.run("resume last --format json") } else { place.scan(account) }
}

/// What the jobs of the only scan left that have succeeded.
fn succeeded(place: &Place) -> BTreeMap<String, JobOutcome> {
    let store = match Store::open_read_only(&place.state()) {
        Ok(store) => store,
        Err(StoreError::Absent { .. }) => return BTreeMap::new(),
        Err(error) => panic!("the store does not open: {error}"),
    };
    let Some(record) = store.list(&Filter::default()).unwrap().pop() else { return BTreeMap::new() };
    let outcomes = store.outcomes(&record.header.id).unwrap().into_iter();
    let succeeded = outcomes.filter(|outcome| outcome.job.status == JobStatus::Succeeded);
    succeeded.map(|outcome| (outcome.job.id.clone(), JobOutcome::clone(&outcome))).collect()
}
