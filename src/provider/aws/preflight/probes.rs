//! One cheap read for each action that can be called without naming a resource: the smallest page there is, and nothing is kept of it.

use std::error::Error;

use aws_sdk_account::types::AlternateContactType;
use aws_sdk_applicationautoscaling::types::ServiceNamespace;
use aws_sdk_ssm::types::DocumentKeyValuesFilter;
use aws_sdk_wafv2::types::Scope;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::super::collect;
use super::super::errors::{code, gap_of_listed, is_absent};
use super::super::session::Session;
use super::apigateway;
use crate::model::{Gap, GapKind};

/// What a service says to a read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply {
    /// It answered, or said something of the account: permission was not what was missing.
    Granted,
    /// It denied the call, in these words.
    Denied(String),
    /// Neither; what happened instead.
    Undecided(String),
}

/// Codes of errors that say something of the account's state, which is told only to those who may ask: Security Hub is off; there is no
/// credential report yet; the organisation is another account's to manage, or has not all features. Each from the service's API reference.
const TELLING: &[&str] = &[
    "AccountNotManagementOrDelegatedAdministratorException",
    "InvalidAccessException",
    "OrganizationNotFoundException",
    "OrganizationNotInAllFeaturesModeException",
    "ReportExpired",
    "ReportInProgress",
    "ReportNotPresent",
    "ServiceAccessNotEnabledException",
];

/// Whether the caller may call an action in a region, as the service says; `None` where it is not called to ask.
pub(super) async fn ask(session: &Session, action: &'static str, region: &str) -> Option<Reply> {
    match action {
        "apigateway:GET" => Some(apigateway::ask(session, region).await),
        // Macie tells that it is off in the code of a missing permission: the collector knows its words.
        "macie2:GetMacieSession" => Some(judged(collect::macie_status(session, region).await)),
        "organizations:DescribeOrganization" => {
            let organization = collect::organization(session).await;
            Some(judged(organization.map(drop)))
        }
        _ => read(session, action, region).await,
    }
}

/// Actions that some accounts of an organisation, or some states of a service, are denied whatever their permissions.
const FOR_SOME_ONLY: &[&str] = &[
    "guardduty:ListOrganizationAdminAccounts",
    "macie2:GetAutomatedDiscoveryConfiguration",
    "organizations:ListDelegatedAdministrators",
    "organizations:ListPolicies",
    "securityhub:DescribeOrganizationConfiguration",
    "securityhub:ListOrganizationAdminAccounts",
];

/// Actions that make IAM compute a report.
const COMPUTING: &[&str] = &["iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails"];

/// Why an action is not called to ask.
pub(super) fn unasked(action: &str) -> &'static str {
    if COMPUTING.contains(&action) {
        "it is not called because it makes AWS compute a report"
    } else if FOR_SOME_ONLY.contains(&action) {
        "it is not called because AWS denies it to some accounts whatever their permissions"
    } else {
        "it cannot be called without a resource to name"
    }
}

/// Declares the reads: the action, and the client with the request.
macro_rules! reads {
    ($session:ident; $($action:literal { $client:ident $($request:tt)+ })+) => {
        /// The actions that are asked in no way of their own.
        #[cfg(test)]
        const PLAIN: &[&str] = &[$($action),+];

        async fn read($session: &Session, action: &'static str, region: &str) -> Option<Reply> {
            match action {
                $($action => {
                    // Boxed: an SDK's request is a large future, and the largest would stand for all.
                    let answer = Box::pin($session.$client(region) $($request)+ .send()).await;
                    Some(reply(action, region, answer))
                })+
                _ => None,
            }
        }
    };
}

reads! {
    session;
    "access-analyzer:ListAnalyzers" { accessanalyzer.list_analyzers().max_results(1) }
    "account:GetAlternateContact" { account_management.get_alternate_contact().alternate_contact_type(AlternateContactType::Security) }
    "account:GetContactInformation" { account_management.get_contact_information() }
    "acm:ListCertificates" { acm.list_certificates().max_items(1) }
    "application-autoscaling:DescribeScalableTargets" { application_autoscaling.describe_scalable_targets().service_namespace(ServiceNamespace::Dynamodb).max_results(1) }
    "autoscaling:DescribeAutoScalingGroups" { autoscaling.describe_auto_scaling_groups().max_records(1) }
    "autoscaling:DescribeLaunchConfigurations" { autoscaling.describe_launch_configurations().max_records(1) }
    "backup:DescribeRegionSettings" { backup.describe_region_settings() }
    "backup:ListBackupPlans" { backup.list_backup_plans().max_results(1) }
    "cloudfront:ListDistributions" { cloudfront.list_distributions().max_items(1) }
    "cloudtrail:DescribeTrails" { cloudtrail.describe_trails().include_shadow_trails(false) }
    "cloudtrail:LookupEvents" { cloudtrail.lookup_events().max_results(1) }
    "cloudwatch:DescribeAlarms" { cloudwatch.describe_alarms().max_records(1) }
    "config:DescribeConfigurationAggregators" { config.describe_configuration_aggregators().limit(1) }
    "config:DescribeConfigurationRecorderStatus" { config.describe_configuration_recorder_status() }
    "config:DescribeConfigurationRecorders" { config.describe_configuration_recorders() }
    "dax:DescribeClusters" { dax.describe_clusters().max_results(20) }
    "dynamodb:ListTables" { dynamodb.list_tables().limit(1) }
    "ec2:DescribeAddresses" { ec2.describe_addresses() }
    "ec2:DescribeClientVpnEndpoints" { ec2.describe_client_vpn_endpoints().max_results(5) }
    "ec2:DescribeFlowLogs" { ec2.describe_flow_logs().max_results(5) }
    "ec2:DescribeImages" { ec2.describe_images().owners("self").max_results(5) }
    "ec2:DescribeInstances" { ec2.describe_instances().max_results(5) }
    "ec2:DescribeInternetGateways" { ec2.describe_internet_gateways().max_results(5) }
    "ec2:DescribeKeyPairs" { ec2.describe_key_pairs() }
    "ec2:DescribeLaunchTemplateVersions" { ec2.describe_launch_template_versions().versions("$Latest").max_results(5) }
    "ec2:DescribeLaunchTemplates" { ec2.describe_launch_templates().max_results(5) }
    "ec2:DescribeNatGateways" { ec2.describe_nat_gateways().max_results(5) }
    "ec2:DescribeNetworkAcls" { ec2.describe_network_acls().max_results(5) }
    "ec2:DescribeNetworkInterfaces" { ec2.describe_network_interfaces().max_results(5) }
    "ec2:DescribeRegions" { ec2.describe_regions() }
    "ec2:DescribeRouteTables" { ec2.describe_route_tables().max_results(5) }
    "ec2:DescribeSecurityGroups" { ec2.describe_security_groups().max_results(5) }
    "ec2:DescribeSnapshots" { ec2.describe_snapshots().owner_ids("self").max_results(5) }
    "ec2:DescribeSubnets" { ec2.describe_subnets().max_results(5) }
    "ec2:DescribeTransitGateways" { ec2.describe_transit_gateways().max_results(5) }
    "ec2:DescribeVolumes" { ec2.describe_volumes().max_results(5) }
    "ec2:DescribeVpcEndpointServiceConfigurations" { ec2.describe_vpc_endpoint_service_configurations().max_results(5) }
    "ec2:DescribeVpcEndpoints" { ec2.describe_vpc_endpoints().max_results(5) }
    "ec2:DescribeVpcPeeringConnections" { ec2.describe_vpc_peering_connections().max_results(5) }
    "ec2:DescribeVpcs" { ec2.describe_vpcs().max_results(5) }
    "ec2:DescribeVpnConnections" { ec2.describe_vpn_connections() }
    "ec2:GetEbsEncryptionByDefault" { ec2.get_ebs_encryption_by_default() }
    "ec2:GetImageBlockPublicAccessState" { ec2.get_image_block_public_access_state() }
    "ec2:GetInstanceMetadataDefaults" { ec2.get_instance_metadata_defaults() }
    "ec2:GetSnapshotBlockPublicAccessState" { ec2.get_snapshot_block_public_access_state() }
    "ecr:DescribeRepositories" { ecr.describe_repositories().max_results(1) }
    "ecr:GetRegistryScanningConfiguration" { ecr.get_registry_scanning_configuration() }
    "eks:ListClusters" { eks.list_clusters().max_results(1) }
    "elasticfilesystem:DescribeAccessPoints" { efs.describe_access_points().max_results(1) }
    "elasticfilesystem:DescribeFileSystems" { efs.describe_file_systems().max_items(1) }
    "elasticloadbalancing:DescribeLoadBalancers" { elbv2.describe_load_balancers().page_size(1) }
    "events:ListEndpoints" { eventbridge.list_endpoints().max_results(1) }
    "events:ListEventBuses" { eventbridge.list_event_buses().limit(1) }
    "glacier:ListVaults" { glacier.list_vaults().account_id("-").limit(1) }
    "guardduty:ListDetectors" { guardduty.list_detectors().max_results(1) }
    "iam:GetAccountAuthorizationDetails" { iam.get_account_authorization_details().max_items(1) }
    "iam:GetAccountPasswordPolicy" { iam.get_account_password_policy() }
    "iam:GetAccountSummary" { iam.get_account_summary() }
    "iam:GetCredentialReport" { iam.get_credential_report() }
    "iam:ListOrganizationsFeatures" { iam.list_organizations_features() }
    "iam:ListSAMLProviders" { iam.list_saml_providers() }
    "iam:ListServerCertificates" { iam.list_server_certificates().max_items(1) }
    "iam:ListVirtualMFADevices" { iam.list_virtual_mfa_devices().max_items(1) }
    "kms:ListKeys" { kms.list_keys().limit(1) }
    "lambda:ListFunctions" { lambda.list_functions().max_items(1) }
    "logs:DescribeDeliveries" { logs.describe_deliveries().limit(1) }
    "logs:DescribeDeliverySources" { logs.describe_delivery_sources().limit(1) }
    "logs:DescribeLogGroups" { logs.describe_log_groups().limit(1) }
    "logs:DescribeMetricFilters" { logs.describe_metric_filters().limit(1) }
    "logs:DescribeResourcePolicies" { logs.describe_resource_policies().limit(1) }
    "rds:DescribeCertificates" { rds.describe_certificates().max_records(20) }
    "rds:DescribeDBClusterSnapshots" { rds.describe_db_cluster_snapshots().max_records(20) }
    "rds:DescribeDBClusters" { rds.describe_db_clusters().max_records(20) }
    "rds:DescribeDBEngineVersions" { rds.describe_db_engine_versions().max_records(20) }
    "rds:DescribeDBInstances" { rds.describe_db_instances().max_records(20) }
    "rds:DescribeDBSnapshots" { rds.describe_db_snapshots().max_records(20) }
    "rds:DescribeEventSubscriptions" { rds.describe_event_subscriptions().max_records(20) }
    "s3:GetAccountPublicAccessBlock" { s3control.get_public_access_block().account_id(&session.account().id) }
    "s3:ListAccessPoints" { s3control.list_access_points().account_id(&session.account().id).max_results(1) }
    "s3:ListAllMyBuckets" { s3.list_buckets().max_buckets(1) }
    "s3:ListMultiRegionAccessPoints" { s3control.list_multi_region_access_points().account_id(&session.account().id).max_results(1) }
    "secretsmanager:ListSecrets" { secretsmanager.list_secrets().max_results(1) }
    "securityhub:DescribeHub" { securityhub.describe_hub() }
    "securityhub:GetEnabledStandards" { securityhub.get_enabled_standards().max_results(1) }
    "securityhub:ListEnabledProductsForImport" { securityhub.list_enabled_products_for_import().max_results(1) }
    "sns:ListTopics" { sns.list_topics() }
    "sqs:ListQueues" { sqs.list_queues().max_results(1) }
    "ssm:DescribeInstanceInformation" { ssm.describe_instance_information().max_results(5) }
    "ssm:ListDocuments" { ssm.list_documents().filters(DocumentKeyValuesFilter::builder().key("Owner").values("Self").build()).max_results(1) }
    "ssm:ListResourceComplianceSummaries" { ssm.list_resource_compliance_summaries().max_results(1) }
    "wafv2:ListWebACLs" { waf.list_web_acls().scope(Scope::Regional).limit(1) }
}

/// What the answer to a read says about permission.
pub(super) fn reply<T, E>(action: &str, region: &str, answer: Result<T, SdkError<E, HttpResponse>>) -> Reply
where
    E: ProvideErrorMetadata + Error + 'static,
{
    match answer {
        Err(error) if !is_absent(&error) && !code(&error).is_some_and(|code| TELLING.contains(&code)) => {
            judged::<()>(Err(gap_of_listed(action, region, &error)))
        }
        _ => Reply::Granted,
    }
}

/// What a gap says about permission: what is gone, nobody tells those who may not ask.
fn judged<T>(reading: Result<T, Gap>) -> Reply {
    match reading {
        Ok(_) => Reply::Granted,
        Err(gap) if gap.kind == GapKind::Gone => Reply::Granted,
        Err(gap) if gap.kind == GapKind::Denied => Reply::Denied(gap.detail),
        Err(gap) => Reply::Undecided(gap.sentence()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::{AWS, CHANGE_ACTIONS, ResourceType, SCAN_ACTIONS};
    use std::collections::BTreeSet;

    /// Actions with a way of their own to ask.
    const OWN: &[&str] = &["apigateway:GET", "macie2:GetMacieSession", "organizations:DescribeOrganization"];

    /// Actions that name a resource.
    const NAMING: &[&str] = &[
        "access-analyzer:ListFindings",
        "acm:DescribeCertificate",
        "backup:GetBackupSelection",
        "backup:ListBackupSelections",
        "cloudfront:GetDistributionConfig",
        "cloudtrail:GetEventSelectors",
        "cloudtrail:GetInsightSelectors",
        "cloudtrail:GetTrailStatus",
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeTable",
        "dynamodb:GetResourcePolicy",
        "dynamodb:ListTagsOfResource",
        "ec2:DescribeInstanceAttribute",
        "ec2:DescribeVpcEndpointServicePermissions",
        "ec2:GetManagedPrefixListEntries",
        "ecr:BatchGetRepositoryScanningConfiguration",
        "ecr:DescribeImageScanFindings",
        "ecr:DescribeImages",
        "ecr:GetLifecyclePolicy",
        "ecr:GetRepositoryPolicy",
        "eks:DescribeAddon",
        "eks:DescribeCluster",
        "eks:DescribeNodegroup",
        "eks:ListAddons",
        "eks:ListNodegroups",
        "elasticfilesystem:DescribeBackupPolicy",
        "elasticfilesystem:DescribeFileSystemPolicy",
        "elasticfilesystem:DescribeMountTargets",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancerPolicies",
        "elasticloadbalancing:DescribeRules",
        "glacier:GetVaultAccessPolicy",
        "guardduty:DescribeOrganizationConfiguration",
        "guardduty:GetAdministratorAccount",
        "guardduty:GetDetector",
        "guardduty:ListFindings",
        "guardduty:ListMembers",
        "iam:GetServiceLastAccessedDetails",
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "lambda:GetFunctionUrlConfig",
        "lambda:GetPolicy",
        "lambda:ListFunctionUrlConfigs",
        "organizations:DescribePolicy",
        "organizations:ListTargetsForPolicy",
        "rds:DescribeDBClusterParameters",
        "rds:DescribeDBClusterSnapshotAttributes",
        "rds:DescribeDBParameters",
        "rds:DescribeDBSnapshotAttributes",
        "s3:GetAccessPoint",
        "s3:GetBucketAcl",
        "s3:GetBucketLocation",
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
        "sns:ListSubscriptionsByTopic",
        "sqs:GetQueueAttributes",
        "ssm:DescribeDocumentPermission",
        "ssm:GetDocument",
        "wafv2:ListResourcesForWebACL",
    ];

    #[test]
    fn every_action_is_asked_or_has_its_reason_not_to_be() {
        let facets = |resource_type: &'static ResourceType| resource_type.facets.iter().flat_map(|facet| facet.actions);
        let declared = AWS.iter().flat_map(|resource_type| resource_type.list_actions.iter().chain(facets(resource_type)));
        let declared: BTreeSet<&str> = declared.chain(SCAN_ACTIONS).chain(CHANGE_ACTIONS).copied().collect();
        let ways = [PLAIN, OWN, NAMING, FOR_SOME_ONLY, COMPUTING].concat();
        let mut once = ways.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ways.len(), "an action stands in two lists");
        let told: BTreeSet<&str> = ways.into_iter().chain(["sts:GetCallerIdentity"]).collect();
        assert_eq!(declared.difference(&told).collect::<Vec<_>>(), Vec::<&&str>::new(), "no way to ask, and no reason why");
        assert_eq!(told.difference(&declared).collect::<Vec<_>>(), Vec::<&&str>::new(), "nothing calls it");
    }
}
