//! Shapes of CloudWatch: alarms, log groups, and the filters that watch what trails write.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    on_demand(regional("aws.cloudwatch.alarm", "CloudWatch alarms", &["cloudwatch:DescribeAlarms"], schema::<Alarm>)),
    on_demand(ResourceType {
        facets: &[facet("resource_policies", &["logs:DescribeResourcePolicies"])],
        ..regional("aws.cloudwatch.log_group", "log groups", &["logs:DescribeLogGroups"], schema::<LogGroup>)
    }),
];

/// An alarm on a metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alarm {
    /// The alarm's name.
    pub name: String,
    /// Whether it does anything at all when its state changes.
    pub actions_enabled: bool,
    /// ARNs of what happens when it goes into the state `ALARM`.
    pub alarm_actions: Vec<String>,
    /// The metric's namespace; `null` for an alarm on an expression.
    pub metric_namespace: Option<String>,
    /// The metric's name; `null` for an alarm on an expression.
    pub metric_name: Option<String>,
    /// `OK`, `ALARM` or `INSUFFICIENT_DATA`.
    pub state: Option<String>,
}

/// A log group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogGroup {
    /// The log group's name.
    pub name: String,
    /// Days until an event is deleted; `null` for never.
    pub retention_days: Option<i64>,
    /// The KMS key; `null` for CloudWatch's own.
    pub kms_key: Option<String>,
    /// `STANDARD`, `INFREQUENT_ACCESS` or `DELIVERY`.
    pub class: Option<String>,
    /// Facet: the statements of the region's resource policies that concern the group, a document for each policy.
    pub resource_policies: Vec<PolicyDocument>,
}

/// A metric filter on the log group that a trail writes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrailMetricFilter {
    /// The filter's name.
    pub name: String,
    /// The log group.
    pub log_group: String,
    /// The log group's ARN; filters have none of their own.
    pub arn: String,
    /// Where the log group lives.
    pub region: String,
    /// Which events it counts, in the language of filter patterns.
    pub pattern: String,
    /// Whether an alarm of the same region watches a metric that the filter feeds.
    pub alarmed: bool,
}
