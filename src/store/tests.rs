//! What is stored comes back as it was, whatever it was and however often.

pub(in crate::store) mod sample;

use super::*;
use crate::model::{JobOutcome, JobStatus, Outcome, ScanStatus, Severity, Warning};
use sample::{HOSTILE, Sample, assert_same, sample, store};

#[test]
fn a_scan_comes_back_as_it_was() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    assert_eq!(store.outcomes("scan-1").unwrap(), sample.outcomes);
    assert_eq!(store.checks("scan-1").unwrap(), sample.checks);
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
    let reopened = Store::open_read_only(store.directory()).unwrap();
    assert_same(&reopened.report("scan-1").unwrap(), &sample.report());
}

#[test]
fn a_request_comes_back_without_credentials() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    store.create(&sample.plan(), Launch::Planned).unwrap();
    let request = store.request("scan-1").unwrap();
    assert_eq!(request, StoredRequest { endpoint_url: Some("https://lab.example/x".to_owned()), ..sample.request });
    drop(store.connection);
    let raw = std::fs::read(folder::database(&store.directory)).unwrap();
    assert!(!raw.windows(7).any(|window| window == b"hunter2"));
}

#[test]
fn the_same_job_again_replaces_what_it_left() {
    let (_home, store) = store();
    let mut sample = sample("scan-1", 0);
    sample.store(&store);
    let other = only_a_warning(&sample, 1);
    store.job_finished("scan-1", &other).unwrap();
    sample.outcomes[1] = std::sync::Arc::new(other);
    assert_eq!(store.outcomes("scan-1").unwrap(), sample.outcomes);
}

/// The outcome of a job, but all that it leaves is a warning.
fn only_a_warning(sample: &Sample, job: usize) -> JobOutcome {
    JobOutcome {
        facets: vec![],
        results: vec![],
        ledger: vec![],
        gaps: vec![],
        warnings: vec![Warning::note("other", String::new())],
        ..sample.outcomes[job].as_ref().clone()
    }
}

#[test]
fn an_unchanged_account_costs_rows_but_no_values() {
    let (_home, store) = store();
    sample("scan-1", 0).store(&store);
    let count = |table: &str| -> i64 {
        store.connection.query_row(&format!("SELECT count(*) FROM {table}"), (), |row| row.get(0)).unwrap()
    };
    let shared = || ["t_text", "t_resource", "t_blob", "t_gap", "t_check"].map(count);
    let before = shared();
    assert!(before.iter().all(|rows| *rows > 0), "{before:?}");
    sample("scan-2", 1).store(&store);
    assert_eq!(shared(), before);
    assert_eq!(count("t_asset"), 8);
    assert_same(&store.report("scan-2").unwrap(), &sample("scan-2", 1).report());
}

#[test]
fn a_scan_under_way_can_be_followed() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let lock = sample.queue(&store);
    let record = |store: &Store| store.find("scan-1").unwrap();
    assert_eq!((record(&store).status, record(&store).jobs.queued, record(&store).percent), (ScanStatus::Queued, 3, 0));
    assert_eq!(record(&store).pid, Some(std::process::id()));
    store.begin(&lock, &sample.jobs).unwrap();
    store.job_started("scan-1", "discovery:eu-west-1", sample.header.started_at).unwrap();
    let calls = crate::model::CallCounts { total: 12, ..Default::default() };
    let progress = JobProgress { job_id: "discovery:eu-west-1".to_owned(), done: 3, total: 4, assets: 17, findings: 0 };
    store.progressed("scan-1", std::slice::from_ref(&progress), Some(&calls)).unwrap();
    let running = record(&store);
    assert_eq!((running.status, running.jobs.running, running.jobs.queued), (ScanStatus::Running, 1, 2));
    assert_eq!((running.percent, running.assets, running.calls.total, running.ended_at), (25, 17, 12, None));
    let job = &store.jobs("scan-1").unwrap()[0];
    assert_eq!((job.job.status, job.done, job.total, job.job.assets), (JobStatus::Running, 3, 4, 17));
    let report = store.report("scan-1").unwrap();
    assert_eq!(report.warnings, sample.notes, "what the plan warns of shows while it runs");
    assert_eq!((report.status, report.status_reason.as_str()), (ScanStatus::Running, "0 of 3 jobs have finished"));

    store.job_finished("scan-1", &sample.outcomes[0]).unwrap();
    store.progressed("scan-1", &[progress], None).unwrap();
    assert_eq!(store.outcomes("scan-1").unwrap(), sample.outcomes[..1], "late progress must not touch what has ended");
    assert_eq!(record(&store).percent, 33);
    for outcome in &sample.outcomes[1..] {
        store.job_finished("scan-1", outcome).unwrap();
    }
    store.finish("scan-1", &Ending::from(&sample.report())).unwrap();
    let ended = record(&store);
    assert_eq!((ended.status, ended.percent, ended.jobs.ended()), (ScanStatus::Partial, 100, 3));
    assert_eq!((ended.findings.total, ended.findings.high, ended.findings.low), (2, 1, 1));
    assert_eq!(ended.ended_at, Some(sample.report().ended_at));
    assert_eq!(ended.calls, sample.report().summary.api_calls);
}

#[test]
fn a_scan_that_goes_on_keeps_the_jobs_that_had_ended_and_forgets_the_others() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    let lock = ScanLock::try_acquire(store.directory(), "scan-1").unwrap().unwrap();
    store.queue(&lock).unwrap();
    let mut jobs = sample.jobs.clone();
    jobs[0].status = JobStatus::Succeeded;
    store.begin(&lock, &jobs).unwrap();
    assert_eq!(store.outcomes("scan-1").unwrap(), sample.outcomes[..1]);
    let record = store.find("scan-1").unwrap();
    assert_eq!((record.status, record.ended_at, record.reason.as_str()), (ScanStatus::Running, None, ""));
    assert_eq!((record.jobs.succeeded, record.jobs.queued, record.findings.total), (1, 2, 0));
    for outcome in &sample.outcomes[1..] {
        store.job_finished("scan-1", outcome).unwrap();
    }
    store.finish("scan-1", &Ending::from(&sample.report())).unwrap();
    assert_same(&store.report("scan-1").unwrap(), &sample.report());
}

#[test]
fn a_wish_to_stop_reaches_only_the_run_that_it_was_meant_for() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    store.create(&sample.plan(), Launch::Planned).unwrap();
    assert!(!store.request_cancellation("scan-1").unwrap(), "nothing runs that could stop");
    let lock = ScanLock::try_acquire(store.directory(), "scan-1").unwrap().unwrap();
    store.queue(&lock).unwrap();
    assert!(store.request_cancellation("scan-1").unwrap());
    store.begin(&lock, &sample.jobs).unwrap();
    assert!(store.cancel_requested("scan-1").unwrap(), "said while it waited, it still holds");
    store.finish("scan-1", &Ending::from(&sample.report())).unwrap();
    store.queue(&lock).unwrap();
    assert!(!store.cancel_requested("scan-1").unwrap());
}

#[test]
fn a_wish_to_stop_a_run_that_was_killed_does_not_stop_the_next() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let lock = sample.queue(&store);
    store.begin(&lock, &sample.jobs).unwrap();
    assert!(store.request_cancellation("scan-1").unwrap());
    // Killed, and nobody settled it.
    drop(lock);
    let lock = ScanLock::try_acquire(store.directory(), "scan-1").unwrap().unwrap();
    store.queue(&lock).unwrap();
    store.begin(&lock, &sample.jobs).unwrap();
    assert!(!store.cancel_requested("scan-1").unwrap());
}

#[test]
fn what_is_asked_of_an_unknown_scan_is_refused_by_name() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    let said = |error: StoreError| error.to_string();
    let ending = Ending::from(&sample.report());
    for error in [
        store.report("scan-9").map(drop).unwrap_err(),
        store.job_finished("scan-9", &sample.outcomes[0]).unwrap_err(),
        store.finish("scan-9", &ending).unwrap_err(),
        store.cancel_requested("scan-9").map(drop).unwrap_err(),
    ] {
        assert_eq!(said(error), "no stored scan is called scan-9");
    }
    store.create(&NewScan { jobs: &[], ..sample.plan() }, Launch::Planned).unwrap();
    let error = said(store.job_finished("scan-1", &sample.outcomes[0]).unwrap_err());
    assert!(error.contains("scan-1") && error.contains("discovery:eu-west-1"), "{error}");
    let error = said(store.create(&sample.plan(), Launch::Planned).unwrap_err());
    assert!(error.contains("cannot store scan scan-1: UNIQUE"), "{error}");
}

#[test]
fn a_job_is_stored_whole_or_not_at_all() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    let mut broken = sample.outcomes[0].as_ref().clone();
    let bottomless = (0..200).fold(crate::model::Property::Null, |inner, _| crate::model::Property::List(vec![inner]));
    broken.assets[3].properties.insert("deep".to_owned(), bottomless);
    let error = store.job_finished("scan-1", &broken).unwrap_err();
    assert!(!error.is_passing() && error.to_string().contains("100 levels"), "{error}");
    assert_eq!(store.outcomes("scan-1").unwrap(), sample.outcomes);
}

#[test]
fn a_store_for_reading_refuses_to_write() {
    let (_home, store) = store();
    let sample = sample("scan-1", 0);
    sample.store(&store);
    let reading = Store::open_read_only(store.directory()).unwrap();
    let error = reading.job_finished("scan-1", &sample.outcomes[0]).unwrap_err().to_string();
    assert!(error.contains("readonly"), "{error}");
    assert_eq!(reading.outcomes("scan-1").unwrap(), sample.outcomes);
}

#[test]
fn a_value_that_is_missing_is_an_error_and_not_a_row_less() {
    for table in ["t_blob", "t_resource", "t_text", "t_gap", "t_check"] {
        let (_home, store) = store();
        sample("scan-1", 0).store(&store);
        store.connection.execute(&format!("DELETE FROM {table}"), ()).unwrap();
        assert!(store.report("scan-1").is_err(), "{table}");
    }
}

#[test]
fn hostile_texts_are_values_and_never_sql() {
    let (_home, store) = store();
    let mut sample = sample(HOSTILE, 0);
    sample.header.account_id = HOSTILE.to_owned();
    sample.store(&store);
    assert_same(&store.report(HOSTILE).unwrap(), &sample.report());
    assert_eq!(store.find(HOSTILE).unwrap().header, sample.header);
    let filter = Filter { account_id: Some(HOSTILE.to_owned()), limit: None };
    assert_eq!(store.list(&filter).unwrap().len(), 1);
}

#[test]
fn findings_are_counted_by_severity_from_the_results() {
    let (_home, store) = store();
    let mut sample = sample("scan-1", 0);
    let mut outcome = sample.outcomes[1].as_ref().clone();
    for (result, severity) in outcome.results.iter_mut().zip(Severity::ALL) {
        result.outcome = Outcome::Fail;
        result.gap = None;
        result.check = sample::check("aws-s3-bucket-other", severity);
    }
    outcome.results.truncate(5);
    outcome.job.findings = 5;
    sample.outcomes[1] = std::sync::Arc::new(outcome);
    sample.store(&store);
    assert_eq!(store.find("last").unwrap().findings, sample.report().summary.findings);
}
