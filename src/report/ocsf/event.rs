//! A result as an event of the class Compliance Finding.

use serde::Serialize;

use super::object::{Caption, Cloud, Compliance, FindingInfo, Metadata, Remediation, ResourceDetails};
use crate::model::{CheckResult, Mute, Novelty, Outcome, ScanReport, Severity};
use crate::report::evaluation::{is_evaluation, reason};

/// The class Compliance Finding.
const CLASS: Caption = Caption { id: 2003, caption: "Compliance Finding" };
/// Its category.
const CATEGORY: Caption = Caption { id: 2, caption: "Findings" };

/// An event. Attributes that end in `_id` or `_uid` are the schema's numbers, those beside them the words for people.
#[derive(Serialize)]
pub(super) struct Event<'a> {
    activity_id: u32,
    activity_name: &'static str,
    category_uid: u32,
    category_name: &'static str,
    class_uid: u32,
    class_name: &'static str,
    type_uid: u32,
    type_name: String,
    /// When the scan ended, in milliseconds since 1970.
    time: i64,
    severity_id: u32,
    severity: &'static str,
    status_id: u32,
    status: &'static str,
    /// Why it is unknown: the kind of the gap, or the status of a scan that came to no result.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_code: Option<&'static str>,
    /// Why it is unknown, in a sentence, and what to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_detail: Option<String>,
    message: &'a str,
    /// Why a finding is accepted, and by whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    finding_info: FindingInfo<'a>,
    compliance: Compliance<'a>,
    remediation: Remediation<'a>,
    resources: [ResourceDetails<'a>; 1],
    cloud: Cloud<'a>,
    metadata: Metadata<'a>,
}

impl<'a> Event<'a> {
    pub(super) fn of(report: &'a ScanReport, result: &'a CheckResult) -> Self {
        let uid = result.uid(&report.header.account_id);
        let activity = activity(report, result, &uid);
        let severity = severity(result);
        let status = status(result.outcome, activity);
        let (status_code, status_detail) = reason(report, result).unzip();
        Self {
            activity_id: activity.id,
            activity_name: activity.caption,
            category_uid: CATEGORY.id,
            category_name: CATEGORY.caption,
            class_uid: CLASS.id,
            class_name: CLASS.caption,
            type_uid: CLASS.id * 100 + activity.id,
            type_name: format!("{}: {}", CLASS.caption, activity.caption),
            time: report.ended_at.as_millisecond(),
            severity_id: severity.id,
            severity: severity.caption,
            status_id: status.id,
            status: status.caption,
            status_code,
            status_detail,
            message: &result.message,
            comment: result.mute.as_deref().map(Mute::sentence),
            metadata: Metadata::of(report, result, &uid),
            finding_info: FindingInfo::of(report, result, uid),
            compliance: Compliance::of(result),
            remediation: Remediation::of(&result.check.remediation),
            resources: [ResourceDetails::of(report, result)],
            cloud: Cloud::of(report, result),
        }
    }
}

const CREATE: Caption = Caption { id: 1, caption: "Create" };
const UPDATE: Caption = Caption { id: 2, caption: "Update" };
const CLOSE: Caption = Caption { id: 3, caption: "Close" };

/// What has become of the finding since the earlier scan; without one, everything is new.
fn activity(report: &ScanReport, result: &CheckResult, uid: &str) -> Caption {
    let was_finding = report.known.as_ref().is_some_and(|known| known.findings.contains(uid));
    match (report.novelty(result), result.outcome) {
        (Some(Novelty::Known), _) => UPDATE,
        (None, Outcome::Pass | Outcome::NotApplicable) if was_finding => CLOSE,
        (None, Outcome::Unknown) if was_finding => UPDATE,
        // Nobody knows whether an earlier scan came to nothing; if one did, that is over.
        (_, Outcome::Pass) if is_evaluation(result) => CLOSE,
        _ => CREATE,
    }
}

/// Where the finding stands with those who look after it.
fn status(outcome: Outcome, activity: Caption) -> Caption {
    match outcome {
        Outcome::Muted => Caption { id: 3, caption: "Suppressed" },
        _ if activity == CLOSE => Caption { id: 4, caption: "Resolved" },
        _ => Caption { id: 1, caption: "New" },
    }
}

/// How bad the event is: a check's severity counts only where something is, or may be, wrong.
fn severity(result: &CheckResult) -> Caption {
    match result.outcome {
        Outcome::Pass | Outcome::NotApplicable => severity_of(Severity::Informational),
        Outcome::Fail | Outcome::Unknown | Outcome::Muted => severity_of(result.check.severity),
    }
}

/// The severity in the schema's words.
pub(super) const fn severity_of(severity: Severity) -> Caption {
    match severity {
        Severity::Critical => Caption { id: 5, caption: "Critical" },
        Severity::High => Caption { id: 4, caption: "High" },
        Severity::Medium => Caption { id: 3, caption: "Medium" },
        Severity::Low => Caption { id: 2, caption: "Low" },
        Severity::Informational => Caption { id: 1, caption: "Informational" },
    }
}
