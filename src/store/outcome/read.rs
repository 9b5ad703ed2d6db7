//! Reading what the jobs of a scan left behind, in the order in which it was given.
//!
//! Every join is an outer one: a value that is missing is then an error, never a row that silently is not there.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::{Connection, Row};

use super::shared::Shared;
use crate::model::job::{FacetRecord, GapRecord};
use crate::model::{Asset, CheckResult, Job, JobOutcome, LedgerEntry, Property, ResourceReference, Warning};
use crate::store::blob::unpack;
use crate::store::error::Fault;
use crate::store::names;
use crate::store::record::{self, asset, counted, property, time};

/// What each of the jobs left, given with their keys; in the same order.
pub(in crate::store) fn read(connection: &Connection, scan_key: i64, jobs: Vec<(i64, Job)>) -> Result<Vec<Arc<JobOutcome>>, Fault> {
    let mut reading = Reading::new(connection, scan_key, jobs);
    let mut shared = Shared::new(connection);
    reading.assets()?;
    reading.facets()?;
    reading.results(&mut shared)?;
    reading.ledger()?;
    reading.gaps(&mut shared)?;
    reading.warnings()?;
    Ok(reading.read())
}

/// The same, but of each only the gaps and warnings: next to nothing, however large the account.
pub(in crate::store) fn read_what_is_missing(
    connection: &Connection,
    scan_key: i64,
    jobs: Vec<(i64, Job)>,
) -> Result<Vec<Arc<JobOutcome>>, Fault> {
    let mut reading = Reading::new(connection, scan_key, jobs);
    reading.gaps(&mut Shared::new(connection))?;
    reading.warnings()?;
    Ok(reading.read())
}

/// The scan being read.
struct Reading<'c> {
    connection: &'c Connection,
    scan_key: i64,
    /// By job key, the place in `outcomes`.
    places: HashMap<i64, usize>,
    outcomes: Vec<JobOutcome>,
}

impl<'c> Reading<'c> {
    fn new(connection: &'c Connection, scan_key: i64, jobs: Vec<(i64, Job)>) -> Self {
        let places = jobs.iter().enumerate().map(|(place, (job_key, _))| (*job_key, place)).collect();
        let outcomes = jobs.into_iter().map(|(_, job)| JobOutcome::empty(job)).collect();
        Self { connection, scan_key, places, outcomes }
    }

    fn read(self) -> Vec<Arc<JobOutcome>> {
        self.outcomes.into_iter().map(Arc::new).collect()
    }

    /// Hands every row of a query to `take`, with the outcome of the job whose key is the first column.
    fn each(&mut self, sql: &str, mut take: impl FnMut(&mut JobOutcome, &Row<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([self.scan_key])?;
        while let Some(row) = rows.next()? {
            if let Some(outcome) = self.places.get(&row.get(0)?).and_then(|place| self.outcomes.get_mut(*place)) {
                take(outcome, row)?;
            }
        }
        Ok(())
    }

    fn assets(&mut self) -> Result<(), Fault> {
        let sql = "SELECT a.job_key, r.type, r.region, r.arn, r.id, n.text, a.name_key IS NULL, b.data
             FROM t_job j JOIN t_asset a USING (job_key) LEFT JOIN t_resource r USING (resource_key)
                  LEFT JOIN t_text n ON n.text_key = a.name_key LEFT JOIN t_blob b USING (blob_key)
             WHERE j.scan_key = ?1 ORDER BY a.job_key, a.position";
        self.each(sql, |outcome, row| {
            let content: asset::Read = record::read(&unpack(row.get_ref(7)?.as_blob()?)?)?;
            let (tags, properties) = content.into_parts();
            let ResourceReference { resource_type, id, arn, name, region } = reference(row)?;
            let resource_type = names::resource_type(&resource_type);
            outcome.assets.push(Asset {
                resource_type,
                id,
                arn,
                name,
                region,
                tags,
                properties,
                evidence_read_at: BTreeMap::new(),
            });
            Ok(())
        })
    }

    fn facets(&mut self) -> Result<(), Fault> {
        let sql = "SELECT f.job_key, r.type, r.region, r.arn, r.id, n.text, f.blob_key, b.data, f.read_at_key IS NULL, t.text
             FROM t_facet f LEFT JOIN t_resource r USING (resource_key) LEFT JOIN t_text n ON n.text_key = f.facet_key
                  LEFT JOIN t_blob b USING (blob_key) LEFT JOIN t_text t ON t.text_key = f.read_at_key
             WHERE f.scan_key = ?1 ORDER BY f.job_key, f.position";
        // Many assets have the same encryption, or none.
        let mut known: HashMap<i64, Property> = HashMap::new();
        self.each(sql, |outcome, row| {
            let blob_key = row.get(6)?;
            let value = match known.entry(blob_key) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(place) => {
                    let property::Read(value) = record::read(&unpack(row.get_ref(7)?.as_blob()?)?)?;
                    place.insert(value).clone()
                }
            };
            let resource_type = names::resource_type(&row.get::<_, String>(1)?);
            let facet = names::facet(resource_type, &row.get::<_, String>(5)?);
            let (region, asset_arn, asset_id) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let read_at = if row.get(8)? { None } else { Some(time::read(row.get_ref(9)?.as_str()?)?) };
            outcome.facets.push(FacetRecord { resource_type, region, asset_arn, asset_id, facet, value, read_at });
            Ok(())
        })
    }

    fn results(&mut self, shared: &mut Shared<'_>) -> Result<(), Fault> {
        let sql =
            "SELECT s.job_key, r.type, r.region, r.arn, r.id, n.text, s.name_key IS NULL, s.check_key, s.outcome, m.text, s.gap_key,
                    s.reported_key IS NULL, p.text, s.mute_key IS NULL, u.text
             FROM t_job j JOIN t_result s USING (job_key) LEFT JOIN t_resource r USING (resource_key)
                  LEFT JOIN t_text n ON n.text_key = s.name_key LEFT JOIN t_text m ON m.text_key = s.message_key
                  LEFT JOIN t_text p ON p.text_key = s.reported_key LEFT JOIN t_text u ON u.text_key = s.mute_key
             WHERE j.scan_key = ?1 ORDER BY s.job_key, s.position";
        self.each(sql, |outcome, row| {
            outcome.results.push(CheckResult {
                check: shared.check(row.get(7)?)?,
                outcome: record::variant(row.get_ref(8)?.as_str()?)?,
                resource: reference(row)?,
                message: row.get(9)?,
                gap: row.get::<_, Option<i64>>(10)?.map(|key| shared.gap(key)).transpose()?,
                satisfied_by: if row.get(11)? { None } else { Some(record::read(row.get_ref(12)?.as_str()?)?) },
                mute: if row.get(13)? { None } else { Some(Arc::new(record::read(row.get_ref(14)?.as_str()?)?)) },
            });
            Ok(())
        })
    }

    fn ledger(&mut self) -> Result<(), Fault> {
        let sql = "SELECT l.job_key, c.text, r.text, l.pass, l.fail, l.unknown, l.not_applicable, l.muted
             FROM t_job j JOIN t_ledger l USING (job_key) LEFT JOIN t_text c ON c.text_key = l.check_id_key
                  LEFT JOIN t_text r ON r.text_key = l.region_key
             WHERE j.scan_key = ?1 ORDER BY l.job_key, l.position";
        self.each(sql, |outcome, row| {
            let count = |column: usize| row.get(column).map(counted);
            outcome.ledger.push(LedgerEntry {
                check_id: row.get(1)?,
                region: row.get(2)?,
                pass: count(3)?,
                fail: count(4)?,
                unknown: count(5)?,
                not_applicable: count(6)?,
                muted: count(7)?,
            });
            Ok(())
        })
    }

    fn gaps(&mut self, shared: &mut Shared<'_>) -> Result<(), Fault> {
        let sql = "SELECT g.job_key, g.gap_key, g.count, c.text
             FROM t_job j JOIN t_job_gap g USING (job_key) LEFT JOIN t_text c ON c.text_key = g.checks_key
             WHERE j.scan_key = ?1 ORDER BY g.job_key, g.position";
        self.each(sql, |outcome, row| {
            let checks = record::read(row.get_ref(3)?.as_str()?)?;
            outcome.gaps.push(GapRecord { gap: shared.gap(row.get(1)?)?, checks, count: counted(row.get(2)?) });
            Ok(())
        })
    }

    fn warnings(&mut self) -> Result<(), Fault> {
        let sql = "SELECT w.job_key, w.code, w.service, w.region, w.action, w.message, c.text
             FROM t_job j JOIN t_job_warning w USING (job_key) LEFT JOIN t_text c ON c.text_key = w.checks_key
             WHERE j.scan_key = ?1 ORDER BY w.job_key, w.position";
        self.each(sql, |outcome, row| {
            outcome.warnings.push(warning(row)?);
            Ok(())
        })
    }
}

/// The resource in the columns 1 to 6: type, region, ARN, id, name, and whether the name is the id.
fn reference(row: &Row<'_>) -> Result<ResourceReference, Fault> {
    let (resource_type, region, arn, id): (_, _, _, String) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
    let name = if row.get(6)? { id.clone() } else { row.get(5)? };
    Ok(ResourceReference { resource_type, id, arn, name, region })
}

/// The warning in the columns 1 to 6: code, service, region, action, message, and the checks as a JSON list.
pub(in crate::store) fn warning(row: &Row<'_>) -> Result<Warning, Fault> {
    Ok(Warning {
        code: row.get(1)?,
        service: row.get(2)?,
        region: row.get(3)?,
        action: row.get(4)?,
        message: row.get(5)?,
        checks: record::read(row.get_ref(6)?.as_str()?)?,
    })
}
