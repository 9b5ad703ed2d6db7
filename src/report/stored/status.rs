//! How a stored scan stands: one that has ended as it ended, one that runs with how far it is.

use serde::Serialize;

use super::scan::put_head;
use super::{Glance, ScanNote};
use crate::model::ScanReport;
use crate::model::plain_text::neutralise;
use crate::report::json::v1::SCHEMA_VERSION;
use crate::report::layout::TableStyle;
use crate::report::layout::ink::{Ink, paint};

/// The head of a scan as text.
#[must_use]
pub fn render(glance: &Glance, report: &ScanReport, style: &TableStyle) -> String {
    let mut page = style.page();
    put_head(glance, report, &mut page);
    style.print(&page)
}

/// One line that says which scan it is that runs, for the picture of it below.
#[must_use]
pub fn caption(glance: &Glance, style: &TableStyle) -> String {
    let header = &glance.header;
    let mut page = style.page();
    let name = header.name.as_deref().map_or_else(String::new, |name| format!(" “{}”", neutralise(name)));
    let id = paint(Ink::Strong, &neutralise(&header.id));
    let account = format!("{} account {}", neutralise(&header.provider), neutralise(&header.account_id));
    page.wrapped(" ", 1, &format!("{id}{name} · {account} · {}", glance.painted_status()), None);
    style.print(&page)
}

/// How far a scan is, in per cent and milliseconds.
#[derive(Serialize)]
pub struct Progress<'a> {
    /// How much of all work is done.
    pub percent: u8,
    /// How long the rest will take; null where nobody can tell yet.
    pub remaining_ms: Option<u64>,
    /// How much of discovery is done.
    pub discovery: Stage,
    /// How much of compliance is done.
    pub compliance: Stage,
    /// The regions, in the plan's order.
    pub regions: Vec<Region<'a>>,
    /// The jobs that sweep every region.
    pub sweeps: Vec<Sweep>,
}

/// All jobs of one kind.
#[derive(Serialize)]
pub struct Stage {
    /// Those that have ended.
    pub jobs_ended: usize,
    /// All of them.
    pub jobs: usize,
    /// How much of them is done.
    pub percent: u8,
}

/// One region.
#[derive(Serialize)]
pub struct Region<'a> {
    /// Its name.
    pub region: &'a str,
    /// Where it stands.
    pub status: &'static str,
    /// How much of its discovery is done.
    pub discovery_percent: u8,
    /// How much of its compliance is done.
    pub compliance_percent: u8,
    /// Assets found so far.
    pub assets: u64,
    /// Findings made so far.
    pub findings: u64,
}

/// A job that sweeps every region.
#[derive(Serialize)]
pub struct Sweep {
    /// What it does.
    pub kind: &'static str,
    /// Where it stands.
    pub status: &'static str,
    /// How much of it is done.
    pub percent: u8,
    /// Assets found so far.
    pub assets: u64,
    /// Findings made so far.
    pub findings: u64,
}

/// The status for programs.
#[derive(Serialize)]
pub struct Document<'a> {
    schema_version: &'static str,
    scan: ScanNote<'a>,
    progress: Option<Progress<'a>>,
}

impl<'a> Document<'a> {
    /// A scan, and how far it is while it runs.
    #[must_use]
    pub fn new(glance: &'a Glance, progress: Option<Progress<'a>>) -> Self {
        Self { schema_version: SCHEMA_VERSION, scan: glance.into(), progress }
    }
}
