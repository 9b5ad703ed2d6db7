//! Shapes of instances and what belongs to them: interfaces, facets, AMIs, key pairs, and the launch templates that they are started
//! from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::groups::{PrefixList, SecurityGroupRule};
use crate::model::resource::secret::SecretTrace;

/// A virtual machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// `pending`, `running`, `stopping`, `stopped`, `shutting-down` or `terminated`.
    pub state: String,
    /// `t3.micro`.
    pub instance_type: String,
    /// The AMI that it was started from.
    pub image_id: String,
    /// RFC 3339.
    pub launched_at: Option<String>,
    /// `windows`; `null` for everything else.
    pub platform: Option<String>,
    /// The VPC.
    pub vpc_id: Option<String>,
    /// The subnet.
    pub subnet_id: Option<String>,
    /// The first private IPv4 address.
    pub private_ip: Option<String>,
    /// The public IPv4 address.
    pub public_ip: Option<String>,
    /// Every IPv6 address.
    pub ipv6_addresses: Vec<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
    /// ARN of the instance profile.
    pub instance_profile_arn: Option<String>,
    /// Name of the key pair.
    pub key_pair: Option<String>,
    /// The instance metadata service.
    pub metadata_options: MetadataOptions,
    /// Whether detailed monitoring is on.
    pub detailed_monitoring: bool,
    /// The volumes attached.
    pub volume_ids: Vec<String>,
    /// The network interfaces; empty for a terminated instance.
    pub network_interfaces: Vec<InstanceInterface>,
    /// `hvm` or `paravirtual`.
    pub virtualization: String,
    /// Whether it may start Nitro enclaves.
    pub enclaves_enabled: bool,
    /// When it was stopped or terminated, RFC 3339; `null` while it runs, and where EC2 does not tell.
    pub stopped_at: Option<String>,
    /// Facet: what of it faces the internet.
    pub exposure: Exposure,
    /// Facet: the AMI that it was started from; `null` where that is there no more or is not shared with the account any longer.
    pub source_image: Option<SourceImage>,
    /// Facet: what Systems Manager knows of it; `null` where it does not manage it.
    pub systems_manager: Option<ManagedInstance>,
    /// Facet: its user data; `null` where it has none.
    pub user_data: Option<UserData>,
}

/// The instance metadata service of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MetadataOptions {
    /// `enabled` or `disabled`.
    pub http_endpoint: String,
    /// `required` for version 2 only, `optional` for both versions.
    pub http_tokens: String,
    /// How many hops an answer may take.
    pub hop_limit: i64,
}

/// An AMI of the account's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// The AMI's name.
    pub name: String,
    /// `available`, `pending`, ….
    pub state: String,
    /// Whether everyone may start it.
    pub public: bool,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// `x86_64`, `arm64`.
    pub architecture: String,
    /// `v2.0` where instances started from it default to metadata version 2.
    pub imds_support: Option<String>,
    /// The snapshots that it is made of.
    pub snapshot_ids: Vec<String>,
}

/// A key pair for signing in to instances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyPair {
    /// The key pair's name.
    pub name: String,
    /// `rsa` or `ed25519`.
    pub key_type: String,
    /// The public key's fingerprint.
    pub fingerprint: String,
    /// RFC 3339.
    pub created_at: Option<String>,
}

/// A network interface of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstanceInterface {
    /// `eni-…`.
    pub id: String,
    /// `interface`, `efa`, `efa-only`, `trunk`, `branch`.
    pub kind: String,
    /// The subnet.
    pub subnet_id: Option<String>,
    /// The public IPv4 address.
    pub public_ip: Option<String>,
    /// Its IPv6 addresses, public like all of them.
    pub ipv6_addresses: Vec<String>,
    /// The security groups.
    pub security_group_ids: Vec<String>,
}

/// What of an instance faces the internet, all its interfaces counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// The public IPv4 and the IPv6 addresses.
    pub public_addresses: Vec<String>,
    /// Whether a subnet of it has a route to an internet gateway.
    pub in_public_subnet: bool,
    /// The rules of its security groups that let in the whole internet, or what stands in a prefix list.
    pub open_rules: Vec<SecurityGroupRule>,
    /// The prefix lists that these rules name.
    pub prefix_lists: Vec<PrefixList>,
}

/// The AMI that an instance was started from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceImage {
    /// `amazon`, `aws-marketplace`, `self`; `null` for the others.
    pub owner_alias: Option<String>,
    /// The account that it belongs to.
    pub owner_id: Option<String>,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// When its owner stops recommending it, RFC 3339; `null` where they have not said.
    pub deprecated_at: Option<String>,
}

/// What Systems Manager knows of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManagedInstance {
    /// `Online`, `ConnectionLost` or `Inactive`.
    pub ping_status: Option<String>,
    /// The agent's version.
    pub agent_version: Option<String>,
}

/// The text that an instance runs or reads when it starts. The text itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UserData {
    /// What in it looks like a secret.
    pub secrets: Vec<SecretTrace>,
}

/// A launch template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplate {
    /// The template's name.
    pub name: String,
    /// The version that is used where none is named.
    pub default_version: i64,
    /// The newest version.
    pub latest_version: i64,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Facet: every version.
    pub versions: Vec<LaunchTemplateVersion>,
}

/// A version of a launch template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateVersion {
    /// Its number, from 1.
    pub number: i64,
    /// Whether it is used where none is named.
    pub is_default: bool,
    /// The instance metadata service; `null` where it says nothing of it.
    pub metadata_options: Option<TemplateMetadataOptions>,
    /// Whether one of its interfaces asks for a public IPv4 address.
    pub assigns_public_ip: bool,
    /// The public IPv4 addresses of interfaces that are there already and that it attaches.
    pub attached_public_ips: Vec<String>,
    /// Its user data; `null` where it has none.
    pub user_data: Option<UserData>,
}

/// The instance metadata service as a launch template or configuration sets it: what it does not say, the AMI or the
/// account's default says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateMetadataOptions {
    /// `enabled` or `disabled`.
    pub http_endpoint: Option<String>,
    /// `required` for version 2 only, `optional` for both versions.
    pub http_tokens: Option<String>,
}
