//! Finding stored scans: by what a person types, by account, by what came before.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Params, params};

use super::error::{Fault, StoreError};
use super::record::counted;
use super::scan_record::{COLUMNS, ScanRecord, read};
use super::{Store, scan_key};
use crate::model::nearest::suggestion;

/// What stands for the newest scan.
const LAST: &str = "last";

/// How many candidates are named where several are meant.
const CANDIDATES: i64 = 5;

/// Which scans to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those of the account with this id.
    pub account_id: Option<String>,
    /// Only so many of the newest.
    pub limit: Option<u32>,
}

impl Store {
    /// The one scan that a person means: by its id, by a beginning that no other id has, or `last` for the newest. One that is only
    /// planned has nothing to tell: it is the last only where there is no other.
    ///
    /// # Errors
    /// No scan or several are called so, or the database cannot be read.
    pub fn find(&self, reference: &str) -> Result<ScanRecord, StoreError> {
        self.read("look for a scan", |connection| {
            if reference == LAST {
                let begun_first = "ORDER BY status = 'not_started', started_at DESC, scan_key DESC LIMIT 1";
                let newest = select(connection, begun_first, ())?;
                return newest.into_iter().next().ok_or_else(|| self.absent().into());
            }
            if let Some(named) = select(connection, "WHERE id = ?1", [reference])?.pop() {
                return Ok(named);
            }
            let begins = "WHERE ?1 <> '' AND substr(id, 1, length(?1)) = ?1 ORDER BY started_at DESC, scan_key DESC LIMIT ?2";
            let mut candidates = select(connection, begins, params![reference, CANDIDATES])?;
            match candidates.len() {
                0 => Err(self.unknown(connection, reference)?.into()),
                1 => Ok(candidates.remove(0)),
                _ => Err(StoreError::AmbiguousScan {
                    reference: reference.to_owned(),
                    candidates: candidates.into_iter().map(|record| record.header.id).collect(),
                }
                .into()),
            }
        })
    }

    /// The stored scans, the newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn list(&self, filter: &Filter) -> Result<Vec<ScanRecord>, StoreError> {
        self.read("list the scans", |connection| {
            let clauses = "WHERE ?1 IS NULL OR account_id = ?1 ORDER BY started_at DESC, scan_key DESC LIMIT ?2";
            // SQLite takes a negative limit for none.
            select(connection, clauses, params![filter.account_id, filter.limit.map_or(-1, i64::from)])
        })
    }

    /// The newest completed scan of an account with a profile: what a later one is compared with.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn last_complete(&self, account_id: &str, provider: &str, profile: &str) -> Result<Option<ScanRecord>, StoreError> {
        self.read("look for a completed scan", |connection| {
            let clauses = "WHERE account_id = ?1 AND provider = ?2 AND profile = ?3 AND status = 'completed'
                 ORDER BY started_at DESC, scan_key DESC LIMIT 1";
            Ok(select(connection, clauses, [account_id, provider, profile])?.pop())
        })
    }

    /// The newest scan that is only planned.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn last_planned(&self) -> Result<Option<ScanRecord>, StoreError> {
        self.read("look for a planned scan", |connection| {
            let clauses = "WHERE status = 'not_started' ORDER BY started_at DESC, scan_key DESC LIMIT 1";
            Ok(select(connection, clauses, ())?.pop())
        })
    }

    /// How many assets a scan found, by type and region.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be read.
    pub fn asset_counts(&self, scan_id: &str) -> Result<BTreeMap<(String, String), u64>, StoreError> {
        self.read(&format!("count the assets of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let mut statement = connection.prepare_cached(
                "SELECT r.type, r.region, count(*) FROM t_job j JOIN t_asset a USING (job_key) JOIN t_resource r USING (resource_key)
                 WHERE j.scan_key = ?1 GROUP BY r.type, r.region",
            )?;
            let counts = statement.query_map([key], |row| Ok(((row.get(0)?, row.get(1)?), counted(row.get(2)?))))?;
            Ok(counts.collect::<Result<_, _>>()?)
        })
    }

    /// The API actions of which a scan missed something, each with the region that was asked; of whole services it may be empty.
    ///
    /// # Errors
    /// No such scan is stored, or the database cannot be read.
    pub fn missed_actions(&self, scan_id: &str) -> Result<BTreeSet<(String, String)>, StoreError> {
        self.read(&format!("read the gaps of scan {scan_id}"), |connection| {
            let key = scan_key(connection, scan_id)?;
            let mut statement = connection.prepare_cached(
                "SELECT DISTINCT g.action, g.region FROM t_job j JOIN t_job_gap USING (job_key) JOIN t_gap g USING (gap_key)
                 WHERE j.scan_key = ?1",
            )?;
            let missed = statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(missed.collect::<Result<_, _>>()?)
        })
    }

    fn absent(&self) -> StoreError {
        StoreError::Absent { directory: self.directory.clone() }
    }

    fn unknown(&self, connection: &Connection, reference: &str) -> Result<StoreError, Fault> {
        let mut statement =
            connection.prepare_cached("SELECT id FROM t_scan ORDER BY started_at DESC, scan_key DESC LIMIT 1000")?;
        let known: Vec<String> = statement.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
        if known.is_empty() {
            return Ok(self.absent());
        }
        let suggestion = suggestion(reference, known.iter().map(String::as_str), "`scan history` shows them all");
        Ok(StoreError::UnknownScan { reference: reference.to_owned(), suggestion })
    }
}

fn select(connection: &Connection, clauses: &str, params: impl Params) -> Result<Vec<ScanRecord>, Fault> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM t_scan {clauses}"))?;
    let mut rows = statement.query(params)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(read(connection, row)?);
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScanStatus;
    use crate::store::tests::sample::{sample, store};
    use crate::store::{Ending, Launch};

    #[test]
    fn a_scan_is_found_by_id_by_a_unique_beginning_and_as_the_last() {
        let (_home, store) = store();
        for (id, hours) in [("20260115T093000Z-4f1c", 0), ("20260116T093000Z-9a7e", 24), ("20260116T093000Z-9b00", 24), ("old", -5)]
        {
            store.create(&sample(id, hours).plan(), Launch::Planned).unwrap();
        }
        let found = |reference: &str| store.find(reference).map(|record| record.header.id).map_err(|error| error.to_string());
        assert_eq!(found("20260115T093000Z-4f1c").unwrap(), "20260115T093000Z-4f1c");
        assert_eq!(found("20260115").unwrap(), "20260115T093000Z-4f1c");
        assert_eq!(found("last").unwrap(), "20260116T093000Z-9b00", "of two that began together the one stored later");
        let said = found("20260116").unwrap_err();
        assert_eq!(said, "20260116 could be 20260116T093000Z-9b00 or 20260116T093000Z-9a7e; type more of the id");
        let said = found("20260115T093000Z-4f1d").unwrap_err();
        assert!(said.contains("did you mean 20260115T093000Z-4f1c"), "{said}");
        let said = found("%").unwrap_err();
        assert_eq!(said, "no stored scan is called %; `scan history` shows them all");
        assert!(found("").unwrap_err().contains("no stored scan is called"));
    }

    #[test]
    fn a_planned_scan_is_the_last_only_where_there_is_no_other() {
        let (_home, store) = store();
        assert_eq!(store.last_planned().unwrap(), None);
        store.create(&sample("planned", 5).plan(), Launch::Planned).unwrap();
        assert_eq!(store.find("last").unwrap().header.id, "planned");
        sample("ran", 1).store(&store);
        assert_eq!(store.find("last").unwrap().header.id, "ran");
        assert_eq!(store.last_planned().unwrap().unwrap().header.id, "planned");
    }

    #[test]
    fn assets_are_counted_by_type_and_region() {
        let (_home, store) = store();
        sample("scan-1", 0).store(&store);
        let counts = store.asset_counts("scan-1").unwrap();
        let key = |kind: &str| (kind.to_owned(), "eu-west-1".to_owned());
        assert_eq!(counts, [(key("aws.s3.bucket"), 3), (key("gcp.storage.bucket"), 1)].into());
    }

    #[test]
    fn the_actions_that_a_scan_missed_are_named_with_their_regions() {
        let (_home, store) = store();
        sample("scan-1", 0).store(&store);
        let missed = store.missed_actions("scan-1").unwrap();
        assert!(missed.iter().any(|(action, _)| action == "s3:ListAllMyBuckets"), "{missed:?}");
        assert!(store.missed_actions("scan-2").is_err());
    }

    #[test]
    fn an_id_that_begins_another_is_found_itself() {
        let (_home, store) = store();
        store.create(&sample("scan-1", 0).plan(), Launch::Planned).unwrap();
        store.create(&sample("scan-12", 1).plan(), Launch::Planned).unwrap();
        assert_eq!(store.find("scan-1").unwrap().header.id, "scan-1");
    }

    #[test]
    fn the_list_is_newest_first_and_can_be_narrowed() {
        let (_home, store) = store();
        for (id, hours, account) in [("b", 2, "111122223333"), ("a", 1, "444455556666"), ("c", 3, "111122223333")] {
            let mut scan = sample(id, hours);
            scan.header.account_id = account.to_owned();
            store.create(&scan.plan(), Launch::Planned).unwrap();
        }
        let listed = |account: Option<&str>, limit| {
            let filter = Filter { account_id: account.map(str::to_owned), limit };
            store.list(&filter).unwrap().into_iter().map(|record| record.header.id).collect::<Vec<_>>()
        };
        assert_eq!(listed(None, None), ["c", "b", "a"]);
        assert_eq!(listed(None, Some(2)), ["c", "b"]);
        assert_eq!(listed(None, Some(0)), Vec::<String>::new());
        assert_eq!(listed(Some("111122223333"), None), ["c", "b"]);
        assert_eq!(listed(Some("0"), None), Vec::<String>::new());
    }

    #[test]
    fn a_baseline_is_the_newest_complete_scan_of_the_same_kind() {
        let (_home, store) = store();
        let statuses = [ScanStatus::Completed, ScanStatus::Completed, ScanStatus::Partial, ScanStatus::Cancelled];
        for (hours, status) in (0..).zip(statuses) {
            let scan = sample(&format!("scan-{hours}"), hours);
            scan.store(&store);
            store.finish(&scan.header.id, &Ending { status, ..Ending::from(&scan.report()) }).unwrap();
        }
        let baseline =
            |account, provider, profile| store.last_complete(account, provider, profile).unwrap().map(|record| record.header.id);
        assert_eq!(baseline("111122223333", "mock", "mvp15").as_deref(), Some("scan-1"));
        assert_eq!(baseline("111122223333", "aws", "mvp15"), None);
        assert_eq!(baseline("111122223333", "mock", "full"), None);
        assert_eq!(baseline("0", "mock", "mvp15"), None);
    }
}
