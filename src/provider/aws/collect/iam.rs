//! IAM: users, groups, roles and customer-managed policies from one paginated GetAccountAuthorizationDetails.

mod certificates;
mod last_accessed;
mod members;
pub(super) mod overview;
mod permissions;
pub(super) mod virtual_mfa;

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_iam::operation::get_account_authorization_details::GetAccountAuthorizationDetailsOutput as Details;
use aws_sdk_iam::types::{
    AttachedPermissionsBoundary, AttachedPolicy as Attached, EntityType, GroupDetail, InstanceProfile, ManagedPolicyDetail,
    PolicyDetail, PolicyVersion, RoleDetail, Tag, UserDetail,
};
use futures_util::FutureExt;
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::super::pages::{Page, Pages, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, time};
use super::credential_report;
use super::strict::{Asked, known};
use super::{unserved, unserved_facet};
use crate::model::resource::iam::AttachedPolicy;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Properties, Property};
use crate::provider::Listing;

const ACTION: &str = "iam:GetAccountAuthorizationDetails";

/// Entities of a page, the most that the API gives ("GetAccountAuthorizationDetails" in the IAM API reference).
const PAGE: i32 = 1000;
/// The same for AWS's own policies: with all their versions a page of a thousand takes long on a slow line, and an answer has only so long.
const PAGE_OF_AWS: i32 = 200;

/// Lists a type of IAM.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType) -> Listing {
    let region = session.global_region();
    let place = Place { resource_type, region };
    if resource_type.name == "aws.iam.server_certificate" {
        return certificates::list(session, place).await;
    }
    let details = match resource_type.name {
        "aws.iam.aws_policy" => aws_policies(session).await,
        _ => authorization_details(session).await,
    };
    let pages = details.items.iter();
    let assets = match resource_type.name {
        "aws.iam.inline_policy" => pages.flat_map(|page| place.held_policies(page)).collect(),
        "aws.iam.group" => pages.flat_map(Details::group_detail_list).map(|group| place.group(group)).collect(),
        "aws.iam.aws_policy" | "aws.iam.policy" => pages.flat_map(Details::policies).map(|policy| place.policy(policy)).collect(),
        "aws.iam.role" => pages.flat_map(Details::role_detail_list).map(|role| place.role(role)).collect(),
        "aws.iam.user" => pages.flat_map(Details::user_detail_list).map(|user| place.user(user)).collect(),
        name => return Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    };
    Listing { assets, gaps: details.gap.iter().cloned().collect(), ..Listing::default() }
}

/// Reads a facet of users, groups or roles.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "credentials" => credential_report::credentials(session, assets).await,
        "granted_services" => permissions::granted_services(session, assets).await,
        "members" => members::members(session, assets).await,
        "service_access" => last_accessed::service_access(session, assets).await,
        "virtual_mfa_devices" => virtual_mfa::of_users(session, assets).await,
        _ => unserved_facet("aws.iam.user", facet, region, assets),
    }
}

/// Users, groups, roles and customer-managed policies.
async fn authorization_details(session: &Session) -> Arc<Pages<Details>> {
    let kinds = vec![EntityType::User, EntityType::Role, EntityType::Group, EntityType::LocalManagedPolicy];
    session.memo().read("authorization_details", details(session, kinds, PAGE)).await
}

/// AWS's managed policies. They are long, so that only those who look into them pay for them.
async fn aws_policies(session: &Session) -> Arc<Pages<Details>> {
    session.memo().read("aws_policies", details(session, vec![EntityType::AwsManagedPolicy], PAGE_OF_AWS)).await
}

async fn details(session: &Session, kinds: Vec<EntityType>, page: i32) -> Pages<Details> {
    let region = session.global_region();
    let fetch = |marker| {
        let request = session
            .iam(region)
            .get_account_authorization_details()
            .set_filter(Some(kinds.clone()))
            .max_items(page)
            .set_marker(marker);
        async move {
            let mut details = request.send().await?;
            let next = details.marker.take().filter(|_| details.is_truncated);
            shorten(&mut details);
            Ok(Page { items: vec![details], next })
        }
        .boxed()
    };
    let mut pages = pages(ACTION, region, fetch).await;
    if pages.gap.is_none() && pages.items.last().is_some_and(|last| last.is_truncated) {
        pages.gap = Some(Asked { action: ACTION, region }.malformed("the answer says that there is more but not where"));
    }
    pages
}

/// Leaves out what nobody looks at, which is most of it: AWS's own policies that are attached to nothing, and what policies said in
/// earlier versions.
fn shorten(details: &mut Details) {
    let Some(policies) = &mut details.policies else { return };
    policies.retain(|policy| !is_of_aws(policy) || policy.attachment_count() != Some(0));
    for versions in policies.iter_mut().filter_map(|policy| policy.policy_version_list.as_mut()) {
        versions.retain(PolicyVersion::is_default_version);
        versions.shrink_to_fit();
    }
    policies.shrink_to_fit();
}

/// Whether AWS manages the policy, in whatever partition.
fn is_of_aws(policy: &ManagedPolicyDetail) -> bool {
    // The account of the ARN; a path further on may hold any text.
    policy.arn().and_then(|arn| arn.split(':').nth(4)) == Some("aws")
}

/// What is being listed, and where.
#[derive(Clone, Copy)]
struct Place<'a> {
    resource_type: &'static ResourceType,
    region: &'a str,
}

impl Place<'_> {
    fn user(self, user: &UserDetail) -> Asset {
        let properties = json!({
            "path": user.path(),
            "created_at": time(user.create_date()),
            "groups": user.group_list(),
            "attached_policies": attached(user.attached_managed_policies()),
            "permissions_boundary": boundary(user.permissions_boundary()),
        });
        let inline = self.inline_policies(user.user_policy_list());
        self.asset(user.user_name(), user.arn(), user.tags(), &properties, [("inline_policies", inline)])
    }

    fn group(self, group: &GroupDetail) -> Asset {
        let properties = json!({
            "path": group.path(),
            "created_at": time(group.create_date()),
            "attached_policies": attached(group.attached_managed_policies()),
        });
        let inline = self.inline_policies(group.group_policy_list());
        self.asset(group.group_name(), group.arn(), &[], &properties, [("inline_policies", inline)])
    }

    fn role(self, role: &RoleDetail) -> Asset {
        let profiles = role.instance_profile_list().iter();
        let properties = json!({
            "path": role.path(),
            "created_at": time(role.create_date()),
            "last_used_at": time(role.role_last_used().and_then(|used| used.last_used_date())),
            "attached_policies": attached(role.attached_managed_policies()),
            "permissions_boundary": boundary(role.permissions_boundary()),
            "instance_profiles": profiles.map(InstanceProfile::instance_profile_name).collect::<Vec<_>>(),
        });
        let inline = self.inline_policies(role.role_policy_list());
        let trust = self.document(role.assume_role_policy_document());
        let documents = [("inline_policies", inline), ("trust_policy", trust)];
        self.asset(role.role_name(), role.arn(), role.tags(), &properties, documents)
    }

    fn policy(self, policy: &ManagedPolicyDetail) -> Asset {
        let properties = json!({
            "path": policy.path(),
            "created_at": time(policy.create_date()),
            "updated_at": time(policy.update_date()),
            "boundary_count": policy.permissions_boundary_usage_count().unwrap_or_default(),
            "default_version": policy.default_version_id(),
        });
        let version = policy.policy_version_list().iter().find(|version| version.is_default_version());
        let document = self.document(version.and_then(|version| version.document()));
        // Whether a policy is in use decides verdicts: a count that is missing is no zero.
        let count = Asked { action: ACTION, region: self.region }.required("AttachmentCount", policy.attachment_count());
        let more = [("attachment_count", known(count.as_ref())), ("document", document)];
        self.asset(policy.policy_name(), policy.arn(), &[], &properties, more)
    }

    /// The policies written into users, groups and roles, each as an asset of its own.
    fn held_policies(self, page: &Details) -> Vec<Asset> {
        let users = page
            .user_detail_list()
            .iter()
            .flat_map(|user| self.held_by("user", user.user_name(), user.arn(), user.user_policy_list()));
        let groups = page
            .group_detail_list()
            .iter()
            .flat_map(|group| self.held_by("group", group.group_name(), group.arn(), group.group_policy_list()));
        let roles = page
            .role_detail_list()
            .iter()
            .flat_map(|role| self.held_by("role", role.role_name(), role.arn(), role.role_policy_list()));
        users.chain(groups).chain(roles).collect()
    }

    fn held_by(self, kind: &str, holder: Option<&str>, holder_arn: Option<&str>, policies: &[PolicyDetail]) -> Vec<Asset> {
        let holder_arn = holder_arn.unwrap_or_default();
        let holder = holder.or(holder_arn.rsplit('/').next()).unwrap_or_default();
        let asset_of = |policy: &PolicyDetail| {
            let name = policy.policy_name().unwrap_or_default().to_owned();
            let properties = json!({ "name": name, "holder_kind": kind, "holder": holder });
            let identity = Identity {
                id: format!("{kind}/{holder}/{name}"),
                // IAM gives such a policy no ARN: its holder's, completed so that no two are the same.
                arn: format!("{holder_arn}/policy/{name}"),
                name: format!("{holder}/{name}"),
                region: self.region,
                tags: BTreeMap::new(),
            };
            let mut asset = asset(self.resource_type, identity, &properties);
            asset.properties.extend([("document", self.document(policy.policy_document()))]);
            asset
        };
        policies.iter().map(asset_of).collect()
    }

    fn asset<const N: usize>(
        self,
        name: Option<&str>,
        arn: Option<&str>,
        tags: &[Tag],
        properties: &serde_json::Value,
        documents: [(&str, Property); N],
    ) -> Asset {
        let arn = arn.unwrap_or_default().to_owned();
        // An ARN ends with the name; two assets must never share an empty one.
        let name = name.or(arn.rsplit('/').next()).unwrap_or_default().to_owned();
        let tags: BTreeMap<_, _> = tags.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
        let identity = Identity { id: name.clone(), arn, name, region: self.region, tags };
        let mut asset = asset(self.resource_type, identity, properties);
        asset.properties.insert("name", Property::Text(asset.id.clone()));
        asset.properties.extend(documents);
        asset
    }

    fn inline_policies(self, policies: &[PolicyDetail]) -> Property {
        let policies = policies.iter().map(|policy| {
            let name = Property::Text(policy.policy_name().unwrap_or_default().to_owned());
            Property::Map(Properties::from([("name", name), ("document", self.document(policy.policy_document()))]))
        });
        Property::List(policies.collect())
    }

    /// A document as IAM gives it: URL-encoded (RFC 3986).
    fn document(self, encoded: Option<&str>) -> Property {
        let asked = Asked { action: ACTION, region: self.region };
        let Some(encoded) = encoded else { return Property::unknown(asked.malformed("the answer lacks a policy document")) };
        match percent_decode_str(encoded).decode_utf8() {
            Ok(text) => asked.policy_document(&text),
            Err(_) => Property::unknown(asked.malformed("the policy document is not UTF-8")),
        }
    }
}

fn attached(policies: &[Attached]) -> Vec<AttachedPolicy> {
    let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
    policies.iter().map(|policy| AttachedPolicy { name: text(policy.policy_name()), arn: text(policy.policy_arn()) }).collect()
}

fn boundary(boundary: Option<&AttachedPermissionsBoundary>) -> Option<&str> {
    boundary.and_then(AttachedPermissionsBoundary::permissions_boundary_arn)
}

#[cfg(test)]
mod tests;
