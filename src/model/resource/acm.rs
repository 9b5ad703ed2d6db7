//! Shapes of Certificate Manager.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[facet("transparency", &["acm:DescribeCertificate"])],
    ..regional("aws.acm.certificate", "ACM certificates", &["acm:ListCertificates"], schema::<Certificate>)
})];

/// A certificate, Amazon's or an imported one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The first name that it is for.
    pub domain_name: Option<String>,
    /// `AMAZON_ISSUED`, `IMPORTED` or `PRIVATE`.
    pub certificate_type: Option<String>,
    /// `ISSUED`, `PENDING_VALIDATION`, `EXPIRED`, ….
    pub status: Option<String>,
    /// `RSA_2048`, `EC_prime256v1`, ….
    pub key_algorithm: String,
    /// Whether something uses it.
    pub in_use: bool,
    /// RFC 3339; `null` as long as it has not been issued.
    pub expires_at: Option<String>,
    /// `ELIGIBLE` where ACM renews it by itself.
    pub renewal_eligibility: Option<String>,
    /// Facet: whether it stands in the public logs of certificates.
    pub transparency: Transparency,
}

/// Whether a certificate stands in the public logs of certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Transparency {
    /// Whether ACM writes it there.
    pub logged: bool,
}
