"""AWS Config: a recorder that runs, one that is stopped, none."""

from account import AWAY, HOME

ROLE = "arn:aws:iam::{}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"


def recorder(account, region, role, started):
    config = account.client("config", region)
    config.put_configuration_recorder(ConfigurationRecorder={"name": "default", "roleARN": role})
    bucket = f"config-{region}-{account.number}"
    account.client("s3").create_bucket(Bucket=bucket)
    config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": bucket})
    if started:
        config.start_configuration_recorder(ConfigurationRecorderName="default")


def seed_recorders(account):
    recorder(account, HOME, ROLE.format(account.number), True)
    recorder(account, AWAY, f"arn:aws:iam::{account.number}:role/config", True)
    account.expect("aws-config-recorder-is-running", HOME, "pass")
    account.expect("aws-config-recorder-is-running", AWAY, "pass")
    account.expect("aws-config-recorder-uses-service-linked-role", HOME, "pass")
    account.expect("aws-config-recorder-uses-service-linked-role", AWAY, "fail")


def seed_stopped(account):
    recorder(account, HOME, f"arn:aws:iam::{account.number}:role/config", False)
    account.expect("aws-config-recorder-is-running", HOME, "fail")
    account.expect("aws-config-recorder-is-running", AWAY, "fail")
    account.expect("aws-config-recorder-uses-service-linked-role", HOME, "not_applicable")
    account.expect("aws-config-recorder-uses-service-linked-role", AWAY, "not_applicable")


STATES = {"recorders": seed_recorders, "stopped": seed_stopped}

UNSUPPORTED = {
    "aws-config-organization-is-aggregated": "config.amazonaws.com as a service that can be delegated",
}
