//! The columns of the file of results.

use super::{Column, Value};
use crate::model::{CheckResult, Gap, Mute, Novelty, Requirement};

/// The columns, in their order.
pub const RESULTS: &[Column<CheckResult>] = &[
    Column::new("uid", "what tells the result from every other, the same in every scan", |report, result| {
        result.uid(&report.header.account_id).into()
    }),
    Column::new("check_id", "the check", |_, result| (&result.check.id).into()),
    Column::new("title", "the good condition", |_, result| (&result.check.title).into()),
    Column::new("severity", "`critical`, `high`, `medium`, `low` or `informational`", |_, result| {
        result.check.severity.as_str().into()
    }),
    Column::new("status", "`fail`, `unknown`, `pass`, `not_applicable` or `muted`", |_, result| result.outcome.as_str().into()),
    Column::new("service", "the cloud's service", |_, result| (&result.check.service).into()),
    Column::new("resource_type", "such as `aws.s3.bucket`", |_, result| (&result.reported().resource_type).into()),
    Column::new("resource_id", "`*` where the resources could not be listed", |_, result| (&result.reported().id).into()),
    Column::new("resource_name", "the `Name` tag, else the id", |_, result| (&result.reported().name).into()),
    Column::new("resource_arn", "may be empty", |_, result| (&result.reported().arn).into()),
    Column::new("account_id", "the account", |report, _| (&report.header.account_id).into()),
    Column::new("region", "where the resource lives", |_, result| (&result.reported().region).into()),
    Column::new("message", "one sentence about this resource", |_, result| (&result.message).into()),
    Column::new("remediation", "what to do", |_, result| (&result.check.remediation.text).into()),
    Column::new("remediation_url", "the provider's page about it", |_, result| result.check.remediation.url.as_deref().into()),
    Column::new("frameworks", "the requirements that ask for the check, separated by commas", |_, result| {
        Value::list(result.check.requirements.iter().map(Requirement::reference))
    }),
    Column::new("gap_kind", "why it is unknown, such as `denied`", |_, result| gap(result).map(|gap| gap.kind.as_str()).into()),
    Column::new("gap_action", "the API action that gave no evidence", |_, result| {
        gap(result).map(|gap| gap.action.as_str()).into()
    }),
    Column::new("suppression_reason", "why a muted finding is accepted", |_, result| {
        mute(result).map(|mute| mute.reason.as_str()).into()
    }),
    Column::new("suppression_owner", "who answers for it", |_, result| mute(result).map(|mute| mute.owner.as_str()).into()),
    Column::new("suppression_expires", "the last day on which it is", |_, result| {
        mute(result).and_then(|mute| mute.expires).map_or_else(|| "".into(), |date| date.to_string().into())
    }),
    Column::new("baseline", "`new` or `known`, of findings where there is an earlier scan", |report, result| {
        report.novelty(result).map(Novelty::as_str).into()
    }),
    Column::new("scan_id", "the scan", |report, _| (&report.header.id).into()),
    Column::new("scan_started_at", "when it started, RFC 3339 in UTC", |report, _| report.header.started_at.to_string().into()),
];

fn gap(result: &CheckResult) -> Option<&Gap> {
    result.gap.as_deref()
}

fn mute(result: &CheckResult) -> Option<&Mute> {
    result.mute.as_deref()
}
