//! Sample scans on their way into a store.

use std::sync::Arc;

use posture_scan::model::{Event, Job, Listener, ScanHeader};
use posture_scan::report::sample::Sample;
use posture_scan::store::{Launch, NewScan, Recorder, ScanLock, Store, StoredRequest};
use tempfile::TempDir;

/// A request that fits no scan in particular.
pub(crate) fn request(header: &ScanHeader) -> StoredRequest {
    StoredRequest {
        suppressions: None,
        parameters: Vec::new(),
        only_in_use: false,
        provider: header.provider.clone(),
        fixture: Some("demo".to_owned()),
        mock_speed: None,
        aws_profile: None,
        roles: Vec::new(),
        mfa_serial: None,
        endpoint_url: None,
        api_share: None,
        max_evidence_age_s: None,
        version: "0.1.0".to_owned(),
        profiles: vec![header.profile.clone()],
        frameworks: Vec::new(),
        checks: Vec::new(),
        checks_dirs: Vec::new(),
        profiles_dirs: Vec::new(),
        regions: Vec::new(),
        scan_type: header.scan_type,
        name: header.name.clone(),
        concurrency: 32,
        job_deadline_s: 600,
        shard: None,
        wait: false,
        preflight: false,
        if_older_than_s: None,
    }
}

/// A store in a folder that goes away at the end of the test.
pub(crate) fn store() -> (TempDir, Store) {
    let home = TempDir::new().unwrap();
    let store = Store::open(home.path()).unwrap();
    (home, store)
}

/// The plan of a sample.
pub(crate) fn plan(sample: &Sample) -> &[Job] {
    match sample.events.first() {
        Some(Event::ScanStarted { jobs, .. }) => jobs,
        other => panic!("a sample begins with its plan, not with {other:?}"),
    }
}

/// Stores the plan of a sample, in the care of this process.
pub(crate) fn queue(store: &Store, sample: &Sample) -> ScanLock {
    let report = &sample.report;
    let lock = ScanLock::try_acquire(store.directory(), &report.header.id).unwrap().unwrap();
    let request = request(&report.header);
    let (checks, frameworks) = (&report.checks, &report.frameworks);
    let scan = NewScan { header: &report.header, request: &request, jobs: plan(sample), checks, frameworks, notes: &[] };
    store.create(&scan, Launch::Queued(&lock)).unwrap();
    if let Some(known) = &report.known {
        store.compare_with(&report.header.id, known).unwrap();
    }
    lock
}

/// Stores a sample the way that a scan is stored.
pub(crate) fn record(store: &Store, sample: &Sample) {
    let lock = queue(store, sample);
    let recorder = Arc::new(Recorder::start(Store::open(store.directory()).unwrap(), lock, || ()).unwrap());
    let listener: Arc<dyn Listener> = Arc::clone(&recorder) as Arc<dyn Listener>;
    for event in &sample.events {
        listener.hear(event);
    }
    recorder.finish().unwrap();
}
