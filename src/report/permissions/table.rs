//! The permissions for people.

use std::collections::BTreeSet;

use super::{Subject, TableStyle};
use crate::model::permissions::aws_managed::{Difference, copied};
use crate::model::permissions::managed_policy::{ManagedPolicy, WHOLE, managed_policies};
use crate::model::permissions::{Need, Permissions, name_of, service_of};
use crate::report::layout::grid::{GUTTER, Side, lay};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::{Page, wrap};
use crate::report::layout::words::{count, number};

/// Every action, by service, with what needs it.
#[must_use]
pub fn render(subject: &Subject, permissions: &Permissions, style: &TableStyle) -> String {
    let mut page = style.page();
    page.heading("Permissions");
    put_actions(&mut page, &permissions.actions(), permissions);
    page.blank();
    let policies = managed_policies(WHOLE, &permissions.actions());
    let size: usize = policies.iter().map(ManagedPolicy::characters).sum();
    let caption = format!(
        "{} of {} for {}: {} of {} characters",
        count(permissions.iter().len() as u64, "action", "actions"),
        count(services(&permissions.actions()) as u64, "service", "services"),
        subject.in_words(),
        count(policies.len() as u64, "managed policy", "managed policies"),
        number(size as u64),
    );
    page.wrapped("", 0, &caption, Some(Ink::Faint));
    style.print(&page)
}

/// What a policy of AWS's leaves out.
#[must_use]
pub fn difference(subject: &Subject, permissions: &Permissions, difference: &Difference, style: &TableStyle) -> String {
    let mut page = style.page();
    let policy = difference.policy;
    page.heading(&format!("What {} leaves out", policy.name));
    let missing = difference.missing();
    if missing.is_empty() {
        page.wrapped("  ", 2, "nothing: it allows every action that the scan calls", Some(Ink::Good));
    }
    put_actions(&mut page, &missing, permissions);
    if !difference.partly.is_empty() {
        page.blank();
        let text = format!("allowed on some resources only, or under a condition: {}", difference.partly.join(", "));
        page.wrapped("  ", 2, &text, Some(Ink::Caution));
    }
    page.blank();
    let (taken_on, source) = copied();
    let caption = format!(
        "{} of {} for {} are allowed by {} ({}, of {}; copied on {taken_on} from {source})",
        number(difference.granted.len() as u64),
        count(permissions.iter().len() as u64, "action", "actions"),
        subject.in_words(),
        policy.name,
        policy.version,
        policy.updated_on,
    );
    page.wrapped("", 0, &caption, Some(Ink::Faint));
    if !missing.is_empty() {
        let hint = "with --format json, terraform or cloudformation: a policy of what is left out, to be attached beside it";
        page.wrapped("", 0, hint, Some(Ink::Faint));
    }
    style.print(&page)
}

fn services(actions: &[&str]) -> usize {
    actions.chunk_by(|one, other| service_of(one) == service_of(other)).count()
}

/// A row for each action; the service stands before its first.
fn put_actions(page: &mut Page, actions: &[&'static str], permissions: &Permissions) {
    let widest = |part: fn(&'static str) -> &'static str| actions.iter().map(|action| part(action).len()).max().unwrap_or_default();
    let room = page.width().saturating_sub(2 + widest(service_of) + widest(name_of) + 2 * GUTTER).max(20);
    let mut last = "";
    let rows: Vec<[String; 3]> = actions
        .iter()
        .map(|action| {
            let service =
                if std::mem::replace(&mut last, service_of(action)) == service_of(action) { "" } else { service_of(action) };
            let need = permissions.need(action).map(|need| shortened(need, room)).unwrap_or_default();
            let need: Vec<String> = wrap(&need, room).iter().map(|line| paint(Ink::Faint, line)).collect();
            let service = if service.is_empty() { String::new() } else { paint(Ink::Strong, service) };
            [service, name_of(action).to_owned(), need.join("\n")]
        })
        .collect();
    for line in lay([Side::Left; 3], &rows).into_iter().flatten() {
        page.line(&format!("  {line}"));
    }
}

/// As [`in_words`]; a check whose id has no room in a line is counted only.
fn shortened(need: &Need, room: usize) -> String {
    match need.checks.first() {
        Some(id) if need.checks.len() == 1 && id.len() > room => {
            let purposes = Need { checks: BTreeSet::new(), purposes: need.purposes.clone() };
            [in_words(&purposes), "1 check".to_owned()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => in_words(need),
    }
}

/// `inventory, 3 checks`; a single check by its id.
pub(in crate::report) fn in_words(need: &Need) -> String {
    let mut words: Vec<String> = need.purposes.iter().map(|purpose| purpose.as_str().to_owned()).collect();
    match need.checks.len() {
        0 => {}
        1 => words.extend(need.checks.first().cloned()),
        several => words.push(count(several as u64, "check", "checks")),
    }
    words.join(", ")
}
