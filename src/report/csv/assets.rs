//! The columns of the file of assets.

use super::{Column, Value};
use crate::model::Asset;

/// The columns, in their order.
pub const ASSETS: &[Column<Asset>] = &[
    Column::new("type", "such as `aws.s3.bucket`", |_, asset| asset.resource_type.into()),
    Column::new("id", "the id that the service itself uses", |_, asset| (&asset.id).into()),
    Column::new("name", "the `Name` tag, else the id", |_, asset| (&asset.name).into()),
    Column::new("arn", "may be empty", |_, asset| (&asset.arn).into()),
    Column::new("account_id", "the account", |report, _| (&report.header.account_id).into()),
    Column::new("region", "where it lives", |_, asset| (&asset.region).into()),
    Column::new("tags", "a JSON object", |_, asset| Value::json(&asset.tags)),
    Column::new("properties", "a JSON object, as in the JSON report", |_, asset| Value::json(&asset.properties)),
    Column::new("scan_id", "the scan", |report, _| (&report.header.id).into()),
    Column::new("scan_started_at", "when it started, RFC 3339 in UTC", |report, _| report.header.started_at.to_string().into()),
];
