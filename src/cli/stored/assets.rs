//! `scan assets`: what a stored scan found.

use super::archive::{Archive, failure, glance};
use super::{regions, show, show_nothing};
use crate::cli::arguments::stored::AssetsArguments;
use crate::cli::exit_code::{Ending, Failure};
use crate::model::nearest::suggestion;
use crate::model::{Asset, ScanReport, resource};
use crate::report::stored::TableStyle;
use crate::report::stored::assets::{Document, render};

/// Runs `scan assets`.
pub(super) fn run(arguments: &AssetsArguments, archive: &Archive, style: &TableStyle) -> anyhow::Result<Ending> {
    let Some((store, record)) = archive.find_for_list(&arguments.scan)? else {
        return show(arguments.json, || Document::new(None, &[]), || show_nothing(archive, style));
    };
    let report = store.report(&record.header.id).map_err(failure)?;
    check_types(&arguments.resource_type, &report)?;
    regions::check(&arguments.region, &report)?;
    let assets: Vec<&Asset> = report.assets.iter().filter(|asset| is_meant(asset, arguments)).collect();
    let glance = glance(store, &record)?;
    show(arguments.json, || Document::new(Some(&glance), &assets), || render(&glance, &assets, style))
}

fn is_meant(asset: &Asset, arguments: &AssetsArguments) -> bool {
    let among = |asked: &[String], value: &str| asked.is_empty() || asked.iter().any(|other| other == value);
    among(&arguments.resource_type, asset.resource_type)
        && among(&arguments.region, &asset.region)
        && arguments.tag.iter().all(|(key, value)| asset.tags.get(key) == Some(value))
}

/// Refuses a resource type that nobody knows.
fn check_types(asked: &[String], report: &ScanReport) -> Result<(), Failure> {
    let known = || resource::AWS.iter().map(|known| known.name).chain(report.assets.iter().map(|asset| asset.resource_type));
    match asked.iter().find(|name| known().all(|other| other != name.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            let hint = suggestion(unknown, known(), "`scan checks schema` lists them");
            Err(Failure::usage(format!("no resource type is called {unknown}{hint}")))
        }
    }
}
