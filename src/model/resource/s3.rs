//! Shapes of S3.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::policy::PolicyDocument;
use super::table::{facet, global, logged, on_demand, regional, schema};
use super::{ChangeLog, LogPlace, ResourceType};

/// "Amazon S3 CloudTrail events" in the S3 user guide. A bucket's own region answers its calls; requests to the global endpoint may be
/// told by the region of global services.
const S3_LOG: ChangeLog =
    ChangeLog { sources: &["s3.amazonaws.com"], naming: &["bucketName"], place: LogPlace::OwnAndGlobalRegion, settled: None };

/// The actions that tell which buckets the account has, and where.
pub(super) const BUCKETS: &[&str] = &["s3:ListAllMyBuckets", "s3:GetBucketLocation"];

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[
    ResourceType {
        facets: &[facet("public_access_block", &["s3:GetAccessPoint"])],
        ..on_demand(regional("aws.s3.access_point", "S3 access points", &["s3:ListAccessPoints"], schema::<AccessPoint>))
    },
    ResourceType {
        facets: &[
            logged("encryption", &["s3:GetEncryptionConfiguration"], &S3_LOG),
            logged("public_access_block", &["s3:GetBucketPublicAccessBlock"], &S3_LOG),
            logged("policy", &["s3:GetBucketPolicy"], &S3_LOG),
            logged("policy_status", &["s3:GetBucketPolicyStatus"], &S3_LOG),
            logged("acl", &["s3:GetBucketAcl"], &S3_LOG),
            logged("versioning", &["s3:GetBucketVersioning"], &S3_LOG),
            logged("logging", &["s3:GetBucketLogging"], &S3_LOG),
            facet("lifecycle_rules", &["s3:GetLifecycleConfiguration"]),
            facet("notifications", &["s3:GetBucketNotification"]),
            facet("object_lock", &["s3:GetBucketObjectLockConfiguration"]),
            facet("object_ownership", &["s3:GetBucketOwnershipControls"]),
            facet("replication_rules", &["s3:GetReplicationConfiguration", "s3:ListAllMyBuckets", "s3:GetBucketLocation"]),
        ],
        ..regional("aws.s3.bucket", "S3 buckets", BUCKETS, schema::<Bucket>)
    },
    on_demand(regional("aws.s3.bucket_name", "names of S3 buckets", BUCKETS, schema::<BucketName>)),
    on_demand(global(
        "aws.s3.multi_region_access_point",
        "S3 multi-region access points",
        &["s3:ListMultiRegionAccessPoints"],
        schema::<MultiRegionAccessPoint>,
    )),
];

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
    /// Facet: the rules that move or delete objects as they age; empty where there are none.
    pub lifecycle_rules: Vec<LifecycleRule>,
    /// Facet: who is told of events in the bucket.
    pub notifications: Notifications,
    /// Facet: object lock; `null` where the bucket was made without it.
    pub object_lock: Option<ObjectLock>,
    /// Facet: `BucketOwnerEnforced` (access control lists are off), `BucketOwnerPreferred` or `ObjectWriter`; `null` where nothing is set,
    /// which means the last.
    pub object_ownership: Option<String>,
    /// Facet: where objects are copied to; empty where there are no rules.
    pub replication_rules: Vec<ReplicationRule>,
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

/// A rule that moves or deletes objects as they age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LifecycleRule {
    /// The rule's id; `null` for none.
    pub id: Option<String>,
    /// Whether it is on.
    pub enabled: bool,
}

/// Who is told of events in a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notifications {
    /// SNS topics, by ARN.
    pub topics: Vec<String>,
    /// SQS queues, by ARN.
    pub queues: Vec<String>,
    /// Lambda functions, by ARN.
    pub functions: Vec<String>,
    /// Whether EventBridge is told of every event.
    pub event_bridge: bool,
}

/// Object lock of a bucket: versions that nobody can delete for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectLock {
    /// Whether objects can be locked.
    pub enabled: bool,
    /// `GOVERNANCE` or `COMPLIANCE` for new objects; `null` where they are not locked by default.
    pub default_mode: Option<String>,
}

/// A rule that copies objects to another bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplicationRule {
    /// The rule's id; `null` for none.
    pub id: Option<String>,
    /// Whether it is on.
    pub enabled: bool,
    /// The bucket that receives the copies.
    pub destination: String,
    /// Where that bucket lives; not known of another account's bucket.
    pub destination_region: String,
}

/// An access point: a bucket under another name, with a policy and a block of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessPoint {
    /// The access point's name.
    pub name: String,
    /// The bucket that it leads to.
    pub bucket: String,
    /// `Internet` or `VPC`.
    pub network_origin: String,
    /// The only VPC that reaches it; `null` for none in particular.
    pub vpc_id: Option<String>,
    /// Facet: the access point's own block; `null` where none is set.
    pub public_access_block: Option<PublicAccessBlock>,
}

/// An access point that leads to buckets of several regions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MultiRegionAccessPoint {
    /// The access point's name.
    pub name: String,
    /// The alias by which requests name it; `null` while it is being made.
    pub alias: Option<String>,
    /// `READY`, `CREATING`, ….
    pub status: String,
    /// The buckets that it leads to.
    pub buckets: Vec<String>,
    /// The access point's own block; `null` where none is set.
    pub public_access_block: Option<PublicAccessBlock>,
}

/// A name that is taken: by a bucket of the account, or by a stranger's where an AWS service would look for the account's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BucketName {
    /// The name.
    pub name: String,
    /// The service that makes up this name for the account's bucket: `AWS Glue`; `null` for none.
    pub service: Option<String>,
    /// Whether the account owns the bucket.
    pub owned: bool,
}
