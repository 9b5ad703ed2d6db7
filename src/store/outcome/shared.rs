//! Checks and gaps read once and shared by all that refer to them.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::Connection;

use crate::model::{CheckMetadata, Gap};
use crate::store::blob::unpack;
use crate::store::error::Fault;
use crate::store::record::{self, check::CheckRecord};

/// Checks and gaps by their keys, within one transaction.
pub(in crate::store) struct Shared<'c> {
    connection: &'c Connection,
    checks: HashMap<i64, Arc<CheckMetadata>>,
    gaps: HashMap<i64, Arc<Gap>>,
}

impl<'c> Shared<'c> {
    /// For the transaction that is open on the connection.
    pub(in crate::store) fn new(connection: &'c Connection) -> Self {
        Self { connection, checks: HashMap::new(), gaps: HashMap::new() }
    }

    /// The check of a key.
    pub(in crate::store) fn check(&mut self, key: i64) -> Result<Arc<CheckMetadata>, Fault> {
        if let Some(check) = self.checks.get(&key) {
            return Ok(Arc::clone(check));
        }
        let mut statement =
            self.connection.prepare_cached("SELECT b.data FROM t_check JOIN t_blob b USING (blob_key) WHERE check_key = ?1")?;
        let data: Vec<u8> = statement.query_row([key], |row| row.get(0))?;
        let stored: CheckRecord = record::read(&unpack(&data)?)?;
        let check = Arc::new(CheckMetadata::from(stored));
        self.checks.insert(key, Arc::clone(&check));
        Ok(check)
    }

    /// The gap of a key.
    pub(in crate::store) fn gap(&mut self, key: i64) -> Result<Arc<Gap>, Fault> {
        if let Some(gap) = self.gaps.get(&key) {
            return Ok(Arc::clone(gap));
        }
        let mut statement = self.connection.prepare_cached("SELECT kind, action, region, detail FROM t_gap WHERE gap_key = ?1")?;
        let (kind, action, region, detail) =
            statement.query_row([key], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        let gap = Arc::new(Gap { kind: record::variant(&kind)?, action, region, detail });
        self.gaps.insert(key, Arc::clone(&gap));
        Ok(gap)
    }
}
