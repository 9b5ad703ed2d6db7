//! Shapes of S3 Glacier, the service with vaults of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    facets: &[facet("policy", &["glacier:GetVaultAccessPolicy"])],
    ..on_demand(regional("aws.glacier.vault", "Glacier vaults", &["glacier:ListVaults"], schema::<Vault>))
}];

/// A vault of archives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vault {
    /// The vault's name.
    pub name: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// The archives in it at the last inventory.
    pub archives: i64,
    /// Facet: the access policy; `null` where it has none.
    pub policy: Option<PolicyDocument>,
}
