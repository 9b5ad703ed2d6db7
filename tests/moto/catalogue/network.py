"""EC2's networks and disks: groups, lists, endpoints, peering, VPNs, volumes, snapshots, images."""

import json

from account import AWAY, HOME
from moto.ec2.models import ec2_backends

WORLD = [{"CidrIp": "0.0.0.0/0"}]

# Check name by the port that its bad group opens.
PORTS = {
    "cassandra": 9160,
    "elasticsearch-and-kibana": 5601,
    "ftp": 21,
    "kafka": 9092,
    "memcached": 11211,
    "mongodb": 27018,
    "mysql": 3306,
    "oracle": 1521,
    "postgresql": 5432,
    "redis": 6379,
    "sql-server": 1433,
    "telnet": 23,
}
CLOSING = [f"aws-ec2-security-group-closes-{name}-to-world" for name in PORTS]


def tcp(first, last, ranges=None, ipv6=None):
    return {
        "IpProtocol": "tcp",
        "FromPort": first,
        "ToPort": last,
        "IpRanges": ranges or [],
        "Ipv6Ranges": ipv6 or [],
    }


def group(ec2, vpc, name, *rules):
    identifier = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
    if rules:
        ec2.authorize_security_group_ingress(GroupId=identifier, IpPermissions=list(rules))
    return identifier


def default_group(ec2, vpc):
    filters = [{"Name": "vpc-id", "Values": [vpc]}, {"Name": "group-name", "Values": ["default"]}]
    return ec2.describe_security_groups(Filters=filters)["SecurityGroups"][0]


def subnet(ec2, vpc, cidr, zone):
    return ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZone=zone)["Subnet"]["SubnetId"]


def make_public(ec2, vpc, *subnets):
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    for identifier in subnets:
        ec2.associate_route_table(RouteTableId=table, SubnetId=identifier)


def acl(ec2, vpc, *entries):
    identifier = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
    for number, action, protocol, ports in entries:
        more = {"PortRange": {"From": ports[0], "To": ports[1]}} if ports else {}
        ec2.create_network_acl_entry(
            NetworkAclId=identifier, RuleNumber=number, Protocol=protocol, RuleAction=action, Egress=False, CidrBlock="0.0.0.0/0", **more
        )
    return identifier


def guard(ec2, acl_id, subnet_id):
    acls = ec2.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": [subnet_id]}])["NetworkAcls"]
    now = [one for acl in acls for one in acl["Associations"] if one["SubnetId"] == subnet_id]
    ec2.replace_network_acl_association(AssociationId=now[0]["NetworkAclAssociationId"], NetworkAclId=acl_id)


def image(ec2, name):
    return ec2.register_image(Name=name, RootDeviceName="/dev/sda1", Architecture="x86_64")["ImageId"]


def endpoint_service(account, name, subnet_id, principals):
    balancer = account.client("elbv2").create_load_balancer(Name=name, Type="network", Scheme="internal", Subnets=[subnet_id])
    arn = balancer["LoadBalancers"][0]["LoadBalancerArn"]
    ec2 = account.client("ec2")
    service = ec2.create_vpc_endpoint_service_configuration(NetworkLoadBalancerArns=[arn], AcceptanceRequired=True)
    identifier = service["ServiceConfiguration"]["ServiceId"]
    if principals:
        ec2.modify_vpc_endpoint_service_permissions(ServiceId=identifier, AddAllowedPrincipals=principals)
    return identifier


def vpn(account, *statuses):
    """A connection whose tunnels are as `statuses` say, which only the other side's device could bring about."""
    ec2 = account.client("ec2")
    gateway = ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    customer = ec2.create_customer_gateway(Type="ipsec.1", PublicIp="203.0.113.9", BgpAsn=65000)["CustomerGateway"]["CustomerGatewayId"]
    connection = ec2.create_vpn_connection(Type="ipsec.1", CustomerGatewayId=customer, VpnGatewayId=gateway)
    identifier = connection["VpnConnection"]["VpnConnectionId"]
    known = ec2_backends[account.number][HOME].vpn_connections[identifier]
    known.vgw_telemetry = [{"OutsideIpAddress": f"203.0.113.{10 + n}", "Status": status} for n, status in enumerate(statuses)]
    return identifier


def peering(account, own, other, destination):
    ec2 = account.client("ec2")
    identifier = ec2.create_vpc_peering_connection(VpcId=own, PeerVpcId=other)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=identifier)
    table = ec2.create_route_table(VpcId=own)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock=destination, VpcPeeringConnectionId=identifier)
    return identifier


def policy(principal):
    return json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "*", "Resource": "*"}]}
    )


def seed_good(account):
    ec2 = account.client("ec2")
    expect = account.expect
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    inner, outer = subnet(ec2, vpc, "10.1.0.0/24", "us-east-1a"), subnet(ec2, vpc, "10.1.1.0/24", "us-east-1b")
    make_public(ec2, vpc, outer)
    account.client("ec2", AWAY).create_vpc(CidrBlock="10.2.0.0/16")
    expect("aws-ec2-vpcs-span-regions", "the account", "pass")
    expect("aws-ec2-vpc-subnets-span-zones", vpc, "pass")
    expect("aws-ec2-vpc-separates-public-subnets", vpc, "pass")
    for identifier in (inner, outer):
        expect("aws-ec2-subnet-gives-no-public-ip", identifier, "pass")
    ec2.create_flow_logs(
        ResourceType="VPC", ResourceIds=[vpc], TrafficType="ALL", LogDestinationType="s3", LogDestination=bucket(account)
    )
    expect("aws-ec2-vpc-has-flow-logs", vpc, "pass")

    # Groups
    closed = group(ec2, vpc, "closed", tcp(22, 9200, [{"CidrIp": "10.0.0.0/8"}]), tcp(443, 443, [{"CidrIp": "0.0.0.0/0"}]))
    checks = ["every-port", "high-risk-ports"]
    for check in CLOSING + [f"aws-ec2-security-group-closes-{name}-to-world" for name in checks]:
        expect(check, "closed", "pass")
    names = group(ec2, vpc, "names", {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": closed}]})
    inside = group(ec2, vpc, "inside", tcp(443, 443, [{"CidrIp": "10.0.0.0/8"}]))
    interface = ec2.create_network_interface(SubnetId=inner, Groups=[inside])["NetworkInterface"]["NetworkInterfaceId"]
    expect("aws-ec2-security-group-keeps-world-out", "inside", "pass")
    # Open, but nothing carries it.
    expect("aws-ec2-security-group-keeps-world-out", "closed", "pass")
    expect("aws-ec2-security-group-keeps-public-addresses-out", "inside", "pass")
    expect("aws-ec2-security-group-names-no-wide-public-range", "closed", "pass")
    expect("aws-ec2-security-group-is-in-use", "inside", "pass")
    expect("aws-ec2-security-group-is-in-use", "closed", "pass")
    for identifier in (closed, names):
        expect("aws-ec2-security-group-is-made-on-purpose", identifier, "pass")
        expect("aws-ec2-security-group-has-few-rules", identifier, "pass")
    default = default_group(ec2, vpc)
    for rules, revoke in (("IpPermissions", ec2.revoke_security_group_ingress), ("IpPermissionsEgress", ec2.revoke_security_group_egress)):
        if default[rules]:
            revoke(GroupId=default["GroupId"], IpPermissions=default[rules])
    expect("aws-ec2-default-security-group-has-no-rules", default["GroupId"], "pass")
    expect("aws-ec2-default-security-group-has-no-rules", "closed", "not_applicable")
    expect("aws-ec2-security-group-is-in-use", default["GroupId"], "not_applicable")

    # Lists
    narrow = acl(ec2, vpc, (90, "deny", "6", (22, 22)), (91, "deny", "6", (3389, 3389)), (100, "allow", "6", (0, 65535)))
    guard(ec2, narrow, inner)
    for name in ("closes-every-port-to-world", "closes-ssh-to-world", "closes-rdp-to-world", "is-in-use"):
        expect(f"aws-ec2-network-acl-{name}", narrow, "pass")

    # Endpoints, peering, VPN
    own = {"AWS": f"arn:aws:iam::{account.number}:root"}
    endpoint = ec2.create_vpc_endpoint(
        VpcId=vpc,
        VpcEndpointType="Interface",
        ServiceName="com.amazonaws.us-east-1.ec2",
        SubnetIds=[inner, outer],
        PolicyDocument=policy(own),
    )["VpcEndpoint"]["VpcEndpointId"]
    expect("aws-ec2-vpc-has-endpoint-for-ec2", vpc, "pass")
    expect("aws-ec2-vpc-endpoint-spans-zones", endpoint, "pass")
    expect("aws-ec2-vpc-endpoint-trusts-known-accounts", endpoint, "pass")
    service = endpoint_service(account, "feed", inner, [own["AWS"]])
    expect("aws-ec2-vpc-endpoint-service-trusts-known-accounts", service, "pass")
    other = ec2.create_vpc(CidrBlock="10.3.0.0/16")["Vpc"]["VpcId"]
    expect("aws-ec2-vpc-peering-routes-are-narrow", peering(account, vpc, other, "10.3.4.0/24"), "pass")
    expect("aws-ec2-vpn-tunnels-are-up", vpn(account, "UP", "UP"), "pass")
    gateway = ec2.create_transit_gateway()["TransitGateway"]["TransitGatewayId"]
    expect("aws-ec2-transit-gateway-asks-before-attaching", gateway, "pass")
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    ec2.associate_address(AllocationId=address, NetworkInterfaceId=interface)
    expect("aws-ec2-address-is-in-use", address, "pass")

    # Disks
    volume = ec2.create_volume(AvailabilityZone="us-east-1a", Size=8, Encrypted=True)["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    expect("aws-ec2-volume-is-encrypted", volume, "pass")
    expect("aws-ec2-volume-has-snapshot", volume, "pass")
    expect("aws-ec2-snapshot-is-encrypted", snapshot, "pass")
    expect("aws-ec2-image-is-private", image(ec2, "private"), "pass")


def seed_bad(account):
    ec2 = account.client("ec2")
    expect = account.expect
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    one, two = subnet(ec2, vpc, "10.1.0.0/24", "us-east-1a"), subnet(ec2, vpc, "10.1.1.0/24", "us-east-1a")
    expect("aws-ec2-vpcs-span-regions", "the account", "fail")
    expect("aws-ec2-vpc-subnets-span-zones", vpc, "fail")
    expect("aws-ec2-vpc-separates-public-subnets", vpc, "fail")
    expect("aws-ec2-vpc-has-flow-logs", vpc, "fail")
    expect("aws-ec2-vpc-has-endpoint-for-ec2", vpc, "fail")
    empty = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    expect("aws-ec2-vpc-subnets-span-zones", empty, "fail")
    expect("aws-ec2-vpc-separates-public-subnets", empty, "fail")
    ec2.modify_subnet_attribute(SubnetId=one, MapPublicIpOnLaunch={"Value": True})
    expect("aws-ec2-subnet-gives-no-public-ip", one, "fail")
    # A flow log of one subnet is none of its VPC's.
    ec2.create_flow_logs(
        ResourceType="Subnet", ResourceIds=[one], TrafficType="ALL", LogDestinationType="s3", LogDestination=bucket(account)
    )

    # Groups
    for name, port in PORTS.items():
        group(ec2, vpc, f"open-{name}", tcp(port, port, WORLD))
        expect(f"aws-ec2-security-group-closes-{name}-to-world", f"open-{name}", "fail")
    everything = group(ec2, vpc, "everything", {"IpProtocol": "-1", "IpRanges": WORLD})
    for check in CLOSING:
        expect(check, "everything", "fail")
    expect("aws-ec2-security-group-closes-every-port-to-world", "everything", "fail")
    group(ec2, vpc, "every-port", tcp(0, 65535, ipv6=[{"CidrIpv6": "::/0"}]))
    expect("aws-ec2-security-group-closes-every-port-to-world", "every-port", "fail")
    group(ec2, vpc, "high-risk", tcp(8000, 8090, WORLD))
    expect("aws-ec2-security-group-closes-high-risk-ports-to-world", "high-risk", "fail")
    ec2.create_network_interface(SubnetId=one, Groups=[everything])
    expect("aws-ec2-security-group-keeps-world-out", "everything", "fail")
    partner = group(ec2, vpc, "partner", tcp(443, 443, [{"CidrIp": "8.8.8.8/32"}]))
    ec2.create_network_interface(SubnetId=one, Groups=[partner])
    expect("aws-ec2-security-group-keeps-public-addresses-out", "partner", "fail")
    expect("aws-ec2-security-group-keeps-world-out", "partner", "pass")
    group(ec2, vpc, "wide", tcp(443, 443, [{"CidrIp": "8.0.0.0/8"}]))
    expect("aws-ec2-security-group-names-no-wide-public-range", "wide", "fail")
    expect("aws-ec2-security-group-is-in-use", "wide", "fail")
    group(ec2, vpc, "launch-wizard-7")
    expect("aws-ec2-security-group-is-made-on-purpose", "launch-wizard-7", "fail")
    group(ec2, vpc, "crowded", *[tcp(port, port, [{"CidrIp": "10.0.0.0/8"}]) for port in range(1000, 1051)])
    expect("aws-ec2-security-group-has-few-rules", "crowded", "fail")
    expect("aws-ec2-default-security-group-has-no-rules", default_group(ec2, vpc)["GroupId"], "fail")

    # Lists
    wide = acl(ec2, vpc, (100, "allow", "-1", None), (110, "deny", "6", (22, 22)))
    for name in ("closes-every-port-to-world", "closes-ssh-to-world", "closes-rdp-to-world", "is-in-use"):
        expect(f"aws-ec2-network-acl-{name}", wide, "fail")
    main = ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [vpc]}, {"Name": "default", "Values": ["true"]}])["NetworkAcls"]
    expect("aws-ec2-network-acl-is-in-use", main[0]["NetworkAclId"], "not_applicable")

    # Endpoints, peering, VPN
    endpoint = ec2.create_vpc_endpoint(
        VpcId=vpc, VpcEndpointType="Interface", ServiceName="com.amazonaws.us-east-1.ssm", SubnetIds=[one], PolicyDocument=policy("*")
    )["VpcEndpoint"]["VpcEndpointId"]
    expect("aws-ec2-vpc-endpoint-spans-zones", endpoint, "fail")
    expect("aws-ec2-vpc-endpoint-trusts-known-accounts", endpoint, "fail")
    gateway = ec2.create_vpc_endpoint(VpcId=vpc, VpcEndpointType="Gateway", ServiceName="com.amazonaws.us-east-1.s3")
    expect("aws-ec2-vpc-endpoint-spans-zones", gateway["VpcEndpoint"]["VpcEndpointId"], "not_applicable")
    service = endpoint_service(account, "feed", two, ["arn:aws:iam::210987654321:root"])
    expect("aws-ec2-vpc-endpoint-service-trusts-known-accounts", service, "fail")
    expect("aws-ec2-vpc-peering-routes-are-narrow", peering(account, vpc, empty, "10.9.0.0/16"), "fail")
    expect("aws-ec2-vpn-tunnels-are-up", vpn(account, "UP", "DOWN"), "fail")
    hub = ec2.create_transit_gateway(Options={"AutoAcceptSharedAttachments": "enable"})["TransitGateway"]["TransitGatewayId"]
    expect("aws-ec2-transit-gateway-asks-before-attaching", hub, "fail")
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    expect("aws-ec2-address-is-in-use", address, "fail")

    # Disks
    volume = ec2.create_volume(AvailabilityZone="us-east-1a", Size=8, Encrypted=False)["VolumeId"]
    expect("aws-ec2-volume-is-encrypted", volume, "fail")
    expect("aws-ec2-volume-has-snapshot", volume, "fail")
    other = ec2.create_volume(AvailabilityZone="us-east-1a", Size=8, Encrypted=False)["VolumeId"]
    expect("aws-ec2-snapshot-is-encrypted", ec2.create_snapshot(VolumeId=other)["SnapshotId"], "fail")
    public = image(ec2, "public")
    ec2.modify_image_attribute(ImageId=public, LaunchPermission={"Add": [{"Group": "all"}]})
    expect("aws-ec2-image-is-private", public, "fail")


def bucket(account):
    name = f"flow-{account.number}"
    account.client("s3").create_bucket(Bucket=name)
    return f"arn:aws:s3:::{name}"


STATES = {"good": seed_good, "bad": seed_bad}

UNSUPPORTED = {
    "aws-ec2-client-vpn-endpoint-logs-connections": "Client VPN endpoints",
    "aws-ec2-instances-require-imdsv2-by-default": "GetInstanceMetadataDefaults",
    "aws-ec2-public-amis-are-blocked": "GetImageBlockPublicAccessState",
    "aws-ec2-public-snapshots-are-blocked": "GetSnapshotBlockPublicAccessState",
    "aws-ec2-snapshot-is-private": "RestorableByUserIds: moto answers with every snapshot",
    "aws-ec2-volume-is-in-backup-plan": "backup selections",
}
