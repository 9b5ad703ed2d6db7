//! The objects of an event.

use std::collections::BTreeSet;

use serde::Serialize;

use super::VERSION;
use super::event::severity_of;
use crate::model::{self, CheckResult, Outcome, Requirement, ResourceReference, ScanReport};
use crate::report::layout::words::known;

/// One of the schema's numbers and the word that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Caption {
    pub(super) id: u32,
    pub(super) caption: &'static str,
}

/// Where the event is from.
#[derive(Serialize)]
pub(super) struct Metadata<'a> {
    version: &'static str,
    profiles: [&'static str; 1],
    product: Product<'a>,
    /// The event itself: scan and finding.
    uid: String,
    /// The scan, which all of its events have in common.
    correlation_uid: &'a str,
    /// The check.
    event_code: &'a str,
}

#[derive(Serialize)]
struct Product<'a> {
    name: &'static str,
    vendor_name: &'static str,
    version: &'a str,
}

impl<'a> Metadata<'a> {
    pub(super) fn of(report: &'a ScanReport, result: &'a CheckResult, uid: &str) -> Self {
        let header = &report.header;
        let name = env!("CARGO_PKG_NAME");
        Self {
            version: VERSION,
            profiles: ["cloud"],
            product: Product { name, vendor_name: name, version: &header.tool_version },
            uid: format!("{}/{uid}", header.id),
            correlation_uid: &header.id,
            event_code: &result.check.id,
        }
    }
}

/// What tells the finding from others, and what it is about.
#[derive(Serialize)]
pub(super) struct FindingInfo<'a> {
    /// The same in every scan.
    uid: String,
    title: &'a str,
    /// Why it matters.
    desc: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    types: &'a [String],
    /// When the scan ended, in milliseconds since 1970.
    last_seen_time: i64,
}

impl<'a> FindingInfo<'a> {
    pub(super) fn of(report: &ScanReport, result: &'a CheckResult, uid: String) -> Self {
        let check = result.check.as_ref();
        Self {
            uid,
            title: &check.title,
            desc: check.risk.trim(),
            types: &check.categories,
            last_seen_time: report.ended_at.as_millisecond(),
        }
    }
}

/// What the check says, and who asks for it.
#[derive(Serialize)]
pub(super) struct Compliance<'a> {
    control: &'a str,
    desc: &'a str,
    /// The frameworks, by id.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    standards: BTreeSet<&'a str>,
    /// The requirements: `cis-aws-5.0:2.1.4`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    requirements: Vec<String>,
    status_id: u32,
    status: &'static str,
    checks: [Check<'a>; 1],
}

#[derive(Serialize)]
struct Check<'a> {
    uid: &'a str,
    name: &'a str,
    desc: &'a str,
    severity_id: u32,
    severity: &'static str,
    status_id: u32,
    status: &'static str,
}

impl<'a> Compliance<'a> {
    pub(super) fn of(result: &'a CheckResult) -> Self {
        let check = result.check.as_ref();
        let (status, severity) = (status(result.outcome), severity_of(check.severity));
        Self {
            control: &check.id,
            desc: &check.title,
            standards: check.requirements.iter().map(|asked| asked.framework.as_str()).collect(),
            requirements: check.requirements.iter().map(Requirement::reference).collect(),
            status_id: status.id,
            status: status.caption,
            checks: [Check {
                uid: &check.id,
                name: &check.title,
                desc: check.risk.trim(),
                severity_id: severity.id,
                severity: severity.caption,
                status_id: status.id,
                status: status.caption,
            }],
        }
    }
}

/// What came of the check. `Warning` is the schema's word for "no result, because information is missing".
const fn status(outcome: Outcome) -> Caption {
    match outcome {
        Outcome::Pass => Caption { id: 1, caption: "Pass" },
        Outcome::Unknown => Caption { id: 2, caption: "Warning" },
        Outcome::Fail | Outcome::Muted => Caption { id: 3, caption: "Fail" },
        // 99 stands for what has no number; its word is free.
        Outcome::NotApplicable => Caption { id: 99, caption: "Not Applicable" },
    }
}

/// How to mend it.
#[derive(Serialize)]
pub(super) struct Remediation<'a> {
    desc: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    references: Option<[&'a str; 1]>,
}

impl<'a> Remediation<'a> {
    pub(super) fn of(remediation: &'a model::Remediation) -> Self {
        Self { desc: remediation.text.trim(), references: remediation.url.as_deref().map(|url| [url]) }
    }
}

/// The resource.
#[derive(Serialize)]
pub(super) struct ResourceDetails<'a> {
    /// The ARN, else the id; absent where neither is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    uid: Option<&'a str>,
    name: &'a str,
    #[serde(rename = "type")]
    resource_type: &'a str,
    group: Group<'a>,
    region: &'a str,
    cloud_partition: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Tag<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Tag<'a> {
    name: &'a str,
    value: &'a str,
}

impl<'a> ResourceDetails<'a> {
    pub(super) fn of(report: &'a ScanReport, result: &'a CheckResult) -> Self {
        let reference = result.reported();
        let ResourceReference { resource_type, id, arn, name, region } = reference;
        let uid = if arn.is_empty() { id } else { arn };
        let tags = report.asset_of(reference).into_iter().flat_map(|asset| &asset.tags);
        Self {
            uid: (!reference.is_unlisted() && !uid.is_empty()).then_some(uid),
            name,
            resource_type,
            group: Group { name: &result.check.service },
            region,
            cloud_partition: &report.header.partition,
            tags: tags.map(|(name, value)| Tag { name, value }).collect(),
        }
    }
}

/// The account.
#[derive(Serialize)]
pub(super) struct Cloud<'a> {
    provider: &'static str,
    region: &'a str,
    account: Account<'a>,
}

#[derive(Serialize)]
struct Account<'a> {
    /// Absent where the scan never learnt it; the schema then asks for a name.
    #[serde(skip_serializing_if = "str::is_empty")]
    uid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    type_id: u32,
    #[serde(rename = "type")]
    kind: &'static str,
}

impl<'a> Cloud<'a> {
    pub(super) fn of(report: &'a ScanReport, result: &'a CheckResult) -> Self {
        let account = report.header.account_id.as_str();
        Self {
            // Every provider there is reads accounts of AWS, or tells of made-up ones.
            provider: "AWS",
            region: &result.reported().region,
            account: Account { uid: account, name: account.is_empty().then(|| known("")), type_id: 10, kind: "AWS Account" },
        }
    }
}
