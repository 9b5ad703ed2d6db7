//! A preflight as a page to copy from: what is missing, the policy that closes the gap, and how to attach it.

use std::fmt::Write;

use super::{Subject, of_what, reason, verdict};
use crate::model::Preflight;
use crate::model::permissions::managed_policy::{ADDITION, ManagedPolicy, managed_policies};
use crate::model::permissions::service_of;
use crate::model::preflight::{CheckedPermission, Holder, Verdict};
use crate::report::markdown::text::{code, prose};
use crate::report::permissions::{in_words, terraform};

/// The beginning of the names of roles that IAM Identity Center makes and resets ("Service-linked and reserved roles" in its user guide).
const OF_PERMISSION_SETS: &str = "AWSReservedSSO_";

/// The page.
#[must_use]
pub fn markdown(subject: &Subject, preflight: &Preflight) -> String {
    let mut page = String::from("# Permissions to scan\n\n");
    let _ = writeln!(
        page,
        "{} of account {}, {}, regions {}: **{}**.\n",
        code(&preflight.caller),
        code(&preflight.account_id),
        prose(&of_what(subject)),
        code(&preflight.regions.join(", ")),
        verdict(preflight)
    );
    for (heading, verdict) in [("Missing", Verdict::Missing), ("Unknown", Verdict::Unknown)] {
        put_table(&mut page, heading, preflight.with(verdict));
    }
    let missing = preflight.missing();
    if !missing.is_empty() {
        put_remedy(&mut page, subject, preflight, &managed_policies(ADDITION, &missing));
    }
    for note in &preflight.notes {
        let _ = writeln!(page, "- {}", prose(note));
    }
    page
}

fn put_table<'a>(page: &mut String, heading: &str, permissions: impl Iterator<Item = &'a CheckedPermission>) {
    let mut permissions = permissions.peekable();
    if permissions.peek().is_none() {
        return;
    }
    let _ = writeln!(page, "## {heading}\n\n| service | action | why | leaves unknown |\n|---|---|---|---|");
    for permission in permissions {
        let checks: Vec<String> = permission.need.checks.iter().map(|check| code(check)).collect();
        let leaves = if checks.is_empty() { in_words(&permission.need) } else { checks.join(", ") };
        let action = permission.answer.action;
        let _ = writeln!(page, "| {} | {} | {} | {leaves} |", service_of(action), code(action), prose(&reason(&permission.answer)));
    }
    page.push('\n');
}

fn put_remedy(page: &mut String, subject: &Subject, preflight: &Preflight, policies: &[ManagedPolicy]) {
    page.push_str(
        "## What closes the gap\n\nA policy that denies an action explicitly, of the organisation, of a session or a boundary, is beaten by \
         no grant: what is missing for such a reason has to be allowed there.\n\n",
    );
    for policy in policies {
        let document = serde_json::to_string_pretty(&policy.document()).unwrap_or_default();
        let _ = writeln!(page, "`{}.json`:\n\n```json\n{document}\n```\n", policy.name);
    }
    match preflight.holder() {
        None => page.push_str("Attach it to the role or user that scans.\n\n"),
        Some(Holder::Role(Some(name))) if name.starts_with(OF_PERMISSION_SETS) => {
            let _ = writeln!(
                page,
                "The role {} belongs to a permission set of IAM Identity Center: put the statement into the set's inline policy.\n",
                code(&name)
            );
        }
        Some(holder) => put_attachment(page, subject, preflight, policies, &holder),
    }
}

fn put_attachment(page: &mut String, subject: &Subject, preflight: &Preflight, policies: &[ManagedPolicy], holder: &Holder) {
    let (kind, name) = match holder {
        Holder::Role(name) => ("role", name),
        Holder::User(name) => ("user", name),
    };
    let name = name.as_deref().unwrap_or("NAME");
    page.push_str("With the AWS CLI:\n\n```sh\n");
    for policy in policies {
        let (account, partition, policy) = (&preflight.account_id, &preflight.partition, &policy.name);
        let _ = writeln!(page, "aws iam create-policy --policy-name {policy} --policy-document file://{policy}.json");
        let _ = writeln!(
            page,
            "aws iam attach-{kind}-policy --{kind}-name '{}' --policy-arn 'arn:{partition}:iam::{account}:policy/{policy}'",
            name.replace('\'', r"'\''")
        );
    }
    let _ = writeln!(page, "```\n\nWith Terraform:\n\n```hcl\n{}```\n", terraform(policies, subject, holder));
}
