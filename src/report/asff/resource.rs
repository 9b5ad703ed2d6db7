//! The resource of a finding, in Security Hub's words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::text::{identifier, units};
use crate::model::{CheckResult, ScanReport};

/// Characters of a resource's id.
const ID_LIMIT: usize = 512;
/// Tags of a resource, and the characters of their names and values (AWS's own limits on tags).
const TAG_LIMIT: usize = 50;
const TAG_NAME_LIMIT: usize = 128;
const TAG_VALUE_LIMIT: usize = 256;

/// The partitions that the API knows.
const PARTITIONS: [&str; 5] = ["aws", "aws-cn", "aws-us-gov", "aws-us-iso", "aws-us-iso-b"];

/// Our resource types and Security Hub's. Types that it does not know are `Other`.
pub(super) const TYPES: &[(&str, &str)] = &[
    ("aws.account", ACCOUNT),
    ("aws.acm.certificate", "AwsCertificateManagerCertificate"),
    ("aws.apigateway.http_stage", "AwsApiGatewayV2Stage"),
    ("aws.apigateway.stage", "AwsApiGatewayStage"),
    ("aws.autoscaling.group", "AwsAutoScalingAutoScalingGroup"),
    ("aws.autoscaling.launch_configuration", "AwsAutoScalingLaunchConfiguration"),
    ("aws.cloudfront.distribution", "AwsCloudFrontDistribution"),
    ("aws.cloudtrail.trail", "AwsCloudTrailTrail"),
    ("aws.cloudwatch.alarm", "AwsCloudWatchAlarm"),
    ("aws.dynamodb.table", "AwsDynamoDbTable"),
    ("aws.ec2.address", "AwsEc2Eip"),
    ("aws.ec2.client_vpn_endpoint", "AwsEc2ClientVpnEndpoint"),
    ("aws.ec2.instance", "AwsEc2Instance"),
    ("aws.ec2.launch_template", "AwsEc2LaunchTemplate"),
    ("aws.ec2.network_acl", "AwsEc2NetworkAcl"),
    ("aws.ec2.route_table", "AwsEc2RouteTable"),
    ("aws.ec2.security_group", "AwsEc2SecurityGroup"),
    ("aws.ec2.subnet", "AwsEc2Subnet"),
    ("aws.ec2.transit_gateway", "AwsEc2TransitGateway"),
    ("aws.ec2.volume", "AwsEc2Volume"),
    ("aws.ec2.vpc", "AwsEc2Vpc"),
    ("aws.ec2.vpc_endpoint_service", "AwsEc2VpcEndpointService"),
    ("aws.ec2.vpc_peering_connection", "AwsEc2VpcPeeringConnection"),
    ("aws.ec2.vpn_connection", "AwsEc2VpnConnection"),
    ("aws.ecr.repository", "AwsEcrRepository"),
    ("aws.eks.cluster", "AwsEksCluster"),
    ("aws.elb.load_balancer", "AwsElbLoadBalancer"),
    ("aws.elbv2.load_balancer", "AwsElbv2LoadBalancer"),
    ("aws.events.bus", "AwsEventsEventbus"),
    ("aws.events.endpoint", "AwsEventsEndpoint"),
    ("aws.iam.aws_policy", "AwsIamPolicy"),
    ("aws.iam.group", "AwsIamGroup"),
    ("aws.iam.policy", "AwsIamPolicy"),
    ("aws.iam.role", "AwsIamRole"),
    ("aws.iam.user", "AwsIamUser"),
    ("aws.kms.key", "AwsKmsKey"),
    ("aws.lambda.function", "AwsLambdaFunction"),
    ("aws.rds.cluster", "AwsRdsDbCluster"),
    ("aws.rds.instance", "AwsRdsDbInstance"),
    ("aws.s3.access_point", "AwsS3AccessPoint"),
    ("aws.s3.bucket", "AwsS3Bucket"),
    ("aws.secretsmanager.secret", "AwsSecretsManagerSecret"),
    ("aws.sns.topic", "AwsSnsTopic"),
    ("aws.sqs.queue", "AwsSqsQueue"),
];

/// The account itself, which also stands for its settings and for resources that could not be listed.
const ACCOUNT: &str = "AwsAccount";

/// A resource.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Resource<'a> {
    #[serde(rename = "Type")]
    kind: &'static str,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    partition: Option<&'a str>,
    region: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    tags: BTreeMap<&'a str, &'a str>,
}

impl<'a> Resource<'a> {
    pub(super) fn of(report: &'a ScanReport, result: &'a CheckResult) -> Self {
        let reference = result.reported();
        let known = TYPES.iter().find(|(ours, _)| *ours == reference.resource_type).map_or("Other", |(_, theirs)| theirs);
        let kind = if reference.is_unlisted() || reference.resource_type.ends_with("_settings") { ACCOUNT } else { known };
        let account = || format!("AWS::::Account:{}", report.header.account_id);
        let own = if reference.arn.is_empty() { &reference.id } else { &reference.arn };
        let id = if kind == ACCOUNT { None } else { identifier(own, ID_LIMIT) };
        let tags = report.asset_of(reference).into_iter().flat_map(|asset| &asset.tags);
        Self {
            kind,
            id: id.unwrap_or_else(account),
            partition: PARTITIONS.contains(&report.header.partition.as_str()).then_some(&report.header.partition),
            region: &reference.region,
            tags: tags.map(|(name, value)| (name.as_str(), value.as_str())).filter(is_taken).take(TAG_LIMIT).collect(),
        }
    }
}

/// Whether Security Hub takes a tag: neither blank nor too long, no other characters than its user guide names, none of AWS's own.
fn is_taken((name, value): &(&str, &str)) -> bool {
    let is_plain = |text: &str| {
        !text.trim().is_empty() && text.chars().all(|it| it.is_ascii_alphanumeric() || it == ' ' || "+-=._:/@".contains(it))
    };
    is_plain(name)
        && is_plain(value)
        && units(name) <= TAG_NAME_LIMIT
        && units(value) <= TAG_VALUE_LIMIT
        && !name.starts_with("aws:")
}
