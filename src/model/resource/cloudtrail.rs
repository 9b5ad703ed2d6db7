//! Shapes of CloudTrail.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ResourceType;
use super::policy::PolicyDocument;
use super::s3::{AccessControlList, BucketLogging, PublicAccessBlock, Versioning};
use super::table::{facet, regional, schema};

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[ResourceType {
    facets: &[
        facet("status", &["cloudtrail:GetTrailStatus"]),
        facet("selectors", &["cloudtrail:GetEventSelectors"]),
        facet("insights", &["cloudtrail:GetInsightSelectors"]),
        facet("bucket", &["s3:ListAllMyBuckets", "s3:GetBucketLocation"]),
        facet("bucket_versioning", &["s3:ListAllMyBuckets", "s3:GetBucketLocation", "s3:GetBucketVersioning"]),
        facet("bucket_logging", &["s3:ListAllMyBuckets", "s3:GetBucketLocation", "s3:GetBucketLogging"]),
        facet("bucket_acl", &["s3:ListAllMyBuckets", "s3:GetBucketLocation", "s3:GetBucketAcl"]),
        facet("bucket_policy", &["s3:ListAllMyBuckets", "s3:GetBucketLocation", "s3:GetBucketPolicy"]),
        facet("bucket_public_access_block", &["s3:ListAllMyBuckets", "s3:GetBucketLocation", "s3:GetBucketPublicAccessBlock"]),
    ],
    ..regional("aws.cloudtrail.trail", "CloudTrail trails", &["cloudtrail:DescribeTrails"], schema::<Trail>)
}];

/// A trail, in its home region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trail {
    /// The trail's name.
    pub name: String,
    /// The region that it was made in.
    pub home_region: String,
    /// Whether it records every region.
    pub multi_region: bool,
    /// Whether it records the whole organisation.
    pub organization: bool,
    /// Whether it records global services such as IAM.
    pub global_service_events: bool,
    /// Whether its log files carry digests.
    pub log_file_validation: bool,
    /// The bucket that it writes to.
    pub s3_bucket: Option<String>,
    /// The key that encrypts its log files; `null` for S3's own.
    pub kms_key: Option<String>,
    /// The CloudWatch log group that it also writes to; `null` for none.
    pub log_group_arn: Option<String>,
    /// Facet: whether it is recording.
    pub status: TrailStatus,
    /// Facet: which events it records.
    pub selectors: EventSelectors,
    /// Facet: what unusual activity it looks for: `ApiCallRateInsight`, `ApiErrorRateInsight`; empty for nothing.
    pub insights: Vec<String>,
    /// Facet: the bucket that it writes to; `null` where the bucket is not the account's.
    pub bucket: Option<TrailBucket>,
    /// Facet: that bucket's versioning; `null` where the bucket is not the account's.
    pub bucket_versioning: Option<Versioning>,
    /// Facet: where that bucket's access logs go; `null` where logging is off or the bucket is not the account's.
    pub bucket_logging: Option<BucketLogging>,
    /// Facet: that bucket's access control list; `null` where the bucket is not the account's.
    pub bucket_acl: Option<AccessControlList>,
    /// Facet: that bucket's policy; `null` where it has none or the bucket is not the account's.
    pub bucket_policy: Option<PolicyDocument>,
    /// Facet: that bucket's own block; `null` where it has none or the bucket is not the account's.
    pub bucket_public_access_block: Option<PublicAccessBlock>,
}

/// The bucket that a trail writes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrailBucket {
    /// The bucket's name.
    pub name: String,
    /// Where it lives.
    pub region: String,
}

/// Whether a trail records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrailStatus {
    /// Whether it is recording now.
    pub logging: bool,
    /// RFC 3339: the last time that a log file reached the bucket.
    pub last_delivered_at: Option<String>,
    /// RFC 3339: the last time that an event reached the log group.
    pub last_delivered_to_log_group_at: Option<String>,
    /// What went wrong at the last delivery; `null` for nothing.
    pub last_delivery_error: Option<String>,
}

/// Which events a trail records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventSelectors {
    /// Whether it records management events, all of them or some.
    pub management_events: bool,
    /// Of which kind it records every management event: `All`, `ReadOnly`, `WriteOnly`, or `None`.
    pub management_read_write: String,
    /// The data resources that it records.
    pub data_resources: Vec<DataResource>,
}

/// Data events that a trail records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataResource {
    /// `AWS::S3::Object`, `AWS::Lambda::Function`, ….
    #[serde(rename = "type")]
    pub resource_type: String,
    /// `All`, `ReadOnly`, `WriteOnly`.
    pub read_write: String,
    /// ARNs, or patterns with `*` at one end; of basic selectors, ARN prefixes; empty for every resource of the type.
    pub values: Vec<String>,
    /// ARNs, or patterns with `*` at one end, of resources that are left out.
    pub excluded_values: Vec<String>,
    /// Other fields by which only some of those events are taken: `eventName`, `userIdentity.arn`, …; empty for none.
    pub filters: Vec<String>,
}

/// A trail as the account sees it, with its state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountTrail {
    /// The trail's name.
    pub name: String,
    /// The trail's ARN.
    pub arn: String,
    /// The region that it was made in.
    pub home_region: String,
    /// Whether it records every region.
    pub multi_region: bool,
    /// Whether it is recording now.
    pub logging: bool,
    /// Of which kind it records every management event: `All`, `ReadOnly`, `WriteOnly`, or `None`.
    pub management_read_write: String,
    /// The data resources that it records.
    pub data_resources: Vec<DataResource>,
}
