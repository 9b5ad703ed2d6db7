//! Reads a JSON report that an earlier scan wrote, as one side of a comparison.
//!
//! It takes what a comparison needs and leaves the rest: fields that a later version of the scanner added are no obstacle.

mod document;

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::v1::SCHEMA_VERSION;
use crate::model::comparison::ScanSide;

/// Why a file cannot stand for an earlier scan.
#[derive(Debug, thiserror::Error)]
pub enum EarlierReportError {
    /// It cannot be read.
    #[error("cannot read the earlier report {path}: {source}; name a file that `scan --json FILE` has written")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// It is no JSON document, or several.
    #[error("{path} is not a JSON report ({reason}); name a file that `scan --json FILE` has written")]
    NotJson {
        /// The file.
        path: String,
        /// Where reading ended and why.
        reason: String,
    },
    /// It is JSON, but not a report of a scan.
    #[error("{path} is not the JSON report of a scan: it has no {missing}; name a file that `scan --json FILE` has written")]
    NotAReport {
        /// The file.
        path: String,
        /// The field that every report has.
        missing: &'static str,
    },
    /// It is a report of another version.
    #[error(
        "{path} has schema_version {found}, and this version of scan reads {SCHEMA_VERSION}; write it anew with `scan --json FILE`"
    )]
    OtherVersion {
        /// The file.
        path: String,
        /// Its version, as it stands there.
        found: String,
    },
    /// It says that it is a report of this version, and is not.
    #[error("{path} is damaged ({reason}); write it anew with `scan --json FILE`")]
    Damaged {
        /// The file.
        path: String,
        /// What is wrong and where.
        reason: String,
    },
}

/// What every report has, whichever version it is of.
#[derive(Deserialize)]
struct Outline {
    schema_version: Option<Value>,
    scan: Option<serde::de::IgnoredAny>,
}

/// Reads the report at `path`.
///
/// # Errors
/// It cannot be read or is not a report of this version; the message names the file and the next step.
pub fn read(path: &Path) -> Result<ScanSide, EarlierReportError> {
    let name = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => parse(&name, &bytes),
        Err(source) => Err(EarlierReportError::Unreadable { path: name, source }),
    }
}

/// Reads a report from memory; `name` says where it comes from.
///
/// # Errors
/// As for [`read`].
pub fn parse(name: &str, bytes: &[u8]) -> Result<ScanSide, EarlierReportError> {
    let path = || name.to_owned();
    // Holding a whole report as a tree would take several times its size; the outline skips what it does not name.
    let outline: Outline = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => EarlierReportError::NotAReport { path: path(), missing: "schema_version" },
        _ => EarlierReportError::NotJson { path: path(), reason: error.to_string() },
    })?;
    let missing = |missing| EarlierReportError::NotAReport { path: path(), missing };
    let version = outline.schema_version.ok_or_else(|| missing("schema_version"))?;
    outline.scan.ok_or_else(|| missing("scan"))?;
    if version != SCHEMA_VERSION {
        return Err(EarlierReportError::OtherVersion { path: path(), found: version.to_string() });
    }
    let report: document::Report =
        serde_json::from_slice(bytes).map_err(|error| EarlierReportError::Damaged { path: path(), reason: error.to_string() })?;
    Ok(report.into())
}

#[cfg(test)]
mod tests;
