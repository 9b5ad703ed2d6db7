//! The list of stored scans.

use serde::Serialize;

use super::{Glance, ScanNote};
use crate::model::Severity;
use crate::model::plain_text::{elide_end, neutralise};
use crate::report::json::v1::SCHEMA_VERSION;
use crate::report::layout::TableStyle;
use crate::report::layout::grid::{Side, lay_some};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{bytes, count, duration, moment, number};

/// Columns of a page from which on the findings of each severity stand in a scan's row.
const WITH_SEVERITIES: usize = 80;
/// Columns of a page from which on the start of a scan stands in its row.
const WITH_STARTS: usize = 108;
/// Columns before the lines below that of a scan.
const INDENT: usize = 4;
/// The most columns of an account's id or a profile's name; usual ones are shorter.
const LONGEST_WORD: usize = 32;
/// The most columns of a scan's name.
const LONGEST_NAME: usize = 48;

/// Whether there are scans that the list leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Older {
    /// The list has all of them.
    None,
    /// There are more.
    LeftOut,
}

/// The list as text, in the given order: a line for each scan and what was scanned below it.
#[must_use]
pub fn render(scans: &[Glance], older: Older, style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Scans");
    let mut lines = rows(scans, page.width()).into_iter();
    if let Some(header) = lines.next() {
        page.line(&format!("  {header}"));
    }
    for (line, scan) in lines.zip(scans) {
        page.line(&format!("  {line}"));
        put_details(scan, &mut page);
    }
    page.blank();
    if older == Older::LeftOut {
        let shown = count(scans.len() as u64, "scan", "scans");
        page.wrapped("", 0, &format!("the newest {shown}; --limit N shows more"), Some(Ink::Faint));
    }
    page.wrapped("", 0, "scan show ID tells more of one", Some(Ink::Faint));
    style.print(&page)
}

/// The columns and the sides on which their cells stand.
const COLUMNS: [(&str, Side); 10] = [
    ("scan", Side::Left),
    ("status", Side::Left),
    ("findings", Side::Right),
    ("crit", Side::Right),
    ("high", Side::Right),
    ("med", Side::Right),
    ("low", Side::Right),
    ("info", Side::Right),
    ("took", Side::Right),
    ("started", Side::Left),
];

/// The columns for which a page has room.
const fn shown(width: usize) -> &'static [usize] {
    match width {
        ..WITH_SEVERITIES => &[0, 1, 2],
        WITH_SEVERITIES..WITH_STARTS => &[0, 1, 3, 4, 5, 6, 7, 8],
        _ => &[0, 1, 3, 4, 5, 6, 7, 8, 9],
    }
}

/// The first lines, the one of headings first.
fn rows(scans: &[Glance], width: usize) -> Vec<String> {
    let header = COLUMNS.map(|(name, _)| paint(Ink::Faint, name));
    let rows: Vec<[String; 10]> = std::iter::once(header).chain(scans.iter().map(row)).collect();
    lay_some(shown(width), COLUMNS.map(|(_, side)| side), &rows).into_iter().flatten().collect()
}

fn row(scan: &Glance) -> [String; 10] {
    let [critical, high, medium, low, informational] = Severity::ALL.map(|severity| match scan.findings.of(severity) {
        0 => paint(Ink::Faint, "0"),
        findings => paint(Ink::of_severity(severity), &number(findings)),
    });
    let id = paint(Ink::Strong, &neutralise(&scan.header.id));
    let findings = number(scan.findings.total);
    let started = moment(scan.header.started_at);
    [id, scan.painted_progress(), findings, critical, high, medium, low, informational, took(scan), started]
}

fn took(scan: &Glance) -> String {
    scan.duration_ms().map_or_else(|| "–".to_owned(), duration)
}

/// The lines below: what was scanned.
fn put_details(scan: &Glance, page: &mut Page) {
    let header = &scan.header;
    let mut parts: Vec<String> = Vec::new();
    if page.width() < WITH_STARTS {
        parts.push(header.started_at.strftime("%Y-%m-%d %H:%M UTC").to_string());
    }
    let named = |text: &str, most: usize| elide_end(&neutralise(text), most).into_owned();
    let account = format!("{} {}", named(&header.provider, LONGEST_WORD), named(&header.account_id, LONGEST_WORD));
    parts.push(account.trim_end().to_owned());
    if !header.profile.is_empty() {
        parts.push(named(&header.profile, LONGEST_WORD));
    }
    parts.push(header.scan_type.as_str().to_owned());
    parts.push(count(header.regions.len() as u64, "region", "regions"));
    if page.width() < WITH_SEVERITIES {
        parts.push(took(scan));
    }
    parts.extend(header.name.as_deref().map(|name| format!("“{}”", named(name, LONGEST_NAME))));
    page.wrapped("", INDENT, &parts.join(" · "), Some(Ink::Faint));
}

/// What a prune says: which scans went, what room that freed, how many stay.
#[must_use]
pub fn pruned(deleted: &[String], bytes_freed: u64, left: usize) -> String {
    let stay = if left == 1 { "1 scan stays".to_owned() } else { format!("{} scans stay", number(left as u64)) };
    if deleted.is_empty() {
        return format!("nothing deleted; {stay}\n");
    }
    let names = deleted.iter().fold(String::new(), |names, id| names + "deleted " + &neutralise(id) + "\n");
    let total = count(deleted.len() as u64, "scan", "scans");
    format!("{names}{total} deleted, {} freed; {stay}\n", bytes(bytes_freed))
}

/// The list for programs.
#[derive(Serialize)]
pub struct Document<'a> {
    schema_version: &'static str,
    scans: Vec<ScanNote<'a>>,
}

impl<'a> From<&'a [Glance]> for Document<'a> {
    fn from(scans: &'a [Glance]) -> Self {
        Self { schema_version: SCHEMA_VERSION, scans: scans.iter().map(ScanNote::from).collect() }
    }
}
