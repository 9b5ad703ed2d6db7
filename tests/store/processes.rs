//! Several processes and one store. The second process is this test binary again, told by a variable which part to play.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use posture_scan::model::{Listener, ScanStatus};
use posture_scan::report::sample;
use posture_scan::store::{AccountLock, Recorder, ScanLock, Store};

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
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    ready();
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
    recorder.hear(&posture_scan::model::Event::ScanStarted {
        header: sample.report.header.clone(),
        jobs,
        at: jiff::Timestamp::now(),
    });
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
