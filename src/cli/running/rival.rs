//! The other scan of an account that is running already.

use std::time::{Duration, Instant};

use crate::cli::exit_code::{Ending, Failure};
use crate::model::plain_text::neutralise;
use crate::model::{ScanHeader, ScanStatus};
use crate::store::{Filter, ScanRecord, Store};

/// How many of the account's newest scans are looked at: more than anyone queues.
const NEWEST: u32 = 100;

/// How long a scan may take between getting its turn and being seen to run.
const STARTING: Duration = Duration::from_secs(1);

/// The scan of the same account that has its turn, as the store shows it now; where none is seen to run, one that is queued.
pub(in crate::cli) fn find(store: &Store, own: &ScanHeader) -> Option<ScanRecord> {
    let filter = Filter { account_id: Some(own.account_id.clone()), limit: Some(NEWEST) };
    let mut others = store.list(&filter).unwrap_or_default();
    others.retain(|record| record.header.provider == own.provider && record.header.id != own.id);
    // One whose process died has no turn, whatever its status says.
    let is_alive = |record: &&ScanRecord| store.is_looked_after(&record.header.id).unwrap_or(true);
    let of_status = |status: ScanStatus| others.iter().filter(|record| record.status == status).find(is_alive);
    of_status(ScanStatus::Running).or_else(|| of_status(ScanStatus::Queued)).cloned()
}

/// The refusal to run beside another scan of the same account.
pub(super) fn refusal(store: Option<&Store>, own: &ScanHeader) -> Failure {
    let deadline = Instant::now() + STARTING;
    let mut rival = None;
    while let Some(store) = store {
        rival = find(store, own);
        if rival.as_ref().is_some_and(|rival| rival.status == ScanStatus::Running) || Instant::now() > deadline {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    refused(rival.as_ref(), own)
}

/// The refusal to run beside this scan.
fn refused(rival: Option<&ScanRecord>, own: &ScanHeader) -> Failure {
    let account = account(own);
    let message = match rival {
        Some(rival) => {
            let id = neutralise(&rival.header.id);
            format!(
                "scan {id} of {account} is already under way: {}; queue behind it with --wait, or stop it with `scan cancel {id}`",
                standing(rival)
            )
        }
        None => format!("another scan of {account} is already under way; queue behind it with --wait"),
    };
    Failure { ending: Ending::AlreadyRunning, message }
}

/// `mock account 111122223333`.
pub(in crate::cli) fn account(header: &ScanHeader) -> String {
    format!("{} account {}", header.provider, neutralise(&header.account_id))
}

/// `running, 42 %, started 2026-01-15T09:30:00Z, pid 4711`.
pub(in crate::cli) fn standing(record: &ScanRecord) -> String {
    let started = record.header.started_at.strftime("%Y-%m-%dT%H:%M:%SZ");
    let pid = record.pid.map(|pid| format!(", pid {pid}")).unwrap_or_default();
    format!("{}, {} %, started {started}{pid}", record.status, record.percent)
}
