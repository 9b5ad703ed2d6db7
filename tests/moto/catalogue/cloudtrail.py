"""Trails: what they record, where they write, and how their bucket is kept."""

import json

from account import AWAY, HOME

EVERYTHING = [
    {"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]}
]
ONE_BUCKET = [
    {
        "ReadWriteType": "WriteOnly",
        "IncludeManagementEvents": True,
        "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::photos/"]}],
    }
]


def bucket(account, name):
    name = f"{name}-{account.number}"
    account.client("s3").create_bucket(Bucket=name, ObjectOwnership="ObjectWriter")
    return name


def trail(account, name, log_bucket, region=HOME, **settings):
    cloudtrail = account.client("cloudtrail", region)
    cloudtrail.create_trail(**{"Name": name, "S3BucketName": log_bucket, "IsMultiRegionTrail": True, **settings})
    return cloudtrail


def let_everyone_read(account, name):
    policy = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{name}/*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [policy]})
    account.client("s3").put_bucket_policy(Bucket=name, Policy=document)


def seed_good(account):
    s3, name = account.client("s3"), bucket(account, "logs")
    access = bucket(account, "access")
    s3.put_bucket_acl(Bucket=access, AccessControlPolicy=log_delivery(s3, access))
    logging = {"LoggingEnabled": {"TargetBucket": access, "TargetPrefix": "trail/"}}
    s3.put_bucket_logging(Bucket=name, BucketLoggingStatus=logging)
    key = account.client("kms", HOME).create_key()["KeyMetadata"]["Arn"]
    cloudtrail = trail(account, "main", name, KmsKeyId=key, EnableLogFileValidation=True)
    cloudtrail.start_logging(Name="main")
    cloudtrail.put_event_selectors(TrailName="main", EventSelectors=EVERYTHING)
    insights = [{"InsightType": "ApiCallRateInsight"}]
    cloudtrail.put_insight_selectors(TrailName="main", InsightSelectors=insights)
    for check in [
        "is-encrypted-with-kms-key",
        "validates-log-files",
        "looks-for-unusual-activity",
        "bucket-logs-access",
        "bucket-is-not-public",
    ]:
        account.expect(f"aws-cloudtrail-trail-{check}", "main", "pass")
    for check in ["bucket-reads", "bucket-writes", "bedrock-calls"]:
        account.expect(f"aws-cloudtrail-{check}-are-recorded", account.number, "pass")


def log_delivery(s3, name):
    """What lets S3 write access logs into the bucket."""
    owner = s3.get_bucket_acl(Bucket=name)["Owner"]
    group = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}
    grants = [{"Grantee": group, "Permission": permission} for permission in ["WRITE", "READ_ACP"]]
    return {"Owner": owner, "Grants": grants}


def seed_bad(account):
    name = bucket(account, "logs")
    account.client("s3").put_bucket_acl(Bucket=name, ACL="public-read")
    cloudtrail = trail(account, "careless", name)
    cloudtrail.start_logging(Name="careless")
    cloudtrail.put_event_selectors(TrailName="careless", EventSelectors=ONE_BUCKET)
    for check in [
        "is-encrypted-with-kms-key",
        "validates-log-files",
        "delivers-to-cloudwatch-logs",
        "looks-for-unusual-activity",
        "bucket-logs-access",
        "bucket-is-not-public",
    ]:
        account.expect(f"aws-cloudtrail-trail-{check}", "careless", "fail")
    for check in ["bucket-reads", "bucket-writes", "bedrock-calls"]:
        account.expect(f"aws-cloudtrail-{check}-are-recorded", account.number, "fail")


def seed_stopped(account):
    name = bucket(account, "logs")
    let_everyone_read(account, name)
    trail(account, "stopped", name, AWAY).put_event_selectors(TrailName="stopped", EventSelectors=EVERYTHING)
    account.expect("aws-cloudtrail-trail-looks-for-unusual-activity", "stopped", "not_applicable")
    account.expect("aws-cloudtrail-trail-bucket-requires-mfa-delete", "stopped", "not_applicable")
    account.expect("aws-cloudtrail-trail-bucket-is-not-public", "stopped", "fail")
    for check in ["bucket-reads", "bucket-writes", "bedrock-calls"]:
        account.expect(f"aws-cloudtrail-{check}-are-recorded", account.number, "fail")


def seed_away(account):
    """A trail of another region alone, whose bucket a policy would open and a block closes."""
    name = bucket(account, "logs")
    let_everyone_read(account, name)
    block = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]
    account.client("s3").put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(block, True))
    cloudtrail = trail(account, "away", name, AWAY, IsMultiRegionTrail=False)
    cloudtrail.start_logging(Name="away")
    cloudtrail.put_event_selectors(TrailName="away", EventSelectors=EVERYTHING)
    account.expect("aws-cloudtrail-trail-bucket-is-not-public", "away", "pass")
    account.expect("aws-cloudtrail-multi-region-trail-is-logging", account.number, "fail")
    for check in ["bucket-reads", "bucket-writes", "bedrock-calls"]:
        account.expect(f"aws-cloudtrail-{check}-are-recorded", account.number, "pass")


STATES = {"good": seed_good, "bad": seed_bad, "stopped": seed_stopped, "away": seed_away}

UNSUPPORTED = {
    "aws-cloudtrail-trail-bucket-requires-mfa-delete": "GetBucketVersioning in the form that S3 gives it",
    "aws-cloudtrail-trail-delivers-to-cloudwatch-logs": "trails that have written to a log group: moto tells of no delivery",
}
