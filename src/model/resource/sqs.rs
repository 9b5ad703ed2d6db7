//! Shapes of SQS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[facet("attributes", &["sqs:GetQueueAttributes"])],
    ..regional("aws.sqs.queue", "SQS queues", &["sqs:ListQueues"], schema::<Queue>)
})];

/// A queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// The queue's name.
    pub name: String,
    /// Where it is called.
    pub url: String,
    /// Facet: its encryption and its policy.
    pub attributes: QueueAttributes,
}

/// What GetQueueAttributes says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueAttributes {
    /// The KMS key that encrypts messages at rest; `null` for none.
    pub kms_key: Option<String>,
    /// Whether SQS encrypts messages at rest with keys of its own.
    pub managed_encryption: bool,
    /// Who may send and receive; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
}
