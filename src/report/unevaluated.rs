//! A scan that came to no result, told as one result: for formats that hold nothing but results, whose readers would learn nothing else.

use std::sync::Arc;

use crate::model::{CheckMetadata, CheckResult, Outcome, Remediation, ResourceReference, ScanReport, Severity};

/// The id that stands for a check's; no check begins so.
const ID: &str = "posture-scan-account-is-evaluated";

/// The result, unknown and without a gap, where the scan has none of its own and is not complete: the reason is the scan's status and
/// its own. It is the same one in every scan of the account, in the first of the scan's regions.
pub(super) fn unevaluated(report: &ScanReport) -> Option<CheckResult> {
    if !report.evaluated_nothing() {
        return None;
    }
    let header = &report.header;
    let region = header.regions.first().map_or("", String::as_str);
    let check = CheckMetadata {
        id: ID.to_owned(),
        title: "The scan evaluates the account".to_owned(),
        severity: Severity::Informational,
        service: "account".to_owned(),
        resource: "aws.account".to_owned(),
        risk: "Without a single result nothing is known of the account: neither that it is in order nor that it is not.".to_owned(),
        remediation: Remediation {
            text: "Mend what the reason names, and scan again.".to_owned(),
            cli: None,
            terraform: None,
            url: None,
        },
        categories: Vec::new(),
        aliases: Vec::new(),
        requirements: Vec::new(),
        logic: String::new(),
    };
    let resource = ResourceReference {
        resource_type: "aws.account".to_owned(),
        id: header.account_id.clone(),
        arn: String::new(),
        name: header.account_id.clone(),
        region: region.to_owned(),
    };
    let message = format!("Nothing was evaluated, the scan is {}: {}", report.status, report.status_reason);
    Some(CheckResult {
        check: Arc::new(check),
        outcome: Outcome::Unknown,
        resource,
        message,
        gap: None,
        satisfied_by: None,
        mute: None,
    })
}

/// Why a result is unknown: a short name for the kind of reason, and a sentence; `None` where it is not.
pub(super) fn reason(report: &ScanReport, result: &CheckResult) -> Option<(&'static str, String)> {
    match &result.gap {
        Some(gap) => Some((gap.kind.as_str(), format!("{}; {}", gap.sentence(), gap.advice()))),
        None if result.outcome == Outcome::Unknown => Some((report.status.as_str(), report.status_reason.clone())),
        None => None,
    }
}
