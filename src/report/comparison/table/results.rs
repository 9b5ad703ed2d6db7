//! The findings that came, went, or cannot be followed.

use crate::model::comparison::{Change, Standing, Transition};
use crate::model::{Comparison, Outcome};
use crate::report::layout::findings::{self, Finding, Nouns};
use crate::report::layout::ink::Ink;
use crate::report::layout::page::Page;

const ELSEWHERE: &str = "the JSON comparison holds them all";

/// A section of findings that went the same way.
struct Section {
    transition: Transition,
    heading: &'static str,
    nouns: Nouns,
    /// What must be known to read it rightly; may be empty.
    note: &'static str,
    /// What to say of one finding.
    words: fn(&Change) -> &str,
}

/// The sections, what matters most last.
const SECTIONS: [Section; 5] = [
    Section {
        transition: Transition::NotComparable,
        heading: "Not comparable",
        nouns: Nouns { one: "finding", several: "findings", elsewhere: Some(ELSEWHERE) },
        note: "failed before; the later scan cannot say what became of them, so they do not count as resolved",
        words: doubt,
    },
    Section {
        transition: Transition::Muted,
        heading: "Muted",
        nouns: Nouns { one: "finding", several: "findings", elsewhere: Some(ELSEWHERE) },
        note: "",
        words: message,
    },
    Section {
        transition: Transition::Resolved,
        heading: "Resolved",
        nouns: Nouns { one: "resolved finding", several: "resolved findings", elsewhere: Some(ELSEWHERE) },
        note: "",
        words: resolution,
    },
    Section {
        transition: Transition::NewlyVisible,
        heading: "Newly visible findings",
        nouns: Nouns { one: "finding", several: "findings", elsewhere: Some(ELSEWHERE) },
        note: "fail now; the earlier scan could not see them or was not asked, so they may be older",
        words: message,
    },
    Section {
        transition: Transition::Appeared,
        heading: "New findings",
        nouns: Nouns { one: "new finding", several: "new findings", elsewhere: Some(ELSEWHERE) },
        note: "",
        words: message,
    },
];

/// Puts a section for each way that findings went, where there are any.
pub(super) fn put(comparison: &Comparison, page: &mut Page) {
    for section in &SECTIONS {
        let found: Vec<Finding<'_>> =
            comparison.changes_of(section.transition).map(|change| finding(change, section.words)).collect();
        if found.is_empty() {
            continue;
        }
        page.heading(section.heading);
        if !section.note.is_empty() {
            page.wrapped("  ", 2, section.note, Some(Ink::Faint));
            page.blank();
        }
        findings::put(&found, section.nouns, page);
    }
}

fn finding(change: &Change, words: fn(&Change) -> &str) -> Finding<'_> {
    let Change { check_id, title, severity, resource, .. } = change;
    Finding { check_id, title, severity: *severity, resource, message: words(change), uid: "" }
}

fn message(change: &Change) -> &str {
    &change.message
}

fn resolution(change: &Change) -> &str {
    match change.after {
        Standing::Found(Outcome::Pass) => "passes now",
        Standing::Found(_) => "is not concerned any more",
        _ => "is gone",
    }
}

fn doubt(change: &Change) -> &str {
    match (change.after, &change.gap) {
        (Standing::CheckNotSelected, _) => "the check was not selected",
        (Standing::RegionNotScanned, _) => "the region was not scanned",
        (_, Some(gap)) => gap,
        (_, None) => "the scan did not come to it",
    }
}
