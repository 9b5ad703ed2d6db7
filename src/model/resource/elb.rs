//! Shapes of classic load balancers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[
        facet("attributes", &["elasticloadbalancing:DescribeLoadBalancerAttributes"]),
        facet("certificates", &["acm:ListCertificates"]),
        facet("policies", &["elasticloadbalancing:DescribeLoadBalancerPolicies"]),
    ],
    ..regional(
        "aws.elb.load_balancer",
        "classic load balancers",
        &["elasticloadbalancing:DescribeLoadBalancers"],
        schema::<LoadBalancer>,
    )
})];

/// A classic load balancer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancer {
    /// Its public or private DNS name.
    pub dns_name: Option<String>,
    /// `internet-facing` or `internal`.
    pub scheme: String,
    /// The VPC; `null` for none.
    pub vpc_id: Option<String>,
    /// The zones that it takes requests in.
    pub availability_zones: Vec<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
    /// Where it listens.
    pub listeners: Vec<Listener>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Facet: how it treats requests.
    pub attributes: Attributes,
    /// Facet: the certificates of its listeners that ACM lists.
    pub certificates: Vec<ListenerCertificate>,
    /// Facet: the policies by which its HTTPS listeners negotiate TLS.
    pub policies: Vec<TlsPolicy>,
}

/// A port that a load balancer listens on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listener {
    /// `HTTP`, `HTTPS`, `TCP` or `SSL`.
    pub protocol: String,
    /// The port.
    pub port: i64,
    /// ARN of the server certificate, ACM's or IAM's.
    pub certificate_arn: Option<String>,
    /// The policies in force, by name.
    pub policy_names: Vec<String>,
}

/// A certificate of ACM that a listener has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListenerCertificate {
    /// Its ARN.
    pub arn: String,
    /// `AMAZON_ISSUED`, `IMPORTED` or `PRIVATE`.
    pub certificate_type: Option<String>,
}

/// How a load balancer treats requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attributes {
    /// Whether requests are written to a bucket.
    pub access_logs: bool,
    /// Whether requests under way end before an instance leaves.
    pub connection_draining: bool,
    /// Whether it spreads requests over the instances of every zone.
    pub cross_zone: bool,
    /// `monitor`, `defensive` or `strictest`; `null` where AWS does not tell.
    pub desync_mitigation_mode: Option<String>,
}

/// A policy for TLS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TlsPolicy {
    /// Its name.
    pub name: String,
    /// AWS's policy that it follows; its own name where it is one of AWS's, `null` where the user has put it together.
    pub follows: Option<String>,
}
