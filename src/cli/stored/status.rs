//! `scan status`: how far a running scan is, from any terminal.

mod watch;

use std::io::IsTerminal;

use super::archive::{Archive, failure, glance};
use super::picture::Picture;
use super::show;
use crate::cli::arguments::stored::StatusArguments;
use crate::cli::exit_code::Ending;
use crate::cli::terminal::write_stdout;
use crate::model::{Colour, ScanStatus};
use crate::progress::Mode;
use crate::progress::mode::ModeChoice;
use crate::report::stored::TableStyle;
use crate::report::stored::status::{Document, caption, render};
use crate::store::{ScanRecord, Store};

/// Runs `scan status`.
pub(super) fn run(arguments: &StatusArguments, archive: &Archive, style: &TableStyle, live: Colour) -> anyhow::Result<Ending> {
    let (store, record) = archive.find(&arguments.id)?;
    if arguments.json {
        let (glance, picture) = (glance(store, &record)?, picture(store, &record)?);
        let regions = picture.as_ref().map(Picture::regions);
        let progress = picture.as_ref().zip(regions.as_ref()).map(|(picture, regions)| picture.progress(regions));
        return show(true, || Document::new(&glance, progress), String::new);
    }
    let mode = Mode::choose(ModeChoice::Auto, std::io::stderr().is_terminal(), std::env::var("TERM").ok().as_deref());
    if arguments.watch && mode == Mode::Bars && is_under_way(&record) {
        match watch::until_the_end(store, &record, live)? {
            watch::End::OfTheScan(record) => return write_stdout(text(store, &record, style)?.as_bytes()),
            watch::End::OfThePatience => return Ok(Ending::Cancelled),
        }
    }
    write_stdout(text(store, &record, style)?.as_bytes())
}

/// Whether there is something to watch.
fn is_under_way(record: &ScanRecord) -> bool {
    matches!(record.status, ScanStatus::Queued | ScanStatus::Running)
}

/// A scan that runs, as the picture that its own terminal shows; another as it ended.
fn text(store: &Store, record: &ScanRecord, style: &TableStyle) -> anyhow::Result<String> {
    let glance = glance(store, record)?;
    if let Some(picture) = picture(store, record)? {
        return Ok(format!("{}\n{}", caption(&glance, style), picture.text(style)));
    }
    let report = store.report(&record.header.id).map_err(failure)?;
    Ok(render(&glance, &report, style))
}

/// The picture of a scan that runs.
fn picture(store: &Store, record: &ScanRecord) -> anyhow::Result<Option<Picture>> {
    let is_running = record.status == ScanStatus::Running;
    Ok(is_running.then(|| store.jobs(&record.header.id)).transpose().map_err(failure)?.map(|jobs| Picture::of(record, &jobs)))
}
