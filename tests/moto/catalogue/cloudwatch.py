"""Log groups, and the metric filters on the log group of a trail."""

import json

from account import AWAY, HOME


def names(*events):
    return [f"$.eventName = {event}" for event in events]


def source(service):
    return [f"$.eventSource = {service}.amazonaws.com"]


# What a filter's pattern must hold for each check.
WATCHES = {
    "network-acl-changes-raise-alarm": names(
        "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry",
        "ReplaceNetworkAclAssociation",
    ),
    "network-gateway-changes-raise-alarm": names(
        "CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway",
        "DetachInternetGateway",
    ),
    "route-table-changes-raise-alarm": source("ec2") + names(
        "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute",
        "DisassociateRouteTable",
    ),
    "vpc-changes-raise-alarm": names(
        "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc",
        "DisableVpcClassicLink", "EnableVpcClassicLink",
    ),
    "config-changes-raise-alarm": source("config") + names(
        "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder",
    ),
    "cloudtrail-changes-raise-alarm": names("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    "failed-console-logins-raise-alarm": ["$.eventName = ConsoleLogin", '$.errorMessage = "Failed authentication"'],
    "organization-changes-raise-alarm": source("organizations") + names(
        "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake",
        "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy", "DisablePolicyType", "EnablePolicyType",
        "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdatePolicy",
        "UpdateOrganizationalUnit",
    ),
    "kms-key-removal-raises-alarm": source("kms") + names("DisableKey", "ScheduleKeyDeletion"),
    "bucket-policy-changes-raise-alarm": source("s3") + names(
        "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication", "DeleteBucketPolicy",
        "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
    ),
    "iam-policy-changes-raise-alarm": names(
        "DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "CreatePolicy",
        "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy",
        "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
    ),
    "root-usage-raises-alarm": [
        '$.userIdentity.type = "Root"', "$.userIdentity.invokedBy NOT EXISTS", '$.eventType != "AwsServiceEvent"',
    ],
    "security-group-changes-raise-alarm": names(
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress",
        "CreateSecurityGroup", "DeleteSecurityGroup",
    ),
    "console-login-without-mfa-raises-alarm": ['$.eventName = "ConsoleLogin"', '$.additionalEventData.MFAUsed != "Yes"'],
    "unauthorized-calls-raise-alarm": ['$.errorCode = "*UnauthorizedOperation"', '$.errorCode = "AccessDenied*"'],
}


def trail_with_log_group(account, region=HOME):
    account.client("s3").create_bucket(Bucket=f"trail-{account.number}")
    logs = account.client("logs", region)
    logs.create_log_group(logGroupName="trail")
    arn = f"arn:aws:logs:{region}:{account.number}:log-group:trail:*"
    trail = {"Name": "main", "S3BucketName": f"trail-{account.number}", "IsMultiRegionTrail": True}
    role = f"arn:aws:iam::{account.number}:role/trail"
    account.client("cloudtrail", region).create_trail(**trail, CloudWatchLogsLogGroupArn=arn, CloudWatchLogsRoleArn=role)
    return logs


def metric_filter(logs, group, name, terms):
    pattern = "{ " + " || ".join(f"({term})" for term in terms) + " }"
    metric = {"metricName": name, "metricNamespace": "Trail", "metricValue": "1"}
    logs.put_metric_filter(logGroupName=group, filterName=name, filterPattern=pattern, metricTransformations=[metric])


def seed_unwatched(account):
    logs = trail_with_log_group(account)
    logs.create_log_group(logGroupName="other")
    for number, (name, terms) in enumerate(WATCHES.items()):
        # A term too few, another log group than the trail's, or no filter.
        if number % 3 == 0:
            metric_filter(logs, "trail", name, terms[:-1])
        elif number % 3 == 1:
            metric_filter(logs, "other", name, terms)
        account.expect(f"aws-cloudwatch-{name}", account.number, "fail")


def alarm(account, region, name, metric, **more):
    account.client("cloudwatch", region).put_metric_alarm(
        AlarmName=name,
        MetricName=metric,
        Namespace="Trail",
        Statistic="Sum",
        Period=300,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold",
        **more,
    )


def seed_watched(account):
    """Each passes on the filter that counts what it asks about."""
    logs = trail_with_log_group(account)
    for name, terms in WATCHES.items():
        metric_filter(logs, "trail", name, terms)
        alarm(account, HOME, name, name, AlarmActions=[f"arn:aws:sns:{HOME}:{account.number}:security"])
        account.expect(f"aws-cloudwatch-{name}", f"arn:aws:logs:{HOME}:{account.number}:log-group:trail", "pass")


def seed_unheard(account):
    """Filters that no alarm watches, and alarms that tell nobody."""
    logs = trail_with_log_group(account)
    for name, terms in WATCHES.items():
        metric_filter(logs, "trail", name, terms)
        account.expect(f"aws-cloudwatch-{name}", account.number, "fail")
    topic = f"arn:aws:sns:{AWAY}:{account.number}:security"
    alarm(account, AWAY, "loud", "loud", AlarmActions=[topic])
    alarm(account, AWAY, "silenced", "silenced", AlarmActions=[topic], ActionsEnabled=False)
    alarm(account, AWAY, "mute", "mute")
    account.expect("aws-cloudwatch-alarm-has-actions", "loud", "pass")
    account.expect("aws-cloudwatch-alarm-has-actions", "mute", "fail")
    account.expect("aws-cloudwatch-alarm-actions-are-enabled", "loud", "pass")
    account.expect("aws-cloudwatch-alarm-actions-are-enabled", "silenced", "fail")


def seed_log_groups(account):
    logs = account.client("logs", HOME)
    key = account.client("kms", HOME).create_key()["KeyMetadata"]["Arn"]
    logs.create_log_group(logGroupName="kept", kmsKeyId=key)
    logs.put_retention_policy(logGroupName="kept", retentionInDays=365)
    logs.create_log_group(logGroupName="for-ever")
    logs.create_log_group(logGroupName="brief")
    logs.put_retention_policy(logGroupName="brief", retentionInDays=180)
    account.expect("aws-cloudwatch-log-group-keeps-events-long-enough", "kept", "pass")
    account.expect("aws-cloudwatch-log-group-keeps-events-long-enough", "for-ever", "pass")
    account.expect("aws-cloudwatch-log-group-keeps-events-long-enough", "brief", "fail")
    account.expect("aws-cloudwatch-log-group-is-encrypted-with-kms-key", "kept", "pass")
    account.expect("aws-cloudwatch-log-group-is-encrypted-with-kms-key", "brief", "fail")

    arn = f"arn:aws:logs:{HOME}:{account.number}:log-group:brief:*"
    statement = {"Effect": "Allow", "Principal": "*", "Action": "logs:*", "Resource": arn}
    service = {"Effect": "Allow", "Principal": {"Service": "es.amazonaws.com"}, "Action": "logs:PutLogEvents", "Resource": "*"}
    for name, content in [("open", statement), ("service", service)]:
        document = json.dumps({"Version": "2012-10-17", "Statement": [content]})
        logs.put_resource_policy(policyName=name, policyDocument=document)
    account.expect("aws-cloudwatch-log-group-is-not-public", "brief", "fail")
    account.expect("aws-cloudwatch-log-group-is-not-public", "kept", "pass")


STATES = {"watched": seed_watched, "unwatched": seed_unwatched, "unheard": seed_unheard, "log_groups": seed_log_groups}
