"""Tables, and clusters of DAX."""

from account import AWAY, HOME, text

REST = "aws-dynamodb-accelerator-is-encrypted-at-rest"
TRANSIT = "aws-dynamodb-accelerator-is-encrypted-in-transit"
ZONES = "aws-dynamodb-accelerator-spans-availability-zones"
SCALES = "aws-dynamodb-table-scales-with-load"
OWN = "aws-dynamodb-table-is-closed-to-other-accounts"
PROTECTED = "aws-dynamodb-table-is-protected-against-deletion"
BACKUP = "aws-dynamodb-table-is-in-backup-plan"
KEY = "aws-dynamodb-table-is-encrypted-with-kms"
RECOVERY = "aws-dynamodb-table-has-point-in-time-recovery"

UNSUPPORTED = {BACKUP: "the selections of backup plans", ZONES: "nodes in other zones than the first"}


def table(account, name, region=HOME, **more):
    account.client("dynamodb", region).create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        **more,
    )
    return f"arn:aws:dynamodb:{region}:{account.number}:table/{name}"


def allow(account, arn, principal, region=HOME):
    statement = {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": "dynamodb:GetItem", "Resource": arn}
    policy = text({"Version": "2012-10-17", "Statement": [statement]})
    account.client("dynamodb", region).put_resource_policy(ResourceArn=arn, Policy=policy)


def scale(account, name, *dimensions):
    for dimension in dimensions:
        account.client("application-autoscaling").register_scalable_target(
            ServiceNamespace="dynamodb",
            ResourceId=f"table/{name}",
            ScalableDimension=f"dynamodb:table:{dimension}CapacityUnits",
            MinCapacity=1,
            MaxCapacity=10,
        )


def cluster(account, name, nodes, region=HOME, **more):
    dax = account.client("dax", region)
    dax.create_cluster(
        ClusterName=name,
        NodeType="dax.t3.small",
        ReplicationFactor=nodes,
        IamRoleArn=f"arn:aws:iam::{account.number}:role/dax",
        **more,
    )
    # A cluster tells of its nodes once it is available, which takes moto a few looks.
    while dax.describe_clusters(ClusterNames=[name])["Clusters"][0]["Status"] != "available":
        pass


FIXED = {"BillingMode": "PROVISIONED", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}


def seed_good(account):
    arn = table(
        account,
        "carts",
        BillingMode="PAY_PER_REQUEST",
        DeletionProtectionEnabled=True,
        SSESpecification={"Enabled": True, "SSEType": "KMS"},
    )
    account.client("dynamodb").update_continuous_backups(
        TableName="carts", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    allow(account, arn, f"arn:aws:iam::{account.number}:role/app")
    for check in (SCALES, OWN, PROTECTED, KEY, RECOVERY):
        account.expect(check, "carts", "pass")
    table(account, "orders", **FIXED)
    scale(account, "orders", "Read", "Write")
    account.expect(SCALES, "orders", "pass")
    account.expect(OWN, "orders", "pass")
    cluster(account, "fast", 3, SSESpecification={"Enabled": True}, ClusterEndpointEncryptionType="TLS")
    account.expect(REST, "fast", "pass")
    account.expect(TRANSIT, "fast", "pass")


def seed_bad(account):
    arn = table(account, "stock", AWAY, **FIXED)
    allow(account, arn, "arn:aws:iam::444455556666:root", AWAY)
    for check in (SCALES, OWN, PROTECTED, BACKUP, KEY, RECOVERY):
        account.expect(check, "stock", "fail")
    table(account, "half", **FIXED)
    scale(account, "half", "Read")
    account.expect(SCALES, "half", "fail")
    cluster(account, "bare", 1, AWAY)
    for check in (REST, TRANSIT, ZONES):
        account.expect(check, "bare", "fail")


STATES = {"good": seed_good, "bad": seed_bad}
