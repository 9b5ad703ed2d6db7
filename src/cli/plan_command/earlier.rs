//! The stored scan that tells most of what the next one is going to take.

use jiff::SignedDuration;

use crate::engine::PreparedScan;
use crate::model::forecast::{EarlierScan, Likeness};
use crate::model::{JobStatus, ScanStatus, ScanType};
use crate::store::{Filter, ScanRecord, Store, StoreError, StoredJob, StoredRequest};

/// How long after its start a scan may begin to run without having waited for another one.
const AT_ONCE: SignedDuration = SignedDuration::from_secs(10);

/// The newest complete scan of the account with the same checks and regions; else the newest one that listed its inventory, and what it
/// missed. What cannot be read is as good as not there.
pub(super) fn find(store: &Store, prepared: &PreparedScan, request: &StoredRequest) -> Option<EarlierScan> {
    let header = prepared.header();
    let filter = Filter { account_id: Some(header.account_id.clone()), limit: None };
    let mut records = store.list(&filter).ok()?;
    records.retain(|record| {
        let other = &record.header;
        let has_run = matches!(record.status, ScanStatus::Completed | ScanStatus::Partial);
        has_run && (&other.provider, &other.partition) == (&header.provider, &header.partition)
    });
    let of_cloud = |record: &&ScanRecord| {
        let stored = store.request(&record.header.id).ok()?;
        stored.is_of_the_same_cloud(request).then_some(stored)
    };
    let mut same = records.iter().filter(|record| is_same(store, record, prepared));
    if let Some((record, stored)) = same.find_map(|record| Some((record, of_cloud(&record)?))) {
        let same = earlier(store, record, Likeness::Same).ok()?;
        let duration_ms = same.duration_ms.filter(|_| stored.goes_as_fast_as(request));
        return Some(EarlierScan { duration_ms, ..same });
    }
    // A scan of single checks lists only what they look at.
    let mut whole = records.iter().filter(|record| !record.header.profile.is_empty());
    earlier(store, whole.find(|record| of_cloud(record).is_some())?, Likeness::Inventory).ok()
}

fn is_same(store: &Store, record: &ScanRecord, prepared: &PreparedScan) -> bool {
    let (one, other) = (prepared.header(), &record.header);
    let sorted = |regions: &[String]| {
        let mut regions = regions.to_vec();
        regions.sort_unstable();
        regions
    };
    let reads_less = |scan_type| scan_type == ScanType::Incremental;
    record.status == ScanStatus::Completed
        && one.checks_selected == other.checks_selected
        && one.profile.is_empty() == other.profile.is_empty()
        && reads_less(one.scan_type) == reads_less(other.scan_type)
        && sorted(&one.regions) == sorted(&other.regions)
        && store.checks(&other.id).is_ok_and(|checks| {
            let ids = prepared.checks();
            checks.iter().map(|check| &check.id).eq(ids.iter().map(|check| &check.id))
        })
}

fn earlier(store: &Store, record: &ScanRecord, likeness: Likeness) -> Result<EarlierScan, StoreError> {
    let id = &record.header.id;
    let jobs = store.jobs(id)?;
    let is_unfinished = |one: &&StoredJob| !matches!(one.job.status, JobStatus::Succeeded | JobStatus::Partial);
    Ok(EarlierScan {
        id: id.clone(),
        started_at: record.header.started_at,
        likeness,
        regions: record.header.regions.clone(),
        calls: record.calls.clone(),
        duration_ms: duration_ms(record, &jobs),
        assets: store.asset_counts(id)?,
        missed: store.missed_actions(id)?,
        unfinished: jobs.iter().filter(is_unfinished).map(|one| (one.job.kind, one.job.region.clone())).collect(),
    })
}

/// How long the scan took, as `scan history` tells it; `None` where that is not how long the next one takes: it was resumed, so that an
/// earlier run had done a part, or it waited for another scan.
fn duration_ms(record: &ScanRecord, jobs: &[StoredJob]) -> Option<u64> {
    let (started_at, begun_at) = (record.header.started_at, record.begun_at?);
    let was_resumed = jobs.iter().any(|one| one.job.started_at.is_some_and(|started| started < begun_at));
    let has_waited = begun_at.duration_since(started_at) > AT_ONCE;
    let took = record.ended_at?.duration_since(started_at);
    (!was_resumed && !has_waited).then(|| u64::try_from(took.as_millis()).unwrap_or_default())
}
