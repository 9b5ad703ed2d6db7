//! Shapes of GuardDuty.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::securityhub::ServiceAdministration;
use super::table::{facet, regional, schema, setting};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[setting(ResourceType {
    facets: &[
        facet("detector", &["guardduty:ListDetectors", "guardduty:GetDetector"]),
        facet("membership", &["guardduty:ListDetectors", "guardduty:GetAdministratorAccount", "guardduty:ListMembers"]),
        facet("high_severity_findings", &["guardduty:ListDetectors", "guardduty:ListFindings"]),
        facet(
            "administration",
            &[
                "guardduty:ListDetectors",
                "organizations:DescribeOrganization",
                "guardduty:ListOrganizationAdminAccounts",
                "guardduty:DescribeOrganizationConfiguration",
            ],
        ),
    ],
    ..regional("aws.guardduty.region_settings", "GuardDuty settings", &[], schema::<RegionSettings>)
})];

/// GuardDuty in one region of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSettings {
    /// The region.
    pub region: String,
    /// Facet: the detector; `null` where GuardDuty was never turned on.
    pub detector: Option<Detector>,
    /// Facet: whom the detector belongs with; `null` where there is none.
    pub membership: Option<Membership>,
    /// Facet: ids of findings of high or critical severity (7 and above) that nobody has archived, fifty at most; `null` where there is
    /// no detector.
    pub high_severity_findings: Option<Vec<String>>,
    /// Facet: who runs GuardDuty for the organisation; `null` where this account is neither its management account nor that
    /// administrator, and cannot know.
    pub administration: Option<ServiceAdministration>,
}

/// A detector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Detector {
    /// The detector's id.
    pub id: String,
    /// Whether it works; it may be suspended.
    pub enabled: bool,
    /// What it looks at beyond its foundations: `S3_DATA_EVENTS`, `EKS_AUDIT_LOGS`, `EBS_MALWARE_PROTECTION`, `RDS_LOGIN_EVENTS`,
    /// `LAMBDA_NETWORK_LOGS`, `EKS_RUNTIME_MONITORING`, `RUNTIME_MONITORING`, ….
    pub features: Vec<String>,
}

/// Whom a detector belongs with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The account that manages this one's detector; `null` for none.
    pub administrator: Option<String>,
    /// How many accounts this one manages the detectors of, a page of them at most.
    pub members: i64,
}
