//! `scan findings`: what the checks of a stored scan came to.

use std::collections::BTreeSet;

use super::archive::{Archive, failure, glance};
use super::{regions, show, show_nothing};
use crate::cli::arguments::stored::FindingsArguments;
use crate::cli::exit_code::{Ending, Failure};
use crate::model::nearest::suggestion;
use crate::model::{CheckMetadata, CheckResult, Outcome, ScanReport, Severity};
use crate::report::stored::TableStyle;
use crate::report::stored::results::{Document, render};

/// Runs `scan findings`.
pub(super) fn run(arguments: &FindingsArguments, archive: &Archive, style: &TableStyle) -> anyhow::Result<Ending> {
    let Some((store, record)) = archive.find_for_list(&arguments.scan)? else {
        return show(arguments.json, || Document::new(None, &[]), || show_nothing(archive, style));
    };
    let report = store.report(&record.header.id).map_err(failure)?;
    regions::check(&arguments.region, &report)?;
    let checks = arguments.check.iter().map(|name| named(name, &report)).collect::<Result<Vec<_>, Failure>>()?;
    let checks: Option<BTreeSet<&str>> = (!checks.is_empty()).then(|| checks.into_iter().flatten().collect());
    let severities: Vec<Severity> = arguments.severity.iter().map(|choice| (*choice).into()).collect();
    let outcomes: Vec<Outcome> = arguments.status.iter().map(|choice| (*choice).into()).collect();
    let results: Vec<&CheckResult> = report
        .results
        .iter()
        .filter(|result| outcomes.contains(&result.outcome))
        .filter(|result| severities.is_empty() || severities.contains(&result.check.severity))
        .filter(|result| checks.as_ref().is_none_or(|checks| checks.contains(result.check.id.as_str())))
        .filter(|result| arguments.region.is_empty() || arguments.region.contains(&result.reported().region))
        .collect();
    let glance = glance(store, &record)?;
    show(arguments.json, || Document::new(Some(&glance), &results), || render(&glance, &results, style))
}

/// The ids of the scan's checks that go by a name: an own id, an alias, or a requirement.
fn named<'a>(name: &str, report: &'a ScanReport) -> Result<BTreeSet<&'a str>, Failure> {
    let goes_by = |check: &CheckMetadata| {
        let requirement = |(framework, requirement): (&str, &str)| {
            check.requirements.iter().any(|one| one.framework == framework && one.requirement == requirement)
        };
        check.id == name
            || check.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
            || name.split_once(':').is_some_and(requirement)
    };
    let ids: BTreeSet<&str> = report.checks.iter().filter(|check| goes_by(check)).map(|check| check.id.as_str()).collect();
    if !ids.is_empty() {
        return Ok(ids);
    }
    let known =
        report.checks.iter().flat_map(|check| std::iter::once(check.id.as_str()).chain(check.aliases.iter().map(String::as_str)));
    let hint = suggestion(name, known, &format!("it had {} checks", report.checks.len()));
    Err(Failure::usage(format!("scan {} had no check called {name}{hint}", report.header.id)))
}
