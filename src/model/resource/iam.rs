//! Shapes of IAM.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, global, schema};

const AUTHORIZATION_DETAILS: &[&str] = &["iam:GetAccountAuthorizationDetails"];
const CREDENTIAL_REPORT: &[&str] = &["iam:GenerateCredentialReport", "iam:GetCredentialReport"];

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    global("aws.iam.group", "IAM groups", AUTHORIZATION_DETAILS, schema::<Group>),
    global("aws.iam.policy", "customer-managed policies", AUTHORIZATION_DETAILS, schema::<ManagedPolicy>),
    global("aws.iam.role", "IAM roles", AUTHORIZATION_DETAILS, schema::<Role>),
    ResourceType {
        facets: &[facet("credentials", CREDENTIAL_REPORT)],
        ..global("aws.iam.user", "IAM users", AUTHORIZATION_DETAILS, schema::<User>)
    },
];

/// An IAM user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// The user's name.
    pub name: String,
    /// The path, `/` or `/team/`.
    pub path: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Names of the groups that the user is in.
    pub groups: Vec<String>,
    /// Managed policies attached to the user itself.
    pub attached_policies: Vec<AttachedPolicy>,
    /// Policies written into the user itself.
    pub inline_policies: Vec<InlinePolicy>,
    /// ARN of the permissions boundary; `null` for none.
    pub permissions_boundary: Option<String>,
    /// Facet: password, keys and multi-factor state, from the credential report.
    pub credentials: Credentials,
}

/// A user's line of the credential report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// Whether the user can sign in to the console (has a login profile).
    pub password_enabled: bool,
    /// RFC 3339; `null` for never or not tracked.
    pub password_last_used_at: Option<String>,
    /// RFC 3339.
    pub password_changed_at: Option<String>,
    /// Whether a multi-factor device is active.
    pub mfa_active: bool,
    /// Both slots for access keys that are in use, active or not.
    pub access_keys: Vec<AccessKey>,
    /// Number of active X.509 signing certificates.
    pub active_certificates: i64,
}

/// One of a user's two access keys, as the credential report tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessKey {
    /// 1 or 2: the slot in the credential report.
    pub slot: i64,
    /// Whether it can be used.
    pub active: bool,
    /// RFC 3339: when it was made or last replaced; `null` where the report does not know.
    pub rotated_at: Option<String>,
    /// RFC 3339; `null` for never or not tracked.
    pub last_used_at: Option<String>,
}

/// A managed policy attached to something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachedPolicy {
    /// The policy's name.
    pub name: String,
    /// The policy's ARN.
    pub arn: String,
}

/// A policy written into a user, group or role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InlinePolicy {
    /// The policy's name.
    pub name: String,
    /// What it says; unknown where the document could not be read.
    pub document: Option<PolicyDocument>,
}

/// An IAM group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The group's name.
    pub name: String,
    /// The path.
    pub path: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Managed policies attached to it.
    pub attached_policies: Vec<AttachedPolicy>,
    /// Policies written into it.
    pub inline_policies: Vec<InlinePolicy>,
}

/// An IAM role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The role's name.
    pub name: String,
    /// The path; `/aws-service-role/…` for roles that AWS itself made.
    pub path: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// RFC 3339; `null` for never or not tracked.
    pub last_used_at: Option<String>,
    /// Who may assume it; unknown where the document could not be read.
    pub trust_policy: Option<PolicyDocument>,
    /// Managed policies attached to it.
    pub attached_policies: Vec<AttachedPolicy>,
    /// Policies written into it.
    pub inline_policies: Vec<InlinePolicy>,
    /// ARN of the permissions boundary; `null` for none.
    pub permissions_boundary: Option<String>,
    /// Names of the instance profiles that carry it.
    pub instance_profiles: Vec<String>,
}

/// A customer-managed policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManagedPolicy {
    /// The policy's name.
    pub name: String,
    /// The path.
    pub path: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// RFC 3339.
    pub updated_at: Option<String>,
    /// How many users, groups and roles it is attached to.
    pub attachment_count: i64,
    /// How many users and roles it bounds.
    pub boundary_count: i64,
    /// The default version's id: `v3`.
    pub default_version: String,
    /// What the default version says; unknown where the document could not be read.
    pub document: Option<PolicyDocument>,
}
