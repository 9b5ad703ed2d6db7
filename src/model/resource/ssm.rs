//! Shapes of Systems Manager.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::secret::SecretTrace;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(ResourceType {
        facets: &[facet("secrets", &["ssm:GetDocument"]), facet("shared_with", &["ssm:DescribeDocumentPermission"])],
        ..regional("aws.ssm.document", "SSM documents", &["ssm:ListDocuments"], schema::<Document>)
    }),
    on_demand(regional(
        "aws.ssm.managed_node",
        "nodes that Systems Manager manages",
        &["ssm:ListResourceComplianceSummaries"],
        schema::<ManagedNode>,
    )),
];

/// A document of the account's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The document's name.
    pub name: String,
    /// `Command`, `Automation`, ….
    pub document_type: Option<String>,
    /// Facet: lines of the default version that look as if they hold a secret; the text is nowhere kept.
    pub secrets: Vec<SecretTrace>,
    /// Facet: the accounts that it is shared with; `all` for everyone.
    pub shared_with: Vec<String>,
}

/// An instance or another machine that Systems Manager knows the state of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManagedNode {
    /// `COMPLIANT` or `NON_COMPLIANT` with its patch baseline; `null` where its patches were never looked at.
    pub patch_compliance: Option<String>,
    /// The same for the associations that apply to it; `null` where there are none.
    pub association_compliance: Option<String>,
}
