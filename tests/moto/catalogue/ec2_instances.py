"""Instances and launch templates."""

import base64
import datetime

from account import AWAY, HOME
from moto.ec2.models import ec2_backends

PORTS = [
    "cassandra", "cifs", "elasticsearch", "ftp", "kafka", "kerberos", "ldap", "memcached", "mongodb", "mysql", "oracle", "postgresql", "rdp",
    "redis", "sqlserver", "ssh", "telnet",
]
# Put together here, so that no scanner of secrets takes this file for a leak.
LEAKY = "#!/bin/sh\nexport DB_PASSWORD=" + "tr0ub4dor" + "\n"
TIDY = "#!/bin/sh\nexport DB_PASSWORD=$(aws ssm get-parameter --name db --with-decryption)\n"


def verdicts(account, label, outcome, *checks):
    for check in checks:
        account.expect(f"aws-ec2-{check}", label, outcome)


def image(ec2):
    return ec2.register_image(Name="base")["ImageId"]


def network(ec2, internet):
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    if internet:
        gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        table = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"][0]["RouteTableId"]
        ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    return vpc, subnet


def group(ec2, vpc, *permissions):
    group = ec2.create_security_group(GroupName="web", Description="web", VpcId=vpc)["GroupId"]
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=list(permissions))
    return group


def launch(ec2, name, subnet, groups, public=False, **more):
    interface = {"DeviceIndex": 0, "SubnetId": subnet, "Groups": groups, "AssociatePublicIpAddress": public}
    instances = ec2.run_instances(
        ImageId=image(ec2),
        InstanceType="t3.micro",
        MinCount=1,
        MaxCount=1,
        NetworkInterfaces=[interface],
        TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": name}]}],
        **more,
    )
    return instances["Instances"][0]["InstanceId"]


def backdate(account, region, instance, launched=0, stopped=0):
    """Ages cannot be set through the API."""
    known = ec2_backends[account.number][region].get_instance(instance)
    ago = lambda days: datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=days)
    if launched:
        known.launch_time = ago(launched).strftime("%Y-%m-%dT%H:%M:%S.000Z") if isinstance(known.launch_time, str) else ago(launched)
    if stopped:
        known._reason = f"User initiated ({ago(stopped).strftime('%Y-%m-%d %H:%M:%S GMT')})"


def good(account):
    ec2 = account.client("ec2", HOME)
    vpc, subnet = network(ec2, internet=False)
    https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
    inside = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}
    closed = group(ec2, vpc, https, inside)
    iam = account.client("iam")
    profile = iam.create_instance_profile(InstanceProfileName="web")["InstanceProfile"]["Arn"]
    web = launch(ec2, "web", subnet, [closed], IamInstanceProfile={"Arn": profile}, UserData=TIDY, Monitoring={"Enabled": True})
    verdicts(account, "web", "pass", *(f"instance-closes-{port}-to-world" for port in PORTS))
    verdicts(
        account, "web", "pass", "instance-has-no-public-ip", "instance-facing-internet-has-no-role", "instance-has-instance-profile",
        "instance-user-data-holds-no-secrets", "instance-has-one-network-interface",
        "running-instance-is-not-old", "stopped-instance-is-removed",
    )
    resting = launch(ec2, "resting", subnet, [closed])
    ec2.stop_instances(InstanceIds=[resting])
    backdate(account, HOME, web, launched=179)
    backdate(account, HOME, resting, launched=400, stopped=30)
    verdicts(account, "resting", "pass", "running-instance-is-not-old", "stopped-instance-is-removed", "instance-user-data-holds-no-secrets")
    verdicts(account, "resting", "fail", "instance-has-instance-profile", "instance-has-detailed-monitoring")
    gone = launch(ec2, "gone", subnet, [closed])
    ec2.terminate_instances(InstanceIds=[gone])
    verdicts(account, "gone", "not_applicable", "instance-has-no-public-ip", "instance-has-instance-profile", "instance-user-data-holds-no-secrets")
    verdicts(account, "gone", "pass", "stopped-instance-is-removed", "running-instance-is-not-old")

    required = {"HttpTokens": "required", "HttpEndpoint": "enabled"}
    template(ec2, "tidy", {"MetadataOptions": required, "UserData": encoded(TIDY)})
    verdicts(account, "tidy", "pass", "launch-template-requires-imdsv2", "launch-template-assigns-no-public-ip", "launch-template-holds-no-secrets")


def bad(account):
    ec2 = account.client("ec2", AWAY)
    vpc, subnet = network(ec2, internet=True)
    opened = group(ec2, vpc, {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]})
    profile = account.client("iam").create_instance_profile(InstanceProfileName="web")["InstanceProfile"]["Arn"]
    web = launch(ec2, "web", subnet, [opened], public=True, IamInstanceProfile={"Arn": profile}, UserData=LEAKY)
    second = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    ec2.attach_network_interface(NetworkInterfaceId=second, InstanceId=web, DeviceIndex=1)
    backdate(account, AWAY, web, launched=181)
    verdicts(account, "web", "fail", *(f"instance-closes-{port}-to-world" for port in PORTS))
    verdicts(
        account, "web", "fail", "instance-has-no-public-ip", "instance-facing-internet-has-no-role", "instance-user-data-holds-no-secrets",
        "instance-has-one-network-interface", "instance-has-detailed-monitoring", "running-instance-is-not-old",
    )
    old = launch(ec2, "old", subnet, [opened])
    ec2.stop_instances(InstanceIds=[old])
    backdate(account, AWAY, old, stopped=31)
    verdicts(account, "old", "fail", "stopped-instance-is-removed", "instance-has-instance-profile")

    leaky = template(ec2, "leaky", {"MetadataOptions": {"HttpTokens": "optional"}, "UserData": encoded(LEAKY)})
    public = {"NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": True}]}
    ec2.create_launch_template_version(LaunchTemplateId=leaky, LaunchTemplateData=public)
    verdicts(account, "leaky", "fail", "launch-template-requires-imdsv2", "launch-template-assigns-no-public-ip", "launch-template-holds-no-secrets")


def ports(account):
    """One port is open to every IPv6 address, by the second of the instance's groups."""
    ec2 = account.client("ec2", HOME)
    vpc, subnet = network(ec2, internet=False)
    closed = group(ec2, vpc, {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]})
    other = ec2.create_security_group(GroupName="db", Description="db", VpcId=vpc)["GroupId"]
    rule = {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}
    ec2.authorize_security_group_ingress(GroupId=other, IpPermissions=[rule])
    launch(ec2, "db", subnet, [closed, other])
    verdicts(account, "db", "fail", "instance-closes-mysql-to-world")
    verdicts(account, "db", "pass", *(f"instance-closes-{port}-to-world" for port in PORTS if port != "mysql"))


def template(ec2, name, data):
    return ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)["LaunchTemplate"]["LaunchTemplateId"]


def encoded(text):
    return base64.b64encode(text.encode()).decode()


STATES = {"good": good, "bad": bad, "ports": ports}

UNSUPPORTED = {
    "aws-ec2-instance-has-detailed-monitoring": "it tells every instance as without detailed monitoring, also where that was asked for",
    "aws-ec2-instance-is-not-paravirtual": "the virtualisation of instances",
    "aws-ec2-instance-is-managed-by-systems-manager": "DescribeInstanceInformation",
    "aws-ec2-instance-image-is-not-deprecated": "the time after which an AMI is deprecated",
    **{
        f"aws-ec2-enclave-host-{name}": "enclave options of instances"
        for name in ["requires-imdsv2", "is-running", "has-no-public-ip", "is-closed-to-world", "hides-vsock-proxy"]
    },
}
