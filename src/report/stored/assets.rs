//! The assets of a stored scan.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Glance, ScanNote};
use crate::model::plain_text::{elide_end, elide_middle, neutralise};
use crate::model::{Asset, ResourceReference};
use crate::report::json::v1::{self, SCHEMA_VERSION};
use crate::report::layout::TableStyle;
use crate::report::layout::findings::resource;
use crate::report::layout::grid::{GUTTER, Side, lay};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, moment};

/// Columns of a page from which on there is room for tags.
const WITH_TAGS: usize = 100;
/// The most columns of a region.
const LONGEST_REGION: usize = 20;

/// Assets as text, in the given order, which is that of their types.
#[must_use]
pub fn render(glance: &Glance, assets: &[&Asset], style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Assets");
    if assets.is_empty() {
        page.wrapped("  ", 2, "no asset is like that", Some(Ink::Caution));
    }
    let mut rows = rows(assets, page.width()).into_iter();
    let mut is_first = true;
    for of_type in assets.chunk_by(|one, other| one.resource_type == other.resource_type) {
        let Some(asset) = of_type.first() else { continue };
        if !std::mem::take(&mut is_first) {
            page.blank();
        }
        let total = count(of_type.len() as u64, "asset", "assets");
        page.line(&format!("  {}  {}", paint(Ink::Strong, &neutralise(asset.resource_type)), paint(Ink::Faint, &total)));
        for line in rows.by_ref().take(of_type.len()).flatten() {
            page.line(&format!("    {line}"));
        }
    }
    page.blank();
    page.wrapped("", 0, &caption(glance, assets), Some(Ink::Faint));
    style.print(&page)
}

/// The lines of each asset; columns are the same for all of them.
fn rows(assets: &[&Asset], page_width: usize) -> Vec<Vec<String>> {
    let room = page_width - 4 - 2 * GUTTER;
    let region_width = assets.iter().map(|asset| asset.region.chars().count()).max().unwrap_or_default().min(LONGEST_REGION);
    let tags_width = if page_width < WITH_TAGS { 0 } else { (room - region_width) * 2 / 5 };
    let name_width = room - region_width - tags_width;
    let rows: Vec<[String; 3]> = assets
        .iter()
        .map(|asset| {
            let reference: ResourceReference = asset.reference();
            let region = neutralise(&asset.region);
            [
                resource(&reference, name_width),
                elide_middle(&region, region_width).into_owned(),
                faint(&elide_end(&tags(asset), tags_width)),
            ]
        })
        .collect();
    lay([Side::Left; 3], &rows)
}

/// In faint colour, where there is anything: marks at the end of a line would keep the blanks before them.
fn faint(text: &str) -> String {
    if text.is_empty() { String::new() } else { paint(Ink::Faint, text) }
}

/// `team=data, env=live`, without the name, which stands before it.
fn tags(asset: &Asset) -> String {
    let tags = asset.tags.iter().filter(|(key, _)| *key != "Name");
    let tags: Vec<String> = tags.map(|(key, value)| format!("{}={}", neutralise(key), neutralise(value))).collect();
    tags.join(", ")
}

/// `3 assets of 2 types in 2 regions; scan …, of 2026-01-15 09:30:00 UTC`.
fn caption(glance: &Glance, assets: &[&Asset]) -> String {
    let types: BTreeSet<&str> = assets.iter().map(|asset| asset.resource_type).collect();
    let regions: BTreeSet<&str> = assets.iter().map(|asset| asset.region.as_str()).collect();
    format!(
        "{} of {} in {}; {}",
        count(assets.len() as u64, "asset", "assets"),
        count(types.len() as u64, "type", "types"),
        count(regions.len() as u64, "region", "regions"),
        source(glance)
    )
}

/// Which scan it was, and what of it may be missing.
pub(super) fn source(glance: &Glance) -> String {
    let status = glance.status.as_str().replace('_', " ");
    format!("scan {} of {}, {status}", neutralise(&glance.header.id), moment(glance.header.started_at))
}

/// Puts that nothing is like what was asked for.
pub(super) fn put_nothing(text: &str, page: &mut Page) {
    page.wrapped("  ", 2, text, Some(Ink::Caution));
}

/// The assets for programs, as in the JSON report.
#[derive(Serialize)]
pub struct Document<'a> {
    schema_version: &'static str,
    scan: Option<ScanNote<'a>>,
    assets: Vec<v1::Asset<'a>>,
}

impl<'a> Document<'a> {
    /// The assets of a scan; of none where no scan is stored.
    #[must_use]
    pub fn new(glance: Option<&'a Glance>, assets: &[&'a Asset]) -> Self {
        let assets = assets.iter().map(|asset| (*asset).into()).collect();
        Self { schema_version: SCHEMA_VERSION, scan: glance.map(ScanNote::from), assets }
    }
}
