//! The services that are called, and how the SDK's operations are called in IAM policies.

/// A service with its own client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Service {
    /// IAM Access Analyzer.
    AccessAnalyzer,
    /// AWS Account Management.
    Account,
    /// AWS Certificate Manager.
    Acm,
    /// Amazon API Gateway, REST APIs.
    ApiGateway,
    /// Amazon API Gateway, HTTP and WebSocket APIs.
    ApiGatewayV2,
    /// Application Auto Scaling.
    ApplicationAutoScaling,
    /// EC2 Auto Scaling.
    AutoScaling,
    /// AWS Backup.
    Backup,
    /// Amazon CloudFront.
    CloudFront,
    /// AWS CloudTrail.
    CloudTrail,
    /// Amazon CloudWatch.
    CloudWatch,
    /// AWS Config.
    Config,
    /// DynamoDB Accelerator.
    Dax,
    /// Amazon DynamoDB.
    DynamoDb,
    /// Amazon EC2 with VPC and EBS.
    Ec2,
    /// Amazon ECR.
    Ecr,
    /// Amazon EFS.
    Efs,
    /// Amazon EKS.
    Eks,
    /// Classic Load Balancers.
    Elb,
    /// Application, Network and Gateway Load Balancers.
    ElbV2,
    /// Amazon EventBridge.
    EventBridge,
    /// Amazon S3 Glacier.
    Glacier,
    /// Amazon GuardDuty.
    GuardDuty,
    /// AWS IAM.
    Iam,
    /// AWS KMS.
    Kms,
    /// AWS Lambda.
    Lambda,
    /// Amazon CloudWatch Logs.
    Logs,
    /// Amazon Macie.
    Macie,
    /// AWS Organizations.
    Organizations,
    /// Amazon RDS.
    Rds,
    /// Amazon S3.
    S3,
    /// Amazon S3 Control: the account's own S3 settings and access points.
    S3Control,
    /// AWS Secrets Manager.
    SecretsManager,
    /// AWS Security Hub.
    SecurityHub,
    /// Amazon SNS.
    Sns,
    /// Amazon SQS.
    Sqs,
    /// AWS Systems Manager.
    Ssm,
    /// AWS STS.
    Sts,
    /// AWS WAF.
    Waf,
}

impl Service {
    /// The prefix of its actions in IAM policies.
    #[must_use]
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::AccessAnalyzer => "access-analyzer",
            Self::Account => "account",
            Self::Acm => "acm",
            Self::ApiGateway | Self::ApiGatewayV2 => "apigateway",
            Self::ApplicationAutoScaling => "application-autoscaling",
            Self::AutoScaling => "autoscaling",
            Self::Backup => "backup",
            Self::CloudFront => "cloudfront",
            Self::CloudTrail => "cloudtrail",
            Self::CloudWatch => "cloudwatch",
            Self::Config => "config",
            Self::Dax => "dax",
            Self::DynamoDb => "dynamodb",
            Self::Ec2 => "ec2",
            Self::Ecr => "ecr",
            Self::Efs => "elasticfilesystem",
            Self::Eks => "eks",
            Self::Elb | Self::ElbV2 => "elasticloadbalancing",
            Self::EventBridge => "events",
            Self::Glacier => "glacier",
            Self::GuardDuty => "guardduty",
            Self::Iam => "iam",
            Self::Kms => "kms",
            Self::Lambda => "lambda",
            Self::Logs => "logs",
            Self::Macie => "macie2",
            Self::Organizations => "organizations",
            Self::Rds => "rds",
            Self::S3 | Self::S3Control => "s3",
            Self::SecretsManager => "secretsmanager",
            Self::SecurityHub => "securityhub",
            Self::Sns => "sns",
            Self::Sqs => "sqs",
            Self::Ssm => "ssm",
            Self::Sts => "sts",
            Self::Waf => "wafv2",
        }
    }

    /// The action that allows an operation, in IAM's spelling: `s3:ListAllMyBuckets` for `ListBuckets`.
    #[must_use]
    pub(super) fn action(self, operation: &str) -> String {
        let action = match self {
            Self::S3 => s3_action(operation),
            Self::S3Control => s3_control_action(operation),
            // "Actions, resources, and condition keys for Amazon API Gateway Management": actions are HTTP's methods.
            Self::ApiGateway | Self::ApiGatewayV2 if operation.starts_with("Get") => "GET",
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
