"""Application, network and gateway load balancers."""

LOGS = [("access_logs.s3.enabled", "true"), ("access_logs.s3.bucket", "load-balancer-logs")]


def subnets(account, number):
    return [subnet["SubnetId"] for subnet in account.client("ec2").describe_subnets()["Subnets"]][:number]


def group(account, name, ranges):
    ec2 = account.client("ec2")
    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
    identifier = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
    rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": cidr} for cidr in ranges]}
    ec2.authorize_security_group_ingress(GroupId=identifier, IpPermissions=[rule])
    return identifier


def load_balancer(account, name, kind, zones, attributes, **more):
    elb = account.client("elbv2")
    made = elb.create_load_balancer(Name=name, Type=kind, Subnets=subnets(account, zones), **more)["LoadBalancers"][0]
    chosen = [{"Key": key, "Value": value} for key, value in attributes]
    elb.modify_load_balancer_attributes(LoadBalancerArn=made["LoadBalancerArn"], Attributes=chosen)
    return made["LoadBalancerArn"]


def listener(account, arn, protocol, port, action=None, policy=None):
    more = {"SslPolicy": policy, "Certificates": [{"CertificateArn": certificate(account)}]} if policy else {}
    action = action or {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}
    made = account.client("elbv2").create_listener(
        LoadBalancerArn=arn, Protocol=protocol, Port=port, DefaultActions=[action], **more
    )
    return made["Listeners"][0]["ListenerArn"]


def certificate(account):
    return account.client("acm").request_certificate(DomainName="shop.example.com")["CertificateArn"]


REDIRECT = {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}
QUANTUM_SAFE = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
WEAK = "ELBSecurityPolicy-2016-08"

ALL = ["has-listeners", "is-closed-to-world", "is-protected-from-deletion", "spans-zones"]
TLS = ["negotiates-quantum-safe-keys", "uses-strong-tls"]
APPLICATION = ["drops-invalid-headers", "encrypts-all-listeners", "logs-requests", "rejects-ambiguous-requests"]


def expect(account, checks, name, outcome):
    for check in checks:
        account.expect(f"aws-elbv2-load-balancer-{check}", name, outcome)


def network(account, name, outcome):
    account.expect("aws-elbv2-network-load-balancer-terminates-tls", name, outcome)
    account.expect("aws-elbv2-load-balancer-serves-all-zones-evenly", name, outcome)


def good(account):
    account.client("s3").create_bucket(Bucket="load-balancer-logs")
    arn = load_balancer(
        account,
        "shop",
        "application",
        2,
        LOGS
        + [
            ("deletion_protection.enabled", "true"),
            ("routing.http.desync_mitigation_mode", "defensive"),
            ("routing.http.drop_invalid_header_fields.enabled", "true"),
        ],
        Scheme="internet-facing",
        SecurityGroups=[group(account, "office", ["203.0.113.0/24"])],
    )
    listener(account, arn, "HTTPS", 443, policy=QUANTUM_SAFE)
    listener(account, arn, "HTTP", 80, REDIRECT)
    expect(account, ALL + TLS + APPLICATION, "shop", "pass")
    expect(account, ["serves-all-zones-evenly"], "shop", "not_applicable")

    arn = load_balancer(
        account,
        "feed",
        "network",
        2,
        LOGS + [("deletion_protection.enabled", "true"), ("load_balancing.cross_zone.enabled", "true")],
        Scheme="internal",
    )
    listener(account, arn, "TLS", 443, policy=QUANTUM_SAFE)
    expect(account, ALL + TLS + ["logs-requests"], "feed", "pass")
    expect(account, ["drops-invalid-headers", "encrypts-all-listeners", "is-behind-waf"], "feed", "not_applicable")
    network(account, "feed", "pass")


def bad(account):
    arn = load_balancer(
        account,
        "shop",
        "application",
        2,
        [
            ("access_logs.s3.enabled", "false"),
            ("routing.http.desync_mitigation_mode", "monitor"),
            ("routing.http.drop_invalid_header_fields.enabled", "false"),
        ],
        Scheme="internet-facing",
        SecurityGroups=[group(account, "everyone", ["0.0.0.0/0"])],
    )
    listener(account, arn, "HTTPS", 443, policy=WEAK)
    listener(account, arn, "HTTP", 80)
    expect(account, ["is-closed-to-world", "is-protected-from-deletion", "is-behind-waf"] + TLS + APPLICATION, "shop", "fail")

    arn = load_balancer(account, "feed", "network", 1, [("access_logs.s3.enabled", "false")], Scheme="internet-facing")
    expect(account, ALL + ["logs-requests"], "feed", "fail")
    expect(account, ["negotiates-quantum-safe-keys"], "feed", "not_applicable")
    network(account, "feed", "fail")

    gateway = load_balancer(account, "inspection", "gateway", 1, [])
    assert gateway
    expect(account, ["logs-requests"], "inspection", "not_applicable")
    expect(account, ["is-protected-from-deletion", "has-listeners"], "inspection", "fail")


STATES = {"good": good, "bad": bad}

UNSUPPORTED = {"aws-elbv2-load-balancer-is-behind-waf": "moto does not tell what a web ACL watches over"}
