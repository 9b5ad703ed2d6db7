//! The inventory: how many assets of each type, and which; the lists are drawn by the script when somebody opens them.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::Page;
use super::data::{put_rows, shown};
use super::markup::Text;
use crate::model::resource::by_name;
use crate::model::{Asset, ScanStatus};
use crate::report::format::Extent;
use crate::report::layout::words::number;

/// An asset as the script knows it: number of its type, name, id where it is not the name, ARN, region, tags.
#[derive(Serialize)]
struct Row<'a>(usize, Cow<'a, str>, Cow<'a, str>, Cow<'a, str>, Cow<'a, str>, String);

/// Puts the section.
pub(super) fn put(page: &Page<'_>, extent: Extent, out: &mut dyn Write) -> io::Result<()> {
    let report = page.report;
    let types = &report.summary.assets_by_type;
    writeln!(out, r#"<section id="assets" aria-labelledby="assets-title"><h2 id="assets-title">Assets</h2>"#)?;
    if types.is_empty() {
        let text = if report.status == ScanStatus::Completed { "None." } else { "None could be listed." };
        return writeln!(out, r#"<p class="nothing">{text}</p></section>"#);
    }
    let note = match extent {
        Extent::Whole => r#"<noscript><p class="note">The lists need scripts; the JSON report holds them too.</p></noscript>"#,
        Extent::Findings => r#"<p class="note">This report was asked for without the inventory: only counts are here.</p>"#,
    };
    writeln!(out, "{note}")?;
    writeln!(out, r#"<ul class="types">"#)?;
    for (place, (name, total)) in types.iter().enumerate() {
        let plural = by_name(name).map_or(name.as_str(), |resource_type| resource_type.plural);
        let told = format!(
            r#"{} <span class="tag">{}</span> <span class="faint code">{}</span>"#,
            Text(plural),
            number(*total),
            Text(name)
        );
        match extent {
            Extent::Whole => writeln!(out, r#"<li><details data-type="{place}"><summary>{told}</summary></details></li>"#)?,
            Extent::Findings => writeln!(out, "<li>{told}</li>")?,
        }
    }
    writeln!(out, "</ul>")?;
    if extent == Extent::Whole {
        let place = |asset: &Asset| types.keys().position(|name| name == asset.resource_type).unwrap_or_default();
        put_rows("assets-data", report.assets.iter().map(|asset| row(place(asset), asset)), out)?;
    }
    writeln!(out, "</section>")
}

fn row(place: usize, asset: &Asset) -> Row<'_> {
    let id = if asset.id == asset.name { Cow::Borrowed("") } else { shown(&asset.id) };
    let tags: Vec<String> = asset.tags.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let tags = shown(&tags.join(", ")).into_owned();
    Row(place, shown(&asset.name), id, shown(&asset.arn), shown(&asset.region), tags)
}
