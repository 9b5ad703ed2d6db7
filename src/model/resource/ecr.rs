//! Shapes of ECR.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::policy::PolicyDocument;
use super::table::{logged, regional, schema};
use super::{ChangeLog, LogPlace, ResourceType, Sweep};

/// "Logging Amazon ECR actions with AWS CloudTrail" in the ECR user guide. Which repositories are scanned and how is also set for the
/// whole registry, by ECR or by Amazon Inspector, without naming a repository.
const ECR_LOG: ChangeLog = ChangeLog {
    sources: &["ecr.amazonaws.com", "inspector2.amazonaws.com"],
    naming: &["repositoryName"],
    place: LogPlace::OwnRegion,
    settled: None,
};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    sweep: Sweep::Registries,
    facets: &[
        logged("policy", &["ecr:GetRepositoryPolicy"], &ECR_LOG),
        logged("scanning_configuration", &["ecr:BatchGetRepositoryScanningConfiguration"], &ECR_LOG),
        logged("lifecycle_policy", &["ecr:GetLifecyclePolicy"], &ECR_LOG),
    ],
    ..regional("aws.ecr.repository", "ECR repositories", &["ecr:DescribeRepositories"], schema::<Repository>)
}];

/// A private repository.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Repository {
    /// The repository's name.
    pub name: String,
    /// Where images are pushed to.
    pub uri: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Whether the repository's own setting scans images when they are pushed; the registry's may do so too.
    pub scan_on_push: bool,
    /// Whether a tag can be moved to another image.
    pub mutable_tags: bool,
    /// `AES256`, `KMS` or `KMS_DSSE`.
    pub encryption: String,
    /// The KMS key; `null` for none of the user's own.
    pub kms_key: Option<String>,
    /// Facet: the repository policy; `null` where it has none.
    pub policy: Option<PolicyDocument>,
    /// Facet: how images are scanned once the registry's rules are counted in.
    pub scanning_configuration: ScanningConfiguration,
    /// Facet: the rules that delete old images; `null` where there are none.
    pub lifecycle_policy: Option<LifecyclePolicy>,
}

/// How a repository's images are scanned, the registry's rules counted in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScanningConfiguration {
    /// Whether a pushed image is scanned.
    pub scan_on_push: bool,
    /// `SCAN_ON_PUSH`, `CONTINUOUS_SCAN` or `MANUAL`.
    pub scan_frequency: String,
}

/// The rules that delete old images.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LifecyclePolicy {
    /// The rules' number.
    pub rules: i64,
    /// The policy's JSON text.
    pub text: String,
}
