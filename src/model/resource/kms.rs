//! Shapes of KMS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[
        facet("metadata", &["kms:DescribeKey"]),
        facet("rotation_enabled", &["kms:DescribeKey", "kms:GetKeyRotationStatus"]),
        facet("policy", &["kms:DescribeKey", "kms:GetKeyPolicy"]),
    ],
    ..regional("aws.kms.key", "KMS keys", &["kms:ListKeys"], schema::<Key>)
})];

/// A key, the user's own or one that AWS manages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The key's id.
    pub key_id: String,
    /// Facet: what kind of key it is and what state it is in.
    pub metadata: KeyMetadata,
    /// Facet: whether KMS renews the key's material every year or so; `null` for a key of AWS's own and one that KMS cannot rotate
    /// (asymmetric, imported, in a key store of the user's).
    pub rotation_enabled: Option<bool>,
    /// Facet: who may use and manage the key; `null` for a key of AWS's own.
    pub policy: Option<PolicyDocument>,
}

/// What kind of key a key is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyMetadata {
    /// `CUSTOMER` or `AWS`.
    pub manager: String,
    /// `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, ….
    pub state: String,
    /// `SYMMETRIC_DEFAULT`, `RSA_4096`, `HMAC_256`, ….
    pub spec: String,
    /// `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, ….
    pub usage: Option<String>,
    /// `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM` or `EXTERNAL_KEY_STORE`.
    pub origin: Option<String>,
    /// Whether the key can have replicas in other regions, or is one.
    pub multi_region: bool,
    /// What its owner says of it; `null` for nothing.
    pub description: Option<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// RFC 3339: when it will be deleted; `null` where it won't.
    pub deletion_at: Option<String>,
}
