//! Several processes and one store. The second process is this test binary again, told by a variable which part to play.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use posture_scan::model::{Event, JobOutcome, JobStatus, Listener, ScanStatus};
use posture_scan::report::sample::{self, Sample};
use posture_scan::store::{AccountLock, Ending, Filter, Recorder, Retention, ScanLock, Store};

use crate::support::{queue, store};

const DIRECTORY: &str = "POSTURE_SCAN_TEST_STORE";

/// A process that plays a part until it is killed.
struct Actor(Child);

impl Actor {
    /// Starts the part, the name of an ignored test below, and waits until it says that it is ready.
    fn start(part: &str, directory: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "--ignored", "--nocapture", &format!("processes::{part}")]).env(DIRECTORY, directory);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let actor = Self(child);
        assert!(stdout.lines().any(|line| line.unwrap().ends_with("ready")), "{part} is never ready");
        actor
    }

    /// Ends it as `kill -9` does.
    fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Says that the part is being played, and plays it until the process is killed or forgotten.
fn ready() {
    println!("ready");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
}

/// The store of the test that started this process; `None` where somebody runs the part by itself.
fn directory() -> Option<PathBuf> {
    std::env::var_os(DIRECTORY).map(PathBuf::from)
}

#[test]
#[ignore = "a part that another test lets a second process play"]
fn holds_the_lock_of_an_account() {
    let Some(directory) = directory() else { return };
    let _lock = AccountLock::try_acquire(&directory, "mock", "demo").unwrap().unwrap();
    ready();
}

#[test]
#[ignore = "a part that another test lets a second process play"]
fn runs_half_a_scan() {
    let Some(directory) = directory() else { return };
    let store = Store::open(&directory).unwrap();
    let sample = sample::completed();
    let lock = queue(&store, &sample);
    let recorder = Recorder::start(Store::open(&directory).unwrap(), lock, || ()).unwrap();
    // The plan and its first three jobs.
    for event in &sample.events[..4] {
        recorder.hear(event);
    }
    while store.find("last").unwrap().jobs.ended() < 3 {
        std::thread::sleep(Duration::from_millis(5));
    }
    ready();
}

#[test]
#[ignore = "a part that another test lets a second process play"]
fn writes_scans_without_end() {
    let Some(directory) = directory() else { return };
    let store = Store::open(&directory).unwrap();
    println!("ready");
    loop {
        let sample = sample_of_its_own();
        let id = &sample.report.header.id;
        let lock = queue(&store, &sample);
        store.begin(&lock, crate::support::plan(&sample)).unwrap();
        for outcome in outcomes(&sample) {
            store.job_started(id, &outcome.job.id, sample.report.header.started_at).unwrap();
            store.job_finished(id, outcome).unwrap();
        }
        store.finish(id, &Ending::from(sample.report.as_ref())).unwrap();
    }
}

/// A sample with an id that no other scan has.
fn sample_of_its_own() -> Sample {
    let mut sample = sample::large(300);
    let report = Arc::make_mut(&mut sample.report);
    Arc::make_mut(&mut report.header).id = format!("scan-{:016x}", fastrand::u64(..));
    sample
}

fn outcomes(sample: &Sample) -> impl Iterator<Item = &Arc<JobOutcome>> {
    sample.events.iter().filter_map(|event| match event {
        Event::JobFinished { outcome } => Some(outcome),
        _ => None,
    })
}

#[test]
fn killed_at_any_moment_a_job_is_stored_whole_or_not_at_all() {
    let (home, store) = store();
    let sample = sample_of_its_own();
    let whole: BTreeMap<&str, &Arc<JobOutcome>> = outcomes(&sample).map(|outcome| (outcome.job.id.as_str(), outcome)).collect();
    let (mut finished, mut interrupted) = (0, 0);
    for _ in 0..20 {
        let actor = Actor::start("writes_scans_without_end", home.path());
        std::thread::sleep(Duration::from_millis(fastrand::u64(0..200)));
        actor.kill();
        let database = rusqlite::Connection::open(home.path().join("scans.db")).unwrap();
        let number = |sql: &str| database.query_row(sql, (), |row| row.get::<_, i64>(0)).unwrap();
        let checked: String = database.query_row("PRAGMA integrity_check", (), |row| row.get(0)).unwrap();
        assert_eq!((checked.as_str(), number("SELECT count(*) FROM pragma_foreign_key_check")), ("ok", 0));
        for table in ["t_asset", "t_facet", "t_result", "t_ledger", "t_job_gap", "t_job_warning"] {
            let halves = format!("SELECT count(*) FROM {table} JOIN t_job USING (job_key) WHERE status IN ('queued', 'running')");
            assert_eq!(number(&halves), 0, "{table}");
        }
        for record in store.list(&Filter { account_id: None, limit: Some(3) }).unwrap() {
            for outcome in store.outcomes(&record.header.id).unwrap() {
                let is_settled = outcome.job.status == JobStatus::Cancelled && outcome.results.is_empty();
                assert!(is_settled || Some(&&outcome) == whole.get(outcome.job.id.as_str()), "{}", outcome.job.id);
                finished += usize::from(!is_settled);
            }
        }
        interrupted += store.settle_interrupted().unwrap().len();
        store.prune(Retention::Newest(3)).unwrap();
    }
    assert!(finished > 0 && interrupted > 0, "{finished} jobs, {interrupted} scans");
}

#[test]
fn the_lock_of_an_account_keeps_other_processes_away_until_its_holder_is_killed() {
    let (home, _store) = store();
    let lock = || AccountLock::try_acquire(home.path(), "mock", "demo").unwrap();
    let actor = Actor::start("holds_the_lock_of_an_account", home.path());
    assert!(lock().is_none());
    assert!(AccountLock::try_acquire(home.path(), "mock", "other").unwrap().is_some());
    actor.kill();
    assert!(lock().is_some());
}

#[test]
fn a_scan_whose_process_is_killed_keeps_its_finished_jobs_and_can_be_finished() {
    let (home, store) = store();
    let sample = sample::completed();
    let id = &sample.report.header.id;
    let actor = Actor::start("runs_half_a_scan", home.path());
    assert_eq!(store.settle_interrupted().unwrap(), Vec::<String>::new(), "its process lives");
    assert_eq!(store.find(id).unwrap().status, ScanStatus::Running);
    assert!(ScanLock::try_acquire(home.path(), id).unwrap().is_none());
    let pid = actor.0.id();
    actor.kill();

    assert_eq!(store.settle_interrupted().unwrap(), [id.as_str()]);
    let record = store.find(id).unwrap();
    assert_eq!((record.status, record.pid), (ScanStatus::Cancelled, Some(pid)));
    assert!(record.reason.starts_with("interrupted"), "{}", record.reason);
    assert_eq!((record.jobs.succeeded, record.jobs.cancelled), (3, 5));

    let lock = ScanLock::try_acquire(home.path(), id).unwrap().unwrap();
    store.queue(&lock).unwrap();
    let recorder = Recorder::start(Store::open(home.path()).unwrap(), lock, || ()).unwrap();
    let mut jobs = crate::support::plan(&sample).to_vec();
    for (job, stored) in jobs.iter_mut().zip(store.outcomes(id).unwrap()).take(3) {
        *job = stored.job.clone();
    }
    recorder.hear(&Event::ScanStarted { header: sample.report.header.clone(), jobs, at: jiff::Timestamp::now() });
    for event in &sample.events[4..] {
        recorder.hear(event);
    }
    recorder.finish().unwrap();
    let report = store.report(id).unwrap();
    assert_eq!(report.results, sample.report.results);
    assert_eq!((report.assets, report.status), (sample.report.assets.clone(), ScanStatus::Completed));
}

#[test]
fn several_processes_write_and_read_at_once() {
    let (home, store) = store();
    let actor = Actor::start("runs_half_a_scan", home.path());
    let directory = home.path();
    std::thread::scope(|scope| {
        for sample in [sample::partial(), sample::failed(), sample::hostile()] {
            scope.spawn(move || crate::support::record(&Store::open(directory).unwrap(), &sample));
        }
    });
    actor.kill();
    for sample in [sample::partial(), sample::failed(), sample::hostile()] {
        assert_eq!(store.report(&sample.report.header.id).unwrap().results, sample.report.results);
    }
}
