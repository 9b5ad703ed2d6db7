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

/// Whether the caller may call an action, as the service says; `None` where the action cannot be called without naming a resource.
pub(super) async fn ask(session: &Session, action: &'static str, region: &str) -> Option<Reply> {
    let place = place(action)?;
    let region = match place {
        Place::Region => region,
        Place::Global => session.global_region(),
        Place::Oregon => collect::multi_region_home(session)?,
    };
    match action {
        // Macie tells that it is off in the code of a missing permission: the collector knows its words.
        "macie2:GetMacieSession" => Some(judged(collect::macie_status(session, region).await)),
        "organizations:DescribeOrganization" => {
            let organization = collect::organization(session).await;
            Some(judged(organization.map(drop)))
        }
        _ => read(session, action, region).await,
    }
}

/// Whether an action is asked region by region.
pub(super) fn is_regional(action: &str) -> bool {
    place(action) == Some(Place::Region)
}

/// Where an action is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In every region of the scan.
    Region,
    /// In the region of global services.
    Global,
    /// Where S3 keeps what has no region ("Managing Multi-Region Access Points" in the Amazon S3 user guide).
    Oregon,
}

/// Declares the reads: the action, where it is called, and the client with the request.
macro_rules! reads {
    ($session:ident; $($action:literal $place:ident { $client:ident $($request:tt)+ })+) => {
        fn place(action: &str) -> Option<Place> {
            match action {
                $($action => Some(Place::$place),)+
                "macie2:GetMacieSession" => Some(Place::Region),
                "organizations:DescribeOrganization" => Some(Place::Global),
                _ => None,
            }
        }

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
    "access-analyzer:ListAnalyzers" Region { accessanalyzer.list_analyzers().max_results(1) }
    "account:GetAlternateContact" Global { account_management.get_alternate_contact().alternate_contact_type(AlternateContactType::Security) }
    "account:GetContactInformation" Global { account_management.get_contact_information() }
    "acm:ListCertificates" Region { acm.list_certificates().max_items(1) }
    "apigateway:GET" Region { apigateway.get_rest_apis().limit(1) }
    "application-autoscaling:DescribeScalableTargets" Region { application_autoscaling.describe_scalable_targets().service_namespace(ServiceNamespace::Dynamodb).max_results(1) }
    "autoscaling:DescribeAutoScalingGroups" Region { autoscaling.describe_auto_scaling_groups().max_records(1) }
    "autoscaling:DescribeLaunchConfigurations" Region { autoscaling.describe_launch_configurations().max_records(1) }
    "backup:ListBackupPlans" Region { backup.list_backup_plans().max_results(1) }
    "backup:ListProtectedResources" Region { backup.list_protected_resources().max_results(1) }
    "cloudfront:ListDistributions" Global { cloudfront.list_distributions().max_items(1) }
    "cloudtrail:DescribeTrails" Region { cloudtrail.describe_trails().include_shadow_trails(false) }
    "cloudtrail:LookupEvents" Region { cloudtrail.lookup_events().max_results(1) }
    "cloudwatch:DescribeAlarms" Region { cloudwatch.describe_alarms().max_records(1) }
    "config:DescribeConfigurationAggregators" Region { config.describe_configuration_aggregators().limit(1) }
    "config:DescribeConfigurationRecorderStatus" Region { config.describe_configuration_recorder_status() }
    "config:DescribeConfigurationRecorders" Region { config.describe_configuration_recorders() }
    "dax:DescribeClusters" Region { dax.describe_clusters().max_results(20) }
    "dynamodb:ListTables" Region { dynamodb.list_tables().limit(1) }
    "ec2:DescribeAddresses" Region { ec2.describe_addresses() }
    "ec2:DescribeClientVpnEndpoints" Region { ec2.describe_client_vpn_endpoints().max_results(5) }
    "ec2:DescribeFlowLogs" Region { ec2.describe_flow_logs().max_results(5) }
    "ec2:DescribeImages" Region { ec2.describe_images().owners("self").max_results(5) }
    "ec2:DescribeInstances" Region { ec2.describe_instances().max_results(5) }
    "ec2:DescribeInternetGateways" Region { ec2.describe_internet_gateways().max_results(5) }
    "ec2:DescribeKeyPairs" Region { ec2.describe_key_pairs() }
    "ec2:DescribeLaunchTemplates" Region { ec2.describe_launch_templates().max_results(5) }
    "ec2:DescribeNatGateways" Region { ec2.describe_nat_gateways().max_results(5) }
    "ec2:DescribeNetworkAcls" Region { ec2.describe_network_acls().max_results(5) }
    "ec2:DescribeNetworkInterfaces" Region { ec2.describe_network_interfaces().max_results(5) }
    "ec2:DescribeRegions" Region { ec2.describe_regions() }
    "ec2:DescribeRouteTables" Region { ec2.describe_route_tables().max_results(5) }
    "ec2:DescribeSecurityGroups" Region { ec2.describe_security_groups().max_results(5) }
    "ec2:DescribeSnapshots" Region { ec2.describe_snapshots().owner_ids("self").max_results(5) }
    "ec2:DescribeSubnets" Region { ec2.describe_subnets().max_results(5) }
    "ec2:DescribeTransitGateways" Region { ec2.describe_transit_gateways().max_results(5) }
    "ec2:DescribeVolumes" Region { ec2.describe_volumes().max_results(5) }
    "ec2:DescribeVpcEndpointServiceConfigurations" Region { ec2.describe_vpc_endpoint_service_configurations().max_results(5) }
    "ec2:DescribeVpcEndpoints" Region { ec2.describe_vpc_endpoints().max_results(5) }
    "ec2:DescribeVpcPeeringConnections" Region { ec2.describe_vpc_peering_connections().max_results(5) }
    "ec2:DescribeVpcs" Region { ec2.describe_vpcs().max_results(5) }
    "ec2:DescribeVpnConnections" Region { ec2.describe_vpn_connections() }
    "ec2:GetEbsEncryptionByDefault" Region { ec2.get_ebs_encryption_by_default() }
    "ec2:GetImageBlockPublicAccessState" Region { ec2.get_image_block_public_access_state() }
    "ec2:GetInstanceMetadataDefaults" Region { ec2.get_instance_metadata_defaults() }
    "ec2:GetSnapshotBlockPublicAccessState" Region { ec2.get_snapshot_block_public_access_state() }
    "ecr:DescribeRepositories" Region { ecr.describe_repositories().max_results(1) }
    "ecr:GetRegistryScanningConfiguration" Region { ecr.get_registry_scanning_configuration() }
    "eks:ListClusters" Region { eks.list_clusters().max_results(1) }
    "elasticfilesystem:DescribeAccessPoints" Region { efs.describe_access_points().max_results(1) }
    "elasticfilesystem:DescribeFileSystems" Region { efs.describe_file_systems().max_items(1) }
    "elasticloadbalancing:DescribeLoadBalancers" Region { elbv2.describe_load_balancers().page_size(1) }
    "events:ListEndpoints" Region { eventbridge.list_endpoints().max_results(1) }
    "events:ListEventBuses" Region { eventbridge.list_event_buses().limit(1) }
    "glacier:ListVaults" Region { glacier.list_vaults().account_id("-").limit(1) }
    "guardduty:ListDetectors" Region { guardduty.list_detectors().max_results(1) }
    "iam:GetAccountAuthorizationDetails" Global { iam.get_account_authorization_details().max_items(1) }
    "iam:GetAccountPasswordPolicy" Global { iam.get_account_password_policy() }
    "iam:GetAccountSummary" Global { iam.get_account_summary() }
    "iam:GetCredentialReport" Global { iam.get_credential_report() }
    "iam:ListOrganizationsFeatures" Global { iam.list_organizations_features() }
    "iam:ListSAMLProviders" Global { iam.list_saml_providers() }
    "iam:ListServerCertificates" Global { iam.list_server_certificates().max_items(1) }
    "iam:ListVirtualMFADevices" Global { iam.list_virtual_mfa_devices().max_items(1) }
    "kms:ListKeys" Region { kms.list_keys().limit(1) }
    "lambda:ListFunctions" Region { lambda.list_functions().max_items(1) }
    "logs:DescribeDeliveries" Region { logs.describe_deliveries().limit(1) }
    "logs:DescribeDeliverySources" Region { logs.describe_delivery_sources().limit(1) }
    "logs:DescribeLogGroups" Region { logs.describe_log_groups().limit(1) }
    "logs:DescribeMetricFilters" Region { logs.describe_metric_filters().limit(1) }
    "logs:DescribeResourcePolicies" Region { logs.describe_resource_policies().limit(1) }
    "rds:DescribeCertificates" Region { rds.describe_certificates().max_records(20) }
    "rds:DescribeDBClusterSnapshots" Region { rds.describe_db_cluster_snapshots().max_records(20) }
    "rds:DescribeDBClusters" Region { rds.describe_db_clusters().max_records(20) }
    "rds:DescribeDBEngineVersions" Region { rds.describe_db_engine_versions().max_records(20) }
    "rds:DescribeDBInstances" Region { rds.describe_db_instances().max_records(20) }
    "rds:DescribeDBSnapshots" Region { rds.describe_db_snapshots().max_records(20) }
    "rds:DescribeEventSubscriptions" Region { rds.describe_event_subscriptions().max_records(20) }
    "s3:GetAccountPublicAccessBlock" Global { s3control.get_public_access_block().account_id(&session.account().id) }
    "s3:ListAccessPoints" Region { s3control.list_access_points().account_id(&session.account().id).max_results(1) }
    "s3:ListAllMyBuckets" Region { s3.list_buckets().max_buckets(1) }
    "s3:ListMultiRegionAccessPoints" Oregon { s3control.list_multi_region_access_points().account_id(&session.account().id).max_results(1) }
    "secretsmanager:ListSecrets" Region { secretsmanager.list_secrets().max_results(1) }
    "securityhub:DescribeHub" Region { securityhub.describe_hub() }
    "securityhub:GetEnabledStandards" Region { securityhub.get_enabled_standards().max_results(1) }
    "securityhub:ListEnabledProductsForImport" Region { securityhub.list_enabled_products_for_import().max_results(1) }
    "sns:ListTopics" Region { sns.list_topics() }
    "sqs:ListQueues" Region { sqs.list_queues().max_results(1) }
    "ssm:DescribeInstanceInformation" Region { ssm.describe_instance_information().max_results(5) }
    "ssm:ListDocuments" Region { ssm.list_documents().filters(DocumentKeyValuesFilter::builder().key("Owner").values("Self").build()).max_results(1) }
    "ssm:ListResourceComplianceSummaries" Region { ssm.list_resource_compliance_summaries().max_results(1) }
    "wafv2:ListWebACLs" Region { waf.list_web_acls().scope(Scope::Regional).limit(1) }
}

fn reply<T, E>(action: &str, region: &str, answer: Result<T, SdkError<E, HttpResponse>>) -> Reply
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
    use crate::model::resource::AWS;

    #[test]
    fn every_listing_that_names_no_resource_can_be_asked() {
        // These list what belongs to another resource.
        let nested = [
            "autoscaling:DescribeLaunchConfigurations",
            "cloudwatch:DescribeAlarms",
            "eks:ListAddons",
            "eks:ListNodegroups",
            "elasticloadbalancing:DescribeListeners",
            "lambda:ListFunctionUrlConfigs",
            "s3:GetBucketLocation",
            "sns:ListSubscriptionsByTopic",
        ];
        let listing = AWS.iter().flat_map(|resource_type| resource_type.list_actions);
        let unasked: Vec<&&str> = listing.filter(|action| place(action).is_none() && !nested.contains(action)).collect();
        assert_eq!(unasked, Vec::<&&str>::new());
    }
}
