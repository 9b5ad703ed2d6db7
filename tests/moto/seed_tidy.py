"""An account over two regions in which everything that mvp15 looks at is as it should be."""

from account import AWAY, HOME, Account, statement
from seed_mvp15 import bucket


def seed(endpoint, number):
    account = Account(endpoint, number)
    account.root(access_keys=0, mfa=1)
    account.client("s3control").put_public_access_block(
        AccountId=number,
        PublicAccessBlockConfiguration={
            "BlockPublicAcls": True,
            "IgnorePublicAcls": True,
            "BlockPublicPolicy": True,
            "RestrictPublicBuckets": True,
        },
    )
    # No block of its own: the account's block protects it.
    name = f"tidy-{number}"
    only_encrypted = statement(
        "Deny",
        "s3:*",
        [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"],
        Principal="*",
        Condition={"Bool": {"aws:SecureTransport": "false"}},
    )
    bucket(account, "tidy", HOME, None, only_encrypted, None)
    for region in (HOME, AWAY):
        account.client("ec2", region).enable_ebs_encryption_by_default()
    trail = account.client("cloudtrail")
    trail.create_trail(Name="everywhere", S3BucketName=name, IsMultiRegionTrail=True)
    # What AWS gives every new trail, and moto does not.
    trail.put_event_selectors(
        TrailName="everywhere", EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": True}]
    )
    trail.start_logging(Name="everywhere")
    account.client("ecr", AWAY).create_repository(
        repositoryName="scanned", imageScanningConfiguration={"scanOnPush": True}
    )
    return account.answer()
