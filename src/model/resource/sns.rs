//! Shapes of SNS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(regional(
        "aws.sns.subscription",
        "SNS subscriptions",
        &["sns:ListSubscriptionsByTopic", "sns:ListTopics"],
        schema::<Subscription>,
    )),
    on_demand(ResourceType {
        facets: &[facet("attributes", &["sns:GetTopicAttributes"])],
        ..regional("aws.sns.topic", "SNS topics", &["sns:ListTopics"], schema::<Topic>)
    }),
];

/// A topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The topic's name.
    pub name: String,
    /// Facet: its key and its policy.
    pub attributes: TopicAttributes,
}

/// What GetTopicAttributes says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicAttributes {
    /// The KMS key that encrypts messages at rest; `null` for none.
    pub kms_key: Option<String>,
    /// Who may publish and subscribe; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
}

/// A subscription to a topic of the account's own, whoever subscribed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subscription {
    /// ARN of the topic.
    pub topic_arn: String,
    /// `https`, `http`, `email`, `sqs`, `lambda`, ….
    pub protocol: String,
    /// Whether the endpoint's owner has confirmed it; nothing is delivered before.
    pub confirmed: bool,
}
