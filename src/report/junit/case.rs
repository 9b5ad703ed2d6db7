//! One test case: the scan itself, or one check on one resource.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use super::put_properties;
use super::text::safe;
use crate::model::{CheckResult, Mute, Novelty, Outcome, ResourceReference, ScanReport, ScanStatus};
use crate::report::layout::words::known;

/// The time of what has none of its own, in seconds.
pub(super) const NO_TIME: &str = "0.000";

/// A case.
pub(super) struct Case<'a> {
    /// The check's id.
    class: &'a str,
    /// The check's title and the resource.
    name: String,
    /// How long it took, in seconds.
    pub(super) seconds: String,
    properties: Vec<(&'static str, &'a str)>,
    uid: Option<String>,
    /// How it ended.
    pub(super) verdict: Verdict,
    /// What else is to be said.
    notes: Vec<String>,
}

/// How a case ended.
pub(super) enum Verdict {
    /// As it should be.
    Passed,
    /// A finding.
    Failed(Complaint),
    /// What decides could not be read.
    Errored(Complaint),
    /// A finding that the user has accepted, and why.
    Skipped(String),
}

/// What is wrong.
pub(super) struct Complaint {
    /// The severity, or why something could not be read.
    kind: &'static str,
    /// One sentence.
    message: String,
    /// The lines below it.
    lines: Vec<String>,
}

impl Verdict {
    /// How the case of a result ends; `None` where the check does not concern the asset.
    pub(super) fn of(result: &CheckResult) -> Option<Self> {
        let CheckResult { check, outcome, message, gap, mute, .. } = result;
        let resource = place(result.reported());
        Some(match outcome {
            Outcome::NotApplicable => return None,
            Outcome::Pass => Self::Passed,
            Outcome::Fail => {
                let lines = [resource, check.remediation.text.clone()].into_iter().chain(check.remediation.url.clone());
                Self::Failed(Complaint { kind: check.severity.as_str(), message: message.clone(), lines: lines.collect() })
            }
            Outcome::Unknown => Self::Errored(Complaint {
                kind: gap.as_ref().map_or(Outcome::Unknown.as_str(), |gap| gap.kind.as_str()),
                message: gap.as_ref().map_or_else(|| message.clone(), |gap| gap.sentence()),
                lines: [resource].into_iter().chain(gap.as_ref().map(|gap| gap.advice())).collect(),
            }),
            Outcome::Muted => Self::Skipped(mute.as_deref().map_or_else(|| message.clone(), accepted)),
        })
    }
}

impl<'a> Case<'a> {
    /// The case of a result; `None` where the check does not concern the asset.
    pub(super) fn of(result: &'a CheckResult, report: &ScanReport) -> Option<Self> {
        let verdict = Verdict::of(result)?;
        let ResourceReference { resource_type, id, arn, name, region } = result.reported();
        let resource = if name.is_empty() || name == id { id.clone() } else { format!("{name} ({id})") };
        let severity = ("severity", result.check.severity.as_str());
        let mut properties = vec![severity, ("region", region.as_str()), ("resource_type", resource_type), ("resource_id", id)];
        properties.extend((!arn.is_empty()).then_some(("arn", arn.as_str())));
        properties.extend(report.novelty(result).map(|novelty| ("baseline", Novelty::as_str(novelty))));
        Some(Self {
            class: &result.check.id,
            name: format!("{}: {resource} in {region}", result.check.title),
            seconds: NO_TIME.to_owned(),
            properties,
            uid: Some(result.uid(&report.header.account_id)),
            verdict,
            notes: Vec::new(),
        })
    }

    /// The scan itself: an error unless it is complete.
    pub(super) fn of_scan(report: &ScanReport) -> Self {
        let failed = report.jobs.iter().filter_map(|job| Some(format!("job {} failed: {}", job.id, job.error.as_deref()?)));
        let milliseconds = report.duration_ms().max(0);
        let verdict = match report.status {
            ScanStatus::Completed => Verdict::Passed,
            status => Verdict::Errored(Complaint {
                kind: status.as_str(),
                message: format!("{status}: {}", report.status_reason),
                lines: failed.collect(),
            }),
        };
        Self {
            class: env!("CARGO_PKG_NAME"),
            name: format!("The scan of account {} is complete", known(&report.header.account_id)),
            seconds: format!("{}.{:03}", milliseconds / 1_000, milliseconds % 1_000),
            properties: Vec::new(),
            uid: None,
            verdict,
            notes: report.warnings.iter().map(|warning| format!("warning: {}", warning.message)).collect(),
        }
    }

    /// Writes it.
    pub(super) fn put(&self, xml: &mut Writer<impl Write>) -> io::Result<()> {
        let mut start = BytesStart::new("testcase");
        start.push_attribute(("classname", safe(self.class).as_ref()));
        start.push_attribute(("name", safe(&self.name).as_ref()));
        start.push_attribute(("time", self.seconds.as_str()));
        xml.write_event(Event::Start(start))?;
        let properties: Vec<_> = self.uid.iter().map(|uid| ("uid", uid.as_str())).chain(self.properties.iter().copied()).collect();
        if !properties.is_empty() {
            put_properties(xml, &properties)?;
        }
        match &self.verdict {
            Verdict::Passed => {}
            Verdict::Failed(complaint) => complaint.put("failure", xml)?,
            Verdict::Errored(complaint) => complaint.put("error", xml)?,
            Verdict::Skipped(reason) => {
                let mut skipped = BytesStart::new("skipped");
                skipped.push_attribute(("message", safe(reason).as_ref()));
                xml.write_event(Event::Empty(skipped))?;
            }
        }
        if !self.notes.is_empty() {
            put_text("system-out", &[], &self.notes, xml)?;
        }
        xml.write_event(Event::End(BytesEnd::new("testcase")))
    }
}

impl Complaint {
    fn put(&self, element: &'static str, xml: &mut Writer<impl Write>) -> io::Result<()> {
        let lines: Vec<&String> = [&self.message].into_iter().chain(&self.lines).collect();
        put_text(element, &[("message", &self.message), ("type", self.kind)], &lines, xml)
    }
}

fn put_text(
    element: &'static str,
    attributes: &[(&'static str, &str)],
    lines: &[impl AsRef<str>],
    xml: &mut Writer<impl Write>,
) -> io::Result<()> {
    let mut start = BytesStart::new(element);
    for (name, value) in attributes {
        start.push_attribute((*name, safe(value).as_ref()));
    }
    let lines: Vec<_> = lines.iter().map(|line| safe(line.as_ref())).collect();
    xml.write_event(Event::Start(start))?;
    xml.write_event(Event::Text(BytesText::new(&lines.join("\n"))))?;
    xml.write_event(Event::End(BytesEnd::new(element)))
}

/// `aws.s3.bucket arn:aws:s3:::logs in eu-west-1`.
fn place(resource: &ResourceReference) -> String {
    let ResourceReference { resource_type, id, arn, region, .. } = resource;
    format!("{resource_type} {} in {region}", if arn.is_empty() { id } else { arn })
}

/// Who has accepted a finding, for how long and why.
fn accepted(mute: &Mute) -> String {
    format!("{}: {}", mute.acceptance(), mute.reason)
}
