"""Classic load balancers."""

from account import HOME

STRONG = "ELBSecurityPolicy-TLS-1-2-2017-01"


def listener(protocol, port, certificate=None):
    listener = {"Protocol": protocol, "LoadBalancerPort": port, "InstancePort": 80}
    return {**listener, "SSLCertificateId": certificate} if certificate else listener


def attributes(on):
    mode = "strictest" if on else "monitor"
    logs = {"Enabled": True, "S3BucketName": "load-balancer-logs", "EmitInterval": 5} if on else {"Enabled": False}
    return {
        "CrossZoneLoadBalancing": {"Enabled": on},
        "AccessLog": logs,
        "ConnectionDraining": {"Enabled": on},
        "AdditionalAttributes": [{"Key": "elb.http.desyncmitigationmode", "Value": mode}],
    }


def tls_policy(account, name, follows):
    """Gives the listener at 443 a policy of its own that follows one of AWS's."""
    elb = account.client("elb")
    elb.create_load_balancer_policy(
        LoadBalancerName=name,
        PolicyName="ours",
        PolicyTypeName="SSLNegotiationPolicyType",
        PolicyAttributes=[{"AttributeName": "Reference-Security-Policy", "AttributeValue": follows}],
    )
    elb.set_load_balancer_policies_of_listener(LoadBalancerName=name, LoadBalancerPort=443, PolicyNames=["ours"])


CHECKS = [
    "drains-connections",
    "encrypts-all-listeners",
    "is-internal",
    "logs-requests",
    "rejects-ambiguous-requests",
    "serves-all-zones-evenly",
    "spans-zones",
    "uses-acm-certificates",
    "uses-strong-tls",
]


def expect(account, name, outcome):
    for check in CHECKS:
        account.expect(f"aws-elb-load-balancer-{check}", name, outcome)


def good(account):
    elb = account.client("elb")
    account.client("s3").create_bucket(Bucket=f"load-balancer-logs-{account.number}")
    certificate = account.client("acm").request_certificate(DomainName="shop.example.com")["CertificateArn"]
    elb.create_load_balancer(
        LoadBalancerName="careful",
        Listeners=[listener("HTTPS", 443, certificate)],
        AvailabilityZones=[f"{HOME}a", f"{HOME}b"],
        Scheme="internal",
    )
    chosen = attributes(True)
    chosen["AccessLog"]["S3BucketName"] += f"-{account.number}"
    elb.modify_load_balancer_attributes(LoadBalancerName="careful", LoadBalancerAttributes=chosen)
    tls_policy(account, "careful", STRONG)
    expect(account, "careful", "pass")


def bad(account):
    elb = account.client("elb")
    certificate = account.client("iam").upload_server_certificate(
        ServerCertificateName="shop", CertificateBody="certificate", PrivateKey="key"
    )["ServerCertificateMetadata"]["Arn"]
    elb.create_load_balancer(
        LoadBalancerName="careless",
        Listeners=[listener("HTTP", 80), listener("HTTPS", 443, certificate)],
        AvailabilityZones=[f"{HOME}a"],
    )
    elb.modify_load_balancer_attributes(LoadBalancerName="careless", LoadBalancerAttributes=attributes(False))
    tls_policy(account, "careless", "ELBSecurityPolicy-2016-08")
    expect(account, "careless", "fail")


STATES = {"good": good, "bad": bad}
