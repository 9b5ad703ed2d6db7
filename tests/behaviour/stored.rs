//! Reading stored scans: what was found is there to look at again, from any terminal, as it was.

mod comparing;
mod history;
mod lists;
mod query;
#[cfg(target_os = "linux")]
mod read_only;
mod reports;
mod showing;
mod status;
mod suppressing;
#[cfg(target_os = "linux")]
mod watching;

use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::run::{Run, Scan};
use crate::support::scan;

/// A folder in which scans are kept.
struct Archive {
    folder: TempDir,
}

impl Archive {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// A run that keeps its scans here, or reads those that are kept here.
    fn run(&self, arguments: &str) -> Scan {
        scan().state(&self.state()).args(arguments)
    }

    /// A scan of a mock account that answers at once; its id.
    fn scan(&self, account: &str) -> String {
        self.report(account)["scan"]["id"].as_str().unwrap().to_owned()
    }

    /// The report of such a scan.
    fn report(&self, account: &str) -> Value {
        self.run("--mock-speed 0 --quiet --format json --mock").arg(account).run().json()
    }

    /// What a command writes to stdout, having succeeded.
    #[track_caller]
    fn told(&self, arguments: &str) -> String {
        self.run(arguments).run().exit_code(0).stdout
    }

    /// The same as JSON.
    #[track_caller]
    fn json(&self, arguments: &str) -> Value {
        self.run(arguments).arg("--json").run().exit_code(0).json()
    }

    /// What a command says that does not succeed, for a reason that the user can set right.
    #[track_caller]
    fn refused(&self, arguments: &str) -> Run {
        let run = self.run(arguments).run().exit_code(2);
        assert_eq!(run.stdout, "");
        run
    }
}

/// The items of a list.
#[track_caller]
fn items<'a>(document: &'a Value, list: &str) -> &'a [Value] {
    document[list].as_array().unwrap_or_else(|| panic!("no {list} in {document}"))
}

/// Waits for something that another process is about to do.
#[track_caller]
fn eventually<T>(mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..1_500 {
        if let Some(found) = look() {
            return found;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("it never happened")
}
