//! The JUnit XML report, for the test pages of CI systems: a suite for each service, a case for each result.
//!
//! - A finding is a failure, what is unknown an error with its gap, and a finding that the user has accepted is skipped.
//! - A check that does not concern an asset tested nothing there: no case.
//! - The first suite has one case, the scan itself, which is an error unless it is complete: a scan that could read nothing must not
//!   look like one without failures. It alone has a time, because checks share the evidence that was read for all of them.
//! - Every text is neutralised: what XML 1.0 forbids is visible as an escape.
//!
//! There is no one standard. The elements and attributes are those that Jenkins, GitLab and the usual GitHub actions read
//! (<https://github.com/testmoapp/junitxml>); times of day are UTC, without a zone, because some refuse one.

mod case;
mod text;

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};

use self::case::{Case, Verdict};
use self::text::safe;
use super::format::Extent;
use crate::model::ScanReport;

/// Writes the report, each case as it is made.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, extent: Extent, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(io::BufWriter::with_capacity(64 * 1024, out), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let scan = Case::of_scan(report);
    let services = counted(report, extent);
    let mut total = Counts::default();
    total.count(&scan.verdict);
    for counts in services.values() {
        total.add(counts);
    }
    let started = report.header.started_at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let suite = |element: &'static str, name: &str, counts: &Counts, seconds: &str| {
        let mut start = BytesStart::new(element);
        start.push_attribute(("name", safe(name).as_ref()));
        counts.put(&mut start);
        start.push_attribute(("time", seconds));
        start.push_attribute(("timestamp", started.as_str()));
        Event::Start(start)
    };
    xml.write_event(suite("testsuites", env!("CARGO_PKG_NAME"), &total, &scan.seconds))?;
    let mut counts = Counts::default();
    counts.count(&scan.verdict);
    xml.write_event(suite("testsuite", env!("CARGO_PKG_NAME"), &counts, &scan.seconds))?;
    put_properties(&mut xml, &about(report))?;
    scan.put(&mut xml)?;
    xml.write_event(Event::End(BytesEnd::new("testsuite")))?;
    for (service, counts) in services {
        xml.write_event(suite("testsuite", service, &counts, case::NO_TIME))?;
        for result in report.results.iter().filter(|result| result.check.service == service && extent.holds(result)) {
            if let Some(case) = Case::of(result, report) {
                case.put(&mut xml)?;
            }
        }
        xml.write_event(Event::End(BytesEnd::new("testsuite")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
    let mut out = xml.into_inner();
    out.write_all(b"\n")?;
    out.flush()
}

/// Cases by how they ended.
#[derive(Debug, Default)]
struct Counts {
    tests: u64,
    failures: u64,
    errors: u64,
    skipped: u64,
}

impl Counts {
    const fn count(&mut self, verdict: &Verdict) {
        self.tests += 1;
        match verdict {
            Verdict::Passed => {}
            Verdict::Failed(_) => self.failures += 1,
            Verdict::Errored(_) => self.errors += 1,
            Verdict::Skipped(_) => self.skipped += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        let Self { tests, failures, errors, skipped } = other;
        self.tests += tests;
        self.failures += failures;
        self.errors += errors;
        self.skipped += skipped;
    }

    fn put(&self, element: &mut BytesStart<'_>) {
        let Self { tests, failures, errors, skipped } = self;
        for (name, count) in [("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped)] {
            element.push_attribute((name, count.to_string().as_str()));
        }
    }
}

/// The services with at least one case, and how their cases ended.
fn counted(report: &ScanReport, extent: Extent) -> BTreeMap<&str, Counts> {
    let mut services: BTreeMap<&str, Counts> = BTreeMap::new();
    for result in report.results.iter().filter(|result| extent.holds(result)) {
        if let Some(verdict) = Verdict::of(result) {
            services.entry(&result.check.service).or_default().count(&verdict);
        }
    }
    services
}

/// What is known of the scan as a whole.
fn about(report: &ScanReport) -> Vec<(&'static str, &str)> {
    let header = report.header.as_ref();
    let mut about = vec![
        ("scan_id", header.id.as_str()),
        ("account_id", &header.account_id),
        ("provider", &header.provider),
        ("status", report.status.as_str()),
        ("tool_version", &header.tool_version),
    ];
    about.extend((!header.profile.is_empty()).then_some(("profile", header.profile.as_str())));
    about.extend(header.regions.iter().map(|region| ("region", region.as_str())));
    about
}

fn put_properties(xml: &mut Writer<impl Write>, properties: &[(&'static str, &str)]) -> io::Result<()> {
    xml.write_event(Event::Start(BytesStart::new("properties")))?;
    for (name, value) in properties {
        let mut property = BytesStart::new("property");
        property.push_attribute(("name", *name));
        property.push_attribute(("value", safe(value).as_ref()));
        xml.write_event(Event::Empty(property))?;
    }
    xml.write_event(Event::End(BytesEnd::new("properties")))
}

#[cfg(test)]
mod tests;
