"""Buckets, access points and the account's block against public access."""

from account import AWAY, HOME, Account, text
from moto.core.serialize import RestXMLSerializer, S3Serializer

ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers"
BLOCK = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}
OPEN = {switch: False for switch in BLOCK}

# What S3 calls the roots of its answers, where moto has its own names; AWS's SDK reads no others.
ROOTS = {
    "GetAccessPointResponse": "GetAccessPointResult",
    "GetBucketNotificationResponse": "NotificationConfiguration",
    "GetBucketVersioningResponse": "VersioningConfiguration",
    "ListAccessPointsResponse": "ListAccessPointsResult",
    "ListMultiRegionAccessPointsResponse": "ListMultiRegionAccessPointsResult",
}


def renaming(serialize):
    def renamed(self, body):
        return serialize(self, {ROOTS.get(root, root): content for root, content in body.items()})

    renamed.renames = True
    return renamed


for serializer in (RestXMLSerializer, S3Serializer):
    # The module is loaded anew for each state.
    if not hasattr(serializer._serialize_body, "renames"):
        serializer._serialize_body = renaming(serializer._serialize_body)


def bucket(account, name, region=HOME, **more):
    """A bucket with a name of this account's own; moto's buckets share one space of names, as AWS's do."""
    name = f"{name}-{account.number}"
    if region != HOME:
        more["CreateBucketConfiguration"] = {"LocationConstraint": region}
    account.client("s3", region).create_bucket(Bucket=name, **more)
    return name


def policy(account, name, *statements, region=HOME):
    document = {"Version": "2012-10-17", "Statement": list(statements)}
    account.client("s3", region).put_bucket_policy(Bucket=name, Policy=text(document))


def allow(name, action, principal="*", **more):
    return {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": f"arn:aws:s3:::{name}/*", **more}


def seed_switches(account):
    """What a bucket has or has not, one bucket with everything and one with nothing."""
    s3 = account.client("s3")
    copies = bucket(account, "copies", AWAY)
    near = bucket(account, "near")
    for region, name in ((AWAY, copies), (HOME, near)):
        account.client("s3", region).put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    full = bucket(account, "full", ObjectLockEnabledForBucket=True)
    bare = bucket(account, "bare", AWAY)
    half = bucket(account, "half")

    s3.put_bucket_versioning(Bucket=full, VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_versioning(Bucket=half, VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_ownership_controls(Bucket=full, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})
    s3.put_bucket_ownership_controls(Bucket=half, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]})
    s3.put_bucket_encryption(Bucket=full, ServerSideEncryptionConfiguration=encryption("aws:kms"))
    s3.put_bucket_encryption(Bucket=half, ServerSideEncryptionConfiguration=encryption("AES256"))
    queue = account.client("sqs").create_queue(QueueName="uploads")["QueueUrl"]
    queue = account.client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    told = {"QueueConfigurations": [{"QueueArn": queue, "Events": ["s3:ObjectCreated:*"]}]}
    s3.put_bucket_notification_configuration(Bucket=full, NotificationConfiguration=told)
    s3.put_bucket_lifecycle_configuration(Bucket=full, LifecycleConfiguration={"Rules": [rule("Enabled")]})
    s3.put_bucket_lifecycle_configuration(Bucket=half, LifecycleConfiguration={"Rules": [rule("Disabled")]})
    for name, to in ((full, copies), (half, near)):
        s3.put_bucket_replication(Bucket=name, ReplicationConfiguration=replication(account, to))
    logs_of(account, full, near)

    expect = {
        "bucket-announces-events": ("pass", "fail", "fail"),
        "bucket-disables-access-control-lists": ("pass", "fail", "fail"),
        "bucket-has-lifecycle-rules": ("pass", "fail", "fail"),
        "bucket-has-object-lock": ("pass", "fail", "fail"),
        "bucket-is-encrypted-with-kms": ("pass", "fail", "fail"),
        "bucket-keeps-versions": ("pass", "pass", "fail"),
        "bucket-logs-access": ("pass", "fail", "fail"),
        "bucket-replicates-to-another-region": ("pass", "fail", "fail"),
    }
    for check, outcomes in expect.items():
        for name, outcome in zip((full, half, bare), outcomes):
            account.expect(f"aws-s3-{check}", name, outcome)


def encryption(algorithm):
    return {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": algorithm}}]}


def rule(status):
    return {"ID": "old", "Status": status, "Filter": {"Prefix": ""}, "Expiration": {"Days": 365}}


def replication(account, to):
    destination = {"Bucket": f"arn:aws:s3:::{to}"}
    rule = {"ID": "copy", "Status": "Enabled", "Prefix": "", "Destination": destination}
    return {"Role": f"arn:aws:iam::{account.number}:role/copy", "Rules": [rule]}


def logs_of(account, name, target):
    s3 = account.client("s3")
    delivery = [{"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}, "Permission": permission} for permission in ("WRITE", "READ_ACP")]
    s3.put_bucket_acl(Bucket=target, AccessControlPolicy={"Grants": delivery, "Owner": s3.get_bucket_acl(Bucket=target)["Owner"]})
    s3.put_bucket_logging(Bucket=name, BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": target, "TargetPrefix": ""}})


def seed_shared(account):
    """Whom policies and lists let in, where the account blocks nothing."""
    s3 = account.client("s3")
    other = "arn:aws:iam::999900001111:root"
    account.expect("aws-s3-account-ignores-public-grants", "the account", "fail")
    account.expect("aws-s3-account-refuses-public-grants", "the account", "fail")

    closed = bucket(account, "closed")
    public = bucket(account, "public")
    policy(account, public, allow(public, "s3:GetObject"))
    drop = bucket(account, "drop", AWAY)
    policy(account, drop, allow(drop, ["s3:GetObject", "s3:Put*"]), region=AWAY)
    partner = bucket(account, "partner")
    policy(account, partner, allow(partner, "s3:*", {"AWS": other}))
    own = bucket(account, "own")
    policy(account, own, allow(own, "s3:*", {"AWS": f"arn:aws:iam::{account.number}:root"}))
    office = bucket(account, "office")
    policy(account, office, allow(office, "s3:PutObject", Condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}))
    fenced = bucket(account, "fenced")
    policy(account, fenced, allow(fenced, "s3:*"))
    s3.put_public_access_block(Bucket=fenced, PublicAccessBlockConfiguration={**OPEN, "RestrictPublicBuckets": True, "IgnorePublicAcls": True})

    readable = bucket(account, "readable")
    s3.put_bucket_acl(Bucket=readable, ACL="public-read")
    writable = bucket(account, "writable")
    owner = s3.get_bucket_acl(Bucket=writable)["Owner"]
    everyone = [{"Grantee": {"Type": "Group", "URI": ALL_USERS}, "Permission": permission} for permission in ("READ", "WRITE")]
    s3.put_bucket_acl(Bucket=writable, AccessControlPolicy={"Grants": everyone, "Owner": owner})
    ignored = bucket(account, "ignored")
    s3.put_bucket_acl(Bucket=ignored, ACL="public-read-write")
    s3.put_public_access_block(Bucket=ignored, PublicAccessBlockConfiguration={**OPEN, "IgnorePublicAcls": True})

    shared = {closed: "pass", public: "fail", drop: "fail", partner: "fail", own: "pass", office: "pass", fenced: "fail"}
    writes = {closed: "pass", public: "pass", drop: "fail", partner: "pass", own: "pass", office: "pass", fenced: "pass"}
    for name, outcome in shared.items():
        account.expect("aws-s3-bucket-is-not-shared-with-other-accounts", name, outcome)
    for name, outcome in writes.items():
        account.expect("aws-s3-bucket-policy-lets-no-stranger-write", name, outcome)
    for name, read, write in ((closed, "pass", "pass"), (readable, "fail", "pass"), (writable, "fail", "fail"), (ignored, "pass", "pass")):
        account.expect("aws-s3-bucket-list-lets-no-stranger-read", name, read)
        account.expect("aws-s3-bucket-list-lets-no-stranger-write", name, write)


def seed_blocked(account):
    """The same where the account blocks everything; access points have blocks of their own."""
    control = account.client("s3control")
    control.put_public_access_block(AccountId=account.number, PublicAccessBlockConfiguration=BLOCK)
    account.expect("aws-s3-account-ignores-public-grants", "the account", "pass")
    account.expect("aws-s3-account-refuses-public-grants", "the account", "pass")
    open_bucket = bucket(account, "open")
    policy(account, open_bucket, allow(open_bucket, "s3:*"))
    account.client("s3").put_bucket_acl(Bucket=open_bucket, ACL="public-read-write")
    for check in ("bucket-policy-lets-no-stranger-write", "bucket-list-lets-no-stranger-read", "bucket-list-lets-no-stranger-write"):
        account.expect(f"aws-s3-{check}", open_bucket, "pass")

    for name, block, outcome in (("guarded", BLOCK, "pass"), ("ajar", {**BLOCK, "BlockPublicPolicy": False}, "fail")):
        control.create_access_point(AccountId=account.number, Name=name, Bucket=open_bucket, PublicAccessBlockConfiguration=block)
        account.expect("aws-s3-access-point-blocks-public-access", name, outcome)
    west = account.client("s3control", "us-west-2")
    for name, block, outcome in (("wide-guarded", BLOCK, "pass"), ("wide-ajar", {**BLOCK, "RestrictPublicBuckets": False}, "fail")):
        details = {"Name": name, "PublicAccessBlock": block, "Regions": [{"Bucket": open_bucket}]}
        west.create_multi_region_access_point(AccountId=account.number, ClientToken=name, Details=details)
        account.expect("aws-s3-multi-region-access-point-blocks-public-access", name, outcome)


def seed_names(account):
    """A name that a service makes up, once in the right hands and once in a stranger's."""
    stranger = Account(account.endpoint, str(int(account.number) + 100_000))
    taken = f"aws-glue-assets-{account.number}-{HOME}"
    stranger.client("s3").create_bucket(Bucket=taken)
    kept = f"sagemaker-{HOME}-{account.number}"
    account.client("s3").create_bucket(Bucket=kept)
    plain = bucket(account, "plain", AWAY)
    for name, outcome in ((taken, "fail"), (kept, "pass"), (plain, "pass")):
        account.expect("aws-s3-predictable-bucket-name-is-own", name, outcome)


STATES = {"switches": seed_switches, "shared": seed_shared, "blocked": seed_blocked, "names": seed_names}

UNSUPPORTED = {
    "aws-s3-bucket-requires-mfa-to-delete-versions": "moto forgets MFADelete",
    "aws-s3-bucket-is-encrypted-by-default": "every bucket of moto encrypts by default, as every bucket of S3 has since 2023",
}
