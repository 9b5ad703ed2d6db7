//! Writing what a job leaves behind.

use rusqlite::{Connection, params};

use crate::model::job::{FacetRecord, GapRecord};
use crate::model::summary::FindingCounts;
use crate::model::{Asset, CheckResult, Job, JobOutcome, LedgerEntry, Outcome, Warning};
use crate::store::content::Content;
use crate::store::error::Fault;
use crate::store::record::{self, asset, count, property, time};

/// The tables whose rows belong to a job, besides the facets.
const TABLES_OF_A_JOB: &[&str] = &["t_asset", "t_result", "t_ledger", "t_job_gap", "t_job_warning"];

/// Deletes what an earlier run of the job left.
pub(in crate::store) fn forget(connection: &Connection, scan_key: i64, job_key: i64) -> Result<(), Fault> {
    for table in TABLES_OF_A_JOB {
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE job_key = ?1"))?.execute([job_key])?;
    }
    connection.prepare_cached("DELETE FROM t_facet WHERE scan_key = ?1 AND job_key = ?2")?.execute([scan_key, job_key])?;
    connection.prepare_cached("UPDATE t_job SET has_outcome = 0 WHERE job_key = ?1")?.execute([job_key])?;
    Ok(())
}

/// Writes all that a job leaves; nothing of it may be there yet.
pub(in crate::store) fn write(connection: &Connection, scan_key: i64, job_key: i64, outcome: &JobOutcome) -> Result<(), Fault> {
    let mut sheet = Sheet { connection, content: Content::new(connection), scan_key, job_key };
    sheet.assets(&outcome.assets)?;
    sheet.facets(&outcome.facets)?;
    sheet.results(&outcome.results)?;
    sheet.ledger(&outcome.ledger)?;
    sheet.gaps(&outcome.gaps)?;
    sheet.warnings(&outcome.warnings)?;
    close(connection, job_key, outcome)
}

/// The job being written.
struct Sheet<'c> {
    connection: &'c Connection,
    content: Content<'c>,
    scan_key: i64,
    job_key: i64,
}

impl Sheet<'_> {
    fn assets(&mut self, assets: &[Asset]) -> Result<(), Fault> {
        let mut row = self.connection.prepare_cached(
            "INSERT INTO t_asset (job_key, position, resource_key, name_key, blob_key) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (position, asset) in (0_i64..).zip(assets) {
            let resource = self.content.resource(asset.resource_type, &asset.region, &asset.arn, &asset.id)?;
            let name = self.content.name(&asset.name, &asset.id)?;
            let blob = self.content.blob(&record::written(&asset::Written::from(asset))?)?;
            row.execute(params![self.job_key, position, resource, name, blob])?;
        }
        Ok(())
    }

    fn facets(&mut self, facets: &[FacetRecord]) -> Result<(), Fault> {
        let mut row = self.connection.prepare_cached(
            "INSERT INTO t_facet (scan_key, resource_key, job_key, position, facet_key, read_at_key, blob_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (position, facet) in (0_i64..).zip(facets) {
            let resource = self.content.resource(facet.resource_type, &facet.region, &facet.asset_arn, &facet.asset_id)?;
            let name = self.content.word(facet.facet)?;
            let blob = self.content.blob(&record::written(&property::Written::new(&facet.value))?)?;
            let read_at = facet.read_at.map(|at| self.content.word(&time::written(at))).transpose()?;
            row.execute(params![self.scan_key, resource, self.job_key, position, name, read_at, blob])?;
        }
        Ok(())
    }

    fn results(&mut self, results: &[CheckResult]) -> Result<(), Fault> {
        let mut row = self.connection.prepare_cached(
            "INSERT INTO t_result (job_key, position, check_key, outcome, resource_key, name_key, message_key, gap_key, reported_key,
                mute_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for (position, result) in (0_i64..).zip(results) {
            let check = self.content.check(&result.check)?;
            let about = &result.resource;
            let resource = self.content.resource(&about.resource_type, &about.region, &about.arn, &about.id)?;
            let name = self.content.name(&about.name, &about.id)?;
            let message = self.content.text(&result.message)?;
            let gap = result.gap.as_ref().map(|gap| self.content.gap(gap)).transpose()?;
            let reported = result.satisfied_by.as_ref().map(|it| self.content.word(&record::written(it)?)).transpose()?;
            let mute = result.mute.as_ref().map(|mute| self.content.word(&record::written(mute.as_ref())?)).transpose()?;
            let outcome = result.outcome.as_str();
            row.execute(params![self.job_key, position, check, outcome, resource, name, message, gap, reported, mute])?;
        }
        Ok(())
    }

    fn ledger(&mut self, ledger: &[LedgerEntry]) -> Result<(), Fault> {
        let mut row = self.connection.prepare_cached(
            "INSERT INTO t_ledger (job_key, position, check_id_key, region_key, pass, fail, unknown, not_applicable, muted)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        for (position, entry) in (0_i64..).zip(ledger) {
            let LedgerEntry { check_id, region, pass, fail, unknown, not_applicable, muted } = entry;
            let (check_id, region) = (self.content.word(check_id)?, self.content.word(region)?);
            let [pass, fail, unknown, not_applicable, muted] = [pass, fail, unknown, not_applicable, muted].map(|it| count(*it));
            row.execute(params![self.job_key, position, check_id, region, pass, fail, unknown, not_applicable, muted])?;
        }
        Ok(())
    }

    fn gaps(&mut self, gaps: &[GapRecord]) -> Result<(), Fault> {
        let mut row = self
            .connection
            .prepare_cached("INSERT INTO t_job_gap (job_key, position, gap_key, count, checks_key) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (position, record) in (0_i64..).zip(gaps) {
            let (gap, checks) = (self.content.gap(&record.gap)?, self.content.ids(&record.checks)?);
            row.execute(params![self.job_key, position, gap, count(record.count), checks])?;
        }
        Ok(())
    }

    fn warnings(&mut self, warnings: &[Warning]) -> Result<(), Fault> {
        let mut row = self.connection.prepare_cached(
            "INSERT INTO t_job_warning (job_key, position, code, service, region, action, message, checks_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for (position, warning) in (0_i64..).zip(warnings) {
            let Warning { code, service, region, action, message, checks } = warning;
            let checks = self.content.ids(checks)?;
            row.execute(params![self.job_key, position, code, service, region, action, message, checks])?;
        }
        Ok(())
    }
}

/// Writes the job itself as it ended.
fn close(connection: &Connection, job_key: i64, outcome: &JobOutcome) -> Result<(), Fault> {
    let Job { id: _, kind: _, region: _, assignments, status, started_at, ended_at, assets, findings, error } = &outcome.job;
    let mut counts = FindingCounts::default();
    for result in outcome.results.iter().filter(|result| result.outcome == Outcome::Fail) {
        counts.count(result.check.severity);
    }
    let FindingCounts { total: _, critical, high, medium, low, informational } = counts;
    connection
        .prepare_cached(
            "UPDATE t_job SET assignments = ?2, status = ?3, started_at = ?4, ended_at = ?5, assets = ?6, findings = ?7, error = ?8,
                critical = ?9, high = ?10, medium = ?11, low = ?12, informational = ?13, has_outcome = 1
             WHERE job_key = ?1",
        )?
        .execute(params![
            job_key,
            count(*assignments),
            status.as_str(),
            started_at.map(time::written),
            ended_at.map(time::written),
            count(*assets),
            count(*findings),
            error,
            count(critical),
            count(high),
            count(medium),
            count(low),
            count(informational),
        ])?;
    Ok(())
}
