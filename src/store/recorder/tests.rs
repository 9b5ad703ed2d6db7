//! Everything heard is stored, in order, however the database fares meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::*;
use crate::model::{CallCounts, Job, JobStatus, Property, ScanStatus};
use crate::store::folder;
use crate::store::tests::sample::{Sample, assert_same, sample, store};

/// Everything that an engine would tell of a scan.
fn events(sample: &Sample) -> Vec<Event> {
    let mut events = vec![Event::ScanStarted {
        header: Arc::new(sample.header.clone()),
        jobs: sample.jobs.clone(),
        at: sample.header.started_at,
    }];
    for outcome in &sample.outcomes {
        let job_id = outcome.job.id.clone();
        events.push(Event::JobStarted { job_id: job_id.clone(), at: sample.header.started_at });
        for done in 1..=3 {
            let calls = Arc::new(CallCounts { total: done, ..CallCounts::default() });
            events.push(Event::JobProgressed { job_id: job_id.clone(), done, total: 3, assets: done, findings: 0, calls });
        }
        events.push(Event::JobFinished { outcome: Arc::clone(outcome) });
    }
    events.push(Event::ScanFinished { report: Arc::new(sample.report()) });
    events
}

fn recorder(store: &Store, sample: &Sample, on_cancel: impl FnOnce() + Send + 'static) -> Recorder {
    let lock = sample.queue(store);
    let own = Store::open(store.directory()).unwrap();
    own.connection.busy_timeout(Duration::from_millis(100)).unwrap();
    Recorder::with_patience(Duration::from_secs(2), own, lock, Box::new(on_cancel)).unwrap()
}

fn hear(recorder: &Recorder, events: &[Event]) {
    for event in events {
        recorder.hear(event);
    }
}

fn until(what: &str, mut reached: impl FnMut() -> bool) {
    let patience = Instant::now() + Duration::from_secs(30);
    while !reached() {
        assert!(Instant::now() < patience, "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_scan_that_was_heard_is_stored_whole() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let recorder = recorder(&store, &sample, || panic!("nobody asked"));
    hear(&recorder, &events(&sample));
    recorder.finish().unwrap();
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
    assert_eq!(store.outcomes("scan-1").unwrap(), sample.outcomes);
    recorder.hear(&events(&sample)[0]);
    recorder.finish().unwrap();
    assert_eq!(store.find("scan-1").unwrap().status, ScanStatus::Partial);
}

#[test]
fn progress_shows_while_the_scan_runs_and_the_lock_is_held_to_the_end() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let recorder = recorder(&store, &sample, || ());
    hear(&recorder, &events(&sample)[..4]);
    until("progress is stored", || store.jobs("scan-1").unwrap()[0].done == 2);
    assert_eq!(store.find("scan-1").unwrap().calls.total, 2);
    assert!(ScanLock::try_acquire(store.directory(), "scan-1").unwrap().is_none());
    recorder.finish().unwrap();
    assert!(ScanLock::try_acquire(store.directory(), "scan-1").unwrap().is_some());
}

#[test]
fn a_wish_to_stop_is_told_once() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let told = Arc::new(AtomicU32::new(0));
    let teller = Arc::clone(&told);
    let recorder = recorder(&store, &sample, move || {
        teller.fetch_add(1, Ordering::SeqCst);
    });
    recorder.hear(&events(&sample)[0]);
    store.request_cancellation("scan-1").unwrap();
    until("the wish is told", || told.load(Ordering::SeqCst) > 0);
    std::thread::sleep(Duration::from_millis(600));
    recorder.finish().unwrap();
    assert_eq!(told.load(Ordering::SeqCst), 1);
}

#[test]
fn hearing_does_not_wait_and_what_could_not_be_written_is_written_later() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let recorder = recorder(&store, &sample, || ());
    let other = Connection::open(folder::database(store.directory())).unwrap();
    let busy = Transaction::new_unchecked(&other, TransactionBehavior::Immediate).unwrap();
    let heard = Instant::now();
    hear(&recorder, &events(&sample));
    assert!(heard.elapsed() < Duration::from_secs(1));
    // Longer than a write waits for its turn, so that it fails at least once.
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(store.find("scan-1").unwrap().status, ScanStatus::Queued);
    drop(busy);
    until("it is tried again", || store.find("scan-1").unwrap().status == ScanStatus::Partial);
    recorder.finish().unwrap();
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
}

#[test]
fn what_is_never_written_is_said_at_the_end() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let recorder = recorder(&store, &sample, || ());
    let other = Connection::open(folder::database(store.directory())).unwrap();
    let busy = Transaction::new_unchecked(&other, TransactionBehavior::Immediate).unwrap();
    hear(&recorder, &events(&sample));
    let error = recorder.finish().unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
    assert!(error.to_string().contains("cannot begin scan scan-1"), "{error}");
    drop(busy);
    recorder.finish().unwrap();
    assert_eq!(store.settle_interrupted().unwrap(), ["scan-1"]);
}

#[test]
fn a_full_disk_ends_nothing_and_is_said_at_the_end() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let lock = sample.queue(&store);
    let own = Store::open(store.directory()).unwrap();
    // A database that may not grow is a full disk, as far as SQLite can tell.
    own.connection.pragma_update(None, "max_page_count", 1).unwrap();
    let mut large = sample.clone();
    let mut outcome = sample.outcomes[1].as_ref().clone();
    outcome.results = outcome.results.into_iter().cycle().take(5_000).collect();
    large.outcomes[1] = Arc::new(outcome);
    let recorder = Recorder::start(own, lock, || ()).unwrap();
    hear(&recorder, &events(&large));
    let error = recorder.finish().unwrap_err();
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    let said = error.to_string();
    assert!(said.contains("the disk of") && said.contains("is full; make room"), "{said}");
    assert_eq!(store.find("scan-1").unwrap().status, ScanStatus::Running);
}

#[test]
fn the_end_of_a_scan_waits_for_another_process_that_writes() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let recorder = recorder(&store, &sample, || ());
    let other = Connection::open(folder::database(store.directory())).unwrap();
    std::thread::scope(|scope| {
        let busy = Transaction::new_unchecked(&other, TransactionBehavior::Immediate).unwrap();
        hear(&recorder, &events(&sample));
        let finishing = scope.spawn(|| recorder.finish());
        // Several times longer than one write waits for its turn.
        std::thread::sleep(Duration::from_millis(600));
        drop(busy);
        finishing.join().unwrap().unwrap();
    });
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
}

/// A sample that everything went well with.
fn completed() -> Sample {
    let mut sample = sample("scan-1", 0);
    for outcome in &mut sample.outcomes {
        let outcome = Arc::make_mut(outcome);
        outcome.job =
            Job { status: JobStatus::Succeeded, error: None, ended_at: Some(sample.header.started_at), ..outcome.job.clone() };
    }
    assert_eq!(sample.report().status, ScanStatus::Completed);
    sample
}

#[test]
fn a_scan_that_lost_a_job_is_not_completed_and_says_so() {
    let (_home, store) = store();
    let mut sample = completed();
    let bottomless = (0..200).fold(Property::Null, |inner, _| Property::List(vec![inner]));
    Arc::make_mut(&mut sample.outcomes[0]).assets[0].properties.insert("deep".to_owned(), bottomless);
    let recorder = recorder(&store, &sample, || ());
    hear(&recorder, &events(&sample));
    let error = recorder.finish().unwrap_err();
    assert!(error.to_string().contains("cannot store job discovery:eu-west-1"), "{error}");
    let record = store.find("scan-1").unwrap();
    assert_eq!((record.status, record.reason.as_str()), (ScanStatus::Partial, "1 of 3 jobs could not be stored"));
    assert_eq!((record.jobs.failed, record.jobs.succeeded), (1, 2), "one job does not hold up the others");
    let report = store.report("scan-1").unwrap();
    let job = &report.jobs[0];
    assert_eq!((job.status, job.assets), (JobStatus::Failed, 0));
    assert!(
        job.error.as_deref().is_some_and(|error| error.contains("not stored: cannot store job discovery:eu-west-1")),
        "{job:?}"
    );
    let warning = report.warnings.iter().find(|warning| warning.code == "not_stored").unwrap();
    assert!(warning.message.contains("what job discovery:eu-west-1 found is not stored"), "{warning:?}");
    assert_eq!(report.results.len(), sample.report().results.len());
    assert_eq!(store.last_complete("111122223333", "mock", "mvp15").unwrap(), None, "it is no baseline");
}

#[test]
fn a_scan_that_lost_nothing_is_completed() {
    let (_home, store) = store();
    let sample = completed();
    let recorder = recorder(&store, &sample, || ());
    hear(&recorder, &events(&sample));
    recorder.finish().unwrap();
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
    assert!(store.last_complete("111122223333", "mock", "mvp15").unwrap().is_some());
}

#[test]
fn another_scans_report_ends_nothing() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let recorder = recorder(&store, &sample, || ());
    recorder.hear(&events(&sample)[0]);
    recorder.hear(&Event::ScanFinished { report: Arc::new(crate::store::tests::sample::sample("scan-2", 0).report()) });
    recorder.hear(&Event::CancellationRequested);
    recorder.finish().unwrap();
    assert_eq!(store.find("scan-1").unwrap().status, ScanStatus::Running);
}
