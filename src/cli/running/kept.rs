//! Keeping a scan: its place in the store, and its turn to scan the account.
//!
//! A scan that cannot be stored runs all the same; it only says so.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use super::recording::{End, Recording, not_stored};
use super::rival;
use crate::cli::exit_code::Failure;
use crate::cli::settings::{Keeping, OutputSettings, Turn};
use crate::cli::terminal::say;
use crate::engine::{self, Cancellation, EngineSettings, PreparedScan};
use crate::model::{Event, Job, JobOutcome, KnownFindings, Listener, ScanHeader, ScanReport};
use crate::provider::Provider;
use crate::store::{AccountLock, Recorder, ScanLock, Store, StoreError};

/// What holds a scan's place in the store and its turn, for as long as this is there.
#[derive(Default)]
pub(in crate::cli) struct Kept {
    recorder: Option<Recorder>,
    _turn: Option<AccountLock>,
    /// Why the scan is not stored, where it should be.
    problem: Option<String>,
}

impl Kept {
    /// Takes a scan into the store with `enter`, and its turn. Waits for the turn where the user wants that; a scan that was asked to stop
    /// meanwhile comes back without one, and with the cancellation requested.
    ///
    /// # Errors
    /// Another scan of the account is running.
    pub(in crate::cli) fn keep(
        keeping: &Keeping,
        output: &OutputSettings,
        header: &ScanHeader,
        cancellation: &Cancellation,
        enter: impl FnOnce(&Store) -> Result<ScanLock, StoreError>,
    ) -> Result<Self, Failure> {
        let (directory, turn) = match keeping {
            Keeping::Nowhere => return Ok(Self::default()),
            Keeping::Stored { directory: Err(error), .. } => return Ok(Self::unstored(error)),
            Keeping::Stored { directory: Ok(directory), turn } => (directory, *turn),
        };
        let opened = Store::open(directory);
        if let Ok(store) = &opened {
            // Where that fails, the scan's own entry says why.
            drop(store.settle_interrupted());
        }
        let free = match AccountLock::try_acquire(directory, &header.provider, &header.account_id) {
            Ok(None) if turn == Turn::AtOnce => return Err(rival::refusal(opened.as_ref().ok(), header)),
            Ok(free) => free,
            Err(error) => return Ok(Self::unstored(&opened.err().unwrap_or(error))),
        };
        let entered = opened.and_then(|store| enter(&store).map(|lock| (store, lock)));
        let turn = match free {
            Some(free) => Ok(Some(free)),
            None => wait(directory, header, cancellation, output),
        };
        let recorder = entered.and_then(|(store, lock)| {
            let cancellation = cancellation.clone();
            Recorder::start(store, lock, move || cancellation.request())
        });
        Ok(match (recorder, turn) {
            (Ok(recorder), turn) => Self { recorder: Some(recorder), _turn: turn.unwrap_or_default(), problem: None },
            (Err(error), turn) => Self { _turn: turn.unwrap_or_default(), ..Self::unstored(&error) },
        })
    }

    fn unstored(error: &StoreError) -> Self {
        let problem = format!("this scan is not stored: {error}");
        say(&format!("warning: {problem}"));
        Self { problem: Some(problem), ..Self::default() }
    }

    /// Tells the scan which findings are known, and stores that with it.
    pub(in crate::cli) fn compare(
        &self,
        keeping: &Keeping,
        prepared: PreparedScan,
        known: Option<Arc<KnownFindings>>,
    ) -> PreparedScan {
        let known = self.comparable(keeping, &prepared.header().id, known);
        prepared.knowing(known)
    }

    /// Stores with a scan which findings are known, and gives them back where that is possible.
    pub(in crate::cli) fn comparable(
        &self,
        keeping: &Keeping,
        scan_id: &str,
        known: Option<Arc<KnownFindings>>,
    ) -> Option<Arc<KnownFindings>> {
        let (Some(findings), Some(_), Some(directory)) = (&known, &self.recorder, keeping.directory()) else {
            return known;
        };
        match Store::open(directory).and_then(|store| store.compare_with(scan_id, findings)) {
            Ok(()) => known,
            // Reports that are written later must say the same.
            Err(error) => {
                say(&format!(
                    "warning: reports do not tell new findings from known ones, because the comparison cannot be stored: {error}"
                ));
                None
            }
        }
    }

    /// Stores a scan that others have run, and tells of it as if it ran now.
    pub(in crate::cli) fn replay(
        self,
        report: ScanReport,
        outcomes: Vec<Arc<JobOutcome>>,
        listener: Arc<dyn Listener>,
    ) -> Arc<ScanReport> {
        let mut report = report;
        report.warnings.splice(0..0, self.problem.as_deref().map(not_stored));
        let report = Arc::new(report);
        let tell = |listener: &dyn Listener| {
            let (header, at) = (Arc::clone(&report.header), report.header.started_at);
            let jobs = report.jobs.iter().map(Job::waiting).collect();
            listener.hear(&Event::ScanStarted { header, jobs, at });
            for outcome in outcomes {
                listener.hear(&Event::JobFinished { outcome });
            }
            listener.hear(&Event::ScanFinished { report: Arc::clone(&report) });
        };
        let Some(recorder) = self.recorder else {
            tell(listener.as_ref());
            return report;
        };
        let recording = Recording::new(recorder, listener);
        tell(&recording);
        recording.end().map_or(report, End::told)
    }

    /// Runs the scan and stores what it finds.
    pub(in crate::cli) async fn run(
        self,
        provider: &Arc<dyn Provider>,
        prepared: PreparedScan,
        settings: &EngineSettings,
        listener: Arc<dyn Listener>,
        cancellation: &Cancellation,
    ) -> Arc<ScanReport> {
        let prepared = match &self.problem {
            Some(problem) => prepared.noting(not_stored(problem)),
            None => prepared,
        };
        let prepared = prepared.beginning_now();
        let Some(recorder) = self.recorder else {
            return engine::run(provider, prepared, settings, listener, cancellation).await;
        };
        let recording = Arc::new(Recording::new(recorder, listener));
        let listener: Arc<dyn Listener> = Arc::clone(&recording) as Arc<dyn Listener>;
        let report = engine::run(provider, prepared, settings, listener, cancellation).await;
        recording.end().map_or(report, End::told)
    }
}

/// Waits for the account's turn and says for whom; `None` where the scan was asked to stop meanwhile.
fn wait(
    directory: &Path,
    header: &ScanHeader,
    cancellation: &Cancellation,
    output: &OutputSettings,
) -> Result<Option<AccountLock>, StoreError> {
    let store = Store::open_read_only(directory).ok();
    let told = RefCell::new(None);
    AccountLock::acquire(directory, &header.provider, &header.account_id, || {
        if matches!(store.as_ref().map(|store| store.cancel_requested(&header.id)), Some(Ok(true))) {
            cancellation.request();
        }
        if !output.is_quiet() && !cancellation.is_requested() {
            tell(store.as_ref(), header, &told);
        }
        cancellation.is_requested()
    })
}

/// Says once for whom the scan waits, and again when it is another one.
fn tell(store: Option<&Store>, header: &ScanHeader, told: &RefCell<Option<String>>) {
    let rival = store.and_then(|store| rival::find(store, header));
    let id = rival.as_ref().map(|rival| rival.header.id.clone()).unwrap_or_default();
    if told.borrow().as_ref() == Some(&id) {
        return;
    }
    let whom = match &rival {
        Some(rival) => format!("scan {id} ({})", rival::standing(rival)),
        None => "another scan".to_owned(),
    };
    say(&format!("waiting for {whom} of {} to end; ctrl-c stops waiting", rival::account(header)));
    *told.borrow_mut() = Some(id);
}
