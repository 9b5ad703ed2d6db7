//! A preflight as a page to copy from: what is missing, the policy that closes the gap, and how to attach it.

mod remedy;

use std::fmt::Write;

use super::{Subject, closing, reason, verdict};
use crate::model::Preflight;
use crate::model::permissions::service_of;
use crate::model::preflight::{Cause, CheckedPermission, Verdict};
use crate::report::markdown::text::{code, prose};
use crate::report::permissions::in_words;

/// The page.
#[must_use]
pub fn markdown(subject: &Subject, preflight: &Preflight) -> String {
    let mut page = String::from("# Permissions to scan\n\n");
    let _ = writeln!(
        page,
        "{} of account {}, {}, regions {}: **{}**.\n",
        code(&preflight.caller),
        code(&preflight.account_id),
        prose(&subject.in_words()),
        code(&preflight.regions.join(", ")),
        verdict(preflight)
    );
    put_services(&mut page, preflight);
    for (heading, verdict) in [("Missing", Verdict::Missing), ("Unknown", Verdict::Unknown)] {
        put_table(&mut page, heading, preflight.with(verdict));
    }
    if preflight.count(Verdict::Unknown) > 0 {
        page.push_str(
            "Most of what is unknown is told where the caller may call `iam:SimulatePrincipalPolicy`, and `iam:GetRole` if it is a role: \
             `scan policy --with-preflight` has both.\n\n",
        );
    }
    put_notes(&mut page, preflight);
    let policies = closing::policies(preflight);
    if !policies.is_empty() {
        remedy::put(&mut page, subject, preflight, &policies);
    }
    put_beyond(&mut page, preflight);
    page
}

fn put_services(page: &mut String, preflight: &Preflight) {
    page.push_str("| service | granted | missing | unknown |\n|---|---:|---:|---:|\n");
    for (service, permissions) in preflight.by_service() {
        let count = |verdict| permissions.iter().filter(|permission| permission.answer.verdict == verdict).count();
        let [granted, missing, unknown] = [Verdict::Granted, Verdict::Missing, Verdict::Unknown].map(count);
        let _ = writeln!(page, "| {service} | {granted} | {missing} | {unknown} |");
    }
    page.push('\n');
}

fn put_table<'a>(page: &mut String, heading: &str, permissions: impl Iterator<Item = &'a CheckedPermission>) {
    let mut permissions = permissions.peekable();
    if permissions.peek().is_none() {
        return;
    }
    let _ = writeln!(page, "## {heading}\n\n| service | action | why | needed for |\n|---|---|---|---|");
    for permission in permissions {
        let purposes = permission.need.purposes.iter().map(|purpose| purpose.as_str().to_owned());
        let needed: Vec<String> = purposes.chain(permission.need.checks.iter().map(|check| code(check))).collect();
        let needed = if needed.is_empty() { in_words(&permission.need) } else { needed.join(", ") };
        let action = permission.answer.action;
        let _ = writeln!(page, "| {} | {} | {} | {needed} |", service_of(action), code(action), prose(&reason(&permission.answer)));
    }
    page.push('\n');
}

fn put_notes(page: &mut String, preflight: &Preflight) {
    if preflight.notes.is_empty() {
        return;
    }
    page.push_str("## Notes\n\n");
    for note in &preflight.notes {
        let _ = writeln!(page, "- {}", prose(note));
    }
    page.push('\n');
}

/// What no policy of the caller's changes, by who has to change it.
fn put_beyond(page: &mut String, preflight: &Preflight) {
    let mut causes: Vec<Cause> = preflight.beyond_grants().filter_map(|permission| permission.answer.cause).collect();
    causes.sort_unstable();
    causes.dedup();
    if causes.is_empty() {
        return;
    }
    page.push_str("## What no grant closes\n\n");
    for cause in causes {
        let of_cause = preflight.beyond_grants().filter(|permission| permission.answer.cause == Some(cause));
        let actions: Vec<String> = of_cause.map(|permission| code(permission.answer.action)).collect();
        let _ = writeln!(page, "- {}: {}", actions.join(", "), prose(cause.remedy()));
    }
    page.push('\n');
}
