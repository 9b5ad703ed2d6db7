//! What came to the inventory and what left it.

use unicode_width::UnicodeWidthStr;

use crate::model::comparison::{AssetChange, AssetTransition};
use crate::model::plain_text::{elide_middle, neutralise};
use crate::model::{Comparison, ResourceReference};
use crate::report::layout::findings::resource;
use crate::report::layout::grid::{GUTTER, Side, lay};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{self, count};

/// Assets shown of each way; the others are counted.
const SHOWN: usize = 20;
/// Columns before an asset.
const INDENT: usize = 4;
/// Columns that a type may take.
const WIDEST_TYPE: usize = 24;
/// Columns that a region may take.
const WIDEST_REGION: usize = 16;

/// Puts the section, where there is anything to tell.
pub(super) fn put(comparison: &Comparison, page: &mut Page) {
    let ways = AssetTransition::ALL.map(|transition| (transition, comparison.assets_of(transition).collect::<Vec<_>>()));
    let ways: Vec<_> = ways.into_iter().filter(|(_, changes)| !changes.is_empty()).collect();
    if ways.is_empty() {
        return;
    }
    let shown: Vec<&AssetChange> = ways.iter().flat_map(|(_, changes)| changes.iter().take(SHOWN).copied()).collect();
    let mut rows = rows(&shown, page.width()).into_iter();
    page.heading("Assets");
    for (number, (transition, changes)) in ways.iter().enumerate() {
        if number > 0 {
            page.blank();
        }
        let (label, ink) = label(*transition);
        page.line(&format!("  {}  {}", paint(ink, label), count(changes.len() as u64, "asset", "assets")));
        for line in rows.by_ref().take(changes.len().min(SHOWN)).flatten() {
            page.line(&format!("{:INDENT$}{line}", ""));
        }
        if let Some(more) = changes.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let text = format!("… and {} more; the JSON comparison holds them all", words::number(more as u64));
            page.wrapped("", INDENT, &text, Some(Ink::Faint));
        }
    }
}

/// The lines of each asset: type, region, name. Columns are the same for all of them.
fn rows(changes: &[&AssetChange], width: usize) -> Vec<Vec<String>> {
    let widest = |of: fn(&ResourceReference) -> &str| {
        changes.iter().map(|change| neutralise(of(&change.asset)).width()).max().unwrap_or_default()
    };
    let type_width = widest(|asset| &asset.resource_type).min(WIDEST_TYPE);
    let region_width = widest(|asset| &asset.region).min(WIDEST_REGION);
    let room = width.saturating_sub(INDENT + type_width + region_width + 2 * GUTTER);
    let row = |change: &&AssetChange| {
        let ResourceReference { resource_type, region, .. } = &change.asset;
        [
            elide_middle(&neutralise(resource_type), type_width).into_owned(),
            elide_middle(&neutralise(region), region_width).into_owned(),
            resource(&change.asset, room),
        ]
    };
    lay([Side::Left; 3], &changes.iter().map(row).collect::<Vec<_>>())
}

const fn label(transition: AssetTransition) -> (&'static str, Ink) {
    match transition {
        AssetTransition::New => ("new", Ink::Strong),
        AssetTransition::NewlyVisible => ("newly visible", Ink::Strong),
        AssetTransition::Vanished => ("vanished", Ink::Strong),
        AssetTransition::NoLongerVisible => ("no longer visible", Ink::Caution),
    }
}
