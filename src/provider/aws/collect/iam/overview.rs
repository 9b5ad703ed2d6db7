//! Who holds the few policies and roles that an account should or should not have.

use aws_sdk_iam::operation::get_account_authorization_details::GetAccountAuthorizationDetailsOutput as Details;
use aws_sdk_iam::types::AttachedPolicy;

use super::super::super::session::Session;
use crate::model::Gap;
use crate::model::resource::account::AccessOverview;

/// The role that "Cross-account cross-Region CloudWatch console" in the CloudWatch user guide has an account make to share its data.
const CLOUDWATCH_SHARING: &str = "CloudWatch-CrossAccountSharingRole";

pub(in super::super) async fn access_overview(session: &Session) -> Result<AccessOverview, Gap> {
    let details = super::authorization_details(session).await;
    if let Some(gap) = &details.gap {
        return Err(gap.clone());
    }
    let mut overview = AccessOverview::default();
    for page in &details.items {
        add(&mut overview, page);
    }
    Ok(overview)
}

fn add(overview: &mut AccessOverview, page: &Details) {
    let users = page.user_detail_list().iter();
    let users = users.map(|user| ("user", user.user_name(), user.attached_managed_policies()));
    let groups = page.group_detail_list().iter();
    let groups = groups.map(|group| ("group", group.group_name(), group.attached_managed_policies()));
    let roles = page.role_detail_list().iter();
    let roles = roles.map(|role| ("role", role.role_name(), role.attached_managed_policies()));
    for (kind, name, policies) in users.chain(groups).chain(roles) {
        let name = name.unwrap_or_default();
        if has(policies, "AWSCloudShellFullAccess") {
            overview.cloudshell_holders.push(format!("{kind}/{name}"));
        }
        if kind != "role" {
            continue;
        }
        if has(policies, "AWSSupportAccess") {
            overview.support_roles.push(name.to_owned());
        }
        if has(policies, "SecurityAudit") {
            overview.audit_roles.push(name.to_owned());
        }
        overview.cloudwatch_sharing_role |= name == CLOUDWATCH_SHARING;
    }
}

/// Whether AWS's own policy of that name is attached, in whatever partition.
fn has(policies: &[AttachedPolicy], name: &str) -> bool {
    let suffix = format!(":iam::aws:policy/{name}");
    policies.iter().any(|policy| policy.policy_arn().is_some_and(|arn| arn.ends_with(&suffix)))
}
