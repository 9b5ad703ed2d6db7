//! The policies that close the gap, and how to attach them.

use std::fmt::Write;

use super::super::Subject;
use crate::model::Preflight;
use crate::model::permissions::managed_policy::ManagedPolicy;
use crate::model::preflight::Holder;
use crate::report::markdown::text::code;
use crate::report::permissions::terraform;

/// Puts the policies with the commands and the Terraform text for whoever calls.
pub(super) fn put(page: &mut String, subject: &Subject, preflight: &Preflight, policies: &[ManagedPolicy]) {
    page.push_str("## What closes the gap\n\n");
    for policy in policies {
        let document = serde_json::to_string_pretty(&policy.document()).unwrap_or_default();
        let _ = writeln!(page, "`{}.json`:\n\n```json\n{document}\n```\n", policy.name);
    }
    let holder = preflight.holder();
    match &holder {
        None => page.push_str("Nothing is granted to this caller itself: name the role that scans.\n\n"),
        Some(Holder::PermissionSet(role)) => {
            let _ = writeln!(
                page,
                "The role {} is made from a permission set of IAM Identity Center: the policy is made here, and the set refers to it.\n",
                code(role)
            );
        }
        Some(Holder::Role(_) | Holder::User(_)) => {}
    }
    let holder = holder.unwrap_or(Holder::Role(None));
    page.push_str("With the AWS CLI:\n\n```sh\n");
    for policy in policies {
        let _ = writeln!(page, "aws iam create-policy --policy-name {0} --policy-document file://{0}.json", policy.name);
        put_attachment(page, preflight, policy, &holder);
    }
    if let Holder::PermissionSet(_) = holder {
        let _ = writeln!(
            page,
            "aws sso-admin provision-permission-set --instance-arn INSTANCE_ARN --permission-set-arn PERMISSION_SET_ARN --target-type \
             AWS_ACCOUNT --target-id {}",
            preflight.account_id
        );
    }
    let _ = writeln!(page, "```\n\nWith Terraform:\n\n```hcl\n{}```\n", terraform(policies, subject, &holder));
}

fn put_attachment(page: &mut String, preflight: &Preflight, policy: &ManagedPolicy, holder: &Holder) {
    let (kind, name) = match holder {
        Holder::Role(name) => ("role", name),
        Holder::User(name) => ("user", name),
        Holder::PermissionSet(_) => {
            let _ = writeln!(
                page,
                "aws sso-admin attach-customer-managed-policy-reference-to-permission-set --instance-arn INSTANCE_ARN \
                 --permission-set-arn PERMISSION_SET_ARN --customer-managed-policy-reference Name={}",
                policy.name
            );
            return;
        }
    };
    let name = name.as_deref().unwrap_or("NAME").replace('\'', r"'\''");
    let (account, partition, policy) = (&preflight.account_id, &preflight.partition, &policy.name);
    let _ = writeln!(
        page,
        "aws iam attach-{kind}-policy --{kind}-name '{name}' --policy-arn 'arn:{partition}:iam::{account}:policy/{policy}'"
    );
}
