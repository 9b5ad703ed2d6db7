//! Annotations of a GitHub Actions run: workflow commands, one a line, that the runner reads from stdout.
//!
//! Critical and high findings become errors, medium ones warnings, low and informational ones notices; the worst first, and new ones
//! before known ones of the same severity. GitHub shows ten of each kind for a step, so there are never more: the tenth says how many
//! are left out. A scan that is not complete is the first warning, or the first error where it could do nothing or was stopped.
//!
//! Sources: GitHub Docs, "Workflow commands for GitHub Actions"; the runner's own escapes (`ActionCommand.cs` of actions/runner).

use std::io::{self, Write};

use crate::model::plain_text::{elide_middle, neutralise};
use crate::model::{CheckResult, Novelty, Outcome, ScanReport, ScanStatus, Severity};
use crate::report::layout::words::{count, known, number};

/// Annotations of one kind that GitHub shows for a step.
const SHOWN: usize = 10;

/// Unknown results that the counts name, and muted ones.
const NAMED: usize = 5;

/// Columns of each part of a message, and of a title.
const WIDTH: usize = 500;

/// Writes the annotations. Where findings had to be left out, the warning to show is returned.
///
/// # Errors
/// Those of `out`.
pub fn write(report: &ScanReport, out: &mut dyn Write) -> io::Result<Option<String>> {
    let mut left_out = 0;
    for level in [Level::Error, Level::Warning, Level::Notice] {
        let findings = findings(report, level);
        let lead = lead(report, level);
        let room = SHOWN - usize::from(lead.is_some());
        let kept = if findings.len() > room { room - 1 } else { findings.len() };
        let rest = &findings[kept..];
        left_out += rest.len();
        let shown = findings[..kept].iter().map(|finding| of_finding(report, finding));
        for annotation in lead.into_iter().chain(shown).chain((!rest.is_empty()).then(|| of_rest(rest))) {
            annotation.put(level, out)?;
        }
    }
    let total = count(report.summary.findings.total, "finding", "findings");
    Ok((left_out > 0).then(|| format!("the annotations leave out {left_out} of {total}, because GitHub shows ten of each kind; the other reports hold them all")))
}

/// The kinds of annotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
    Notice,
}

impl Level {
    const fn of(severity: Severity) -> Self {
        match severity {
            Severity::Critical | Severity::High => Self::Error,
            Severity::Medium => Self::Warning,
            Severity::Low | Severity::Informational => Self::Notice,
        }
    }

    const fn command(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// One annotation.
struct Annotation {
    title: String,
    /// Its lines.
    message: Vec<String>,
}

impl Annotation {
    fn put(&self, level: Level, out: &mut dyn Write) -> io::Result<()> {
        let lines: Vec<String> = self.message.iter().map(|line| bounded(line)).collect();
        writeln!(out, "::{} title={}::{}", level.command(), property(&bounded(&self.title)), data(&lines.join("\n")))
    }
}

/// The findings of a kind: by severity, new ones first, else in the report's order.
fn findings(report: &ScanReport, level: Level) -> Vec<&CheckResult> {
    let mut findings: Vec<&CheckResult> = report.findings().filter(|finding| Level::of(finding.check.severity) == level).collect();
    findings.sort_by_cached_key(|finding| (finding.check.severity, !is_new(report, finding)));
    findings
}

fn is_new(report: &ScanReport, finding: &CheckResult) -> bool {
    report.novelty(finding) == Some(Novelty::New)
}

/// What comes before the findings of a kind: how the scan ended, where it is not complete; and the counts.
fn lead(report: &ScanReport, level: Level) -> Option<Annotation> {
    let incomplete = match report.status {
        ScanStatus::Completed => None,
        ScanStatus::Partial => Some(Level::Warning),
        _ => Some(Level::Error),
    };
    if incomplete == Some(level) {
        let title = format!("posture scan of account {} is {}", known(&report.header.account_id), report.status);
        return Some(Annotation { title, message: vec![report.status_reason.clone()] });
    }
    (level == Level::Notice && !report.evaluated_nothing()).then(|| Annotation {
        title: format!("posture scan of account {}", known(&report.header.account_id)),
        message: [counts(report)]
            .into_iter()
            .chain(others(report, Outcome::Unknown))
            .chain(others(report, Outcome::Muted))
            .collect(),
    })
}

/// A line for each of the first unknown or muted results, and one on how many more there are.
fn others(report: &ScanReport, outcome: Outcome) -> Vec<String> {
    let results = || report.results.iter().filter(|result| result.outcome == outcome);
    let line = |result: &CheckResult| {
        let (word, why) = match (result.mute.as_deref(), result.gap.as_deref()) {
            (Some(mute), _) => ("muted", mute.sentence()),
            (None, Some(gap)) => ("unknown", format!("{}; {}", result.message.trim_end_matches('.'), gap.advice())),
            (None, None) => ("unknown", result.message.clone()),
        };
        let resource = result.reported();
        let on = if resource.is_unlisted() { format!("all {}", resource.resource_type) } else { resource.id.clone() };
        format!("{word}: {} on {on} in {}: {why}", result.check.id, resource.region)
    };
    let left_out = results().skip(NAMED).count() as u64;
    let word = if outcome == Outcome::Muted { "muted" } else { "unknown" };
    let rest = (left_out > 0).then(|| format!("… and {} more {word}; the other reports hold them all", number(left_out)));
    results().take(NAMED).map(line).chain(rest).collect()
}

/// `completed: 5 findings (1 critical, 4 low), 3 passed, 1 unknown, 1 muted`.
fn counts(report: &ScanReport) -> String {
    let (results, findings) = (&report.summary.results, &report.summary.findings);
    let of = |severity: Severity| (findings.of(severity) > 0).then(|| format!("{} {severity}", number(findings.of(severity))));
    let by_severity: Vec<String> = Severity::ALL.into_iter().filter_map(of).collect();
    let by_severity = if by_severity.is_empty() { String::new() } else { format!(" ({})", by_severity.join(", ")) };
    format!(
        "{}: {}{by_severity}, {} passed, {} unknown, {} muted",
        report.status,
        count(findings.total, "finding", "findings"),
        number(results.pass),
        number(results.unknown),
        number(results.muted)
    )
}

fn of_finding(report: &ScanReport, finding: &CheckResult) -> Annotation {
    let (check, resource) = (finding.check.as_ref(), finding.reported());
    let new = if is_new(report, finding) { "new, " } else { "" };
    let id = if resource.arn.is_empty() { &resource.id } else { &resource.arn };
    Annotation {
        title: format!("{new}{}: {}", check.severity, check.title),
        message: vec![
            finding.message.clone(),
            format!("{id} in {}", resource.region),
            check.remediation.text.clone(),
            format!("check {}", check.id),
        ],
    }
}

fn of_rest(rest: &[&CheckResult]) -> Annotation {
    let of = |severity: Severity| {
        let found = rest.iter().filter(|finding| finding.check.severity == severity).count();
        (found > 0).then(|| format!("{} {severity}", number(found as u64)))
    };
    let by_severity: Vec<String> = Severity::ALL.into_iter().filter_map(of).collect();
    Annotation {
        title: format!("{} left out", count(rest.len() as u64, "more finding", "more findings")),
        message: vec![format!(
            "{} are not shown here, because GitHub shows {SHOWN} annotations of each kind; the other reports hold them all",
            by_severity.join(" and ")
        )],
    }
}

fn bounded(text: &str) -> String {
    elide_middle(&neutralise(text), WIDTH).into_owned()
}

/// The data of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests;
