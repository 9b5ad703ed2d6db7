//! `scan show`: one stored scan.

use super::archive::{Archive, failure, glance};
use super::{regions, show};
use crate::cli::arguments::stored::ShowArguments;
use crate::cli::exit_code::Ending;
use crate::report::stored::TableStyle;
use crate::report::stored::scan::{Document, Parts, render};

/// Runs `scan show`.
pub(super) fn run(arguments: &ShowArguments, archive: &Archive, style: &TableStyle) -> anyhow::Result<Ending> {
    let (store, record) = archive.find(&arguments.id)?;
    let whole = store.report(&record.header.id).map_err(failure)?;
    let narrowed = match &arguments.region {
        None => None,
        Some(region) => {
            regions::check(std::slice::from_ref(region), &whole)?;
            Some(whole.of_region(region))
        }
    };
    let part = narrowed.as_ref().unwrap_or(&whole);
    let glance = glance(store, &record)?;
    let parts = Parts { jobs: arguments.jobs, errors: arguments.errors, findings: arguments.findings };
    show(arguments.json, || Document::new(&glance, part, parts), || render(&glance, &whole, part, parts, style))
}
