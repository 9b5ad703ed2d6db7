//! Shapes of the account as a whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cloudtrail::AccountTrail;
use super::cloudwatch::TrailMetricFilter;
use super::config::ConfigAggregation;
use super::iam::AccessKey;
use super::organizations::{AiOptOutPolicy, DelegatedAdministrator, Organization, ServiceControlPolicy, TagPolicy};
use super::s3::PublicAccessBlock;
use super::table::{facet, global, schema};
use super::{Nature, ResourceType};

/// The type whose single asset is the account itself; expressions reach it as `account`.
pub const ACCOUNT: &str = "aws.account";

const DESCRIBE: &str = "organizations:DescribeOrganization";

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    nature: Nature::Setting,
    facets: &[
        facet("access_overview", &["iam:GetAccountAuthorizationDetails"]),
        facet("ai_opt_out_policies", &[DESCRIBE, "organizations:DescribePolicy", "organizations:ListPolicies"]),
        facet("alternate_contacts", &["account:GetAlternateContact"]),
        facet(
            "config_aggregation",
            &[
                DESCRIBE,
                "organizations:ListDelegatedAdministrators",
                "ec2:DescribeRegions",
                "config:DescribeConfigurationAggregators",
            ],
        ),
        facet("contact_information", &["account:GetContactInformation"]),
        facet("delegated_administrators", &[DESCRIBE, "organizations:ListDelegatedAdministrators"]),
        facet("distinct_contacts", &["account:GetAlternateContact", "account:GetContactInformation"]),
        facet("has_buckets", &["s3:ListAllMyBuckets", "s3:GetBucketLocation"]),
        facet("organization", &[DESCRIBE]),
        facet("organization_features", &[DESCRIBE, "iam:ListOrganizationsFeatures"]),
        facet("password_policy", &["iam:GetAccountPasswordPolicy"]),
        facet("root_credentials", &["iam:GenerateCredentialReport", "iam:GetCredentialReport"]),
        facet("root_virtual_mfa_devices", &["iam:ListVirtualMFADevices"]),
        facet("s3_public_access_block", &["s3:GetAccountPublicAccessBlock"]),
        facet("saml_providers", &["iam:ListSAMLProviders"]),
        facet("service_control_policies", &[DESCRIBE, "organizations:DescribePolicy", "organizations:ListPolicies"]),
        facet("summary", &["iam:GetAccountSummary"]),
        facet("tag_policies", &[DESCRIBE, "organizations:ListPolicies", "organizations:ListTargetsForPolicy"]),
        facet("trails", &["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"]),
        facet("trail_metric_filters", &["cloudtrail:DescribeTrails", "logs:DescribeMetricFilters", "cloudwatch:DescribeAlarms"]),
    ],
    ..global(ACCOUNT, "accounts", &[], schema::<AccountSettings>)
}];

/// The account itself; expressions reach it as `account`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountSettings {
    /// The account's id, twelve digits.
    pub id: String,
    /// The partition: `aws`, `aws-us-gov`, `aws-cn`.
    pub partition: String,
    /// Facet: counts and the root user's state, from GetAccountSummary.
    pub summary: AccountSummary,
    /// Facet: the password policy; `null` where the account has none.
    pub password_policy: Option<PasswordPolicy>,
    /// Facet: the account-wide S3 block; `null` where none is set.
    pub s3_public_access_block: Option<PublicAccessBlock>,
    /// Facet: whether it has S3 buckets, wherever they live.
    pub has_buckets: bool,
    /// Facet: every trail visible from the scan's regions, multi-region trails of other regions included.
    pub trails: Vec<AccountTrail>,
    /// Facet: the metric filters on the account's own log groups that those trails write to.
    pub trail_metric_filters: Vec<TrailMetricFilter>,
    /// Facet: how the organisation gathers what AWS Config records; `null` where that is another account's to know.
    pub config_aggregation: Option<ConfigAggregation>,
    /// Facet: who holds the policies and roles that an account should or should not have.
    pub access_overview: AccessOverview,
    /// Facet: which of the three alternate contacts are registered.
    pub alternate_contacts: AlternateContacts,
    /// Facet: the account's own contact details; `null` where none are registered.
    pub contact_information: Option<ContactInformation>,
    /// Facet: how many of the account's contacts differ from each other.
    pub distinct_contacts: DistinctContacts,
    /// Facet: the root user's line of the credential report.
    pub root_credentials: RootCredentials,
    /// Facet: serial numbers of the root user's multi-factor devices that are apps.
    pub root_virtual_mfa_devices: Vec<String>,
    /// Facet: ARNs of the SAML identity providers.
    pub saml_providers: Vec<String>,
    /// Facet: the organisation that the account is part of; `null` for none.
    pub organization: Option<Organization>,
    /// Facet: what IAM manages centrally for the organisation (`RootCredentialsManagement`, `RootSessions`); `null` where the
    /// organisation is not this account's to manage.
    pub organization_features: Option<Vec<String>>,
    /// Facet: accounts that manage services for the whole organisation; `null` where this is not its management account.
    pub delegated_administrators: Option<Vec<DelegatedAdministrator>>,
    /// Facet: the organisation's service control policies; `null` where this is not its management account.
    pub service_control_policies: Option<Vec<ServiceControlPolicy>>,
    /// Facet: the organisation's tag policies; `null` where this is not its management account.
    pub tag_policies: Option<Vec<TagPolicy>>,
    /// Facet: the organisation's policies on the use of its content by AI services; `null` where this is not its management account.
    pub ai_opt_out_policies: Option<Vec<AiOptOutPolicy>>,
}

/// Who holds the policies and roles that an account should or should not have.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessOverview {
    /// Names of the roles with AWS's policy `AWSSupportAccess`.
    pub support_roles: Vec<String>,
    /// Names of the roles with AWS's policy `SecurityAudit`.
    pub audit_roles: Vec<String>,
    /// Users, groups and roles with AWS's policy `AWSCloudShellFullAccess`: `user/mira`.
    pub cloudshell_holders: Vec<String>,
    /// Whether there is the role by which CloudWatch shows this account's data to other accounts.
    pub cloudwatch_sharing_role: bool,
}

/// Which alternate contacts are registered; their names and addresses are nobody's business here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternateContacts {
    /// For questions of billing.
    pub billing: bool,
    /// For questions of operations.
    pub operations: bool,
    /// For questions of security.
    pub security: bool,
}

/// Whether the account's own contact details are there; what they are is nobody's business here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactInformation {
    /// Whether a name is given.
    pub has_name: bool,
    /// Whether a postal address is given.
    pub has_address: bool,
    /// Whether a telephone number is given.
    pub has_phone_number: bool,
}

/// How many different details the account's own and its three alternate contacts have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DistinctContacts {
    /// Names, of four at most.
    pub names: i64,
    /// Telephone numbers, of four at most.
    pub phone_numbers: i64,
    /// E-mail addresses of the alternate contacts, of three at most.
    pub emails: i64,
}

/// The root user's line of the credential report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RootCredentials {
    /// RFC 3339; `null` for never or not tracked.
    pub password_last_used_at: Option<String>,
    /// Both slots for access keys that are in use, active or not.
    pub access_keys: Vec<AccessKey>,
}

/// What GetAccountSummary says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountSummary {
    /// Whether the root user has access keys.
    pub root_access_keys_present: bool,
    /// Whether the root user has a multi-factor device.
    pub root_mfa_enabled: bool,
    /// Whether the root user has a password; an organisation may have taken it away. `null` where IAM does not say.
    pub root_password_present: Option<bool>,
    /// Number of users.
    pub users: i64,
    /// Number of groups.
    pub groups: i64,
    /// Number of roles.
    pub roles: i64,
    /// Number of customer-managed policies.
    pub policies: i64,
    /// Number of multi-factor devices in use.
    pub mfa_devices_in_use: i64,
}

/// The account's rules for passwords.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordPolicy {
    /// Characters at least.
    pub minimum_length: i64,
    /// Needs an upper-case letter.
    pub require_uppercase: bool,
    /// Needs a lower-case letter.
    pub require_lowercase: bool,
    /// Needs a digit.
    pub require_numbers: bool,
    /// Needs a symbol.
    pub require_symbols: bool,
    /// Users may change their own password.
    pub allow_users_to_change: bool,
    /// Days until a password expires; `null` for never.
    pub maximum_age_days: Option<i64>,
    /// How many earlier passwords may not come again; `null` for none.
    pub reuse_prevention: Option<i64>,
    /// An expired password needs an administrator.
    pub hard_expiry: bool,
}
