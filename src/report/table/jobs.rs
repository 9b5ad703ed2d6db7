//! The jobs that did not come to an end of their own.

use crate::model::plain_text::neutralise;
use crate::model::{JobStatus, ScanReport};

use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::names;

/// Names of jobs shown on one line.
const SHOWN: usize = 4;

/// Jobs that ended in the same way: how, why, and their ids.
type Group<'a> = (JobStatus, Option<&'a str>, Vec<&'a str>);

/// The jobs that failed or were stopped; those that ended in the same way are one group.
pub(in crate::report) fn groups(report: &ScanReport) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for job in &report.jobs {
        if job.error.is_none() && !matches!(job.status, JobStatus::Failed | JobStatus::Cancelled) {
            continue;
        }
        let error = job.error.as_deref();
        match groups.iter_mut().find(|(status, other, _)| *status == job.status && *other == error) {
            Some((_, _, ids)) => ids.push(&job.id),
            None => groups.push((job.status, error, vec![&job.id])),
        }
    }
    groups
}

/// Puts the section of the jobs that failed or were stopped, where there are any; jobs that ended in the same way share a line.
pub(in crate::report) fn put(report: &ScanReport, page: &mut Page) {
    let groups = groups(report);
    if groups.is_empty() {
        return;
    }
    let any = |wanted: fn(JobStatus) -> bool| groups.iter().any(|(status, ..)| wanted(*status));
    page.heading(match (any(|status| status != JobStatus::Cancelled), any(|status| status == JobStatus::Cancelled)) {
        (true, false) => "Failed jobs",
        (false, _) => "Stopped jobs",
        (true, true) => "Failed and stopped jobs",
    });
    let indent = groups.iter().map(|(status, ..)| status.as_str().len()).max().unwrap_or_default() + 4;
    for (status, error, ids) in groups {
        let label = format!("  {}", paint(Ink::of_job(status), status.as_str()));
        let error = error.map_or_else(String::new, |error| format!(": {}", neutralise(error)));
        page.wrapped(&label, indent, &format!("{}{error}", names(&ids, SHOWN, "jobs")), None);
    }
}
