//! The stored scan that tells most of what the next one is going to take.

use crate::engine::PreparedScan;
use crate::model::forecast::{EarlierScan, Likeness};
use crate::model::{ScanStatus, ScanType};
use crate::store::{Filter, ScanRecord, Store};

/// The newest complete scan of the account with the same checks and regions; else the newest one that listed its whole inventory. What
/// cannot be read is as good as not there.
pub(super) fn find(store: &Store, prepared: &PreparedScan) -> Option<EarlierScan> {
    let header = prepared.header();
    let filter = Filter { account_id: Some(header.account_id.clone()), limit: None };
    let mut records = store.list(&filter).ok()?;
    records.retain(|record| {
        let other = &record.header;
        let has_run = matches!(record.status, ScanStatus::Completed | ScanStatus::Partial);
        has_run && (&other.provider, &other.partition) == (&header.provider, &header.partition)
    });
    if let Some(same) = records.iter().find(|record| is_same(store, record, prepared)) {
        return earlier(store, same, Likeness::Same);
    }
    // A scan of single checks lists only what they look at.
    let whole = records.iter().find(|record| !record.header.profile.is_empty())?;
    earlier(store, whole, Likeness::Inventory)
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

fn earlier(store: &Store, record: &ScanRecord, likeness: Likeness) -> Option<EarlierScan> {
    let ran = record.ended_at?.duration_since(record.begun_at?);
    Some(EarlierScan {
        id: record.header.id.clone(),
        started_at: record.header.started_at,
        likeness,
        regions: record.header.regions.clone(),
        calls: record.calls.clone(),
        duration_ms: u64::try_from(ran.as_millis()).unwrap_or_default(),
        assets: store.asset_counts(&record.header.id).ok()?,
    })
}
