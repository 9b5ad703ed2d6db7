//! The log and its one run. Both are structs of their own, because those of `serde-sarif` want all results at once: here each is made
//! while it is written, so that memory does not grow with their number. What is below them is as `serde-sarif` has it.

use serde::{Serialize, Serializer};
use serde_sarif::sarif::{Invocation, RunAutomationDetails, Tool, ToolComponent};

use super::result::Standing;
use super::taxonomy::Taxonomies;
use super::{Rules, invocation, rule};
use crate::model::{CheckResult, Outcome, ScanReport};
use crate::report::path_segment::path_segment;

/// The final schema, as OASIS published it.
const SCHEMA_URI: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log of several runs, up to the first of them.
pub(super) const BEFORE_RUNS: &str =
    r#"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","runs":["#;
/// The same after the last.
pub(super) const AFTER_RUNS: &str = "\n],\"version\":\"2.1.0\"}\n";

/// A SARIF log (SARIF 2.1.0, 3.13).
#[derive(Serialize)]
pub(super) struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<'a>; 1],
    version: &'static str,
}

/// A run (SARIF 2.1.0, 3.14).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run<'a> {
    automation_details: RunAutomationDetails,
    invocations: [Invocation; 1],
    results: Results<'a>,
    taxonomies: Vec<ToolComponent>,
    tool: Tool,
}

/// The results, each made while it is written.
struct Results<'a> {
    standing: Standing<'a>,
    rules: &'a Rules<'a>,
    findings: &'a [&'a CheckResult],
}

impl<'a> Log<'a> {
    /// The log of these findings, each of which has its rule; `cut` says that others had to be left out.
    pub(super) fn of(report: &'a ScanReport, rules: &'a Rules<'a>, findings: &'a [&'a CheckResult], cut: Option<&str>) -> Self {
        let (invocation, notifications) = invocation::invocation(report, cut);
        let version = report.header.tool_version.as_str();
        let checks = || rules.values().map(|(_, check)| *check);
        let taxonomies = Taxonomies::of(report, checks());
        let driver = ToolComponent::builder()
            .name(env!("CARGO_PKG_NAME"))
            .full_name(format!("{} {version}", env!("CARGO_PKG_NAME")))
            .version(version)
            .semantic_version(version)
            .rules(checks().map(|check| rule::rule(check, &taxonomies)).collect::<Vec<_>>())
            .notifications(notifications)
            .supported_taxonomies(taxonomies.references())
            .build();
        // SARIF 2.1.0 wants suppressions on all results or on none (3.27.23), and likewise baseline states (3.27.24).
        let standing = Standing { report, any_muted: findings.iter().any(|finding| finding.outcome == Outcome::Muted) };
        let run = Run {
            automation_details: RunAutomationDetails::builder().id(automation_id(report, &report.header.account_id)).build(),
            invocations: [invocation],
            results: Results { standing, rules, findings },
            taxonomies: taxonomies.components(),
            tool: Tool::builder().driver(driver).build(),
        };
        Self { schema: SCHEMA_URI, runs: [run], version: "2.1.0" }
    }

    /// Names the run for what stands for its account, where that is not empty.
    pub(super) fn name_run(&mut self, report: &ScanReport, label: &str) {
        if !label.is_empty() {
            self.runs[0].automation_details = RunAutomationDetails::builder().id(automation_id(report, label)).build();
        }
    }

    /// The run.
    pub(super) const fn run(&self) -> &Run<'a> {
        &self.runs[0]
    }
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.findings.iter().filter_map(|finding| {
            let (index, _) = self.rules.get(finding.check.id.as_str())?;
            Some(self.standing.result(finding, *index))
        }))
    }
}

/// `posture-scan/<account>/<profile>/`: GitHub keeps the alerts of every such category apart. It ends in a slash because the part
/// after the last one would name the single run.
fn automation_id(report: &ScanReport, account: &str) -> String {
    let header = &report.header;
    let mut id = format!("{}/{}/", env!("CARGO_PKG_NAME"), path_segment(account));
    if !header.profile.is_empty() {
        id.push_str(&path_segment(&header.profile));
        id.push('/');
    }
    id
}
