"""Certificate Manager."""

import datetime

from account import HOME
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

CHECKS = ["has-strong-key", "is-logged-publicly", "is-not-about-to-expire"]


def certificate(account, domain, **more):
    return account.client("acm").request_certificate(DomainName=domain, **more)["CertificateArn"]


def in_use(account, arn, name):
    """A certificate is in use once a load balancer has it."""
    listener = {"Protocol": "HTTPS", "LoadBalancerPort": 443, "InstancePort": 80, "SSLCertificateId": arn}
    account.client("elb").create_load_balancer(LoadBalancerName=name, Listeners=[listener], AvailabilityZones=[f"{HOME}a"])


def weak_certificate(account, domain, days):
    """An imported certificate with a key of 1024 bits and `days` to go."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, domain)])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    builder = builder.not_valid_before(now - datetime.timedelta(days=300)).not_valid_after(now + datetime.timedelta(days=days))
    plain = serialization.NoEncryption()
    return account.client("acm").import_certificate(
        Certificate=builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM),
        PrivateKey=key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, plain),
    )["CertificateArn"]


def expect(account, label, outcome):
    for check in CHECKS:
        account.expect(f"aws-acm-certificate-{check}", label, outcome)


def good(account):
    used = certificate(account, "shop.example.com")
    in_use(account, used, "shop")
    expect(account, "shop.example.com", "pass")
    certificate(account, "idle.example.com", Options={"CertificateTransparencyLoggingPreference": "DISABLED"})
    expect(account, "idle.example.com", "not_applicable")


def bad(account):
    used = certificate(account, "shop.example.com", Options={"CertificateTransparencyLoggingPreference": "DISABLED"})
    in_use(account, used, "shop")
    account.expect("aws-acm-certificate-is-logged-publicly", "shop.example.com", "fail")
    in_use(account, weak_certificate(account, "old.example.com", 3), "old")
    account.expect("aws-acm-certificate-is-logged-publicly", "old.example.com", "pass")
    for check in ["has-strong-key", "is-not-about-to-expire"]:
        account.expect(f"aws-acm-certificate-{check}", "old.example.com", "fail")


STATES = {"good": good, "bad": bad}