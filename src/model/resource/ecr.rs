//! Shapes of ECR.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::policy::PolicyDocument;
use super::table::{facet, logged, regional, schema, setting};
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
pub(super) const TYPES: &[ResourceType] = &[
    ResourceType {
        facets: &[
            facet("has_repositories", &["ecr:DescribeRepositories"]),
            facet("scanning_configuration", &["ecr:GetRegistryScanningConfiguration"]),
        ],
        ..setting(regional("aws.ecr.registry", "ECR registry settings", &[], schema::<Registry>))
    },
    ResourceType {
        sweep: Sweep::Registries,
        facets: &[
            logged("policy", &["ecr:GetRepositoryPolicy"], &ECR_LOG),
            logged("scanning_configuration", &["ecr:BatchGetRepositoryScanningConfiguration"], &ECR_LOG),
            logged("lifecycle_policy", &["ecr:GetLifecyclePolicy"], &ECR_LOG),
            facet("latest_image", &["ecr:DescribeImages", "ecr:DescribeImageScanFindings"]),
        ],
        ..regional("aws.ecr.repository", "ECR repositories", &["ecr:DescribeRepositories"], schema::<Repository>)
    },
];

/// The private registry that an account has in each region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// The region.
    pub region: String,
    /// Facet: whether there is a repository in it.
    pub has_repositories: bool,
    /// Facet: how the images of its repositories are scanned.
    pub scanning_configuration: RegistryScanning,
}

/// How a registry's images are scanned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistryScanning {
    /// `BASIC` or `ENHANCED`.
    pub scan_type: String,
    /// Which repositories are scanned, and when; empty where images are scanned only when asked.
    pub rules: Vec<RegistryScanningRule>,
}

/// A rule of a registry's scanning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistryScanningRule {
    /// `SCAN_ON_PUSH`, `CONTINUOUS_SCAN` or `MANUAL`.
    pub scan_frequency: String,
    /// The names of the repositories that it holds for, wildcards as written: `*` for all of them.
    pub filters: Vec<String>,
}

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
    /// Facet: the image that was pushed last, of those that ECR can scan; `null` where there is none.
    pub latest_image: Option<LatestImage>,
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

/// The image of a repository that was pushed last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LatestImage {
    /// `sha256:…`.
    pub digest: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// RFC 3339.
    pub pushed_at: String,
    /// `COMPLETE`, `ACTIVE` (scanned continuously), `IN_PROGRESS`, `PENDING`, `FAILED`, `UNSUPPORTED_IMAGE`, …; `null` where it was never
    /// scanned.
    pub scan_status: Option<String>,
    /// The vulnerabilities found.
    pub vulnerabilities: Vulnerabilities,
}

/// Vulnerabilities by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vulnerabilities {
    /// Critical ones.
    pub critical: i64,
    /// High ones.
    pub high: i64,
    /// Medium ones.
    pub medium: i64,
    /// Low ones.
    pub low: i64,
    /// Those that only inform.
    pub informational: i64,
    /// Those that nobody has judged.
    pub undefined: i64,
}
