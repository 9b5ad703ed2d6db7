"""Clusters: what DescribeCluster says of them."""

from account import AWAY, HOME
from moto.eks.models import eks_backends

ALL_LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"]


def cluster(account, name, region, version, logs, endpoint, security_group, key=None, protected=False):
    ec2 = account.client("ec2", region)
    subnets = [subnet["SubnetId"] for subnet in ec2.describe_subnets()["Subnets"]][:2]
    more = {"encryptionConfig": [{"resources": ["secrets"], "provider": {"keyArn": key}}]} if key else {}
    account.client("eks", region).create_cluster(
        name=name,
        version=version,
        roleArn=f"arn:aws:iam::{account.number}:role/cluster",
        resourcesVpcConfig={"subnetIds": subnets, **endpoint},
        logging={"clusterLogging": [{"types": logs, "enabled": True}]},
        **more,
    )
    # EKS makes the group itself; moto makes none, no API can name it, and moto forgets what protects a cluster.
    made = eks_backends[account.number][region].clusters[name]
    made.deletion_protection = protected
    if security_group:
        made.resources_vpc_config["clusterSecurityGroupId"] = security_group


def seed_clusters(account):
    key = f"arn:aws:kms:{HOME}:{account.number}:key/11111111-2222-3333-4444-555555555555"
    inside = {"endpointPrivateAccess": True, "endpointPublicAccess": False}
    outside = {"endpointPrivateAccess": False, "endpointPublicAccess": True}
    cluster(account, "sound", HOME, "1.35", ALL_LOGS, inside, "sg-0123456789abcdef0", key, protected=True)
    cluster(account, "edge", HOME, "1.35", ["api", "audit"], inside, "sg-0123456789abcdef1")
    cluster(account, "unsound", AWAY, "1.9", ["api"], outside, None)
    expect = {
        "cluster-has-its-security-group": ("pass", "pass", "fail"),
        "cluster-has-private-endpoint": ("pass", "pass", "fail"),
        "cluster-is-protected-from-deletion": ("pass", "fail", "fail"),
        "cluster-logs-its-control-plane": ("pass", "fail", "fail"),
        "cluster-runs-supported-version": ("pass", "pass", "fail"),
        "cluster-secrets-are-encrypted": ("pass", "fail", "fail"),
    }
    for check, outcomes in expect.items():
        for name, outcome in zip(("sound", "edge", "unsound"), outcomes):
            account.expect(f"aws-eks-{check}", name, outcome)


STATES = {"clusters": seed_clusters}
