//! Shapes of application, network and gateway load balancers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::ec2::GROUP_ACTIONS;
use super::ec2::groups::{PrefixList, SecurityGroupRule};
use super::table::{facet, on_demand, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[on_demand(ResourceType {
    facets: &[
        facet("attributes", &["elasticloadbalancing:DescribeLoadBalancerAttributes"]),
        facet("exposure", GROUP_ACTIONS),
        facet("listeners", &["elasticloadbalancing:DescribeListeners"]),
        facet("plaintext_listeners", &["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules"]),
        facet("web_acl", &["wafv2:ListWebACLs", "wafv2:ListResourcesForWebACL"]),
    ],
    ..regional("aws.elbv2.load_balancer", "load balancers", &["elasticloadbalancing:DescribeLoadBalancers"], schema::<LoadBalancer>)
})];

/// An application, network or gateway load balancer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancer {
    /// `application`, `network` or `gateway`.
    pub load_balancer_type: String,
    /// `internet-facing` or `internal`; `null` for gateway load balancers, which have none.
    pub scheme: Option<String>,
    /// Its public or private DNS name.
    pub dns_name: Option<String>,
    /// `active`, `provisioning`, `active_impaired` or `failed`.
    pub state: Option<String>,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// The zones that it takes requests in.
    pub availability_zones: Vec<String>,
    /// The security groups; network load balancers may have none.
    pub security_group_ids: Vec<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Facet: how it treats requests.
    pub attributes: Attributes,
    /// Facet: what of it faces the internet.
    pub exposure: Exposure,
    /// Facet: where it listens.
    pub listeners: Vec<Listener>,
    /// Facet: the listeners that speak HTTP without TLS.
    pub plaintext_listeners: Vec<PlaintextListener>,
    /// Facet: the web ACL of AWS WAF that watches over it; `null` for none.
    pub web_acl: Option<WebAcl>,
}

/// How a load balancer treats requests. What its type does not have is `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attributes {
    /// Whether requests are written to a bucket.
    pub access_logs: Option<bool>,
    /// Whether it spreads requests over the targets of every zone.
    pub cross_zone: Option<bool>,
    /// Whether it cannot be deleted before this is off.
    pub deletion_protection: Option<bool>,
    /// `monitor`, `defensive` or `strictest`.
    pub desync_mitigation_mode: Option<String>,
    /// Whether header fields with names that HTTP does not allow are removed.
    pub drop_invalid_header_fields: Option<bool>,
}

/// What of a load balancer faces the internet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// The rules of its security groups that let in the whole internet, or what stands in a prefix list.
    pub open_rules: Vec<SecurityGroupRule>,
    /// The prefix lists that these rules name.
    pub prefix_lists: Vec<PrefixList>,
}

/// A port that a load balancer listens on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listener {
    /// `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, `QUIC`, `TCP_QUIC`; `GENEVE` for gateway load balancers.
    pub protocol: String,
    /// The port.
    pub port: Option<i64>,
    /// The policy by which it negotiates TLS.
    pub tls_policy: Option<String>,
}

/// A listener that speaks HTTP without TLS, all its rules counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaintextListener {
    /// The port.
    pub port: Option<i64>,
    /// Whether it sends a client on to HTTPS.
    pub redirects_to_https: bool,
    /// Whether it hands requests to targets.
    pub forwards: bool,
}

/// A web ACL of AWS WAF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WebAcl {
    /// Its ARN.
    pub arn: String,
}
