//! Counts of API calls.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::CallCounts;

/// Counts of API calls as they are stored.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::store) struct CallsRecord {
    total: u64,
    throttled: u64,
    retried: u64,
    by_service: BTreeMap<String, u64>,
}

impl From<&CallCounts> for CallsRecord {
    fn from(calls: &CallCounts) -> Self {
        let CallCounts { total, throttled, retried, by_service } = calls.clone();
        Self { total, throttled, retried, by_service }
    }
}

impl From<CallsRecord> for CallCounts {
    fn from(record: CallsRecord) -> Self {
        let CallsRecord { total, throttled, retried, by_service } = record;
        Self { total, throttled, retried, by_service }
    }
}
