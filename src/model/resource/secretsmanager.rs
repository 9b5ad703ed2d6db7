//! Shapes of Secrets Manager.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[facet("policy", &["secretsmanager:GetResourcePolicy"])],
    ..regional("aws.secretsmanager.secret", "secrets", &["secretsmanager:ListSecrets"], schema::<Secret>)
})];

/// A secret that is not about to be deleted; its value is never read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Secret {
    /// The secret's name.
    pub name: String,
    /// The KMS key; `null` for the one that AWS manages.
    pub kms_key: Option<String>,
    /// Whether it is rotated by itself.
    pub rotation_enabled: bool,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// RFC 3339; `null` for never.
    pub last_rotated_at: Option<String>,
    /// RFC 3339, whatever changed.
    pub last_changed_at: Option<String>,
    /// RFC 3339, to the day; `null` for never.
    pub last_accessed_at: Option<String>,
    /// The service that manages it, such as `rds`; `null` for none.
    pub owning_service: Option<String>,
    /// Facet: who may read it; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
}
