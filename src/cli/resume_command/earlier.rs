//! What earlier runs of a scan left behind, in this process's care.

use std::sync::Arc;

use crate::checks::Library;
use crate::checks::selection::Selection;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::running::{account, standing};
use crate::cli::settings::ScanSettings;
use crate::model::plain_text::neutralise;
use crate::model::{CheckMetadata, Event, JobOutcome, JobStatus, Listener, ScanHeader, ScanReport, ScanStatus};
use crate::store::{ScanLock, ScanRecord, Store, StoredRequest};

/// A stored scan that this process has taken up.
pub(in crate::cli) struct Earlier {
    pub(super) store: Store,
    pub(super) lock: ScanLock,
    /// How the scan stands.
    pub(in crate::cli) record: ScanRecord,
    /// What the jobs left behind that need not run again.
    pub(super) succeeded: Vec<Arc<JobOutcome>>,
}

impl Earlier {
    /// Takes up the scan that a person means.
    ///
    /// # Errors
    /// There is no such scan, it is running, or it cannot be read.
    pub(in crate::cli) fn take_up(store: Store, reference: &str) -> Result<Self, Failure> {
        let record = store.find(reference).map_err(Failure::from)?;
        let id = &record.header.id;
        let Some(lock) = ScanLock::try_acquire(store.directory(), id).map_err(Failure::from)? else {
            // Whoever has it may have changed it meanwhile.
            return Err(taken(&store.find(id).map_err(Failure::from)?));
        };
        // A wish to stop that stood there before was meant for somebody who is gone.
        if record.cancel_requested {
            store.forget_cancellation(&lock).map_err(Failure::from)?;
        }
        // From here on nobody else changes it; before, somebody may have.
        let record = store.find(id).map_err(Failure::from)?;
        let mut succeeded = store.outcomes(id).map_err(Failure::from)?;
        succeeded.retain(|outcome| outcome.job.status == JobStatus::Succeeded);
        Ok(Self { store, lock, record, succeeded })
    }

    /// What is known of the scan.
    pub(super) const fn header(&self) -> &ScanHeader {
        &self.record.header
    }

    /// Whether it has only been planned.
    pub(in crate::cli) fn is_planned(&self) -> bool {
        self.record.status == ScanStatus::NotStarted
    }

    /// Whether nothing is left to do. A scan that was killed after its last job still has to be brought to its end.
    pub(super) const fn is_complete(&self) -> bool {
        self.record.jobs.succeeded == self.record.jobs.total() && matches!(self.record.status, ScanStatus::Completed)
    }

    /// What the user asked for.
    pub(super) fn request(&self) -> Result<StoredRequest, Failure> {
        self.store.request(&self.header().id).map_err(Failure::from)
    }

    /// The report as it stands.
    pub(super) fn report(&self) -> Result<ScanReport, Failure> {
        self.store.report(&self.header().id).map_err(Failure::from)
    }

    /// Tells a listener of the whole scan as if it ran now.
    pub(super) fn tell(&self, report: &Arc<ScanReport>, listener: &dyn Listener) -> Result<(), Failure> {
        let header = Arc::clone(&report.header);
        let mut outcomes = self.store.outcomes(&header.id).map_err(Failure::from)?;
        outcomes.sort_by_key(|outcome| outcome.job.ended_at);
        listener.hear(&Event::ScanStarted { at: header.started_at, header, jobs: report.jobs.clone() });
        for outcome in outcomes {
            listener.hear(&Event::JobFinished { outcome });
        }
        listener.hear(&Event::ScanFinished { report: Arc::clone(report) });
        Ok(())
    }
}

/// The refusal to take up a scan that another process looks after.
fn taken(record: &ScanRecord) -> Failure {
    let (id, account) = (neutralise(&record.header.id), account(&record.header));
    let message = if record.status == ScanStatus::NotStarted {
        format!("scan {id} of {account} is being started by another process; `scan status {id}` tells how far it is")
    } else {
        let standing = standing(record);
        format!(
            "scan {id} of {account} is already under way: {standing}; `scan status {id}` tells how far it is, `scan cancel {id}` stops it"
        )
    };
    Failure { ending: Ending::AlreadyRunning, message }
}

/// The checks of the scan, which must all be what they were: the results of one scan come from the same checks.
pub(super) fn selection(library: &Library, scan: &ScanSettings, earlier: &Earlier) -> Result<Selection, Failure> {
    let header = earlier.header();
    let known = earlier.store.checks(&header.id).map_err(Failure::from)?;
    let checks = known.iter().filter_map(|check| library.check(&check.id).cloned()).collect();
    let frameworks = earlier.store.frameworks(&header.id).map_err(Failure::from)?;
    let selection = Selection { checks, profile: header.profile.clone(), frameworks };
    let selection = selection.with_parameters(library, &scan.parameters).map_err(Failure::usage)?;
    let selection = if scan.only_in_use { selection.only_in_use() } else { selection };
    let is_the_same = |check: &&Arc<CheckMetadata>| selection.checks.iter().any(|now| now.metadata == **check);
    let other: Vec<&str> = known.iter().filter(|check| !is_the_same(check)).map(|check| check.id.as_str()).collect();
    if !other.is_empty() {
        return Err(Failure::usage(format!(
            "scan {} cannot go on, for these of its checks have changed since or are gone: {}; `scan rerun {}` starts anew",
            header.id,
            other.join(", "),
            header.id
        )));
    }
    Ok(selection)
}
