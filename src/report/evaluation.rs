//! Whether a scan came to any result, told as a result about the account: for formats that hold nothing but results, whose readers would
//! otherwise learn nothing of a scan without any, nor that the next one was better.

use std::sync::Arc;

use crate::model::regions::Partition;
use crate::model::{CheckMetadata, CheckResult, Outcome, Remediation, ResourceReference, ScanReport, ScanStatus, Severity};
use crate::report::layout::words::known;

/// The id that stands for a check's; no check begins so.
const ID: &str = "posture-scan-account-is-evaluated";

/// The result: unknown and without a gap where the scan has come to none, passed otherwise; `None` where it has not ended and nobody can
/// tell yet. It is the same one in every scan of the account, whatever its regions, so that one scan takes back what another has told.
pub(super) fn evaluation(report: &ScanReport) -> Option<CheckResult> {
    let header = &report.header;
    let (outcome, message) = if !report.evaluated_nothing() {
        (Outcome::Pass, format!("The scan evaluated account {}", known(&header.account_id)))
    } else if is_under_way(report.status) {
        return None;
    } else {
        (Outcome::Unknown, format!("Nothing was evaluated, the scan is {}: {}", report.status, report.status_reason))
    };
    let resource = ResourceReference {
        resource_type: "aws.account".to_owned(),
        id: header.account_id.clone(),
        arn: String::new(),
        name: known(&header.account_id).to_owned(),
        region: Partition::named(&header.partition).global_region.to_owned(),
    };
    Some(CheckResult { check: Arc::new(check()), outcome, resource, message, gap: None, satisfied_by: None, mute: None })
}

/// Whether a result is the one that [`evaluation`] makes.
pub(super) fn is_evaluation(result: &CheckResult) -> bool {
    result.check.id == ID
}

const fn is_under_way(status: ScanStatus) -> bool {
    matches!(status, ScanStatus::NotStarted | ScanStatus::Queued | ScanStatus::Running)
}

fn check() -> CheckMetadata {
    CheckMetadata {
        id: ID.to_owned(),
        title: "The scan evaluates the account".to_owned(),
        severity: Severity::High,
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
    }
}

/// Why a result is unknown: a short name for the kind of reason, and a sentence; `None` where it is not, or where nobody knows why.
pub(super) fn reason(report: &ScanReport, result: &CheckResult) -> Option<(&'static str, String)> {
    match &result.gap {
        Some(gap) => Some((gap.kind.as_str(), format!("{}; {}", gap.sentence(), gap.advice()))),
        None if is_evaluation(result) && result.outcome == Outcome::Unknown => {
            Some((report.status.as_str(), report.status_reason.clone()))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests;
