//! How every region fared: discovery and compliance side by side.

use std::io::{self, Write};

use super::Page;
use super::markup::{Pill, Text, tone_of_job};
use crate::model::{Job, JobKind};
use crate::report::layout::words::{count, duration, number};
use crate::report::table::jobs::groups;
use crate::report::table::regions::{Counts, Place, counts};

/// Names of jobs told of one trouble; the others are counted.
const SHOWN_JOBS: usize = 12;

/// Puts the section.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = page.report;
    let mut counts = counts(report);
    writeln!(
        out,
        r#"<section id="regions" aria-labelledby="regions-title"><h2 id="regions-title">Regions</h2>
<div class="scroll" role="region" aria-label="Regions, discovery and compliance" tabindex="0"><table class="grid"><thead><tr><th scope="col">Region</th><th scope="col">Discovery</th><th scope="col">Compliance</th><th scope="col" class="number">Assets</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Unknown</th></tr></thead><tbody>"#
    )?;
    for region in &report.header.regions {
        let job = |kind| report.jobs.iter().find(|job| job.kind == kind && job.region.as_deref() == Some(region));
        let found = counts.remove(&Place::Region(region)).unwrap_or_default();
        let cells = [cell(job(JobKind::Discovery)), cell(job(JobKind::Compliance))];
        put_row(region, &cells, &found, out)?;
    }
    for (place, found) in &counts {
        // Global services live where they live, whichever regions were asked for.
        if let Place::Region(region) = place
            && found.assets + found.findings + found.unknown > 0
        {
            put_row(region, &[cell(None), cell(None)], found, out)?;
        }
    }
    for (kind, place) in [(JobKind::Clusters, Place::Clusters), (JobKind::Registries, Place::Registries)] {
        if let Some(job) = report.jobs.iter().find(|job| job.kind == kind) {
            let found = counts.remove(&place).unwrap_or_default();
            put_row(&format!("{} of every region", kind.as_str()), &[cell(None), cell(Some(job))], &found, out)?;
        }
    }
    writeln!(out, "</tbody></table></div>")?;
    put_errors(page, out)?;
    writeln!(out, "</section>")
}

fn cell(job: Option<&Job>) -> String {
    let Some(job) = job else { return r#"<span class="faint">–</span>"#.to_owned() };
    let pill = Pill { tone: tone_of_job(job.status), word: job.status.as_str() };
    let time = job.duration_ms().map(duration).unwrap_or_default();
    let found = match job.kind {
        JobKind::Discovery => count(job.assets, "asset", "assets"),
        JobKind::Compliance => count(job.findings, "finding", "findings"),
        JobKind::Clusters | JobKind::Registries => {
            format!("{}, {}", count(job.assets, "asset", "assets"), count(job.findings, "finding", "findings"))
        }
    };
    format!(r#"{pill} <span class="faint">{time} · {found}</span>"#)
}

fn put_row(name: &str, [discovery, compliance]: &[String; 2], found: &Counts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        r#"<tr><th scope="row">{}</th><td>{discovery}</td><td>{compliance}</td><td class="number">{}</td><td class="number">{}</td><td class="number">{}</td></tr>"#,
        Text(name),
        number(found.assets),
        number(found.findings),
        number(found.unknown)
    )
}

/// The jobs that did not come to an end of their own, and why.
fn put_errors(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let groups = groups(page.report);
    if groups.is_empty() {
        return Ok(());
    }
    writeln!(out, r#"<h3>Jobs that did not finish</h3><ul class="warnings">"#)?;
    for (status, error, ids) in groups {
        let pill = Pill { tone: tone_of_job(status), word: status.as_str() };
        let error = error.unwrap_or("stopped before its end");
        let more = match ids.len().saturating_sub(SHOWN_JOBS) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let ids = ids.into_iter().take(SHOWN_JOBS).collect::<Vec<_>>().join(", ");
        writeln!(out, r#"<li>{pill} <p>{}</p><p class="faint">{}{more}</p></li>"#, Text(error), Text(&ids))?;
    }
    writeln!(out, "</ul>")
}
