//! Shapes of S3.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::policy::PolicyDocument;
use super::table::{logged, regional, schema};
use super::{ChangeLog, LogPlace, ResourceType};

/// "Amazon S3 CloudTrail events" in the S3 user guide. A bucket's own region answers its calls; requests to the global endpoint may be
/// told by the region of global services.
const S3_LOG: ChangeLog =
    ChangeLog { sources: &["s3.amazonaws.com"], naming: &["bucketName"], place: LogPlace::OwnAndGlobalRegion, settled: None };

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    facets: &[
        logged("encryption", &["s3:GetEncryptionConfiguration"], &S3_LOG),
        logged("public_access_block", &["s3:GetBucketPublicAccessBlock"], &S3_LOG),
        logged("policy", &["s3:GetBucketPolicy"], &S3_LOG),
        logged("policy_status", &["s3:GetBucketPolicyStatus"], &S3_LOG),
        logged("acl", &["s3:GetBucketAcl"], &S3_LOG),
        logged("versioning", &["s3:GetBucketVersioning"], &S3_LOG),
        logged("logging", &["s3:GetBucketLogging"], &S3_LOG),
    ],
    ..regional("aws.s3.bucket", "S3 buckets", &["s3:ListAllMyBuckets", "s3:GetBucketLocation"], schema::<Bucket>)
}];

/// A bucket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// The bucket's name.
    pub name: String,
    /// RFC 3339.
    pub created_at: Option<String>,
    /// Facet: default encryption.
    pub encryption: BucketEncryption,
    /// Facet: the bucket's own block; `null` where none is set.
    pub public_access_block: Option<PublicAccessBlock>,
    /// Facet: the bucket policy; `null` where the bucket has none.
    pub policy: Option<PolicyDocument>,
    /// Facet: S3's own verdict on the policy; `null` where the bucket has no policy.
    pub policy_status: Option<PolicyStatus>,
    /// Facet: the access control list.
    pub acl: AccessControlList,
    /// Facet: versioning.
    pub versioning: Versioning,
    /// Facet: where access logs go; `null` where logging is off.
    pub logging: Option<BucketLogging>,
}

/// Default encryption of a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BucketEncryption {
    /// The rules; empty where the bucket has no configuration.
    pub rules: Vec<EncryptionRule>,
}

/// A rule of default encryption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EncryptionRule {
    /// `AES256`, `aws:kms` or `aws:kms:dsse`.
    pub algorithm: String,
    /// The KMS key; `null` for the default one.
    pub kms_key: Option<String>,
    /// Whether objects share a bucket key.
    pub bucket_key_enabled: bool,
}

/// The four switches against public access, of a bucket or of the whole account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicAccessBlock {
    /// New public ACLs are refused.
    pub block_public_acls: bool,
    /// Public ACLs have no effect.
    pub ignore_public_acls: bool,
    /// New public policies are refused.
    pub block_public_policy: bool,
    /// Public policies reach only the account and AWS services.
    pub restrict_public_buckets: bool,
}

/// S3's own verdict on a bucket policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyStatus {
    /// Whether S3 considers the policy public.
    pub is_public: bool,
}

/// A bucket's access control list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessControlList {
    /// The owner's canonical id.
    pub owner: String,
    /// The grants.
    pub grants: Vec<Grant>,
}

/// One grant of an access control list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// `CanonicalUser`, `Group` or `AmazonCustomerByEmail`.
    pub grantee_type: String,
    /// A group's URI, a canonical id or an address.
    pub grantee: String,
    /// `READ`, `WRITE`, `READ_ACP`, `WRITE_ACP` or `FULL_CONTROL`.
    pub permission: String,
}

/// A bucket's versioning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Versioning {
    /// Whether new versions are kept.
    pub enabled: bool,
    /// Whether deleting a version needs a multi-factor code.
    pub mfa_delete: bool,
}

/// Where a bucket's access logs go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BucketLogging {
    /// The bucket that receives them.
    pub target_bucket: String,
    /// The prefix of their keys.
    pub target_prefix: String,
}
