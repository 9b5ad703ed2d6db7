//! Shapes of Security Hub.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, regional, schema, setting};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[setting(ResourceType {
    facets: &[
        facet("hub", &["securityhub:DescribeHub", "securityhub:GetEnabledStandards", "securityhub:ListEnabledProductsForImport"]),
        facet(
            "administration",
            &[
                "organizations:DescribeOrganization",
                "securityhub:ListOrganizationAdminAccounts",
                "securityhub:DescribeOrganizationConfiguration",
            ],
        ),
    ],
    ..regional("aws.securityhub.region_settings", "Security Hub settings", &[], schema::<RegionSettings>)
})];

/// Security Hub in one region of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSettings {
    /// The region.
    pub region: String,
    /// Facet: the hub; `null` where Security Hub is off.
    pub hub: Option<Hub>,
    /// Facet: who runs Security Hub for the organisation; `null` where this account is neither its management account nor that
    /// administrator, and cannot know.
    pub administration: Option<ServiceAdministration>,
}

/// Security Hub where it is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hub {
    /// The hub's ARN.
    pub arn: String,
    /// ARNs of the standards that it measures by.
    pub standards: Vec<String>,
    /// ARNs of the products that send it findings, its own left out.
    pub integrations: Vec<String>,
}

/// Who runs a security service for the accounts of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceAdministration {
    /// The accounts that the service is delegated to.
    pub administrators: Vec<String>,
    /// Whether accounts that join the organisation are taken in; `null` where that is for another account to know.
    pub auto_enable: Option<bool>,
}
