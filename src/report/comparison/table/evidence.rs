//! What became readable and what no longer is, where neither is a finding.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Comparison;
use crate::model::comparison::{Change, Transition};
use crate::model::plain_text::{elide_end, neutralise};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, names};

/// Columns before the texts.
const INDENT: usize = 10;
/// Columns of what a cloud said; it may be long.
const GAP_LIMIT: usize = 240;
/// Gaps told; the others are counted.
const SHOWN_GAPS: usize = 8;
/// Names of checks shown of one gap.
const SHOWN_CHECKS: usize = 3;

/// Results that are told together.
#[derive(Default)]
struct Shared<'a> {
    results: u64,
    checks: BTreeSet<&'a str>,
}

/// Puts the section, where there is anything to tell.
pub(super) fn put(comparison: &Comparison, page: &mut Page) {
    let gained = together(comparison.changes_of(Transition::EvidenceGained));
    let lost = by_gap(comparison.changes_of(Transition::EvidenceLost));
    if gained.results == 0 && lost.is_empty() {
        return;
    }
    page.heading("Evidence");
    if gained.results > 0 {
        let text = format!("{}, unknown before, known now and no finding", gained.in_words());
        page.wrapped(&label(Ink::Good, "gained"), INDENT, &text, None);
    }
    for (number, (gap, shared)) in lost.iter().take(SHOWN_GAPS).enumerate() {
        let label = if number == 0 { label(Ink::Caution, "lost") } else { String::new() };
        page.wrapped(&label, INDENT, &elide_end(&neutralise(gap), GAP_LIMIT), None);
        page.wrapped("", INDENT, &format!("leaves unknown: {}", shared.in_words()), Some(Ink::Faint));
    }
    if let Some(more) = lost.len().checked_sub(SHOWN_GAPS).filter(|more| *more > 0) {
        let more = count(more as u64, "more gap", "more gaps");
        page.wrapped("", INDENT, &format!("… and {more}; the JSON comparison holds them all"), Some(Ink::Faint));
    }
}

fn label(ink: Ink, word: &str) -> String {
    format!("  {}", paint(ink, word))
}

impl<'a> Shared<'a> {
    fn add(&mut self, change: &'a Change) {
        self.results += 1;
        self.checks.insert(&change.check_id);
    }

    /// `2 results of check-a, check-b`.
    fn in_words(&self) -> String {
        let checks: Vec<&str> = self.checks.iter().copied().collect();
        let results = count(self.results, "result", "results");
        format!("{results} of {}", neutralise(&names(&checks, SHOWN_CHECKS, "checks")))
    }
}

fn together<'a>(changes: impl Iterator<Item = &'a Change>) -> Shared<'a> {
    let mut all = Shared::default();
    changes.for_each(|change| all.add(change));
    all
}

/// The results by what hides them.
fn by_gap<'a>(changes: impl Iterator<Item = &'a Change>) -> BTreeMap<&'a str, Shared<'a>> {
    let mut gaps: BTreeMap<&str, Shared<'_>> = BTreeMap::new();
    for change in changes {
        gaps.entry(change.gap.as_deref().unwrap_or("the later scan did not come to them")).or_default().add(change);
    }
    gaps
}
