"""File systems, their mount targets, access points and policies."""

from account import AWAY, HOME, text


def file_system(account, name, region=HOME, **more):
    made = account.client("efs", region).create_file_system(CreationToken=name, Tags=[{"Key": "Name", "Value": name}], **more)
    return made["FileSystemId"]


def policy(account, system, principal, region=HOME, **more):
    statement = {"Effect": "Allow", "Principal": principal, "Action": ["elasticfilesystem:ClientMount"], **more}
    account.client("efs", region).put_file_system_policy(FileSystemId=system, Policy=text({"Version": "2012-10-17", "Statement": [statement]}))


def mount(account, system, subnets, region=HOME):
    for subnet in subnets:
        account.client("efs", region).create_mount_target(FileSystemId=system, SubnetId=subnet)


def network(account):
    """Two private subnets and a public one, of different zones."""
    ec2 = account.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    subnets = []
    for index, zone in enumerate("abc"):
        made = ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.9.{index}.0/24", AvailabilityZone=HOME + zone)
        subnets.append(made["Subnet"]["SubnetId"])
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    ec2.associate_route_table(RouteTableId=table, SubnetId=subnets[2])
    return subnets[:2], subnets[2]


def seed_systems(account):
    efs = account.client("efs")
    private, public = network(account)
    sound = file_system(account, "sound", Encrypted=True, Backup=True)
    mount(account, sound, private)
    policy(account, sound, {"AWS": f"arn:aws:iam::{account.number}:root"})
    efs.create_access_point(ClientToken="a", FileSystemId=sound, PosixUser={"Uid": 1000, "Gid": 1000}, RootDirectory={"Path": "/app"})

    unsound = file_system(account, "unsound", Encrypted=False, Backup=False)
    mount(account, unsound, [private[0], public])
    policy(account, unsound, {"AWS": "*"})
    efs.create_access_point(ClientToken="b", FileSystemId=unsound, PosixUser={"Uid": 1000, "Gid": 1000}, RootDirectory={"Path": "/app"})
    efs.create_access_point(ClientToken="c", FileSystemId=unsound)

    single = file_system(account, "single", Encrypted=True, Backup=True)
    mount(account, single, private[:1])
    policy(account, single, {"AWS": "*"}, Condition={"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}})
    file_system(account, "zonal", AWAY, Encrypted=True, AvailabilityZoneName=f"{AWAY}a")

    expect = {
        "access-points-enforce-a-root-directory": ("pass", "fail", "not_applicable", "not_applicable"),
        "access-points-enforce-a-user": ("pass", "fail", "not_applicable", "not_applicable"),
        "file-system-is-backed-up": ("pass", "fail", "pass", "pass"),
        "file-system-is-encrypted": ("pass", "fail", "pass", "pass"),
        "file-system-is-not-open-to-every-client": ("pass", "fail", "pass", "fail"),
        "file-system-spans-zones": ("pass", "pass", "fail", "fail"),
        "mount-targets-are-in-private-subnets": ("pass", "fail", "pass", "pass"),
    }
    for check, outcomes in expect.items():
        for name, outcome in zip(("sound", "unsound", "single", "zonal"), outcomes):
            account.expect(f"aws-efs-{check}", name, outcome)


STATES = {"systems": seed_systems}
