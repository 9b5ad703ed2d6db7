//! The services that are called, and how the SDK's operations are called in IAM policies.

/// A service with its own client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Service {
    /// AWS CloudTrail.
    CloudTrail,
    /// Amazon EC2 with VPC and EBS.
    Ec2,
    /// Amazon ECR.
    Ecr,
    /// Amazon EKS.
    Eks,
    /// AWS IAM.
    Iam,
    /// Amazon S3.
    S3,
    /// Amazon S3 Control: the account's own S3 settings.
    S3Control,
    /// AWS STS.
    Sts,
}

impl Service {
    /// The prefix of its actions in IAM policies.
    #[must_use]
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::CloudTrail => "cloudtrail",
            Self::Ec2 => "ec2",
            Self::Ecr => "ecr",
            Self::Eks => "eks",
            Self::Iam => "iam",
            Self::S3 | Self::S3Control => "s3",
            Self::Sts => "sts",
        }
    }

    /// The action that allows an operation, in IAM's spelling: `s3:ListAllMyBuckets` for `ListBuckets`.
    #[must_use]
    pub(super) fn action(self, operation: &str) -> String {
        let action = match self {
            Self::S3 => s3_action(operation),
            Self::S3Control => s3_control_action(operation),
            _ => operation,
        };
        format!("{}:{action}", self.prefix())
    }
}

/// "Required permissions for Amazon S3 API operations" in the Amazon S3 user guide, where the names differ.
fn s3_action(operation: &str) -> &str {
    match operation {
        "ListBuckets" => "ListAllMyBuckets",
        "HeadBucket" | "ListObjects" | "ListObjectsV2" => "ListBucket",
        "GetBucketCors" => "GetBucketCORS",
        "GetBucketEncryption" => "GetEncryptionConfiguration",
        "GetBucketLifecycleConfiguration" => "GetLifecycleConfiguration",
        "GetBucketNotificationConfiguration" => "GetBucketNotification",
        "GetBucketReplication" => "GetReplicationConfiguration",
        "GetObjectLockConfiguration" => "GetBucketObjectLockConfiguration",
        "GetPublicAccessBlock" => "GetBucketPublicAccessBlock",
        other => other,
    }
}

fn s3_control_action(operation: &str) -> &str {
    match operation {
        "GetPublicAccessBlock" => "GetAccountPublicAccessBlock",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_named_as_in_policies() {
        assert_eq!(Service::Ec2.action("DescribeVolumes"), "ec2:DescribeVolumes");
        assert_eq!(Service::S3.action("ListBuckets"), "s3:ListAllMyBuckets");
        assert_eq!(Service::S3.action("GetBucketAcl"), "s3:GetBucketAcl");
        assert_eq!(Service::S3.action("GetPublicAccessBlock"), "s3:GetBucketPublicAccessBlock");
        assert_eq!(Service::S3Control.action("GetPublicAccessBlock"), "s3:GetAccountPublicAccessBlock");
    }
}
