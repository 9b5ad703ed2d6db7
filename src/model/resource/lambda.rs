//! Shapes of Lambda.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[
        facet("policy", &["lambda:GetPolicy"]),
        facet("urls", &["lambda:GetFunctionUrlConfig", "lambda:ListFunctionUrlConfigs"]),
        facet("availability_zones", &["ec2:DescribeSubnets"]),
        facet("trails", &["cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus"]),
    ],
    ..regional("aws.lambda.function", "Lambda functions", &["lambda:ListFunctions"], schema::<Function>)
})];

/// A Lambda function.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// The function's name.
    pub name: String,
    /// `python3.13`; `null` for a function that is a container image.
    pub runtime: Option<String>,
    /// ARN of the role that it runs with.
    pub role: Option<String>,
    /// The customer-managed KMS key of its environment variables; `null` for none of the user's own.
    pub kms_key: Option<String>,
    /// ARN of the queue or topic that gets the events that failed; `null` for none.
    pub dead_letter_target: Option<String>,
    /// The network that it is attached to; `null` for none of the account's.
    pub vpc: Option<FunctionVpc>,
    /// The layers, in their order.
    pub layers: Vec<FunctionLayer>,
    /// Names of the environment variables.
    pub environment_variables: Vec<String>,
    /// Environment variables that look as if they hold a secret; the values are nowhere kept.
    pub environment_secrets: Vec<EnvironmentSecret>,
    /// Facet: who may do what with the function; `null` where it has no policy.
    pub policy: Option<PolicyDocument>,
    /// Facet: the function's URLs, those of its aliases included.
    pub urls: Vec<FunctionUrl>,
    /// Facet: the availability zones of its subnets; `null` where it is attached to no VPC.
    pub availability_zones: Option<Vec<String>>,
    /// Facet: the trails that cover the region, and whether each records the function's invocations.
    pub trails: Vec<InvocationTrail>,
}

/// The network that a function is attached to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FunctionVpc {
    /// The VPC.
    pub id: String,
    /// The subnets.
    pub subnet_ids: Vec<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
}

/// A layer of a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FunctionLayer {
    /// ARN of the layer's version.
    pub arn: String,
    /// The account that the layer belongs to.
    pub account_id: String,
}

/// An environment variable that looks as if it holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnvironmentSecret {
    /// The variable's name.
    pub variable: String,
    /// What it looks like: `AWS access key`, ….
    pub kind: String,
}

/// An address at which a function answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FunctionUrl {
    /// The address.
    pub url: String,
    /// `AWS_IAM` or `NONE`.
    pub authentication: String,
    /// The origins that browsers may call it from; empty where no rule is set.
    pub allowed_origins: Vec<String>,
}

/// A trail that covers the function's region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InvocationTrail {
    /// The trail's name.
    pub name: String,
    /// Whether it records at all at present.
    pub logging: bool,
    /// Whether its selectors take the function's invocations.
    pub records_invocations: bool,
}
