//! How the scan went: its times, whether it was complete, and what it could not read.

use std::collections::BTreeMap;

use serde_json::json;
use serde_sarif::sarif::{
    Invocation, Message, MultiformatMessageString, Notification, PropertyBag, ReportingDescriptor, ReportingDescriptorReference,
};

use super::rule::pascal_case;
use super::text::sentence;
use crate::model::{ScanReport, ScanStatus};

/// The code of the notification that findings were cut.
const CUT: &str = "findings_cut";
/// The code of the notification that a job failed.
const JOB_FAILED: &str = "job_failed";

/// Something to tell besides the results.
struct Notice<'a> {
    code: &'a str,
    level: &'static str,
    message: String,
    checks: &'a [String],
}

/// The invocation, and the descriptors of the notifications in it. `cut` says that findings had to be left out.
pub(super) fn invocation(report: &ScanReport, cut: Option<&str>) -> (Invocation, Vec<ReportingDescriptor>) {
    let notices = notices(report, cut);
    let mut codes: BTreeMap<&str, usize> = notices.iter().map(|notice| (notice.code, 0)).collect();
    for (index, place) in codes.values_mut().enumerate() {
        *place = index;
    }
    let notifications: Vec<Notification> = notices.iter().map(|notice| notification(notice, codes[notice.code])).collect();
    let invocation = Invocation::builder()
        .execution_successful(report.status == ScanStatus::Completed)
        .start_time_utc(utc(report.header.started_at))
        .end_time_utc(utc(report.ended_at))
        .tool_execution_notifications(notifications)
        .build();
    (invocation, codes.into_keys().map(descriptor).collect())
}

/// RFC 3339 to the millisecond, as SARIF 2.1.0 asks in 3.9.
fn utc(at: jiff::Timestamp) -> String {
    format!("{at:.3}")
}

fn notices<'a>(report: &'a ScanReport, cut: Option<&str>) -> Vec<Notice<'a>> {
    let cut = cut.map(|message| Notice { code: CUT, level: "warning", message: sentence(message), checks: &[] });
    let failed = report.jobs.iter().filter_map(|job| {
        let message = sentence(&format!("job {} failed: {}", job.id, job.error.as_deref()?));
        Some(Notice { code: JOB_FAILED, level: "error", message, checks: &[] })
    });
    let warnings = report.warnings.iter().map(|warning| Notice {
        code: &warning.code,
        level: "warning",
        message: sentence(&warning.message),
        checks: &warning.checks,
    });
    cut.into_iter().chain(failed).chain(warnings).collect()
}

fn notification(notice: &Notice<'_>, index: usize) -> Notification {
    let descriptor = ReportingDescriptorReference::builder().id(notice.code).index(i64::try_from(index).unwrap_or(-1)).build();
    let mut notification = Notification::builder()
        .descriptor(descriptor)
        .level(notice.level)
        .message(Message::builder().text(notice.message.as_str()).build())
        .build();
    if !notice.checks.is_empty() {
        let checks = BTreeMap::from([("checks".to_owned(), json!(notice.checks))]);
        notification.properties = Some(PropertyBag::builder().additional_properties(checks).build());
    }
    notification
}

/// What a code means, with every field that GitHub asks of a descriptor.
fn descriptor(code: &str) -> ReportingDescriptor {
    let (text, advice) = match code {
        CUT => ("Findings were left out because the file would have been too large.", "Read them all in the JSON report."),
        JOB_FAILED => {
            ("A part of the scan failed, and what it would have found is missing.", "Mend what the message names and scan again.")
        }
        _ => ("The scan met something that its reader must know.", "Do what the message says and scan again."),
    };
    let plain = |text: &str| MultiformatMessageString::builder().text(text).build();
    ReportingDescriptor::builder()
        .id(code)
        .name(format!("{}Notification", pascal_case(code)))
        .short_description(plain(text))
        .full_description(plain(text))
        .help(plain(advice))
        .build()
}
