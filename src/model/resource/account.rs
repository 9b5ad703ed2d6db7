//! Shapes of the account as a whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cloudtrail::AccountTrail;
use super::cloudwatch::TrailMetricFilter;
use super::config::ConfigAggregation;
use super::s3::PublicAccessBlock;
use super::table::{facet, global, schema};
use super::{Nature, ResourceType};

/// The type whose single asset is the account itself; expressions reach it as `account`.
pub const ACCOUNT: &str = "aws.account";

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    nature: Nature::Setting,
    facets: &[
        facet("summary", &["iam:GetAccountSummary"]),
        facet("password_policy", &["iam:GetAccountPasswordPolicy"]),
        facet("s3_public_access_block", &["s3:GetAccountPublicAccessBlock"]),
        facet("trails", &["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"]),
        facet("trail_metric_filters", &["cloudtrail:DescribeTrails", "logs:DescribeMetricFilters", "cloudwatch:DescribeAlarms"]),
        facet(
            "config_aggregation",
            &["organizations:ListDelegatedAdministrators", "ec2:DescribeRegions", "config:DescribeConfigurationAggregators"],
        ),
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
    /// Facet: every trail visible from the primary region, multi-region trails of other regions included.
    pub trails: Vec<AccountTrail>,
    /// Facet: the metric filters on the account's own log groups that those trails write to.
    pub trail_metric_filters: Vec<TrailMetricFilter>,
    /// Facet: how the organisation gathers what AWS Config records.
    pub config_aggregation: ConfigAggregation,
}

/// What GetAccountSummary says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountSummary {
    /// Whether the root user has access keys.
    pub root_access_keys_present: bool,
    /// Whether the root user has a multi-factor device.
    pub root_mfa_enabled: bool,
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
