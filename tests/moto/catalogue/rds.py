"""RDS: databases alone and in clusters, their snapshots, and who is told of them."""

from account import AWAY, HOME

PASSWORD = {"MasterUserPassword": "correct-horse-battery"}

INSTANCE = {"DBInstanceClass": "db.t3.micro", "AllocatedStorage": 20, **PASSWORD}


def topic(account, region):
    return account.client("sns", region).create_topic(Name="database-alarms")["TopicArn"]


def expect(account, verdicts, label, outcome):
    for check in verdicts:
        account.expect(f"aws-rds-{check}", label, outcome)


# What an instance settles by itself, alone or in a cluster.
OWN = [
    "instance-accepts-iam-sign-in",
    "instance-avoids-default-port",
    "instance-is-encrypted",
    "instance-keeps-backups",
    "instance-sends-logs-to-cloudwatch",
    "instance-takes-minor-versions",
]
# What a cluster settles for its members.
OF_CLUSTER = ["instance-administrator-is-renamed", "instance-is-protected-from-deletion", "instance-spans-zones"]
# What does not concern members.
ALONE = ["instance-copies-tags-to-snapshots", "instance-demands-encrypted-connections"]
CLUSTER = [
    "cluster-accepts-iam-sign-in",
    "cluster-administrator-is-renamed",
    "cluster-avoids-default-port",
    "cluster-can-be-wound-back",
    "cluster-copies-tags-to-snapshots",
    "cluster-demands-encrypted-connections",
    "cluster-is-encrypted",
    "cluster-is-protected-from-deletion",
    "cluster-sends-logs-to-cloudwatch",
    "cluster-spans-zones",
]
SETTINGS = [
    "cluster-events-reach-someone",
    "instance-events-reach-someone",
    "parameter-group-events-reach-someone",
    "security-group-events-reach-someone",
]


def parameters(account, region, name, value):
    rds = account.client("rds", region)
    chosen = [{"ParameterName": name, "ParameterValue": value, "ApplyMethod": "pending-reboot"}]
    rds.create_db_parameter_group(DBParameterGroupName="ours", DBParameterGroupFamily="postgres16", Description="ours")
    rds.modify_db_parameter_group(DBParameterGroupName="ours", Parameters=chosen)
    rds.create_db_cluster_parameter_group(
        DBClusterParameterGroupName="ours", DBParameterGroupFamily="aurora-mysql8.0", Description="ours"
    )
    cluster = [{"ParameterName": "require_secure_transport", "ParameterValue": value, "ApplyMethod": "pending-reboot"}]
    rds.modify_db_cluster_parameter_group(DBClusterParameterGroupName="ours", Parameters=cluster)


def good(account):
    rds = account.client("rds")
    parameters(account, HOME, "rds.force_ssl", "1")
    rds.create_db_instance(
        DBInstanceIdentifier="careful",
        Engine="postgres",
        EngineVersion="16.3",
        MasterUsername="heron",
        Port=6543,
        PubliclyAccessible=False,
        StorageEncrypted=True,
        BackupRetentionPeriod=7,
        CopyTagsToSnapshot=True,
        DeletionProtection=True,
        EnableCloudwatchLogsExports=["postgresql"],
        EnableIAMDatabaseAuthentication=True,
        MultiAZ=True,
        DBParameterGroupName="ours",
        AutoMinorVersionUpgrade=True,
        **INSTANCE,
    )
    expect(account, OWN + OF_CLUSTER + ALONE + ["instance-is-not-public", "instance-needs-no-extended-support"], "careful", "pass")

    rds.create_db_cluster(
        DBClusterIdentifier="orders",
        Engine="aurora-mysql",
        MasterUsername="heron",
        Port=6033,
        StorageEncrypted=True,
        BacktrackWindow=86400,
        CopyTagsToSnapshot=True,
        DeletionProtection=True,
        EnableCloudwatchLogsExports=["audit"],
        EnableIAMDatabaseAuthentication=True,
        DBClusterParameterGroupName="ours",
        **PASSWORD,
    )
    member(account, "orders-1", "orders", "a")
    member(account, "orders-2", "orders", "b")
    expect(account, CLUSTER + ["cluster-takes-minor-versions"], "orders", "pass")
    expect(account, OF_CLUSTER, "orders-1", "pass")
    expect(account, ALONE, "orders-1", "not_applicable")

    rds.create_db_snapshot(DBSnapshotIdentifier="careful-1", DBInstanceIdentifier="careful")
    rds.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="orders-1", DBClusterIdentifier="orders")
    for snapshot in ["careful-1", f"arn:aws:rds:{HOME}:{account.number}:cluster-snapshot:orders-1"]:
        expect(account, ["snapshot-is-encrypted", "snapshot-is-not-public"], snapshot, "pass")

    for source, categories in {
        "db-cluster": ["maintenance", "failure"],
        "db-instance": ["maintenance", "configuration change", "failure"],
        "db-parameter-group": [],
        "db-security-group": ["configuration change", "failure", "creation"],
    }.items():
        rds.create_event_subscription(
            SubscriptionName=source,
            SnsTopicArn=topic(account, HOME),
            SourceType=source,
            EventCategories=categories,
            Enabled=True,
        )
    expect(account, SETTINGS, HOME, "pass")
    expect(account, SETTINGS, AWAY, "not_applicable")


def member(account, name, cluster, zone="a"):
    account.client("rds").create_db_instance(
        DBInstanceIdentifier=name,
        Engine="aurora-mysql",
        DBClusterIdentifier=cluster,
        DBInstanceClass="db.r6g.large",
        AvailabilityZone=f"{HOME}{zone}",
        PubliclyAccessible=False,
    )


def bad(account):
    rds = account.client("rds")
    parameters(account, HOME, "rds.force_ssl", "0")
    group = public_network(account)
    rds.create_db_instance(
        DBInstanceIdentifier="careless",
        Engine="postgres",
        EngineVersion="16.3",
        MasterUsername="postgres",
        PubliclyAccessible=True,
        BackupRetentionPeriod=0,
        DBParameterGroupName="ours",
        DBSubnetGroupName="public",
        VpcSecurityGroupIds=[group],
        AutoMinorVersionUpgrade=False,
        **INSTANCE,
    )
    expect(account, OWN + OF_CLUSTER + ALONE + ["instance-is-not-public"], "careless", "fail")
    expect(account, ["instance-is-in-backup-plan", "instance-reports-on-its-system"], "careless", "fail")
    expect(account, ["instance-is-in-vpc"], "careless", "pass")

    rds.create_db_cluster(
        DBClusterIdentifier="orders", Engine="aurora-mysql", MasterUsername="admin", DBClusterParameterGroupName="ours", **PASSWORD
    )
    expect(account, CLUSTER + ["cluster-is-in-backup-plan"], "orders", "fail")
    expect(account, ["cluster-takes-minor-versions"], "orders", "not_applicable")
    member(account, "orders-1", "orders")
    expect(account, OF_CLUSTER, "orders-1", "fail")
    expect(account, ["instance-is-in-vpc"], "orders-1", "fail")

    rds.create_db_snapshot(DBSnapshotIdentifier="careless-1", DBInstanceIdentifier="careless")
    rds.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="orders-1", DBClusterIdentifier="orders")
    rds.modify_db_snapshot_attribute(DBSnapshotIdentifier="careless-1", AttributeName="restore", ValuesToAdd=["all"])
    rds.modify_db_cluster_snapshot_attribute(
        DBClusterSnapshotIdentifier="orders-1", AttributeName="restore", ValuesToAdd=["all"]
    )
    for snapshot in ["careless-1", f"arn:aws:rds:{HOME}:{account.number}:cluster-snapshot:orders-1"]:
        expect(account, ["snapshot-is-encrypted", "snapshot-is-not-public"], snapshot, "fail")

    rds.create_event_subscription(
        SubscriptionName="failures", SnsTopicArn=topic(account, HOME), SourceType="db-instance", EventCategories=["failure"], Enabled=True
    )
    expect(account, SETTINGS, HOME, "fail")


def public_network(account):
    """Subnets with a way to the internet, called `public`, and a security group that lets everyone in."""
    ec2 = account.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.1.{number}.0/24", AvailabilityZone=f"{HOME}{zone}")["Subnet"]["SubnetId"]
        for number, zone in enumerate("ab")
    ]
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    for subnet in subnets:
        ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
    account.client("rds").create_db_subnet_group(DBSubnetGroupName="public", DBSubnetGroupDescription="public", SubnetIds=subnets)
    group = ec2.create_security_group(GroupName="open", Description="open", VpcId=vpc)["GroupId"]
    everyone = {"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[everyone])
    return group


STATES = {"good": good, "bad": bad}

UNSUPPORTED = {
    "aws-rds-cluster-is-in-backup-plan": "moto has no selections of backup plans",
    "aws-rds-cluster-takes-minor-versions": "moto does not let a cluster refuse minor versions",
    "aws-rds-instance-certificate-is-valid-for-long": "moto has no DescribeCertificates",
    "aws-rds-instance-is-in-backup-plan": "moto has no selections of backup plans",
    "aws-rds-instance-needs-no-extended-support": "moto does not tell EngineLifecycleSupport",
    "aws-rds-instance-reports-on-its-system": "moto does not tell EnhancedMonitoringResourceArn",
    "aws-rds-instance-runs-offered-version": "moto has no DescribeDBEngineVersions",
}
