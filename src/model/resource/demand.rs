//! How many calls of an API action it takes to list resources, or to read their facets.
//!
//! Before a scan this says about how many calls it will make. It is a forecast: which calls are made only the collectors decide.

/// What the number of calls of an action follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// Called only where another answer leaves something out.
    Seldom,
    /// One call, or a page after the other, answers for the whole account.
    Account,
    /// One call, or a page after the other, answers for all resources of a region.
    Region,
    /// A call for each resource that is looked at.
    Resource,
    /// A call for each resource of another type, the one that they belong to.
    Owner(&'static str),
    /// One call answers for so many resources.
    Batch(u64),
}

/// Actions that answer for one resource at a time. Sorted.
const OF_ONE: &[&str] = &[
    "access-analyzer:ListFindings",
    "acm:DescribeCertificate",
    "cloudfront:GetDistributionConfig",
    "dynamodb:DescribeContinuousBackups",
    "dynamodb:DescribeTable",
    "dynamodb:GetResourcePolicy",
    "ec2:DescribeInstanceAttribute",
    "ec2:DescribeLaunchTemplateVersions",
    "ec2:DescribeVpcEndpointServicePermissions",
    "ecr:DescribeImageScanFindings",
    "ecr:DescribeImages",
    "ecr:GetLifecyclePolicy",
    "ecr:GetRepositoryPolicy",
    "eks:DescribeAddon",
    "eks:DescribeCluster",
    "eks:DescribeNodegroup",
    "elasticfilesystem:DescribeBackupPolicy",
    "elasticfilesystem:DescribeFileSystemPolicy",
    "elasticfilesystem:DescribeMountTargets",
    "elasticloadbalancing:DescribeListeners",
    "elasticloadbalancing:DescribeLoadBalancerAttributes",
    "elasticloadbalancing:DescribeLoadBalancerPolicies",
    "elasticloadbalancing:DescribeRules",
    "glacier:GetVaultAccessPolicy",
    "iam:GenerateServiceLastAccessedDetails",
    "iam:GetServiceLastAccessedDetails",
    "kms:DescribeKey",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "lambda:GetFunctionUrlConfig",
    "lambda:GetPolicy",
    "lambda:ListFunctionUrlConfigs",
    "rds:DescribeDBClusterSnapshotAttributes",
    "rds:DescribeDBSnapshotAttributes",
    "s3:GetAccessPoint",
    "s3:GetBucketAcl",
    "s3:GetBucketLogging",
    "s3:GetBucketNotification",
    "s3:GetBucketObjectLockConfiguration",
    "s3:GetBucketOwnershipControls",
    "s3:GetBucketPolicy",
    "s3:GetBucketPolicyStatus",
    "s3:GetBucketPublicAccessBlock",
    "s3:GetBucketVersioning",
    "s3:GetEncryptionConfiguration",
    "s3:GetLifecycleConfiguration",
    "s3:GetReplicationConfiguration",
    "secretsmanager:GetResourcePolicy",
    "sns:GetTopicAttributes",
    "sqs:GetQueueAttributes",
    "ssm:DescribeDocumentPermission",
    "ssm:GetDocument",
];

/// Actions that are called for each resource that others belong to. Sorted.
const OF_OWNERS: &[(&str, &str)] = &[
    ("cloudtrail:GetEventSelectors", "aws.cloudtrail.trail"),
    ("cloudtrail:GetInsightSelectors", "aws.cloudtrail.trail"),
    ("cloudtrail:GetTrailStatus", "aws.cloudtrail.trail"),
    ("eks:ListAddons", "aws.eks.cluster"),
    ("eks:ListNodegroups", "aws.eks.cluster"),
    ("sns:ListSubscriptionsByTopic", "aws.sns.topic"),
];

/// Buckets are listed once for all regions, and the list says where each lives.
const OF_ACCOUNT: &[&str] = &["s3:ListAllMyBuckets", "s3:ListMultiRegionAccessPoints"];

/// Called where the list of buckets names no region.
const SELDOM: &[&str] = &["s3:GetBucketLocation"];

/// Repositories that one BatchGetRepositoryScanningConfiguration answers for (ECR API reference: 25).
const BATCHES: &[(&str, u64)] = &[("ecr:BatchGetRepositoryScanningConfiguration", 25)];

/// What the number of an action's calls follows.
#[must_use]
pub fn of(action: &str) -> Demand {
    if OF_ONE.binary_search(&action).is_ok() {
        return Demand::Resource;
    }
    if let Some((_, owner)) = OF_OWNERS.iter().find(|(one, _)| *one == action) {
        return Demand::Owner(owner);
    }
    if let Some((_, size)) = BATCHES.iter().find(|(one, _)| *one == action) {
        return Demand::Batch(*size);
    }
    match action {
        _ if SELDOM.contains(&action) => Demand::Seldom,
        _ if OF_ACCOUNT.contains(&action) => Demand::Account,
        _ => Demand::Region,
    }
}

/// How many resources a page of an action's answer carries: EC2's and IAM's largest pages have 1,000; the others give about 100.
#[must_use]
pub fn page_size(action: &str) -> u64 {
    match action.split(':').next() {
        Some("ec2" | "iam" | "kms" | "s3") => 1_000,
        _ => 100,
    }
}

/// About how many resources of a type a region has of which nothing is known: the account of a small team.
#[must_use]
pub fn assumed(resource_type: &super::ResourceType) -> u64 {
    match (resource_type.nature, resource_type.name) {
        (super::Nature::Setting, _) => 1,
        (_, "aws.iam.role" | "aws.iam.policy" | "aws.iam.inline_policy" | "aws.iam.aws_policy") => 60,
        (_, "aws.cloudwatch.log_group" | "aws.ec2.security_group" | "aws.ec2.snapshot" | "aws.iam.user") => 20,
        (_, "aws.s3.bucket" | "aws.s3.bucket_name" | "aws.lambda.function" | "aws.ec2.instance" | "aws.ec2.volume") => 5,
        (_, "aws.ec2.subnet" | "aws.ec2.route_table" | "aws.kms.key" | "aws.secretsmanager.secret") => 4,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::resource::{AWS, by_name};

    #[test]
    fn every_action_of_the_tables_is_one_that_a_scan_may_call() {
        let facets = AWS.iter().flat_map(|one| one.facets).flat_map(|facet| facet.actions);
        let known: BTreeSet<&str> = AWS.iter().flat_map(|one| one.list_actions).chain(facets).copied().collect();
        let owned = OF_OWNERS.iter().map(|(action, _)| *action);
        let batched = BATCHES.iter().map(|(action, _)| *action);
        for action in OF_ONE.iter().chain(OF_ACCOUNT).chain(SELDOM).copied().chain(owned).chain(batched) {
            assert!(known.contains(action), "{action}");
        }
        assert!(OF_ONE.is_sorted());
        assert!(OF_OWNERS.iter().all(|(_, owner)| by_name(owner).is_some()));
    }

    #[test]
    fn an_action_answers_for_one_for_many_or_for_all() {
        assert_eq!(of("s3:GetBucketAcl"), Demand::Resource);
        assert_eq!(of("ec2:DescribeVolumes"), Demand::Region);
        assert_eq!(of("s3:ListAllMyBuckets"), Demand::Account);
        assert_eq!(of("eks:ListAddons"), Demand::Owner("aws.eks.cluster"));
        assert_eq!(of("ecr:BatchGetRepositoryScanningConfiguration"), Demand::Batch(25));
    }
}
