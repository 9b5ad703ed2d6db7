"""An account over two regions with many buckets, clusters and repositories, all of them as they should be, for scans that read only what
has changed. Its labels are the other way round: what the tests call a thing, and its id."""

from account import AWAY, HOME, Account

BUCKETS = 45
CLUSTERS = 3
REPOSITORIES = 5
WHOLE = {
    "BlockPublicAcls": True,
    "IgnorePublicAcls": True,
    "BlockPublicPolicy": True,
    "RestrictPublicBuckets": True,
}


def seed(endpoint, number):
    account = Account(endpoint, number)
    account.root(access_keys=0, mfa=1)
    for region in (HOME, AWAY):
        buckets(account, region)
        clusters(account, region)
        repositories(account, region)
        group = account.client("ec2", region).create_security_group(GroupName=f"web-{region}", Description="web")["GroupId"]
        account.label(f"web-{region}", group)
    people(account)
    return account.answer()


def buckets(account, region):
    s3 = account.client("s3", region)
    where = {} if region == HOME else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    for position in range(BUCKETS):
        name = f"bucket-{position:02}-{region}-{account.number}"
        s3.create_bucket(Bucket=name, **where)
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=WHOLE)


def clusters(account, region):
    subnets = [subnet["SubnetId"] for subnet in account.client("ec2", region).describe_subnets()["Subnets"]][:2]
    account.label(f"subnets of {region}", ",".join(subnets))
    access = {"subnetIds": subnets, "endpointPublicAccess": False, "endpointPrivateAccess": True}
    for position in range(CLUSTERS):
        role = f"arn:aws:iam::{account.number}:role/cluster"
        account.client("eks", region).create_cluster(name=f"cluster-{position}", roleArn=role, resourcesVpcConfig=access)


def repositories(account, region):
    for position in range(REPOSITORIES):
        scanned = {"scanOnPush": True}
        account.client("ecr", region).create_repository(
            repositoryName=f"team/app-{position}", imageScanningConfiguration=scanned
        )


def people(account):
    """A user whose key is old and switched off."""
    iam = account.client("iam")
    iam.create_user(UserName="deployer")
    key = iam.create_access_key(UserName="deployer")["AccessKey"]["AccessKeyId"]
    account.backdate_key("deployer", 0, 400)
    iam.update_access_key(UserName="deployer", AccessKeyId=key, Status="Inactive")
    account.label("deployer's key", key)
    # From here on the report is there: every scan of the tests makes the same calls.
    iam.generate_credential_report()
