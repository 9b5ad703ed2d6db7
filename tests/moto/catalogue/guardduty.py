"""GuardDuty: on with every feature, on with none, suspended, off."""

from account import AWAY, HOME

FEATURES = {
    "s3-data-is-watched": "S3_DATA_EVENTS",
    "eks-audit-logs-are-watched": "EKS_AUDIT_LOGS",
    "eks-runtime-is-watched": "EKS_RUNTIME_MONITORING",
    "lambda-traffic-is-watched": "LAMBDA_NETWORK_LOGS",
    "rds-logins-are-watched": "RDS_LOGIN_EVENTS",
    "ec2-malware-is-looked-for": "EBS_MALWARE_PROTECTION",
}


def seed_detectors(account):
    features = [{"Name": feature, "Status": "ENABLED"} for feature in FEATURES.values()]
    account.client("guardduty", HOME).create_detector(Enable=True, Features=features)
    account.client("guardduty", AWAY).create_detector(Enable=True, Features=[{"Name": "CLOUD_TRAIL", "Status": "ENABLED"}])
    account.expect("aws-guardduty-detector-is-enabled", HOME, "pass")
    for check in FEATURES:
        account.expect(f"aws-guardduty-{check}", HOME, "pass")
        account.expect(f"aws-guardduty-{check}", AWAY, "fail")


def seed_suspended(account):
    account.client("guardduty", HOME).create_detector(Enable=False)
    account.expect("aws-guardduty-detector-is-enabled", HOME, "fail")
    account.expect("aws-guardduty-detector-is-enabled", AWAY, "fail")
    for check in FEATURES:
        account.expect(f"aws-guardduty-{check}", HOME, "not_applicable")
        account.expect(f"aws-guardduty-{check}", AWAY, "not_applicable")
    account.expect("aws-guardduty-detector-is-centrally-managed", AWAY, "not_applicable")
    account.expect("aws-guardduty-no-high-severity-findings", AWAY, "not_applicable")
    account.expect("aws-guardduty-administrator-takes-in-every-account", HOME, "fail")


def seed_delegated(account):
    account.client("organizations").create_organization(FeatureSet="ALL")
    guardduty = account.client("guardduty", HOME)
    guardduty.create_detector(Enable=True)
    guardduty.enable_organization_admin_account(AdminAccountId="444455556666")
    account.expect("aws-guardduty-administrator-takes-in-every-account", HOME, "pass")
    account.expect("aws-guardduty-administrator-takes-in-every-account", AWAY, "fail")


STATES = {"detectors": seed_detectors, "suspended": seed_suspended, "delegated": seed_delegated}

UNSUPPORTED = {
    "aws-guardduty-detector-is-centrally-managed": "ListMembers, and an administrator of another account",
    "aws-guardduty-no-high-severity-findings": "ListFindings",
}
