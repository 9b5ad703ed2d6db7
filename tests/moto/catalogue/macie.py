"""Macie by region: on, paused and off."""

import datetime

from account import AWAY, HOME
from moto.macie2.models import macie2_backends


def turn_on(account, region):
    """Turns Macie on; moto's times lack a zone, which the SDK does not read."""
    account.client("macie2", region).enable_macie()
    session = macie2_backends[account.number][region].macie_session
    session["createdAt"] = session["updatedAt"] = datetime.datetime.now(datetime.timezone.utc)


def seed_sessions(account):
    account.client("s3").create_bucket(Bucket=f"papers-{account.number}")
    account.client("macie2", HOME).disable_macie()
    turn_on(account, AWAY)
    account.expect("aws-macie-region-looks-for-sensitive-data", HOME, "fail")
    account.expect("aws-macie-region-looks-for-sensitive-data", AWAY, "pass")


def seed_without_buckets(account):
    account.client("macie2", HOME).disable_macie()
    turn_on(account, AWAY)
    account.expect("aws-macie-region-looks-for-sensitive-data", HOME, "not_applicable")
    account.expect("aws-macie-region-looks-for-sensitive-data", AWAY, "pass")


STATES = {"sessions": seed_sessions, "without_buckets": seed_without_buckets}

UNSUPPORTED = {"aws-macie-region-samples-buckets-by-itself": "moto knows no automated discovery"}
