"""Lambda functions that are set up well and badly."""

import io
import zipfile

from account import AWAY, HOME, text

UNSUPPORTED = {
    "aws-lambda-function-has-dead-letter-queue": "dead-letter queues of functions",
    "aws-lambda-function-uses-own-layers": "layers of other accounts",
}

CHECKS = {
    "key": "aws-lambda-environment-is-encrypted-with-own-key",
    "secrets": "aws-lambda-environment-holds-no-secrets",
    "queue": "aws-lambda-function-has-dead-letter-queue",
    "trail": "aws-lambda-function-invocations-are-recorded",
    "vpc": "aws-lambda-function-is-in-vpc",
    "public": "aws-lambda-function-is-not-public",
    "runtime": "aws-lambda-function-runtime-is-supported",
    "zones": "aws-lambda-function-spans-availability-zones",
    "layers": "aws-lambda-function-uses-own-layers",
    "authentication": "aws-lambda-function-url-requires-authentication",
    "origins": "aws-lambda-function-url-restricts-origins",
}


def package():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("main.py", "def handler(event, context):\n    return event\n")
    return buffer.getvalue()


def function(account, name, region=HOME, **more):
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    iam = account.client("iam")
    iam.create_role(RoleName=f"{name}-role", AssumeRolePolicyDocument=text(trust))
    details = {"Runtime": "python3.13", "Handler": "main.handler", "Code": {"ZipFile": package()}, **more}
    account.client("lambda", region).create_function(
        FunctionName=name, Role=f"arn:aws:iam::{account.number}:role/{name}-role", **details
    )


def subnets(account, *zones, region=HOME):
    ec2 = account.client("ec2", region)
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    ids = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.9.{number}.0/24", AvailabilityZone=f"{region}{zone}")["Subnet"]["SubnetId"]
        for number, zone in enumerate(zones)
    ]
    group = ec2.create_security_group(GroupName="functions", Description="functions", VpcId=vpc)["GroupId"]
    return {"SubnetIds": ids, "SecurityGroupIds": [group]}


def allow(account, name, principal, region=HOME, **more):
    account.client("lambda", region).add_permission(
        FunctionName=name, StatementId="one", Action="lambda:InvokeFunction", Principal=principal, **more
    )


def seed_good(account):
    account.client("s3").create_bucket(Bucket=f"trail-{account.number}")
    trails = account.client("cloudtrail")
    trails.create_trail(Name="data", S3BucketName=f"trail-{account.number}", IsMultiRegionTrail=True)
    trails.put_event_selectors(
        TrailName="data",
        EventSelectors=[
            {"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [{"Type": "AWS::Lambda::Function", "Values": ["arn:aws:lambda"]}]}
        ],
    )
    trails.start_logging(Name="data")
    function(
        account,
        "careful",
        KMSKeyArn=f"arn:aws:kms:{HOME}:{account.number}:key/1",
        DeadLetterConfig={"TargetArn": f"arn:aws:sqs:{HOME}:{account.number}:failed"},
        VpcConfig=subnets(account, "a", "b"),
        Environment={"Variables": {"STAGE": "prod"}},
    )
    allow(account, "careful", "s3.amazonaws.com", SourceAccount=account.number)
    cors = {"AllowOrigins": ["https://www.example.com"]}
    account.client("lambda").create_function_url_config(FunctionName="careful", AuthType="AWS_IAM", Cors=cors)
    for key in CHECKS.keys() - {"queue"}:
        account.expect(CHECKS[key], "careful", "pass")
    # Nothing to encrypt, no policy; a partner by name; and the trail records the other region too.
    function(account, "shared", AWAY)
    allow(account, "shared", "arn:aws:iam::444455556666:root", AWAY)
    for key in ("key", "public", "secrets", "trail"):
        account.expect(CHECKS[key], "shared", "pass")
    for key in ("zones", "authentication", "origins"):
        account.expect(CHECKS[key], "shared", "not_applicable")


def seed_bad(account):
    account.client("s3").create_bucket(Bucket=f"trail-{account.number}")
    account.client("cloudtrail").create_trail(Name="management", S3BucketName=f"trail-{account.number}", IsMultiRegionTrail=True)
    variables = {"STAGE": "prod", "AWS_KEY": "AKIAQ3EGRVH7ZK2NLWPD"}
    function(account, "careless", Runtime="python3.7", Environment={"Variables": variables})
    allow(account, "careless", "*")
    cors = {"AllowOrigins": ["*"]}
    account.client("lambda").create_function_url_config(FunctionName="careless", AuthType="NONE", Cors=cors)
    for key in ("key", "secrets", "queue", "trail", "vpc", "public", "runtime", "authentication", "origins"):
        account.expect(CHECKS[key], "careless", "fail")
    function(account, "narrow", AWAY, VpcConfig=subnets(account, "a", region=AWAY))
    account.expect(CHECKS["zones"], "narrow", "fail")
    account.expect(CHECKS["public"], "narrow", "pass")


STATES = {"good": seed_good, "bad": seed_bad}
