//! A preflight for people.

use super::{Subject, TableStyle, reason, verdict};
use crate::model::Preflight;
use crate::model::permissions::Need;
use crate::model::plain_text::neutralise;
use crate::model::preflight::{CheckedPermission, Verdict};
use crate::report::layout::grid::{Side, lay};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::names;
use crate::report::permissions::in_words;

/// Checks that are named one by one.
const NAMED: usize = 3;

/// The counts of each service, and everything that is not granted.
#[must_use]
pub fn render(subject: &Subject, preflight: &Preflight, style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Preflight");
    let regions: Vec<&str> = preflight.regions.iter().map(String::as_str).collect();
    let who = format!("{} in account {}", neutralise(&preflight.caller), neutralise(&preflight.account_id));
    page.wrapped("  ", 2, &format!("{who}: {} in {}", subject.in_words(), names(&regions, NAMED, "regions")), Some(Ink::Faint));
    page.blank();
    put_services(&mut page, preflight);
    put_open(&mut page, "Missing", Ink::Bad, preflight.with(Verdict::Missing));
    put_open(&mut page, "Unknown", Ink::Caution, preflight.with(Verdict::Unknown));
    page.blank();
    for note in &preflight.notes {
        page.wrapped("", 0, &format!("note: {}", neutralise(note)), Some(Ink::Faint));
    }
    let ink = match (preflight.count(Verdict::Missing), preflight.count(Verdict::Unknown)) {
        (0, 0) => Ink::Good,
        (0, _) => Ink::Caution,
        _ => Ink::Bad,
    };
    page.wrapped("", 0, &verdict(preflight), Some(ink));
    if preflight.count(Verdict::Missing) > 0 {
        let hint = match preflight.grantable().len() {
            0 => "no grant closes the gap; --report FILE writes who has to change what",
            _ => "--report FILE writes the policy that closes the gap, and how to attach it",
        };
        page.wrapped("", 0, hint, Some(Ink::Faint));
    }
    style.print(&page)
}

fn put_services(page: &mut Page, preflight: &Preflight) {
    let headings = ["service", "granted", "missing", "unknown"].map(|heading| paint(Ink::Strong, heading));
    let rows = preflight.by_service().map(|(service, permissions)| {
        let counted = |verdict: Verdict, ink: Option<Ink>| {
            let number = permissions.iter().filter(|permission| permission.answer.verdict == verdict).count();
            match (number, ink) {
                (0, _) => paint(Ink::Faint, "–"),
                (number, Some(ink)) => paint(ink, &number.to_string()),
                (number, None) => number.to_string(),
            }
        };
        let missing = counted(Verdict::Missing, Some(Ink::Bad));
        [service.to_owned(), counted(Verdict::Granted, None), missing, counted(Verdict::Unknown, Some(Ink::Caution))]
    });
    let rows: Vec<[String; 4]> = std::iter::once(headings).chain(rows).collect();
    for line in lay([Side::Left, Side::Right, Side::Right, Side::Right], &rows).into_iter().flatten() {
        page.line(&format!("  {line}"));
    }
}

/// Permissions that are not granted: what each leaves unknown, and why.
fn put_open<'a>(page: &mut Page, heading: &str, ink: Ink, permissions: impl Iterator<Item = &'a CheckedPermission>) {
    let mut is_first = true;
    for permission in permissions {
        if std::mem::take(&mut is_first) {
            page.heading(heading);
        }
        let checks: Vec<&str> = permission.need.checks.iter().map(String::as_str).collect();
        page.line(&format!("  {}", paint(ink, permission.answer.action)));
        if !permission.need.purposes.is_empty() {
            let purposes = Need { purposes: permission.need.purposes.clone(), ..Need::default() };
            page.wrapped("    ", 4, &format!("needed for: {}", in_words(&purposes)), None);
        }
        if !checks.is_empty() {
            page.wrapped("    ", 4, &format!("leaves unknown: {}", names(&checks, NAMED, "checks")), None);
        }
        let reason = reason(&permission.answer);
        if !reason.is_empty() {
            page.wrapped("    ", 4, &neutralise(&reason), Some(Ink::Faint));
        }
        if let Some(cause) = permission.answer.cause.filter(|cause| !cause.is_closed_by_a_grant()) {
            page.wrapped("    ", 4, &format!("no grant helps: {}", cause.remedy()), Some(Ink::Faint));
        }
    }
}
