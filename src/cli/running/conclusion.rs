//! The end of a run: reports, what else must be said, and the exit code.

use super::baseline::Baseline;
use super::recording::NOT_STORED;
use crate::cli::arguments::Format;
use crate::cli::exit_code::{Ending, of_scan};
use crate::cli::outputs::Outputs;
use crate::cli::settings::{Destination, FailOn, OutputSettings, Verbosity};
use crate::cli::terminal::say;
use crate::model::plain_text::neutralise;
use crate::model::{ScanReport, ScanStatus};

/// Writes the reports, says what they do not, and tells how the program ends.
pub(in crate::cli) fn conclude(
    outputs: Outputs,
    settings: &OutputSettings,
    report: &ScanReport,
    baseline: &Baseline,
) -> anyhow::Result<Ending> {
    outputs.write(settings, report)?;
    say_what_the_table_does_not(settings, report);
    let new = baseline.new_findings(report);
    if let Some(new) = &new
        && !settings.is_quiet()
    {
        new.say();
    }
    let counted = match (settings.fail_on, &new) {
        (None, _) => 0,
        (Some(FailOn::New(severity)), Some(new)) => new.counts.at_or_above(severity),
        (Some(FailOn::Any(severity) | FailOn::New(severity)), _) => report.summary.findings.at_or_above(severity),
    };
    Ok(of_scan(report.status, counted, settings.partial))
}

/// Where stdout does not carry the table, the status still has to be seen; and whatever else is quiet, that something is missing.
fn say_what_the_table_does_not(settings: &OutputSettings, report: &ScanReport) {
    if report.status == ScanStatus::SubmissionError || report.jobs.is_empty() && report.status != ScanStatus::Completed {
        say(&format!("error: {}", neutralise(&report.status_reason)));
        return;
    }
    if settings.verbosity == Verbosity::Verbose {
        say_calls(report);
    }
    if settings.outputs.contains(&(Format::Table, Destination::Stdout)) {
        return;
    }
    let quiet = settings.is_quiet();
    // That a scan is not stored is said at once, wherever the table goes.
    for warning in report.warnings.iter().filter(|warning| !quiet && warning.code != NOT_STORED) {
        say(&format!("warning: {}", neutralise(&warning.message)));
    }
    if !quiet || report.status != ScanStatus::Completed {
        say(&format!("{}: {}", report.status, report.status_reason));
    }
}

fn say_calls(report: &ScanReport) {
    let calls = &report.summary.api_calls;
    say(&format!("regions: {}", report.header.regions.join(", ")));
    say(&format!("API calls: {} ({} throttled, {} retried)", calls.total, calls.throttled, calls.retried));
    for (service, count) in &calls.by_service {
        say(&format!("  {service}: {count}"));
    }
}
