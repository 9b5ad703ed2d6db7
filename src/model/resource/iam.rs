//! Shapes of IAM.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, global, on_demand, schema};

const AUTHORIZATION_DETAILS: &[&str] = &["iam:GetAccountAuthorizationDetails"];
const CREDENTIAL_REPORT: &[&str] = &["iam:GenerateCredentialReport", "iam:GetCredentialReport"];
const LAST_ACCESSED: &[&str] =
    &["iam:GenerateServiceLastAccessedDetails", "iam:GetAccountAuthorizationDetails", "iam:GetServiceLastAccessedDetails"];

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(global("aws.iam.aws_policy", "attached AWS-managed policies", AUTHORIZATION_DETAILS, schema::<ManagedPolicy>)),
    ResourceType {
        facets: &[facet(
            "members",
            &["iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport"],
        )],
        ..global("aws.iam.group", "IAM groups", AUTHORIZATION_DETAILS, schema::<Group>)
    },
    on_demand(global("aws.iam.inline_policy", "inline policies", AUTHORIZATION_DETAILS, schema::<HeldPolicy>)),
    global("aws.iam.policy", "customer-managed policies", AUTHORIZATION_DETAILS, schema::<ManagedPolicy>),
    ResourceType {
        facets: &[facet("service_access", LAST_ACCESSED)],
        ..global("aws.iam.role", "IAM roles", AUTHORIZATION_DETAILS, schema::<Role>)
    },
    on_demand(global(
        "aws.iam.server_certificate",
        "server certificates",
        &["iam:ListServerCertificates"],
        schema::<ServerCertificate>,
    )),
    ResourceType {
        facets: &[
            facet("credentials", CREDENTIAL_REPORT),
            facet("granted_services", AUTHORIZATION_DETAILS),
            facet("service_access", LAST_ACCESSED),
            facet("virtual_mfa_devices", &["iam:ListVirtualMFADevices"]),
        ],
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
    /// Facet: prefixes of the services of which the user's own and its groups' policies allow an action; `*` for every service.
    pub granted_services: Vec<String>,
    /// Facet: last use of Bedrock and SageMaker, where the user's policies allow them.
    pub service_access: Vec<ServiceAccess>,
    /// Facet: serial numbers of the user's multi-factor devices that are apps.
    pub virtual_mfa_devices: Vec<String>,
}

/// When an identity last used a service that its policies allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccess {
    /// The service's prefix: `bedrock`.
    pub service: String,
    /// RFC 3339; `null` for never within the time that IAM keeps track of.
    pub last_used_at: Option<String>,
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
    /// Facet: the users in it.
    pub members: Vec<Member>,
}

/// A user in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The user's name.
    pub name: String,
    /// Whether a multi-factor device of the user is active.
    pub mfa_active: bool,
}

/// A policy written into a user, group or role, as an asset of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeldPolicy {
    /// The policy's name.
    pub name: String,
    /// `user`, `group` or `role`.
    pub holder_kind: String,
    /// The name of what it is written into.
    pub holder: String,
    /// What it says; unknown where the document could not be read.
    pub document: Option<PolicyDocument>,
}

/// A TLS certificate that IAM keeps for load balancers and the like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServerCertificate {
    /// The certificate's name.
    pub name: String,
    /// The path.
    pub path: String,
    /// RFC 3339.
    pub uploaded_at: Option<String>,
    /// RFC 3339: when it stops being valid.
    pub expires_at: Option<String>,
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
    /// Facet: last use of Bedrock, where the role's policies allow it.
    pub service_access: Vec<ServiceAccess>,
}

/// A managed policy, the customer's or AWS's.
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
