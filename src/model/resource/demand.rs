//! How many calls of an API action it takes to list resources, or to read their facets.
//!
//! Before a scan this says about how many calls it will make. It is a forecast: which calls are made only the collectors decide.

/// What the number of calls of an action follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// Called only where another answer leaves something out.
    Seldom,
    /// One call, or a page after the other with so many resources, answers for the whole account.
    Account(u64),
    /// One call, or a page after the other with so many resources, answers for all resources of a region.
    Region(u64),
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
    "rds:DescribeDBClusterParameters",
    "rds:DescribeDBClusterSnapshotAttributes",
    "rds:DescribeDBParameters",
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

/// Buckets are listed once for all regions, and the list says where each lives; with the resources on a page (S3 API reference).
const OF_ACCOUNT: &[(&str, u64)] = &[("s3:ListAllMyBuckets", 1_000), ("s3:ListMultiRegionAccessPoints", 100)];

/// One answer tells everything.
const WHOLE: u64 = u64::MAX;

/// Actions that answer for all resources of a region, with the resources on a page: those that the collectors ask for, which are the most
/// that each API gives (its reference, "MaxResults", "MaxItems" or "Limit"). Sorted.
const OF_MANY: &[(&str, u64)] = &[
    ("access-analyzer:ListAnalyzers", 100),
    ("account:GetAlternateContact", WHOLE),
    ("account:GetContactInformation", WHOLE),
    ("acm:ListCertificates", 1_000),
    ("apigateway:GET", 500),
    ("application-autoscaling:DescribeScalableTargets", 100),
    ("autoscaling:DescribeAutoScalingGroups", 100),
    ("autoscaling:DescribeLaunchConfigurations", 100),
    ("backup:DescribeRegionSettings", WHOLE),
    ("backup:GetBackupSelection", WHOLE),
    ("backup:ListBackupPlans", 1_000),
    ("backup:ListBackupSelections", 1_000),
    ("cloudfront:ListDistributions", 100),
    ("cloudtrail:DescribeTrails", WHOLE),
    ("cloudtrail:LookupEvents", 50),
    ("cloudwatch:DescribeAlarms", 100),
    ("config:DescribeConfigurationAggregators", 100),
    ("config:DescribeConfigurationRecorderStatus", WHOLE),
    ("config:DescribeConfigurationRecorders", WHOLE),
    ("dax:DescribeClusters", 100),
    ("dynamodb:ListTables", 100),
    ("dynamodb:ListTagsOfResource", 100),
    ("ec2:DescribeAddresses", WHOLE),
    ("ec2:DescribeClientVpnEndpoints", 1_000),
    ("ec2:DescribeFlowLogs", 1_000),
    ("ec2:DescribeImages", 1_000),
    ("ec2:DescribeInstances", 1_000),
    ("ec2:DescribeInternetGateways", 1_000),
    ("ec2:DescribeKeyPairs", WHOLE),
    ("ec2:DescribeLaunchTemplates", 200),
    ("ec2:DescribeNatGateways", 1_000),
    ("ec2:DescribeNetworkAcls", 1_000),
    ("ec2:DescribeNetworkInterfaces", 1_000),
    ("ec2:DescribeRegions", WHOLE),
    ("ec2:DescribeRouteTables", 100),
    ("ec2:DescribeSecurityGroups", 1_000),
    ("ec2:DescribeSnapshots", 1_000),
    ("ec2:DescribeSubnets", 1_000),
    ("ec2:DescribeTransitGateways", 1_000),
    ("ec2:DescribeVolumes", 1_000),
    ("ec2:DescribeVpcEndpointServiceConfigurations", 1_000),
    ("ec2:DescribeVpcEndpoints", 1_000),
    ("ec2:DescribeVpcPeeringConnections", 1_000),
    ("ec2:DescribeVpcs", 1_000),
    ("ec2:DescribeVpnConnections", WHOLE),
    ("ec2:GetEbsEncryptionByDefault", WHOLE),
    ("ec2:GetImageBlockPublicAccessState", WHOLE),
    ("ec2:GetInstanceMetadataDefaults", WHOLE),
    ("ec2:GetManagedPrefixListEntries", 100),
    ("ec2:GetSnapshotBlockPublicAccessState", WHOLE),
    ("ecr:DescribeRepositories", 1_000),
    ("ecr:GetRegistryScanningConfiguration", WHOLE),
    ("eks:ListClusters", 100),
    ("elasticfilesystem:DescribeAccessPoints", 100),
    ("elasticfilesystem:DescribeFileSystems", 100),
    ("elasticloadbalancing:DescribeLoadBalancers", 400),
    ("events:ListEndpoints", 100),
    ("events:ListEventBuses", 100),
    ("glacier:ListVaults", 100),
    ("guardduty:DescribeOrganizationConfiguration", WHOLE),
    ("guardduty:GetAdministratorAccount", WHOLE),
    ("guardduty:GetDetector", WHOLE),
    ("guardduty:ListDetectors", 50),
    ("guardduty:ListFindings", 50),
    ("guardduty:ListMembers", 50),
    ("guardduty:ListOrganizationAdminAccounts", 50),
    ("iam:GenerateCredentialReport", WHOLE),
    ("iam:GetAccountAuthorizationDetails", 1_000),
    ("iam:GetAccountPasswordPolicy", WHOLE),
    ("iam:GetAccountSummary", WHOLE),
    ("iam:GetCredentialReport", WHOLE),
    ("iam:ListOrganizationsFeatures", WHOLE),
    ("iam:ListSAMLProviders", WHOLE),
    ("iam:ListServerCertificates", 1_000),
    ("iam:ListVirtualMFADevices", 1_000),
    ("kms:ListKeys", 1_000),
    ("lambda:ListFunctions", 50),
    ("logs:DescribeDeliveries", 50),
    ("logs:DescribeDeliverySources", 50),
    ("logs:DescribeLogGroups", 50),
    ("logs:DescribeMetricFilters", 50),
    ("logs:DescribeResourcePolicies", 50),
    ("macie2:GetAutomatedDiscoveryConfiguration", WHOLE),
    ("macie2:GetMacieSession", WHOLE),
    ("organizations:DescribeOrganization", WHOLE),
    ("organizations:DescribePolicy", WHOLE),
    ("organizations:ListDelegatedAdministrators", 20),
    ("organizations:ListPolicies", 20),
    ("organizations:ListTargetsForPolicy", 20),
    ("rds:DescribeCertificates", 100),
    ("rds:DescribeDBClusterSnapshots", 100),
    ("rds:DescribeDBClusters", 100),
    ("rds:DescribeDBEngineVersions", 100),
    ("rds:DescribeDBInstances", 100),
    ("rds:DescribeDBSnapshots", 100),
    ("rds:DescribeEventSubscriptions", 100),
    ("s3:GetAccountPublicAccessBlock", WHOLE),
    ("s3:ListAccessPoints", 1_000),
    ("secretsmanager:ListSecrets", 100),
    ("securityhub:DescribeHub", WHOLE),
    ("securityhub:DescribeOrganizationConfiguration", WHOLE),
    ("securityhub:GetEnabledStandards", 100),
    ("securityhub:ListEnabledProductsForImport", 100),
    ("securityhub:ListOrganizationAdminAccounts", 10),
    ("sns:ListTopics", 100),
    ("sqs:ListQueues", 1_000),
    ("ssm:DescribeInstanceInformation", 50),
    ("ssm:ListDocuments", 50),
    ("ssm:ListResourceComplianceSummaries", 50),
    ("sts:GetCallerIdentity", WHOLE),
    ("wafv2:ListResourcesForWebACL", 100),
    ("wafv2:ListWebACLs", 100),
];

/// Actions that are called again for one purpose, a facet or a resource type, because they are asked something else for it.
const APART: &[(&str, &str)] = &[
    ("ec2:DescribeImages", "source_image"),
    ("ec2:DescribeSnapshots", "sharing"),
    ("elasticloadbalancing:DescribeLoadBalancers", "aws.elb.load_balancer"),
    ("iam:GetAccountAuthorizationDetails", "aws.iam.aws_policy"),
];

/// Called where the list of buckets names no region.
const SELDOM: &[&str] = &["s3:GetBucketLocation"];

/// Repositories that one BatchGetRepositoryScanningConfiguration answers for (ECR API reference: 25).
const BATCHES: &[(&str, u64)] = &[("ecr:BatchGetRepositoryScanningConfiguration", 25)];

/// What the number of an action's calls follows; an action that stands in no table is taken to answer for a region in pages of a hundred.
#[must_use]
pub fn of(action: &str) -> Demand {
    listed(action).unwrap_or(Demand::Region(100))
}

fn listed(action: &str) -> Option<Demand> {
    let paged = |table: &[(&str, u64)]| table.iter().find(|(one, _)| *one == action).map(|(_, size)| *size);
    let owner = || OF_OWNERS.iter().find(|(one, _)| *one == action).map(|(_, owner)| Demand::Owner(owner));
    let single = || OF_ONE.contains(&action).then_some(Demand::Resource);
    let seldom = || SELDOM.contains(&action).then_some(Demand::Seldom);
    let of_account = || paged(OF_ACCOUNT).map(Demand::Account);
    paged(OF_MANY)
        .map(Demand::Region)
        .or_else(single)
        .or_else(owner)
        .or_else(seldom)
        .or_else(of_account)
        .or_else(|| paged(BATCHES).map(Demand::Batch))
}

impl Demand {
    /// The calls that so many resources take; `owners` tells how many there are of another type.
    #[must_use]
    pub fn calls(self, found: u64, owners: impl FnOnce(&str) -> u64) -> u64 {
        match self {
            Self::Seldom => 0,
            Self::Account(page) | Self::Region(page) => found.div_ceil(page).max(1),
            Self::Resource => found,
            Self::Owner(owner) => owners(owner),
            Self::Batch(size) => found.div_ceil(size),
        }
    }
}

/// The purpose that an action is called for a time of its own, of the facet or resource type that needs it; empty where all share a call.
#[must_use]
pub fn purpose(action: &str, needed_for: &str) -> &'static str {
    APART.iter().find(|(one, purpose)| *one == action && *purpose == needed_for).map_or("", |(_, purpose)| purpose)
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
    use crate::model::resource::{AWS, CHANGE_ACTIONS, SCAN_ACTIONS, by_name};

    fn known() -> BTreeSet<&'static str> {
        let facets = AWS.iter().flat_map(|one| one.facets).flat_map(|facet| facet.actions);
        let of_all = SCAN_ACTIONS.iter().chain(CHANGE_ACTIONS);
        AWS.iter().flat_map(|one| one.list_actions).chain(facets).chain(of_all).copied().collect()
    }

    #[test]
    fn every_action_that_a_scan_may_call_stands_in_one_of_the_tables_and_no_other_one() {
        let tables: [Vec<&str>; 6] = [
            OF_MANY.iter().map(|(action, _)| *action).collect(),
            OF_ONE.to_vec(),
            OF_OWNERS.iter().map(|(action, _)| *action).collect(),
            OF_ACCOUNT.iter().map(|(action, _)| *action).collect(),
            SELDOM.to_vec(),
            BATCHES.iter().map(|(action, _)| *action).collect(),
        ];
        assert!(tables.iter().all(|table| table.is_sorted()));
        let mut listed: Vec<&str> = tables.into_iter().flatten().collect();
        listed.sort_unstable();
        let known: Vec<&str> = known().into_iter().collect();
        assert_eq!(listed, known, "an action needs a line that says how many calls of it are made");
        assert!(OF_OWNERS.iter().all(|(_, owner)| by_name(owner).is_some()));
        for (action, purpose) in APART {
            let facets = || AWS.iter().flat_map(|one| one.facets);
            let needs_it = facets().any(|facet| facet.name == *purpose && facet.actions.contains(action));
            assert!(needs_it || by_name(purpose).is_some_and(|one| one.list_actions.contains(action)), "{action} {purpose}");
        }
    }

    #[test]
    fn an_action_answers_for_one_for_many_or_for_all() {
        assert_eq!(of("s3:GetBucketAcl"), Demand::Resource);
        assert_eq!(of("ec2:DescribeVolumes"), Demand::Region(1_000));
        assert_eq!(of("lambda:ListFunctions"), Demand::Region(50));
        assert_eq!(of("s3:ListAllMyBuckets"), Demand::Account(1_000));
        assert_eq!(of("eks:ListAddons"), Demand::Owner("aws.eks.cluster"));
        assert_eq!(of("ecr:BatchGetRepositoryScanningConfiguration"), Demand::Batch(25));
        assert_eq!(purpose("ec2:DescribeSnapshots", "sharing"), "sharing");
        assert_eq!(purpose("ec2:DescribeSnapshots", "snapshots"), "");
    }

    #[test]
    fn the_calls_follow_the_resources() {
        let calls = |action: &str, found| of(action).calls(found, |owner| if owner == "aws.eks.cluster" { 3 } else { 0 });
        assert_eq!([0, 1, 50, 51].map(|found| calls("lambda:ListFunctions", found)), [1, 1, 1, 2]);
        assert_eq!([0, 7].map(|found| calls("s3:GetBucketAcl", found)), [0, 7]);
        assert_eq!([0, 26].map(|found| calls("ecr:BatchGetRepositoryScanningConfiguration", found)), [0, 2]);
        assert_eq!((calls("eks:ListAddons", 9), calls("s3:GetBucketLocation", 9)), (3, 0));
        assert_eq!(calls("iam:GetCredentialReport", 50_000), 1);
    }
}
