//! The summary: last, because that is where the eye is.

use crate::model::comparison::{AssetTransition, ScopeChange, SideScan, Transition};
use crate::model::plain_text::neutralise;
use crate::model::{Comparison, ScanStatus, Severity};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::{count, names, number};

/// Columns before the values.
const INDENT: usize = 13;
/// Names of checks and regions shown on one line.
const SHOWN_NAMES: usize = 4;

/// Puts the summary section.
pub(super) fn put(comparison: &Comparison, page: &mut Page) {
    page.heading("Comparison");
    if comparison.nothing_changed() {
        let (text, ink) = nothing_changed(comparison);
        page.wrapped("  ", 2, &text, Some(ink));
        page.blank();
    }
    let Comparison { before, after, .. } = comparison;
    let account = format!("{} account {}", neutralise(&after.provider), neutralise(&after.account_id));
    let mut lines = vec![("account", account), ("before", scan(before)), ("after", scan(after))];
    lines.extend(scope(&comparison.scope).map(|text| ("scope", text)));
    lines.push(("assets", assets(comparison)));
    lines.push(("findings", findings(comparison)));
    lines.push(("new", new(comparison)));
    for (label, text) in lines {
        page.wrapped(&format!("  {}", paint(Ink::Faint, label)), INDENT, &text, None);
    }
}

/// Says that nothing changed, and what that is worth.
fn nothing_changed(comparison: &Comparison) -> (String, Ink) {
    let saw_nothing =
        |scan: &SideScan| matches!(scan.status, ScanStatus::Failed | ScanStatus::SubmissionError | ScanStatus::NotStarted);
    let Comparison { before, after, .. } = comparison;
    if let Some(blind) = [after, before].into_iter().find(|scan| saw_nothing(scan)) {
        let status = blind.status.as_str().replace('_', " ");
        return (format!("nothing to compare: scan {} could read nothing ({status})", neutralise(&blind.id)), Ink::Bad);
    }
    let findings = match comparison.counts(Transition::Unchanged).total {
        0 => "no findings before, none now".to_owned(),
        1 => "the same finding as before".to_owned(),
        total => format!("the same {} findings as before", number(total)),
    };
    let read_all = [before, after].iter().all(|scan| scan.status == ScanStatus::Completed);
    match (read_all, comparison.scope.is_empty()) {
        (true, true) => (format!("nothing changed: {findings}, and the same assets"), Ink::Good),
        (true, false) => (format!("nothing changed in what both scans looked at: {findings}, and the same assets"), Ink::Caution),
        (false, _) => (format!("nothing changed in what both scans could read: {findings}, and the same assets"), Ink::Caution),
    }
}

fn scan(scan: &SideScan) -> String {
    let started = scan.started_at.strftime("%Y-%m-%d %H:%M:%S UTC");
    let status = paint(Ink::of_scan(scan.status), &scan.status.as_str().replace('_', " "));
    let mut parts = vec![neutralise(&scan.id).into_owned(), started.to_string()];
    if !scan.profile.is_empty() {
        parts.push(format!("profile {}", neutralise(&scan.profile)));
    }
    parts.push(count(scan.regions.len() as u64, "region", "regions"));
    parts.push(status);
    parts.join(", ")
}

/// What only one of the scans was asked to look at, where there is such a thing.
fn scope(scope: &ScopeChange) -> Option<String> {
    let ScopeChange { regions_only_before, regions_only_after, checks_only_before, checks_only_after } = scope;
    let side = |regions: &[String], checks: &[String], when: &str| {
        let listed = |items: &[String], several| {
            let items: Vec<&str> = items.iter().map(String::as_str).collect();
            (!items.is_empty()).then(|| neutralise(&names(&items, SHOWN_NAMES, several)).into_owned())
        };
        let parts: Vec<String> = [listed(regions, "regions"), listed(checks, "checks")].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("{when}: {}", parts.join(", ")))
    };
    let sides =
        [side(regions_only_before, checks_only_before, "only before"), side(regions_only_after, checks_only_after, "only after")];
    let parts: Vec<String> = sides.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn assets(comparison: &Comparison) -> String {
    let total = |transition| comparison.assets_of(transition).count() as u64;
    let mut parts = vec![
        format!("{} new", number(total(AssetTransition::New))),
        format!("{} vanished", number(total(AssetTransition::Vanished))),
    ];
    for (transition, words) in
        [(AssetTransition::NewlyVisible, "newly visible"), (AssetTransition::NoLongerVisible, "no longer visible")]
    {
        if total(transition) > 0 {
            parts.push(format!("{} {words}", number(total(transition))));
        }
    }
    parts.join(", ")
}

fn findings(comparison: &Comparison) -> String {
    let total = |transition| comparison.counts(transition).total;
    let resolved = format!("{} resolved", number(total(Transition::Resolved)));
    let mut parts = vec![
        if total(Transition::Resolved) > 0 { paint(Ink::Good, &resolved) } else { resolved },
        format!("{} unchanged", number(total(Transition::Unchanged))),
    ];
    if total(Transition::Muted) > 0 {
        parts.push(format!("{} muted", number(total(Transition::Muted))));
    }
    if total(Transition::NotComparable) > 0 {
        parts.push(paint(Ink::Caution, &format!("{} not comparable", number(total(Transition::NotComparable)))));
    }
    parts.join(", ")
}

/// The new findings by severity, and of those the ones that have only become visible.
fn new(comparison: &Comparison) -> String {
    let [appeared, visible] = [Transition::Appeared, Transition::NewlyVisible].map(|new| comparison.counts(new));
    let shares: Vec<String> = Severity::ALL
        .into_iter()
        .map(|severity| (severity, appeared.of(severity) + visible.of(severity)))
        .filter(|(_, total)| *total > 0)
        .map(|(severity, total)| paint(Ink::of_severity(severity), &format!("{} {severity}", number(total))))
        .collect();
    let read_all = comparison.after.status == ScanStatus::Completed;
    match (shares.is_empty(), visible.total) {
        (true, _) if read_all && comparison.scope.is_empty() => paint(Ink::Good, "none"),
        (true, _) if read_all => paint(Ink::Caution, "none in what both scans looked at"),
        (true, _) => paint(Ink::Caution, "none in what could be read"),
        (false, 0) => shares.join(", "),
        (false, visible) => format!("{}; {} of them newly visible", shares.join(", "), number(visible)),
    }
}
