//! Values that jobs and scans share: each is stored once and referred to by its key.
//!
//! A key holds within one transaction: between two, a prune may delete what nothing refers to. So what is remembered here must not
//! outlive the transaction.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::blob::Packer;
use super::error::Fault;
use super::record;
use super::record::check::CheckRecord;
use super::record::framework::FrameworkRecord;
use crate::model::{CheckMetadata, Framework, Gap};

/// Finds or adds shared values within one transaction.
pub(super) struct Content<'c> {
    connection: &'c Connection,
    packer: Packer,
    words: HashMap<String, i64>,
    gaps: HashMap<Arc<Gap>, i64>,
    /// By address; the `Arc` keeps the address taken.
    checks: HashMap<*const CheckMetadata, (i64, Arc<CheckMetadata>)>,
    resources: HashMap<[u8; 32], i64>,
}

impl<'c> Content<'c> {
    /// For the transaction that is open on the connection.
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            packer: Packer::new(),
            words: HashMap::new(),
            gaps: HashMap::new(),
            checks: HashMap::new(),
            resources: HashMap::new(),
        }
    }

    /// The key of a text.
    pub(super) fn text(&mut self, text: &str) -> Result<i64, Fault> {
        let hash = short(&Sha256::digest(text.as_bytes()).into());
        let mut known = self.connection.prepare_cached("SELECT text_key FROM t_text WHERE hash = ?1 AND text = ?2")?;
        if let Some(key) = known.query_row(params![hash, text], |row| row.get(0)).optional()? {
            return Ok(key);
        }
        let mut added = self.connection.prepare_cached("INSERT INTO t_text (hash, text) VALUES (?1, ?2)")?;
        Ok(added.insert(params![hash, text])?)
    }

    /// The key of a text that a job uses again and again.
    pub(super) fn word(&mut self, word: &str) -> Result<i64, Fault> {
        if let Some(key) = self.words.get(word) {
            return Ok(*key);
        }
        let key = self.text(word)?;
        self.words.insert(word.to_owned(), key);
        Ok(key)
    }

    /// The key of a list of ids.
    pub(super) fn ids(&mut self, ids: &[String]) -> Result<i64, Fault> {
        self.word(&record::written(&ids)?)
    }

    /// The key of a name, where it is another than the id.
    pub(super) fn name(&mut self, name: &str, id: &str) -> Result<Option<i64>, Fault> {
        if name == id { Ok(None) } else { self.text(name).map(Some) }
    }

    /// The key of a blob that holds a JSON text.
    pub(super) fn blob(&mut self, json: &str) -> Result<i64, Fault> {
        let sha256: [u8; 32] = Sha256::digest(json.as_bytes()).into();
        let hash = short(&sha256);
        let mut known = self.connection.prepare_cached("SELECT blob_key FROM t_blob WHERE hash = ?1 AND sha256 = ?2")?;
        if let Some(key) = known.query_row(params![hash, sha256], |row| row.get(0)).optional()? {
            return Ok(key);
        }
        let mut added = self.connection.prepare_cached("INSERT INTO t_blob (hash, sha256, data) VALUES (?1, ?2, ?3)")?;
        Ok(added.insert(params![hash, sha256, self.packer.pack(json)])?)
    }

    /// The key of the blob that holds a framework as it is now.
    pub(super) fn framework(&mut self, framework: &Framework) -> Result<i64, Fault> {
        self.blob(&record::written(&FrameworkRecord::from(framework))?)
    }

    /// The key of a resource.
    pub(super) fn resource(&mut self, resource_type: &str, region: &str, arn: &str, id: &str) -> Result<i64, Fault> {
        let parts = [resource_type, region, arn, id];
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part.as_bytes());
        }
        let sha256: [u8; 32] = digest.finalize().into();
        if let Some(key) = self.resources.get(&sha256) {
            return Ok(*key);
        }
        let hash = short(&sha256);
        let mut known = self.connection.prepare_cached(
            "SELECT resource_key FROM t_resource WHERE hash = ?1 AND type = ?2 AND region = ?3 AND arn = ?4 AND id = ?5",
        )?;
        let values = params![hash, resource_type, region, arn, id];
        let key = match known.query_row(values, |row| row.get(0)).optional()? {
            Some(key) => key,
            None => self
                .connection
                .prepare_cached("INSERT INTO t_resource (hash, type, region, arn, id) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .insert(values)?,
        };
        self.resources.insert(sha256, key);
        Ok(key)
    }

    /// The key of a gap.
    pub(super) fn gap(&mut self, gap: &Arc<Gap>) -> Result<i64, Fault> {
        if let Some(key) = self.gaps.get(gap) {
            return Ok(*key);
        }
        let values = params![gap.kind.as_str(), gap.action, gap.region, gap.detail];
        let mut known = self
            .connection
            .prepare_cached("SELECT gap_key FROM t_gap WHERE kind = ?1 AND action = ?2 AND region = ?3 AND detail = ?4")?;
        let key = match known.query_row(values, |row| row.get(0)).optional()? {
            Some(key) => key,
            None => self
                .connection
                .prepare_cached("INSERT INTO t_gap (kind, action, region, detail) VALUES (?1, ?2, ?3, ?4)")?
                .insert(values)?,
        };
        self.gaps.insert(Arc::clone(gap), key);
        Ok(key)
    }

    /// The key of a check as it describes itself now.
    pub(super) fn check(&mut self, check: &Arc<CheckMetadata>) -> Result<i64, Fault> {
        if let Some((key, _)) = self.checks.get(&Arc::as_ptr(check)) {
            return Ok(*key);
        }
        let blob = self.blob(&record::written(&CheckRecord::from(check.as_ref()))?)?;
        let mut known = self.connection.prepare_cached("SELECT check_key FROM t_check WHERE blob_key = ?1")?;
        let key = match known.query_row([blob], |row| row.get(0)).optional()? {
            Some(key) => key,
            None => self
                .connection
                .prepare_cached(
                    "INSERT INTO t_check (blob_key, id, title, severity, service, type) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .insert(params![blob, check.id, check.title, check.severity.as_str(), check.service, check.resource])?,
        };
        self.checks.insert(Arc::as_ptr(check), (key, Arc::clone(check)));
        Ok(key)
    }
}

/// The first eight bytes of a digest, as the indexes have it.
fn short(sha256: &[u8; 32]) -> i64 {
    let [first, second, third, fourth, fifth, sixth, seventh, eighth, ..] = *sha256;
    i64::from_be_bytes([first, second, third, fourth, fifth, sixth, seventh, eighth])
}
